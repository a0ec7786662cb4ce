"""The main job, end to end, in a browser: from the gate to the answer on the laptop."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from intake.demo.names import households
from intake.demo.people import Household
from intake.domain.latin import suggest_latin
from tests.flows.browser import (
    Addresses,
    Hands,
    at_the_laptop,
    at_the_registry,
    running_demo,
)

pytestmark = pytest.mark.browser
KNOWN = dict(zip(("en", "ar", "uk"), households(3), strict=True))
"""By the language of the screen: recorded before in its own script; now it comes again."""

REASONS = {
    "en": "Two accounts given on different days agree.",
    "uk": "Дві розповіді, почуті в різні дні, збігаються.",
    "ar": "روايتان قُدّمتا في يومين مختلفين متفقتان.",
}
"""In each language of the screen; the same words for a second person would be asked about."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    """As a user starts it: a process of its own, passphrases at their real price."""
    with running_demo(tmp_path_factory.mktemp("demo")) as addresses:
        yield addresses


def register(hands: Hands, known: Household) -> str:
    """Give the notice, write down the family, read it back; returns the case's id."""
    hands.look("1-home")
    hands.go("/cases/new?kind=family")
    hands.fill(language=known.language, channel="spoken", group_kind="family")
    hands.look("2-notice")
    hands.press()
    case = hands.path().split("/")[2]
    for question in ("doctor", "child_alone", "shelter", "afraid", "alone"):
        hands.fill(**{f"urgent_{question}": "no"})
    hands.look("3-urgent")
    hands.press()
    write_down(hands, known)
    hands.look("7-check")
    hands.fill(read_back="yes")
    hands.press()
    return case


def write_down(hands: Hands, known: Household) -> None:
    """The three pages of the one who speaks."""
    person, spoken = known.people[0], known.language
    year, month, day = (*person.birth.split("-"), "", "")[:3]
    hands.fill(name=suggest_latin(person.name, spoken), sex=person.sex, birth__year=year)
    if month:
        hands.fill(birth__month=month, birth__day=day)
    hands.fill(relationship=person.relation.value, rest="asked-unknown")
    hands.look("4-who")
    hands.press()
    says = {path.replace("-", "_"): text for path, text in person.says.items()}
    for path in ("birth_place", "last_residence", "father", "mother"):
        if says.get(path, "?") != "?":
            hands.fill(**{path: suggest_latin(says[path], spoken)})
    hands.fill(missing_relatives="no", rest="asked-unknown")
    hands.look("5-origin")
    hands.press()
    for purpose in ("registration", "verification", "tracing", "referral"):
        hands.fill(**{purpose: "yes"})
    hands.fill(testimony="We came over the bridge in the night.", rest="asked-declined")
    hands.look("6-consent")
    hands.press()


def send(hands: Hands) -> None:
    """Send all that waits; the page says what became of it."""
    hands.go("/sync")
    hands.page.locator("form[action='/sync/now'] button").click()
    hands.page.wait_for_load_state("load")


def judge(hands: Hands, number: str) -> None:
    """Find the pair with the new record; ask for an interview of both."""
    hands.go("/pairs")
    hands.look("1-pairs")
    hands.page.locator("main a[href^='/pairs/']").filter(has_text=number).first.click()
    hands.page.wait_for_load_state("load")
    hands.look("2-pair")
    hands.fill(verdict="interview-both", reason="The names sound alike and the years agree.")
    hands.page.locator("main button.govuk-button:not(.govuk-button--secondary)").last.click()
    hands.page.wait_for_load_state("load")


