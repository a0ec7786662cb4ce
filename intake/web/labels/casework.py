"""Words for the codes of a case: consent, level, status, tracing, roles, devices."""

from enum import StrEnum

from intake.domain import codes
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.i18n import lazy_pgettext as _p

CASEWORK: dict[type[StrEnum], dict[str, Lazy]] = {
    codes.Purpose: {
        "registration": _l("Registration: to be recorded here"),
        "verification": _l("Verification: to compare with other records"),
        "tracing": _l("Tracing: to search for missing relatives"),
        "referral": _l("Referral: to pass needs on to those who help"),
        "sharing": _l("Sharing: to give the record to others"),
    },
    codes.Setting: {
        "comment-days": _l("Time to comment on a decision before it is final"),
        "second-opinions": _l("Read by the second person before they see the proposal"),
        "keep-years": _l("A record out of use is kept for"),
        "fewest-shown": _l("Hidden in the figures"),
        "idle-minutes": _l("A session that rests ends after"),
    },
    codes.ChangeStatus: {
        "proposed": _p("setting", "Waits for a second administrator"),
        "in-force": _p("setting", "Confirmed"),
        "declined": _p("setting", "Left as it was"),
    },
    codes.Recipient: {
        "health-care": _p("recipient", "Health care"),
        "psychosocial-support": _p("recipient", "Psychosocial support"),
        "legal-advice": _p("recipient", "Legal advice"),
        "child-protection": _p("recipient", "Those who protect children"),
        "shelter-and-food": _p("recipient", "Those who give shelter and food"),
        "education": _p("recipient", "Schools and training"),
        "united-nations": _p("recipient", "Agencies of the United Nations"),
        "red-cross-red-crescent": _p("recipient", "The Red Cross or Red Crescent"),
        "aid-organisations": _p("recipient", "Other aid organisations"),
        "authorities-here": _p("recipient", "Authorities of this country"),
    },
    codes.ConsentAnswer: {
        "yes": _l("Agrees"),
        "no": _l("Does not agree"),
        "withdrawn": _l("Agreed, then withdrew"),
        "not-asked": _l("Not asked"),
        "over": _l("Agreed for a time that is over"),
    },
    codes.ConsentBy: {
        "self": _l("The person"),
        "caregiver-and-child": _l("The caregiver and the child together"),
        "guardian": _l("The guardian"),
        "vital-interest": _l("Nobody could be asked, and it cannot wait"),
    },
    codes.Channel: {
        "spoken": _l("Spoken"),
        "read": _l("Read by the person"),
        "sign-language": _l("In sign language"),
    },
    codes.ReadBack: {
        "yes": _l("It is right"),
        "yes-with-changes": _l("It is right after these changes"),
        "refuses": _l("The person does not want to confirm it"),
        "unable": _l("It could not be read back"),
    },
    codes.Level: {
        "quick": _l("Quick count of a group"),
        "full": _l("Full registration"),
    },
    codes.Depth: {
        "tally": _l("Counted only (L0)"),
        "begun": _l("Emergency level begun (L1)"),
        "emergency": _l("Emergency level (L1)"),
        "basic": _l("Basic level (L2)"),
    },
    codes.CaseStatus: {
        "draft": _p("case", "Draft"),
        "ready": _p("case", "Ready to send"),
        "sent": _p("case", "Sent, not confirmed yet"),
        "received": _p("case", "Received by the registry"),
        "refused": _p("case", "Refused, look"),
        "answered": _p("case", "Answered"),
        "discarded": _p("case", "Discarded"),
    },
    codes.TracingStatus: {
        "open": _p("tracing", "Search open"),
        "withdrawn": _p("tracing", "Withdrawn"),
    },
    codes.Role: {
        "field": _l("Field officer"),
        "clerk": _l("Registration clerk"),
        "interviewer": _l("Interviewer"),
        "reviewer": _l("Reviewer"),
        "protection": _l("Protection officer"),
        "tracing": _l("Tracing officer"),
        "data-protection-officer": _l("Data protection officer"),
        "administrator": _l("Administrator"),
    },
    codes.DeviceStatus: {
        "requested": _p("device", "Waits for approval"),
        "approved": _p("device", "Approved"),
        "revoked": _p("device", "No longer accepted"),
        "forked": _p("device", "Split in two: look at once"),
    },
    codes.ViewPurpose: {
        "compare-records": _l("To compare two records"),
        "prepare-interview": _l("To prepare or hold an interview"),
        "review-decision": _l("To propose or review a decision"),
        "trace-relative": _l("To search for a missing relative"),
        "protect-person": _l("To protect this person"),
        "person-asks": _l("The person is here and asks"),
        "check-recording": _l("To check how it was recorded"),
    },
}
