"""Today's work names what waits for a second person, never to whoever asked for it."""

import pytest

from intake.domain.codes import Role
from intake.registry.seconding import seconds
from tests.builders import NOON
from tests.registry import test_links
from tests.registry.casework import Desks, words_of
from tests.registry.test_links import undo

d = test_links.d


def test_a_wish_to_undo_waits_for_somebody_else(d: Desks) -> None:
    undo(d, "clerk")
    assert "Somebody asks to undo these links" in words_of(d.reviewer.get("/"))
    assert "Somebody asks to undo these links" not in words_of(d.clerk.get("/"))
    undo(d, "reviewer", "/confirm")
    assert "Somebody asks to undo these links" not in words_of(d.reviewer.get("/"))


def test_a_record_to_close_waits_for_somebody_else(d: Desks) -> None:
    one = test_links.the_pair(d).left
    at = f"/people/{one}/standing"
    d.clerk.post(at + "/inactive", {"reason": "He left.", "code": "left"}, page=at)
    d.clerk.post(at + "/close", {"reason": "He asked."}, page=at)
    assert "Records that somebody asks to close" in words_of(d.reviewer.get("/"))
    assert "Records that somebody asks to close" not in words_of(d.clerk.get("/"))


def test_a_closed_record_to_open_waits_for_a_reviewer(d: Desks) -> None:
    one = test_links.the_pair(d).left
    at, words = f"/people/{one}/standing", "Closed records that somebody asks to open again"
    d.clerk.post(at + "/inactive", {"reason": "He left.", "code": "left"}, page=at)
    d.clerk.post(at + "/close", {"reason": "He asked."}, page=at)
    d.reviewer.post(at + "/closed", {"reason": "He asked."}, page=at)
    d.clerk.post(at + "/reopen", {"reason": "He is back."}, page=at)
    assert words in words_of(d.reviewer.get("/"))
    assert words not in words_of(d.clerk.get("/"))
    other = d.registry.signed_in("another.clerk", Role.CLERK)
    assert words not in words_of(other.get("/"))
    d.reviewer.post(at + "/reopened", {"reason": "He is."}, page=at)
    assert words not in words_of(d.reviewer.get("/"))


@pytest.mark.parametrize("role", Role)
def test_no_role_is_told_of_what_it_cannot_answer(d: Desks, role: Role) -> None:
    undo(d, "clerk")
    told = seconds(d.store, "somebody", (role,), NOON.date())
    assert bool(told.links) == (role in (Role.CLERK, Role.REVIEWER))
