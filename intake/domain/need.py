"""A specific need: what may be written down, how urgent, and what comes first.

A code that could harm somebody when a laptop is seized is refused here, wherever it
comes from: a page, a hand-made request, or an entry another laptop sends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from intake.domain.codes import NeedStatus, SpecificNeed, Urgency, YesNo
from intake.errors import RuleBroken

WRITTEN_AT_INTAKE = (
    NeedStatus.REPORTED,
    NeedStatus.OBSERVED,
    NeedStatus.REPORTED_BY_OTHER,
    NeedStatus.PENDING,
)
"""What a field officer can say of a need; the rest is for those who follow it up."""

_CODES = tuple(SpecificNeed)
_ORDER = tuple(Urgency)


class NeedNotEnterable(RuleBroken):
    """This need may not be written down here; fact: `path`, never the code."""

    code = "need-not-enterable"


@dataclass(frozen=True, slots=True)
class Need:
    """One need as it was told; an empty part was not said."""

    code: SpecificNeed
    urgency: Urgency | None = None
    status: NeedStatus | None = None
    refer: YesNo | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act."""
        return self.status is not NeedStatus.RESOLVED


def refuse_unlisted(value: object) -> None:
    """Raise `NeedNotEnterable` unless every code of a list of needs is allowed."""
    if value is None:
        return
    rows = value if isinstance(value, list) else [value]
    if not all(isinstance(row, dict) and row.get("code") in _CODES for row in rows):
        raise NeedNotEnterable(path="needs")


def needs_of(value: object) -> tuple[Need, ...]:
    """The needs in a recorded value; words of a newer release are left out."""
    rows = value if isinstance(value, list) else []
    return tuple(_need(row) for row in rows if isinstance(row, dict) and row.get("code") in _CODES)


def most_urgent(needs: Iterable[Need]) -> Urgency | None:
    """The urgency of what must be done first; None when nothing is open."""
    known = [need.urgency or Urgency.ROUTINE for need in needs if need.is_open]
    return min(known, key=_ORDER.index, default=None)


_ON_MEMORY = frozenset(
    {
        SpecificNeed.CHRONIC,
        SpecificNeed.CRITICAL,
        SpecificNeed.MALNUTRITION,
        SpecificNeed.OTHER_MEDICAL,
        SpecificNeed.OLDER_UNABLE,
    }
)


def bears_on_memory(needs: Iterable[Need]) -> bool:
    """Whether one of these is open and can bear on what somebody remembers."""
    return any(need.is_open and need.code in _ON_MEMORY for need in needs)


def _need(row: dict[str, Any]) -> Need:
    return Need(
        code=SpecificNeed(row["code"]),
        urgency=_known(Urgency, row.get("urgency")),
        status=_known(NeedStatus, row.get("status")),
        refer=_known(YesNo, row.get("refer")),
    )


def _known(codes: Any, said: object) -> Any:
    return codes(said) if said in tuple(codes) else None
