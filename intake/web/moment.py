"""The field for a day and a time of day at this place."""

import re
from datetime import date, datetime

from intake.domain.statement import Json
from intake.errors import DateInvalid
from intake.i18n import lazy_gettext as _l
from intake.web.fields import Answer, AskField

_DAY = re.compile(r"2\d{3}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"\d{2}:\d{2}", re.ASCII)


class MomentField(AskField):
    """A day, and the time on that day; both or neither."""

    kind = "moment"
    parts = ("text", "time")

    def read(self) -> Json:
        """The moment as text with its offset; raises DateInvalid for half of one."""
        day, time = self.cleaned("text"), self.cleaned("time")
        if not day and not time:
            return None
        return at_this_place(day, time).isoformat()

    def show(self, known: Answer) -> dict[str, str]:
        """The day and the time, as the clock of this place shows them."""
        if not known.value:
            return {}
        here = datetime.fromisoformat(str(known.value)).astimezone()
        return {"text": here.date().isoformat(), "time": here.strftime("%H:%M")}

    @property
    def moment(self) -> datetime | None:
        """The moment that was given."""
        return datetime.fromisoformat(str(self.answer.value)) if self.answer.value else None


class DayField(AskField):
    """A day without a time, ahead of us."""

    kind = "moment"
    parts = ("text",)

    @property
    def day(self) -> date | None:
        """The day that was given."""
        return date.fromisoformat(str(self.answer.value)) if self.answer.value else None

    def read(self) -> Json:
        """The day as text; raises DateInvalid."""
        day = self.cleaned("text")
        return at_this_place(day, "12:00").date().isoformat() if day else None


def at_this_place(day: str, time: str) -> datetime:
    """Read "2026-12-01" and "10:30" by the clock of this place; raises DateInvalid."""
    if not _DAY.fullmatch(day) or not _TIME.fullmatch(time):
        raise DateInvalid(part="moment")
    try:
        return datetime.fromisoformat(f"{day}T{time}").astimezone()
    except ValueError as error:
        raise DateInvalid(part="moment") from error


def only_until() -> DayField:
    """The field for the last day of all that is newly agreed to on a page."""
    return DayField(
        _l("They agree only until"),
        hint=_l("For what they agree to now; that day counts too. Leave it empty for no end."),
    )
