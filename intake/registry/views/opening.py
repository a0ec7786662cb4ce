"""Opens the record a page is about, and leaves the trace of the look."""

from intake.domain.case import Case
from intake.domain.codes import ViewPurpose
from intake.domain.individual import Individual
from intake.registry.viewing import note_view, open_record
from intake.web import access


def opened(individual: str, purpose: ViewPurpose) -> tuple[Case, Individual]:
    """The case and the person; raises `NotFound` for what one's roles may not know of."""
    store, by, at = access.store(), access.actor(), access.now()
    case, person = open_record(store, individual, access.actor_roles())
    note_view(store, case.id, person.id, purpose=purpose, by=by, at=at)
    return case, person
