"""The form of proposing another value of a setting."""

from intake.domain.setting import SettingOutOfBounds
from intake.domain.statement import Json
from intake.errors import CountInvalid
from intake.i18n import lazy_gettext as _l
from intake.registry.forms.links import WhyForm
from intake.web.fields import CountField


class SettingField(CountField):
    """A whole number; anything else is beyond the bounds, like a number too large."""

    def read(self) -> Json:
        """The number in whatever digits. Raises `SettingOutOfBounds`."""
        try:
            return super().read()
        except CountInvalid:
            raise SettingOutOfBounds(path="value") from None


class SettingForm(WhyForm):
    """The new value, and why."""

    value = SettingField(_l("New value"), needed=True)
