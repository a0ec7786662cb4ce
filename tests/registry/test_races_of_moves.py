"""Fifty windows propose, confirm and refuse at once: one is first, the others are told."""

from pathlib import Path

import pytest

from intake.domain.codes import MoveStatus, Role
from tests.builders import a_group
from tests.registry.casework import a_laptop, desks, send
from tests.registry.test_moves import WORDS, House, numbered
from tests.registry.test_races import press_at_once, told
from tests.registry.visitor import Registry

NOT_OPEN = {"This step is not open now. Load the page again to see where it stands."}
WAITS = "For one of them a proposal waits already. It is answered first."


@pytest.fixture
def h(registry: Registry, tmp_path: Path) -> House:
    family, others = numbered(a_group("Hodan", "Amina")), numbered(a_group("Olena"))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, family, others)
    made = desks(registry)
    guards = tuple(registry.signed_in(f"guard-{n}", Role.PROTECTION) for n in (1, 2))
    return House(**vars(made), family=family, others=others, guards=guards)  # type: ignore[arg-type]


def test_one_proposal_is_first_and_one_second_person_moves_them(h: House) -> None:
    one = h.family.people[0]
    page = f"/people/{one}/group"
    data = {"people": [one], "where": "new", "reason": "marriage", **WORDS}
    (words,) = told(press_at_once(h.clerk, page, page, data))
    assert WAITS in words
    (move,) = h.store.moves.waiting()
    page = f"/moves/{move.id}"
    assert told(press_at_once(h.reviewer, page, page + "/confirm", WORDS)) == NOT_OPEN
    assert h.members(one) == {one}
    assert h.store.verify() == []


def test_of_confirming_and_refusing_one_is_first(h: House) -> None:
    one = h.family.people[0]
    page = h.propose(h.clerk, one).location
    assert told(press_at_once(h.guards[0], page, page + "/refuse", WORDS)) == NOT_OPEN
    late = h.reviewer.post(page + "/confirm", WORDS, page=f"/people/{one}/standing")
    assert late.status_code == 422
    assert h.last().status is MoveStatus.REFUSED
    assert h.members(one) == set(h.family.people)
