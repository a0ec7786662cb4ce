"""What waits for a second person besides pairs and decisions; numbers, no names."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from intake.domain.case import youngest
from intake.domain.codes import RecordState, Role, TraceStatus
from intake.domain.event import RecordReopened
from intake.domain.record import MACHINE
from intake.registry import moving
from intake.registry.grouping import hidden_pairs, strays
from intake.registry.work import Task
from intake.security.roles import Action, may
from intake.store import Store

_R = RecordState


@dataclass(frozen=True, slots=True)
class Seconds:
    """Links to undo, vouches, records to close or open, groups, contacts, settings."""

    links: tuple[Task, ...] = ()
    vouches: tuple[Task, ...] = ()
    closings: tuple[Task, ...] = ()
    reopenings: tuple[Task, ...] = ()
    moves: tuple[Task, ...] = ()
    strays: tuple[Task, ...] = ()
    contacts: int = 0
    settings: int = 0


def seconds(store: Store, user: str, roles: Collection[Role], on: date) -> Seconds:
    """Gather what this user may answer and did not ask for themselves."""
    return Seconds(
        links=tuple(_links(store, user, on)) if may(roles, Action.JUDGE_PAIR) else (),
        vouches=tuple(_vouches(store, user, on)) if may(roles, Action.REVIEW_DECISION) else (),
        closings=tuple(_asked(store, user, on, _R.CLOSE_ASKED)) if _keeps(roles) else (),
        reopenings=tuple(_asked(store, user, on, _R.REOPEN_ASKED)) if _reopens(roles) else (),
        moves=tuple(_moves(store, user, roles, on)) if may(roles, Action.REGROUP) else (),
        strays=tuple(_strays(store, on)) if may(roles, Action.FOLLOW_NEEDS) else (),
        contacts=_contacts(store) if may(roles, Action.FOLLOW_NEEDS) else 0,
        settings=_settings(store, user) if may(roles, Action.MANAGE_SETTINGS) else 0,
    )


def _links(store: Store, user: str, on: date) -> Iterable[Task]:
    asked = store.pairs.links(asked=True)
    untold = hidden_pairs(store, asked)
    for pair in (one for one in asked if one.id not in untold):
        if pair.undoing is not None and pair.undoing.asked_by != user:
            yield _task(store, pair.id, (pair.left, pair.right), pair.undoing.asked_at, on)


def _vouches(store: Store, user: str, on: date) -> Iterable[Task]:
    for vouch in store.vouches.waiting():
        if vouch.by != user:
            yield _task(store, vouch.individual, (vouch.individual,), vouch.at, on)


def _keeps(roles: Collection[Role]) -> bool:
    return may(roles, Action.KEEP_RECORD)


def _reopens(roles: Collection[Role]) -> bool:
    return RecordReopened.kind in MACHINE.open_events(_R.REOPEN_ASKED, roles)


def _asked(store: Store, user: str, on: date, state: RecordState) -> Iterable[Task]:
    """Records of which somebody else asked that they be closed, or used again."""
    for one in store.records.in_state(state):
        if store.records.state(one)[2] != user:
            yield _task(store, one, (one,), store.records.steps(one)[-1].at, on)


def _moves(store: Store, user: str, roles: Collection[Role], on: date) -> Iterable[Task]:
    for move in moving.waiting(store, user, roles):
        yield _task(store, move.id, move.individuals, move.proposed_at, on)


def _strays(store: Store, on: date) -> Iterable[Task]:
    for one in strays(store):
        yield _task(store, one, (one,), "", on)


def _contacts(store: Store) -> int:
    done = (TraceStatus.CONTACT, TraceStatus.NO_CONTACT)
    return sum(trace.status not in done for trace in store.traces.handed_over())


def _settings(store: Store, user: str) -> int:
    return sum(change.proposed_by != user for change in store.settings.waiting())


def _task(store: Store, thing: str, about: Collection[str], since: str, on: date) -> Task:
    people = list(store.cases.outlines(about, "birth").values())
    numbers = tuple(person.number for person in people)
    return Task(thing, numbers, youngest(people, on), since)
