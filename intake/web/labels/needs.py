"""Words for specific needs: plain, without a diagnosis and without blame."""

from enum import StrEnum

from intake.domain import codes
from intake.domain.codes import NeedCategory, SpecificNeed
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.i18n import lazy_pgettext as _p

NEEDS: dict[type[StrEnum], dict[str, Lazy]] = {
    codes.SpecificNeed: {
        "cr-ne": _p("need", "Child who does not go to school"),
        "cr-se": _p("need", "Child who needs special schooling"),
        "cr-tp": _p("need", "Pregnant girl under 18"),
        "cr-ch": _p("need", "Child who looks after a household"),
        "cr-cp": _p("need", "Child who is a parent"),
        "sc-uc": _p("need", "Child with no adult to look after them"),
        "sc-sc": _p("need", "Child apart from parents, with other relatives"),
        "sc-ch": _p("need", "Children who live by themselves"),
        "wr-sf": _p("need", "Woman on her own"),
        "wr-hr": _p("need", "Woman who alone cares for a household"),
        "wr-lc": _p("need", "Woman on her own who breastfeeds"),
        "er-nf": _p("need", "Older person without family"),
        "er-sc": _p("need", "Older person with children apart from their parents"),
        "er-mc": _p("need", "Older person who cares for children"),
        "er-fr": _p("need", "Older person who cannot manage alone"),
        "sp-pt": _p("need", "Parent who cares alone"),
        "sp-gp": _p("need", "Grandparent who cares alone"),
        "sp-cg": _p("need", "Other person who cares alone"),
        "sm-ci": _p("need", "Lasting illness"),
        "sm-cc": _p("need", "Illness or injury that cannot wait"),
        "sm-mn": _p("need", "Too little food for a long time"),
        "sm-ot": _p("need", "Another medical need"),
        "pg-hr": _p("need", "Pregnancy with a risk"),
        "pg-lc": _p("need", "Breastfeeding"),
        "fu-tr": _p("need", "Looks for relatives"),
        "fu-fr": _p("need", "Wants to join relatives who were found"),
        "lp-nd": _p("need", "No papers at all"),
        "lp-na": _p("need", "Is not let into services"),
        "lp-bn": _p("need", "Lacks food, water, clothes or shelter"),
    },
    codes.NeedCategory: {
        "cr": _p("need", "Children"),
        "sc": _p("need", "Children apart from their parents"),
        "wr": _p("need", "Women"),
        "er": _p("need", "Older people"),
        "sp": _p("need", "People who care alone"),
        "sm": _p("need", "Health"),
        "pg": _p("need", "Pregnant or breastfeeding"),
        "fu": _p("need", "Family"),
        "lp": _p("need", "Papers and help"),
    },
    codes.NeedStatus: {
        "reported-by-person": _p("need", "The person says so"),
        "observed": _p("need", "It can be seen"),
        "reported-by-other": _p("need", "Somebody else says so"),
        "pending-review": _p("need", "Noticed, to be looked at by a specialist"),
        "confirmed": _p("need", "Confirmed by a specialist"),
        "resolved": _p("need", "Taken care of"),
    },
    codes.Urgency: {
        "immediate": _p("need", "Now"),
        "within-24-hours": _p("need", "Within a day"),
        "within-72-hours": _p("need", "Within three days"),
        "routine": _p("need", "Can wait its turn"),
    },
    codes.Functioning: {
        "seeing": _l("Seeing, with glasses if worn"),
        "hearing": _l("Hearing, with an aid if worn"),
        "walking": _l("Walking or climbing steps"),
        "remembering": _l("Remembering or concentrating"),
        "self-care": _l("Washing or dressing"),
        "communicating": _l("Understanding and being understood"),
    },
    codes.Difficulty: {
        "none": _p("difficulty", "No difficulty"),
        "some": _p("difficulty", "Some"),
        "a-lot": _p("difficulty", "A lot"),
        "cannot": _p("difficulty", "Cannot do it"),
    },
}


def grouped_needs() -> list[tuple[Lazy, list[tuple[str, Lazy]]]]:
    """The needs as a page offers them: by group, each with its words."""
    words = NEEDS[SpecificNeed]
    return [
        (NEEDS[NeedCategory][group], [(c, words[c]) for c in words if c.split("-")[0] == group])
        for group in NeedCategory
    ]
