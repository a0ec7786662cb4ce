"""Scenario 3 of the domain in a browser: Hodan, 16 or 19, brought by a man she met."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from intake.domain.codes import CareArrangement, ConsentAnswer
from intake.i18n import gettext, use_locale
from intake.web.labels import label
from tests.flows import acts
from tests.flows.acts import Day
from tests.flows.browser import Hands
from tests.flows.cast import UNKNOWN
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
NAME = "Xodan Cabdi Warsame"
BRINGER = "Faarax with the blue van"
GUARDIAN = "Appointed by the children's office"
WITHHELD = (BRINGER, "The driver")
HODAN = {
    "who": {
        "name": NAME,
        "name_other": "Indhoyar",
        "sex": "f",
        "birth__age": "16",
        "birth__age_to": "19",
        "languages__others": "so",
    },
    "origin": {"missing_relatives": "yes"},
    "consent": {
        **dict.fromkeys(("registration", "verification", "tracing"), "yes"),
        **dict.fromkeys(("child_registration", "child_verification"), "yes"),
        "child_tracing": "no",
        "given_by": "guardian",
    },
}
FOUND = {
    "brought_by": "A driver",
    "brought_tie": "met-on-route",
    "brought_contact": BRINGER,
    "care_kind": "residential",
    "guardian": GUARDIAN,
    "wish_not_with": "The driver",
    **UNKNOWN,
}


def she_comes(day: Day) -> str:
    """The way of a child: both are asked, no moment alone, a page of her own; sent."""
    hands = day.officer
    case = acts.open_case(hands, "so")
    for page in ("who", "origin"):
        assert not hands.page.locator("input[type=file]").count()
        hands.fill(**UNKNOWN, **HODAN[page])
        hands.press()
    assert not hands.page.locator("main [name=private_moment]").count()
    assert hands.page.locator("main [name=child_registration]").count()
    assert not hands.page.locator("input[type=file]").count()
    hands.look("1-consent")
    hands.fill(**UNKNOWN, **HODAN["consent"])
    hands.press()
    (person,) = acts.members_of(hands, case)
    hands.go(f"/cases/{case}")
    assert hands.says("No parent or carer here")
    hands.go(f"/cases/{case}/people/{person}/child")
    hands.fill(**FOUND)
    assert not hands.page.locator("input[type=file]").count()
    hands.look("2-child")
    hands.press()
    acts.read_back(hands, case)
    return case


def both_answers_are_kept(hands: Hands) -> None:
    """The guardian's yes to tracing and her own no stand beside each other (DP-06)."""
    with use_locale(hands.language):
        yes, no = str(label(ConsentAnswer.YES)), str(label(ConsentAnswer.NO))
        line = f"{gettext('The carer')}: {yes} · {gettext('The child')}: {no}"
    assert line in hands.text()
    assert not hands.says("Hidden from your role")


def no_paper_names_who_brought_her(day: Day, case: str) -> None:
    for paper in ("slip", "check"):
        day.officer.go(f"/cases/{case}/{paper}")
        assert NAME in day.officer.text() or paper == "slip"
        assert BRINGER not in day.officer.page.content()


def seen_by(day: Day, login: str, person: str) -> str:
    day.staff(login).go(f"/people/{person}?purpose=protect-person")
    return day.staff(login).page.content()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_v09_dp06_hodan_goes_the_way_of_a_child_and_who_brought_her_is_no_contact(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    with a_town(tmp_path) as town, acts.a_day(browser, town, language, "scenario-3") as day:
        case = she_comes(day)
        no_paper_names_who_brought_her(day, case)
        (person,) = acts.members_of(day.officer, case)
        acts.sync(day.officer)
        for login in ("clerk", "interviewer", "reviewer"):
            page = seen_by(day, login, person)
            assert NAME in page
            assert not [words for words in WITHHELD if words in page]
        day.staff("reviewer").look("1-person")
        page = seen_by(day, "protection", person)
        for told in (NAME, "Indhoyar", BRINGER, GUARDIAN):
            assert told in page.replace("&#39;", "'")
        assert day.staff("protection").says("May be a child")
        assert day.staff("protection").tells(CareArrangement.RESIDENTIAL)
        both_answers_are_kept(day.staff("protection"))
        day.staff("protection").look("1-person")
        day.staff("protection").go("/needs")
        assert acts.number_of(day.officer, case) in day.staff("protection").text()
        tracing = day.staff("tracing")
        answer = tracing.page.goto(f"{tracing.base}/people/{person}?purpose=trace-relative")
        assert answer is not None
        assert answer.status == 404  # her own no holds
        tracing.complaints.clear()
