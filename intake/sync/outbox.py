"""What the page of sync shows: how much waits, what came back, what went wrong.

No words: codes, counts and times. The state of a single record is its case's status.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from intake.domain.codes import CaseStatus
from intake.errors import (
    BundleRefused,
    BundleTooNew,
    ChainForked,
    ClockAhead,
    DeviceRevoked,
    IntakeError,
    Tampered,
)
from intake.store import Store
from intake.store.papers import REFUSED
from intake.sync.invitation import own_words, words_of

_LAST_AT: Final = "sync.last-at"
_PROBLEM: Final = "sync.problem"
_PROBLEM_AT: Final = "sync.problem-at"
_APPROVED: Final = "sync.approved"
_AHEAD: Final = "sync.ahead-s"

REFUSALS: Final = (
    BundleRefused,
    BundleTooNew,
    ChainForked,
    ClockAhead,
    DeviceRevoked,
    Tampered,
)
"""What sending once more does not mend: somebody has to look."""


@dataclass(frozen=True, slots=True)
class RegistryLine:
    """The registry a laptop belongs to, as a page may show it."""

    id: str
    name: str
    url: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outbox:
    """The state of sync; times are ISO 8601 in UTC, "" for never.

    `waiting` counts complete cases that never left, `sent` those that left without
    a receipt yet, `refused` those that left and that the registry does not take.
    `problem` is the code of an error, `ahead_s` how far this laptop's clock goes
    before the registry's.
    """

    drafts: int
    waiting: int
    sent: int
    refused: int
    received: int
    answered: int
    oldest_waiting: str
    last_contact: str
    problem: str
    problem_at: str
    ahead_s: int
    is_approved: bool
    words: tuple[str, ...]
    registry: RegistryLine | None


def outbox(store: Store) -> Outbox:
    """The state of sync of this laptop now."""
    counts = store.cases.counts()
    setting = store.papers.setting
    joined = store.devices.joined()
    line = None
    if joined is not None:
        words = words_of(joined.sign_public, joined.seal_public)
        line = RegistryLine(joined.registry, joined.name, joined.url, words)
    return Outbox(
        drafts=counts.get(CaseStatus.DRAFT, 0),
        waiting=counts.get(CaseStatus.READY, 0),
        sent=counts.get(CaseStatus.SENT, 0),
        refused=counts.get(CaseStatus.REFUSED, 0),
        received=counts.get(CaseStatus.RECEIVED, 0),
        answered=counts.get(CaseStatus.ANSWERED, 0),
        oldest_waiting=store.cases.oldest_waiting(),
        last_contact=setting(_LAST_AT),
        problem=setting(_PROBLEM),
        problem_at=setting(_PROBLEM_AT),
        ahead_s=int(setting(_AHEAD, "0")),
        is_approved=is_approved(store),
        words=own_words(store),
        registry=line,
    )


def is_approved(store: Store) -> bool:
    """Whether the registry ever answered this laptop: it was let in."""
    return store.papers.setting(_APPROVED) == "1"


def note_approved(store: Store, *, at: datetime) -> None:
    """Remember that the registry answered."""
    store.papers.keep_setting(_APPROVED, "1")
    store.papers.keep_setting(_LAST_AT, at.isoformat())


def note_contact(store: Store, ahead_s: int, *, at: datetime) -> None:
    """Remember a receipt, and whether the registry finds this laptop's clock ahead."""
    note_approved(store, at=at)
    store.papers.keep_setting(_AHEAD, str(ahead_s))


def keep_problem(store: Store, problem: IntakeError | None, *, at: datetime) -> None:
    """Remember what went wrong last, or that nothing did."""
    store.papers.keep_setting(_PROBLEM, problem.code if problem else "")
    store.papers.keep_setting(_PROBLEM_AT, at.isoformat() if problem else "")
    if isinstance(problem, REFUSALS):
        store.papers.keep_setting(REFUSED, problem.code)
    else:
        store.papers.forget_setting(REFUSED)
