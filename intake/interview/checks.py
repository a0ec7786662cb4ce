"""What is said to the person and confirmed before a stage of an interview opens."""

from enum import StrEnum

from intake.domain.codes import Stage


class Check(StrEnum):
    """What is confirmed before a stage opens or before the record is signed."""

    INTERVIEWER_TRAINED = "interviewer-trained"
    INTERPRETER_MATCHED = "interpreter-matched"
    PLACE_PRIVATE = "place-private"
    SUPPORTER_ASKED = "supporter-asked"
    CHILD_TRAINED = "child-trained"
    GUARDIAN_ASKED = "guardian-asked"
    CHILD_HOUR = "child-hour"
    SIBLINGS_APART = "siblings-apart"
    EXPLAINED_WHO = "explained-who"
    EXPLAINED_USE = "explained-use"
    EXPLAINED_BREAKS = "explained-breaks"
    EXPLAINED_SILENCE = "explained-silence"
    EXPLAINED_INTERPRETER = "explained-interpreter"
    EXPLAINED_CORRECTIONS = "explained-corrections"
    EXPLAINED_NO_COMPUTER = "explained-no-computer"
    EXPLAINED_NO_RECORDING = "explained-no-recording"
    CHILD_WHO = "child-who"
    CHILD_STOP = "child-stop"
    CHILD_DONT_KNOW = "child-dont-know"
    CHILD_WRONG = "child-wrong"
    CHILD_ASSENT = "child-assent"
    INTERPRETER_UNDERSTOOD = "interpreter-understood"
    WELLBEING_ASKED = "wellbeing-asked"
    NEEDS_ASKED = "needs-asked"
    NEXT_TOLD = "next-told"
    REMEDIES_TOLD = "remedies-told"
    LEFT_CALMLY = "left-calmly"


CHECKS: dict[Stage, tuple[Check, ...]] = {
    Stage.OPEN: (
        Check.INTERVIEWER_TRAINED,
        Check.INTERPRETER_MATCHED,
        Check.PLACE_PRIVATE,
        Check.SUPPORTER_ASKED,
    ),
    Stage.NARRATIVE: (
        Check.EXPLAINED_WHO,
        Check.EXPLAINED_USE,
        Check.EXPLAINED_BREAKS,
        Check.EXPLAINED_SILENCE,
        Check.EXPLAINED_INTERPRETER,
        Check.EXPLAINED_CORRECTIONS,
        Check.EXPLAINED_NO_COMPUTER,
        Check.EXPLAINED_NO_RECORDING,
        Check.INTERPRETER_UNDERSTOOD,
        Check.WELLBEING_ASKED,
    ),
}

CHILD_CHECKS: dict[Stage, tuple[Check, ...]] = {
    Stage.OPEN: (
        *CHECKS[Stage.OPEN],
        Check.CHILD_TRAINED,
        Check.GUARDIAN_ASKED,
        Check.CHILD_HOUR,
        Check.SIBLINGS_APART,
    ),
    # Fewer and simpler: a child hears what a child can keep, and tries out saying no.
    Stage.NARRATIVE: (
        Check.CHILD_WHO,
        Check.CHILD_STOP,
        Check.CHILD_DONT_KNOW,
        Check.CHILD_WRONG,
        Check.EXPLAINED_NO_RECORDING,
        Check.INTERPRETER_UNDERSTOOD,
        Check.CHILD_ASSENT,
        Check.WELLBEING_ASKED,
    ),
}

CLOSING_CHECKS = (
    Check.NEEDS_ASKED,
    Check.NEXT_TOLD,
    Check.REMEDIES_TOLD,
    Check.LEFT_CALMLY,
)
"""Before the record is signed."""

SPOKEN = frozenset(
    {
        *(c for c in CHECKS[Stage.NARRATIVE] if c.value.startswith("explained-")),
        Check.CHILD_WHO,
        Check.CHILD_STOP,
        Check.CHILD_DONT_KNOW,
        Check.CHILD_WRONG,
        Check.CHILD_ASSENT,
        Check.NEEDS_ASKED,
        Check.NEXT_TOLD,
        Check.REMEDIES_TOLD,
    }
)
"""What is said to the person in these words, in their language."""

OF_INTERPRETER = frozenset(
    {Check.INTERPRETER_MATCHED, Check.INTERPRETER_UNDERSTOOD, Check.EXPLAINED_INTERPRETER}
)
"""What only makes sense where somebody interprets."""
