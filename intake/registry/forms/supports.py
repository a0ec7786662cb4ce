"""The form of one support, and of taking one back."""

import unicodedata
from datetime import date

from intake.domain.codes import SupportClass
from intake.domain.statement import Json
from intake.domain.support import BY_HAND
from intake.errors import DateInvalid
from intake.i18n import lazy_gettext as _l
from intake.registry.forms.links import WhyForm
from intake.web.fields import (
    CheckField,
    ChoiceField,
    CodeField,
    LongTextField,
    NumberField,
    TextField,
)
from intake.web.forms import BaseForm


class DayField(TextField):
    """A day by year, month and day, in any digits."""

    def read(self) -> Json:
        """The day in its one form."""
        text = self.cleaned("text")
        plain = "".join(str(unicodedata.decimal(char, char)) for char in text)
        try:
            return date.fromisoformat(plain).isoformat() if plain else None
        except ValueError:
            raise DateInvalid(part="day") from None


class SupportForm(BaseForm):
    """What was seen or heard, by which day, where."""

    of = CodeField(_l("What supports the account"), codes=SupportClass, only=BY_HAND, needed=True)
    relative = ChoiceField(_l("Which relative, if one was heard alone"), radios_up_to=0)
    number = NumberField(_l("or the number of their own record"))
    what = LongTextField(
        _l("What it is and what it shows"), question="what", rows=2, needed=True, limit=2000
    )
    where = TextField(_l("Where it was seen, or who keeps it"), question="where", limit=300)
    seen_on = DayField(
        _l("Day it was seen or heard"),
        question="seen-on",
        hint=_l("Year, month, day: 2026-11-20"),
        needed=True,
    )
    confirmed = CheckField(_l("A record confirmed in a way that is safe for the person"))


class TakeBackForm(WhyForm):
    """Why a support counts no more."""

    reason = LongTextField(_l("Why it counts no more"), needed=True, limit=500)
