"""Pages of a person that nobody has to open: what helps, asked when there is time."""

from intake.domain.codes import Why
from intake.field.forms.people import told_by
from intake.field.forms.rest import PageForm
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import CodeField


class MoreForm(PageForm):
    """What these pages share: who tells it, and why it changes once it is complete."""

    told_by = told_by()
    why = CodeField(_l("Why does it change?"), codes=Why, needed=True)

    def narrow(self, *, is_draft: bool) -> None:
        """Nobody needs a reason to change a draft."""
        if is_draft:
            del self.why

    @property
    def changed_why(self) -> Why:
        """Why an answer takes the place of another."""
        code = self.why.answer.value if "why" in self else None
        return Why(str(code)) if code else Why.CORRECTION


class NeedsForm(MoreForm):
    """Needs that somebody has to act on, and what is hard in daily life."""

    needs = ask(
        "needs",
        hint=_l(
            "Write what the person tells or what can be seen. Do not ask what was done to them "
            "or what they did, and do not write it."
        ),
    )
    functioning = ask(
        "functioning",
        absent=False,
        hint=_l("Six short questions that may help. Ask the person, not the others."),
    )
