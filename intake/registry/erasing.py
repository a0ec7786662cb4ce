"""Erases records of groups who asked for it: asked by one, confirmed by another."""

from datetime import date, datetime

from intake.domain import erasure
from intake.domain.setting import kept_until
from intake.errors import NotFound
from intake.registry.settings import keep_years
from intake.registry.work import MOST, Task
from intake.store import Store


def waiting(store: Store, user: str) -> list[Task]:
    """Erasures that others asked for, and that this user may confirm, oldest first."""
    asked = [e for e in store.oversight.erasures() if e.waits and e.asked_by != user]
    return [Task(e.case, (e.number,), ages=None, since=e.asked_at) for e in asked[:MOST]]


def due(store: Store, on: date) -> list[Task]:
    """Groups out of use for longer than records are kept, longest first."""
    years = keep_years(store)
    return [
        Task(one.case, (one.number,), ages=None, since=one.since)
        for one in store.records.out_of_use()
        if kept_until(_day(one.since), years) < on
    ][:MOST]


def _day(at: str) -> date:
    return datetime.fromisoformat(at).date()


def ask(store: Store, case_id: str, *, reason: str, by: str, at: datetime) -> None:
    """Record that this group's record is to be erased."""
    with store.together():
        case = store.cases.get(case_id)
        if case is None:
            raise NotFound(thing="case")
        asked = store.oversight.erasure(case_id)
        store.record(erasure.ask(case, asked, reason=reason, by=by, at=at))


def confirm(store: Store, case_id: str, *, by: str, at: datetime) -> None:
    """Erase what another person asked for; nobody can read or find it again."""
    with store.together():
        asked = store.oversight.erasure(case_id)
        if asked is None:
            raise NotFound(thing="case")
        store.record(erasure.confirm(asked, by=by, at=at))
