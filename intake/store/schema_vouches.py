"""The table of vouches, as SQL text."""

VOUCHES = """
CREATE TABLE vouches (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, individual TEXT NOT NULL,
    voucher TEXT NOT NULL, name TEXT NOT NULL, contact TEXT NOT NULL, capacity TEXT NOT NULL,
    level TEXT NOT NULL, facts TEXT NOT NULL, method TEXT NOT NULL, known_since TEXT NOT NULL,
    known_how TEXT NOT NULL, statement TEXT NOT NULL, same_household INTEGER NOT NULL,
    authority INTEGER NOT NULL, met INTEGER NOT NULL, separately INTEGER NOT NULL,
    signed INTEGER NOT NULL, status TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
    agreed_by TEXT NOT NULL DEFAULT '', withdrawn_by TEXT NOT NULL DEFAULT '',
    withdrawn_reason TEXT NOT NULL DEFAULT '', hlc TEXT NOT NULL,
    CHECK (voucher <> individual), CHECK (voucher <> '' OR name <> ''),
    CHECK (agreed_by <> by), CHECK ((status = 'withdrawn') = (withdrawn_by <> ''))
) STRICT;
CREATE INDEX vouches_individual ON vouches (individual);
CREATE INDEX vouches_voucher ON vouches (voucher);
CREATE INDEX vouches_case ON vouches (case_id);
"""

VOUCHES_TELL = """
ALTER TABLE vouches ADD COLUMN told TEXT NOT NULL DEFAULT '[]';
"""
