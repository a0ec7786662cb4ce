"""Words for the screen: catalogues, plural rules, text direction and dates.

English sentences are the message ids. Catalogues are read from translations/ at
start, without a compile step; a message that is missing, fuzzy or has other
placeholders than its source falls back to English. Babel is imported only here.
"""

import gettext as _rules
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date as _babel_date
from babel.dates import format_datetime as _babel_datetime
from babel.dates import get_day_names
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal as _babel_decimal

from intake.errors import ConfigInvalid

SOURCE = "en"
TRANSLATED = ("uk", "ru", "ar", "fr", "es", "fa_AF", "ps")
PSEUDO = {"en_XA": "en", "ar_XB": "ar"}
# A language is offered when at least this part of its catalogue is done.
OFFERED_FROM = 0.95
DAY = "d MMM y"
MINUTE = "d MMM y HH:mm"
FOLDER = Path(__file__).resolve().parent.parent / "translations"

# Tags that Babel does not know or that name a spoken variety of a written one.
_ALIASES = {"prs": "fa_AF", "ckb_IQ": "ckb", "zh_CN": "zh_Hans_CN"}
# One catalogue serves two countries, and its readers look for different names.
_OWN_NAMES = {"fa_AF": "دری / فارسی"}
# Babel keeps the comment at the top of a catalogue, but drops headers that it does not know.
_REVIEWED = re.compile(r"^# Reviewed-By: (.+)$", re.MULTILINE)
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")

# Pseudo-languages show unmarked words and tight places before translators do.
_ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ")
_ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz",
    "ابسدعفقهيجكلمنوبقرستوفوخيز",
)
_KEPT = re.compile(r"(%\(\w+\)[sd]|%%|\d+)")
_MORE = 0.4

Key = tuple[str | None, str]
_locale: ContextVar[str] = ContextVar("intake_locale", default=SOURCE)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's messages and its plural rule."""

    tag: str
    single: dict[Key, str] = field(default_factory=dict)
    plural: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    slot: Callable[[int], int] = lambda n: int(n != 1)
    share: float = 0.0
    reviewed_by: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the switch, told in its own name."""

    tag: str
    name: str
    direction: str
    reviewed_by: str


class Lazy:
    """A text looked up when it is shown, not when the module is read."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def __str__(self) -> str:
        return self._make()

    def __mod__(self, facts: dict[str, Any]) -> "Lazy":
        return Lazy(lambda: self._make() % facts)

    def __repr__(self) -> str:
        return f"Lazy({self._make()!r})"

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other) if isinstance(other, Lazy | str) else NotImplemented

    def __hash__(self) -> int:
        return hash(id(self))


def placeholders(text: str) -> frozenset[str]:
    """The names a text waits for: "%(n)s records" → {"n"}."""
    return frozenset(_PLACEHOLDER.findall(text))


def read_catalogue(path: Path, tag: str) -> Catalogue:
    """Read one .po file; raises ConfigInvalid when it cannot be read at all."""
    try:
        with path.open("rb") as file:
            messages = read_po(file, locale=tag, abort_invalid=True)
        slot = _rules.c2py(messages.plural_expr)
    except (PoFileError, ValueError, UnknownLocaleError) as error:
        raise ConfigInvalid(key=f"translations.{tag}") from error
    single: dict[Key, str] = {}
    plural: dict[Key, tuple[str, ...]] = {}
    asked = 0
    for message in messages:
        if not message.id:
            continue
        asked += 1
        if message.fuzzy:
            continue
        _keep(message.context, message.id, message.string, (single, plural))
    share = (len(single) + len(plural)) / asked if asked else 0.0
    reviewed = _REVIEWED.search(messages.header_comment)
    return Catalogue(tag, single, plural, slot, share, reviewed[1] if reviewed else "")


def _keep(
    context: str | None,
    source: Any,
    text: Any,
    into: tuple[dict[Key, str], dict[Key, tuple[str, ...]]],
) -> None:
    """Keep a message whose placeholders are those of its source."""
    single, plural = into
    if isinstance(source, str):
        if text and placeholders(text) == placeholders(source):
            single[context, source] = text
    elif all(text) and all(placeholders(t) <= placeholders(source[1]) for t in text):
        plural[context, source[0]] = tuple(text)


