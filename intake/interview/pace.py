"""How long an interview has gone on: a break or an end that is due is only said."""

from dataclasses import dataclass
from datetime import datetime

from intake.interview.conduct import Limits

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds talked in all today and since the last break, beside the limits."""

    talked_s: int
    since_break_s: int
    limits: Limits

    @property
    def minutes(self) -> int:
        """Whole minutes talked today."""
        return self.talked_s // _MINUTE

    @property
    def is_over(self) -> bool:
        """Whether the most this person should be asked in one day is reached."""
        return self.talked_s >= self.limits.minutes * _MINUTE

    @property
    def is_break_due(self) -> bool:
        """Whether a break is due; not said any more once the time is over."""
        return not self.is_over and self.since_break_s >= self.limits.break_every * _MINUTE


def pace(talked_s: int, running_since: str, now: datetime, limits: Limits) -> Pace:
    """Count the time of a running interview; a paused one stands still."""
    since = 0
    if running_since:
        since = max(0, int((now - datetime.fromisoformat(running_since)).total_seconds()))
    return Pace(talked_s + since, since, limits)
