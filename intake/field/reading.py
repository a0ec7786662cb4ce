"""Reads what pages show: a case that must be here, and what to call its people."""

import unicodedata

from intake.domain.case import Case
from intake.domain.codes import Why
from intake.domain.individual import Individual
from intake.domain.language import INTERPRETER, interpreted_by
from intake.errors import CaseClosed, NotFound
from intake.field.answers import Telling, shown
from intake.i18n import gettext
from intake.web import access

_MOST_INITIALS = 3


def case_here(case: str) -> Case:
    """The case; raises NotFound when it is not on this laptop."""
    found = access.store().cases.get(case)
    if found is None:
        raise NotFound(thing="case")
    return found


def case_known(case: str) -> Case:
    """The same, to write about; raises CaseClosed once the laptop forgot the record."""
    found = case_here(case)
    if found.is_forgotten:
        raise CaseClosed(case=case)
    return found


def member_here(case: str, person: str) -> tuple[Case, Individual]:
    """A case and one of its members; raises NotFound for strangers to it."""
    found = case_here(case)
    member = found.member(person)
    if member is None:
        raise NotFound(thing="individual")
    return found, member


def member_known(case: str, person: str) -> tuple[Case, Individual]:
    """The same, to write about; raises CaseClosed once the laptop forgot the record."""
    found, member = member_here(case, person)
    if found.is_forgotten:
        raise CaseClosed(case=case)
    return found, member


def called(member: Individual) -> str:
    """What to call a member on a page: the name, or the place in the group."""
    return member.text("name") or gettext("Person %(n)s", n=member.position)


def initials(name: str) -> str:
    """The first letters of a name, for lists seen over a shoulder (DP-12)."""
    words = [word for word in name.split() if word[0].isalpha()]
    return " ".join(f"{_first_letter(word)}." for word in words[:_MOST_INITIALS])


def _first_letter(word: str) -> str:
    """The first letter with the marks that belong to it."""
    end = 1
    while end < len(word) and unicodedata.category(word[end]).startswith("M"):
        end += 1
    return word[:end]


def language_of(case: Case, member: Individual | None = None) -> str:
    """The language in which somebody is spoken to: their own choice, else the group's."""
    own = [c for c in case.consents if member and c.individual == member.id and c.language]
    return max(own, key=lambda c: c.hlc).language if own else case.notice_language


def interpreter_of(case: Case) -> str:
    """Through whom the group speaks with us now; empty if directly."""
    answer = shown(case.said, INTERPRETER)
    return interpreted_by(answer.value) if answer else ""


def telling_of(case: Case, member: Individual, why: Why = Why.CORRECTION) -> Telling:
    """How a member tells something now: in which language and through whom."""
    return Telling(
        language_of(case, member), access.new_id, why=why, interpreter=interpreter_of(case)
    )


def before(case: Case, member: Individual) -> Individual | None:
    """The member recorded just before this one."""
    earlier = [m for m in case.members if m.position < member.position]
    return max(earlier, key=lambda m: m.position) if earlier else None
