"""Drives an interview through its pages, as a browser would."""

from typing import Any

from intake.domain.codes import Declaration, FindingResult, Indicator, Stage, StopReason
from intake.domain.decision import unfound
from intake.domain.event import (
    FindingRecorded,
    FurtherTalkAnswered,
    FurtherTalkAsked,
    InterviewHalted,
)
from intake.domain.interview import OPEN
from intake.interview.checks import CHECKS, CHILD_CHECKS, CLOSING_CHECKS
from intake.interview.plan import NARRATIVE
from intake.store.interviews import Interview
from tests.builders import an_id
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
        "supporter": "nobody",
        "alone_because": "As the child prefers.",
        "question": ticked,
        "fact": facts,
    }
    answer = d.interviewer.post(page, data | changed)
    assert answer.status_code == 303, answer.text
    return held(d, answer.location.rsplit("/", 1)[1])


def make_way(d: Desks, person: str) -> None:
    """End what is open with somebody, and have one more talk agreed to."""
    common: dict[str, Any] = {"individual": person, "at": d.registry.clock()}
    for talk in d.store.interviews.of_individual(person):
        common["case"] = talk.case
        if talk.status in OPEN:
            ended = InterviewHalted(
                interview=talk.id,
                case=talk.case,
                reason=StopReason.TIME,
                final=True,
                by="ivan",
                at=d.registry.clock(),
            )
            request = an_id()
            asked = FurtherTalkAsked(request=request, reason="Test.", by="ivan", **common)
            agreed = FurtherTalkAnswered(
                request=request, agreed=True, reason="Test.", by="rita", **common
            )
            d.store.record(ended, asked, agreed)


def later(d: Desks, **span: int) -> None:
    """Let time pass; the interviewer signs in again."""
    d.registry.clock.forward(**span)
    user = d.store.users.by_login("interviewer")
    assert user is not None
    assert d.interviewer.sign_in(user).status_code == 303


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
    """Every box before this stage, ticked; those for children and of interpreters too."""
    boxes = (*CHECKS.get(stage, ()), *CHILD_CHECKS.get(stage, ()))
    ticked = {check.name.lower(): "yes" for check in boxes}
    if stage is Stage.OPEN:
        ticked |= declared()
    if stage is Stage.NARRATIVE:
        ticked["asked"] = "understands"
    return ticked


def declared() -> dict[str, str]:
    """Everything an interpreter declares."""
    return {f"declared_{item.name.lower()}": "yes" for item in Declaration}


def at_the_end() -> dict[str, str]:
    """What is said and asked before the record is signed."""
    return {check.name.lower(): "yes" for check in CLOSING_CHECKS} | {"copy": "given"}


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
    return send(d, interview, "close", {"read_back": "yes", **at_the_end(), **changed})


def find_each(d: Desks, talk: Interview) -> None:
    """Record for each fact without a finding that nothing speaks for or against it."""
    now = held(d, talk.id)
    for fact in unfound(now.facts, now.findings):
        d.store.record(
            FindingRecorded(
                case=now.case,
                interview=now.id,
                finding=an_id(),
                fact=fact,
                indicator=Indicator.INTERNAL,
                result=FindingResult.NEUTRAL,
                central=False,
                evidence=(),
                reason="Told once, openly.",
                by=now.writer,
                at=d.registry.clock(),
            )
        )


def a_finished_talk(
    d: Desks, person: str, *, put: dict[str, str] | None = None, **changed: Any
) -> Interview:
    """Plan, hold and sign a whole interview."""
    planned = plan(d, person, **changed)
    talk_until(d, planned.id, Stage.CLOSE, put=put)
    assert sign(d, planned.id).status_code == 303
    return held(d, planned.id)
