"""The gallery in a browser: what fits, what can be hit, what the small script does."""

import threading

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server

from tests.web.conftest import load_gallery

pytestmark = pytest.mark.browser
PAGES = ("/", "/person", "/group", "/review")
SMALL = """() => [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea')]
  .filter(e => e.getClientRects().length && !e.matches('.app-skip'))
  .map(e => [e, (e.closest('label') || e).getBoundingClientRect()])
  .filter(([e, r]) => getComputedStyle(e).display !== 'inline' && (r.width < 24 || r.height < 24))
  .map(([e, r]) => `${e.tagName} ${e.id || e.textContent} ${r.width}x${r.height}`)"""
ABOVE_FOLD = """() => document.querySelectorAll('main .govuk-form-group').length &&
  [...document.querySelectorAll('main .govuk-form-group')]
  .filter(e => e.getBoundingClientRect().bottom <= innerHeight).length"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CHOSEN = "document.querySelector('[name=verdict]:checked')?.value"


def read_whole(app):
    """Answer in one piece, so that a browser that leaves leaves no file open."""

    def answer(environ, start_response):
        pieces = app(environ, start_response)
        try:
            return [b"".join(pieces)]
        finally:
            pieces.close()

    return answer


@pytest.fixture(scope="module", name="address")
def _address():
    app = load_gallery().make_gallery(port=0)
    server = make_server("127.0.0.1", 0, read_whole(app), threaded=True)
    object.__setattr__(app.extensions["intake"], "port", server.port)
    running = threading.Thread(target=server.serve_forever)
    running.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    running.join()
    server.server_close()


@pytest.fixture(name="page")
def _page(browser, address):
    page = signed_in(browser, address)
    yield page
    page.context.close()


def signed_in(browser, address, **options):
    """A page of somebody who unlocked; problems of the page collect in `page.heard`."""
    context = browser.new_context(
        base_url=address, viewport={"width": 1366, "height": 768}, **options
    )
    page = context.new_page()
    page.heard = []
    page.on("console", lambda told: page.heard.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.goto("/unlock")
    page.fill("[name=passphrase]", load_gallery().PASSPHRASE)
    page.click("main button")
    return page


def test_pages_break_no_rule_of_the_policy(page):
    for path in PAGES:
        page.goto(path)
    assert page.heard == []


def test_more_than_seven_questions_stand_above_the_fold(page):
    page.goto("/person")
    assert page.evaluate(ABOVE_FOLD) >= 7


def test_everything_is_large_enough_to_hit(page):
    for path in PAGES:
        page.goto(path)
        assert page.evaluate(SMALL) == [], path


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_no_page_scrolls_sideways_even_on_a_telephone(page, lang):
    page.goto(f"/?lang={lang}")
    page.set_viewport_size({"width": 320, "height": 640})
    for path in PAGES:
        page.goto(path)
        assert page.evaluate(SIDEWAYS) <= 0, path


def test_the_page_is_mirrored_for_arabic(page):
    page.goto("/?lang=ar_XB")
    mark = page.locator(".app-mark").bounding_box()
    lock = page.locator(".app-lock button").bounding_box()
    assert mark["x"] > lock["x"]


def test_typing_is_saved_by_itself_and_told(page):
    page.goto("/person")
    page.fill("[name=father]", "Тарас")
    expect(page.locator("#saved-note")).to_contain_text("Saved ")
    assert page.input_value("[name=rev]") == "2"


def test_a_lost_save_is_told(page):
    page.goto("/person")
    page.route("**/draft", lambda route: route.abort())
    page.fill("[name=father]", "Тарас")
    expect(page.locator("#saved-note")).to_have_text("Not saved. Press Save.")


def test_a_number_key_chooses_a_decision(page):
    page.goto("/review")
    page.keyboard.press("3")
    expect(page.locator("[name=verdict][value=same]")).to_be_checked()


AT_ONCE = """keys => keys.forEach(key =>
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })))"""
"""Without a pause between them, however busy the machine that tests is."""


def test_the_digits_of_a_scanner_choose_no_decision(page):
    page.goto("/review")
    page.evaluate(AT_ONCE, [*"31a"])
    page.wait_for_timeout(200)
    assert page.evaluate(CHOSEN) is None


def test_a_reason_can_be_taken_back_by_a_second_click(page):
    page.goto("/person")
    reason = page.locator("[name=father__absent][value=not-asked]")
    reason.click()
    assert reason.is_checked()
    reason.click()
    assert not reason.is_checked()


def test_the_first_error_has_the_focus(page):
    page.goto("/person")
    page.click("main .app-actions button")
    expect(page.locator("[data-error-summary]")).to_be_focused()


def test_three_presses_of_shift_lock(page):
    page.goto("/person")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/unlock")
    assert page.locator("[name=passphrase]").is_visible()


def test_pages_work_without_script(browser, address):
    page = signed_in(browser, address, java_script_enabled=False)
    page.goto("/group")
    page.check("[name=kind][value=family]")
    page.click("main .app-actions button >> nth=0")
    assert page.locator(".govuk-error-summary").is_visible()
    page.click(".app-lock button")
    assert page.url.endswith("/unlock")
    page.context.close()


def test_paper_shows_no_bars(page):
    page.goto("/")
    page.emulate_media(media="print")
    assert not page.locator(".app-bar").is_visible()
    assert not page.locator(".app-foot").is_visible()
    assert page.locator(".slip").is_visible()
