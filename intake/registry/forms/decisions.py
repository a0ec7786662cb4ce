"""Forms of what is established: findings, proposal, second word."""

from collections.abc import Iterable

from werkzeug.datastructures import MultiDict

from intake.domain.codes import (
    FactOutcome,
    FindingResult,
    IdentityLevel,
    Indicator,
    NextStep,
    ReviewVerdict,
)
from intake.i18n import lazy_gettext as _l
from intake.web import labels
from intake.web.fields import Answer, CheckField, ChoiceField, CodeField, LongTextField
from intake.web.forms import BaseForm

Typed = MultiDict[str, str]
_LONGEST = 5000


class FindingForm(BaseForm):
    """What one indicator shows about one fact; how somebody seemed is no indicator."""

    indicator = CodeField(_l("What it rests on"), codes=Indicator, needed=True)
    result = CodeField(_l("What it shows"), codes=FindingResult, needed=True)
    central = CheckField(_l("It is about the core of the account, not a detail"))
    reason = LongTextField(_l("Why"), rows=2, needed=True, limit=_LONGEST)


class FactForm(BaseForm):
    """The outcome for one main fact, with the reason the person will hear."""

    outcome = CodeField(_l("Outcome"), codes=FactOutcome, needed=True)
    reason = LongTextField(
        _l("Reason, in words the person will hear"), rows=2, needed=True, limit=_LONGEST
    )
    weighed = LongTextField(_l("What was made of the person's explanation"), rows=2, limit=_LONGEST)


class ProposalForm(BaseForm):
    """The level, what happens next, and what the person is told."""

    level = CodeField(_l("Level of the identity"), codes=IdentityLevel, needed=True)
    falls = LongTextField(
        _l("Why the level falls, in words the person will hear"),
        question="falls",
        rows=2,
        limit=_LONGEST,
    )
    next_step = CodeField(_l("What happens next"), codes=NextStep, needed=True)
    message = LongTextField(
        _l("Message to the person, in their language"),
        question="message",
        rows=3,
        needed=True,
        limit=_LONGEST,
    )
    helps = LongTextField(
        _l("What would help, if something is not established for now"),
        question="helps",
        rows=2,
        limit=_LONGEST,
    )
    again = ChoiceField(
        _l("We look at it again"),
        question="review-by",
        choices=(
            ("4", _l("in 4 weeks")),
            ("8", _l("in 8 weeks")),
            ("13", _l("in 3 months")),
            ("26", _l("in 6 months")),
        ),
    )


class FactOpinionForm(BaseForm):
    """What a second person would say of one fact."""

    outcome = CodeField(_l("Outcome"), codes=FactOutcome, needed=True)


class LevelOpinionForm(BaseForm):
    """The level that a second person would give."""

    level = CodeField(_l("Level of the identity"), codes=IdentityLevel, needed=True)


class ReviewForm(BaseForm):
    """What the second person says, and why."""

    verdict = CodeField(_l("Your decision"), codes=ReviewVerdict, needed=True)
    reason = LongTextField(_l("Reason"), question="return", rows=2, needed=True, limit=_LONGEST)


def opinion_forms(facts: Iterable[str], typed: Typed | None) -> list[tuple[str, FactOpinionForm]]:
    """One form for each fact, nothing chosen beforehand."""
    made = []
    for fact in facts:
        form = FactOpinionForm(typed, prefix=f"fact-{fact}-")
        form.outcome.about = str(labels.question(fact))
        made.append((fact, form))
    return made


def fact_forms(
    facts: Iterable[str], typed: Typed | None, before: dict[str, tuple[str, str, str]]
) -> list[tuple[str, FactForm]]:
    """One form for each fact; `before` holds what a returned proposal had."""
    made = []
    for fact in facts:
        outcome, reason, weighed = before.get(fact, (None, None, None))
        form = FactForm(
            typed,
            prefix=f"fact-{fact}-",
            data={
                "outcome": Answer(outcome),
                "reason": Answer(reason),
                "weighed": Answer(weighed or None),
            },
        )
        form.reason.question = fact
        form.outcome.about = form.reason.about = labels.question(fact)
        made.append((fact, form))
    return made
