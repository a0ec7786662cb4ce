"""Consent on its page: four separate answers, recorded only where they change."""

from datetime import datetime
from typing import Any

from intake.domain.case import Case
from intake.domain.codes import Absent, ConsentAnswer, Purpose
from intake.domain.consent import standing
from intake.domain.event import ConsentRecorded
from intake.domain.individual import Individual
from intake.field import notices, spoken
from intake.field.forms.people import CONSENT_CODES, ConsentForm
from intake.field.reading import before, language_of
from intake.web.fields import Answer


def standing_answers(case: Case, member: Individual) -> dict[str, Answer]:
    """What the page shows: answers given before, nothing else (DP-04)."""
    other = before(case, member)
    own = _answered(case, member.id)
    language = language_of(case, member)
    if not own and other is not None:
        language = language_of(case, other)
    shown = {"language": Answer(language)}
    for purpose in own:
        answer = standing(case.consents, member.id, purpose)
        if answer in CONSENT_CODES:
            shown[purpose.value] = Answer(answer.value)
    givers = [c for c in case.consents if c.individual == member.id]
    if givers:
        shown["given_by"] = Answer(max(givers, key=lambda c: c.hlc).given_by.value)
    return shown


def has_answered(case: Case, member: Individual) -> bool:
    """Whether a member was asked about any purpose yet."""
    return bool(_answered(case, member.id))


def recorded(
    case: Case, member: Individual, form: ConsentForm, *, by: str, at: datetime
) -> list[ConsentRecorded]:
    """The answers that are new; an empty one is not asked if the page says so."""
    events = []
    known = _answered(case, member.id)
    for purpose, field in form.consents():
        answer = _said(field.answer.value, form.reason)
        if answer is None:
            continue
        if purpose in known and standing(case.consents, member.id, purpose) is answer:
            continue
        if purpose in known and field.answer.value is None:
            continue
        events.append(
            ConsentRecorded(
                case=case.id,
                individual=member.id,
                purpose=purpose,
                answer=answer,
                given_by=form.giver,
                language=str(form.language.answer.value or case.notice_language),
                notice_version=notices.VERSION,
                by=by,
                at=at,
            )
        )
    return events


def read_aloud(form: ConsentForm, language: str) -> dict[str, Any]:
    """The texts of the page in both languages."""
    chosen = str(form.language.answer.value or language)
    questions = spoken.aloud(notices.ASK_CONSENT.values(), chosen)
    return {
        "intro": spoken.aloud([notices.YOUR_CHOICE], chosen),
        "questions": questions,
        "consents": list(zip(form.consents(), questions.lines, strict=True)),
    }


def _said(value: object, reason: Absent | None) -> ConsentAnswer | None:
    """Silence is never a yes; with a reason it is written down as not asked."""
    if value is not None:
        return ConsentAnswer(str(value))
    return ConsentAnswer.NOT_ASKED if reason is not None else None


def _answered(case: Case, individual: str) -> set[Purpose]:
    return {c.purpose for c in case.consents if c.individual == individual}
