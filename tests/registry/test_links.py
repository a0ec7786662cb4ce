"""Linked records: one page over both, either number finds them, two people undo it."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from intake.domain.codes import PairStatus, Purpose, Role
from intake.domain.event import IndividualAdded
from intake.domain.ids import make_number
from intake.domain.pair import Pair
from intake.registry.linking import linked_statements
from tests.builders import Group, a_consent, a_group, a_name
from tests.registry.casework import (
    ABDULLAH,
    ABDULLAH_AGAIN,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    said_later,
    send,
    words_of,
)
from tests.registry.visitor import Registry, Visitor

LIVED = {"text": "Zarghun", "country": "AF"}
AGAIN = {**ABDULLAH_AGAIN, "last-residence": LIVED, "safe-contact": "through the baker"}


def numbered(group: Group) -> Group:
    """The same group with numbers whose check characters are right."""
    events = tuple(
        replace(e, number=make_number(uuid4().bytes)) if isinstance(e, IndividualAdded) else e
        for e in group.events
    )
    return Group(group.case, group.people, events)


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """Desks where two people linked Abdullah's two records."""
    one = numbered(agreeing(a_group("Abdullah", "Zarmina", said=ABDULLAH)))
    two = numbered(agreeing(a_group("عبدالله", said=AGAIN)))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, one, two)
    made = desks(registry)
    made.screen(one, two)
    page = f"/pairs/{the_pair(made).id}"
    for who in (made.clerk, made.reviewer):
        said = {"verdict": "same", "reason": "The same mother."}
        assert who.post(page, said).status_code == 303
    return made


def the_pair(d: Desks) -> Pair:
    pairs = d.store.pairs
    (pair,) = pairs.waiting() or pairs.links() or pairs.settled()
    return pair


def numbers(d: Desks) -> list[str]:
    pair = the_pair(d)
    found = [d.store.cases.individual(one) for one in (pair.left, pair.right)]
    return [person.number for person in found if person is not None]


def spelt(number: str) -> str:
    """A number as pages write it."""
    return f"{number[:5]}-{number[5:]}"


def opened(who: Visitor, individual: str, purpose: str = "compare-records") -> Any:
    return who.get(f"/people/{individual}?purpose={purpose}")


def undo(d: Desks, who: str, step: str = "", **data: str) -> Any:
    page = f"/pairs/{the_pair(d).id}/history"
    said = {"reason": "Two men: the scar is on the other hand.", "after": "judge-again", **data}
    return getattr(d, who).post(page.replace("history", "undo" + step), said, page=page)


def test_a_linked_persons_page_is_a_view_over_both(d: Desks) -> None:
    pair = the_pair(d)
    for individual in (pair.left, pair.right):
        words = words_of(opened(d.clerk, individual))
        heading = words[: words.index("Linked as one person")]
        assert all(spelt(number) in heading for number in numbers(d)), heading
        for told in ("Guzara", "Zarghun", "Abdullah", "عبدالله"):
            assert told in words
        assert all(f"Record {spelt(number)}" in words for number in numbers(d))


def test_what_the_two_records_tell_differently_is_marked(d: Desks) -> None:
    page = opened(d.clerk, the_pair(d).left).text
    row = page[page.index("Guzara") - 900 : page.index("Guzara")]
    assert "answers differ" in page
    assert "evidence__row--differs" in row or "evidence__row--differs" in page


def marked(d: Desks) -> list[str]:
    """The questions whose answers are marked as different on the page of both records."""
    page = opened(d.clerk, the_pair(d).left).text
    heads = re.findall(r'<th scope="rowgroup"[^>]*>([^<]+)<br><span class="evidence__state">', page)
    return [unescape(head) for head in heads]


def test_one_name_in_two_scripts_is_not_marked_as_different(d: Desks) -> None:
    assert marked(d) == ["Last place of living"]
    page = words_of(opened(d.clerk, the_pair(d).left))
    for both in ("Abdullah", "عبدالله", "Gul Agha", "گل آغا", "Shindand", "شیندند"):
        assert both in page
    assert "1 question with different answers" in page


def test_another_name_in_the_other_record_is_marked(d: Desks) -> None:
    pair = the_pair(d)
    d.store.record(said_later(pair.right_case, pair.right, "mother", a_name("Gulalai")))
    assert marked(d) == ["Last place of living", "Mother's name"]


def test_within_one_record_another_spelling_stays_a_question(d: Desks) -> None:
    pair = the_pair(d)
    d.store.record(said_later(pair.left_case, pair.left, "mother", a_name("Bibi Zehra")))
    assert "Mother's name" in marked(d)


