"""Opens a person's record for a purpose, and leaves a trace of it (DP-14, DP-27)."""

from collections.abc import Collection
from datetime import datetime, timedelta

from intake.domain.case import Case
from intake.domain.codes import Role, ViewPurpose
from intake.domain.event import RecordViewed
from intake.domain.individual import Individual
from intake.errors import NotFound
from intake.registry.masking import may_open
from intake.store import Store

ONE_LOOK = timedelta(minutes=10)
"""Coming back to a page within this time is the same look, not another one."""


def open_record(store: Store, individual: str, roles: Collection[Role]) -> tuple[Case, Individual]:
    """The case and the person; raises `NotFound` for what these roles may not know of."""
    case = store.cases.of_individual(individual)
    member = case.member(individual) if case else None
    if case is None or member is None or not may_open(roles, case.consents, individual):
        raise NotFound(thing="individual")
    return case, member


def note_view(
    store: Store, case: str, individual: str, *, purpose: ViewPurpose, by: str, at: datetime
) -> None:
    """Record that somebody looked, once for one look."""
    for view in store.cases.views(individual):
        if at - datetime.fromisoformat(view.at) > ONE_LOOK:
            break
        if (view.by, view.purpose) == (by, purpose):
            return
    store.record(
        RecordViewed(case=case, individual=individual, purpose=purpose.value, by=by, at=at)
    )


def note_search(store: Store, *, purpose: ViewPurpose, by: str, at: datetime) -> None:
    """Record that somebody searched, and why; never for whom."""
    store.record(RecordViewed(individual="", purpose=purpose.value, by=by, at=at))
