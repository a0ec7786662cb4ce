"""Words for the languages a person speaks, and for who interprets."""

from enum import StrEnum

from intake.domain import codes
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l

LANGUAGES: dict[type[StrEnum], dict[str, Lazy]] = {
    codes.LanguageRole: {
        "first": _l("First language"),
        "home": _l("Spoken at home"),
        "school": _l("From school"),
        "work": _l("From work"),
    },
    codes.LanguageWish: {
        "interview-preferred": _l("Best for talking"),
        "reading-preferred": _l("Best for reading"),
        "refuses": _l("Not wanted"),
    },
    codes.Skill: {
        "not-at-all": _l("Not at all"),
        "a-little": _l("A little"),
        "well": _l("Well"),
        "very-well": _l("Very well"),
    },
    codes.InterpreterSex: {
        "woman": _l("A woman"),
        "man": _l("A man"),
        "either": _l("Either is fine"),
    },
    codes.Translator: {
        "person": _l("The person"),
        "officer": _l("Whoever writes it down"),
        "interpreter": _l("Interpreter"),
        "other": _l("Somebody else"),
    },
}
