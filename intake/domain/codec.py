"""Turns events and statements into JSON values and back, strictly.

Unknown keys are ignored (a newer device may say more); missing keys take the
default of the dataclass; a value of the wrong type raises `CodecError`.
"""

import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from intake.domain.event import Event, kinds
from intake.domain.statement import Json
from intake.errors import BundleTorn, RuleBroken


class CodecError(BundleTorn):
    """A body does not have the shape of its kind; fact: `kind`."""

    code = "body-malformed"


def encode(event: Event) -> dict[str, Json]:
    """The body of an event as JSON values, without its kind."""
    return typing.cast(dict[str, Json], _plain(event))


def decode(kind: str, body: Json) -> Event:
    """The event of that kind; raises `CodecError` if the body does not fit."""
    cls = kinds().get(kind)
    if cls is None:
        raise CodecError(kind=kind)
    try:
        return typing.cast(Event, _shape(cls, body))
    except (TypeError, ValueError, KeyError, RuleBroken) as error:
        raise CodecError(kind=kind) from error


def _plain(value: Any) -> Json:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise TypeError(type(value).__name__)


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _shape(want: Any, value: Json) -> Any:
    if want is Json or want is Any:
        return value
    origin = typing.get_origin(want)
    if origin in (types.UnionType, typing.Union):
        return _shape_union(want, value)
    if origin is tuple:
        return tuple(_shape(typing.get_args(want)[0], v) for v in _typed(list, value))
    if origin is dict:
        return dict(_typed(dict, value))
    if is_dataclass(want):
        body = _typed(dict, value)
        hints = _hints(typing.cast(type, want))
        return typing.cast(Any, want)(
            **{f.name: _shape(hints[f.name], body[f.name]) for f in fields(want) if f.name in body}
        )
    return _shape_scalar(want, value)


def _shape_union(want: Any, value: Json) -> Any:
    args = typing.get_args(want)
    if value is None and type(None) in args:
        return None
    inner = [a for a in args if a is not type(None)]
    return _shape(inner[0], value) if len(inner) == 1 else value


def _shape_scalar(want: Any, value: Json) -> Any:
    if want is datetime:
        at = datetime.fromisoformat(_typed(str, value))
        if at.tzinfo is None:
            raise ValueError(value)
        return at
    if want is date:
        return date.fromisoformat(_typed(str, value))
    if issubclass(want, StrEnum):
        return want(_typed(str, value))
    if want is float and type(value) is int:
        return float(value)
    return _typed(want, value)


def _typed(want: type, value: Any) -> Any:
    if type(value) is not want:
        raise TypeError(want.__name__)
    return value
