"""What an interview should be about; expected answers stay out of sight."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from intake.domain.case import could_be_child
from intake.domain.event import PlannedQuestion
from intake.domain.individual import Individual
from intake.domain.open_points import open_paths
from intake.interview.facts import MaterialFact, gaps, material_facts
from intake.interview.plan import plan
from intake.interview.script import Never
from intake.registry.verifying.accounts import with_accounts
from intake.registry.verifying.ages import age_of
from intake.registry.verifying.telling import candidates, open_pairs
from intake.security.roles import Action, may
from intake.store import Store
from intake.store.users import User


@dataclass(frozen=True, slots=True)
class Preparation:
    """Why to talk: names of questions only, never the values that differ."""

    gaps: tuple[str, ...]
    differing: tuple[str, ...]
    facts: tuple[MaterialFact, ...]
    similar: int
    held: int
    questions: tuple[PlannedQuestion, ...]


def prepare(
    store: Store,
    person: Individual,
    interview: str,
    on: date,
    avoid: Collection[Never] = (Never.NARRATIVE_RICH,),
) -> Preparation:
    """Gather gaps, contradictions and similar records, and choose questions from them.

    `interview` is the id it will have: it rotates the choice among equal questions.
    `avoid` is what holds of this talk, as far as it is known.
    """
    case = store.cases.company(person.id)
    whole = with_accounts(store, case, person) if case else person
    missing = gaps(person)
    differing = open_paths(whole)
    pairs = open_pairs(store, person.id)
    questions = plan(
        gaps=missing,
        contradictions=differing,
        candidates=candidates(store, person, pairs),
        told={s.statement.path for s in person.said if s.statement.value is not None},
        child=could_be_child(person, on),
        age_years=age_of(person, on),
        seed=interview,
        avoid=avoid,
    )
    held = sum(1 for i in store.interviews.of_individual(person.id) if i.started_at)
    facts = material_facts(person, differing)
    return Preparation(missing, tuple(differing), facts, len(pairs), held, questions)


def interviewers(store: Store) -> list[User]:
    """Who may hold interviews."""
    everyone = store.users.everyone()
    return [u for u in everyone if not u.disabled and may(u.roles, Action.INTERVIEW)]
