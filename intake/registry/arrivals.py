"""How far each laptop has come: what it sent, when, and what goes back."""

from dataclasses import dataclass

from intake.domain.codes import DeviceStatus
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
            takes_reply=bool(device.approved_by),
        )
        for device in store.devices.everyone()
    ]
