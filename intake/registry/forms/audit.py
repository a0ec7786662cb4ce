"""The form of checking the chains."""

from wtforms import ValidationError

from intake.i18n import gettext as _
from intake.i18n import lazy_gettext as _l
from intake.web.fields import TextField
from intake.web.forms import BaseForm

_HASH = 64


class VerifyForm(BaseForm):
    """A head that was printed or written down, if there is one."""

    head = TextField(
        _l("A head kept elsewhere (optional)"),
        hint=_l("From a printed page or a receipt: 64 letters and digits."),
        limit=80,
        lang="und-Latn",
    )

    def validate_head(self, field: TextField) -> None:
        """Tell a slip of the pen from a cut tail."""
        text = str(field.answer.value or "")
        if text and (len(text) != _HASH or set(text.lower()) - set("0123456789abcdef")):
            raise ValidationError(_("A head has 64 characters: digits and the letters a to f."))
