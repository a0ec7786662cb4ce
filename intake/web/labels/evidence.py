"""Words for what a comparison of two records says, and what a level still lacks."""

from enum import StrEnum

from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.i18n import lazy_pgettext as _p
from intake.interview.ceiling import Missing
from intake.interview.script import Theme, Verifiability
from intake.matching.why import Band, Outcome, Reason

EVIDENCE: dict[type[StrEnum], dict[str, Lazy]] = {
    Outcome: {
        "agrees": _p("evidence", "agrees"),
        "differs": _p("evidence", "differs"),
        "unknown": _p("evidence", "unknown"),
    },
    Band: {
        "many": _p("evidence", "Many things agree"),
        "some": _p("evidence", "Some things agree"),
        "few": _p("evidence", "Few things agree"),
    },
    Reason: {
        "not-known": _l("one side is silent: no evidence either way"),
        "hint-only": _l("a hint only, it proves nothing"),
        "apart": _l("whoever is sought is apart from those who search"),
        "same-text": _l("written the same"),
        "same-sound": _l("sounds the same"),
        "close-spelling": _l("a close spelling"),
        "other-form-of-the-name": _l("another form of the same name"),
        "part-agrees": _l("a part of the name agrees"),
        "parts-in-other-order": _l("the same parts in another order"),
        "given-name-differs": _l("the given name differs"),
        "family-name-differs": _l("the family name differs"),
        "different": _l("different; ask in the interview"),
        "same": _l("the same"),
        "same-day": _l("the same day"),
        "same-month": _l("the same month and year"),
        "same-year": _l("the same year"),
        "dates-overlap": _l("one lies inside what the other allows"),
        "near-day": _l("a few days apart"),
        "near-year": _l("about a year apart"),
        "day-and-month-swapped": _l("day and month may be swapped"),
        "one-digit-of-the-year": _l("one digit of the year differs"),
        "another-calendar": _l("the same day in another calendar"),
        "years-apart": _l("years apart; ask in the interview"),
        "old-name-of-the-place": _l("an old and a new name of one place"),
        "same-companions": _l("the same people are with them"),
        "other-companions": _l("other people are with them"),
    },
    Missing: {
        "notice": _l("The person was told how the information is used."),
        "read-back": _l("The record was read back."),
        "duplicate-search": _l("Every similar record was looked at by a person."),
        "statement-confirmed": _l("The person confirmed the statement."),
        "interview": _l("The interview is complete."),
        "contradictions": _l("No difference in a main fact is left open."),
        "support": _l("One independent support."),
        "second-class": _l("A second support of another kind."),
        "outside-household": _l("A support from outside the household."),
        "child-document": _l("A paper or an earlier record, because this is a child."),
        "second-person": _l("A second person confirms it."),
        "authoritative": _l("A record confirmed in a way that is safe for the person."),
    },
    Theme: {
        "opening": _p("theme", "Opening"),
        "family": _p("theme", "Family"),
        "place": _p("theme", "Home and place"),
        "school-work": _p("theme", "School and work"),
        "time": _p("theme", "Time and events"),
        "documents": _p("theme", "Papers"),
        "route": _p("theme", "The way here"),
        "language": _p("theme", "Language"),
        "culture": _p("theme", "Customs and faith"),
        "child": _p("theme", "For a child"),
        "closing": _p("theme", "Closing"),
    },
    Verifiability: {
        "place-knowledge": _l("Can be compared with knowledge of the place"),
        "other-people": _l("Other people can confirm it"),
        "later-paper": _l("A later paper can confirm it"),
        "account-only": _l("Only the person's account"),
        "nothing": _l("Is not there to be compared"),
    },
}
