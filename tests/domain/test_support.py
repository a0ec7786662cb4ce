"""What supports an account is recorded one by one: seen or heard, when, where, by whom."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import SupportClass
from intake.domain.event import SupportRecorded, SupportTakenBack
from intake.domain.support import (
    BY_HAND,
    LONG_ENOUGH,
    Heard,
    Held,
    SupportNotThere,
    SupportTwice,
    is_continuous,
    record_support,
    take_back,
)
from intake.errors import ReasonMissing, RuleBroken

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PAPER = SupportRecorded(
    case="c",
    support="s1",
    individual="p1",
    of=SupportClass.DOCUMENT,
    what="A birth certificate with her name.",
    seen_on="2026-11-20",
    where="At the desk.",
    by="ivan",
    at=AT,
)
SISTER = Heard("p2", "i2", outside_household=True)
KIN = replace(PAPER, of=SupportClass.KIN, where="", relative="p2", interview="i2")


def recorded(made=PAPER, relatives=(SISTER,), held=()):
    return record_support(made, relatives=relatives, held=held)


def test_a_paper_and_a_relative_heard_alone_are_recorded():
    assert recorded() == PAPER
    assert recorded(KIN) == KIN


@pytest.mark.parametrize("of", [c for c in SupportClass if c not in BY_HAND])
def test_what_is_computed_or_vouched_is_not_claimed_by_hand(of):
    with pytest.raises(SupportNotThere):
        recorded(replace(PAPER, of=of))


@pytest.mark.parametrize("of", [SupportClass.DOCUMENT, SupportClass.RECORD])
def test_what_was_seen_was_seen_somewhere(of):
    with pytest.raises(ReasonMissing) as caught:
        recorded(replace(PAPER, of=of, where=" "))
    assert caught.value.facts == {"fact": "where"}


def test_every_support_says_what_it_is_and_no_day_to_come():
    with pytest.raises(ReasonMissing):
        recorded(replace(PAPER, what=" "))
    with pytest.raises(SupportNotThere):
        recorded(replace(PAPER, seen_on="2026-11-21"))


@pytest.mark.parametrize("change", [{"relative": "p9"}, {"interview": "i9"}, {"relative": ""}])
def test_a_relative_counts_who_was_heard_alone(change):
    with pytest.raises(SupportNotThere):
        recorded(replace(KIN, **change))
    with pytest.raises(SupportNotThere):
        recorded(KIN, relatives=())


def test_the_same_relative_and_knowledge_of_places_count_once():
    with pytest.raises(SupportTwice):
        recorded(KIN, held=[Held(SupportClass.KIN, "p2")])
    place = replace(PAPER, of=SupportClass.PLACE)
    with pytest.raises(SupportTwice):
        recorded(place, held=[Held(SupportClass.PLACE)])
    assert recorded(PAPER, held=[Held(SupportClass.DOCUMENT), Held(SupportClass.PLACE)])


def test_what_counts_no_more_says_why():
    back = SupportTakenBack(
        case="c", support="s1", individual="p1", reason="Another person's.", by="i", at=AT
    )
    assert take_back(back, stands=True) == back
    with pytest.raises(SupportNotThere):
        take_back(back, stands=False)
    with pytest.raises(ReasonMissing):
        take_back(replace(back, reason=""), stands=True)


@pytest.mark.parametrize(("days", "lasts"), [(181, False), (182, True), (400, True), (0, False)])
def test_an_account_lasts_over_half_a_year_and_two_contacts(days, lasts):
    first = date(2026, 1, 10)
    assert is_continuous([first, first + timedelta(days=days)]) is lasts
    assert not is_continuous([first])


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=8), st.data())
def test_one_contact_more_never_ends_it(days, data):
    more = data.draw(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
    assert is_continuous([*days, more]) or not is_continuous(days)
    if is_continuous(days):
        assert max(days) - min(days) >= LONG_ENOUGH


BACK = SupportTakenBack(case="c", support="s1", individual="p1", reason=" ", by="i", at=AT)


@pytest.mark.parametrize(
    ("step", "facts"),
    [
        (lambda: recorded(replace(PAPER, of=SupportClass.VOUCHER)), {"part": "voucher"}),
        (lambda: recorded(replace(PAPER, what=" ")), {"fact": "what"}),
        (lambda: recorded(replace(PAPER, seen_on="2026-11-21")), {"part": "seen-on"}),
        (lambda: recorded(KIN, relatives=()), {"part": "relative"}),
        (lambda: recorded(KIN, held=[Held(SupportClass.RECORD, "p2")]), {"of": "kin"}),
        (lambda: take_back(BACK, stands=False), {"part": "support"}),
        (lambda: take_back(BACK, stands=True), {"fact": "reason"}),
    ],
)
def test_each_refusal_says_what_is_missing_and_names_nobody(step, facts):
    with pytest.raises(RuleBroken) as caught:
        step()
    assert caught.value.facts == facts


def test_only_kin_papers_records_places_and_what_lasts_have_their_own_rules():
    assert set(SupportClass) - set(BY_HAND) == {SupportClass.VOUCHER, SupportClass.CONTINUITY}
    place = replace(PAPER, of=SupportClass.PLACE, where="")
    assert recorded(place, held=[Held(SupportClass.KIN, "p2")]) == place


def test_a_paper_can_name_the_relative_who_brought_it_once():
    brought = replace(PAPER, relative="p2")
    assert recorded(brought, relatives=()) == brought
    with pytest.raises(SupportTwice):
        recorded(brought, held=[Held(SupportClass.KIN, "p2")])
    assert recorded(brought, held=[Held(SupportClass.KIN, "p3"), Held(SupportClass.RECORD)])
