"""The letters of a script in a browser: by mouse, by keyboard, and without script."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from tests.field.desk import PORT, Desk, a_laptop
from tests.flows.browser import a_free_port
from tests.web.test_browser import read_whole

pytestmark = pytest.mark.browser


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Desk, str]]:
    desk = a_laptop(tmp_path)
    desk.set_up()
    port = a_free_port()
    server = make_server("127.0.0.1", port, read_whole(desk.app), threaded=True)
    object.__setattr__(desk.app.extensions["intake"], "port", port)
    running = threading.Thread(target=server.serve_forever)
    running.start()
    yield desk, f"http://127.0.0.1:{port}"
    server.shutdown()
    running.join()
    server.server_close()
    desk.app.extensions["intake"].holder.close()


def writing(browser: Browser, served: tuple[Desk, str], language: str, **options: bool) -> Page:
    """The screen turned to the person, with the officer's session."""
    desk, base = served
    object.__setattr__(desk.app.extensions["intake"], "port", PORT)
    address = desk.address(desk.new_case(language=language), "write")
    object.__setattr__(desk.app.extensions["intake"], "port", int(base.rpartition(":")[2]))
    context = browser.new_context(viewport={"width": 1366, "height": 768}, **options)
    for cookie in desk.client._cookies.values():  # type: ignore[union-attr]
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": base}])
    page = context.new_page()
    page.goto(base + address)
    return page


def press(page: Page, *letters: str) -> None:
    for letter in letters:
        page.locator(f'.letters button[value="{letter}"]').click()


def test_letters_go_where_the_cursor_stands_small_inside_a_word(
    browser: Browser, served: tuple[Desk, str]
) -> None:
    page = writing(browser, served, "uk")
    press(page, "Ґ", "А", "Н", "А", " ", "Ї", "ʼ", "Я")
    assert page.input_value("#name") == "Ґана Їʼя"
    page.evaluate("document.getElementById('name').setSelectionRange(4, 4)")
    page.locator("[data-erase]").click()
    press(page, "О")
    assert page.input_value("#name") == "Ґано Їʼя"
    page.context.close()


def test_arrow_keys_walk_among_letters_in_the_direction_of_the_script(
    browser: Browser, served: tuple[Desk, str]
) -> None:
    page = writing(browser, served, "ar")
    page.locator('.letters button[value="ا"]').focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert page.input_value("#name") == "ب"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    assert page.input_value("#name") == "با"
    page.keyboard.press("ArrowDown")
    below = page.evaluate("document.activeElement.value")
    assert below not in ("ا", "ب", " ")
    stops = page.locator('.letters button[tabindex="0"]').count()
    assert stops == 1
    page.context.close()


def test_the_name_comes_back_to_the_worker_by_one_button(
    browser: Browser, served: tuple[Desk, str]
) -> None:
    page = writing(browser, served, "ti")
    press(page, "ተ", "ስ", "ፋ", "ዬ")
    page.locator(".write .app-actions button").click()
    page.wait_for_url("**/who")
    assert page.input_value("#name") == "ተስፋዬ"
    assert page.locator("text=Written by the person").count() == 1
    page.context.close()


def test_without_script_the_box_alone_is_enough(browser: Browser, served: tuple[Desk, str]) -> None:
    page = writing(browser, served, "uk", java_script_enabled=False)
    assert not page.locator(".letters").is_visible()
    page.fill("#name", "Олена")
    page.locator(".write .app-actions button").click()
    assert page.input_value("#name") == "Олена"
    page.context.close()


def test_the_whole_alphabet_and_the_button_are_on_one_screen(
    browser: Browser, served: tuple[Desk, str]
) -> None:
    page = writing(browser, served, "uk")
    for place in (".write__box", ".write .app-actions button", ".letters"):
        box = page.locator(place).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 768
    assert page.evaluate("document.documentElement.scrollWidth") <= 1366
    page.context.close()
