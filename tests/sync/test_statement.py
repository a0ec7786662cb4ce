"""A statement fits its closed shape or is refused; more names may follow later."""

import pytest

from intake.domain.statement import Json
from intake.errors import BundleRefused, BundleTorn
from intake.sync.statement import CAP, BundlePurpose, cap_of, check_statement

GOOD: dict[str, Json] = {
    "purpose": "entries",
    "device": "0f" * 16,
    "recipient": "ab" * 16,
    "chain": "0f" * 16,
    "first": 1,
    "last": 2,
    "count": 2,
    "head": "ab" * 32,
    "made": "2026-03-01T08:00:00+00:00",
    "bundle": "cd" * 16,
    "sealed_to": "ef" * 8,
    "lines": 3,
    "payload": "ab" * 32,
}


@pytest.mark.parametrize("purpose", BundlePurpose)
def test_statement_of_each_purpose_fits(purpose: BundlePurpose) -> None:
    said = {**GOOD, "purpose": purpose.value}
    assert check_statement(said) == said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("chain", ""),
        ("chain", "ab" * 16 + "." + "0f" * 16),
        ("first", 0),
        ("made", "2026-03-01T11:30:00.5+03:30"),
        ("made", "2026-03-01T08:00:00Z"),
        ("comment-of-a-newer-release", "x"),
        ("priority", None),
    ],
)
def test_other_good_values_fit(name: str, value: Json) -> None:
    assert check_statement({**GOOD, name: value})[name] == value


@pytest.mark.parametrize("name", GOOD)
def test_no_name_may_be_missing(name: str) -> None:
    with pytest.raises(BundleTorn) as found:
        check_statement({key: value for key, value in GOOD.items() if key != name})
    assert found.value.facts == {"part": "statement", "field": name}


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize(
    "value", [None, True, 1.5, -1, 2**60, "no such thing!", "\n", [], {}], ids=repr
)
def test_wrong_value_is_torn(name: str, value: Json) -> None:
    with pytest.raises(BundleTorn):
        check_statement({**GOOD, name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("device", "0F" * 16),
        ("device", "0f" * 17),
        ("device", "0f" * 16 + "\n"),
        ("device", "ab" * 16 + "." + "0f" * 16),
        ("head", "٣" * 64),
        ("made", "2026-03-01T08:00:00"),
        ("made", "2026-03-01"),
        ("made", "2026-13-01T08:00:00+00:00"),
        ("made", "٢٠٢٦-03-01T08:00:00+00:00"),
        ("first", "1"),
        ("extra", {"nested": 1}),
        ("extra", [1]),
    ],
)
def test_almost_right_value_is_torn(name: str, value: Json) -> None:
    with pytest.raises(BundleTorn):
        check_statement({**GOOD, name: value})


def test_unknown_purpose_is_refused() -> None:
    with pytest.raises(BundleRefused) as found:
        check_statement({**GOOD, "purpose": "purge"})
    assert found.value.facts == {"why": "purpose"}


@pytest.mark.parametrize("value", [None, [], "entries", 7, {}], ids=repr)
def test_what_is_no_statement_is_torn(value: Json) -> None:
    with pytest.raises(BundleTorn):
        check_statement(value)


def test_strangers_and_receipts_get_little_room() -> None:
    assert CAP == 64 * 1024 * 1024
    room = {purpose.value: cap_of(purpose.value) for purpose in BundlePurpose}
    assert {purpose for purpose, cap in room.items() if cap == CAP} == {"entries", "reply"}
    assert room["enrol"] == room["receipt"] == room["pull"] == cap_of("unheard-of") < CAP
    assert cap_of(None) < CAP
