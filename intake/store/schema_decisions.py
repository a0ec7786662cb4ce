"""Tables of decisions and identities; their triggers know no shortcut."""

FINDINGS_FIRST = """
CREATE TRIGGER decisions_rest_on_findings BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM interviews i, json_each(i.facts) examined
             WHERE i.id = NEW.interview AND NOT EXISTS (
                 SELECT 1 FROM findings f
                 WHERE f.interview = i.id AND f.fact = examined.value))
BEGIN SELECT RAISE(ABORT, 'every fact examined has its finding first'); END;
"""

# Before, whatever a contradiction rested on stood among the rest of the evidence.
BOTH_SIDES = """
ALTER TABLE findings ADD COLUMN against TEXT NOT NULL DEFAULT '[]';
UPDATE findings SET against = evidence, evidence = '[]' WHERE result = 'contradicts';
"""

CORRECTIONS_TOLD = """
ALTER TABLE corrections ADD COLUMN told_by TEXT NOT NULL DEFAULT '';
ALTER TABLE corrections ADD COLUMN told_at TEXT NOT NULL DEFAULT '';
ALTER TABLE corrections ADD COLUMN told_how TEXT NOT NULL DEFAULT '';
ALTER TABLE corrections ADD COLUMN told_in TEXT NOT NULL DEFAULT '';
CREATE TRIGGER corrections_told_once BEFORE UPDATE OF told_at ON corrections
WHEN OLD.told_at <> '' OR OLD.status NOT IN ('approved', 'partly', 'refused')
BEGIN SELECT RAISE(ABORT, 'a person is told once, of what was answered'); END;
"""

