"""Opens a case from a form: for whom, how the notice was given, at this site."""

from intake.domain.case import Arrival, Notice, open_case
from intake.domain.codes import Channel, GroupKind, Level
from intake.domain.event import CaseOpened
from intake.field import bar
from intake.field.forms.cases import CaseForm
from intake.field.forms.quick import QuickForm
from intake.field.once import id_of_page
from intake.web import access, notices


def case_of_page() -> str:
    """The id of the case that this page opens: the same if it is sent twice unchanged.

    Of a case that was given up since nothing can be written any more, so it gets another.
    """
    case, store = id_of_page(), access.store()
    is_given_up = store.cases.get(case) is None and bool(store.ledger.of_case(case))
    return access.new_id() if is_given_up else case


def is_open(case: str) -> bool:
    """Whether this page was sent before and its case is open."""
    return access.store().cases.get(case) is not None


def opened(form: CaseForm | QuickForm, level: Level, case: str) -> CaseOpened:
    """The opening of a case as the form tells it; raises NoticeMissing."""
    return open_case(
        case,
        number=access.new_number(),
        arrival=Arrival(GroupKind(str(form.group_kind.answer.value)), level, bar.place()),
        notice=Notice(
            version=notices.VERSION,
            language=str(form.language.answer.value),
            channel=Channel(str(form.channel.answer.value)),
        ),
        by=access.actor(),
        at=access.now(),
    )
