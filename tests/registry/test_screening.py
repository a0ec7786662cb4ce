"""Screening suggests and never decides; twice is once; nobody unwilling is compared."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from intake.domain.codes import ConsentAnswer, PairVerdict, Purpose, Role
from intake.domain.event import CaseScreened, MatchSuggested
from intake.domain.pair import Reviewer, judge
from intake.domain.statement import Json
from intake.matching.weights import NEWEST
from intake.registry.screening import BY, MOST_PAIRS, Screening, evidence_rows, replay
from intake.store import Store
from intake.store.filable import file_missing
from tests.builders import NOON, Group, a_consent, a_group, a_name, a_statement, an_id, statements
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


def filed(store: Store) -> int:
    return store.filing.agreed_to(Purpose.VERIFICATION).people()


def judged(store: Store, left: Group, right: Group, verdict: PairVerdict, *by: str) -> None:
    """Each of these people says this of the pair of the two groups' first members."""
    for user in by:
        pair = store.pairs.between(left.people[0], right.people[0])
        assert pair is not None
        by_whom = Reviewer(user, (Role.REVIEWER,))
        store.record(judge(pair, verdict=verdict, reason="So.", by=by_whom, at=NOON))


def unlike(name: str) -> Group:
    return agreeing(a_group(name, said={"birth": ADULT, "sex": "m"}))


def becomes(laptop: Store, store: Store, group: Group, said: dict[str, Json]) -> None:
    """The group's first member says all this now, in place of what was said before."""
    person = group.people[0]
    held = store.cases.individual(person)
    assert held is not None
    now = [
        a_statement(person, path, value, saw=tuple(s.statement.id for s in held.current(path)))
        for path, value in said.items()
    ]
    laptop.record(statements(group.case, *now))
    send(laptop, store)


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
    store.record(
        judge(
            pair, verdict=verdict, reason="Two villages.", by=Reviewer("r1", (Role.CLERK,)), at=NOON
        )
    )
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
    assert filed(store) == 1
    assert store.cases.unscreened() == []


def test_who_was_never_asked_is_compared_with_nobody(store: Store, laptop: Store) -> None:
    one, silent = abdullah(), a_group("عبدالله", said=ABDULLAH_AGAIN)
    send(laptop, store, one, silent)
    assert Screening(store).screen([one.case, silent.case], NOON) == 0


def test_a_corrected_name_is_looked_up_anew(store: Store, laptop: Store) -> None:
    one = abdullah()
    other = unlike("Temesgen Wolde")
    send(laptop, store, one, other)
    screening = Screening(store)
    assert screening.screen([one.case, other.case], NOON) == 0
    becomes(laptop, store, other, {**ABDULLAH, "name": a_name("Abdullah")})
    assert screening.screen([other.case], NOON) == 1
    (pair,) = store.pairs.waiting()
    assert {pair.left_case, pair.right_case} == {one.case, other.case}


def test_strangers_are_not_suggested(store: Store, laptop: Store) -> None:
    other = unlike("Temesgen Wolde")
    send(laptop, store, abdullah(), other)
    assert Screening(store).screen([other.case], NOON) == 0


def test_drafts_are_left_alone(store: Store) -> None:
    draft = agreeing(a_group("Abdullah", said=ABDULLAH, complete=False))
    store.record(*draft.events)
    screening = Screening(store)
    assert screening.screen([draft.case, "0" * 32], NOON) == 0
    assert filed(store) == 0


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
    assert screening.screen([one.case, two.case], NOON) == 0
    assert filed(store) == 1


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


def test_nobody_is_found_any_more_by_what_was_corrected(store: Store, laptop: Store) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one)
    screening = Screening(store)
    screening.screen([one.case], NOON)
    becomes(laptop, store, one, dict.fromkeys(ABDULLAH) | {"name": a_name("Temesgen Wolde")})
    send(laptop, store, two)
    assert screening.screen([two.case, one.case], NOON) == 0


def test_whoever_takes_consent_back_is_found_no_more(store: Store, laptop: Store) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one)
    screening = Screening(store)
    screening.screen([one.case], NOON)
    no = a_consent(one.case, one.people[0], Purpose.VERIFICATION, ConsentAnswer.WITHDRAWN)
    laptop.record(no)
    send(laptop, store)
    assert filed(store) == 0
    send(laptop, store, two)
    assert screening.screen([two.case], NOON) == 0


