"""The comparison of two people: each field explained, added up, put in a band.

What relatives share (family name, parents, places, companions) counts only until it
weighs up the prior: after that it tells that these two are of one family, not that they
are one person. Only what is the person's own (given name, birth, sex, spouse) lifts a
pair above that. So a brother or sister is not taken for the one who was registered.
"""

from dataclasses import dataclass, replace
from math import log2

from intake.matching import weights as w
from intake.matching.compare import (
    compare_birth,
    compare_companions,
    compare_place,
    compare_sex,
)
from intake.matching.compare_names import compare_name, compare_relative, father_of
from intake.matching.evidence import Evidence, Finding, not_known
from intake.matching.person import Person
from intake.matching.stats import Stats
from intake.matching.why import Band, Reason

FIELDS = (
    "name", "sex", "birth", "birth_place", "home_place", "father", "mother", "spouse",
    "group", "lang",
)  # fmt: skip
"""Every field an explanation lists, in the order shown."""

_SECOND_PLACE = 0.6
_FATHER_TWICE = 0.3


@dataclass(frozen=True, slots=True)
class Comparison:
    """How much two records speak for one person; it ranks and decides nothing."""

    score: float
    band: Band
    evidence: tuple[Evidence, ...]
    weights_version: int = w.WEIGHTS_VERSION

    @property
    def is_suggested(self) -> bool:
        """Whether duplicate search puts the pair before a person."""
        return self.band is Band.MANY


def compare(left: Person, right: Person, stats: Stats) -> Comparison:
    """Compare two people; the same result, sides swapped, the other way round."""
    findings = _findings(left, right, stats)
    common = sum(finding.shared for finding in findings)
    kept = _kept(common, -stats.prior - w.FAMILY_SHARE)
    evidence = tuple(finding.evidence(kept) for finding in findings)
    score = sum(row.weight for row in evidence) + stats.prior
    return Comparison(score, band_of(score), evidence)


def band_of(score: float) -> Band:
    """The band of a weight."""
    if score >= w.MANY:
        return Band.MANY
    return Band.SOME if score >= w.SOME else Band.FEW


def _findings(left: Person, right: Person, stats: Stats) -> list[Finding]:
    name, patronymic = compare_name(left, right, stats)
    birth_place = compare_place("birth_place", left.birth_place, right.birth_place, stats)
    home_place = compare_place("home_place", left.home_place, right.home_place, stats)
    spouse = compare_relative("spouse", left.spouse, right.spouse, stats)
    return [
        name,
        compare_sex(left.sex, right.sex),
        compare_birth(left, right),
        *_once(birth_place, home_place),
        _father(left, right, patronymic, stats),
        compare_relative("mother", left.mother, right.mother, stats),
        replace(spouse, own=spouse.shared, shared=0.0),
        compare_companions(left, right, stats),
        not_known("lang", left.lang, right.lang, Reason.HINT_ONLY),
    ]


def _once(first: Finding, second: Finding) -> tuple[Finding, Finding]:
    """Born where one lives: of two agreeing places the smaller counts in part."""
    if first.shared <= 0 or second.shared <= 0:
        return first, second
    if first.shared < second.shared:
        return replace(first, shared=first.shared * _SECOND_PLACE), second
    return first, replace(second, shared=second.shared * _SECOND_PLACE)


def _father(left: Person, right: Person, patronymic: float, stats: Stats) -> Finding:
    """The father, also from a patronymic, unless one that agreed has told it already."""
    finding = compare_relative("father", father_of(left), father_of(right), stats)
    if patronymic <= 0 or finding.shared <= 0:
        return finding
    again = max(finding.shared - patronymic, 0) + _FATHER_TWICE * min(finding.shared, patronymic)
    return replace(finding, shared=again)


def _kept(common: float, ceiling: float) -> float:
    """The share kept of what relatives share, so that it levels off below `ceiling`.

    From the likelihood of the other explanation: a relative fits `common` as well as the
    same person does, and is about as likely to arrive.
    """
    if common <= 0:
        return 1.0
    rest = 2.0**-ceiling
    levelled = log2(1 + rest) - log2(2.0 ** -min(common, 200) + rest)
    return min(1.0, levelled / common)
