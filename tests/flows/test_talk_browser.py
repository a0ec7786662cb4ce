"""Whole talks in a browser: one through an interpreter, one with a child, two ways round."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser

from tests.flows.browser import Addresses, Hands, at_the_registry
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
SPOKEN = {"en": "uk", "ar": "uk"}
"""In which language the person speaks, while the screen is in another."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    with a_town(tmp_path_factory.mktemp("demo"), households=16) as addresses:
        yield addresses


def people(browser: Browser, at: Addresses) -> list[str]:
    """Ids of people whose records are compared with others."""
    clerk = at_the_registry(browser, at, "clerk", "en")
    clerk.go("/pairs")
    pairs = re.findall(r'href="(/pairs/[0-9a-f]{32})"', clerk.page.content())
    found: dict[str, None] = {}
    for pair in dict.fromkeys(pairs):
        clerk.go(pair)
        found.update(dict.fromkeys(re.findall(r"/people/([0-9a-f]{32})", clerk.page.content())))
    return list(found)


def open_plan(hands: Hands, among: list[str], *, child: bool) -> None:
    """Open the plan of somebody who has no interview yet, a child or nobody's child."""
    for person in among:
        hands.go(f"/people/{person}/interviews/new")
        is_open = hands.page.locator("main [name=interview]").count() > 0
        is_child = hands.page.locator("main [name=alone_because]").count() > 0
        if is_open and is_child is child:
            return
    pytest.fail("nobody like this in the demo")


def plan(hands: Hands, spoken: str, **more: str) -> str:
    soon = datetime.now().astimezone() + timedelta(hours=1)
    hands.fill(language=spoken, place="Room 2", private_place="yes", **more)
    hands.fill(starts=soon.date().isoformat(), starts__time=soon.strftime("%H:%M"))
    hands.look("1-plan")
    hands.press()
    return hands.path().split("/")[2].partition("?")[0]


def clear_up(hands: Hands) -> None:
    """Put each difference; the person does not know why."""
    for how in hands.page.locator("main input[type=radio][value=asked-unknown]").all():
        hands.page.locator(f"label[for='{how.get_attribute('id')}']").click()


def close(hands: Hands) -> None:
    hands.tick_everything()
    hands.fill(read_back="yes", copy="not-safe")
    hands.look("8-close")
    hands.press()


def ask_for_another_interpreter(hands: Hands, talk: str) -> None:
    """The person would rather speak through a woman; one comes, and declares."""
    hands.tick_everything()
    hands.fill(asked="prefers-woman")
    hands.look("3-welcome")
    hands.press()
    assert hands.page.locator("form[action$='/resume']").count() == 1
    hands.look("4-paused")
    hands.go(f"/interviews/{talk}/interpreter")
    hands.fill(interpreter_code="W9", interpreter_sex="woman")
    hands.look("5-interpreter")
    hands.press()
    hands.tick_everything()
    hands.press()


def note_afterwork(hands: Hands) -> None:
    """What the interpreter says of the language; then the whole record."""
    hands.fill(debrief="problems", language_note="«Тітка»")
    hands.look("9-after")
    hands.page.locator("form[action$='/afterwork'] button").click()
    hands.page.wait_for_load_state("load")
    hands.page.locator("details summary").last.click()
    hands.look("10-record")


def type_and_come_back(hands: Hands, address: str, box: str) -> None:
    """What is typed is kept without a button, and is there when the page is opened again."""
    hands.go(address)
    hands.page.locator(f"main textarea[name={box}]").press_sequentially("Половина речення")
    hands.page.locator("#saved-note", has_text=re.compile(r"\d\d:\d\d:\d\d")).wait_for()
    hands.page.evaluate("window.scrollTo(0, 0)")
    hands.page.reload()
    assert hands.page.locator(f"main textarea[name={box}]").input_value() == "Половина речення"
    hands.look("10-kept-" + box)


@pytest.mark.parametrize("lang", SPOKEN)
def test_a_whole_talk_through_an_interpreter(browser: Browser, demo: Addresses, lang: str) -> None:
    hands = at_the_registry(browser, demo, "interviewer", lang)
    hands.story = f"talk-{lang}"
    open_plan(hands, people(browser, demo), child=False)
    more = {"interpreter": "trained", "interpreter_code": "T7", "wish": "woman"}
    talk = plan(hands, SPOKEN[lang], **more, supporter="supporter")
    hands.tick_everything()
    hands.look("2-prepare")
    hands.press()
    ask_for_another_interpreter(hands, talk)
    hands.tick_everything()
    hands.fill(asked="understands")
    hands.press()
    assert hands.page.locator("main textarea").count() == 1
    hands.page.locator("main textarea").first.fill("Ми жили біля мосту.")
    hands.press()
    hands.answer_everything("Так було в нас удома.")
    hands.look("6-ask")
    hands.press()
    clear_up(hands)
    hands.press()
    close(hands)
    note_afterwork(hands)
    type_and_come_back(hands, f"/interviews/{talk}/findings", "reason")
    type_and_come_back(hands, f"/interviews/{talk}/decision", "message")
    hands.go("/")
    hands.look("11-work")
    assert hands.complaints == []


@pytest.mark.parametrize("lang", SPOKEN)
def test_a_whole_talk_with_a_child(browser: Browser, demo: Addresses, lang: str) -> None:
    hands = at_the_registry(browser, demo, "interviewer", lang)
    hands.story = f"child-{lang}"
    open_plan(hands, people(browser, demo), child=True)
    talk = plan(hands, SPOKEN[lang], interpreter="none-needed", supporter="guardian")
    hands.tick_everything()
    hands.press()
    hands.look("3-welcome")
    hands.page.locator("button[value=not-willing]").click()
    hands.page.wait_for_load_state("load")
    hands.look("4-paused")
    hands.press()
    hands.tick_everything()
    hands.press()
    hands.page.locator("main textarea").first.fill("Дім, кіт, бабуся.")
    hands.press()
    hands.answer_everything("Мама співала.")
    hands.press()
    clear_up(hands)
    hands.press()
    close(hands)
    hands.go(f"/interviews/{talk}")
    assert hands.page.locator("form[action$='/afterwork']").count() == 1
    assert hands.complaints == []


def test_the_minutes_go_on_by_themselves_and_the_notice_comes(
    browser: Browser, demo: Addresses
) -> None:
    """The script only counts on: the page is shown as after 29 minutes and 58 seconds."""
    hands = at_the_registry(browser, demo, "interviewer", "en")
    open_plan(hands, people(browser, demo), child=False)
    plan(hands, "uk", interpreter="none-needed", supporter="nobody")
    hands.tick_everything()
    hands.press()
    late = 'data-pace="1798" data-rested="1798"'
    pattern = r'data-pace="\d+" data-rested="\d+"'
    hands.page.route(
        "**/interviews/*",
        lambda route: route.fulfill(body=re.sub(pattern, late, route.fetch().text())),
    )
    hands.page.reload()
    note = hands.page.locator("[data-break-due]")
    assert note.is_hidden()
    note.wait_for(state="visible", timeout=15_000)
    assert hands.page.locator("[data-minutes]").inner_text() == "30"
    assert hands.page.locator("[data-time-over]").is_hidden()
    hands.page.unroute_all()
