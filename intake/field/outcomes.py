"""What the registry told about a person, in the plain words that the person hears."""

from dataclasses import dataclass
from datetime import date

from intake import i18n
from intake.domain.codes import FactOutcome, IdentityLevel, NextStep
from intake.domain.questions import QUESTIONS
from intake.field import spoken
from intake.field.spoken import Aloud
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.store.decisions import Outcome
from intake.web import labels

# The names shown to people (domain chapter 8.5); the letters are for staff.
LEVELS: dict[IdentityLevel, Lazy] = {
    IdentityLevel.A0: _l("Your identity is recorded."),
    IdentityLevel.A1: _l("Your identity is recorded, and the record is unique."),
    IdentityLevel.A2: _l("Your identity is supported."),
    IdentityLevel.A3: _l("Your identity is well supported."),
    IdentityLevel.A4: _l("Your identity is documented."),
}
SHORT: dict[IdentityLevel, Lazy] = {
    IdentityLevel.A0: _l("Recorded"),
    IdentityLevel.A1: _l("Recorded, unique"),
    IdentityLevel.A2: _l("Supported"),
    IdentityLevel.A3: _l("Well supported"),
    IdentityLevel.A4: _l("Documented"),
}
NEXT: dict[NextStep, Lazy] = {
    NextStep.NOTHING_NEEDED: _l("Nothing more is needed from you now."),
    NextStep.ANOTHER_TALK: _l("We would like to talk with you once more."),
    NextStep.BRING_INFORMATION: _l("Please bring what you can still find out."),
    NextStep.REFERRAL_MADE: _l("We have passed your need on to somebody who helps."),
    NextStep.TRACING_GOES_ON: _l("The search for your relatives goes on."),
}
REMEDY = _l("If you do not agree, say so. Somebody who has not worked on it will look again.")


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
    )


def _named(fact: str) -> str:
    return str(labels.question(fact)) if fact in QUESTIONS else fact


def day_of(text: str) -> str:
    """The day as the screen writes it; what is no date stays as it came."""
    try:
        return i18n.format_date(date.fromisoformat(text))
    except ValueError:
        return text
