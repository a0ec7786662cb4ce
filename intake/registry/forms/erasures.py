"""The form of asking that a record be erased."""

from intake.i18n import lazy_gettext as _l
from intake.web.fields import LongTextField
from intake.web.forms import BaseForm

_LONGEST = 500


class EraseForm(BaseForm):
    """Why a record is to be erased; the answer outlives the record."""

    reason = LongTextField(
        _l("Why is it to be erased?"),
        hint=_l("Write no name: this reason stays when the record is gone."),
        rows=2,
        needed=True,
        limit=_LONGEST,
    )
