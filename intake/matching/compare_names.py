"""Evidence of names: the person's own, and those of father, mother and spouse."""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from intake.matching.align import Alignment, Pair, align
from intake.matching.evidence import Finding, Terms, not_known, weigh
from intake.matching.names import FAMILY, GIVEN, PATRONYMIC, as_written, ends_as_patronymic, parts
from intake.matching.person import NameSaid, Person
from intake.matching.reading.romanise import fold
from intake.matching.stats import Stats
from intake.matching.weights import Weights
from intake.matching.why import Reason

_AGREES = "patronymic.agrees"
_ELSEWHERE = "patronymic-elsewhere.agrees"


class _Weighed(NamedTuple):
    """What an alignment says: of the person alone, of the family, of the father."""

    own: Terms
    family: Terms
    patronymic: Terms
    why: Reason

    def total(self, weights: Weights) -> float:
        """Bits of the whole name."""
        return weigh(self.own + self.family + self.patronymic, weights)


def compare_name(left: Person, right: Person, stats: Stats) -> tuple[Finding, float]:
    """The best pair of the names each side has; also the bits a patronymic gave."""
    best: tuple[float, _Weighed, NameSaid, NameSaid] | None = None
    for a, b in product(_readable(left), _readable(right)):
        as_said = as_written(a) == as_written(b)
        for way in _ways(a, b, as_said):
            weighed = _weigh(way, stats, as_said)
            total = weighed.total(stats.weights)
            if best is None or total > best[0]:
                best = (total, weighed, a, b)
    if best is None:
        return not_known("name", _first(left), _first(right)), 0.0
    _, weighed, a, b = best
    shared = weighed.family + weighed.patronymic
    found = Finding("name", a.text, b.text, weighed.why, weighed.own, shared)
    elsewhere = tuple(term for term in weighed.family if term[0] == _ELSEWHERE)
    return found, weigh(weighed.patronymic + elsewhere, stats.weights)


def _ways(left: NameSaid, right: NameSaid, as_said: bool) -> tuple[Alignment, ...]:
    """Every way to lay two names side by side.

    The same words in the same order may be given other roles (in capitals, in boxes of a
    form): then either side's roles serve both, so that nothing agrees better than these.
    """
    ways = align(left, right)
    if not as_said or left == right or fold(left.text) != fold(right.text):
        return ways
    return (*ways, *align(left, left), *align(right, right))


def _readable(person: Person) -> list[NameSaid]:
    """The names with a word in them; punctuation alone tells nothing."""
    return [name for name in person.names if parts(name)]


def _first(person: Person) -> str:
    return person.names[0].text if person.names else ""


def _weigh(way: Alignment, stats: Stats, as_said: bool) -> _Weighed:
    given, crossed, rest = _by_role(way)
    own, why = _weigh_given(way, given, crossed, stats)
    of_father = not given and _is_called_as_father(way, crossed)
    if given or (why is Reason.GIVEN_DIFFERS and not of_father):
        rest = rest + crossed
    elif crossed:
        rest = rest + sorted(crossed, key=lambda pair: _bits(pair, stats))[1:]
    family = _weigh_rest("family", [p for p in rest if PATRONYMIC not in _roles(p)], stats)
    middle = _weigh_rest("patronymic", [p for p in rest if PATRONYMIC in _roles(p)], stats)
    family += _weigh_left_over(way)
    why = why or _reason(way, weigh(family, stats.weights), as_said)
    elsewhere, middle = _told_apart(rest, middle, stats)
    return _Weighed(own, family + elsewhere, middle, why)


def _roles(pair: Pair) -> tuple[str, str]:
    return pair.left.role, pair.right.role


def _by_role(way: Alignment) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """Pairs of given names, of a given name and another part, and of other parts."""
    kinds: tuple[list[Pair], list[Pair], list[Pair]] = ([], [], [])
    for pair in way.pairs:
        givens = _roles(pair).count(GIVEN)
        kinds[2 - givens].append(pair)
    return kinds


def _weigh_given(
    way: Alignment, given: list[Pair], crossed: list[Pair], stats: Stats
) -> tuple[Terms, Reason | None]:
    """What the given name says; a reason only where it decides how the row reads."""
    if given:
        best = max(given, key=_share)
        if best.share <= 0:
            return (("given.differs", -best.share),), Reason.GIVEN_DIFFERS
        most = stats.weights["rarity.most"] + stats.weights["rarity.least"]
        second = -sum(pair.share for pair in given if pair.share < 0)
        second += min(way.left_over.count(GIVEN), way.right_over.count(GIVEN))
        agrees = ("given.agrees", _agreed(given, most, stats))
        return ((agrees, ("given.second-differs", second)) if second else (agrees,)), None
    if _is_called_as_father(way, crossed):
        differs = 1.0 if _is_patronymic_only(crossed[0]) else 1.0 - max(0.0, crossed[0].share)
        return ((("given.differs", differs),), Reason.GIVEN_DIFFERS) if differs else ((), None)
    if crossed and not (way.left_over and way.right_over):
        least = min(crossed, key=lambda pair: _bits(pair, stats))
        if least.share > 0:
            certain = 1.0 if len(crossed) > 1 else stats.weights["given.unsure"]
            bits = _bits(least, stats) * least.share * certain
            return (("given.agrees", bits), ("given.other-order", 1.0)), Reason.OTHER_ORDER
    if _only_initials(way):
        return (), None
    return (("given.differs", 1.0),), Reason.GIVEN_DIFFERS


