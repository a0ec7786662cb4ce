"""Records not in use: found like any other, back in one click; closed, opened by two."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import InactiveReason, RecordState, Role
from intake.store.engine import IntegrityError
from tests.builders import a_group
from tests.registry.boxes import LONG, holding, is_beside
from tests.registry.casework import Desks, a_laptop, agreeing, desks, problems, send, words_of
from tests.registry.test_links import numbered
from tests.registry.test_races import press_at_once
from tests.registry.visitor import Registry, Visitor


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, numbered(agreeing(a_group("Olena", "Taras"))))
    return desks(registry)


def person(d: Desks) -> str:
    (case,) = d.store.cases.complete_ids()
    found = d.store.cases.get(case)
    assert found is not None
    return found.members[0].id


def step(d: Desks, who: Visitor, what: str, **data: str) -> Any:
    page = f"/people/{person(d)}/standing"
    return who.post(f"{page}/{what}", {"reason": "As she told us.", **data}, page=page)


def state(d: Desks) -> RecordState:
    return d.store.records.state(person(d))[0]


def away(d: Desks) -> None:
    assert step(d, d.clerk, "inactive", code="left").status_code == 303


def test_a_record_out_of_use_is_found_and_says_so(d: Desks) -> None:
    away(d)
    assert state(d) is RecordState.INACTIVE
    found = words_of(d.clerk.post("/search", {"words": "Olena", "purpose": "person-asks"}))
    assert "1 person found" in found
    assert "Not in use for now" in found


def test_whoever_is_back_is_back_in_one_click_by_any_role(d: Desks) -> None:
    away(d)
    page = f"/people/{person(d)}?purpose=person-asks"
    assert "The person is back: use the record again" in words_of(d.interviewer.get(page))
    back = d.interviewer.post(f"/people/{person(d)}/standing/back", page=page)
    assert back.status_code == 303
    assert state(d) is RecordState.OPEN
    assert "use the record again" not in words_of(d.interviewer.get(page))


def test_want_of_contact_takes_a_year_and_two_tries(d: Desks) -> None:
    early = step(d, d.clerk, "inactive", code="no-contact")
    assert "a year without news and two tries" in problems(early)
    for _ in range(2):
        assert step(d, d.clerk, "tried").status_code == 303
    assert step(d, d.clerk, "inactive", code="no-contact").status_code == 422
    d.registry.clock.forward(days=366)
    user = d.store.users.by_login("clerk")
    assert user is not None
    d.clerk.sign_in(user)
    assert step(d, d.clerk, "inactive", code="no-contact").status_code == 303
    assert d.store.records.state(person(d))[1] is InactiveReason.NO_CONTACT


def test_an_unlinked_record_is_nobodys_duplicate(d: Desks) -> None:
    answer = step(d, d.clerk, "inactive", code="duplicate-of")
    assert "First two people link the two records" in problems(answer)


def test_two_people_close_a_record(d: Desks) -> None:
    away(d)
    step(d, d.clerk, "close")
    assert "It waits for a second person." in words_of(d.clerk.get(f"/people/{person(d)}/standing"))
    alone = step(d, d.clerk, "closed")
    assert "Someone who has not worked on this case must confirm it." in problems(alone)
    with pytest.raises(IntegrityError):
        d.store._db.execute("UPDATE record_states SET state = 'closed', closed_by = asked_by")
    assert step(d, d.reviewer, "closed").status_code == 303
    assert state(d) is RecordState.CLOSED


def closed(d: Desks) -> None:
    away(d)
    for who, what in ((d.clerk, "close"), (d.reviewer, "closed")):
        assert step(d, who, what).status_code == 303


def test_a_closed_record_does_not_open_in_one_click(d: Desks) -> None:
    closed(d)
    page = f"/people/{person(d)}?purpose=person-asks"
    assert "use the record again" not in words_of(d.interviewer.get(page))
    assert "two people open it again" in words_of(d.interviewer.get(page))
    for who in (d.interviewer, d.clerk, d.reviewer):
        address = f"/people/{person(d)}/standing/back"
        assert who.post(address, page=page).status_code == 303
        told = words_of(who.get(page))
        assert "A closed record is used again when two people say so." in told
        assert state(d) is RecordState.CLOSED


def test_two_people_open_a_closed_record_again(d: Desks) -> None:
    closed(d)
    page = f"/people/{person(d)}/standing"
    assert "Ask a second person to open it again" in words_of(d.reviewer.get(page))
    assert step(d, d.reviewer, "reopen").status_code == 303
    alone = step(d, d.reviewer, "reopened")
    assert "Someone who has not worked on this case must confirm it." in problems(alone)
    assert step(d, d.clerk, "reopened").status_code == 403
    assert "Put it back in use" not in words_of(d.clerk.get(page))
    assert state(d) is RecordState.REOPEN_ASKED
    other = d.registry.signed_in("second.reviewer", Role.REVIEWER)
    assert "Put it back in use" in words_of(other.get(page))
    assert step(d, other, "reopened").status_code == 303
    assert state(d) is RecordState.OPEN
    assert d.store.records.state(person(d)) == (RecordState.OPEN, None, "")
    before = d.store.records.steps(person(d))
    d.store.rebuild()
    assert (state(d), d.store.records.steps(person(d))) == (RecordState.OPEN, before)
    assert "Opened again by a second person" in words_of(d.clerk.get(page))


def test_the_wish_to_open_can_be_refused_and_asked_again(d: Desks) -> None:
    closed(d)
    for _ in range(2):
        assert step(d, d.clerk, "reopen").status_code == 303
        assert step(d, d.reviewer, "keep-closed").status_code == 303
        assert state(d) is RecordState.CLOSED
    for what in ("reopened", "keep-closed"):
        assert "This step is not open now." in problems(step(d, d.reviewer, what))


@pytest.mark.parametrize("to", ["open", "inactive", "reopen-asked"])
def test_the_tables_know_no_shortcut_out_of_a_closed_record(d: Desks, to: str) -> None:
    closed(d)
    with pytest.raises(IntegrityError, match="two people"):
        d.store._db.execute("UPDATE record_states SET state = ?, reopened_by = 'x'", [to])
    step(d, d.clerk, "reopen")
    with pytest.raises(IntegrityError, match="two people"):
        d.store._db.execute(
            "UPDATE record_states SET state = 'open', reopened_by = reopen_asked_by"
        )


def test_fifty_windows_open_a_closed_record_once(d: Desks) -> None:
    closed(d)
    step(d, d.clerk, "reopen")
    page = f"/people/{person(d)}/standing"
    answers = press_at_once(d.reviewer, page, page + "/reopened", {"reason": "She is back."})
    assert sorted(a.status_code for a in answers) == [303] + [422] * 49
    assert [s.what for s in d.store.records.steps(person(d))].count("record-reopened") == 1
    assert state(d) is RecordState.OPEN


def test_whoever_came_back_counts_as_heard_that_day(d: Desks) -> None:
    closed(d)
    step(d, d.clerk, "reopen")
    step(d, d.reviewer, "reopened")
    early = step(d, d.clerk, "inactive", code="no-contact")
    assert "a year without news and two tries" in problems(early)


def test_fifty_windows_close_a_record_once(d: Desks) -> None:
    away(d)
    step(d, d.clerk, "close")
    page = f"/people/{person(d)}/standing"
    answers = press_at_once(d.reviewer, page, page + "/closed", {"reason": "She asked."})
    assert sorted(a.status_code for a in answers) == [303] + [422] * 49
    assert [s.what for s in d.store.records.steps(person(d))].count("record-closed") == 1


def test_nobody_skips_a_step_by_a_direct_post(d: Desks) -> None:
    for what in ("close", "closed"):
        assert "This step is not open now." in problems(step(d, d.clerk, what))
    assert step(d, d.clerk, "inactive", code="left", reason=" ").status_code == 422
    assert state(d) is RecordState.OPEN


def test_the_history_is_folded_again_from_the_ledger(d: Desks) -> None:
    away(d)
    step(d, d.clerk, "close")
    step(d, d.reviewer, "closed")
    before = d.store.records.steps(person(d)), d.store.records.state(person(d))
    d.store.rebuild()
    assert (d.store.records.steps(person(d)), d.store.records.state(person(d))) == before
    words = words_of(d.clerk.get(f"/people/{person(d)}/standing"))
    places = [words.index(w) for w in ("Put out of use", "Asked to close it", "Closed by")]
    assert places == sorted(places)


@pytest.mark.parametrize("role", [Role.INTERVIEWER, Role.TRACING, Role.DPO, Role.ADMINISTRATOR])
def test_only_keepers_put_records_out_of_use(d: Desks, role: Role) -> None:
    visitor = d.registry.signed_in(f"a-{role.value}", role)
    assert visitor.get(f"/people/{person(d)}/standing").status_code == 403


@pytest.mark.parametrize(("what", "box"), [("tried", "why-step"), ("inactive", "reason")])
def test_a_reason_that_is_refused_stays_at_its_own_step(d: Desks, what: str, box: str) -> None:
    answer = step(d, d.clerk, what, reason=LONG, code="left")
    assert answer.status_code == 422
    assert holding(answer, LONG) == [box]
    assert is_beside(answer, box)
    assert state(d) is RecordState.OPEN


def test_a_try_without_words_is_asked_for_by_the_name_of_its_box(d: Desks) -> None:
    answer = step(d, d.clerk, "tried", reason=" ")
    assert "Fill this in: How, and what came of it" in problems(answer)


@pytest.mark.parametrize("what", ["tried", "inactive", "close"])
def test_whoever_was_second_loses_none_of_their_words(d: Desks, what: str) -> None:
    away(d)
    step(d, d.reviewer, "close")
    words = "She wrote from the coast."
    answer = step(d, d.clerk, what, reason=words, code="left")
    assert "This step is not open now." in problems(answer)
    assert holding(answer, words) == ["why-step"]
