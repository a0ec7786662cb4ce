"""The registry's desk: takes any sealed bundle and gives the answer.

Page, wire and stick all come here, so that the same bytes do the same everywhere.
"""

from dataclasses import dataclass, field

from intake.errors import BundleRefused
from intake.store import Store
from intake.sync.bundle import open_bundle
from intake.sync.enrol import take_request
from intake.sync.receive import Arrival, take_entries
from intake.sync.reply import answer_pull, make_receipt
from intake.sync.statement import BundlePurpose


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of a bundle: its purpose, whose it was, counts, the answer."""

    purpose: str
    device: str
    added: int = 0
    seq: int = 0
    ahead_s: int = 0
    cases: tuple[str, ...] = ()
    answer: bytes = field(default=b"", repr=False)


def push(store: Store, data: bytes, arrival: Arrival) -> Handled:
    """Take in entries; the answer is the receipt."""
    taken = take_entries(store, data, arrival)
    return Handled(
        purpose=BundlePurpose.ENTRIES.value,
        device=taken.device,
        added=taken.added,
        seq=taken.head.seq,
        ahead_s=taken.ahead_s,
        cases=taken.cases,
        answer=make_receipt(store, taken.device, at=arrival.at, ahead_s=taken.ahead_s),
    )


def pull(store: Store, data: bytes, arrival: Arrival) -> Handled:
    """Answer with a receipt and the replies that the laptop does not hold yet."""
    answer = answer_pull(store, data, at=arrival.at)
    return Handled(purpose=BundlePurpose.PULL.value, device="", answer=answer)


def enrol(store: Store, data: bytes, arrival: Arrival) -> Handled:
    """Note a laptop that asks to be let in; the answer is empty: people answer that."""
    device = take_request(store, data, at=arrival.at)
    return Handled(purpose=BundlePurpose.ENROL.value, device=device.id)


BY_ACTION = {"push": push, "pull": pull, "enrol": enrol}
"""What may be asked for over the wire."""

_BY_PURPOSE = {
    BundlePurpose.ENTRIES.value: push,
    BundlePurpose.PULL.value: pull,
    BundlePurpose.ENROL.value: enrol,
}


def take_any(store: Store, data: bytes, arrival: Arrival) -> Handled:
    """Take a file from a stick; what it is for stands inside the seal."""
    purpose = str(open_bundle(data, recipient=store.identity).statement["purpose"])
    if purpose not in _BY_PURPOSE:
        raise BundleRefused(why="purpose")
    return _BY_PURPOSE[purpose](store, data, arrival)
