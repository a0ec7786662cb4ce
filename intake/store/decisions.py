"""Reads of decisions and of the outcomes told to people."""

import json
from dataclasses import dataclass

from intake.domain.codes import (
    DecisionStatus,
    FactOutcome,
    IdentityLevel,
    NextStep,
    SupportClass,
    ToldHow,
)
from intake.domain.event import FactDecision
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal, the second person's word, and how it went on with the person."""

    id: str
    case: str
    interview: str
    individual: str
    facts: tuple[FactDecision, ...]
    level: IdentityLevel
    supports: tuple[SupportClass, ...]
    next_step: NextStep
    message: str
    helps: str
    review_by: str
    status: DecisionStatus
    proposed_by: str
    proposed_at: str
    interviewed_by: str
    reviewed_by: str
    review_reason: str
    reviewed_at: str
    falls: str = ""
    blind: bool = False
    told_by: str = ""
    told_at: str = ""
    told_how: ToldHow | None = None
    told_in: str = ""
    comment_until: str = ""
    final_by: str = ""
    final_at: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was told to the person: level, facts, next step, message."""

    individual: str
    case: str
    level: IdentityLevel
    facts: tuple[FactDecision, ...]
    next_step: NextStep
    message: str
    helps: str
    review_by: str
    at: str
    comment_until: str = ""


class Decisions(Reads):
    """Decisions of two people each."""

    def get(self, decision: str) -> Decision | None:
        """One decision."""
        row = self._row("SELECT * FROM decisions WHERE id = ?", [decision])
        return _decision(row) if row else None

    def proposed(self) -> list[Decision]:
        """Proposals that wait for a second person, oldest first."""
        rows = self._rows("SELECT * FROM decisions WHERE status = 'proposed' ORDER BY proposed_at")
        return [_decision(r) for r in rows]

    def in_status(self, *statuses: DecisionStatus) -> list[Decision]:
        """Decisions that stand there, oldest first."""
        rows = self._rows(
            "SELECT * FROM decisions WHERE status IN (SELECT value FROM json_each(?))"
            " ORDER BY proposed_at",
            [json.dumps([status.value for status in statuses])],
        )
        return [_decision(r) for r in rows]

    def of_individual(self, individual: str) -> list[Decision]:
        """Every decision about one individual, newest first."""
        rows = self._rows(
            "SELECT * FROM decisions WHERE individual = ? ORDER BY proposed_at DESC", [individual]
        )
        return [_decision(r) for r in rows]

    def of_interview(self, interview: str) -> list[Decision]:
        """Every decision on one interview, newest first."""
        rows = self._rows(
            "SELECT * FROM decisions WHERE interview = ? ORDER BY proposed_at DESC", [interview]
        )
        return [_decision(r) for r in rows]

    def reasons_by(self, officer: str, *, besides: str, limit: int) -> list[str]:
        """The last reasons that somebody wrote for proposals on other interviews."""
        rows = self._rows(
            "SELECT facts FROM decisions WHERE proposed_by = ? AND interview <> ?"
            " ORDER BY proposed_at DESC LIMIT ?",
            [officer, besides, limit],
        )
        return [fact.reason for row in rows for fact in _facts(row["facts"])][:limit]

    def outcomes(self, case: str) -> list[Outcome]:
        """The latest outcome told for each individual of a case."""
        rows = self._rows("SELECT * FROM outcomes WHERE case_id = ? ORDER BY hlc", [case])
        latest = {r["individual"]: r for r in rows}
        return [_outcome(r) for r in latest.values()]


def _facts(text: str) -> tuple[FactDecision, ...]:
    return tuple(
        FactDecision(f["fact"], FactOutcome(f["outcome"]), f["reason"], f.get("weighed", ""))
        for f in json.loads(text)
    )


def _decision(row: Row) -> Decision:
    plain = {k: v for k, v in row.items() if k in Decision.__dataclass_fields__}
    plain.update(
        case=row["case_id"],
        facts=_facts(row["facts"]),
        level=IdentityLevel(row["level"]),
        supports=tuple(SupportClass(s) for s in json.loads(row["supports"])),
        next_step=NextStep(row["next_step"]),
        status=DecisionStatus(row["status"]),
        blind=bool(row["blind"]),
        told_how=ToldHow(row["told_how"]) if row["told_how"] else None,
        reviewed_by=row["reviewed_by"] or "",
    )
    return Decision(**plain)


def _outcome(row: Row) -> Outcome:
    plain = {k: v for k, v in row.items() if k in Outcome.__dataclass_fields__}
    plain.update(
        case=row["case_id"],
        facts=_facts(row["facts"]),
        level=IdentityLevel(row["level"]),
        next_step=NextStep(row["next_step"]),
    )
    return Outcome(**plain)
