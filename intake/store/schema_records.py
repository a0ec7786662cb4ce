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
