"""The read-back: what the person said to hearing their record."""

from collections.abc import Sequence
from typing import Any

from intake.domain.codes import ReadBack
from intake.i18n import lazy_gettext as _l
from intake.web.fields import ChoiceField, CodeField, TextField
from intake.web.forms import BaseForm


class CheckForm(BaseForm):
    """Confirms that the record was read to the person, or why it could not be."""

    read_back = CodeField(
        _l("What does the person say to what was read?"), codes=ReadBack, needed=True
    )
    reason = TextField(
        _l("Why, if it was not confirmed"), limit=300, hint=_l("In one sentence. May stay empty.")
    )


class FocalForm(BaseForm):
    """Whom the group wants us to talk to."""

    focal = ChoiceField(_l("Whom should we talk to about this group?"), needed=True)

    def __init__(self, formdata: Any, members: Sequence[tuple[str, str]]) -> None:
        self._members = members
        super().__init__(formdata)

    def process(self, *args: Any, **named: Any) -> None:
        """Offer the members before the answer is read."""
        self.focal.choices = list(self._members)
        super().process(*args, **named)
