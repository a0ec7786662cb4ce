"""Values come back in words, never more exact than they were said."""

from dataclasses import replace
from datetime import date

import pytest

from intake.domain.codes import (
    Absent,
    Basis,
    Calendar,
    ConsentAnswer,
    Difficulty,
    DocumentKind,
    Functioning,
    Nature,
    Purpose,
    Recipient,
    SeparationCause,
    TakenBy,
    Tie,
    Whereabouts,
    YesNo,
)
from intake.domain.name import NameKind, NamePart, WrittenBy
from intake.domain.partial_date import from_age, from_edtf, from_event, from_parts
from intake.domain.place import PlaceLink
from intake.domain.relative import Relative
from intake.i18n import use_locale
from intake.web.labels import label
from intake.web.wording import (
    answer_in_words,
    answered,
    apart,
    beside_name,
    date_in_words,
    in_words,
    line_in_words,
    listed_place,
)
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
        (
            BORN | {"role": "work", "why_left": "home-lost"},
            "Work: Бахмут; from 1985 on; reason for leaving: The home was destroyed or taken",
        ),
        (BORN | {"why_left": "of-a-newer-release"}, "Born there: Бахмут; 1985"),
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


MISSING = Relative(
    Tie.SPOUSE_PARTNER,
    name=a_name("Андрій"),
    nature=Nature.BY_MARRIAGE,
    now=Whereabouts.MISSING,
    since=from_parts(None, 3, 2026).to_json(),
    place={"text": "Вокзал", "country": "UA"},
    cause=SeparationCause.EVACUATION,
    news="He called once",
    known={"sex": "m"},
)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            MISSING,
            "Husband, wife or partner: Андрій; By marriage; Missing, no news; Male;"
            " apart: March 2026, Вокзал, Ukraine, Evacuation; He called once",
        ),
        (Relative(Tie.CHILD), "Son or daughter: somebody whose name is not known"),
        (
            Relative(Tie.CHILD, name=a_name("Іван"), cares=YesNo.YES, responsible=YesNo.NO),
            "Son or daughter: Іван; looks after them",
        ),
        (
            Relative(Tie.CHILD, name=a_name("Іван"), cares=YesNo.NO, responsible=YesNo.YES),
            "Son or daughter: Іван; is responsible for them",
        ),
    ],
)
def test_a_relative_is_told_piece_by_piece(told, words):
    assert in_words("relative", told.to_json()) == words


def test_what_is_no_relative_stays_as_it_was_written():
    assert in_words("relative", "my aunt") == "my aunt"


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ({}, "apart: March 2026, Вокзал, Ukraine, Evacuation"),
        ({"since": None}, "apart: Вокзал, Ukraine, Evacuation"),
        ({"place": None}, "apart: March 2026, Evacuation"),
        ({"cause": None}, "apart: March 2026, Вокзал, Ukraine"),
        ({"since": None, "place": None, "cause": None}, ""),
    ],
)
def test_how_two_people_came_apart_is_told_as_far_as_it_was_said(left_out, words):
    assert apart(replace(MISSING, **left_out)) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            {
                "way": "phone-call",
                "text": "050",
                "time": "evenings",
                "shared": "her aunt",
                "code_word": "river",
                "other": "no",
            },
            "A call; 050; when: evenings; who else has it: her aunt; word to say first: river;"
            " NOT safe if somebody else answers",
        ),
        ({"way": "phone-call", "other": "yes"}, "A call; safe if somebody else answers"),
        ({"text": "050"}, "050"),
        ({}, ""),
        ("an older text", "an older text"),
    ],
)
def test_a_safe_contact_says_first_what_makes_it_safe(told, words):
    assert in_words("safe-contact", told) == words


PAPER = {
    "kind": "passport",
    "status": "stolen",
    "number": "AB1",
    "where": "at the river",
    "issuer": "Kyiv",
    "issued": YEAR,
    "name": a_name("Олена"),
    "confirm": "the school",
    "check": "damaged",
}


def test_a_paper_is_told_with_all_that_is_known_of_it():
    told = in_words("documents", [PAPER, {"kind": "national-id"}, "no paper"])
    assert told == (
        "Passport, Stolen, AB1, at the river, Kyiv, 1985, Олена, the school, Damaged;"
        " National identity card"
    )
    assert in_words("documents", "no list") == ""


