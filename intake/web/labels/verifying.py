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
        "different": _l("They stay two different people"),
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
        "scheduled": _p("interview-status", "Has its day"),
        "missed": _p("interview-status", "To be reached"),
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
        "worry": _l("The child is worried"),
        "not-willing": _l("The child does not want to talk now"),
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
    codes.IdentityState: {
        "unexamined": _p("identity", "Not looked at yet"),
        "unique": _p("identity", "Found once only"),
        "scheduled": _p("identity", "An interview is planned"),
        "in-progress": _p("identity", "The interview runs"),
        "paused": _p("identity", "The interview is paused"),
        "statement-confirmed": _p("identity", "The record was read back and confirmed"),
        "statement-refused": _p("identity", "The record was read back and not confirmed"),
        "assessing": _p("identity", "Being assessed"),
        "more-information": _p("identity", "Waits for more information"),
        "proposed": _p("identity", "Proposed, waits for a second person"),
        "under-review": _p("identity", "A second person looks at it"),
        "returned": _p("identity", "Returned by the second person"),
        "decided": _p("identity", "Decided, the person has to be told"),
        "comment-window": _p("identity", "Told, the person can comment"),
        "commented": _p("identity", "The person has commented"),
        "final": _p("identity", "Final"),
        "review-requested": _p("identity", "Somebody uninvolved looks at it"),
    },
    codes.DecisionStatus: {
        "proposed": _p("decision", "waits for a second person"),
        "returned": _p("decision", "returned"),
        "decided": _p("decision", "decided by two people, to be told"),
        "notified": _p("decision", "told, the person can comment"),
        "commented": _p("decision", "the person has commented"),
        "reopened": _p("decision", "looked at again"),
        "final": _p("decision", "final"),
    },
    codes.ToldHow: {
        "in-person": _l("In person"),
        "by-phone": _l("By phone"),
        "in-writing": _l("In writing, handed over"),
    },
    codes.CommentVerdict: {
        "stays": _l("The decision stays"),
        "look-again": _l("Assess it again"),
    },
    codes.RecheckVerdict: {
        "upheld": _l("It stays as it is"),
        "changed": _l("It is assessed anew"),
    },
    codes.CorrectionBy: {
        "self": _l("The person"),
        "guardian": _l("The guardian"),
        "caregiver": _l("The carer"),
    },
    codes.CorrectionStatus: {
        "asked": _p("correction", "Waits for an answer"),
        "approved": _p("correction", "Corrected as asked"),
        "partly": _p("correction", "Corrected partly"),
        "refusal-proposed": _p("correction", "Waits for a second person"),
        "refused": _p("correction", "Not corrected, for the reasons beside it"),
    },
    codes.CorrectionVerdict: {
        "approved": _l("Correct it as asked"),
        "partly": _l("Correct it partly, as written below"),
        "refused": _l("Do not correct it; a second person has to agree"),
    },
    codes.LookAgain: {
        "new-evidence": _l("There is something new"),
        "time-passed": _l("Its time has passed"),
        "record-corrected": _l("The record was corrected"),
    },
    codes.NextStep: {
        "nothing-needed": _l("Nothing more is needed"),
        "another-talk": _l("Another talk"),
        "bring-information": _l("Bring more information"),
        "referral-made": _l("Referred to somebody who helps"),
        "tracing-goes-on": _l("The search goes on"),
    },
}
