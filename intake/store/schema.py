"""The tables as SQL text.

STRICT, with the checks that must hold whatever the code does.
"""

LEDGER = """
CREATE TABLE identity (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    device TEXT NOT NULL, sign_private BLOB NOT NULL, seal_private BLOB NOT NULL,
    hlc TEXT NOT NULL
) STRICT;
CREATE TABLE ledger (
    position INTEGER PRIMARY KEY,
    device TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), prev TEXT NOT NULL,
    hlc TEXT NOT NULL, kind TEXT NOT NULL, case_id TEXT NOT NULL, actor TEXT NOT NULL,
    body BLOB NOT NULL, hash TEXT NOT NULL UNIQUE,
    UNIQUE (device, seq)
) STRICT;
CREATE INDEX ledger_case ON ledger (case_id);
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TABLE keyring (
    key_id TEXT PRIMARY KEY, key BLOB, forgotten INTEGER NOT NULL DEFAULT 0,
    CHECK ((key IS NULL) = (forgotten = 1))
) STRICT;
CREATE TABLE checkpoints (
    chain TEXT NOT NULL, seq INTEGER NOT NULL, head TEXT NOT NULL, label TEXT NOT NULL,
    signature BLOB NOT NULL, signer BLOB NOT NULL, PRIMARY KEY (chain, seq, label)
) STRICT;
CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY, chain TEXT NOT NULL, why TEXT NOT NULL, at TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;
"""

