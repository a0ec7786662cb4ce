"""What only a browser can show: scans, the box to go on at, languages, keys."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from intake.config import FieldConfig
from intake.domain.codes import Purpose
from intake.field.app import Options, create_app
from intake.security.passphrase import CHEAP
from tests.field import desk as at
from tests.field.desk import Clock, Desk
from tests.field.seeding import Seeded, a_record, agree
from tests.flows.browser import SCREEN, a_free_port

pytestmark = pytest.mark.browser


@pytest.fixture
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    port = a_free_port()
    monkeypatch.setattr(at, "PORT", port)
    monkeypatch.setattr(at, "BASE", f"http://127.0.0.1:{port}")
    clock = Clock()
    app = create_app(tmp_path, FieldConfig(port=port), Options(profile=CHEAP, clock=clock))
    desk = Desk(app, clock)
    desk.set_up()
    server = make_server("127.0.0.1", port, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield desk
    server.shutdown()
    app.extensions["intake"].holder.close()


@pytest.fixture
def page(laptop: Desk, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SCREEN, base_url=at.BASE)
    found = context.new_page()
    found.set_default_timeout(40_000)
    found.goto("/unlock")
    found.fill("main [name=passphrase]", at.PASSPHRASE)
    found.click("main button[type=submit]")
    found.wait_for_url("**/")
    yield found
    context.close()


PRESSES = """keys => {
  document.activeElement.blur();
  for (const key of keys) {
    const code = key === "Enter" ? key : (/[0-9]/.test(key) ? "Digit" : "Key") + key;
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true }));
  }
}"""
"""Without a pause between them, however busy the machine that tests is."""


def scan(page: Page, number: str, *, ends: bool = True) -> None:
    """A scanner types at once and ends with Enter."""
    page.evaluate(PRESSES, [*number, *(["Enter"] if ends else [])])


def test_a_scanned_slip_opens_its_record_from_any_page(laptop: Desk, page: Page) -> None:
    seeded: Seeded = a_record(laptop, "Олена")
    for path in ("/settings", "/", "/cases/new"):
        page.goto(path)
        scan(page, seeded.number)
        page.wait_for_url(f"**/cases/{seeded.case}/record")


def test_a_scan_chooses_no_answer_of_the_read_back(laptop: Desk, page: Page) -> None:
    case = laptop.new_case()
    page.goto(f"/cases/{case}/check")
    scan(page, "1234567A", ends=False)
    page.wait_for_timeout(300)
    assert page.locator("[name=read_back]:checked").count() == 0
    page.keyboard.press("2")
    expect(page.locator("[name=read_back][data-key='2']")).to_be_checked()


def test_v24_the_keys_go_on_in_the_box_where_they_stopped(laptop: Desk, page: Page) -> None:
    case = laptop.new_case()
    page.goto(laptop.address(case, "who"))
    page.fill("#name", "Олена")
    page.fill("#birth__year", "1986")
    page.locator("#saved-note", has_text="Saved").wait_for()
    page.goto("/resume")
    assert page.input_value("#birth__year") == "1986"
    assert page.evaluate("document.activeElement.id") == "birth__year"


def test_another_language_keeps_the_last_letter_typed(laptop: Desk, page: Page) -> None:
    case = laptop.new_case()
    page.goto(laptop.address(case, "who"))
    page.fill("#name", "Олена")
    page.click(".app-langs summary")
    page.click(".app-lang a[lang=uk]")
    page.locator("html[lang=uk]").wait_for()
    assert page.input_value("#name") == "Олена"


def test_locking_keeps_the_last_letter_typed(laptop: Desk, page: Page) -> None:
    case = laptop.new_case()
    page.goto(laptop.address(case, "who"))
    page.fill("#name", "Олена")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/unlock")
    laptop.unlock()
    kept = laptop.get(laptop.address(case, "who"))
    assert kept.form(having="rest").value("name") == "Олена"


def test_a_line_of_the_tray_puts_the_keys_into_its_box(laptop: Desk, page: Page) -> None:
    case = laptop.new_case()
    laptop.fill(case, "who", {"name": "Олена"})
    page.goto(f"/cases/{case}/later")
    page.click("a[href$='#q-birth']")
    page.wait_for_load_state("load")
    page.locator("#birth__day:focus").wait_for()


def test_a_similar_record_is_told_while_the_name_is_typed(laptop: Desk, page: Page) -> None:
    seeded = a_record(laptop, "Олена Ковалинська")
    agree(laptop, seeded, Purpose.VERIFICATION)
    case = laptop.new_case()
    page.goto(laptop.address(case, "who"))
    page.keyboard.type("Olena Kovalynska")
    page.locator("[data-look] a").wait_for()
    assert "may be the same person" in page.inner_text("[data-look]")
    page.click("[data-look] a")
    page.wait_for_url("**/alike")
    assert "Олена Ковалинська" in page.inner_text("main")


def test_what_nobody_has_to_fill_in_after_the_answers_is_one_stop(laptop: Desk, page: Page) -> None:
    case = laptop.new_case()
    laptop.fill(case, "who", {"name": "Олена", "birth__age": "40"})
    page.goto(laptop.address(case, "consent"))
    page.check("[name=referral][value=no]")
    page.keyboard.press("Tab")
    expect(page.locator("summary:focus")).to_have_text("In their own words, and for how long")
    page.keyboard.press("Tab")
    expect(page.locator("[name^=private_moment]:focus")).to_have_count(1)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[name=teach_back]:focus")).to_have_count(1)
