"""The one box that takes a number, a scan, or a name in any script."""

from intake.i18n import lazy_gettext as _l
from intake.web.fields import TextField
from intake.web.forms import BaseForm


class FindForm(BaseForm):
    """Scan or type; what it is shows from what it is like."""

    words = TextField(
        _l("Number or name"),
        needed=True,
        limit=100,
        hint=_l("Scan the slip, type the number, or write a name in any script."),
    )

    @property
    def typed(self) -> str:
        """What stands in the box, as it is searched for."""
        return str(self.words.answer.value or "")
