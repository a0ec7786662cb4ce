"""Tells how far the supports of an identity reach; people assign the level.

The ceiling of domain chapter 8.5: pure, and monotone in everything that helps. Who
the person is (sex, nationality, language, belief) is no input, so it cannot matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from intake.domain.codes import IdentityLevel, SupportClass


class Missing(StrEnum):
    """What stands between a ceiling and the next level."""

    NOTICE = "notice"
    READ_BACK = "read-back"
    DUPLICATE_SEARCH = "duplicate-search"
    STATEMENT_CONFIRMED = "statement-confirmed"
    INTERVIEW = "interview"
    CONTRADICTIONS = "contradictions"
    SUPPORT = "support"
    SECOND_CLASS = "second-class"
    OUTSIDE_HOUSEHOLD = "outside-household"
    CHILD_DOCUMENT = "child-document"
    SECOND_PERSON = "second-person"
    AUTHORITATIVE = "authoritative"


@dataclass(frozen=True, slots=True)
class Standing:
    """What was done for this person so far; each True only ever raises the ceiling.

    `interview_complete`: all stages, read-back confirmed or its refusal reasoned.
    `contradictions_settled`: no central one open on a core fact. `second_person`: set
    it when proposing too, for nothing holds before a second person confirms it.
    `authoritative`: a record confirmed through a channel safe for the person.
    """

    notice_given: bool = False
    read_back: bool = False
    duplicates_resolved: bool = False
    statement_confirmed: bool = False
    interview_complete: bool = False
    contradictions_settled: bool = False
    second_person: bool = False
    authoritative: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """One independent support.

    For kin, `separately` says they were interviewed alone and `outside_household`
    where they live; for a voucher, `level` is the voucher's own identity level.
    """

    kind: SupportClass
    separately: bool = False
    outside_household: bool = False
    level: IdentityLevel = IdentityLevel.A0


_LEVELS = tuple(IdentityLevel)
_FROM_OUTSIDE = frozenset({SupportClass.VOUCHER, SupportClass.DOCUMENT, SupportClass.RECORD})
_FOR_CHILDREN = frozenset({SupportClass.DOCUMENT, SupportClass.RECORD})


def ceiling(
    standing: Standing, supports: Iterable[Support], *, child: bool
) -> tuple[IdentityLevel, tuple[Missing, ...]]:
    """Give the highest level people may assign, and what the next one still needs."""
    given = tuple(supports)
    missing = {
        IdentityLevel.A1: _for_a1(standing),
        IdentityLevel.A2: _for_a2(standing, given, child),
        IdentityLevel.A3: _for_a3(standing, given, child),
        IdentityLevel.A4: _for_a4(standing),
    }
    reached = [level for level, needs in missing.items() if not needs]
    level = max(reached, default=IdentityLevel.A0)
    following = _LEVELS[_LEVELS.index(level) + 1 :][:1]
    return level, missing[following[0]] if following else ()


def _needs(**done: bool) -> tuple[Missing, ...]:
    return tuple(Missing[name.upper()] for name, is_done in done.items() if not is_done)


def _for_a1(standing: Standing) -> tuple[Missing, ...]:
    return _needs(
        notice=standing.notice_given,
        read_back=standing.read_back,
        duplicate_search=standing.duplicates_resolved,
        statement_confirmed=standing.statement_confirmed,
    )


def _examined(standing: Standing) -> tuple[Missing, ...]:
    return _for_a1(standing) + _needs(
        interview=standing.interview_complete, contradictions=standing.contradictions_settled
    )


def _for_a2(standing: Standing, supports: tuple[Support, ...], child: bool) -> tuple[Missing, ...]:
    classes = _classes(supports, IdentityLevel.A2)
    # What somebody knows of a place can be learnt; it carries an adult nowhere alone.
    enough = classes if child else classes - {SupportClass.PLACE}
    return _examined(standing) + _needs(support=bool(enough))


def _for_a3(standing: Standing, supports: tuple[Support, ...], child: bool) -> tuple[Missing, ...]:
    classes = _classes(supports, IdentityLevel.A3) - {SupportClass.PLACE}
    outside = bool(classes & _FROM_OUTSIDE) or any(
        support.kind is SupportClass.KIN and support.separately and support.outside_household
        for support in supports
    )
    return (
        _for_a2(standing, supports, child)
        + _needs(second_class=len(classes) > 1, outside_household=outside)
        + _needs(child_document=not child or bool(classes & _FOR_CHILDREN))
        + _needs(second_person=standing.second_person)
    )


def _for_a4(standing: Standing) -> tuple[Missing, ...]:
    return _examined(standing) + _needs(
        authoritative=standing.authoritative, second_person=standing.second_person
    )


def _classes(supports: tuple[Support, ...], target: IdentityLevel) -> frozenset[SupportClass]:
    """Give the classes that count: kin heard alone, vouchers of that level."""
    return frozenset(support.kind for support in supports if _counts(support, target))


def _counts(support: Support, target: IdentityLevel) -> bool:
    if support.kind is SupportClass.KIN:
        return support.separately
    if support.kind is SupportClass.VOUCHER:
        return support.level >= target
    return True
