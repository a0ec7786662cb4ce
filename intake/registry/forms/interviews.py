"""Forms of an interview: its plan, answers, explanations, checks, the read-back."""

from collections.abc import Iterable
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import ValidationError

from intake.domain.codes import (
    Absent,
    CopyGiven,
    InterpreterWish,
    Prompted,
    ReadBack,
    Supporter,
)
from intake.errors import RuleBroken
from intake.i18n import gettext as _
from intake.i18n import language_name
from intake.i18n import lazy_gettext as _l
from intake.interview.adding import LONGEST, own_question
from intake.interview.checks import CLOSING_CHECKS, Check
from intake.interview.plan import NARRATIVE
from intake.registry.forms.talks import InterpreterFields
from intake.registry.verifying.conducting import Asked, Difference
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
from intake.web.sentences import sentence

Typed = MultiDict[str, str]

LANGUAGES = (
    "uk", "ru", "ar", "fa-AF", "ps", "ckb", "kmr", "tr", "ti", "am", "so", "om", "sw", "ln",
    "fr", "es", "pt", "ur", "my", "ro", "en",
)  # fmt: skip
"""Offered as the language of an interview, as at registration (interface chapter 8.5)."""

PUT = "asked"
_LONGEST_ANSWER = 20_000
_STORY_ROWS = 10


class PlanForm(InterpreterFields):
    """Who talks with the person, in which language, through whom, when and where."""

    interviewer: ChoiceField
    language: ChoiceField
    wish = CodeField(
        _l("The person would rather speak through"), codes=InterpreterWish, radios_up_to=4
    )
    starts = MomentField(
        _l("Day and time"),
        question="starts",
        hint=_l("Leave it empty if the person is here now, or the day comes later."),
    )
    place = TextField(_l("Place"), limit=120)
    private_place = YesNoField(_l("The place is private: nobody else can hear or see"))
    supporter = CodeField(_l("Who sits with the person"), codes=Supporter)
    alone_because = TextField(
        _l("Why the child is without a guardian"), question="alone-because", limit=200
    )
    employer_unsafe = CheckField(_l("It may be unsafe for the person to speak of an employer"))
    own = TextField(
        _l("A question of your own"),
        hint=_l("One line, open: who, what, where, how. It is asked after the others."),
        limit=LONGEST,
    )

    def validate_own(self, field: TextField) -> None:
        """Take no question that is asked of nobody, or that says its answer."""
        if field.answer.value:
            try:
                own_question(str(field.answer.value), ())
            except RuleBroken as error:
                raise ValidationError(sentence(error)) from error


def plan_form(interviewers: Iterable[tuple[str, str]]) -> type[PlanForm]:
    """The form of a plan, with these interviewers and languages to choose from."""
    languages = sorted(
        ((tag, language_name(tag)) for tag in LANGUAGES), key=lambda pair: pair[1].casefold()
    )
    lists: dict[str, Any] = {
        "interviewer": ChoiceField(
            _l("Interviewer"), needed=True, radios_up_to=0, choices=interviewers
        ),
        "language": ChoiceField(
            _l("Language of the interview"), needed=True, radios_up_to=0, choices=languages
        ),
    }
    return type("OfferedPlanForm", (PlanForm,), lists)


class AnswerForm(BaseForm):
    """An answer in the person's own words, or why there is none."""

    text = LongTextField(rows=2, absent=True, limit=_LONGEST_ANSWER)
    prompted = CodeField(
        _l("How it came up"),
        codes=Prompted,
        only=(Prompted.OPEN, Prompted.PROBING, Prompted.CLOSED, Prompted.LEADING),
        radios_up_to=0,
        default=Prompted.OPEN.value,
    )


class ExplanationForm(BaseForm):
    """What the person says of a difference, word for word; or that it was not put."""

    how = ChoiceField(
        _l("Was the difference put to the person?"),
        choices=(
            (PUT, _l("Yes, and the person explains")),
            (Absent.UNKNOWN.value, _l("Yes, the person does not know")),
            (Absent.DECLINED.value, _l("Yes, the person prefers not to say")),
            (Absent.NOT_ASKED.value, _l("Not put to the person, because:")),
        ),
    )
    explanation = LongTextField(
        _l("The explanation word for word, or why it was not put"), rows=2, limit=_LONGEST_ANSWER
    )


class CloseForm(BaseForm):
    """What the person says when the whole record was read back."""

    read_back = CodeField(_l("What does the person say of it?"), codes=ReadBack, needed=True)
    changes = LongTextField(
        _l("What the person changes, or why it was not confirmed"),
        question="read-back",
        rows=2,
        limit=_LONGEST_ANSWER,
    )

    copy = CodeField(_l("A copy in the person's language"), codes=CopyGiven, radios_up_to=3)
    hears_by = DayField(_l("By when the person hears from us"))

    def validate_changes(self, field: LongTextField) -> None:
        """A change or a refusal needs its words."""
        said = self.read_back.answer.value
        if said not in (None, ReadBack.YES) and not field.answer.value:
            raise ValidationError(_("Write what the person changes, or why it is not confirmed."))


class AmendForm(BaseForm):
    """A later addition to an answer; the answer itself stays."""

    text = LongTextField(_l("What is added to this answer"), rows=2, limit=_LONGEST_ANSWER)


def answer_forms(asked: Iterable[Asked], typed: Typed | None) -> list[tuple[Asked, AnswerForm]]:
    """One form for each question of the page."""
    made = []
    for question in asked:
        form = AnswerForm(typed, prefix=question.id + "-")
        form.text.label.text = question.text
        form.text.question = question.id
        form.text.rows = _STORY_ROWS if question.id == NARRATIVE else form.text.rows
        made.append((question, form))
    return made


def explanation_forms(
    found: Iterable[Difference], typed: Typed | None
) -> list[tuple[Difference, ExplanationForm]]:
    """One form for each difference of the record."""
    made = []
    for difference in found:
        form = ExplanationForm(typed, prefix=f"put-{difference.path}-")
        form.explanation.question = difference.path
        made.append((difference, form))
    return made


def checks_form(checks: Iterable[Check], typed: Typed | None) -> BaseForm:
    """A box for everything that is confirmed before the next stage."""
    boxes: dict[str, Any] = {
        check.name.lower(): CheckField(labels.label(check), question=check.value)
        for check in checks
    }
    form: BaseForm = type("ChecksForm", (BaseForm,), boxes)(typed)
    return form


def closing_checks(typed: Typed | None) -> BaseForm:
    """A box for everything that is said and asked before the record is signed."""
    return checks_form(CLOSING_CHECKS, typed)


def ticked(form: BaseForm) -> list[str]:
    """The codes of the boxes that are ticked."""
    return [field.question for field in form.questions() if field.answer.value is True]
