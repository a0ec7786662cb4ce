"""A suggested pair of records and what people say of it. A machine only suggests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.domain.codes import PairStatus, PairVerdict
from intake.domain.event import EvidenceRow, PairJudged
from intake.errors import AlreadyDecided, ReasonMissing, SecondPersonNeeded

ALONE_SUFFICIENT = frozenset({PairVerdict.INTERVIEW, PairVerdict.DIFFERENT, PairVerdict.RELATED})
"""Verdicts one person may give; "same" and "cannot tell" need a second person."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one reviewer said of a pair."""

    by: str
    verdict: PairVerdict
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may speak of one person, and why the machine thinks so.

    `evidence` holds no values: those stay with their cases.
    """

    id: str
    left: str
    right: str
    left_case: str
    right_case: str
    band: str
    score: float
    weights_version: str
    status: PairStatus
    verdict: str
    at: str
    evidence: tuple[EvidenceRow, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    def is_open_for(self, user: str) -> bool:
        """Whether this user can still say something about the pair."""
        waiting = self.status is not PairStatus.AGREED
        return waiting and all(v.by != user for v in self.verdicts)

    def counts(self) -> dict[str, int]:
        """How many rows agree, differ and are unknown."""
        outcomes = [row.outcome for row in self.evidence]
        return {name: outcomes.count(name) for name in ("agrees", "differs", "unknown")}


def judge(pair: Pair, *, verdict: PairVerdict, reason: str, by: str, at: datetime) -> PairJudged:
    """Give a verdict with its reason.

    Raises `ReasonMissing`, `AlreadyDecided`, or `SecondPersonNeeded` when the same
    person speaks twice.
    """
    if not reason.strip():
        raise ReasonMissing(pair=pair.id)
    if any(v.by == by for v in pair.verdicts):
        raise SecondPersonNeeded(pair=pair.id)
    if pair.status is PairStatus.AGREED:
        raise AlreadyDecided(pair=pair.id)
    return PairJudged(
        case=pair.left_case, pair=pair.id, verdict=verdict, reason=reason, by=by, at=at
    )


def status_of(verdicts: Sequence[str]) -> tuple[PairStatus, str]:
    """Where a pair stands after these verdicts, oldest first, and the one that holds.

    Two equal verdicts agree; "same person" never holds on one person's word. Two
    that differ wait for a third person; then two equal ones of three hold.
    """
    if not verdicts:
        return PairStatus.CANDIDATE, ""
    for verdict in verdicts:
        if verdicts.count(verdict) > 1 and verdict != PairVerdict.CANNOT_TELL:
            return PairStatus.AGREED, verdict
    if len(verdicts) == 1:
        alone = PairVerdict(verdicts[0]) in ALONE_SUFFICIENT
        return (PairStatus.AGREED if alone else PairStatus.FIRST_VERDICT), verdicts[0]
    return PairStatus.DISAGREED, ""