PROJECTIONS_SQL = """
CREATE TABLE cases (
    id TEXT PRIMARY KEY, number TEXT NOT NULL, group_kind TEXT NOT NULL, level TEXT NOT NULL,
    status TEXT NOT NULL, site TEXT NOT NULL, opened_at TEXT NOT NULL, opened_by TEXT NOT NULL,
    device TEXT NOT NULL, notice_version TEXT NOT NULL, notice_language TEXT NOT NULL,
    focal TEXT NOT NULL DEFAULT '', completed_at TEXT NOT NULL DEFAULT '',
    changed_seq INTEGER NOT NULL DEFAULT 0, read_back TEXT NOT NULL DEFAULT '',
    forgotten INTEGER NOT NULL DEFAULT 0,
    hlc TEXT NOT NULL
) STRICT;
CREATE INDEX cases_number ON cases (number);
CREATE INDEX cases_opened ON cases (opened_at);
CREATE TABLE individuals (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, number TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX individuals_case ON individuals (case_id);
CREATE INDEX individuals_number ON individuals (number);
CREATE TABLE statements (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, subject TEXT NOT NULL, path TEXT NOT NULL,
    value TEXT, absent TEXT, source TEXT NOT NULL, source_ref TEXT NOT NULL,
    said_in TEXT NOT NULL, interpreter TEXT NOT NULL, certainty TEXT NOT NULL,
    verbatim TEXT NOT NULL, saw TEXT NOT NULL, why TEXT,
    by TEXT NOT NULL, device TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL,
    CHECK ((value IS NULL) <> (absent IS NULL))
) STRICT;
CREATE INDEX statements_subject ON statements (subject);
CREATE INDEX statements_case ON statements (case_id);
CREATE TABLE terms (
    term TEXT NOT NULL, individual TEXT NOT NULL, case_id TEXT NOT NULL,
    PRIMARY KEY (term, individual)
) STRICT, WITHOUT ROWID;
CREATE INDEX terms_case ON terms (case_id);
CREATE TABLE consents (
    case_id TEXT NOT NULL, individual TEXT NOT NULL, purpose TEXT NOT NULL,
    answer TEXT NOT NULL, given_by TEXT NOT NULL, language TEXT NOT NULL,
    notice_version TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL,
    PRIMARY KEY (individual, purpose, hlc)
) STRICT;
CREATE INDEX consents_case ON consents (case_id);
CREATE TABLE tracing (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, individual TEXT NOT NULL, kin TEXT NOT NULL,
    sought TEXT NOT NULL, must_not_know TEXT NOT NULL, status TEXT NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE views (
    individual TEXT NOT NULL, case_id TEXT NOT NULL, by TEXT NOT NULL, purpose TEXT NOT NULL,
    at TEXT NOT NULL, hlc TEXT NOT NULL, PRIMARY KEY (individual, hlc, by)
) STRICT;
CREATE TABLE screenings (
    case_id TEXT PRIMARY KEY, suggestions INTEGER NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE pairs (
    id TEXT PRIMARY KEY, left_id TEXT NOT NULL, right_id TEXT NOT NULL,
    left_case TEXT NOT NULL, right_case TEXT NOT NULL, band TEXT NOT NULL,
    score REAL NOT NULL, weights_version TEXT NOT NULL, evidence TEXT NOT NULL,
    status TEXT NOT NULL, verdict TEXT NOT NULL DEFAULT '', at TEXT NOT NULL,
    CHECK (left_id <> right_id), UNIQUE (left_id, right_id)
) STRICT;
CREATE TABLE verdicts (
    pair TEXT NOT NULL, by TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
    at TEXT NOT NULL, hlc TEXT NOT NULL, PRIMARY KEY (pair, by)
) STRICT;
CREATE TABLE interviews (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, individual TEXT NOT NULL,
    interviewer TEXT NOT NULL, language TEXT NOT NULL, interpreter TEXT NOT NULL,
    interpreter_code TEXT NOT NULL, private_place INTEGER NOT NULL, questions TEXT NOT NULL,
    facts TEXT NOT NULL, stage TEXT NOT NULL, status TEXT NOT NULL,
    halt_reason TEXT NOT NULL DEFAULT '', read_back TEXT NOT NULL DEFAULT '',
    changes TEXT NOT NULL DEFAULT '', planned_by TEXT NOT NULL, planned_at TEXT NOT NULL,
    started_at TEXT NOT NULL DEFAULT '', closed_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX interviews_individual ON interviews (individual);
CREATE TABLE answers (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, interview TEXT NOT NULL,
    question TEXT NOT NULL, text TEXT NOT NULL, absent TEXT NOT NULL, said_in TEXT NOT NULL,
    prompted TEXT NOT NULL, amends TEXT NOT NULL, stage TEXT NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL
) STRICT;
CREATE INDEX answers_interview ON answers (interview);
CREATE TABLE explanations (
    interview TEXT NOT NULL, case_id TEXT NOT NULL, path TEXT NOT NULL,
    statements TEXT NOT NULL, explanation TEXT NOT NULL, absent TEXT NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL, PRIMARY KEY (interview, path, hlc)
) STRICT;
CREATE TABLE findings (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, interview TEXT NOT NULL, fact TEXT NOT NULL,
    indicator TEXT NOT NULL, result TEXT NOT NULL, central INTEGER NOT NULL,
    evidence TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
    hlc TEXT NOT NULL
) STRICT;
CREATE INDEX findings_interview ON findings (interview);
CREATE TABLE decisions (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, interview TEXT NOT NULL,
    individual TEXT NOT NULL, facts TEXT NOT NULL, level TEXT NOT NULL,
    supports TEXT NOT NULL, next_step TEXT NOT NULL, message TEXT NOT NULL,
    helps TEXT NOT NULL, review_by TEXT NOT NULL, status TEXT NOT NULL,
    proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL,
    interviewed_by TEXT NOT NULL, reviewed_by TEXT, review_reason TEXT NOT NULL DEFAULT '',
    reviewed_at TEXT NOT NULL DEFAULT '',
    CHECK (status IN ('proposed', 'decided', 'returned')),
    CHECK (reviewed_by IS NULL OR (reviewed_by <> proposed_by AND reviewed_by <> interviewed_by)),
    CHECK (status = 'proposed' OR reviewed_by IS NOT NULL)
) STRICT;
CREATE INDEX decisions_individual ON decisions (individual);
CREATE TRIGGER decisions_not_by_recorder BEFORE UPDATE OF reviewed_by ON decisions
WHEN EXISTS (SELECT 1 FROM statements
             WHERE subject = NEW.individual AND by = NEW.reviewed_by
               AND source <> 'interview-answer')
BEGIN SELECT RAISE(ABORT, 'the recorder may not review'); END;
CREATE TABLE outcomes (
    individual TEXT NOT NULL, case_id TEXT NOT NULL, level TEXT NOT NULL, facts TEXT NOT NULL,
    next_step TEXT NOT NULL, message TEXT NOT NULL, helps TEXT NOT NULL,
    review_by TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL,
    PRIMARY KEY (individual, hlc)
) STRICT;
CREATE TABLE erasures (
    case_id TEXT PRIMARY KEY, number TEXT NOT NULL, asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL, reason TEXT NOT NULL, erased_by TEXT, erased_at TEXT,
    CHECK (erased_by IS NULL OR erased_by <> asked_by),
    CHECK ((erased_by IS NULL) = (erased_at IS NULL))
) STRICT;
CREATE TABLE officers (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, site TEXT NOT NULL, language TEXT NOT NULL
) STRICT;
CREATE TABLE users (
    id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, roles TEXT NOT NULL,
    passphrase_hash TEXT NOT NULL, totp_secret TEXT NOT NULL, disabled INTEGER NOT NULL
) STRICT;
CREATE TABLE joined (
    one INTEGER PRIMARY KEY CHECK (one = 1), registry TEXT NOT NULL, name TEXT NOT NULL,
    url TEXT NOT NULL, sign_public TEXT NOT NULL, seal_public TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT;
CREATE TABLE invitations (
    code TEXT PRIMARY KEY, label TEXT NOT NULL, expires TEXT NOT NULL, by TEXT NOT NULL,
    used INTEGER NOT NULL
) STRICT;
CREATE TABLE devices (
    id TEXT PRIMARY KEY, label TEXT NOT NULL, status TEXT NOT NULL, sign_public TEXT NOT NULL,
    seal_public TEXT NOT NULL, invited_by TEXT NOT NULL, requested_at TEXT NOT NULL,
    approved_by TEXT,
    CHECK (approved_by IS NULL OR approved_by <> invited_by)
) STRICT;
CREATE TABLE receipts (
    chain TEXT NOT NULL, seq INTEGER NOT NULL, head TEXT NOT NULL, signature TEXT NOT NULL,
    channel TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (chain, seq)
) STRICT;
CREATE TABLE bundles (
    id TEXT PRIMARY KEY, direction TEXT NOT NULL, device TEXT NOT NULL, channel TEXT NOT NULL,
    added INTEGER NOT NULL, last_seq INTEGER NOT NULL, head TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
"""

