"""Lines carry entries and keys unharmed, and bombs are given up early."""

import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.statement import Json
from intake.errors import BundleRefused, BundleTorn
from intake.security.chain import link
from intake.sync.lines import (
    LONGEST_LINE,
    MOST_LINES,
    compress,
    decompress,
    entry_line,
    key_line,
    read_entry,
    read_key,
    split_lines,
)

CAP = 1024 * 1024
names = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
lines_of_json = st.lists(
    st.dictionaries(names, st.dictionaries(names, names | st.integers()), min_size=1, max_size=1),
    max_size=10,
)


@given(lines_of_json)
def test_lines_come_out_as_they_went_in(lines: list[dict[str, Json]]) -> None:
    count, payload = compress(lines, CAP)
    assert count == len(lines)
    assert list(split_lines(decompress(payload, CAP))) == lines


@given(st.binary(max_size=100))
def test_entry_rides_on_a_line(body: bytes) -> None:
    entry = link(
        None, device="0f" * 16, hlc="h", kind="case-opened", case="c", actor="a", body=body
    )
    assert read_entry(entry_line(entry)) == entry


@given(st.binary(min_size=32, max_size=32))
def test_key_rides_on_a_line(key: bytes) -> None:
    for case in ("c" * 32, "device:" + "0f" * 16):
        assert read_key(key_line(case, key)) == (case, key)


def test_key_line_is_the_documented_one() -> None:
    assert key_line("c1", bytes(3)) == {"key": {"case": "c1", "key": "AAAA"}}


GOOD_KEY = "A" * 43 + "="


@pytest.mark.parametrize(
    "value",
    [
        None,
        "x",
        {},
        {"case": "c"},
        {"case": "c", "key": "AAAA"},
        {"case": "c", "key": "ÄÄÄÄ"},
        {"case": "c", "key": "A" * 43},
        {"case": "c", "key": None},
        {"case": "", "key": GOOD_KEY},
        {"case": "c c", "key": GOOD_KEY},
        {"case": "x" * 121, "key": GOOD_KEY},
        {"case": 1, "key": GOOD_KEY},
        {"case": "c", "key": GOOD_KEY, "more": 1},
    ],
    ids=repr,
)
def test_key_of_the_wrong_shape_is_torn(value: Json) -> None:
    with pytest.raises(BundleTorn):
        read_key({"key": value})


def test_line_of_another_kind_holds_no_entry_and_no_key() -> None:
    for read in (read_entry, read_key):
        with pytest.raises(BundleTorn):
            read({"receipt": {}})


@pytest.mark.parametrize("size", [CAP + 1, 50 * CAP])
def test_bomb_is_given_up_without_being_unpacked(size: int) -> None:
    bomb = zlib.compress(bytes(size), 9)
    tracemalloc.start()
    try:
        with pytest.raises(BundleRefused) as found:
            decompress(bomb, CAP)
        assert tracemalloc.get_traced_memory()[1] < 4 * CAP
    finally:
        tracemalloc.stop()
    assert found.value.facts == {"why": "size"}


def test_content_of_exactly_the_cap_is_taken() -> None:
    assert len(decompress(zlib.compress(bytes(CAP)), CAP)) == CAP


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"not zlib",
        zlib.compress(b"{}")[:-1],
        zlib.compress(b"{}") + b"x",
        zlib.compress(b"{}") * 2,
        zlib.compress(b'{"a":{}}\n')[2:],
    ],
    ids=repr,
)
def test_damaged_compression_is_torn(payload: bytes) -> None:
    with pytest.raises(BundleTorn):
        decompress(payload, CAP)


@pytest.mark.parametrize(
    "text",
    [
        b"{}",
        b"{}\n",
        b"\n",
        b'{"a":{}}',
        b'{"a":{}}\n\n',
        b'{"a":{},"b":{}}\n',
        b'{"a":{},"a":{}}\n',
        b'{"a":1}\n',
        b'{"a":null}\n',
        b'{"a":[]}\n',
        b'[{"a":{}}]\n',
        b'{"a":{"b":NaN}}\n',
        b'{"a":{"b":"\\ud800"}}\n',
        b'{"a":' + b"[" * 100_000 + b"\n",
        b'\xff{"a":{}}\n',
    ],
    ids=lambda text: f"{text[:20]!r}",
)
def test_line_of_the_wrong_shape_is_torn(text: bytes) -> None:
    with pytest.raises(BundleTorn):
        split_lines(text)


def test_too_many_and_too_long_lines_are_refused() -> None:
    for text in (b"\n" * (MOST_LINES + 1), b'{"a":{"b":"' + b"x" * LONGEST_LINE + b'"}}\n'):
        with pytest.raises(BundleRefused):
            split_lines(text)


def test_no_bundle_is_made_that_nobody_would_take() -> None:
    long = {"a": {"b": "x" * LONGEST_LINE}}
    small = {"a": {"b": "x" * 1024}}
    for lines, cap in (([long], 64 * CAP), ([small] * 1100, CAP), ([{}] * (MOST_LINES + 1), CAP)):
        with pytest.raises(BundleRefused) as found:
            compress(lines, cap)
        assert found.value.facts == {"why": "size"}
