"""The table of changed settings as SQL text: two people, within bounds, once."""

SETTINGS = """
CREATE TABLE setting_changes (
    id TEXT PRIMARY KEY, setting TEXT NOT NULL, value INTEGER NOT NULL, was INTEGER NOT NULL,
    reason TEXT NOT NULL, status TEXT NOT NULL,
    proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL,
    answered_by TEXT, answered_at TEXT NOT NULL DEFAULT '',
    answer_reason TEXT NOT NULL DEFAULT '', hlc TEXT NOT NULL DEFAULT '',
    CHECK (status IN ('proposed', 'in-force', 'declined')),
    CHECK ((status = 'proposed') = (answered_by IS NULL)),
    CHECK (status <> 'in-force' OR answered_by <> proposed_by)
) STRICT;
CREATE UNIQUE INDEX setting_changes_one_waits ON setting_changes (setting)
WHERE status = 'proposed';
CREATE TRIGGER setting_changes_begin_as_proposals BEFORE INSERT ON setting_changes
WHEN NEW.status <> 'proposed' OR trim(NEW.reason) = ''
BEGIN SELECT RAISE(ABORT, 'a change begins as a proposal with a reason'); END;
CREATE TRIGGER setting_changes_within_bounds BEFORE INSERT ON setting_changes
WHEN NOT CASE NEW.setting
    WHEN 'comment-days' THEN NEW.value BETWEEN 3 AND 60
    WHEN 'second-opinions' THEN NEW.value BETWEEN 1 AND 20
    WHEN 'keep-years' THEN NEW.value BETWEEN 1 AND 5
    WHEN 'fewest-shown' THEN NEW.value BETWEEN 5 AND 20
    WHEN 'idle-minutes' THEN NEW.value BETWEEN 5 AND 15
    ELSE 0 END
BEGIN SELECT RAISE(ABORT, 'no setting goes beyond its bounds'); END;
CREATE TRIGGER setting_changes_by_two BEFORE UPDATE OF status ON setting_changes
WHEN NEW.status = 'in-force' AND NEW.answered_by IS OLD.proposed_by
BEGIN SELECT RAISE(ABORT, 'two people change a setting'); END;
CREATE TRIGGER setting_changes_answered_once BEFORE UPDATE OF status ON setting_changes
WHEN OLD.status <> 'proposed'
BEGIN SELECT RAISE(ABORT, 'answered before'); END;
CREATE TRIGGER setting_changes_keep_their_words
BEFORE UPDATE OF setting, value, was, reason, proposed_by ON setting_changes
BEGIN SELECT RAISE(ABORT, 'a proposal is not rewritten'); END;
"""
