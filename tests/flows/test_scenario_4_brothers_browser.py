"""Scenario 4 of the domain in a browser: two brothers at a station, an aunt who looks."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from intake.domain.codes import TraceStatus
from tests.flows import acts
from tests.flows.acts import Day
from tests.flows.browser import Hands
from tests.flows.cast import AGREED, AUNT, DRAWING, FOUND, SONG, SOUGHT, UNKNOWN
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
BEST = "First somebody trained looks at what is best for the child. Record what they found."
AGAINST = "The last look did not find this contact in the interest of the child."
PARENTS = {"mother": "Оксана Бондар", "father": "Тарас Бондар", "birth_place": "Стара Гута"}
GUARDED = {
    **AGREED,
    **{f"child_{purpose}": "yes" for purpose in AGREED},
    "given_by": "guardian",
    "care_arrangement": "The children's home at the station",
}
ELDER = {
    "who": {
        "name": "Петрик Бондар",
        "sex": "m",
        "birth__age": "11",
        "relationship": "focal-point",
    },
    "origin": PARENTS,
    "consent": GUARDED,
}
YOUNGER = {
    "who": {
        "name": "Юрчик",
        "sex": "m",
        "birth__age": "6",
        "relationship": "sibling",
        "told_by": "relative",
    },
    "origin": PARENTS,
    "consent": GUARDED,
}


def the_boys_come(day: Day) -> tuple[str, list[str]]:
    """A guardian answers, and each boy for himself; a page for each without a carer."""
    hands = day.officer
    case = acts.register(hands, ELDER, YOUNGER)
    boys = acts.members_of(hands, case)
    for boy in boys:
        hands.go(f"/cases/{case}/people/{boy}/child")
        hands.fill(**FOUND, **UNKNOWN)
        hands.look("1-child")
        hands.press()
    hands.go(f"/cases/{case}")
    assert hands.count("No parent or carer here") == 2
    acts.read_back(hands, case)
    return case, boys


def the_aunt_asks(day: Day) -> str:
    case = acts.register(day.officer, AUNT)
    acts.ask_for(day.officer, case, **SOUGHT)
    acts.read_back(day.officer, case)
    return case


def two_verify(day: Day, boy: str) -> str:
    """Two tracing officers say the same without each other; where the search stands."""
    search = ""
    for login in ("tracing", "tracing2"):
        hands = day.staff(login)
        hands.go("/tracing")
        (search,) = acts.links_of(hands, "main tbody a")
        hands.go(search)
        assert boy in hands.page.content()
        hands.go(f"{search}/people/{boy}")
        assert not hands.tells(TraceStatus.VERIFIED)
        hands.look("1-candidate")
        hands.fill(verdict="the-one-sought", reason="Both parents and the village agree.")
        hands.press()
    hands.go(f"{search}/people/{boy}")
    assert hands.tells(TraceStatus.VERIFIED)
    hands.fill(reason="An aunt of two children without a carer.")
    hands.press()
    return search


def wish(hands: Hands, side: str) -> None:
    hands.fill(side=side, wish="yes", reason="Asked alone, in person.")
    hands.press()


def protection_asks_both(day: Day, search: str, boy: str) -> None:
    """The guardian for the found side, the aunt; best interests before any contact."""
    contact = f"{search}/people/{boy}"
    hands = day.staff("protection")
    hands.go("/contacts")
    assert contact in acts.links_of(hands, "main tbody a")
    hands.go(contact)
    wish(hands, "found")
    assert not hands.page.locator("button[formaction$='/made']").count()
    wish(hands, "asker")
    assert hands.tells(TraceStatus.BOTH_AGREE)
    hands.fill(reason="They spoke by phone.")
    made(hands)
    acts.forgive(hands)
    assert hands.says(BEST)
    hands.look("1-best-interests")
    hands.go(contact)
    somebody_looked_at_what_is_best(hands, "not-now", "He sleeps badly since the journey.")
    hands.fill(reason="They spoke by phone.")
    made(hands)
    acts.forgive(hands)
    assert hands.says(AGAINST)
    hands.go(contact)
    somebody_looked_at_what_is_best(hands, "in-interest", "He asks for her every day.")
    hands.look("3-in-interest")
    hands.fill(reason="They spoke by phone.")
    made(hands)
    assert not hands.problems()
    assert hands.tells(TraceStatus.CONTACT)
    hands.look("4-contact")


def somebody_looked_at_what_is_best(hands: Hands, outcome: str, reason: str) -> None:
    """A trained person heard the boy, and his guardian had a part in it."""
    hands.page.locator("main a[href$='/look']").first.click()
    hands.page.wait_for_load_state("load")
    hands.fill(
        looked_by="Child protection officer",
        asked="yes",
        view="I want to hear my aunt's voice.",
        guardian="agrees",
        outcome=outcome,
        conditions="By telephone first.",
        reason=reason,
    )
    hands.look("2-what-is-best")
    hands.press()


def made(hands: Hands) -> None:
    hands.page.locator("button[formaction$='/made']").click()
    hands.page.wait_for_load_state("load")


def protection_reads_song_and_drawing(day: Day, boys: list[str]) -> None:
    hands = day.staff("protection")
    for boy in boys:
        hands.go(f"/people/{boy}?purpose=protect-person")
        for told in (SONG, DRAWING, "Central station"):
            assert told in hands.text()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_brothers_are_found_by_an_aunt_and_nobody_is_told_before_all_agree(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    with a_town(tmp_path) as town, acts.a_day(browser, town, language, "scenario-4") as day:
        case, boys = the_boys_come(day)
        number = acts.number_of(day.officer, case)
        aunt = the_aunt_asks(day)
        acts.sync(day.officer)
        protection_reads_song_and_drawing(day, boys)
        search = two_verify(day, boys[0])
        acts.sync(day.officer)
        day.officer.go(f"/cases/{aunt}/record")
        assert number[:5] not in day.officer.page.content()
        assert day.officer.text().count(SOUGHT["name"]) == 1
        day.officer.look("2-aunt")
        protection_asks_both(day, search.replace("/tracing/", "/contacts/"), boys[0])
