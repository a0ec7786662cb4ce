"""Forms of a person's rights: a copy in their language, agreements taken back."""

from intake.domain.codes import Purpose, Recipient
from intake.i18n import lazy_gettext as _l
from intake.i18n import offered
from intake.registry.forms.rows import RowForm
from intake.web.fields import CheckField, ChoiceField, CodeField
from intake.web.forms import BaseForm


class CopyForm(BaseForm):
    """In which language the copy is, and how much stands on it."""

    language: ChoiceField
    short = CheckField(
        _l("Without story, needs, papers and interviews"),
        hint=_l("Safer to carry. Offer to read the whole copy to them here."),
    )


def copy_form() -> type[CopyForm]:
    """The form with the languages that every sentence of the program is in."""
    languages = [(language.tag, language.name) for language in offered()]
    field = ChoiceField(_l("Language of the copy"), needed=True, radios_up_to=0, choices=languages)
    return type("OfferedCopyForm", (CopyForm,), {"language": field})


class TakeBackForm(RowForm):
    """One agreement, taken back by a button; both codes come from the page."""

    purpose = CodeField(codes=Purpose, needed=True)
    recipient = CodeField(codes=Recipient)
