"""Scenario 8 of the domain: two birth places in two interviews, explained, and neutral.

In a browser, in English and in Arabic: the town was renamed, and she tells both names.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from intake.demo.stage import LAPTOP_PASSPHRASE, STAFF_PASSPHRASE
from tests.flows.browser import (
    Addresses,
    Hands,
    chromium,
    running_demo,
)

pytestmark = pytest.mark.browser
BORN = "birth-place"
OLD, NEW = "Artemivsk", "Bakhmut"
PATIENCE_MS = 40_000
"""What is looked at here is what the pages say, not how fast a busy machine is."""

WHY = "It is one town. They renamed it; since the shelling I say now one, now the other."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    with running_demo(tmp_path_factory.mktemp("demo"), households=8) as addresses:
        yield addresses


def patient(browser: Browser, base: str, story: str) -> Hands:
    """Somebody in front of a browser who does not mind a slow machine."""
    hands = Hands(browser, base, story)
    hands.page.set_default_timeout(PATIENCE_MS)
    return hands


def register(hands: Hands, name: str) -> str:
    """Olena comes alone and says the old name of her town; the case as it is sent."""
    hands.go("/cases/new?kind=single")
    hands.fill(language="uk", channel="spoken", group_kind="single")
    hands.press()
    case = hands.path().split("/")[2]
    for question in ("doctor", "child_alone", "shelter", "afraid", "alone"):
        hands.fill(**{f"urgent_{question}": "no"})
    hands.press()
    hands.fill(name=name, sex="f", birth__year="1986", rest="asked-unknown")
    hands.press()
    hands.fill(birth_place=OLD, missing_relatives="no", rest="asked-unknown")
    hands.press()
    for purpose in ("registration", "verification", "tracing", "referral"):
        hands.fill(**{purpose: "yes"})
    hands.fill(rest="asked-declined")
    hands.press()
    hands.fill(read_back="yes")
    hands.press()
    hands.go("/sync")
    hands.page.locator("form[action='/sync/now'] button").click()
    hands.page.wait_for_load_state("load")
    return case


def talk_until_probing(hands: Hands, person: str) -> str:
    """Plan a talk with what was proposed, and hold it until the story is told."""
    hands.go(f"/people/{person}/interviews/new")
    assert OLD not in hands.text()
    assert NEW not in hands.text()
    hands.fill(language="uk", interpreter="none-needed", private_place="yes")
    hands.page.locator("main select[name=interviewer]").select_option(index=1)
    hands.press()
    held = hands.path().split("/")[2].partition("?")[0]
    for _stage in ("prepare", "open"):
        hands.tick_everything()
        hands.press()
    hands.page.locator("main textarea").first.fill("Ми жили над річкою, аж поки не почалося.")
    hands.press()
    return held


def go_on(hands: Hands, stage: str) -> None:
    """Save and open another part of the talk."""
    hands.press(f"to={stage}")


def sign(hands: Hands) -> None:
    hands.tick_everything()
    hands.fill(read_back="yes", copy="given")
    hands.press()


def first_talk(hands: Hands, person: str) -> None:
    """In the first talk she says the new name, and it is written into the record."""
    held = talk_until_probing(hands, person)
    go_on(hands, "clarify")
    go_on(hands, "close")
    sign(hands)
    hands.go(f"/interviews/{held}/statements/{BORN}")
    hands.fill(said=NEW)
    hands.press()


def nothing_of_it_is_shown(hands: Hands) -> None:
    """Neither name, in no fold of the page, before its part of the talk (V-14)."""
    source = hands.page.content()
    assert OLD not in source
    assert NEW not in source


def second_talk(hands: Hands, person: str) -> str:
    """In the second one both stand side by side, once it is time, and she explains."""
    held = talk_until_probing(hands, person)
    nothing_of_it_is_shown(hands)
    asked = hands.page.locator("main textarea").first
    asked.fill("Так.")
    hands.page.locator("main select[name$=-prompted]").first.select_option("leading")
    hands.look("1-probe")
    go_on(hands, "clarify")
    panel = hands.page.locator("section.question").first.inner_text()
    assert OLD in panel
    assert NEW in panel
    assert hands.page.locator("section.question").count() == 1
    hands.look("2-clarify")
    hands.page.locator("main button[name=to][value=close]").click()
    hands.page.wait_for_load_state("load")
    assert hands.page.locator(".govuk-error-summary").count() == 1
    how = hands.page.locator(f"main input[name='put-{BORN}-how'][value=asked]")
    hands.page.locator(f"label[for='{how.get_attribute('id')}']").click()
    hands.page.locator(f"main textarea[name='put-{BORN}-explanation']").fill(WHY)
    go_on(hands, "close")
    assert WHY in hands.text()
    hands.look("3-close")
    sign(hands)
    return held


def find(hands: Hands, held: str, result: str, evidence: str, reason: str) -> None:
    """Write one finding about the place of birth; whatever comes of it."""
    hands.go(f"/interviews/{held}/findings?fact={BORN}")
    hands.fill(indicator="internal-consistency", result=result, central=True, reason=reason)
    for box in hands.page.locator("main input[name=evidence]").all():
        words = hands.page.locator(f"#{box.get_attribute('aria-describedby')}").inner_text()
        if evidence in words:
            box.check()
    hands.page.locator("main form button[type=submit]").last.click()
    hands.page.wait_for_load_state("load")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_v14_v15_two_names_of_one_town_are_explained_and_end_as_neutral(
    browser: Browser, demo: Addresses, language: str
) -> None:
    laptop = patient(browser, demo.laptop, f"scenario-8-laptop-{language}")
    laptop.go(f"/unlock?lang={language}")
    laptop.fill(passphrase=LAPTOP_PASSPHRASE)
    laptop.press()
    case = register(laptop, f"Olena Hontar {language}")
    person = laptop.person_of(case)
    hands = patient(browser, demo.registry, f"scenario-8-{language}")
    hands.go(f"/sign-in?lang={language}")
    hands.fill(login="interviewer", passphrase=STAFF_PASSPHRASE)
    hands.press()
    first_talk(hands, person)
    held = second_talk(hands, person)

    find(hands, held, "supports", "Так.", "She said yes.")
    assert hands.page.locator(".govuk-error-summary").count() == 1  # V-15
    find(hands, held, "neutral", OLD, "One town under its older and its newer name.")
    assert hands.page.locator(".govuk-error-summary").count() == 0
    assert "One town under its older and its newer name." in hands.text()
    assert WHY in hands.text()
    hands.look("4-findings")
    refused = [heard for heard in hands.complaints if "422" in heard]
    assert hands.complaints == refused
    assert len(refused) == 2
    assert hands.page.locator("html").get_attribute("lang") == language
