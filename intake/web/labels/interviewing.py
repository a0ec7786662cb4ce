"""Words of interviews: what is confirmed and said, by whom, how, and why asked."""

from enum import StrEnum

from intake.domain import codes
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.i18n import lazy_pgettext as _p
from intake.interview.checks import Check

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
        "child-hour": _l("It is no time for sleep, meals or school; paper and pencils lie ready."),
        "siblings-apart": _l(
            "Brothers and sisters are heard one by one, and together afterwards if they wish."
        ),
        # Translators: from here on, words said to the person, plainly and kindly.
        "explained-who": _l("We work for the registry. We are not the police and not a court."),
        "explained-use": _l(
            "We write down what you tell us, so that your record is right. "
            "Only people who work on it read it."
        ),
        "explained-breaks": _l("You may take a break or stop whenever you like."),
        "explained-silence": _l(
            "You need not answer everything. “I do not know” is a good answer."
        ),
        "explained-interpreter": _l("You may ask for another interpreter, now or later."),
        "explained-corrections": _l("You may correct whatever I wrote, today or another day."),
        "explained-no-computer": _l("No computer decides anything about you. People do."),
        "explained-no-recording": _l("Nobody records your voice or takes your picture."),
        "child-who": _l("I talk with many children. You have done nothing wrong."),
        "child-stop": _l("If you want a break or want to stop, tell me or raise your hand."),
        "child-dont-know": _l(
            "If I ask what my grandmother is called, you say: I do not know. Let us try it."
        ),
        "child-wrong": _l("If I say something wrong, you say: You got it wrong. Let us try that."),
        "child-assent": _l("Do you want to talk with me now? You may say no."),
        "interpreter-understood": _l(
            "The person said back in their own words what I explained; they understand each other."
        ),
        "wellbeing-asked": _l("I asked how the person is, and whether we may begin."),
        "needs-asked": _l("Is there anything you need help with now?"),
        "next-told": _l("This is what happens next, and by this day you will hear from us."),
        "remedies-told": _l(
            "You may have anything corrected, and ask that somebody else looks at it again. "
            "You lose nothing by it."
        ),
        "left-calmly": _l("We ended with something of today, not with what was hard."),
    },
    codes.Declaration: {
        "no-tie": _l("I am no relative or friend, and of no group that the person fears."),
        "not-talked": _l("I have not talked with the person about this before."),
        "first-person": _l("I say “I” when the person says “I”."),
        "everything": _l("I say everything, and add or leave out nothing."),
        "no-opinion": _l("I give no opinion on the person or their country."),
        "confidential": _l("I tell nobody what I hear."),
        "no-gifts": _l("I take no gifts or favours."),
        "tells-doubts": _l("I say at once when I am in doubt about a word or about my part."),
    },
    codes.InterpreterWish: {
        "no-wish": _l("No wish"),
        "woman": _l("A woman"),
        "man": _l("A man"),
        "not-asked": _p("interpreter-wish", "Not asked yet"),
    },
    codes.InterpreterAnswer: {
        "understands": _l("Understands well, and it is all right"),
        "prefers-another": _l("Prefers another interpreter"),
        "prefers-woman": _l("Prefers a woman"),
        "prefers-man": _l("Prefers a man"),
    },
    codes.Supporter: {
        "nobody": _l("Nobody, as the person wishes"),
        "supporter": _l("Somebody the person trusts"),
        "guardian": _l("The guardian"),
        "adviser": _l("An adviser"),
    },
    codes.CopyGiven: {
        "given": _l("Takes a copy along"),
        "not-safe": _l("Takes none: it is safer not to carry it"),
        "not-wished": _l("Wishes no copy"),
    },
    codes.Debrief: {
        "no-problem": _l("No language problem"),
        "problems": _l("There were language problems"),
        "not-held": _l("No interpreter, or not asked"),
    },
    codes.SelfCheck: {
        "listened": _l("I let the person tell their story without interrupting."),
        "not-led": _l("I suggested no answer, or marked it where I did."),
        "words-kept": _l("I wrote down words, not impressions."),
        "rested": _l("The person had the breaks they needed."),
    },
    codes.OutreachWay: {
        "phone": _l("By phone"),
        "message": _l("By message"),
        "visit": _l("By a visit"),
        "through-others": _l("Through somebody they trust"),
    },
    codes.OutreachOutcome: {
        "comes": _l("Reached: comes on another day"),
        "not-now": _l("Reached: does not want to talk now"),
        "left-word": _l("Left word, waiting for an answer"),
        "not-reached": _l("Not reached"),
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
