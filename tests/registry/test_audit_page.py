"""Oversight sees whether chains are whole and who looked, never at what was said."""

from datetime import timedelta
from io import BytesIO

import pytest

from intake.domain.codes import Role, ViewPurpose
from intake.domain.event import RecordViewed
from intake.registry.oversight import MANY, lookers, purposes
from tests.builders import NOON
from tests.registry.people import WOMAN, a_family
from tests.registry.visitor import text_of


@pytest.fixture
def family(store):
    return a_family(store)


@pytest.fixture
def officer(registry):
    return registry.signed_in("dora", Role.DPO)


def look(store, family, *, times, by="rita", every=timedelta(minutes=1), at=NOON):
    for n in range(times):
        store.record(
            RecordViewed(
                case=family.case,
                individual=family.woman,
                purpose=ViewPurpose.COMPARE.value,
                by=by,
                at=at + n * every,
            )
        )


def test_looks_are_listed_with_purpose_and_a_short_id(family, officer, store):
    look(store, family, times=1)
    page = officer.get("/audit").text
    assert "To compare two records" in page
    assert family.woman[:8] in page
    assert family.woman not in page
    assert WOMAN not in page


def test_more_than_thirty_records_in_an_hour_are_marked(family, officer, store):
    look(store, family, times=MANY)
    assert "Ask why" not in officer.get("/audit").text
    look(store, family, times=1, at=NOON + timedelta(minutes=40))
    assert "Ask why" in officer.get("/audit").text


def test_many_records_over_a_day_are_not_many_in_an_hour(family, store):
    look(store, family, times=MANY + 5, every=timedelta(minutes=20))
    (looker,) = lookers(store, NOON + timedelta(days=1))
    assert (looker.records, looker.most_in_an_hour) == (MANY + 5, 4)
    assert not looker.is_many


def test_searches_are_counted_apart(family, store):
    store.record(RecordViewed(individual="", purpose="person-asks", by="rita", at=NOON))
    look(store, family, times=2)
    (looker,) = lookers(store, NOON)
    assert (looker.records, looker.searches) == (2, 1)
    assert purposes(store, NOON) == [("compare-records", 2), ("person-asks", 1)]


def test_looks_of_long_ago_are_not_counted(family, store):
    look(store, family, times=3, at=NOON - timedelta(days=31))
    assert lookers(store, NOON) == []


def test_a_whole_ledger_is_said_to_be_whole(family, officer):
    page = officer.post("/audit")
    assert "Every chain is whole" in text_of(page.text)


def test_the_printed_head_proves_that_nothing_was_cut(family, officer, store):
    head = store.head(store.own_chain).hash
    assert "Every chain is whole" in officer.post("/audit", {"head": head.upper()}).text


def test_a_head_that_is_gone_tells_of_a_cut_end(family, officer):
    page = officer.post("/audit", {"head": "ab" * 32})
    assert "1 thing is wrong" in text_of(page.text)
    assert "The end was cut off" in page.text


def test_an_altered_entry_is_named(family, officer, store):
    store._db.execute("DROP TRIGGER ledger_no_update")
    store._db.execute("UPDATE ledger SET actor = 'somebody' WHERE seq = 3")
    page = text_of(officer.post("/audit").text)
    assert "An entry was altered or is missing" in page
    assert "this registry" in page
    assert "entry 3" in page


@pytest.mark.parametrize("head", ["abc", "z" * 64, "a" * 63])
def test_a_slip_of_the_pen_is_no_alarm(family, officer, head):
    page = officer.post("/audit", {"head": head})
    assert page.status_code == 422
    assert "64 characters" in page.text
    assert "wrong" not in text_of(page.text)


def test_the_head_to_keep_is_shown_in_pieces(family, officer, store):
    page = text_of(officer.get("/audit").text)
    head = store.head(store.own_chain)
    assert head.hash[:8] in page
    assert str(head.seq) in page


def test_sign_ins_are_listed_by_name(officer):
    assert "Dora Staff" in text_of(officer.get("/audit").text)


def test_a_proof_is_saved_and_later_shows_that_nothing_was_cut(officer, store, family):
    saved = officer.get("/audit/proof")
    assert saved.headers["Content-Disposition"].endswith('.json"')
    assert WOMAN not in saved.text
    look(store, family, times=1)
    page = officer.post("/audit", {"proof": (BytesIO(saved.data), "proof.json")}, page="/audit")
    assert "Every chain is whole" in text_of(page.text)


def test_against_a_proof_a_cut_end_is_told(officer, store, family):
    saved = officer.get("/audit/proof").data
    store._db.execute("DROP TRIGGER ledger_no_delete")
    store._db.execute(
        "DELETE FROM ledger WHERE device = ? AND seq = ?",
        [store.own_chain, store.head(store.own_chain).seq],
    )
    page = officer.post("/audit", {"proof": (BytesIO(saved), "proof.json")}, page="/audit")
    assert "The end was cut off" in text_of(page.text)


def test_a_file_that_is_no_proof_is_told_and_checks_nothing(officer):
    page = officer.post("/audit", {"proof": (BytesIO(b"{}"), "p.json")}, page="/audit")
    assert page.status_code == 422
    assert "damaged or incomplete" in text_of(page.text)
