"""When was it? Answers to easy questions narrow the days of birth.

Every answer is kept with the days it speaks of, so that a reviewer sees how the range
arose. An answer that does not fit those before is kept too and narrows nothing: it is
a question for the interview, never a verdict.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from intake.domain.codes import Basis, Precision
from intake.domain.edtf import OLDEST, edtf_between, years_after, years_before
from intake.domain.partial_date import PartialDate
from intake.domain.statement import Json
from intake.errors import DateInvalid

# Nearly every child walks alone between the ninth month and the second birthday.
_WALKS_FROM, _WALKS_BY = timedelta(days=270), 2
# Wide on purpose: school begins late and lasts long where there is war.
_SCHOOL_FROM, _SCHOOL_BY, _SCHOOL_TO, _SCHOOL_DONE = 5, 9, 20, 10
_DAY = timedelta(days=1)
_MOST_YEARS = 90

Days = tuple[date, date]


class Asking(StrEnum):
    """The easy questions, in the order in which they are asked."""

    EVENT = "event"
    SEASON = "season"
    OTHER = "other"
    WALKED = "walked"
    SCHOOL = "school"
    BEFORE = "said-before"


class Reply(StrEnum):
    """What can be answered; "unknown" is an answer and narrows nothing."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    IN_IT = "in-it"
    OLDER = "older"
    YOUNGER = "younger"
    SAME_AGE = "same-age"
    YES = "yes"
    NOT_YET = "not-yet"
    FINISHED = "finished"
    UNKNOWN = "unknown"


REPLIES: dict[Asking, tuple[Reply, ...]] = {
    Asking.EVENT: (Reply.BEFORE, Reply.DURING, Reply.AFTER, Reply.UNKNOWN),
    Asking.SEASON: (Reply.IN_IT, Reply.UNKNOWN),
    Asking.OTHER: (Reply.OLDER, Reply.YOUNGER, Reply.SAME_AGE, Reply.UNKNOWN),
    Asking.WALKED: (Reply.YES, Reply.NOT_YET, Reply.UNKNOWN),
    Asking.SCHOOL: (Reply.YES, Reply.NOT_YET, Reply.FINISHED, Reply.UNKNOWN),
    Asking.BEFORE: (Reply.IN_IT,),
}


