"""The pages of a person: names as they are, answers as they are said, nothing lost."""

import unicodedata

import pytest

from intake.domain.codes import Absent, Certainty, Why
from intake.domain.individual import Individual
from tests.field.desk import Desk

ELENA = "Олена Ковальчук"
NAMES = {
    "mononym": "Suharto",
    "seven parts": "María del Carmen Ana García Márquez y Soto",
    "one letter": "O",
    "Arabic with tashkeel": "مُحَمَّد بْنُ عَبْدِ اللَّهِ",
    "Persian with a joiner": "علی‌رضا می‌رزاده",
    "Ukrainian apostrophe": "Лук\u02bcяна Знамʼянська",
    "straight apostrophe": "O'Neil",
    "Ge'ez": "ተስፋዬ ገብረ ማርያም",
    "Burmese": "အောင်ဆန်းစုကြည်",
    "Hanifi Rohingya": "𐴀𐴝𐴌𐴟𐴓",
}


def member(desk: Desk, case: str, position: int = 0) -> Individual:
    return desk.case(case).members[position]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_v05_a_name_comes_back_byte_for_byte(desk: Desk, name: str) -> None:
    """V-05."""
    case = desk.new_case()
    assert unicodedata.is_normalized("NFC", name)
    desk.fill(case, "who", {"name": name})
    assert member(desk, case).text("name") == name
    answer = member(desk, case).answer("name")
    assert answer is not None
    assert answer.statement.verbatim == name
    page = desk.get(desk.address(case, "who"))
    assert page.form(having="rest").value("name") == name


def test_a_name_in_another_normal_form_keeps_its_bytes_as_spoken(desk: Desk) -> None:
    case, typed = desk.new_case(), "Zoe\u0308"
    desk.fill(case, "who", {"name": typed})
    answer = member(desk, case).answer("name")
    assert answer is not None
    assert answer.statement.verbatim == typed
    assert member(desk, case).text("name") == unicodedata.normalize("NFC", typed)


def test_a_name_is_all_that_must_be_there(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.fill(case, "who", {"name": ""})
    assert page.status == 422
    assert desk.fill(case, "who", {"name": "Х"}).path.endswith("/origin")


@pytest.mark.parametrize("name", ["\u200b", "   ", "\u200e\u200f"])
def test_a_name_nobody_can_see_is_none(desk: Desk, name: str) -> None:
    case = desk.new_case()
    assert desk.fill(case, "who", {"name": name}).status == 422


@pytest.mark.parametrize("name", ["a\0b", "x" * 301])
def test_a_name_that_cannot_be_kept_is_told_beside_its_box(desk: Desk, name: str) -> None:
    case = desk.new_case()
    page = desk.fill(case, "who", {"name": name})
    assert page.status == 422
    assert 'href="#name"' in page.html


def test_what_was_typed_stays_after_an_error(desk: Desk) -> None:
    case = desk.new_case()
    typed = {"name": "", "birth__day": "31", "birth__month": "2", "birth__year": "1986"}
    page = desk.fill(case, "who", {**typed, "name_other": "Лєна", "languages__tags": ["uk", "ru"]})
    form = page.form(having="rest")
    assert page.status == 422
    assert form.value("birth__day") == "31"
    assert form.value("name_other") == "Лєна"
    assert [v for n, v in form.fields if n == "languages__tags"] == ["uk", "ru"]
    again = desk.get(desk.address(case, "who")).form(having="rest")
    assert again.value("name_other") == "Лєна"


def test_answers_are_kept_with_language_and_without_a_guess(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA, "sex": "f", "birth__year": "1986"})
    answer = member(desk, case).answer("birth")
    assert answer is not None
    assert answer.statement.said_in == "uk"
    assert answer.statement.certainty is Certainty.NOT_STATED
    value = answer.statement.value
    assert isinstance(value, dict)
    assert (value["edtf"], value["precision"]) == ("1986", "year")
    assert not member(desk, case).was_asked("languages")


def test_saving_an_unchanged_page_writes_nothing(desk: Desk) -> None:
    case = desk.new_case()
    filled = {"name": ELENA, "birth__age": "34", "birth__about": "yes", "sex": "f"}
    desk.fill(case, "who", filled)
    before = desk.store.head(desk.store.own_chain)
    desk.clock.forward(minutes=2)
    assert desk.fill(case, "who", {}).path.endswith("/origin")
    assert desk.store.head(desk.store.own_chain) == before


def test_only_what_changed_is_written_and_names_the_old(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA, "sex": "m"})
    desk.fill(case, "who", {"sex": "f"})
    history = member(desk, case).history("sex")
    assert [s.statement.value for s in history] == ["m", "f"]
    assert history[1].statement.saw == (history[0].statement.id,)
    assert history[1].statement.why is Why.CORRECTION
    assert len(member(desk, case).history("name")) == 1


def test_a_partial_request_erases_nothing(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA, "sex": "f", "birth__year": "1986"})
    path = desk.address(case, "who")
    desk.post(path, {"csrf_token": desk.token(), "name": ELENA})
    assert member(desk, case).value("sex") == "f"
    assert member(desk, case).value("birth") is not None


