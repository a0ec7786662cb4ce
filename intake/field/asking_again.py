"""Agreements asked anew on a complete record: only what is answered is recorded."""

from datetime import datetime

from intake.domain.case import Case
from intake.domain.codes import Purpose
from intake.domain.event import ConsentRecorded
from intake.domain.individual import Individual
from intake.field.forms.agreeing import AskAgainForm
from intake.field.history import Agreement, agreements, names_of_officers
from intake.web import agreeing


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
    """Every purpose that is answered now, the same answer too.

    The registry may know of a withdrawal that this laptop has not heard of. Raises what
    `intake.web.agreeing.answered_again` does.
    """
    shared = agreeing.on_page(case, member, form, by=by, at=at)
    return agreeing.answered_again(shared, case.consents, form, form.reason_in_need)
