"""Somebody agrees anew at the laptop: the stick tells it, and the registry finds them again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import CaseStatus, ConsentAnswer, Purpose
from intake.domain.consent import standing
from intake.domain.ids import show_number
from intake.registry.tracing import candidates
from intake.store.filing import BITS
from tests.field.desk import Page
from tests.flows.cast import EVERYTHING
from tests.flows.office import Office, an_office, complete, tell, urgent
from tests.registry.casework import problems, words_of

UNASKED = {"private_moment": "offered-declined"}
LAST = "2026-11-21"
NAZAR = EVERYTHING["who"] | EVERYTHING["origin"]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        yield opened


def register(office: Office, *agreements: dict[str, str], people: int = 1) -> str:
    """Nazar and his like, alone or with others, each with what they agree to."""
    desk = office.laptop
    case = desk.new_case("family" if people > 1 else "single")
    for _ in range(people - 1):
        desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    urgent(desk, case)
    for member, agreed in enumerate(agreements):
        pages = {**EVERYTHING, "consent": {**UNASKED, **agreed}}
        if people > 1:
            kin = "sibling" if member else "focal-point"
            pages["who"] = {**EVERYTHING["who"], "relationship": kin}
        tell(desk, case, member, **pages)
    complete(desk, case)
    return case


def ask_again(office: Office, case: str, member: int = 0, **answers: str) -> Page:
    desk, person = office.laptop, office.people(case)[member]
    page = desk.get(f"/cases/{case}/people/{person}/agreements")
    return desk.send(page, answers, having="tracing")


def filed_for(office: Office, case: str, member: int = 0) -> set[Purpose]:
    """For which searches the registry has somebody filed."""
    person = office.people(case)[member]
    filing = office.registry.filing
    return {p for p in BITS if filing.agreed_to(p).named(person) is not None}


@pytest.mark.parametrize("ended", ["no", "over", "withdrawn"])
def test_a_new_yes_reaches_the_registry_which_compares_and_finds_them_again(
    office: Office, ended: str
) -> None:
    before = {"verification": "no" if ended == "no" else "yes", "tracing": "yes"}
    case = register(office, before | ({"until": LAST} if ended == "over" else {}))
    if ended == "withdrawn":
        withdraw(office, case, "verification", "tracing")
    office.sync()
    office.come_back(days=2)
    like_him = register(office, {"verification": "yes"})
    office.sync()
    assert filed_for(office, case) == ({Purpose.TRACING} if ended == "no" else set())
    assert office.registry.pairs.waiting() == []
    assert office.laptop.case(case).status is CaseStatus.RECEIVED
    ask_again(office, case, verification="yes", tracing="yes")
    assert office.laptop.case(case).status is CaseStatus.READY
    office.sync()
    assert office.laptop.case(case).status is CaseStatus.RECEIVED
    assert filed_for(office, case) == {Purpose.VERIFICATION, Purpose.TRACING}
    (pair,) = office.registry.pairs.waiting()
    assert {pair.left, pair.right} == {office.people(case)[0], office.people(like_him)[0]}


def withdraw(office: Office, case: str, *purposes: str) -> None:
    for purpose in purposes:
        path = f"/cases/{case}/people/{office.people(case)[0]}/withdraw/{purpose}"
        office.laptop.post(path, {"csrf_token": office.laptop.token()})


def test_who_is_searched_for_is_found_by_the_search_once_they_agree_anew(office: Office) -> None:
    desk = office.laptop
    asking = register(office, {"tracing": "yes"})
    sought = {"individual": office.people(asking)[0], "kin": "sibling", **NAZAR}
    sought = {name: told for name, told in sought.items() if name != "languages__tags"}
    desk.send(desk.get(f"/cases/{asking}/tracing/new"), sought, having="kin")
    found = register(office, {"tracing": "yes", "until": LAST})
    office.sync()
    (request,) = office.registry.cases.tracing(asking)
    assert [c.person_id for c in candidates(office.registry, request)] == office.people(found)
    office.come_back(days=2)
    assert candidates(office.registry, request) == []
    ask_again(office, found, tracing="yes")
    office.sync()
    assert [c.person_id for c in candidates(office.registry, request)] == office.people(found)


def test_a_yes_at_the_laptop_holds_after_a_withdrawal_the_laptop_has_not_heard_of(
    office: Office,
) -> None:
    case = register(office, {"tracing": "yes"})
    person = office.people(case)[0]
    office.sync()
    take_back_there(office, person)
    assert filed_for(office, case) == set()
    some_hours_later(office)
    ask_again(office, case, tracing="yes")
    office.sync()
    there = office.registry.cases.get(case)
    assert there is not None
    assert standing(there.consents, person, Purpose.TRACING) is ConsentAnswer.YES
    assert filed_for(office, case) == {Purpose.TRACING}


def some_hours_later(office: Office) -> None:
    """At the laptop, whose day began before that of the registry."""
    office.laptop.clock.forward(hours=8)
    office.laptop.unlock()


def take_back_there(office: Office, person: str) -> None:
    """The person tells the registry that they take it back; the laptop does not hear of it."""
    page = f"/people/{person}/rights"
    done = office.staff.reviewer.post(f"{page}/take-back", {"purpose": "tracing"}, page=page)
    assert done.status_code == 303, problems(done)


def move_alone(office: Office, person: str) -> None:
    """Two of the registry's staff let somebody have a group of their own."""
    clerk, reviewer = office.staff.clerk, office.staff.reviewer
    asked = {"people": [person], "where": "new", "number": "", "reason": "family-request"}
    asked["words"] = "They asked for it."
    proposed = clerk.post(f"/people/{person}/group", asked)
    assert proposed.status_code == 303, problems(proposed)
    there = proposed.location
    done = reviewer.post(f"{there}/confirm", {"words": "Asked alone."}, page=there)
    assert done.status_code == 303, problems(done)


def test_who_was_moved_to_another_group_at_the_registry_agrees_anew_in_the_record_they_came_with(
    office: Office,
) -> None:
    case = register(office, {"tracing": "yes"}, {"tracing": "yes", "until": LAST}, people=2)
    other = office.people(case)[1]
    office.sync()
    move_alone(office, other)
    office.sync()
    place = office.registry.moves.place(other)
    assert place is not None
    assert f"belongs to the group {show_number(place.number)} now." in words_of(
        office.laptop.get(f"/cases/{case}/record").response
    )
    office.come_back(days=2)
    assert filed_for(office, case, 1) == set()
    ask_again(office, case, 1, tracing="yes", verification="yes")
    office.sync()
    assert filed_for(office, case, 1) == {Purpose.TRACING, Purpose.VERIFICATION}
    assert filed_for(office, case, 0) == {Purpose.TRACING}
    assert office.registry.moves.place(other) == place
    take_back_there(office, other)
    assert Purpose.TRACING not in filed_for(office, case, 1)
    some_hours_later(office)
    ask_again(office, case, 1, tracing="yes")
    office.sync()
    assert filed_for(office, case, 1) == {Purpose.TRACING, Purpose.VERIFICATION}
