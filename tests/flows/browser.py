"""A real demo, a real Chromium, and the hands of the people who use both."""

import contextlib
import re
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, Page, Playwright, ViewportSize, sync_playwright

from intake.demo.stage import LAPTOP_PASSPHRASE, STAFF_PASSPHRASE
from intake.i18n import gettext, use_locale
from intake.web.labels import label
from tests.flows.axe import violations_at_first_sight

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "artifacts" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SCREEN: ViewportSize = {"width": 1366, "height": 768}
PATIENCE_MS = 40_000
"""What is looked at is what the pages say, not how fast a busy machine is."""
Told = str | bool | list[str]
_UNFOLDED = """e => {
    for (let fold = e.closest("details"); fold; fold = fold.parentElement.closest("details"))
        fold.open = true;
    return e.type;
}"""


@dataclass(frozen=True)
class Addresses:
    """Where the two roles of the demo answer."""

    laptop: str
    registry: str


@contextmanager
def running_demo(folder: Path, households: int = 16) -> Iterator[Addresses]:
    """The program as a user starts it, in a process of its own."""
    laptop, registry = a_free_port(), a_free_port()
    command = [sys.executable, "-m", "intake", "demo", "--no-browser", "--data", str(folder)]
    command += ["--port", str(laptop), "--registry-port", str(registry)]
    command += ["--households", str(households)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            yield Addresses(f"http://127.0.0.1:{laptop}", f"http://127.0.0.1:{registry}")
        finally:  # a failed test must not leave a program behind that nobody stops
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)


def a_free_port() -> int:
    """A port that nobody uses now, and that no outgoing connection is given next."""
    while True:
        port = secrets.choice(range(20_000, 32_000))
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine, without a window."""
    with _playing() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


_PLAYING: list[Playwright] = []


@contextmanager
def _playing() -> Iterator[Playwright]:
    """Playwright, of which a process can run one only: a second one in it is the first."""
    if _PLAYING:
        yield _PLAYING[0]
        return
    with sync_playwright() as play:
        _PLAYING.append(play)
        yield play
        _PLAYING.clear()


class Window:
    """A window on one role, warm: people take turns at it, each with a session of their own."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.base = base
        self.page: Page = browser.new_context(viewport=SCREEN).new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.whose: Hands | None = None
        self.page.on("pageerror", lambda error: self._complain(str(error)))
        self.page.on("console", self._hear)
        self.page.on("request", self._watch)

    def give(self, hands: "Hands | None") -> None:
        """Let somebody else sit here, before the whole screen; who sat here stays signed in."""
        if self.whose is hands:
            return
        if self.whose is not None:
            self.whose.cookies = self.page.context.cookies()
        self.page.context.clear_cookies()
        self.page.set_viewport_size(SCREEN)
        if hands is not None and hands.cookies:
            self.page.context.add_cookies(hands.cookies)
        self.whose = hands

    def _complain(self, words: str) -> None:
        if self.whose is not None:
            self.whose.complaints.append(words)

    def _hear(self, message: Any) -> None:
        if message.type == "error":
            self._complain(message.text)

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:")):
            self._complain(request.url)


_windows: "WeakKeyDictionary[Browser, dict[str, Window]]" = WeakKeyDictionary()


def window(browser: Browser, base: str) -> Window:
    """The one window of a browser on this address: a second one costs a second of work."""
    opened = _windows.setdefault(browser, {})
    if base not in opened:
        opened[base] = Window(browser, base)
    return opened[base]


