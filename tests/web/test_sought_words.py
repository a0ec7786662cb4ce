"""What is told of a missing relative in words: each thing once, in order, nothing made up."""

from intake.domain.partial_date import from_parts
from intake.domain.tracing import OF_A_SEARCH
from intake.i18n import use_locale
from intake.web.sought_words import sought_in_words
from tests.builders import a_name

SOUGHT = {
    "may-know": "The uncle",
    "name": a_name("Марія"),
    "name.other": [a_name("Маруся") | {"kind": "nickname"}, a_name("Maria")],
    "sex": "f",
    "grandfather": a_name("Степан"),
    "seen-when": from_parts(None, None, 2022).to_json(),
    "seen-where": {"text": "Вокзал", "country": "UA"},
    "seen-with": "her sister",
    "parted-by": "evacuation",
    "parted-how": "The doors closed.",
    "last-news": "A call.",
    "may-be": "Lviv",
}


def test_everything_is_told_in_the_order_of_the_page():
    with use_locale("en"):
        told = sought_in_words(SOUGHT)
    assert told == [
        ("Full name, own script", "Марія"),
        ("Other names", "Маруся (Nickname), Maria"),
        ("Sex", "Female"),
        ("Father's father's name", "Степан"),
        ("When they were last seen", "2022"),
        ("Where they were last seen", "Вокзал, Ukraine"),
        ("Who was with them then", "her sister"),
        ("Why they were parted", "Evacuation"),
        ("How they were parted", "The doors closed."),
        ("Last news, and how it was heard", "A call."),
        ("Where they may have gone", "Lviv"),
        ("Other relatives who may be with them, or know of them", "The uncle"),
    ]


def test_an_older_search_has_the_lines_it_had():
    with use_locale("en"):
        told = sought_in_words({"name": a_name("Марія"), "last-news": "At the station, in May."})
    assert [words for _, words in told] == ["Марія", "At the station, in May."]


def test_what_is_left_out_or_empty_has_no_line():
    with use_locale("en"):
        told = sought_in_words({"name": a_name("Марія"), "sex": None, "seen-with": ""}, ["name"])
    assert told == []


def test_a_cause_of_a_newer_release_stays_as_it_came():
    with use_locale("en"):
        told = sought_in_words({"parted-by": "sea-level"})
    assert told == [("Why they were parted", "sea-level")]


def test_every_word_of_a_search_has_a_label_in_the_language_of_the_page():
    sought = dict.fromkeys(OF_A_SEARCH, "x") | {
        "seen-when": SOUGHT["seen-when"],
        "seen-where": SOUGHT["seen-where"],
    }
    with use_locale("en"):
        english = [label for label, _ in sought_in_words(sought)]
    with use_locale("ar"):
        arabic = [label for label, _ in sought_in_words(sought)]
    assert len(set(english)) == len(OF_A_SEARCH)
    assert set(english).isdisjoint(arabic)
