"""A case begins with the notice; its list shows what is done; a draft can be given up."""

import pytest

from intake.domain.codes import CaseStatus, GroupKind
from tests.field.desk import Desk


def test_nothing_is_recorded_before_the_notice_was_given(desk: Desk) -> None:
    """DP-01: without a channel no case opens and no person is stored."""
    page = desk.send(
        desk.get("/cases/new"), {"language": "uk", "group_kind": "family"}, having="channel"
    )
    assert page.status == 422
    assert desk.store.cases.latest() == []


def test_a_hand_made_request_cannot_skip_the_notice(desk: Desk) -> None:
    page = desk.post(
        "/cases/new",
        {"csrf_token": desk.token(), "language": "uk", "group_kind": "single", "channel": "none"},
    )
    assert page.status == 422
    assert desk.store.cases.latest() == []


def test_no_way_of_giving_the_notice_is_chosen_beforehand(desk: Desk) -> None:
    """DP-04: what the person is asked starts empty."""
    form = desk.get("/cases/new").form(having="channel")
    assert form.value("channel") == ""
    assert form.value("group_kind") == ""


def test_the_case_remembers_which_notice_was_given(desk: Desk) -> None:
    case = desk.case(desk.new_case("family"))
    assert (case.notice_version, case.notice_language) == ("1", "uk")
    assert case.group_kind is GroupKind.FAMILY
    assert len(case.members) == 1


def test_v25_the_urgent_questions_come_at_once(desk: Desk) -> None:
    """V-25: from the start page to the urgent screen there is one page between."""
    page = desk.send(
        desk.get("/cases/new?kind=single"),
        {"channel": "spoken", "language": "uk"},
        having="channel",
    )
    assert page.path.endswith("/urgent")


def test_the_notice_is_shown_in_the_persons_language(desk: Desk) -> None:
    page = desk.get("/cases/new")
    form = page.form(having="channel")
    assert ("do", "language") in form.buttons
    page = desk.send(page, {"language": "ln", "do": "language"}, having="channel")
    assert page.status == 200
    assert "Read aloud in: Lingala" in page.text
    assert "Have it interpreted" in page.text
    assert desk.store.cases.latest() == []


def test_an_unknown_language_is_refused(desk: Desk) -> None:
    page = desk.send(
        desk.get("/cases/new?kind=single"),
        {"channel": "spoken", "language": "xx"},
        having="channel",
    )
    assert page.status == 422


@pytest.mark.parametrize("people", ["61", "-1", "many", "1_0"])
def test_a_group_of_impossible_size_is_refused(desk: Desk, people: str) -> None:
    page = desk.send(
        desk.get("/cases/new?kind=family"),
        {"channel": "spoken", "language": "uk", "people": people},
        having="channel",
    )
    assert page.status == 422
    assert people in page.html


def test_arabic_digits_count_people_too(desk: Desk) -> None:
    case = desk.new_case("family", people="٣")
    assert "they said they are 3" in desk.get(f"/cases/{case}").text


def test_the_list_of_tasks_shows_what_is_done(desk: Desk) -> None:
    case = desk.new_case()
    assert "Not started" in desk.get(f"/cases/{case}").text
    desk.fill(case, "who", {"name": "Олена", "rest": "asked-unknown"})
    page = desk.get(f"/cases/{case}")
    assert "Олена" in page.text
    assert "Done" in page.text


def test_a_person_can_be_added(desk: Desk) -> None:
    case = desk.new_case("family")
    page = desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    assert page.path.endswith("/who")
    assert [m.position for m in desk.case(case).members] == [1, 2]
    assert len({m.number for m in desk.case(case).members}) == 2


def test_the_group_says_whom_to_talk_to(desk: Desk) -> None:
    case = desk.new_case("family")
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    desk.fill(case, "who", {"name": "Олена"}, member=0)
    desk.fill(case, "who", {"name": "Петро"}, member=1)
    second = desk.case(case).members[1].id
    desk.send(desk.get(f"/cases/{case}"), {"focal": second}, having="focal")
    assert desk.case(case).focal == second
    assert "Focal point" in desk.get(f"/cases/{case}").text


def test_a_stranger_cannot_be_the_focal_point(desk: Desk) -> None:
    case = desk.new_case("family")
    page = desk.post(f"/cases/{case}/focal", {"csrf_token": desk.token(), "focal": "f" * 32})
    assert page.status == 422
    assert desk.case(case).focal == ""


