"""Somebody who was registered on this laptop before: found, compared, asked, never merged."""

import pytest

from intake.domain.codes import CaseStatus, ConsentAnswer, Likeness, Purpose
from intake.domain.partial_date import from_parts
from intake.domain.statement import Json
from tests.field.desk import Desk
from tests.field.seeding import Seeded, a_record, agree
from tests.web.markup import faults

SAID: dict[str, Json] = {
    "sex": "f",
    "birth": from_parts(None, None, 1986).to_json(),
    "birth-place": {"text": "Стара Гута", "country": "UA"},
}


def before(desk: Desk, name: str = "Олена Ковалинська") -> Seeded:
    """Somebody who is registered, and agreed to be compared."""
    seeded = a_record(desk, name, said=SAID)
    agree(desk, seeded, Purpose.VERIFICATION)
    return seeded


def comes_again(desk: Desk, name: str = "Elena Kovalinskaya") -> str:
    """The same person at the same laptop, in another spelling; gives the new case."""
    case = desk.new_case()
    desk.fill(case, "who", {"name": name, "sex": "f", "birth__year": "1986"})
    desk.fill(case, "origin", {"birth_place": "Стара Гута", "birth_place__country": "UA"})
    return case


def page_of(desk: Desk, case: str) -> str:
    return f"/cases/{case}/people/{desk.case(case).members[0].id}/alike"


def look(desk: Desk, case: str, **typed: str) -> dict[str, str]:
    data = {"csrf_token": desk.token(), **typed}
    answer = desk.post(f"{page_of(desk, case)}/look", data, follow=False)
    found: dict[str, str] = answer.response.json
    return found


def answer(desk: Desk, case: str, other: Seeded, said: str) -> str:
    path = f"{page_of(desk, case)}/{other.people[0]}"
    return desk.post(path, {"csrf_token": desk.token(), "answer": said}).path


def test_a_name_is_looked_up_while_it_is_typed(desk: Desk) -> None:
    before(desk)
    case = desk.new_case()
    told = look(desk, case, name="Олена Ковалинська")
    assert "1 record on this laptop may be the same person" in told["words"]
    assert "Full name, own script: written the same" in told["words"]
    assert told["href"] == page_of(desk, case)
    assert not desk.case(case).members[0].was_asked("name")


def test_a_name_of_nobody_here_says_nothing(desk: Desk) -> None:
    before(desk)
    assert look(desk, desk.new_case(), name="Тарас Небувалий") == {"words": ""}
    assert look(desk, desk.new_case(), name="") == {"words": ""}


def test_without_script_it_is_told_after_saving(desk: Desk) -> None:
    before(desk)
    case = desk.new_case()
    page = desk.fill(case, "who", {"name": "Олена Ковалинська", "sex": "f", "birth__year": "1986"})
    assert page.path.endswith("/origin")
    assert "may be the same person" in page.text
    assert f'href="{page_of(desk, case)}"' in page.html


def test_the_read_back_asks_again_until_it_is_answered(desk: Desk) -> None:
    other = before(desk)
    case = comes_again(desk)
    assert "Registered here already?" in desk.get(f"/cases/{case}/check").text
    answer(desk, case, other, "different")
    assert "Registered here already?" not in desk.get(f"/cases/{case}/check").text


def test_both_records_stand_side_by_side_with_reasons_in_words(desk: Desk) -> None:
    other = before(desk)
    page = desk.get(page_of(desk, comes_again(desk)))
    assert "1986" in page.text
    assert "the same year" in page.text
    assert "Elena Kovalinskaya" in page.text
    assert other.people[0] in page.html


@pytest.mark.parametrize("said", ["different", "left-for-registry"])
def test_another_person_goes_on_and_is_not_asked_about_twice(desk: Desk, said: str) -> None:
    other = before(desk)
    case = comes_again(desk)
    assert answer(desk, case, other, said) == f"/cases/{case}"
    (kept,) = desk.store.likenesses.of_case(case)
    assert kept.answer is Likeness(said)
    assert any(reason.startswith("birth:") for reason in kept.reasons)
    assert "No record on this laptop is like this one" in desk.get(page_of(desk, case)).text


def test_the_same_person_goes_on_in_the_record_from_before(desk: Desk) -> None:
    other = before(desk)
    case = comes_again(desk)
    assert answer(desk, case, other, "same") == f"/cases/{other.case}/record"
    assert desk.case(case).members
    assert desk.store.likenesses.of_case(case)[0].answer is Likeness.SAME


