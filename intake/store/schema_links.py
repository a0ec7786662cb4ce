"""The tables of links between records, as SQL text.

Two people link and two people undo, whatever the code above does.
"""

LINKS = """
CREATE TABLE verdicts_by_round (
    pair TEXT NOT NULL, round INTEGER NOT NULL DEFAULT 1, by TEXT NOT NULL,
    verdict TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL,
    PRIMARY KEY (pair, round, by)
) STRICT;
INSERT INTO verdicts_by_round (pair, by, verdict, reason, at, hlc)
    SELECT pair, by, verdict, reason, at, hlc FROM verdicts;
DROP TABLE verdicts;
ALTER TABLE verdicts_by_round RENAME TO verdicts;
ALTER TABLE pairs ADD COLUMN round INTEGER NOT NULL DEFAULT 1;
UPDATE pairs SET status = 'linked' WHERE status = 'agreed' AND verdict = 'same';
CREATE TABLE unlinks (
    pair TEXT NOT NULL, round INTEGER NOT NULL, asked_by TEXT NOT NULL, asked_at TEXT NOT NULL,
    reason TEXT NOT NULL, after TEXT NOT NULL, answered_by TEXT NOT NULL DEFAULT '',
    answered_at TEXT NOT NULL DEFAULT '', answer_reason TEXT NOT NULL DEFAULT '',
    undone INTEGER NOT NULL DEFAULT 0, hlc TEXT NOT NULL PRIMARY KEY,
    CHECK (undone = 0 OR (answered_by <> '' AND answered_by <> asked_by))
) STRICT;
CREATE UNIQUE INDEX unlinks_one_open ON unlinks (pair) WHERE answered_by = '';
CREATE TABLE reopenings (
    pair TEXT NOT NULL, round INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY (pair, round)
) STRICT;
CREATE TRIGGER pairs_linked_by_two BEFORE UPDATE OF status ON pairs
WHEN NEW.status = 'linked' AND OLD.status NOT IN ('linked', 'unlink-asked')
     AND (SELECT count(DISTINCT by) FROM verdicts
          WHERE pair = NEW.id AND round = NEW.round AND verdict = 'same') < 2
BEGIN SELECT RAISE(ABORT, 'two people link records'); END;
CREATE TRIGGER pairs_unlinked_by_two BEFORE UPDATE OF status ON pairs
WHEN OLD.status IN ('linked', 'unlink-asked') AND NEW.status NOT IN ('linked', 'unlink-asked')
     AND NOT EXISTS (SELECT 1 FROM unlinks
                     WHERE pair = NEW.id AND round = OLD.round AND undone = 1)
BEGIN SELECT RAISE(ABORT, 'two people undo a link'); END;
CREATE TRIGGER verdicts_not_by_recorder BEFORE INSERT ON verdicts
WHEN NEW.verdict = 'same' AND EXISTS (
    SELECT 1 FROM pairs p JOIN statements s ON s.subject IN (p.left_id, p.right_id)
    WHERE p.id = NEW.pair AND s.by = NEW.by AND s.source <> 'interview-answer')
BEGIN SELECT RAISE(ABORT, 'the recorder may not link'); END;
"""
