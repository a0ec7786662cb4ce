"""Forms of a correction: what is wanted, the answer, the second word on a refusal."""

from typing import Any

from intake.domain.codes import CorrectionBy, CorrectionVerdict, ReviewVerdict, ToldHow
from intake.i18n import lazy_gettext as _l
from intake.registry.forms.statements import ASKABLE
from intake.web.compound import ask
from intake.web.fields import AskField, CheckField, CodeField, LongTextField
from intake.web.forms import BaseForm

CORRECTABLE = (*ASKABLE, "sex")
"""What can be corrected here; what was told in an interview is added to there."""

_LONGEST = 2000


class CorrectionForm(BaseForm):
    """What the value should be, who asks, and what speaks for it."""

    said: AskField
    asked_by = CodeField(_l("Who asks"), codes=CorrectionBy, needed=True)
    evidence = LongTextField(_l("What speaks for it, if anything"), rows=2, limit=_LONGEST)


class CorrectionAnswerForm(BaseForm):
    """What comes of a request; what is corrected partly is written out."""

    verdict = CodeField(_l("Your answer"), codes=CorrectionVerdict, needed=True)
    said: AskField
    reason = LongTextField(
        _l("Reason, in words the person will hear"), question="reason", rows=2, limit=_LONGEST
    )


class RefusalForm(BaseForm):
    """What a second person says of a refusal."""

    verdict = CodeField(_l("Your decision"), codes=ReviewVerdict, needed=True)
    reason = LongTextField(_l("Reason"), question="reason", rows=2, needed=True, limit=_LONGEST)


class CorrectionTellForm(BaseForm):
    """How the person heard what came of it."""

    how = CodeField(_l("How the person was told"), codes=ToldHow, needed=True)
    explained = CheckField(
        _l("I told the person what was decided and why, and what to do if they do not agree")
    )


def correction_form(path: str) -> type[CorrectionForm]:
    """The form of a request about one question."""
    fields: dict[str, Any] = {"said": ask(path, needed=True, absent=False)}
    return type("AskedForm", (CorrectionForm,), fields)


def answer_form(path: str) -> type[CorrectionAnswerForm]:
    """The form of an answer about one question."""
    fields: dict[str, Any] = {"said": ask(path, needed=False, absent=False)}
    return type("AnsweredForm", (CorrectionAnswerForm,), fields)
