"""A plan tells why to talk and never what the answer should be."""

from pathlib import Path

import pytest

from intake.domain.codes import InterpreterKind, InterviewStatus, Role, Source, Stage
from intake.domain.questions import MATERIAL
from tests.builders import a_group, a_name
from tests.registry.casework import (
    ABDULLAH,
    ABDULLAH_AGAIN,
    CHILD,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    said_later,
    send,
    words_of,
)
from tests.registry.talk import a_finished_talk, plan
from tests.registry.visitor import Registry

PLACE = {"text": "Herat", "country": "AF"}


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """Abdullah, whose birth place is told in two ways; a similar record; a child."""
    one = agreeing(a_group("Abdullah", "Zarmina", said={**ABDULLAH, "mother": None}))
    two = agreeing(a_group("عبدالله", "Jawid", said=ABDULLAH_AGAIN))
    child = agreeing(a_group("Soraya", said={"birth": CHILD}))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, one, two, child)
        laptop.record(
            said_later(one.case, one.people[0], "birth-place", PLACE, source=Source.INTERVIEW)
        )
        send(laptop, registry.store)
    made = desks(registry)
    made.screen(one, two)
    return made


def person(d: Desks, name: str = "Abdullah") -> str:
    (line,) = d.store.cases.find(name)
    case = d.store.cases.get(line.id)
    assert case is not None
    return case.members[0].id


def page_of(d: Desks, name: str = "Abdullah"):
    answer = d.interviewer.get(f"/people/{person(d, name)}/interviews/new")
    assert answer.status_code == 200
    return answer


def test_the_page_tells_why_to_talk(d: Desks) -> None:
    words = words_of(page_of(d))
    assert "Said in two ways Place of birth" in words
    assert "Not known yet Mother's name" in words
    assert "1 record is still to be told apart." in words


def test_no_value_that_differs_is_on_the_page(d: Desks) -> None:
    page = page_of(d).text
    for value in ("Herat", "Shindand", "Gul Agha", "گل آغا", "عبدالله"):
        assert value not in page


def test_every_question_says_why_it_is_proposed(d: Desks) -> None:
    words = words_of(page_of(d))
    assert "The record says it in two ways: Place of birth" in words
    assert "Asked of everybody" in words
    assert "capitals" not in words.split("What is asked of nobody")[0].lower()


def test_a_plan_keeps_people_language_interpreter_and_facts(d: Desks) -> None:
    made = plan(d, person(d), fact=["birth-place", "mother"])
    assert made.status is InterviewStatus.PLANNED
    assert made.stage is Stage.PREPARE
    assert made.interviewer == d.user("interviewer")
    assert (made.language, made.interpreter, made.interpreter_code) == (
        "uk",
        InterpreterKind.TRAINED,
        "T7",
    )
    assert made.private_place
    assert made.facts == ("birth-place", "mother")


def test_story_and_closing_questions_belong_to_every_plan(d: Desks) -> None:
    made = plan(d, person(d), question=[])
    assert [q.question for q in made.questions] == ["OP1", "CL1", "CL2", "CL3"]
    assert plan(d, person(d, "Soraya"), fact=[]).facts == MATERIAL


def test_questions_left_out_are_not_asked_and_none_can_be_smuggled_in(d: Desks) -> None:
    shown = page_of(d).text
    interview = shown.split('name="interview" value="')[1].split('"')[0]
    first = shown.split('name="question" value="')[1].split('"')[0]
    made = plan(d, person(d), interview=interview, question=[first, "RO1", "nonsense"])
    assert {q.question for q in made.questions} == {first, "OP1", "CL1", "CL2", "CL3"}


