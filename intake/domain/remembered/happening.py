"""The shape of an event pack: what people of a region remember, and when it was.

Only what is in every almanac stands in a pack: wars, floods, elections, schools,
seasons. An id is never used for another thing once it was published.
"""

from dataclasses import dataclass
from datetime import date

from intake.domain.edtf import read_edtf


@dataclass(frozen=True, slots=True)
class Happening:
    """Something people remember: its days as EDTF, its name, the countries it reached.

    `label` is an English message id with the context "event"; `countries` are ISO
    3166-1 codes.
    """

    id: str
    edtf: str
    label: str
    countries: tuple[str, ...]

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day it can mean."""
        first, last, _ = read_edtf(self.edtf)
        return first, last


@dataclass(frozen=True, slots=True)
class Season:
    """A season as it is called there, from the first month to the last."""

    id: str
    label: str
    months: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pack:
    """What people of one region remember, oldest first; `languages` guess the region."""

    id: str
    label: str
    languages: tuple[str, ...]
    happenings: tuple[Happening, ...]
    seasons: tuple[Season, ...]

    def happening(self, code: str) -> Happening | None:
        """The happening with this id."""
        return next((h for h in self.happenings if h.id == code), None)

    def season(self, code: str) -> Season | None:
        """The season with this id."""
        return next((s for s in self.seasons if s.id == code), None)


def N_(context: str, text: str) -> str:  # noqa: N802 - the usual name of a no-op marker
    """Mark a text for the catalogues; the core knows no languages."""
    del context
    return text
