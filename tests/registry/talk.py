"""Drives an interview through its pages, as a browser would."""

from typing import Any

from intake.domain.codes import Stage
from intake.interview.conduct import CHECKS, Check
from intake.interview.plan import NARRATIVE
from intake.store.interviews import Interview
from tests.registry.casework import Desks

STORY = "Ми жили біля річки."


def plan(d: Desks, person: str, **changed: Any) -> Interview:
    """Plan an interview from its page and give it back."""
    page = f"/people/{person}/interviews/new"
    shown = d.interviewer.get(page).text
    ticked = [line.split('"')[0] for line in shown.split('name="question" value="')[1:]]
    offered = [line.split('"', 1) for line in shown.split('name="fact" value="')[1:]]
    facts = [fact for fact, rest in offered if rest.startswith(" checked")]
    data = {
        "interview": shown.split('name="interview" value="')[1].split('"')[0],
        "interviewer": d.user("interviewer"),
        "language": "uk",
        "interpreter": "trained",
        "interpreter_code": "T7",
        "private_place": "yes",
        "question": ticked,
        "fact": facts,
    }
    answer = d.interviewer.post(page, data | changed)
    assert answer.status_code == 303, answer.text
    return held(d, answer.location.rsplit("/", 1)[1])


def held(d: Desks, interview: str) -> Interview:
    """The interview as it stands."""
    found = d.store.interviews.get(interview)
    assert found is not None
    return found


def send(d: Desks, interview: str, step: str, data: dict[str, Any] | None = None) -> Any:
    """Post one button of an interview's page."""
    page = f"/interviews/{interview}"
    return d.interviewer.post(f"{page}/{step}", data, page=page)


def checks(stage: Stage) -> dict[str, str]:
    """Every box before this stage, ticked; those for children too."""
    boxes = (*CHECKS.get(stage, ()), Check.CHILD_TRAINED, Check.GUARDIAN_ASKED)
    return {check.name.lower(): "yes" for check in boxes}


def go(d: Desks, interview: str, stage: Stage, data: dict[str, Any] | None = None) -> Any:
    """Go on to a stage with its boxes ticked."""
    return send(d, interview, "stage", {"to": stage.value, **checks(stage), **(data or {})})


def story(text: str = STORY) -> dict[str, str]:
    """What the person tells."""
    return {f"{NARRATIVE}-text": text}


def explained(path: str, words: str) -> dict[str, str]:
    """An explanation of a difference, word for word."""
    return {f"put-{path}-how": "asked", f"put-{path}-explanation": words}


def talk_until(
    d: Desks, interview: str, stage: Stage, *, put: dict[str, str] | None = None
) -> None:
    """Hold an interview up to a stage."""
    steps = (
        (Stage.OPEN, {}),
        (Stage.NARRATIVE, {}),
        (Stage.PROBE, story()),
        (Stage.CLARIFY, {}),
        (Stage.CLOSE, put or {}),
    )
    for wanted, data in steps:
        answer = go(d, interview, wanted, data)
        assert answer.status_code == 303, answer.text
        if wanted is stage:
            return


def sign(d: Desks, interview: str, **changed: str) -> Any:
    """Sign the record after reading it back."""
    return send(d, interview, "close", {"read_back": "yes", **changed})


def a_finished_talk(
    d: Desks, person: str, *, put: dict[str, str] | None = None, **changed: Any
) -> Interview:
    """Plan, hold and sign a whole interview."""
    planned = plan(d, person, **changed)
    talk_until(d, planned.id, Stage.CLOSE, put=put)
    assert sign(d, planned.id).status_code == 303
    return held(d, planned.id)
