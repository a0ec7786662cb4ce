"""A group parts or two come together on the laptop: drafts only, nothing is lost."""

from typing import Any

import pytest

from intake.domain.codes import CaseStatus, GroupKind, Purpose, RegroupReason
from intake.domain.event import CaseDiscarded
from intake.field import drafting
from intake.store.keyring import key_name
from tests.field.desk import Desk, Page
from tests.field.seeding import Seeded, a_record, agree
from tests.field.test_relatives import AWAY, add


def part(desk: Desk, seeded: Seeded, *leaving: int, reason: str = "family-request") -> Page:
    people = [seeded.people[n] for n in leaving]
    page = desk.get(f"/cases/{seeded.case}/split")
    return desk.send(page, {"people": people, "reason": reason}, having="reason")


def join(desk: Desk, seeded: Seeded, number: str, reason: str = "marriage") -> Page:
    page = desk.get(f"/cases/{seeded.case}/merge")
    return desk.send(page, {"number": number, "reason": reason}, having="number")


def at_number(desk: Desk, number: str) -> Any:
    found = desk.store.cases.by_number(number)
    assert found is not None
    return found


@pytest.fixture
def family(desk: Desk) -> Seeded:
    return a_record(desk, "Олена", "Іван", "Марія", complete=False)


def test_one_leaves_with_all_they_said_and_their_own_number(desk, family):
    agree(desk, family, Purpose.TRACING, member=1)
    add(desk, family, AWAY, member=1)
    before = desk.case(family.case).members[1].said
    page = part(desk, family, 1)
    assert "They are a group of their own now" in page.text
    case = at_number(desk, family.numbers[1])
    assert page.path == f"/cases/{case.id}"
    (member,) = case.members
    told = {s.statement.id: (s.statement, s.by, s.at) for s in member.said}
    assert told == {s.statement.id: (s.statement, s.by, s.at) for s in before}
    assert [c.purpose for c in case.consents] == [Purpose.TRACING]
    assert (case.group_kind, case.focal) == (GroupKind.SINGLE, member.id)


def test_the_others_stay_under_the_number_of_the_group(desk, family):
    part(desk, family, 1)
    case = at_number(desk, family.number)
    assert [m.text("name") for m in case.members] == ["Олена", "Марія"]
    assert case.id != family.case
    assert desk.get(f"/cases/{family.case}").status == 404


def test_nobody_can_read_the_case_that_was_any_more(desk, family):
    part(desk, family, 1)
    store = desk.store
    assert store.keyring.is_forgotten(key_name(store.own_chain, family.case))
    assert store.events_of(family.case) == []
    last = store.ledger.of_case(family.case)[-1]
    assert last.kind == CaseDiscarded.kind
    assert store.verify() == []


def test_tables_made_anew_tell_the_same(desk, family):
    part(desk, family, 1)
    numbers = (family.number, family.numbers[1])
    before = [at_number(desk, number) for number in numbers]
    desk.store.rebuild()
    assert [at_number(desk, number) for number in numbers] == before


def test_the_part_that_left_is_asked_what_cannot_wait(desk, family):
    page = part(desk, family, 1)
    assert "Not started" in page.text
    case = at_number(desk, family.numbers[1])
    gaps = desk.get(f"/cases/{case.id}/check").text
    assert "5 questions were not asked yet" in gaps or "questions were not asked" in gaps


def test_text_typed_and_not_saved_goes_along(desk, family):
    store = desk.store
    ours = drafting.key(family.case, "who", family.people[0])
    theirs = drafting.key(family.case, "who", family.people[1])
    for page in (ours, theirs):
        store.papers.keep_draft(page, {"name": [page]}, rev=0, at=desk.clock())
    part(desk, family, 1)
    for number, person, was in ((0, 0, ours), (1, 1, theirs)):
        case = at_number(desk, family.numbers[number])
        kept = store.papers.draft(drafting.key(case.id, "who", family.people[person]))
        assert kept is not None
        assert kept.body["name"] == [was]


def test_the_laptop_does_not_add_those_who_left_again(desk):
    case = desk.new_case("family", people="2")
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    people = desk.case(case).members
    seeded = Seeded(case, tuple(m.id for m in people), desk.case(case).number, ())
    part(desk, seeded, 1)
    staying = at_number(desk, seeded.number)
    kept = desk.store.papers.draft(drafting.key(staying.id, drafting.SIZE))
    assert kept is not None
    assert kept.body["people"] == ["1"]


