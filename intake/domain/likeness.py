"""Two records on one laptop that are alike: the person is asked, nothing merges."""

from collections.abc import Iterable
from datetime import datetime

from intake.domain.case import Case
from intake.domain.codes import ConsentAnswer, Likeness, Purpose
from intake.domain.consent import standing
from intake.domain.event import LikenessAnswered
from intake.domain.individual import Individual
from intake.errors import RuleBroken


class SameRecord(RuleBroken):
    """A record is compared with another one, never with its own group."""

    code = "same-record"


def may_compare(case: Case, individual: str) -> bool:
    """Whether a search for similar records may look this person up.

    Whoever said no to it, or yes for a time that is over, is never looked up; somebody
    not asked yet may be, as the search box may, on this laptop alone.
    """
    refused = (ConsentAnswer.NO, ConsentAnswer.WITHDRAWN, ConsentAnswer.OVER)
    return standing(case.consents, individual, Purpose.VERIFICATION) not in refused


def answer_likeness(
    individual: Individual,
    other: Individual,
    *,
    answer: Likeness,
    reasons: Iterable[str] = (),
    by: str,
    at: datetime,
) -> LikenessAnswered:
    """Record what was said of another record that is like this one.

    Raises `SameRecord` for a member of the same group.
    """
    if other.case == individual.case:
        raise SameRecord(case=individual.case)
    return LikenessAnswered(
        case=individual.case,
        individual=individual.id,
        other=other.id,
        other_case=other.case,
        answer=answer,
        reasons=tuple(reasons),
        by=by,
        at=at,
    )
