"""Scenario 5 of the domain in a browser: a woman whom her husband's family must not find."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from intake.domain.codes import RegroupReason
from tests.flows import acts
from tests.flows.acts import Day
from tests.flows.cast import AGREED
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
FEARED = "My husband and his brothers"
NOBODY = "Somebody who never came"
NO_MATCH = "Nobody here is like the missing relative. The search goes on with every new record."
HOME = "Стара Гута"
HUSBAND = {
    "who": {"name": "Ростислав", "sex": "m", "birth__age": "40", "relationship": "focal-point"},
    "origin": {"birth_place": HOME, "spouse": "Дарина", "missing_relatives": "yes"},
    "consent": AGREED,
}
DARYNA = {
    "who": {"name": "Дарина", "sex": "f", "birth__age": "36", "relationship": "spouse-partner"},
    "origin": {"birth_place": HOME, "spouse": "Ростислав"},
    "consent": {**AGREED, "safe_contact": "Through the nurse"},
}


def she_says_whom_she_fears(day: Day, case: str, person: str) -> None:
    """Alone with the officer, on a page that nobody reads aloud."""
    hands = day.officer
    hands.go(f"/cases/{case}/people/{person}/sharing")
    hands.fill(withheld_from=FEARED, given_by="self", explained="spoken")
    hands.look("1-sharing")
    hands.press()
    hands.go(f"/cases/{case}/check")
    assert FEARED not in hands.page.content()


def she_goes_apart(day: Day) -> tuple[str, str, str, str]:
    """The case she gets, his case, her own id and his; both are complete."""
    hands = day.officer
    others = acts.cases_here(hands)
    together = acts.register(hands, HUSBAND, DARYNA)
    his_id, hers_id = acts.members_of(hands, together)
    she_says_whom_she_fears(day, together, hers_id)
    hands.go(f"/cases/{together}/split")
    hands.fill(people=[hers_id], reason="protection")
    hands.look("2-split")
    hands.press()
    hers = hands.path().split("/")[2]
    hands.go(f"/cases/{hers}/urgent")
    hands.fill(**acts.URGENT_NO)
    hands.press()
    (his,) = acts.cases_here(hands) - others - {hers, together}
    for case in (hers, his):
        acts.read_back(hands, case)
    assert acts.members_of(hands, hers) == [hers_id]
    assert acts.members_of(hands, his) == [his_id]
    return hers, his, hers_id, his_id


def he_searches(day: Day, his: str, her_number: str) -> None:
    """For her, and for somebody who never came: his laptop tells him nothing of either."""
    hands = day.officer
    for name in ("Дарина", NOBODY):
        acts.ask_for(hands, his, kin="spouse", name=name, birth_place=HOME)
    acts.sync(hands)
    acts.sync(hands)
    for page in ("record", "slip", "check"):
        hands.go(f"/cases/{his}/{page}")
        assert her_number[:5] not in hands.page.content()
        assert FEARED not in hands.page.content()
    hands.go(f"/cases/{his}/record")
    hands.look("3-his-record")


def his_search_looks_like_one_that_finds_nobody(day: Day) -> None:
    hands = day.staff("tracing")
    hands.go("/tracing")
    searches = acts.links_of(hands, "main tbody a")
    assert len(searches) == 2
    seen = []
    for name, search in zip(("Дарина", NOBODY), searches, strict=True):
        hands.go(search)
        assert hands.says(
            "Nobody here is like the missing relative. The search goes on with every new record."
        )
        hands.look("1-search")
        seen.append(hands.text().replace(name, ""))
    assert seen[0] == seen[1]


def protection_alone_sees_both(day: Day, people: tuple[str, str], numbers: tuple[str, str]) -> None:
    """The staff who open either record learn neither of the other nor whom she fears."""
    her_number, his_number = numbers
    person, husband = people
    for login in ("clerk", "interviewer", "reviewer"):
        hands = day.staff(login)
        hands.go(f"/people/{person}?purpose=check-recording")
        for secret in (FEARED, his_number[:5], "Through the nurse"):
            assert secret not in hands.page.content()
        hands.go(f"/people/{husband}?purpose=check-recording")
        assert her_number[:5] not in hands.page.content()
        assert not hands.tells(RegroupReason.PROTECTION)
    protection = day.staff("protection")
    protection.go(f"/people/{person}?purpose=protect-person")
    assert protection.tells(RegroupReason.PROTECTION)
    assert FEARED in protection.text()
    assert "Through the nurse" in protection.text()
    protection.look("1-person")
    protection.go(f"/people/{husband}?purpose=protect-person")
    assert protection.tells(RegroupReason.PROTECTION)
    protection.go("/contacts")
    assert her_number in protection.text()
    protection.look("2-contacts")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_his_search_for_her_ends_on_the_screen_of_no_match(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    with a_town(tmp_path) as town, acts.a_day(browser, town, language, "scenario-5") as day:
        hers, his, *people = she_goes_apart(day)
        numbers = acts.number_of(day.officer, hers), acts.number_of(day.officer, his)
        he_searches(day, his, numbers[0])
        his_search_looks_like_one_that_finds_nobody(day)
        protection_alone_sees_both(day, (people[0], people[1]), numbers)
