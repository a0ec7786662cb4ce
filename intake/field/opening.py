"""Opens a case from a form: for whom, how the notice was given, at this site."""

from intake.domain.case import Arrival, Notice, open_case
from intake.domain.codes import Channel, GroupKind, Level
from intake.domain.event import CaseOpened
from intake.field import bar
from intake.field.forms.cases import CaseForm
from intake.field.forms.quick import QuickForm
from intake.web import access, notices


def opened(form: CaseForm | QuickForm, level: Level) -> CaseOpened:
    """The opening of a case as the form tells it; raises NoticeMissing."""
    return open_case(
        access.new_id(),
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
