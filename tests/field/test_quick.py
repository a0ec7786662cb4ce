"""The quick group: counted in one page, given a number, registered in full later."""

import pytest

from intake.domain.codes import Absent, CaseStatus, Channel, GroupKind, Level, ReadBack
from tests.builders import an_id
from tests.field.desk import Desk, Page

GROUP = {
    "language": "uk",
    "channel": "spoken",
    "group_kind": "family",
    "tally__f-18-59": "1",
    "tally__m-0-4": "2",
    "read_back": "yes",
}


def count(desk: Desk, **changed: str) -> Page:
    return desk.send(desk.get("/quick/new"), {**GROUP, **changed}, having="channel")


def counted(desk: Desk, **changed: str) -> str:
    page = count(desk, **changed)
    assert page.path.endswith("/slip"), page.text[:600]
    return page.path.split("/")[2]


def test_a_count_becomes_a_complete_case_with_a_slip(desk):
    case = desk.case(counted(desk))
    assert case.level is Level.QUICK
    assert case.status is CaseStatus.READY
    assert case.value("tally") == {"f-18-59": 1, "m-0-4": 2}
    assert case.group_kind is GroupKind.FAMILY
    assert case.members == ()


def test_the_notice_is_kept_with_its_language_and_how_it_was_given(desk):
    found = desk.case(counted(desk, channel="sign-language"))
    assert (found.notice_version, found.notice_language) == ("1", "uk")
    assert desk.store.cases.read_back(found.id) == ReadBack.YES
    assert found.site == "North gate"
    assert Channel.SIGNED == "sign-language"


def test_name_origin_and_urgent_needs_are_kept_as_said(desk):
    case = desk.case(
        counted(
            desk,
            call_name="Олена",
            origin="Стара Гута",
            origin__country="UA",
            urgent_doctor="yes",
            urgent_shelter="no",
        )
    )
    assert case.value("call-name") == "Олена"
    assert case.value("origin") == {"text": "Стара Гута", "country": "UA"}
    assert case.value("urgent.doctor") == "yes"
    assert case.value("urgent.shelter") == "no"
    assert not case.was_asked("urgent.afraid")


def test_a_name_of_a_counted_group_is_found(desk):
    case = counted(desk, call_name="Олена")
    page = desk.send(desk.get("/find"), {"words": "олен"})
    assert f"/cases/{case}/record" in page.html


def test_an_urgent_need_is_said_at_once(desk):
    assert "Help first: fetch it now." in count(desk, urgent_doctor="yes").text
    assert "Help first" not in count(desk, urgent_doctor="no").text


