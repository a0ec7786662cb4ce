"""What an answer about a field would weigh for each of several records.

Known before anything is asked, and taken from the same weights as a comparison: a
record is compared with itself to learn what saying the same as it is worth, and with
the others to learn which say the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from intake.matching.evidence import Finding, weigh
from intake.matching.person import Person
from intake.matching.score import find, weigh_up
from intake.matching.stats import Stats
from intake.matching.why import Outcome

DIFFERENCE: Mapping[str, str] = {
    "name": "given.differs",
    "sex": "sex.different",
    # An answer in a talk tells a time, rarely a day.
    "birth": "birth.vague-apart-3",
    "birth_place": "birth_place.differs",
    "home_place": "home_place.differs",
    "father": "father.differs",
    "mother": "mother.differs",
    "spouse": "spouse.differs",
}
"""The weight of a plain difference in each field that somebody can be asked about."""

SHARED = frozenset(("birth_place", "home_place", "father", "mother"))
"""What brothers and sisters share, so that it tells nobody apart from them."""

_MOST = {"birth": "birth.same-year"}


@dataclass(frozen=True, slots=True)
class Worth:
    """Bits of an answer that agrees with a record on a field, or differs.

    Records of one `group` say the same; 0 is what the person asked says already.
    """

    group: int
    agrees: float
    differs: float


@dataclass(frozen=True, slots=True)
class Prospect:
    """One record: its weight, the part of kin among all others, its fields."""

    odds: float
    kin: float
    fields: Mapping[str, Worth]


def prospects(asked: Person, records: Sequence[Person], stats: Stats) -> tuple[Prospect, ...]:
    """What answers of `asked` would weigh for each record.

    A field that a record does not tell is left out.
    """
    groups = _groups(asked, records, stats)
    return tuple(_prospect(asked, record, at, groups, stats) for at, record in enumerate(records))


def _prospect(
    asked: Person, record: Person, at: int, groups: Mapping[str, Sequence[int]], stats: Stats
) -> Prospect:
    weighed = weigh_up(asked, record, stats)
    common = sum(weigh(finding.shared, stats.weights) for finding in weighed.findings)
    relative = 2.0 ** (min(common, 200) + stats.prior + stats.weights["prior.family-below"])
    fields = {}
    for finding in find(record, record, stats):
        if finding.known and finding.field in DIFFERENCE:
            agrees, differs = _bits(finding, stats)
            fields[finding.field] = Worth(groups[finding.field][at], agrees, differs)
    return Prospect(weighed.score, relative / (1 + relative), fields)


def _bits(same: Finding, stats: Stats) -> tuple[float, float]:
    weights = stats.weights
    bits = weigh(same.shared if same.field in SHARED else same.own, weights)
    if same.field in _MOST:
        bits = min(bits, weights[_MOST[same.field]])
    return bits, weights[DIFFERENCE[same.field]]


def _groups(asked: Person, records: Sequence[Person], stats: Stats) -> dict[str, list[int]]:
    """Which records say the same of each field: 0 as the person asked, else a number."""
    found: dict[str, list[int]] = {field: [] for field in DIFFERENCE}
    for at, record in enumerate(records):
        like = _alike(asked, record, stats)
        before = [_alike(other, record, stats) for other in records[:at]]
        for field, groups in found.items():
            earlier = (groups[n] for n, alike in enumerate(before) if field in alike)
            groups.append(0 if field in like else next(earlier, at + 1))
    return found


def _alike(left: Person, right: Person, stats: Stats) -> set[str]:
    rows = (finding.evidence(stats.weights, 1.0) for finding in find(left, right, stats))
    return {row.field for row in rows if row.outcome is Outcome.AGREES}
