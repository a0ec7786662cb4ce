"""Vouches as the registry weighs and shows them; who vouched is for few to read."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from intake.domain.codes import IdentityLevel, Role, SupportClass
from intake.domain.event import VouchRecorded
from intake.domain.vouching import CIRCLE, Known, Vouch, weights
from intake.interview.ceiling import Support
from intake.registry.masking import may_read
from intake.store import Store

IDENTITY = "voucher-identity"
"""No question of a record: who vouches, of the highest class."""


def of_person(store: Store, individual: str, roles: Collection[Role]) -> list[Vouch]:
    """Every vouch for a person and the records linked with theirs, newest first."""
    ids = (individual, *store.pairs.linked_with(individual))
    found = [vouch for one in ids for vouch in store.vouches.of_individual(one)]
    return sorted((veiled(v, roles) for v in found), key=lambda v: v.at, reverse=True)


def veiled(vouch: Vouch, roles: Collection[Role]) -> Vouch:
    """A vouch without who gave it, unless these roles may know."""
    if may_read(roles, IDENTITY):
        return vouch
    return replace(vouch, voucher="", name="", contact="")


def vouch_supports(store: Store, individual: str) -> tuple[Support, ...]:
    """What the vouches for a person count as supports of their identity."""
    ids = (individual, *store.pairs.linked_with(individual))
    found = [_today(store, v) for one in ids for v in store.vouches.of_individual(one)]
    return tuple(
        Support(
            SupportClass.KIN if weight.kin else SupportClass.VOUCHER,
            separately=weight.separately,
            outside_household=weight.outside_household,
            level=weight.level,
        )
        for weight in weights(found)
    )


def known(store: Store, made: VouchRecorded) -> Known:
    """What is known of both people when a vouch comes in."""
    person = _all_of(store, made.individual)
    voucher = _all_of(store, made.voucher) if made.voucher else frozenset()
    active = store.vouches.active(voucher, made.name, made.contact)
    return Known(person, voucher, _lines_from(store, person), active)


def level_of(store: Store, individual: str) -> IdentityLevel:
    """The level that was last decided for a person, by whichever of their records."""
    told = [
        outcome.level
        for one in _all_of(store, individual)
        if (person := store.cases.individual(one)) is not None
        for outcome in store.decisions.outcomes(person.case)
        if outcome.individual == one
    ]
    return max(told, default=IdentityLevel.A0)


def is_of_household(store: Store, individual: str, voucher: str) -> bool:
    """Whether two people ever belonged to one group, by whichever of their records."""
    mates = {mate for one in _all_of(store, individual) for mate in store.moves.once_with(one)}
    return not mates.isdisjoint(_all_of(store, voucher))


def _today(store: Store, vouch: Vouch) -> Vouch:
    """A vouch with the level that a registered voucher has now."""
    return replace(vouch, level=level_of(store, vouch.voucher)) if vouch.voucher else vouch


def _all_of(store: Store, individual: str) -> frozenset[str]:
    return frozenset({individual, *store.pairs.linked_with(individual)})


def _lines_from(store: Store, person: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Who is vouched for by these people, and by those in turn, as far as a circle goes."""
    lines = store.vouches.lines()
    reached, edges = set(person), set()
    for _ in range(CIRCLE - 1):
        found = {(a, one) for a, b in lines if a in reached for one in _all_of(store, b)}
        edges |= found
        reached |= {after for _before, after in found}
    return frozenset(edges)
