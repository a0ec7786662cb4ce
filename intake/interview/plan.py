"""Chooses the questions this interview needs: few, open, different each time.

The free narrative comes first, so that nothing the interviewer knows shapes it.
Then come questions about what contradicts, what tells suggested records apart and
what is missing, each put openly: a plan never says what the other statement was.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake.domain.event import PlannedQuestion
from intake.interview.bank import QUESTION_BANK
from intake.interview.script import CHILD_VARIANTS_TO, BankQuestion, Never, Theme, Verifiability
from intake.interview.telling_apart import Candidate, rank

NARRATIVE = "OP1"
CLOSING = tuple(q.id for q in QUESTION_BANK.values() if q.theme is Theme.CLOSING)
MOST = 12
"""Questions one interview can hold besides the closing ones (domain chapter 8.1)."""

ENOUGH = 8
"""Standard questions fill a plan up to here; more is tiring, not more telling."""

# From this risk on only a protection-trained person asks, by their own choice.
_NOT_CHOSEN_FROM_RISK = 2
# The one place question that needs no schooling and cannot be bought: one's own way home.
_WAY_HOME = "PL1"
# Never filled in unasked: culture only when the narrative is thin, opening is set.
_NOT_STANDARD = frozenset({Theme.OPENING, Theme.CULTURE, Theme.CLOSING})
_YOUNGEST_ADULT = 18


@dataclass(slots=True)
class _Picked:
    """The plan while it grows: no question twice, never more than the limit."""

    limit: int
    questions: dict[str, PlannedQuestion] = field(default_factory=dict)

    def add(self, planned: PlannedQuestion) -> None:
        if len(self.questions) < self.limit:
            self.questions.setdefault(planned.question, planned)


def plan(  # noqa: PLR0913 - the whole situation of one person, each part named
    *,
    gaps: Sequence[str],
    contradictions: Mapping[str, Sequence[str]],
    candidates: Sequence[Candidate],
    child: bool,
    age_years: tuple[int, int] | None,
    seed: str,
    told: Collection[str] = (),
    avoid: Collection[Never] = (),
    limit: int = MOST,
) -> tuple[PlannedQuestion, ...]:
    """Choose the questions of one interview; `seed` (its id) rotates equal choices.

    `told` are the paths the record answers, `avoid` what holds of this interview. At most
    `limit` questions and then the closing ones. A question that may hurt is never chosen
    here, and children get the questions written for them.
    """
    lowest = lowest_age(child, age_years)
    bank = _rotated(questions_for(child=child, lowest_age=lowest, avoid=avoid), seed)
    picked = _Picked(max(1, limit))
    picked.add(PlannedQuestion(NARRATIVE, "standard"))
    for planned in _about_contradictions(contradictions, bank):
        picked.add(planned)
    for planned in _telling_apart(candidates, bank, picked.questions, told):
        picked.add(planned)
    for path in gaps:
        for question in _first(bank, path, picked.questions):
            picked.add(PlannedQuestion(question.id, "gap", path))
    for question in _standard(bank):
        if len(picked.questions) < ENOUGH:
            picked.add(PlannedQuestion(question.id, "standard", _path(question)))
    closing = (PlannedQuestion(question, "standard") for question in CLOSING)
    return (*picked.questions.values(), *closing)


def lowest_age(child: bool, age_years: tuple[int, int] | None) -> int:
    """The youngest a person may be, for choosing what may be asked."""
    return age_years[0] if age_years else (0 if child else _YOUNGEST_ADULT)


def questions_for(
    *,
    child: bool,
    lowest_age: int,
    avoid: Collection[Never] = (),
    protection: bool = False,
) -> tuple[BankQuestion, ...]:
    """Give every question that may be chosen for a person, in the bank's order.

    Those that may hurt only for somebody trained in protection (`protection`).
    """
    return tuple(
        question
        for question in QUESTION_BANK.values()
        if (protection or question.risk < _NOT_CHOSEN_FROM_RISK)
        and question.min_age <= lowest_age
        and not set(question.never_if) & set(avoid)
        and _is_written_for(question, child, lowest_age)
    )


def _is_written_for(question: BankQuestion, child: bool, lowest_age: int) -> bool:
    if not child:
        return not question.child
    return question.child or lowest_age > CHILD_VARIANTS_TO


def _rotated(bank: Iterable[BankQuestion], seed: str) -> list[BankQuestion]:
    def turn(question: BankQuestion) -> bytes:
        return hashlib.sha256(f"{seed}/{question.id}".encode()).digest()

    return sorted(bank, key=turn)


def _first(
    bank: Iterable[BankQuestion], path: str, taken: Mapping[str, object]
) -> Iterator[BankQuestion]:
    """Give one question about a path, unless one that is taken already speaks to it."""
    about = [question for question in bank if path in question.paths]
    if about and not any(question.id in taken for question in about):
        yield about[0]


def _about_contradictions(
    contradictions: Mapping[str, Sequence[str]], bank: Sequence[BankQuestion]
) -> Iterator[PlannedQuestion]:
    left = dict(contradictions)
    while left:
        path = next(iter(left))
        about = [question for question in bank if path in question.paths]
        if not about:
            del left[path]
            continue
        # A question that speaks to several open points spares the person another one.
        best = max(about, key=lambda question: len(left.keys() & set(question.paths)))
        covered = [other for other in left if other in best.paths]
        statements = [statement for other in covered for statement in left.pop(other)]
        yield PlannedQuestion(best.id, "contradiction", path, " ".join(statements))


def _telling_apart(
    candidates: Sequence[Candidate],
    bank: Sequence[BankQuestion],
    taken: Mapping[str, object],
    told: Collection[str],
) -> Iterator[PlannedQuestion]:
    """Ask what tells most about whose record this is, given what is asked anyway."""
    asked = {path for q in bank if q.id in taken for path in q.paths}
    left = [(q.id, q.paths) for q in bank if q.id not in taken and q.theme is not Theme.OPENING]
    for telling in rank(candidates, left, told=told, asked=asked):
        pairs = " ".join(telling.pairs)
        yield PlannedQuestion(telling.question, "discriminating", telling.path, pairs)


def _standard(bank: Sequence[BankQuestion]) -> list[BankQuestion]:
    """Order questions for filling up: the way home first, then one of each theme."""
    usable = [q for q in bank if q.theme not in _NOT_STANDARD and (q.child or _can_be_held(q))]
    by_turn: dict[Theme, int] = {}
    turns = []
    for question in usable:
        turns.append((by_turn.get(question.theme, 0), question))
        by_turn[question.theme] = by_turn.get(question.theme, 0) + 1
    ordered = sorted(turns, key=lambda turn: (turn[1].id != _WAY_HOME, turn[0]))
    return [question for _, question in ordered]


def _can_be_held(question: BankQuestion) -> bool:
    return Verifiability.NOTHING not in question.verifiability


def _path(question: BankQuestion) -> str:
    return question.paths[0] if question.paths else ""