def test_a_plan_sent_twice_is_one_plan(d: Desks) -> None:
    made = plan(d, person(d))
    data = {"interview": made.id, "interviewer": d.user("interviewer"), "language": "ar"}
    data |= {"interpreter": "none-needed", "supporter": "nobody"}
    again = d.interviewer.post(f"/people/{person(d)}/interviews/new", data)
    assert again.location == f"/interviews/{made.id}"
    assert d.store.interviews.get(made.id) == made
    assert len(d.store.interviews.of_individual(person(d))) == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"interpreter": ""}, "Choose an answer: Interpreter"),
        ({"interpreter_code": ""}, "Write the code of the interpreter."),
        ({"language": "tlh"}, "Choose one of the answers in the list."),
        ({"interviewer": "somebody"}, "Choose one of the answers in the list."),
    ],
)
def test_what_is_missing_is_said_beside_the_form(
    d: Desks, changed: dict[str, str], words: str
) -> None:
    data = {
        "interviewer": d.user("interviewer"),
        "language": "uk",
        "interpreter": "trained",
        "interpreter_code": "T7",
    }
    answer = d.interviewer.post(f"/people/{person(d)}/interviews/new", data | changed)
    assert answer.status_code == 422
    assert words in problems(answer)
    assert d.store.interviews.of_individual(person(d)) == []


def test_no_interpreter_needs_no_code(d: Desks) -> None:
    made = plan(d, person(d), interpreter="none-needed", interpreter_code="")
    assert made.interpreter is InterpreterKind.NONE_NEEDED


def test_a_child_is_asked_less_long_and_other_questions(d: Desks) -> None:
    page = page_of(d, "Soraya").text
    assert "at most 45 minutes" in page
    made = plan(d, person(d, "Soraya"))
    asked = [q.question for q in made.questions if q.question not in ("OP1", "CL1", "CL2", "CL3")]
    assert asked
    assert all(question.startswith("CH") for question in asked)


def test_after_two_interviews_a_supervisor_is_asked_first(d: Desks) -> None:
    put = {"put-birth-place-how": "asked-unknown"}
    for _ in range(2):
        assert "A reviewer agrees first to one more." not in page_of(d).text
        a_finished_talk(d, person(d), put=put)
    assert "This person was interviewed 2 times" in page_of(d).text
    assert "A reviewer agrees first to one more." in page_of(d).text


def test_the_language_the_person_speaks_is_proposed(d: Desks, tmp_path: Path) -> None:
    group = agreeing(a_group("Hodan", said={"languages": ["so", "ar"], "father": a_name("Ali")}))
    with a_laptop(tmp_path, "other") as laptop:
        send(laptop, d.store, group)
    assert '<option value="so" selected>' in page_of(d, "Hodan").text


def test_the_language_the_person_would_rather_talk_in_is_proposed_and_wishes_are_shown(
    d: Desks, tmp_path: Path
) -> None:
    skills = [
        {"tag": "so", "wish": "refuses", "speak": "very-well"},
        {"tag": "sw", "wish": "interview-preferred"},
    ]
    said = {"languages": ["so", "ar"], "language-skills": skills, "interpreter-sex": "woman"}
    with a_laptop(tmp_path, "other") as laptop:
        send(laptop, d.store, agreeing(a_group("Hodan", said=said)))
    page = page_of(d, "Hodan").text
    assert '<option value="sw" selected>' in page
    assert "Interpreter they prefer" in page
    assert "Somali – Not wanted" in page


def test_looking_at_a_plan_is_recorded(d: Desks) -> None:
    page_of(d)
    (view,) = d.store.cases.views(person(d))
    assert (view.by, view.purpose) == (d.user("interviewer"), "prepare-interview")


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.TRACING, Role.ADMINISTRATOR])
def test_only_interviewers_plan(d: Desks, role: Role) -> None:
    visitor = d.registry.signed_in("other", role)
    address = f"/people/{person(d)}/interviews/new"
    assert visitor.get(address).status_code == 403
    assert visitor.post(address, {}, page="/").status_code == 403


def test_nobody_is_planned_for_who_is_not_here(d: Desks) -> None:
    assert d.interviewer.get("/people/" + "0" * 32 + "/interviews/new").status_code == 404
