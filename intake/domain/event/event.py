"""What every event carries: its case, who did it, when."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened to which case, by whom, when."""

    kind: ClassVar[str] = "event"
    case: str = ""
    by: str
    at: datetime
