"""What a person gets to see of their own record, and who looked at it.

A copy holds what the person (or a child's carer) told us, what they agreed to, their own
answers in interviews, and what was decided. It never holds what others said, who vouched,
whom the record was compared with, nor what was told in confidence: paper is found by others
(DP-25). So that nothing can be read from a gap, the same sentence says so on every copy.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from intake.domain.case import Case
from intake.domain.codes import Role, Source
from intake.domain.consent import Consent
from intake.domain.individual import Individual
from intake.domain.questions import QUESTIONS
from intake.domain.statement import Json, Said
from intake.domain.tracing import PARTED_BY, TracingRequest
from intake.interview.bank import QUESTION_BANK
from intake.registry.keeping import due_after
from intake.registry.linking import mates_of
from intake.registry.masking import GUARDED, Sensitivity, sensitivity, veiled
from intake.registry.settings import keep_years
from intake.store import Store
from intake.store.corrections import Correction
from intake.store.decisions import Outcome

OF_OTHERS = frozenset({Source.RELATIVE, Source.VOUCHER})
"""Who said these must stay unknown to the person they speak of."""

MOST_LOOKS = 200


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a record: by which roles, why, when; never by whom (DP-27)."""

    roles: tuple[Role, ...]
    purpose: str
    at: str


@dataclass(frozen=True, slots=True)
class Talk:
    """An interview as the person had it: when, and their answers by question."""

    at: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Everything that is given to the person, in the order of the record.

    `tellers` are the roles of whoever told the person what came of each correction,
    `kept_years` how long a record out of use is kept, `due` its last day if it is one (DP-21).
    """

    case: Case
    person: Individual
    told: tuple[Said, ...]
    of_group: tuple[Said, ...]
    corrections: tuple[Correction, ...]
    tellers: Mapping[str, tuple[Role, ...]]
    consents: tuple[Consent, ...]
    talks: tuple[Talk, ...]
    outcomes: tuple[Outcome, ...]
    looks: tuple[Look, ...]
    is_short: bool
    kept_years: int
    due: date | None
    searches: tuple[TracingRequest, ...] = ()


def copy_of(store: Store, case: Case, person: Individual, *, short: bool) -> Copy:
    """Gather the copy; a `short` one leaves out what is dangerous to carry about.

    That is whatever the class "sensitive" of domain chapter 11.3 holds, and the talks.
    """
    mates = mates_of(store, person.id)
    asked = [c for c in store.corrections.of_individual(person.id) if _is_open_to(c.path, short)]
    return Copy(
        case=case,
        person=person,
        told=tuple(_told(person.said, mates, short)),
        of_group=tuple(_told(case.said, mates, short)),
        corrections=tuple(asked),
        tellers={c.id: _roles(store, c.told_by) for c in asked if c.told_by},
        consents=tuple(c for c in case.consents if c.individual == person.id),
        talks=() if short else tuple(_talks(store, person.id)),
        outcomes=tuple(o for o in store.decisions.outcomes(case.id) if o.individual == person.id),
        looks=looks_at(store, person.id),
        is_short=short,
        kept_years=keep_years(store),
        due=due_after(store, person.id),
        searches=tuple(_searches(store, person, short)),
    )


def _searches(store: Store, person: Individual, short: bool) -> Iterator[TracingRequest]:
    """Whom the person looks for, as they told it; from whom to hide it is on no paper."""
    for asked in store.cases.tracing(person.case):
        if asked.individual == person.id:
            told = {path: v for path, v in asked.sought.items() if _may_carry(path, v, short)}
            yield replace(asked, sought=told, must_not_know="")


def _may_carry(path: str, value: Json, short: bool) -> bool:
    """Whether a thing told of a missing relative stands on paper; of a short one who it is."""
    return path in QUESTIONS if short else not (path == PARTED_BY and str(value) in GUARDED)


def looks_at(store: Store, individual: str) -> tuple[Look, ...]:
    """Who looked at a record, newest first, by role."""
    views = store.cases.views(individual)[:MOST_LOOKS]
    return tuple(Look(_roles(store, view.by), view.purpose, view.at) for view in views)


def _roles(store: Store, user: str) -> tuple[Role, ...]:
    """What a user was here; whoever is not one of ours worked on a laptop."""
    found = store.users.get(user)
    return found.roles if found else (Role.FIELD,)


def _told(said: tuple[Said, ...], mates: Collection[str], short: bool) -> Iterator[Said]:
    order = {path: at for at, path in enumerate(QUESTIONS)}
    mine = [s for s in said if _is_given(s, short)]
    for one in sorted(mine, key=lambda s: (order.get(s.statement.path, len(order)), s.hlc)):
        yield veiled((), mates, one)


def _is_given(said: Said, short: bool) -> bool:
    return said.statement.source not in OF_OTHERS and _is_open_to(said.statement.path, short)


def _is_open_to(path: str, short: bool) -> bool:
    """Whether answers to a question may stand on paper at all, and on a short copy."""
    most = Sensitivity.PERSONAL if short else Sensitivity.SENSITIVE
    return not QUESTIONS[path].write_only and sensitivity(path) <= most


def _talks(store: Store, individual: str) -> Iterator[Talk]:
    for held in store.interviews.of_individual(individual):
        answers = tuple(
            (QUESTION_BANK[a.question].text, a.text)
            for a in held.answers
            if a.text and a.question in QUESTION_BANK
        )
        if held.started_at:
            yield Talk(held.started_at, answers)