@pytest.mark.parametrize(
    ("leaving", "reason", "words"),
    [
        ((), "family-request", "Choose an answer: Who goes on as a group of their own?"),
        ((0, 1, 2), "family-request", "Somebody has to stay in this group."),
        ((0,), "", "Choose an answer: Why?"),
        ((0,), "quarrel", "Choose one of the answers in the list."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_parted(desk, family, leaving, reason, words):
    page = part(desk, family, *leaving, reason=reason)
    assert page.status == 422
    assert words in page.text
    assert len(desk.case(family.case).members) == 3


def test_a_record_that_was_ever_complete_is_not_parted_here(desk):
    done = a_record(desk, "Олена", "Іван")
    assert desk.get(f"/cases/{done.case}/split").status == 422
    assert desk.get(f"/cases/{done.case}/merge").status == 422
    assert "split" not in desk.get(f"/cases/{done.case}").html


def test_for_protection_neither_record_shows_the_other_number(desk, family):
    part(desk, family, 1, reason="protection")
    left, stayed = at_number(desk, family.numbers[1]), at_number(desk, family.number)
    for case, other in ((left, stayed), (stayed, left)):
        page = desk.get(f"/cases/{case.id}/record")
        assert "To protect somebody" in page.text
        assert other.number[:5] not in page.text
    assert "Іван" not in desk.get(f"/cases/{stayed.id}/record").text


def test_otherwise_both_records_tell_what_became_of_the_group(desk, family):
    part(desk, family, 1)
    left, stayed = at_number(desk, family.numbers[1]), at_number(desk, family.number)
    assert "This group parted from another" in desk.get(f"/cases/{left.id}/record").text
    page = desk.get(f"/cases/{stayed.id}/record")
    assert "Others of this group went on apart" in page.text
    assert left.number[:5] in page.text


def test_a_tie_to_somebody_who_left_names_nobody(desk, family):
    add(desk, family, {"to": family.people[1], "tie": "spouse-partner"})
    part(desk, family, 1)
    stayed = at_number(desk, family.number)
    page = desk.get(f"/cases/{stayed.id}/people/{family.people[0]}/family")
    assert "somebody of another group" in page.text
    assert "Іван" not in page.text


def test_two_drafts_become_one_and_both_numbers_lead_there(desk, family):
    other = a_record(desk, "Назар", "Віра", complete=False)
    page = join(desk, family, other.number)
    assert "The two groups are one now." in page.text
    case = at_number(desk, family.number)
    assert at_number(desk, other.number).id == case.id
    assert case.number == family.number
    names = [m.text("name") for m in case.members]
    assert names == ["Олена", "Іван", "Марія", "Назар", "Віра"]
    assert [m.number for m in case.members] == [*family.numbers, *other.numbers]
    page = desk.get(f"/cases/{case.id}/record")
    assert "Another group came in" in page.text
    assert other.number[:5] in page.text


def test_a_number_of_a_person_finds_the_other_group_too(desk, family):
    other = a_record(desk, "Назар", complete=False)
    join(desk, family, other.numbers[0])
    assert len(at_number(desk, family.number).members) == 4


def test_a_split_can_be_taken_back_by_a_merge(desk, family):
    part(desk, family, 1, reason="recording-error")
    stayed = at_number(desk, family.number)
    again = Seeded(stayed.id, (), stayed.number, ())
    join(desk, again, family.numbers[1], reason="recording-error")
    case = at_number(desk, family.number)
    assert {m.text("name") for m in case.members} == {"Олена", "Іван", "Марія"}
    history = desk.store.groups.history(case.id)
    assert [one.reason for one in history] == [RegroupReason.RECORDING_ERROR] * 3


@pytest.mark.parametrize("which", ["itself", "complete", "nobody"])
def test_what_may_not_come_in_is_refused_beside_the_number(desk, family, which):
    number = {
        "itself": family.number,
        "complete": a_record(desk, "Назар").number,
        "nobody": "0000000000",
    }[which]
    page = join(desk, family, number)
    assert page.status == 422
    assert "There is no other draft with this number here" in page.text


def test_differing_answers_of_two_groups_become_a_question(desk, family):
    case = desk.new_case("family")
    for seeded, says in ((case, "yes"), (family.case, "no")):
        page = desk.get(f"/cases/{seeded}/urgent")
        desk.send(page, {"urgent_doctor": says, "rest": "asked-declined"}, having="rest")
    join(desk, family, desk.case(case).number)
    merged = at_number(desk, family.number)
    assert "Two answers differ: ask" in desk.get(f"/cases/{merged.id}/record").text


def test_said_and_recorded_stand_side_by_side(desk):
    case = desk.new_case("family", people="4")
    assert desk.case(case).value("size") == 4
    page = desk.get(f"/cases/{case}")
    assert "they said they are 4" in page.text
    record = desk.get(f"/cases/{case}/record")
    assert "They said: 4 · recorded: 1" in record.text


def test_the_numbers_merged_go_on_leading_here_after_forgetting(desk, family):
    other = a_record(desk, "Назар", complete=False)
    join(desk, family, other.number)
    case = at_number(desk, family.number)
    assert case.also == (other.number,)
    assert case.status is CaseStatus.DRAFT


def expected_of(desk: Desk, number: str) -> int:
    """How many people the laptop still expects in the group with this number."""
    kept = desk.store.papers.draft(drafting.key(at_number(desk, number).id, drafting.SIZE))
    return int(kept.body["people"][0]) if kept else 0


def said_to_be(desk: Desk, seeded: Seeded, people: int) -> None:
    key = drafting.key(seeded.case, drafting.SIZE)
    desk.store.papers.keep_draft(key, {"people": [str(people)]}, rev=0, at=desk.clock())


@pytest.mark.parametrize(("said", "left"), [(5, 4), (2, 2)])
def test_of_a_group_that_parts_never_fewer_are_expected_than_stayed(desk, family, said, left):
    said_to_be(desk, family, said)
    part(desk, family, 1)
    assert expected_of(desk, family.number) == left


@pytest.mark.parametrize(("said", "people"), [((5, 3), 8), ((2, 1), 5)])
def test_two_groups_that_join_are_expected_to_be_as_many_as_both(desk, family, said, people):
    other = a_record(desk, "Назар", "Віра", complete=False)
    for seeded, count in zip((family, other), said, strict=True):
        said_to_be(desk, seeded, count)
    join(desk, family, other.number)
    assert expected_of(desk, family.number) == people


def test_a_line_that_is_being_changed_goes_along_with_whoever_told_it(desk, family):
    """Else words of who was parted for safety would lie with those they were parted from."""
    agree(desk, family, Purpose.TRACING, member=1)
    add(desk, family, AWAY, member=1)
    (line,) = desk.case(family.case).members[1].current("relative")
    page = drafting.key(family.case, "family", line.statement.id)
    desk.store.papers.keep_draft(page, {"name": ["Ганна"]}, rev=0, at=desk.clock())
    part(desk, family, 1, reason="protection")
    leaving, staying = (at_number(desk, n) for n in (family.numbers[1], family.number))
    kept = desk.store.papers.draft(drafting.key(leaving.id, "family", line.statement.id))
    assert kept is not None
    assert kept.body["name"] == ["Ганна"]
    assert drafting.key(staying.id, "family", line.statement.id) not in {
        draft.page for draft in desk.store.papers.drafts_of(staying.id)
    }


def type_urgent(desk: Desk, case: str) -> str:
    """Type on the page of urgent questions and save nothing; gives its address."""
    here = f"/cases/{case}/urgent"
    typed = {"csrf_token": desk.token(), "urgent_doctor": "yes", "rev": "0", "here": here}
    desk.post(f"/drafts/{drafting.key(case, 'urgent')}", typed, follow=False)
    return here


def test_unsaved_text_of_both_on_one_page_is_saved_before_they_join(desk, family):
    other = a_record(desk, "Петро", complete=False)
    pages = [type_urgent(desk, case) for case in (family.case, other.case)]
    number = desk.case(other.case).number
    refused = join(desk, family, number)
    assert refused.status == 422
    assert "Save one of the two first." in refused.text
    assert refused.form(having="number").value("number") == number
    assert len({desk.case(family.case).id, desk.case(other.case).id}) == 2
    unfinished = desk.get(pages[1])
    assert unfinished.form(having="urgent_doctor").value("urgent_doctor") == "yes"
    answers = {f"urgent_{q}": "no" for q in ("child_alone", "shelter", "afraid", "alone")}
    desk.send(unfinished, {"urgent_doctor": "yes", **answers}, having="urgent_doctor")
    joined = join(desk, family, number)
    assert joined.status == 200
    assert "The two groups are one now." in joined.text
    new = at_number(desk, number).id
    assert drafting.key(new, "urgent") in {d.page for d in desk.store.papers.drafts_of(new)}
