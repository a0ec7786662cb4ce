"""A walk over every page that links lead to, and its forms sent empty."""

import re
from collections import deque
from collections.abc import Iterator

from playwright.sync_api import Error

from tests.flows.axe import shape
from tests.flows.browser import Hands

_LEAVES = re.compile(r"lang=|theme=|/static/|mailto:")
_EMPTY = """form => {
    form.noValidate = true;
    for (const e of form.elements) {
        if (["text", "search", "password", "textarea", "number"].includes(e.type)) e.value = "";
        if (["radio", "checkbox"].includes(e.type)) e.checked = false;
        if (e.tagName === "SELECT") e.value = "";
    }
    form.querySelector("button[type=submit]:not([aria-hidden])").click();
}"""


def walk(hands: Hands, *starts: str, seen: set[str] | None = None) -> Iterator[str]:
    """Open one page of every shape that links lead to, from these on; gives its path.

    Shapes in `seen` were walked before, by somebody else, and are left out.
    """
    seen = set() if seen is None else seen
    waiting = deque(starts)
    while waiting:
        address = waiting.popleft()
        if shape(address) in seen:
            continue
        seen.add(shape(address))
        if opened(hands, address):
            waiting.extend(links(hands))
            yield hands.path()


def opened(hands: Hands, address: str) -> bool:
    """Whether this is a page; a file to keep is none."""
    try:
        answer = hands.page.goto(hands.base + address, wait_until="load")
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return False
    return answer is not None and answer.status == 200


def links(hands: Hands) -> list[str]:
    """Where the page leads, within the program."""
    hrefs = hands.page.locator("a[href]").evaluate_all("all => all.map(a => a.href)")
    own = [h.removeprefix(hands.base) for h in hrefs if h.startswith(hands.base + "/")]
    return [h for h in own if not _LEAVES.search(h)]


def send_empty(hands: Hands) -> bool:
    """Send the main form of the page with nothing in it; whether it came back with errors."""
    form = hands.page.locator("main form[method=post]:has(.govuk-form-group)").first
    if not form.count():
        return False
    with hands.page.expect_navigation(wait_until="load"):
        form.evaluate(_EMPTY)
    return hands.page.locator(".govuk-error-summary").count() > 0
