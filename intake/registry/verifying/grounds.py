"""What a decision on a person rests on: what was done, said, found and put."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from intake.domain.case import Case, could_be_child
from intake.domain.codes import (
    Absent,
    FindingResult,
    IdentityLevel,
    InterviewStatus,
    Prompted,
    ReadBack,
    Source,
    YesNo,
)
from intake.domain.decision import Grounds
from intake.domain.individual import Individual
from intake.domain.need import bears_on_memory, needs_of
from intake.domain.open_points import open_points
from intake.errors import NotFound
from intake.interview.ceiling import Missing, Standing, Support, ceiling
from intake.interview.script import Verifiability
from intake.registry.verifying.accounts import with_accounts
from intake.registry.verifying.asking import bank_question
from intake.store import Store
from intake.store.interviews import Interview

_CONFIRMED = (ReadBack.YES, ReadBack.YES_WITH_CHANGES)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that bears on one decision."""

    interview: Interview
    case: Case
    person: Individual
    child: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """The highest level that people may assign, and what the next one lacks."""

    level: IdentityLevel
    missing: tuple[Missing, ...]


def dossier(store: Store, interview: str, on: date) -> Dossier:
    """Gather it; raises NotFound when the interview or its person is not here."""
    held = store.interviews.get(interview)
    case = store.cases.company(held.individual) if held else None
    person = case.member(held.individual) if held and case else None
    if held is None or case is None or person is None:
        raise NotFound(thing="interview")
    whole = with_accounts(store, case, person)
    return Dossier(held, case, whole, could_be_child(person, on))


def explained(interview: Interview) -> frozenset[str]:
    """Questions whose contradiction was put to the person, so that they could explain."""
    return frozenset(e.path for e in interview.explanations if e.absent != Absent.NOT_ASKED)


def leading(interview: Interview) -> frozenset[str]:
    """Answers to leading questions: they carry no weight (V-15)."""
    return frozenset(a.id for a in interview.answers if a.prompted is Prompted.LEADING)


def recorders(person: Individual) -> frozenset[str]:
    """Who wrote down what the person said at registration; none of them may review."""
    return frozenset(s.by for s in person.said if s.statement.source is not Source.INTERVIEW)


def standing(store: Store, about: Dossier, *, authoritative: bool = False) -> Standing:
    """What was done for this person so far.

    The second person counts as there: nothing holds before they confirm it.
    """
    confirmed = about.interview.read_back in _CONFIRMED
    read_back = store.cases.read_back(about.case.id)
    return Standing(
        notice_given=bool(about.case.notice_version),
        read_back=confirmed or read_back in (*_CONFIRMED, ReadBack.REFUSES),
        duplicates_resolved=_is_looked_through(store, about),
        statement_confirmed=confirmed or read_back in _CONFIRMED,
        interview_complete=about.interview.status is InterviewStatus.FINISHED,
        contradictions_settled=not open_contradictions(about),
        second_person=True,
        authoritative=authoritative,
    )


def open_contradictions(about: Dossier) -> tuple[str, ...]:
    """Main facts said in two ways that the person did not explain, or not acceptably."""
    told = explained(about.interview)
    against = {
        f.fact
        for f in about.interview.findings
        if f.central and f.result is FindingResult.CONTRADICTS
    }
    differing = [point.key for point in open_points(about.person) if point.is_central]
    return tuple(dict.fromkeys([p for p in differing if p not in told] + sorted(against)))


def reach(
    store: Store, about: Dossier, supports: Iterable[Support], *, authoritative: bool = False
) -> Reach:
    """How far these supports carry the identity of this person."""
    done = standing(store, about, authoritative=authoritative)
    level, missing = ceiling(done, supports, child=about.child)
    return Reach(level, missing)


def grounds(
    about: Dossier, reached: Reach, held_level: IdentityLevel = IdentityLevel.A0
) -> Grounds:
    """What the rules of a proposal look at; `held_level` is the level that holds now."""
    held = about.interview
    return Grounds(
        closed=held.status is InterviewStatus.FINISHED,
        child=about.child,
        interpreter=held.interpreted_by,
        material=held.facts,
        ceiling=reached.level,
        findings=held.findings,
        explained=explained(held),
        place_evidence=frozenset(a.id for a in held.answers if _is_of_place(held, a.question)),
        refused=_took_no_part(held),
        held=held_level,
        memory=_help_is_due(about.person),
    )


def _help_is_due(person: Individual) -> bool:
    """Whether health or a wish to talk alone is open: both can bear on memory."""
    needs = [n for s in person.current("needs") for n in needs_of(s.statement.value)]
    wishes = person.current("specialist")
    wished = bool(wishes) and wishes[-1].statement.value == YesNo.YES
    return wished or bears_on_memory(needs)


def _is_of_place(held: Interview, question: str) -> bool:
    asked = bank_question(held, question)
    return asked is not None and set(asked.verifiability) == {Verifiability.PLACE_KNOWLEDGE}


def _took_no_part(held: Interview) -> bool:
    """Whether every question was declined, after what follows was explained (stage 1)."""
    return bool(held.answers) and all(a.absent == Absent.DECLINED for a in held.answers)


def _is_looked_through(store: Store, about: Dossier) -> bool:
    """Whether the search was done and a person settled whatever it found."""
    if about.case.id in store.cases.unscreened():
        return False
    pairs = store.pairs.of_individual(about.person.id)
    return all(pair.is_settled for pair in pairs)
