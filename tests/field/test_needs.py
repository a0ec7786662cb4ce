"""Needs on their page: a short allowed list, a wish that nobody reads again here."""

import pytest

from intake import i18n
from intake.domain.codes import Absent, NeedStatus, SpecificNeed, Why
from intake.web.wording import in_words
from tests.field.desk import Desk, Page
from tests.field.seeding import a_record
from tests.flows.office import complete
from tests.web.markup import faults

SECRET_WORDS = ("specialist, alone: yes", "Wants to see a specialist")
ILL = {"needs__0_code": "sm-cc", "needs__0_urgency": "immediate"}
FULL = ILL | {"needs__0_status": "observed", "needs__0_refer": "yes"}


def address(desk: Desk, case: str, page: str = "needs", member: int = 0) -> str:
    return f"/cases/{case}/people/{desk.case(case).members[member].id}/more/{page}"


def save(desk: Desk, case: str, filled: dict[str, str]) -> Page:
    return desk.send(desk.get(address(desk, case)), filled, having="rest")


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.new_case()
    desk.fill(made, "who", {"name": "Олена", "birth__age": "40"})
    return made


def wish(desk: Desk, case: str, do: str = "") -> Page:
    person = desk.case(case).members[0].id
    sent = {"csrf_token": desk.token(), "do": do}
    return desk.post(f"/cases/{case}/people/{person}/specialist", sent)


def test_a_need_is_recorded_with_what_was_said_of_it(desk: Desk, case: str) -> None:
    page = save(desk, case, FULL)
    assert page.path == f"/cases/{case}"
    assert desk.case(case).members[0].value("needs") == [
        {"code": "sm-cc", "urgency": "immediate", "status": "observed", "refer": "yes"}
    ]


def test_the_list_holds_what_may_be_asked_and_nothing_else(desk: Desk, case: str) -> None:
    form = desk.get(address(desk, case)).form(having="rest")
    assert set(form.offered["needs__0_code"]) - {""} == set(SpecificNeed)
    statuses = set(form.offered["needs__0_status"])
    assert not {NeedStatus.CONFIRMED.value, NeedStatus.RESOLVED.value} & statuses


@pytest.mark.parametrize("code", ["sv-va", "tr-pi", "lp-ap", "cr-af", "nonsense"])
def test_a_forged_code_is_refused(desk: Desk, case: str, code: str) -> None:
    page = save(desk, case, {"needs__0_code": code})
    assert page.status == 422
    assert not desk.case(case).members[0].was_asked("needs")


def test_a_need_without_a_code_is_refused(desk: Desk, case: str) -> None:
    assert save(desk, case, {"needs__0_urgency": "immediate"}).status == 422


def test_another_row_is_always_free(desk: Desk, case: str) -> None:
    many = {f"needs__{row}_code": code for row, code in enumerate(("sm-ci", "fu-tr", "lp-nd"))}
    save(desk, case, many | {"needs__3_code": "lp-bn"})
    form = desk.get(address(desk, case)).form(having="rest")
    assert form.value("needs__3_code") == "lp-bn"
    assert "needs__4_code" in form.names
    save(desk, case, {"needs__4_code": "lp-na"})
    codes = [need["code"] for need in desk.case(case).members[0].value("needs")]
    assert codes == ["sm-ci", "fu-tr", "lp-nd", "lp-bn", "lp-na"]


def test_difficulties_are_six_questions_with_four_degrees(desk: Desk, case: str) -> None:
    save(desk, case, {"functioning__seeing": "a-lot", "functioning__self-care": "none"})
    value = desk.case(case).members[0].value("functioning")
    assert value == {"seeing": "a-lot", "self-care": "none"}
    form = desk.get(address(desk, case)).form(having="rest")
    assert form.value("functioning__seeing") == "a-lot"
    assert save(desk, case, {"functioning__seeing": "very"}).status == 422


