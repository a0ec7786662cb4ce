"""Today's work for the one who asks, children first. No Flask, no words, no names."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from intake.domain.case import youngest
from intake.domain.codes import (
    CorrectionStatus,
    DecisionStatus,
    DeviceStatus,
    InterviewStatus,
    PairVerdict,
    Purpose,
    Role,
)
from intake.domain.consent import agreed
from intake.domain.individual import Individual
from intake.registry.grouping import hidden_pairs
from intake.registry.verifying.appointing import left_over
from intake.registry.verifying.involved import involved_with
from intake.registry.verifying.leases import plan_of, review_of, trace_of
from intake.security.roles import Action, may
from intake.store import Store
from intake.store.decisions import Decision
from intake.store.interviews import Interview

MOST = 50
"""A list longer than this is not a day's work; the page tells how many more there are."""


_MISSED = InterviewStatus.MISSED


@dataclass(frozen=True, slots=True)
class Task:
    """One thing waiting: its id, the numbers of whom it is about, a child's ages."""

    id: str
    numbers: tuple[str, ...]
    ages: tuple[int, int] | None
    since: str
    status: InterviewStatus | None = None
    days: int = 0
    starts: str = ""
    with_whom: str = ""

    @property
    def child(self) -> bool:
        """Whether one of them may be a child: then `ages` says between which ages."""
        return self.ages is not None


class Waiting(list[Task]):
    """What waits, cut to a day's work; `in_all` counts what was cut off too."""

    def __init__(self, tasks: Iterable[Task] = (), in_all: int = 0) -> None:
        super().__init__(tasks)
        self.in_all = max(in_all, len(self))


@dataclass(frozen=True, slots=True)
class Talks:
    """An interviewer's own interviews: by day, overdue, paused, and what is left."""

    by_day: list[tuple[str, Waiting]]
    overdue: Waiting
    paused: Waiting
    to_plan: Waiting
    afterwork: Waiting
    unasked: Waiting

    @property
    def first(self) -> Task | None:
        """Where to begin: what runs or is paused, then what the day brings."""
        today = [task for _day, tasks in self.by_day for task in tasks]
        running = [task for task in today if task.status is InterviewStatus.RUNNING]
        return next(iter((*running, *self.paused, *self.overdue, *today)), None)


@dataclass(frozen=True, slots=True)
class Today:
    """What waits for one person; None where their roles have no such work."""

    pairs: Waiting | None = None
    talks: Talks | None = None
    outreach: Waiting | None = None
    further: Waiting | None = None
    undecided: Waiting | None = None
    proposals: Waiting | None = None
    hearings: Waiting | None = None
    again: Waiting | None = None
    rechecks: Waiting | None = None
    corrections: Waiting | None = None
    tellings: Waiting | None = None
    searches: Waiting | None = None
    devices: int | None = None
    unscreened: int | None = None
    kept_out: int | None = None


def today(
    store: Store, user: str, roles: Collection[Role], on: date, now: datetime | None = None
) -> Today:
    """Gather what waits for `user` on this day."""
    look = _Look(store, on, now or datetime.combine(on, time.max, UTC), user)

    def mine(action: Action) -> bool:
        return may(roles, action)

    return Today(
        pairs=look.pairs(user) if mine(Action.JUDGE_PAIR) else None,
        talks=look.talks(user) if mine(Action.INTERVIEW) else None,
        outreach=look.outreach() if mine(Action.REACH_OUT) else None,
        further=look.further() if mine(Action.REVIEW_DECISION) else None,
        undecided=look.undecided(user) if mine(Action.PROPOSE_DECISION) else None,
        proposals=look.proposals(user) if mine(Action.REVIEW_DECISION) else None,
        rechecks=look.rechecks(user) if mine(Action.REVIEW_DECISION) else None,
        corrections=look.corrections(user) if mine(Action.ANSWER_CORRECTION) else None,
        tellings=look.tellings() if mine(Action.ANSWER_CORRECTION) else None,
        hearings=look.hearings(user, mine) if mine(Action.TELL_DECISION) else None,
        again=look.again() if mine(Action.TELL_DECISION) else None,
        searches=look.searches() if mine(Action.TRACE) else None,
        devices=_waiting_devices(store) if mine(Action.MANAGE_DEVICES) else None,
        unscreened=len(store.cases.unscreened()) if mine(Action.SEE_INCOMING) else None,
        kept_out=len(store.devices.quarantined()) if mine(Action.SEE_INCOMING) else None,
    )


