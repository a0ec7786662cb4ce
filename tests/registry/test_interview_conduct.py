"""Through whom a talk goes, what is said to the person, children, and the time after."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import IdentityLevel, InterpreterKind, InterviewStatus, Stage
from intake.registry.verifying.grounds import Reach, dossier, grounds
from tests.builders import a_group
from tests.registry.casework import (
    ABDULLAH,
    CHILD,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    send,
    words_of,
)
from tests.registry.talk import (
    a_finished_talk,
    at_the_end,
    checks,
    declared,
    go,
    held,
    later,
    plan,
    sign,
    talk_until,
)
from tests.registry.talk import send as press
from tests.registry.visitor import Registry

ANOTHER = {"interpreter": "trained", "interpreter_code": "W9", "interpreter_sex": "woman"}


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    group = agreeing(a_group("Abdullah", said=ABDULLAH))
    child = agreeing(a_group("Soraya", said={"birth": CHILD}))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, group, child)
    return desks(registry)


def person(d: Desks, name: str = "Abdullah") -> str:
    (line,) = d.store.cases.find(name)
    case = d.store.cases.get(line.id)
    assert case is not None
    return case.members[0].id


def page(d: Desks, interview: str) -> Any:
    return d.interviewer.get(f"/interviews/{interview}")


def test_the_interpreter_declares_point_by_point_before_anybody_is_welcomed(d: Desks) -> None:
    talk = plan(d, person(d))
    boxes = checks(Stage.OPEN)
    nothing = {k: v for k, v in boxes.items() if not k.startswith("declared_")}
    refused = press(d, talk.id, "stage", {"to": "open", **nothing})
    assert "First the interpreter declares each of these points." in problems(refused)
    part = {k: v for k, v in boxes.items() if k != "declared_no_gifts"}
    refused = press(d, talk.id, "stage", {"to": "open", **part})
    assert "Confirm first: I take no gifts or favours." in problems(refused)
    assert not held(d, talk.id).is_declared
    assert go(d, talk.id, Stage.OPEN).status_code == 303
    assert held(d, talk.id).is_declared


def test_the_person_is_asked_in_private_and_another_interpreter_is_found(d: Desks) -> None:
    talk = plan(d, person(d))
    talk_until(d, talk.id, Stage.OPEN)
    refused = go(d, talk.id, Stage.NARRATIVE, {"asked": ""})
    assert "First ask the person in private about the interpreter." in problems(refused)
    assert go(d, talk.id, Stage.NARRATIVE, {"asked": "prefers-woman"}).status_code == 303
    paused = held(d, talk.id)
    assert (paused.status, paused.halt_reason) == (InterviewStatus.PAUSED, "no-interpreter")
    assert paused.stage is Stage.OPEN
    words = words_of(page(d, talk.id))
    assert "The person would rather have another interpreter." in words
    assert press(d, talk.id, "interpreter", ANOTHER).status_code == 303
    refused = press(d, talk.id, "resume")
    assert "First the interpreter declares each of these points." in problems(refused)
    assert press(d, talk.id, "resume", declared()).status_code == 303
    assert held(d, talk.id).status is InterviewStatus.RUNNING
    assert go(d, talk.id, Stage.NARRATIVE).status_code == 303


def test_a_new_interpreter_halfway_is_asked_about_before_going_on(d: Desks) -> None:
    talk = plan(d, person(d))
    talk_until(d, talk.id, Stage.PROBE)
    press(d, talk.id, "halt", {"reason": "no-interpreter"})
    press(d, talk.id, "interpreter", ANOTHER)
    refused = press(d, talk.id, "resume", declared())
    assert "First ask the person in private about the interpreter." in problems(refused)
    still = press(d, talk.id, "resume", {**declared(), "asked": "prefers-another"})
    assert still.status_code == 303
    assert held(d, talk.id).status is InterviewStatus.PAUSED
    press(d, talk.id, "resume", {**declared(), "asked": "understands"})
    assert held(d, talk.id).status is InterviewStatus.RUNNING


def test_nobody_changes_the_interpreter_of_a_running_talk_unseen(d: Desks) -> None:
    talk = plan(d, person(d))
    talk_until(d, talk.id, Stage.NARRATIVE)
    refused = d.interviewer.post(f"/interviews/{talk.id}/interpreter", ANOTHER, page="/")
    assert refused.status_code == 422
    assert held(d, talk.id).interpreter_code == "T7"


def test_one_lay_part_keeps_the_whole_talk_from_counting_against_the_person(d: Desks) -> None:
    talk = plan(d, person(d), interpreter="lay", interpreter_code="L1")
    talk_until(d, talk.id, Stage.NARRATIVE)
    press(d, talk.id, "halt", {"reason": "break"})
    press(d, talk.id, "interpreter", ANOTHER)
    press(d, talk.id, "resume", {**declared(), "asked": "understands"})
    again = held(d, talk.id)
    assert (again.interpreter, again.interpreted_by) == (
        InterpreterKind.TRAINED,
        InterpreterKind.LAY,
    )
    about = dossier(d.store, talk.id, d.registry.clock().date())
    assert grounds(about, Reach(IdentityLevel.A1, ())).interpreter is InterpreterKind.LAY


def test_what_is_said_stands_in_both_languages(d: Desks) -> None:
    talk = plan(d, person(d))
    talk_until(d, talk.id, Stage.OPEN)
    words = words_of(page(d, talk.id))
    assert "We are not the police and not a court." in words
    assert "Ми не поліція і не суд." in words
    assert 'lang="uk"' in page(d, talk.id).text


def test_the_record_is_signed_only_after_the_end_was_told(d: Desks) -> None:
    talk = plan(d, person(d))
    talk_until(d, talk.id, Stage.CLOSE)
    refused = press(d, talk.id, "close", {"read_back": "yes"})
    assert "Confirm first: Is there anything you need help with now?" in problems(refused)
    assert "Say whether the person takes a copy of the record." in problems(refused)
    assert sign(d, talk.id, copy="not-safe", hears_by="2026-12-24").status_code == 303
    done = held(d, talk.id)
    assert (done.copy, done.hears_by) == ("not-safe", "2026-12-24")
    words = words_of(page(d, talk.id))
    assert "Takes none: it is safer not to carry it" in words
    assert "I take no gifts or favours." in words
    assert "Asked in private about the interpreter: Understands well" in words


def test_minutes_are_counted_and_what_is_due_is_said_and_stops_nothing(d: Desks) -> None:
    talk = plan(d, person(d))
    talk_until(d, talk.id, Stage.NARRATIVE)
    note = "data-break-due hidden"
    assert note in page(d, talk.id).text
    later(d, minutes=31)
    assert note not in page(d, talk.id).text
    press(d, talk.id, "halt", {"reason": "break"})
    later(d, minutes=10)
    press(d, talk.id, "resume")
    assert note in page(d, talk.id).text
    assert held(d, talk.id).talked_s // 60 in (31, 32)
    later(d, minutes=60)
    assert "data-time-over hidden" not in page(d, talk.id).text
    assert go(d, talk.id, Stage.PROBE, {"OP1-text": "So it was."}).status_code == 303


def test_a_talk_that_takes_too_long_goes_on_another_day_from_nought(d: Desks) -> None:
    talk = plan(d, person(d))
    talk_until(d, talk.id, Stage.PROBE)
    later(d, minutes=80)
    press(d, talk.id, "halt", {"reason": "time"})
    later(d, days=1)
    press(d, talk.id, "resume")
    again = held(d, talk.id)
    assert (again.stage, again.talked_s) == (Stage.PROBE, 0)


def test_after_the_talk_language_self_check_and_what_was_not_asked_are_noted(d: Desks) -> None:
    talk = a_finished_talk(d, person(d))
    unasked = talk.questions[1].question
    assert "After the talk: interpreter and self-check" in words_of(d.interviewer.get("/"))
    refused = press(d, talk.id, "afterwork", {"debrief": "problems", "again": unasked})
    assert f'name="again" value="{unasked}" checked' in refused.text
    assert "Write a few words here: why, or which." in problems(refused)
    data = {"debrief": "problems", "language_note": "The word for aunt.", "again": [unasked, "X"]}
    assert press(d, talk.id, "afterwork", data | {"check_listened": "yes"}).status_code == 303
    (noted,) = held(d, talk.id).happened("afterwork-noted")
    assert noted.body["unasked"] == [unasked]
    assert noted.body["checked"] == ["listened"]
    words = words_of(d.interviewer.get("/"))
    assert "Questions kept for another talk" in words
    assert "After the talk: interpreter and self-check" not in words
    plan_page = words_of(d.interviewer.get(f"/people/{talk.individual}/interviews/new"))
    assert "Kept from an earlier talk:" in plan_page


def test_a_child_hears_simple_words_and_may_say_no(d: Desks) -> None:
    talk = plan(d, person(d, "Soraya"))
    talk_until(d, talk.id, Stage.OPEN)
    words = words_of(page(d, talk.id))
    assert "You got it wrong." in words
    assert "No computer decides" not in words
    assert "Stop: the child is worried" in words
    press(d, talk.id, "halt", {"reason": "not-willing"})
    paused = held(d, talk.id)
    assert (paused.status, paused.halt_reason) == (InterviewStatus.PAUSED, "not-willing")


def test_why_a_child_is_without_a_guardian_is_written_down(d: Desks) -> None:
    who = person(d, "Soraya")
    page_ = f"/people/{who}/interviews/new"
    data = {"interview": "c" * 32, "interviewer": d.user("interviewer"), "language": "uk"}
    data |= {"interpreter": "none-needed", "supporter": "nobody"}
    refused = d.interviewer.post(page_, data)
    assert "Write a few words here: why, or which." in problems(refused)
    data["alone_because"] = "She asks for her teacher instead."
    assert d.interviewer.post(page_, data).status_code == 303
    (talk,) = d.store.interviews.of_individual(who)
    assert talk.alone_because == "She asks for her teacher instead."


def test_the_gates_of_a_child_are_its_own(d: Desks) -> None:
    talk = plan(d, person(d, "Soraya"))
    adult = {k: v for k, v in checks(Stage.OPEN).items() if k not in ("siblings_apart",)}
    refused = press(d, talk.id, "stage", {"to": "open", **adult})
    assert "Brothers and sisters are heard one by one" in problems(refused)
    assert at_the_end()["copy"] == "given"
