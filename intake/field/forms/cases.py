"""The form that opens a case: the notice was given, how, and to whom."""

from intake.domain.codes import Channel, GroupKind
from intake.field.forms.spoken import SpokenField
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import CodeField, CountField
from intake.web.forms import BaseForm

MOST_PEOPLE = 60


class CaseForm(BaseForm):
    """Before anything about a person is written: the notice, and who stands before us."""

    language = SpokenField(_l("Language of the person"), needed=True)
    group_kind = CodeField(_l("Who has come?"), codes=GroupKind, needed=True, radios_up_to=6)
    people = CountField(_l("How many people, as they say"), most=MOST_PEOPLE)
    interpreter = ask("interpreter", absent=False)
    channel = CodeField(_l("How did you give the notice?"), codes=Channel, needed=True)

    @property
    def expected(self) -> int:
        """How many people are to be recorded; one if nobody said."""
        said = self.people.answer.value
        kind = self.group_kind.answer.value
        return max(said, 1) if isinstance(said, int) and kind != GroupKind.SINGLE else 1


class InterpreterForm(BaseForm):
    """Who interprets from now on; what was told before keeps its own."""

    interpreter = ask("interpreter", label=_l("Who interprets now?"), absent=False)
