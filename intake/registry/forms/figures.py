"""The form of the figures: which days, which site."""

from collections.abc import Iterable
from typing import Any

from intake.i18n import lazy_gettext as _l
from intake.i18n import lazy_ngettext
from intake.registry.figures import PERIODS
from intake.web.fields import ChoiceField
from intake.web.forms import BaseForm

USUAL = 30


class FiguresForm(BaseForm):
    """The days and the site to count; an address that says otherwise gets the usual."""

    days = ChoiceField(
        _l("Days"),
        choices=[
            (str(n), lazy_ngettext("The last day", "The last %(n)s days", n)) for n in PERIODS
        ],
        radios_up_to=0,
    )
    site = ChoiceField(_l("Site"), radios_up_to=0)

    def __init__(self, formdata: Any, *, sites: Iterable[str]) -> None:
        super().__init__(formdata)
        self.site.choices = [(site, site) for site in sites]

    def chosen(self) -> tuple[int, str]:
        """How many days and which site ("" for all)."""
        valid = self.validate()
        days = self.days.answer.value if valid else None
        site = self.site.answer.value if valid else None
        return int(str(days or USUAL)), str(site or "")
