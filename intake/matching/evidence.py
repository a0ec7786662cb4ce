"""What one field of two records says about their being the same person."""

from dataclasses import dataclass
from typing import NamedTuple

from intake.matching.weights import Weights
from intake.matching.why import Outcome, Reason

Terms = tuple[tuple[str, float], ...]
"""Names of the weight table and how much of each: the evidence before it is weighed."""


def weigh(terms: Terms, weights: Weights) -> float:
    """Bits of these terms."""
    bits = 0.0
    for name, amount in terms:
        bits += weights[name] * amount
    return bits


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of an explanation: both values as said, and what they weigh together."""

    field: str
    outcome: Outcome
    weight: float
    left: str
    right: str
    why: Reason


class Finding(NamedTuple):
    """Evidence of one field before it is weighed and relatives' ground discounted.

    `own` speaks of this person alone; `shared` speaks as well of a sibling, who has
    the same parents, places, family name and companions. Where there is any, `own`
    decides whether the row agrees.
    """

    field: str
    left: str
    right: str
    why: Reason
    own: Terms = ()
    shared: Terms = ()
    known: bool = True

    def evidence(self, weights: Weights, kept: float) -> Evidence:
        """The row shown, with `kept` of the shared weight."""
        if not self.known:
            return Evidence(self.field, Outcome.UNKNOWN, 0.0, self.left, self.right, self.why)
        own, shared = weigh(self.own, weights), weigh(self.shared, weights)
        outcome = Outcome.AGREES if (own or shared) > 0 else Outcome.DIFFERS
        return Evidence(self.field, outcome, own + shared * kept, self.left, self.right, self.why)


def not_known(field: str, left: str, right: str, why: Reason = Reason.NOT_KNOWN) -> Finding:
    """A field that one side did not tell, for whatever cause: it weighs nothing."""
    return Finding(field, left, right, why, known=False)
