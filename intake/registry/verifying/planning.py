"""What an interview should be about; expected answers stay out of sight."""

from dataclasses import dataclass
from datetime import date

from intake.domain.case import could_be_child
from intake.domain.codes import Absent
from intake.domain.event import PlannedQuestion
from intake.domain.individual import Individual
from intake.domain.questions import MATERIAL
from intake.interview.plan import plan
from intake.registry.verifying.conducting import age_of
from intake.registry.verifying.telling import candidates, open_pairs
from intake.security.roles import Action, may
from intake.store import Store
from intake.store.users import User


@dataclass(frozen=True, slots=True)
class Preparation:
    """Why to talk: names of questions only, never the values that differ."""

    gaps: tuple[str, ...]
    differing: tuple[str, ...]
    similar: int
    held: int
    questions: tuple[PlannedQuestion, ...]


def prepare(store: Store, person: Individual, interview: str, on: date) -> Preparation:
    """Gather gaps, contradictions and similar records, and choose questions from them.

    `interview` is the id it will have: it rotates the choice among equal questions.
    """
    gaps = tuple(path for path in MATERIAL if _is_gap(person, path))
    differing = person.contradictions()
    pairs = open_pairs(store, person.id)
    questions = plan(
        gaps=gaps,
        contradictions={path: [s.statement.id for s in said] for path, said in differing.items()},
        candidates=candidates(store, person, pairs),
        told={s.statement.path for s in person.said if s.statement.value is not None},
        child=could_be_child(person, on),
        age_years=age_of(person, on),
        seed=interview,
    )
    held = sum(1 for i in store.interviews.of_individual(person.id) if i.started_at)
    return Preparation(gaps, tuple(differing), len(pairs), held, questions)


def interviewers(store: Store) -> list[User]:
    """Who may hold interviews."""
    everyone = store.users.everyone()
    return [u for u in everyone if not u.disabled and may(u.roles, Action.INTERVIEW)]


def _is_gap(person: Individual, path: str) -> bool:
    """Whether nothing is known; what somebody would not say is not asked again."""
    said = person.answer(path)
    return said is None or said.statement.absent in (Absent.NOT_ASKED, Absent.LATER, Absent.UNKNOWN)
