"""Words for papers: what they are and what was seen of them, no judgement."""

from enum import StrEnum

from intake.domain import codes
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.i18n import lazy_pgettext as _p

DOCUMENTS: dict[type[StrEnum], dict[str, Lazy]] = {
    codes.DocumentKind: {
        "national-id": _l("National identity card"),
        "passport": _l("Passport"),
        "birth-certificate": _l("Birth certificate"),
        "family-book": _l("Family book"),
        "marriage-certificate": _l("Marriage certificate"),
        "driving-licence": _l("Driving licence"),
        "school-report": _l("School report"),
        "vaccination-card": _l("Vaccination card"),
        "refugee-certificate": _l("Refugee certificate"),
        "internal-passport": _l("Internal passport"),
        "unhcr-certificate": _l("UNHCR certificate"),
        "residence-permit": _l("Residence permit"),
        "voter-card": _l("Voter card"),
        "tax-number": _l("Tax number paper"),
        "student-card": _l("Student card"),
        "employment-card": _l("Employment card"),
        "land-title": _l("Title to land or a house"),
        "digital-id": _l("Identity in a phone app"),
        "sim-registration": _l("Registration of a phone number"),
        "other": _l("Another paper"),
    },
    codes.DocumentStatus: {
        "held-seen": _l("Here, and seen"),
        "held-not-shown": _l("With them, not shown"),
        "copy-on-phone": _l("A copy on the phone"),
        "copy-elsewhere": _l("A copy elsewhere"),
        "left-at-home": _l("Left at home"),
        "lost-on-route": _l("Lost on the way"),
        "stolen": _l("Stolen"),
        "taken-away": _l("Taken away by somebody"),
        "destroyed": _l("Destroyed"),
        "expired": _l("Out of date"),
        "hidden-for-safety": _l("Hidden, to be safe"),
        "never-had": _l("Never had one"),
    },
    codes.TakenBy: {
        "authority": _p("taken", "An authority"),
        "armed-group": _p("taken", "An armed group"),
        "smuggler": _p("taken", "Somebody who was paid for the way"),
        "employer": _p("taken", "An employer"),
        "spouse-or-family": _p("taken", "Husband, wife or family"),
        "unknown": _p("taken", "Nobody knows"),
    },
    codes.VisualCheck: {
        "readable": _p("paper", "Can be read"),
        "damaged": _p("paper", "Damaged"),
        "alterations-visible": _p("paper", "Changes can be seen on it"),
        "not-assessed": _p("paper", "Not looked at closely"),
    },
}
