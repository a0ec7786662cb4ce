"""Where identities stand, folded from events: by the table, and no further than it leads."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.codes import (
    CommentVerdict,
    CorrectionVerdict,
    IdentityLevel,
    LookAgain,
    PairVerdict,
    ReadBack,
    RecheckVerdict,
    ReviewVerdict,
)
from intake.domain.codes import IdentityState as S
from intake.domain.event import (
    AssessmentReopened,
    CaseScreened,
    Event,
    InformationCame,
    MoreInformationAsked,
)
from intake.store import Store
from tests.builders import NOON, Group, a_group
from tests.store.test_corrections import answered as correction_answered
from tests.store.test_corrections import asked as correction_asked
from tests.store.test_decision_steps import (
    LATER,
    answered,
    asked_again,
    commented,
    final,
    looked_again,
    opinion,
    told,
)
from tests.store.test_four_eyes import found, judged, planned, proposed, reviewed, suggested
from tests.store.test_interviews import DAY, closed, entered, halted, resumed

Make = Callable[[Group], Event]


@pytest.fixture
def group(store: Store) -> Group:
    """Two people of one group, of whom nothing is known yet."""
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events)
    return made


def screened(group: Group) -> CaseScreened:
    return CaseScreened(case=group.case, suggestions=0, by="screening", at=NOON)


def more(group: Group) -> MoreInformationAsked:
    return MoreInformationAsked(
        case=group.case,
        individual=group.people[0],
        reason="A letter.",
        until="2026-12-04",
        by="ivan",
        at=NOON,
    )


def came(group: Group) -> InformationCame:
    return InformationCame(
        case=group.case, individual=group.people[0], reason="It came.", by="ivan", at=NOON
    )


def reopened(group: Group) -> AssessmentReopened:
    return AssessmentReopened(
        case=group.case,
        individual=group.people[0],
        why=LookAgain.NEW_EVIDENCE,
        reason="A paper came.",
        by="ivan",
        at=LATER,
    )


def talked(group: Group) -> tuple[Event, ...]:
    return planned(group), entered(group, DAY), closed(group, DAY)


def settled(group: Group) -> tuple[Event, ...]:
    return *talked(group), *found(group), proposed(group), reviewed(group, "rita"), told(group)


def refused(group: Group) -> Event:
    return replace(closed(group, DAY), read_back=ReadBack.REFUSES)


def returned(group: Group) -> Event:
    return replace(reviewed(group, "rita"), verdict=ReviewVerdict.RETURN)


def looked_at_anew(group: Group) -> Event:
    return answered(group, verdict=CommentVerdict.LOOK_AGAIN)


def changed(group: Group) -> Event:
    return replace(looked_again(group, "nadia"), verdict=RecheckVerdict.CHANGED)


def upheld(group: Group) -> Event:
    return looked_again(group, "nadia")


def correction(group: Group) -> Event:
    return correction_answered(group, CorrectionVerdict.APPROVED)


def refusal(group: Group) -> Event:
    return correction_answered(group, CorrectionVerdict.REFUSED)


def of_a_small_thing(group: Group) -> Event:
    return replace(correction(group), path="occupation")


WAYS: dict[str, tuple[tuple[Make, ...], S]] = {
    "screened": ((screened,), S.UNIQUE),
    "suggested": ((screened, suggested), S.UNEXAMINED),
    "planned": ((planned,), S.SCHEDULED),
    "talking": ((planned, lambda g: entered(g, DAY)), S.IN_PROGRESS),
    "halted": ((planned, lambda g: entered(g, DAY), lambda g: halted(g, DAY)), S.PAUSED),
    "resumed": ((planned, lambda g: halted(g, DAY), lambda g: resumed(g, DAY)), S.IN_PROGRESS),
    "read back": ((lambda g: closed(g, DAY),), S.STATEMENT_CONFIRMED),
    "refused": ((refused,), S.STATEMENT_REFUSED),
}
AFTER_TALK: dict[str, tuple[tuple[Make, ...], S]] = {
    "more asked": ((more,), S.MORE_INFORMATION),
    "it came": ((more, came), S.ASSESSING),
    "nothing was asked": ((came,), S.STATEMENT_CONFIRMED),
}
AFTER_PROPOSAL: dict[str, tuple[tuple[Make, ...], S]] = {
    "opinion": ((opinion,), S.UNDER_REVIEW),
    "returned": ((returned,), S.RETURNED),
    "confirmed": ((lambda g: reviewed(g, "rita"),), S.DECIDED),
    "more asked too late": ((more,), S.PROPOSED),
    "talk planned too early": ((lambda g: replace(planned(g), interview="i9"),), S.PROPOSED),
}
AFTER_TELLING: dict[str, tuple[tuple[Make, ...], S]] = {
    "told": ((), S.COMMENT_WINDOW),
    "commented": ((commented,), S.COMMENTED),
    "stays": ((commented, answered), S.COMMENT_WINDOW),
    "looked at anew": ((commented, looked_at_anew), S.ASSESSING),
    "asked again": ((asked_again,), S.REVIEW_REQUESTED),
    "upheld": ((asked_again, upheld), S.COMMENT_WINDOW),
    "changed": ((asked_again, changed), S.ASSESSING),
    "final": ((final,), S.FINAL),
    "final, asked again": ((final, asked_again), S.REVIEW_REQUESTED),
    "final, upheld": ((final, asked_again, upheld), S.FINAL),
    "final, changed": ((final, asked_again, changed), S.ASSESSING),
    "final, reopened": ((final, reopened), S.ASSESSING),
    "not final, not reopened": ((reopened,), S.COMMENT_WINDOW),
    "final, corrected": ((final, correction_asked, correction), S.ASSESSING),
    "final, refused": ((final, correction_asked, refusal), S.FINAL),
    "final, a small thing": ((final, correction_asked, of_a_small_thing), S.FINAL),
    "final, talked again": ((final, lambda g: replace(planned(g), interview="i9")), S.SCHEDULED),
}


def state(store: Store, group: Group, person: int = 0) -> S:
    return store.identities.of(group.people[person]).state


def walk(store: Store, group: Group, before: tuple[Event, ...], way: tuple[Make, ...]) -> None:
    store.record(*before, *(make(group) for make in way))


@pytest.mark.parametrize("name", WAYS)
def test_before_a_proposal(store: Store, group: Group, name: str) -> None:
    way, after = WAYS[name]
    starts = name in ("read back", "refused")
    before = (planned(group), entered(group, DAY)) if starts else ()
    walk(store, group, before, way)
    assert state(store, group) is after


@pytest.mark.parametrize("name", AFTER_TALK)
def test_after_a_talk(store: Store, group: Group, name: str) -> None:
    way, after = AFTER_TALK[name]
    walk(store, group, talked(group), way)
    held = store.identities.of(group.people[0])
    assert held.state is after
    asked = ("A letter.", "2026-12-04") if name == "more asked" else ("", held.look_again)
    assert (held.note, held.look_again) == asked


@pytest.mark.parametrize("name", AFTER_PROPOSAL)
def test_after_a_proposal(store: Store, group: Group, name: str) -> None:
    way, after = AFTER_PROPOSAL[name]
    walk(store, group, (*talked(group), *found(group), proposed(group)), way)
    assert state(store, group) is after


@pytest.mark.parametrize("name", AFTER_TELLING)
def test_after_the_person_was_told(store: Store, group: Group, name: str) -> None:
    """And the same once more when all of it is folded again."""
    way, after = AFTER_TELLING[name]
    walk(store, group, settled(group), way)
    assert state(store, group) is after
    decision = store.decisions.get("d1")
    assert decision is not None
    assert (decision.status == "reopened") is (after is S.ASSESSING)
    held = store.identities.of(group.people[0])
    was_final = name.startswith("final")
    assert (held.level is IdentityLevel.A2) is was_final
    assert (held.decision == "d1") is was_final
    store.rebuild()
    assert store.identities.of(group.people[0]) == held


def test_a_final_decision_is_looked_at_again_after_two_years_or_on_its_own_day(
    store: Store, group: Group
) -> None:
    store.record(*settled(group), final(group))
    assert store.identities.of(group.people[0]).look_again == "2028-11-26"
    dated = replace(proposed(group), decision="d2", review_by="2027-01-31")
    again = (
        replace(event, decision="d2")
        for event in (reviewed(group, "rita"), told(group), final(group))
    )
    store.record(reopened(group), dated, *again)
    held = store.identities.of(group.people[0])
    assert (held.decision, held.look_again) == ("d2", "2027-01-31")


@pytest.mark.parametrize(
    ("verdicts", "left"),
    [
        ([("r1", PairVerdict.SAME)], S.UNEXAMINED),
        ([("r1", PairVerdict.CANNOT_TELL)], S.UNEXAMINED),
        ([("r1", PairVerdict.DIFFERENT)], S.UNIQUE),
        ([("r1", PairVerdict.SAME), ("r2", PairVerdict.SAME)], S.UNIQUE),
        ([("r1", PairVerdict.SAME), ("r2", PairVerdict.DIFFERENT)], S.UNEXAMINED),
    ],
)
def test_somebody_is_unique_when_every_pair_of_theirs_is_settled(
    store: Store, group: Group, verdicts: list[tuple[str, PairVerdict]], left: S
) -> None:
    store.record(suggested(group), *(judged(group, *said) for said in verdicts))
    assert [state(store, group, person) for person in (0, 1)] == [left, left]


def test_another_pair_that_is_open_keeps_somebody_unexamined(store: Store, group: Group) -> None:
    other = a_group("Hodan")
    pair = replace(suggested(group), pair="p2", right=other.people[0], right_case=other.case)
    store.record(*other.events, suggested(group), pair, judged(group, "r1", PairVerdict.DIFFERENT))
    assert state(store, group, 0) is S.UNEXAMINED
    assert state(store, group, 1) is S.UNIQUE
    assert state(store, other) is S.UNEXAMINED


def test_screening_a_group_leaves_those_in_open_pairs_as_they_are(
    store: Store, group: Group
) -> None:
    third = a_group("Hodan")
    pair = replace(suggested(group), right=third.people[0], right_case=third.case)
    store.record(*third.events, pair, screened(group))
    assert [state(store, group, person) for person in (0, 1)] == [S.UNEXAMINED, S.UNIQUE]


@pytest.mark.parametrize("order", ["suggested before", "suggested after"])
def test_what_is_suggested_of_an_erased_record_is_said_of_the_other_no_more(
    store: Store, group: Group, order: str
) -> None:
    """Also of somebody who was suggested before their own group was looked at."""
    other = a_group("Hodan")
    pair = replace(suggested(group), right=other.people[0], right_case=other.case)
    looked = (pair, screened(other)) if order == "suggested before" else (screened(other), pair)
    store.record(*other.events, *looked, screened(group))
    assert state(store, other) is S.UNEXAMINED
    store.forget_case(group.case)
    held = store.identities.of(other.people[0])
    assert (held.state, held.since) == (S.UNIQUE, NOON.isoformat())
    assert state(store, group) is S.UNEXAMINED
    store.rebuild()
    assert store.identities.of(other.people[0]) == held


def test_who_is_talked_with_is_not_made_unique_again_by_an_erasure(
    store: Store, group: Group
) -> None:
    other = a_group("Hodan")
    theirs = {"case": other.case, "individual": other.people[0]}
    store.record(*other.events, screened(other), replace(planned(other), **theirs))
    store.forget_case(group.case)
    assert state(store, other) is S.SCHEDULED


def test_events_about_somebody_erased_leave_no_row(store: Store, group: Group) -> None:
    late = a_group("Nobody", complete=False)
    store.record(replace(planned(group), individual=late.people[0]))
    assert store.identities.in_state(*S) == []


def test_who_waits_longest_comes_first(store: Store, group: Group) -> None:
    other = a_group("Hodan")
    first = replace(
        planned(other),
        interview="i2",
        case=other.case,
        individual=other.people[0],
        at=NOON - timedelta(days=1),
    )
    store.record(*other.events, planned(group), first)
    waiting = store.identities.in_state(S.SCHEDULED, S.PAUSED)
    assert [one.individual for one in waiting] == [other.people[0], group.people[0]]
