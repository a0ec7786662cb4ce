"""Keys in memory and on disk: the same people under the same keys."""

from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.matching import key_store
from intake.matching.halves import KEY_BITS
from intake.matching.key_store import ROW_BITS, KeyFile, KeyTable

HIGHEST = (1 << KEY_BITS) - 1
KEYS = st.sampled_from([0, 1, 2, 7, 1 << 20, (1 << 20) + 1, 1 << 39, HIGHEST - 1, HIGHEST])
FILED = st.lists(st.lists(st.tuples(KEYS, st.integers(0, 30)), max_size=40), max_size=4)
ASKED = [0, 1, 2, 3, 7, 1 << 20, (1 << 20) + 1, (1 << 20) + 2, 1 << 39, HIGHEST - 1, HIGHEST]


def filled(store, filed):
    for several in filed:
        numbers = sorted({key << ROW_BITS | row for key, row in several})
        store.add(np.array(numbers, np.uint64))
    store.close()
    return store


def told(store, most=10**6):
    return {key: sorted(rows.tolist()) for key, rows in store.sharing(ASKED, most).items()}


@settings(max_examples=40)
@given(FILED)
def test_on_disk_a_key_leads_to_the_same_people_as_in_memory(filed):
    table, file = filled(KeyTable(), filed), filled(KeyFile(), filed)
    assert told(table) == told(file)
    for most in (1, 3):
        assert told(table, most) == told(file, most)


@settings(max_examples=20)
@given(FILED)
def test_where_very_many_keys_begin_alike_the_one_asked_for_is_found_as_well(filed):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_store, "_AT_ONCE", 3)
        table, file = filled(KeyTable(), filed), filled(KeyFile(), filed)
        assert told(table) == told(file)
        assert told(table, 2) == told(file, 2)


def test_a_key_leads_to_everybody_who_was_filed_under_it():
    filed = [[(7, row) for row in (3, 1)], [(7, 9), (8, 2)], []]
    for store in (KeyTable(), KeyFile()):
        assert told(filled(store, filed)) == {7: [1, 3, 9]}


@pytest.mark.parametrize("make", [KeyTable, KeyFile])
def test_what_is_written_is_as_long_as_what_is_kept(make):
    store = filled(make(), [[(key, row) for key in ASKED for row in range(5)]])
    written = BytesIO()
    store.write(written)
    assert len(written.getvalue()) == store.size()
    assert told(store)[7] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("make", [KeyTable, KeyFile])
def test_of_nobody_nothing_is_found(make):
    assert told(filled(make(), [])) == {}
