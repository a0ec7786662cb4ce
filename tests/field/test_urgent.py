"""The urgent screen: five answers, a yes tells the worker to act first."""

import pytest

from intake.domain.codes import Absent
from intake.field.pages import URGENT
from tests.field.desk import Desk


def urgent(desk: Desk, **filled: str) -> tuple[str, str]:
    case = desk.new_case()
    page = desk.send(desk.get(f"/cases/{case}/urgent"), filled, having="rest")
    return case, page.text


@pytest.mark.parametrize("path", URGENT)
def test_a_yes_asks_for_help_first(desk: Desk, path: str) -> None:
    field = path.replace(".", "_").replace("-", "_")
    case, text = urgent(desk, **{field: "yes"})
    assert "Help first" in text
    assert desk.case(case).value(path) == "yes"


def test_a_no_asks_for_nothing(desk: Desk) -> None:
    case, text = urgent(desk, urgent_doctor="no", rest="asked-unknown")
    assert "Help first" not in text
    assert desk.case(case).value("urgent.doctor") == "no"
    assert all(desk.case(case).was_asked(path) for path in URGENT)


def test_the_rest_can_be_not_asked(desk: Desk) -> None:
    case, _ = urgent(desk, rest="not-asked")
    assert {s.statement.absent for s in desk.case(case).said} == {Absent.NOT_ASKED}


def test_an_empty_page_goes_on_and_stays_open(desk: Desk) -> None:
    case, _ = urgent(desk)
    assert desk.case(case).said == ()
    assert "Urgent needs" in desk.get(f"/cases/{case}").text


def test_the_first_person_follows(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.send(desk.get(f"/cases/{case}/urgent"), {"rest": "not-asked"}, having="rest")
    assert page.path == desk.address(case, "who")


def test_later_it_leads_back_to_the_list(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена"})
    page = desk.send(desk.get(f"/cases/{case}/urgent"), {"urgent_alone": "no"}, having="rest")
    assert page.path == f"/cases/{case}"


def test_an_answer_that_is_not_offered_is_refused(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.send(desk.get(f"/cases/{case}/urgent"), {"urgent_doctor": "perhaps"}, having="rest")
    assert page.status == 422
    assert desk.case(case).said == ()
