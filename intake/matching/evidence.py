"""What one field of two records says about their being the same person."""

from dataclasses import dataclass

from intake.matching.why import Outcome, Reason


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of an explanation: both values as said, and what they weigh together."""

    field: str
    outcome: Outcome
    weight: float
    left: str
    right: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Finding:
    """Evidence before relatives' common ground is discounted.

    `own` speaks of this person alone; `shared` speaks as well of a sibling, who has
    the same parents, places, family name and companions. Where there is any, `own`
    decides whether the row agrees.
    """

    field: str
    left: str
    right: str
    why: Reason
    own: float = 0.0
    shared: float = 0.0
    known: bool = True

    def evidence(self, kept: float) -> Evidence:
        """The row shown, with `kept` of the shared weight."""
        weight = self.own + self.shared * kept
        if not self.known:
            return Evidence(self.field, Outcome.UNKNOWN, 0.0, self.left, self.right, self.why)
        outcome = Outcome.AGREES if (self.own or self.shared) > 0 else Outcome.DIFFERS
        return Evidence(self.field, outcome, weight, self.left, self.right, self.why)


def not_known(field: str, left: str, right: str, why: Reason = Reason.NOT_KNOWN) -> Finding:
    """A field that one side did not tell, for whatever cause: it weighs nothing."""
    return Finding(field, left, right, why, known=False)
