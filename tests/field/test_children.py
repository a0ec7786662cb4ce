"""A child without parent or carer: asked gently, kept from those who may not know."""

from typing import Any

import pytest

from intake.domain.codes import ConsentAnswer, ConsentBy, Purpose
from intake.domain.partial_date import from_age
from tests.field.desk import MORNING, Desk, Page
from tests.field.seeding import Seeded, a_record
from tests.field.test_relatives import add

TOLD = {
    "found_where": "Вокзал",
    "found_when__year": "2026",
    "found_by": "A railway worker",
    "brought_by": "Пан Степан",
    "brought_tie": "met-on-route",
    "brought_contact": "The kiosk at the station",
    "care_kind": "unrelated-adult",
    "care_arrangement": "A volunteer for tonight",
    "siblings_together": "yes",
    "last_saw_parents": "On the platform",
    "belongings": "A red coat",
    "words_and_songs": "Котику сіренький",
    "wish_tracing": "yes",
    "wish_with": "Aunt",
    "wish_not_with": "The man of the bus",
}


def born(low: int, high: int | None = None) -> Any:
    return from_age(low, high, MORNING.date()).to_json()


@pytest.fixture
def child(desk: Desk) -> Seeded:
    return a_record(desk, "Сашко", complete=False, said={"birth": born(6)})


def page_of(seeded: Seeded, page: str = "child") -> str:
    return f"/cases/{seeded.case}/people/{seeded.people[0]}/{page}"


def tell(desk: Desk, seeded: Seeded, **told: str) -> Page:
    return desk.send(desk.get(page_of(seeded)), told or TOLD, having="found_by")


def test_everything_told_is_kept_as_statements(desk, child):
    page = tell(desk, child)
    assert page.path == f"/cases/{child.case}"
    (member,) = desk.case(child.case).members
    assert member.text("brought-by") == "Пан Степан"
    assert member.value("care-kind") == "unrelated-adult"
    assert member.value("found-when")["edtf"] == "2026"
    assert member.text("words-and-songs") == "Котику сіренький"


def test_all_of_it_may_stay_empty(desk, child):
    before = len(desk.case(child.case).members[0].said)
    assert desk.send(desk.get(page_of(child)), {}, having="found_by").status == 200
    assert len(desk.case(child.case).members[0].said) == before


def test_the_list_of_tasks_tells_of_a_child_without_a_carer(desk, child):
    page = desk.get(f"/cases/{child.case}")
    assert "No parent or carer here" in page.text
    assert page_of(child) in page.html


def test_v09_somebody_who_may_be_eighteen_takes_the_way_of_a_child(desk):
    seeded = a_record(desk, "Ходан", complete=False, said={"birth": born(16, 19)})
    assert "No parent or carer here" in desk.get(f"/cases/{seeded.case}").text


def test_an_adult_has_no_such_page_in_the_list(desk):
    seeded = a_record(desk, "Олена", complete=False, said={"birth": born(40)})
    assert page_of(seeded) not in desk.get(f"/cases/{seeded.case}").html


def test_with_a_parent_told_on_the_family_page_nothing_is_alarming(desk, child):
    desk.post(f"/cases/{child.case}/people", {"csrf_token": desk.token()})
    mother = desk.case(child.case).members[1]
    desk.fill(child.case, "who", {"name": "Олена", "birth__age": "34"}, 1)
    add(desk, child, {"to": mother.id, "tie": "parent"})
    page = desk.get(f"/cases/{child.case}")
    assert "No parent or carer here" not in page.text
    assert page_of(child) in page.html


def test_what_was_said_on_another_page_is_not_asked_again(desk, child):
    desk.fill(child.case, "consent", {"care_arrangement": "An aunt", "rest": "not-asked"})
    form = desk.get(page_of(child)).form(having="found_by")
    assert form.value("care_arrangement") == "An aunt"


def test_who_brought_the_child_is_no_contact_to_release_to(desk, child):
    tell(desk, child)
    page = desk.get(page_of(child))
    assert "Nobody hands the child over because of it." in page.text
    for other in ("slip", "check"):
        assert "The kiosk" not in desk.get(f"/cases/{child.case}/{other}").text


def test_after_completion_a_change_says_why(desk):
    seeded = a_record(desk, "Сашко", said={"birth": born(6)})
    assert tell(desk, seeded, found_by="A nurse").status == 422
    tell(desk, seeded, found_by="A nurse", why="new-information")
    assert desk.case(seeded.case).members[0].text("found-by") == "A nurse"


CARER = dict.fromkeys(("registration", "verification", "tracing", "referral"), "yes")


def agree_page(desk: Desk, seeded: Seeded, **told: str) -> Page:
    return desk.fill(seeded.case, "consent", {"rest": "not-asked", **told})


def consents(desk: Desk, seeded: Seeded) -> dict[Purpose, Any]:
    return {c.purpose: c for c in desk.case(seeded.case).consents}


def test_dp06_the_guardians_and_the_childs_word_are_both_kept(desk, child):
    agree_page(desk, child, **CARER, given_by="guardian", child_tracing="yes", child_referral="no")
    kept = consents(desk, child)
    tracing, referral = kept[Purpose.TRACING], kept[Purpose.REFERRAL]
    assert (tracing.answer, tracing.carer, tracing.assent) == (ConsentAnswer.YES,) * 3
    assert (referral.answer, referral.carer) == (ConsentAnswer.NO, ConsentAnswer.YES)
    assert referral.assent is ConsentAnswer.NO
    assert referral.given_by is ConsentBy.GUARDIAN
    record = desk.get(f"/cases/{child.case}/record").text
    assert "The carer: Agrees · The child: Does not agree" in record


def test_dp06_the_page_shows_each_word_where_it_was_said(desk, child):
    agree_page(desk, child, **CARER, given_by="guardian", child_referral="no")
    form = desk.get(page_of(child, "consent")).form(having="rest")
    assert (form.value("referral"), form.value("child_referral")) == ("yes", "no")
    agree_page(desk, child)
    assert len(desk.case(child.case).consents) == 4


def test_dp06_where_nobody_can_be_asked_the_reason_is_typed(desk, child):
    refused = agree_page(desk, child, referral="yes", given_by="vital-interest")
    assert refused.status == 422
    assert "Write why nobody could be asked" in refused.text
    agree_page(desk, child, referral="yes", given_by="vital-interest", vital_reason="High fever.")
    kept = consents(desk, child)[Purpose.REFERRAL]
    assert (kept.answer, kept.reason) == (ConsentAnswer.YES, "High fever.")


def test_an_adult_answers_alone(desk):
    seeded = a_record(desk, "Олена", complete=False, said={"birth": born(40)})
    names = desk.get(page_of(seeded, "consent")).form(having="rest").names
    assert not [name for name in names if name.startswith("child_") or name == "vital_reason"]


def test_an_adult_whose_age_nobody_knows_is_not_passed_over(desk):
    seeded = a_record(desk, "Олена", complete=False)
    form = desk.get(page_of(seeded, "consent")).form(having="rest")
    assert "vital-interest" not in form.offered.get("given_by", [])
