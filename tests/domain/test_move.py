"""Who belongs where: any sequence of moves leaves everybody in one group, and can be undone."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain import move as rules
from intake.domain.codes import MoveStatus, RegroupReason, Role
from intake.domain.event import MoveProposed
from intake.domain.machine import Actor, StepNotOpen
from intake.domain.move import (
    MACHINE,
    GroupChanged,
    GroupTheSame,
    Leg,
    Move,
    MoveWaits,
    NobodyStays,
    Place,
    Standing,
    Target,
    Wish,
)
from intake.errors import FieldMissing, NotAllowed, ReasonMissing, SecondPersonNeeded
from tests.builders import NOON

CLERK = Actor("clerk", [Role.CLERK], NOON)
REVIEWER = Actor("reviewer", [Role.REVIEWER], NOON)
GUARD, GUARD_TOO = (Actor(name, [Role.PROTECTION], NOON) for name in ("guard", "guard-2"))
FAMILY = tuple(Place(one, "A", "A", "NA") for one in ("a1", "a2", "a3"))
OTHERS = tuple(Place(one, "B", "B", "NB") for one in ("b1", "b2"))
ELSEWHERE = Target("N", "NN", is_new=True)


def a_wish(*leaving: str, **changed: Any) -> Wish:
    wish = Wish(leaving or ("a1",), ELSEWHERE, RegroupReason.FAMILY_REQUEST, "They ask.")
    return replace(wish, **changed)


def proposed(wish: Wish, by: Actor = CLERK, **standing: Any) -> list[MoveProposed]:
    known = {"group": FAMILY, **standing}
    return rules.propose(Standing(**known), wish, move="m", by=by)


def as_move(events: list[MoveProposed]) -> Move:
    legs = tuple(Leg(e.case, e.individuals, e.from_group, e.from_number) for e in events)
    one = events[0]
    at = one.at.isoformat()
    return Move("m", legs, one.to_group, one.to_number, one.reason, one.words, one.by, at)


def confirmed(move: Move, by: Actor = REVIEWER, **changed: Any) -> Any:
    known = {"now": FAMILY, "staying": 2, "reason": "Asked each alone.", **changed}
    return rules.confirm(move, by=by, **known)


def test_a_clerk_proposes_and_says_from_where_to_where() -> None:
    (event,) = proposed(a_wish("a1", "a2"))
    assert (event.case, event.individuals) == ("A", ("a1", "a2"))
    assert (event.from_group, event.from_number) == ("A", "NA")
    assert (event.to_group, event.to_number, event.words) == ("N", "NN", "They ask.")


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        (a_wish("a1", words="  "), ReasonMissing),
        (replace(a_wish(), leaving=()), FieldMissing),
        (a_wish("b1"), GroupChanged),
        (a_wish("a1", "a2", "a3"), NobodyStays),
        (a_wish("a1", to=Target("A", "NA")), GroupTheSame),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_reason(wish: Wish, refusal: type) -> None:
    with pytest.raises(refusal):
        proposed(wish)


def test_everybody_may_go_where_two_groups_are_joined() -> None:
    (event,) = proposed(a_wish("a1", "a2", "a3", to=Target("B", "NB")))
    assert event.individuals == ("a1", "a2", "a3")


def test_nobody_is_in_two_proposals_that_wait() -> None:
    with pytest.raises(MoveWaits):
        proposed(a_wish("a1", "a2"), busy={"a2"})
    assert proposed(a_wish("a1"), busy={"a2"})


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.INTERVIEWER, Role.TRACING, Role.DPO])
def test_other_roles_propose_nothing(role: Role) -> None:
    with pytest.raises(NotAllowed):
        proposed(a_wish(), by=Actor("x", [role], NOON))


def test_to_protect_somebody_only_protection_proposes() -> None:
    wish = a_wish(reason=RegroupReason.PROTECTION)
    with pytest.raises(NotAllowed):
        proposed(wish)
    assert proposed(wish, by=GUARD)


def test_for_protection_the_other_records_of_the_same_people_go_along() -> None:
    twin = Place("b1", "B", "B", "NB")
    wish = a_wish(reason=RegroupReason.PROTECTION)
    events = proposed(wish, by=GUARD, along=[twin])
    assert [(e.case, e.from_group, e.individuals) for e in events] == [
        ("A", "A", ("a1",)),
        ("B", "B", ("b1",)),
    ]
    assert len(proposed(a_wish(), along=[twin])) == 1


def test_people_of_several_cases_are_written_down_under_each() -> None:
    mixed = (*FAMILY, Place("b1", "B", "A", "NA"))
    events = proposed(a_wish("a1", "b1"), group=mixed)
    assert [(e.case, e.individuals) for e in events] == [("A", ("a1",)), ("B", ("b1",))]


def test_a_second_person_confirms_and_nobody_confirms_their_own() -> None:
    move = as_move(proposed(a_wish()))
    (event,) = confirmed(move)
    assert (event.case, event.proposed_by, event.by) == ("A", "clerk", "reviewer")
    both = Actor("clerk", [Role.CLERK, Role.REVIEWER], NOON)
    with pytest.raises(SecondPersonNeeded):
        confirmed(move, by=both)


@pytest.mark.parametrize("role", [Role.CLERK, Role.INTERVIEWER, Role.TRACING])
def test_other_roles_confirm_nothing(role: Role) -> None:
    with pytest.raises(NotAllowed):
        confirmed(as_move(proposed(a_wish())), by=Actor("x", [role], NOON))


def test_a_move_for_protection_is_confirmed_by_protection_alone() -> None:
    move = as_move(proposed(a_wish(reason=RegroupReason.PROTECTION), by=GUARD))
    with pytest.raises(NotAllowed):
        confirmed(move)
    with pytest.raises(NotAllowed):
        rules.refuse(move, now=FAMILY, reason="No.", by=REVIEWER)
    assert confirmed(move, by=GUARD_TOO)


def test_whoever_was_parted_is_moved_only_with_protection_as_second_person() -> None:
    apart = [replace(FAMILY[0], apart=True), *FAMILY[1:]]
    move = as_move(proposed(a_wish(), group=apart))
    with pytest.raises(NotAllowed):
        confirmed(move, now=apart)
    assert confirmed(move, by=GUARD, now=apart)


def test_what_changed_meanwhile_is_not_confirmed() -> None:
    move = as_move(proposed(a_wish()))
    with pytest.raises(GroupChanged):
        confirmed(move, now=[replace(FAMILY[0], group="B")])
    with pytest.raises(GroupChanged):
        confirmed(move, now=[])
    with pytest.raises(NobodyStays):
        confirmed(move, staying=0)
    with pytest.raises(ReasonMissing):
        confirmed(move, reason="")


@pytest.mark.parametrize("status", [MoveStatus.CONFIRMED, MoveStatus.REFUSED])
def test_an_answered_proposal_is_answered_no_more(status: MoveStatus) -> None:
    move = replace(as_move(proposed(a_wish())), status=status)
    with pytest.raises(StepNotOpen):
        confirmed(move)
    with pytest.raises(StepNotOpen):
        rules.refuse(move, now=FAMILY, reason="No.", by=REVIEWER)


def test_whoever_proposed_takes_it_back_and_another_clerk_does_not() -> None:
    move = as_move(proposed(a_wish()))
    (event,) = rules.refuse(move, now=FAMILY, reason="A slip of the hand.", by=CLERK)
    assert (event.case, event.reason) == ("A", "A slip of the hand.")
    with pytest.raises(NotAllowed):
        rules.refuse(move, now=FAMILY, reason="No.", by=replace(CLERK, id="other"))
    with pytest.raises(ReasonMissing):
        rules.refuse(move, now=FAMILY, reason=" ", by=CLERK)


def test_the_table_skips_no_step() -> None:
    assert {(step.before, step.after) for step in MACHINE.steps} == {
        (None, MoveStatus.PROPOSED),
        (MoveStatus.PROPOSED, MoveStatus.CONFIRMED),
        (MoveStatus.PROPOSED, MoveStatus.REFUSED),
    }
    assert all(step.roles and step.needs_reason for step in MACHINE.steps)


EVERYBODY = {one.individual: one for one in (*FAMILY, *OTHERS)}
STEPS = st.lists(
    st.tuples(
        st.sets(st.sampled_from(sorted(EVERYBODY)), min_size=1),
        st.sampled_from(["A", "B", "N1", "N2"]),
        st.sampled_from(list(RegroupReason)),
    ),
    max_size=8,
)


def step(places: dict[str, Place], who: set[str], to: str, reason: RegroupReason) -> Move | None:
    """What the rules make of a wish about one group, or None where they refuse it."""
    group = places[sorted(who)[0]].group
    here = [one for one in places.values() if one.group == group]
    is_new = to not in {"A", "B"} and all(one.group != to for one in places.values())
    wish = Wish(who, Target(to, "N" + to, is_new=is_new), reason, "why")
    try:
        return as_move(rules.propose(Standing(here), wish, move="m", by=GUARD))
    except (GroupChanged, GroupTheSame, NobodyStays):
        return None


@given(STEPS)
def test_after_any_moves_everybody_is_in_exactly_one_group(steps: Any) -> None:
    places = dict(EVERYBODY)
    for who, to, reason in steps:
        if move := step(places, who, to, reason):
            assert set(move.individuals) == who
            places = rules.moved(places, move)
    assert sorted(places) == sorted(EVERYBODY)
    assert all(place.individual == one for one, place in places.items())
    assert {one: p.case for one, p in places.items()} == {
        one: p.case for one, p in EVERYBODY.items()
    }


@given(STEPS, st.sampled_from([r for r in RegroupReason if r is not RegroupReason.PROTECTION]))
def test_a_move_back_undoes_a_move(steps: Any, reason: RegroupReason) -> None:
    places = dict(EVERYBODY)
    for who, to, why in steps:
        if move := step(places, who, to, why):
            after = rules.moved(places, move)
            for leg in move.legs:
                back = Leg(leg.case, leg.individuals, move.to_group, move.to_number)
                undo = replace(
                    move, legs=(back,), to_group=leg.from_group, to_number=leg.from_number
                )
                after = rules.moved(after, replace(undo, reason=reason))
            assert {o: (p.group, p.number) for o, p in after.items()} == {
                o: (p.group, p.number) for o, p in places.items()
            }
            places = rules.moved(places, move)


def test_who_was_parted_stays_parted_until_they_go_back() -> None:
    asked, safe = RegroupReason.FAMILY_REQUEST, RegroupReason.PROTECTION
    home, away = Place("a1", "A", "A", "NA"), Place("a1", "A", "N", "NN", apart=True)
    assert rules.is_apart(safe, home, "N")
    assert rules.is_apart(asked, away, "B")
    assert not rules.is_apart(asked, away, "A")
    assert not rules.is_apart(asked, home, "B")
    assert rules.is_apart(safe, away, "A")


TWIN = Place("b1", "B", "B", "NB")
SAFE = a_wish(reason=RegroupReason.PROTECTION)


def test_a_record_of_theirs_that_is_there_already_does_not_move_once_more() -> None:
    there = replace(TWIN, group=ELSEWHERE.group, number=ELSEWHERE.number)
    events = proposed(SAFE, by=GUARD, along=[there])
    assert [event.individuals for event in events] == [("a1",)]


def test_a_record_that_goes_along_and_waits_in_another_proposal_holds_this_one_up() -> None:
    with pytest.raises(MoveWaits):
        proposed(SAFE, by=GUARD, along=[TWIN], busy={"b1"})
    assert proposed(a_wish(), along=[TWIN], busy={"b1"})


def test_one_of_a_group_that_stays_may_wait_in_another_proposal() -> None:
    assert proposed(SAFE, by=GUARD, busy={"a2", "a3", "b2"})


def test_a_move_out_of_several_groups_is_answered_once_for_each_case() -> None:
    mixed = [replace(TWIN, group="C"), replace(FAMILY[1], group="C", number="NC"), FAMILY[0]]
    legs = tuple(rules.legs(mixed))
    assert [(leg.case, leg.from_group, leg.individuals) for leg in legs] == [
        ("A", "A", ("a1",)),
        ("A", "C", ("a2",)),
        ("B", "C", ("b1",)),
    ]
    move = replace(as_move(proposed(a_wish())), legs=legs)
    assert (move.individuals, move.from_numbers) == (("a1", "a2", "b1"), ("NA", "NC", "NB"))
    assert [event.case for event in confirmed(move, now=mixed)] == ["A", "B"]
    refused = rules.refuse(move, now=mixed, reason="No.", by=REVIEWER)
    assert [event.case for event in refused] == ["A", "B"]


def test_somebody_whose_record_is_gone_belongs_nowhere_after_a_move() -> None:
    move = as_move(proposed(a_wish("a1", "a2")))
    after = rules.moved({"a1": FAMILY[0], "b1": TWIN}, move)
    assert after == {"a1": Place("a1", "A", "N", "NN"), "b1": TWIN}


def test_if_one_of_several_stands_elsewhere_by_now_nobody_of_them_is_moved() -> None:
    move = as_move(proposed(a_wish("a1", "a2")))
    with pytest.raises(GroupChanged):
        confirmed(move, now=[FAMILY[0], replace(FAMILY[1], group="B"), FAMILY[2]])
    with pytest.raises(GroupChanged):
        confirmed(move, now=[FAMILY[0], FAMILY[2]])
    assert confirmed(move, now=[*FAMILY[:2], replace(FAMILY[2], group="B")])


def test_one_who_was_parted_is_enough_for_protection_to_be_the_second_person() -> None:
    move = as_move(proposed(a_wish("a1", "a2")))
    around = [*FAMILY, replace(OTHERS[0], apart=True)]
    assert rules.needs_guard(move, around)
    assert not rules.needs_guard(move, FAMILY)
    with pytest.raises(NotAllowed):
        rules.refuse(move, now=around, reason="No.", by=REVIEWER)
    assert rules.refuse(move, now=around, reason="No.", by=CLERK)
    assert rules.refuse(move, now=FAMILY, reason="No.", by=REVIEWER)
