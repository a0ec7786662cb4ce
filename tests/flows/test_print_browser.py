"""What goes onto paper: a page for each slip, a day on one sheet, in any colours."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.flows.acts import open_case, write_down
from tests.flows.browser import Addresses, Hands, at_the_laptop
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
PAGE = re.compile(rb"/Type\s*/Page\b")
WHITE = ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
DAY = "/day"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    with a_town(tmp_path_factory.mktemp("demo")) as addresses:
        yield addresses


def a_group(hands: Hands, spoken: str) -> str:
    """A draft of two people, in words long enough to fill a slip."""
    case = open_case(hands, spoken, people=2)
    for name in ("Олена Вигадана", "Данило Вигаданий"):
        write_down(hands, {"who": {"name": name, "birth__year": "1985"}})
    return case


def sheets(hands: Hands, path: str) -> int:
    """How many sheets of paper a page needs."""
    hands.go(path)
    return len(PAGE.findall(hands.page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize(("language", "spoken"), [("en", "uk"), ("uk", "uk"), ("ar", "ar")])
def test_each_slip_has_a_page_and_the_day_one_sheet(
    browser: Browser, demo: Addresses, language: str, spoken: str
) -> None:
    hands = at_the_laptop(browser, demo, language)
    case = a_group(hands, spoken)
    hands.go(f"/cases/{case}/slip?paper=roll")
    slips = hands.page.locator(".slip").count()
    assert sheets(hands, f"/cases/{case}/slip?paper=roll") == slips
    assert sheets(hands, f"/cases/{case}/slip") == 1
    assert sheets(hands, DAY) == 1
    hands.leave()


@pytest.mark.parametrize("theme", ["sun", "night"])
def test_paper_is_white_and_its_words_dark_under_every_theme(
    browser: Browser, demo: Addresses, theme: str
) -> None:
    hands = at_the_laptop(browser, demo, "en")
    hands.go(f"{DAY}?theme={theme}")
    assert f"theme-{theme}" in str(hands.page.get_attribute("html", "class"))
    hands.page.emulate_media(media="print")
    ground = "e => getComputedStyle(e).backgroundColor"
    ink = "e => Math.max(...getComputedStyle(e).color.match(/[0-9]+/g).slice(0, 3))"
    for part in ("html", "body", "main"):
        assert hands.page.locator(part).evaluate(ground) in WHITE, part
    for part in ("h1", "td >> nth=0", "caption >> nth=0"):
        assert hands.page.locator(part).evaluate(ink) < 100, part
    hands.page.emulate_media(media="null")
    hands.go(f"{DAY}?theme=plain")
    hands.leave()
