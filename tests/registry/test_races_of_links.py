"""Fifty windows link, undo, vouch and hand over at once: one is first, the others are told."""

from pathlib import Path

import pytest

from intake.domain.codes import PairStatus, Role, TraceStatus, VouchStatus
from intake.domain.pair import Pair
from tests.builders import a_group
from tests.registry.casework import (
    ABDULLAH,
    ABDULLAH_AGAIN,
    Desks,
    a_laptop,
    agreeing,
    desks,
    send,
)
from tests.registry.test_finding import judge, wish
from tests.registry.test_races import press_at_once, told
from tests.registry.test_tracing import SON, asking, group
from tests.registry.test_vouches import TEACHER
from tests.registry.visitor import Registry

NOT_OPEN = {"This step is not open now. Load the page again to see where it stands."}
DECIDED = {"Somebody has decided this before you."}
UNDO = {"reason": "Two men.", "after": "judge-again"}


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """Abdullah, recorded twice; a first person said "same"."""
    one = agreeing(a_group("Abdullah", said=ABDULLAH))
    two = agreeing(a_group("عبدالله", said=ABDULLAH_AGAIN))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, one, two)
    made = desks(registry)
    made.screen(one, two)
    made.clerk.post(f"/pairs/{pair_of(made).id}", {"verdict": "same", "reason": "One man."})
    return made


def pair_of(d: Desks) -> Pair:
    (pair,) = d.store.pairs.waiting() or d.store.pairs.links()
    return pair


def link(d: Desks) -> str:
    page = f"/pairs/{pair_of(d).id}"
    d.reviewer.post(page, {"verdict": "same", "reason": "One mother."})
    assert pair_of(d).status is PairStatus.LINKED
    return page


def test_one_second_person_links(d: Desks) -> None:
    page = f"/pairs/{pair_of(d).id}"
    data = {"verdict": "same", "reason": "One mother."}
    answers = press_at_once(d.reviewer, page, page, data)
    assert len(told(answers)) == 1
    assert pair_of(d).status is PairStatus.LINKED
    assert len(pair_of(d).verdicts) == 2


def test_one_wish_to_undo_is_first(d: Desks) -> None:
    page = link(d)
    answers = press_at_once(d.clerk, page + "/history", page + "/undo", UNDO)
    assert told(answers) == DECIDED
    assert len(d.store.pairs.undoings(pair_of(d).id)) == 1


def test_one_second_person_undoes(d: Desks) -> None:
    page = link(d)
    d.clerk.post(page + "/undo", UNDO, page=page + "/history")
    data = {"reason": "I read it."}
    answers = press_at_once(d.reviewer, page + "/history", page + "/undo/confirm", data)
    assert told(answers) == NOT_OPEN
    assert (pair_of(d).status, pair_of(d).round) == (PairStatus.CANDIDATE, 2)
    assert d.store.verify() == []


def test_one_window_takes_a_vouch_back(d: Desks) -> None:
    person = pair_of(d).left
    page = f"/people/{person}/vouches"
    assert d.interviewer.post(page + "/new", TEACHER).status_code == 303
    (vouch,) = d.store.vouches.of_individual(person)
    data = {"reason": "Mistaken."}
    answers = press_at_once(d.interviewer, page, f"/vouches/{vouch.id}/withdraw", data)
    assert told(answers) == NOT_OPEN
    assert d.store.vouches.of_individual(person)[0].status is VouchStatus.WITHDRAWN


def test_one_officer_verifies_one_hands_over_and_contact_is_made_once(
    registry: Registry, tmp_path: Path
) -> None:
    mother, son = asking(group("Бібі Захра", said={"sex": "f"})), group("Jawid", said=SON)
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, mother, son)
    made = desks(registry)
    made.screen(mother, son)
    one, two = (registry.signed_in(f"tracing-{n}", Role.TRACING) for n in (1, 2))
    protection = registry.signed_in("protection", Role.PROTECTION)
    (request,) = made.store.cases.tracing()
    page = f"/tracing/{request.id}/people/{son.people[0]}"
    judge(one, page, "the-one-sought")
    said = {"verdict": "the-one-sought", "reason": "One village."}
    assert len(told(press_at_once(two, page, page, said))) == 1
    over = press_at_once(two, page, page + "/protection", {"reason": "Please ask."})
    assert told(over) == NOT_OPEN
    contact = page.replace("/tracing/", "/contacts/")
    for side in ("asker", "found"):
        wish(protection, contact, side, "yes")
    met = press_at_once(protection, contact, contact + "/made", {"reason": "They met."})
    assert told(met) == NOT_OPEN
    found = made.store.traces.get(request.id, son.people[0])
    assert found is not None
    assert found.status is TraceStatus.CONTACT
