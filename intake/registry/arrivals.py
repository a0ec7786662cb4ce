"""How far each laptop has come: what it sent, when, and what goes back."""

from dataclasses import dataclass

from intake.domain.codes import DeviceStatus
from intake.errors import NotFound
from intake.store import Store
from intake.sync.parcel import reply_chain


@dataclass(frozen=True, slots=True)
class LaptopLine:
    """One laptop: entries held, when it came last, answers written for it."""

    id: str
    label: str
    status: DeviceStatus
    entries: int
    last_seen: str
    answers: int
    takes_reply: bool


@dataclass(frozen=True, slots=True)
class Loss:
    """What the registry can say when a laptop is lost: counts, never whose."""

    line: LaptopLine
    cases: int
    people: int


def loss(store: Store, device: str) -> Loss:
    """Count what came from a laptop before it was lost; raises `NotFound`."""
    found = [line for line in laptops(store) if line.id == device]
    if not found:
        raise NotFound()
    cases, people = store.counts.from_laptop(device)
    return Loss(found[0], cases, people)


def laptops(store: Store) -> list[LaptopLine]:
    """Every laptop that ever asked to be let in, those waiting first."""
    seen: dict[str, str] = {}
    for bundle in store.devices.bundles(limit=10_000):
        if bundle.direction == "in":
            seen.setdefault(bundle.device, bundle.at)
    return [
        LaptopLine(
            id=device.id,
            label=device.label,
            status=device.status,
            entries=store.head(device.id).seq,
            last_seen=seen.get(device.id, ""),
            answers=store.head(reply_chain(store.own_chain, device.id)).seq,
            takes_reply=device.status is DeviceStatus.APPROVED,
        )
        for device in store.devices.everyone()
    ]
