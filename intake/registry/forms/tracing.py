"""Forms of the search for relatives: a verdict, a hand-over, what each side says."""

from intake.domain.codes import ContactWish, TraceSide, TraceVerdict
from intake.i18n import lazy_gettext as _l
from intake.registry.forms.links import WhyForm
from intake.web.fields import CodeField, LongTextField


class TraceForm(WhyForm):
    """Whether a candidate is the one sought, and why."""

    verdict = CodeField(_l("Your decision"), codes=TraceVerdict, needed=True)


class ReleaseForm(WhyForm):
    """Why a search may see somebody who must stay hidden."""

    reason = LongTextField(
        _l("Why this search is safe for the person"), rows=2, needed=True, limit=2000
    )


class WishForm(WhyForm):
    """What one side says to contact."""

    side = CodeField(_l("Who was asked"), codes=TraceSide, needed=True)
    wish = CodeField(_l("What this side says to contact"), codes=ContactWish, needed=True)
