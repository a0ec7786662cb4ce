"""Words for the codes of verification: pairs, interviews, findings, decisions."""

from enum import StrEnum

from intake.domain import codes
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.i18n import lazy_pgettext as _p

VERIFYING: dict[type[StrEnum], dict[str, Lazy]] = {
    codes.PairVerdict: {
        "interview-both": _l("Ask both in an interview"),
        "different": _l("Different people"),
        "same": _l("Same person"),
        "related": _l("Related, not the same"),
        "cannot-tell": _l("I cannot tell: second reviewer"),
    },
    codes.PairStatus: {
        "candidate": _p("pair", "Not looked at yet"),
        "first-verdict": _p("pair", "Waits for the second reviewer"),
        "agreed": _p("pair", "Settled"),
        "disagreed": _p("pair", "The reviewers disagree"),
        "linked": _p("pair", "Linked as one person"),
        "unlink-asked": _p("pair", "Linked; somebody asks to undo it"),
    },
    codes.AfterUndo: {
        "judge-again": _l("Compare the two again"),
        "different": _l("They stand as different people"),
    },
    codes.Stage: {
        "prepare": _p("stage", "Prepare"),
        "open": _p("stage", "Welcome"),
        "narrative": _p("stage", "The person tells"),
        "probe": _p("stage", "Ask more"),
        "clarify": _p("stage", "Clear up differences"),
        "close": _p("stage", "Read back and close"),
        "after": _p("stage", "Afterwards"),
    },
    codes.Prompted: {
        "free-narrative": _l("Told freely"),
        "open": _l("Answer to an open question"),
        "probing": _l("Answer to a follow-up question"),
        "closed": _l("Answer to a yes-or-no question"),
        "leading": _l("Answer to a leading question (carries no weight)"),
    },
    codes.InterpreterKind: {
        "none-needed": _l("No interpreter needed"),
        "trained": _l("Trained interpreter"),
        "lay": _l("Somebody who helps out"),
    },
    codes.InterviewStatus: {
        "planned": _p("interview-status", "Planned"),
        "running": _p("interview-status", "Running"),
        "paused": _p("interview-status", "Paused"),
        "stopped": _p("interview-status", "Stopped"),
        "finished": _p("interview-status", "Finished"),
    },
    codes.StopReason: {
        "break": _l("A break"),
        "distress": _l("The person is distressed"),
        "no-interpreter": _l("No suitable interpreter"),
        "time": _l("No time left"),
        "asked-to-stop": _l("The person asked to stop"),
    },
    codes.Indicator: {
        "internal-consistency": _l("Fits what the person said elsewhere"),
        "external-consistency": _l("Fits what others say"),
        "sufficiency-of-detail": _l("Enough detail"),
        "plausibility": _l("Plausibility"),
    },
    codes.FindingResult: {
        "supports": _l("Supports it"),
        "neutral": _l("Says nothing either way"),
        "unclear": _l("Unclear"),
        "contradicts": _l("Contradicts it"),
    },
    codes.FactOutcome: {
        "established": _l("Established"),
        "partly-established": _l("Partly established"),
        "not-established-now": _l("Not established for now"),
        "not-examined": _l("Not examined"),
    },
    codes.SupportClass: {
        "kin": _l("Relatives who confirm"),
        "voucher": _l("Others who know the person"),
        "document": _l("A paper"),
        "record": _l("An earlier record"),
        "place": _l("Knowledge of a place"),
        "continuity": _l("The same account over time"),
    },
    codes.IdentityLevel: {
        "a0": _l("A0: recorded"),
        "a1": _l("A1: recorded, found once only"),
        "a2": _l("A2: supported"),
        "a3": _l("A3: well supported"),
        "a4": _l("A4: documented"),
    },
    codes.ReviewVerdict: {
        "confirm": _l("Confirm"),
        "return": _l("Return with a reason"),
    },
    codes.NextStep: {
        "nothing-needed": _l("Nothing more is needed"),
        "another-talk": _l("Another talk"),
        "bring-information": _l("Bring more information"),
        "referral-made": _l("Referred to somebody who helps"),
        "tracing-goes-on": _l("The search goes on"),
    },
}
