"""The person can always ask that somebody uninvolved looks again.

Asking changes nothing of what holds meanwhile, and nothing of any help.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from intake.domain.codes import IdentityState, RecheckVerdict
from intake.domain.event import RecheckAnswered, RecheckAsked
from intake.domain.hearing import Standing
from intake.domain.identity import taken
from intake.domain.machine import Actor
from intake.errors import ReasonMissing, RuleBroken

IN_TIME = timedelta(days=30)
"""After so long since the person was told, asking needs a reason why so late."""


class LateUnexplained(RuleBroken):
    """The time to ask has passed and nobody wrote why it is asked now."""

    code = "late-unexplained"


class UninvolvedNeeded(RuleBroken):
    """Whoever worked on it before does not look at it again."""

    code = "uninvolved-needed"


@dataclass(frozen=True, slots=True)
class Recheck:
    """One request as it waits."""

    id: str
    involved: Collection[str]
    is_final: bool


def ask(
    on: Standing, *, recheck: str, words: str, told: date, late: str, by: Actor
) -> RecheckAsked:
    """Record what the person asks, in their words; late with the reason for it."""
    if not words.strip():
        raise ReasonMissing(fact="words")
    if by.at.date() > told + IN_TIME and not late.strip():
        raise LateUnexplained(decision=on.decision)
    asked = RecheckAsked(
        case=on.case,
        recheck=recheck,
        decision=on.decision,
        individual=on.individual,
        words=words,
        late=late.strip(),
        by=by.id,
        at=by.at,
    )
    return taken(on.state, asked, by.roles)


def answer(
    on: Standing, waiting: Recheck, *, verdict: RecheckVerdict, reason: str, by: Actor
) -> RecheckAnswered:
    """Say as somebody uninvolved whether it stays; if not, it is assessed anew."""
    if by.id in waiting.involved:
        raise UninvolvedNeeded(decision=on.decision)
    answered = RecheckAnswered(
        case=on.case,
        recheck=waiting.id,
        decision=on.decision,
        individual=on.individual,
        verdict=verdict,
        reason=reason.strip(),
        by=by.id,
        at=by.at,
    )
    back = IdentityState.FINAL if waiting.is_final else IdentityState.COMMENT_WINDOW
    to = back if verdict is RecheckVerdict.UPHELD else IdentityState.ASSESSING
    return taken(on.state, answered, by.roles, to)
