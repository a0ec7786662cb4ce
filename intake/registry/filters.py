"""Template filters of the registry: stored times, ids and values in words."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Flask

from intake.domain.codes import ViewPurpose
from intake.domain.statement import Json
from intake.i18n import format_datetime, gettext, territories, weekday
from intake.registry.desk import staff_name
from intake.web import access, labels
from intake.web.app import each_time
from intake.web.sought_words import sought_in_words
from intake.web.wording import in_words


def moment(told: str | datetime) -> str:
    """A time (ISO 8601 when stored) in words, to the minute, in UTC."""
    if not told:
        return ""
    at = datetime.fromisoformat(told) if isinstance(told, str) else told
    return format_datetime(at)


def answer(value: Json, path: str) -> str:
    """A stored value of a question in words."""
    return in_words(path, value)


def device_name(chain: str) -> str:
    """The label of the laptop that wrote a chain, or that it was this registry."""
    store = access.store()
    if chain.partition(".")[0] == store.own_chain:
        return gettext("this registry")
    found = store.devices.get(chain)
    return found.label if found else gettext("laptop %(id)s", id=chain[:8])


def purpose_name(code: str) -> str:
    """Why somebody looked; a laptop's own reasons are not ours to word."""
    known = code in {purpose.value for purpose in ViewPurpose}
    return str(labels.label(ViewPurpose(code))) if known else gettext("on a laptop")


def origin(key: tuple[str, str]) -> str:
    """A country and an area in it, as far as they were told."""
    country, area = key
    land = territories().get(country, country) or gettext("No place told, or none of a list")
    return f"{area}, {land}" if area else land


def install(app: Flask) -> None:
    """Let templates use the filters."""
    words: dict[str, Callable[..., Any]] = {
        "moment": moment,
        "weekday": weekday,
        "origin": origin,
        "staff": staff_name,
        "answer": answer,
        "device": device_name,
        "purpose": purpose_name,
        "sought": sought_in_words,
    }
    app.jinja_env.filters.update({name: each_time(word) for name, word in words.items()})
