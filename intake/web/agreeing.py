"""The four questions of consent: asked in the person's language, on one page."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from intake.domain.case import Case
from intake.domain.codes import ConsentAnswer, ConsentBy, Purpose
from intake.domain.consent import MAIN, Consent, for_a_child, for_a_time, keep_unasked, newest
from intake.domain.event import ConsentRecorded
from intake.domain.individual import Individual
from intake.i18n import lazy_gettext as _l
from intake.web import notices, spoken
from intake.web.fields import AskField, CodeField
from intake.web.fields.spoken import SpokenField
from intake.web.forms import BaseForm
from intake.web.moment import only_until

CONSENT_CODES = (ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.NOT_ASKED)


def _consent() -> CodeField:
    return CodeField(_l("Answer"), codes=ConsentAnswer, only=CONSENT_CODES)


class FourQuestions(BaseForm):
    """Four separate questions, who answered, in which language, and for how long."""

    language = SpokenField(_l("Read to the person in"))
    registration = _consent()
    verification = _consent()
    tracing = _consent()
    referral = _consent()
    child_registration = _consent()
    child_verification = _consent()
    child_tracing = _consent()
    child_referral = _consent()
    given_by = CodeField(_l("Who answered?"), codes=ConsentBy)
    until = only_until()

    def ask_one(self) -> None:
        """Ask a person alone, not the carer of a child as well."""
        for purpose in MAIN:
            del self[f"child_{purpose.value}"]

    def leave_out_vital_interest(self) -> None:
        """Whoever can be asked later is not answered for."""
        chosen = ConsentBy.VITAL_INTEREST.value
        self.given_by.choices = [c for c in self.given_by.choices if c[0] != chosen]

    def assent(self, purpose: Purpose) -> Any:
        """The field for what the child says to a purpose; None for an adult."""
        return getattr(self, f"child_{purpose.value}", None)

    def consents(self) -> list[tuple[Purpose, Any]]:
        """Each purpose with its field."""
        return [(purpose, self[purpose.value]) for purpose in MAIN]

    def words(self, purpose: Purpose) -> tuple[ConsentAnswer | None, ConsentAnswer | None]:
        """What is said now, for a child by the carer and by the child; None changes nothing."""
        return _said(self[purpose.value]), _said(self.assent(purpose))

    def says_something(self) -> bool:
        """Whether anybody answered: a child's own word counts too."""
        return any(any(self.words(purpose)) for purpose in MAIN)

    @property
    def giver(self) -> ConsentBy:
        """Who answered: an adult for themselves, if nobody says otherwise."""
        field: AskField | None = getattr(self, "given_by", None)
        value = field.answer.value if field is not None else None
        return ConsentBy(str(value)) if value else ConsentBy.SELF


def _said(field: Any) -> ConsentAnswer | None:
    """The yes or no of a field; "not asked" says as little as no choice."""
    value = field.answer.value if field is not None else None
    said = ConsentAnswer(str(value)) if value else ConsentAnswer.NOT_ASKED
    return None if said is ConsentAnswer.NOT_ASKED else said


def on_page(
    case: Case, member: Individual, form: FourQuestions, *, by: str, at: datetime
) -> ConsentRecorded:
    """What all answers of a page share: by whom, to which text, in which language."""
    return ConsentRecorded(
        case=case.id,
        individual=member.id,
        purpose=Purpose.REGISTRATION,
        answer=ConsentAnswer.NOT_ASKED,
        given_by=form.giver,
        language=str(form.language.answer.value or case.notice_language),
        notice_version=notices.VERSION,
        by=by,
        at=at,
    )


def answered_again(
    shared: ConsentRecorded, consents: Iterable[Consent], form: FourQuestions, reason: str = ""
) -> list[ConsentRecorded]:
    """Every purpose that is answered now, the same answer too: it was given anew.

    Raises `DayNotAhead` or `NothingToEnd` for a last day that ends nothing, `ReasonMissing`
    where nobody was asked for a child and no reason is given.
    """
    known = tuple(consents)
    purposes = [purpose for purpose in MAIN if any(form.words(purpose))]
    answers = [_answer(replace(shared, purpose=p), known, form, reason) for p in purposes]
    return for_a_time(answers, form.until.day)


def _answer(
    event: ConsentRecorded, consents: Iterable[Consent], form: FourQuestions, reason: str
) -> ConsentRecorded:
    """What is said to one purpose; for a child, what the carer and the child say."""
    said, own = (word or ConsentAnswer.NOT_ASKED for word in form.words(event.purpose))
    if form.assent(event.purpose) is None:
        return replace(event, answer=said)
    both = replace(event, carer=said, assent=own, reason=reason)
    known = newest(consents, event.individual, (event.purpose, None))
    return for_a_child(keep_unasked(both, known))


def read_aloud(form: FourQuestions, language: str) -> dict[str, Any]:
    """The texts of the page in both languages."""
    chosen = str(form.language.answer.value or language)
    questions = spoken.aloud(notices.ASK_CONSENT.values(), chosen)
    return {
        "intro": spoken.aloud([notices.YOUR_CHOICE], chosen),
        "questions": questions,
        "consents": list(zip(form.consents(), questions.lines, strict=True)),
        "assents": {purpose: form.assent(purpose) for purpose in MAIN},
    }
