"""Event packs: what people remember, by region, to date a birth by."""

from intake.domain.remembered.afghanistan import AFGHANISTAN
from intake.domain.remembered.happening import Happening, Pack, Season
from intake.domain.remembered.horn import HORN
from intake.domain.remembered.sudan import SUDAN
from intake.domain.remembered.syria import SYRIA
from intake.domain.remembered.ukraine import UKRAINE

PACKS: dict[str, Pack] = {p.id: p for p in (UKRAINE, SYRIA, SUDAN, HORN, AFGHANISTAN)}
"""The packs of this release, by id."""


def pack_for(language: str) -> Pack | None:
    """The pack that fits a language as a first guess; anybody may choose another."""
    return next((p for p in PACKS.values() if language in p.languages), None)


def find(code: str) -> Happening | Season | None:
    """The happening or season with this id, in whatever pack it stands."""
    for pack in PACKS.values():
        found = pack.happening(code) or pack.season(code)
        if found is not None:
            return found
    return None


__all__ = ["PACKS", "Happening", "Pack", "Season", "find", "pack_for"]
