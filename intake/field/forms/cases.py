"""The form that opens a case: the notice was given, how, and to whom."""

from intake.domain.codes import Channel, GroupKind
from intake.domain.group import ARRIVAL, SIZE
from intake.i18n import lazy_gettext as _l
from intake.web.compound import DayField, ask
from intake.web.fields import CodeField, CountField
from intake.web.fields.spoken import SpokenField
from intake.web.forms import BaseForm
from intake.web.labels import question as question_label

MOST_PEOPLE = 60


def came_here() -> DayField:
    """The field for when a group came; left empty, nobody said another day."""
    return DayField(
        question_label(ARRIVAL),
        question=ARRIVAL,
        hint=_l("If it was not today. The month or the year alone is enough."),
    )


class CaseForm(BaseForm):
    """Before anything about a person is written: the notice, and who stands before us."""

    language = SpokenField(_l("Language of the person"), needed=True)
    group_kind = CodeField(_l("Who has come?"), codes=GroupKind, needed=True, radios_up_to=6)
    people = CountField(_l("How many people, as they say"), most=MOST_PEOPLE)
    arrival = came_here()
    interpreter = ask("interpreter", absent=False)
    channel = CodeField(_l("How did you give the notice?"), codes=Channel, needed=True)

    @property
    def expected(self) -> int:
        """How many people are to be recorded; one if nobody said."""
        said = self.people.answer.value
        kind = self.group_kind.answer.value
        return max(said, 1) if isinstance(said, int) and kind != GroupKind.SINGLE else 1


class GroupForm(BaseForm):
    """Who interprets from now on, when the group came, how many they say they are."""

    interpreter = ask("interpreter", label=_l("Who interprets now?"), absent=False)
    arrival = came_here()
    size = ask(SIZE, absent=False)

    def narrow(self, *, is_alone: bool) -> None:
        """Nobody who came alone is asked how many they are."""
        if is_alone:
            del self.size
