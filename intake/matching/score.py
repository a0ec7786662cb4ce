"""The comparison of two people: each field explained, added up, put in a band.

What relatives share (family name, parents, places, companions) counts only until it
weighs up the prior: after that it tells that these two are of one family, not that they
are one person. Only what is the person's own (given name, birth, sex, spouse) lifts a
pair above that. So a brother or sister is not taken for the one who was registered, nor,
where neither birth nor parents tell, a son named as his father (see `levelling`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from intake.matching.compare import (
    compare_birth,
    compare_companions,
    compare_place,
    compare_sex,
    names_of,
)
from intake.matching.compare_names import compare_name, compare_relative, father_of
from intake.matching.evidence import Evidence, Finding, not_known, weigh
from intake.matching.levelling import Kept, ceiling, level
from intake.matching.person import Companion, Person
from intake.matching.stats import Stats
from intake.matching.weights import NEWEST, Weights
from intake.matching.why import Band, Reason

FIELDS = (
    "name", "sex", "birth", "birth_place", "home_place", "father", "mother", "spouse",
    "group", "lang",
)  # fmt: skip
"""Every field an explanation lists, in the order shown."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much two records speak for one person; it ranks and decides nothing."""

    score: float
    band: Band
    evidence: tuple[Evidence, ...]
    weights_version: str = NEWEST

    @property
    def is_suggested(self) -> bool:
        """Whether duplicate search puts the pair before a person."""
        return self.band is Band.MANY


class Start(NamedTuple):
    """A comparison begun: the person's own facts, before family and places."""

    name: Finding
    patronymic: float
    sex: Finding
    birth: Finding
    own: float

    def most(self, stats: Stats) -> float:
        """The score that no answer about family, places and companions can exceed."""
        weights = stats.weights
        spouse = weights["relative.most"] * weights["spouse.agrees"]
        return self.own + max(spouse, 0.0) + max(ceiling(stats), 0.0) + 1.0 + stats.prior


def begin(left: Person, right: Person, stats: Stats) -> Start:
    """Compare name, sex and birth: enough to see whether the rest can matter."""
    name, patronymic = compare_name(left, right, stats)
    sex, birth = compare_sex(left.sex, right.sex), compare_birth(left, right)
    own = sum(weigh(finding.own, stats.weights) for finding in (name, sex, birth))
    return Start(name, patronymic, sex, birth, own)


class Weighed(NamedTuple):
    """A comparison before it is put in rows: what was found, and what it adds up to."""

    findings: tuple[Finding, ...]
    kept: Kept
    score: float

    def told(self, left: Person, along: Sequence[Companion]) -> "Weighed":
        """The same, telling who came along where that was not looked at, for it says nothing."""
        group = not_known("group", names_of(left.companions), names_of(along))
        told = (group if found.field == group.field else found for found in self.findings)
        return self._replace(findings=tuple(told))

    def explained(self, stats: Stats) -> Comparison:
        """The comparison with its rows."""
        weights = stats.weights
        rows = tuple(self.kept.evidence(finding, weights) for finding in self.findings)
        return Comparison(self.score, band_of(self.score, weights), rows, weights.version)


def compare(left: Person, right: Person, stats: Stats, start: Start | None = None) -> Comparison:
    """Compare two people; the same result, sides swapped, the other way round."""
    return weigh_up(left, right, stats, start).explained(stats)


def weigh_up(left: Person, right: Person, stats: Stats, start: Start | None = None) -> Weighed:
    """Compare two people and add up; the rows are made of those worth explaining."""
    findings = find(left, right, stats, start)
    return Weighed(findings, *level(findings, stats))


def band_of(score: float, weights: Weights) -> Band:
    """The band of a weight."""
    if score >= weights["band.many"]:
        return Band.MANY
    return Band.SOME if score >= weights["band.some"] else Band.FEW


def find(
    left: Person, right: Person, stats: Stats, start: Start | None = None
) -> tuple[Finding, ...]:
    """What every field says, in the order of FIELDS, before it is weighed."""
    start = start or begin(left, right, stats)
    birth_place = compare_place("birth_place", left.birth_place, right.birth_place, stats)
    home_place = compare_place("home_place", left.home_place, right.home_place, stats)
    spouse = compare_relative("spouse", left.spouse, right.spouse, stats)
    return (
        start.name,
        start.sex,
        start.birth,
        *_once(birth_place, home_place, stats.weights["place.twice"]),
        _father(left, right, start.patronymic, stats),
        compare_relative("mother", left.mother, right.mother, stats),
        spouse._replace(own=spouse.own + spouse.shared, shared=()) if spouse.known else spouse,
        compare_companions(left, right, stats),
        not_known("lang", left.lang, right.lang, Reason.HINT_ONLY),
    )


def _once(first: Finding, second: Finding, again: float) -> tuple[Finding, Finding]:
    """Born where one lives: of two agreeing places the smaller counts in part."""
    if not (_agrees(first) and _agrees(second)):
        return first, second
    if first.shared[0][1] < second.shared[0][1]:
        return _in_part(first, again), second
    return first, _in_part(second, again)


def _agrees(finding: Finding) -> bool:
    return bool(finding.shared) and finding.shared[0][0].endswith(".agrees")


def _in_part(finding: Finding, part: float) -> Finding:
    return finding._replace(shared=tuple((name, n * part) for name, n in finding.shared))


def _father(left: Person, right: Person, patronymic: float, stats: Stats) -> Finding:
    """The father, also from a patronymic, unless one that agreed has told it already."""
    finding = compare_relative("father", father_of(left), father_of(right), stats)
    if patronymic <= 0 or not _agrees(finding):
        return finding
    told = finding.shared[0][1]
    again = max(told - patronymic, 0) + stats.weights["father.twice"] * min(told, patronymic)
    return finding._replace(shared=(("father.agrees", again),))
