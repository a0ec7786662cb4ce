"""The tables of candidates for missing relatives, as SQL text."""

TRACES = """
CREATE TABLE traces (
    request TEXT NOT NULL, individual TEXT NOT NULL, case_id TEXT NOT NULL,
    status TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (request, individual)
) STRICT;
CREATE TABLE trace_verdicts (
    request TEXT NOT NULL, individual TEXT NOT NULL, case_id TEXT NOT NULL, by TEXT NOT NULL,
    verdict TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL,
    PRIMARY KEY (request, individual, by)
) STRICT;
CREATE TABLE trace_wishes (
    request TEXT NOT NULL, individual TEXT NOT NULL, case_id TEXT NOT NULL, side TEXT NOT NULL,
    wish TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
    hlc TEXT NOT NULL, PRIMARY KEY (request, individual, hlc)
) STRICT;
CREATE TABLE trace_releases (
    request TEXT NOT NULL, individual TEXT NOT NULL, case_id TEXT NOT NULL, by TEXT NOT NULL,
    reason TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (request, individual)
) STRICT;
CREATE TRIGGER traces_verified_by_two BEFORE UPDATE OF status ON traces
WHEN NEW.status = 'verified' AND (SELECT count(DISTINCT by) FROM trace_verdicts
     WHERE request = NEW.request AND individual = NEW.individual
       AND verdict = 'the-one-sought') < 2
BEGIN SELECT RAISE(ABORT, 'two people verify a match'); END;
CREATE TRIGGER traces_contact_by_both BEFORE UPDATE OF status ON traces
WHEN NEW.status IN ('both-agree', 'contact') AND (SELECT count(DISTINCT side) FROM trace_wishes
     WHERE request = NEW.request AND individual = NEW.individual AND wish <> 'no') < 2
BEGIN SELECT RAISE(ABORT, 'both sides agree to contact'); END;
"""

LOOKS = """
CREATE TABLE best_interests (
    id TEXT PRIMARY KEY, case_id TEXT NOT NULL, request TEXT NOT NULL, individual TEXT NOT NULL,
    child TEXT NOT NULL, looked_on TEXT NOT NULL, looked_by TEXT NOT NULL,
    outcome TEXT NOT NULL, conditions TEXT NOT NULL, reason TEXT NOT NULL,
    asked INTEGER NOT NULL, view TEXT NOT NULL, guardian TEXT NOT NULL,
    by TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL,
    CHECK (outcome IN ('in-interest', 'not-now', 'not-in-interest')),
    CHECK (trim(looked_by) <> '' AND trim(reason) <> '' AND trim(view) <> ''),
    CHECK (looked_on <= substr(at, 1, 10))
) STRICT;
CREATE INDEX best_interests_request ON best_interests (request, individual, hlc);
CREATE INDEX best_interests_case ON best_interests (case_id);
CREATE TRIGGER traces_contact_in_the_childs_interest BEFORE UPDATE OF status ON traces
WHEN NEW.status = 'contact' AND EXISTS (
    SELECT 1 FROM best_interests b
     WHERE b.request = NEW.request AND b.individual = NEW.individual
       AND b.outcome <> 'in-interest'
       AND NOT EXISTS (SELECT 1 FROM best_interests later
            WHERE later.request = b.request AND later.individual = b.individual
              AND later.child = b.child AND later.hlc > b.hlc))
BEGIN SELECT RAISE(ABORT, 'the last look found no contact in the interest of the child'); END;
"""

LAST_WISHES = """
DROP TRIGGER traces_contact_by_both;
CREATE TRIGGER traces_contact_by_both BEFORE UPDATE OF status ON traces
WHEN NEW.status IN ('both-agree', 'contact') AND (SELECT count(DISTINCT w.side) FROM trace_wishes w
     WHERE w.request = NEW.request AND w.individual = NEW.individual AND w.wish <> 'no'
       AND NOT EXISTS (SELECT 1 FROM trace_wishes later
            WHERE later.request = w.request AND later.individual = w.individual
              AND later.side = w.side AND later.hlc > w.hlc)) < 2
BEGIN SELECT RAISE(ABORT, 'both sides agree to contact'); END;
"""
