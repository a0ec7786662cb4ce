"""The second step before everything on a laptop is made unreadable."""

from intake.i18n import lazy_gettext as _l
from intake.web.fields import ChoiceField
from intake.web.forms import BaseForm


class EraseForm(BaseForm):
    """Nothing is chosen beforehand, so that one key pressed too many erases nothing."""

    sure = ChoiceField(
        _l("Are you sure?"),
        choices=[("erase", _l("Yes, nobody may read it")), ("keep", _l("No, keep everything"))],
        needed=True,
    )
