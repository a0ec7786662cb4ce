"""Values come back in words, never more exact than they were said."""

from datetime import date

import pytest

from intake.domain.codes import Absent, Calendar
from intake.domain.partial_date import from_age, from_edtf, from_event, from_parts
from intake.domain.place import PlaceLink
from intake.i18n import use_locale
from intake.web.wording import answered, beside_name, date_in_words, in_words, listed_place
from tests.builders import a_name, a_statement, an_id

TODAY = date(2026, 11, 20)
BAKHMUT = PlaceLink("UA-1", "gn1", "UA", "Bakhmut", "Donetsk region", "uk", "Бахмут", "Донеччина")
YEAR = from_parts(None, None, 1985).to_json()
LINKED = {"text": "Artemivsk", "country": "", "link": BAKHMUT.to_json()}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (from_parts(3, 2, 1984), "3 Feb 1984"),
        (from_parts(None, 2, 1984), "February 1984"),
        (from_parts(None, None, 1984), "1984"),
        (from_parts(10, 4, 1373, Calendar.SOLAR_HIJRI), "1373-4-10 Solar Hijri (1 Jul 1994)"),
        (from_age(34, None, TODAY), "34 years old on 20 Nov 2026"),
        (from_age(30, 35, TODAY), "30–35 years old on 20 Nov 2026"),
        (from_age(40, None, TODAY, about=True), "about 40 years old on 20 Nov 2026"),
        (from_age(0, None, TODAY), "0 years old on 20 Nov 2026"),
        (from_event("the year of the flood", 1990, 1992), "the year of the flood (1990–1992)"),
        (from_event("the drought", 1984, 1984), "the drought (1984)"),
        (from_event("", 1984, 1985), "1984–1985"),
    ],
)
def test_a_birth_date_is_told_as_it_was_said(told, words):
    assert date_in_words(told.to_json()) == words


def test_a_year_alone_never_shows_a_day():
    assert "1" not in date_in_words(from_parts(None, None, 2000).to_json())


def test_a_year_of_another_calendar_shows_between_which_days_it_lies():
    words = date_in_words(from_parts(None, None, 1373, Calendar.SOLAR_HIJRI).to_json())
    assert words == "1373 Solar Hijri (between 21 Mar 1994 and 20 Mar 1995)"


def test_a_date_that_came_in_a_file_is_told_by_its_two_ends():
    assert date_in_words(from_edtf("1984/1988").to_json()).startswith("between 1 Jan 1984")


def test_an_age_in_free_words_keeps_them():
    told = from_age(30, None, TODAY, verbatim="as old as the mill")
    assert date_in_words(told.to_json()) == "as old as the mill (1995–1996)"


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("name", a_name("Олена"), "Олена"),
        ("sex", "f", "Female"),
        ("relationship", "sibling", "Brother or sister"),
        ("birth-place", {"text": "ଗାଁ by the river", "country": "UA"}, "ଗାଁ by the river, Ukraine"),
        ("birth-place", {"text": "", "country": "UA"}, "Ukraine"),
        ("birth-place", LINKED, "Artemivsk, as said; today Bakhmut, Donetsk region, Ukraine"),
        ("origin", LINKED | {"text": "Бахмут"}, "Бахмут, Donetsk region, Ukraine"),
        ("birth-place", {"text": "the old mill", "country": ""}, "the old mill"),
        ("nationality", "none, they say", "none, they say"),
        ("languages", ["uk", "ar", "the village tongue"], "Ukrainian, Arabic, the village tongue"),
        (
            "documents",
            [{"kind": "passport", "status": "stolen", "number": "", "where": "at the river"}],
            "Passport, Stolen, at the river",
        ),
        ("tally", {"f-0-4": 2, "m-60": 1}, "3 people (Female 0–4: 2; Male 60+: 1)"),
        ("tally", {"f-0-4": 1, "m-0-4": 0}, "1 person (Female 0–4: 1)"),
        ("tally", {"f-0-4": 0}, "0 people"),
        ("testimony", "I walked.", "I walked."),
        ("a-question-of-a-newer-version", "7", "7"),
        ("sex", None, ""),
    ],
)
def test_each_shape_has_its_words(path, value, words):
    assert in_words(path, value) == words


def test_no_answer_tells_why_there_is_none():
    assert answered(a_statement(an_id(), "sex", absent=Absent.DECLINED)) == "Prefers not to say"
    assert answered(a_statement(an_id(), "sex", "m")) == "Male"


def test_words_follow_the_language_in_force():
    with use_locale("en_XA"):
        assert in_words("sex", "f") != "Female"


BORN = {"role": "birth", "place": {"text": "Бахмут", "country": ""}, "from": YEAR}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (BORN, "Born there: Бахмут; 1985"),
        (BORN | {"role": "work", "to": YEAR}, "Work: Бахмут; from 1985 to 1985"),
        (BORN | {"from": None, "to": YEAR}, "Born there: Бахмут; until 1985"),
        (BORN | {"from": None, "with_whom": "two aunts"}, "Born there: Бахмут; with: two aunts"),
        ({"role": "transit", "river": "Донець"}, "On the way: water or mountain: Донець"),
        ({}, "Taken out of the list"),
    ],
)
def test_a_place_of_a_life_is_told_piece_by_piece(told, words):
    assert in_words("place-stays", told) == words


def test_a_place_that_was_chosen_with_its_p_code_tells_it_beside():
    link = {"pack": "UA-1", "id": "gn1", "country": "UA", "name": "Bakhmut"}
    place = {"text": "Бахмут", "country": "", "link": link}
    assert beside_name(place) == []
    assert beside_name(place | {"link": link | {"pcode": "UA1402"}}) == ["P-code: UA1402"]


def test_a_place_of_a_life_has_the_semicolon_of_the_language_in_force():
    with use_locale("ar"):
        assert in_words("place-stays", BORN).endswith("Бахмут؛ 1985")


def test_a_place_is_named_in_its_own_script_on_a_screen_of_its_language():
    link = PlaceLink("AF-1", "gn2", "AF", "Herat", "Herat", "fa", "هرات", "ولایت هرات")
    with use_locale("fa_AF"):
        assert listed_place(link) == ("هرات", "ولایت هرات")
    with use_locale("ps"):
        assert listed_place(link) == ("Herat", "Herat")
