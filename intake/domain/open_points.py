"""What of a person does not fit together: each a question to put, never a verdict.

Statements that differ, the person's own and other people's; ties told in another word; and
times that no reading brings together. What everything turns on comes first. A place under
two of its names, linked to one place of a list, is no difference.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from intake.domain.codes import StayRole, Tie
from intake.domain.contradiction import contradictions
from intake.domain.individual import Individual
from intake.domain.place import place_link
from intake.domain.plausibility import PATH as KEPT
from intake.domain.questions import QUESTIONS
from intake.domain.relative import RELATIVE, from_json
from intake.domain.statement import Json, Said, current
from intake.domain.stay import PATH as STAYS
from intake.domain.stay import Stay, stays
from intake.domain.timeline import span, untimely

TIMES = "times."
"""What keys of points about times begin with; a code follows."""

TWO_PLACES = TIMES + "two-places"
_NOT_LIVED_IN = (StayRole.BIRTH, StayRole.WORK, StayRole.TRANSIT, StayRole.INTENDED)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing to clear up: its key, the question it is about, and who said what.

    `tells_of_others` where somebody else than the person, or another record, said a part.
    """

    key: str
    path: str
    said: tuple[Said, ...]
    tells_of_others: bool = False

    @property
    def is_central(self) -> bool:
        """Whether a main fact turns on it; times and side matters never do."""
        return self.key in QUESTIONS and QUESTIONS[self.key].material


def open_points(person: Individual) -> tuple[OpenPoint, ...]:
    """Everything that does not fit together, central points first."""
    said = [*person.said, *person.others]
    differing = {path: tuple(few) for path, few in contradictions(said).items()}
    ties = _ties(person)
    if ties:
        differing[RELATIVE] = tuple(ties)
    found = [
        OpenPoint(path, path, few, any(one in person.others for one in few))
        for path, few in differing.items()
    ]
    found.sort(key=lambda point: not point.is_central)
    return (*found, *_times(person))


def open_paths(person: Individual) -> dict[str, list[str]]:
    """The questions of the record that points are about, with the ids of statements."""
    found: dict[str, list[str]] = {}
    for point in open_points(person):
        ids = found.setdefault(point.path, [])
        ids += [s.statement.id for s in point.said if s.statement.id not in ids]
    return found


def _ties(person: Individual) -> list[Said]:
    """Ties for which the other one has no word that the person uses, with the person's own."""
    own, theirs = _by_other(person.said), _by_other(person.others)
    found: list[Said] = []
    for other, told in theirs.items():
        mine = own.get(other, {})
        strange = [said for word, said in told.items() if word not in {*mine, Tie.UNKNOWN}]
        if strange and set(mine) - {Tie.UNKNOWN}:
            found += [*mine.values(), *strange]
    return found


def _by_other(said: Iterable[Said]) -> dict[str, dict[Tie, Said]]:
    """Standing ties to members of the group, by whom and by word."""
    found: dict[str, dict[Tie, Said]] = {}
    for one in current(list(said)):
        relative = from_json(one.statement.value) if one.statement.path == RELATIVE else None
        if relative is not None and relative.to:
            found.setdefault(relative.to, {})[relative.tie] = one
    return found


def _times(person: Individual) -> Iterator[OpenPoint]:
    """One point for each kind of doubt about times that was not asked and kept before."""
    kept = {
        (s.statement.value, s.statement.source_ref)
        for s in person.current(KEPT)
        if s.statement.value is not None
    }
    by_code: dict[str, list[str]] = {}
    for doubt, line in untimely(person):
        if (doubt.value, line) not in kept:
            by_code.setdefault(doubt.value, []).append(line)
    for code, lines in by_code.items():
        said = tuple(s for s in person.said if s.statement.id in lines)
        if said:
            born = person.answer("birth") if code in _OF_BIRTH else None
            yield OpenPoint(
                TIMES + code, said[0].statement.path, (*said, *([born] if born else ()))
            )
    apart = list(dict.fromkeys(line for pair in _two_places(person) for line in pair))
    if apart:
        said = tuple(s for s in person.said if s.statement.id in apart)
        yield OpenPoint(TWO_PLACES, STAYS, said)


_OF_BIRTH = ("before-birth", "school-too-early")


def _two_places(person: Individual) -> Iterator[tuple[str, str]]:
    """Lines that certainly say one time for two places that are certainly far apart."""
    lived = [(line, stay) for line, stay in stays(person) if stay.role not in _NOT_LIVED_IN]
    for (one, first), (other, second) in combinations(lived, 2):
        if _at_one_time(first, second) and _far(first.place, second.place):
            yield one, other


def _at_one_time(first: Stay, second: Stay) -> bool:
    """Whether both lasted on some day, on every reading of their dates."""
    spans = [(span(stay.began), span(stay.ended)) for stay in (first, second)]
    begun = [began.latest for began, _ in spans if began is not None]
    over = [ended.earliest for _, ended in spans if ended is not None]
    return len(begun) == len(over) == len(spans) and max(begun) < min(over)


def _far(first: Json, second: Json) -> bool:
    """Whether two places lie in two countries, or in two areas of a list; else unknown."""
    a, b = place_link(first), place_link(second)
    if a is not None and b is not None and a.country == b.country:
        return bool(a.area and b.area) and a.area != b.area
    here, there = _country(first), _country(second)
    return bool(here and there) and here != there


def _country(place: Json) -> str:
    link = place_link(place)
    told = place.get("country") if isinstance(place, dict) else None
    return link.country if link else str(told or "")
