"""Sync in plain words: whom we belong to, what waits; by line or by stick."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import CaseStatus
from intake.errors import BundleRefused, IntakeError, NotFound
from intake.field.forgetting import forget_due
from intake.field.forms.sync import InvitationForm, words_for
from intake.field.laptop import holder
from intake.i18n import gettext, ngettext
from intake.security.roles import Action
from intake.store.cases import CaseLine
from intake.sync import stick
from intake.sync.bundle import CAP
from intake.sync.enrol import join as join_registry
from intake.sync.exchange import Synced, Trip
from intake.sync.exchange import sync as run_sync
from intake.sync.invitation import LONGEST_INVITATION
from intake.sync.outbox import Outbox, outbox
from intake.sync.send import registry_of
from intake.sync.wire import Wire
from intake.web import access
from intake.web.sentences import SENTENCES

bp = Blueprint("sync", __name__)
MOST_LINES = 100
LAST_RECEIVED = 10
MOST_UPLOAD: Final = CAP + 1024 * 1024
FILE_KIND = "application/octet-stream"
# The order of a worker's worry: refused first, then what waits, then what is done.
SHOWN: tuple[tuple[CaseStatus, int], ...] = (
    (CaseStatus.REFUSED, MOST_LINES),
    (CaseStatus.READY, MOST_LINES),
    (CaseStatus.SENT, MOST_LINES),
    (CaseStatus.RECEIVED, LAST_RECEIVED),
    (CaseStatus.ANSWERED, LAST_RECEIVED),
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record of the outbox: its number, where it is, and for how many days."""

    line: CaseLine
    days: int


@bp.get("/sync")
@access.open_to(Action.SYNC)
def show() -> ResponseReturnValue:
    """Show the state in words and every record that is not confirmed yet."""
    return _page(InvitationForm())


@bp.post("/sync/join")
@access.open_to(Action.SYNC)
def join() -> ResponseReturnValue:
    """Take an invitation: from now on this laptop belongs to that registry."""
    form = InvitationForm(request.form)
    text = str(form.invitation.answer.value or "") or _uploaded_text()
    if form.validate() and not text:
        form.ask_again()
    elif not form.problems():
        try:
            join_registry(access.store(), text, by=access.actor(), at=access.now())
        except IntakeError as error:
            form.refuse(error)
        else:
            flash(gettext("The invitation is taken. Compare the words below with the registry."))
            return redirect(url_for("sync.show"), code=303)
    return _page(form)


@bp.post("/sync/now")
@access.open_to(Action.SYNC)
def now() -> ResponseReturnValue:
    """Send what waits over the network and fetch what came back."""
    store = access.store()
    try:
        wire = Wire(holder().registry or registry_of(store).url)
        done = run_sync(Trip(store, wire, at=access.now(), by=access.actor()))
    except IntakeError as error:
        flash(words_for(error), "warning")
    else:
        forget_due()
        _tell(done)
    return redirect(url_for("sync.show"), code=303)


@bp.post("/sync/bundle")
@access.open_to(Action.SYNC)
def bundle() -> ResponseReturnValue:
    """Give what waits as a file for a stick, under a name that tells nothing."""
    try:
        export = stick.export_work(access.store(), at=access.now(), by=access.actor())
    except NotFound:
        flash(gettext("Nothing waits, so there is nothing to put on a stick."))
        return redirect(url_for("sync.show"), code=303)
    except IntakeError as error:
        flash(words_for(error), "warning")
        return redirect(url_for("sync.show"), code=303)
    part = request.form.get("part", "")
    count = len(export.bundles)
    if count == 1 or part in {str(n) for n in range(1, count + 1)}:
        return _download(export.bundles, int(part or 1))
    return render_template("field/sync_parts.html", count=count)


@bp.post("/sync/load")
@access.open_to(Action.SYNC, max_bytes=MOST_UPLOAD)
def load() -> ResponseReturnValue:
    """Take in what the registry sent back; a wrong file changes nothing."""
    file = request.files.get("file")
    data = file.read() if file else b""
    if not data:
        return _page(InvitationForm(), gettext("Choose the file that came from the registry."))
    try:
        answer = stick.import_reply(access.store(), data, at=access.now(), by=access.actor())
    except IntakeError as error:
        return _page(InvitationForm(), words_for(error))
    words = gettext("The file is loaded. What the registry confirmed is marked below.")
    if answer.added:
        told = ngettext(
            "%(n)s answer about a person came.", "%(n)s answers about people came.", answer.added
        )
        words = f"{words} {told}"
    flash(words)
    return redirect(url_for("sync.show"), code=303)


def _page(form: InvitationForm, problem: str = "") -> ResponseReturnValue:
    state = outbox(access.store())
    return render_template(
        "field/sync.html",
        form=form,
        state=state,
        problem=problem,
        last_problem=_last_problem(state),
        lines=_lines(),
    ), 422 if problem or form.problems() else 200


def _last_problem(state: Outbox) -> str:
    if state.problem == BundleRefused.code:
        return gettext("The registry does not take what was sent. Call your supervisor.")
    return str(SENTENCES.get(state.problem, "")) if state.problem else ""


def _lines() -> list[Waiting]:
    cases, today = access.store().cases, access.now()
    return [
        Waiting(line, _days(line.completed_at, today))
        for status, most in SHOWN
        for line in cases.latest(status, limit=most)
    ]


def _days(since: str, now: datetime) -> int:
    return max((now.date() - datetime.fromisoformat(since).date()).days, 0) if since else 0


def _uploaded_text() -> str:
    """The text in an uploaded file; what is no text will be refused as damaged."""
    file = request.files.get("file")
    data = file.read(LONGEST_INVITATION + 1) if file else b""
    return data.decode("ascii", errors="replace")


def _download(bundles: Sequence[bytes], part: int) -> Response:
    answer = Response(bundles[part - 1], mimetype=FILE_KIND)
    answer.headers.set("Content-Disposition", "attachment", filename=stick.neutral_name())
    return answer


def _tell(done: Synced) -> None:
    """Say in words what one sync did."""
    if done.problem is not None:
        flash(words_for(done.problem), "warning")
    elif not done.bundles and not done.replies:
        flash(gettext("The registry was reached. Nothing was waiting on either side."))
    else:
        flash(gettext("Synced. The registry confirmed everything that was sent."))
