"""How what does not fit is put to the person: openly, without a side.

No sentence says who told something else, or which of several words is the right one.
"""

from intake.domain.open_points import TIMES, TWO_PLACES
from intake.interview.script import N_

DIFFERENT = N_(
    "interview",
    "I have this written down in more than one way. Can you help me to understand it?",
)
"""How statements that differ are put."""

_OPENLY = {
    "relative": N_(
        "interview", "Families use different words for who they are to each other. What do you say?"
    ),
    TIMES + "left-before-arrival": N_(
        "interview", "Please tell me once more when you came to this place, and when you left."
    ),
    TIMES + "reached-before-leaving": N_(
        "interview", "Please tell me in which order you left home and came to the next places."
    ),
    TIMES + "before-birth": N_(
        "interview", "Please tell me about when that was, and how old you were, about."
    ),
    TIMES + "school-too-early": N_(
        "interview", "Please tell me about the time at that school. How old were you, about?"
    ),
    TWO_PLACES: N_(
        "interview", "Please tell me where you lived first, and where you lived after that."
    ),
}


def openly(key: str) -> str:
    """The sentence with which a point is put, in English with the context "interview"."""
    return _OPENLY.get(key, DIFFERENT)
