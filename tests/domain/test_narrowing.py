"""Easy questions narrow the time of birth; nothing that was answered is lost."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import Basis, Precision
from intake.domain.narrowing import (
    REPLIES,
    Asking,
    Link,
    Reply,
    chain_of,
    link_from_json,
    narrow,
    narrowed_date,
)
from intake.domain.partial_date import from_edtf, from_json
from intake.errors import DateInvalid

ON = date(2026, 11, 22)
FLOOR = date(1901, 11, 22)
DAYS = st.dates(date(1930, 1, 1), date(2024, 12, 31))
FLOOD = (date(1988, 8, 1), date(1988, 8, 31))
WAR = (date(2003, 1, 1), date(2003, 12, 31))


def event(reply, days=FLOOD):
    return Link(Asking.EVENT, reply, "sd-flood-1988", *days)


def season(*months):
    return Link(Asking.SEASON, Reply.IN_IT, "sd-rains", months=months)


def left(*links):
    found = narrow(links, ON)
    return found.earliest, found.latest


def test_before_and_after_take_the_days_of_what_happened_away():
    assert left(event(Reply.BEFORE)) == (FLOOR, date(1988, 7, 31))
    assert left(event(Reply.AFTER)) == (date(1988, 9, 1), ON)
    assert left(event(Reply.DURING)) == FLOOD
    assert left(event(Reply.AFTER), event(Reply.BEFORE, WAR)) == (
        date(1988, 9, 1),
        date(2002, 12, 31),
    )


def test_who_does_not_know_narrows_nothing_and_is_kept():
    found = narrow([event(Reply.UNKNOWN)], ON)
    assert (found.earliest, found.latest) == (FLOOR, ON)
    assert not found.is_narrower
    assert len(found.links) == 1


def test_a_season_counts_whenever_it_was_asked():
    year = [event(Reply.DURING, WAR)]
    assert left(*year, season(6, 10)) == (date(2003, 6, 1), date(2003, 10, 31))
    assert left(season(6, 10), *year) == (date(2003, 6, 1), date(2003, 10, 31))


def test_a_winter_has_two_ends_in_a_year():
    assert left(event(Reply.DURING, WAR), season(12, 2)) == WAR
    leap = (date(2004, 1, 15), date(2004, 6, 30))
    assert left(event(Reply.DURING, leap), season(12, 2)) == (leap[0], date(2004, 2, 29))


def test_a_season_that_is_not_in_what_is_left_does_not_fit():
    summer = (date(2003, 6, 1), date(2003, 7, 31))
    found = narrow([event(Reply.DURING, summer), season(12, 2)], ON)
    assert [link.fits for link in found.links] == [True, False]
    assert (found.earliest, found.latest) == summer


@pytest.mark.parametrize(
    ("reply", "years", "first", "last"),
    [
        (Reply.OLDER, 3, date(1984, 5, 1), date(1986, 5, 1)),
        (Reply.YOUNGER, 3, date(1990, 5, 1), date(1992, 5, 1)),
        (Reply.OLDER, 0, date(1987, 5, 1), date(1988, 5, 1)),
        (Reply.OLDER, None, FLOOR, date(1988, 5, 1)),
        (Reply.YOUNGER, None, date(1988, 5, 1), ON),
        (Reply.SAME_AGE, None, date(1987, 5, 1), date(1989, 5, 1)),
        (Reply.UNKNOWN, None, FLOOR, ON),
    ],
)
def test_a_brother_or_a_neighbour_is_worth_a_year_either_way(reply, years, first, last):
    born = date(1988, 5, 1)
    assert left(Link(Asking.OTHER, reply, "Халід", born, born, years)) == (first, last)


def test_who_could_walk_was_born_nine_months_before():
    assert left(Link(Asking.WALKED, Reply.YES, "x", *FLOOD))[1] == FLOOD[1] - timedelta(days=270)
    assert left(Link(Asking.WALKED, Reply.NOT_YET, "x", *FLOOD))[0] == date(1986, 8, 1)


def test_school_is_read_widely_for_it_begins_late_where_there_is_war():
    assert left(Link(Asking.SCHOOL, Reply.YES, "x", *FLOOD)) == (
        date(1968, 8, 1),
        date(1983, 8, 31),
    )
    assert left(Link(Asking.SCHOOL, Reply.NOT_YET, "x", *FLOOD))[0] == date(1979, 8, 1)
    assert left(Link(Asking.SCHOOL, Reply.FINISHED, "x", *FLOOD))[1] == date(1978, 8, 31)


def test_an_answer_that_does_not_fit_is_kept_and_narrows_nothing():
    found = narrow([event(Reply.BEFORE), event(Reply.AFTER, WAR)], ON)
    assert [link.fits for link in found.links] == [True, False]
    assert (found.earliest, found.latest) == (FLOOR, date(1988, 7, 31))


def test_the_date_carries_its_chain_and_how_it_is_known():
    told = narrowed_date([event(Reply.AFTER), event(Reply.BEFORE, WAR)], ON)
    assert (told.edtf, told.precision) == ("1988-09/2002", Precision.RANGE)
    assert told.basis is Basis.EVENT_CALENDAR
    stored = json.loads(json.dumps(told.to_json()))
    assert from_json(stored) == told
    assert [link.reply for link in chain_of(stored)] == [Reply.AFTER, Reply.BEFORE]
    assert chain_of(stored)[0].days == FLOOD


@pytest.mark.parametrize(
    ("links", "basis"),
    [
        ([Link(Asking.OTHER, Reply.OLDER, "Халід", *FLOOD)], Basis.SIBLING_ORDER),
        ([Link(Asking.SCHOOL, Reply.YES, "x", *FLOOD)], Basis.SCHOOL_GRADE),
        ([Link(Asking.BEFORE, Reply.IN_IT, "", *WAR), season(6, 10)], Basis.EVENT_CALENDAR),
        (
            [Link(Asking.OTHER, Reply.OLDER, "Халід", *WAR), event(Reply.UNKNOWN)],
            Basis.SIBLING_ORDER,
        ),
    ],
)
def test_the_basis_is_what_told_something(links, basis):
    assert narrowed_date(links, ON).basis is basis


def test_nothing_told_is_no_date():
    for links in ([], [event(Reply.UNKNOWN)]):
        with pytest.raises(DateInvalid) as caught:
            narrowed_date(links, ON)
        assert caught.value.facts == {"part": "chain"}


def test_a_date_that_was_said_outright_has_no_chain():
    assert chain_of(from_edtf("1986").to_json()) == ()
    assert chain_of(None) == ()


@pytest.mark.parametrize(
    "torn",
    [
        None,
        "after",
        {},
        {"ask": "event", "reply": "older"},
        {"ask": "weather", "reply": "yes"},
        {"ask": "event", "reply": "after", "first": "soon", "last": "1988-08-31"},
        {"ask": "season", "reply": "in-it", "months": [0, 2]},
        {"ask": "season", "reply": "in-it", "months": [3]},
        {"ask": "other", "reply": "older", "years": 91},
    ],
)
def test_a_torn_answer_is_refused(torn):
    with pytest.raises(DateInvalid):
        link_from_json(torn)


EVENTS = st.builds(
    lambda day, more, reply: Link(
        Asking.EVENT, reply, "x", day, min(day + timedelta(days=more), ON)
    ),
    DAYS,
    st.integers(0, 900),
    st.sampled_from(REPLIES[Asking.EVENT]),
)
OTHERS = st.builds(
    lambda day, years, reply: Link(Asking.OTHER, reply, "Халід", day, day, years),
    DAYS,
    st.none() | st.integers(0, 60),
    st.sampled_from(REPLIES[Asking.OTHER]),
)
STAGES = st.builds(
    lambda day, asking, at: Link(asking, REPLIES[asking][at], "x", day, day),
    DAYS,
    st.sampled_from([Asking.WALKED, Asking.SCHOOL]),
    st.integers(0, 2),
)
SEASONS = st.builds(lambda a, b: season(a, b), st.integers(1, 12), st.integers(1, 12))
CHAINS = st.lists(st.one_of(EVENTS, OTHERS, STAGES, SEASONS), max_size=8)


@given(CHAINS)
def test_whatever_is_answered_leaves_days_in_the_last_125_years(links):
    found = narrow(links, ON)
    assert FLOOR <= found.earliest <= found.latest <= ON
    assert len(found.links) == len(links)


@given(CHAINS, st.one_of(EVENTS, OTHERS, STAGES))
def test_one_more_answer_never_widens(links, more):
    before = narrow(links, ON)
    after = narrow([*links, more], ON)
    if all(link.fits for link in after.links):
        assert before.earliest <= after.earliest
        assert after.latest <= before.latest


@given(CHAINS)
def test_what_is_kept_reads_back_the_same(links):
    for link in narrow(links, ON).links:
        assert link_from_json(json.loads(json.dumps(link.to_json()))) == link


@given(st.lists(st.builds(
    lambda year, reply: Link(
        Asking.EVENT, reply, "x", date(year, 1, 1), date(year, 12, 31)
    ),
    st.integers(1930, 2020),
    st.sampled_from([Reply.BEFORE, Reply.DURING, Reply.AFTER]),
), min_size=1, max_size=4))  # fmt: skip
def test_v07_years_alone_never_become_the_first_of_january(links):
    told = narrowed_date(links, ON)
    assert "-01-01" not in told.edtf
    read = from_edtf(told.edtf)
    assert (read.earliest, read.latest) == (told.earliest, told.latest)


@pytest.mark.parametrize("missing", ["first", "last"])
def test_an_answer_with_one_end_of_its_days_alone_narrows_nothing(missing):
    kept = event(Reply.BEFORE).to_json()
    half = link_from_json({name: told for name, told in kept.items() if name != missing})
    assert half.days is None
    assert left(half) == (FLOOR, ON)
    assert set(half.to_json()) == {"ask", "reply", "about"}


@pytest.mark.parametrize(("stored", "years"), [(3, 3), (0, 0), ("3", None), (None, None)])
def test_years_between_two_people_are_a_number_or_nothing(stored, years):
    kept = {"ask": "other", "reply": "older", "years": stored}
    assert link_from_json(kept).years == years


@pytest.mark.parametrize("years", [-1, 91])
def test_nobody_is_less_than_nothing_or_more_than_ninety_years_older(years):
    with pytest.raises(DateInvalid) as caught:
        Link(Asking.OTHER, Reply.OLDER, years=years)
    assert caught.value.facts == {"part": "age"}


LINKS = st.lists(
    st.one_of(
        st.builds(
            lambda reply, days: event(reply, tuple(sorted(days))),
            st.sampled_from(REPLIES[Asking.EVENT]),
            st.tuples(DAYS, DAYS),
        ),
        st.builds(
            lambda reply, day, years: Link(Asking.OTHER, reply, "Petro", day, day, years),
            st.sampled_from(REPLIES[Asking.OTHER]),
            DAYS,
            st.none() | st.integers(0, 30),
        ),
        st.builds(lambda begin, end: season(begin, end), st.integers(1, 12), st.integers(1, 12)),
    ),
    max_size=6,
)


@given(LINKS)
def test_whatever_is_answered_some_days_are_left_and_no_more_than_before(links):
    found = narrow(links, ON)
    assert FLOOR <= found.earliest <= found.latest <= ON
    assert [link.about for link in found.links] == [link.about for link in links]
    fitting = [link for link in found.links if link.fits]
    again = narrow(fitting, ON)
    assert (again.earliest, again.latest) == (found.earliest, found.latest)


@given(LINKS)
def test_every_chain_comes_back_from_its_date_as_it_was_answered(links):
    found = narrow(links, ON)
    assert [link_from_json(link.to_json()) for link in found.links] == list(found.links)
    if found.is_narrower:
        assert chain_of(narrowed_date(links, ON).to_json()) == found.links
