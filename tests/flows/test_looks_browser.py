"""What eyes found amiss on the laptop's screens and papers, said as rules that hold."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.flows import acts
from tests.flows.browser import SCREEN, Addresses, Hands, at_the_laptop
from tests.flows.cast import AGREED
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
ZOOMED = 683
RING = 5
"""How wide the ring around a box in focus is, in pixels."""
PERSON = {"who": {"name": "عبدالله"}, "origin": {"father": "گل آغا"}, "consent": AGREED}
CUT = """() => {
    const ink = document.createElement("canvas").getContext("2d");
    const told = [];
    for (const box of document.querySelectorAll("main select")) {
        if (!box.checkVisibility()) continue;
        ink.font = getComputedStyle(box).font;
        const longest = [...box.options]
            .map(option => [ink.measureText(option.text).width, option])
            .reduce((one, other) => other[0] > one[0] ? other : one)[1];
        longest.selected = true;
        const alone = box.cloneNode();
        alone.append(longest.cloneNode(true));
        alone.style.cssText = "position: absolute; inline-size: max-content;"
            + " min-inline-size: 0; max-inline-size: none";
        box.after(alone);
        if (box.offsetWidth < alone.offsetWidth - 1) told.push(`${box.name}: ${longest.text}`);
        alone.remove();
    }
    return told;
}"""
"""Where the longest answer of a list, once it is chosen, cannot be read whole."""
TIGHT = """ring => {
    const told = [];
    const above = "main :is(.govuk-hint, .form__head > label, .form__part > label)";
    for (const words of document.querySelectorAll(above)) {
        const next = words.matches(".form__head > *") ? words.parentElement : words;
        const box = next.nextElementSibling;
        if (!box?.matches("input, select, textarea") || !box.checkVisibility()) continue;
        if (words.matches(".govuk-visually-hidden")) continue;
        const range = document.createRange();
        range.selectNodeContents(words);
        const gap = box.getBoundingClientRect().top - range.getBoundingClientRect().bottom;
        if (gap < ring - 2) told.push(`${words.textContent.trim()}: ${gap}`);
    }
    return told;
}"""
"""Where words stand so close above a box that its ring covers more than the empty line below."""
OPEN = "document.querySelectorAll('main details').forEach(fold => fold.open = true)"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    with a_town(tmp_path_factory.mktemp("demo")) as addresses:
        yield addresses


@pytest.fixture(scope="module")
def case(browser: Browser, demo: Addresses) -> str:
    """One complete record of somebody who speaks Arabic."""
    hands = at_the_laptop(browser, demo, "en")
    case = acts.register(hands, PERSON, spoken="ar")
    acts.read_back(hands, case)
    hands.leave()
    return case


@pytest.fixture(params=[SCREEN["width"], ZOOMED])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def opened(hands: Hands, path: str, width: int) -> None:
    """A page with every fold of it open, on a screen this wide."""
    hands.go(path)
    hands.page.set_viewport_size({"width": width, "height": SCREEN["height"]})
    hands.page.evaluate(OPEN)


def pages_of(hands: Hands, case: str) -> list[str]:
    """Every page of a person, and those of the case, that ask something."""
    person = f"/cases/{case}/people/{hands.person_of(case)}"
    pages = ("amend/who", "amend/origin", "amend/consent", "consent", "family/new", "journey/new")
    more = ("more/needs", "more/life", "more/languages", "papers/0", "agreements")
    return [f"{person}/{page}" for page in (*pages, *more)] + [f"/cases/{case}/tracing/new"]


@pytest.mark.parametrize("language", ["en", "uk", "ar", "fa_AF"])
def test_what_is_chosen_from_a_list_is_read_whole(
    browser: Browser, demo: Addresses, case: str, language: str, width: int
) -> None:
    hands = at_the_laptop(browser, demo, language)
    told = []
    for path in pages_of(hands, case):
        opened(hands, path, width)
        told += [f"{path[-16:]}: {cut}" for cut in hands.page.evaluate(CUT)]
        assert hands.page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert told == []
    hands.leave()


def test_the_ring_of_a_box_covers_no_words_above_it(
    browser: Browser, demo: Addresses, case: str, width: int
) -> None:
    hands = at_the_laptop(browser, demo, "en")
    told = []
    for path in ["/find", "/quick/new", *pages_of(hands, case)]:
        opened(hands, path, width)
        told += [f"{path[-16:]}: {tight}" for tight in hands.page.evaluate(TIGHT, RING)]
    assert told == []
    hands.leave()


def test_nothing_in_the_bar_touches_its_edge(browser: Browser, demo: Addresses, width: int) -> None:
    hands = at_the_laptop(browser, demo, "uk")
    opened(hands, "/", width)
    bar = hands.page.locator(".app-bar").bounding_box()
    assert bar is not None
    for part in (".app-find input[type=text]", ".app-lock button"):
        box = hands.page.locator(part).bounding_box()
        assert box is not None
        assert box["y"] - bar["y"] >= RING, part
        assert bar["y"] + bar["height"] - box["y"] - box["height"] >= RING, part
    hands.leave()


def test_the_box_that_finds_shows_its_whole_example(browser: Browser, demo: Addresses) -> None:
    hands = at_the_laptop(browser, demo, "uk")
    opened(hands, "/", ZOOMED)
    box = hands.page.locator(".app-find input[type=text]")
    box.evaluate("box => box.value = box.placeholder")
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") <= 0
    hands.leave()


def test_a_question_in_one_language_takes_the_width_of_the_page(
    browser: Browser, demo: Addresses
) -> None:
    hands = at_the_laptop(browser, demo, "ar")
    draft = acts.register(hands, PERSON, spoken="ar")
    opened(hands, f"/cases/{draft}/people/{hands.person_of(draft)}/consent", ZOOMED)
    rows = hands.page.locator(".asks tbody tr")
    assert rows.count() == 4
    for row in rows.all():
        wide = row.bounding_box()
        asked = row.locator("> :first-child").bounding_box()
        assert wide is not None
        assert asked is not None
        assert asked["width"] == pytest.approx(wide["width"], abs=1)
    hands.leave()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_to_press_is_printed_with_a_record(
    browser: Browser, demo: Addresses, case: str, language: str
) -> None:
    hands = at_the_laptop(browser, demo, language)
    hands.go(f"/cases/{case}/record")
    pressed = hands.page.locator("button, summary, input:not([type=hidden])")
    assert any(one.is_visible() for one in pressed.all())
    hands.page.emulate_media(media="print")
    assert [one.inner_text() for one in pressed.all() if one.is_visible()] == []
    hands.page.emulate_media(media="null")
    hands.leave()


def test_a_heading_and_a_short_table_stay_whole_on_paper(
    browser: Browser, demo: Addresses, case: str
) -> None:
    hands = at_the_laptop(browser, demo, "en")
    hands.go(f"/cases/{case}/record")
    hands.page.emulate_media(media="print")
    breaks = "all => [...new Set(all.map(one => getComputedStyle(one).breakInside))]"
    long = "main table:has(tbody > tr:nth-child(6))"
    for whole in ("main h2", "main table.agreed"):
        assert hands.page.locator(whole).evaluate_all(breaks) == ["avoid"], whole
    assert hands.page.locator(long).evaluate_all(breaks) == ["auto"]
    hands.page.emulate_media(media="null")
    hands.leave()
