"""Which answers a role may read: one table, default no (domain 11.3, DP-13)."""

from collections.abc import Collection
from enum import IntEnum

from intake.domain.codes import Purpose, Role
from intake.domain.consent import Consent, agreed
from intake.domain.questions import QUESTIONS


class Sensitivity(IntEnum):
    """The classes of domain chapter 11.3; a higher one can harm more."""

    PERSONAL = 1
    SENSITIVE = 2
    HIGHEST = 3


_SENSITIVE = frozenset(
    {
        "documents",
        "testimony",
        "private-moment",
        "care-arrangement",
        "urgent.doctor",
        "urgent.child-alone",
        "urgent.shelter",
        "urgent.alone",
    }
)
_HIGHEST = frozenset({"safe-contact", "urgent.afraid", "must-not-know"})

_READS = {
    Role.CLERK: Sensitivity.PERSONAL,
    Role.INTERVIEWER: Sensitivity.SENSITIVE,
    Role.REVIEWER: Sensitivity.SENSITIVE,
    Role.TRACING: Sensitivity.PERSONAL,
    Role.PROTECTION: Sensitivity.HIGHEST,
}
# Who searches for relatives must know from whom the search has to be hidden.
_ALSO = {Role.TRACING: frozenset({"must-not-know"})}


def sensitivity(path: str) -> Sensitivity:
    """The class of a question; one nobody has classed is held to be the highest."""
    if path in _SENSITIVE:
        return Sensitivity.SENSITIVE
    if path in QUESTIONS and path not in _HIGHEST:
        return Sensitivity.PERSONAL
    return Sensitivity.HIGHEST


def may_read(roles: Collection[Role], path: str) -> bool:
    """Whether somebody with these roles sees the answers to a question."""
    return any(
        path in _ALSO.get(role, ()) or (role in _READS and sensitivity(path) <= _READS[role])
        for role in roles
    )


def may_open(roles: Collection[Role], consents: Collection[Consent], individual: str) -> bool:
    """Whether a record opens at all: to tracing alone only by consent to tracing."""
    if any(role in _READS and role is not Role.TRACING for role in roles):
        return True
    return Role.TRACING in roles and agreed(consents, individual, Purpose.TRACING)
