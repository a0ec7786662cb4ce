"""Forms of signing in and of the people who work here."""

from wtforms import ValidationError

from intake.domain.codes import Role
from intake.i18n import gettext as _
from intake.i18n import lazy_gettext as _l
from intake.web import labels
from intake.web.fields import AskField, CheckField, PassphraseField, TextField
from intake.web.forms import BaseForm

GRANTED = tuple(role for role in Role if role is not Role.FIELD)
"""Roles of a registry; field officers work on laptops and do not sign in here."""


class SignInForm(BaseForm):
    """Who is there."""

    login = TextField(_l("Sign-in name"), needed=True, limit=64)
    passphrase = PassphraseField(_l("Passphrase"), needed=True)
    code = TextField(
        _l("Six-digit code"), hint=_l("From the app on your phone."), limit=12, numeric=True
    )


class CodeForm(BaseForm):
    """The first code of a phone that has just scanned the picture."""

    code = TextField(
        _l("Six-digit code that the phone shows now"), needed=True, limit=12, numeric=True
    )


class AccountForm(BaseForm):
    """Somebody who is to sign in."""

    name = TextField(_l("Name, as colleagues know it"), needed=True, limit=100)
    login = TextField(
        _l("Sign-in name"), hint=_l("Short, of letters and digits."), needed=True, limit=64
    )
    passphrase = PassphraseField(
        _l("Passphrase"), hint=_l("Several words are best, 15 letters or more."), needed=True
    )
    again = PassphraseField(_l("The same passphrase again"), needed=True)

    def validate_again(self, field: PassphraseField) -> None:
        """Catch a slip of the finger in what cannot be seen."""
        if field.raw["text"] != self.passphrase.raw["text"]:
            raise ValidationError(_("The two passphrases differ. Type both again."))


class SetupForm(AccountForm):
    """The first administrator."""

    token = TextField(
        _l("Code from the terminal"),
        hint=_l("The registry printed it in the window where it was started."),
        needed=True,
        limit=20,
    )


class UserForm(AccountForm):
    """A colleague with roles."""

    clerk = CheckField(labels.label(Role.CLERK))
    interviewer = CheckField(labels.label(Role.INTERVIEWER))
    reviewer = CheckField(labels.label(Role.REVIEWER))
    protection = CheckField(labels.label(Role.PROTECTION))
    tracing = CheckField(labels.label(Role.TRACING))
    dpo = CheckField(labels.label(Role.DPO))
    administrator = CheckField(labels.label(Role.ADMINISTRATOR))

    def role_fields(self) -> list[AskField]:
        """The boxes of the roles, in the order of `GRANTED`."""
        names = [role.name.lower() for role in GRANTED]
        return [field for field in self.questions() if field.short_name in names]

    def roles(self) -> list[Role]:
        """The roles ticked."""
        boxes = zip(GRANTED, self.role_fields(), strict=True)
        return [role for role, box in boxes if box.answer.value]
