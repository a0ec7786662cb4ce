"""Words for what an interviewer confirms, and for why a question is asked."""

from enum import StrEnum

from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.interview.conduct import Check

INTERVIEWING: dict[type[StrEnum], dict[str, Lazy]] = {
    Check: {
        "interviewer-trained": _l("I am trained for these interviews."),
        "interpreter-matched": _l(
            "The interpreter speaks the person's way of speaking and is no relative."
        ),
        "place-private": _l("Nobody else can hear or see us."),
        "supporter-asked": _l("I asked whether somebody should sit with the person."),
        "child-trained": _l("I am trained to talk with children."),
        "guardian-asked": _l("A guardian or adviser is here, or the child prefers otherwise."),
        "explained-who": _l("I said who we are, and that we are not the police."),
        "explained-what": _l("I said what this is for, and that no computer decides."),
        "explained-rights": _l(
            "I said: you may take breaks, not answer, correct things, ask for another interpreter."
        ),
        "interpreter-understood": _l(
            "The person said back in their own words what I explained; they understand each other."
        ),
        "wellbeing-asked": _l("I asked how the person is, and whether we may begin."),
    },
}

WHY_ASKED: dict[str, Lazy] = {
    "standard": _l("Asked of everybody"),
    "gap": _l("Nothing is known yet"),
    "contradiction": _l("The record says it in two ways"),
    "discriminating": _l("Tells similar records apart"),
    "added": _l("Added while talking"),
    "own": _l("Worded by the interviewer"),
}

FACT_STATES: dict[str, Lazy] = {
    "told": _l("told"),
    "differs": _l("said in two ways"),
    "not-known": _l("not known yet"),
    "declined": _l("rather not said"),
}

POINTS: dict[str, Lazy] = {
    "times.left-before-arrival": _l("When a place was reached and left"),
    "times.reached-before-leaving": _l("The order of leaving and arriving"),
    "times.before-birth": _l("A time, and the birth"),
    "times.school-too-early": _l("School, and the age then"),
    "times.two-places": _l("Two places at one time"),
}
"""Open points that are about times; the others are named as their question."""
