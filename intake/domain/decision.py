"""A decision on what is established: one person proposes, another confirms.

The rules of domain chapter 8.6. No machine proposes or confirms, and a negative
outcome needs a central contradiction that the person could explain. "Not now" is
never the end: it says what would help and when it is looked at again.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from intake.domain.codes import (
    DecisionStatus,
    FactOutcome,
    FindingResult,
    IdentityLevel,
    Indicator,
    InterpreterKind,
    ReviewVerdict,
)
from intake.domain.event import DecisionProposed, DecisionReviewed
from intake.errors import (
    AlreadyDecided,
    ExplanationMissing,
    InterviewUnfinished,
    LayInterpreter,
    LevelTooHigh,
    NotForChildren,
    PlausibilityAlone,
    ReasonMissing,
    RuleBroken,
    SecondPersonNeeded,
)

PROPOSED = DecisionStatus.PROPOSED
"""The status of a proposal that still waits for its second person."""

# What these find raises a question; it never stands against a person by itself.
_QUESTION_ONLY = frozenset({Indicator.PLAUSIBILITY, Indicator.DETAIL})


class LevelFalls(RuleBroken):
    """The level would be lower than the one that holds, and nobody says why."""

    code = "level-falls"


class HelpComesFirst(RuleBroken):
    """Help is due that can bear on what somebody remembers; fact: `fact`."""

    code = "help-comes-first"


class FindingMissing(RuleBroken):
    """A fact was examined and nobody wrote what was found; fact: `facts`, with spaces."""

    code = "finding-missing"


class FindingMade(Protocol):
    """A finding as recorded (`FindingRecorded`) or as the store reads it."""

    @property
    def fact(self) -> str:
        """The path it is about."""

    @property
    def indicator(self) -> Indicator:
        """What it rests on."""

    @property
    def result(self) -> FindingResult:
        """What it shows."""

    @property
    def central(self) -> bool:
        """Whether it touches the core of the account."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of what speaks for the account."""

    @property
    def against(self) -> tuple[str, ...]:
        """Ids of what speaks against it."""


class DecisionWaiting(Protocol):
    """A proposal as the store reads it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def case(self) -> str:
        """The case it belongs to."""

    @property
    def individual(self) -> str:
        """Whom it is about."""

    @property
    def status(self) -> str:
        """Where it stands."""

    @property
    def proposed_by(self) -> str:
        """The first person."""

    @property
    def interviewed_by(self) -> str:
        """Who held the interview."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a proposal rests on.

    `explained` are the facts whose contradiction was put to the person. Ids in
    `place_evidence` are answers that rest on knowledge of a place only. `refused`
    says that the person would not take part, after being told what follows. `held` is the
    level that holds now; `memory` that help is still due which can bear on memory.
    """

    closed: bool
    child: bool
    interpreter: InterpreterKind
    material: tuple[str, ...]
    ceiling: IdentityLevel
    findings: Sequence[FindingMade] = ()
    explained: frozenset[str] = frozenset()
    place_evidence: frozenset[str] = frozenset()
    refused: bool = False
    held: IdentityLevel = IdentityLevel.A0
    memory: bool = False


def propose(made: DecisionProposed, grounds: Grounds) -> DecisionProposed:
    """Check a proposal against its grounds and give it back to be recorded.

    Raises `InterviewUnfinished`, `ReasonMissing`, `LevelTooHigh`, `NotForChildren`,
    `LayInterpreter`, `HelpComesFirst`, `PlausibilityAlone`, `ExplanationMissing`,
    `LevelFalls` or `FindingMissing`.
    """
    if not grounds.closed:
        raise InterviewUnfinished(interview=made.interview)
    _check_reasons(made, grounds)
    if made.level > grounds.ceiling:
        raise LevelTooHigh(level=made.level.value, ceiling=grounds.ceiling.value)
    if made.level < grounds.held and not made.falls.strip():
        raise LevelFalls(level=made.level.value, held=grounds.held.value)
    for fact in made.facts:
        if fact.outcome is FactOutcome.NOT_NOW:
            _check_not_now(fact.fact, grounds)
            if not grounds.refused and not fact.weighed.strip():
                raise ReasonMissing(fact=fact.fact, part="weighed")
    without = unfound(grounds.material, grounds.findings)
    if without:
        raise FindingMissing(facts=" ".join(without))
    return made


def unfound(facts: Sequence[str], findings: Collection[FindingMade]) -> tuple[str, ...]:
    """The facts examined of which no finding tells anything yet, in their order."""
    found = {finding.fact for finding in findings}
    return tuple(fact for fact in facts if fact not in found)


def _check_reasons(made: DecisionProposed, grounds: Grounds) -> None:
    reasons = {fact.fact: fact.reason.strip() for fact in made.facts}
    for path in (*grounds.material, *reasons):
        if not reasons.get(path):
            raise ReasonMissing(fact=path)
    if not made.message.strip():
        raise ReasonMissing(fact="message")
    if any(fact.outcome is FactOutcome.NOT_NOW for fact in made.facts):
        for part, text in (("helps", made.helps), ("review-by", made.review_by)):
            if not text.strip():
                raise ReasonMissing(fact=part)


def _check_not_now(fact: str, grounds: Grounds) -> None:
    if grounds.child:
        raise NotForChildren(fact=fact)
    if grounds.interpreter is InterpreterKind.LAY:
        raise LayInterpreter(fact=fact)
    if grounds.memory:
        raise HelpComesFirst(fact=fact)
    if grounds.refused:
        return
    against = [
        finding
        for finding in grounds.findings
        if finding.fact == fact
        and finding.result in (FindingResult.CONTRADICTS, FindingResult.UNCLEAR)
    ]
    weighty = [finding for finding in against if _is_weighty(finding, grounds.place_evidence)]
    if against and not weighty:
        raise PlausibilityAlone(fact=fact)
    contradicts = any(f.central and f.result is FindingResult.CONTRADICTS for f in weighty)
    if not contradicts or fact not in grounds.explained:
        raise ExplanationMissing(fact=fact)


def _is_weighty(finding: FindingMade, place_evidence: frozenset[str]) -> bool:
    rests_on = set(finding.against or finding.evidence)
    on_place_alone = bool(rests_on) and rests_on <= place_evidence
    return finding.indicator not in _QUESTION_ONLY and not on_place_alone


def review(
    waiting: DecisionWaiting,
    *,
    recorders: Collection[str],
    verdict: ReviewVerdict,
    reason: str,
    by: str,
    at: datetime,
) -> DecisionReviewed:
    """Confirm or return a proposal as a second person, each with a reason.

    `recorders` recorded the person's statements. Raises `AlreadyDecided`,
    `SecondPersonNeeded` or `ReasonMissing`.
    """
    if waiting.status != PROPOSED:
        raise AlreadyDecided(decision=waiting.id)
    if by in {waiting.proposed_by, waiting.interviewed_by, *recorders}:
        raise SecondPersonNeeded(decision=waiting.id)
    if not reason.strip():
        raise ReasonMissing(fact="return")
    return DecisionReviewed(
        case=waiting.case,
        decision=waiting.id,
        individual=waiting.individual,
        verdict=verdict,
        reason=reason.strip(),
        by=by,
        at=at,
    )
