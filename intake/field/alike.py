"""Records on this laptop that are like the person in front of us, with reasons.

Only what is on this laptop is searched, drafts too, only people who agreed to be compared
are found, and nothing is done with it but to ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from intake.domain.case import Case
from intake.domain.codes import Purpose
from intake.domain.individual import Individual
from intake.domain.likeness import may_compare
from intake.field.reading import initials
from intake.i18n import clauses, gettext
from intake.matching.evidence import Evidence
from intake.matching.person import Companion, NameSaid, Person, from_individual
from intake.matching.search import Candidate, search
from intake.matching.why import Band, Outcome
from intake.store.filable import file_missing
from intake.web import access, labels
from intake.web.wording import in_words

MOST: Final = 3
"""More than a few is a common name, not a lead."""

_OTHER_NAMES: Final = {"birth_place": "birth-place", "home_place": "last-residence"}
_NOT_SHOWN: Final = frozenset({"group", "lang"})


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody on this laptop who may be the same person, and what agrees."""

    case: Case
    person: Individual
    evidence: tuple[Evidence, ...]

    @property
    def letters(self) -> str:
        """First letters of the name, for a list (DP-12)."""
        return initials(self.person.text("name"))

    @property
    def agreeing(self) -> list[Evidence]:
        """What speaks for one person."""
        return [row for row in self.evidence if row.outcome is Outcome.AGREES]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What agrees, as codes without a value."""
        return tuple(f"{row.field}:{row.why.value}" for row in self.agreeing)

    @property
    def words(self) -> str:
        """What agrees, in words."""
        return clauses(f"{what(row.field)}: {labels.label(row.why)}" for row in self.agreeing)


@dataclass(frozen=True, slots=True)
class Row:
    """One field of two records side by side."""

    what: str
    left: str
    right: str
    outcome: str
    why: str


def like(case: Case, member: Individual, *, typed: Sequence[str] = ()) -> list[Alike]:
    """Who on this laptop is like this member and was not asked about yet.

    `typed` are names that stand on the page and are not saved.
    """
    person = _as_typed(from_individual(member), typed)
    if not person.names or not may_compare(case, member.id):
        return []
    store = access.store()
    file_missing(store, drafts=True)
    index = store.filing.agreed_to(Purpose.VERIFICATION)
    answered = {said.other for said in store.likenesses.of_case(case.id)}
    known = {m.id for m in case.members} | answered
    with store.together():
        if not index.people():
            return []
        found = search(index, _accompanied(person, case), top=MOST, leave_out=known)
    worth = (_opened(candidate) for candidate in found if _is_worth_asking(candidate))
    return [one for one in worth if one is not None]


def side_by_side(mine: Individual, found: Alike) -> list[Row]:
    """Both records, field by field, in the words of the screen."""
    return [_row(row, mine, found.person) for row in found.evidence if row.field not in _NOT_SHOWN]


def what(field: str) -> str:
    """The name of a field of a comparison."""
    if field == "group":
        return gettext("People in the group")
    return str(labels.question(_path(field)))


def _path(field: str) -> str:
    return "languages" if field == "lang" else _OTHER_NAMES.get(field, field)


def _row(row: Evidence, mine: Individual, theirs: Individual) -> Row:
    path = _path(row.field)
    left, right = (in_words(path, m.value(path)) if m.value(path) else "–" for m in (mine, theirs))
    return Row(what(row.field), left, right, row.outcome.value, str(labels.label(row.why)))


def _as_typed(person: Person, typed: Sequence[str]) -> Person:
    names = tuple(NameSaid(text.strip()) for text in typed if text.strip())
    return replace(person, names=names) if names else person


def _accompanied(person: Person, case: Case) -> Person:
    others = [m for m in case.members if m.id != person.id and m.text("name")]
    companions: list[Companion] = [from_individual(m).as_companion() for m in others]
    return replace(person, companions=tuple(companions))


def _is_worth_asking(candidate: Candidate) -> bool:
    """Many things agree; or some do, the name among them, and nothing differs."""
    rows = candidate.comparison.evidence
    if candidate.comparison.band is Band.MANY:
        return True
    named = any(row.field == "name" and row.outcome is Outcome.AGREES for row in rows)
    differs = any(row.outcome is Outcome.DIFFERS for row in rows)
    return candidate.comparison.band is Band.SOME and named and not differs


def _opened(candidate: Candidate) -> Alike | None:
    case = access.store().cases.of_individual(candidate.person_id)
    person = case.member(candidate.person_id) if case else None
    if case is None or person is None:
        return None
    return Alike(case, person, candidate.comparison.evidence)
