"""Amending: a new statement names the old one and says why; nothing is overwritten."""

import pytest

from intake.domain.codes import CaseStatus, Source, Why
from intake.domain.event import ReceiptKept
from intake.domain.individual import Individual
from tests.builders import NOON, a_name, an_id
from tests.field.desk import Desk, Page
from tests.field.seeding import Seeded, a_record


def address(seeded: Seeded, page: str = "origin") -> str:
    return f"/cases/{seeded.case}/people/{seeded.people[0]}/amend/{page}"


def amend(desk: Desk, seeded: Seeded, page: str = "origin", **changed: str) -> Page:
    typed = {"why": "recording-error", **changed}
    return desk.send(desk.get(address(seeded, page)), typed, having="why")


def person(desk: Desk, seeded: Seeded) -> Individual:
    return desk.case(seeded.case).members[0]


def test_a_changed_answer_names_what_it_replaces_and_why(desk):
    seeded = a_record(desk, "Олена", said={"nationality": "Moldova"})
    [old] = person(desk, seeded).current("nationality")
    page = amend(desk, seeded, nationality="Ukraine")
    assert page.path == f"/cases/{seeded.case}/record"
    assert "The record is amended." in page.text
    [new] = person(desk, seeded).current("nationality")
    assert new.statement.value == "Ukraine"
    assert new.statement.why is Why.RECORDING_ERROR
    assert new.statement.saw == (old.statement.id,)
    assert len(person(desk, seeded).history("nationality")) == 2


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_can_be_given(desk, why):
    seeded = a_record(desk, "Олена", said={"nationality": "Moldova"})
    amend(desk, seeded, nationality="Ukraine", why=why.value)
    assert person(desk, seeded).current("nationality")[0].statement.why is why


def test_without_a_reason_nothing_is_written_and_the_text_stays(desk):
    seeded = a_record(desk, "Олена", said={"nationality": "Moldova"})
    page = amend(desk, seeded, nationality="Ukraine", why="")
    assert page.status == 422
    assert "Choose an answer: Why does it change?" in page.text
    assert page.form(having="why").value("nationality") == "Ukraine"
    assert person(desk, seeded).value("nationality") == "Moldova"


def test_only_what_differs_is_written(desk):
    seeded = a_record(desk, "Олена", said={"nationality": "Moldova", "mother": a_name("Ганна")})
    before = len(person(desk, seeded).said)
    amend(desk, seeded, nationality="Ukraine")
    assert len(person(desk, seeded).said) == before + 1


def test_saving_an_unchanged_page_writes_nothing(desk):
    seeded = a_record(desk, "Олена", said={"nationality": "Moldova"})
    before = desk.store.head(desk.store.own_chain)
    page = amend(desk, seeded)
    assert "Nothing is different, so nothing was written." in page.text
    assert desk.store.head(desk.store.own_chain) == before


def test_a_name_can_be_put_right(desk):
    seeded = a_record(desk, "Олена")
    amend(desk, seeded, "who", name="Олéна")
    assert person(desk, seeded).text("name") == "Олéна"
    assert [s.statement.value["text"] for s in person(desk, seeded).history("name")] == [
        "Олена",
        "Олéна",
    ]


def test_something_can_be_added_to_the_story(desk):
    seeded = a_record(desk, "Олена")
    amend(desk, seeded, "consent", testimony="We walked for nine days.", why="new-information")
    assert person(desk, seeded).value("testimony") == "We walked for nine days."


@pytest.mark.parametrize("page", ["who", "origin", "consent"])
def test_it_is_kept_who_told_the_new_answer(desk, page):
    changed = {"who": "name", "origin": "nationality", "consent": "testimony"}[page]
    seeded = a_record(desk, "Олена")
    form = desk.get(address(seeded, page)).form(having="why")
    told_by = {"told_by": "caregiver"} if "told_by" in form.names else {}
    amend(desk, seeded, page, **{changed: "told anew", f"{changed}__absent": ""}, **told_by)
    expected = Source.CAREGIVER if told_by else Source.SELF
    assert person(desk, seeded).current(changed)[-1].statement.source is expected


def test_an_answer_can_be_taken_back_with_a_reason(desk):
    seeded = a_record(desk, "Олена", said={"nationality": "Moldova"})
    page = amend(desk, seeded, nationality="")
    assert page.status == 422
    assert "Choose a reason beside it" in page.text
    amend(desk, seeded, nationality="", nationality__absent="asked-declined")
    assert person(desk, seeded).value("nationality") is None
    assert person(desk, seeded).history("nationality")[0].statement.value == "Moldova"


def test_a_long_story_can_be_taken_back_too(desk):
    seeded = a_record(desk, "Олена", said={"testimony": "We walked."})
    page = amend(desk, seeded, "consent", testimony="")
    assert page.status == 422
    page = desk.send(page, {"rest": "asked-declined"}, having="why")
    assert page.path == f"/cases/{seeded.case}/record", page.text[:500]
    assert person(desk, seeded).value("testimony") is None


def test_an_amended_record_waits_for_sync_again(desk):
    seeded = a_record(desk, "Олена", said={"nationality": "Moldova"})
    store = desk.store
    head = store.head(store.own_chain)
    store.record(
        ReceiptKept(
            chain=store.own_chain,
            seq=head.seq,
            head=head.hash,
            signature="00",
            channel="wire",
            by="system",
            at=NOON,
        )
    )
    assert desk.case(seeded.case).status is CaseStatus.RECEIVED
    amend(desk, seeded, nationality="Ukraine")
    assert desk.case(seeded.case).status is CaseStatus.READY


def test_two_tabs_do_not_overwrite_each_other(desk):
    seeded = a_record(desk, "Олена", said={"nationality": "Moldova"})
    first, second = desk.get(address(seeded)), desk.get(address(seeded))
    desk.send(first, {"why": "recording-error", "nationality": "Ukraine"}, having="why")
    page = desk.send(second, {"why": "recording-error", "nationality": "Poland"}, having="why")
    assert page.status == 409
    assert page.form(having="why").value("nationality") == "Poland"
    assert person(desk, seeded).value("nationality") == "Ukraine"


def test_a_draft_is_not_amended_but_written_on_its_own_page(desk):
    seeded = a_record(desk, "Олена", complete=False)
    assert desk.get(address(seeded)).path == (
        f"/cases/{seeded.case}/people/{seeded.people[0]}/origin"
    )


@pytest.mark.parametrize("page", ["urgent", "everything"])
def test_other_pages_cannot_be_amended(desk, page):
    assert desk.get(address(a_record(desk, "Олена"), page)).status == 404


def test_a_stranger_to_the_case_is_not_found(desk):
    seeded, other = a_record(desk, "Олена"), a_record(desk, "Amal")
    assert desk.get(f"/cases/{seeded.case}/people/{other.people[0]}/amend/who").status == 404
    assert desk.get(f"/cases/{an_id()}/people/{other.people[0]}/amend/who").status == 404
