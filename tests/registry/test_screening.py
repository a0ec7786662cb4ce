"""Screening suggests and never decides; twice is once; nobody unwilling is compared."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from intake.domain.codes import ConsentAnswer, PairVerdict, Purpose
from intake.domain.event import CaseScreened, MatchSuggested
from intake.domain.pair import judge
from intake.registry.screening import BY, MOST_PAIRS, Screening
from intake.store import Store
from tests.builders import NOON, Group, a_consent, a_group, a_name, a_statement, statements
from tests.registry.casework import ABDULLAH, ABDULLAH_AGAIN, ADULT, a_laptop, agreeing, send


def abdullah(*more: str) -> Group:
    return agreeing(a_group("Abdullah", *more, said=ABDULLAH))


def abdullah_again(*more: str) -> Group:
    return agreeing(a_group("عبدالله", *more, said=ABDULLAH_AGAIN))


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Store]:
    with a_laptop(tmp_path) as opened:
        yield opened


def recorded(store: Store) -> list[str]:
    """The kinds of events the registry itself wrote."""
    return [entry.kind for entry in store.entries_after(store.own_chain, 0)]


def test_a_person_registered_twice_in_two_scripts_is_put_before_people(
    store: Store, laptop: Store
) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    assert Screening(store).screen([one.case, two.case], NOON) == 1
    (pair,) = store.pairs.waiting()
    assert {pair.left, pair.right} == {one.people[0], two.people[0]}
    assert pair.band == "many"
    assert pair.counts()["agrees"] >= 5
    assert pair.verdicts == ()


def test_screening_writes_only_suggestions(store: Store, laptop: Store) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    Screening(store).screen([one.case, two.case], NOON)
    assert recorded(store) == [MatchSuggested.kind, CaseScreened.kind, CaseScreened.kind]
    assert {e.actor for e in store.entries_after(store.own_chain, 0)} == {BY}
    assert store.verify() == []


def test_a_suggestion_holds_no_value_of_either_record(store: Store, laptop: Store) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    Screening(store).screen([two.case], NOON)
    event = store.open_event(store.entries_after(store.own_chain, 0)[0])
    assert isinstance(event, MatchSuggested)
    assert "Shindand" not in str(event)
    assert "عبدالله" not in str(event)


def test_screening_again_changes_nothing(store: Store, laptop: Store) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    screening = Screening(store)
    screening.screen([one.case, two.case], NOON)
    before = store.head(store.own_chain)
    assert screening.screen([two.case, one.case, one.case], NOON) == 0
    assert Screening(store).screen([one.case], NOON) == 0
    assert store.head(store.own_chain) == before


def test_screened_cases_no_longer_wait(store: Store, laptop: Store) -> None:
    group = abdullah()
    send(laptop, store, group)
    assert store.cases.unscreened() == [group.case]
    assert Screening(store).screen([group.case], NOON) == 0
    assert store.cases.unscreened() == []


@pytest.mark.parametrize("verdict", [PairVerdict.DIFFERENT, PairVerdict.RELATED])
def test_what_people_said_of_a_pair_stands(
    store: Store, laptop: Store, verdict: PairVerdict
) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    screening = Screening(store)
    screening.screen([one.case, two.case], NOON)
    (pair,) = store.pairs.waiting()
    store.record(judge(pair, verdict=verdict, reason="Two villages.", by="r1", at=NOON))
    assert screening.screen([one.case, two.case], NOON) == 0
    assert store.pairs.waiting() == []


def test_members_of_one_group_are_never_a_pair(store: Store, laptop: Store) -> None:
    twins = a_group("Abdullah", "Abdullah", said=ABDULLAH)
    same = [a_statement(twins.people[1], path, value) for path, value in ABDULLAH.items()]
    send(laptop, store, agreeing(twins))
    laptop.record(statements(twins.case, *same))
    send(laptop, store)
    assert Screening(store).screen([twins.case], NOON) == 0
    assert store.pairs.count_waiting() == 0


@pytest.mark.parametrize("answer", [ConsentAnswer.NO, ConsentAnswer.WITHDRAWN])
def test_whoever_does_not_agree_is_compared_with_nobody(
    store: Store, laptop: Store, answer: ConsentAnswer
) -> None:
    one, two = abdullah(), abdullah_again()
    taken_back = a_consent(two.case, two.people[0], Purpose.VERIFICATION, answer)
    send(laptop, store, one, replace(two, events=(*two.events, taken_back)))
    screening = Screening(store)
    assert screening.screen([one.case, two.case], NOON) == 0
    assert len(screening) == 1
    assert store.cases.unscreened() == []


def test_who_was_never_asked_is_compared_with_nobody(store: Store, laptop: Store) -> None:
    one, silent = abdullah(), a_group("عبدالله", said=ABDULLAH_AGAIN)
    send(laptop, store, one, silent)
    assert Screening(store).screen([one.case, silent.case], NOON) == 0


def test_a_corrected_name_is_looked_up_anew(store: Store, laptop: Store) -> None:
    one = abdullah()
    other = agreeing(a_group("Temesgen Wolde", said={"birth": ADULT, "sex": "m"}))
    send(laptop, store, one, other)
    screening = Screening(store)
    assert screening.screen([one.case, other.case], NOON) == 0
    held = store.cases.individual(other.people[0])
    assert held is not None
    corrected = [
        a_statement(
            other.people[0],
            path,
            value,
            saw=tuple(s.statement.id for s in held.current(path)),
        )
        for path, value in {**ABDULLAH, "name": a_name("Abdullah")}.items()
    ]
    laptop.record(statements(other.case, *corrected))
    send(laptop, store)
    assert screening.screen([other.case], NOON) == 1
    (pair,) = store.pairs.waiting()
    assert {pair.left_case, pair.right_case} == {one.case, other.case}


def test_strangers_are_not_suggested(store: Store, laptop: Store) -> None:
    other = agreeing(a_group("Temesgen Wolde", said={"birth": ADULT, "sex": "m"}))
    send(laptop, store, abdullah(), other)
    assert Screening(store).screen([other.case], NOON) == 0


def test_drafts_are_left_alone(store: Store) -> None:
    draft = agreeing(a_group("Abdullah", said=ABDULLAH, complete=False))
    store.record(*draft.events)
    screening = Screening(store)
    assert screening.screen([draft.case, "0" * 32], NOON) == 0
    assert len(screening) == 0


def test_nobody_gets_more_than_a_handful_of_pairs(store: Store, laptop: Store) -> None:
    crowd = [abdullah() for _ in range(MOST_PAIRS + 3)]
    send(laptop, store, *crowd)
    Screening(store).screen([crowd[0].case], NOON)
    assert len(store.pairs.of_individual(crowd[0].people[0])) == MOST_PAIRS


def test_an_erased_case_is_found_no_more(store: Store, laptop: Store) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    screening = Screening(store)
    store.forget_case(one.case)
    screening.forget(one.case)
    assert screening.screen([one.case, two.case], NOON) == 0
    assert len(screening) == 1


def test_suggestions_are_part_of_the_transaction_that_took_the_case_in(
    store: Store, laptop: Store
) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    screening = Screening(store)

    class PowerCut(Exception):
        """The machine stops in the middle."""

    def take_in() -> None:
        with store.together():
            screening.screen([one.case, two.case], NOON)
            raise PowerCut

    with pytest.raises(PowerCut):
        take_in()
    assert store.pairs.count_waiting() == 0
    assert screening.screen([one.case, two.case], NOON) == 1


def test_a_family_that_came_twice_counts_as_evidence(store: Store, laptop: Store) -> None:
    one, two = abdullah("Zarmina", "Jawid"), abdullah_again("زرمینه", "جاوید")
    send(laptop, store, one, two)
    Screening(store).screen([one.case, two.case], NOON)
    pair = store.pairs.between(one.people[0], two.people[0])
    assert pair is not None
    (group,) = [row for row in pair.evidence if row.field == "group"]
    assert (group.outcome, group.why) == ("agrees", "same-companions")
