"""A browser without script at a laptop: reads forms from pages, fills them, presses buttons."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from intake.config import FieldConfig
from intake.domain.case import Case
from intake.field.app import Options, create_app
from intake.security.passphrase import CHEAP
from intake.store import Store

PASSPHRASE = "kettle orbit maple thirty"
PORT = 8000
BASE = f"http://127.0.0.1:{PORT}"
MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.moment = MORNING

    def __call__(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def forward(self, **amount: float) -> None:
        self.moment += timedelta(**amount)


@dataclass
class PageForm:
    """One form of a page: where it goes, and what stands in it as a browser would send it."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    offered: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        return set(self.offered) | {name for name, _ in self.fields}

    def value(self, name: str) -> str:
        return next((value for n, value in self.fields if n == name), "")


class Forms(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[PageForm] = []
        self.texts: list[str] = []
        self._form: PageForm | None = None
        self._open = ""
        self._text = ""
        self._in_bar = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "header":
            self._in_bar = True
        if tag == "form" and not self._in_bar:
            self._form = PageForm(given.get("action", ""), given.get("method", "get"))
            self.forms.append(self._form)
        elif self._form is not None and tag in ("input", "select", "textarea", "option", "button"):
            self._control(tag, given)

    def _control(self, tag: str, given: dict[str, str]) -> None:
        form, name, value = self._form, given.get("name", ""), given.get("value", "")
        assert form is not None
        if tag == "button":
            form.buttons.append((name, value))
        elif tag == "option":
            form.offered.setdefault(self._open, []).append(value)
            if "selected" in given:
                form.fields.append((self._open, value))
        elif tag in ("select", "textarea"):
            self._open, self._text = name, ""
        elif given.get("type") in ("radio", "checkbox"):
            form.offered.setdefault(name, []).append(value)
            if "checked" in given:
                form.fields.append((name, value))
        elif name:
            form.fields.append((name, value))

    def handle_endtag(self, tag: str) -> None:
        if tag == "header":
            self._in_bar = False
        if tag == "form":
            self._form = None
        if tag == "textarea" and self._form is not None:
            self._form.fields.append((self._open, self._text.removeprefix("\n")))
        if tag in ("select", "textarea"):
            self._open = ""

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self._open:
            self._text += data


@dataclass
class Page:
    """What came back: status, address and forms."""

    response: Any
    path: str

    @property
    def status(self) -> int:
        return int(self.response.status_code)

    @property
    def html(self) -> str:
        return str(self.response.text)

    def parsed(self) -> Forms:
        parser = Forms()
        parser.feed(self.html)
        return parser

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.parsed().texts).split())

    def form(self, *, having: str = "") -> PageForm:
        """The form with such a field; without one, the first that is not the lock."""
        found = [f for f in self._own() if not having or having in f.names]
        assert found, f"no form with {having!r} on {self.path}"
        return found[0]

    def _own(self) -> Iterator[PageForm]:
        return (f for f in self.parsed().forms if f.action != "/lock")


class Desk:
    """Somebody at the laptop."""

    def __init__(self, app: Flask, clock: Clock) -> None:
        self.app = app
        self.clock = clock
        self.client: FlaskClient = app.test_client()

    @property
    def store(self) -> Store:
        found: Store = self.app.extensions["intake"].holder.store
        return found

    def case(self, case: str) -> Case:
        found = self.store.cases.get(case)
        assert found is not None
        return found

    def get(self, path: str, *, follow: bool = True, **options: Any) -> Page:
        answer = self.client.get(path, base_url=BASE, **options)
        while follow and answer.status_code in (302, 303):
            path = answer.headers["Location"]
            answer = self.client.get(path, base_url=BASE)
        return Page(answer, path)

    def send(
        self,
        page: Page,
        filled: dict[str, Any] | None = None,
        *,
        having: str = "",
        follow: bool = True,
    ) -> Page:
        """Fill a form of a page and press its first button (Enter); lists send a name twice."""
        form = page.form(having=having)
        changed = filled or {}
        sent = [(n, v) for n, v in form.fields if n not in changed]
        for name, value in changed.items():
            values = value if isinstance(value, list) else [value]
            sent += [(name, v) for v in values]
        data: dict[str, list[str]] = {}
        for name, value in sent:
            data.setdefault(name, []).append(value)
        return self.post(form.action or page.path, data, follow=follow)

    def post(self, path: str, data: dict[str, Any], *, follow: bool = True, **options: Any) -> Page:
        answer = self.client.post(path, data=data, base_url=BASE, **options)
        if follow and answer.status_code in (302, 303):
            return self.get(answer.headers["Location"])
        return Page(answer, path)

    def token(self) -> str:
        """A token for a hand-made request."""
        return self.get("/cases/new").form(having="csrf_token").value("csrf_token")

    def set_up(self, name: str = "Officer One", site: str = "North gate") -> Page:
        return self.send(
            self.get("/setup"),
            {
                "passphrase": PASSPHRASE,
                "again": PASSPHRASE,
                "name": name,
                "site": site,
                "language": "en",
            },
        )

    def unlock(self, passphrase: str = PASSPHRASE) -> Page:
        return self.send(self.get("/unlock"), {"passphrase": passphrase})

    def new_case(self, kind: str = "single", **more: str) -> str:
        """Open a case up to its urgent page; gives its id."""
        page = self.send(
            self.get(f"/cases/new?kind={kind}"),
            {"language": "uk", "channel": "spoken", "group_kind": kind, **more},
            having="channel",
        )
        assert page.path.endswith("/urgent"), page.text[:500]
        return page.path.split("/")[2]

    def address(self, case: str, page: str, member: int = 0) -> str:
        return f"/cases/{case}/people/{self.case(case).members[member].id}/{page}"

    def fill(self, case: str, page: str, filled: dict[str, Any], member: int = 0) -> Page:
        """Fill and save one page of a person."""
        return self.send(self.get(self.address(case, page, member)), filled, having="rest")


def a_laptop(folder: Path, clock: Clock | None = None) -> Desk:
    """A new laptop and somebody at it."""
    clock = clock or Clock()
    options = Options(profile=CHEAP, clock=clock)
    return Desk(create_app(folder, FieldConfig(port=PORT), options), clock)
