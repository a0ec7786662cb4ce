"""The easy questions about the time of birth: one small form for each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from intake.domain.calendars import gregorian_span
from intake.domain.codes import Calendar
from intake.domain.individual import Individual
from intake.domain.narrowing import REPLIES, Asking, Days, Link, Reply
from intake.domain.partial_date import from_json
from intake.domain.remembered import Happening, Pack
from intake.field.reading import called
from intake.i18n import Lazy, gettext, pgettext
from intake.i18n import lazy_gettext as _l
from intake.web.arising import remembered
from intake.web.fields import Answer, ChoiceField, CountField, TextField
from intake.web.forms import BaseForm

_FEW = 4
_YEAR, _MOST_YEARS = 9999, 90
_UNKNOWN = Reply.UNKNOWN.value

ASKED: dict[Asking, Lazy] = {
    Asking.EVENT: _l("Were you born before or after this?"),
    Asking.SEASON: _l("In which season were you born?"),
    Asking.OTHER: _l("Who is older, you or somebody you know well?"),
    Asking.WALKED: _l("Could you walk already when this happened?"),
    Asking.SCHOOL: _l("Did you go to school when this happened?"),
}
"""As they are put to the person."""

SHORT: dict[Asking, Lazy] = {
    Asking.EVENT: _l("Before or after"),
    Asking.SEASON: _l("Season"),
    Asking.OTHER: _l("Older or younger"),
    Asking.WALKED: _l("First steps"),
    Asking.SCHOOL: _l("School"),
}

REPLY_WORDS: dict[Reply, Lazy] = {
    Reply.BEFORE: _l("Before it"),
    Reply.DURING: _l("At that time"),
    Reply.AFTER: _l("After it"),
    Reply.OLDER: _l("The person is older"),
    Reply.YOUNGER: _l("The person is younger"),
    Reply.SAME_AGE: _l("About the same age"),
    Reply.YES: _l("Yes"),
    Reply.NOT_YET: _l("Not yet"),
    Reply.FINISHED: _l("School was over by then"),
    Reply.UNKNOWN: _l("Does not know"),
}


class AskedForm(BaseForm):
    """One easy question; its `link()` is the answer as the chain keeps it."""

    def __init__(self, formdata: Any, asking: Asking, data: Any = None) -> None:
        self.asking = asking
        super().__init__(formdata, data=data)

    def process(self, *args: Any, **named: Any) -> None:
        """Offer what can be chosen before the answer is read."""
        self.offer()
        super().process(*args, **named)

    def offer(self) -> None:
        """Put the choices in."""


class EventForm(AskedForm):
    """A question that speaks of a happening: before or after, walking, school."""

    about = ChoiceField(_l("What happened"), radios_up_to=0, needed=True)
    reply = ChoiceField(_l("Answer"), needed=True)

    def __init__(self, formdata: Any, asking: Asking, offered: Sequence[Happening]) -> None:
        self.by_id = {happening.id: happening for happening in offered}
        super().__init__(formdata, asking, {"about": Answer(middle(offered))})

    def offer(self) -> None:
        """The happenings that still narrow, oldest first, and the replies."""
        self.about.choices = [(code, remembered(code)) for code in self.by_id]
        self.reply.choices = _replies(self.asking)

    def link(self) -> Link:
        """The reply with the days of what happened."""
        happening = self.by_id[str(self.about.answer.value)]
        reply = Reply(str(self.reply.answer.value))
        return Link(self.asking, reply, happening.id, *happening.days)


class SeasonForm(AskedForm):
    """A question for the season, as seasons are called there."""

    about = ChoiceField(_l("Answer"), radios_up_to=9, needed=True)

    def __init__(self, formdata: Any, asking: Asking, pack: Pack) -> None:
        self.pack = pack
        super().__init__(formdata, asking)

    def offer(self) -> None:
        """The seasons of the region."""
        seasons = [(one.id, pgettext("event", one.label)) for one in self.pack.seasons]
        self.about.choices = [*seasons, (_UNKNOWN, REPLY_WORDS[Reply.UNKNOWN])]

    def link(self) -> Link:
        """The season with its months."""
        season = self.pack.season(str(self.about.answer.value))
        if season is None:
            return Link(self.asking, Reply.UNKNOWN)
        return Link(self.asking, Reply.IN_IT, season.id, months=season.months)


class OtherForm(AskedForm):
    """A question for somebody older or younger: of the group, or anybody else."""

    member = ChoiceField(_l("Somebody of this group"), radios_up_to=_FEW)
    name = TextField(_l("Somebody else: a name, or who it is"), limit=100)
    born = CountField(_l("The year in which that one was born"), most=_YEAR)
    reply = ChoiceField(_l("Answer"), needed=True)
    years = CountField(_l("By how many years, if known"), most=_MOST_YEARS)

    def __init__(self, formdata: Any, asking: Asking, members: Sequence[Individual]) -> None:
        self.known = {m.id: m for m in members if m.value("birth") is not None}
        super().__init__(formdata, asking)

    def offer(self) -> None:
        """The members whose birth is told, and the replies."""
        self.member.choices = [(m.id, called(m)) for m in self.known.values()]
        self.reply.choices = _replies(self.asking)

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for whom and, for a stranger, the year."""
        fine = bool(super().validate(extra_validators))
        if self.member.answer.value is None and not self._is_stranger():
            words = gettext("Choose somebody of the group, or write who it is and the year.")
            self.name.errors = [*self.name.errors, words]
            return False
        return fine

    def _is_stranger(self) -> bool:
        has_year = self.born.answer.value is not None
        is_unknown = self.reply.answer.value == _UNKNOWN
        return bool(self.name.answer.value) and (has_year or is_unknown)

    def link(self) -> Link:
        """The reply with the days of birth of the other one."""
        member = self.known.get(str(self.member.answer.value))
        about = called(member) if member else str(self.name.answer.value)
        first, last = _days(member, self.born.answer.value)
        years, reply = self.years.answer.value, Reply(str(self.reply.answer.value))
        counts = isinstance(years, int) and reply in (Reply.OLDER, Reply.YOUNGER)
        return Link(self.asking, reply, about, first, last, int(str(years)) if counts else None)


EasyForm = EventForm | SeasonForm | OtherForm
"""Any of them."""


def middle(offered: Sequence[Happening]) -> str | None:
    """The happening that halves what is left, proposed first."""
    return offered[len(offered) // 2].id if offered else None


def _replies(asking: Asking) -> list[tuple[str, str | Lazy]]:
    return [(reply.value, REPLY_WORDS[reply]) for reply in REPLIES[asking]]


def _days(member: Individual | None, year: object) -> tuple[date | None, date | None]:
    if member is not None:
        born = from_json(member.value("birth"))
        return born.earliest, born.latest
    if isinstance(year, int):
        return gregorian_span(Calendar.GREGORIAN, year)
    return None, None


def offered(pack: Pack, asking: Asking, left: Days) -> list[Happening]:
    """The happenings that could still narrow the days that are left."""
    return [h for h in pack.happenings if _narrows(asking, h.days, left)]


def _narrows(asking: Asking, days: Days, left: Days) -> bool:
    earliest, latest = left
    if asking is Asking.EVENT:
        return days[0] > earliest and days[1] < latest
    reach = 3 if asking is Asking.WALKED else 20
    return days[0] > earliest and days[0] <= _later(latest, reach)


def _later(day: date, years: int) -> date:
    return date(day.year + years, 12, 31)