def test_a_draft_is_given_up_only_after_asking(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(f"/cases/{case}/discard")
    assert desk.case(case).status is CaseStatus.DRAFT
    assert desk.send(page).path == "/"
    assert [line.id for line in desk.store.cases.latest()] == []
    assert desk.store.papers.drafts_of(case) == []


@pytest.mark.parametrize("path", ["", "/urgent", "/check", "/discard"])
def test_a_case_that_is_not_here_is_not_found(desk: Desk, path: str) -> None:
    assert desk.get(f"/cases/{'0' * 32}{path}").status == 404


def test_the_start_page_shows_first_letters_only(desk: Desk) -> None:
    """DP-12: a list shows the number and initials."""
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена Ковальчук"})
    page = desk.get("/")
    assert "О. К." in page.text
    assert "Ковальчук" not in page.html


def test_drafts_are_counted_and_listed(desk: Desk) -> None:
    assert "Continue a draft" not in desk.get("/").text
    case = desk.new_case()
    assert "1 begun and not complete" in desk.get("/").text
    assert f"/cases/{case}" in desk.get("/drafts").html


def test_a_laptop_without_a_registry_says_so(desk: Desk) -> None:
    assert "does not belong to a registry yet" in desk.get("/").text


def test_a_clock_that_went_back_is_told(desk: Desk) -> None:
    desk.clock.forward(days=3)
    desk.unlock()
    desk.new_case()
    desk.clock.forward(days=-2)
    assert "clock of this laptop went back" in desk.get("/").text


def test_no_name_stands_in_a_title_or_an_address(desk: Desk) -> None:
    """A browser keeps titles and addresses in its history, in the clear."""
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена"})
    for path in (f"/cases/{case}", f"/cases/{case}/check", desk.address(case, "origin")):
        page = desk.get(path)
        title = page.html.split("<title>")[1].split("</title>")[0]
        assert "Олена" not in title
        assert "Олена" not in page.path


def test_when_the_group_came_is_kept_as_exactly_as_they_say(desk: Desk) -> None:
    case = desk.new_case("family", arrival__month="11", arrival__year="2026")
    value = desk.case(case).value("arrival")
    assert isinstance(value, dict)
    assert value["edtf"] == "2026-11"
    assert "Came to this place: November 2026" in desk.get(f"/cases/{case}").text


def test_nobody_has_to_say_when_they_came(desk: Desk) -> None:
    assert not desk.case(desk.new_case("family")).was_asked("arrival")


def test_nobody_comes_tomorrow(desk: Desk) -> None:
    page = desk.send(
        desk.get("/cases/new?kind=family"),
        {"language": "uk", "channel": "spoken", "arrival__year": "2027"},
        having="channel",
    )
    assert page.status == 422
    assert 'href="#arrival__day"' in page.html
    assert desk.store.cases.latest() == []


def test_when_they_came_and_how_many_may_be_told_later(desk: Desk) -> None:
    case = desk.new_case("family", people="2")
    there = f"/cases/{case}/interpreter"
    desk.send(desk.get(there), {"arrival__year": "2026", "size": "3"}, having="size")
    found = desk.case(case)
    assert found.value("size") == 3
    assert desk.get(there).form(having="size").value("arrival__year") == "2026"
    assert not found.was_asked("interpreter")
    desk.send(desk.get(there), {"arrival__month": "5"}, having="size")
    newest = desk.case(case).value("arrival")
    assert isinstance(newest, dict)
    assert newest["edtf"] == "2026-05"


def test_somebody_who_came_alone_is_not_asked_how_many_they_are(desk: Desk) -> None:
    assert "size" not in desk.get(f"/cases/{desk.new_case()}/interpreter").form().names


DECLINED = {"rest": "asked-declined"}


def declines_everything(desk: Desk, case: str) -> None:
    desk.send(desk.get(f"/cases/{case}/urgent"), DECLINED, having="rest")
    desk.fill(case, "who", {"name": "Тарас", "birth__age": "40", **DECLINED})
    for page in ("origin", "consent"):
        desk.fill(case, page, DECLINED)


def test_the_list_of_tasks_names_what_the_next_level_lacks(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(f"/cases/{case}")
    assert "Emergency level (L1): still to ask: 18" in page.text
    assert f'href="/cases/{case}/people/' in page.html
    assert "#q-safe-contact" in page.html
    desk.fill(case, "who", {"name": "Тарас"})  # and whoever came alone speaks for themselves
    assert "Emergency level (L1): still to ask: 16" in desk.get(f"/cases/{case}").text


def test_v02_whoever_declines_everything_is_at_the_emergency_level(desk: Desk) -> None:
    case = desk.new_case()
    declines_everything(desk, case)
    text = desk.get(f"/cases/{case}").text
    assert "✓ Emergency level (L1)" in text
    assert "Basic level (L2): still to ask: 5" in text
    for word in ("Father's name", "Father's father's name", "Marriage", "Papers"):
        assert word in text


def test_a_level_that_lacks_something_stops_no_record(desk: Desk) -> None:
    case = desk.new_case()
    declines_everything(desk, case)
    desk.send(desk.get(f"/cases/{case}/check"), {"read_back": "yes"}, having="read_back")
    assert desk.case(case).status is CaseStatus.READY


def test_what_a_lone_child_needs_leads_to_the_page_of_the_child(desk: Desk) -> None:
    case = desk.new_case("care-group")
    desk.fill(case, "who", {"name": "Маля", "birth__age": "7"})
    page = desk.get(f"/cases/{case}")
    assert "Kind of care" in page.text
    assert f"{desk.address(case, 'child')}#q-care-kind" in page.html


NOTICE = {"language": "uk", "channel": "spoken", "group_kind": "family", "people": "2"}


def test_a_notice_that_is_sent_twice_opens_one_case(desk: Desk) -> None:
    page = desk.get("/cases/new")
    paths = [desk.send(page, NOTICE, having="channel").path for _ in range(2)]
    assert paths[0] == paths[1]
    (line,) = desk.store.cases.latest()
    assert len(desk.case(line.id).members) == 1


def test_a_notice_sent_again_after_its_case_was_given_up_opens_another(desk: Desk) -> None:
    page = desk.get("/cases/new")
    first = desk.send(page, NOTICE, having="channel").path.split("/")[2]
    desk.send(desk.get(f"/cases/{first}/discard"))
    assert desk.store.cases.get(first) is None
    second = desk.send(page, NOTICE, having="channel").path.split("/")[2]
    assert second != first
    assert [line.id for line in desk.store.cases.latest()] == [second]


def test_a_page_without_its_mark_still_opens_a_case_each_time(desk: Desk) -> None:
    typed = {**NOTICE, "csrf_token": desk.token()}
    assert len({desk.post("/cases/new", typed).path for _ in range(2)}) == 2
