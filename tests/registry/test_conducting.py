"""What a page of an interview may show, and the queue of pairs behind it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake import i18n
from intake.domain.codes import InterviewStatus, Prompted, Stage
from intake.domain.event import (
    AnswerRecorded,
    ContradictionPut,
    MatchSuggested,
    PlannedQuestion,
    StageEntered,
)
from intake.domain.partial_date import from_age, from_parts
from intake.errors import NotFound
from intake.interview.conduct import Limits
from intake.registry.verifying import conducting, leases, planning, queue, telling
from intake.registry.verifying.paths import path_of
from intake.store import Store
from intake.store.interviews import Interview
from tests.builders import NOON, Group, a_group
from tests.registry.casework import ABDULLAH, CHILD, said_later
from tests.store.test_four_eyes import planned

BORN = "birth-place"
TODAY = NOON.date()


@pytest.fixture
def group(store: Store) -> Group:
    made = a_group("Abdullah", "Zarmina", said=ABDULLAH)
    store.record(*made.events)
    return made


def a_talk(store: Store, group: Group, *, stage: Stage = Stage.PROBE) -> Interview:
    """An interview with a story, at a stage."""
    common = {"case": group.case, "interview": "i1", "by": "ivan", "at": NOON}
    store.record(
        planned(group),
        StageEntered(stage=stage, **common),
        AnswerRecorded(
            answer="a1", question="OP1", text="Ми жили", prompted=Prompted.FREE, **common
        ),
    )
    found = store.interviews.get("i1")
    assert found is not None
    return found


def questions(asked: tuple[conducting.Asked, ...]) -> list[str]:
    return [one.id for one in asked]


def test_each_stage_asks_its_own_questions(store: Store, group: Group) -> None:
    talk = a_talk(store, group)
    assert questions(conducting.questions_at(talk, Stage.NARRATIVE)) == ["OP1"]
    assert questions(conducting.questions_at(talk, Stage.PROBE)) == ["FA2"]
    assert questions(conducting.questions_at(talk, Stage.CLOSE)) == []


def test_a_question_that_left_the_bank_is_not_asked(store: Store, group: Group) -> None:
    old = replace(
        a_talk(store, group), questions=(PlannedQuestion("XX9", "gap"), PlannedQuestion("CL1", ""))
    )
    assert questions(conducting.questions_at(old, Stage.PROBE)) == []
    assert questions(conducting.questions_at(old, Stage.CLOSE)) == ["CL1"]


def test_only_answered_questions_are_read_back(store: Store, group: Group) -> None:
    (asked,) = conducting.all_asked(a_talk(store, group))
    assert (asked.id, asked.answers[0].text) == ("OP1", "Ми жили")


def test_the_gates_learn_what_is_settled(store: Store, group: Group) -> None:
    store.record(said_later(group.case, group.people[0], BORN, {"text": "Herat", "country": "AF"}))
    talk = a_talk(store, group, stage=Stage.CLARIFY)
    person = conducting.person_of(store, group.people[0])
    state = conducting.state_of(talk, person, TODAY)
    assert state.contradictions == (BORN,)
    assert state.settled == frozenset()
    assert state.narrative_answered
    said = ContradictionPut(
        case=group.case,
        interview="i1",
        path=BORN,
        statements=("s",),
        explanation="Renamed.",
        by="ivan",
        at=NOON,
    )
    store.record(said)
    later = store.interviews.get("i1")
    assert later is not None
    assert conducting.state_of(later, person, TODAY).settled == {BORN}
    (difference,) = conducting.differences(later, person)
    assert (difference.is_settled, difference.explanation) == (True, "Renamed.")
    assert len(difference.said) == 2


def test_what_differs_is_left_out_of_what_is_known(store: Store, group: Group) -> None:
    store.record(said_later(group.case, group.people[0], BORN, {"text": "Herat", "country": "AF"}))
    person = conducting.person_of(store, group.people[0])
    known = [s.statement.path for s in conducting.known_of(person, ("name", BORN, "languages"))]
    assert known == ["name"]


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        (from_parts(3, 7, 1988).to_json(), Limits(90)),
        (CHILD, Limits(45)),
        (from_age(6, None, TODAY, verbatim="6").to_json(), Limits(20)),
        (from_age(16, 19, TODAY, verbatim="16-19").to_json(), Limits(45)),
    ],
)
def test_how_long_somebody_may_be_asked_follows_their_age(
    store: Store, birth: object, expected: Limits
) -> None:
    made = a_group("Somebody", said={"birth": birth})  # type: ignore[dict-item]
    store.record(*made.events)
    person = conducting.person_of(store, made.people[0])
    assert conducting.limits_of(person, TODAY) == expected


def test_an_unknown_age_is_no_age(store: Store) -> None:
    made = a_group("Somebody", said={"birth": None})
    store.record(*made.events)
    person = conducting.person_of(store, made.people[0])
    assert conducting.age_of(person, TODAY) is None


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (InterviewStatus.PAUSED, conducting.InterviewPaused),
        (InterviewStatus.STOPPED, conducting.InterviewOver),
        (InterviewStatus.FINISHED, conducting.InterviewOver),
    ],
)
def test_a_halted_interview_takes_nothing(
    store: Store, group: Group, status: InterviewStatus, error: type[Exception]
) -> None:
    talk = replace(a_talk(store, group), status=status)
    with pytest.raises(error):
        conducting.refuse_if_halted(talk)
    conducting.refuse_if_halted(replace(talk, status=InterviewStatus.RUNNING))


def test_the_stages_follow_one_another() -> None:
    order = [Stage.PREPARE]
    while (after := conducting.next_stage(order[-1])) is not None:
        order.append(after)
    assert order == list(Stage)[:-1]
    assert conducting.next_stage(Stage.AFTER) is None
    assert conducting.stage_before(Stage.CLARIFY) is Stage.PROBE
    assert conducting.stage_before(Stage.PROBE) is None


def test_a_question_is_read_aloud_only_in_another_language_that_is_there() -> None:
    text = "Is there anything I wrote that is wrong?"
    assert conducting.in_language(text, "en") == ""
    assert conducting.in_language(text, "tlh") == ""
    with i18n.use_locale("en"):
        pseudo = conducting.in_language(text, "ar")
    assert pseudo != text


def test_an_erased_person_is_not_found(store: Store, group: Group) -> None:
    store.forget_case(group.case)
    with pytest.raises(NotFound):
        conducting.person_of(store, group.people[0])


def test_what_nobody_would_say_is_no_gap(store: Store, group: Group) -> None:
    person = conducting.person_of(store, group.people[1])
    found = planning.prepare(store, person, "1" * 32, TODAY)
    assert set(found.gaps) >= {"birth", BORN, "father", "mother"}
    assert "name" not in found.gaps
    assert found.held == 0


def a_pair(store: Store, group: Group, number: int = 1, **said: object) -> str:
    other = a_group(f"Other {number}", said={"birth": CHILD} if said.get("child") else {})
    store.record(*other.events)
    store.record(
        MatchSuggested(
            case=group.case,
            pair=f"p{number}",
            left=group.people[0],
            right=other.people[0],
            right_case=other.case,
            band="many",
            score=20.0 - number,
            weights_version="1",
            evidence=(),
            by="screening",
            at=NOON,
        )
    )
    return f"p{number}"


def test_similar_records_shape_the_plan(store: Store, group: Group) -> None:
    a_pair(store, group)
    person = conducting.person_of(store, group.people[0])
    assert planning.prepare(store, person, "1" * 32, TODAY).similar == 1


def test_whoever_does_not_agree_to_be_compared_is_told_apart_by_no_question(
    store: Store, group: Group
) -> None:
    a_pair(store, group)
    person = conducting.person_of(store, group.people[0])
    pairs = telling.open_pairs(store, person.id)
    assert [pair.id for pair in pairs] == ["p1"]
    assert telling.candidates(store, person, pairs) == ()


def test_the_queue_goes_on_and_round(store: Store, group: Group) -> None:
    pairs = [a_pair(store, group, n) for n in (1, 2, 3)]
    assert [line.pair.id for line in queue.waiting(store, "rita", NOON)] == pairs
    assert queue.following(store, "rita", NOON, "p1") == "p2"
    assert queue.following(store, "rita", NOON, "p3") == "p1"
    assert queue.following(store, "rita", NOON) == "p1"


def test_children_come_first_in_the_queue(store: Store, group: Group) -> None:
    a_pair(store, group, 1)
    a_pair(store, group, 2, child=True)
    first, second = queue.waiting(store, "rita", NOON)
    assert (first.pair.id, first.ages is not None) == ("p2", True)
    assert (second.pair.id, second.ages) == ("p1", None)


def test_what_a_colleague_has_open_is_passed_over_until_the_lease_ends(
    store: Store, group: Group
) -> None:
    a_pair(store, group, 1)
    a_pair(store, group, 2)
    assert leases.keep(store, leases.pair_of("p1"), "rita", NOON)
    assert not leases.keep(store, leases.pair_of("p1"), "ruth", NOON)
    assert queue.following(store, "ruth", NOON) == "p2"
    later = NOON + leases.KEPT_FOR + timedelta(seconds=1)
    assert leases.keep(store, leases.pair_of("p1"), "ruth", later)
    leases.let_go(store, leases.pair_of("p1"), "ruth")
    assert leases.keep(store, leases.pair_of("p1"), "rita", later)


def test_an_empty_queue_leads_nowhere(store: Store, group: Group) -> None:
    assert queue.following(store, "rita", NOON) == ""
    a_pair(store, group)
    assert queue.following(store, "rita", NOON, "p1") == ""


@pytest.mark.parametrize(
    ("field", "path"),
    [("birth_place", BORN), ("home_place", "last-residence"), ("lang", "languages"), ("name",) * 2],
)
def test_fields_of_a_comparison_speak_of_questions(field: str, path: str) -> None:
    assert path_of(field) == path
