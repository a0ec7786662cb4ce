"""Where identities stand: folded by the table, kept through the migration, read by state."""

import threading
from pathlib import Path

import pytest

from intake.domain.codes import DecisionStatus, IdentityLevel, IdentityState
from intake.store import Store, engine
from intake.store.decisions import Decisions
from intake.store.identities import Identities
from intake.store.migrations import migrations
from tests.builders import a_group
from tests.store.conftest import KEY
from tests.store.test_decision_steps import final as final_of
from tests.store.test_decision_steps import told
from tests.store.test_four_eyes import found, planned, proposed, reviewed

OLD = """
INSERT INTO interviews (id, case_id, individual, interviewer, language, interpreter,
    interpreter_code, private_place, questions, facts, stage, status, planned_by, planned_at)
VALUES ('i-' || :who, 'c', :who, 'ivan', 'uk', 'trained', 'T7', 1, '[]', '[]', 'after',
    :talk, 'ivan', '2026-11-01T10:00:00+00:00')
"""
DECIDED = """
INSERT INTO decisions (id, case_id, interview, individual, facts, level, supports, next_step,
    message, helps, review_by, status, proposed_by, proposed_at, interviewed_by, reviewed_by)
VALUES ('d-' || :who, 'c', 'i-' || :who, :who, '[]', 'a2', '[]', 'nothing-needed', 'm', '', '',
    :status, 'ivan', '2026-11-02T10:00:00+00:00', 'ivan', :second)
"""
BEFORE = {
    "planned": ("planned", None, IdentityState.SCHEDULED),
    "running": ("running", None, IdentityState.IN_PROGRESS),
    "finished": ("finished", None, IdentityState.STATEMENT_CONFIRMED),
    "stopped": ("stopped", None, IdentityState.UNEXAMINED),
    "waits": ("finished", "proposed", IdentityState.PROPOSED),
    "returned": ("finished", "returned", IdentityState.RETURNED),
    "decided": ("finished", "decided", IdentityState.DECIDED),
}


@pytest.fixture
def old(tmp_path: Path):
    """A registry of before, with talks and decisions, brought up to date."""
    db = engine.connect(tmp_path / "old.db", KEY)
    migrations.apply(db, stop_before="m0012_identities")
    for who, (talk, status, _state) in BEFORE.items():
        db.execute(OLD, {"who": who, "talk": talk})
        if status:
            second = None if status == "proposed" else "rita"
            db.execute(DECIDED, {"who": who, "status": status, "second": second})
    migrations.apply(db)
    yield db
    db.close()


@pytest.mark.parametrize("who", BEFORE)
def test_what_was_decided_before_goes_on_where_it_stood(old, who: str) -> None:
    identities, decisions = Identities(old, threading.RLock()), Decisions(old, threading.RLock())
    held = identities.of(who)
    assert (held.state, held.level) == (BEFORE[who][2], IdentityLevel.A0)
    status = BEFORE[who][1]
    found = decisions.of_individual(who)
    assert [d.status for d in found] == ([DecisionStatus(status)] if status else [])


def test_a_confirmed_decision_of_before_still_has_to_be_told(old) -> None:
    for step in ("final", "commented", "reopened"):
        with pytest.raises(engine.IntegrityError):
            old.execute("UPDATE decisions SET status = ? WHERE id = 'd-decided'", [step])
    old.execute(
        "UPDATE decisions SET status = 'notified', told_at = '2026-11-20' WHERE id = 'd-decided'"
    )


A2 = (
    "UPDATE identities SET level = 'a2', decision = 'd1'"
    " WHERE individual = (SELECT individual FROM decisions WHERE id = 'd1')"
)
UNLIKE = {
    "is of somebody else": "UPDATE decisions SET individual = 'another'",
    "is of another level": "UPDATE decisions SET level = 'a3'",
    "was seen by one person alone": "UPDATE decisions SET reviewed_by = NULL",
    "was not told": "UPDATE decisions SET told_at = ''",
    "can still be commented": "UPDATE decisions SET status = 'notified'",
    "is another one": "UPDATE decisions SET id = 'd9'",
}


@pytest.fixture
def final(store: Store) -> Store:
    """A registry where a decision of A2 is final and the level not set yet."""
    group = a_group("Олена Тест")
    store.record(*group.events, planned(group), *found(group), proposed(group))
    store.record(reviewed(group, "rita"), told(group), final_of(group))
    held = "INSERT INTO identities (individual, case_id, state, since) SELECT ?, ?, 'final', ''"
    store._db.execute("DELETE FROM identities")
    store._db.execute(held, [group.people[0], group.case])
    return store


def test_a_level_rises_by_the_final_decision_that_says_so(final: Store) -> None:
    final._db.execute(A2)
    (held,) = final.identities.in_state(IdentityState.FINAL)
    assert (held.level, held.decision) == (IdentityLevel.A2, "d1")


@pytest.mark.parametrize("what", UNLIKE)
def test_a_level_does_not_change_by_a_decision_that(final: Store, what: str) -> None:
    """Each condition by itself: all other triggers and checks of decisions are set aside."""
    person = final._db.execute("SELECT individual FROM decisions").fetchone()[0]
    for rule in ("keep_their_words", "by_steps", "keep_their_second"):
        final._db.execute("DROP TRIGGER decisions_" + rule)
    final._db.execute("PRAGMA ignore_check_constraints = ON")
    final._db.execute(UNLIKE[what])
    with pytest.raises(engine.IntegrityError, match="a level changes by a reviewed decision"):
        final._db.execute(
            "UPDATE identities SET level = 'a2', decision = 'd1' WHERE individual = ?", [person]
        )


@pytest.mark.parametrize(("reason", "falls"), [("", False), ("The paper was another's.", True)])
def test_a_level_falls_only_by_a_decision_that_says_why(
    final: Store, reason: str, falls: bool
) -> None:
    final._db.execute(A2)
    final._db.execute("DROP TRIGGER decisions_keep_their_words")
    final._db.execute("UPDATE decisions SET level = 'a1', falls = ?", [reason])
    lower = "UPDATE identities SET level = 'a1'"
    if falls:
        final._db.execute(lower)
    else:
        with pytest.raises(engine.IntegrityError, match="a level changes by"):
            final._db.execute(lower)


def test_what_is_to_be_looked_at_again_is_listed_from_its_day_on_oldest_first(
    final: Store,
) -> None:
    rows = [
        ("late", "final", "2026-12-03"),
        ("early", "more-information", "2026-12-01"),
        ("talking", "in-progress", "2026-12-01"),
        ("never", "final", ""),
        ("ahead", "final", "2026-12-04"),
    ]
    for who, state, day in rows:
        final._db.execute(
            "INSERT INTO identities (individual, case_id, state, since, look_again)"
            " VALUES (?, 'c', ?, '2026-01-01', ?)",
            [who, state, day],
        )
    due = final.identities.to_look_at_again("2026-12-03")
    assert [one.individual for one in due] == ["early", "late"]
    waits = final.identities.in_state(IdentityState.MORE_INFORMATION, IdentityState.IN_PROGRESS)
    assert {one.individual for one in waits} == {"early", "talking"}


def test_a_record_nothing_happened_to_is_unexamined(store: Store) -> None:
    held = store.identities.of("nobody")
    assert (held.state, held.level) == (IdentityState.UNEXAMINED, IdentityLevel.A0)
