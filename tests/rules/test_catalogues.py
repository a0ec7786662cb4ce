"""Catalogues are complete, keep their placeholders, and no visible word is left unmarked."""

import gettext
import importlib.util
import re

import pytest
from babel.messages.pofile import read_po

from intake import i18n
from tests.rules.tree import ROOT, files, name

_SPEC = importlib.util.spec_from_file_location("intake_extract", ROOT / "assets" / "extract.py")
assert _SPEC is not None
assert _SPEC.loader is not None
extract = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(extract)

CATALOGUES = sorted(extract.catalogues().items())
COUNTED = (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)
# CLDR's categories for these counts; a header in another order puts words in wrong places.
ARABIC_SLOTS = (0, 1, 2, 3, 3, 4, 4, 5, 5, 3)
SLAVIC_SLOTS = (2, 0, 1, 1, 2, 2, 2, 2, 1, 1)
# French says nothing and one alike. CLDR's "many" of both is for whole millions only.
FRENCH_SLOTS = (0, 0, 1, 1, 1, 1, 1, 1, 1, 1)
SPANISH_SLOTS = (1, 0, 1, 1, 1, 1, 1, 1, 1, 1)
DARI_SLOTS = (0, 0, 1, 1, 1, 1, 1, 1, 1, 1)
PASHTO_SLOTS = (1, 0, 1, 1, 1, 1, 1, 1, 1, 1)
SLOTS = {
    "ar": ARABIC_SLOTS,
    "es": SPANISH_SLOTS,
    "fa_AF": DARI_SLOTS,
    "fr": FRENCH_SLOTS,
    "ps": PASHTO_SLOTS,
    "ru": SLAVIC_SLOTS,
    "uk": SLAVIC_SLOTS,
}
TAG = re.compile(r"<[a-zA-Z/][^>]*>")
JINJA = re.compile(
    r"\{% block page_class %\}.*?\{% endblock %\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL
)
SPOKEN = re.compile(r'\b(?:aria-label|title|placeholder|alt)="([^"]*[A-Za-z]{2}[^"]*)"')
WORD = re.compile(r"[A-Za-z]{2,}")
# The name of the program, characters written as entities, and what is no text at all.
KEPT = re.compile(r'\bIntake\b|&\w+;|<!doctype html>|aria-\w+="[^"]*"')


def read(path, locale=None):
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def ids(catalogue):
    """What a catalogue translates, with its context."""
    return {(m.context, m.id) for m in catalogue if m.id}


def unmarked(text):
    """Words of a template that a reader sees and no translator."""
    text = JINJA.sub("", text)
    found = SPOKEN.findall(text)
    return found + WORD.findall(KEPT.sub("", TAG.sub(" ", text)))


def test_the_template_holds_every_sentence_of_the_source():
    """When this fails, run `python assets/extract.py`."""
    kept = read(ROOT / "translations" / "messages.pot")
    assert ids(kept) ^ ids(extract.template()) == set()


def test_a_catalogue_holds_the_same_messages():
    for locale, path in CATALOGUES:
        assert ids(read(path, locale)) ^ ids(extract.template()) == set()


def test_a_catalogue_is_filled_and_nothing_is_guessed():
    for locale, path in CATALOGUES:
        for message in read(path, locale):
            if message.id:
                forms = message.string if isinstance(message.string, tuple) else (message.string,)
                assert all(forms), message.id
                assert not message.fuzzy, message.id


def test_a_catalogue_keeps_placeholders_and_adds_no_markup():
    for locale, path in CATALOGUES:
        for message in read(path, locale):
            plural = isinstance(message.id, tuple)
            source = message.id[1] if plural else message.id
            forms = message.string if plural else (message.string,)
            for form in forms:
                if plural:
                    assert i18n.placeholders(form) <= i18n.placeholders(source), message.id
                elif source:
                    assert i18n.placeholders(form) == i18n.placeholders(source), message.id
                assert source == "" or set(TAG.findall(form)) <= set(TAG.findall(source)), (
                    message.id
                )


def test_a_catalogue_counts_as_its_language_does():
    for locale, path in CATALOGUES:
        slot = gettext.c2py(read(path, locale).plural_expr)
        assert locale in SLOTS, "write down the slots of this language first"
        assert tuple(slot(n) for n in COUNTED) == SLOTS[locale]


def test_persian_and_pashto_are_written_in_their_own_letters():
    """Arabic letters that look alike are others to a search and to a reader's eye."""
    foreign = {"fa_AF": re.compile("[يكى]"), "ps": re.compile("[كگى]|ي(?=[\\u0621-\\u06d3])")}
    for locale, path in CATALOGUES:
        if locale in foreign:
            found = [
                m.id for m in read(path, locale) if m.id and foreign[locale].search(str(m.string))
            ]
            assert found == []


def test_a_catalogue_is_offered():
    for locale, path in CATALOGUES:
        assert i18n.read_catalogue(path, locale).share >= i18n.OFFERED_FROM
        assert locale in i18n.TRANSLATED


def test_sources_use_named_placeholders_only():
    for _, message in ids(extract.template()):
        for text in message if isinstance(message, tuple) else (message,):
            rest = re.sub(r"%\(\w+\)[sd]|%%", "", text)
            assert "%" not in rest, text
            assert "{" not in rest, text


def test_no_word_of_a_template_is_left_unmarked():
    found = {
        name(path): words
        for path in files("intake/**/templates/**/*.html")
        if (words := unmarked(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>{{ _('Hello') }}</p>", []),
        ("<p>Hello</p>", ["Hello"]),
        ('<a title="Open it">{{ x }}</a>', ["Open it"]),
        ('<a class="app-mark">Intake</a>', []),
        ("{# a note #}<p>–</p>", []),
    ],
)
def test_the_rule_finds_unmarked_words(text, found):
    assert unmarked(text) == found


def test_no_sentence_hides_inside_an_f_string():
    # Babel does not look into f-strings, so such a sentence would never be translated.
    hidden = re.compile(r"""\bf["'][^"\n]*\{[^}]*\b(gettext|ngettext|pgettext|_)\(""")
    sources = sorted((ROOT / "intake").rglob("*.py"))
    assert sources
    assert not [p.name for p in sources if hidden.search(p.read_text(encoding="utf-8"))]
