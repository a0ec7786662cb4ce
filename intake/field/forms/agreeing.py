"""What people agree to: the four purposes, each with an answer of its own."""

from typing import Any

from werkzeug.datastructures import MultiDict

from intake.domain.codes import ConsentAnswer, ConsentBy, PrivateMoment, Purpose
from intake.domain.consent import MAIN
from intake.domain.statement import Said
from intake.field.forms.lasting import only_until
from intake.field.forms.rest import PageForm
from intake.field.forms.spoken import SpokenField
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import AskField, CodeField, TextField

CONSENT_CODES = (ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.NOT_ASKED)


MOMENTS = tuple(code for code in PrivateMoment if code is not PrivateMoment.NOT_POSSIBLE)
"""A moment alone that could not be needs its reason."""


def _consent() -> CodeField:
    return CodeField(_l("Answer"), codes=ConsentAnswer, only=CONSENT_CODES)


class AgreeingForm(PageForm):
    """Four separate questions, who answered, in which language, how it was understood."""

    language = SpokenField(_l("Read to the person in"))
    registration = _consent()
    verification = _consent()
    tracing = _consent()
    referral = _consent()
    child_registration = _consent()
    child_verification = _consent()
    child_tracing = _consent()
    child_referral = _consent()
    given_by = CodeField(_l("Who answered?"), codes=ConsentBy)
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
    until = only_until()
    private_moment = ask("private-moment", only=MOMENTS)

    def narrow(self, *, may_be_child: bool, birth_known: bool) -> None:
        """Ask a child's carer too (DP-06); offer an adult the moment alone (domain 5.1)."""
        if may_be_child:
            del self.private_moment
            self.given_by.needed = self.is_answered()
        else:
            del self.vital_reason
            for purpose in MAIN:
                del self[f"child_{purpose.value}"]
            self._leave_out_vital_interest()
            if birth_known:
                del self.given_by

    def is_answered(self) -> bool:
        """Whether the page needs to know who answered."""
        return any(field.answer.value for _, field in self.consents())

    def _leave_out_vital_interest(self) -> None:
        """An adult who cannot be asked now is asked later."""
        chosen = ConsentBy.VITAL_INTEREST.value
        self.given_by.choices = [c for c in self.given_by.choices if c[0] != chosen]

    def assent(self, purpose: Purpose) -> Any:
        """The field for what the child says to a purpose; None for an adult."""
        name = f"child_{purpose.value}"
        return getattr(self, name, None)

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

    def consents(self) -> list[tuple[Purpose, Any]]:
        """Each purpose with its field."""
        return [(purpose, self[purpose.value]) for purpose in MAIN]

    @property
    def is_unfolded(self) -> bool:
        """Whether what is folded away has something in it to be seen."""
        asked = (self.teach_back, self.until)
        return any(f.raw["text"] or f.errors for f in asked)

    @property
    def giver(self) -> ConsentBy:
        """Who answered: an adult for themselves, if nobody says otherwise."""
        field: AskField | None = getattr(self, "given_by", None)
        value = field.answer.value if field is not None else None
        return ConsentBy(str(value)) if value else ConsentBy.SELF


class AskAgainForm(AgreeingForm):
    """The four questions asked anew: nothing of what was said before stands in a box."""

    def __init__(
        self, formdata: "MultiDict[str, str] | None", *, said: tuple[Said, ...], **more: Any
    ) -> None:
        super().__init__(formdata, said=(), **more)

    def is_answered(self) -> bool:
        """Whether anybody answered: a child's own word also needs to say who was asked."""
        return any(any(self.words(purpose)) for purpose in MAIN)

    def words(self, purpose: Purpose) -> tuple[ConsentAnswer | None, ConsentAnswer | None]:
        """What is said now, for a child by the carer and by the child; None changes nothing."""
        return _said(self[purpose.value]), _said(self.assent(purpose))


def _said(field: Any) -> ConsentAnswer | None:
    """The yes or no of a field; "not asked" says as little as no choice."""
    value = field.answer.value if field is not None else None
    said = ConsentAnswer(str(value)) if value else ConsentAnswer.NOT_ASKED
    return None if said is ConsentAnswer.NOT_ASKED else said
