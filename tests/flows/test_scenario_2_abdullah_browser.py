"""Scenario 2 of the domain in a browser: one name, two scripts, two records, no penalty."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from intake.domain.codes import CaseStatus
from tests.flows import acts
from tests.flows.acts import Day
from tests.flows.cast import AT_THE_GATE, FLOOD, IN_THE_TENT
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
NOWHERE = ("religion", "thumb", "finger", "ethnic")


def he_comes(day: Day, told: acts.Pages) -> tuple[str, str]:
    """Registered from the notice in Dari to the slip, and sent."""
    hands = day.officer
    case = acts.register(hands, told, spoken="fa-AF")
    page = hands.page.content().casefold()
    assert not [asked for asked in NOWHERE if asked in page]
    (person,) = acts.members_of(hands, case)
    acts.read_back(hands, case)
    acts.sync(hands)
    return case, person


def both_are_the_same(day: Day, login: str) -> str:
    """Read the two side by side and say so; the path of the pair."""
    hands = day.staff(login)
    hands.go("/pairs")
    (pair,) = acts.waiting_pairs(hands)
    hands.go(pair)
    assert hands.says("Are these the same person?")
    assert "Abdallah" in hands.text()
    assert "عبدالله" in hands.text()
    assert FLOOD in hands.text()
    assert not hands.page.locator("main [name=verdict]:checked").count()
    hands.look("1-pair")
    acts.judge(hands, "same")
    return pair


def he_lost_nothing(day: Day, case: str, person: str) -> None:
    """The case stands as it stood, with nothing decided about anybody."""
    day.officer.go(f"/cases/{case}/record")
    assert day.officer.tells(CaseStatus.RECEIVED)
    assert not day.officer.says("What the registry found, to tell the person")
    reviewer = day.staff("reviewer")
    reviewer.go(f"/people/{person}?purpose=compare-records")
    assert "Abdallah" in reviewer.text()
    assert "عبدالله" in reviewer.text()
    reviewer.look("2-person")


@pytest.mark.parametrize("language", ["en", "fa_AF"])
def test_abdullah_comes_twice_and_two_people_say_that_he_is_one(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    with a_town(tmp_path) as town, acts.a_day(browser, town, language, "scenario-2") as day:
        first = he_comes(day, AT_THE_GATE)
        day.come_back(days=9)
        second = he_comes(day, IN_THE_TENT)
        day.officer.look("1-sync")
        pair = both_are_the_same(day, "clerk")
        day.staff("clerk").go(pair)
        assert not day.staff("clerk").page.locator("main [name=verdict]").count()
        assert both_are_the_same(day, "reviewer") == pair
        day.staff("reviewer").go("/links")
        assert day.staff("reviewer").page.locator("main tbody tr").count() == 1
        acts.sync(day.officer)
        for case, person in (first, second):
            he_lost_nothing(day, case, person)
