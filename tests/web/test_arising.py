"""How a range arose, in words that a reviewer reads in any language."""

from datetime import date

import pytest

from intake.domain.narrowing import REPLIES, Asking, Link, Reply, narrowed_date
from intake.domain.partial_date import from_edtf
from intake.i18n import use_locale
from intake.web.arising import how_it_arose, in_words, remembered

ON = date(2026, 11, 22)
FLOOD = (date(1988, 8, 1), date(1988, 8, 31))


def event(reply, about="sd-flood-1988", **more):
    return Link(Asking.EVENT, reply, about, *FLOOD, **more)


def test_the_answers_are_told_in_the_order_in_which_they_were_given():
    links = [event(Reply.AFTER), Link(Asking.SEASON, Reply.IN_IT, "sd-cool", months=(11, 2))]
    assert how_it_arose(narrowed_date(links, ON).to_json()) == [
        "Born after this: The great flood in Khartoum (August 1988)",
        "Born in this season: Cool season",
    ]


def test_a_date_said_outright_did_not_arise():
    assert how_it_arose(from_edtf("1988").to_json()) == []
    assert how_it_arose(None) == []
    assert how_it_arose("text") == []


def test_an_answer_that_does_not_fit_says_so():
    words = in_words(event(Reply.BEFORE, fits=False))
    assert words.endswith("– does not fit with the other answers")


@pytest.mark.parametrize(
    ("years", "words"),
    [
        (None, "Older than Халід (born August 1988)"),
        (1, "1 year older than Халід (born August 1988)"),
        (4, "4 years older than Халід (born August 1988)"),
    ],
)
def test_a_comparison_names_the_other_and_when_that_one_was_born(years, words):
    assert in_words(Link(Asking.OTHER, Reply.OLDER, "Халід", *FLOOD, years)) == words


def test_a_happening_of_another_release_is_told_by_its_id():
    assert remembered("xx-locusts-1999") == "xx-locusts-1999"


def test_a_name_that_looks_like_a_place_for_a_word_is_only_a_name():
    link = Link(Asking.OTHER, Reply.SAME_AGE, "100%(when)s", *FLOOD)
    assert "100%(when)s" in in_words(link)


@pytest.mark.parametrize("tag", ["en", "uk", "ar"])
def test_every_answer_has_words_in_every_language(tag):
    with use_locale(tag):
        told = [
            in_words(Link(ask, reply, "sd-flood-1988", *FLOOD, None, (11, 2)))
            for ask, replies in REPLIES.items()
            for reply in replies
        ]
    assert all(told)
    assert len(set(told)) >= 13