def _is_called_as_father(way: Alignment, crossed: list[Pair]) -> bool:
    """Whether one is called as the other's father is, whose own given name has no answer.

    So are father and child; so may be one person, known by a second name: the better the two
    answer each other, the less it tells that the given names differ.
    """
    unanswered = GIVEN in way.left_over or GIVEN in way.right_over
    return unanswered and len(crossed) == 1 and PATRONYMIC in _roles(crossed[0])


def _is_patronymic_only(pair: Pair) -> bool:
    """Whether the father's name stands in a form that nobody is called by, as Petrovych."""
    return any(p.role == PATRONYMIC and ends_as_patronymic(p.word) for p in (pair.left, pair.right))


def _only_initials(way: Alignment) -> bool:
    return any(pair.initial for pair in way.pairs) and all(p.share > 0 for p in way.pairs)


def _bits(pair: Pair, stats: Stats) -> float:
    # By the likeliest reading: an unlikely one that is common must not make a name common.
    return stats.pair_bits(pair.left.skeletons[0], pair.right.skeletons[0])


def _agreed(pairs: list[Pair], most: float, stats: Stats) -> float:
    """Bits of the pairs that agree: their rarity, `most` at the most, by how well."""
    bits = [(_bits(pair, stats), pair.share) for pair in pairs if pair.share > 0]
    rarity = sum(rare for rare, _ in bits)
    held = min(1.0, most / rarity) if rarity else 0.0
    return held * sum(rare * share for rare, share in bits)


def _weigh_rest(what: str, pairs: list[Pair], stats: Stats) -> Terms:
    agreed = _agreed(pairs, stats.weights[what + ".most"], stats)
    differed = -sum(pair.share for pair in pairs if pair.share <= 0)
    terms = ((what + ".agrees", agreed), (what + ".differs", differed))
    return tuple(term for term in terms if term[1])


def _told_apart(pairs: list[Pair], middle: Terms, stats: Stats) -> tuple[Terms, Terms]:
    """The father's name where one side alone has it as such, and where both have.

    A namesake of the family may have the former too, as a family name: so it must not count
    for more against one than the same family name would.
    """
    told = [p for p in pairs if p.share > 0 and PATRONYMIC in _roles(p)]
    weight = {p: _bits(p, stats) * p.share for p in told}
    by_both = sum(weight[p] for p in told if _roles(p) == (PATRONYMIC, PATRONYMIC))
    bits = sum(weight.values())
    if by_both == bits:
        return (), middle
    part = by_both / bits
    elsewhere = tuple((_ELSEWHERE, n * (1 - part)) for name, n in middle if name == _AGREES)
    kept = tuple((name, n * (part if name == _AGREES else 1)) for name, n in middle)
    return elsewhere, tuple(term for term in kept if term[1])


def _weigh_left_over(way: Alignment) -> Terms:
    """Words without an answer: on both sides they differ, on one it was not said."""
    left, right = list(way.left_over), list(way.right_over)
    found: list[tuple[str, float]] = []
    for role in (FAMILY, PATRONYMIC):
        while role in left and role in right:
            left.remove(role)
            right.remove(role)
            found.append((role + ".differs", 1.0))
    missing = len(left) + len(right)
    return (*found, ("name.part-missing", float(missing))) if missing else tuple(found)


def _reason(way: Alignment, family: float, as_said: bool) -> Reason:
    if as_said:
        return Reason.SAME_TEXT
    if any(pair.other_form for pair in way.pairs):
        return Reason.OTHER_FORM
    if family < -1:
        return Reason.FAMILY_DIFFERS
    if way.left_over or way.right_over:
        return Reason.PART_AGREES
    close = all(pair.share >= 0.7 for pair in way.pairs)
    return Reason.SAME_SOUND if close else Reason.CLOSE_SPELLING


def compare_relative(field: str, left: str, right: str, stats: Stats) -> Finding:
    """Two names of a father, mother or spouse, said by people who may spell otherwise.

    A family name in common says nothing here: it is the given name that must agree.
    """
    best = _best_pair(left, right) if left and right else None
    if best is None:
        return not_known(field, left, right)
    if best.share <= 0:
        # Brothers and sisters have these in common too: what differs is not levelled off.
        differs = ((field + ".differs", -best.share),)
        return Finding(field, left, right, Reason.DIFFERENT, own=differs)
    bits = min(_bits(best, stats), stats.weights["relative.most"])
    most = stats.weights["relative.other-form"] if best.other_form else 1.0
    agrees = ((field + ".agrees", bits * min(best.share, most)),)
    why = _relative_reason(left, right, best.share, best.other_form)
    return Finding(field, left, right, why, shared=agrees)


@lru_cache(maxsize=20_000)
def _best_pair(left: str, right: str) -> Pair | None:
    """The given names of two relatives that answer each other best; None without words."""
    a, b = NameSaid(left), NameSaid(right)
    if not parts(a) or not parts(b):
        return None
    found = [p for way in align(a, b) for p in way.pairs if GIVEN in _roles(p)]
    return max(found, key=_share, default=Pair(parts(a)[0], parts(b)[0], -1.0))


def _share(pair: Pair) -> float:
    return pair.share


@lru_cache(maxsize=20_000)
def _relative_reason(left: str, right: str, share: float, other_form: bool) -> Reason:
    if as_written(NameSaid(left)) == as_written(NameSaid(right)):
        return Reason.SAME_TEXT
    if other_form:
        return Reason.OTHER_FORM
    return Reason.SAME_SOUND if share >= 0.7 else Reason.CLOSE_SPELLING


def father_of(person: Person) -> str:
    """The father's name as told, or as the patronymic tells it."""
    if person.father:
        return person.father
    said = (p for name in person.names for p in parts(name) if p.role == PATRONYMIC)
    return next((part.stem.said for part in said), "")
