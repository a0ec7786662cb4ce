"""The read-back: the record in words, its gaps, and the person's last word."""

import pytest

from intake import i18n
from intake.domain.codes import Absent, CaseStatus, Relationship, Sex
from intake.web.labels import label
from tests.field.desk import Desk


def recorded(desk: Desk) -> str:
    """A case of one person with a few answers and many gaps."""
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена", "sex": "f", "birth__year": "1986"})
    return case


def offered(desk: Desk) -> str:
    """The same, after the moment alone was offered."""
    case = recorded(desk)
    desk.fill(case, "consent", {"private_moment": "offered-declined"})
    return case


def test_the_record_is_shown_in_words(desk: Desk) -> None:
    case = recorded(desk)
    page = desk.get(f"/cases/{case}/check")
    with i18n.use_locale("uk"):  # the answers are read back in the person's language
        spoken = [str(label(code)) for code in (Sex.FEMALE, Relationship.FOCAL_POINT)]
    for words in ("Олена", "1986", "Relation to focal point", *spoken):
        assert words in page.text


def test_gaps_are_listed_with_the_page_that_closes_them(desk: Desk) -> None:
    case = recorded(desk)
    page = desk.get(f"/cases/{case}/check")
    assert "questions were not asked yet" in page.text
    assert desk.address(case, "origin") in page.html
    assert f"/cases/{case}/urgent" in page.html


def test_a_case_with_gaps_is_not_completed(desk: Desk) -> None:
    case = recorded(desk)
    page = desk.send(desk.get(f"/cases/{case}/check"), {"read_back": "yes"}, having="read_back")
    assert page.status == 422
    assert desk.case(case).status is CaseStatus.DRAFT
    assert page.form(having="read_back").value("read_back") == "yes"


def test_the_rest_is_recorded_as_not_asked_in_one_step(desk: Desk) -> None:
    case = recorded(desk)
    desk.fill(case, "consent", {"private_moment": "offered-declined"})
    page = desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    assert "not asked yet" not in page.text
    member = desk.case(case).members[0]
    assert member.absent("nationality") is Absent.NOT_ASKED
    assert member.value("sex") == "f"
    page = desk.send(page, {"read_back": "yes"}, having="read_back")
    assert desk.case(case).status is CaseStatus.READY


@pytest.mark.parametrize("reason", ["", "not-asked"])
def test_an_adult_is_not_complete_before_the_moment_alone_was_offered(
    desk: Desk, reason: str
) -> None:
    case = recorded(desk)
    desk.fill(case, "consent", {"rest": reason} if reason else {})
    page = desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    assert "1 question was not asked yet" in page.text
    assert desk.address(case, "consent") in page.html
    assert desk.send(page, {"read_back": "yes"}, having="read_back").status == 422
    assert desk.case(case).status is CaseStatus.DRAFT
    desk.fill(case, "consent", {"private_moment": "not-possible-no-place"})
    desk.send(desk.get(f"/cases/{case}/check"), {"read_back": "yes"}, having="read_back")
    assert desk.case(case).status is CaseStatus.READY


def test_a_second_press_records_nothing_more(desk: Desk) -> None:
    case = recorded(desk)
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    before = desk.store.head(desk.store.own_chain)
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    assert desk.store.head(desk.store.own_chain) == before


def test_a_name_is_never_filled_in_as_not_asked(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    assert not desk.case(case).members[0].was_asked("name")
    page = desk.send(page, {"read_back": "yes"}, having="read_back")
    assert page.status == 422
    assert desk.case(case).status is CaseStatus.DRAFT


def test_the_answer_to_the_read_back_is_asked(desk: Desk) -> None:
    case = recorded(desk)
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    page = desk.send(desk.get(f"/cases/{case}/check"), {}, having="read_back")
    assert page.status == 422
    assert page.form(having="read_back").value("read_back") == ""


@pytest.mark.parametrize("answer", ["yes", "yes-with-changes", "refuses", "unable"])
def test_any_answer_to_the_read_back_completes(desk: Desk, answer: str) -> None:
    case = offered(desk)
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    desk.send(desk.get(f"/cases/{case}/check"), {"read_back": answer}, having="read_back")
    assert desk.case(case).status is CaseStatus.READY
    assert desk.store.cases.read_back(case) == answer


def test_a_group_without_a_focal_point_is_not_completed(desk: Desk) -> None:
    case = desk.new_case("family")
    desk.fill(case, "who", {"name": "Олена"})
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    page = desk.send(desk.get(f"/cases/{case}/check"), {"read_back": "yes"}, having="read_back")
    assert page.status == 422
    assert "focal point" in page.text
    assert desk.case(case).status is CaseStatus.DRAFT


def test_a_complete_case_leaves_the_draft_pages(desk: Desk) -> None:
    case = offered(desk)
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    desk.send(desk.get(f"/cases/{case}/check"), {"read_back": "yes"}, having="read_back")
    assert desk.store.papers.drafts_of(case) == []
    assert desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()}).status == 422
    assert desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()}).status == 422
    assert desk.post(f"/cases/{case}/discard", {"csrf_token": desk.token()}).status == 422
    assert desk.get(f"/cases/{case}/urgent", follow=False).status == 303
    assert desk.get(desk.address(case, "who"), follow=False).status == 303
    assert "read_back" not in desk.get(f"/cases/{case}/check").html


def test_labels_are_said_in_both_languages(desk: Desk) -> None:
    """V-22: the person's language large, the worker's label beside it."""
    case = desk.new_case(language="en")
    desk.fill(case, "who", {"name": "Олена", "sex": "f"})
    desk.get("/?lang=ar_XB")
    page = desk.get(f"/cases/{case}/check")
    assert '<html lang="ar-XB" dir="rtl"' in page.html
    assert '<span lang="en" dir="ltr">Sex</span><span class="app-caption">' in page.html
    assert '<bdi class="said" dir="auto">Female</bdi>' in page.html
    assert '<bdi class="said" dir="auto">Олена</bdi>' in page.html


def test_without_a_translation_the_worker_interprets_from_their_own_screen(desk: Desk) -> None:
    case = desk.new_case(language="ln")
    desk.get("/?lang=ar_XB")
    page = desk.get(f"/cases/{case}/check")
    assert '<span lang="ar-XB" dir="rtl">' in page.html
    assert ">Sex<" not in page.html


def test_who_said_no_to_being_recorded_is_told_with_the_ways_to_heed_it(desk: Desk) -> None:
    case = recorded(desk)
    assert "Said no to being recorded" not in desk.get(f"/cases/{case}/check").text
    desk.fill(case, "consent", {"registration": "no"})
    page = desk.get(f"/cases/{case}/check")
    assert "Said no to being recorded Олена" in page.text
    assert f'href="/cases/{case}/discard"' in page.html
    assert 'href="/quick/new"' in page.html


def test_a_no_to_being_recorded_blocks_nobody(desk: Desk) -> None:
    """V-02: whether the record is kept is for people to settle; the no stays with it."""
    case = offered(desk)
    desk.fill(case, "consent", {"registration": "no"})
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    desk.send(desk.get(f"/cases/{case}/check"), {"read_back": "refuses"}, having="read_back")
    assert desk.case(case).status is CaseStatus.READY
    assert "Said no to being recorded" not in desk.get(f"/cases/{case}/check").text


def test_what_a_person_wrote_is_never_markup(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "<b>Олена</b>"})
    page = desk.get(f"/cases/{case}/check")
    assert "<b>Олена" not in page.html
    assert "<b>Олена</b>" in page.text
