"""Template filters of the registry: stored times and ids in words."""

from datetime import datetime

from flask import Flask

from intake.i18n import format_datetime
from intake.registry.desk import staff_name


def moment(stored: str) -> str:
    """A stored time (ISO 8601, UTC) as the language writes it; empty if there is none."""
    return format_datetime(datetime.fromisoformat(stored)) if stored else ""


def install(app: Flask) -> None:
    """Let templates use the filters."""
    app.jinja_env.filters.update(moment=moment, staff=staff_name)
