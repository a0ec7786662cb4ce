"""One page for a group of many: how many, how urgent, which number they keep."""

from typing import Any

from intake.domain.codes import Channel, GroupKind, ReadBack, YesNo
from intake.field.forms.cases import came_here
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import CodeField
from intake.web.fields.spoken import SpokenField
from intake.web.forms import BaseForm

URGENT = (
    "urgent_doctor",
    "urgent_child_alone",
    "urgent_shelter",
    "urgent_afraid",
    "urgent_alone",
)


class QuickForm(BaseForm):
    """Three minutes a group (interface.md 4): a count and five flags, no person."""

    language = SpokenField(_l("Language of the group"), needed=True)
    channel = CodeField(_l("How did you give the notice?"), codes=Channel, needed=True)
    group_kind = CodeField(_l("Who has come?"), codes=GroupKind, needed=True, radios_up_to=0)
    call_name = ask(
        "call-name", absent=False, hint=_l("One name is enough, in any script. May stay empty.")
    )
    origin = ask("origin", absent=False)
    arrival = came_here()
    tally = ask("tally", absent=False, hint=_l("Count with them. An empty box means nobody."))
    urgent_doctor = ask("urgent.doctor", absent=False)
    urgent_child_alone = ask("urgent.child-alone", absent=False)
    urgent_shelter = ask("urgent.shelter", absent=False)
    urgent_afraid = ask("urgent.afraid", absent=False)
    urgent_alone = ask("urgent.alone", absent=False)
    read_back = CodeField(
        _l("Say the numbers back. Are they right?"),
        codes=ReadBack,
        only=(ReadBack.YES, ReadBack.REFUSES, ReadBack.UNABLE),
        needed=True,
    )

    @property
    def people(self) -> int:
        """How many people were counted."""
        counted = self.tally.answer.value
        found = counted.values() if isinstance(counted, dict) else ()
        return sum(n for n in found if isinstance(n, int))

    def validate(self, extra_validators: Any = None) -> bool:
        """A group has at least one person in it; what was typed stays."""
        fine = bool(super().validate(extra_validators))
        if not self.people and not self.tally.errors:
            self.tally.errors = [gettext("Write at least one number: how many people are there?")]
            return False
        return fine

    @property
    def help_now(self) -> bool:
        """Whether somebody needs help at once."""
        return any(self[name].data == YesNo.YES for name in URGENT)
