"""How long people agree: the last day, where they do not agree for good."""

from intake.i18n import lazy_gettext as _l
from intake.web.moment import DayField


def only_until() -> DayField:
    """The field for the last day of all that is newly agreed to on a page."""
    return DayField(
        _l("They agree only until"),
        hint=_l("For what they agree to now; that day counts too. Leave it empty for no end."),
    )
