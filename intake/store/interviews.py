"""Reads of interviews with their answers, explanations and findings."""

import json
from dataclasses import dataclass

from intake.domain.codes import (
    FindingResult,
    Indicator,
    InterpreterKind,
    InterviewStatus,
    Prompted,
    Stage,
)
from intake.domain.event import PlannedQuestion
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
    answers: tuple[Answer, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    findings: tuple[Finding, ...] = ()

    def answers_to(self, question: str) -> list[Answer]:
        """Answers to one question of the bank, oldest first."""
        return [a for a in self.answers if a.question == question]

    def planned(self, question: str) -> PlannedQuestion | None:
        """A question of this interview, if it was planned or added."""
        return next((q for q in self.questions if q.question == question), None)


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
            " AND status IN ('planned', 'running', 'paused') ORDER BY planned_at",
            [interviewer],
        )
        return [self._whole(r) for r in rows]

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
        names = set(Interview.__dataclass_fields__) - {"answers", "explanations", "findings"}
        plain = {name: row[name] for name in names & row.keys()}
        plain.update(
            case=row["case_id"],
            interpreter=InterpreterKind(row["interpreter"]),
            private_place=bool(row["private_place"]),
            questions=tuple(PlannedQuestion(**q) for q in json.loads(row["questions"])),
            facts=tuple(json.loads(row["facts"])),
            avoid=tuple(json.loads(row["avoid"])),
            stage=Stage(row["stage"]),
            status=InterviewStatus(row["status"]),
            answers=self._answers(row["id"]),
            explanations=self._explanations(row["id"]),
            findings=self._findings(row["id"]),
        )
        return Interview(**plain)

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
            "SELECT id, fact, indicator, result, central, evidence, reason, by, at"
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
                }
            )
            for r in rows
        )
