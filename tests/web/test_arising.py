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


KHARTOUM = "The great flood in Khartoum (August 1988)"


@pytest.mark.parametrize(
    ("ask", "reply", "words"),
    [
        (Asking.EVENT, Reply.BEFORE, f"Born before this: {KHARTOUM}"),
        (Asking.EVENT, Reply.DURING, f"Born at this time: {KHARTOUM}"),
        (Asking.EVENT, Reply.AFTER, f"Born after this: {KHARTOUM}"),
        (Asking.EVENT, Reply.UNKNOWN, f"Does not know: {KHARTOUM}"),
        (Asking.WALKED, Reply.YES, f"Could walk when this happened: {KHARTOUM}"),
        (Asking.WALKED, Reply.NOT_YET, f"Could not walk yet when this happened: {KHARTOUM}"),
        (Asking.SCHOOL, Reply.YES, f"Went to school when this happened: {KHARTOUM}"),
        (Asking.SCHOOL, Reply.NOT_YET, f"Had not begun school when this happened: {KHARTOUM}"),
        (Asking.SCHOOL, Reply.FINISHED, f"Had finished school when this happened: {KHARTOUM}"),
        (Asking.OTHER, Reply.SAME_AGE, "About as old as sd-flood-1988 (born August 1988)"),
        (Asking.OTHER, Reply.OLDER, "Older than sd-flood-1988 (born August 1988)"),
        (Asking.OTHER, Reply.YOUNGER, "Younger than sd-flood-1988 (born August 1988)"),
        (Asking.OTHER, Reply.UNKNOWN, "Does not know: sd-flood-1988"),
        (Asking.SEASON, Reply.UNKNOWN, "Does not know: Season of birth"),
        (Asking.BEFORE, Reply.IN_IT, "Said before: between 1 Aug 1988 and 31 Aug 1988"),
    ],
)
def test_each_answer_has_its_own_words(ask, reply, words):
    assert in_words(Link(ask, reply, "sd-flood-1988", *FLOOD)) == words


@pytest.mark.parametrize(
    ("years", "words"),
    [(1, "1 year younger than Халід (born ?)"), (4, "4 years younger than Халід (born ?)")],
)
def test_somebody_whose_birth_nobody_told_is_compared_all_the_same(years, words):
    assert in_words(Link(Asking.OTHER, Reply.YOUNGER, "Халід", years=years)) == words


def test_what_was_said_before_without_days_says_so():
    assert in_words(Link(Asking.BEFORE, Reply.IN_IT)) == "Said before: between ? and ?"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((date(1988, 1, 1), date(1988, 12, 31)), "1988"),
        ((date(1988, 8, 1), date(1988, 8, 31)), "August 1988"),
        ((date(1988, 8, 3), date(1988, 8, 3)), "3 Aug 1988"),
        ((date(1988, 1, 1), date(1990, 12, 31)), "1988 – 1990"),
    ],
)
def test_days_are_told_as_far_as_they_were_known(days, words):
    link = Link(Asking.OTHER, Reply.SAME_AGE, "Халід", *days)
    assert in_words(link) == f"About as old as Халід (born {words})"
