"""The form of those who follow up needs: what they found and what became of it."""

from typing import Any

from intake.domain.codes import NeedStatus, YesNo
from intake.i18n import lazy_gettext as _l
from intake.web import labels
from intake.web.compound import WhenField, ask
from intake.web.fields import Answer, CheckField
from intake.web.forms import BaseForm


class NeedsForm(BaseForm):
    """The needs as they stand, to confirm, change or close; and the wish for a talk."""

    needs = ask("needs", absent=False, statuses=tuple(NeedStatus))
    best_interests = WhenField(
        labels.question("best-interests"),
        question="best-interests",
        hint=_l("By this day somebody who is trained looks at what is best for the child."),
    )
    looked_after = CheckField(_l("What could not wait is looked after"))
    talked = CheckField(_l("They have spoken with a specialist: the wish is met"))

    def __init__(
        self, formdata: Any, *, known: dict[str, Answer], wishes: bool, alone: bool, urgent: bool
    ) -> None:
        super().__init__(formdata, data=known)
        if not urgent:
            del self.looked_after
        if not alone:
            del self.best_interests
        if not wishes:
            del self.talked

    @property
    def is_met(self) -> bool:
        """Whether somebody looked after what could not wait."""
        return "looked_after" in self and bool(self.looked_after.answer.value)

    def changes(self) -> dict[str, Answer]:
        """What this page says, by question."""
        said = self.answers()
        said.pop("talked", None)
        said.pop("looked_after", None)
        if "talked" in self and self.talked.answer.value:
            said["specialist"] = Answer(YesNo.NO.value)
        return said
