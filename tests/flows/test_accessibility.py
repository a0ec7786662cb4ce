"""Every page and every error, in three languages: axe-core finds nothing (WCAG 2.2 AA)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.flows.axe import pale, shape, violations
from tests.flows.browser import (
    SCREEN,
    Addresses,
    Hands,
    at_the_laptop,
    at_the_registry,
)
from tests.flows.town import a_town
from tests.flows.walk import send_empty, walk

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "uk", "ar")
ZOOMED = (683, 320)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
ROLES = ("clerk", "interviewer", "reviewer", "protection", "tracing", "officer", "admin")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    with a_town(tmp_path_factory.mktemp("demo"), households=16) as addresses:
        yield addresses


@pytest.fixture(scope="module")
def move(browser: Browser, demo: Addresses) -> str:
    """Where a proposal stands to split a group; on the way every kind of box is filled."""
    hands = at_the_registry(browser, demo, "clerk", "en")
    hands.go("/search")
    hands.fill(words="О", purpose="person-asks")
    hands.press()
    for person in re.findall(r"/people/([0-9a-f]{32})", hands.page.content()):
        hands.go(f"/people/{person}/group")
        if hands.page.locator("main input[name=people]").count() > 1:
            break
    hands.fill(people=[person], where="new", reason="departure", words="They say so.")
    hands.press()
    path = hands.path()
    hands.leave()
    return path


def a_draft(hands: Hands) -> str:
    """Begin a registration of an adult and a child; returns the first page of the draft."""
    hands.go("/cases/new?kind=family")
    hands.fill(language="uk", channel="spoken", group_kind="family")
    hands.press()
    case = hands.path().split("/")[2]
    for question in ("doctor", "child_alone", "shelter", "afraid", "alone"):
        hands.fill(**{f"urgent_{question}": "no"})
    hands.press()
    hands.fill(name="Олена Вигадана", birth__year="1990", rest="asked-unknown")
    hands.press()
    hands.go(f"/cases/{case}")
    hands.page.locator("main form[action$='/people'] button").click()
    hands.fill(name="Маргарита Вигадана-Приклад", birth__age="9", rest="asked-unknown")
    hands.press()
    return f"/cases/{case}"


def found(hands: Hands, words: str, **answers: str) -> str:
    """The first page that a search leads to."""
    hands.go("/search")
    hands.fill(words=words, **answers)
    hands.press()
    return hands.find(r"(/people/[0-9a-f]{32}\?purpose=[a-z-]+)")


def too_wide(hands: Hands) -> list[str]:
    """Where a page has to be pushed sideways: zoomed to 200 % of a laptop, and at 320 px."""
    told = []
    for width in ZOOMED:
        hands.page.set_viewport_size({"width": width, "height": SCREEN["height"]})
        over = hands.page.evaluate(SIDEWAYS)
        told += [f"{hands.path()}: {over} px too wide at {width}"] if over > 0 else []
    hands.page.set_viewport_size(SCREEN)
    return told


def broken(hands: Hands, *starts: str, seen: set[str] | None = None) -> list[str]:
    """What axe finds on each page of the walk, and on it with errors."""
    return [told for path in walk(hands, *starts, seen=seen) for told in checked(hands, path)]


def checked(hands: Hands, path: str) -> list[str]:
    """What axe finds on this page as it is, and once it was sent with nothing in it.

    Colours are the same in every language, so sun and night are looked at in one.
    """
    look = (violations, pale) if hands.language == "en" else (violations,)
    told = [f"{path}: {rule}" for seen in look for rule in seen(hands.page)]
    if send_empty(hands):
        told += [f"{path} with errors: {rule}" for seen in look for rule in seen(hands.page)]
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page_of_the_laptop(
    browser: Browser, demo: Addresses, language: str
) -> None:
    hands = at_the_laptop(browser, demo, language)
    draft = a_draft(hands)
    told = []
    for path in walk(hands, "/", draft, "/quick/new", "/withdraw"):
        told += too_wide(hands)
        told += checked(hands, path)
    assert told == []
    hands.leave()


def test_what_is_asked_stays_in_sight_where_answers_go_below_it(
    browser: Browser, demo: Addresses
) -> None:
    hands = at_the_laptop(browser, demo, "ar")
    draft = a_draft(hands)
    hands.go(draft)
    hands.go(hands.find(rf'"({draft}/people/[0-9a-f]{{32}}/sharing)"'))
    asked = hands.page.locator("main thead [lang=uk]")
    for width in ZOOMED:
        hands.page.set_viewport_size({"width": width, "height": 640})
        assert [one.is_visible() for one in asked.all()] == [True, True], width
    hands.leave()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page_of_the_registry(
    browser: Browser, demo: Addresses, move: str, language: str
) -> None:
    """Each role walks on where its own pages begin; the first page is looked at for each."""
    seen: set[str] = set()
    told = []
    for role in ROLES:
        hands = at_the_registry(browser, demo, role, language)
        starts = ["/", move] if role == "reviewer" else ["/"]
        if role in ("interviewer", "protection"):
            starts.append(found(hands, "О", purpose="person-asks"))
        told += broken(hands, *starts, seen=seen)
        seen.discard("/")
        hands.leave()
    assert told == []
    assert {shape(move), shape("/people/" + "0" * 32 + "/group")} <= seen


def test_axe_finds_what_is_broken(browser: Browser) -> None:
    """The rules do bite: a box without a label, grey on white, a page without a title."""
    page = browser.new_page()
    page.set_content("<p style='color:#ccc;background:#fff'>pale</p><input type=text>")
    told = " ".join(violations(page))
    for rule in ("label", "color-contrast", "document-title", "html-has-lang"):
        assert rule in told


def test_axe_finds_what_is_pale_in_one_theme_only(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        "<html class='theme-plain'><style>.theme-night p {color: #333}</style>"
        "<body style='background:#101817;color:#fff'><p>dark on dark</p></body></html>"
    )
    assert violations_of_contrast(page) == ["night"]


def violations_of_contrast(page: Page) -> list[str]:
    return [told.partition(":")[0] for told in pale(page)]


def test_the_walk_opens_one_page_of_every_shape(browser: Browser, demo: Addresses) -> None:
    hands = at_the_laptop(browser, demo, "en")
    paths = list(walk(hands, "/", a_draft(hands)))
    assert len(set(map(shape, paths))) > 30
    for part in (
        "/check",
        "/urgent",
        "/child",
        "/split",
        "/family",
        "/journey",
        "/record",
        "/slip",
        "/settings",
    ):
        assert any(path.partition("?")[0].endswith(part) for path in paths), part
