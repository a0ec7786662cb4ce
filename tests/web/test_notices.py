"""What is told before anything is written: short, whole, and in the person's language."""

import pytest

from intake import i18n
from intake.domain.consent import MAIN
from intake.web import notices, spoken

MOST_WORDS = 120
"""Domain DP-03."""


@pytest.fixture(name="notice", params=[i18n.SOURCE, *i18n.TRANSLATED])
def _notice(request: pytest.FixtureRequest) -> str:
    with i18n.use_locale(request.param):
        return " ".join(str(line) for line in notices.NOTICE)


def test_the_notice_is_short_enough_to_be_heard(notice: str) -> None:
    assert len(notice.split()) <= MOST_WORDS


def test_no_sentence_of_the_notice_is_long(notice: str) -> None:
    assert max(len(sentence.split()) for sentence in notice.split(". ")) <= 30


@pytest.mark.parametrize("language", i18n.TRANSLATED)
def test_everything_said_to_the_person_is_there_in_every_language(language: str) -> None:
    said = [*notices.NOTICE, *notices.ASK_CONSENT.values(), notices.READ_BACK]
    told = spoken.aloud(said, language)
    assert told.is_translated
    assert all(theirs and theirs != mine for mine, theirs in told.lines)


@pytest.mark.parametrize("tag", i18n.TRANSLATED)
def test_the_notice_stays_short_in_every_language(tag: str) -> None:
    lines = [spoken.say(line, tag) for line in notices.NOTICE]
    assert len(" ".join(lines).split()) <= MOST_WORDS
    assert all(said != str(line) for said, line in zip(lines, notices.NOTICE, strict=True))


@pytest.mark.parametrize("tag", i18n.TRANSLATED)
def test_each_purpose_stays_a_question_in_every_language(tag: str) -> None:
    asked = {spoken.say(text, tag) for text in notices.ASK_CONSENT.values()}
    assert len(asked) == len(MAIN)
    assert all(text.endswith(("?", "؟")) for text in asked)


@pytest.mark.parametrize(
    ("part", "word"),
    [
        (notices.WHO, "team"),
        (notices.WHY, "confirm"),
        (notices.SEEN_BY, "Only"),
        (notices.RISKS, "lost"),
        (notices.RIGHTS, "delete it"),
        (notices.REFUSING, "no bad effect"),
        (notices.COMPLAINING, "complain"),
    ],
)
def test_the_notice_says_all_that_it_must(part: i18n.Lazy, word: str) -> None:
    assert part in notices.NOTICE
    assert word in str(part)


def test_each_purpose_is_asked_by_itself() -> None:
    assert set(notices.ASK_CONSENT) == set(MAIN)
    asked = {str(text) for text in notices.ASK_CONSENT.values()}
    assert len(asked) == len(MAIN)
    assert all(text.endswith("?") for text in asked)


def test_a_text_is_put_beside_its_translation() -> None:
    text = spoken.aloud([notices.RISKS], "en_XA")
    ((mine, theirs),) = text.lines
    assert mine == str(notices.RISKS)
    assert theirs != mine
    assert text.is_translated
    assert not text.is_same


def test_a_language_without_a_catalogue_asks_for_an_interpreter() -> None:
    text = spoken.aloud([notices.RISKS], "ln")
    assert not text.is_translated
    assert text.lines == ((str(notices.RISKS), ""),)
    assert text.language == "Lingala"


def test_one_language_is_shown_once() -> None:
    assert spoken.aloud([notices.RISKS], "en").is_same


def test_an_arabic_text_runs_from_the_right() -> None:
    assert spoken.aloud([notices.RISKS], "ar_XB").direction == "rtl"


def test_every_offered_language_has_a_name_of_its_own() -> None:
    named = dict(spoken.choices())
    assert set(named) == set(spoken.LANGUAGES)
    assert all(name and name != tag for tag, name in named.items())
    assert len(set(named.values())) == len(named)


def test_the_screen_language_is_the_first_guess() -> None:
    assert spoken.likely("uk") == "uk"
    assert spoken.likely("fi") is None


def test_the_screen_keeps_its_language_while_the_person_is_spoken_to() -> None:
    with i18n.use_locale("en"):
        assert spoken.say(notices.RISKS, "en_XA") != str(notices.RISKS)
        assert i18n.current() == "en"
