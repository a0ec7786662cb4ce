"""What people agree to: the four purposes, each with an answer of its own."""

from typing import Any

from werkzeug.datastructures import MultiDict

from intake.domain.codes import ConsentBy, PrivateMoment
from intake.domain.statement import Said
from intake.field.forms.rest import PageForm
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.agreeing import FourQuestions
from intake.web.compound import ask
from intake.web.fields import AskField, TextField

MOMENTS = tuple(code for code in PrivateMoment if code is not PrivateMoment.NOT_POSSIBLE)
"""A moment alone that could not be needs its reason."""


class AgreeingForm(FourQuestions, PageForm):
    """The four questions, how they were understood, and the moment alone."""

    vital_reason = TextField(
        _l("Why nobody could be asked, and why it cannot wait"),
        limit=500,
        hint=_l("Only then. A protection officer looks at it within 72 hours."),
    )
    teach_back = ask(
        "teach-back",
        label=_l("In the person's own words: what will happen with what they tell?"),
        absent=False,
        rows=2,
        hint=_l("If it is not right, explain it again. Nobody loses anything by it."),
    )
    private_moment = ask("private-moment", only=MOMENTS)

    def narrow(self, *, may_be_child: bool, birth_known: bool) -> None:
        """Ask a child's carer too (DP-06); offer an adult the moment alone (domain 5.1)."""
        if may_be_child:
            del self.private_moment
            self.given_by.needed = self.is_answered()
        else:
            del self.vital_reason
            self.ask_one()
            self.leave_out_vital_interest()
            if birth_known:
                del self.given_by

    def is_answered(self) -> bool:
        """Whether the page needs to know who answered."""
        return any(field.answer.value for _, field in self.consents())

    @property
    def reason_in_need(self) -> str:
        """Why nobody could be asked."""
        field: AskField | None = getattr(self, "vital_reason", None)
        return str(field.answer.value or "") if field is not None else ""

    def validate(self, extra_validators: Any = None) -> bool:
        """Where nobody could be asked, the reason has to be there (DP-06)."""
        fine = bool(super().validate(extra_validators))
        if self.giver is ConsentBy.VITAL_INTEREST and not self.reason_in_need:
            self.vital_reason.errors = [
                *self.vital_reason.errors,
                gettext("Write why nobody could be asked, and why it cannot wait."),
            ]
            return False
        return fine

    @property
    def is_unfolded(self) -> bool:
        """Whether what is folded away has something in it to be seen."""
        asked = (self.teach_back, self.until)
        return any(f.raw["text"] or f.errors for f in asked)


class AskAgainForm(AgreeingForm):
    """The four questions asked anew: nothing of what was said before stands in a box."""

    def __init__(
        self, formdata: "MultiDict[str, str] | None", *, said: tuple[Said, ...], **more: Any
    ) -> None:
        super().__init__(formdata, said=(), **more)

    def is_answered(self) -> bool:
        """Whether anybody answered: a child's own word also needs to say who was asked."""
        return self.says_something()