# The decisions of before are copied; a decision that was confirmed still has to be told.
IDENTITIES = """
CREATE TABLE decisions_next (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, interview TEXT NOT NULL,
    individual TEXT NOT NULL, facts TEXT NOT NULL, level TEXT NOT NULL,
    supports TEXT NOT NULL, next_step TEXT NOT NULL, message TEXT NOT NULL,
    helps TEXT NOT NULL, review_by TEXT NOT NULL, status TEXT NOT NULL,
    proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL,
    interviewed_by TEXT NOT NULL, reviewed_by TEXT, review_reason TEXT NOT NULL DEFAULT '',
    reviewed_at TEXT NOT NULL DEFAULT '',
    falls TEXT NOT NULL DEFAULT '', blind INTEGER NOT NULL DEFAULT 0,
    told_by TEXT NOT NULL DEFAULT '', told_at TEXT NOT NULL DEFAULT '',
    told_how TEXT NOT NULL DEFAULT '', told_in TEXT NOT NULL DEFAULT '',
    comment_until TEXT NOT NULL DEFAULT '', final_by TEXT NOT NULL DEFAULT '',
    final_at TEXT NOT NULL DEFAULT '',
    CHECK (status IN ('proposed', 'returned', 'decided', 'notified', 'commented', 'reopened',
                      'final')),
    CHECK (reviewed_by IS NULL OR (reviewed_by <> proposed_by AND reviewed_by <> interviewed_by)),
    CHECK (status = 'proposed' OR reviewed_by IS NOT NULL),
    CHECK (status IN ('proposed', 'returned', 'decided') OR told_at <> ''),
    CHECK (status <> 'final' OR substr(final_at, 1, 10) > comment_until)
) STRICT;
INSERT INTO decisions_next
    (id, case_id, interview, individual, facts, level, supports, next_step, message, helps,
     review_by, status, proposed_by, proposed_at, interviewed_by, reviewed_by, review_reason,
     reviewed_at)
    SELECT id, case_id, interview, individual, facts, level, supports, next_step, message, helps,
     review_by, status, proposed_by, proposed_at, interviewed_by, reviewed_by, review_reason,
     reviewed_at FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_next RENAME TO decisions;
CREATE INDEX decisions_individual ON decisions (individual);
CREATE TRIGGER decisions_not_by_recorder BEFORE UPDATE OF reviewed_by ON decisions
WHEN EXISTS (SELECT 1 FROM statements
             WHERE subject = NEW.individual AND by = NEW.reviewed_by
               AND source <> 'interview-answer')
BEGIN SELECT RAISE(ABORT, 'the recorder may not review'); END;
CREATE TRIGGER decisions_begin_as_proposals BEFORE INSERT ON decisions
WHEN NEW.status <> 'proposed' OR NEW.reviewed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a decision begins as a proposal'); END;
CREATE UNIQUE INDEX decisions_one_waits ON decisions (individual) WHERE status = 'proposed';
CREATE TRIGGER decisions_by_steps BEFORE UPDATE OF status ON decisions
WHEN OLD.status || '>' || NEW.status NOT IN
    ('proposed>decided', 'proposed>returned', 'decided>notified', 'notified>commented',
     'commented>notified', 'commented>reopened', 'notified>final', 'notified>reopened',
     'final>reopened')
BEGIN SELECT RAISE(ABORT, 'a decision takes one step at a time'); END;
CREATE TRIGGER decisions_keep_their_second BEFORE UPDATE OF reviewed_by ON decisions
WHEN OLD.reviewed_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'somebody reviewed this before'); END;
CREATE TRIGGER decisions_keep_their_words
BEFORE UPDATE OF facts, level, proposed_by, interviewed_by, individual ON decisions
BEGIN SELECT RAISE(ABORT, 'a proposal is not rewritten'); END;
ALTER TABLE outcomes ADD COLUMN comment_until TEXT NOT NULL DEFAULT '';
CREATE TABLE comments (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, decision TEXT NOT NULL,
    individual TEXT NOT NULL, words TEXT NOT NULL, said_in TEXT NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL, verdict TEXT, reason TEXT NOT NULL DEFAULT '',
    answered_by TEXT NOT NULL DEFAULT '', answered_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX comments_one_waits ON comments (decision) WHERE verdict IS NULL;
CREATE TRIGGER comments_answered_by_somebody_else BEFORE UPDATE OF answered_by ON comments
WHEN EXISTS (SELECT 1 FROM decisions d
             WHERE d.id = NEW.decision AND d.proposed_by = NEW.answered_by)
BEGIN SELECT RAISE(ABORT, 'whoever proposed it does not answer the comment'); END;
CREATE INDEX comments_case ON comments (case_id);
CREATE TABLE identities (
    individual TEXT PRIMARY KEY, case_id TEXT NOT NULL, state TEXT NOT NULL,
    level TEXT NOT NULL DEFAULT 'a0', decision TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL, look_again TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX identities_case ON identities (case_id);
CREATE INDEX identities_state ON identities (state);
CREATE TRIGGER identities_level_by_decision BEFORE UPDATE OF level ON identities
WHEN NEW.level <> OLD.level AND NOT EXISTS (
    SELECT 1 FROM decisions WHERE id = NEW.decision AND individual = NEW.individual
       AND level = NEW.level AND reviewed_by IS NOT NULL AND told_at <> '' AND status = 'final'
       AND (NEW.level > OLD.level OR falls <> ''))
BEGIN SELECT RAISE(ABORT, 'a level changes by a reviewed decision that was told'); END;
CREATE TABLE opinions (
    decision TEXT NOT NULL, case_id TEXT NOT NULL, individual TEXT NOT NULL,
    facts TEXT NOT NULL, level TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (decision, by)
) STRICT;
CREATE INDEX opinions_case ON opinions (case_id);
CREATE TRIGGER opinions_by_somebody_else BEFORE INSERT ON opinions
WHEN NOT EXISTS (SELECT 1 FROM decisions d WHERE d.id = NEW.decision AND d.status = 'proposed'
                   AND NEW.by NOT IN (d.proposed_by, d.interviewed_by))
BEGIN SELECT RAISE(ABORT, 'an opinion is that of a second person'); END;
CREATE TRIGGER decisions_opinion_first BEFORE UPDATE OF reviewed_by ON decisions
WHEN NEW.blind = 1 AND NOT EXISTS (
    SELECT 1 FROM opinions WHERE decision = NEW.id AND by = NEW.reviewed_by)
BEGIN SELECT RAISE(ABORT, 'the second person decides on the record first'); END;
CREATE TABLE rechecks (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, decision TEXT NOT NULL,
    individual TEXT NOT NULL, words TEXT NOT NULL, late TEXT NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL, verdict TEXT, reason TEXT NOT NULL DEFAULT '',
    answered_by TEXT NOT NULL DEFAULT '', answered_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX rechecks_one_waits ON rechecks (individual) WHERE verdict IS NULL;
CREATE INDEX rechecks_case ON rechecks (case_id);
CREATE TRIGGER rechecks_by_somebody_uninvolved BEFORE UPDATE OF answered_by ON rechecks
WHEN OLD.verdict IS NOT NULL OR EXISTS (
        SELECT 1 FROM decisions d WHERE d.individual = NEW.individual
           AND NEW.answered_by IN (d.proposed_by, d.reviewed_by, d.interviewed_by))
    OR EXISTS (SELECT 1 FROM interviews i WHERE i.individual = NEW.individual
           AND i.interviewer = NEW.answered_by)
    OR EXISTS (SELECT 1 FROM statements s WHERE s.subject = NEW.individual
           AND s.by = NEW.answered_by)
BEGIN SELECT RAISE(ABORT, 'only somebody uninvolved looks again'); END;
CREATE TABLE supports (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, individual TEXT NOT NULL, class TEXT NOT NULL,
    what TEXT NOT NULL, seen_on TEXT NOT NULL, place TEXT NOT NULL, relative TEXT NOT NULL,
    interview TEXT NOT NULL, outside_household INTEGER NOT NULL, confirmed INTEGER NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL, taken_back TEXT NOT NULL DEFAULT '',
    taken_back_by TEXT NOT NULL DEFAULT '',
    CHECK (relative <> individual), CHECK (class <> 'kin' OR interview <> '')
) STRICT;
CREATE INDEX supports_individual ON supports (individual);
CREATE UNIQUE INDEX supports_of_a_relative ON supports (individual, relative)
WHERE relative <> '' AND taken_back = '';
CREATE TABLE corrections (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, individual TEXT NOT NULL, path TEXT NOT NULL,
    old TEXT NOT NULL, wanted TEXT NOT NULL, asked_by TEXT NOT NULL, evidence TEXT NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL, status TEXT NOT NULL,
    answered_by TEXT NOT NULL DEFAULT '', answered_at TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '', reviewed_by TEXT NOT NULL DEFAULT '',
    review_reason TEXT NOT NULL DEFAULT '',
    CHECK (status IN ('asked', 'approved', 'partly', 'refusal-proposed', 'refused')),
    CHECK (status <> 'refused' OR (reviewed_by <> '' AND reviewed_by <> answered_by))
) STRICT;
CREATE INDEX corrections_individual ON corrections (individual);
CREATE TRIGGER corrections_begin_as_asked BEFORE INSERT ON corrections
WHEN NEW.status <> 'asked'
BEGIN SELECT RAISE(ABORT, 'a correction begins as a request'); END;
CREATE TRIGGER corrections_by_steps BEFORE UPDATE OF status ON corrections
WHEN OLD.status || '>' || NEW.status NOT IN
    ('asked>approved', 'asked>partly', 'asked>refusal-proposed', 'refusal-proposed>refused',
     'refusal-proposed>asked')
BEGIN SELECT RAISE(ABORT, 'a correction takes one step at a time'); END;
INSERT INTO identities (individual, case_id, state, since)
    SELECT individual, case_id,
           CASE status WHEN 'finished' THEN 'statement-confirmed' WHEN 'running'
                THEN 'in-progress' WHEN 'paused' THEN 'paused' ELSE 'scheduled' END,
           max(planned_at) FROM interviews WHERE status <> 'stopped' GROUP BY individual;
UPDATE identities SET state = (
    SELECT d.status FROM decisions d
     WHERE d.individual = identities.individual ORDER BY d.proposed_at DESC LIMIT 1)
 WHERE individual IN (SELECT individual FROM decisions);
"""