class _Look:
    """Turns records into tasks: numbers and a mark for children, nothing else."""

    def __init__(self, store: Store, on: date, now: datetime, user: str) -> None:
        self._store = store
        self._on = on
        self._now = now
        self._user = user

    def pairs(self, user: str) -> Waiting:
        """Pairs this user can judge."""
        waiting = self._store.pairs.waiting(limit=4 * MOST)
        untold = hidden_pairs(self._store, waiting)
        pairs = [p for p in waiting if p.is_open_for(user) and p.id not in untold]
        people = self._store.cases.outlines({i for p in pairs for i in (p.left, p.right)}, "birth")
        tasks = _sorted(
            self._task(p.id, [people.get(p.left), people.get(p.right)], p.at) for p in pairs
        )
        # Beyond those looked through nobody knows yet whose they are; they count for everybody.
        return Waiting(tasks, len(pairs) + self._store.pairs.count_waiting() - len(waiting))

    def talks(self, user: str) -> Talks:
        """My interviews by day, children first on each; whatever is late or left over."""
        mine = [i for i in self._store.interviews.open_for(user) if i.status is not _MISSED]
        late = [i for i in mine if i.starts and self._is_past(i.starts)]
        paused = [i for i in mine if i.status is InterviewStatus.PAUSED and i not in late]
        signed = self._store.interviews.signed_by(user)[:MOST]
        return Talks(
            by_day=self._by_day([i for i in mine if i not in (*late, *paused)]),
            overdue=_sorted(self._interview(i) for i in late),
            paused=_sorted(self._interview(i) for i in paused),
            to_plan=self._to_plan(),
            afterwork=_sorted(
                self._interview(i) for i in signed if not i.happened("afterwork-noted")
            ),
            unasked=self._unasked(signed),
        )

    def _by_day(self, interviews: Iterable[Interview]) -> list[tuple[str, Waiting]]:
        days: dict[str, list[Task]] = {}
        for interview in interviews:
            day = _day(interview.starts) if interview.starts else ""
            days.setdefault(day, []).append(self._interview(interview))
        return [(day, _sorted(days[day])) for day in sorted(days)]

    def _to_plan(self) -> Waiting:
        """People whom a verdict wants heard, and nobody has planned to hear since."""
        wanted: dict[str, str] = {}
        for pair in self._store.pairs.settled(limit=4 * MOST):
            if pair.verdict == PairVerdict.INTERVIEW:
                wanted.update(dict.fromkeys((pair.left, pair.right), pair.verdicts[-1].at))
        found = []
        for individual, since in wanted.items():
            talks = self._store.interviews.of_individual(individual)
            if not any(talk.planned_at >= since for talk in talks):
                who = self._store.cases.individual(individual)
                found.append(self._task(individual, [who], since, held=plan_of(individual)))
        return _sorted(found)

    def _unasked(self, signed: Iterable[Interview]) -> Waiting:
        left: dict[str, Task] = {}
        for talk in signed:
            if talk.individual not in left and left_over(self._store, talk.individual):
                who = self._store.cases.individual(talk.individual)
                left[talk.individual] = self._task(talk.individual, [who], talk.closed_at)
        return _sorted(left.values())

    def outreach(self) -> Waiting:
        """Whoever did not come and is to be reached; nobody is left out of this list."""
        return _by_child(self._interview(i) for i in self._store.interviews.missed())

    def further(self) -> Waiting:
        """Requests for one more interview that this reviewer can answer."""
        found = []
        for asked in self._store.interviews.waiting_requests():
            if asked.asked_by != self._user:
                who = self._store.cases.individual(asked.individual)
                found.append(self._task(asked.id, [who], asked.asked_at))
        return _sorted(found)

    def _is_past(self, starts: str) -> bool:
        return datetime.fromisoformat(starts) < self._now

    def undecided(self, user: str) -> Waiting:
        held = self._store.interviews.undecided()
        return _sorted(self._interview(i) for i in held if i.writer == user)

    def proposals(self, user: str) -> Waiting:
        proposed = self._store.decisions.proposed()
        return _sorted(
            self._decision(d) for d in proposed if user not in (d.proposed_by, d.interviewed_by)
        )

    def hearings(self, user: str, mine: Callable[[Action], bool]) -> Waiting:
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

    def rechecks(self, user: str) -> Waiting:
        """What people asked somebody uninvolved to look at, for whoever is."""
        return _sorted(
            self._task(one.decision, [who], one.at)
            for one in self._store.second_looks.waiting()
            if (who := self._store.cases.individual(one.individual))
            and user not in involved_with(self._store, one.individual)
        )

    def corrections(self, user: str) -> Waiting:
        """Requests to answer, and refusals of others that need a second person."""
        return _sorted(
            self._task(one.id, [who], one.at)
            for one in self._store.corrections.waiting()
            if (who := self._store.cases.individual(one.individual))
            and not (one.status is CorrectionStatus.REFUSAL_PROPOSED and one.answered_by == user)
        )

    def tellings(self) -> Waiting:
        """Answered corrections of which the person has not heard yet."""
        return _sorted(
            self._task(one.id, [who], one.answered_at)
            for one in self._store.corrections.to_tell()
            if (who := self._store.cases.individual(one.individual))
        )

    def again(self) -> Waiting:
        """Identities whose day to be looked at again has come."""
        due = self._store.identities.to_look_at_again(self._on.isoformat())
        return _sorted(
            self._task(one.individual, [who], one.look_again)
            for one in due
            if (who := self._store.cases.individual(one.individual))
        )

    def searches(self) -> Waiting:
        """Whoever looks for a relative and still agrees to it, oldest request first."""
        found = []
        for request in self._store.cases.tracing():
            case = self._store.cases.get(request.case)
            who = case.member(request.individual) if case else None
            if case and who and agreed(case.consents, who.id, Purpose.TRACING):
                task = self._task(request.id, [who], request.at)
                found.append(replace(task, with_whom=self._with_any(trace_of(request.id))))
        return _sorted(found)

    def _with_any(self, work: str) -> str:
        """A colleague who has any part of this work open."""
        return next(
            iter(self._store.papers.held_by_others(work, self._user, self._now).values()), ""
        )

    def _interview(self, interview: Interview) -> Task:
        who = self._store.cases.individual(interview.individual)
        since = interview.closed_at or interview.planned_at
        task = self._task(interview.id, [who], since, interview.status)
        return replace(task, starts=interview.starts)

    def _decision(self, decision: Decision) -> Task:
        who = self._store.cases.individual(decision.individual)
        return self._task(decision.id, [who], decision.proposed_at, held=review_of(decision.id))

    def _task(
        self,
        thing: str,
        people: list[Individual | None],
        since: str,
        status: InterviewStatus | None = None,
        held: str = "",
    ) -> Task:
        here = [person for person in people if person is not None]
        ages = youngest(here, self._on)
        days = (self._on - datetime.fromisoformat(since).date()).days if since else 0
        by = self._store.papers.holder(held, self._now) if held else ""
        numbers = tuple(p.number for p in here)
        with_whom = by if by != self._user else ""
        return Task(thing, numbers, ages, since, status, days=max(0, days), with_whom=with_whom)


def _day(starts: str) -> str:
    """The day of an appointment by the clock of this place."""
    return datetime.fromisoformat(starts).astimezone().date().isoformat()


def _sorted(tasks: Iterable[Task]) -> Waiting:
    """A day's work of them."""
    everything = _by_child(tasks)
    return Waiting(everything[:MOST], len(everything))


def _by_child(tasks: Iterable[Task]) -> Waiting:
    """Children first; among equals the order that came in stays."""
    return Waiting(sorted(tasks, key=lambda task: not task.child))


def _waiting_devices(store: Store) -> int:
    return sum(d.status is DeviceStatus.REQUESTED for d in store.devices.everyone())
