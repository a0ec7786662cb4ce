"""What is asked on every page looks rows up and never reads through a whole table."""

import pytest

from intake.domain.partial_date import from_parts
from intake.store import Store
from tests.builders import a_group

BORN = {"birth": from_parts(None, None, 1980).to_json()}
ASKED = {
    "SELECT 1 FROM outcomes o WHERE o.case_id = ?": 1,
    "SELECT * FROM pairs WHERE left_id = ? OR right_id = ? ORDER BY score DESC": 2,
    "SELECT actor, hlc FROM ledger WHERE kind = ? AND (actor = ? OR ? = '')"
    " ORDER BY position DESC LIMIT ?": 4,
    "SELECT * FROM statements WHERE subject IN (SELECT value FROM json_each(?))"
    " AND path = ? ORDER BY hlc, id": 2,
    "SELECT * FROM pairs WHERE status <> ? ORDER BY score DESC, id LIMIT ?": 2,
    "SELECT id FROM cases c WHERE c.forgotten = 0 AND c.status <> 'discarded'"
    " AND (c.status = 'draft' OR EXISTS (SELECT 1 FROM statements s"
    "      WHERE s.case_id = c.id AND s.absent IN (SELECT value FROM json_each(?))))"
    " ORDER BY c.opened_at DESC, c.rowid DESC LIMIT ?": 2,
}


@pytest.mark.parametrize(("sql", "values"), ASKED.items())
def test_questions_of_every_page_are_answered_from_an_index(
    store: Store, sql: str, values: int
) -> None:
    rows = store._db.execute("EXPLAIN QUERY PLAN " + sql, ["x"] * values).fetchall()
    plan = [row[3] for row in rows if "json_each" not in row[3]]
    assert not [step for step in plan if step.startswith("SCAN") and "INDEX" not in step]
    assert any("INDEX" in step for step in plan)


def test_outlines_hold_what_was_said_about_one_question(store: Store) -> None:
    group = a_group("Олена Приклад", "Тарас Приклад", said=BORN)
    store.record(*group.events)
    found = store.cases.outlines([*group.people, "nobody"], "birth")
    assert set(found) == set(group.people)
    for person in group.people:
        whole = store.cases.individual(person)
        assert whole is not None
        assert found[person].value("birth") == whole.value("birth")
        assert found[person].number == whole.number
        assert found[person].text("name") == ""
    assert store.cases.outlines([], "birth") == {}
