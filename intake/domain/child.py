"""A possible child and who looks after them; the young forget first.

An uncertain age counts as a child (V-09). The answers lie among the statements; what is
decided here is only who stands beside the child as far as the group tells it.
"""

from datetime import date

from intake.domain.case import Case, could_be_child
from intake.domain.codes import ChildStanding, Tie, YesNo
from intake.domain.individual import Individual
from intake.domain.relative import INVERSE, Relative, lines, tie_of

_CARING = frozenset({Tie.PARENT, Tie.STEP_PARENT, Tie.FOSTER_PARENT, Tie.GUARDIAN, Tie.CARER})
"""Ties that stand for somebody who looks after a child by law or custom."""

_KIN = frozenset(
    {
        Tie.GRANDPARENT,
        Tie.AUNT_UNCLE,
        Tie.SIBLING,
        Tie.HALF_SIBLING,
        Tie.COUSIN,
        Tie.SIBLING_IN_LAW,
        Tie.OTHER_KIN,
    }
)


def standing_of(case: Case, child: Individual, on: date) -> ChildStanding | None:
    """Who is here with a possible child; None for somebody who is surely an adult."""
    if not could_be_child(child, on):
        return None
    ties = [
        tie
        for adult in case.members
        if adult.id != child.id and is_surely_adult(adult, on)
        for tie in _ties(case, child, adult)
    ]
    if any(_cares(tie) for tie in ties):
        return ChildStanding.WITH_CARER
    if any(tie.tie in _KIN for tie in ties):
        return ChildStanding.SEPARATED
    return ChildStanding.UNACCOMPANIED


def is_surely_adult(person: Individual, on: date) -> bool:
    """Whether the whole of what is known of an age lies above 18."""
    return bool(person.value("birth")) and not could_be_child(person, on)


def _cares(tie: Relative) -> bool:
    return tie.tie in _CARING or YesNo.YES in (tie.cares, tie.responsible)


def _ties(case: Case, child: Individual, adult: Individual) -> list[Relative]:
    """What the two say of each other, seen from the child; nobody's word is left out."""
    found = [line.relative for line in lines(child) if line.relative.to == adult.id]
    found += [
        Relative(INVERSE[line.relative.tie], to=adult.id)
        for line in lines(adult)
        if line.relative.to == child.id
    ]
    tie = tie_of(child.value("relationship")) if case.focal == adult.id else None
    if tie is not None:
        found.append(Relative(INVERSE[tie], to=adult.id))
    tie = tie_of(adult.value("relationship")) if case.focal == child.id else None
    if tie is not None:
        found.append(Relative(tie, to=adult.id))
    return found
