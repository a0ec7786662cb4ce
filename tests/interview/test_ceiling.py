"""The ceiling follows the supports, and more support never lowers it."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import IdentityLevel, SupportClass
from intake.interview.ceiling import Missing, Standing, Support, ceiling

A0, A1, A2, A3, A4 = IdentityLevel
LEVELS = list(IdentityLevel)
DONE = Standing(
    notice_given=True,
    read_back=True,
    duplicates_resolved=True,
    statement_confirmed=True,
    interview_complete=True,
    contradictions_settled=True,
    second_person=True,
)
FLAGS = [field.name for field in fields(Standing)]

HOUSEHOLD = Support(SupportClass.KIN, separately=True)
KIN = Support(SupportClass.KIN, separately=True, outside_household=True)
VOUCHER = Support(SupportClass.VOUCHER, level=A3)
LOW_VOUCHER = Support(SupportClass.VOUCHER, level=A1)
DOCUMENT = Support(SupportClass.DOCUMENT)
RECORD = Support(SupportClass.RECORD)
PLACE = Support(SupportClass.PLACE)
CONTINUITY = Support(SupportClass.CONTINUITY)
SUPPORTS = (HOUSEHOLD, KIN, VOUCHER, LOW_VOUCHER, DOCUMENT, RECORD, PLACE, CONTINUITY)


def level_of(supports, *, child=False, standing=DONE):
    return ceiling(standing, supports, child=child)[0]


@pytest.mark.parametrize(
    ("supports", "level"),
    [
        ((), A1),
        ((PLACE,), A1),
        ((HOUSEHOLD,), A2),
        ((KIN,), A2),
        ((CONTINUITY,), A2),
        ((VOUCHER, DOCUMENT), A3),
        ((KIN, PLACE), A2),
        ((LOW_VOUCHER,), A1),
        ((LOW_VOUCHER, DOCUMENT), A2),
        ((Support(SupportClass.VOUCHER, level=A2),), A2),
        ((Support(SupportClass.VOUCHER, level=A2), DOCUMENT), A2),
        ((HOUSEHOLD, CONTINUITY), A2),
        ((KIN, CONTINUITY), A3),
        ((HOUSEHOLD, DOCUMENT), A3),
        ((DOCUMENT, DOCUMENT), A2),
        ((KIN, HOUSEHOLD), A2),
        ((Support(SupportClass.KIN, outside_household=True),), A1),
        ((Support(SupportClass.KIN, outside_household=True), HOUSEHOLD, CONTINUITY), A2),
    ],
)
def test_an_adult_reaches_what_the_supports_carry(supports, level):
    assert level_of(supports) is level


@pytest.mark.parametrize(
    ("supports", "level"),
    [
        ((), A1),
        ((PLACE,), A2),
        ((KIN, VOUCHER), A2),
        ((KIN, CONTINUITY), A2),
        ((KIN, DOCUMENT), A3),
        ((RECORD, VOUCHER), A3),
    ],
)
def test_a_child_is_capped_without_a_document_or_record(supports, level):
    assert level_of(supports, child=True) is level


def test_an_authoritative_record_leads_to_the_top():
    confirmed = replace(DONE, authoritative=True)
    assert ceiling(confirmed, (), child=False) == (A4, ())
    alone = replace(confirmed, second_person=False)
    assert ceiling(alone, (DOCUMENT,), child=False) == (
        A2,
        (Missing.SECOND_CLASS, Missing.SECOND_PERSON),
    )


@pytest.mark.parametrize(
    ("flag", "level", "missing"),
    [
        ("notice_given", A0, Missing.NOTICE),
        ("read_back", A0, Missing.READ_BACK),
        ("duplicates_resolved", A0, Missing.DUPLICATE_SEARCH),
        ("statement_confirmed", A0, Missing.STATEMENT_CONFIRMED),
        ("interview_complete", A1, Missing.INTERVIEW),
        ("contradictions_settled", A1, Missing.CONTRADICTIONS),
        ("second_person", A2, Missing.SECOND_PERSON),
    ],
)
def test_each_missing_step_is_named(flag, level, missing):
    standing = replace(DONE, **{flag: False})
    assert ceiling(standing, (VOUCHER, DOCUMENT), child=False) == (level, (missing,))


@pytest.mark.parametrize(
    ("supports", "child", "missing"),
    [
        ((PLACE,), False, (Missing.SUPPORT,)),
        ((HOUSEHOLD,), False, (Missing.SECOND_CLASS, Missing.OUTSIDE_HOUSEHOLD)),
        ((HOUSEHOLD, CONTINUITY), False, (Missing.OUTSIDE_HOUSEHOLD,)),
        ((KIN, VOUCHER), True, (Missing.CHILD_DOCUMENT,)),
        ((VOUCHER, DOCUMENT), False, (Missing.AUTHORITATIVE,)),
    ],
)
def test_each_missing_support_is_named(supports, child, missing):
    assert ceiling(DONE, supports, child=child)[1] == missing


STEPS = len(FLAGS) + len(SUPPORTS)


def level_of_bits(bits, *, child):
    """One situation as a number: a bit for each flag, then one for each support."""
    standing = Standing(*(bool(bits >> place & 1) for place in range(len(FLAGS))))
    given_bits = bits >> len(FLAGS)
    supports = [one for place, one in enumerate(SUPPORTS) if given_bits >> place & 1]
    return level_of(supports, child=child, standing=standing)


@pytest.mark.parametrize("child", [False, True], ids=["adult", "child"])
def test_v19_more_of_anything_never_lowers_the_ceiling_in_any_combination(child):
    levels = [level_of_bits(bits, child=child) for bits in range(1 << STEPS)]
    for place in range(STEPS):
        step = 1 << place
        assert all(levels[bits | step] >= level for bits, level in enumerate(levels))


@given(
    st.builds(Standing, **dict.fromkeys(FLAGS, st.booleans())),
    st.lists(st.sampled_from(SUPPORTS), max_size=6),
    st.booleans(),
)
def test_every_ceiling_below_the_top_says_what_is_missing(standing, supports, child):
    level, missing = ceiling(standing, supports, child=child)
    assert bool(missing) == (level is not A4)
    assert len(set(missing)) == len(missing)


@given(st.permutations(SUPPORTS), st.booleans())
def test_the_order_of_supports_does_not_matter(supports, child):
    assert ceiling(DONE, supports, child=child) == ceiling(DONE, SUPPORTS, child=child)


@given(st.lists(st.sampled_from(SUPPORTS), max_size=5), st.booleans())
def test_knowledge_of_a_place_never_takes_anybody_past_two(supports, child):
    without = [s for s in supports if s is not PLACE]
    better = level_of([*without, PLACE], child=child)
    assert better is level_of(without, child=child) or (child and better is A2)


def test_v19_who_the_person_is_has_no_way_in():
    inputs = {f.name for f in fields(Standing)} | {f.name for f in fields(Support)}
    about = {"sex", "nationality", "ethnicity", "language", "religion", "age", "country"}
    assert not inputs & about


def test_declined_answers_have_no_way_in_either():
    assert not [name for name in FLAGS if "declin" in name or "answer" in name]
