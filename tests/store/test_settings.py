"""The tables let nobody change a setting alone, twice, or beyond its bounds."""

from dataclasses import replace

import pytest

from intake.domain.codes import ChangeStatus, Setting
from intake.domain.event import SettingConfirmed, SettingDeclined, SettingProposed
from intake.domain.setting import BOUNDS
from intake.errors import SecondPersonNeeded
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON

PROPOSED = SettingProposed(
    change="c1",
    setting=Setting.COMMENT_DAYS,
    value=10,
    was=3,
    reason="People come from far.",
    by="ada",
    at=NOON,
)
CONFIRMED = SettingConfirmed(
    change="c1",
    setting=Setting.COMMENT_DAYS,
    value=10,
    proposed_by="ada",
    by="alan",
    at=NOON,
)
DECLINED = SettingDeclined(
    change="c1", setting=Setting.COMMENT_DAYS, reason="Too long.", by="alan", at=NOON
)


def holds(store: Store) -> int:
    return store.settings.value(Setting.COMMENT_DAYS, 3)


def test_a_proposal_changes_nothing_and_waits(store: Store) -> None:
    store.record(PROPOSED)
    assert holds(store) == 3
    (waiting,) = store.settings.waiting()
    assert (waiting.value, waiting.was, waiting.reason) == (10, 3, PROPOSED.reason)
    assert store.settings.history() == []


def test_it_holds_from_the_moment_a_second_person_confirms_it(store: Store) -> None:
    store.record(PROPOSED, CONFIRMED)
    assert holds(store) == 10
    made = store.settings.in_force()[Setting.COMMENT_DAYS]
    assert (made.status, made.proposed_by, made.answered_by) == (
        ChangeStatus.IN_FORCE,
        "ada",
        "alan",
    )
    assert store.settings.waiting() == []
    assert store.settings.history() == [made]


def test_of_two_changes_the_later_holds_even_if_the_clock_was_set_back(store: Store) -> None:
    back = NOON.replace(year=2020)
    store.record(PROPOSED, CONFIRMED)
    store.record(
        replace(PROPOSED, change="c2", value=5, was=10, at=back),
        replace(CONFIRMED, change="c2", value=5, at=back),
    )
    assert holds(store) == 5
    assert store.settings.in_force()[Setting.COMMENT_DAYS].id == "c2"
    assert [c.id for c in store.settings.history()] == ["c2", "c1"]


def test_nobody_confirms_themselves_whatever_the_program_does(store: Store) -> None:
    store.record(PROPOSED)
    with pytest.raises(IntegrityError, match="two people change a setting"):
        store.record(replace(CONFIRMED, by="ada"))
    assert holds(store) == 3
    assert store.verify() == []


def test_a_confirmation_without_a_proposal_is_refused(store: Store) -> None:
    with pytest.raises(SecondPersonNeeded):
        store.record(CONFIRMED)
    store.record(PROPOSED)
    for other in ({"value": 60}, {"setting": Setting.KEEP_YEARS}, {"proposed_by": "eve"}):
        with pytest.raises(SecondPersonNeeded):
            store.record(replace(CONFIRMED, **other))
    assert holds(store) == 3


def test_a_change_is_answered_once(store: Store) -> None:
    store.record(PROPOSED, CONFIRMED)
    for again in (CONFIRMED, DECLINED):
        with pytest.raises(IntegrityError, match="answered before"):
            store.record(again)
    assert holds(store) == 10


def test_a_declined_change_stays_in_the_history_with_both_reasons(store: Store) -> None:
    store.record(PROPOSED, DECLINED)
    assert holds(store) == 3
    (left,) = store.settings.history()
    assert (left.status, left.answer_reason) == (ChangeStatus.DECLINED, "Too long.")
    assert left.reason == PROPOSED.reason


def test_two_changes_of_one_setting_never_wait_at_once(store: Store) -> None:
    store.record(PROPOSED)
    with pytest.raises(IntegrityError):
        store.record(replace(PROPOSED, change="c2", value=20))
    store.record(
        replace(PROPOSED, change="c3", setting=Setting.KEEP_YEARS, value=2, was=5),
        DECLINED,
        replace(PROPOSED, change="c4", value=20),
    )
    assert {c.id for c in store.settings.waiting()} == {"c3", "c4"}


@pytest.mark.parametrize("setting", Setting)
def test_the_tables_know_the_same_bounds_as_the_rules(store: Store, setting: Setting) -> None:
    bounds = BOUNDS[setting]
    for value in (bounds.least - 1, bounds.most + 1):
        with pytest.raises(IntegrityError, match="beyond its bounds"):
            store.record(replace(PROPOSED, setting=setting, value=value))
    store.record(replace(PROPOSED, setting=setting, value=bounds.most))
    assert [c.value for c in store.settings.waiting()] == [bounds.most]


def test_a_proposal_without_a_reason_is_refused(store: Store) -> None:
    with pytest.raises(IntegrityError, match="with a reason"):
        store.record(replace(PROPOSED, reason="  "))


def test_a_proposal_is_not_rewritten(store: Store) -> None:
    store.record(PROPOSED)
    for column, value in (("value", 60), ("reason", "x"), ("proposed_by", "eve")):
        with pytest.raises(IntegrityError, match="not rewritten"):
            store._db.table("setting_changes").update("c1", {column: value})


def test_changes_are_folded_again_from_the_ledger(store: Store) -> None:
    store.record(PROPOSED, CONFIRMED, replace(PROPOSED, change="c2", value=4, was=10))
    before = (store.settings.in_force(), store.settings.waiting(), store.settings.history())
    store.rebuild()
    assert (
        store.settings.in_force(),
        store.settings.waiting(),
        store.settings.history(),
    ) == before
