"""How this laptop behaves: language, colours, when it locks, who works."""

from intake.field.forms.setup import OfficerForm, ScreenLanguageField
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.web.fields import ChoiceField
from intake.web.forms import BaseForm
from intake.web.language import THEMES

IDLE_MINUTES = (2, 5, 10, 15, 30)
"""After how many minutes without a key the laptop may lock; never "not at all"."""

_THEME_WORDS: dict[str, Lazy] = {
    "plain": _l("Usual colours"),
    "sun": _l("Bright sun: strong contrast"),
}


class SettingsForm(BaseForm):
    """What a worker chooses for the screen and the lock."""

    language = ScreenLanguageField(_l("Language of your screen"), needed=True)
    theme = ChoiceField(
        _l("Colours"), choices=[(theme, _THEME_WORDS[theme]) for theme in THEMES], needed=True
    )
    idle = ChoiceField(
        _l("Lock after minutes without a key"),
        choices=[(str(minutes), str(minutes)) for minutes in IDLE_MINUTES],
        needed=True,
    )


class NewOfficerForm(OfficerForm):
    """One more person who works on this laptop with the same passphrase."""
