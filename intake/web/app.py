"""Makes the Flask app both roles share: session, language, errors, templates."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, current_app, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect
from jinja2 import ChoiceLoader, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from intake import i18n
from intake.domain.ids import show_number
from intake.security.roles import Action
from intake.web import access, error_pages, guard, labels, language, wording
from intake.web.arising import how_it_arose
from intake.web.compiled import compiled
from intake.web.session import ServerSessions
from intake.web.shell import Shell
from intake.web.wording import answer_in_words, beside_name, line_in_words

STATIC = Path(__file__).parent / "static"


class IntakeFlask(Flask):
    """Flask, but a crash logs only the kind of error: texts may be personal."""

    def log_exception(self, exc_info: Any) -> None:
        """Leave it to error_pages, which logs a code."""


def make_app(import_name: str, shell: Shell, *, blueprints: Iterable[Blueprint]) -> Flask:
    """Make an app with everything around the pages that `blueprints` bring."""
    app = IntakeFlask(import_name, static_folder=str(STATIC), static_url_path="/static")
    app.secret_key = shell.secret
    app.extensions["intake"] = shell
    # Hosts are checked in guard.check_host, port and all; Flask's own check leaves no way to
    # show a page. CSRF is asked for in _stand_guard, after access; a token lives as long as its
    # session. No Referer is ever sent here, so Flask-WTF's check of it would refuse our own pages.
    app.config.update(
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    guard.set_limits(app)
    app.session_interface = ServerSessions(
        shell.rows, shell.holder.clock, secure=shell.https, idle=shell.session_idle
    )
    CSRFProtect(app)
    _set_templates(app)
    language.install(app)
    app.before_request(_stand_guard)
    app.after_request(guard.add_headers)
    app.context_processor(_for_templates)
    error_pages.install(app)
    app.add_url_rule("/healthz", "healthz", healthz)
    for blueprint in blueprints:
        app.register_blueprint(blueprint)
    return app


@access.open_to_everyone
def healthz() -> ResponseReturnValue:
    """Tell a supervisor that the process answers."""
    return {"status": "ok"}


def _stand_guard() -> None:
    """Host, access, origin and token, in this order, before any view."""
    guard.check_host()
    access.check_access()
    opening = access.opening_of(current_app, request.endpoint)
    if opening is None or opening.machine:
        return
    guard.check_origin()
    current_app.extensions["csrf"].protect()
    if access.is_at_work():
        access.shell().holder.touch()


def _set_templates(app: Flask) -> None:
    mine = [app.jinja_loader] if app.jinja_loader else []
    app.jinja_loader = ChoiceLoader(
        [PackageLoader("intake.web"), *mine, PackageLoader("govuk_frontend_jinja")]
    )
    env = app.jinja_env
    env.bytecode_cache = compiled(app.import_name)
    env.undefined = StrictUndefined
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_callables(  # type: ignore[attr-defined]
        i18n.gettext, i18n.ngettext, newstyle=True, pgettext=i18n.pgettext
    )
    words: dict[str, Callable[..., Any]] = {
        "date": i18n.format_date,
        "datetime": i18n.format_datetime,
        "number": show_number,
        "decimal": i18n.format_number,
        "label": labels.label,
        "question": labels.question,
        "asked": labels.asked,
        "arose": how_it_arose,
        "beside_name": beside_name,
        "language": i18n.language_name,
        "html_lang": i18n.html_lang,
        "listed_place": wording.listed_place,
        "where": wording.where,
        "time_of": wording.time_of,
    }
    env.filters.update({name: each_time(word) for name, word in words.items()})
    env.globals.update(direction=i18n.direction, may=access.may_now, Action=Action)
    env.globals.update(consent_line=line_in_words, consent_answer=answer_in_words)


def each_time(word: Callable[..., Any]) -> Callable[..., Any]:
    """Make a filter that is asked at every showing.

    Jinja would word a constant once for all, in the language of whoever came first.
    """

    @pass_context
    def filtered(_context: Context, *values: Any) -> Any:
        return word(*values)

    return filtered


def _for_templates() -> dict[str, Any]:
    """What base.html needs on every page."""
    shell = access.shell()
    signed_in = access.is_at_work()
    tag = i18n.current()
    return {
        "shell": shell,
        "signed_in": signed_in,
        "practising": shell.practising(),
        "locale": tag,
        "page_lang": i18n.html_lang(tag),
        "page_dir": i18n.direction(tag),
        "is_reviewed": i18n.is_reviewed(tag),
        "languages": language.choices(),
        "theme": language.theme(),
        "other_themes": language.other_themes(),
        "bar_status": shell.status() if signed_in else None,
        "bar_place": shell.place() if signed_in else "",
        "idle_s": int(shell.holder.idle.total_seconds()) if shell.holder.idle else 0,
    }