# Whoever took a talk over, decided unseen, or answered a comment or an earlier request had a
# part in it too.
NO_PART_IN_IT = """
DROP TRIGGER rechecks_by_somebody_uninvolved;
CREATE TRIGGER rechecks_by_somebody_uninvolved BEFORE UPDATE OF answered_by ON rechecks
WHEN OLD.verdict IS NOT NULL OR EXISTS (
        SELECT 1 FROM decisions d WHERE d.individual = NEW.individual
           AND NEW.answered_by IN (d.proposed_by, d.reviewed_by, d.interviewed_by))
    OR EXISTS (SELECT 1 FROM interviews i WHERE i.individual = NEW.individual
           AND NEW.answered_by IN (i.interviewer, i.handed_to))
    OR EXISTS (SELECT 1 FROM statements s WHERE s.subject = NEW.individual
           AND s.by = NEW.answered_by)
    OR EXISTS (SELECT 1 FROM opinions o WHERE o.individual = NEW.individual
           AND o.by = NEW.answered_by)
    OR EXISTS (SELECT 1 FROM comments c WHERE c.individual = NEW.individual
           AND c.answered_by = NEW.answered_by)
    OR EXISTS (SELECT 1 FROM rechecks r WHERE r.individual = NEW.individual
           AND r.answered_by = NEW.answered_by)
BEGIN SELECT RAISE(ABORT, 'only somebody uninvolved looks again'); END;
"""
