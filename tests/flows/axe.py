"""What axe-core finds on a page, each page of a language looked at once."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from intake.web.language import THEMES

# WCAG 2.2 up to AA, and what axe holds good practice besides.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
_WEAR = """theme => {
    const page = document.documentElement;
    page.className = page.className.replace(/theme-[a-z]+/, "theme-" + theme);
}"""
# A bar held at the foot of the screen covers what happens to be under it until one scrolls;
# at the end of the page it lies where it belongs, and hides nothing from what measures sizes.
_TO = "end => window.scrollTo({top: end ? document.body.scrollHeight : 0, behavior: 'instant'})"
# WCAG 2.4.11: what has the focus is never under the bar, wherever one came from.
_UNDER = """() => {
    const bar = document.querySelector(".stage-bar");
    const all = [...document.querySelectorAll("main input, main select, main textarea, main a")];
    const shown = all.filter((one) => one.checkVisibility() && !bar.contains(one));
    const under = [];
    for (const one of [...shown, ...shown.toReversed()]) {
        one.focus();
        const box = one.getBoundingClientRect();
        if (box.bottom > bar.getBoundingClientRect().top + 1 || box.top < 0) {
            under.push(one.id || one.outerHTML.slice(0, 80));
        }
    }
    return [shown.length, under];
}"""
_ID = re.compile(r"[0-9a-f]{32}|[0-9A-Z]{5}-[0-9A-Z]{5}|[0-9a-f-]{36}")
_NAMED = re.compile(r"(/(?:corrections/new|statements|amend)/)[a-z.-]+")
_axe = Axe()
_looked_at: set[tuple[str, str, str]] = set()


def shape(address: str) -> str:
    """An address without its ids and its question: pages of one view look alike."""
    plain = _ID.sub("ID", address.partition("?")[0].partition("#")[0])
    return _NAMED.sub(r"\1PATH", re.sub(r"\d+", "9", plain))


def violations_at_first_sight(page: Page) -> list[str]:
    """What is broken, unless a page of this shape, heading and language was looked at."""
    path = "/" + page.url.split("/", 3)[3]
    seen = (shape(path), page.inner_text("h1"), str(page.get_attribute("html", "lang")))
    if seen in _looked_at:
        return []
    _looked_at.add(seen)
    return violations(page)


def violations(page: Page) -> list[str]:
    """Each broken rule with the first element that breaks it."""
    return _broken(page, RULES)


def pale(page: Page) -> list[str]:
    """What cannot be read for want of contrast in each colour theme but the usual one."""
    told = []
    for theme in list(THEMES)[1:]:
        page.evaluate(_WEAR, theme)
        told += [f"{theme}: {rule}" for rule in _broken(page, CONTRAST)]
    page.evaluate(_WEAR, next(iter(THEMES)))
    return told


def under_the_bar(page: Page) -> tuple[int, list[str]]:
    """How many things take the focus on a page with a bar at its foot, and which it hides."""
    count, hidden = page.evaluate(_UNDER)
    page.evaluate(_TO, False)
    return count, hidden


def _broken(page: Page, rules: dict[str, Any]) -> list[str]:
    page.evaluate(_TO, True)
    found = _axe.run(page, options=rules).response["violations"]
    page.evaluate(_TO, False)
    return [f"{v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['html'][:120]}" for v in found]
