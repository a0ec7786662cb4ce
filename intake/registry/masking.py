"""Which answers a role may read: one table, default no (domain 11.3, DP-13)."""

from collections.abc import Collection
from dataclasses import replace
from enum import IntEnum

from intake.domain.codes import Purpose, Role, SeparationCause, Whereabouts
from intake.domain.consent import Consent, agreed
from intake.domain.questions import QUESTIONS
from intake.domain.relative import RELATIVE, from_json
from intake.domain.statement import Said


class Sensitivity(IntEnum):
    """The classes of domain chapter 11.3; a higher one can harm more."""

    PERSONAL = 1
    SENSITIVE = 2
    HIGHEST = 3


_SENSITIVE = frozenset(
    {
        "documents",
        "place-stays",
        "testimony",
        "testimony-translation",
        "testimony-translator",
        "teach-back",
        "private-moment",
        "care-arrangement",
        "needs",
        "functioning",
        "gender-self",
        "care-kind",
        "guardian",
        "found-where",
        "found-when",
        "found-by",
        "brought-by",
        "brought-tie",
        "siblings-together",
        "last-saw-parents",
        "belongings",
        "words-and-songs",
        "wish-tracing",
        "wish-with",
        "best-interests",
        "urgent.doctor",
        "urgent.child-alone",
        "urgent.shelter",
        "urgent.alone",
    }
)
_HIGHEST = frozenset(
    {
        "safe-contact",
        "specialist",
        "withheld-from",
        "documents.taken-by",
        "urgent.afraid",
        "must-not-know",
        "brought-contact",
        "wish-not-with",
    }
)

_UNTOLD = frozenset({"specialist"})

_READS = {
    Role.CLERK: Sensitivity.PERSONAL,
    Role.INTERVIEWER: Sensitivity.SENSITIVE,
    Role.REVIEWER: Sensitivity.SENSITIVE,
    Role.TRACING: Sensitivity.PERSONAL,
    Role.PROTECTION: Sensitivity.HIGHEST,
}
GUARDED = frozenset(
    {
        Whereabouts.DETAINED,
        SeparationCause.ARREST,
        SeparationCause.TRANSFER,
        SeparationCause.HOME_VIOLENCE,
    }
)
"""Where somebody is, and why people were parted, that only protection reads of a tie."""

ELSEWHERE = "elsewhere"
"""Stands in a tie for somebody of another group, where the reader may not know which."""

# Who searches for relatives must know from whom the search has to be hidden.
_ALSO = {
    Role.TRACING: frozenset(
        {
            "must-not-know",
            "found-where",
            "found-when",
            "siblings-together",
            "last-saw-parents",
            "words-and-songs",
            "wish-tracing",
        }
    )
}


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


def veiled(roles: Collection[Role], members: Collection[str], said: Said) -> Said:
    """A tie without what its reader may not know."""
    told = from_json(said.statement.value) if said.statement.path == RELATIVE else None
    if told is None or may_read(roles, "safe-contact"):
        return said
    is_elsewhere = bool(told.to) and told.to not in members
    shown = replace(
        told,
        to=ELSEWHERE if is_elsewhere else told.to,
        now=None if told.now in GUARDED else told.now,
        cause=None if told.cause in GUARDED else told.cause,
    )
    return replace(said, statement=replace(said.statement, value=shown.to_json()))


def is_untold(roles: Collection[Role], path: str) -> bool:
    """Whether even that it was answered stays unsaid: the wish alone tells too much."""
    return path in _UNTOLD and not may_read(roles, path)


def may_open(roles: Collection[Role], consents: Collection[Consent], individual: str) -> bool:
    """Whether a record opens at all: to tracing alone only by consent to tracing."""
    if any(role in _READS and role is not Role.TRACING for role in roles):
        return True
    return Role.TRACING in roles and agreed(consents, individual, Purpose.TRACING)