def test_persian_digits_count(desk):
    case = desk.case(counted(desk, **{"tally__f-18-59": "۱۲"}))
    assert case.value("tally") == {"f-18-59": 12, "m-0-4": 2}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"channel": ""}, "Choose an answer: How did you give the notice?"),
        ({"group_kind": ""}, "Choose an answer: Who has come?"),
        ({"read_back": ""}, "Choose an answer: Say the numbers back. Are they right?"),
        ({"tally__f-18-59": "", "tally__m-0-4": ""}, "Write at least one number"),
        ({"tally__f-18-59": "0", "tally__m-0-4": "0"}, "Write at least one number"),
        ({"tally__f-18-59": "many"}, "People in the group"),
        ({"tally__f-18-59": "1" * 30}, "People in the group"),
        ({"language": "xx"}, "Choose one of the answers in the list."),
        ({"read_back": "yes-with-changes"}, "Choose one of the answers in the list."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_what_was_typed_stays(desk, changed, words):
    page = count(desk, call_name="Олена", **changed)
    assert page.status == 422
    assert words in page.text
    assert page.form(having="channel").value("call_name") == "Олена"
    assert desk.store.cases.counts() == {}


def test_a_character_that_cannot_be_kept_is_refused_beside_the_form(desk):
    page = count(desk, call_name="a\x00b")
    assert page.status == 422
    assert "a character that cannot be kept" in page.text


def test_what_was_typed_comes_back_after_the_laptop_was_locked(desk):
    page = desk.get("/quick/new")
    form = page.form(having="channel")
    typed = {**GROUP, "call_name": "Олена", "csrf_token": form.value("csrf_token"), "rev": "0"}
    assert desk.post("/drafts/new/quick", typed).status == 200
    desk.post("/lock", {"csrf_token": form.value("csrf_token")})
    desk.unlock()
    page = desk.get("/quick/new")
    assert page.form(having="channel").value("call_name") == "Олена"
    assert "Text that was typed here and not saved is back" in page.text


def test_unsaved_text_can_be_thrown_away(desk):
    count(desk, channel="", call_name="Олена")
    desk.post("/quick/new", {"csrf_token": desk.token(), "do": "empty"})
    page = desk.get("/quick/new")
    assert page.form(having="channel").value("call_name") == ""
    assert "is back on the page" not in page.text


def test_a_saved_group_leaves_no_draft_behind(desk):
    count(desk, channel="", call_name="Олена")
    counted(desk)
    assert desk.get("/quick/new").form(having="channel").value("tally__f-18-59") == ""


def test_turning_the_notice_to_another_language_saves_nothing_and_loses_nothing(desk):
    page = count(desk, channel="", call_name="Олена", language="ar", do="language")
    assert page.status == 200
    assert "There is a problem" not in page.text
    assert page.form(having="channel").value("call_name") == "Олена"
    assert desk.store.cases.counts() == {}


def test_a_counted_group_goes_on_to_a_full_registration(desk):
    case = counted(desk)
    page = desk.get(f"/cases/{case}/record")
    assert "Expand to full registration" in page.text
    after = desk.post(f"/cases/{case}/full", {"csrf_token": desk.token()})
    found = desk.case(case)
    assert found.level is Level.FULL
    assert found.status is CaseStatus.DRAFT
    assert after.path == f"/cases/{case}/people/{found.members[0].id}/who"
    assert found.value("tally") == {"f-18-59": 1, "m-0-4": 2}


def test_the_list_of_tasks_of_a_counted_group_leads_to_the_full_registration(desk):
    case = counted(desk)
    page = desk.get(f"/cases/{case}")
    assert "Expand to full registration" in page.text
    desk.post(f"/cases/{case}/full", {"csrf_token": desk.token()})
    assert "Expand to full registration" not in desk.get(f"/cases/{case}").text


def test_the_full_registration_expects_as_many_people_as_were_counted(desk):
    case = counted(desk)
    desk.post(f"/cases/{case}/full", {"csrf_token": desk.token()})
    assert "they said they are 3" in desk.get(f"/cases/{case}").text


def test_expanding_twice_adds_nobody_twice(desk):
    case = counted(desk)
    desk.post(f"/cases/{case}/full", {"csrf_token": desk.token()})
    desk.post(f"/cases/{case}/full", {"csrf_token": desk.token()})
    assert len(desk.case(case).members) == 1


def test_what_nobody_asked_in_the_hurry_is_asked_in_the_full_registration(desk):
    case = counted(desk, urgent_doctor="no")
    desk.post(f"/cases/{case}/full", {"csrf_token": desk.token()})
    text = desk.get(f"/cases/{case}/check").text
    assert "Nowhere to sleep tonight" in text
    assert desk.case(case).value("urgent.doctor") == "no"
    assert Absent.NOT_ASKED not in {s.statement.absent for s in desk.case(case).said}


def test_a_group_that_is_not_here_cannot_be_expanded(desk):
    assert desk.post(f"/cases/{an_id()}/full", {"csrf_token": desk.token()}).status == 404


def test_counting_takes_few_inputs(desk):
    """Three minutes a group: eight answers are enough (interface.md 4)."""
    assert len(GROUP) <= 8
    counted(desk)


def test_everybody_counted_can_get_a_numbered_slip(desk):
    case = counted(desk)
    page = desk.get(f"/cases/{case}/slip")
    assert "A numbered slip for each of 3 people" in page.text
    page = desk.post(f"/cases/{case}/numbers", {"csrf_token": desk.token()})
    assert page.html.count('<section class="slip"') == 4
    assert len({m.number for m in desk.case(case).members}) == 3
    desk.post(f"/cases/{case}/numbers", {"csrf_token": desk.token()})
    assert len(desk.case(case).members) == 3


def test_numbers_that_were_given_stay_when_the_group_is_expanded(desk):
    case = counted(desk)
    desk.post(f"/cases/{case}/numbers", {"csrf_token": desk.token()})
    before = [m.number for m in desk.case(case).members]
    desk.post(f"/cases/{case}/full", {"csrf_token": desk.token()})
    assert [m.number for m in desk.case(case).members] == before


def test_what_the_group_said_is_offered_to_its_first_member_to_be_asked(desk):
    case = counted(desk, call_name="Родина Вигаданих", origin="Стара Гута", origin__country="UA")
    page = desk.post(f"/cases/{case}/full", {"csrf_token": desk.token()})
    assert page.form(having="rest").value("name") == "Родина Вигаданих"
    assert "From the quick group. Ask, then save." in page.text
    assert not desk.case(case).members[0].was_asked("name")
    page = desk.get(desk.address(case, "origin"))
    assert page.form(having="rest").value("last_residence") == "Стара Гута"
    assert page.form(having="rest").value("last_residence__country") == "UA"


def test_what_is_offered_is_not_taken_for_a_text_that_somebody_overtook(desk):
    case = counted(desk, call_name="Родина Вигаданих", origin="Стара Гута")
    first = desk.post(f"/cases/{case}/full", {"csrf_token": desk.token()})
    for page in (first, desk.get(desk.address(case, "origin"))):
        assert "Somebody saved this page meanwhile" not in page.text
        assert page.status == 200


def test_when_a_counted_group_came_is_kept(desk):
    case = desk.case(counted(desk, arrival__day="19", arrival__month="11", arrival__year="2026"))
    assert case.value("arrival")["edtf"] == "2026-11-19"
    assert not desk.case(counted(desk)).was_asked("arrival")


def test_a_page_that_is_sent_twice_counts_the_group_once(desk):
    """Pressed again because the laptop is slow: both presses lead to the same slip."""
    page = desk.get("/quick/new")
    slips = [desk.send(page, GROUP, having="channel").path for _ in range(2)]
    assert slips[0] == slips[1]
    assert len(desk.store.cases.latest()) == 1


def test_two_groups_of_the_same_counts_are_two_groups(desk):
    assert counted(desk) != counted(desk)


def test_a_page_that_is_changed_and_sent_again_is_another_group(desk):
    page = desk.get("/quick/new")
    for women in ("1", "2"):
        desk.send(page, {**GROUP, "tally__f-18-59": women}, having="channel")
    tallies = [desk.case(line.id).value("tally")["f-18-59"] for line in desk.store.cases.latest()]
    assert sorted(tallies) == [1, 2]