def test_a_store_that_files_nobody_yet_is_filed_once_and_asked_nothing(
    store: Store, laptop: Store
) -> None:
    groups = [abdullah(), abdullah_again(), unlike("Temesgen Wolde")]
    send(laptop, store, *groups)
    file_missing(store)
    assert filed(store) == 3
    assert store.filing.missing() == []
    assert recorded(store) == []
    assert set(Screening(store).waiting()) == {group.case for group in groups}


def test_what_was_settled_as_one_person_is_not_asked_again_through_a_third_record(
    store: Store, laptop: Store
) -> None:
    one, two, three = abdullah(), abdullah_again(), unlike("Temesgen Wolde")
    screening = Screening(store)
    send(laptop, store, one, two, three)
    screening.screen([one.case, two.case, three.case], NOON)
    judged(store, one, two, PairVerdict.SAME, "r1", "r2")
    record_pair(store, two, three)
    judged(store, two, three, PairVerdict.SAME, "r1", "r2")
    becomes(laptop, store, three, {**ABDULLAH, "name": a_name("Abdullah")})
    assert screening.screen([three.case], NOON) == 0
    assert store.pairs.between(one.people[0], three.people[0]) is None


@pytest.mark.parametrize("verdict", [PairVerdict.DIFFERENT, PairVerdict.RELATED])
def test_whoever_was_told_apart_is_told_apart_from_what_is_one_with_it(
    store: Store, laptop: Store, verdict: PairVerdict
) -> None:
    one, two, three = abdullah(), abdullah_again(), unlike("Temesgen Wolde")
    screening = Screening(store)
    send(laptop, store, one, two, three)
    screening.screen([one.case, two.case, three.case], NOON)
    judged(store, one, two, PairVerdict.SAME, "r1", "r2")
    record_pair(store, two, three)
    judged(store, two, three, verdict, "r1")
    becomes(laptop, store, three, {**ABDULLAH, "name": a_name("Abdullah")})
    assert screening.screen([three.case], NOON) == 0
    assert screening.screen([one.case], NOON) == 0


def test_one_word_for_the_same_person_settles_nothing_through_a_third_record(
    store: Store, laptop: Store
) -> None:
    one, two, three = abdullah(), abdullah_again(), unlike("Temesgen Wolde")
    screening = Screening(store)
    send(laptop, store, one, two, three)
    screening.screen([one.case, two.case, three.case], NOON)
    judged(store, one, two, PairVerdict.SAME, "r1")
    record_pair(store, two, three)
    judged(store, two, three, PairVerdict.DIFFERENT, "r1")
    becomes(laptop, store, three, {**ABDULLAH, "name": a_name("Abdullah")})
    assert screening.screen([three.case], NOON) == 1


def test_a_third_record_like_two_that_are_one_is_put_beside_one_of_them(
    store: Store, laptop: Store
) -> None:
    one, two, three = abdullah(), abdullah_again(), abdullah()
    screening = Screening(store)
    send(laptop, store, one, two)
    screening.screen([one.case, two.case], NOON)
    judged(store, one, two, PairVerdict.SAME, "r1", "r2")
    send(laptop, store, three)
    assert screening.screen([three.case], NOON) == 1
    assert screening.screen([one.case, two.case, three.case], NOON) == 0
    (pair,) = store.pairs.of_individual(three.people[0])
    assert {pair.left, pair.right} <= {three.people[0], one.people[0], two.people[0]}


def test_the_order_in_which_cases_are_looked_at_suggests_the_same_pairs(
    store: Store, laptop: Store, tmp_path: Path
) -> None:
    groups = [abdullah("Zarmina"), abdullah_again("زرمینه"), unlike("Temesgen Wolde"), abdullah()]
    send(laptop, store, *groups)
    with a_laptop(tmp_path, "second registry") as second:
        second.receive(
            laptop.own_chain, entries := laptop.entries_after(laptop.own_chain, 0),
            laptop.keys_for(entries), now=NOON,
        )  # fmt: skip
        Screening(store).screen([group.case for group in groups], NOON)
        Screening(second).screen([group.case for group in reversed(groups)], NOON)
        assert suggested(store) == suggested(second)


def suggested(store: Store) -> set[tuple[frozenset[str], float]]:
    return {(frozenset((p.left, p.right)), round(p.score, 6)) for p in store.pairs.waiting()}


def test_a_suggestion_is_explained_again_by_the_weights_of_its_day(
    store: Store, laptop: Store
) -> None:
    one, two, third = abdullah("Zarmina"), abdullah_again("زرمینه"), abdullah()
    send(laptop, store, one, two, third)
    Screening(store).screen([one.case, two.case, third.case], NOON)
    pairs = store.pairs.waiting()
    assert len(pairs) == 3
    for pair in pairs:
        assert pair.weights_version == NEWEST
        again = replay(store, pair)
        assert again is not None
        assert evidence_rows(again) == pair.evidence
        assert (again.score, again.band.value) == (pair.score, pair.band)
        assert again.weights_version == pair.weights_version


