"""What members of a group say of each other is read as said of the other, by whom."""

import pytest

from intake.domain.codes import Nature, Source, Tie
from intake.domain.family_accounts import told_by_family
from intake.domain.individual import Individual
from intake.domain.relative import Relative
from intake.domain.statement import Said, Statement
from tests.builders import a_case


def said(subject, path, value):
    statement = Statement(id=f"{subject}-{path}", subject=subject, path=path, value=value)
    return Said(statement, "u1", "d1", "2026-11-20T09:00:00+00:00", "1")


def member(individual, position, **told):
    lines = [said(individual, path.replace("_", "-"), value) for path, value in told.items()]
    return Individual(individual, "c", "K7", position, tuple(lines))


def group(*people, focal=""):
    return a_case(members=people, focal=focal)


def tie(word, to, nature=None):
    return Relative(word, to=to, nature=nature).to_json()


def told(case, person):
    return {
        (s.statement.path, s.statement.source_ref): s.statement
        for s in told_by_family(case, person)
    }


NINA, PETRO = {"text": "Ніна"}, {"text": "Петро"}


def test_a_tie_is_read_from_the_other_end():
    one, two = member("p1", 1), member("p2", 2, relative=tie(Tie.CHILD, "p1"))
    found = told(group(one, two), one)
    assert found["relative", "p2"].value == {"tie": "parent", "to": "p2"}
    assert found["relative", "p2"].source is Source.RELATIVE
    assert found["relative", "p2"].subject == "p1"


@pytest.mark.parametrize(("sex", "path"), [("f", "mother"), ("m", "father")])
def test_a_parent_tells_the_parents_name(sex, path):
    child = member("p1", 1, relative=tie(Tie.PARENT, "p2"))
    parent = member("p2", 2, name=NINA, sex=sex)
    assert told(group(child, parent), child)[path, "p2"].value == NINA


def test_a_parent_of_unknown_sex_tells_neither():
    child = member("p1", 1, relative=tie(Tie.PARENT, "p2"))
    parent = member("p2", 2, name=NINA)
    assert told(group(child, parent), child) == {}


def test_brothers_and_sisters_tell_the_parents_and_half_ones_do_not():
    sister = member("p2", 2, mother=NINA, father=PETRO)
    full = member("p1", 1, relative=tie(Tie.SIBLING, "p2"))
    found = told(group(full, sister), full)
    assert {key[0] for key in found} == {"mother", "father"}
    half = member("p1", 1, relative=tie(Tie.HALF_SIBLING, "p2"))
    assert told(group(half, sister), half) == {}


def test_a_husband_tells_his_own_name_as_that_of_the_spouse():
    wife = member("p1", 1, relative=tie(Tie.SPOUSE_PARTNER, "p2"))
    husband = member("p2", 2, name=PETRO, sex="m")
    assert told(group(wife, husband), wife)["spouse", "p2"].value == PETRO


@pytest.mark.parametrize(("sex", "expected"), [("f", NINA), ("m", PETRO), ("", None)])
def test_a_child_tells_the_name_of_the_parent(sex, expected):
    facts = {"sex": sex} if sex else {}
    parent = member("p1", 1, relative=tie(Tie.CHILD, "p2"), **facts)
    child = member("p2", 2, mother=NINA, father=PETRO)
    found = told(group(parent, child), parent).get(("name", "p2"))
    assert (found.value if found else None) == expected


def test_who_adopted_a_child_is_asked_nothing_about_birth():
    child = member("p1", 1, relative=tie(Tie.PARENT, "p2", Nature.ADOPTIVE))
    parent = member("p2", 2, name=NINA, sex="f")
    assert told(group(child, parent), child) == {}


def test_the_relation_to_the_focal_point_is_a_tie_as_well():
    child = member("p1", 1, relationship="child")
    mother = member("p2", 2, name=NINA, sex="f")
    case = group(child, mother, focal="p2")
    assert told(case, child)["mother", "p2"].value == NINA
    assert told(case, mother) == {}


def test_what_somebody_does_not_know_is_no_account():
    sister = member("p2", 2)
    person = member("p1", 1, relative=tie(Tie.SIBLING, "p2"))
    assert told(group(person, sister), person) == {}


def test_an_account_keeps_the_id_and_the_hand_of_its_statement():
    one, two = member("p1", 1), member("p2", 2, relative=tie(Tie.SIBLING, "p1"))
    (found,) = told_by_family(group(one, two), one)
    assert (found.statement.id, found.by, found.at) == ("p2-relative", "u1", two.said[0].at)
