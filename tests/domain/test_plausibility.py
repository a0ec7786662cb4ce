"""What is worth asking again: only what cannot be, and never in the way (V-03)."""

from dataclasses import replace
from datetime import date

import pytest

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, Doubt, GroupKind, Level, Nature, Relationship, Tie
from intake.domain.individual import Individual
from intake.domain.narrowing import Asking, Link, Reply, narrowed_date
from intake.domain.partial_date import from_age, from_edtf
from intake.domain.plausibility import PATH, Doubtful, doubts
from intake.domain.relative import Relative
from intake.domain.statement import Said, Statement

ON = date(2026, 11, 22)


def said(person, path, value, at, other=""):
    statement = Statement(
        id=f"{person}-{path}-{at}", subject=person, path=path, value=value, source_ref=other
    )
    return Said(statement, by="o", device="d", at="", hlc=f"{at:04}")


def member(person, relationship, born, at=1):
    told = from_edtf(born).to_json() if isinstance(born, str) else born
    answers = (said(person, "relationship", relationship.value, at),)
    if told is not None:
        answers = (*answers, said(person, "birth", told, at + 1))
    return Individual(person, "c", person, at, answers)


def a_case(*members):
    return Case(
        "c", "C", GroupKind.FAMILY, Level.FULL, CaseStatus.DRAFT, "", "", "", "", "1", "uk",
        focal="focal", members=members,
    )  # fmt: skip


def found(*members):
    return doubts(a_case(*members), ON)


FOCAL, CHILD, SPOUSE = Relationship.FOCAL_POINT, Relationship.CHILD, Relationship.SPOUSE_PARTNER
PARENT, SIBLING = Relationship.PARENT, Relationship.SIBLING


@pytest.mark.parametrize(
    ("parent", "child", "doubt"),
    [
        ("1990", "2001", Doubt.PARENT_TOO_YOUNG),
        ("1990-05-01", "2002-04-30", Doubt.PARENT_TOO_YOUNG),
        ("1990-05-01", "2002-05-01", None),
        ("1990", "2002", None),
        ("1989~", "2001", None),
        ("1930", "1991", Doubt.PARENT_TOO_OLD),
        ("1930-05-01", "1990-05-01", None),
        ("1930-05-01", "1990-05-02", Doubt.PARENT_TOO_OLD),
        ("1990", None, None),
        (None, "2001", None),
    ],
)
def test_v03_a_parent_is_asked_about_again_only_if_no_reading_fits(parent, child, doubt):
    told = found(member("focal", FOCAL, parent), member("kid", CHILD, child, at=5))
    assert [d.doubt for d in told] == ([doubt] if doubt else [])
    turned = found(member("focal", FOCAL, child), member("elder", PARENT, parent, at=5))
    assert [d.doubt for d in turned] == ([doubt] if doubt else [])


def test_a_doubt_names_the_child_and_the_parent():
    told = found(member("focal", FOCAL, "2010"), member("kid", CHILD, "2012"))
    assert told == (Doubtful(Doubt.PARENT_TOO_YOUNG, "kid", "focal"),)


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("2015-01-10", "2015-06-10", True),
        ("2015-06-10", "2015-01-10", True),
        ("2015-01-10", "2015-01-10", False),
        ("2015-01-10", "2015-01-11", False),
        ("2015-01-10", "2015-10-20", False),
        ("2015", "2015", False),
        ("2015", "2016", False),
    ],
    ids=["five-months", "turned", "twins", "twins-at-midnight", "nine-months", "years", "two"],
)
def test_v03_brothers_and_sisters_are_nine_months_apart_or_twins(one, other, asked):
    pairs = [
        (member("focal", FOCAL, None), member("a", CHILD, one), member("b", CHILD, other)),
        (member("focal", FOCAL, one), member("b", SIBLING, other)),
    ]
    for members in pairs:
        assert [d.doubt for d in found(*members)] == [Doubt.SIBLINGS_TOO_CLOSE] * asked


def test_v03_who_is_married_and_surely_under_fifteen_is_asked_about():
    young, perhaps = from_age(14, None, ON).to_json(), from_age(14, 15, ON).to_json()
    told = found(member("focal", FOCAL, "1990"), member("wife", SPOUSE, young))
    assert told == (Doubtful(Doubt.MARRIED_YOUNG, "wife"),)
    assert found(member("focal", FOCAL, "1990"), member("wife", SPOUSE, perhaps)) == ()
    assert found(member("focal", FOCAL, young), member("man", SPOUSE, "1990"))
    assert found(member("focal", FOCAL, young)) == ()


def test_answers_that_do_not_fit_are_a_question_not_a_verdict():
    days = date(1988, 8, 1), date(1988, 8, 31)
    chain = [Link(Asking.EVENT, reply, "x", *days) for reply in (Reply.BEFORE, Reply.AFTER)]
    told = found(member("focal", FOCAL, narrowed_date(chain, ON).to_json()))
    assert told == (Doubtful(Doubt.ANSWERS_DO_NOT_FIT, "focal"),)


def test_what_was_kept_as_said_is_not_asked_again_until_a_date_changes():
    focal, kid = member("focal", FOCAL, "2010"), member("kid", CHILD, "2012", at=5)
    kept = said("kid", PATH, Doubt.PARENT_TOO_YOUNG.value, 10, other="focal")
    sure = replace(kid, said=(*kid.said, kept))
    assert found(focal, sure) == ()
    again = said("focal", "birth", from_edtf("2009").to_json(), 12)
    assert found(replace(focal, said=(*focal.said, again)), sure)
    other = said("kid", PATH, Doubt.PARENT_TOO_YOUNG.value, 10, other="somebody")
    assert found(focal, replace(kid, said=(*kid.said, other)))


def test_a_group_without_dates_raises_no_doubt():
    assert found() == ()
    assert found(member("a", CHILD, None), member("b", SPOUSE, None)) == ()


def tie(person, to, kind, at, **more):
    return said(person, "relative", Relative(Tie(kind), to=to, **more).to_json(), at)


@pytest.mark.parametrize(
    ("kind", "more", "asked"),
    [
        ("child", {}, True),
        ("child", {"nature": Nature.ADOPTIVE}, False),
        ("sibling", {}, False),
    ],
)
def test_v03_a_parent_told_by_a_tie_is_asked_about_too(kind, more, asked):
    mother = member("focal", FOCAL, "1990")
    mother = replace(mother, said=(*mother.said, tie("focal", "x", kind, 5, **more)))
    other = member("x", Relationship.OTHER_KIN, "2000", at=7)
    doubted = [d for d in found(mother, other) if d.doubt is Doubt.PARENT_TOO_YOUNG]
    assert bool(doubted) is asked


def test_a_parent_told_twice_is_asked_about_once():
    mother = member("focal", FOCAL, "1990")
    mother = replace(mother, said=(*mother.said, tie("focal", "x", "child", 5)))
    child = member("x", CHILD, "2000", at=7)
    assert found(mother, child) == (Doubtful(Doubt.PARENT_TOO_YOUNG, "x", "focal"),)
