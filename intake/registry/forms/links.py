"""Forms about links: why one is to be undone, why a pair is looked at again."""

from typing import Self

from intake.domain.codes import AfterUndo
from intake.i18n import lazy_gettext as _l
from intake.web.fields import CodeField, LongTextField
from intake.web.forms import BaseForm

_LONGEST = 2000


class WhyForm(BaseForm):
    """A reason alone."""

    reason = LongTextField(_l("Reason (kept in the history)"), rows=2, needed=True, limit=_LONGEST)

    @property
    def said(self) -> str:
        """The reason, in the words written."""
        return str(self.reason.answer.value or "")

    def of(self, card: str) -> Self:
        """Belong to one card of a page that has several, so that a refusal lands there."""
        self.reason.id = f"why-{card}"
        return self


class UndoForm(WhyForm):
    """Why a link is to be undone, and what becomes of the pair then."""

    after = CodeField(_l("What is to become of the pair"), codes=AfterUndo, needed=True)
