"""The verdict on two records."""

from intake.domain.codes import PairVerdict
from intake.i18n import lazy_gettext as _l
from intake.web.fields import CodeField, LongTextField
from intake.web.forms import BaseForm


class VerdictForm(BaseForm):
    """One of five outcomes, none chosen beforehand, and why."""

    verdict = CodeField(_l("Your decision"), codes=PairVerdict, needed=True)
    reason = LongTextField(_l("Reason (kept in the audit trail)"), rows=2, needed=True, limit=2000)