@lru_cache(maxsize=1)
def catalogues() -> dict[str, Catalogue]:
    """Every catalogue there is, read once; a language without a file is left out."""
    found = {}
    for tag in TRANSLATED:
        path = FOLDER / tag / "LC_MESSAGES" / "messages.po"
        if path.is_file():
            found[tag] = read_catalogue(path, tag)
    return found


def offered() -> tuple[Language, ...]:
    """The languages of the switch: English, and those that are all but complete."""
    done = [c for c in catalogues().values() if c.share >= OFFERED_FROM]
    return (_language(SOURCE, "Intake"), *(_language(c.tag, c.reviewed_by) for c in done))


@lru_cache(maxsize=32)
def _language(tag: str, reviewed_by: str) -> Language:
    name = _OWN_NAMES.get(tag) or Locale.parse(tag).get_display_name(tag) or tag
    return Language(tag, name[:1].upper() + name[1:], direction(tag), reviewed_by)


def is_reviewed(tag: str) -> bool:
    """Whether a native speaker has gone through a language; English is the source."""
    found = catalogues().get(tag)
    return tag == SOURCE or bool(found and found.reviewed_by)


def known(tag: str) -> bool:
    """Tell whether a screen can be shown in this language."""
    return tag in PSEUDO or tag in {language.tag for language in offered()}


def current() -> str:
    """The language in force, as a Babel tag."""
    return _locale.get()


@contextmanager
def use_locale(tag: str) -> Iterator[None]:
    """Show everything inside in one language."""
    token = _locale.set(tag)
    try:
        yield
    finally:
        _locale.reset(token)


def html_lang(tag: str) -> str:
    """The tag as HTML wants it: "fa_AF" → "fa-AF"."""
    return tag.replace("_", "-")


def negotiate(wanted: Iterable[str], available: Iterable[str]) -> str | None:
    """Find the first wanted language that is there, by itself or by its family.

    A language that is there only as it is written in one country serves its
    readers of every country: "fa" and "fa-IR" meet "fa_AF".
    """
    there = {tag.replace("-", "_").lower(): tag for tag in available}
    kin = {plain.partition("_")[0]: tag for plain, tag in reversed(there.items())}
    for tag in wanted:
        plain = _plain(tag).lower()
        family = plain.partition("_")[0]
        found = there.get(plain) or there.get(family) or kin.get(family)
        if found:
            return found
    return None


def on_screen(tag: str) -> str | None:
    """The catalogue that answers to a tag: "prs" → "fa_AF"; None if there is none."""
    if tag in PSEUDO:
        return tag
    return negotiate([tag], [language.tag for language in offered()])


@lru_cache(maxsize=128)
def _babel(tag: str) -> Locale:
    return Locale.parse(_plain(PSEUDO.get(tag, tag)))


def _plain(tag: str) -> str:
    """The tag as Babel knows it: "prs-AF" → "fa_AF"."""
    plain = tag.replace("-", "_")
    return _ALIASES.get(plain) or _ALIASES.get(plain.partition("_")[0], plain)


