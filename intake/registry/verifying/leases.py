"""Who works on what just now; a lease keeps others off and runs out by itself."""

from datetime import datetime, timedelta

from intake.errors import RuleBroken
from intake.store import Store

KEPT_FOR = timedelta(minutes=15)
"""How long a piece of work is kept for whoever opened it (interface chapter 4)."""


class WorkTaken(RuleBroken):
    """A colleague has this piece of work open."""

    code = "work-taken"


def pair_of(pair: str) -> str:
    """The name of the work of comparing two records."""
    return "pair/" + pair


def plan_of(individual: str) -> str:
    """The name of the work of planning an interview with somebody."""
    return "plan/" + individual


def review_of(decision: str) -> str:
    """The name of the work of reading a proposal as the second person."""
    return "review/" + decision


def trace_of(request: str, individual: str = "") -> str:
    """The name of the work of looking at one candidate of a search, or at any of them."""
    return f"trace/{request}/{individual}"


def keep(store: Store, thing: str, user: str, now: datetime) -> bool:
    """Take a piece of work for a while; False when a colleague has it."""
    return store.papers.lease(thing, user, now=now, until=now + KEPT_FOR) == user


def need(store: Store, thing: str, user: str, now: datetime) -> None:
    """Take a piece of work; raises `WorkTaken` when a colleague has it."""
    if not keep(store, thing, user, now):
        raise WorkTaken(thing=thing.partition("/")[0])


def let_go(store: Store, thing: str, user: str) -> None:
    """Give it back before its time."""
    store.papers.free(thing, user)
