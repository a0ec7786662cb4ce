"""Who goes on as a group of their own, or which group comes in, and why."""

from collections.abc import Sequence
from typing import Any

from intake.domain.codes import RegroupReason
from intake.errors import IntakeError
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.fields import CodeField, NumberField, PeopleField
from intake.web.forms import BaseForm


class SplitForm(BaseForm):
    """Who leaves this group, and why."""

    people = PeopleField(_l("Who goes on as a group of their own?"), needed=True)
    reason = CodeField(_l("Why?"), codes=RegroupReason, needed=True)

    def __init__(self, formdata: Any, members: Sequence[tuple[str, str]]) -> None:
        self._members = members
        super().__init__(formdata)

    def process(self, *args: Any, **named: Any) -> None:
        """Offer the members before the answer is read."""
        self.people.choices = list(self._members)
        super().process(*args, **named)

    @property
    def leaving(self) -> tuple[str, ...]:
        """The ids of those who leave."""
        chosen = self.people.answer.value
        return tuple(map(str, chosen)) if isinstance(chosen, list) else ()

    def refuse(self, error: IntakeError) -> None:
        """Say that somebody has to stay."""
        if error.facts.get("path") != "people":
            super().refuse(error)
            return
        words = gettext("Somebody has to stay in this group. Untick at least one.")
        self.people.errors = [*self.people.errors, words]


class MergeForm(BaseForm):
    """Which other group of this laptop comes in, and why."""

    number = NumberField(
        _l("Number of the other group, or of somebody in it"),
        needed=True,
        hint=_l("Only a draft on this laptop, which was never complete."),
    )
    reason = CodeField(
        _l("Why?"),
        codes=RegroupReason,
        only=(
            RegroupReason.FAMILY_REQUEST,
            RegroupReason.MARRIAGE,
            RegroupReason.RECORDING_ERROR,
        ),
        needed=True,
    )

    def refuse_number(self) -> None:
        """Say why this group cannot come in."""
        words = gettext("There is no other draft with this number here that may come in.")
        self.number.errors = [*self.number.errors, words]
