"""Forms of laptops: invite, approve, take back; and of bundles on a stick."""

from wtforms import ValidationError

from intake.errors import ConfigInvalid
from intake.i18n import gettext as _
from intake.i18n import lazy_gettext as _l
from intake.registry.forms.rows import RowForm
from intake.sync.invitation import LONGEST_LABEL
from intake.sync.wire import address_of
from intake.web.fields import CheckField, ChoiceField, TextField
from intake.web.forms import BaseForm


class InviteForm(BaseForm):
    """A laptop that may ask to be let in."""

    label = TextField(
        _l("Name of the laptop"),
        hint=_l("Such as its team and number. No names of people."),
        needed=True,
        limit=LONGEST_LABEL,
    )
    url = TextField(
        _l("Address of this registry, as the laptop reaches it"),
        hint=_l("It begins with https://. Leave it as it is if you are not sure."),
        needed=True,
        limit=253,
        lang="und-Latn",
    )

    def validate_url(self, field: TextField) -> None:
        """Refuse an address at which people's records would travel in the clear."""
        text = str(field.answer.value or "")
        if not _is_safe(text):
            raise ValidationError(_("The address must begin with https://."))


def _is_safe(url: str) -> bool:
    """Whether a laptop would send to this address, by the laptop's own rule."""
    try:
        address_of(url)
    except ConfigInvalid:
        return False
    return not any(c.isspace() for c in url)


class ApproveForm(RowForm):
    """The one safeguard against a stranger's laptop."""

    compared = CheckField(_l("I compared the six words, read aloud, with the person at the laptop"))

    def validate_compared(self, field: CheckField) -> None:
        """Ask for the comparison in its own words."""
        if not field.answer.value:
            raise ValidationError(_("First compare the six words with the person at the laptop."))


class RevokeForm(RowForm):
    """Why a laptop is taken back."""

    reason = ChoiceField(
        _l("Why?"),
        choices=(
            ("lost", _l("It is lost")),
            ("stolen", _l("It was stolen or seized")),
            ("retired", _l("It is no longer used")),
        ),
        needed=True,
    )
