"""What came in and what waits, as counts: for planning, never about a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from intake.domain.codes import IdentityState, InterviewStatus, Purpose
from intake.domain.day_sheet import by_age_and_sex
from intake.domain.figures import Wait, most_common, per_span, safe, spans, wait
from intake.domain.individual import Individual
from intake.domain.place import place_link
from intake.registry.arrivals import LaptopLine, laptops
from intake.registry.settings import fewest_shown
from intake.store import Store

BARS = 31
LINES = 12
PERIODS = (7, 30, 90, 365)
DONE = (IdentityState.DECIDED, IdentityState.COMMENT_WINDOW, IdentityState.FINAL)
"""Whoever stands here waits for nothing that staff have to do, but for a day to come."""

Hidden = int | None
"""A count rounded to five, or None where it is too small to be told."""
Code = TypeVar("Code", InterviewStatus, Purpose)
Origin = tuple[str, str]
"""A country (ISO 3166-1, "" if none was told) and the area of a place chosen from a list."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of one page; those of people's answers are safe to hand on (DP-20)."""

    since: date
    until: date
    fewest: int
    registered: Hidden
    arrivals: Mapping[tuple[date, date], Hidden]
    people: Mapping[tuple[str, str], Hidden]
    origins: Mapping[Origin | str, Hidden]
    area_codes: Mapping[Origin, str]
    languages: Mapping[str, Hidden]
    interviews: Mapping[InterviewStatus, Hidden]
    withdrawn: Mapping[Purpose, Hidden]
    waits: Mapping[IdentityState, Wait]
    pairs: Wait
    laptops: list[LaptopLine]


def figures(store: Store, on: date, days: int, site: str = "") -> Figures:
    """Count the last `days` days, today among them, of one site or of all ("")."""
    since = on - timedelta(days=days - 1)
    period = (since.isoformat(), on.isoformat())
    registered = store.counts.registered(*period, site)
    people = store.cases.outlines(registered, "sex", "birth", "last-residence", "languages")
    per_day = _per_day(registered)
    fewest = fewest_shown(store)
    return Figures(
        since=since,
        until=on,
        fewest=fewest,
        registered=safe({"all": len(registered)}, fewest)["all"],
        arrivals=safe(per_span(per_day, spans(since, on, BARS)), fewest),
        people=safe(by_age_and_sex(people.values(), on), fewest),
        origins=safe(most_common((_origin(one) for one in people.values()), LINES), fewest),
        area_codes=_area_codes(people.values()),
        languages=safe(_most_spoken(people.values()), fewest),
        interviews=_coded(InterviewStatus, store.counts.talks(*period, site), fewest),
        withdrawn=_coded(Purpose, store.counts.withdrawn(*period, site), fewest),
        waits=_waits(store, on, site),
        pairs=wait(_days(store.counts.pairs_waiting(), on)),
        laptops=laptops(store),
    )


def _per_day(registered: Mapping[str, str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for day in registered.values():
        counts[day] = counts.get(day, 0) + 1
    return counts


def _coded(codes: type[Code], counts: Mapping[str, int], fewest: int) -> dict[Code, Hidden]:
    return safe({code: counts[code.value] for code in codes if code.value in counts}, fewest)


def _most_spoken(people: Iterable[Individual]) -> dict[str, int]:
    return most_common((tag for person in people for tag in _tongues(person)), LINES)


def _origin(person: Individual) -> Origin:
    value = person.value("last-residence")
    if not isinstance(value, dict):
        return ("", "")
    link = place_link(value)
    return (link.country, link.area or link.name) if link else (str(value.get("country") or ""), "")


def _area_codes(people: Iterable[Individual]) -> dict[Origin, str]:
    """The P-code of each area, where a list that somebody chose from had one."""
    codes: dict[Origin, str] = {}
    for person in people:
        link = place_link(person.value("last-residence"))
        if link is not None and link.area_pcode:
            codes[_origin(person)] = link.area_pcode
    return codes


def _tongues(person: Individual) -> list[str]:
    value = person.value("languages")
    return [str(tag) for tag in value] if isinstance(value, list) else []


def _waits(store: Store, on: date, site: str) -> dict[IdentityState, Wait]:
    found = store.counts.waiting(site)
    return {
        state: wait(_days(found[state], on))
        for state in IdentityState
        if state in found and state not in DONE
    }


def _days(counts: Mapping[str, int], on: date) -> dict[int, int]:
    """Counts by day as counts by how many days ago."""
    return {(on - date.fromisoformat(day)).days: n for day, n in counts.items()}
