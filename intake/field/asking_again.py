"""Agreements asked anew on a complete record: only what is answered is recorded."""

from dataclasses import replace
from datetime import datetime

from intake.domain.case import Case
from intake.domain.codes import ConsentAnswer, Purpose
from intake.domain.consent import MAIN, for_a_child, for_a_time, keep_unasked, newest
from intake.domain.event import ConsentRecorded
from intake.domain.individual import Individual
from intake.field.agreeing import on_page
from intake.field.forms.agreeing import AskAgainForm
from intake.field.history import Agreement, agreements, names_of_officers


def held(case: Case, member: Individual) -> dict[Purpose, Agreement]:
    """What holds of each purpose today, to be shown beside the question."""
    rows = agreements(case, member, names_of_officers())
    return {row.purpose: row for row in rows if row.recipient is None}


def mark(case: Case, member: Individual) -> str:
    """A mark that differs once a member gave or took back an agreement."""
    return max((c.hlc for c in case.consents if c.individual == member.id), default="")


def answered_again(
    case: Case, member: Individual, form: AskAgainForm, *, by: str, at: datetime
) -> list[ConsentRecorded]:
    """Every purpose that is answered now, the same answer too: it was given anew.

    The registry may know of a withdrawal that this laptop has not heard of. Raises
    `DayNotAhead` or `NothingToEnd` for a last day that ends nothing.
    """
    shared = on_page(case, member, form, by=by, at=at)
    purposes = [purpose for purpose in MAIN if any(form.words(purpose))]
    answers = [_answer(replace(shared, purpose=purpose), case, form) for purpose in purposes]
    return for_a_time(answers, form.until.day)


def _answer(event: ConsentRecorded, case: Case, form: AskAgainForm) -> ConsentRecorded:
    """What is said to one purpose; for a child, what the carer and the child say."""
    said, own = (word or ConsentAnswer.NOT_ASKED for word in form.words(event.purpose))
    if form.assent(event.purpose) is None:
        return replace(event, answer=said)
    both = replace(event, carer=said, assent=own, reason=form.reason_in_need)
    known = newest(case.consents, event.individual, (event.purpose, None))
    return for_a_child(keep_unasked(both, known))
