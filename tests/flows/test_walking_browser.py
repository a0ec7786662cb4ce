"""Lists of work are walked from the keyboard: by J, K and arrows, and by Tab without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from intake.demo.stage import STAFF_PASSPHRASE
from tests.flows.browser import Addresses, Hands, at_the_registry, running_demo

pytestmark = pytest.mark.browser
MOST_TABS = 60


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    with running_demo(tmp_path_factory.mktemp("demo"), households=48) as addresses:
        yield addresses


def focused(hands: Hands) -> str:
    """Where the line leads that has focus; "" if no link has."""
    return str(hands.page.evaluate("document.activeElement.getAttribute('href') || ''"))


def lines(hands: Hands) -> list[str]:
    links = hands.page.locator("[data-walk] a[href]")
    return [link.get_attribute("href") or "" for link in links.all() if link.is_visible()]


@pytest.mark.parametrize("language", ["en", "uk", "ar"])
@pytest.mark.parametrize("page", ["/", "/pairs"])
def test_a_list_is_walked_and_opened_by_keys(
    browser: Browser, demo: Addresses, page: str, language: str
) -> None:
    hands = at_the_registry(browser, demo, "reviewer", language)
    hands.go(page)
    waiting = lines(hands)
    assert len(waiting) > 2
    keyboard = hands.page.keyboard
    keyboard.press("KeyJ")
    assert focused(hands) not in waiting
    hands.page.locator("[data-into]").press("Enter")
    assert focused(hands) == waiting[0]
    for key, at in (("KeyJ", 1), ("ArrowDown", 2), ("KeyK", 1), ("ArrowUp", 0), ("KeyK", 0)):
        keyboard.press(key)
        assert focused(hands) == waiting[at], key
    hands.look(f"walk{page.replace('/', '-')}")
    keyboard.press("KeyJ")
    keyboard.press("Enter")
    hands.page.wait_for_url(f"**{waiting[1]}")
    assert hands.complaints == []


def test_letters_typed_into_a_box_walk_nothing(browser: Browser, demo: Addresses) -> None:
    hands = at_the_registry(browser, demo, "reviewer", "en")
    hands.go("/search")
    box = hands.page.locator("main input[name=words]")
    box.press_sequentially("jkjk")
    assert box.input_value() == "jkjk"


def test_without_script_tab_reaches_the_lines_and_enter_opens_one(
    browser: Browser, demo: Addresses
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo.registry}/sign-in?lang=en")
    page.locator("main [name=login]").fill("reviewer")
    page.locator("main [name=passphrase]").fill(STAFF_PASSPHRASE)
    page.locator("main button[type=submit]").first.click()
    page.goto(f"{demo.registry}/pairs")
    assert page.get_by_text("J or ↓ goes on there").is_hidden()
    first = page.locator("[data-walk] a[href]").first
    wanted = first.get_attribute("href")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.locator("[data-walk] a[href]:focus").count():
            break
    assert page.locator("[data-walk] a:focus").get_attribute("href") == wanted
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")
    context.close()
