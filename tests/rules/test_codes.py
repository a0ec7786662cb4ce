"""V-21: a code once published keeps its meaning and its words, and may leave but never change."""

import inspect
import re
from enum import StrEnum

import pytest

from intake import i18n
from intake.domain import codes
from intake.domain.name import NameKind, NamePart, WrittenBy
from intake.web.labels import coded, label

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LISTS = [
    *(kind for _, kind in inspect.getmembers(codes, inspect.isclass) if issubclass(kind, StrEnum)),
    NameKind,
    NamePart,
    WrittenBy,
]
CLOSED = [kind for kind in LISTS if kind is not StrEnum]


@pytest.mark.parametrize("kind", CLOSED, ids=lambda kind: kind.__name__)
def test_v21_the_id_of_a_code_is_a_stable_word_not_a_number_or_a_label(kind):
    assert all(KEBAB.fullmatch(code.value) for code in kind)
    assert len({code.value for code in kind}) == len(kind.__members__)


@pytest.mark.parametrize("tag", i18n.TRANSLATED)
def test_v21_every_code_has_words_in_every_shipped_language(tag):
    english = {code: str(label(code)) for kind in CLOSED for code in kind}
    with i18n.use_locale(tag):
        untranslated = [
            f"{type(code).__name__}.{code.value}"
            for code, words in english.items()
            if not str(label(code)).strip()
            or (str(label(code)) == words and tag not in ("fr", "es") and words.isalpha())
        ]
    assert not untranslated


@pytest.mark.parametrize("kind", CLOSED, ids=lambda kind: kind.__name__)
def test_v21_a_code_that_left_the_list_still_shows_as_it_was_recorded(kind):
    assert coded(kind, "left-the-list") == "left-the-list"
    assert coded(kind, None) == ""
