"""A tracing request: somebody of the group looks for a missing relative."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from intake.domain.codes import Kin, Purpose, TracingStatus
from intake.domain.consent import Consent, agreed
from intake.domain.event import TracingRequested
from intake.domain.statement import Json
from intake.errors import ConsentMissing, NameMissing

LAST_NEWS = "last-news"
"""The one text of requests older than the rest; now news alone, and how it was heard."""

SEEN_WHEN, SEEN_WHERE, SEEN_WITH = "seen-when", "seen-where", "seen-with"
PARTED_BY, PARTED_HOW = "parted-by", "parted-how"
MAY_BE, MAY_KNOW = "may-be", "may-know"
OF_A_SEARCH = (
    SEEN_WHEN,
    SEEN_WHERE,
    SEEN_WITH,
    PARTED_BY,
    PARTED_HOW,
    LAST_NEWS,
    MAY_BE,
    MAY_KNOW,
)
"""What is told of a search and is no question of a record, in the order of the page."""


@dataclass(frozen=True, slots=True)
class TracingRequest:
    """Who is sought by whom, and what is known of them; never shown to third parties.

    `sought` maps question paths, and the words of `OF_A_SEARCH`, to values; nothing but a
    name is needed, and a request made before a word was asked for does without it.
    """

    id: str
    case: str
    individual: str
    kin: Kin
    sought: Mapping[str, Json] = field(default_factory=dict)
    must_not_know: str = ""
    status: TracingStatus = TracingStatus.OPEN
    by: str = ""
    at: str = ""


def request_tracing(
    request: TracingRequest, *, consents: Iterable[Consent], by: str, at: datetime
) -> TracingRequested:
    """Ask for the search of a relative.

    Raises `ConsentMissing` without the asker's consent to tracing, and
    `NameMissing` when nothing is known to call the relative by.
    """
    if not agreed(consents, request.individual, Purpose.TRACING):
        raise ConsentMissing(individual=request.individual, purpose=Purpose.TRACING.value)
    if not request.sought.get("name"):
        raise NameMissing(individual=request.individual)
    return TracingRequested(
        case=request.case,
        request=request.id,
        individual=request.individual,
        kin=request.kin,
        sought=dict(request.sought),
        must_not_know=request.must_not_know,
        by=by,
        at=at,
    )
