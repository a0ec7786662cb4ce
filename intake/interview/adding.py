"""Questions that interviewers add: from the bank, or in their own words.

What is asked of nobody stays out, however it is worded in the languages the program knows.
"""

from collections.abc import Sequence
from datetime import datetime

from intake.domain.codes import InterviewStatus, Stage
from intake.domain.event import PlannedQuestion, QuestionAdded
from intake.errors import (
    InterviewUnfinished,
    QuestionLeads,
    QuestionRefused,
    QuestionsEnough,
    StageNotReached,
    ValueTooLong,
)
from intake.interview.conduct import ConductState
from intake.interview.never_ask import leads, never_asked
from intake.interview.plan import CLOSING, MOST, NARRATIVE
from intake.interview.script import BankQuestion, Theme

OWN = "OWN"
"""What ids of questions begin with that an interviewer typed; a number follows."""

LONGEST = 200
"""Code points of an own question: one line, one thought."""

MOST_CULTURE = 2
_ADDED_AT = (Stage.PROBE, Stage.CLARIFY)


def own_question(text: str, planned: Sequence[PlannedQuestion]) -> PlannedQuestion:
    """Take a question in the interviewer's words.

    Raises `ValueTooLong`, `QuestionRefused` with the `item` of the list of what is asked
    of nobody, or `QuestionLeads`.
    """
    line = " ".join(text.split())
    if len(line) > LONGEST:
        raise ValueTooLong(path=OWN, limit=LONGEST, length=len(line))
    item = never_asked(line)
    if item is not None:
        raise QuestionRefused(item=item.code)
    if leads(line):
        raise QuestionLeads()
    number = 1 + sum(q.question.startswith(OWN) for q in planned)
    return PlannedQuestion(f"{OWN}{number}", "own", text=line)


def from_bank(question: BankQuestion) -> PlannedQuestion:
    """Take a question of the bank that nobody planned."""
    return PlannedQuestion(question.id, "added", question.paths[0] if question.paths else "")


def add(
    question: PlannedQuestion,
    state: ConductState,
    planned: Sequence[PlannedQuestion],
    themes: Sequence[Theme],
    *,
    by: str,
    at: datetime,
) -> QuestionAdded:
    """Add a question to a running interview; `themes` are those of the planned ones.

    Raises `StageNotReached` before the person told their story and after clearing up,
    `InterviewUnfinished` when it is not running, `QuestionsEnough` beyond the limits.
    """
    if state.status is not InterviewStatus.RUNNING:
        raise InterviewUnfinished(interview=state.interview, status=state.status.value)
    if state.stage not in _ADDED_AT:
        raise StageNotReached(stage=Stage.PROBE.value, missing="stage-before")
    if cued(planned) >= MOST or themes.count(Theme.CULTURE) > MOST_CULTURE:
        raise QuestionsEnough(limit=MOST)
    return QuestionAdded(
        case=state.case, interview=state.interview, question=question, by=by, at=at
    )


def cued(planned: Sequence[PlannedQuestion]) -> int:
    """How many questions there are besides the free story and the closing ones."""
    return sum(q.question not in (NARRATIVE, *CLOSING) for q in planned)
