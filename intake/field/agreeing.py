"""Consent on its page: four separate answers, recorded only where they change."""

from dataclasses import replace
from datetime import datetime

from intake.domain.case import Case
from intake.domain.codes import Absent, ConsentAnswer, Purpose
from intake.domain.consent import Consent, for_a_child, for_a_time
from intake.domain.event import ConsentRecorded
from intake.domain.individual import Individual
from intake.field.forms.agreeing import AgreeingForm
from intake.field.forms.people import ConsentForm
from intake.field.reading import before, language_of
from intake.web.agreeing import CONSENT_CODES, on_page
from intake.web.fields import Answer


def standing_answers(case: Case, member: Individual) -> dict[str, Answer]:
    """What the page shows: answers given before, nothing else (DP-04)."""
    other = before(case, member)
    newest = _newest(case, member.id)
    language = language_of(case, member)
    if not newest and other is not None:
        language = language_of(case, other)
    shown = {"language": Answer(language)}
    for purpose, consent in newest.items():
        answer = _carers(consent)
        if answer in CONSENT_CODES:
            shown[purpose.value] = Answer(answer.value)
        if consent.assent is not ConsentAnswer.NOT_ASKED and answer is not ConsentAnswer.OVER:
            shown[f"child_{purpose.value}"] = Answer(consent.assent.value)
    if newest:
        last = max(newest.values(), key=lambda c: c.hlc)
        shown["given_by"] = Answer(last.given_by.value)
        shown["vital_reason"] = Answer(last.reason or None)
    return shown


def has_answered(case: Case, member: Individual) -> bool:
    """Whether a member was asked about any purpose yet."""
    return bool(_newest(case, member.id))


def recorded(
    case: Case, member: Individual, form: ConsentForm, *, by: str, at: datetime
) -> list[ConsentRecorded]:
    """The answers that are new; an empty one is not asked if the page says so.

    Raises `DayNotAhead` or `NothingToEnd` for a last day that ends nothing.
    """
    newest, shared = _newest(case, member.id), on_page(case, member, form, by=by, at=at)
    events = []
    for purpose, field in form.consents():
        known, assent = newest.get(purpose), _assent(form, purpose)
        answer = _said(field.answer.value, form.reason)
        is_silent = field.answer.value is None and assent is None
        if (answer is None and assent is None) or (known is not None and is_silent):
            continue
        event = replace(shared, purpose=purpose, answer=answer or ConsentAnswer.NOT_ASKED)
        if form.assent(purpose) is not None:
            event = _with_assent(event, assent, form.reason_in_need)
        if known is None or not _is_same(known, event):
            events.append(event)
    return for_a_time(events, form.until.day)


def _with_assent(
    event: ConsentRecorded, assent: ConsentAnswer | None, reason: str
) -> ConsentRecorded:
    """The carer's answer and the child's own, and what holds of both."""
    own = assent or ConsentAnswer.NOT_ASKED
    return for_a_child(replace(event, carer=event.answer, assent=own, reason=reason))


def _newest(case: Case, individual: str) -> dict[Purpose, Consent]:
    """The last answer to each purpose."""
    own = [c for c in case.consents if c.individual == individual and c.recipient is None]
    own.sort(key=lambda c: c.hlc)
    return {c.purpose: c for c in own}


def _carers(consent: Consent) -> ConsentAnswer:
    """What the carer answered; for an adult, and once it stands no more, what holds."""
    is_ended = consent.holds in (ConsentAnswer.WITHDRAWN, ConsentAnswer.OVER)
    if is_ended or consent.carer is ConsentAnswer.NOT_ASKED:
        return consent.holds
    return consent.carer


def _assent(form: AgreeingForm, purpose: Purpose) -> ConsentAnswer | None:
    field = form.assent(purpose)
    value = field.answer.value if field is not None else None
    return ConsentAnswer(str(value)) if value else None


def _is_same(known: Consent, event: ConsentRecorded) -> bool:
    if (known.holds, known.assent, known.reason) != (event.answer, event.assent, event.reason):
        return False
    return event.carer in (known.carer, known.answer)


def _said(value: object, reason: Absent | None) -> ConsentAnswer | None:
    """Silence is never a yes; with a reason it is written down as not asked."""
    if value is not None:
        return ConsentAnswer(str(value))
    return ConsentAnswer.NOT_ASKED if reason is not None else None
