"""Recording: one transaction, nothing lost, nothing twice, nothing readable without the key."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from intake.domain.codes import Absent, CaseStatus, ConsentAnswer, Purpose
from intake.domain.event import CaseDiscarded, StatementsAdded
from intake.errors import StoreInUse
from intake.store import Store, open_store
from intake.store.engine import IntegrityError, KeyRefused
from tests.builders import (
    NOON,
    OFFICER,
    a_consent,
    a_group,
    a_name,
    a_statement,
    an_id,
    opened,
    statements,
)
from tests.store.conftest import KEY

LOUD = "Кароліна-Непомильна"


def test_a_recorded_group_is_read_back_whole(store: Store) -> None:
    group = a_group("Олена Тест", "Petro Test")
    store.record(*group.events)
    case = store.cases.get(group.case)
    assert case is not None
    assert [m.text("name") for m in case.members] == ["Олена Тест", "Petro Test"]
    assert case.focal == group.people[0]
    assert case.status is CaseStatus.READY


def test_what_was_recorded_is_there_after_reopening(tmp_path: Path) -> None:
    group = a_group("Олена Тест")
    first = open_store(tmp_path, KEY)
    first.record(*group.events)
    device = first.own_chain
    first.close()
    second = open_store(tmp_path, KEY)
    assert second.own_chain == device
    assert second.cases.get(group.case) is not None
    second.close()


def test_a_wrong_key_opens_nothing(tmp_path: Path) -> None:
    open_store(tmp_path, KEY).close()
    with pytest.raises(KeyRefused):
        open_store(tmp_path, bytes(32))
    open_store(tmp_path, KEY).close()


def test_a_second_process_is_refused(tmp_path: Path, store: Store) -> None:
    with pytest.raises(StoreInUse):
        open_store(store.directory, KEY)


def test_the_files_hold_no_readable_word(tmp_path: Path) -> None:
    store = open_store(tmp_path, KEY)
    store.record(*a_group(LOUD).events)
    files = [p for p in tmp_path.iterdir() if p.is_file()]
    assert len(files) >= 2
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for word in (LOUD, "North gate", "case-opened"):
            assert all(word.encode(encoding) not in p.read_bytes() for p in files)
    store.close()


def test_files_belong_to_their_owner_alone(store: Store) -> None:
    assert store.directory.stat().st_mode & 0o077 == 0
    for path in store.directory.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path.name


def test_a_file_brought_back_with_open_rights_is_closed_to_others_again(tmp_path: Path) -> None:
    """A copy from a backup: neither it nor what lies beside it stays readable to others."""
    open_store(tmp_path, KEY).close()
    for path in tmp_path.iterdir():
        path.chmod(0o644)
    store = open_store(tmp_path, KEY)
    store.record(*a_group("Олена Тест").events)
    names = {path.name for path in tmp_path.iterdir() if path.stat().st_mode & 0o077 == 0}
    assert names >= {"intake.db", "intake.db-wal", "intake.db-shm"}
    store.close()


def test_a_refused_event_leaves_nothing_behind(store: Store) -> None:
    case, person = an_id(), an_id()
    store.record(opened(case))
    twice = a_statement(person, "sex", "f")
    before = store.head(store.own_chain)
    with pytest.raises(IntegrityError):
        store.record(
            statements(case, twice),
            _judged_twice(),
        )
    assert store.head(store.own_chain) == before
    found = store.cases.get(case)
    assert found is not None
    assert found.said == ()


def _judged_twice() -> StatementsAdded:
    """An event whose row breaks a CHECK of the table itself, past the dataclass."""
    broken = a_statement(an_id(), "sex", "f")
    object.__setattr__(broken, "absent", Absent.UNKNOWN)
    return statements(an_id(), broken)


@pytest.mark.parametrize(("value", "absent"), [(None, None), ('"f"', "asked-declined")])
def test_v01_the_database_takes_no_statement_with_both_or_neither(
    store: Store, value: str | None, absent: str | None
) -> None:
    case = an_id()
    store.record(opened(case), statements(case, a_statement(an_id(), "sex", "f")))
    copy = (
        "INSERT INTO statements SELECT 'other', case_id, subject, path, ?, ?, source, source_ref,"
        " said_in, interpreter, certainty, verbatim, saw, why, by, device, at, hlc FROM statements"
    )
    with pytest.raises(IntegrityError, match="CHECK"):
        store._db.execute(copy, [value, absent])


def test_the_database_refuses_to_change_or_delete_an_entry(store: Store) -> None:
    store.record(opened(an_id()))
    for sql in ("UPDATE ledger SET actor = 'x'", "DELETE FROM ledger"):
        with pytest.raises(IntegrityError, match="append-only"):
            store._db.execute(sql)


def test_a_correction_takes_the_place_only_of_what_it_saw(store: Store) -> None:
    case, person = an_id(), an_id()
    first, second = a_statement(person, "sex", "f"), a_statement(person, "sex", "m")
    third = a_statement(person, "sex", "x", saw=(first.id,))
    store.record(opened(case), statements(case, first), statements(case, second, third))
    found = store.cases.get(case)
    assert found is not None
    stored = store._db.query("SELECT id FROM statements WHERE subject = ?", [person])
    assert {r["id"] for r in stored} == {first.id, second.id, third.id}


def test_withdrawn_consent_is_what_stands(store: Store) -> None:
    group = a_group("Олена Тест")
    person = group.people[0]
    store.record(*group.events, a_consent(group.case, person, Purpose.TRACING))
    store.record(a_consent(group.case, person, Purpose.TRACING, ConsentAnswer.WITHDRAWN))
    case = store.cases.get(group.case)
    assert case is not None
    assert [c.answer for c in case.consents] == [ConsentAnswer.YES, ConsentAnswer.WITHDRAWN]


def test_a_discarded_draft_can_never_be_read_again(store: Store) -> None:
    group = a_group(LOUD, complete=False)
    store.record(*group.events)
    store.papers.keep_draft(group.case + "/names", {"name": LOUD}, rev=0, at=NOON)
    store.record(CaseDiscarded(case=group.case, reason="left", by=OFFICER, at=NOON))
    assert store.cases.individual(group.people[0]) is None
    assert store.cases.find(LOUD) == []
    assert store.papers.drafts_of(group.case) == []
    entries = store.ledger.of_case(group.case)
    assert all(store.open_event(e) is None for e in entries)
    assert store.verify() == []


def test_forgetting_a_case_keeps_the_chain_whole(store: Store) -> None:
    kept, gone = a_group("Олена Тест"), a_group(LOUD)
    store.record(*kept.events, *gone.events)
    store.forget_case(gone.case)
    assert store.cases.get(gone.case) is None
    assert store.cases.get(kept.case) is not None
    assert store.verify() == []
    store.rebuild()
    assert store.cases.get(gone.case) is None


def test_tables_rebuilt_from_the_ledger_are_identical(store: Store) -> None:
    for names in (("Олена Тест", "Petro Test"), ("هدى تجربة",), ("Abebe Test",)):
        store.record(*a_group(*names).events)
    dropped = a_group(LOUD, complete=False)
    store.record(*dropped.events)
    store.record(CaseDiscarded(case=dropped.case, reason="left", by=OFFICER, at=NOON))
    before = _projected(store)
    store.rebuild()
    after = _projected(store)
    assert after == before


def _projected(store: Store) -> dict[str, list[dict[str, object]]]:
    from intake.store.schema import PROJECTIONS

    tables = {}
    for table in PROJECTIONS:
        rows = [dict(r) for r in store._db.table(table).rows]
        tables[table] = sorted(rows, key=repr)
    return tables


def test_fifty_threads_recording_at_once_make_one_unbroken_chain(store: Store) -> None:
    groups = [a_group(f"Person {n}") for n in range(50)]
    threads = [threading.Thread(target=lambda g=group: store.record(*g.events)) for group in groups]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.verify() == []
    assert len(store.cases.latest(limit=100)) == 50


def test_the_clock_never_runs_backwards(store: Store) -> None:
    case = an_id()
    (first,) = store.record(opened(case))
    earlier = NOON - timedelta(days=400)
    (second,) = store.record(
        statements(case, a_statement(an_id(), "name", a_name("X")), at=earlier)
    )
    assert second.hlc > first.hlc


def test_a_word_that_comes_back_in_another_name_is_found_once(store: Store) -> None:
    group = a_group("Олена Тест", said={"name.other": a_name("олена Інша")})
    store.record(*group.events)
    store.record(statements(group.case, a_statement(group.people[0], "name", a_name("Олена"))))
    assert [line.id for line in store.cases.find("ОЛЕНА")] == [group.case]
    assert [line.id for line in store.cases.find("інш ол")] == [group.case]
    assert store.cases.find("олена хтось") == []
