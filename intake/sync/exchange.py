"""One sync of a laptop with its registry: all up first, then what came back.

Sending never waits for, or depends on, what is to be fetched. A sync that breaks
off anywhere may simply be done again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from intake.errors import BundleRefused, ChainForked, ChainGap, IntakeError
from intake.store import Store
from intake.sync.enrol import make_request
from intake.sync.outbox import is_approved, keep_problem, note_approved, note_contact
from intake.sync.parcel import SYSTEM, reply_chain
from intake.sync.reply import make_pull, take_reply
from intake.sync.send import WIRE, Limits, acknowledged, make_push, note_sent, registry_of, start
from intake.sync.wire import Transport

MOST_REWINDS: Final = 3
"""How often one sync goes back because the registry holds less than it said."""

MOST_PULLS: Final = 10_000

Progress = Callable[[int, int], None]
"""Told after each bundle: how far the registry acknowledged, and how far there is to go."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What one sync did; `problem` is the first thing that did not work."""

    bundles: int
    acknowledged: int
    replies: int
    problem: IntakeError | None = None


@dataclass(frozen=True, slots=True)
class Trip:
    """What every step of one sync needs."""

    store: Store
    transport: Transport
    at: datetime
    by: str = SYSTEM
    limits: Limits = WIRE
    progress: Progress | None = None


def sync(trip: Trip) -> Synced:
    """Send all that waits, then fetch replies; nothing is lost when it breaks off.

    Raises only `DeviceNotApproved` before the laptop joined a registry; everything
    else is told in `Synced.problem` and kept for the page of sync.
    """
    registry_of(trip.store)
    bundles = replies = 0
    _, problem = _try(trip, _ask)
    if problem is None:
        bundles, send_problem = _try(trip, _send)
        replies, fetch_problem = _try(trip, _fetch)
        problem = send_problem or fetch_problem
    keep_problem(trip.store, problem, at=trip.at)
    return Synced(bundles, acknowledged(trip.store), replies, problem)


@dataclass(slots=True)
class _Count:
    """Counts on, so that what was done before a failure is told too."""

    done: int = 0


def _try(trip: Trip, step: Callable[[Trip, _Count], None]) -> tuple[int, IntakeError | None]:
    count = _Count()
    try:
        step(trip, count)
    except IntakeError as error:
        return count.done, error
    return count.done, None


def _ask(trip: Trip, _count: _Count) -> None:
    """Ask to be let in until the registry answers; asking again changes nothing."""
    if not is_approved(trip.store):
        trip.transport.post("enrol", make_request(trip.store, at=trip.at))


def _send(trip: Trip, count: _Count) -> None:
    after, rewinds = start(trip.store), 0
    while push := make_push(trip.store, after, at=trip.at, limits=trip.limits):
        note_sent(trip.store, push, channel="wire", at=trip.at, by=trip.by)
        try:
            data = trip.transport.post("push", push.bundle)
        except ChainGap as gap:
            after, rewinds = _rewind(gap, after, rewinds), rewinds + 1
            continue
        try:
            answer = take_reply(trip.store, data, at=trip.at, by=trip.by)
        except ChainForked:
            _show_fork(trip, push.last)
            raise
        if answer.acknowledged <= after:
            raise BundleRefused(why="receipt")
        after = answer.acknowledged
        note_contact(trip.store, answer.ahead_s, at=trip.at)
        count.done += 1
        if trip.progress is not None:
            trip.progress(after, trip.store.head(trip.store.own_chain).seq)


def _show_fork(trip: Trip, after: int) -> None:
    """Send on what differs, so that the registry sees the split and keeps it aside."""
    while push := make_push(trip.store, after, at=trip.at, limits=trip.limits):
        trip.transport.post("push", push.bundle)
        after = push.last


def _rewind(gap: ChainGap, after: int, rewinds: int) -> int:
    """Where to go on after a gap: a registry restored from its backup holds less."""
    expected = gap.facts.get("expected")
    if type(expected) is not int or not 1 <= expected <= after or rewinds >= MOST_REWINDS:
        raise gap
    return expected - 1


def _fetch(trip: Trip, count: _Count) -> None:
    store = trip.store
    chain = reply_chain(registry_of(store).registry, store.own_chain)
    for _ in range(MOST_PULLS):
        data = trip.transport.post("pull", make_pull(store, at=trip.at))
        answer = take_reply(store, data, at=trip.at, by=trip.by)
        count.done += answer.added
        note_approved(store, at=trip.at)
        if not answer.added or store.head(chain).seq >= answer.until:
            return