def interview(hands: Hands, person: str) -> str:
    """Plan and hold the whole interview, one gate after the other."""
    hands.go(f"/people/{person}?purpose=prepare-interview")
    hands.look("1-person")
    hands.go(f"/people/{person}/interviews/new")
    hands.fill(language="uk", interpreter="none-needed", private_place="yes")
    if hands.page.locator("main [name=alone_because]").count():
        hands.fill(supporter="guardian")
    chosen = hands.page.locator("main select[name=interviewer]")
    chosen.select_option(index=1)
    hands.look("2-plan")
    hands.press()
    held = hands.path().split("/")[2].partition("?")[0]
    for stage in ("prepare", "open"):
        hands.tick_everything()
        hands.look(f"3-{stage}")
        hands.press()
    hands.page.locator("main textarea").first.fill("Ми жили біля мосту. Потім пішли пішки.")
    hands.look("4-narrative")
    hands.press()
    hands.answer_everything("Так було в нас удома.")
    hands.look("5-probe")
    hands.press()
    for how in hands.page.locator("main input[type=radio][value=asked]").all():
        hands.page.locator(f"label[for='{how.get_attribute('id')}']").click()
    for box in hands.page.locator("main textarea").all():
        box.fill("Місто має дві назви.")
    hands.look("6-clarify")
    hands.press()
    hands.tick_everything()
    hands.fill(read_back="yes", copy="given")
    hands.look("7-close")
    hands.press()
    hands.look("8-after")
    return held


def find(hands: Hands, held: str) -> None:
    """Record one finding for each fact examined."""
    hands.go(f"/interviews/{held}/findings")
    facts = hands.page.locator("main nav .steps a")
    for address in [link.get_attribute("href") or "" for link in facts.all()]:
        hands.go(address)
        hands.fill(indicator="internal-consistency", result="neutral", reason="Told openly, once.")
        hands.page.locator("main .card form button:not([name])").click()
        hands.page.wait_for_load_state("load")
    hands.look("9-findings")


def propose(hands: Hands, held: str, reason: str) -> None:
    """Write the outcome of each fact with its reason."""
    hands.go(f"/interviews/{held}/decision")
    for radio in hands.page.locator("main input[type=radio][value=established]").all():
        hands.page.locator(f"label[for='{radio.get_attribute('id')}']").click()
    for box in hands.page.locator("main textarea[name$=reason]").all():
        box.fill(reason)
    hands.fill(level="a1", next_step="another-talk", message="Дякуємо. Приходьте в понеділок.")
    hands.look("9-proposal")
    hands.press()


def confirm(hands: Hands) -> None:
    """Read it all and confirm as the second person."""
    hands.go("/")
    hands.look("3-work")
    hands.page.locator("main a[href^='/decisions/']").first.click()
    hands.page.wait_for_load_state("load")
    if hands.page.locator("form[action$='/opinion']").count():  # one of the sample
        for radio in hands.page.locator("main input[type=radio][value=established]").all():
            hands.page.locator(f"label[for='{radio.get_attribute('id')}']").click()
        hands.fill(level="a1")
        hands.look("4-opinion")
        hands.press()
    hands.fill(verdict="confirm", reason="The reasons fit what was said.")
    hands.look("4-decision")
    hands.press()


def tell(hands: Hands) -> None:
    """Look at the letter, and record that the person heard it."""
    decision = hands.path()
    hands.go(decision + "/letter")
    hands.look("5-letter")
    hands.go(decision)
    hands.fill(how="in-person", explained=True)
    hands.look("6-tell")
    hands.press()
    hands.look("7-told")


@pytest.mark.parametrize("language", REASONS)
def test_a_family_is_registered_found_interviewed_decided_and_answered(
    browser: Browser, demo: Addresses, language: str
) -> None:
    laptop = at_the_laptop(browser, demo, language)
    case = register(laptop, KNOWN[language])
    laptop.look("8-case")
    laptop.go(f"/cases/{case}/slip")
    laptop.look("9-slip")
    number = laptop.page.locator(".slip__number").last.inner_text().strip()
    send(laptop)
    laptop.look("10-sync")

    reviewer = at_the_registry(browser, demo, "reviewer", language)
    judge(reviewer, number)
    interviewer = at_the_registry(browser, demo, "interviewer", language)
    person = laptop.person_of(case)
    held = interview(interviewer, person)
    find(interviewer, held)
    propose(interviewer, held, REASONS[language])
    confirm(reviewer)
    tell(reviewer)

    send(laptop)
    laptop.go(f"/cases/{case}/record")
    laptop.look("11-answer")
    assert "Дякуємо. Приходьте в понеділок." in laptop.text()
    for hands in (laptop, reviewer, interviewer):
        hands.go("/")
        assert hands.complaints == []
        assert hands.language == language
        hands.leave()
