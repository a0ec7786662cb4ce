"""Birth dates keep exactly as much as was said."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import Basis, Calendar, Precision
from intake.domain.partial_date import (
    PartialDate,
    from_age,
    from_edtf,
    from_event,
    from_json,
    from_parts,
    parse_age,
    plain_basis,
)
from intake.errors import CharacterRefused, DateInvalid, EstimateTooExact

ON = date(2026, 11, 22)
NOWS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
AGES = st.integers(0, 110)


def part_of(caught):
    return caught.value.facts["part"]


def test_as_much_as_was_said_is_kept():
    assert from_parts(9, 2, 1986).edtf == "1986-02-09"
    assert from_parts(None, 2, 1986).edtf == "1986-02"
    assert from_parts(None, None, 1986).edtf == "1986"
    assert from_parts(None, 2, 1984).latest == date(1984, 2, 29)


@given(st.integers(1910, 2020), st.sampled_from(list(Calendar)))
def test_a_year_never_becomes_the_first_of_january(year, calendar):
    shift = {Calendar.SOLAR_HIJRI: -621, Calendar.HIJRI: -580, Calendar.ETHIOPIAN: -8}
    said = from_parts(None, None, year + shift.get(calendar, 0), calendar)
    assert said.precision is Precision.YEAR
    assert said.latest - said.earliest >= timedelta(days=353)
    assert said.said_parts()[1:] == (None, None)
    if calendar is Calendar.GREGORIAN:
        assert said.edtf == str(year)


@given(st.integers(1910, 2020), st.sampled_from(["", "~", "?", "%", "-XX", "-XX-XX"]))
def test_a_year_from_a_file_never_becomes_the_first_of_january(year, mark):
    assert "01-01" not in from_edtf(f"{year}{mark}", on=ON).edtf


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ((9, 2, None), "year"),
        ((9, None, 1986), "month"),
        ((30, 2, 1986), "day"),
        ((0, 2, 1986), "day"),
        ((1, 13, 1986), "month"),
        ((1, 1, 86), "year"),
    ],
)
def test_a_date_that_cannot_be_names_the_wrong_part(said, part):
    with pytest.raises(DateInvalid) as caught:
        from_parts(*said)
    assert part_of(caught) == part


@pytest.mark.parametrize(
    ("made", "part"),
    [
        (lambda: from_parts(23, 11, 2026, on=ON), "future"),
        (lambda: from_parts(None, None, 2027, on=ON), "future"),
        (lambda: from_parts(21, 11, 1901, on=ON), "past"),
        (lambda: from_edtf("1890/1899", on=ON), "past"),
        (lambda: from_event("the old king", 1850, 1860, on=ON), "past"),
    ],
    ids=["tomorrow", "next-year", "a-day-too-old", "interval-too-old", "event-too-old"],
)
def test_nobody_is_born_tomorrow_or_before_the_oldest(made, part):
    with pytest.raises(DateInvalid) as caught:
        made()
    assert part_of(caught) == part


def test_this_year_ends_today():
    born = from_parts(None, None, 2026, on=ON)
    assert (born.earliest, born.latest, born.edtf) == (date(2026, 1, 1), ON, "2026")


@pytest.mark.parametrize("text", ["../1990", "1985/..", "/1990", "1985/"])
def test_v06_open_intervals_end_today_or_with_the_oldest(text):
    born = from_edtf(text, on=ON)
    assert date(1901, 11, 22) <= born.earliest <= born.latest <= ON
    assert born.edtf == text


def test_another_calendar_keeps_the_said_date_and_spans_two_years():
    born = from_parts(None, None, 1365, Calendar.SOLAR_HIJRI)
    assert born.edtf == "1986-03-21/1987-03-20"
    assert born.said_parts() == (1365, None, None)
    day = from_parts(12, 4, 1365, Calendar.SOLAR_HIJRI)
    assert day.edtf == "1986-07-03"
    assert day.precision is Precision.DAY
    assert day.said_parts() == (1365, 4, 12)
    lunar = from_parts(1, 9, 1445, Calendar.HIJRI)
    assert lunar.edtf == "2024-03-10/2024-03-12"


def test_an_age_without_its_day_is_worth_nothing():
    with pytest.raises(DateInvalid) as caught:
        from_age(34, None, None)
    assert part_of(caught) == "as-of"
    with pytest.raises(DateInvalid) as caught:
        PartialDate("1992", date(1992, 1, 1), date(1992, 12, 31), Precision.AGE)
    assert part_of(caught) == "as-of"


def test_a_said_age_is_kept_as_days_of_birth():
    born = from_age(34, None, ON)
    assert (born.edtf, born.verbatim) == ("1991-11-23/1992-11-22", "34")
    assert born.precision is Precision.AGE
    between = from_age(30, 35, ON)
    assert (between.edtf, between.verbatim) == ("1990-11-23/1996-11-22", "30-35")
    assert between.precision is Precision.AGE_RANGE


@pytest.mark.parametrize(
    ("age", "edtf"), [(34, "1991/1993"), (40, "1985/1987"), (41, "1983/1987"), (0, "2025/2026")]
)
def test_about_is_a_year_either_way_and_two_above_forty(age, edtf):
    born = from_age(age, None, ON, about=True)
    assert (born.edtf, born.verbatim) == (edtf, f"~{age}")
    assert born.latest <= ON


def test_a_newborn_has_an_age():
    born = from_age(0, None, ON)
    assert (born.earliest, born.latest) == (date(2025, 11, 23), ON)
    assert parse_age("0") == (0, 0, False)
    assert born.age_span(ON) == (0, 0)


@given(AGES, st.integers(0, 10), NOWS)
def test_an_age_gives_back_the_ages_it_came_from(lowest, more, now):
    assert from_age(lowest, lowest + more, now).age_span(now) == (lowest, lowest + more)


@given(AGES, NOWS)
def test_about_an_age_allows_that_age(age, now):
    exact, about = from_age(age, None, now), from_age(age, None, now, about=True)
    assert about.earliest <= exact.earliest
    assert exact.latest <= about.latest <= now


@pytest.mark.parametrize("ages", [(-1, None), (126, None), (30, 20), (0, 126)])
def test_ages_that_cannot_be_are_refused(ages):
    with pytest.raises(DateInvalid) as caught:
        from_age(*ages, ON)
    assert part_of(caught) == "age"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("34", (34, 34, False)),
        ("30-35", (30, 35, False)),
        ("30 – 35", (30, 35, False)),
        ("~40", (40, 40, True)),
        ("~ 30/35", (30, 35, True)),
        ("٣٤", (34, 34, False)),
        ("۳۰-۳۵", (30, 35, False)),
        (" 0 ", (0, 0, False)),
    ],
)
def test_ages_are_read_in_any_digits(text, read):
    assert parse_age(text) == read


@pytest.mark.parametrize("text", ["", "old", "-3", "3.5", "30-", "1234", "²"])
def test_what_is_no_age_is_refused(text):
    with pytest.raises(DateInvalid):
        parse_age(text)


def test_who_may_be_under_eighteen_takes_the_child_route():
    assert from_age(16, 19, ON).could_be_minor(ON)
    assert from_age(18, None, ON).could_be_minor(ON) is False
    assert from_age(18, None, ON, about=True).could_be_minor(ON)
    assert from_parts(None, None, 2008).could_be_minor(ON)
    assert from_parts(22, 11, 2008).could_be_minor(ON) is False
    assert from_parts(23, 11, 2008).could_be_minor(ON)
    assert from_parts(29, 2, 2008).could_be_minor(date(2026, 2, 28))


@given(NOWS, st.integers(0, 40), st.integers(0, 5), st.booleans())
def test_an_age_below_eighteen_is_never_routed_as_adult(now, lowest, more, about):
    said = from_age(lowest, lowest + more, now, about=about)
    if lowest < 18:
        assert said.could_be_minor(now)
    elif not about:
        assert not said.could_be_minor(now)


def test_an_event_keeps_its_words():
    born = from_event("the year of the big flood", 1984, 1988)
    assert (born.edtf, born.verbatim) == ("1984/1988", "the year of the big flood")
    assert born.precision is Precision.EVENT
    assert from_event("the flood", 1984, 1984).edtf == "1984"
    with pytest.raises(DateInvalid):
        from_event("the flood", 1988, 1984)
    with pytest.raises(CharacterRefused):
        from_event("the\0flood", 1984, 1988)


def test_dates_contradict_only_if_no_day_fits_both():
    year, day = from_parts(None, None, 1986), from_parts(9, 2, 1986)
    assert year.overlaps(day)
    assert day.overlaps(year)
    assert not day.overlaps(from_parts(10, 2, 1986))
    assert from_age(40, None, ON).overlaps(year)


MADE = st.one_of(
    st.builds(from_age, AGES, st.none(), NOWS, about=st.booleans()),
    st.builds(from_parts, st.integers(1, 28), st.integers(1, 12), st.integers(1910, 2020)),
    st.builds(
        from_parts,
        st.none(),
        st.integers(1, 12),
        st.integers(1290, 1400),
        st.just(Calendar.SOLAR_HIJRI),
    ),
    st.builds(from_event, st.text("abcж ", max_size=20), st.just(1960), st.integers(1960, 1990)),
    st.sampled_from(["1984~", "198X", "../1990", "1985/..", "1984-24", "[1984..1986]"]).map(
        from_edtf
    ),
)


@given(MADE)
def test_what_is_stored_reads_back_the_same(made):
    assert from_json(json.loads(json.dumps(made.to_json()))) == made


@given(MADE)
def test_the_stored_text_is_edtf_that_spans_the_same_days(made):
    read = from_edtf(made.edtf)
    if made.latest.year != ON.year and made.as_of is None:
        assert (read.earliest, read.latest) == (made.earliest, made.latest)
    assert read.earliest <= made.latest


def test_the_stored_shape_is_the_agreed_one():
    assert from_age(34, None, ON).to_json() == {
        "edtf": "1991-11-23/1992-11-22",
        "earliest": "1991-11-23",
        "latest": "1992-11-22",
        "precision": "age",
        "calendar": "gregorian",
        "as_of": "2026-11-22",
        "verbatim": "34",
    }


@pytest.mark.parametrize(
    "change",
    [
        {"earliest": None},
        {"earliest": "1986"},
        {"latest": "1985-12-31"},
        {"precision": "exact"},
        {"calendar": "mayan"},
        {"as_of": "today"},
        {"edtf": 1986},
        {"latest": "9999-12-31"},
        {"precision": "age"},
        {"basis": "guessed"},
        {"basis": "officer-estimate-band"},
    ],
)
def test_a_torn_value_is_refused(change):
    value = from_parts(None, None, 1986).to_json() | change
    with pytest.raises(DateInvalid):
        from_json(value)


@pytest.mark.parametrize("value", [None, "1986", [], 7, {}])
def test_what_is_no_date_is_refused(value):
    with pytest.raises(DateInvalid):
        from_json(value)


def test_forms_are_filled_again_only_from_said_parts():
    assert from_edtf("1986-02-09").said_parts() == (1986, 2, 9)
    assert from_parts(None, 2, 1986).said_parts() == (1986, 2, None)
    assert from_age(34, None, ON).said_parts() == (None, None, None)
    assert from_event("the flood", 1984, 1988).said_parts() == (None, None, None)


@pytest.mark.parametrize(
    ("made", "basis"),
    [
        (from_parts(9, 2, 1986), Basis.SAID_EXACTLY),
        (from_parts(None, 2, 1986), Basis.SAID_YEAR),
        (from_parts(None, None, 1986), Basis.SAID_YEAR),
        (from_age(34, None, ON), Basis.SAID_AGE),
        (from_age(30, 35, ON), Basis.SAID_AGE),
        (from_event("the flood", 1984, 1988), Basis.EVENT_CALENDAR),
    ],
)
def test_how_a_date_is_known_is_plain_from_how_it_was_said(made, basis):
    assert plain_basis(made) is basis


def test_an_officer_estimates_a_band_and_nothing_narrower():
    band = from_age(30, 40, ON)
    kept = replace(band, basis=Basis.OFFICER_ESTIMATE)
    assert from_json(kept.to_json()).basis is Basis.OFFICER_ESTIMATE
    assert replace(from_age(30, 34, ON), basis=Basis.OFFICER_ESTIMATE)
    for narrow in (
        from_age(34, None, ON),
        from_age(30, 33, ON),
        from_parts(None, None, 1986),
        from_parts(9, 2, 1986),
        from_event("the flood", 1984, 1994),
    ):
        with pytest.raises(EstimateTooExact):
            replace(narrow, basis=Basis.OFFICER_ESTIMATE)


@given(MADE, st.sampled_from([b for b in Basis if b is not Basis.OFFICER_ESTIMATE]))
def test_a_basis_is_stored_and_changes_no_day(made, basis):
    known = replace(made, basis=basis)
    assert from_json(json.loads(json.dumps(known.to_json()))) == known
    assert (known.edtf, known.earliest, known.latest) == (made.edtf, made.earliest, made.latest)


def test_a_date_of_an_earlier_release_has_no_basis_and_no_chain():
    old = from_parts(None, None, 1986).to_json()
    assert "basis" not in old
    assert "chain" not in old
    assert (from_json(old).basis, from_json(old).chain) == (None, ())


def test_v06_a_hijri_year_is_an_interval_over_two_years():
    born = from_parts(None, None, 1406, Calendar.HIJRI)
    assert (born.earliest.year, born.latest.year) == (1985, 1986)
    assert (born.calendar, born.verbatim) == (Calendar.HIJRI, "1406")
    assert "01-01" not in born.edtf


def test_v08_an_age_without_its_day_is_refused_when_it_is_read():
    value = from_age(34, None, ON).to_json() | {"as_of": None}
    with pytest.raises(DateInvalid) as caught:
        from_json(value)
    assert part_of(caught) == "as-of"


def test_v09_an_interval_that_straddles_eighteen_takes_the_child_route():
    straddles = from_edtf("2006/2010")
    assert straddles.could_be_minor(ON)
    assert straddles.age_span(ON) == (15, 20)
    assert not from_edtf("2000/2007").could_be_minor(ON)


@pytest.mark.parametrize("about", [False, True])
def test_an_estimate_of_one_age_is_too_exact_even_said_as_about(about):
    """It spans five years of birth and is still one number; an estimate is a band."""
    with pytest.raises(EstimateTooExact):
        replace(from_age(40, None, ON, about=about), basis=Basis.OFFICER_ESTIMATE)
    assert replace(from_age(38, 42, ON), basis=Basis.OFFICER_ESTIMATE)


@pytest.mark.parametrize(
    ("said", "precision"),
    [
        ((9, 2, 1986), Precision.DAY),
        ((None, 2, 1986), Precision.MONTH),
        ((None, None, 1986), Precision.YEAR),
    ],
)
@pytest.mark.parametrize("calendar", [Calendar.GREGORIAN, Calendar.ETHIOPIAN])
def test_a_date_is_as_precise_as_it_was_said(said, precision, calendar):
    assert from_parts(*said, calendar).precision is precision


def test_the_answers_that_narrowed_a_date_stay_with_it():
    narrowed = replace(from_age(38, 42, ON), chain=({"before": "the flood"},))
    assert from_json(narrowed.to_json()) == narrowed
    for chain in ("a word", None, 7):
        assert from_json(narrowed.to_json() | {"chain": chain}).chain == ()


@pytest.mark.parametrize(
    ("stored", "is_taken"),
    [
        ({"earliest": "1599-12-31"}, False),
        ({"earliest": "1600-01-01"}, True),
        ({"latest": "2399-12-31"}, True),
        ({"latest": "2400-01-01"}, False),
    ],
)
def test_a_stored_date_far_from_any_life_is_refused(stored, is_taken):
    value = from_parts(None, None, 1986).to_json() | stored
    if is_taken:
        assert from_json(value).to_json() == value
    else:
        with pytest.raises(DateInvalid) as caught:
            from_json(value)
        assert part_of(caught) == "year"


@given(MADE, MADE)
def test_two_dates_overlap_if_and_only_if_one_day_can_be_meant_by_both(one, other):
    last_to_begin, first_to_end = max(one.earliest, other.earliest), min(one.latest, other.latest)
    assert one.overlaps(other) is other.overlaps(one) is (last_to_begin <= first_to_end)
    assert one.overlaps(one)


def test_days_beside_each_other_do_not_overlap_and_spans_that_touch_do():
    day, next_day = from_parts(9, 2, 1986), from_parts(10, 2, 1986)
    assert (day.overlaps(day), day.overlaps(next_day), next_day.overlaps(day)) == (1, 0, 0)
    assert from_edtf("1980/1986-02-09").overlaps(from_edtf("1986-02-09/1990"))


@pytest.mark.parametrize(
    ("said", "earliest", "latest"),
    [
        ("2026-11-22", ON, ON),
        ("2026-11", date(2026, 11, 1), ON),
        ("1901-11-22", date(1901, 11, 22), date(1901, 11, 22)),
        ("1901-11", date(1901, 11, 22), date(1901, 11, 30)),
        ("1890/1901-11-22", date(1901, 11, 22), date(1901, 11, 22)),
    ],
)
def test_whoever_was_born_today_or_is_as_old_as_the_oldest_is_taken(said, earliest, latest):
    born = from_edtf(said, on=ON)
    assert (born.earliest, born.latest, born.edtf) == (earliest, latest, said)


@given(MADE, NOWS)
def test_a_date_is_cut_to_a_lifetime_once_and_never_made_wider(made, now):
    try:
        cut = made.bounded(now)
    except DateInvalid:
        assert made.earliest > now or made.latest.year <= now.year - 125
        return
    assert made.earliest <= cut.earliest <= cut.latest <= min(made.latest, now)
    assert cut.bounded(now) == cut
    assert cut.age_span(now)[1] <= 125


@given(MADE, NOWS, st.integers(1, 20_000))
def test_nobody_becomes_a_child_again_with_time(made, now, days):
    later = now + timedelta(days=days)
    assert made.could_be_minor(now) >= made.could_be_minor(later)
    assert made.could_be_minor(now) == (made.latest > now or made.age_span(now)[0] < 18)


def test_the_words_a_date_came_in_are_kept_beside_it():
    made = [from_parts(9, 2, 1986, verbatim=" in snow "), from_age(40, None, ON, verbatim="forty")]
    assert [born.verbatim for born in made] == ["in snow", "forty"]
    assert made[0].edtf == "1986-02-09"
    assert (from_parts(9, 2, 1986, verbatim=" ").verbatim, made[0].said_parts()) == (
        "1986-02-09",
        (None, None, None),
    )


def test_about_an_age_spans_whole_years_and_the_oldest_age_is_125():
    born = from_age(34, None, ON, about=True)
    assert (born.earliest, born.latest) == (date(1991, 1, 1), date(1993, 12, 31))
    assert from_age(125, None, ON).age_span(ON) == (125, 125)
