"""Carries out what people took back at a laptop by the number on their slip."""

from collections.abc import Iterator
from datetime import datetime

from intake.domain.consent import carried_out
from intake.domain.event import ConsentRecorded
from intake.store import Store
from intake.store.withdrawals import Withdrawal


def carry_out(store: Store, at: datetime) -> int:
    """Withdraw whatever was taken back and still stands; how many answers changed.

    It can be repeated: what is withdrawn stays so, and a later yes is not touched.
    """
    changed = [e for w in store.withdrawals.everything() for e in _events(store, w, at)]
    if changed:
        store.record(*changed)
    return len(changed)


def _events(store: Store, wish: Withdrawal, at: datetime) -> Iterator[ConsentRecorded]:
    for person in _people(store, wish):
        case = store.cases.as_came(person)
        if case is not None:
            yield from carried_out(
                case.consents,
                case=case.id,
                individual=person,
                asked=wish.asked,
                before=wish.hlc,
                at=at,
            )


def _people(store: Store, wish: Withdrawal) -> list[str]:
    """Whose number it is; that of a group speaks for all who belonged to it just then."""
    own = [person.id for person in store.cases.of_number(wish.asked.number)]
    group = store.moves.group_of_number(wish.asked.number)
    if own or group is None:
        return own
    return store.moves.members_then(group[0], wish.hlc)
