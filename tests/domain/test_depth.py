"""How much of a group was asked: each level asks more than the one before, and none insists."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.case import Case, Gap, gaps, unoffered
from intake.domain.codes import Absent, ConsentAnswer, ConsentBy, Depth, Level, Purpose
from intake.domain.consent import MAIN, Consent
from intake.domain.depth import (
    ALSO_BASIC,
    ALSO_EMERGENCY,
    CONSENT,
    depth_of,
    lacking,
    next_depth,
)
from intake.domain.individual import Individual
from intake.domain.partial_date import from_age
from intake.domain.questions import QUESTIONS, needed_for
from intake.domain.statement import Json, Said, Statement
from tests import builders

CASE, PERSON = "c" * 32, "p" * 32
TODAY = builders.NOON.date()
ADULT = from_age(40, 40, TODAY).to_json()
CHILD = from_age(9, 9, TODAY).to_json()
EMERGENCY = (*needed_for(Level.FULL, "individual"), "private-moment", *ALSO_EMERGENCY)
EVERYTHING = (*EMERGENCY, *ALSO_BASIC)


def said(subject: str, path: str, value: Json = None) -> Said:
    """An answer; without a value the person declined."""
    absent = Absent.DECLINED if value is None else None
    statement = Statement(
        id=f"{subject[:4]}-{path}", subject=subject, path=path, value=value, absent=absent
    )
    return Said(statement, by="o", device="d", at="", hlc=path)


def asked_to(purpose: Purpose) -> Consent:
    return Consent(
        individual=PERSON,
        purpose=purpose,
        answer=ConsentAnswer.NO,
        given_by=ConsentBy.SELF,
        language="uk",
        notice_version="1",
        by="o",
        at="",
        hlc="1",
    )


def a_group(
    paths: Iterable[str],
    *,
    birth: Json = ADULT,
    purposes: Iterable[Purpose] = MAIN,
    group: Iterable[str] = needed_for(Level.FULL, "case"),
) -> Case:
    """A group of one who was asked these questions and declined all but the age."""
    told = tuple(said(PERSON, path, birth if path == "birth" else None) for path in paths)
    return builders.a_case(
        CASE,
        members=(Individual(PERSON, CASE, "N", 1, told),),
        said=tuple(said(CASE, path) for path in group),
        consents=tuple(map(asked_to, purposes)),
    )


def left(case: Case, depth: Depth) -> list[str]:
    return [gap.path for gap in lacking(case, depth, TODAY)]


def test_a_count_is_a_count() -> None:
    counted = builders.a_case(CASE, level=Level.QUICK)
    assert depth_of(counted, TODAY) is Depth.TALLY
    assert lacking(counted, Depth.TALLY, TODAY) == ()


def test_nobody_of_whom_anything_is_known_is_no_level() -> None:
    assert depth_of(builders.a_case(CASE), TODAY) is Depth.BEGUN


def test_v02_whoever_declines_everything_has_reached_the_emergency_level() -> None:
    assert depth_of(a_group(EMERGENCY), TODAY) is Depth.EMERGENCY


def test_whoever_declines_that_too_has_reached_the_basic_level() -> None:
    assert depth_of(a_group(EVERYTHING), TODAY) is Depth.BASIC


@pytest.mark.parametrize("path", EMERGENCY)
def test_one_question_nobody_asked_is_what_the_emergency_level_lacks(path: str) -> None:
    case = a_group([one for one in EVERYTHING if one != path])
    assert left(case, Depth.EMERGENCY) == [path]
    assert depth_of(case, TODAY) is Depth.BEGUN


@pytest.mark.parametrize("path", ALSO_BASIC)
def test_one_question_nobody_asked_is_what_the_basic_level_lacks(path: str) -> None:
    case = a_group([one for one in EVERYTHING if one != path])
    assert left(case, Depth.BASIC) == [path]
    assert depth_of(case, TODAY) is Depth.EMERGENCY


def test_a_purpose_nobody_asked_about_is_one_line_for_the_page_that_asks() -> None:
    case = a_group(EVERYTHING, purposes=MAIN[:1])
    assert lacking(case, Depth.BASIC, TODAY) == (Gap(PERSON, CONSENT),)


def test_the_group_comes_first() -> None:
    case = a_group(EMERGENCY[1:], group=())
    assert left(case, Depth.EMERGENCY)[0].startswith("urgent.")


def test_a_small_child_is_asked_about_care_and_not_about_marriage() -> None:
    without = [path for path in EVERYTHING if path not in ("private-moment", "marital-status")]
    case = a_group(without, birth=CHILD)
    assert left(case, Depth.BASIC) == ["care-kind"]
    assert depth_of(a_group([*without, "care-kind"], birth=CHILD), TODAY) is Depth.BASIC


def test_everybody_of_a_group_counts() -> None:
    case = a_group(EVERYTHING)
    other = Individual("q" * 32, CASE, "M", 2, ())
    assert depth_of(replace(case, members=(*case.members, other)), TODAY) is Depth.BEGUN


def test_of_a_forgotten_record_nothing_is_asked() -> None:
    case = replace(a_group(()), is_forgotten=True)
    assert lacking(case, Depth.BASIC, TODAY) == ()


def test_what_a_level_asks_is_on_the_closed_list() -> None:
    assert set(EVERYTHING) <= set(QUESTIONS)


@pytest.mark.parametrize(
    ("reached", "then"),
    [
        (Depth.TALLY, Depth.EMERGENCY),
        (Depth.BEGUN, Depth.EMERGENCY),
        (Depth.EMERGENCY, Depth.BASIC),
        (Depth.BASIC, None),
    ],
)
def test_one_level_follows_the_other(reached: Depth, then: Depth | None) -> None:
    assert next_depth(reached) is then


@given(st.sets(st.sampled_from(EVERYTHING)), st.sampled_from(EVERYTHING))
def test_an_answer_more_never_leads_back(asked: set[str], more: str) -> None:
    """Unless it tells of a child, whom more is asked about; here everybody is grown up."""
    order = list(Depth)
    before = depth_of(a_group({*asked, "birth"}), TODAY)
    after = depth_of(a_group({*asked, "birth", more}), TODAY)
    assert order.index(after) >= order.index(before)


@given(st.sets(st.sampled_from(EVERYTHING)))
def test_the_basic_level_lacks_all_that_the_emergency_level_lacks(asked: set[str]) -> None:
    case = a_group(asked)
    assert set(left(case, Depth.EMERGENCY)) <= set(left(case, Depth.BASIC))


@given(st.sets(st.sampled_from(EVERYTHING)))
def test_what_stops_a_record_is_lacking_at_every_level(asked: set[str]) -> None:
    case = a_group(asked)
    stops = {*gaps(case), *unoffered(case, TODAY)}
    assert stops <= set(lacking(case, Depth.EMERGENCY, TODAY))
