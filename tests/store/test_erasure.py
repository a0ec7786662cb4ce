"""An erased record is unreadable for good; that it was erased stays, and chains verify."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import (
    BestInterests,
    ContactWish,
    GuardianPart,
    PairVerdict,
    Purpose,
    TraceSide,
    TraceVerdict,
)
from intake.domain.event import (
    BestInterestsLookedAt,
    CaseErased,
    ContactAnswered,
    ErasureAsked,
    Event,
    MatchSuggested,
    OutcomeTold,
    PairJudged,
    ProtectionAsked,
    TraceJudged,
    TraceReleased,
)
from intake.domain.event import RecordViewed as Viewed
from intake.errors import CaseClosed, SecondPersonNeeded
from intake.matching.person import NameSaid, Person
from intake.security.canonical import canonical
from intake.store import Store, open_store
from intake.store.engine import IntegrityError
from intake.store.keyring import reply_key
from intake.store.schema import FILED, PROJECTIONS
from tests.builders import NOON, Group, a_group, a_name, a_statement, statements
from tests.store.conftest import KEY
from tests.sync.parties import tell

LOUD = "Кароліна-Непомильна"
WHY = "The group asked for it."


def asked(group: Group, by: str = "petra") -> ErasureAsked:
    number = group.case[:10].upper()
    return ErasureAsked(asked_case=group.case, number=number, reason=WHY, by=by, at=NOON)


def erased(group: Group, by: str = "dora", asked_by: str = "petra") -> CaseErased:
    return CaseErased(erased=group.case, reason=WHY, asked_by=asked_by, by=by, at=NOON)


def erase(store: Store, group: Group) -> None:
    store.record(asked(group))
    store.record(erased(group))


def a_pair(left: Group, right: Group, pair: str = "p1") -> tuple[MatchSuggested, PairJudged]:
    suggested = MatchSuggested(
        case=left.case,
        pair=pair,
        left=left.people[0],
        right=right.people[0],
        right_case=right.case,
        band="many",
        score=20.0,
        weights_version="1",
        evidence=(),
        by="screening",
        at=NOON,
    )
    verdict = PairJudged(
        case=left.case, pair=pair, verdict=PairVerdict.DIFFERENT, reason="r", by="rita", at=NOON
    )
    return suggested, verdict


def projected(store: Store) -> dict[str, list[str]]:
    """Every projected row of every table."""
    return rows_of(store, PROJECTIONS)


def rows_of(store: Store, tables: tuple[str, ...]) -> dict[str, list[str]]:
    return {t: sorted(repr(dict(r)) for r in store._db.table(t).rows) for t in tables}


@pytest.fixture
def kept(registry: Store) -> Group:
    group = a_group("Олена Тест")
    registry.record(*group.events)
    return group


@pytest.fixture
def gone(registry: Store) -> Group:
    group = a_group(LOUD, "Petro Test")
    registry.record(*group.events)
    return group


def test_asking_alone_erases_nothing(registry: Store, gone: Group) -> None:
    registry.record(asked(gone))
    assert registry.cases.find(LOUD)
    found = registry.oversight.erasure(gone.case)
    assert found is not None
    assert (found.waits, found.asked_by, found.reason) == (True, "petra", WHY)


def test_no_key_opens_an_erased_record_and_the_chain_verifies(
    registry: Store, kept: Group, gone: Group
) -> None:
    tell(registry, "0" * 32, gone.case, gone.people[0])
    before = registry.ledger.count()
    erase(registry, gone)
    entries = registry.ledger.of_case(gone.case)
    assert len(entries) > 5
    assert all(registry.open_event(entry) is None for entry in entries)
    assert registry.keys_for(entries) == {}
    assert registry.ledger.count() == before + 2
    assert registry.verify() == []
    assert registry.cases.get(kept.case) is not None


def test_no_table_holds_a_word_or_an_id_of_an_erased_record(
    registry: Store, kept: Group, gone: Group
) -> None:
    registry.record(Viewed(case=gone.case, individual=gone.people[0], purpose="x", by="r", at=NOON))
    registry.record(*a_pair(kept, gone), *a_pair(gone, kept_two := a_group("Abebe Test"), "p2"))
    registry.record(*kept_two.events)
    registry.papers.keep_draft(gone.case + "/interview-1", {"story": LOUD}, rev=0, at=NOON)
    someone = Person(gone.people[0], gone.case, (NameSaid(LOUD),), birth_place=LOUD)
    registry.filing.file(gone.case, [(someone, {Purpose.VERIFICATION, Purpose.TRACING})])
    assert "Непомильна" in str(rows_of(registry, FILED))
    erase(registry, gone)
    tables = projected(registry) | rows_of(registry, (*FILED, "drafts"))
    for table, rows in tables.items():
        for row in rows:
            assert LOUD not in row, table
            assert gone.people[0] not in row, table
            assert gone.case not in row or table == "erasures", table
    assert [tables[table] for table in FILED] == [[]] * len(FILED)
    assert tables["verdicts"] == []
    assert tables["pairs"] == []


def test_tables_rebuilt_after_an_erasure_are_identical(
    registry: Store, kept: Group, gone: Group
) -> None:
    registry.record(*a_pair(kept, gone))
    erase(registry, gone)
    before = projected(registry)
    registry.rebuild()
    assert projected(registry) == before
    assert len(before["erasures"]) == 1
    assert registry.pairs.between(kept.people[0], gone.people[0]) is None


def test_that_it_was_erased_stays_with_number_reason_and_both_people(
    registry: Store, gone: Group
) -> None:
    erase(registry, gone)
    (found,) = registry.oversight.erasures()
    assert (found.number, found.reason) == (gone.case[:10].upper(), WHY)
    assert (found.asked_by, found.erased_by) == ("petra", "dora")
    assert not found.waits


def test_what_waits_stands_before_what_is_done(registry: Store, kept: Group, gone: Group) -> None:
    erase(registry, gone)
    registry.record(asked(kept))
    assert [e.case for e in registry.oversight.erasures()] == [kept.case, gone.case]


def test_the_tables_too_refuse_that_one_person_asks_and_erases(
    registry: Store, gone: Group
) -> None:
    registry.record(asked(gone))
    with pytest.raises(IntegrityError):
        registry.record(erased(gone, by="petra"))
    assert registry.cases.find(LOUD)
    assert registry.verify() == []


@pytest.mark.parametrize("asked_by", ["", "somebody"])
def test_nothing_is_erased_that_nobody_asked_for(
    registry: Store, gone: Group, asked_by: str
) -> None:
    head = registry.head(registry.own_chain)
    with pytest.raises(SecondPersonNeeded):
        registry.record(erased(gone, asked_by=asked_by))
    assert registry.head(registry.own_chain) == head
    assert registry.cases.find(LOUD)


def test_an_erased_record_takes_no_more_words_and_no_reply(registry: Store, gone: Group) -> None:
    erase(registry, gone)
    with pytest.raises(CaseClosed):
        registry.record(statements(gone.case, a_statement(gone.people[0], "sex", "f")))
    with pytest.raises(CaseClosed):
        tell(registry, "0" * 32, gone.case, gone.people[0])


def test_what_a_laptop_says_later_stays_unreadable(store: Store, registry: Store) -> None:
    group = a_group(LOUD)
    store.record(*group.events)
    sent = store.entries_after(store.own_chain, 0)
    registry.receive(store.own_chain, sent, store.keys_for(sent), now=NOON)
    erase(registry, group)
    store.record(statements(group.case, a_statement(group.people[0], "mother", a_name("Ганна"))))
    late = store.entries_after(store.own_chain, len(sent))
    keys = store.keys_for(late)
    assert set(keys) == {group.case}
    registry.receive(store.own_chain, late, keys, now=NOON)
    assert registry.head(store.own_chain) == store.head(store.own_chain)
    assert all(registry.open_event(entry) is None for entry in late)
    assert registry.cases.get(group.case) is None
    assert registry.cases.find("Ганна") == []
    assert registry.verify() == []


def test_another_chain_erases_nothing_here(store: Store, registry: Store, gone: Group) -> None:
    erase(store, gone)
    entries = store.entries_after(store.own_chain, 0)
    assert [entry.kind for entry in entries] == ["erasure-asked", "case-erased"]
    registry.receive(store.own_chain, entries, store.keys_for(entries), now=NOON)
    assert registry.cases.find(LOUD)
    assert registry.oversight.erasures() == []


def test_it_is_erased_after_reopening_too(tmp_path: Path) -> None:
    group = a_group(LOUD)
    first = open_store(tmp_path / "one", KEY)
    first.record(*group.events)
    erase(first, group)
    first.close()
    second = open_store(tmp_path / "one", KEY)
    assert second.cases.get(group.case) is None
    assert second.keyring.is_forgotten(group.case)
    assert second.keyring.is_forgotten(reply_key(group.case))
    assert second.keyring.learn({group.case: bytes(32)}) == []
    second.close()


def test_keys_that_were_kept_aside_go_too_and_nothing_else(
    registry: Store, kept: Group, gone: Group
) -> None:
    lines = [{"entry": {"seq": 1}}] + [
        {"key": {"case": name, "key": "AAAA"}}
        for name in (gone.case, reply_key(gone.case), kept.case)
    ]
    registry.quarantine("laptop", "forked", canonical(lines), NOON)
    registry.quarantine("laptop", "torn", b"\xff no bundle", NOON)
    registry.quarantine("laptop", "odd", b'{"a":1}', NOON)
    erase(registry, gone)
    first, second, third = [row["body"] for row in registry._db.table("quarantine").rows]
    assert json.loads(first) == [lines[0], lines[3]]
    assert (second, third) == (b"\xff no bundle", b'{"a":1}')


def test_an_outcome_told_before_is_not_read_after(registry: Store, gone: Group) -> None:
    event = tell(registry, "0" * 32, gone.case, gone.people[0])
    assert isinstance(event, OutcomeTold)
    assert len(registry.decisions.outcomes(gone.case)) == 1
    erase(registry, gone)
    assert registry.decisions.outcomes(gone.case) == []


def a_match(search: Group, found: Group) -> tuple[Event, ...]:
    """Somebody of one group who was found for a search of another, up to a wish."""
    match: dict[str, Any] = {"case": search.case, "request": "q", "individual": found.people[0]}
    said = {"reason": LOUD, "at": NOON}
    return (
        *(TraceJudged(verdict=TraceVerdict.SOUGHT, by=by, **match, **said) for by in ("t1", "t2")),
        ProtectionAsked(by="t1", **match, **said),
        TraceReleased(by="nadia", **match, **said),
        BestInterestsLookedAt(
            look="l1",
            child=found.people[0],
            looked_on="2026-11-19",
            looked_by="A panel",
            outcome=BestInterests.IN_INTEREST,
            conditions="",
            asked=True,
            view="Wants it.",
            guardian=GuardianPart.AGREES,
            by="nadia",
            **match,
            **said,
        ),
        ContactAnswered(side=TraceSide.FOUND, wish=ContactWish.YES, by="nadia", **match, **said),
    )


def test_a_match_vanishes_with_the_record_of_whoever_was_found_and_no_other_does(
    registry: Store, kept: Group, gone: Group
) -> None:
    other = a_group("Abebe Test")
    staying = [replace(one, request="q2") for one in a_match(kept, other)[:3]]
    registry.record(*other.events, *a_match(kept, gone), *staying)
    assert len(registry.traces.handed_over()) == 2
    erase(registry, gone)
    assert [trace.individual for trace in registry.traces.handed_over()] == [other.people[0]]
    assert registry.traces.released() == set()
    before = projected(registry)
    assert not [t for t, rows in before.items() if gone.people[0] in "".join(rows)]
    registry.rebuild()
    assert projected(registry) == before
