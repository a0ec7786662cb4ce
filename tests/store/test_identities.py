"""Where identities stand: folded by the table, kept through the migration, read by state."""

import threading
from pathlib import Path

import pytest

from intake.domain.codes import DecisionStatus, IdentityLevel, IdentityState
from intake.store import engine
from intake.store.decisions import Decisions
from intake.store.identities import Identities
from intake.store.migrations import migrations
from tests.store.conftest import KEY

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
