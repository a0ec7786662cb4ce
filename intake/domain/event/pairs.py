"""Events of screening: what was suggested and what people said of it."""

from dataclasses import dataclass
from typing import ClassVar

from intake.domain.codes import AfterUndo, PairVerdict
from intake.domain.event.event import Event


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One row of an explained comparison, kept without the two values.

    Values stay with their cases, so that erasing a case leaves nothing here.
    `outcome` is agrees, differs or unknown; `weight` is in bits (log2).
    """

    field: str
    outcome: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSuggested(Event):
    """Screening found that two records may speak of one person. It decides nothing."""

    kind: ClassVar[str] = "match-suggested"
    pair: str
    left: str
    right: str
    right_case: str
    band: str
    score: float
    weights_version: str
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseScreened(Event):
    """The duplicate search of every member of a case was done."""

    kind: ClassVar[str] = "case-screened"
    suggestions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairJudged(Event):
    """One reviewer's verdict on a suggested pair, with the reason."""

    kind: ClassVar[str] = "pair-judged"
    pair: str
    verdict: PairVerdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkAsked(Event):
    """Somebody asked that a link be undone; until then it still stands."""

    kind: ClassVar[str] = "unlink-asked"
    pair: str
    after: AfterUndo
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsUnlinked(Event):
    """A second person undid a link; `after` says whether the pair is judged again."""

    kind: ClassVar[str] = "records-unlinked"
    pair: str
    after: AfterUndo
    asked_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkDeclined(Event):
    """The link stays: the wish to undo it was not followed, or taken back."""

    kind: ClassVar[str] = "unlink-declined"
    pair: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReopened(Event):
    """A settled pair that is no link comes back into the queue."""

    kind: ClassVar[str] = "pair-reopened"
    pair: str
    reason: str
