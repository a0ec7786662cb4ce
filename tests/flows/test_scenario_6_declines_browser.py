"""Scenario 6 of the domain in a browser: a man who declines whatever he may."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from intake.domain.codes import Absent
from tests.flows import acts
from tests.flows.acts import Day
from tests.flows.cast import DECLINED, EVERYTHING, INPUTS
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
REACHES = ("", "a1"), ("place", "a1"), ("document", "a2"), ("record", "a3")
"""One support after the other, and how far all of them carry."""


def he_comes(day: Day) -> str:
    """Twelve inputs at most, and every page goes on to the next."""
    assert sum(len(filled) for filled in INPUTS) <= 12
    hands = day.officer
    hands.go("/cases/new?kind=single")
    for filled in INPUTS:
        hands.fill(**filled)
        hands.press()
    hands.look("1-complete")
    return hands.path().split("/")[2].partition("?")[0]


def the_registry_reads_that_he_declined(day: Day, person: str) -> None:
    reviewer = day.staff("reviewer")
    reviewer.go(f"/people/{person}?purpose=check-recording")
    assert "Тарас" in reviewer.text()
    assert reviewer.tells(Absent.DECLINED)
    reviewer.look("1-person")


def a_silent_talk(day: Day, person: str) -> str:
    """He comes to the interview, and answers nothing there."""
    hands = day.staff("interviewer")
    held = acts.plan(hands, person)
    for _stage in ("prepare", "open"):
        hands.tick_everything()
        hands.press()
    acts.choose_everywhere(hands, DECLINED)
    hands.press()
    acts.choose_everywhere(hands, DECLINED)
    hands.look("1-declined")
    acts.go_on(hands, "clarify")
    acts.go_on(hands, "close")
    acts.choose_everywhere(hands, DECLINED)
    acts.sign(hands)
    acts.find_each(hands, held)
    return held


def he_is_recorded_and_referred(day: Day, case: str, held: str) -> None:
    interviewer, reviewer = day.staff("interviewer"), day.staff("reviewer")
    facts = ("birth", "birth-place", "last-residence", "father", "mother")
    partly = {f"fact-{fact}-outcome": "partly-established" for fact in facts}
    decision = acts.propose(interviewer, held, "a1", next_step="referral-made", **partly)
    acts.confirm(reviewer, decision)
    acts.tell(reviewer, decision)
    acts.sync(day.officer)
    day.officer.go(f"/cases/{case}/record")
    assert day.officer.says("Your identity is recorded, and the record is unique.")
    assert day.officer.says("We have passed your need on to somebody who helps.")
    day.officer.look("2-answer")


def somebody_looks_after_him(day: Day, case: str, person: str) -> None:
    """He needs a doctor now, so he waits before all others until he was seen to."""
    number = acts.number_of(day.officer, case)
    protection = day.staff("protection")
    protection.go("/needs")
    assert number in protection.text()
    protection.look("1-needs")
    protection.go(f"/people/{person}/needs")
    protection.fill(looked_after=True)
    protection.look("2-need")
    protection.press()
    assert number not in protection.text()


def both_reach_as_far(day: Day, talks: dict[str, str]) -> None:
    """The same supports carry him as far as somebody who answered everything."""
    hands = day.staff("interviewer")
    for of, level in REACHES:
        for person, held in talks.items():
            if of:
                acts.support(hands, person, of, where="Shown at the desk.")
            hands.go(f"/interviews/{held}/decision")
            band = hands.page.locator("#reach .band").inner_text()
            assert band.startswith(level.upper()), (person, band)
    hands.look("2-reach")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_who_declines_everything_is_recorded_referred_and_reaches_as_far(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    with a_town(tmp_path) as town, acts.a_day(browser, town, language, "scenario-6") as day:
        case = he_comes(day)
        (silent,) = acts.members_of(day.officer, case)
        other = acts.register(day.officer, EVERYTHING)
        (talkative,) = acts.members_of(day.officer, other)
        acts.read_back(day.officer, other)
        acts.sync(day.officer)
        somebody_looks_after_him(day, case, silent)
        the_registry_reads_that_he_declined(day, silent)
        talks = {silent: a_silent_talk(day, silent)}
        talks[talkative] = acts.talk(day.staff("interviewer"), talkative)
        both_reach_as_far(day, talks)
        he_is_recorded_and_referred(day, case, talks[silent])
