"""Scenario 7 of the domain in a browser: three short ways to turn somebody away, all shut."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from intake.demo.stage import STAFF_PASSPHRASE
from tests.flows import acts
from tests.flows.acts import Day
from tests.flows.browser import Hands
from tests.flows.cast import AGREED
from tests.flows.town import a_town

pytestmark = pytest.mark.browser
BORN = "birth-place"
WHY = "Обидва правильні: одне місто стоїть біля другого."
FIRST_ASK = "First put the difference to the person and write their explanation."
NOT_ALONE = "This outcome cannot rest on plausibility or knowledge of a place alone."
NOT_YOURSELF = "You proposed, interviewed or recorded here, so somebody else must confirm it."
SAMIR = {
    "who": {"name": "Samir", "sex": "m", "birth__year": "1990"},
    "origin": {"birth_place": "Homs", "birth_place__country": "SY", "mother": "Huda"},
    "consent": AGREED,
}
NOT_NOW: dict[str, str] = {
    f"fact-{BORN}-outcome": "not-established-now",
    "helps": "A letter from your school.",
    "again": "13",
}
BOTH = "Bella Both"


def a_colleague_who_may_do_both(day: Day) -> Hands:
    """The administrator lets somebody in who listens to some and reviews others."""
    admin = day.staff("admin")
    admin.go("/users/new")
    admin.fill(name=BOTH, login="both", passphrase=STAFF_PASSPHRASE, again=STAFF_PASSPHRASE)
    admin.fill(interviewer=True, reviewer=True)
    admin.press()
    return day.staff("both")


def samir_comes(day: Day) -> str:
    case = acts.register(day.officer, SAMIR)
    (person,) = acts.members_of(day.officer, case)
    acts.read_back(day.officer, case)
    acts.sync(day.officer)
    return person


def he_names_another_town(hands: Hands, held: str) -> None:
    """What he said in this talk is written into the record beside the first."""
    hands.go(f"/interviews/{held}/statements/{BORN}")
    hands.fill(said="Hama", said__country="SY")
    hands.press()


def doubt(hands: Hands, held: str, indicator: str, result: str) -> None:
    """Write a finding against his place of birth, resting on his own story."""
    hands.go(f"/interviews/{held}/findings?fact={BORN}")
    hands.fill(indicator=indicator, result=result, central=True, reason="He told of a river.")
    told = hands.page.locator("main .choose__list tr").filter(has_text=acts.STORY)
    told.locator("input[name=against]").first.check()
    acts.record_finding(hands)


def refused(hands: Hands, sentence: str) -> bool:
    """Whether the page came back with this plain reason."""
    acts.forgive(hands)
    assert hands.problems()
    return hands.says(sentence)


def nobody_is_turned_away_unasked(hands: Hands, first: str) -> None:
    doubt(hands, first, "internal-consistency", "contradicts")
    assert refused(hands, FIRST_ASK)
    hands.look("1-not-asked")
    hands.go(f"/interviews/{first}/findings?fact={BORN}")
    assert not hands.page.locator(".findings__contradicts").count()


def a_talk_in_which_he_explains(hands: Hands, person: str) -> str:
    held = acts.plan(hands, person, interviewer=BOTH)
    acts.listen(hands)
    acts.go_on(hands, "clarify")
    acts.put(hands, words=WHY)
    acts.go_on(hands, "close")
    acts.sign(hands)
    return held


def nobody_is_turned_away_for_an_unlikely_story(hands: Hands, held: str) -> None:
    doubt(hands, held, "plausibility", "contradicts")
    assert refused(hands, NOT_ALONE)
    hands.look("2-plausibility")
    doubt(hands, held, "plausibility", "unclear")
    assert not hands.problems()
    acts.find_each(hands, held)
    acts.write_proposal(hands, held, "a1", **NOT_NOW, **{f"fact-{BORN}-weighed": "Weighed."})
    acts.send(hands)
    assert refused(hands, NOT_ALONE)
    hands.look("3-proposal")
    assert WHY in hands.text()


def nobody_confirms_what_they_proposed(day: Day, held: str) -> None:
    both, reviewer = day.staff("both"), day.staff("reviewer")
    decision = acts.propose(both, held, "a1", **{f"fact-{BORN}-weighed": "Both are right."})
    both.go(decision)
    assert both.says(NOT_YOURSELF)
    assert not both.page.locator("main [name=verdict]").count()
    both.look("4-own-proposal")
    acts.confirm(reviewer, decision)
    assert not reviewer.says(NOT_YOURSELF)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nobody_is_turned_away_unasked_on_doubt_alone_or_by_one_person(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    with a_town(tmp_path) as town, acts.a_day(browser, town, language, "scenario-7") as day:
        person = samir_comes(day)
        both = a_colleague_who_may_do_both(day)
        first = acts.talk(both, person, interviewer=BOTH)
        he_names_another_town(both, first)
        nobody_is_turned_away_unasked(both, first)
        held = a_talk_in_which_he_explains(both, person)
        nobody_is_turned_away_for_an_unlikely_story(both, held)
        nobody_confirms_what_they_proposed(day, held)
