"""How much of a group was asked, and what the next level lacks (domain 1).

A count, the emergency level, the basic level: each asks for what the one before asks,
and more. An answer without a value counts as asked, and nothing here stops a record from
being complete.
"""

from collections.abc import Iterator
from datetime import date

from intake.domain.case import Case, Gap, gaps, unoffered
from intake.domain.child import standing_of
from intake.domain.codes import ChildStanding, Depth, Level
from intake.domain.consent import MAIN
from intake.domain.individual import Individual
from intake.domain.plausibility import surely_too_young

CONSENT = "consent"
"""Stands in a gap for the purposes that a person was not asked about."""

ALSO_EMERGENCY = ("interpreter-wanted", "safe-contact")
"""Asked at the emergency level, besides what a record needs to be complete."""

ALSO_BASIC = ("father", "mother", "grandfather", "marital-status", "documents")


def depth_of(case: Case, on: date) -> Depth:
    """The deepest level at which everybody of a group was asked all it asks."""
    if case.level is Level.QUICK:
        return Depth.TALLY
    if not case.members or lacking(case, Depth.EMERGENCY, on):
        return Depth.BEGUN
    return Depth.EMERGENCY if lacking(case, Depth.BASIC, on) else Depth.BASIC


def next_depth(reached: Depth) -> Depth | None:
    """The level to go on to; None once there is none at a laptop."""
    if reached is Depth.BASIC:
        return None
    return Depth.BASIC if reached is Depth.EMERGENCY else Depth.EMERGENCY


def lacking(case: Case, depth: Depth, on: date) -> tuple[Gap, ...]:
    """What nobody has asked yet of all that a level asks, the group first.

    Empty for a count, and for a record that was forgotten here.
    """
    if depth not in (Depth.EMERGENCY, Depth.BASIC) or case.is_forgotten:
        return ()
    missing = [*gaps(case), *unoffered(case, on)]
    for member in case.members:
        missing += _unasked(member, _asks(case, member, depth, on))
        if _was_not_asked_to_agree(case, member):
            missing.append(Gap(member.id, CONSENT))
    return tuple(missing)


def _asks(case: Case, member: Individual, depth: Depth, on: date) -> Iterator[str]:
    yield from ALSO_EMERGENCY
    if standing_of(case, member, on) not in (None, ChildStanding.WITH_CARER):
        yield "care-kind"
    if depth is Depth.BASIC:
        young = surely_too_young(member, on)
        yield from (path for path in ALSO_BASIC if not (young and path == "marital-status"))


def _unasked(member: Individual, paths: Iterator[str]) -> list[Gap]:
    return [Gap(member.id, path) for path in paths if not member.was_asked(path)]


def _was_not_asked_to_agree(case: Case, member: Individual) -> bool:
    asked = {consent.purpose for consent in case.consents if consent.individual == member.id}
    return not asked.issuperset(MAIN)
