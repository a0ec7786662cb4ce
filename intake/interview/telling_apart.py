"""Which questions tell similar records apart: expected information, in bits.

Somebody may be the person of one of several records, a near relative of one, or nobody
of them. A question is worth the mutual information between that and its answer (Shannon
1948; Lindley 1956 for choosing an experiment by it):

    I(who; answer) = H(who) - sum over answers of P(answer) * H(who | answer)

How an answer comes about follows from the table of weights. The bits of an agreement and
of a difference are log2(m / u) and log2((1 - m) / (1 - u)) (Fellegi and Sunter 1969), m
being how often records of one person agree there and u how often those of two people do;
both bits together give m and u back. Each next question is valued given the answers to
those already chosen, so that asking about the same thing again is worth next to nothing.

Here stand ids, groups and bits. No value of any record comes near an interviewer.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2

OWN = 0
"""The group of records that say what the person's own record says."""

_ELSE = -1

MOST_ODDS = 3.0
"""Bits that a comparison may lay on one record beforehand, for or against it.

It ranks and proves nothing: so questions are chosen as if the matter stood at most eight
to one, and an answer still has something to tell."""

LEAST_BITS = 0.05
"""A question that tells less is not worth the person's time."""

_LEAST_RATE, _MOST_RATE = 0.0005, 0.995
_MOST_CHANCE = 0.95
# Answers to come that are followed each on its own; the rarest beyond are left aside.
_MOST_BRANCHES = 48