def test_neither_record_is_touched(d: Desks) -> None:
    pair = the_pair(d)
    left, right = (d.store.cases.individual(one) for one in (pair.left, pair.right))
    assert left is not None
    assert right is not None
    assert {s.statement.subject for s in left.said} == {left.id}
    assert left.text("last-residence") != right.text("last-residence")
    assert {s.statement.subject for s in linked_statements(d.store, left.id)} == {right.id}


def test_the_look_is_recorded_for_both(d: Desks) -> None:
    pair = the_pair(d)
    opened(d.interviewer, pair.left, "prepare-interview")
    for individual in (pair.left, pair.right):
        looks = d.store.cases.views(individual)
        assert looks[0].by == d.user("interviewer")


def test_what_a_role_may_not_read_stays_hidden_in_the_view_over_both(d: Desks) -> None:
    assert "through the baker" not in opened(d.clerk, the_pair(d).left).text
    protection = d.registry.signed_in("protection", Role.PROTECTION)
    assert "through the baker" in opened(protection, the_pair(d).left, "protect-person").text


def test_a_record_that_a_role_may_not_open_is_no_part_of_the_view(d: Desks, tmp_path: Path) -> None:
    """Only one of the two agreed to tracing: a tracing officer learns of that one alone."""
    pair = the_pair(d)
    with a_laptop(tmp_path) as laptop:
        laptop.record(a_consent(pair.left_case, pair.left, Purpose.TRACING))
        send(laptop, d.store)
    officer = d.registry.signed_in("tracing", Role.TRACING)
    words = words_of(opened(officer, pair.left, "trace-relative"))
    right = d.store.cases.individual(pair.right)
    assert right is not None
    assert spelt(right.number) not in words
    assert opened(officer, pair.right, "trace-relative").status_code == 404


def test_search_finds_the_person_by_either_number(d: Desks) -> None:
    one, two = numbers(d)
    for number in (one, two):
        found = d.clerk.post("/search", {"words": number, "purpose": "person-asks"})
        words = words_of(found)
        assert spelt(one) in words
        assert spelt(two) in words


def test_search_by_name_lists_a_linked_person_once(d: Desks, tmp_path: Path) -> None:
    pair = the_pair(d)
    with a_laptop(tmp_path) as laptop:
        laptop.record(said_later(pair.right_case, pair.right, "name.other", a_name("Abdullah")))
        send(laptop, d.store)
    words = words_of(d.clerk.post("/search", {"words": "Abdullah", "purpose": "person-asks"}))
    assert "1 person found" in words


def test_a_link_stands_until_a_second_person_agrees(d: Desks) -> None:
    assert undo(d, "clerk").status_code == 303
    assert the_pair(d).status is PairStatus.UNLINK_ASKED
    assert d.store.pairs.linked_with(the_pair(d).left) == [the_pair(d).right]
    assert "Linked as one person" in words_of(opened(d.clerk, the_pair(d).left))
    page = d.clerk.get(f"/pairs/{the_pair(d).id}/history").text
    assert "It waits for a second person." in page
    assert "undo/confirm" not in page


def test_whoever_asked_does_not_confirm(d: Desks) -> None:
    undo(d, "clerk")
    again = undo(d, "clerk", "/confirm")
    assert again.status_code == 422
    assert "Someone who has not worked on this case must confirm it." in problems(again)
    assert the_pair(d).is_link


def test_undone_by_two_the_pair_comes_back_into_the_queue(d: Desks) -> None:
    undo(d, "clerk")
    assert undo(d, "reviewer", "/confirm").status_code == 303
    pair = the_pair(d)
    assert (pair.status, pair.round) == (PairStatus.CANDIDATE, 2)
    assert "1 pair waits for you" in words_of(d.clerk.get("/pairs"))
    words = words_of(opened(d.clerk, pair.left))
    assert "Linked as one person" not in words
    assert "Zarghun" not in words
    again = d.clerk.post(f"/pairs/{pair.id}", {"verdict": "same", "reason": "After all."})
    assert again.status_code == 303


def test_undone_by_two_they_may_stand_as_different_people(d: Desks) -> None:
    undo(d, "clerk", after="different")
    undo(d, "reviewer", "/confirm")
    pair = the_pair(d)
    assert (pair.status, pair.verdict) == (PairStatus.AGREED, "different")
    assert "Settled: Different people" in words_of(d.clerk.get(f"/pairs/{pair.id}"))
    assert "No pair waits for you." in words_of(d.clerk.get("/pairs"))
    assert pair.right in d.store.pairs.never_again(pair.left)


