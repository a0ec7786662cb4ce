"""Who of a group goes where, and why; and the words of the second person."""

from collections.abc import Collection, Sequence
from typing import Any

from intake.domain.codes import RegroupReason, Role
from intake.domain.move import GUARDS
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web import labels
from intake.web.fields import ChoiceField, CodeField, LongTextField, NumberField, PeopleField
from intake.web.forms import BaseForm

_LONGEST = 2000
NEW, OTHER = "new", "other"


class MoveForm(BaseForm):
    """A proposal: who, where to, why."""

    people = PeopleField(_l("Who is to leave this group?"), needed=True)
    where = ChoiceField(
        _l("Where do they go?"),
        choices=[
            (NEW, _l("A new group, with a number of its own")),
            (OTHER, _l("Another group that is here already")),
        ],
        needed=True,
    )
    number = NumberField(
        _l("Number of the other group, or of somebody in it"),
        hint=_l("Only where they go to another group. To join two groups, tick everybody."),
    )
    reason = CodeField(_l("Why?"), codes=RegroupReason, needed=True)
    words = LongTextField(
        _l("What they say (for the second person, and kept in the history)"),
        rows=2,
        needed=True,
        limit=_LONGEST,
    )

    def __init__(
        self, formdata: Any, members: Sequence[tuple[str, str]], roles: Collection[Role]
    ) -> None:
        self._members = members
        self._protects = bool(GUARDS & set(roles))
        super().__init__(formdata)

    def process(self, *args: Any, **named: Any) -> None:
        """Offer the members, and the reasons this role may give, before answers are read."""
        self.people.choices = list(self._members)
        offered = [r for r in RegroupReason if self._protects or r is not RegroupReason.PROTECTION]
        self.reason.choices = [(one.value, labels.label(one)) for one in offered]
        super().process(*args, **named)

    def validate(self, *args: Any, **named: Any) -> bool:
        """Another group needs its number, a new one has none."""
        fits = super().validate(*args, **named)
        wants = self.where.answer.value == OTHER
        if fits and wants and self.number.answer.value is None:
            self.number.errors = [*self.number.errors, gettext("Write the number of that group.")]
            return False
        return fits

    @property
    def leaving(self) -> tuple[str, ...]:
        """The ids of those who leave."""
        chosen = self.people.answer.value
        return tuple(map(str, chosen)) if isinstance(chosen, list) else ()

    @property
    def is_new(self) -> bool:
        """Whether a group is made for them."""
        return self.where.answer.value == NEW

    @property
    def said(self) -> str:
        """The words written."""
        return str(self.words.answer.value or "")


class AnswerForm(BaseForm):
    """Why a second person agrees or does not."""

    words = LongTextField(_l("Reason (kept in the history)"), rows=2, needed=True, limit=_LONGEST)

    @property
    def said(self) -> str:
        """The words written."""
        return str(self.words.answer.value or "")
