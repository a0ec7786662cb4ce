"""Who is spoken to in which language, through whom, and what somebody is called."""

from typing import Any

import pytest

from intake.domain.statement import Statement
from intake.domain.stay import PATH
from intake.field.reading import before, called, language_of
from tests.field.desk import Desk
from tests.field.seeding import a_record


@pytest.fixture
def case(desk: Desk) -> str:
    """A draft in which somebody interprets, and its first member is spoken to in Arabic."""
    case = desk.new_case("family")
    interpreter = {"interpreter__kind": "lay", "interpreter__code": "B-7"}
    desk.send(desk.get(f"/cases/{case}/interpreter"), interpreter)
    desk.fill(case, "consent", {"language": "ar", "registration": "yes"})
    return case


def newest(desk: Desk, case: str, path: str) -> Statement:
    """What the first member, or else the group, said last to a question."""
    found = desk.case(case)
    said = [*found.said, *found.members[0].said]
    return [one.statement for one in said if one.statement.path == path][-1]


TOLD: list[tuple[str, str, dict[str, Any], str]] = [
    ("who", "rest", {"name": "Олена"}, "name"),
    ("origin", "rest", {"father": "Петро"}, "father"),
    ("consent", "rest", {"testimony": "Ми прийшли вночі."}, "testimony"),
    ("more/life", "rest", {"occupation": "пекар"}, "occupation"),
    ("journey/new", "role", {"role": "school", "place": "Школа"}, PATH),
    ("family/new", "tie", {"tie": "sibling", "name": "Галина"}, "relative"),
    ("papers/0", "kind", {"kind": "passport"}, "documents"),
    ("child", "rest", {"found_by": "сусіди"}, "found-by"),
    (
        "sharing",
        "explained",
        {"withheld_from": "дядько", "given_by": "self", "explained": "spoken"},
        "withheld-from",
    ),
]


@pytest.mark.parametrize(("page", "having", "typed", "path"), TOLD)
def test_every_page_keeps_in_which_language_and_through_whom_it_was_told(
    desk: Desk, case: str, page: str, having: str, typed: dict[str, Any], path: str
) -> None:
    desk.send(desk.get(desk.address(case, page)), typed, having=having)
    said = newest(desk, case, path)
    assert (said.said_in, said.interpreter) == ("ar", "B-7")


def test_what_the_group_says_of_itself_is_said_in_its_language_through_whoever_interprets(
    desk: Desk, case: str
) -> None:
    desk.send(desk.get(f"/cases/{case}/urgent"), {"urgent_doctor": "yes"}, having="rest")
    said = newest(desk, case, "urgent.doctor")
    assert (said.said_in, said.interpreter) == ("uk", "B-7")


def test_somebody_is_spoken_to_in_the_language_they_chose_last(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"language": "ru", "tracing": "yes"})
    found = desk.case(case)
    assert language_of(found, found.members[0]) == "ru"
    assert language_of(found) == "uk"


def test_the_choice_of_one_is_not_that_of_the_next(desk: Desk, case: str) -> None:
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    found = desk.case(case)
    assert language_of(found, found.members[1]) == "uk"


def test_who_has_no_name_yet_is_called_by_their_place_in_the_group(desk: Desk, case: str) -> None:
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    desk.fill(case, "who", {"name": "Данило"}, member=1)
    assert [called(member) for member in desk.case(case).members] == ["Person 1", "Данило"]


def test_the_member_before_is_the_nearest_one_recorded_earlier(desk: Desk) -> None:
    found = desk.case(a_record(desk, "Олена", "Іван", "Марія").case)
    first, second, third = found.members
    assert before(found, first) is None
    assert before(found, second) == first
    assert before(found, third) == second
