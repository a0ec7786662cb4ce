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