def test_a_second_person_may_let_the_link_stand(d: Desks) -> None:
    undo(d, "clerk")
    assert undo(d, "reviewer", "/keep", reason="One scar, seen twice.").status_code == 303
    assert the_pair(d).status is PairStatus.LINKED
    assert undo(d, "reviewer").status_code == 303


def test_the_history_tells_who_when_and_why(d: Desks) -> None:
    undo(d, "clerk", reason="A first doubt.")
    undo(d, "reviewer", "/keep", reason="No ground.")
    undo(d, "reviewer", reason="A letter came.", after="different")
    undo(d, "clerk", "/confirm", reason="I read it.")
    words = words_of(d.clerk.get(f"/pairs/{the_pair(d).id}/history"))
    told = [
        "The machine put the two side by side",
        "Same person. The same mother.",
        "Somebody asks to undo the link: Compare the two again. A first doubt. Clerk Staff",
        "The link stays.. No ground. Reviewer Staff",
        "They stay two different people. A letter came. Reviewer Staff",
        "Link undone by a second person. I read it. Clerk Staff",
    ]
    words = " ".join(words.replace(" :", ":").replace(" · ", ". ").split())
    places = [words.index(line) for line in told]
    assert places == sorted(places)


def test_the_history_keeps_an_open_verdict_to_its_author(d: Desks) -> None:
    undo(d, "clerk")
    undo(d, "reviewer", "/confirm")
    page = f"/pairs/{the_pair(d).id}"
    d.clerk.post(page, {"verdict": "cannot-tell", "reason": "An unmistakable doubt."})
    assert "unmistakable" not in d.reviewer.get(page + "/history").text
    assert "unmistakable" in d.clerk.get(page + "/history").text


def test_links_are_listed_by_number_those_to_undo_first(d: Desks) -> None:
    words = words_of(d.clerk.get("/links"))
    assert all(spelt(number) in words for number in numbers(d))
    assert "Abdullah" not in words
    assert "Clerk Staff" in words
    assert "Reviewer Staff" in words
    undo(d, "clerk")
    assert "Somebody asks to undo these links" in words_of(d.reviewer.get("/links"))


def test_a_verdict_alone_is_taken_back_by_putting_the_pair_in_the_queue(d: Desks) -> None:
    undo(d, "clerk", after="different")
    undo(d, "reviewer", "/confirm")
    page = f"/pairs/{the_pair(d).id}/history"
    sent = d.clerk.post(page.replace("history", "reopen"), {"reason": "A new letter."}, page=page)
    assert sent.status_code == 303
    assert the_pair(d).status is PairStatus.CANDIDATE
    assert "The pair is back in the queue." in words_of(d.clerk.get(page))
    assert "A new letter." in words_of(d.clerk.get(page))


def test_nobody_undoes_past_the_steps(d: Desks) -> None:
    early = undo(d, "reviewer", "/confirm")
    assert early.status_code == 422
    assert "This step is not open now." in problems(early)
    page = f"/pairs/{the_pair(d).id}/history"
    past = d.clerk.post(page.replace("history", "reopen"), {"reason": "x"}, page=page)
    assert "This step is not open now." in problems(past)


@pytest.mark.parametrize("data", [{"reason": ""}, {"after": ""}, {"after": "merge"}])
def test_a_wish_to_undo_says_why_and_what_then(d: Desks, data: dict[str, str]) -> None:
    assert undo(d, "clerk", **data).status_code == 422
    assert the_pair(d).undoing is None


def test_a_third_person_sees_both_verdicts(d: Desks) -> None:
    undo(d, "clerk")
    undo(d, "reviewer", "/confirm")
    page = f"/pairs/{the_pair(d).id}"
    d.clerk.post(page, {"verdict": "same", "reason": "One mother."})
    d.reviewer.post(page, {"verdict": "different", "reason": "Two villages."})
    third = d.registry.signed_in("third", Role.REVIEWER)
    words = words_of(third.get(page))
    assert "Two reviewers disagree: you are the third" in words
    assert "One mother." in words
    assert "Two villages." in words
    third.post(page, {"verdict": "different", "reason": "The letter."})
    assert (the_pair(d).status, the_pair(d).verdict) == (PairStatus.AGREED, "different")


def test_a_persons_page_does_not_give_a_first_verdict_away(d: Desks) -> None:
    undo(d, "clerk")
    undo(d, "reviewer", "/confirm")
    d.reviewer.get("/")  # reads the note of the step before
    before = words_of(opened(d.reviewer, the_pair(d).left))
    d.clerk.post(f"/pairs/{the_pair(d).id}", {"verdict": "same", "reason": "One."}, page="/")
    after = words_of(opened(d.reviewer, the_pair(d).left))
    assert "Not looked at yet" in before
    assert before == after
