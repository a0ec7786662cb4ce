"""The fields of our forms."""

from intake.web.fields.answer import NOTHING, Answer, AskField, counted, whole
from intake.web.fields.choice import ChoiceField, CodeField, PeopleField, YesNoField
from intake.web.fields.named import NameField, OtherNamesField, PlaceField
from intake.web.fields.plain import (
    CheckField,
    CountField,
    LongTextField,
    NumberField,
    PassphraseField,
    TextField,
)

__all__ = [
    "NOTHING",
    "Answer",
    "AskField",
    "CheckField",
    "ChoiceField",
    "CodeField",
    "CountField",
    "LongTextField",
    "NameField",
    "NumberField",
    "OtherNamesField",
    "PassphraseField",
    "PeopleField",
    "PlaceField",
    "TextField",
    "YesNoField",
    "counted",
    "whole",
]
