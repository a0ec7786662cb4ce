"""Every value has one spelling, and ambiguous spellings are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.statement import Json
from intake.errors import BundleTorn
from intake.security.canonical import canonical, read_json

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
values = st.recursive(
    scalars.filter(lambda v: v not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_canonical_json_reads_back(value: Json) -> None:
    assert read_json(canonical(value)) == value


@given(values)
def test_canonical_json_has_one_spelling(value: Json) -> None:
    assert canonical(read_json(canonical(value))) == canonical(value)


def test_order_of_keys_does_not_matter() -> None:
    assert (
        canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == b'{"a":"\xc3\xa9","b":1}'
    )


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"{}{}",
        b'{"a":1,"a":1}',
        b'[{"a":1,"b":{"c":1,"c":2}}]',
        b"NaN",
        b"[Infinity]",
        b"-Infinity",
        b"1e999",
        b"-1e999",
        b'"\\ud800"',
        b'{"\\udfff":1}',
        b'"\xff"',
        b'"\xed\xa0\x80"',
        b"\xef\xbb\xbf{}",
        b'"\x00"',
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b"9" * 5_000,
        b'{"a":1,}',
        b"{'a':1}",
    ],
    ids=lambda text: f"{text[:16]!r}-{len(text)}",
)
def test_ambiguous_json_is_torn(text: bytes) -> None:
    with pytest.raises(BundleTorn):
        read_json(text)


def test_escapes_of_whole_characters_are_read() -> None:
    assert read_json(b'"\\u0041\\ud83d\\ude00"') == "A\N{GRINNING FACE}"


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_torn(data: bytes) -> None:
    try:
        value = read_json(data)
    except BundleTorn:
        return
    assert read_json(canonical(value)) == value