@dataclass(frozen=True, slots=True)
class Link:
    """One answer of the chain.

    `about` is the id of a happening or season, or the name of the other person;
    `first` and `last` the days of what it speaks of; `years` how much older or younger;
    `months` those of a season. `fits` is false where it does not fit those before.
    """

    ask: Asking
    reply: Reply
    about: str = ""
    first: date | None = None
    last: date | None = None
    years: int | None = None
    months: tuple[int, int] | None = None
    fits: bool = True

    def __post_init__(self) -> None:
        if self.reply not in REPLIES[self.ask]:
            raise DateInvalid(part="chain")
        if self.years is not None and not 0 <= self.years <= _MOST_YEARS:
            raise DateInvalid(part="age")

    @property
    def days(self) -> Days | None:
        """The days of what the answer speaks of."""
        return (self.first, self.last) if self.first and self.last else None

    def to_json(self) -> dict[str, Json]:
        """The answer as a statement keeps it; what is not known is left out."""
        kept: dict[str, Json] = {"ask": self.ask.value, "reply": self.reply.value}
        if self.about:
            kept["about"] = self.about
        if self.days:
            kept |= {"first": self.days[0].isoformat(), "last": self.days[1].isoformat()}
        if self.years is not None:
            kept["years"] = self.years
        if self.months:
            kept["months"] = list(self.months)
        return kept if self.fits else {**kept, "fits": False}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The answers, each with whether it fits, and the days of birth that they leave."""

    links: tuple[Link, ...]
    earliest: date
    latest: date

    @property
    def is_narrower(self) -> bool:
        """Whether any answer told anything."""
        return any(link.fits and link.reply is not Reply.UNKNOWN for link in self.links)


def link_from_json(value: Json) -> Link:
    """Read a kept answer; raises `DateInvalid` for any other shape."""
    if not isinstance(value, dict):
        raise DateInvalid(part="chain")
    try:
        months, years = value.get("months"), value.get("years")
        return Link(
            ask=Asking(str(value.get("ask"))),
            reply=Reply(str(value.get("reply"))),
            about=str(value.get("about") or ""),
            first=_day(value.get("first")),
            last=_day(value.get("last")),
            years=years if isinstance(years, int) else None,
            months=_months(months) if isinstance(months, list) else None,
            fits=value.get("fits") is not False,
        )
    except ValueError as error:
        raise DateInvalid(part="chain") from error


def chain_of(value: Json) -> tuple[Link, ...]:
    """The answers behind a stored date; none for a date that was said outright."""
    kept = value.get("chain") if isinstance(value, dict) else None
    return tuple(link_from_json(link) for link in kept) if isinstance(kept, list) else ()


def narrow(links: Iterable[Link], on: date) -> Narrowing:
    """Take the answers one by one; seasons last, for they repeat every year."""
    asked = list(enumerate(links))
    asked.sort(key=lambda one: one[1].ask is Asking.SEASON)
    earliest, latest = years_before(on, OLDEST), on
    judged: dict[int, Link] = {}
    for at, link in asked:
        first, last = _allowed(link, (earliest, latest))
        fits = max(earliest, first) <= min(latest, last)
        if fits:
            earliest, latest = max(earliest, first), min(latest, last)
        judged[at] = replace(link, fits=fits)
    return Narrowing(tuple(judged[at] for at in sorted(judged)), earliest, latest)


def narrowed_date(links: Iterable[Link], on: date) -> PartialDate:
    """The date of birth with its chain; raises `DateInvalid` when nothing was told."""
    found = narrow(links, on)
    if not found.is_narrower:
        raise DateInvalid(part="chain")
    return PartialDate(
        edtf_between(found.earliest, found.latest),
        found.earliest,
        found.latest,
        Precision.RANGE,
        basis=_basis(found.links),
        chain=tuple(link.to_json() for link in found.links),
    )


def _basis(links: Iterable[Link]) -> Basis:
    told = {link.ask for link in links if link.fits and link.reply is not Reply.UNKNOWN}
    if told <= {Asking.OTHER, Asking.BEFORE}:
        return Basis.SIBLING_ORDER if Asking.OTHER in told else Basis.EVENT_CALENDAR
    return Basis.SCHOOL_GRADE if told <= {Asking.SCHOOL, Asking.BEFORE} else Basis.EVENT_CALENDAR


def _allowed(link: Link, now: Days) -> Days:
    """The days of birth an answer leaves of those that are left now."""
    if link.reply is Reply.UNKNOWN:
        return now
    if link.ask is Asking.SEASON:
        return _in_season(link.months or (1, 12), now)
    if link.days is None:
        return now
    return _ALLOWED[link.ask](link, link.days, now)


def _by_event(link: Link, days: Days, now: Days) -> Days:
    if link.reply is Reply.BEFORE:
        return now[0], days[0] - _DAY
    return (days[1] + _DAY, now[1]) if link.reply is Reply.AFTER else days


def _by_other(link: Link, days: Days, now: Days) -> Days:
    """A said number of years is worth a year either way."""
    first, last = days
    if link.reply is Reply.SAME_AGE:
        return years_before(first, 1), years_after(last, 1)
    most, least = (link.years or 0) + 1, max(0, (link.years or 0) - 1)
    if link.reply is Reply.OLDER:
        since = now[0] if link.years is None else years_before(first, most)
        return since, years_before(last, least)
    until = now[1] if link.years is None else years_after(last, most)
    return years_after(first, least), until


def _by_walking(link: Link, days: Days, now: Days) -> Days:
    if link.reply is Reply.YES:
        return now[0], days[1] - _WALKS_FROM
    return years_before(days[0], _WALKS_BY), now[1]


def _by_school(link: Link, days: Days, now: Days) -> Days:
    if link.reply is Reply.YES:
        return years_before(days[0], _SCHOOL_TO), years_before(days[1], _SCHOOL_FROM)
    if link.reply is Reply.FINISHED:
        return now[0], years_before(days[1], _SCHOOL_DONE)
    return years_before(days[0], _SCHOOL_BY), now[1]


def _as_said(_link: Link, days: Days, _now: Days) -> Days:
    return days


_ALLOWED = {
    Asking.EVENT: _by_event,
    Asking.OTHER: _by_other,
    Asking.WALKED: _by_walking,
    Asking.SCHOOL: _by_school,
    Asking.BEFORE: _as_said,
}


def _in_season(months: tuple[int, int], now: Days) -> Days:
    """From the first such season that is left to the last one."""
    begin, end = months
    found = []
    for year in range(now[0].year - 1, now[1].year + 1):
        until = year + (end < begin)
        season = date(year, begin, 1), date(until, end, monthrange(until, end)[1])
        if season[0] <= now[1] and now[0] <= season[1]:
            found.append(season)
    return (found[0][0], found[-1][1]) if found else (now[1], now[0] - _DAY)


def _day(text: Json) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _months(listed: list[Json]) -> tuple[int, int]:
    begin, end = (int(str(month)) for month in listed)
    if not (1 <= begin <= 12 and 1 <= end <= 12):
        raise ValueError(begin)
    return begin, end
