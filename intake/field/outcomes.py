"""What the registry told about a person, in the plain words that the person hears."""

from dataclasses import dataclass
from datetime import date

from intake import i18n
from intake.domain.codes import FactOutcome
from intake.domain.questions import QUESTIONS
from intake.i18n import Lazy
from intake.store.decisions import Outcome
from intake.web import labels, spoken
from intake.web.outcome_words import LEVELS, NEXT, REMEDY, SHORT
from intake.web.spoken import Aloud


@dataclass(frozen=True, slots=True)
class Fact:
    """One material fact: what it is, what came of it, and the reason."""

    what: str
    outcome: FactOutcome
    reason: str


@dataclass(frozen=True, slots=True)
class Heard:
    """An outcome ready to be told: sentences side by side, then fact by fact."""

    individual: str
    level: Lazy
    aloud: Aloud
    facts: tuple[Fact, ...]
    message: str
    helps: str
    review_by: str
    comment_until: str


def heard(outcome: Outcome, language: str) -> Heard:
    """Put an outcome into the words for this person."""
    lines = (LEVELS[outcome.level], NEXT[outcome.next_step], REMEDY)
    return Heard(
        individual=outcome.individual,
        level=SHORT[outcome.level],
        aloud=spoken.aloud(lines, language),
        facts=tuple(Fact(_named(f.fact), f.outcome, f.reason) for f in outcome.facts),
        message=outcome.message,
        helps=outcome.helps,
        review_by=day_of(outcome.review_by),
        comment_until=day_of(outcome.comment_until),
    )


def _named(fact: str) -> str:
    return str(labels.question(fact)) if fact in QUESTIONS else fact


def day_of(text: str) -> str:
    """The day as the screen writes it; what is no date stays as it came."""
    try:
        return i18n.format_date(date.fromisoformat(text))
    except ValueError:
        return text