def test_a_name_taken_out_is_asked_for_once(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA})
    page = desk.fill(case, "who", {"name": ""})
    assert page.status == 422
    assert page.html.count('class="govuk-error-message"') == 1
    assert "recorded before and now empty" not in page.text
    assert member(desk, case).value("name") is not None


def test_an_answer_taken_out_asks_for_a_reason(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA})
    desk.fill(case, "origin", {"father": "Петро", "nationality": "Україна"})
    page = desk.fill(case, "origin", {"father": ""})
    assert page.status == 422
    assert "recorded before and now empty" in page.text
    assert (
        desk.fill(case, "origin", {"father": "", "father__absent": "asked-declined"}).status == 200
    )
    assert member(desk, case).absent("father") is Absent.DECLINED
    assert member(desk, case).value("nationality") == "Україна"


def test_a_refused_answer_can_be_told_later_without_script(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA, "sex__absent": "asked-declined"})
    assert member(desk, case).absent("sex") is Absent.DECLINED
    page = desk.fill(case, "who", {"sex": "f"})
    assert page.path.endswith("/origin")
    assert member(desk, case).value("sex") == "f"


def test_a_word_and_a_new_reason_at_once_are_refused(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.fill(case, "who", {"name": ELENA, "sex": "f", "sex__absent": "asked-unknown"})
    assert page.status == 422


def test_one_reason_answers_all_that_was_left_empty(desk: Desk) -> None:
    case = desk.new_case("family")
    desk.fill(case, "who", {"name": ELENA, "sex": "f", "rest": "asked-unknown"})
    person = member(desk, case)
    assert person.value("sex") == "f"
    for path in ("birth", "relationship", "languages"):
        assert person.absent(path) is Absent.UNKNOWN
    assert not person.was_asked("name.latin")


def test_nothing_is_chosen_beforehand(desk: Desk) -> None:
    """DP-04."""
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA})
    for page in ("who", "origin", "consent"):
        form = desk.get(desk.address(case, page)).form(having="rest")
        chosen = {n: v for n, v in form.fields if n in form.offered and v and n != "language"}
        chosen.pop("birth__calendar", None)
        assert chosen == {}


def test_a_person_who_came_alone_is_the_focal_point(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA})
    assert desk.case(case).focal == member(desk, case).id
    assert member(desk, case).value("relationship") == "focal-point"


def test_a_member_who_speaks_for_the_group_is_its_focal_point(desk: Desk) -> None:
    case = desk.new_case("family", people="2")
    desk.fill(case, "who", {"name": ELENA, "relationship": "focal-point"})
    assert desk.case(case).focal == member(desk, case).id


def test_a_latin_spelling_is_suggested_and_stored_only_when_kept(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    page = desk.send(page, {"name": "Юлія Знамʼянська", "do": "suggest"}, having="rest")
    assert page.form(having="rest").value("name_latin") == "Yuliia Znamianska"
    assert "Suggested, not confirmed" in page.text
    assert not member(desk, case).was_asked("name")
    desk.send(page, {}, having="rest")
    value = member(desk, case).value("name.latin")
    assert isinstance(value, dict)
    assert (value["text"], value["written_by"]) == ("Yuliia Znamianska", "officer")


def test_a_corrected_suggestion_is_no_longer_marked(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    page = desk.send(page, {"name": "Юлія", "do": "suggest"}, having="rest")
    page = desk.send(page, {"name_latin": "Julia", "name": ""}, having="rest")
    assert page.status == 422
    assert "Suggested, not confirmed" not in page.text


def test_nothing_is_suggested_for_no_name(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.send(desk.get(desk.address(case, "who")), {"do": "suggest"}, having="rest")
    assert page.status == 200
    assert page.form(having="rest").value("name_latin") == ""


def test_papers_are_kept_row_by_row(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA})
    desk.fill(
        case,
        "origin",
        {
            "documents__0_kind": "passport",
            "documents__0_status": "lost-on-route",
            "documents__0_number": "АА 12",
            "documents__2_kind": "family-book",
        },
    )
    papers = member(desk, case).value("documents")
    assert isinstance(papers, list)
    assert [p["kind"] for p in papers if isinstance(p, dict)] == ["passport", "family-book"]


@pytest.mark.parametrize("page", ["who", "origin"])
def test_a_page_of_somebody_else_is_not_found(desk: Desk, page: str) -> None:
    case = desk.new_case()
    assert desk.get(f"/cases/{case}/people/{'0' * 32}/{page}").status == 404
    person = member(desk, case).id
    assert desk.get(f"/cases/{case}/people/{person}/nothing").status == 404
    assert desk.get(f"/cases/{'0' * 32}/people/{person}/{page}").status == 404


def test_one_reason_stands_for_interpreter_and_safe_contact_as_well(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": ELENA, "rest": "asked-declined"})
    desk.fill(case, "consent", {"rest": "asked-unknown"})
    assert member(desk, case).absent("interpreter-wanted") is Absent.DECLINED
    assert member(desk, case).absent("safe-contact") is Absent.UNKNOWN


def test_the_fathers_father_is_asked_for_and_may_stay_unknown(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "origin", {"grandfather": "Василь Вигаданий"})
    assert member(desk, case).text("grandfather") == "Василь Вигаданий"
    other = desk.new_case()
    desk.fill(other, "origin", {"rest": "asked-unknown"})
    assert not member(desk, other).was_asked("grandfather")
