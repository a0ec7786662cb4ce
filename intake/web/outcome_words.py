"""The words in which a person hears a decision, at the laptop and at the registry."""

from intake.domain.codes import IdentityLevel, NextStep
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l

# The names shown to people (domain chapter 8.5); the letters are for staff.
LEVELS: dict[IdentityLevel, Lazy] = {
    IdentityLevel.A0: _l("Your identity is recorded."),
    IdentityLevel.A1: _l("Your identity is recorded, and the record is unique."),
    IdentityLevel.A2: _l("Your identity is supported."),
    IdentityLevel.A3: _l("Your identity is well supported."),
    IdentityLevel.A4: _l("Your identity is documented."),
}
SHORT: dict[IdentityLevel, Lazy] = {
    IdentityLevel.A0: _l("Recorded"),
    IdentityLevel.A1: _l("Recorded, unique"),
    IdentityLevel.A2: _l("Supported"),
    IdentityLevel.A3: _l("Well supported"),
    IdentityLevel.A4: _l("Documented"),
}
NEXT: dict[NextStep, Lazy] = {
    NextStep.NOTHING_NEEDED: _l("Nothing more is needed from you now."),
    NextStep.ANOTHER_TALK: _l("We would like to talk with you once more."),
    NextStep.BRING_INFORMATION: _l("Please bring what you can still find out."),
    NextStep.REFERRAL_MADE: _l("We have passed your need on to somebody who helps."),
    NextStep.TRACING_GOES_ON: _l("The search for your relatives goes on."),
}
REMEDY = _l("If you do not agree, say so. Somebody who has not worked on it will look again.")
