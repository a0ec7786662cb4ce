"""Forms of the first start and of unlocking."""

from collections.abc import Sequence
from typing import Any

from wtforms import ValidationError

from intake import i18n
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.store.users import Officer
from intake.web.fields import ChoiceField, PassphraseField, TextField
from intake.web.forms import BaseForm


class ScreenLanguageField(ChoiceField):
    """One of the languages in which the screen can be shown, each in its own name."""

    def __init__(self, label: Any = "", **options: Any) -> None:
        choices = [(language.tag, language.name) for language in i18n.offered()]
        super().__init__(label, **{"choices": choices, **options})


class OfficerForm(BaseForm):
    """Somebody who works on this laptop."""

    name = TextField(
        _l("Your name or code"),
        needed=True,
        limit=100,
        hint=_l("Stays with every record that you write, so that others can ask you."),
    )
    site = TextField(_l("Site"), needed=True, limit=100, hint=_l("Where this laptop is used."))
    language = ScreenLanguageField(_l("Language of your screen"), needed=True)


class SetupForm(OfficerForm):
    """The first start: a passphrase twice, and the first officer."""

    passphrase = PassphraseField(
        _l("Passphrase"),
        needed=True,
        hint=_l("At least 8 characters. Four or five words by chance are good."),
    )
    again = PassphraseField(
        _l("The same passphrase again"),
        needed=True,
        hint=_l("So that a typing mistake locks nobody out."),
    )

    def validate_again(self, field: PassphraseField) -> None:
        """Both must be the same, or a slip of the finger would lock everybody out."""
        if field.answer.value != self.passphrase.answer.value:
            raise ValidationError(gettext("The two passphrases differ. Type them again."))


class UnlockForm(BaseForm):
    """The passphrase of the laptop."""

    passphrase = PassphraseField(_l("Passphrase"), needed=True)


class WhoWorksForm(BaseForm):
    """Which of the officers works now."""

    officer = ChoiceField(_l("Who works on this laptop now?"), needed=True)

    def __init__(self, formdata: Any, officers: Sequence[Officer]) -> None:
        self._officers = officers
        super().__init__(formdata)

    def process(self, *args: Any, **named: Any) -> None:
        """Offer the officers before the answer is read."""
        self.officer.choices = [(officer.id, officer.name) for officer in self._officers]
        super().process(*args, **named)
