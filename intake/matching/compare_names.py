"""Evidence of names: the person's own, and those of father, mother and spouse."""

from dataclasses import dataclass
from itertools import product

from intake.matching import weights as w
from intake.matching.align import Alignment, Pair, align
from intake.matching.evidence import Finding, not_known
from intake.matching.names import FAMILY, GIVEN, PATRONYMIC, as_written, parts
from intake.matching.person import NameSaid, Person
from intake.matching.stats import Stats
from intake.matching.why import Reason


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What an alignment weighs: for the person alone, and for the whole family."""

    own: float
    family: float
    patronymic: float
    why: Reason

    @property
    def total(self) -> float:
        return self.own + self.family + self.patronymic


def compare_name(left: Person, right: Person, stats: Stats) -> tuple[Finding, float]:
    """The best pair of the names each side has; also the part a patronymic gave."""
    best: tuple[_Weighed, NameSaid, NameSaid] | None = None
    for a, b in product(_readable(left), _readable(right)):
        for way in align(a, b):
            weighed = _weigh(way, stats, as_written(a) == as_written(b))
            if best is None or weighed.total > best[0].total:
                best = (weighed, a, b)
    if best is None:
        return not_known("name", _first(left), _first(right)), 0.0
    weighed, a, b = best
    shared = weighed.family + weighed.patronymic
    return Finding("name", a.text, b.text, weighed.why, weighed.own, shared), weighed.patronymic


def _readable(person: Person) -> list[NameSaid]:
    """The names with a word in them; punctuation alone tells nothing."""
    return [name for name in person.names if parts(name)]


def _first(person: Person) -> str:
    return person.names[0].text if person.names else ""


def _weigh(way: Alignment, stats: Stats, as_said: bool) -> _Weighed:
    given, crossed, rest = _by_role(way)
    own, why = _weigh_given(way, given, crossed, stats)
    if given or (crossed and why is Reason.GIVEN_DIFFERS):
        rest = rest + crossed
    elif crossed:
        rest = rest + sorted(crossed, key=lambda pair: _bits(pair, stats))[1:]
    family = _weigh_rest([p for p in rest if FAMILY in _roles(p)], w.FAMILY_DIFFERS, stats)
    middle = _weigh_rest([p for p in rest if FAMILY not in _roles(p)], w.PATRONYMIC_DIFFERS, stats)
    family += _weigh_left_over(way)
    why = why or _reason(way, family, as_said)
    return _Weighed(own, min(family, w.FAMILY_LIMIT), min(middle, w.PATRONYMIC_LIMIT), why)


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
) -> tuple[float, Reason | None]:
    """What the given name says; a reason only where it decides how the row reads."""
    if given:
        best = max(given, key=lambda pair: pair.share)
        if best.share <= 0:
            return -w.GIVEN_DIFFERS * best.share, Reason.GIVEN_DIFFERS
        agreed = sum(_bits(p, stats) * p.share for p in given if p.share > 0)
        return min(agreed, w.RAREST + w.COMMONEST), None
    if crossed and not (way.left_over and way.right_over and len(crossed) == 1):
        least = min(crossed, key=lambda pair: _bits(pair, stats))
        if least.share > 0:
            certain = 1.0 if len(crossed) > 1 else 0.6
            return _bits(least, stats) * least.share * certain + w.OTHER_ORDER, Reason.OTHER_ORDER
    return w.GIVEN_DIFFERS, Reason.GIVEN_DIFFERS


def _bits(pair: Pair, stats: Stats) -> float:
    return stats.name_bits(pair.left.skeletons, pair.right.skeletons)


def _weigh_rest(pairs: list[Pair], differs: float, stats: Stats) -> float:
    agreed = sum(_bits(p, stats) * p.share for p in pairs if p.share > 0)
    return agreed - differs * sum(p.share for p in pairs if p.share <= 0)


def _weigh_left_over(way: Alignment) -> float:
    """Words without an answer: on both sides they differ, on one it was not said."""
    left, right = list(way.left_over), list(way.right_over)
    total = 0.0
    for role, differs in ((FAMILY, w.FAMILY_DIFFERS), (PATRONYMIC, w.PATRONYMIC_DIFFERS)):
        while role in left and role in right:
            left.remove(role)
            right.remove(role)
            total += differs
    return total + w.PART_MISSING * (len(left) + len(right))


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
    """Two names of a father, mother or spouse, said by people who may spell otherwise."""
    # All words as one part: whoever names a relative seldom says which name is which.
    a, b = NameSaid(left, given=left), NameSaid(right, given=right)
    if not parts(a) or not parts(b):
        return not_known(field, left, right)
    best = max(_relative_pairs(a, b), key=lambda pair: pair.share)
    if best.share <= 0:
        weight = -w.RELATIVE_DIFFERS[field] * best.share
        return Finding(field, left, right, Reason.DIFFERENT, shared=weight)
    bits = min(_bits(best, stats), w.RELATIVE_LIMIT)
    weight = bits * min(best.share, w.RELATIVE_OTHER_FORM if best.other_form else 1.0)
    return Finding(field, left, right, _relative_reason(left, right, best), shared=weight)


def _relative_pairs(left: NameSaid, right: NameSaid) -> list[Pair]:
    found = [pair for way in align(left, right) for pair in way.pairs]
    return found or [Pair(parts(left)[0], parts(right)[0], -1.0)]


def _relative_reason(left: str, right: str, best: Pair) -> Reason:
    if as_written(NameSaid(left)) == as_written(NameSaid(right)):
        return Reason.SAME_TEXT
    if best.other_form:
        return Reason.OTHER_FORM
    return Reason.SAME_SOUND if best.share >= 0.7 else Reason.CLOSE_SPELLING


def father_of(person: Person) -> str:
    """The father's name as told, or as the patronymic tells it."""
    if person.father:
        return person.father
    said = (p for name in person.names for p in parts(name) if p.role == PATRONYMIC)
    return next((part.stem.said for part in said), "")
