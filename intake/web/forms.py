"""Forms check shape, the domain rules; a refusal lands beside its field."""

from collections.abc import Iterator, Mapping
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.meta import DefaultMeta

from intake.domain.name import refuse_characters
from intake.errors import IntakeError
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.web.fields import Answer, AskField
from intake.web.sentences import sentence

# The few messages of WTForms' own that can still show, in our words.
_WTFORMS_WORDS: dict[str, Lazy] = {
    "This field is required.": _l("Fill this in."),
    "Not a valid choice.": _l("Choose one of the answers in the list."),
    "Not a valid choice": _l("Choose one of the answers in the list."),
    "Invalid Choice: could not coerce.": _l("Choose one of the answers in the list."),
    "Not a valid integer value.": _l("Write a whole number."),
}


class _Words:
    """WTForms asks this for its messages."""

    def gettext(self, text: str) -> str:
        """Give our words for a message of WTForms."""
        return str(_WTFORMS_WORDS.get(text, text))

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Give a counted message of WTForms; none of ours counts."""
        return one if n == 1 else many


class BaseForm(Form):
    """A form of questions; `refuse` shows what the domain said no to."""

    class Meta(DefaultMeta):
        """Our catalogue for every message."""

        def get_translations(self, form: Any) -> Any:
            """Give WTForms our words."""
            return _Words()

    def questions(self) -> Iterator[AskField]:
        """The fields that ask something, in page order."""
        return (field for field in self if isinstance(field, AskField))

    def answers(self) -> dict[str, Answer]:
        """What was said or why not, by question path (or field name)."""
        return {
            field.question or field.short_name: field.answer
            for field in self.questions()
            if field.answer.is_given
        }

    def refuse(self, error: IntakeError) -> None:
        """Show a refusal beside the field it names, else above the form."""
        path = error.facts.get("path") or error.facts.get("fact")
        words = sentence(error)
        for field in self.questions():
            if path and path in (field.question, field.short_name):
                field.errors = [*field.errors, words]
                return
        self.form_errors = [*self.form_errors, words]

    def problems(self) -> list[tuple[str, str]]:
        """Every error with the id of the control to go to, for the error summary."""
        found = [("", str(words)) for words in self.form_errors]
        for field in self:
            target = field.first_id if isinstance(field, AskField) else field.id
            found += [(target, str(words)) for words in field.errors]
        return found

    @property
    def status(self) -> int:
        """200 for a page to fill in, 422 for one that came back with errors."""
        return 422 if self.problems() else 200


def typed(formdata: "MultiDict[str, str]") -> dict[str, list[str]]:
    """What stands in a form just now, to be kept as a draft; raises CharacterRefused."""
    kept = {name: formdata.getlist(name) for name in formdata if name not in ("csrf_token", "rev")}
    for values in kept.values():
        for value in values:
            refuse_characters(value)
    return kept


def retyped(draft: Mapping[str, list[str]]) -> "MultiDict[str, str]":
    """A kept draft in the form in which a form reads it."""
    return MultiDict((name, value) for name, values in draft.items() for value in values)
