"""The form of a look at a child's best interests."""

from intake.domain.best_interests import Look
from intake.domain.codes import BestInterests, GuardianPart
from intake.i18n import lazy_gettext as _l
from intake.registry.forms.supports import DayField
from intake.web.fields import CodeField, LongTextField, TextField, YesNoField
from intake.web.forms import BaseForm

_LONGEST = 2000


class LookForm(BaseForm):
    """Who looked and when, what they found and why, what the child said."""

    looked_by = TextField(
        _l("Who looked"),
        hint=_l("What they do, such as child protection officer; more than one if they were."),
        needed=True,
        limit=200,
    )
    looked_on = DayField(
        _l("Day of the look"), hint=_l("Year, month, day: 2026-11-20"), needed=True
    )
    asked = YesNoField(_l("Was the child asked what they want?"), needed=True)
    view = LongTextField(
        _l("What the child said, in their words, or why they were not asked"),
        rows=2,
        needed=True,
        limit=_LONGEST,
    )
    guardian = CodeField(
        _l("The guardian or adviser of the child"), codes=GuardianPart, needed=True
    )
    outcome = CodeField(_l("What was found"), codes=BestInterests, needed=True)
    conditions = LongTextField(
        _l("On which conditions, if any"),
        hint=_l("Such as: by telephone first, with somebody beside the child."),
        rows=2,
        limit=_LONGEST,
    )
    reason = LongTextField(
        _l("Why (kept with the child's record)"), rows=2, needed=True, limit=_LONGEST
    )

    def look_at(self, child: str) -> Look:
        """The look as it was written down."""
        return Look(
            child=child,
            looked_on=str(self.looked_on.answer.value),
            looked_by=str(self.looked_by.answer.value),
            outcome=BestInterests(str(self.outcome.answer.value)),
            reason=str(self.reason.answer.value),
            asked=self.asked.is_yes,
            view=str(self.view.answer.value),
            guardian=GuardianPart(str(self.guardian.answer.value)),
            conditions=str(self.conditions.answer.value or ""),
        )
