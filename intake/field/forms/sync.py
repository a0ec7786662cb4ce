"""What is handed to the page of sync: an invitation, or a file that came back."""

from intake.errors import BundleRefused, IntakeError
from intake.i18n import Lazy, gettext
from intake.i18n import lazy_gettext as _l
from intake.web.fields import LongTextField
from intake.web.forms import BaseForm
from intake.web.sentences import sentence

# More telling than "not the file expected here", where the reason is known.
_WHY: dict[object, Lazy] = {
    "code-expired": _l("This invitation is too old. Ask the registry for a new one."),
    "other-registry": _l("This laptop belongs to another registry already."),
    "invitation": _l("This invitation was changed on its way. Ask for it once more."),
    "sender": _l("This file comes from somebody else than your registry."),
    "signature": _l("This file is not signed by your registry. Do not use it."),
    "purpose": _l("This file is not an answer of the registry."),
    "size": _l("This file is larger than any answer of the registry."),
}


def words_for(error: IntakeError) -> str:
    """Say why a file or an invitation was not taken."""
    told = _WHY.get(error.facts.get("why")) if isinstance(error, BundleRefused) else None
    return str(told) if told else sentence(error)


class InvitationForm(BaseForm):
    """The text of an invitation, pasted, or a file that holds it."""

    invitation = LongTextField(
        _l("Invitation of the registry"),
        rows=4,
        limit=8000,
        hint=_l("Paste the whole text, or choose the file below."),
    )

    def refuse(self, error: IntakeError) -> None:
        """Put the reason beside the box."""
        self.invitation.errors = [*self.invitation.errors, words_for(error)]

    def ask_again(self) -> None:
        """Neither text nor file came."""
        words = gettext("Paste the text of the invitation, or choose its file.")
        self.invitation.errors = [*self.invitation.errors, words]
