"""What waits for a second person besides pairs and decisions; numbers, no names."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from intake.domain.case import could_be_child
from intake.domain.codes import Role, TraceStatus
from intake.registry.work import Task
from intake.security.roles import Action, may
from intake.store import Store


@dataclass(frozen=True, slots=True)
class Seconds:
    """Links to undo, vouches to agree to, records to close, contacts to ask about."""

    links: tuple[Task, ...] = ()
    vouches: tuple[Task, ...] = ()
    closings: tuple[Task, ...] = ()
    contacts: int = 0


def seconds(store: Store, user: str, roles: Collection[Role], on: date) -> Seconds:
    """Gather what this user may answer and did not ask for themselves."""
    return Seconds(
        links=tuple(_links(store, user, on)) if may(roles, Action.JUDGE_PAIR) else (),
        vouches=tuple(_vouches(store, user, on)) if may(roles, Action.REVIEW_DECISION) else (),
        closings=tuple(_closings(store, user, on)) if may(roles, Action.KEEP_RECORD) else (),
        contacts=_contacts(store) if may(roles, Action.FOLLOW_NEEDS) else 0,
    )


def _links(store: Store, user: str, on: date) -> Iterable[Task]:
    for pair in store.pairs.links(asked=True):
        if pair.undoing is not None and pair.undoing.asked_by != user:
            yield _task(store, pair.id, (pair.left, pair.right), pair.undoing.asked_at, on)


def _vouches(store: Store, user: str, on: date) -> Iterable[Task]:
    for vouch in store.vouches.waiting():
        if vouch.by != user:
            yield _task(store, vouch.individual, (vouch.individual,), vouch.at, on)


def _closings(store: Store, user: str, on: date) -> Iterable[Task]:
    for one in store.records.to_close():
        if store.records.state(one)[2] != user:
            yield _task(store, one, (one,), store.records.steps(one)[-1].at, on)


def _contacts(store: Store) -> int:
    done = (TraceStatus.CONTACT, TraceStatus.NO_CONTACT)
    return sum(trace.status not in done for trace in store.traces.handed_over())


def _task(store: Store, thing: str, about: Collection[str], since: str, on: date) -> Task:
    people = store.cases.outlines(about, "birth").values()
    child = any(could_be_child(person, on) for person in people)
    return Task(thing, tuple(person.number for person in people), child, since)
