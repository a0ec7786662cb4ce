"""A candidate for a missing relative: two verify, both sides agree, contact.

Whoever is found decides: nothing is told to the other side before both agreed, and a
"no" looks to the one who asks as if nobody had been found (domain chapter 7). With a
child who has no carer here, a trained person looks at what is best for the child first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from intake.domain.codes import (
    BestInterests,
    ContactWish,
    Role,
    TraceSide,
    TraceStatus,
    TraceVerdict,
)
from intake.domain.event import ContactAnswered, ContactTold, ProtectionAsked, TraceJudged
from intake.domain.machine import Actor, Machine, Step
from intake.errors import ReasonMissing, RuleBroken, SecondPersonNeeded

_TRACING = frozenset({Role.TRACING})
_PROTECTION = frozenset({Role.PROTECTION})

_T = TraceStatus
_ASKING = (_T.WITH_PROTECTION, _T.BOTH_AGREE, _T.NO_CONTACT)
MACHINE: Machine[TraceStatus] = Machine(
    "trace",
    (
        Step(None, "trace-judged", _T.FIRST_VERDICT, _TRACING, needs_reason=True),
        Step(None, "trace-judged", _T.SET_ASIDE, _TRACING, needs_reason=True),
        Step(_T.FIRST_VERDICT, "trace-judged", _T.VERIFIED, _TRACING, needs_reason=True),
        Step(_T.FIRST_VERDICT, "trace-judged", _T.DISAGREED, _TRACING, needs_reason=True),
        Step(_T.DISAGREED, "trace-judged", _T.VERIFIED, _TRACING, needs_reason=True),
        Step(_T.DISAGREED, "trace-judged", _T.SET_ASIDE, _TRACING, needs_reason=True),
        Step(_T.DISAGREED, "trace-judged", _T.DISAGREED, _TRACING, needs_reason=True),
        Step(_T.VERIFIED, "protection-asked", _T.WITH_PROTECTION, _TRACING, needs_reason=True),
        *(
            Step(before, "contact-answered", after, _PROTECTION, needs_reason=True)
            for before in _ASKING
            for after in _ASKING
        ),
        *(
            Step(state, "best-interests-looked-at", state, _PROTECTION, needs_reason=True)
            for state in _ASKING
        ),
        Step(_T.BOTH_AGREE, "contact-told", _T.CONTACT, _PROTECTION, needs_reason=True),
    ),
)
"""What can become of a candidate. Contact is reached through both sides' consent alone."""


class BestInterestsFirst(RuleBroken):
    """A child without a carer, and nobody looked yet at what is best; fact: `request`."""

    code = "best-interests-first"


class AgainstBestInterests(RuleBroken):
    """The last look found it not in the child's interest; fact: `request`."""

    code = "against-best-interests"


@dataclass(frozen=True, slots=True)
class TraceSaid:
    """What one officer said of a candidate."""

    by: str
    verdict: TraceVerdict
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class Trace:
    """One candidate of one search; without verdicts nobody looked yet (`status` None)."""

    case: str
    request: str
    individual: str
    status: TraceStatus | None = None
    verdicts: tuple[TraceSaid, ...] = ()
    wishes: Mapping[TraceSide, ContactWish] = field(default_factory=dict)
    at: str = ""

    def is_open_for(self, user: str) -> bool:
        """Whether this user can still give a verdict."""
        waiting = self.status in (None, TraceStatus.FIRST_VERDICT, TraceStatus.DISAGREED)
        return waiting and all(v.by != user for v in self.verdicts)

    def seen_by(self, user: str) -> tuple[TraceSaid, ...]:
        """The verdicts this user may read: a second person sees none, a third both."""
        if self.status is TraceStatus.FIRST_VERDICT:
            return tuple(v for v in self.verdicts if v.by == user)
        return self.verdicts

    def told(self, user: str) -> TraceStatus | None:
        """The status as a list shows it to this user."""
        hidden = self.status is TraceStatus.FIRST_VERDICT and not self.seen_by(user)
        return None if hidden else self.status


