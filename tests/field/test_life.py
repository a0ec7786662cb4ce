"""Home, marriage, school and work: a page nobody has to open, and nothing on it is pressed for."""

import pytest

from intake.domain.codes import Absent, MaritalStatus
from intake.field.pages import ASKED_ON_MORE, More
from intake.web import labels
from tests.field.desk import Desk, Page
from tests.web.markup import faults

TOLD = {
    "marital_status": "widowed",
    "education": "Six years in the village, then the town",
    "occupation": "Welder, and bees",
}


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.new_case()
    desk.fill(made, "who", {"name": "Олена", "birth__year": "1986"})
    return made


def page_of(desk: Desk, case: str) -> Page:
    return desk.get(desk.address(case, "more/life"))


def save(desk: Desk, case: str, told: dict[str, str]) -> Page:
    return desk.send(page_of(desk, case), told, having="education")


def test_the_list_of_tasks_leads_to_it(desk: Desk, case: str) -> None:
    assert f'href="{desk.address(case, "more/life")}"' in desk.get(f"/cases/{case}").html


def test_what_was_told_is_kept_in_the_persons_words(desk: Desk, case: str) -> None:
    assert save(desk, case, TOLD).path == f"/cases/{case}"
    member = desk.case(case).members[0]
    assert member.text("marital-status") == MaritalStatus.WIDOWED
    assert member.text("education") == TOLD["education"]
    assert member.text("occupation") == TOLD["occupation"]


def test_each_answer_can_be_declined_by_itself(desk: Desk, case: str) -> None:
    save(desk, case, {"marital_status__absent": "asked-declined"})
    member = desk.case(case).members[0]
    assert member.absent("marital-status") is Absent.DECLINED
    assert not member.was_asked("education")


def test_how_somebody_describes_themselves_is_never_read_out_as_a_question(
    desk: Desk, case: str
) -> None:
    text = page_of(desk, case).text
    assert str(labels.asked("marital-status")) in text
    assert str(labels.asked("gender-self")) not in text
    assert "Only if the person brings it up. Never guess." in text


def test_it_is_kept_when_the_person_says_it_and_not_said_aloud_before_others(
    desk: Desk, case: str
) -> None:
    save(desk, case, {"gender_self": "ні те, ні те"})
    member = desk.case(case).members[0]
    assert member.text("gender-self") == "ні те, ні те"
    assert "ні те" not in desk.get(f"/cases/{case}/aloud/{member.id}").text


def test_marriage_and_schooling_are_read_back(desk: Desk, case: str) -> None:
    save(desk, case, TOLD)
    assert TOLD["occupation"] in desk.get(f"/cases/{case}/check").text


@pytest.mark.parametrize(("year", "asked"), [("2014", False), ("2008", True), ("", True)])
def test_nobody_asks_a_young_child_whether_it_is_married(
    desk: Desk, case: str, year: str, asked: bool
) -> None:
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    desk.fill(case, "who", {"name": "Іван", "birth__year": year, "rest": "asked-unknown"}, member=1)
    page = desk.get(desk.address(case, "more/life", 1))
    assert ("marital_status" in page.html) is asked
    assert (str(labels.asked("marital-status")) in page.text) is asked


def test_nothing_of_it_is_needed_to_complete_a_record(desk: Desk, case: str) -> None:
    for path in ASKED_ON_MORE[More.LIFE]:
        assert str(labels.question(path)) not in desk.get(f"/cases/{case}/check").text


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_the_page_is_well_made(desk: Desk, case: str, lang: str) -> None:
    desk.get(f"/?lang={lang}")
    assert faults(page_of(desk, case).html) == []
