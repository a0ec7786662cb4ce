"""Forms around an interview: day, interpreter, attempts to reach, afterwards."""

from collections.abc import Iterable
from typing import Any

from wtforms import ValidationError

from intake.domain.codes import (
    Debrief,
    Declaration,
    InterpreterAnswer,
    InterpreterKind,
    InterpreterWish,
    OutreachOutcome,
    OutreachWay,
    SelfCheck,
)
from intake.i18n import gettext as _
from intake.i18n import lazy_gettext as _l
from intake.web import labels
from intake.web.fields import (
    CheckField,
    ChoiceField,
    CodeField,
    LongTextField,
    TextField,
    YesNoField,
)
from intake.web.forms import BaseForm
from intake.web.moment import DayField, MomentField

_LONGEST_NOTE = 2_000


class InterpreterFields(BaseForm):
    """Through whom a talk goes: who, how they speak, here or from afar."""

    interpreter = CodeField(_l("Interpreter"), codes=InterpreterKind, needed=True)
    interpreter_code = TextField(
        _l("Code of the interpreter"), hint=_l("A code, not a name."), limit=40
    )
    interpreter_sex = CodeField(
        _l("The interpreter is"),
        codes=InterpreterWish,
        only=(InterpreterWish.WOMAN, InterpreterWish.MAN),
    )
    dialect = TextField(_l("Dialect, or where it is spoken so"), limit=80)
    platform = TextField(
        _l("From afar: by which program or phone"),
        hint=_l("Without recording; the camera may stay off."),
        limit=80,
    )

    def validate_interpreter_code(self, field: TextField) -> None:
        """Ask for the code when there is an interpreter."""
        chosen = self.interpreter.answer.value
        if chosen in (InterpreterKind.TRAINED, InterpreterKind.LAY) and not field.answer.value:
            raise ValidationError(_("Write the code of the interpreter."))

    def interpreter_facts(self) -> dict[str, Any]:
        """What an event keeps of the interpreter."""
        kind = InterpreterKind(str(self.interpreter.answer.value))
        if kind is InterpreterKind.NONE_NEEDED:
            return {"interpreter": kind, "interpreter_code": ""}
        return {
            "interpreter": kind,
            "interpreter_code": str(self.interpreter_code.answer.value or ""),
            "interpreter_sex": str(self.interpreter_sex.answer.value or ""),
            "dialect": str(self.dialect.answer.value or ""),
            "platform": str(self.platform.answer.value or ""),
        }


class DayForm(BaseForm):
    """When and where, with whom; and why it moves, if it had a day before."""

    starts = MomentField(_l("Day and time"), question="starts", needed=True)
    place = TextField(_l("Place"), limit=120)
    private = YesNoField(_l("Private: nobody else can hear or see"), needed=True)
    interviewer: ChoiceField
    reason = TextField(_l("Why the day changes"), question="reason", limit=300)


def day_form(interviewers: Iterable[tuple[str, str]]) -> type[DayForm]:
    """The form of a day, with these interviewers to choose from."""
    field = ChoiceField(_l("Interviewer"), needed=True, radios_up_to=0, choices=interviewers)
    return type("OfferedDayForm", (DayForm,), {"interviewer": field})


class OutreachForm(BaseForm):
    """One attempt to reach somebody."""

    way = CodeField(_l("How you tried"), codes=OutreachWay, needed=True)
    outcome = CodeField(_l("What came of it"), codes=OutreachOutcome, needed=True)
    note = TextField(_l("Note for whoever tries next"), limit=300)
    again_on = DayField(_l("Try again on"))


class FurtherForm(BaseForm):
    """Why one more interview is needed."""

    reason = LongTextField(
        _l("Why is one more interview needed?"),
        question="reason",
        rows=2,
        needed=True,
        limit=_LONGEST_NOTE,
    )


class FurtherAnswerForm(BaseForm):
    """A second person's answer to a request for one more interview."""

    agreed = YesNoField(_l("May there be one more interview?"), needed=True)
    reason = LongTextField(_l("Reason"), question="reason", rows=2, limit=_LONGEST_NOTE)


class HalfwayForm(BaseForm):
    """What the person says of the interpreter, asked in private."""

    asked = CodeField(
        _l("Asked in private, without the interpreter: what does the person say of them?"),
        codes=InterpreterAnswer,
        radios_up_to=6,
    )


def declaration_form(formdata: Any) -> BaseForm:
    """A box for each thing an interpreter declares."""
    boxes: dict[str, Any] = {
        f"declared_{item.name.lower()}": CheckField(labels.label(item), question=item.value)
        for item in Declaration
    }
    form: BaseForm = type("DeclarationForm", (BaseForm,), boxes)(formdata)
    return form


class AfterForm(BaseForm):
    """What the interpreter says of the language afterwards, and the self-check."""

    debrief = CodeField(
        _l("Asked of the interpreter: were there problems of language?"),
        codes=Debrief,
        needed=True,
    )
    language_note = LongTextField(
        _l("Which words or passages? Nothing about the person."),
        question="language-note",
        rows=2,
        limit=_LONGEST_NOTE,
    )

    @property
    def debrief_code(self) -> Debrief:
        """What the interpreter said."""
        return Debrief(str(self.debrief.answer.value))

    def checked(self) -> tuple[SelfCheck, ...]:
        """The points of the self-check that hold."""
        codes = {item.value for item in SelfCheck}
        fields = [f for f in self.questions() if f.question in codes]
        return tuple(SelfCheck(f.question) for f in fields if f.answer.value is True)


def after_form(formdata: Any) -> AfterForm:
    """The form of the time after a talk, with a box for each point of the self-check."""
    boxes: dict[str, Any] = {
        f"check_{item.name.lower()}": CheckField(labels.label(item), question=item.value)
        for item in SelfCheck
    }
    form: AfterForm = type("WholeAfterForm", (AfterForm,), boxes)(formdata)
    return form


class HandOverForm(BaseForm):
    """Who writes from now on what an interview showed, and why."""

    to: ChoiceField
    reason = LongTextField(
        _l("Reason"), question="reason", rows=2, needed=True, limit=_LONGEST_NOTE
    )


def hand_over_form(colleagues: Iterable[tuple[str, str]]) -> type[HandOverForm]:
    """The form of a hand-over, with these colleagues to choose from."""
    field = ChoiceField(_l("To whom"), needed=True, radios_up_to=0, choices=colleagues)
    return type("HandOver", (HandOverForm,), {"to": field})
