"""Today's work for the one who asks, children first. No Flask, no words, no names."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from intake.domain.case import could_be_child
from intake.domain.codes import (
    CorrectionStatus,
    DecisionStatus,
    DeviceStatus,
    InterviewStatus,
    Purpose,
    Role,
)
from intake.domain.consent import agreed
from intake.domain.individual import Individual
from intake.registry.verifying.involved import involved_with
from intake.security.roles import Action, may
from intake.store import Store
from intake.store.decisions import Decision
from intake.store.interviews import Interview

MOST = 50
"""A list longer than this is not a day's work; the page tells how many more there are."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing waiting: its id, the numbers of whom it is about, since when."""

    id: str
    numbers: tuple[str, ...]
    child: bool
    since: str
    status: InterviewStatus | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """What waits for one person; None where their roles have no such work."""

    pairs: list[Task] | None = None
    interviews: list[Task] | None = None
    undecided: list[Task] | None = None
    proposals: list[Task] | None = None
    hearings: list[Task] | None = None
    again: list[Task] | None = None
    rechecks: list[Task] | None = None
    corrections: list[Task] | None = None
    searches: list[Task] | None = None
    devices: int | None = None
    unscreened: int | None = None
    kept_out: int | None = None
    pairs_in_all: int = 0


def today(store: Store, user: str, roles: Collection[Role], on: date) -> Today:
    """Gather what waits for `user` on this day."""
    look = _Look(store, on)

    def mine(action: Action) -> bool:
        return may(roles, action)

    return Today(
        pairs=look.pairs(user) if mine(Action.JUDGE_PAIR) else None,
        interviews=look.interviews(user) if mine(Action.INTERVIEW) else None,
        undecided=look.undecided(user) if mine(Action.PROPOSE_DECISION) else None,
        proposals=look.proposals(user) if mine(Action.REVIEW_DECISION) else None,
        rechecks=look.rechecks(user) if mine(Action.REVIEW_DECISION) else None,
        corrections=look.corrections(user) if mine(Action.ANSWER_CORRECTION) else None,
        hearings=look.hearings(user, mine) if mine(Action.TELL_DECISION) else None,
        again=look.again() if mine(Action.TELL_DECISION) else None,
        searches=look.searches() if mine(Action.TRACE) else None,
        devices=_waiting_devices(store) if mine(Action.MANAGE_DEVICES) else None,
        unscreened=len(store.cases.unscreened()) if mine(Action.SEE_INCOMING) else None,
        kept_out=len(store.devices.quarantined()) if mine(Action.SEE_INCOMING) else None,
        pairs_in_all=store.pairs.count_waiting() if mine(Action.JUDGE_PAIR) else 0,
    )


class _Look:
    """Turns records into tasks: numbers and a mark for children, nothing else."""

    def __init__(self, store: Store, on: date) -> None:
        self._store = store
        self._on = on

    def pairs(self, user: str) -> list[Task]:
        waiting = self._store.pairs.waiting(limit=4 * MOST)
        pairs = [pair for pair in waiting if pair.is_open_for(user)]
        people = self._store.cases.outlines({i for p in pairs for i in (p.left, p.right)}, "birth")
        return _sorted(
            self._task(p.id, [people.get(p.left), people.get(p.right)], p.at) for p in pairs
        )

    def interviews(self, user: str) -> list[Task]:
        return _sorted(self._interview(i) for i in self._store.interviews.open_for(user))

    def undecided(self, user: str) -> list[Task]:
        held = self._store.interviews.undecided()
        return _sorted(self._interview(i) for i in held if i.interviewer == user)

    def proposals(self, user: str) -> list[Task]:
        proposed = self._store.decisions.proposed()
        return _sorted(
            self._decision(d) for d in proposed if user not in (d.proposed_by, d.interviewed_by)
        )

    def hearings(self, user: str, mine: Callable[[Action], bool]) -> list[Task]:
        """Decisions to tell, comments to answer, and what can become final."""
        going = self._store.decisions.in_status(
            DecisionStatus.DECIDED, DecisionStatus.COMMENTED, DecisionStatus.NOTIFIED
        )
        today = self._on.isoformat()
        return _sorted(
            self._decision(d)
            for d in going
            if d.status is DecisionStatus.DECIDED
            or (d.status is DecisionStatus.NOTIFIED and d.comment_until < today)
            or (
                d.status is DecisionStatus.COMMENTED
                and d.proposed_by != user
                and mine(Action.REVIEW_DECISION)
            )
        )

    def rechecks(self, user: str) -> list[Task]:
        """What people asked somebody uninvolved to look at, for whoever is."""
        return _sorted(
            self._task(one.decision, [who], one.at)
            for one in self._store.second_looks.waiting()
            if (who := self._store.cases.individual(one.individual))
            and user not in involved_with(self._store, one.individual)
        )

    def corrections(self, user: str) -> list[Task]:
        """Requests to answer, and refusals of others that need a second person."""
        return _sorted(
            self._task(one.id, [who], one.at)
            for one in self._store.corrections.waiting()
            if (who := self._store.cases.individual(one.individual))
            and not (one.status is CorrectionStatus.REFUSAL_PROPOSED and one.answered_by == user)
        )

    def again(self) -> list[Task]:
        """Identities whose day to be looked at again has come."""
        due = self._store.identities.to_look_at_again(self._on.isoformat())
        return _sorted(
            self._task(one.individual, [who], one.look_again)
            for one in due
            if (who := self._store.cases.individual(one.individual))
        )

    def searches(self) -> list[Task]:
        """Whoever looks for a relative and still agrees to it, oldest request first."""
        found = []
        for request in self._store.cases.tracing():
            case = self._store.cases.get(request.case)
            who = case.member(request.individual) if case else None
            if case and who and agreed(case.consents, who.id, Purpose.TRACING):
                found.append(self._task(request.id, [who], request.at))
        return _sorted(found)

    def _interview(self, interview: Interview) -> Task:
        who = self._store.cases.individual(interview.individual)
        since = interview.closed_at or interview.planned_at
        return self._task(interview.id, [who], since, interview.status)

    def _decision(self, decision: Decision) -> Task:
        who = self._store.cases.individual(decision.individual)
        return self._task(decision.id, [who], decision.proposed_at)

    def _task(
        self,
        thing: str,
        people: list[Individual | None],
        since: str,
        status: InterviewStatus | None = None,
    ) -> Task:
        here = [person for person in people if person is not None]
        child = any(could_be_child(person, self._on) for person in here)
        return Task(thing, tuple(p.number for p in here), child, since, status)


def _sorted(tasks: Iterable[Task]) -> list[Task]:
    """Children first; among equals the order that came in stays."""
    return sorted(tasks, key=lambda task: not task.child)[:MOST]


def _waiting_devices(store: Store) -> int:
    return sum(d.status is DeviceStatus.REQUESTED for d in store.devices.everyone())
