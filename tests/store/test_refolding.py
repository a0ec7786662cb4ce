"""A rebuild takes the ledger of an earlier release as that release accepted it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from intake.domain.codes import InactiveReason, RecordState
from intake.domain.event import (
    CloseAsked,
    Event,
    RecordClosed,
    RecordInactivated,
    RecordReturned,
)
from intake.errors import BundleRefused
from intake.store import Store
from intake.store.engine import IntegrityError
from intake.store.refolding import rules_set_aside
from intake.store.schema import PROJECTIONS
from tests.builders import NOON, Group, a_group
from tests.store.test_four_eyes import found, planned, proposed, reviewed

NEWER = (
    "decisions_rest_on_findings",
    "records_reopened_by_two",
    "findings_by_their_writer",
    "decisions_by_their_writer",
)
"""Rules that came with migrations 17, 19 and 22; a store of before had none of them."""


@pytest.fixture
def group(store: Store) -> Group:
    made = a_group("Олена Тест")
    store.record(*made.events)
    return made


def unfounded(group: Group) -> list[Event]:
    """A proposal from before every fact needed its finding first."""
    return [planned(group), proposed(group)]


def of_a_colleague(group: Group) -> list[Event]:
    """Findings and a proposal by somebody who neither held nor took over the talk."""
    findings = [replace(one, by="petra") for one in found(group)]
    return [planned(group), *findings, proposed(group, by="petra"), reviewed(group, "rita")]


def reopened_in_one_click(group: Group) -> list[Event]:
    """A closed record that one person put back in use."""
    one = {"case": group.case, "individual": group.people[0], "at": NOON}
    return [
        RecordInactivated(code=InactiveReason.LEFT, reason="She left.", by="kim", **one),
        CloseAsked(reason="She said so.", by="kim", **one),
        RecordClosed(asked_by="kim", reason="Read it.", by="rita", **one),
        RecordReturned(by="kim", **one),
    ]


HISTORIES = [unfounded, of_a_colleague, reopened_in_one_click]


@contextmanager
def an_earlier_release(store: Store) -> Iterator[None]:
    """The same tables without the rules that came later."""
    rules = {r["name"]: r["sql"] for r in store._db.query(_TRIGGERS)}
    for name in NEWER:
        store._db.execute("DROP TRIGGER " + name)
    yield
    for name in NEWER:
        store._db.execute(rules[name])


_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def rules(store: Store) -> dict[str, str]:
    return {r["name"]: r["sql"] for r in store._db.query(_TRIGGERS)}


def rows(store: Store) -> dict[str, list[str]]:
    return {t: sorted(repr(dict(r)) for r in store._db.table(t).rows) for t in PROJECTIONS}


@pytest.mark.parametrize("history", HISTORIES)
def test_todays_rules_refuse_it_as_something_new(store: Store, group: Group, history) -> None:
    with pytest.raises(IntegrityError):
        store.record(*history(group))


@pytest.mark.parametrize("history", HISTORIES)
def test_a_rebuild_comes_to_the_rows_the_earlier_release_had(
    store: Store, group: Group, history
) -> None:
    with an_earlier_release(store):
        store.record(*history(group))
    before = rows(store)
    store.rebuild()
    assert rows(store) == before
    assert store.verify() == []


def test_what_was_rebuilt_goes_on_under_todays_rules(store: Store, group: Group) -> None:
    with an_earlier_release(store):
        store.record(*unfounded(group))
    store.rebuild()
    assert [d.proposed_by for d in store.decisions.proposed()] == ["ivan"]
    with pytest.raises(IntegrityError, match="finding first"):
        store.record(replace(proposed(group), decision="d2"))
    store.record(reviewed(group, "rita"))


def test_a_reopened_record_of_before_is_in_use(store: Store, group: Group) -> None:
    with an_earlier_release(store):
        store.record(*reopened_in_one_click(group))
    store.rebuild()
    assert store.records.state(group.people[0])[0] is RecordState.OPEN


def test_every_rule_stands_again_after_a_rebuild(store: Store, group: Group) -> None:
    before = rules(store)
    assert set(NEWER) < set(before)
    store.rebuild()
    assert rules(store) == before


def test_a_rebuild_that_breaks_off_leaves_rules_and_rows_as_they_were(
    store: Store, group: Group
) -> None:
    before, held = rules(store), rows(store)
    store._db.execute("UPDATE keyring SET key = zeroblob(32)")
    with pytest.raises(BundleRefused):
        store.rebuild()
    assert rules(store) == before
    assert rows(store) == held


def test_the_ledger_refuses_change_even_while_the_other_rules_are_set_aside(
    store: Store, group: Group
) -> None:
    with store.together(), rules_set_aside(store._db):
        assert set(rules(store)) == {"ledger_no_update", "ledger_no_delete"}
        with pytest.raises(IntegrityError, match="append-only"):
            store._db.execute("DELETE FROM ledger")
