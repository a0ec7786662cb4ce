"""Events survive the way through JSON, and torn bodies are refused."""

import json
import typing
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from types import UnionType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codec import CodecError, decode, encode
from intake.domain.codes import Absent, Channel, GroupKind, Level, Why
from intake.domain.event import CaseOpened, ConsentRecorded, StatementsAdded, kinds
from intake.domain.statement import Json, Statement
from intake.errors import BundleTorn

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OPENED = CaseOpened(
    case="c1",
    by="o1",
    at=AT,
    number="0000000000",
    group_kind=GroupKind.FAMILY,
    level=Level.FULL,
    site="North gate",
    notice_version="1",
    notice_language="uk",
    notice_channel=Channel.SPOKEN,
)
BODY = encode(OPENED)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=4,
)
PLAIN = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(-(10**9), 10**9),
    float: st.floats(allow_nan=False, allow_infinity=False),
    datetime: st.datetimes(timezones=st.just(UTC)),
    date: st.dates(),
}


def is_json(hint):
    """Whether a field holds any JSON; resolving its type resolves the name inside it too."""
    return hint == Json or list in map(typing.get_origin, typing.get_args(hint))


def values(hint):
    """Make any value of a field's type."""
    if is_json(hint):
        return JSON
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return st.lists(values(args[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(TEXT, JSON, max_size=2)
    if origin in (UnionType, typing.Union):
        return st.one_of([st.none() if a is type(None) else values(a) for a in args])
    if hint is Statement:
        return statements()
    if is_dataclass(hint):
        return made(hint)
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    return PLAIN[hint]


def made(cls):
    hints = typing.get_type_hints(cls)
    return st.builds(cls, **{f.name: values(hints[f.name]) for f in fields(cls) if f.init})


def statements():
    common = {"id": TEXT, "subject": TEXT, "path": TEXT, "verbatim": TEXT}
    valued = st.builds(Statement, value=JSON.filter(lambda v: v is not None), **common)
    absent = st.builds(Statement, absent=st.sampled_from(list(Absent)), **common)
    replacing = st.builds(
        Statement, value=TEXT, saw=st.just(("s0",)), why=st.sampled_from(list(Why)), **common
    )
    return valued | absent | replacing


@pytest.mark.parametrize("kind", sorted(kinds()))
@given(data=st.data())
def test_every_kind_of_event_survives_the_way(kind, data):
    event = data.draw(made(kinds()[kind]))
    assert decode(kind, json.loads(json.dumps(encode(event)))) == event


def test_kinds_are_said_once_in_lower_kebab():
    for kind, cls in kinds().items():
        assert cls.kind == kind
        assert kind == kind.lower()
        assert kind.replace("-", "").isalpha()
    assert "event" not in kinds()


def test_bodies_name_neither_their_kind_nor_python():
    assert BODY["at"] == "2026-11-22T09:00:00+00:00"
    assert BODY["group_kind"] == "family"
    assert "kind" not in BODY


def test_what_a_newer_device_adds_is_passed_over():
    assert decode("case-opened", BODY | {"weather": "rain"}) == OPENED


def test_what_an_older_device_left_out_takes_its_default():
    statement = {"id": "s1", "subject": "p1", "path": "sex", "value": "f"}
    body = {"by": "o1", "at": AT.isoformat(), "statements": [statement]}
    event = decode("statements-added", body)
    assert isinstance(event, StatementsAdded)
    assert event.case == ""
    assert event.statements[0] == Statement("s1", "p1", "sex", "f")


@pytest.mark.parametrize(
    "change",
    [
        {"number": 5},
        {"number": None},
        {"site": ["North gate"]},
        {"at": "2026-11-22T09:00:00"},
        {"at": "yesterday"},
        {"at": 5},
        {"group_kind": "crowd"},
        {"group_kind": None},
        {"level": 1},
    ],
    ids=lambda change: "-".join(f"{k}={v}" for k, v in change.items()),
)
def test_a_value_of_the_wrong_type_is_refused(change):
    with pytest.raises(CodecError) as caught:
        decode("case-opened", BODY | change)
    assert caught.value.facts == {"kind": "case-opened"}


AGREED = {
    "by": "o1",
    "at": AT.isoformat(),
    "individual": "p1",
    "purpose": "tracing",
    "answer": "yes",
}


def test_a_yes_of_before_there_were_last_days_has_none():
    event = decode("consent-recorded", AGREED)
    assert isinstance(event, ConsentRecorded)
    assert event.until is None


def test_a_last_day_is_a_day_and_travels_as_one():
    event = decode("consent-recorded", AGREED | {"until": "2026-12-31"})
    assert isinstance(event, ConsentRecorded)
    assert event.until == date(2026, 12, 31)
    assert encode(event)["until"] == "2026-12-31"


@pytest.mark.parametrize("day", ["", "soon", "2026-02-30", "2026-12-31T09:00:00", 20261231, ["x"]])
def test_a_last_day_that_is_none_is_refused(day):
    with pytest.raises(CodecError):
        decode("consent-recorded", AGREED | {"until": day})


@pytest.mark.parametrize("body", [None, [], "x", 5, {}], ids=str)
def test_a_body_of_another_shape_is_refused(body):
    with pytest.raises(CodecError):
        decode("case-opened", body)


def test_a_kind_nobody_knows_is_refused():
    with pytest.raises(CodecError) as caught:
        decode("case-burnt", BODY)
    assert isinstance(caught.value, BundleTorn)


def test_a_number_is_not_read_as_truth_nor_truth_as_a_number():
    planned = {"by": "o1", "at": AT.isoformat(), "interview": "i1", "reason": "break"}
    for wrong in (1, 0, "true", None):
        with pytest.raises(CodecError):
            decode("interview-halted", planned | {"final": wrong})
    screened = {"by": "o1", "at": AT.isoformat()}
    with pytest.raises(CodecError):
        decode("case-screened", screened | {"suggestions": True})


@pytest.mark.parametrize(
    "statement",
    [
        {"id": "s1", "subject": "p1", "path": "sex"},
        {"id": "s1", "subject": "p1", "path": "sex", "value": "f", "absent": "not-asked"},
        {"id": "s1", "subject": "p1", "path": "sex", "value": "f", "saw": ["s0"]},
        {"id": "s1", "subject": "p1", "path": "sex", "absent": "shrugged"},
        "s1",
    ],
    ids=["neither", "both", "replaces-without-why", "unknown-code", "no-object"],
)
def test_a_torn_statement_in_a_page_is_refused_as_a_body(statement):
    body = {"by": "o1", "at": AT.isoformat(), "statements": [statement]}
    with pytest.raises(CodecError):
        decode("statements-added", body)


def test_what_is_no_json_is_never_written():
    with pytest.raises(TypeError):
        encode(
            CaseOpened(**{f.name: getattr(OPENED, f.name) for f in fields(OPENED)} | {"site": b"x"})
        )