def judge(trace: Trace, *, verdict: TraceVerdict, reason: str, by: Actor) -> TraceJudged:
    """Say whether a candidate is the one sought.

    Raises `ReasonMissing`, `SecondPersonNeeded` or `StepNotOpen`.
    """
    _check_reason(reason)
    if any(v.by == by.id for v in trace.verdicts):
        raise SecondPersonNeeded(request=trace.request)
    after = status_of([*(v.verdict for v in trace.verdicts), verdict])
    MACHINE.take(trace.status, TraceJudged.kind, by.roles, after)
    return TraceJudged(
        case=trace.case,
        request=trace.request,
        individual=trace.individual,
        verdict=verdict,
        reason=reason.strip(),
        by=by.id,
        at=by.at,
    )


def ask_protection(trace: Trace, *, reason: str, by: Actor) -> ProtectionAsked:
    """Hand a verified match over. Raises `ReasonMissing` or `StepNotOpen`."""
    _check_reason(reason)
    MACHINE.take(trace.status, ProtectionAsked.kind, by.roles)
    return ProtectionAsked(
        case=trace.case,
        request=trace.request,
        individual=trace.individual,
        reason=reason.strip(),
        by=by.id,
        at=by.at,
    )


def answer(
    trace: Trace, *, side: TraceSide, wish: ContactWish, reason: str, by: Actor
) -> ContactAnswered:
    """Note what one side says to contact. Raises `ReasonMissing` or `StepNotOpen`."""
    _check_reason(reason)
    after = status_after({**trace.wishes, side: wish})
    MACHINE.take(trace.status, ContactAnswered.kind, by.roles, after)
    return ContactAnswered(
        case=trace.case,
        request=trace.request,
        individual=trace.individual,
        side=side,
        wish=wish,
        reason=reason.strip(),
        by=by.id,
        at=by.at,
    )


def tell(
    trace: Trace, *, reason: str, by: Actor, found: Iterable[BestInterests | None] = ()
) -> ContactTold:
    """Note that contact was made.

    `found` holds, for each child without a carer, what the last look at the child's best
    interests found, None where nobody looked. Raises `ReasonMissing`, `StepNotOpen`,
    `BestInterestsFirst` or `AgainstBestInterests`.
    """
    _check_reason(reason)
    MACHINE.take(trace.status, ContactTold.kind, by.roles)
    looks = list(found)
    if None in looks:
        raise BestInterestsFirst(request=trace.request)
    if any(outcome is not BestInterests.IN_INTEREST for outcome in looks):
        raise AgainstBestInterests(request=trace.request)
    return ContactTold(
        case=trace.case,
        request=trace.request,
        individual=trace.individual,
        reason=reason.strip(),
        by=by.id,
        at=by.at,
    )


def status_of(verdicts: Sequence[str]) -> TraceStatus:
    """Where a candidate stands; the one sought is never one officer's word."""
    if verdicts.count(TraceVerdict.SOUGHT) > 1:
        return TraceStatus.VERIFIED
    aside = verdicts.count(TraceVerdict.SOMEBODY_ELSE)
    if aside > 1 or (aside == 1 and len(verdicts) == 1):
        return TraceStatus.SET_ASIDE
    return TraceStatus.FIRST_VERDICT if len(verdicts) == 1 else TraceStatus.DISAGREED


def status_after(wishes: Mapping[TraceSide, ContactWish]) -> TraceStatus:
    """Where a match stands after what both sides said to contact."""
    if ContactWish.NO in wishes.values():
        return TraceStatus.NO_CONTACT
    both = set(wishes) == set(TraceSide)
    return TraceStatus.BOTH_AGREE if both else TraceStatus.WITH_PROTECTION


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing(path="reason")
