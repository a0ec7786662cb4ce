"""Visits pages of an app in this process and notes how long each answer took."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from time import perf_counter, process_time
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from benchmarks.crowd import row

_HIDDEN = re.compile(r'<input type="hidden" name="(csrf_token|rev|seen)" value="([^"]*)"')


@dataclass
class Visits:
    """A browser without pictures at an app.

    `spent` is milliseconds by page, `cpu` those in which this process really worked: on a
    busy machine the difference is waiting for others.
    """

    app: Flask
    base: str
    spent: dict[str, list[float]] = field(default_factory=dict)
    cpu: dict[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.client: FlaskClient = self.app.test_client()

    def get(self, name: str, path: str, expect: int = 200) -> Any:
        """Open a page; `name` is its line in the table, "" leaves it out."""
        return self._timed(name, "GET", path, expect)

    def post(
        self, name: str, path: str, sent: Mapping[str, Any], *, page: str = "", expect: int = 303
    ) -> Any:
        """Open a page, then send its form; only the sending is timed."""
        text = self.get("", page or path).text
        hidden: dict[str, str] = {}
        for key, value in _HIDDEN.findall(text):
            hidden[key] = unescape(value)
        return self._timed(name, "POST", path, expect, data={**hidden, **sent})

    def each(self, name: str, paths: Iterable[str]) -> None:
        """Open each address under one name."""
        for path in paths:
            self.get(name, path)

    def _timed(self, name: str, method: str, path: str, expect: int, **more: Any) -> Any:
        start, worked = perf_counter(), process_time()
        answer = self.client.open(path, method=method, base_url=self.base, **more)
        text = answer.text
        spent, cpu = (perf_counter() - start) * 1000, (process_time() - worked) * 1000
        assert answer.status_code == expect, (method, name, answer.status_code, text[:2000])
        if name:
            self.spent.setdefault(name, []).append(spent)
            self.cpu.setdefault(name, []).append(cpu)
        return answer

    def table(self) -> list[str]:
        """The figures of every page as lines of text."""
        return [row(name, spent, self.cpu[name]) for name, spent in self.spent.items()]