@lru_cache(maxsize=128)
def direction(tag: str) -> str:
    """Tell "ltr" or "rtl" from CLDR, never from a list of ours."""
    try:
        return str(_babel(tag).text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


def disguise(text: str, tag: str) -> str:
    """Write a source sentence in a pseudo-language; placeholders stay as they are."""
    pieces = _KEPT.split(text)
    if tag == "ar_XB":
        pieces[::2] = [piece.lower().translate(_ARABIC) for piece in pieces[::2]]
        return "".join(pieces)
    pieces[::2] = [piece.translate(_ACCENTS) for piece in pieces[::2]]
    return "".join(pieces) + " " + "·" * max(1, int(len(text) * _MORE))


def _find(context: str | None, message: str) -> str:
    tag = _locale.get()
    if tag in PSEUDO:
        return disguise(message, tag)
    catalogue = catalogues().get(tag)
    return catalogue.single.get((context, message), message) if catalogue else message


def gettext(message: str, **facts: Any) -> str:
    """Translate a sentence and fill its named placeholders."""
    return _fill(_find(None, message), facts)


def pgettext(context: str, message: str, **facts: Any) -> str:
    """Translate a sentence that means different things in different places."""
    return _fill(_find(context, message), facts)


def ngettext(one: str, many: str, n: int, **facts: Any) -> str:
    """Translate a sentence that counts, by the plural rule of the language."""
    tag = _locale.get()
    catalogue = catalogues().get(tag)
    forms = catalogue.plural.get((None, one)) if catalogue else None
    if catalogue and forms:
        text = forms[min(catalogue.slot(n), len(forms) - 1)]
    else:
        text = one if n == 1 else many
        text = disguise(text, tag) if tag in PSEUDO else text
    return _fill(text, {"n": n, "num": n, **facts})


def _fill(text: str, facts: dict[str, Any]) -> str:
    return text % facts if facts else text


def lazy_gettext(message: str, **facts: Any) -> Lazy:
    """Like gettext, looked up when shown."""
    return Lazy(lambda: gettext(message, **facts))


def lazy_pgettext(context: str, message: str, **facts: Any) -> Lazy:
    """Like pgettext, looked up when shown."""
    return Lazy(lambda: pgettext(context, message, **facts))


def lazy_ngettext(one: str, many: str, n: int, **facts: Any) -> Lazy:
    """Like ngettext, looked up when shown."""
    return Lazy(lambda: ngettext(one, many, n, **facts))


def series(words: Iterable[str]) -> str:
    """Words one after the other, with the comma of the language in force."""
    return _mark(", ", "\u060c ").join(words)


def clauses(parts: Iterable[str]) -> str:
    """Longer pieces one after the other, with the semicolon of the language in force."""
    return _mark("; ", "\u061b ").join(parts)


def _mark(usual: str, arabic: str) -> str:
    """The mark of a language; those written from the right have the Arabic ones."""
    return arabic if direction(current()) == "rtl" else usual


def format_date(day: date, pattern: str = DAY) -> str:
    """Write a date with the month as a word: 3/4 means two days to two readers."""
    return _babel_date(day, pattern, locale=_babel(_locale.get()))


def format_datetime(moment: datetime, pattern: str = MINUTE) -> str:
    """Write a moment to the minute, the same way."""
    return _babel_datetime(moment, pattern, locale=_babel(_locale.get()))


def weekday(number: int) -> str:
    """Name a day of the week, numbered from Monday 0."""
    return str(get_day_names("wide", "stand-alone", locale=_babel(_locale.get()))[number])


def format_number(number: float) -> str:
    """Write a number with the separators of the language."""
    return _babel_decimal(number, locale=_babel(_locale.get()))


def territories() -> Mapping[str, str]:
    """ISO 3166 country codes and their names in the language in force, by name."""
    return _territories(_locale.get())


@lru_cache(maxsize=32)
def _territories(tag: str) -> Mapping[str, str]:
    """Made once a language: pages ask for it at every box for a place."""
    names = _babel(tag).territories
    countries = [pair for pair in names.items() if len(pair[0]) == 2 and pair[0] not in _NOT_LANDS]
    return MappingProxyType(dict(sorted(countries, key=lambda pair: pair[1].casefold())))


# CLDR's two-letter codes that are no countries: pseudo-locales, groupings, unknown.
_NOT_LANDS = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def language_name(tag: str) -> str:
    """Name a language in the language in force; the tag itself when nobody has a name."""
    plain = _plain(tag)
    shown = _babel(_locale.get())
    # CLDR knows some languages by a country: "fa_AF" is Dari, not "Persian (Afghanistan)".
    if plain in shown.languages:
        return str(shown.languages[plain])
    try:
        return Locale.parse(plain).get_display_name(shown) or tag
    except (UnknownLocaleError, ValueError):
        return tag
