"""Reads of interviews with their answers, explanations and findings."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from intake.domain.codes import (
    FindingResult,
    Indicator,
    InterpreterAnswer,
    InterpreterKind,
    InterpreterWish,
    InterviewStatus,
    Prompted,
    Stage,
    Supporter,
)
from intake.domain.event import PlannedQuestion
from intake.domain.interview import Appointment, FurtherTalk
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in the person's words; `amends` names the answer it corrects."""

    id: str
    question: str
    text: str
    absent: str
    said_in: str
    prompted: Prompted
    amends: str
    stage: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the person said when a contradiction was put to them."""

    path: str
    statements: tuple[str, ...]
    explanation: str
    absent: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one indicator shows about one material fact."""

    id: str
    fact: str
    indicator: Indicator
    result: FindingResult
    central: bool
    evidence: tuple[str, ...]
    reason: str
    by: str
    at: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """Something around an interview: its day, its interpreter, a pause, an attempt."""

    kind: str
    body: dict[str, Any]
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview as it stands."""

    id: str
    case: str
    individual: str
    interviewer: str
    language: str
    interpreter: InterpreterKind
    interpreter_code: str
    private_place: bool
    questions: tuple[PlannedQuestion, ...]
    facts: tuple[str, ...]
    stage: Stage
    status: InterviewStatus
    halt_reason: str
    read_back: str
    changes: str
    planned_at: str
    started_at: str
    closed_at: str
    bank_version: str = "0"
    avoid: tuple[str, ...] = ()
    dialect: str = ""
    wish: InterpreterWish = InterpreterWish.NOT_ASKED
    interpreter_sex: str = ""
    platform: str = ""
    supporter: Supporter = Supporter.NOBODY
    alone_because: str = ""
    lay_part: bool = False
    starts: str = ""
    place: str = ""
    missed: int = 0
    running_since: str = ""
    talked_s: int = 0
    copy: str = ""
    hears_by: str = ""
    handed_to: str = ""
    answers: tuple[Answer, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    findings: tuple[Finding, ...] = ()
    conduct: tuple[Happening, ...] = ()

    def answers_to(self, question: str) -> list[Answer]:
        """Answers to one question of the bank, oldest first."""
        return [a for a in self.answers if a.question == question]

    def planned(self, question: str) -> PlannedQuestion | None:
        """A question of this interview, if it was planned or added."""
        return next((q for q in self.questions if q.question == question), None)

    @property
    def writer(self) -> str:
        """Who writes what it showed: whoever held it, unless it was handed over."""
        return self.handed_to or self.interviewer

    @property
    def interpreted_by(self) -> InterpreterKind:
        """Who the words rest on: one lay part makes the whole talk a lay one."""
        return InterpreterKind.LAY if self.lay_part else self.interpreter

    @property
    def appointment(self) -> Appointment:
        """What the rules of its day look at."""
        starts = datetime.fromisoformat(self.starts) if self.starts else None
        return Appointment(self.status, starts)

    @property
    def is_declared(self) -> bool:
        """Whether the interpreter who is named now has declared everything."""
        declared = [h for h in self.conduct if h.kind == "interpreter-declared"]
        return bool(declared) and declared[-1].body["interpreter_code"] == self.interpreter_code

    @property
    def is_understood(self) -> bool:
        """Whether the person said, asked in private, that they understand the interpreter."""
        asked = [h for h in self.conduct if h.kind == "interpreter-asked"]
        last = asked[-1].body if asked else {}
        is_now = last.get("interpreter_code") == self.interpreter_code
        return is_now and last.get("answer") == InterpreterAnswer.UNDERSTANDS

    def happened(self, kind: str) -> tuple[Happening, ...]:
        """What happened of this kind, oldest first."""
        return tuple(h for h in self.conduct if h.kind == kind)


_PARTS = {"answers", "explanations", "findings", "conduct"}


class Interviews(Reads):
    """Interviews held or planned at the registry."""

    def get(self, interview: str) -> Interview | None:
        """One interview whole."""
        row = self._row("SELECT * FROM interviews WHERE id = ?", [interview])
        return self._whole(row) if row else None

    def of_individual(self, individual: str) -> list[Interview]:
        """Interviews of one individual, newest first."""
        rows = self._rows(
            "SELECT * FROM interviews WHERE individual = ? ORDER BY planned_at DESC", [individual]
        )
        return [self._whole(r) for r in rows]

    def open_for(self, interviewer: str) -> list[Interview]:
        """Interviews this person still has to hold or finish."""
        rows = self._rows(
            "SELECT * FROM interviews WHERE interviewer = ?"
            " AND status IN ('planned', 'scheduled', 'missed', 'running', 'paused')"
            " ORDER BY iif(starts = '', planned_at, starts)",
            [interviewer],
        )
        return [self._whole(r) for r in rows]

    def missed(self) -> list[Interview]:
        """Interviews whose person did not come, longest ago first."""
        rows = self._rows(
            "SELECT * FROM interviews WHERE missed > 0 AND starts = ''"
            " AND status IN ('missed', 'paused') ORDER BY planned_at"
        )
        return [self._whole(r) for r in rows]

    def with_a_day(self) -> list[Interview]:
        """Interviews that wait for their day."""
        rows = self._rows(
            "SELECT * FROM interviews WHERE starts <> '' AND status IN ('scheduled', 'paused')"
            " ORDER BY starts"
        )
        return [self._whole(r) for r in rows]

    def signed_by(self, interviewer: str) -> list[Interview]:
        """Finished interviews of this person, newest first."""
        rows = self._rows(
            "SELECT * FROM interviews WHERE interviewer = ? AND status = 'finished'"
            " ORDER BY closed_at DESC",
            [interviewer],
        )
        return [self._whole(r) for r in rows]

    def further_talk(self, request: str) -> FurtherTalk | None:
        """A request for one more talk."""
        row = self._row("SELECT * FROM further_talks WHERE id = ?", [request])
        return _further(row) if row else None

    def further_talks(self, individual: str) -> list[FurtherTalk]:
        """Every request about one person, oldest first."""
        rows = self._rows(
            "SELECT * FROM further_talks WHERE individual = ? ORDER BY asked_at", [individual]
        )
        return [_further(r) for r in rows]

    def waiting_requests(self) -> list[FurtherTalk]:
        """Requests for one more talk that nobody answered yet, oldest first."""
        rows = self._rows("SELECT * FROM further_talks WHERE agreed IS NULL ORDER BY asked_at")
        return [_further(r) for r in rows]

    def undecided(self) -> list[Interview]:
        """The last finished interview of everybody for whom something can be proposed."""
        rows = self._rows(
            "SELECT i.* FROM interviews i JOIN identities p ON p.individual = i.individual"
            " WHERE i.status = 'finished' AND p.state IN"
            " ('statement-confirmed', 'statement-refused', 'assessing', 'returned')"
            " AND NOT EXISTS (SELECT 1 FROM interviews l WHERE l.individual = i.individual"
            " AND l.status = 'finished' AND l.closed_at > i.closed_at) ORDER BY i.closed_at"
        )
        return [self._whole(r) for r in rows]

    def _whole(self, row: Row) -> Interview:
        names = set(Interview.__dataclass_fields__) - _PARTS
        plain = {name: row[name] for name in names & row.keys()}
        plain.update(
            case=row["case_id"],
            interpreter=InterpreterKind(row["interpreter"]),
            private_place=bool(row["private_place"]),
            lay_part=bool(row["lay_part"]),
            wish=InterpreterWish(row["wish"]),
            supporter=Supporter(row["supporter"]),
            questions=tuple(PlannedQuestion(**q) for q in json.loads(row["questions"])),
            facts=tuple(json.loads(row["facts"])),
            avoid=tuple(json.loads(row["avoid"])),
            stage=Stage(row["stage"]),
            status=InterviewStatus(row["status"]),
            answers=self._answers(row["id"]),
            explanations=self._explanations(row["id"]),
            findings=self._findings(row["id"]),
            conduct=self._conduct(row["id"]),
        )
        return Interview(**plain)

    def _conduct(self, interview: str) -> tuple[Happening, ...]:
        rows = self._rows(
            "SELECT kind, body, by, at FROM conduct WHERE interview = ? ORDER BY hlc", [interview]
        )
        return tuple(Happening(**{**r, "body": json.loads(r["body"])}) for r in rows)

    def _answers(self, interview: str) -> tuple[Answer, ...]:
        rows = self._rows(
            "SELECT id, question, text, absent, said_in, prompted, amends, stage, by, at"
            " FROM answers WHERE interview = ? ORDER BY hlc",
            [interview],
        )
        return tuple(Answer(**{**r, "prompted": Prompted(r["prompted"])}) for r in rows)

    def _explanations(self, interview: str) -> tuple[Explanation, ...]:
        rows = self._rows(
            "SELECT path, statements, explanation, absent, by, at"
            " FROM explanations WHERE interview = ? ORDER BY hlc",
            [interview],
        )
        return tuple(
            Explanation(**{**r, "statements": tuple(json.loads(r["statements"]))}) for r in rows
        )

    def _findings(self, interview: str) -> tuple[Finding, ...]:
        rows = self._rows(
            "SELECT id, fact, indicator, result, central, evidence, against, reason, by, at"
            " FROM findings WHERE interview = ? ORDER BY hlc",
            [interview],
        )
        return tuple(
            Finding(
                **{
                    **r,
                    "indicator": Indicator(r["indicator"]),
                    "result": FindingResult(r["result"]),
                    "central": bool(r["central"]),
                    "evidence": tuple(json.loads(r["evidence"])),
                    "against": tuple(json.loads(r["against"])),
                }
            )
            for r in rows
        )


def _further(row: Row) -> FurtherTalk:
    return FurtherTalk(
        id=row["id"],
        case=row["case_id"],
        individual=row["individual"],
        reason=row["reason"],
        asked_by=row["asked_by"],
        asked_at=row["asked_at"],
        agreed=None if row["agreed"] is None else bool(row["agreed"]),
        answered_by=row["answered_by"] or "",
        answer_reason=row["answer_reason"],
    )
