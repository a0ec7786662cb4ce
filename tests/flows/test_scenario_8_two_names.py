"""Scenario 8 of the domain: two birth places in two interviews, explained, and neutral.

In a browser, in English and in Arabic: the town was renamed, and she tells both names.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.flows import acts
from tests.flows.axe import under_the_bar
from tests.flows.browser import Hands
from tests.flows.cast import AGREED
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
BORN = "birth-place"
OLD, NEW = "Artemivsk", "Bakhmut"
WHY = "It is one town. They renamed it; since the shelling I say now one, now the other."
OLENA = {
    "who": {"name": "Olena Hontar", "sex": "f", "birth__year": "1986"},
    "origin": {"birth_place": OLD, "missing_relatives": "no"},
    "consent": {**AGREED, "rest": "asked-declined"},
}


def talk_until_probing(hands: Hands, person: str) -> str:
    """Plan a talk with what was proposed, and hold it until the story is told."""
    hands.go(f"/people/{person}/interviews/new")
    assert OLD not in hands.text()
    assert NEW not in hands.text()
    held = acts.plan(hands, person)
    acts.listen(hands)
    return held


def first_talk(hands: Hands, person: str) -> None:
    """In the first talk she says the new name, and it is written into the record."""
    held = talk_until_probing(hands, person)
    acts.go_on(hands, "clarify")
    acts.go_on(hands, "close")
    acts.sign(hands)
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
    hands.page.locator("main textarea").first.fill("Так.")
    hands.page.locator("main select[name$=-prompted]").first.select_option("leading")
    hands.look("1-probe")
    acts.go_on(hands, "clarify")
    panel = hands.page.locator("section.question").first.inner_text()
    assert OLD in panel
    assert NEW in panel
    assert hands.page.locator("section.question").count() == 1
    hands.look("2-clarify")
    hands.page.locator("main button[name=to][value=close]").click()
    hands.page.wait_for_load_state("load")
    assert hands.page.locator(".govuk-error-summary").count() == 1
    acts.forgive(hands)
    acts.put(hands, words=WHY)
    acts.go_on(hands, "close")
    assert WHY in hands.text()
    hands.look("3-close")
    reached, hidden = under_the_bar(hands.page)
    assert (reached > 10, hidden) == (True, [])
    acts.sign(hands)
    return held


def find(hands: Hands, held: str, result: str, evidence: str, reason: str) -> None:
    """Write one finding about the place of birth; whatever comes of it."""
    hands.go(f"/interviews/{held}/findings?fact={BORN}")
    hands.fill(indicator="internal-consistency", result=result, central=True, reason=reason)
    told = hands.page.locator("main .choose__list tr").filter(has_text=evidence)
    for box in told.locator("input[name=evidence]").all():
        box.check()
    acts.record_finding(hands)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_v14_v15_two_names_of_one_town_are_explained_and_end_as_neutral(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    with a_town(tmp_path) as town, acts.a_day(browser, town, language, "scenario-8") as day:
        case = acts.register(day.officer, OLENA)
        (person,) = acts.members_of(day.officer, case)
        acts.read_back(day.officer, case)
        acts.sync(day.officer)
        hands = day.staff("interviewer")
        first_talk(hands, person)
        held = second_talk(hands, person)

        find(hands, held, "supports", "Так.", "She said yes.")
        assert hands.page.locator(".govuk-error-summary").count() == 1  # V-15
        acts.forgive(hands)
        find(hands, held, "neutral", OLD, "One town under its older and its newer name.")
        assert hands.page.locator(".govuk-error-summary").count() == 0
        assert "One town under its older and its newer name." in hands.text()
        assert WHY in hands.text()
        hands.look("4-findings")
