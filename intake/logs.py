"""The operator's log: one line of JSON an event, and nothing about people.

Who did what to whom is in the ledger. This log tells that something happened, by codes,
ids, counts and durations; everything else is left out where it is written.
"""

import json
import logging
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path
from typing import Any

DAYS_KEPT = 7
"""A seized laptop tells little of its past (architecture: logs)."""

# Short ASCII without spaces or capitals: no sentence and no name of another script passes.
CODE = re.compile(r"[a-z0-9][a-z0-9._-]{0,47}|GET|HEAD|POST|PUT|DELETE|OPTIONS")
IDENTIFIER = re.compile(
    r"[0-9a-f]{8,64}(\.[0-9a-f]{8,64})?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)

IDS = frozenset({"actor", "bundle", "case", "device", "entry", "request", "store"})
CODES = frozenset(
    {"action", "band", "code", "endpoint", "error", "fact", "kind", "method", "role", "version"}
)
COUNTS = frozenset(
    {"added", "attempt", "count", "expected", "port", "problems", "seq", "size", "status"}
)
DURATIONS = frozenset({"ahead_s", "duration_ms", "wait_s"})
FACTS = IDS | CODES | COUNTS | DURATIONS
"""The only names a fact may have in a log line."""

WITHHELD = "withheld"
"""Stands where something was not an id, a code, a count or a duration."""


def is_plain(name: str, value: object) -> bool:
    """Tell whether the value is what a fact of this name may be."""
    if value is None:
        return True
    if name in IDS:
        return isinstance(value, str) and bool(IDENTIFIER.fullmatch(value))
    if name in CODES:
        return is_code(value)
    return isinstance(value, int | float)


def is_code(value: object) -> bool:
    """Tell whether this is a code such as `bundle-torn` or `cases.show`."""
    return isinstance(value, str) and bool(CODE.fullmatch(value))


def cleaned(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Only the facts that may be told, each only if it is plain."""
    return {
        name: (value if is_plain(name, value) else WITHHELD)
        for name, value in facts.items()
        if name in FACTS
    }


class JsonLines(logging.Formatter):
    """One JSON object a line: when, how grave, which event, which facts."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of this record; arguments and tracebacks' texts stay out."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name if is_code(record.name) else WITHHELD,
            "event": record.msg if is_code(record.msg) else WITHHELD,
        }
        line |= cleaned(record.__dict__)
        if record.exc_info and record.exc_info[0]:
            line |= where(record.exc_info)
        return json.dumps(line, ensure_ascii=True)


def where(exc_info: Any) -> dict[str, Any]:
    """The kind of an exception and the place it came from, never its text."""
    kind, _, trace = exc_info
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return {"exception": kind.__name__, "place": place}


class OwnersFile(TimedRotatingFileHandler):
    """A file a day that only its owner may read; the last seven days stay."""

    def _open(self) -> TextIOWrapper:
        opened = super()._open()
        Path(self.baseFilename).chmod(0o600)
        return opened


def start(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Log into `intake.log` of this folder; a file a day, the last seven stay."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / "intake.log"
    handler = OwnersFile(
        file, when="midnight", utc=True, backupCount=DAYS_KEPT - 1, encoding="utf-8"
    )
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.setLevel(level)
    root.addHandler(handler)
    return handler


def stop(handler: logging.Handler) -> None:
    """Let go of the log file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
