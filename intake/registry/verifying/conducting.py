"""Where an interview stands, and what its page may show at this stage.

The gates themselves are in interview/conduct.py; here they get what the store knows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from intake import i18n
from intake.domain.case import could_be_child
from intake.domain.codes import InterviewStatus, Stage
from intake.domain.individual import Individual
from intake.domain.open_points import OpenPoint, open_paths, open_points
from intake.domain.statement import Said
from intake.errors import NotFound, RuleBroken
from intake.i18n import Lazy
from intake.interview.bank import QUESTION_BANK
from intake.interview.clarifying import openly
from intake.interview.conduct import ConductState, Limits, limits
from intake.interview.pace import Pace, pace
from intake.interview.plan import CLOSING, NARRATIVE
from intake.registry.verifying import asking
from intake.registry.verifying.accounts import with_accounts
from intake.registry.verifying.ages import age_of
from intake.store import Store
from intake.store.interviews import Answer, Explanation, Interview

_OVER = (InterviewStatus.FINISHED, InterviewStatus.STOPPED)
_ORDER = tuple(Stage)


class InterviewOver(RuleBroken):
    """The interview was signed or stopped; answers can only be added to."""

    code = "interview-over"


class InterviewPaused(RuleBroken):
    """The interview is paused and must be taken up again first."""

    code = "interview-paused"


class StageAlreadyOpen(RuleBroken):
    """Somebody, perhaps oneself in another window, opened this stage before."""

    code = "stage-already-open"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as a page puts it: for the screen, and to read aloud if translated."""

    id: str
    text: str
    aloud: str
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Statements that cannot all be right, and whether the person was asked.

    `path` is the key of an open point; `openly` how it is put, on the screen and aloud.
    """

    path: str
    said: tuple[Said, ...]
    openly: str = ""
    aloud: str = ""
    is_central: bool = False
    tells_of_others: bool = False
    explanation: str = ""
    absent: str = ""
    is_settled: bool = False


def person_of(store: Store, individual: str) -> Individual:
    """The individual, with what others say of them; NotFound when erased or not here."""
    case = store.cases.company(individual)
    found = case.member(individual) if case else None
    if case is None or found is None:
        raise NotFound(thing="individual")
    return with_accounts(store, case, found)


def limits_of(person: Individual, on: date) -> Limits:
    """How long this person may be asked."""
    ages = age_of(person, on)
    return limits(child=could_be_child(person, on), lowest_age=ages[0] if ages else None)


def state_of(interview: Interview, person: Individual, on: date) -> ConductState:
    """What the gates need to know of an interview."""
    return ConductState(
        interview=interview.id,
        case=interview.case,
        stage=interview.stage,
        status=interview.status,
        child=could_be_child(person, on),
        interpreter=interview.interpreter,
        narrative_answered=bool(interview.answers_to(NARRATIVE)),
        contradictions=tuple(point.key for point in open_points(person)),
        settled=frozenset(e.path for e in interview.explanations),
        read_back=bool(interview.read_back),
        declared=interview.is_declared,
        understood=interview.is_understood,
    )


def pace_of(interview: Interview, person: Individual, now: datetime) -> Pace:
    """How long the talk has gone on today."""
    most = limits_of(person, now.date())
    return pace(interview.talked_s, interview.running_since, now, most)


def unasked(interview: Interview) -> tuple[str, ...]:
    """Planned questions that were never put; the end of a talk is part of every other."""
    planned = [p.question for p in interview.questions if p.question in QUESTION_BANK]
    return tuple(q for q in planned if q not in CLOSING and not interview.answers_to(q))


def refuse_if_halted(interview: Interview) -> None:
    """Say plainly why nothing more can be recorded here just now."""
    if interview.status in _OVER:
        raise InterviewOver(interview=interview.id)
    if interview.status is InterviewStatus.PAUSED:
        raise InterviewPaused(interview=interview.id)


def refuse_if_open(interview: Interview, stage: Stage) -> None:
    """Refuse to open the stage that is open already."""
    if interview.stage is stage:
        raise StageAlreadyOpen(stage=stage.value)


def next_stage(stage: Stage) -> Stage | None:
    """The stage after this one; closing is left by signing, not by a button."""
    at = _ORDER.index(stage)
    return _ORDER[at + 1] if stage not in (Stage.CLOSE, Stage.AFTER) else None


def stage_before(stage: Stage) -> Stage | None:
    """The stage one may go back to from here."""
    return {Stage.CLARIFY: Stage.PROBE, Stage.CLOSE: Stage.CLARIFY}.get(stage)


def questions_at(interview: Interview, stage: Stage) -> tuple[Asked, ...]:
    """The questions a stage shows: one prompt, then probing, then closing ones."""
    planned = [p.question for p in interview.questions if asking.is_known(interview, p.question)]
    if stage is Stage.NARRATIVE:
        planned = [NARRATIVE]
    elif stage is Stage.CLOSE:
        planned = [q for q in planned if q in CLOSING]
    else:
        planned = [q for q in planned if q != NARRATIVE and q not in CLOSING]
        planned = [q for q in planned if not asking.is_left_out(interview, q)]
    return tuple(_asked(interview, question) for question in planned)


def all_asked(interview: Interview) -> tuple[Asked, ...]:
    """Every question that has an answer, in the order of the plan: what is read back."""
    order = dict.fromkeys([p.question for p in interview.questions])
    order.update(dict.fromkeys(a.question for a in interview.answers))
    asked = (_asked(interview, q) for q in order if asking.is_known(interview, q))
    return tuple(a for a in asked if a.answers)


def differences(interview: Interview, person: Individual) -> tuple[Difference, ...]:
    """What the record says in two ways, with what the person said of it."""
    put = {e.path: e for e in interview.explanations}
    return tuple(_difference(interview, point, put) for point in open_points(person))


def _difference(
    interview: Interview, point: OpenPoint, put: Mapping[str, Explanation]
) -> Difference:
    explained = put.get(point.key)
    words = openly(point.key)
    return Difference(
        point.key,
        point.said,
        i18n.pgettext("interview", words),
        in_language(words, interview.language),
        point.is_central,
        point.tells_of_others,
        explained.explanation if explained else "",
        explained.absent if explained else "",
        explained is not None,
    )


def known_of(person: Individual, paths: Iterable[str]) -> tuple[Said, ...]:
    """What the record says without contradiction: the rest waits for its stage (V-14)."""
    differing = open_paths(person)
    found = (person.answer(path) for path in paths if path not in differing)
    return tuple(said for said in found if said is not None and said.statement.value is not None)


def in_language(text: str, tag: str) -> str:
    """A text of the bank in the language of the interview; "" if nobody translated it."""
    screen = i18n.on_screen(tag)
    if screen is None or screen == i18n.current():
        return ""
    with i18n.use_locale(screen):
        return i18n.pgettext("interview", text)


def aloud(words: Lazy, tag: str) -> str:
    """Words of ours in the language of the interview; "" if nobody translated them."""
    screen = i18n.on_screen(tag)
    if screen is None or screen == i18n.current():
        return ""
    with i18n.use_locale(screen):
        return str(words)


def _asked(interview: Interview, question: str) -> Asked:
    of_bank = asking.bank_question(interview, question)
    return Asked(
        id=question,
        text=asking.words_of(interview, question),
        aloud=in_language(of_bank.text, interview.language) if of_bank else "",
        answers=tuple(interview.answers_to(question)),
    )