class Hands:
    """Somebody in front of a browser: fills what the page asks, looks at what comes."""

    def __init__(self, browser: Browser, base: str, story: str) -> None:
        self.base = base
        self.story = story
        self.complaints: list[str] = []
        self.cookies: Any = []
        self._window = window(browser, base)

    @property
    def page(self) -> Page:
        """The page before these hands; somebody else may sit there until they `go`."""
        assert self._window.whose is self, f"{self.story}: somebody else sits here"
        return self._window.page

    def leave(self) -> None:
        """Get up; the next who sits here is signed in as nobody."""
        if self._window.whose is self:
            self._window.page.goto("about:blank")
            self._window.give(None)

    def go(self, path: str) -> None:
        """Sit down, and open an address of this role."""
        self._window.give(self)
        answer = self.page.goto(self.base + path, wait_until="load")
        assert answer is not None
        assert answer.status < 400, (path, answer.status)

    def fill(self, **values: Told) -> None:
        """Fill fields by name; True ticks a box, text chooses a radio, an option or is typed.

        A list ticks several boxes. What is folded away is opened first.
        """
        for name, value in values.items():
            for one in value if isinstance(value, list) else [value]:
                self._fill_one(name, one)

    def _fill_one(self, name: str, value: str | bool) -> None:
        control = self.page.locator(f"main [name='{name}']")
        kind = control.first.evaluate(_UNFOLDED)
        if value is True:
            control.first.check()
        elif kind in ("radio", "checkbox"):
            self.page.locator(f"main [name='{name}'][value='{value}']").check()
        elif kind == "select-one":
            control.first.select_option(str(value))
        else:
            control.first.fill(str(value))

    def press(self, label: str = "") -> None:
        """Press the main button of the page, or the one with this name=value."""
        buttons = "main button[type=submit]:not([aria-hidden])"
        if not label:
            buttons += ":not(.govuk-button--secondary)"
        else:
            name, _, value = label.partition("=")
            buttons += f"[name={name}][value='{value}']"
        self.page.locator(buttons).first.click()
        self.page.wait_for_load_state("load")
        assert not self.problems(), (self.path(), self.problems())

    def problems(self) -> list[str]:
        """What the page says is wrong with what was sent."""
        return self.page.locator(".govuk-error-summary").all_inner_texts()

    def tick_everything(self) -> None:
        """Confirm every check of a stage."""
        for box in self.page.locator("main input[type=checkbox]").all():
            box.check()

    def answer_everything(self, words: str) -> None:
        """Write the same words into every empty box."""
        for box in self.page.locator("main textarea").all():
            box.fill(words)

    def person_of(self, case: str) -> str:
        """The id of a case's first member, from the page of the case."""
        self.go(f"/cases/{case}/record")
        return self.find(rf"/cases/{case}/people/([0-9a-f]{{32}})/")

    def look(self, name: str) -> None:
        """Keep a picture for people to look at, and check what a machine can see."""
        assert self.page.viewport_size == SCREEN, f"{name}: not the screen of a laptop"
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{self.story}-{name}.png", full_page=True)
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, f"{name}: {wide} px to scroll sideways"
        assert self.page.locator("h1").count() == 1, name
        assert not (found := violations_at_first_sight(self.page)), (name, found)

    def says(self, sentence: str, **facts: str) -> bool:
        """Whether a sentence of the program stands on the page, in the page's language."""
        with use_locale(self.language):
            words = gettext(sentence, **facts)
        assert self.language == "en" or words != sentence, f"not in the catalogue: {sentence}"
        return words in self.text()

    def count(self, sentence: str) -> int:
        """How often a sentence of the program stands on the page."""
        with use_locale(self.language):
            return self.text().count(gettext(sentence))

    def tells(self, code: StrEnum) -> bool:
        """Whether the word for a code stands on the page, in the page's language."""
        with use_locale(self.language):
            return str(label(code)) in self.text()

    @property
    def language(self) -> str:
        """The language of the page, as the catalogues name it."""
        return str(self.page.get_attribute("html", "lang")).replace("-", "_")

    def path(self) -> str:
        """Where the browser stands, without the host."""
        return self.page.url.removeprefix(self.base)

    def text(self) -> str:
        """The words of the page."""
        return self.page.inner_text("main")

    def find(self, pattern: str) -> str:
        """The first match of a pattern in the page's source."""
        found = re.search(pattern, self.page.content())
        assert found is not None, (pattern, self.path())
        return found.group(1)


def at_the_laptop(browser: Browser, at: Addresses, language: str) -> Hands:
    """An officer who has unlocked the laptop."""
    hands = Hands(browser, at.laptop, f"laptop-{language}")
    hands.go(f"/unlock?lang={language}")
    hands.fill(passphrase=LAPTOP_PASSPHRASE)
    hands.press()
    return hands


def at_the_registry(browser: Browser, at: Addresses, login: str, language: str) -> Hands:
    """One of the staff who has signed in."""
    hands = Hands(browser, at.registry, f"registry-{language}-{login}")
    hands.go(f"/sign-in?lang={language}")
    hands.fill(login=login, passphrase=STAFF_PASSPHRASE)
    hands.press()
    return hands
