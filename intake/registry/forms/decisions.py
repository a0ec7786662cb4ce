"""Forms of what is established: findings, supports, proposal, second word."""

from collections.abc import Iterable, Iterator

from werkzeug.datastructures import MultiDict

from intake.domain.codes import (
    FactOutcome,
    FindingResult,
    IdentityLevel,
    Indicator,
    NextStep,
    ReviewVerdict,
    SupportClass,
)
from intake.i18n import lazy_gettext as _l
from intake.interview.ceiling import Support
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


class SupportsForm(BaseForm):
    """What supports the account from outside of it."""

    kin = CheckField(_l("A relative of the same household, heard alone"))
    kin_outside = CheckField(_l("A relative from elsewhere, heard alone"))
    voucher = CheckField(_l("Somebody else who knows the person"))
    voucher_level = CodeField(_l("Level of that person"), codes=IdentityLevel, radios_up_to=0)
    document = CheckField(_l("A paper that was seen"))
    record = CheckField(_l("An earlier record: school, clinic, registration"))
    place = CheckField(_l("Knowledge of a place, told in the person's own way"))
    continuity = CheckField(_l("The same account over six months or more"))
    authoritative = CheckField(_l("A record confirmed in a way that is safe for the person"))

    def supports(self) -> tuple[Support, ...]:
        """The supports ticked, as the ceiling counts them."""
        return tuple(self._supports())

    def classes(self) -> tuple[SupportClass, ...]:
        """Their kinds, each once."""
        return tuple(dict.fromkeys(support.kind for support in self.supports()))

    def _supports(self) -> Iterator[Support]:
        if self.kin.answer.value:
            yield Support(SupportClass.KIN, separately=True)
        if self.kin_outside.answer.value:
            yield Support(SupportClass.KIN, separately=True, outside_household=True)
        if self.voucher.answer.value:
            level = self.voucher_level.answer.value or IdentityLevel.A0.value
            yield Support(SupportClass.VOUCHER, level=IdentityLevel(str(level)))
        for kind, box in (
            (SupportClass.DOCUMENT, self.document),
            (SupportClass.RECORD, self.record),
            (SupportClass.PLACE, self.place),
            (SupportClass.CONTINUITY, self.continuity),
        ):
            if box.answer.value:
                yield Support(kind)


class ProposalForm(BaseForm):
    """The level, what happens next, and what the person is told."""

    level = CodeField(_l("Level of the identity"), codes=IdentityLevel, needed=True)
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


class ReviewForm(BaseForm):
    """What the second person says, and why."""

    verdict = CodeField(_l("Your decision"), codes=ReviewVerdict, needed=True)
    reason = LongTextField(_l("Reason"), question="return", rows=2, needed=True, limit=_LONGEST)


def fact_forms(
    facts: Iterable[str], typed: Typed | None, before: dict[str, tuple[str, str]]
) -> list[tuple[str, FactForm]]:
    """One form for each fact; `before` holds what a returned proposal had."""
    made = []
    for fact in facts:
        outcome, reason = before.get(fact, (None, None))
        form = FactForm(
            typed,
            prefix=f"fact-{fact}-",
            data={"outcome": Answer(outcome), "reason": Answer(reason)},
        )
        form.reason.question = fact
        form.outcome.about = form.reason.about = labels.question(fact)
        made.append((fact, form))
    return made
