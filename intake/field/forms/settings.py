"""How this laptop behaves: language, colours, when it locks, who works."""

from wtforms import ValidationError

from intake.errors import IntakeError, PassphraseTooShort
from intake.field.forms.setup import OfficerForm, ScreenLanguageField
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.fields import ChoiceField, PassphraseField
from intake.web.forms import BaseForm
from intake.web.language import THEMES
from intake.web.sentences import sentence

IDLE_MINUTES = (2, 5, 10, 15, 30)
"""After how many minutes without a key the laptop may lock; never "not at all"."""


class SettingsForm(BaseForm):
    """What a worker chooses for the screen and the lock."""

    language = ScreenLanguageField(_l("Language of your screen"), needed=True)
    theme = ChoiceField(_l("Colours"), choices=list(THEMES.items()), needed=True)
    idle = ChoiceField(
        _l("Lock after minutes without a key"),
        choices=[(str(minutes), str(minutes)) for minutes in IDLE_MINUTES],
        needed=True,
    )


class NewOfficerForm(OfficerForm):
    """One more person who works on this laptop with the same passphrase."""


class NewPassphraseForm(BaseForm):
    """The old passphrase once and the new one twice."""

    old = PassphraseField(_l("The passphrase so far"), needed=True)
    new = PassphraseField(
        _l("New passphrase"),
        needed=True,
        hint=_l("Four or five random words are good. Nobody can reset it."),
    )
    again = PassphraseField(_l("The new passphrase again"), needed=True)

    def validate_again(self, field: PassphraseField) -> None:
        """Both must be the same, or a slip of the finger would lock everybody out."""
        if field.answer.value != self.new.answer.value:
            raise ValidationError(gettext("The two passphrases differ. Type them again."))

    def refuse(self, error: IntakeError) -> None:
        """Put a refusal beside the passphrase it is about."""
        about = self.new if isinstance(error, PassphraseTooShort) else self.old
        about.errors = [*about.errors, sentence(error)]
