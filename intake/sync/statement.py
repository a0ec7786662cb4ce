"""What a bundle says about itself, in a closed and strict shape.

A newer sender may say more under further names; what we know must fit exactly.
"""

import re
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from intake.domain.statement import Json
from intake.errors import BundleRefused, BundleTorn
from intake.security.chain import MAX_SEQ


class BundlePurpose(StrEnum):
    """What a bundle is for; it is taken for nothing else."""

    ENTRIES = "entries"
    RECEIPT = "receipt"
    ENROL = "enrol"
    PULL = "pull"
    REPLY = "reply"


CARRY_ENTRIES = frozenset({BundlePurpose.ENTRIES, BundlePurpose.REPLY})
# Some weeks of one laptop's work; more goes as several bundles.
CAP = 64 * 1024 * 1024
# Requests and receipts are small, and an enrolment comes from a stranger.
_SMALL_CAP = 1024 * 1024


def cap_of(purpose: Json) -> int:
    """How large the content of a bundle for this purpose may become."""
    return CAP if purpose in CARRY_ENTRIES else _SMALL_CAP


def check_statement(value: Json) -> dict[str, Json]:
    """The statement; raises `BundleTorn`, or `BundleRefused` (unknown purpose)."""
    if not isinstance(value, dict) or not all(map(_is_flat, value.values())):
        raise BundleTorn(part="statement")
    for name, fits in _SHAPES.items():
        if name not in value or not fits(value[name]):
            raise BundleTorn(part="statement", field=name)
    if value["purpose"] not in set(BundlePurpose):
        raise BundleRefused(why="purpose")
    return value


def _text(pattern: str) -> Callable[[Json], bool]:
    shape = re.compile(pattern)
    return lambda value: isinstance(value, str) and shape.fullmatch(value) is not None


def _is_flat(value: Json) -> bool:
    return not isinstance(value, (dict, list))


def _is_count(value: Json) -> bool:
    return type(value) is int and 0 <= value <= MAX_SEQ


def _is_moment(value: Json) -> bool:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) and value.isascii() else None
    except ValueError:
        return False
    return at is not None and at.tzinfo is not None


_DEVICE = r"[0-9a-f]{32}"
_HASH = _text(r"[0-9a-f]{64}")
_SHAPES: dict[str, Callable[[Json], bool]] = {
    "purpose": _text(r"[a-z][a-z-]{0,31}"),
    "device": _text(_DEVICE),
    "recipient": _text(_DEVICE),
    "chain": _text(rf"({_DEVICE}(\.{_DEVICE})?)?"),
    "first": _is_count,
    "last": _is_count,
    "count": _is_count,
    "head": _HASH,
    "made": _is_moment,
    "bundle": _text(r"[0-9a-f]{32}"),
    "sealed_to": _text(r"[0-9a-f]{16}"),
    "lines": _is_count,
    "payload": _HASH,
}
