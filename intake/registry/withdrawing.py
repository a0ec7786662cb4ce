"""Carries out what people took back at a laptop by the number on their slip."""

from collections.abc import Iterator
from datetime import datetime

from intake.domain.case import Case
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
    case = store.cases.by_number(wish.asked.number)
    for person in _people(case, wish.asked.number) if case else ():
        yield from carried_out(
            case.consents if case else (),
            case=case.id if case else "",
            individual=person,
            asked=wish.asked,
            before=wish.hlc,
            at=at,
        )


def _people(case: Case, number: str) -> list[str]:
    """Whose number it is; the number of a group speaks for all of it."""
    own = [member.id for member in case.members if member.number == number]
    return own or [member.id for member in case.members]
