"""Words for the codes of vouching, of searches, and of records in use."""

from enum import StrEnum

from intake.domain import codes
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.i18n import lazy_pgettext as _p

VOUCHING: dict[type[StrEnum], dict[str, Lazy]] = {
    codes.VouchCapacity: {
        "relative": _p("voucher", "Relative"),
        "neighbour": _p("voucher", "Neighbour"),
        "friend": _p("voucher", "Friend"),
        "colleague": _p("voucher", "Somebody from work"),
        "teacher": _p("voucher", "Teacher"),
        "employer": _p("voucher", "Employer"),
        "community-leader": _p("voucher", "Somebody who speaks for the community"),
        "religious-leader": _p("voucher", "Leads a religious community"),
        "health-worker": _p("voucher", "Health worker"),
        "aid-worker": _p("voucher", "Aid worker"),
        "former-official": _p("voucher", "Former official"),
    },
    codes.VouchFact: {
        "name": _p("vouch", "The name"),
        "birth": _p("vouch", "When the person was born"),
        "parents": _p("vouch", "Who the parents are"),
        "place": _p("vouch", "Where the person lived"),
        "tie": _p("vouch", "A tie to somebody"),
        "recognised-in-person": _p("vouch", "Met the person and knew them"),
    },
    codes.VouchMethod: {
        "in-person": _p("vouch", "Face to face"),
        "phone": _p("vouch", "By phone"),
        "letter": _p("vouch", "By letter"),
        "message": _p("vouch", "By message"),
    },
    codes.RecordState: {
        "open": _p("record", "In use"),
        "inactive": _p("record", "Not in use for now"),
        "close-asked": _p("record", "Not in use; somebody asks to close it"),
        "closed": _p("record", "Closed"),
        "reopen-asked": _p("record", "Closed; somebody asks to open it again"),
    },
    codes.InactiveReason: {
        "no-contact": _l("Nobody could reach the person"),
        "left": _l("The person left"),
        "requested": _l("The person asked for it"),
        "resettled-or-returned": _l("Resettled or returned home"),
        "naturalised": _l("Became a citizen here"),
        "deceased": _l("The person died"),
        "registered-in-error": _l("Recorded by mistake"),
        "duplicate-of": _l("The linked record is used instead"),
    },
    codes.TraceVerdict: {
        "the-one-sought": _l("This is the missing relative"),
        "somebody-else": _l("This is somebody else"),
        "cannot-tell": _p("trace", "I cannot tell"),
    },
    codes.TraceStatus: {
        "first-verdict": _p("trace", "Waits for a second person"),
        "disagreed": _p("trace", "Two disagree: a third person is needed"),
        "set-aside": _p("trace", "Somebody else"),
        "verified": _p("trace", "Two people say: the missing relative"),
        "with-protection": _p("trace", "The protection team asks both sides"),
        "both-agree": _p("trace", "Both sides agree to contact"),
        "no-contact": _p("trace", "No contact: there is nothing we can share"),
        "contact": _p("trace", "Contact made"),
    },
    codes.TraceSide: {
        "asker": _l("The one who searches"),
        "found": _l("The one who was found"),
    },
    codes.ContactWish: {
        "yes": _p("contact", "Agrees to contact"),
        "message-only": _p("contact", "A message only"),
        "no": _p("contact", "No contact"),
    },
    codes.BestInterests: {
        "in-interest": _l("Contact is in the child's interest"),
        "not-now": _l("Not now"),
        "not-in-interest": _l("Contact is not in the child's interest"),
    },
    codes.GuardianPart: {
        "agrees": _p("guardian", "Agrees"),
        "disagrees": _p("guardian", "Does not agree"),
        "not-reached": _p("guardian", "Could not be reached"),
        "nobody-named": _p("guardian", "Nobody is named yet"),
    },
    codes.VouchStatus: {
        "stands": _p("vouch", "Stands"),
        "waits-for-reviewer": _p("vouch", "Waits for a reviewer"),
        "withdrawn": _p("vouch", "No longer holds"),
    },
}
