"""Records that two people linked as one person's: read as one, never merged.

Each record stays as it is; what stands here is only how they are read together.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace

from intake.domain.case import Case
from intake.domain.codes import Role
from intake.domain.individual import Individual
from intake.domain.pair import Pair
from intake.domain.statement import Said
from intake.matching.person import Person
from intake.registry.grouping import hidden_from
from intake.registry.masking import may_open
from intake.store import Store

_GATHERED = ("names", "companions")
_OWN = ("id", "group", "is_sought")


@dataclass(frozen=True, slots=True)
class Whole:
    """A record, then the records linked with it that the reader may open."""

    records: tuple[tuple[Case, Individual], ...]
    mates: frozenset[str] = frozenset()
    """Everybody who is or came together with one of the records, and may be named there."""

    @property
    def said(self) -> tuple[Said, ...]:
        """Every statement of every record; whose it is tells its subject."""
        return tuple(one for _case, member in self.records for one in member.said)

    @property
    def numbers(self) -> dict[str, str]:
        """The number of each record by its id."""
        return {member.id: member.number for _case, member in self.records}


def whole(store: Store, case: Case, member: Individual, roles: Collection[Role]) -> Whole:
    """A person's record with those linked to it, as far as these roles may open them."""
    records = records_of(store, case, member, roles)
    return Whole(records, frozenset(one for _c, m in records for one in mates_of(store, m.id)))


def records_of(
    store: Store, case: Case, member: Individual, roles: Collection[Role]
) -> tuple[tuple[Case, Individual], ...]:
    """A record, then those linked to it that these roles may open."""
    linked = store.pairs.linked_with(member.id)
    if not linked:
        return ((case, member),)
    hidden = hidden_from(store, member.id, roles)
    others = (record_of(store, other) for other in linked if other not in hidden)
    opened = ((c, m) for c, m in filter(None, others) if may_open(roles, c.consents, m.id))
    return ((case, member), *opened)


def mates_of(store: Store, individual: str) -> set[str]:
    """Everybody who may be named beside a person: of their group now, or before."""
    case = store.cases.company(individual)
    return {member.id for member in case.members} if case else set()


def record_of(store: Store, individual: str) -> tuple[Case, Individual] | None:
    """The case and the individual, unless erased."""
    case = store.cases.of_individual(individual)
    member = case.member(individual) if case else None
    return (case, member) if case is not None and member is not None else None


def linked_statements(store: Store, individual: str) -> tuple[Said, ...]:
    """What the records linked with this one say; nothing of this record itself."""
    others = map(store.cases.individual, store.pairs.linked_with(individual))
    return tuple(said for other in others if other is not None for said in other.said)


def as_one(person: Person, others: Collection[Person]) -> Person:
    """A person as matching sees one, with what the linked records tell besides."""
    told = person
    for other in others:
        gathered = {
            name: (*getattr(told, name), *_new(getattr(told, name), getattr(other, name)))
            for name in _GATHERED
        }
        filled = {
            field.name: getattr(told, field.name) or getattr(other, field.name)
            for field in fields(Person)
            if field.name not in (*_GATHERED, *_OWN)
        }
        told = replace(told, **gathered, **filled)  # type: ignore[arg-type]
    return told


def _new(known: Collection[object], more: Collection[object]) -> Iterator[object]:
    return (one for one in more if one not in known)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the history of a pair; `what` is a verdict or a kind of event."""

    at: str
    what: str
    by: str = ""
    reason: str = ""
    after: str = ""
    is_verdict: bool = False


def history(store: Store, pair: Pair, user: str) -> list[Line]:
    """Who said and did what about a pair, when and why, oldest first.

    A verdict of the present round stays out until this user may read it.
    """
    said = (*store.pairs.past_verdicts(pair.id), *pair.seen_by(user))
    lines = [Line(pair.at, "suggested")]
    lines += [Line(v.at, v.verdict.value, v.by, v.reason, is_verdict=True) for v in said]
    for one in store.pairs.undoings(pair.id):
        lines.append(Line(one.asked_at, "asked", one.asked_by, one.reason, one.after.value))
        if one.answered_by:
            done = "undone" if one.undone else "kept"
            lines.append(Line(one.answered_at, done, one.answered_by, one.answer_reason))
    lines += [Line(at, "reopened", by, why) for by, at, why in store.pairs.reopenings(pair.id)]
    return sorted(lines, key=lambda line: line.at)
