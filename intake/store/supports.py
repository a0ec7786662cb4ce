"""Reads of what supports an account."""

from dataclasses import dataclass

from intake.domain.codes import SupportClass
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class Recorded:
    """One support as it was recorded; `taken_back` says why it counts no more."""

    id: str
    of: SupportClass
    what: str
    seen_on: str
    where: str
    relative: str
    interview: str
    outside_household: bool
    confirmed: bool
    by: str
    at: str
    taken_back: str
    taken_back_by: str


class Supports(Reads):
    """What was seen or heard from outside an account."""

    def of_individual(self, individual: str) -> list[Recorded]:
        """Every support of one person, oldest first; those taken back too."""
        rows = self._rows(
            "SELECT id, class AS of, what, seen_on, place AS 'where', relative, interview,"
            " outside_household, confirmed, by, at, taken_back, taken_back_by"
            " FROM supports WHERE individual = ? ORDER BY at",
            [individual],
        )
        return [_recorded(r) for r in rows]

    def standing(self, individual: str) -> list[Recorded]:
        """Those that count."""
        return [one for one in self.of_individual(individual) if not one.taken_back]


def _recorded(row: Row) -> Recorded:
    return Recorded(
        **{
            **row,
            "of": SupportClass(row["of"]),
            "outside_household": bool(row["outside_household"]),
            "confirmed": bool(row["confirmed"]),
        }
    )
