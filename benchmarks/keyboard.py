"""Hands on a keyboard and nothing else: finds each box with Tab, counts every key."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page, Response

MOST_TABS = 150
SCREEN = {"width": 1366, "height": 768}


@dataclass
class Count:
    """What one task cost. `tabs` are among `keys`, `typed` too."""

    keys: int = 0
    tabs: int = 0
    typed: int = 0
    inputs: int = 0
    pages: int = 0
    decisions: int = 0
    server_s: float = 0.0
    walk: dict[str, int] = field(default_factory=dict)


class Keyboard:
    """One worker in front of the browser; the mouse does not exist."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.base = base
        self.page: Page = browser.new_context(viewport=SCREEN).new_page()
        self.page.set_default_timeout(40_000)
        self.page.on("response", self._answered)
        self.count = Count()

    def _answered(self, response: Response) -> None:
        """Count pages drawn, and the time the server took for them."""
        if not response.request.is_navigation_request():
            return
        if response.status == 200:
            self.count.pages += 1
        spent = response.request.timing
        self.count.server_s += max(spent["responseStart"] - spent["requestStart"], 0) / 1000

    def begin(self) -> None:
        """Stand on the home page with nothing counted."""
        self.page.goto(self.base + "/", wait_until="load")
        self.count = Count()

    def press(self, key: str, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            self.page.keyboard.press(key)
        self.count.keys += times
        if key in ("Tab", "Shift+Tab"):
            self.count.tabs += times

    def skip_to_main(self) -> None:
        """Jump over the bar by the first link of every page."""
        self.press("Tab")
        self.press("Enter")

    def to(self, selector: str) -> None:
        """Walk with Tab until a thing that fits has focus."""
        for walked in range(MOST_TABS):
            if self._is_on(selector):
                where = self.page.evaluate("location.pathname.split('/').pop() || 'home'")
                walk = self.count.walk
                walk[where] = walk.get(where, 0) + walked
                return
            self.press("Tab")
        message = f"no way to {selector} on {self.page.url}"
        raise RuntimeError(message)

    def _is_on(self, selector: str) -> bool:
        return bool(self.page.evaluate("s => document.activeElement.matches(s)", selector))

    def write(self, name: str, text: str) -> None:
        """Type into a box; a capital letter costs Shift too."""
        self.to(f"main [name='{name}']")
        self.page.keyboard.type(text)
        keys = len(text) + sum(letter.isupper() for letter in text)
        self.count.keys += keys
        self.count.typed += keys
        self._given()

    def choose(self, name: str, value: str) -> None:
        """Choose a radio with arrows, or an option by its first letters."""
        self.to(f"main [name='{name}']")
        if self.page.evaluate("document.activeElement.type") == "radio":
            self._arrow_to(name, value)
        else:
            self._spell(name, value)
        self._given()

    def tick(self, name: str, value: str) -> None:
        """Tick a box."""
        self.to(f"main [name='{name}'][value='{value}']")
        self.press("Space")
        self._given()

    def by_number(self, name: str, value: str) -> None:
        """Choose with the number key that the page shows beside the answer."""
        radio = self.page.locator(f"main [name='{name}'][value='{value}']")
        self.press(radio.get_attribute("data-key") or "")
        # The page waits a moment, to tell a hand from a scanner.
        self.page.locator(f"main [name='{name}'][value='{value}']:checked").wait_for(
            state="attached"
        )
        self._given()

    def _arrow_to(self, name: str, value: str) -> None:
        if self._value(name) != value and self._is_on(f"[value='{value}']"):
            self.press("Space")
        for _ in range(MOST_TABS):
            if self._value(name) == value:
                return
            self.press("ArrowDown")
        message = f"no {value} in {name}"
        raise RuntimeError(message)

    def _spell(self, name: str, value: str) -> None:
        words = self.page.evaluate(
            "v => [...document.activeElement.options].find(o => o.value === v).text", value
        )
        for letter in words:
            if self._value(name) == value:
                return
            self.page.keyboard.type(letter.lower())
            self.count.keys += 1
        assert self._value(name) == value, (name, self._value(name))

    def _value(self, name: str) -> str:
        find = """n => { const all = [...document.querySelectorAll(`main [name='${n}']`)];
          return all[0].type === "radio" ? (all.find(r => r.checked) || {}).value || "" :
            all[0].value; }"""
        return str(self.page.evaluate(find, name))

    def _given(self) -> None:
        self.count.inputs += 1
        self.count.decisions += 1

    @contextmanager
    def next_page(self) -> Iterator[None]:
        """Whatever is pressed inside opens a page; wait for it, look once."""
        with self.page.expect_navigation(wait_until="load"):
            yield
        self.count.decisions += 1
        problems: list[Any] = self.page.locator(".govuk-error-summary").all_inner_texts()
        assert not problems, (self.page.url, problems)

    def follow(self, selector: str) -> None:
        """Walk to a link or a button and press it."""
        self.skip_to_main()
        self.to(selector)
        with self.next_page():
            self.press("Enter")

    def save(self) -> None:
        """Save with Enter; from a list or a text of many lines, from the box before it."""
        if self.page.evaluate("/^(select|textarea)/.test(document.activeElement.type)"):
            self.press("Shift+Tab")
        with self.next_page():
            self.press("Enter")