def test_weights_that_are_not_kept_explain_nothing(store: Store, laptop: Store) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    file_missing(store)
    record_pair(store, one, two, weights_version="0")
    with pytest.raises(KeyError):
        replay(store, store.pairs.waiting()[0])


def test_others_who_come_change_the_rarity_but_no_outcome_of_an_old_suggestion(
    store: Store, laptop: Store
) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    screening = Screening(store)
    screening.screen([one.case, two.case], NOON)
    (pair,) = store.pairs.waiting()
    later = [unlike("Abdullah") for _ in range(5)]
    send(laptop, store, *later)
    screening.screen([group.case for group in later], NOON)
    again = replay(store, pair)
    assert again is not None
    told = [(row.field, row.outcome, row.why) for row in evidence_rows(again)]
    assert told == [(row.field, row.outcome, row.why) for row in pair.evidence]


def test_a_suggestion_whose_record_is_gone_is_not_explained_again(
    store: Store, laptop: Store
) -> None:
    one, two = abdullah(), abdullah_again()
    send(laptop, store, one, two)
    Screening(store).screen([one.case, two.case], NOON)
    (pair,) = store.pairs.waiting()
    no = a_consent(two.case, two.people[0], Purpose.VERIFICATION, ConsentAnswer.WITHDRAWN)
    laptop.record(no)
    send(laptop, store)
    assert replay(store, pair) is None


def test_a_case_that_fails_waits_on_and_holds_up_no_other(store: Store, laptop: Store) -> None:
    one, two, torn = abdullah(), abdullah_again(), unlike("Temesgen Wolde")
    send(laptop, store, one, torn, two)
    screening = Screening(store)
    store._db.execute("CREATE TEMP TABLE torn (individual TEXT)")
    store._db.execute("INSERT INTO torn VALUES (?)", [torn.people[0]])
    store._db.execute(
        "CREATE TEMP TRIGGER breaks BEFORE INSERT ON filed"
        " WHEN NEW.individual IN (SELECT individual FROM torn)"
        " BEGIN SELECT RAISE(ABORT, 'a fault of the disk'); END"
    )
    assert screening.screen([torn.case, one.case, two.case], NOON) == 1
    assert store.filing.missing() == [torn.case]
    store._db.execute("DROP TRIGGER breaks")
    assert torn.case in screening.waiting()
    screening.screen(screening.waiting(), NOON)
    assert screening.waiting() == []


def record_pair(store: Store, left: Group, right: Group, *, weights_version: str = NEWEST) -> None:
    """A pair that was suggested before, when the records said something else."""
    store.record(
        MatchSuggested(
            case=left.case,
            pair=an_id(),
            left=left.people[0],
            right=right.people[0],
            right_case=right.case,
            band="many",
            score=9.0,
            weights_version=weights_version,
            evidence=(),
            by=BY,
            at=NOON,
        )
    )


def test_what_linked_records_tell_counts_for_both(store: Store, laptop: Store) -> None:
    """Neither record alone is like the third one enough; the two together are."""
    told = dict(ABDULLAH)
    halves = ("sex", "birth"), ("mother",)
    one, two = (
        agreeing(a_group("Abdullah", said={path: told[path] for path in half})) for half in halves
    )
    three = abdullah_again()
    screening = Screening(store)
    send(laptop, store, one, two, three)
    screening.screen([one.case, two.case, three.case], NOON)
    alone = store.pairs.of_individual(three.people[0])
    assert alone == []
    record_pair(store, one, two)
    judged(store, one, two, PairVerdict.SAME, "r1", "r2")
    assert screening.screen([one.case], NOON) == 1
    (pair,) = store.pairs.of_individual(three.people[0])
    assert {row.field for row in pair.evidence if row.outcome == "agrees"} >= {"birth", "mother"}


def test_a_linked_record_is_not_suggested_with_the_companions_of_the_other(
    store: Store, laptop: Store
) -> None:
    one, two = abdullah("Abdullah"), abdullah_again()
    send(laptop, store, one, two)
    record_pair(store, one, two)
    judged(store, one, two, PairVerdict.SAME, "r1", "r2")
    Screening(store).screen([one.case, two.case], NOON)
    assert store.pairs.between(one.people[1], two.people[0]) is None
