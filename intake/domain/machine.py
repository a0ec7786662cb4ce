"""State machines as tables: from where, by which event, to where, by whom.

A step that the table does not list does not exist, so no posted form can skip one.
The tables stand beside what they speak of.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from intake.domain.codes import Role
from intake.errors import NotAllowed, RuleBroken

S = TypeVar("S", bound=StrEnum)


class StepNotOpen(RuleBroken):
    """Nothing leads on from here by this event; facts: `machine`, `state`, `event`."""

    code = "step-not-open"


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever takes a step, with their roles and the moment."""

    id: str
    roles: Collection[Role]
    at: datetime


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """One line of a table; no roles means that the program itself takes the step.

    `before` is None for the step that begins. `event` is the kind of the ledger entry.
    `needs_reason` marks steps that must say why.
    """

    before: S | None
    event: str
    after: S
    roles: frozenset[Role] = frozenset()
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Machine(Generic[S]):
    """The steps one thing can take; the name is a code for errors and documents."""

    name: str
    steps: tuple[Step[S], ...]

    def step(self, state: S | None, event: str, to: S | None = None) -> Step[S]:
        """Find the step an event takes from a state; `to` chooses where there are several.

        Raises `StepNotOpen` when the table has no such step.
        """
        for step in self.steps:
            if step.before == state and step.event == event and to in (None, step.after):
                return step
        raise StepNotOpen(machine=self.name, state=state.value if state else "", event=event)

    def take(self, state: S | None, event: str, roles: Collection[Role], to: S | None = None) -> S:
        """Give the state after an event by somebody with these roles.

        Raises `StepNotOpen`, or `NotAllowed` when the step belongs to other roles.
        """
        step = self.step(state, event, to)
        if step.roles and not step.roles & set(roles):
            raise NotAllowed()
        return step.after

    def open_events(self, state: S | None, roles: Collection[Role]) -> Iterator[str]:
        """List what somebody with these roles can do from here."""
        for step in self.steps:
            if step.before == state and step.roles & set(roles):
                yield step.event
