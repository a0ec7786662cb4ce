"""What the data-protection officer sees: who looked how often, never at what."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from intake.store import Store
from intake.store.cases import View

MANY = 30
"""Records opened by one person in an hour that somebody should ask about (DP-14)."""

_HOUR = timedelta(hours=1)
_DAYS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Looker:
    """One person of the staff: records opened and searches made in 30 days."""

    user: str
    records: int
    searches: int
    most_in_an_hour: int

    @property
    def is_many(self) -> bool:
        """Whether somebody should ask why there were so many."""
        return self.most_in_an_hour > MANY


def lookers(store: Store, now: datetime) -> list[Looker]:
    """Who looked in the last 30 days, those with most records in an hour first."""
    views = store.oversight.views(since=(now - _DAYS).isoformat(), limit=100_000)
    by_user: dict[str, list[View]] = {}
    for view in views:
        by_user.setdefault(view.by, []).append(view)
    found = [_looker(user, seen) for user, seen in by_user.items()]
    return sorted(found, key=lambda looker: (-looker.most_in_an_hour, looker.user))


def _looker(user: str, seen: Sequence[View]) -> Looker:
    opened = [datetime.fromisoformat(v.at) for v in seen if v.individual]
    return Looker(user, len(opened), len(seen) - len(opened), _most_in_an_hour(opened))


def _most_in_an_hour(times: Sequence[datetime]) -> int:
    """The most of these moments that lie within one hour."""
    ordered, start, most = sorted(times), 0, 0
    for end, moment in enumerate(ordered):
        while moment - ordered[start] > _HOUR:
            start += 1
        most = max(most, end - start + 1)
    return most


def purposes(store: Store, now: datetime) -> list[tuple[str, int]]:
    """How often each purpose was given in 30 days, most frequent first."""
    views = store.oversight.views(since=(now - _DAYS).isoformat(), limit=100_000)
    return Counter(view.purpose for view in views).most_common()
