"""A suggested pair of records and what people say of it. A machine only suggests.

Two people who both say "same person" link the two records; neither record is touched,
and two people undo the link again (domain chapters 8.6 and 9.4).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from intake.domain.codes import AfterUndo, PairStatus, PairVerdict, Role
from intake.domain.event import (
    EvidenceRow,
    PairJudged,
    PairReopened,
    RecordsUnlinked,
    UnlinkAsked,
    UnlinkDeclined,
)
from intake.domain.machine import Machine, Step
from intake.errors import AlreadyDecided, ReasonMissing, SecondPersonNeeded

ALONE_SUFFICIENT = frozenset({PairVerdict.INTERVIEW, PairVerdict.DIFFERENT, PairVerdict.RELATED})
"""Verdicts one person may give; "same" and "cannot tell" need a second person."""

LINKED = (PairStatus.LINKED, PairStatus.UNLINK_ASKED)
"""While somebody only asks to undo a link, it stands."""

WAITING = (PairStatus.CANDIDATE, PairStatus.FIRST_VERDICT, PairStatus.DISAGREED)
"""Where a verdict is still wanted."""

REVIEWERS = frozenset({Role.CLERK, Role.REVIEWER})


def _step(
    before: PairStatus | None, event: str, after: PairStatus, *, suggests: bool = False
) -> Step[PairStatus]:
    roles: frozenset[Role] = frozenset() if suggests else REVIEWERS
    return Step(before, event, after, roles, needs_reason=not suggests)


_P = PairStatus
MACHINE: Machine[PairStatus] = Machine(
    "pair",
    (
        _step(None, "match-suggested", _P.CANDIDATE, suggests=True),
        _step(_P.CANDIDATE, "pair-judged", _P.FIRST_VERDICT),
        _step(_P.CANDIDATE, "pair-judged", _P.AGREED),
        _step(_P.FIRST_VERDICT, "pair-judged", _P.LINKED),
        _step(_P.FIRST_VERDICT, "pair-judged", _P.AGREED),
        _step(_P.FIRST_VERDICT, "pair-judged", _P.DISAGREED),
        _step(_P.DISAGREED, "pair-judged", _P.LINKED),
        _step(_P.DISAGREED, "pair-judged", _P.AGREED),
        _step(_P.DISAGREED, "pair-judged", _P.DISAGREED),
        _step(_P.LINKED, "unlink-asked", _P.UNLINK_ASKED),
        _step(_P.UNLINK_ASKED, "records-unlinked", _P.CANDIDATE),
        _step(_P.UNLINK_ASKED, "records-unlinked", _P.AGREED),
        _step(_P.UNLINK_ASKED, "unlink-declined", _P.LINKED),
        _step(_P.AGREED, "pair-reopened", _P.CANDIDATE),
    ),
)
"""What can become of a pair. A link is reached by two verdicts only, and left by two people."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Whoever acts on a pair; `recorded` if they wrote one of its records."""

    id: str
    roles: Collection[Role]
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one reviewer said; `round` counts from 1, one more after an undoing."""

    by: str
    verdict: PairVerdict
    reason: str
    at: str
    round: int = 1


@dataclass(frozen=True, slots=True)
class Undoing:
    """A wish to undo a link and what became of it; without `answered_by` it waits."""

    asked_by: str
    asked_at: str
    reason: str
    after: AfterUndo
    answered_by: str = ""
    answered_at: str = ""
    answer_reason: str = ""
    undone: bool = False
    round: int = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may speak of one person, and why the machine thinks so.

    `evidence` holds no values: those stay with their cases. `verdicts` are those of the
    present round, `undoing` is the open wish to undo the link.
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
    round: int = 1
    undoing: Undoing | None = None

    @property
    def is_settled(self) -> bool:
        """Whether no verdict is wanted any more."""
        return self.status not in WAITING

    @property
    def is_link(self) -> bool:
        """Whether the two records hold as those of one person."""
        return self.status in LINKED

    @property
    def told(self) -> PairStatus:
        """The status as a list may show it: a first verdict alone would give itself away."""
        first = self.status is PairStatus.FIRST_VERDICT
        return PairStatus.CANDIDATE if first else self.status

    def is_open_for(self, user: str) -> bool:
        """Whether this user can still say something about the pair."""
        return not self.is_settled and all(v.by != user for v in self.verdicts)

    def seen_by(self, user: str) -> tuple[Verdict, ...]:
        """The verdicts this user may read: a third person sees both, a second none."""
        if self.is_settled or self.status is PairStatus.DISAGREED:
            return self.verdicts
        return tuple(v for v in self.verdicts if v.by == user)

    def counts(self) -> dict[str, int]:
        """How many rows agree, differ and are unknown."""
        outcomes = [row.outcome for row in self.evidence]
        return {name: outcomes.count(name) for name in ("agrees", "differs", "unknown")}


def judge(
    pair: Pair, *, verdict: PairVerdict, reason: str, by: Reviewer, at: datetime
) -> PairJudged:
    """Give a verdict with its reason.

    Raises `ReasonMissing`, `AlreadyDecided`, or `SecondPersonNeeded` when the same
    person speaks twice or would link a record that they wrote themselves.
    """
    _check_reason(pair, reason)
    if any(v.by == by.id for v in pair.verdicts):
        raise SecondPersonNeeded(pair=pair.id)
    if verdict is PairVerdict.SAME and by.recorded:
        raise SecondPersonNeeded(pair=pair.id)
    if pair.is_settled:
        raise AlreadyDecided(pair=pair.id)
    after, _ = status_of([*(v.verdict for v in pair.verdicts), verdict])
    MACHINE.take(pair.status, PairJudged.kind, by.roles, after)
    return PairJudged(
        case=pair.left_case, pair=pair.id, verdict=verdict, reason=reason.strip(), by=by.id, at=at
    )


def ask_undo(
    pair: Pair, *, after: AfterUndo, reason: str, by: Reviewer, at: datetime
) -> UnlinkAsked:
    """Ask that a link be undone; it stands until a second person agrees.

    Raises `ReasonMissing`, `AlreadyDecided` when somebody asked before, `StepNotOpen`.
    """
    _check_reason(pair, reason)
    if pair.undoing is not None:
        raise AlreadyDecided(pair=pair.id)
    MACHINE.take(pair.status, UnlinkAsked.kind, by.roles)
    return UnlinkAsked(
        case=pair.left_case, pair=pair.id, after=after, reason=reason.strip(), by=by.id, at=at
    )


def undo(pair: Pair, *, reason: str, by: Reviewer, at: datetime) -> RecordsUnlinked:
    """Undo a link that somebody else asked to have undone.

    Raises `ReasonMissing`, `StepNotOpen`, or `SecondPersonNeeded` for the one who asked.
    """
    _check_reason(pair, reason)
    asked = _asked(pair, RecordsUnlinked.kind)
    if asked.asked_by == by.id:
        raise SecondPersonNeeded(pair=pair.id)
    MACHINE.take(pair.status, RecordsUnlinked.kind, by.roles, status_after(asked.after))
    return RecordsUnlinked(
        case=pair.left_case,
        pair=pair.id,
        after=asked.after,
        asked_by=asked.asked_by,
        reason=reason.strip(),
        by=by.id,
        at=at,
    )


def keep_link(pair: Pair, *, reason: str, by: Reviewer, at: datetime) -> UnlinkDeclined:
    """Let a link stand: a second person says no, or the one who asked takes it back.

    Raises `ReasonMissing` or `StepNotOpen`.
    """
    _check_reason(pair, reason)
    _asked(pair, UnlinkDeclined.kind)
    MACHINE.take(pair.status, UnlinkDeclined.kind, by.roles)
    return UnlinkDeclined(case=pair.left_case, pair=pair.id, reason=reason.strip(), by=by.id, at=at)


def reopen(pair: Pair, *, reason: str, by: Reviewer, at: datetime) -> PairReopened:
    """Put a settled pair that is no link back into the queue.

    Raises `ReasonMissing` or `StepNotOpen`; a link goes by `ask_undo` instead.
    """
    _check_reason(pair, reason)
    MACHINE.take(pair.status, PairReopened.kind, by.roles)
    return PairReopened(case=pair.left_case, pair=pair.id, reason=reason.strip(), by=by.id, at=at)


def status_after(after: AfterUndo) -> PairStatus:
    """Where a pair stands once its link is undone."""
    return PairStatus.AGREED if after is AfterUndo.DIFFERENT else PairStatus.CANDIDATE


def status_of(verdicts: Sequence[str]) -> tuple[PairStatus, str]:
    """Where a pair stands after these verdicts, oldest first, and the one that holds.

    Two equal verdicts hold, "cannot tell" too; "same person" never on one person's word,
    and it links. Two that differ wait for a third person; then two equal ones of three hold.
    """
    if not verdicts:
        return PairStatus.CANDIDATE, ""
    for verdict in verdicts:
        if verdicts.count(verdict) > 1:
            linked = verdict == PairVerdict.SAME
            return (PairStatus.LINKED if linked else PairStatus.AGREED), verdict
    if len(verdicts) == 1:
        alone = PairVerdict(verdicts[0]) in ALONE_SUFFICIENT
        return (PairStatus.AGREED if alone else PairStatus.FIRST_VERDICT), verdicts[0]
    return PairStatus.DISAGREED, ""


def _check_reason(pair: Pair, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing(pair=pair.id)


def _asked(pair: Pair, event: str) -> Undoing:
    MACHINE.step(pair.status, event)
    if pair.undoing is None:
        raise AlreadyDecided(pair=pair.id)
    return pair.undoing
