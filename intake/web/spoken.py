"""The language of the person, beside the language of the screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from intake import i18n
from intake.i18n import Lazy
from intake.web import labels

LANGUAGES = (
    "uk", "ru", "ar", "fa-AF", "ps", "ckb", "kmr", "tr", "ti", "am", "so", "om", "sw", "ln",
    "fr", "es", "pt", "ur", "my", "ro", "en",
)  # fmt: skip
"""Offered as the person's language: those of the crises of today (interface.md 8.5)."""


@dataclass(frozen=True, slots=True)
class Aloud:
    """A text to read aloud, line by line in the screen's language and the person's.

    `theirs` is empty when there is no translation: then an interpreter is needed. Who
    reads a text aloud is told when no native speaker has gone through it.
    """

    tag: str
    language: str
    lang: str
    direction: str
    lines: tuple[tuple[str, str], ...]
    is_translated: bool
    is_same: bool
    is_reviewed: bool


def screen_tag(language: str) -> str | None:
    """The catalogue that can speak a person's language; None if there is none."""
    return i18n.on_screen(language)


def say(text: Lazy, language: str) -> str:
    """A text in the person's language, or in English if nobody translated it."""
    with i18n.use_locale(screen_tag(language) or i18n.SOURCE):
        return str(text)


def aloud(texts: Iterable[Lazy], language: str) -> Aloud:
    """Put texts side by side in both languages."""
    tag = screen_tag(language)
    return Aloud(
        tag=language,
        language=i18n.language_name(language),
        lang=i18n.html_lang(language),
        direction=i18n.direction(language),
        lines=tuple((str(text), say(text, language) if tag else "") for text in texts),
        is_translated=tag is not None,
        is_same=tag == i18n.current(),
        is_reviewed=tag is None or i18n.is_reviewed(tag),
    )


def questions(paths: Iterable[str], language: str) -> Aloud:
    """What a page asks, as it is said aloud, in both languages."""
    return aloud([labels.asked(path) for path in paths], language)


def likely(screen: str) -> str | None:
    """The person's language that fits the screen's, as a first guess."""
    return i18n.negotiate([screen], LANGUAGES)


def choices() -> list[tuple[str, str]]:
    """The languages to choose from, by their names in the language of the screen."""
    named = [(tag, i18n.language_name(tag)) for tag in LANGUAGES]
    return sorted(named, key=lambda pair: pair[1].casefold())