def test_nothing_of_this_page_is_ever_needed(desk: Desk, case: str) -> None:
    save(desk, case, {"rest": "asked-declined"})
    member = desk.case(case).members[0]
    assert not member.was_asked("needs")
    assert save(desk, case, {"needs__absent": "asked-declined"}).status == 200
    assert desk.case(case).members[0].absent("needs") is Absent.DECLINED


def test_needs_are_read_back_and_can_be_changed_from_there(desk: Desk, case: str) -> None:
    save(desk, case, FULL)
    page = desk.get(f"/cases/{case}/check")
    with i18n.use_locale("uk"):  # in the language of the person
        told = in_words("needs", desk.case(case).members[0].value("needs"))
    assert told in page.text
    assert address(desk, case) in page.html


def test_a_page_that_was_not_filled_is_not_read_back(desk: Desk, case: str) -> None:
    assert "Specific needs" not in desk.get(f"/cases/{case}/check").text


def test_a_complete_record_takes_a_new_need_with_a_reason(desk: Desk) -> None:
    seeded = a_record(desk, "Олена")
    assert save(desk, seeded.case, ILL).status == 422
    page = save(desk, seeded.case, {**ILL, "why": "new-information"})
    assert page.path == f"/cases/{seeded.case}/record"
    save(desk, seeded.case, {"needs__0_urgency": "routine", "why": "correction-by-person"})
    (standing,) = desk.case(seeded.case).members[0].current("needs")
    assert standing.statement.why is Why.CORRECTION
    assert "1 earlier answer" in desk.get(f"/cases/{seeded.case}/record").text


def test_the_wish_is_recorded_and_taken_back(desk: Desk, case: str) -> None:
    assert wish(desk, case).status == 200
    assert desk.case(case).members[0].value("specialist") == "yes"
    wish(desk, case, "take-back")
    assert desk.case(case).members[0].value("specialist") == "no"


def test_a_second_press_writes_nothing(desk: Desk, case: str) -> None:
    wish(desk, case)
    said = len(desk.case(case).members[0].said)
    wish(desk, case)
    assert len(desk.case(case).members[0].said) == said


def test_no_page_of_the_laptop_tells_of_the_wish(desk: Desk, case: str) -> None:
    needs = desk.get(address(desk, case)).html
    wish(desk, case)
    assert desk.get(address(desk, case)).html.count("specialist") == needs.count("specialist")
    for path in (f"/cases/{case}", f"/cases/{case}/check", f"/cases/{case}/record", "/", "/drafts"):
        text = desk.get(path).text
        assert "specialist" not in text.lower(), path


def test_the_wish_survives_the_read_back(desk: Desk, case: str) -> None:
    wish(desk, case)
    for page in ("origin", "consent"):
        desk.fill(case, page, {"rest": "asked-declined"})
    desk.fill(case, "who", {"rest": "asked-declined"})
    desk.send(desk.get(f"/cases/{case}/urgent"), {"rest": "not-asked"}, having="rest")
    complete(desk, case)
    assert desk.case(case).members[0].value("specialist") == "yes"


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_the_page_is_well_made(desk: Desk, case: str, lang: str) -> None:
    desk.get(f"/?lang={lang}")
    assert faults(desk.get(address(desk, case)).html) == []
    assert faults(save(desk, case, {"needs__0_urgency": "immediate"}).html) == []


def test_an_unknown_page_is_not_there(desk: Desk, case: str) -> None:
    assert desk.get(address(desk, case, "secrets")).status == 404


def test_needs_put_off_wait_in_the_tray_with_their_own_page(desk: Desk, case: str) -> None:
    save(desk, case, {"needs__absent": "temp-unknown"})
    assert address(desk, case) + "#q-needs" in desk.get(f"/cases/{case}/later").html


def test_a_moment_alone_that_was_not_asked_waits_once(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"rest": "not-asked"})
    assert desk.get(f"/cases/{case}/later").text.count("Time to talk alone") == 1
