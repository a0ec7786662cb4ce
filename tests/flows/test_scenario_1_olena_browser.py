"""Scenario 1 of the domain in a browser: Olena, her son, her husband; then her sister."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from intake.domain.codes import DecisionStatus, IdentityLevel
from tests.flows import acts
from tests.flows.acts import Day
from tests.flows.cast import AGREED
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
SAID = "Артемівськ"
BAKHMUT = "gn713174"
TOO_HIGH = "This level is higher than what supports it. Choose a lower one."
UNTIL = "Up to and including this day the person can say what they think of it, before it is final:"
MESSAGE = "Ми віримо."
OLENA = {
    "who": {
        "name": "Олена Гонтар",
        "name_latin": "Elena Gontar",
        "sex": "f",
        "birth__age": "34",
        "birth__about": True,
        "relationship": "focal-point",
        "languages__tags": ["uk", "ru"],
    },
    "origin": {
        "birth_place": SAID,
        "birth_place__country": "UA",
        "birth_place__link": BAKHMUT,
        "last_residence": SAID,
        "mother": "Марфа",
        "father": "Захар",
        "missing_relatives": "yes",
        "documents__0_kind": "passport",
        "documents__0_status": "destroyed",
    },
    "consent": {**AGREED, "private_moment": "offered-taken"},
}
SON = {
    "who": {"name": "Данило", "sex": "m", "birth__age": "9", "relationship": "child"},
    "origin": {"mother": "Олена", "missing_relatives": "yes"},
    "consent": {
        **AGREED,
        **{f"child_{purpose}": "yes" for purpose in AGREED},
        "given_by": "caregiver-and-child",
    },
}
SISTER = {
    "who": {"name": "Марина", "sex": "f", "birth__age": "29", "birth__about": True},
    "origin": {"birth_place": "Бахмут", "birth_place__country": "UA", "mother": "Марфа"},
    "consent": AGREED,
}
HUSBAND = {"kin": "spouse", "name": "Андрій", "last_news": "A call in spring."}


def olena_comes(day: Day) -> str:
    """One group of two, a town under its old name, a search for the husband; sent."""
    hands = day.officer
    case = acts.register(hands, OLENA, SON)
    hands.look("1-check")
    olena, _son = acts.members_of(hands, case)
    acts.ask_for(hands, case, asker=olena, **HUSBAND)
    acts.read_back(hands, case)
    hands.go(f"/cases/{case}/record")
    assert "Elena Gontar" in hands.text()
    assert SAID in hands.text()
    assert "Бахмут" in hands.text() or "Bakhmut" in hands.text()
    acts.sync(hands)
    hands.look("2-record")
    return case


def both_are_at_the_registry(day: Day, person: str) -> None:
    """One group of two, and the town under both of its names."""
    hands = day.staff("reviewer")
    hands.go(person)
    for told in ("Олена Гонтар", "Elena Gontar", SAID, "Bakhmut"):
        assert told in hands.text(), told
    others = acts.links_of(hands, "main section.card:first-of-type a[href^='/people/']")
    assert len([one for one in others if not one.endswith("/group")]) == 1


def the_search_is_at_the_registry(day: Day) -> None:
    tracing = day.staff("tracing")
    tracing.go("/tracing")
    tracing.page.locator("main a[href^='/tracing/']").last.click()
    assert "Андрій" in tracing.text()
    assert "A call in spring." in tracing.text()
    tracing.look("1-search")


def recorded_first(day: Day, olena: str) -> None:
    """The first talk carries her to A1 and no further; told, not commented, final."""
    interviewer = day.staff("interviewer")
    held = acts.talk(interviewer, olena)
    acts.write_proposal(interviewer, held, "a2")
    acts.send(interviewer)
    assert interviewer.says(TOO_HIGH)
    acts.forgive(interviewer)
    interviewer.look("1-too-high")
    decision = acts.propose(interviewer, held, "a1")
    acts.confirm(day.staff("reviewer"), decision)
    acts.tell(day.staff("reviewer"), decision)
    acts.sync(day.officer)
    day.come_back(days=8)
    acts.make_final(day.staff("reviewer"), decision)


def the_sister_is_heard(day: Day, olena: str) -> str:
    """Alone, as a case of her own; she supports nothing before her own talk. Her number."""
    case = acts.register(day.officer, SISTER)
    acts.read_back(day.officer, case)
    acts.sync(day.officer)
    for login in ("clerk", "reviewer"):
        acts.judge(day.staff(login), "related")
    (sister,) = acts.members_of(day.officer, case)
    number = acts.number_of(day.officer, case)
    interviewer = day.staff("interviewer")
    interviewer.go(f"/people/{olena}/supports")
    interviewer.fill(of="kin", number=number, what="Her sister knows her.")
    acts.send(interviewer)
    assert interviewer.says("Choose a relative who was heard alone.")
    acts.forgive(interviewer)
    acts.talk(interviewer, sister)
    return number


def decided(day: Day, olena: str, sister: str) -> str:
    """A sister of another household and a school record carry her to A3."""
    interviewer = day.staff("interviewer")
    held = acts.talk(interviewer, olena)
    acts.support(interviewer, olena, "kin", number=sister)
    acts.support(interviewer, olena, "record", where="School of the town.")
    interviewer.look("2-supports")
    decision = acts.propose(interviewer, held, "a3", message=MESSAGE)
    interviewer.go(decision)
    assert not interviewer.page.locator("main [name=verdict]").count()
    reviewer = day.staff("reviewer")
    reviewer.go(decision)
    reviewer.look("1-decision")
    acts.confirm(reviewer, decision)
    acts.tell(reviewer, decision)
    return decision


def she_is_answered(day: Day, record: str) -> None:
    """At the laptop, with the day until which she may say what she thinks of it."""
    acts.sync(day.officer)
    day.officer.go(record)
    assert MESSAGE in day.officer.text()
    assert day.officer.says("Your identity is well supported.")
    assert day.officer.says(UNTIL)
    day.officer.look("3-answer")


def it_holds_when_her_time_is_over(day: Day, person: str, decision: str) -> None:
    """Not before somebody closes it."""
    day.come_back(days=8)
    reviewer = day.staff("reviewer")
    acts.make_final(reviewer, decision)
    assert reviewer.tells(DecisionStatus.FINAL)
    assert not reviewer.page.locator("form[action$='/final']").count()
    reviewer.look("2-final")
    reviewer.go(person)
    assert reviewer.tells(IdentityLevel.A3)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_olena_is_recorded_and_two_months_later_well_supported(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    with a_town(tmp_path) as town, acts.a_day(browser, town, language, "scenario-1") as day:
        case = olena_comes(day)
        record = f"/cases/{case}/record"
        olena, _son = acts.members_of(day.officer, case)
        person = f"/people/{olena}?purpose=check-recording"
        both_are_at_the_registry(day, person)
        the_search_is_at_the_registry(day)
        recorded_first(day, olena)
        day.officer.go(record)
        assert day.officer.says("Your identity is recorded, and the record is unique.")

        day.come_back(days=60)
        sister = the_sister_is_heard(day, olena)
        decision = decided(day, olena, sister)
        she_is_answered(day, record)
        it_holds_when_her_time_is_over(day, person, decision)
        acts.sync(day.officer)
        day.officer.go(record)
        assert not day.officer.says(UNTIL)
