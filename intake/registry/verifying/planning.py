"""What an interview should be about; expected answers stay out of sight."""

from dataclasses import dataclass
from datetime import date

from intake.domain.case import could_be_child
from intake.domain.codes import Absent, PairStatus, PairVerdict
from intake.domain.event import PlannedQuestion
from intake.domain.individual import Individual
from intake.domain.pair import Pair
from intake.domain.questions import MATERIAL, QUESTIONS
from intake.interview.plan import CandidateDifference, plan
from intake.matching.why import Outcome
from intake.registry.verifying.conducting import age_of
from intake.registry.verifying.paths import path_of
from intake.security.roles import Action, may
from intake.store import Store
from intake.store.users import User

_STILL_OPEN = (PairVerdict.INTERVIEW, PairVerdict.CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class Preparation:
    """Why to talk: names of questions only, never the values that differ."""

    gaps: tuple[str, ...]
    differing: tuple[str, ...]
    candidates: tuple[CandidateDifference, ...]
    held: int
    questions: tuple[PlannedQuestion, ...]


def prepare(store: Store, person: Individual, interview: str, on: date) -> Preparation:
    """Gather gaps, contradictions and similar records, and choose questions from them.

    `interview` is the id it will have: it rotates the choice among equal questions.
    """
    gaps = tuple(path for path in MATERIAL if _is_gap(person, path))
    differing = person.contradictions()
    candidates = tuple(_candidate(p) for p in store.pairs.of_individual(person.id) if _is_open(p))
    questions = plan(
        gaps=gaps,
        contradictions={path: [s.statement.id for s in said] for path, said in differing.items()},
        candidates=candidates,
        child=could_be_child(person, on),
        age_years=age_of(person, on),
        seed=interview,
    )
    held = sum(1 for i in store.interviews.of_individual(person.id) if i.started_at)
    return Preparation(gaps, tuple(differing), candidates, held, questions)


def interviewers(store: Store) -> list[User]:
    """Who may hold interviews."""
    everyone = store.users.everyone()
    return [u for u in everyone if not u.disabled and may(u.roles, Action.INTERVIEW)]


def _is_gap(person: Individual, path: str) -> bool:
    """Whether nothing is known; what somebody would not say is not asked again."""
    said = person.answer(path)
    return said is None or said.statement.absent in (Absent.NOT_ASKED, Absent.LATER, Absent.UNKNOWN)


def _is_open(pair: Pair) -> bool:
    return pair.status is not PairStatus.AGREED or pair.verdict in _STILL_OPEN


def _candidate(pair: Pair) -> CandidateDifference:
    def paths(outcome: Outcome) -> tuple[str, ...]:
        fields = (row.field for row in pair.evidence if row.outcome == outcome)
        return tuple(p for f in fields if (p := path_of(f)) in QUESTIONS)

    return CandidateDifference(pair.id, paths(Outcome.AGREES), paths(Outcome.DIFFERS))