@pytest.mark.parametrize("part", PAPER)
def test_what_is_not_known_of_a_paper_leaves_no_gap(part):
    told = in_words("documents", [{k: v for k, v in PAPER.items() if k != part}])
    assert len(told.split(", ")) == len(PAPER) - 1
    assert "" not in told.split(", ")


def test_who_took_a_paper_is_told_beside_it():
    taken = [{"kind": "passport", "by": "smuggler"}, {"kind": "tax-number", "by": "unknown"}, 7]
    assert in_words("documents.taken-by", taken) == (
        f"Passport: {label(TakenBy.SMUGGLER)}; {label(DocumentKind.TAX_NUMBER)}:"
        f" {label(TakenBy.UNKNOWN)}"
    )
    assert in_words("documents.taken-by", {}) == ""


def test_what_is_hard_for_somebody_is_told_in_the_order_of_the_page():
    told = {"walking": "a-lot", "seeing": "some", "flying": "some", "hearing": "unheard-of"}
    assert in_words("functioning", told) == (
        f"{label(Functioning.SEEING)}: {label(Difficulty.SOME)};"
        f" {label(Functioning.WALKING)}: {label(Difficulty.A_LOT)}"
    )
    assert in_words("functioning", []) == ""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ((Purpose.TRACING, None), "Tracing: to search for missing relatives"),
        ((Purpose.REFERRAL, Recipient.HEALTH), "Pass needs on to: Health care"),
        (
            (Purpose.SHARING, Recipient.RED_CROSS),
            "Share the record with: The Red Cross or Red Crescent",
        ),
    ],
)
def test_a_consent_says_what_it_is_about(line, words):
    assert line_in_words(*line) == words


@pytest.mark.parametrize("basis", list(Basis))
def test_how_a_date_is_known_is_told_where_it_is_not_plain_from_how_it_was_said(basis):
    told = replace(from_age(30, 35, TODAY), basis=basis)
    said = "30–35 years old on 20 Nov 2026"
    plain = basis in (
        Basis.SAID_EXACTLY,
        Basis.SAID_YEAR,
        Basis.SAID_AGE,
        Basis.EVENT_CALENDAR,
    )
    assert date_in_words(told.to_json()) == (said if plain else f"{said} · {label(basis)}")


@pytest.mark.parametrize("kind", list(NameKind))
def test_a_further_name_says_what_kind_of_name_it_is(kind):
    assert in_words("name.other", a_name("Олена") | {"kind": kind.value}) == (
        f"Олена ({label(kind)})"
    )


def test_beside_a_name_stand_its_parts_and_that_the_person_wrote_it():
    name = a_name("Олена Іванівна")
    parts = [{"type": "given", "text": "Олена"}, {"type": "patronymic", "text": "Іванівна"}]
    given, fathers = label(NamePart.GIVEN), label(NamePart.PATRONYMIC)
    said = f"{given}: Олена · {fathers}: Іванівна"
    assert beside_name(name) == []
    assert beside_name(name | {"parts": parts}) == [said]
    assert beside_name(name | {"parts": parts, "written_by": "person"}) == [
        said,
        str(label(WrittenBy.PERSON)),
    ]
    assert beside_name("a text") == beside_name({"text": "Бахмут"}) == []


@pytest.mark.parametrize(
    ("answer", "until", "words"),
    [
        (ConsentAnswer.YES, TODAY, "Agrees up to and including 20 Nov 2026"),
        (ConsentAnswer.OVER, TODAY, "Agreed until 20 Nov 2026; that time is over"),
        (ConsentAnswer.YES, None, "Agrees"),
        (ConsentAnswer.OVER, None, "Agreed for a time that is over"),
        (ConsentAnswer.NO, TODAY, "Does not agree"),
        (ConsentAnswer.WITHDRAWN, TODAY, "Agreed, then withdrew"),
        (ConsentAnswer.NOT_ASKED, None, "Not asked"),
    ],
)
def test_an_answer_tells_the_last_day_of_a_yes_and_of_nothing_else(
    answer: ConsentAnswer, until: date | None, words: str
) -> None:
    assert answer_in_words(answer, until) == words


def test_the_last_day_is_told_in_the_language_of_the_page() -> None:
    with use_locale("fr"):
        assert answer_in_words(ConsentAnswer.YES, TODAY) == "D’accord jusqu’au 20 nov. 2026 inclus"