WORKING = """
CREATE TABLE drafts (
    page TEXT PRIMARY KEY, body TEXT NOT NULL, rev INTEGER NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE sessions (
    id TEXT PRIMARY KEY, user TEXT NOT NULL, body TEXT NOT NULL, seen TEXT NOT NULL
) STRICT;
CREATE TABLE leases (
    thing TEXT PRIMARY KEY, by TEXT NOT NULL, until TEXT NOT NULL
) STRICT;
CREATE TABLE used_codes (
    user TEXT NOT NULL, step INTEGER NOT NULL, PRIMARY KEY (user, step)
) STRICT;
CREATE TABLE settings (
    key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT;
"""

# Found by measuring with thousands of people: without these, each page of the registry and
# each status of a case looked through a whole table.
INDEXES = """
CREATE INDEX outcomes_case ON outcomes (case_id);
CREATE INDEX pairs_right ON pairs (right_id);
CREATE INDEX pairs_rank ON pairs (score DESC, id);
CREATE INDEX ledger_kind ON ledger (kind);
"""

# Cards of people for searches by likeness. The lowest bits of a row tell what the person
# agreed to be searched for; `counted` holds everybody under -1, see filing.py.
FILING = """
CREATE TABLE filings (
    case_id TEXT PRIMARY KEY, edition INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE filed (
    row INTEGER PRIMARY KEY CHECK (row > 0),
    individual TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL,
    sex INTEGER NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
    day INTEGER NOT NULL, sounds TEXT NOT NULL, record TEXT NOT NULL
) STRICT;
CREATE INDEX filed_case ON filed (case_id);
CREATE TABLE filed_keys (
    key INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE filed_under (
    row INTEGER PRIMARY KEY, keys BLOB NOT NULL, words BLOB NOT NULL
) STRICT;
CREATE TABLE counted (
    word INTEGER PRIMARY KEY, people INTEGER NOT NULL CHECK (people >= 0)
) STRICT;
"""

