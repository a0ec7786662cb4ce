"""No refusal without a sentence, and none that names anybody."""

import importlib
import pkgutil

import pytest

import intake
from intake.cli.sentences import SENTENCES as AT_TERMINAL
from intake.errors import IntakeError
from intake.web.error_pages import STATUS, TITLES, status_of
from intake.web.sentences import SENTENCES, sentence


def all_kinds(kind=IntakeError):
    """Every kind of error in the program."""
    return [kind, *(found for child in kind.__subclasses__() for found in all_kinds(child))]


for _module in pkgutil.walk_packages(intake.__path__, "intake."):
    if not _module.name.endswith("__main__"):
        importlib.import_module(_module.name)
KINDS = [kind for kind in all_kinds() if kind.__module__.startswith("intake.")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_refusal_has_a_sentence_of_its_own(kind):
    assert kind.code in SENTENCES
    assert sentence(kind())


def test_no_two_kinds_share_a_code():
    assert len({kind.code for kind in KINDS}) == len(KINDS)


def test_no_sentence_is_left_of_a_kind_that_is_gone():
    assert set(SENTENCES) == {kind.code for kind in KINDS}
    assert not set(AT_TERMINAL) - set(SENTENCES)


@pytest.mark.parametrize("code", SENTENCES)
def test_sentences_are_sentences(code):
    text = str(SENTENCES[code])
    assert text[0].isupper()
    assert text.endswith(".")
    assert len(text) <= 120
    assert "%(" not in text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_refusal_has_a_status_with_a_title(kind):
    assert status_of(kind()) in TITLES


def test_narrow_kinds_stand_before_their_parents():
    kinds = [kind for kind, _ in STATUS]
    for place, kind in enumerate(kinds):
        assert not any(issubclass(later, kind) for later in kinds[place + 1 :])
