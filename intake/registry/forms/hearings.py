"""Forms of what follows a decision: told, commented, answered, opened again."""

from intake.domain.codes import CommentVerdict, LookAgain, RecheckVerdict, ToldHow
from intake.i18n import lazy_gettext as _l
from intake.web.fields import CheckField, ChoiceField, CodeField, LongTextField
from intake.web.forms import BaseForm

_LONGEST = 5000


class TellForm(BaseForm):
    """How the person heard everything, and that they know how to disagree."""

    how = CodeField(_l("How the person was told"), codes=ToldHow, needed=True)
    explained = CheckField(
        _l("I read the whole letter to the person, with what to do if they do not agree")
    )


class CommentForm(BaseForm):
    """What the person says of the decision."""

    words = LongTextField(
        _l("What the person says of it, word for word"), rows=3, needed=True, limit=_LONGEST
    )


class CommentAnswerForm(BaseForm):
    """What comes of a comment, and why."""

    verdict = CodeField(_l("What comes of it"), codes=CommentVerdict, needed=True)
    reason = LongTextField(
        _l("Reason, in words the person will hear"), rows=2, needed=True, limit=_LONGEST
    )


class RecheckForm(BaseForm):
    """What the person asks somebody uninvolved to look at."""

    # Stands on one page with the box of a comment, so the two need different ids.
    words = LongTextField(
        _l("What the person asks, word for word"),
        id="recheck-words",
        question="recheck-words",
        rows=3,
        needed=True,
        limit=_LONGEST,
    )
    late = LongTextField(
        _l("After 30 days: why it is asked only now"), rows=2, question="late", limit=_LONGEST
    )


class RecheckAnswerForm(BaseForm):
    """What somebody uninvolved finds, and why."""

    verdict = CodeField(_l("What you find"), codes=RecheckVerdict, needed=True)
    reason = LongTextField(
        _l("Reason, in words the person will hear"), rows=2, needed=True, limit=_LONGEST
    )


class ReopenForm(BaseForm):
    """Why a final decision is looked at again."""

    why = CodeField(_l("Why it is looked at again"), codes=LookAgain, needed=True)
    reason = LongTextField(_l("Reason"), rows=2, needed=True, limit=_LONGEST)


class MoreForm(BaseForm):
    """What is still asked of the person, and until when."""

    reason = LongTextField(_l("What is asked for"), rows=2, needed=True, limit=_LONGEST)
    weeks = ChoiceField(
        _l("We go on without it"),
        needed=True,
        choices=(
            ("2", _l("in 2 weeks")),
            ("4", _l("in 4 weeks")),
            ("8", _l("in 8 weeks")),
        ),
    )


class CameForm(BaseForm):
    """What came of what was asked for."""

    reason = LongTextField(_l("What came, or why we go on without it"), rows=2, needed=True)
