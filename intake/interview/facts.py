"""The facts a talk may be about, and how each stands in the record: no values."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from intake.domain.codes import Absent
from intake.domain.individual import Individual
from intake.domain.questions import MATERIAL

FURTHER = ("nationality", "relative", "place-stays")
"""Facts that matter for some people: nationality, ties of family, where one lived when."""

EXAMINABLE = (*MATERIAL, *FURTHER)

_NOT_KNOWN = (Absent.NOT_ASKED, Absent.LATER, Absent.UNKNOWN)


class FactState(StrEnum):
    """How a fact stands before the talk."""

    TOLD = "told"
    DIFFERS = "differs"
    NOT_KNOWN = "not-known"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class MaterialFact:
    """A fact, how it stands, and whether every decision speaks of it."""

    path: str
    state: FactState
    always: bool


def material_facts(person: Individual, differing: Collection[str]) -> tuple[MaterialFact, ...]:
    """Every fact that may be examined with this person.

    `differing` are those said in two ways.
    """
    return tuple(
        MaterialFact(path, _state(person, path, differing), path in MATERIAL) for path in EXAMINABLE
    )


def gaps(person: Individual) -> tuple[str, ...]:
    """Main facts of which nothing is known; what somebody would not say is no gap."""
    return tuple(path for path in MATERIAL if _state(person, path, ()) is FactState.NOT_KNOWN)


def _state(person: Individual, path: str, differing: Collection[str]) -> FactState:
    if path in differing:
        return FactState.DIFFERS
    said = person.answer(path)
    if said is None or said.statement.absent in _NOT_KNOWN:
        return FactState.NOT_KNOWN
    return FactState.TOLD if said.statement.value is not None else FactState.DECLINED
