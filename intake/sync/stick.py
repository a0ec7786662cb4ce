"""The stick: the same bundles as files, for places without a network, both roles.

A file name tells nothing: no place, no laptop, no date. Files are written to
`*.part`, flushed and renamed, so that a stick pulled out too early is noticed.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from intake.domain.event import BundleMade
from intake.errors import BundleRefused, BundleTorn, NotFound
from intake.store import Store
from intake.sync.bundle import CAP, write_file
from intake.sync.desk import Handled, take_any
from intake.sync.enrol import make_request
from intake.sync.outbox import is_approved, keep_problem, note_contact
from intake.sync.parcel import SYSTEM, reply_chain
from intake.sync.receive import Arrival, OnReceived
from intake.sync.reply import Answer, make_reply, take_reply
from intake.sync.send import STICK, Limits, bundle_id, make_push, note_sent, start

CHANNEL: Final = "stick"
_SLACK: Final = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Export:
    """Bundles ready for a stick; `request` when the laptop asks to be let in first."""

    bundles: tuple[bytes, ...] = field(repr=False)
    request: bool = False


def neutral_name() -> str:
    """A file name that tells nothing and meets no other."""
    return f"intake-{secrets.token_hex(4)}.bundle"


def export_work(store: Store, *, at: datetime, by: str = SYSTEM, limits: Limits = STICK) -> Export:
    """At the laptop: all without a receipt, or at first the request to be let in.

    More than one bundle comes only from very much work; they are taken in order.
    """
    if not is_approved(store):
        return Export((make_request(store, at=at),), request=True)
    after, bundles = start(store), []
    while push := make_push(store, after, at=at, limits=limits):
        note_sent(store, push, channel=CHANNEL, at=at, by=by)
        bundles.append(push.bundle)
        after = push.last
    if not bundles:
        raise NotFound(thing="work")
    return Export(tuple(bundles))


def import_reply(store: Store, data: bytes, *, at: datetime, by: str = SYSTEM) -> Answer:
    """At the laptop: take in what came back on a stick."""
    answer = take_reply(store, data, at=at, channel=CHANNEL, by=by)
    note_contact(store, answer.ahead_s, at=at)
    keep_problem(store, None, at=at)
    return answer


def export_reply(store: Store, device: str, *, at: datetime, by: str = SYSTEM) -> bytes:
    """At the registry: receipt and replies for one laptop."""
    bundle = make_reply(store, device, at=at)
    seq = store.head(reply_chain(store.own_chain, device)).seq
    event = BundleMade(bundle=bundle_id(bundle), channel=CHANNEL, last_seq=seq, by=by, at=at)
    store.record(event)
    return bundle


def import_bundle(
    store: Store, data: bytes, *, at: datetime, on_received: OnReceived | None = None
) -> Handled:
    """At the registry: take in work or a request that came on a stick."""
    return take_any(store, data, Arrival(at, CHANNEL, on_received))


def save(folder_or_file: Path, bundles: Sequence[bytes]) -> list[Path]:
    """Write bundles, the second and later ones with a number; gives the paths."""
    first = folder_or_file / neutral_name() if folder_or_file.is_dir() else folder_or_file
    paths = [
        first if number == 1 else first.with_name(f"{first.stem}-{number}{first.suffix}")
        for number in range(1, len(bundles) + 1)
    ]
    for path, bundle in zip(paths, bundles, strict=True):
        write_file(path, bundle)
    return paths


def load(file: Path) -> bytes:
    """Read a bundle from a stick; raises `NotFound`, `BundleTorn`, `BundleRefused`."""
    try:
        if file.stat().st_size > CAP + _SLACK:
            raise BundleRefused(why="size")
        return file.read_bytes()
    except FileNotFoundError:
        raise NotFound(thing="file") from None
    except OSError as error:
        raise BundleTorn(part="file") from error
