"""Worth asking again: shown before the read-back, kept with one button, never in the way."""

from intake.domain.codes import Doubt, ReadBack
from intake.domain.plausibility import PATH
from tests.field.desk import Desk

WORDS = "A parent is less than 12 years older than the child."


def a_mother_of_ten(desk: Desk) -> str:
    case = desk.new_case("family", people="2")
    mother = {"name": "Зоя", "birth__year": "1990", "relationship": "focal-point"}
    desk.fill(case, "who", {**mother, "rest": "not-asked"})
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    child = {"name": "Ілля", "birth__year": "2000", "relationship": "child"}
    desk.fill(case, "who", {**child, "rest": "not-asked"}, member=1)
    return case


def test_v03_a_doubt_is_asked_and_kept_as_said_with_the_record(desk: Desk) -> None:
    case = a_mother_of_ten(desk)
    page = desk.get(f"/cases/{case}/check")
    assert WORDS in page.text
    assert "Ілля · Зоя" in page.text
    page = desk.send(page, having="doubt")
    assert "Worth asking again" not in page.text
    kept = desk.case(case).members[1].answer(PATH)
    assert kept is not None
    assert kept.statement.value == Doubt.PARENT_TOO_YOUNG.value
    assert kept.statement.source_ref == desk.case(case).members[0].id
    assert WORDS in desk.get(f"/cases/{case}/record").text


def test_v03_a_doubt_blocks_nothing(desk: Desk) -> None:
    case = a_mother_of_ten(desk)
    for member in (0, 1):
        desk.fill(case, "consent", {"private_moment": "offered-declined"}, member=member)
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    page = desk.get(f"/cases/{case}/check")
    assert WORDS in page.text
    page = desk.send(page, {"read_back": ReadBack.YES.value}, having="read_back")
    assert "The record is complete." in page.text


def test_a_changed_date_takes_the_doubt_away(desk: Desk) -> None:
    case = a_mother_of_ten(desk)
    desk.fill(case, "who", {"birth__year": "2010"}, member=1)
    assert WORDS not in desk.get(f"/cases/{case}/check").text


def test_nobody_keeps_a_doubt_that_is_not_there(desk: Desk) -> None:
    case = a_mother_of_ten(desk)
    mother, child = (m.id for m in desk.case(case).members)
    for doubt, one, other in (
        ("married-young", child, mother),
        ("parent-too-young", mother, child),
        ("", "", ""),
    ):
        data = {"csrf_token": desk.token(), "doubt": doubt, "individual": one, "other": other}
        assert desk.post(f"/cases/{case}/keep", data).status == 404


def test_v03_a_stay_before_birth_is_asked_about_and_kept_as_said(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Зоя", "birth__year": "1990"})
    told = {"role": "school", "place": "Стара Гута", "ended__year": "1980"}
    desk.send(desk.get(desk.address(case, "journey/new")), told, having="role")
    page = desk.get(f"/cases/{case}/check")
    assert "Something happened before the person was born." in page.text
    assert "School: Стара Гута; until 1980" in page.text
    assert desk.address(case, "journey/") in page.html
    page = desk.send(page, having="doubt")
    assert "Worth asking again" not in page.text


def test_v03_a_separation_before_birth_leads_to_its_line_of_the_family(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Зоя", "birth__year": "1990"})
    told = {"tie": "parent", "name": "Ольга", "since__year": "1980"}
    desk.send(desk.get(desk.address(case, "family/new")), told, having="tie")
    page = desk.get(f"/cases/{case}/check")
    assert "Something happened before the person was born." in page.text
    assert desk.address(case, "family/") in page.html