def test_whoever_did_not_agree_to_be_compared_is_not_found(desk: Desk) -> None:
    a_record(desk, "Олена Ковалинська", said=SAID)
    case = comes_again(desk, "Олена Ковалинська")
    assert look(desk, case, name="Олена Ковалинська") == {"words": ""}


def test_whoever_says_no_now_is_not_compared(desk: Desk) -> None:
    before(desk)
    case = comes_again(desk)
    desk.fill(case, "consent", {"verification": "no"})
    assert "Registered here already?" not in desk.get(f"/cases/{case}/check").text


def test_a_withdrawn_agreement_takes_the_record_out_of_the_search(desk: Desk) -> None:
    other = before(desk)
    case = comes_again(desk)
    agree(desk, other, Purpose.VERIFICATION, ConsentAnswer.WITHDRAWN)
    assert look(desk, case, name="Олена Ковалинська") == {"words": ""}


def test_members_of_one_group_are_never_compared(desk: Desk) -> None:
    case = desk.new_case("family", people="2")
    desk.fill(case, "who", {"name": "Олена Ковалинська", "sex": "f"})
    desk.fill(case, "consent", {"verification": "yes"})
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    page = desk.fill(case, "who", {"name": "Олена Ковалинська", "sex": "f"}, member=1)
    assert "may be the same person" not in page.text


def test_an_answer_about_a_record_that_is_not_alike_is_refused(desk: Desk) -> None:
    other = before(desk, "Тарас Інший")
    case = comes_again(desk)
    token = {"csrf_token": desk.token(), "answer": "same"}
    assert desk.post(f"{page_of(desk, case)}/{other.people[0]}", token).status == 404
    assert desk.store.likenesses.of_case(case) == []


def test_an_unknown_answer_is_refused(desk: Desk) -> None:
    other = before(desk)
    case = comes_again(desk)
    token = {"csrf_token": desk.token(), "answer": "merge"}
    assert desk.post(f"{page_of(desk, case)}/{other.people[0]}", token).status == 404


@pytest.mark.parametrize("lang", ["en", "uk", "ar"])
def test_the_page_is_well_made(desk: Desk, lang: str) -> None:
    before(desk)
    case = comes_again(desk)
    desk.get(f"/?lang={lang}")
    assert faults(desk.get(page_of(desk, case)).html) == []


def test_what_is_typed_and_not_saved_is_compared_as_well(desk: Desk) -> None:
    other = before(desk)
    case = desk.new_case()
    paper = f"/drafts/{case}/who/{desk.case(case).members[0].id}"
    desk.post(paper, {"csrf_token": desk.token(), "name": "Олена Ковалинська"}, follow=False)
    assert other.people[0] in desk.get(page_of(desk, case)).html
    answer(desk, case, other, "different")
    assert desk.store.likenesses.of_case(case)[0].other == other.people[0]


def comes_as_a_draft(desk: Desk) -> str:
    """Somebody else at the same laptop is writing the same person down; nothing is complete."""
    case = comes_again(desk, "Олена Ковалинська")
    desk.fill(case, "consent", {"verification": "yes", "private_moment": "offered-declined"})
    return case


def test_a_draft_on_this_laptop_is_found_while_a_name_is_typed(desk: Desk) -> None:
    draft = comes_as_a_draft(desk)
    case = desk.new_case()
    assert "1 record on this laptop" in look(desk, case, name="Олена Ковалинська")["words"]
    assert desk.case(draft).status is CaseStatus.DRAFT


def test_a_draft_is_found_at_the_read_back_and_opens_at_its_tasks(desk: Desk) -> None:
    draft = comes_as_a_draft(desk)
    case = comes_again(desk)
    assert "may be the same person" in desk.get(f"/cases/{case}/check").text
    other = desk.case(draft).members[0].id
    data = {"csrf_token": desk.token(), "answer": "same"}
    assert desk.post(f"{page_of(desk, case)}/{other}", data).path == f"/cases/{draft}"


def test_a_draft_whose_person_was_not_asked_yet_is_not_found(desk: Desk) -> None:
    comes_again(desk, "Олена Ковалинська")
    assert look(desk, desk.new_case(), name="Олена Ковалинська") == {"words": ""}


def test_a_draft_that_was_given_up_is_not_found(desk: Desk) -> None:
    draft = comes_as_a_draft(desk)
    desk.post(f"/cases/{draft}/discard", {"csrf_token": desk.token()})
    assert look(desk, desk.new_case(), name="Олена Ковалинська") == {"words": ""}
