"""A paper the person has or had, as they tell it; nobody judges it here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from intake.domain.codes import TakenBy
from intake.domain.statement import Json

Paper = Mapping[str, Json]

SHORT = ("kind", "status", "number", "where")
"""What the short form asks of a paper."""

DETAIL = ("issuer", "issued", "name", "confirm", "check", "seen_by")
"""What the page of one paper asks besides: all of it optional."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one person, and who took away which kind."""

    listed: tuple[Paper, ...] = ()
    taken: tuple[Paper, ...] = ()

    @classmethod
    def from_values(cls, listed: Json, taken: Json) -> "Papers":
        """The papers in two recorded values."""
        return cls(_rows(listed), _rows(taken))

    def at(self, place: int) -> Paper | None:
        """The paper at a place in the list, from 0; None past its end."""
        return self.listed[place] if 0 <= place < len(self.listed) else None

    def with_paper(self, place: int, paper: Paper) -> list[Json]:
        """The list with one paper changed, or added at its end; empty parts left out."""
        whole = {key: value for key, value in paper.items() if value or key in SHORT}
        rows: list[Json] = [dict(row) for row in self.listed]
        rows[place : place + 1] = [whole]
        return rows

    def without(self, place: int) -> list[Json]:
        """The list without one paper."""
        return [dict(row) for at, row in enumerate(self.listed) if at != place]

    def with_taker(self, kind: str, by: TakenBy) -> list[Json]:
        """Who took which, with what is said of this kind of paper now."""
        return [*self.taken_without(kind), {"kind": kind, "by": by.value}]

    def taken_without(self, kind: str) -> list[Json]:
        """Who took which, without this kind of paper."""
        return [dict(row) for row in self.taken if row.get("kind") != kind]

    def was_taken(self, kind: object) -> bool:
        """Whether it is recorded who took this kind of paper."""
        return any(row.get("kind") == kind for row in self.taken)


def _rows(value: Json) -> tuple[Paper, ...]:
    rows: Sequence[Json] = value if isinstance(value, list) else ()
    return tuple(row for row in rows if isinstance(row, dict))
