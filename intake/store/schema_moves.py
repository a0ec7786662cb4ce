"""The tables of people who change their group at the registry, as SQL text.

Two people move somebody, whatever the code above does; one place for each person.
"""

MOVES = """
CREATE TABLE moves (
    move TEXT NOT NULL, case_id TEXT NOT NULL, individuals TEXT NOT NULL,
    from_group TEXT NOT NULL, from_number TEXT NOT NULL,
    to_group TEXT NOT NULL, to_number TEXT NOT NULL,
    reason TEXT NOT NULL, words TEXT NOT NULL,
    proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL, hlc TEXT NOT NULL,
    status TEXT NOT NULL, answered_by TEXT NOT NULL DEFAULT '',
    answered_at TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '',
    answered_hlc TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (move, case_id, from_group),
    CHECK (from_group <> to_group),
    CHECK (status IN ('proposed', 'confirmed', 'refused')),
    CHECK ((status = 'proposed') = (answered_by = '')),
    CHECK (status <> 'confirmed' OR answered_by <> proposed_by)
) STRICT;
CREATE INDEX moves_from ON moves (from_group);
CREATE INDEX moves_to ON moves (to_group);
CREATE TRIGGER moves_begin_as_proposed BEFORE INSERT ON moves
WHEN NEW.status <> 'proposed'
BEGIN SELECT RAISE(ABORT, 'a move begins as a proposal'); END;
CREATE TRIGGER moves_answered_once BEFORE UPDATE ON moves
WHEN OLD.status <> 'proposed'
BEGIN SELECT RAISE(ABORT, 'a move is answered once'); END;
CREATE TABLE moving (
    individual TEXT PRIMARY KEY, case_id TEXT NOT NULL, move TEXT NOT NULL
) STRICT;
CREATE TABLE placements (
    individual TEXT PRIMARY KEY, case_id TEXT NOT NULL, move TEXT NOT NULL,
    group_id TEXT NOT NULL, number TEXT NOT NULL,
    apart INTEGER NOT NULL DEFAULT 0 CHECK (apart IN (0, 1))
) STRICT;
CREATE TABLE moves_told (
    individual TEXT NOT NULL, case_id TEXT NOT NULL, number TEXT NOT NULL,
    at TEXT NOT NULL, hlc TEXT NOT NULL, PRIMARY KEY (individual, hlc)
) STRICT;
CREATE INDEX moves_told_case ON moves_told (case_id);
CREATE INDEX placements_group ON placements (group_id);
CREATE INDEX placements_case ON placements (case_id);
CREATE INDEX placements_number ON placements (number);
CREATE TRIGGER placements_by_two BEFORE INSERT ON placements
WHEN NOT EXISTS (
    SELECT 1 FROM moves m, json_each(m.individuals) who
     WHERE m.move = NEW.move AND m.case_id = NEW.case_id AND m.status = 'confirmed'
       AND m.to_group = NEW.group_id AND who.value = NEW.individual)
BEGIN SELECT RAISE(ABORT, 'two people move somebody'); END;
CREATE TRIGGER placements_only_anew BEFORE UPDATE ON placements
BEGIN SELECT RAISE(ABORT, 'a place is taken by a move'); END;
"""
