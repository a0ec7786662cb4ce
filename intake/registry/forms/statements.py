"""One answer of an interview, written into the record as a statement of its own."""

from typing import Any

from intake.domain.questions import MATERIAL
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import AskField, CheckField
from intake.web.forms import BaseForm

ASKABLE = (*MATERIAL, "spouse", "nationality")
"""What an interview can add to; the rest belongs to registration."""


class StatementForm(BaseForm):
    """A value, and what it means for what was said before."""

    said: AskField
    corrects = CheckField(
        _l("The person corrects what was said before; without this, both stand side by side")
    )


def statement_form(path: str) -> type[StatementForm]:
    """The form of one question."""
    fields: dict[str, Any] = {"said": ask(path, needed=True, absent=False)}
    return type("QuestionForm", (StatementForm,), fields)