@dataclass(frozen=True, slots=True)
class Holding:
    """What one record holds on one question: which value, and what an answer weighs.

    Records of one `group` say the same thing, those of `OWN` what the person's own record
    says. `agrees` and `differs` are bits; `shared` is what brothers and sisters share.
    """

    group: int
    agrees: float
    differs: float
    shared: bool = False

    @property
    def rates(self) -> tuple[float, float]:
        """How often an answer agrees if it is this person, and if it is another."""
        for_it, against = 2.0 ** max(self.agrees, 0.1), 2.0 ** min(self.differs, -0.1)
        other = (1 - against) / (for_it - against)
        same = min(max(other * for_it, _LEAST_RATE), _MOST_RATE)
        return same, min(max(other, _LEAST_RATE), same)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be this person's: its pair, and what it holds.

    What it holds stands by question path. `odds` is the log2 weight of the comparison,
    `kin` the part of everything else that is a near relative of that record.
    """

    pair: str
    odds: float = 0.0
    holds: Mapping[str, Holding] = field(default_factory=dict)
    kin: float = 0.0


@dataclass(frozen=True, slots=True)
class Telling:
    """A chosen question, the bits it is expected to tell, and the pairs it speaks to."""

    question: str
    path: str
    bits: float
    pairs: tuple[str, ...]


Chances = tuple[float, ...]
"""One number for each way it may be: the records, a relative of each, nobody of them."""

Channel = dict[int, Chances]
"""How likely each answer is, by its group, for each way it may be."""


def prior(candidates: Sequence[Candidate]) -> Chances:
    """Who the person may be before anything is asked."""
    odds = [2.0 ** max(-MOST_ODDS, min(MOST_ODDS, c.odds)) for c in candidates]
    kin = [max(0.0, min(1.0, c.kin)) / len(candidates) for c in candidates]
    return _scaled((*odds, *kin, 1 - sum(kin)))


def who(chances: Chances, records: int) -> Chances:
    """The chance of each record, and that it is nobody of them, relatives included."""
    return (*chances[:records], sum(chances[records:]))


def channel(path: str, candidates: Sequence[Candidate], *, is_told: bool) -> Channel:
    """How likely each answer about `path` is; `is_told` if the own record has one.

    Whoever told it before tells it again, whoever they are: only where the records
    differ can asking again tell anything, and then either record may be the wrong one.
    """
    holding = [c.holds.get(path) for c in candidates]
    held = [h for h in holding if h is not None]
    if not held:
        return {_ELSE: (1.0,) * (2 * len(candidates) + 1)}
    chance = _chance(held)
    if is_told:
        chance = {OWN: 0.0} | chance
    same = sum(h.rates[0] for h in held) / len(held)
    nobody = {OWN: 1.0} if is_told else chance
    truths = [_truth(h, nobody, is_told) for h in holding]
    kin = [
        t if h and h.shared and not is_told else nobody
        for t, h in zip(truths, holding, strict=True)
    ]
    return {
        group: tuple(
            same * truth.get(group, 0.0) + (1 - same) * by_chance
            for truth in (*truths, *kin, nobody)
        )
        for group, by_chance in chance.items()
    }


def _truth(
    holding: Holding | None, nobody: Mapping[int, float], is_told: bool
) -> Mapping[int, float]:
    if holding is None:
        return nobody
    if is_told and holding.group != OWN:
        return {holding.group: 0.5, OWN: 0.5}
    return {holding.group: 1.0}


def _chance(held: Sequence[Holding]) -> dict[int, float]:
    """How often anybody at all gives the value of each group, and any other value."""
    by_group: dict[int, float] = {}
    for h in held:
        by_group[h.group] = max(by_group.get(h.group, 0.0), h.rates[1])
    total = sum(by_group.values())
    scale = min(1.0, _MOST_CHANCE / total)
    return {g: u * scale for g, u in by_group.items()} | {_ELSE: 1 - total * scale}


def learn(chances: Chances, told: Chances) -> Chances:
    """Who the person may be after an answer; `told` is a line of the channel."""
    return _scaled(tuple(p * t for p, t in zip(chances, told, strict=True)))


@dataclass(frozen=True, slots=True)
class _Branch:
    """One run of answers that may come, how likely it is, and what is known after it."""

    weight: float
    chances: Chances


def rank(
    candidates: Sequence[Candidate],
    questions: Sequence[tuple[str, Sequence[str]]],
    *,
    told: Collection[str] = (),
    asked: Collection[str] = (),
    least: float = LEAST_BITS,
) -> tuple[Telling, ...]:
    """Choose the questions that tell most, each given those before it, best first.

    `questions` are ids with the paths they speak to, equal ones in the order wanted;
    `told` the paths the person's own record answers, `asked` those that are asked anyway.
    It ends where nothing tells at least `least` bits.
    """
    if not candidates:
        return ()
    ways = _channels(candidates, questions, told)
    state, covered = [_Branch(1.0, prior(candidates))], set[str]()
    for path in dict.fromkeys(p for p in asked if p in ways):
        state, covered = _split(state, ways[path]), covered | {path}
    left, chosen = list(questions), list[Telling]()
    while left:
        worth = [_worth(state, _news(paths, covered, ways), ways, candidates) for _, paths in left]
        bits = max(worth)
        if bits < least:
            break
        question, paths = left.pop(worth.index(bits))
        news = _news(paths, covered, ways)
        for path in news:
            state, covered = _split(state, ways[path]), covered | {path}
        pairs = tuple(c.pair for c in candidates if any(p in c.holds for p in news))
        chosen.append(Telling(question, news[0], bits, pairs))
    return tuple(chosen)


def _channels(
    candidates: Sequence[Candidate],
    questions: Sequence[tuple[str, Sequence[str]]],
    told: Collection[str],
) -> dict[str, Channel]:
    held = {path for c in candidates for path in c.holds}
    paths = dict.fromkeys(p for _, about in questions for p in about if p in held)
    return {path: channel(path, candidates, is_told=path in told) for path in paths}


def _news(
    paths: Sequence[str], covered: Collection[str], ways: Mapping[str, Channel]
) -> tuple[str, ...]:
    """The paths of a question that nobody was asked about yet, the most telling first."""
    return tuple(path for path in paths if path in ways and path not in covered)


def _worth(
    state: list[_Branch],
    paths: Sequence[str],
    ways: Mapping[str, Channel],
    candidates: Sequence[Candidate],
) -> float:
    after = state
    for path in paths:
        after = _split(after, ways[path])
    records = len(candidates)
    return _uncertainty(state, records) - _uncertainty(after, records) if paths else 0.0


def _uncertainty(state: Sequence[_Branch], records: int) -> float:
    return sum(branch.weight * entropy(who(branch.chances, records)) for branch in state)


def entropy(chances: Chances) -> float:
    """How open it is, in bits."""
    return -sum(p * log2(p) for p in chances if p > 0)


def _split(state: Sequence[_Branch], told: Channel) -> list[_Branch]:
    """Every answer that may come after those before it; the rarest are left aside."""
    after = []
    for branch in state:
        for line in told.values():
            likely = sum(p * t for p, t in zip(branch.chances, line, strict=True))
            if likely > 0:
                after.append(_Branch(branch.weight * likely, learn(branch.chances, line)))
    after.sort(key=lambda branch: -branch.weight)
    kept = after[:_MOST_BRANCHES]
    whole = sum(branch.weight for branch in kept)
    return [_Branch(branch.weight / whole, branch.chances) for branch in kept]


def _scaled(parts: Chances) -> Chances:
    whole = sum(parts)
    return tuple(part / whole for part in parts)
