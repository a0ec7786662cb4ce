"""Suggests a name in Latin letters, for a person to accept or change.

A suggestion only: it is never stored unasked, never compared, never printed as the
name. Tables are data. Sources: Ukrainian by Cabinet of Ministers Resolution 55 of
27 January 2010; Russian by ICAO Doc 9303 part 3; Georgian by the national system of
2002; Greek after ELOT 743; the others simplified from BGN/PCGN usage without marks.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from intake.domain.latin_names import COMMON_NAMES
from intake.domain.name import script_of


@dataclass(frozen=True, slots=True)
class _Table:
    """What letters become at the start, at the end and anywhere in a word."""

    anywhere: dict[str, str]
    initial: dict[str, str] = field(default_factory=dict)
    final: dict[str, str] = field(default_factory=dict)


def _pairs(text: str) -> dict[str, str]:
    """Read "ж zh ь - ..." as pairs; a dash stands for nothing."""
    words = text.split()
    return {
        unicodedata.normalize("NFC", source): "" if target == "-" else target
        for source, target in zip(words[::2], words[1::2], strict=True)
    }


_CYRILLIC = (
    "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u "
    "ф f х kh ц ts ч ch ш sh щ shch ъ ie ы y ь - э e ю iu я ia і i ї i є ie ґ g ў u ђ dj ј j "
    "љ lj њ nj ћ c џ dz ѓ gj ќ kj ѕ dz ә a ғ gh қ q ң ng ө o ұ u ү u һ h җ j ҷ j ӣ i ӯ u"
)
_RUSSIAN = _Table(_pairs(_CYRILLIC))
_UKRAINIAN = _Table(
    _pairs(_CYRILLIC + " г h зг zgh и y ' - ʼ - ’ -"),
    initial=_pairs("є ye ї yi й y ю yu я ya"),
)
_ARABIC_LETTERS = (
    "ا a آ a أ a إ i ٱ a ب b پ p ت t ٹ t ټ t ث th ج j چ ch ح h خ kh څ ts ځ dz د d ڈ d ډ d ذ dh "
    "ر r ړ r ڑ r ز z ژ zh ږ g س s ش sh ښ sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ک k گ g ګ g "
    "ل l م m ن n ڼ n ں n ه h ہ h ھ h و u ؤ u ي i ی i ى a ې e ۍ ai ئ i ء - ة a ے e ڕ r ڵ l ۆ o "
    "ێ e ە a ڤ v وا wa وي wi يا ya یا ya يو yu یو yu َا a ُو u ِي i "
    "َ a ُ u ِ i ً - ٌ - ٍ - ّ - ْ - ٰ a ـ - \u200c -"
)
_ARABIC = _Table(
    _pairs(_ARABIC_LETTERS),
    initial=_pairs("ال al- ع a و w ي y ی y"),
)
_PERSIAN = _Table(
    _pairs(_ARABIC_LETTERS + " ث s ذ z ض z وا va وي vi"),
    initial=_pairs("ع a و v ي y ی y"),
    final=_pairs("ه eh"),
)
_PASHTO = _Table(
    _pairs(_ARABIC_LETTERS + " ث s ذ z ض z"),
    initial=_pairs("ع a و w ي y ی y"),
    final=_pairs("ه a"),
)
_HEBREW = _Table(
    _pairs(
        "א - ב b ג g ד d ה h ו o ז z ח h ט t י i כ k ך kh ל l מ m ם m נ n ן n ס s ע - פ p ף f "
        "צ ts ץ ts ק k ר r ש sh ת t וו v יי y"
    ),
    initial=_pairs("א a ע a ו v י y"),
    final=_pairs("ה a"),
)
_GREEK = _Table(
    _pairs(
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y "
        "φ f χ ch ψ ps ω o ου ou αυ av ευ ev γγ ng γκ gk γξ nx γχ nch μπ mp"
    ),
    initial=_pairs("μπ b"),
)
_GEORGIAN = _Table(
    _pairs(
        "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p "
        "ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h"
    )
)
_ARMENIAN = _Table(
    _pairs(
        "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m "
        "յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k և ev օ o ֆ f ու u"
    ),
    initial=_pairs("ե ye ո vo և yev"),
)

# Rows of the Ethiopic block from U+1200, eight vowel orders each, and the vowels. The
# sixth order stands for a bare consonant; "|" in a row keeps the first order's "a".
_ETHIOPIC_START = 0x1200
_ETHIOPIC_ROWS = tuple(
    re.split(
        " ",
        "h| l h| m s r s sh q qw q qw b v t ch h| hw n ny | k kw kh khw w | z zh y d d j g gw "
        "g t ch p ts ts f p",
    )
)
_ETHIOPIC_VOWELS = ("e", "u", "i", "a", "e", "", "o", "wa")
_SIXTH = 5

_CASED = frozenset({"Cyrl", "Grek", "Armn"})
_ONE_SCRIPT = {"Hebr": _HEBREW, "Grek": _GREEK, "Geor": _GEORGIAN, "Armn": _ARMENIAN}
_BY_LANGUAGE = {
    "uk": _UKRAINIAN,
    "fa": _PERSIAN,
    "prs": _PERSIAN,
    "ps": _PASHTO,
    "pbt": _PASHTO,
    "pbu": _PASHTO,
}
_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0640-\u065f\u0670\u200c'’ʼ])*"
)


def suggest_latin(text: str, lang: str = "") -> str:
    """Suggest a Latin spelling; Latin text and unknown letters stay as they are."""
    composed = unicodedata.normalize("NFC", text)
    language = lang.partition("-")[0].lower()
    return _WORD.sub(lambda found: _word(found[0], language, composed), composed)


def _word(word: str, language: str, text: str) -> str:
    script = script_of(word)
    plain = word.lower()
    if script == "Arab" and plain in COMMON_NAMES:
        return COMMON_NAMES[plain]
    if script == "Ethi":
        return _ethiopic(word).capitalize()
    table = _table(script, language, text.lower())
    if table is None:
        return word
    spelt = _spelt(_unaccented(plain) if script == "Grek" else plain, table)
    return _like(word, spelt) if script in _CASED else _capitalised(spelt)


def _table(script: str, language: str, text: str) -> _Table | None:
    if script == "Cyrl":
        told = language == "uk" or (not language and set(text) & set("іїєґ"))
        return _UKRAINIAN if told else _RUSSIAN
    if script == "Arab":
        return _BY_LANGUAGE.get(language, _ARABIC)
    return _ONE_SCRIPT.get(script)


def _spelt(word: str, table: _Table) -> str:
    spelt, place = [], 0
    while place < len(word):
        for length in (2, 1):
            source = word[place : place + length]
            target = _target(source, place, len(word), table)
            if target is not None:
                break
        spelt.append(source if target is None else target)
        place += max(1, len(source))
    return "".join(spelt)


def _target(source: str, place: int, end: int, table: _Table) -> str | None:
    if place == 0 and source in table.initial:
        return table.initial[source]
    if 0 < place == end - len(source) and source in table.final:
        return table.final[source]
    return table.anywhere.get(source)


def _ethiopic(word: str) -> str:
    spelt = ""
    for place, char in enumerate(word):
        row, order = divmod(ord(char) - _ETHIOPIC_START, len(_ETHIOPIC_VOWELS))
        if not 0 <= row < len(_ETHIOPIC_ROWS):
            spelt += char
            continue
        vowel = _ETHIOPIC_VOWELS[order]
        if order == 0 and _ETHIOPIC_ROWS[row].endswith("|"):
            vowel = "a"
        # Only between consonants at the start can a bare consonant not be said.
        if order == _SIXTH and place == 0:
            vowel = "i"
        spelt += _ETHIOPIC_ROWS[row].rstrip("|") + vowel
    return spelt


def _like(word: str, spelt: str) -> str:
    """Give back the capitals that the word was written with."""
    if len(word) > 1 and word.isupper():
        return spelt.upper()
    return spelt[:1].upper() + spelt[1:] if word[0].isupper() else spelt


def _capitalised(spelt: str) -> str:
    """Give a name from a script without capitals one, after the Arabic article."""
    article, hyphen, rest = spelt.rpartition("-")
    return article + hyphen + rest.capitalize()


def _unaccented(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(char for char in parts if not unicodedata.combining(char))
