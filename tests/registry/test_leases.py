"""Two people never do the same work: what is open stays with whoever opened it, for a while."""

from pathlib import Path

import pytest

from intake.domain.codes import ReviewVerdict, Role
from intake.registry.verifying import leases
from intake.store import Store
from intake.store.interviews import Interview
from tests.builders import NOON, a_group
from tests.registry.casework import (
    ABDULLAH,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    send,
    words_of,
)
from tests.registry.talk import a_finished_talk
from tests.registry.test_decisions import person, proposed, review
from tests.registry.test_second_looks import OPINION, post
from tests.registry.visitor import Registry, Visitor, a_registry

TAKEN = "A colleague has this open just now. Take another one."
SAID = "A colleague works on this just now."


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    group = agreeing(a_group("Abdullah", said=ABDULLAH))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, group)
    opened = desks(registry)
    opened.screen(group)
    return opened


@pytest.fixture
def talk(d: Desks) -> Interview:
    return a_finished_talk(d, person(d))


def another_reviewer(d: Desks) -> Visitor:
    return d.registry.signed_in("second.reviewer", Role.REVIEWER)


def test_a_proposal_is_kept_for_the_reviewer_who_opened_it(d: Desks, talk: Interview) -> None:
    waiting = proposed(d, talk)
    address, other = f"/decisions/{waiting.id}", another_reviewer(d)
    assert 'name="verdict"' in d.reviewer.get(address).text
    shown = other.get(address)
    assert TAKEN in words_of(shown)
    assert 'name="verdict"' not in shown.text
    refused = review(d, waiting, who=other)
    assert refused.status_code == 422
    assert SAID in problems(refused)
    assert "Reviewer Staff has it open" in words_of(other.get("/"))
    assert "has it open" not in words_of(d.reviewer.get("/"))
    assert review(d, waiting).status_code == 303


def test_a_proposal_somebody_walked_away_from_comes_back(d: Desks, talk: Interview) -> None:
    waiting = proposed(d, talk)
    d.reviewer.get(f"/decisions/{waiting.id}")
    other = another_reviewer(d)
    for minutes in (14, 2):
        d.registry.clock.forward(minutes=minutes)
        other.get("/")
    assert 'name="verdict"' in other.get(f"/decisions/{waiting.id}").text
    assert review(d, waiting, who=other).status_code == 303


def test_whoever_only_reads_a_proposal_keeps_nobody_off(d: Desks, talk: Interview) -> None:
    waiting = proposed(d, talk)
    protection = d.registry.signed_in("protection", Role.PROTECTION)
    for who in (d.interviewer, protection):
        assert who.get(f"/decisions/{waiting.id}").status_code == 200
    assert 'name="verdict"' in d.reviewer.get(f"/decisions/{waiting.id}").text


def test_a_returned_proposal_is_free_for_anybody_when_it_comes_again(
    d: Desks, talk: Interview
) -> None:
    waiting = proposed(d, talk)
    assert review(d, waiting, ReviewVerdict.RETURN.value).status_code == 303
    assert d.store.papers.holder(leases.review_of(waiting.id), d.registry.clock()) == ""


def test_in_the_sample_a_second_reader_is_kept_off_and_sees_nothing(
    store: Store, tmp_path: Path
) -> None:
    group = agreeing(a_group("Abdullah", said=ABDULLAH))
    with a_laptop(tmp_path) as laptop:
        send(laptop, store, group)
    d = desks(a_registry(store, blind_one_in=1))
    d.screen(group)
    waiting = proposed(d, a_finished_talk(d, group.people[0]), level="a1", document="")
    d.reviewer.get(f"/decisions/{waiting.id}")
    other = another_reviewer(d)
    shown = other.get(f"/decisions/{waiting.id}")
    assert shown.status_code == 422
    assert SAID in shown.text
    assert "Told twice in the same way." not in shown.text
    refused = post(other, waiting, "opinion", **OPINION)
    assert refused.status_code == 422
    assert store.second_looks.opinions(waiting.id) == []
    assert post(d.reviewer, waiting, "opinion", **OPINION).status_code == 303


def test_leases_of_others_are_found_by_how_their_names_begin(store: Store) -> None:
    until = NOON + leases.KEPT_FOR
    for thing, by in (("trace/r/p", "ann"), ("trace/r/q", "bob"), ("trace/rr/p", "bob")):
        store.papers.lease(thing, by, now=NOON, until=until)
    assert store.papers.held_by_others(leases.trace_of("r"), "ann", NOON) == {"q": "bob"}
    assert store.papers.held_by_others(leases.trace_of("r"), "cyd", NOON) == {
        "p": "ann",
        "q": "bob",
    }
    assert store.papers.held_by_others(leases.trace_of("r"), "cyd", until) == {}
