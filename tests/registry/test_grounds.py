"""How far a person's identity reaches follows from what was done, never from who they are."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.domain.codes import (
    FindingResult,
    IdentityLevel,
    Indicator,
    InterpreterKind,
    InterviewStatus,
    Prompted,
    ReadBack,
    Stage,
    SupportClass,
)
from intake.domain.event import CaseScreened
from intake.domain.statement import Json
from intake.errors import NotFound
from intake.interview.ceiling import Missing, Support
from intake.registry.verifying.grounds import (
    Dossier,
    dossier,
    explained,
    grounds,
    leading,
    open_contradictions,
    reach,
    recorders,
    standing,
)
from intake.store import Store, open_store
from intake.store.interviews import Answer, Explanation, Finding, Interview
from tests.builders import NOON, OFFICER, a_group, a_name
from tests.registry.casework import ABDULLAH, CHILD, agreeing, said_later

BORN = "birth-place"
HERAT = {"text": "Herat", "country": "AF"}
PAPER = Support(SupportClass.DOCUMENT)


def an_answer(question: str = "OP1", **changed: object) -> Answer:
    plain = {
        "id": "a-" + question,
        "question": question,
        "text": "We had a well.",
        "absent": "",
        "said_in": "uk",
        "prompted": Prompted.OPEN,
        "amends": "",
        "stage": "probe",
        "by": "ivan",
        "at": NOON.isoformat(),
    }
    return Answer(**{**plain, **changed})  # type: ignore[arg-type]


def a_finding(result: FindingResult, *, central: bool = True, fact: str = BORN) -> Finding:
    return Finding(
        "f", fact, Indicator.INTERNAL, result, central, ("a",), "r", "ivan", NOON.isoformat()
    )


def put(path: str = BORN, absent: str = "") -> Explanation:
    return Explanation(path, ("s1", "s2"), "Renamed.", absent, "ivan", NOON.isoformat())


def signed(person: str, case: str) -> Interview:
    return Interview(
        id="i1",
        case=case,
        individual=person,
        interviewer="ivan",
        language="uk",
        interpreter=InterpreterKind.TRAINED,
        interpreter_code="T7",
        private_place=True,
        questions=(),
        facts=("name", BORN),
        stage=Stage.AFTER,
        status=InterviewStatus.FINISHED,
        halt_reason="",
        read_back=ReadBack.YES,
        changes="",
        planned_at=NOON.isoformat(),
        started_at=NOON.isoformat(),
        closed_at=NOON.isoformat(),
        bank_version="",
        avoid=(),
    )


@pytest.fixture
def about(store: Store) -> Dossier:
    """Somebody whose record was screened and whose interview was signed."""
    group = agreeing(a_group("Abdullah", said=ABDULLAH))
    store.record(*group.events)
    store.record(CaseScreened(case=group.case, suggestions=0, by="screening", at=NOON))
    case = store.cases.get(group.case)
    assert case is not None
    return Dossier(signed(group.people[0], group.case), case, case.members[0], child=False)


def with_talk(about: Dossier, **changed: object) -> Dossier:
    return replace(about, interview=replace(about.interview, **changed))  # type: ignore[arg-type]


def with_two_places(store: Store, about: Dossier) -> Dossier:
    store.record(said_later(about.case.id, about.person.id, BORN, HERAT))
    person = store.cases.individual(about.person.id)
    assert person is not None
    return replace(about, person=person)


def test_a_signed_interview_and_one_paper_reach_a2(store: Store, about: Dossier) -> None:
    reached = reach(store, about, [PAPER])
    assert reached.level is IdentityLevel.A2
    assert Missing.SECOND_CLASS in reached.missing


def test_without_support_from_outside_it_stays_at_a1(store: Store, about: Dossier) -> None:
    reached = reach(store, about, [])
    assert reached.level is IdentityLevel.A1
    assert reached.missing == (Missing.SUPPORT,)


def test_place_knowledge_carries_no_adult(store: Store, about: Dossier) -> None:
    place = Support(SupportClass.PLACE)
    assert reach(store, about, [place]).level is IdentityLevel.A1
    child = replace(about, child=True)
    assert reach(store, child, [place]).level is IdentityLevel.A2


def test_a_record_confirmed_safely_reaches_a4(store: Store, about: Dossier) -> None:
    assert reach(store, about, [PAPER], authoritative=True).level is IdentityLevel.A4


def test_an_open_contradiction_holds_the_level_at_a1(store: Store, about: Dossier) -> None:
    two = with_two_places(store, about)
    assert open_contradictions(two) == (BORN,)
    reached = reach(store, two, [PAPER])
    assert reached.level is IdentityLevel.A1
    assert reached.missing == (Missing.CONTRADICTIONS,)


def test_an_explained_one_does_not(store: Store, about: Dossier) -> None:
    two = with_talk(with_two_places(store, about), explanations=(put(),))
    assert open_contradictions(two) == ()
    neutral = with_talk(two, findings=(a_finding(FindingResult.NEUTRAL),))
    assert reach(store, neutral, [PAPER]).level is IdentityLevel.A2


def test_one_explained_and_not_accepted_does(store: Store, about: Dossier) -> None:
    against = (a_finding(FindingResult.CONTRADICTS),)
    two = with_talk(with_two_places(store, about), explanations=(put(),), findings=against)
    assert open_contradictions(two) == (BORN,)


def test_a_detail_that_differs_settles_nothing_against_anybody(about: Dossier) -> None:
    detail = with_talk(about, findings=(a_finding(FindingResult.CONTRADICTS, central=False),))
    assert open_contradictions(detail) == ()


def test_what_was_not_put_explains_nothing(about: Dossier) -> None:
    held = with_talk(about, explanations=(put(absent="not-asked"), put("mother"))).interview
    assert explained(held) == {"mother"}


def test_declining_to_explain_is_an_explanation_put(about: Dossier) -> None:
    held = with_talk(about, explanations=(put(absent="asked-declined"),)).interview
    assert explained(held) == {BORN}


@pytest.mark.parametrize("read_back", list(ReadBack))
def test_a_reasoned_refusal_lowers_nothing(
    store: Store, about: Dossier, read_back: ReadBack
) -> None:
    """The registration was read back; refusing to sign the interview costs no level."""
    done = standing(store, with_talk(about, read_back=read_back))
    assert done.statement_confirmed
    assert done.interview_complete


def test_nothing_stands_before_the_interview_is_signed(store: Store, about: Dossier) -> None:
    running = with_talk(about, status=InterviewStatus.RUNNING)
    assert not standing(store, running).interview_complete
    assert not grounds(running, reach(store, running, [])).closed


def test_a_record_nobody_searched_for_twins_stays_at_a0(store: Store) -> None:
    group = agreeing(a_group("Abdullah", said=ABDULLAH))
    store.record(*group.events)
    case = store.cases.get(group.case)
    assert case is not None
    fresh = Dossier(signed(group.people[0], group.case), case, case.members[0], child=False)
    assert reach(store, fresh, [PAPER]).level is IdentityLevel.A0


def test_answers_to_leading_questions_are_known(about: Dossier) -> None:
    answers = (an_answer("FA2", prompted=Prompted.LEADING), an_answer("PL1"))
    assert leading(with_talk(about, answers=answers).interview) == {"a-FA2"}


def test_answers_that_rest_on_a_place_alone_are_known(store: Store, about: Dossier) -> None:
    talk = with_talk(about, answers=(an_answer("PL1"), an_answer("OP1")))
    assert grounds(talk, reach(store, talk, [])).place_evidence == {"a-PL1"}


def test_taking_no_part_means_declining_everything(store: Store, about: Dossier) -> None:
    no = {"text": "", "absent": "asked-declined"}
    nothing = with_talk(about, answers=(an_answer("OP1", **no), an_answer("FA2", **no)))
    assert grounds(nothing, reach(store, nothing, [])).refused
    some = with_talk(about, answers=(an_answer("OP1", **no), an_answer("FA2")))
    assert not grounds(some, reach(store, some, [])).refused
    assert not grounds(about, reach(store, about, [])).refused


def test_who_recorded_is_who_wrote_statements_down(about: Dossier) -> None:
    assert recorders(about.person) == {OFFICER}


def test_a_child_is_known_by_an_uncertain_age(store: Store) -> None:
    group = a_group("Soraya", said={"birth": CHILD})
    store.record(*group.events)
    with pytest.raises(NotFound):
        dossier(store, "no-interview", NOON.date())


DECLINABLE = st.sampled_from(["nationality", "languages", "spouse", "last-residence", "father"])


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(silent=st.sets(DECLINABLE))
def test_v13_declined_answers_never_lower_the_reach(tmp_path: Path, silent: set[str]) -> None:
    """Rule V-13 and scenario 6: silence costs nothing."""
    directory = tmp_path / ("store-" + "-".join(sorted(silent)))
    opened = open_store(directory, bytes(range(32)))
    try:
        told = dict.fromkeys(silent)
        group = agreeing(a_group("Abdullah", said={**ABDULLAH, "spouse": a_name("Z"), **told}))
        opened.record(*group.events)
        opened.record(CaseScreened(case=group.case, suggestions=0, by="screening", at=NOON))
        case = opened.cases.get(group.case)
        assert case is not None
        about = Dossier(signed(group.people[0], group.case), case, case.members[0], child=False)
        assert reach(opened, about, [PAPER]).level is IdentityLevel.A2
    finally:
        opened.close()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("sex", "f"),
        ("nationality", "Syria"),
        ("languages", ["ar", "ku"]),
        ("place-stays", {"role": "work", "place": {"text": "Mosul", "country": "IQ"}}),
    ],
)
@pytest.mark.parametrize("supports", [(), (PAPER,)])
def test_v19_who_somebody_is_changes_nothing_of_what_they_reach(
    store: Store, about: Dossier, path: str, value: Json, supports: tuple[Support, ...]
) -> None:
    before = reach(store, about, supports)
    store.record(said_later(about.case.id, about.person.id, path, value))
    person = store.cases.individual(about.person.id)
    assert person is not None
    assert reach(store, replace(about, person=person), supports) == before
