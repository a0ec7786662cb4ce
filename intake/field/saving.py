"""One visit to a page of questions: shown, typed, drafted, saved, found stale."""

from collections.abc import Collection, Iterable, Sized
from dataclasses import dataclass, field
from typing import Any, TypeVar

from flask import render_template, request
from flask.typing import ResponseReturnValue

from intake.domain.codes import Why
from intake.domain.statement import Said, Statement
from intake.errors import CharacterRefused
from intake.field import drafting
from intake.field.answers import Telling, fill_rest, new_statements, several_statements, stamp
from intake.field.drafting import Unsaved
from intake.field.forms.rest import PageForm
from intake.i18n import gettext
from intake.web import access
from intake.web.fields import Answer

F = TypeVar("F", bound=PageForm)
New = tuple[Statement, ...]
SEEN = "seen"
"""The hidden field that tells what stood when the page was shown."""


@dataclass
class Visit:
    """What one request knows of its page; `through` who interprets, if anybody.

    `also` marks what stands on the page besides statements.
    """

    paper: str
    subject: str
    said: tuple[Said, ...]
    paths: Collection[str]
    through: str = ""
    also: str = ""
    unsaved: Unsaved = field(default_factory=Unsaved)
    conflict: bool = False

    def __post_init__(self) -> None:
        self.unsaved = drafting.pick_up(self.paper)

    def fill(self, form: type[F], **more: Any) -> F:
        """The form with what was posted, else typed before, else recorded."""
        if request.method == "POST":
            return form(request.form, said=self.said, **more)
        return form(self.unsaved.formdata, said=self.said, **more)

    @property
    def seen(self) -> str:
        """What stands now, to be sent back with the page."""
        return stamp(self.said, self.paths) + self.also

    def statements(
        self,
        form: PageForm,
        *,
        needed: Iterable[str],
        said_in: str,
        extra: dict[str, Answer] | None = None,
        why: Why = Why.CORRECTION,
    ) -> New:
        """What the page says that is new, with one reason for all it left empty."""
        asked = {**form.page_answers(), **(extra or {})}
        wanted = [path for path in needed if path in form.asked() or path in asked]
        answers = fill_rest(asked, self.said, wanted, form.reason, emptied=form.emptied())
        telling = Telling(
            said_in, access.new_id, source=form.source, why=why, interpreter=self.through
        )
        new = new_statements(self.subject, self.said, answers, telling, verbatim=form.verbatim())
        return (*new, *self._several(form, telling))

    def _several(self, form: PageForm, telling: Telling) -> New:
        """What is new where each part of an answer is a statement of its own."""
        made: list[Statement] = []
        for path, asked in form.several().items():
            if asked.answer.value is not None:
                rows = list(zip(asked.names(), asked.words(), strict=True))
                made += several_statements(
                    self.subject, self.said, path, rows, telling, reason=form.reason
                )
        return tuple(made)

    def is_stale(self, new: Sized) -> bool:
        """Whether something was saved on this page since it was shown, and differs."""
        self.conflict = len(new) > 0 and request.form.get(SEEN, self.seen) != self.seen
        return self.conflict

    def show(self, template: str, form: PageForm, **more: Any) -> ResponseReturnValue:
        """Render the page; whatever came in and was not saved is kept as a draft."""
        status = form.status
        rev = self.unsaved.rev
        if request.method == "POST":
            rev, is_kept = self._keep()
            self.conflict = self.conflict or not is_kept
        if self.conflict or self._is_draft_old():
            form.form_errors = [*form.form_errors, _changed_meanwhile()]
            status = 409 if self.conflict else status
        page = {
            "paper": self.paper,
            "rev": rev,
            "seen": self.seen,
            "box": self.unsaved.box,
            "is_restored": self._is_restored(),
        }
        return render_template(template, form=form, visit=page, **more), status

    def _keep(self) -> tuple[int, bool]:
        try:
            return drafting.keep_anyway(self.paper, request.form)
        except CharacterRefused:
            return self.unsaved.rev, True

    def _is_restored(self) -> bool:
        """Whether typed text came back that no button of the page has just filled."""
        kept = self.unsaved.formdata
        return request.method == "GET" and kept is not None and "do" not in kept

    def _is_draft_old(self) -> bool:
        """Whether a kept text was typed over answers that have changed since."""
        kept = self.unsaved.formdata
        return request.method == "GET" and kept is not None and kept.get(SEEN) != self.seen


def _changed_meanwhile() -> str:
    return gettext(
        "Somebody saved this page meanwhile. Your text is below; compare it with the record, "
        "then save again to replace what was saved."
    )
