"""Languages and interpreter on the laptop: asked when there is time, kept with each word."""

import pytest

from intake.domain.codes import Absent
from intake.matching.person import from_individual
from tests.field.desk import Desk, Page
from tests.field.seeding import a_record

FIRST = {"language_skills__0_role": "first", "language_skills__0_speak": "very-well"}


def address(desk: Desk, case: str, member: int = 0) -> str:
    return f"/cases/{case}/people/{desk.case(case).members[member].id}/more/languages"


def save(desk: Desk, case: str, filled: dict[str, str]) -> Page:
    return desk.send(desk.get(address(desk, case)), filled, having="rest")


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.new_case()
    desk.fill(made, "who", {"name": "Олена", "birth__age": "40", "languages__tags": ["uk", "ru"]})
    return made


def test_languages_ticked_before_stand_in_the_rows(desk: Desk, case: str) -> None:
    form = desk.get(address(desk, case)).form(having="rest")
    assert form.value("language_skills__0_tag") == "Ukrainian"
    assert form.value("language_skills__1_tag") == "Russian"


def test_a_page_saved_as_it_came_records_nothing(desk: Desk, case: str) -> None:
    assert save(desk, case, {}).path == f"/cases/{case}"
    assert not desk.case(case).members[0].was_asked("language-skills")


def test_what_a_language_is_and_how_well_it_is_known_is_recorded(desk: Desk, case: str) -> None:
    save(desk, case, {**FIRST, "language_skills__1_wish": "refuses"})
    first, second = desk.case(case).members[0].value("language-skills")
    assert (first["tag"], first["role"], first["speak"]) == ("uk", "first", "very-well")
    assert (second["tag"], second["wish"]) == ("ru", "refuses")


def test_matching_keeps_its_plain_list_and_gains_what_is_told_here(desk: Desk, case: str) -> None:
    save(desk, case, {"language_skills__2_tag": "Arabic", "language_skills__2_speak": "a-little"})
    member = desk.case(case).members[0]
    assert member.value("languages") == ["uk", "ru", "ar"]
    assert from_individual(member).lang == "uk"


def test_whom_they_want_as_interpreter_is_a_wish_and_may_be_declined(desk: Desk, case: str) -> None:
    save(desk, case, {"interpreter_sex": "woman"})
    assert desk.case(case).members[0].text("interpreter-sex") == "woman"
    save(desk, case, {"interpreter_sex__absent": "asked-declined", "interpreter_sex": ""})
    assert desk.case(case).members[0].absent("interpreter-sex") is Absent.DECLINED


def test_a_row_without_its_language_comes_back_with_the_reason(desk: Desk, case: str) -> None:
    page = save(desk, case, {"language_skills__2_role": "work"})
    assert page.status == 422
    assert "Write which language it is." in page.text


def test_languages_are_read_back_and_stand_in_the_record(desk: Desk, case: str) -> None:
    save(desk, case, FIRST)
    assert "Рідна мова" in desk.get(f"/cases/{case}/check").text
    assert "First language" in desk.get(f"/cases/{case}/record").text


def test_after_completion_a_change_needs_its_reason(desk: Desk) -> None:
    case = a_record(desk, "Олена", said={"languages": ["uk"]}).case
    assert save(desk, case, FIRST).status == 422
    assert save(desk, case, {**FIRST, "why": "new-information"}).status == 200
    told = desk.case(case).members[0].answer("language-skills")
    assert told is not None
    assert told.statement.why is None


def test_who_interprets_is_told_with_the_notice(desk: Desk) -> None:
    case = desk.new_case(interpreter__code="A-12", interpreter__kind="trained")
    assert "Trained interpreter, A-12" in desk.get(f"/cases/{case}").text
    desk.fill(case, "who", {"name": "Хтось", "birth__age": "30"})
    said = desk.case(case).members[0].answer("name")
    assert said is not None
    assert said.statement.interpreter == "A-12"


def test_nobody_has_to_say_who_interprets(desk: Desk, case: str) -> None:
    assert not desk.case(case).was_asked("interpreter")
    assert desk.case(case).members[0].answer("name").statement.interpreter == ""


def test_who_interprets_may_change_and_what_was_said_before_keeps_its_own(
    desk: Desk, case: str
) -> None:
    there = f"/cases/{case}/interpreter"
    desk.send(desk.get(there), {"interpreter__kind": "lay", "interpreter__code": "B-7"})
    save(desk, case, FIRST)
    member = desk.case(case).members[0]
    assert member.answer("name").statement.interpreter == ""
    assert member.answer("language-skills").statement.interpreter == "B-7"
    desk.send(desk.get(there), {"interpreter__kind": "none-needed", "interpreter__code": ""})
    desk.fill(case, "who", {"interpreter_wanted": "no"})
    assert desk.case(case).members[0].answer("interpreter-wanted").statement.interpreter == ""


def test_the_same_interpreter_is_written_down_once(desk: Desk, case: str) -> None:
    there = f"/cases/{case}/interpreter"
    for _ in range(2):
        desk.send(desk.get(there), {"interpreter__kind": "lay", "interpreter__code": "B-7"})
    assert len([s for s in desk.case(case).said if s.statement.path == "interpreter"]) == 1