LIKENESSES = """
CREATE TABLE likenesses (
    case_id TEXT NOT NULL, individual TEXT NOT NULL, other TEXT NOT NULL,
    other_case TEXT NOT NULL, answer TEXT NOT NULL, reasons TEXT NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL, PRIMARY KEY (individual, other, hlc)
) STRICT;
CREATE INDEX likenesses_case ON likenesses (case_id);
CREATE INDEX likenesses_other ON likenesses (other);
"""

CONSENT_LINES = """
ALTER TABLE consents ADD COLUMN recipient TEXT NOT NULL DEFAULT '';
ALTER TABLE consents ADD COLUMN explained TEXT NOT NULL DEFAULT '';
CREATE TABLE withdrawals (
    id TEXT PRIMARY KEY, number TEXT NOT NULL, purposes TEXT NOT NULL,
    by TEXT NOT NULL, device TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL
) STRICT;
"""

# What became of groups that parted or came together, and numbers that lead elsewhere now.
GROUPS = """
CREATE TABLE regroupings (
    case_id TEXT NOT NULL, part TEXT NOT NULL, other_number TEXT NOT NULL,
    individuals TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
    hlc TEXT NOT NULL, PRIMARY KEY (case_id, hlc)
) STRICT;
CREATE TABLE case_numbers (
    number TEXT NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (number, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_numbers_case ON case_numbers (case_id);
"""

# What the carer and the child said, each for themselves, and why nobody could be asked.
ASSENT = """
ALTER TABLE consents ADD COLUMN carer TEXT NOT NULL DEFAULT 'not-asked';
ALTER TABLE consents ADD COLUMN assent TEXT NOT NULL DEFAULT 'not-asked';
ALTER TABLE consents ADD COLUMN reason TEXT NOT NULL DEFAULT '';
"""

# The last day of a yes for a time; "" for one without end.
LAST_DAYS = """
ALTER TABLE consents ADD COLUMN until TEXT NOT NULL DEFAULT '';
CREATE INDEX consents_until ON consents (until) WHERE until <> '';
"""

HEARD = """
CREATE TABLE heard (
    key TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (key, term)
) STRICT, WITHOUT ROWID;
CREATE INDEX heard_term ON heard (term);
CREATE TRIGGER heard_no_more AFTER DELETE ON terms
WHEN NOT EXISTS (SELECT 1 FROM terms WHERE term = OLD.term)
BEGIN DELETE FROM heard WHERE term = OLD.term; END;
"""

PLANS = """
ALTER TABLE interviews ADD COLUMN bank_version TEXT NOT NULL DEFAULT '0';
ALTER TABLE interviews ADD COLUMN avoid TEXT NOT NULL DEFAULT '[]';
"""

FILED = ("filings", "filed", "filed_keys", "filed_under", "counted")

PROJECTIONS = (
    "cases",
    "individuals",
    "statements",
    "terms",
    "heard",
    "consents",
    "tracing",
    "regroupings",
    "case_numbers",
    "moves",
    "moving",
    "placements",
    "moves_told",
    "views",
    "screenings",
    "pairs",
    "verdicts",
    "unlinks",
    "reopenings",
    "vouches",
    "record_states",
    "record_steps",
    "traces",
    "trace_verdicts",
    "trace_wishes",
    "trace_releases",
    "best_interests",
    "interviews",
    "answers",
    "explanations",
    "findings",
    "conduct",
    "further_talks",
    "decisions",
    "supports",
    "corrections",
    "comments",
    "opinions",
    "rechecks",
    "identities",
    "outcomes",
    "likenesses",
    "erasures",
    "officers",
    "users",
    "joined",
    "invitations",
    "devices",
    "receipts",
    "bundles",
    "withdrawals",
    "setting_changes",
)
