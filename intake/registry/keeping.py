"""Where a record stands, gathered from what the registry holds."""

from datetime import date, datetime

from intake.domain.case import Case
from intake.domain.codes import RecordState
from intake.domain.event import ContactTried, RecordInactivated, RecordReopened, RecordReturned
from intake.domain.individual import Individual
from intake.domain.record import Standing
from intake.domain.setting import kept_until
from intake.registry.settings import keep_years
from intake.store import Store

_BACK = (RecordReturned.kind, RecordReopened.kind)


def standing(store: Store, case: Case, member: Individual) -> Standing:
    """Where a record stands, when the person was last heard, how often tried."""
    state, code, asked_by = store.records.state(member.id)
    heard = last_heard(store, case, member)
    tries = [s for s in store.records.steps(member.id) if s.what == ContactTried.kind]
    return Standing(
        case=case.id,
        individual=member.id,
        heard=heard,
        state=state,
        code=code,
        asked_by=asked_by,
        tries=sum(datetime.fromisoformat(step.at) >= heard for step in tries),
        linked=bool(store.pairs.linked_with(member.id)),
    )


def due_after(store: Store, individual: str) -> date | None:
    """The day after which a record is due to be erased; None while in use."""
    if store.records.state(individual)[0] is RecordState.OPEN:
        return None
    since = [s.at for s in store.records.steps(individual) if s.what == RecordInactivated.kind]
    return kept_until(datetime.fromisoformat(since[-1]).date(), keep_years(store))


def last_heard(store: Store, case: Case, member: Individual) -> datetime:
    """When the person last said anything, was interviewed or came back."""
    told = [case.opened_at, *(said.at for said in member.said)]
    told += [c.at for c in case.consents if c.individual == member.id]
    told += [i.started_at for i in store.interviews.of_individual(member.id) if i.started_at]
    told += [s.at for s in store.records.steps(member.id) if s.what in _BACK]
    return max(datetime.fromisoformat(at) for at in told)
