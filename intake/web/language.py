"""Language and theme of a request: the session's choice, else the browser's."""

from contextlib import ExitStack
from typing import Any

from flask import Flask, g, redirect, request, session
from flask.typing import ResponseReturnValue
from jinja2.utils import url_quote
from werkzeug.datastructures import MultiDict

from intake import i18n
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.web.access import is_own_path

THEMES: dict[str, Lazy] = {
    "plain": _l("Usual colours"),
    "sun": _l("Bright sun: strong contrast"),
    "night": _l("Night: light on dark"),
}
"""The colours of the screen, the usual ones first; paper is always black on white."""


def install(app: Flask) -> None:
    """Choose before each request, let go after it."""
    app.before_request(_begin)
    app.teardown_request(_end)


def theme() -> str:
    """The theme in force."""
    return str(session.get("theme", next(iter(THEMES))))


def choices() -> list[tuple[i18n.Language, str]]:
    """Each offered language with the address that switches this page to it."""
    return [(language, _here(lang=language.tag)) for language in i18n.offered()]


def other_themes() -> list[tuple[Lazy, str]]:
    """Each theme that is not in force, with the address that switches this page to it."""
    return [(words, _here(theme=one)) for one, words in THEMES.items() if one != theme()]


def _begin() -> ResponseReturnValue | None:
    g.language_scope = ExitStack()
    g.language_scope.enter_context(i18n.use_locale(_wanted()))
    if request.method != "GET" or not {"lang", "theme"} & set(request.args):
        return None
    chosen = i18n.on_screen(request.args.get("lang", ""))
    if chosen:
        session["lang"] = chosen
        session["lang_chosen"] = True
    if request.args.get("theme", "") in THEMES:
        session["theme"] = request.args["theme"]
    return redirect(_here(), code=303)


def _wanted() -> str:
    chosen = str(session.get("lang", "")) if request.endpoint != "static" else ""
    if i18n.known(chosen):
        return chosen
    tags = [language.tag for language in i18n.offered()]
    return i18n.negotiate(request.accept_languages.values(), tags) or i18n.SOURCE


def _here(**changed: str) -> str:
    """This page's address with a choice added, or without any."""
    path = request.path if is_own_path(request.path) and request.method == "GET" else "/"
    kept: MultiDict[str, Any] = MultiDict(request.args) if request.method == "GET" else MultiDict()
    for name in ("lang", "theme"):
        kept.pop(name, None)
    pairs = [*kept.items(multi=True), *changed.items()]
    return path + ("?" + _query(pairs) if pairs else "")


def _query(pairs: list[tuple[str, str]]) -> str:
    return "&".join(f"{url_quote(name)}={url_quote(value)}" for name, value in pairs)


def _end(_: BaseException | None) -> None:
    scope = g.pop("language_scope", None)
    if scope is not None:
        scope.close()
