"""The page of one paper: what is known of it, all of it optional but the kind."""

from typing import Any

from intake.domain.codes import DocumentKind, DocumentStatus, TakenBy, VisualCheck, Why
from intake.domain.paper import Paper
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.compound import DayField
from intake.web.fields import Answer, CodeField, NameField, TextField
from intake.web.forms import BaseForm

_BOXES = {"status": "whereabouts"}
"""Parts of a paper whose box has another name: a form has a status of its own."""


class PaperForm(BaseForm):
    """One paper as the person tells of it, and what could be seen of it."""

    kind = CodeField(_l("Paper"), codes=DocumentKind, needed=True)
    whereabouts = CodeField(_l("Where it is now"), codes=DocumentStatus)
    number = TextField(_l("Number, if remembered"), hint=_l("A part of it is enough."), limit=100)
    where = TextField(_l("Where it was issued or lost"))
    issuer = TextField(_l("Who issued it"))
    issued = DayField(_l("When it was issued"), hint=_l("The year alone is enough."))
    name = NameField(_l("Name on the paper, as it stands there"))
    confirm = TextField(_l("Who could confirm it"), hint=_l("A school, an office, a neighbour."))
    check = CodeField(
        _l("If you saw it: what could be seen?"), codes=VisualCheck, hint=_l("Only what you saw.")
    )
    taken_by = CodeField(_l("Who took it, if somebody did and they wish to say"), codes=TakenBy)
    why = CodeField(_l("Why does it change?"), codes=Why, needed=True)

    def __init__(self, formdata: Any, *, paper: Paper, is_draft: bool) -> None:
        known = {_BOXES.get(part, part): Answer(paper[part]) for part in paper if paper[part]}
        super().__init__(formdata, data=known)
        if is_draft:
            del self.why

    def hide_taker(self, *, recorded: bool) -> None:
        """Say that an answer is there, never which."""
        words = _l("Recorded, and not shown again. Choose one to replace it.")
        self.taken_by.hint = words if recorded else _l("Not shown again on this laptop.")

    def paper(self, before: Paper, officer: str) -> Paper:
        """The paper as this page tells it; who looked at it is noted by itself."""
        names = {box: part for part, box in _BOXES.items()}
        told = {names.get(f.short_name, f.short_name): f.answer.value for f in self.questions()}
        for apart in ("taken_by", "why"):
            told.pop(apart, None)
        same = told["check"] == before.get("check")
        looked = told["check"] not in (None, VisualCheck.NOT_ASSESSED)
        told["seen_by"] = (before.get("seen_by") if same else officer) if looked else None
        return {part: value or "" for part, value in told.items()}

    @property
    def taker(self) -> TakenBy | None:
        """Who took it, if that was chosen now."""
        code = self.taken_by.answer.value
        return TakenBy(str(code)) if code else None

    @property
    def changed_why(self) -> Why:
        """Why the record changes."""
        code = self.why.answer.value if "why" in self else None
        return Why(str(code)) if code else Why.CORRECTION

    def say_stale(self) -> None:
        """Tell that somebody else changed the papers meanwhile."""
        words = gettext("Somebody changed the papers meanwhile. Look at the list, then save again.")
        self.form_errors = [*self.form_errors, words]
