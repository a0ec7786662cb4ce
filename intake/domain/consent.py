"""Consent by purpose: asked separately, never bundled, withdrawable (DP-04)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from intake.domain.codes import ConsentAnswer, ConsentBy, Purpose
from intake.domain.event import ConsentRecorded
from intake.errors import RuleBroken


class NothingToWithdraw(RuleBroken):
    """Consent that was never given cannot be withdrawn; fact: `purpose`."""

    code = "nothing-to-withdraw"


@dataclass(frozen=True, slots=True)
class Consent:
    """What one individual answered for one purpose, latest first wins by `hlc`."""

    individual: str
    purpose: Purpose
    answer: ConsentAnswer
    given_by: ConsentBy
    language: str
    notice_version: str
    by: str
    at: str
    hlc: str


def standing(consents: Iterable[Consent], individual: str, purpose: Purpose) -> ConsentAnswer:
    """The answer that holds now; "not asked" if there is none."""
    answers = [c for c in consents if c.individual == individual and c.purpose == purpose]
    return max(answers, key=lambda c: c.hlc).answer if answers else ConsentAnswer.NOT_ASKED


def agreed(consents: Iterable[Consent], individual: str, purpose: Purpose) -> bool:
    """Whether the individual agrees to this purpose now."""
    return standing(consents, individual, purpose) is ConsentAnswer.YES


def withdraw(
    consents: Iterable[Consent],
    *,
    case: str,
    individual: str,
    purpose: Purpose,
    by: str,
    at: datetime,
) -> ConsentRecorded:
    """Take back consent; raises `NothingToWithdraw` if it does not stand."""
    if not agreed(consents, individual, purpose):
        raise NothingToWithdraw(purpose=purpose.value)
    return ConsentRecorded(
        case=case,
        individual=individual,
        purpose=purpose,
        answer=ConsentAnswer.WITHDRAWN,
        by=by,
        at=at,
    )
