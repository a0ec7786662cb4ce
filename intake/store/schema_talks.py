"""The tables around interviews as SQL text: days, interpreters, further talks."""

# The day of an interview, its interpreter and company, the time talked, and everything
# around it in the order in which it happened; requests for one more talk.
TALKS = """
ALTER TABLE interviews ADD COLUMN dialect TEXT NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN wish TEXT NOT NULL DEFAULT 'not-asked';
ALTER TABLE interviews ADD COLUMN interpreter_sex TEXT NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN platform TEXT NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN supporter TEXT NOT NULL DEFAULT 'nobody';
ALTER TABLE interviews ADD COLUMN alone_because TEXT NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN lay_part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interviews ADD COLUMN starts TEXT NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interviews ADD COLUMN running_since TEXT NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN talked_s INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interviews ADD COLUMN copy TEXT NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN hears_by TEXT NOT NULL DEFAULT '';
CREATE INDEX interviews_status ON interviews (status, starts);
CREATE TRIGGER interviews_close_once BEFORE UPDATE OF closed_at ON interviews
WHEN OLD.closed_at <> '' AND NEW.closed_at <> OLD.closed_at
BEGIN SELECT RAISE(ABORT, 'an interview is signed once'); END;
CREATE TABLE conduct (
    interview TEXT NOT NULL, case_id TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL, PRIMARY KEY (interview, hlc)
) STRICT;
CREATE TABLE further_talks (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, individual TEXT NOT NULL, reason TEXT NOT NULL,
    asked_by TEXT NOT NULL, asked_at TEXT NOT NULL, agreed INTEGER, answered_by TEXT,
    answer_reason TEXT NOT NULL DEFAULT '', answered_at TEXT NOT NULL DEFAULT '',
    CHECK (answered_by IS NULL OR answered_by <> asked_by),
    CHECK ((answered_by IS NULL) = (agreed IS NULL))
) STRICT;
CREATE INDEX further_talks_individual ON further_talks (individual);
CREATE TRIGGER further_talks_answered_once BEFORE UPDATE OF agreed ON further_talks
WHEN OLD.agreed IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'answered before'); END;
"""

HANDING_OVER = """
ALTER TABLE interviews ADD COLUMN handed_to TEXT NOT NULL DEFAULT '';
CREATE TRIGGER findings_by_their_writer BEFORE INSERT ON findings
WHEN EXISTS (SELECT 1 FROM interviews i WHERE i.id = NEW.interview
             AND NEW.by <> iif(i.handed_to = '', i.interviewer, i.handed_to))
BEGIN SELECT RAISE(ABORT, 'whoever held the talk, or took it over, writes what it showed'); END;
CREATE TRIGGER decisions_by_their_writer BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM interviews i WHERE i.id = NEW.interview
             AND NEW.proposed_by <> iif(i.handed_to = '', i.interviewer, i.handed_to))
BEGIN SELECT RAISE(ABORT, 'whoever held the talk, or took it over, proposes'); END;
"""
