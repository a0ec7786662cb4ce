"""The tables of where records stand, as SQL text."""

RECORDS = """
CREATE TABLE record_states (
    individual TEXT PRIMARY KEY, case_id TEXT NOT NULL, state TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '', asked_by TEXT NOT NULL DEFAULT '',
    closed_by TEXT NOT NULL DEFAULT '',
    CHECK (state <> 'closed' OR (closed_by <> '' AND asked_by <> '' AND closed_by <> asked_by))
) STRICT;
CREATE TABLE record_steps (
    individual TEXT NOT NULL, case_id TEXT NOT NULL, what TEXT NOT NULL, code TEXT NOT NULL,
    reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL,
    PRIMARY KEY (individual, hlc)
) STRICT;
"""

REOPENING = """
ALTER TABLE record_states ADD COLUMN reopen_asked_by TEXT NOT NULL DEFAULT '';
ALTER TABLE record_states ADD COLUMN reopened_by TEXT NOT NULL DEFAULT '';
CREATE TRIGGER records_reopened_by_two BEFORE UPDATE OF state ON record_states
WHEN OLD.state IN ('closed', 'reopen-asked') AND NEW.state <> OLD.state AND NOT (
    (OLD.state = 'closed' AND NEW.state = 'reopen-asked' AND NEW.reopen_asked_by <> '')
    OR (OLD.state = 'reopen-asked' AND NEW.state = 'closed')
    OR (OLD.state = 'reopen-asked' AND NEW.state = 'open' AND NEW.reopened_by <> ''
        AND NEW.reopened_by <> OLD.reopen_asked_by))
BEGIN SELECT RAISE(ABORT, 'two people put a closed record back in use'); END;
"""
