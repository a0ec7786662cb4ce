"""Answers of consent given anew at the registry; a laptop may have forgotten them."""

from dataclasses import dataclass
from datetime import date, datetime

from intake.domain.case import Case
from intake.domain.codes import ConsentAnswer, Purpose
from intake.domain.consent import MAIN, newest
from intake.domain.event import ConsentRecorded
from intake.domain.individual import Individual
from intake.registry.forms.agreements import AskAgainForm
from intake.registry.screening import Screening
from intake.store import Store
from intake.web.agreeing import answered_again, on_page


@dataclass(frozen=True, slots=True)
class Held:
    """What holds of one purpose today, and since when; of a child both words."""

    answer: ConsentAnswer = ConsentAnswer.NOT_ASKED
    until: date | None = None
    carer: ConsentAnswer = ConsentAnswer.NOT_ASKED
    assent: ConsentAnswer = ConsentAnswer.NOT_ASKED
    reason: str = ""
    at: datetime | None = None


def held(case: Case, person: Individual) -> dict[Purpose, Held]:
    """What holds of each purpose, to be shown beside the question."""
    return {purpose: _held(case, person, purpose) for purpose in MAIN}


def _held(case: Case, person: Individual, purpose: Purpose) -> Held:
    last = newest(case.consents, person.id, (purpose, None))
    if last is None:
        return Held()
    at = datetime.fromisoformat(last.at)
    return Held(last.holds, last.until, last.carer, last.assent, last.reason, at)


def record(
    store: Store, case: Case, person: Individual, form: AskAgainForm, *, by: str, at: datetime
) -> list[ConsentRecorded]:
    """Record what is answered now, and look anew for whoever can be found by it.

    Called within a transaction. Raises what `intake.web.agreeing.answered_again` does.
    """
    shared = on_page(case, person, form, by=by, at=at)
    made = answered_again(shared, case.consents, form)
    if made:
        store.record(*made)
        Screening(store).screen([case.id], at)
    return made
