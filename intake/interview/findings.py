"""Records what an answer shows about one fact, and refuses what shows nothing.

A difference is not a finding until the person could explain it, and only if it is
central: honest accounts differ in dates, order and detail (domain chapter 8.2).
"""

from collections.abc import Collection

from intake.domain.codes import FindingResult, Indicator
from intake.domain.event import FindingRecorded
from intake.errors import (
    ExplanationMissing,
    LeadingAnswer,
    NotForChildren,
    PlausibilityAlone,
    ReasonMissing,
    RuleBroken,
)

QUESTION_ONLY = frozenset({FindingResult.NEUTRAL, FindingResult.UNCLEAR})
"""What plausibility may come to: a question, never support and never contradiction."""

_NEEDS = {FindingResult.SUPPORTS: "evidence", FindingResult.CONTRADICTS: "against"}
"""Which side of the evidence a weighty result has to name."""


class EvidenceTwice(RuleBroken):
    """One piece of evidence is named for the account and against it; fact: `fact`."""

    code = "evidence-twice"


def finding(
    made: FindingRecorded,
    *,
    child: bool,
    explained: Collection[str],
    leading: Collection[str],
) -> FindingRecorded:
    """Check one finding against the rules and give it back to be recorded.

    `explained` are the paths that were put to the person (conduct.was_put), `leading`
    the ids of answers to leading questions. Raises `ReasonMissing`, `LeadingAnswer`,
    `NotForChildren`, `PlausibilityAlone`, `ExplanationMissing` or `EvidenceTwice`, each
    with its `fact`. Support needs evidence for it, a contradiction evidence against.
    """
    if not made.reason.strip():
        raise ReasonMissing(fact=made.fact)
    if set(made.evidence) & set(made.against):
        raise EvidenceTwice(fact=made.fact)
    if made.result in _NEEDS:
        part = _NEEDS[made.result]
        if not getattr(made, part):
            raise ReasonMissing(fact=made.fact, part=part)
        if {*made.evidence, *made.against} & set(leading):
            raise LeadingAnswer(fact=made.fact)
    if made.indicator is Indicator.PLAUSIBILITY and made.result not in QUESTION_ONLY:
        raise PlausibilityAlone(fact=made.fact)
    if made.result is FindingResult.CONTRADICTS:
        _check_contradiction(made, child, explained)
    return made


def _check_contradiction(made: FindingRecorded, child: bool, explained: Collection[str]) -> None:
    if child:
        raise NotForChildren(fact=made.fact)
    # Little detail is missing support, nothing that speaks against the person.
    if made.indicator is Indicator.DETAIL:
        raise PlausibilityAlone(fact=made.fact)
    if not made.central or made.fact not in explained:
        raise ExplanationMissing(fact=made.fact)
