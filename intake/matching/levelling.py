"""Takes off a likeness what other explanations than one person explain as well.

Whoever is like a record may be that person, a stranger (the prior), a brother or sister, or
a relative of the same name, such as a son named as his father. Brothers and sisters have
family name, parents, places and companions in common; a relative of the same name has name,
sex, places and companions. What fits one of these as well is evidence only as far as they
come more rarely, and levels off there. What does not fit them counts in full.
"""

from collections.abc import Sequence
from math import log2
from typing import NamedTuple

from intake.matching.evidence import Evidence, Finding, Terms, weigh
from intake.matching.stats import Stats
from intake.matching.weights import Weights

_OF_NAMESAKES = frozenset(("name", "sex", "birth_place", "home_place", "group"))
"""The fields a relative of the same name has in common, but for a patronymic."""

_GENERATION = ("apart-3", "apart-5", "apart-10", "apart-14", "apart-more")
"""Births so far apart may be those of a father and son; nearer ones are of one age."""

_MOST_BITS = 200.0
"""More would not fit into a power of two."""


class Kept(NamedTuple):
    """The share kept of what relatives have in common, and of what namesakes have."""

    of_relatives: float = 1.0
    of_namesakes: float = 1.0

    def evidence(self, finding: Finding, weights: Weights) -> Evidence:
        """The row shown of one field."""
        if self.of_namesakes < 1 and finding.field in _OF_NAMESAKES:
            own, shared = (self._in_part(terms) for terms in (finding.own, finding.shared))
            finding = finding._replace(own=own, shared=shared)
        return finding.evidence(weights, self.of_relatives)

    def _in_part(self, terms: Terms) -> Terms:
        part = self.of_namesakes
        return tuple((name, n if _is_of_father(name) else n * part) for name, n in terms)


def level(findings: Sequence[Finding], stats: Stats) -> tuple[Kept, float]:
    """What is kept, and the score it adds up to with the prior."""
    weights = stats.weights
    own = common = name = places = 0.0
    for found in findings:
        its_own, its_shared = weigh(found.own, weights), weigh(found.shared, weights)
        own += its_own
        common += its_shared
        if found.field in _OF_NAMESAKES:
            name += its_own
            places += its_shared - weigh(_of_father(found.shared), weights)
    relatives = 2.0 ** -ceiling(stats)
    kept = _kept(common, relatives)
    score = own + common * kept + stats.prior
    taken = 0.0 if are_of_one_age(findings) else _taken(name + places, common, relatives, stats)
    if taken <= 0:
        return Kept(kept), score
    return Kept(kept, 1 - taken / (name + places * kept)), score - taken


def _taken(alike: float, common: float, relatives: float, stats: Stats) -> float:
    """What a namesake who fits this much takes off, beyond what a brother or sister does."""
    rest = 1 + relatives * 2.0 ** min(max(common, 0), _MOST_BITS)
    fewer = 2.0 ** (stats.prior - stats.weights["namesake.most"])
    return _off(alike, fewer / rest) - _off(0, fewer / (1 + relatives))


def ceiling(stats: Stats) -> float:
    """The most that what relatives have in common may weigh."""
    return -stats.prior - stats.weights["prior.family-below"]


def _off(bits: float, odds: float) -> float:
    """What an explanation of these odds takes off when it fits as well as `bits`."""
    return log2(1 + odds * 2.0 ** min(bits, _MOST_BITS))


def are_of_one_age(findings: Sequence[Finding]) -> bool:
    """Whether births are told that are no generation apart: no father and son."""
    births = [found for found in findings if found.field == "birth" and found.known]
    return bool(births) and not births[0].own[0][0].endswith(_GENERATION)


def namesakes_terms(findings: Sequence[Finding]) -> tuple[Terms, Terms]:
    """What a namesake of the family has too: of the person's own, and of the family's."""
    alike = [found for found in findings if found.field in _OF_NAMESAKES]
    own = tuple(term for found in alike for term in found.own)
    shared = (term for found in alike for term in found.shared)
    return own, tuple(term for term in shared if not _is_of_father(term[0]))


def _of_father(terms: Terms) -> Terms:
    return tuple([term for term in terms if _is_of_father(term[0])])


def _is_of_father(name: str) -> bool:
    return name.startswith("patronymic.")


def _kept(common: float, relatives: float) -> float:
    """The share kept of what relatives share, who are so many times as likely to arrive.

    A relative fits `common` as well as the same person does.
    """
    if common <= 0:
        return 1.0
    levelled = log2(1 + relatives) - log2(2.0 ** -min(common, _MOST_BITS) + relatives)
    return min(1.0, levelled / common)
