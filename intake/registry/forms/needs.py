"""The form of those who follow up needs: what they found and what became of it."""

from typing import Any

from intake.domain.codes import NeedStatus, YesNo
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import Answer, CheckField
from intake.web.forms import BaseForm


class NeedsForm(BaseForm):
    """The needs as they stand, to confirm, change or close; and the wish for a talk."""

    needs = ask("needs", absent=False, statuses=tuple(NeedStatus))
    talked = CheckField(_l("They have spoken with a specialist: the wish is met"))

    def __init__(self, formdata: Any, *, needs: Answer, wishes: bool) -> None:
        super().__init__(formdata, data={"needs": needs})
        if not wishes:
            del self.talked

    def changes(self) -> dict[str, Answer]:
        """What this page says, by question."""
        said = {"needs": self.needs.answer} if self.needs.answer.is_given else {}
        if "talked" in self and self.talked.answer.value:
            said["specialist"] = Answer(YesNo.NO.value)
        return said
