"""Errors become a status and a sentence here, and nowhere else in the web."""

import logging

from flask import Flask, current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from intake import errors
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.web.sentences import sentence

log = logging.getLogger(__name__)

# First fit wins, so that a narrower kind stands before its parent.
STATUS: tuple[tuple[type[errors.IntakeError], int], ...] = (
    (errors.RuleBroken, 422),
    (errors.NotAllowed, 403),
    (errors.NotFound, 404),
    (errors.Locked, 403),
    (errors.Stale, 409),
    (errors.SyncFailed, 502),
    (errors.Tampered, 500),
    (errors.IntakeError, 500),
)
TITLES: dict[int, Lazy] = {
    400: _l("This request cannot be understood"),
    403: _l("You may not do this"),
    404: _l("There is nothing here"),
    405: _l("This page cannot be used in that way"),
    409: _l("Somebody changed this meanwhile"),
    413: _l("This is too much at once"),
    422: _l("This cannot be recorded yet"),
    500: _l("Intake made a mistake"),
    502: _l("The transfer did not work"),
}
HINTS: dict[int, Lazy] = {
    400: _l("Go back and try again. Nothing was changed."),
    403: _l("Nothing was changed. If you need this, ask the person who gives out roles."),
    404: _l("Check the number you typed. It may also be something you may not see."),
    405: _l("Go back to the page you came from and use its buttons."),
    413: _l(
        "The text or file is larger than Intake takes, and was not kept. "
        "Go back: your browser may still hold it. Save it in parts."
    ),
    500: _l(
        "What you saved before is safe. Go back and try again; if it happens again, report it."
    ),
}
FORM_TOO_OLD = _l("This page was open for too long. Go back, load it again and save once more.")


def status_of(error: errors.IntakeError) -> int:
    """The HTTP status that tells of an error."""
    return next(status for kind, status in STATUS if isinstance(error, kind))


def install(app: Flask) -> None:
    """Hang the pages into an app."""
    app.register_error_handler(errors.IntakeError, show_refusal)
    app.register_error_handler(CSRFError, show_old_form)
    app.register_error_handler(HTTPException, show_http)


def show_refusal(error: errors.IntakeError) -> ResponseReturnValue:
    """Answer a refusal: the unlock page when locked, else a page with the sentence."""
    status = status_of(error)
    if status >= InternalServerError.code:
        log.error("refused", extra={"code": error.code})
    if type(error) is errors.Locked and not wants_json():
        return _to_sign_in()
    return _answer(status, sentence(error), error.code)


def show_old_form(error: CSRFError) -> ResponseReturnValue:
    """Answer a form whose token no longer fits."""
    return _answer(400, str(FORM_TOO_OLD), "form-too-old")


def show_http(error: HTTPException) -> ResponseReturnValue:
    """Answer what Flask itself refuses, a crash included."""
    if error.response is not None or error.code is None or error.code < 400:
        return error
    if isinstance(error, InternalServerError):
        kind = type(error.original_exception).__name__
        log.error("crashed", extra={"code": kind})
    hint = HINTS.get(error.code, HINTS[400])
    return _answer(error.code, str(hint), f"http-{error.code}")


def wants_json() -> bool:
    """Whether a script or a machine asked, not a person's browser."""
    best = request.accept_mimetypes.best_match(["text/html", "application/json"], "text/html")
    return best == "application/json"


def _to_sign_in() -> ResponseReturnValue:
    target = url_for(current_app.extensions["intake"].sign_in_endpoint)
    if request.method == "GET" and request.path != target:
        session["next"] = request.path
    return redirect(target, code=303)


def _answer(status: int, words: str, code: str) -> ResponseReturnValue:
    if wants_json():
        return {"error": code, "message": words}, status
    title = TITLES.get(status, TITLES[400])
    return render_template("error.html", title=title, words=words, status=status), status
