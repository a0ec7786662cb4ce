"""Consent: four answers, each by itself; a child's carer is asked; an adult is offered privacy."""

import pytest

from intake.domain.codes import Absent, ConsentAnswer, ConsentBy, Purpose
from intake.domain.consent import MAIN, agreed, standing
from tests.field.desk import Desk

LONG = "Ми йшли три дні. " * 3000


def told(desk: Desk, **who: str) -> str:
    """A case of one person whose first page is saved."""
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена", "birth__age": "40", **who})
    return case


def answers(desk: Desk, case: str) -> dict[Purpose, ConsentAnswer]:
    found = desk.case(case)
    return {p: standing(found.consents, found.members[0].id, p) for p in MAIN}


def test_each_purpose_is_answered_by_itself(desk: Desk) -> None:
    case = told(desk)
    desk.fill(case, "consent", {"registration": "yes", "tracing": "no", "referral": "not-asked"})
    assert answers(desk, case) == {
        Purpose.REGISTRATION: ConsentAnswer.YES,
        Purpose.VERIFICATION: ConsentAnswer.NOT_ASKED,
        Purpose.TRACING: ConsentAnswer.NO,
        Purpose.REFERRAL: ConsentAnswer.NOT_ASKED,
    }
    assert len(desk.case(case).consents) == 3


def test_silence_is_never_a_yes(desk: Desk) -> None:
    case = told(desk)
    desk.fill(case, "consent", {"rest": "asked-declined"})
    found = desk.case(case)
    assert not any(agreed(found.consents, found.members[0].id, p) for p in Purpose)
    assert {c.answer for c in found.consents} == {ConsentAnswer.NOT_ASKED}


def test_an_unchanged_answer_is_not_recorded_again(desk: Desk) -> None:
    case = told(desk)
    desk.fill(case, "consent", {"registration": "yes"})
    desk.fill(case, "consent", {"rest": "not-asked"})
    registration = [c for c in desk.case(case).consents if c.purpose is Purpose.REGISTRATION]
    assert [c.answer for c in registration] == [ConsentAnswer.YES]
    desk.fill(case, "consent", {"registration": "no"})
    assert answers(desk, case)[Purpose.REGISTRATION] is ConsentAnswer.NO


def test_the_consent_says_which_text_was_read_in_which_language(desk: Desk) -> None:
    case = told(desk)
    desk.fill(case, "consent", {"registration": "yes", "language": "ru"})
    (consent,) = desk.case(case).consents
    assert (consent.language, consent.notice_version) == ("ru", "1")
    assert consent.given_by is ConsentBy.SELF
    page = desk.get(desk.address(case, "consent"))
    assert page.form(having="rest").value("language") == "ru"


def test_the_texts_turn_into_another_language_and_keep_what_was_typed(desk: Desk) -> None:
    case = told(desk)
    page = desk.get(desk.address(case, "consent"))
    page = desk.send(
        page, {"language": "ti", "testimony": "слова", "do": "language"}, having="rest"
    )
    assert "Read aloud in: Tigrinya" in page.text
    assert page.form(having="rest").value("testimony") == "слова"
    assert desk.case(case).consents == ()


@pytest.mark.parametrize("age", [{"birth__age": "9"}, {"birth__age": "17", "birth__age_to": "18"}])
def test_v09_somebody_who_may_be_a_child_is_asked_with_the_carer(
    desk: Desk, age: dict[str, str]
) -> None:
    """V-09 and DP-06: an age that straddles 18 takes the child's route."""
    case = told(desk, **age)
    form = desk.get(desk.address(case, "consent")).form(having="rest")
    assert "given_by" in form.names
    assert "care_arrangement" in form.names
    assert "private_moment" not in form.names
    page = desk.fill(case, "consent", {"registration": "yes"})
    assert page.status == 422
    desk.fill(case, "consent", {"registration": "yes", "given_by": "caregiver-and-child"})
    (consent,) = desk.case(case).consents
    assert consent.given_by is ConsentBy.CAREGIVER_AND_CHILD


def test_a_childs_page_without_any_consent_needs_no_carer(desk: Desk) -> None:
    case = told(desk, birth__age="9")
    assert desk.fill(case, "consent", {"care_arrangement": "тітка"}).status == 200
    assert desk.case(case).members[0].value("care-arrangement") == "тітка"


def test_an_adult_is_offered_a_moment_alone(desk: Desk) -> None:
    case = told(desk)
    form = desk.get(desk.address(case, "consent")).form(having="rest")
    assert set(form.offered["private_moment"]) >= {"offered-taken", "offered-declined"}
    assert "care_arrangement" not in form.names
    assert "given_by" not in form.names


def test_an_unknown_age_leaves_both_ways_open(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена", "birth__absent": "asked-unknown"})
    form = desk.get(desk.address(case, "consent")).form(having="rest")
    assert {"given_by", "private_moment"} <= form.names


def test_the_moment_alone_can_be_declined_with_the_rest(desk: Desk) -> None:
    case = told(desk)
    desk.fill(case, "consent", {"rest": "asked-declined"})
    assert desk.case(case).members[0].absent("private-moment") is Absent.DECLINED


def test_a_long_testimony_is_kept_whole(desk: Desk) -> None:
    case = told(desk)
    desk.fill(case, "consent", {"testimony": LONG})
    assert desk.case(case).members[0].value("testimony") == LONG.strip()


def test_a_testimony_beyond_the_limit_is_refused_and_not_lost(desk: Desk) -> None:
    case = told(desk)
    text = "ю" * 100_001
    page = desk.fill(case, "consent", {"testimony": text})
    assert page.status == 422
    assert page.form(having="rest").value("testimony") == text
    assert desk.get(desk.address(case, "consent")).form(having="rest").value("testimony") == text


def test_the_next_member_is_read_to_in_the_same_language(desk: Desk) -> None:
    case = desk.new_case("family")
    desk.fill(case, "who", {"name": "Олена"})
    desk.fill(case, "consent", {"registration": "yes", "language": "ru"})
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    form = desk.get(desk.address(case, "consent", 1)).form(having="rest")
    assert form.value("language") == "ru"
    assert form.value("registration") == ""
