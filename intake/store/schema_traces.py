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
