"""A family that was sent together parts at the registry: one asks, one is to be safe."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from intake.domain.codes import MoveStatus, RegroupReason
from tests.flows import acts
from tests.flows.acts import Day
from tests.flows.browser import Hands
from tests.flows.cast import AGREED
from tests.flows.test_scenario_5_apart_browser import DARYNA, HUSBAND
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
MOTHER = {
    "who": {"name": "Марія", "sex": "f", "birth__age": "66", "relationship": "parent"},
    "origin": {"birth_place": "Стара Гута"},
    "consent": AGREED,
}
WORDS = "Each was asked alone."


def they_come_and_are_sent(day: Day) -> list[str]:
    hands = day.officer
    case = acts.register(hands, HUSBAND, DARYNA, MOTHER)
    acts.read_back(hands, case)
    people = acts.members_of(hands, case)
    acts.sync(hands)
    return people


def a_box_for(hands: Hands, person: str, reason: RegroupReason) -> None:
    hands.go(f"/people/{person}/group")
    hands.fill(people=[person], where="new", reason=reason.value, words=WORDS)


def agree(hands: Hands, address: str) -> None:
    hands.go(address)
    hands.fill(words=WORDS)
    hands.press()


def group_of(hands: Hands, person: str) -> str:
    hands.go(f"/people/{person}/group")
    return hands.page.locator("h1 .number").inner_text()


def the_mother_asks_to_be_alone(day: Day, mother: str, son: str) -> None:
    clerk = day.staff("clerk")
    a_box_for(clerk, mother, RegroupReason.FAMILY_REQUEST)
    clerk.look("1-propose")
    clerk.press()
    address = clerk.path()
    assert clerk.says("Proposed. They stay as they are until a second person agrees.")
    assert clerk.says("It waits for a second person.")
    reviewer = day.staff("reviewer")
    reviewer.go("/")
    assert reviewer.says("Groups that somebody wants to split or join")
    reviewer.go(address)
    reviewer.look("2-review")
    agree(reviewer, address)
    assert reviewer.tells(MoveStatus.CONFIRMED)
    reviewer.look("3-done")
    clerk = day.staff("clerk")
    clerk.go(f"/people/{son}?purpose=check-recording")
    assert clerk.tells(RegroupReason.FAMILY_REQUEST)
    clerk.look("4-person")


def the_wife_is_brought_to_safety(day: Day, wife: str, husband: str) -> None:
    first = day.staff("protection")
    a_box_for(first, wife, RegroupReason.PROTECTION)
    first.press()
    address = first.path()
    second = day.staff("protection2")
    second.go("/")
    assert second.says("Groups that somebody wants to split or join")
    agree(second, address)
    second.look("1-parted")
    hers, his = group_of(second, wife), group_of(second, husband)
    assert hers != his
    for login in ("clerk", "reviewer", "interviewer"):
        hands = day.staff(login)
        for one, other in ((wife, his), (husband, hers)):
            hands.go(f"/people/{one}?purpose=check-recording")
            assert other not in hands.text()
            assert not hands.tells(RegroupReason.PROTECTION)
        hands.look("5-nothing-told")
    second = day.staff("protection2")
    second.go(f"/people/{husband}/group")
    assert hers in second.text()
    second.look("2-group")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_family_parts_at_the_registry(browser: Browser, tmp_path: Path, language: str) -> None:
    with a_town(tmp_path) as town, acts.a_day(browser, town, language, "moves") as day:
        husband, wife, mother = they_come_and_are_sent(day)
        the_mother_asks_to_be_alone(day, mother, husband)
        the_wife_is_brought_to_safety(day, wife, husband)
