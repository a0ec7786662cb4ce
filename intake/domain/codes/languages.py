"""Codes of the languages a person speaks, of who interprets, who translates."""

from enum import StrEnum


class LanguageRole(StrEnum):
    """What a language is in somebody's life."""

    FIRST = "first"
    HOME = "home"
    SCHOOL = "school"
    WORK = "work"


class LanguageWish(StrEnum):
    """What somebody would use a language for, or that they do not want it used."""

    TALKING = "interview-preferred"
    READING = "reading-preferred"
    REFUSES = "refuses"


class Skill(StrEnum):
    """How well somebody speaks, understands, reads or writes, in their own view."""

    NONE = "not-at-all"
    LITTLE = "a-little"
    WELL = "well"
    VERY_WELL = "very-well"


class InterpreterSex(StrEnum):
    """With whom somebody would rather speak."""

    WOMAN = "woman"
    MAN = "man"
    EITHER = "either"


class Translator(StrEnum):
    """Who put into another language what a person told."""

    PERSON = "person"
    OFFICER = "officer"
    INTERPRETER = "interpreter"
    OTHER = "other"
