"""Ties between people: each tells their own; the other end is asked, never assumed."""

from dataclasses import replace

import pytest

from intake.domain.case import Case
from intake.domain.codes import (
    Agreement,
    Kin,
    Nature,
    SeparationCause,
    Tie,
    Whereabouts,
    YesNo,
)
from intake.domain.individual import Individual
from intake.domain.relative import (
    INVERSE,
    RELATIVE,
    Relative,
    agreement,
    from_json,
    inverted,
    kin_of,
    line_to,
    lines,
    proposals,
    tie_of,
)
from intake.domain.statement import Json, Said
from tests import builders
from tests.builders import a_name, a_statement

PARTED = {"edtf": "2026-03", "earliest": "2026-03-01", "latest": "2026-03-31"}
MISSING = Relative(
    Tie.SPOUSE_PARTNER,
    name=a_name("Андрій"),
    nature=Nature.BY_MARRIAGE,
    now=Whereabouts.MISSING,
    cares=YesNo.NO,
    responsible=YesNo.YES,
    since=PARTED,
    place={"text": "Вокзал", "country": "UA"},
    cause=SeparationCause.EVACUATION,
    news="He called once.",
    known={"sex": "m"},
)


def said(person: str, path: str, value: Json, at: int = 0) -> Said:
    return Said(a_statement(person, path, value), by="o", device="d", at="", hlc=f"{at:03}")


def person(name: str, *told: Said, position: int = 1) -> Individual:
    named = said(name, "name", a_name(name))
    return Individual(name, case="c", number="", position=position, said=(named, *told))


def group(*members: Individual, focal: str = "") -> Case:
    return builders.a_case(focal=focal, members=members)


def tells(teller: str, relative: Relative, at: int = 1) -> Said:
    return said(teller, RELATIVE, relative.to_json(), at)


def test_a_tie_comes_back_as_it_was_told() -> None:
    assert from_json(MISSING.to_json()) == MISSING


@pytest.mark.parametrize("value", [None, "parent", {}, {"tie": "boss"}, ["parent"], {"to": "x"}])
def test_what_is_no_tie_is_read_as_none(value: Json) -> None:
    assert from_json(value) is None


def test_an_unknown_code_is_left_out_and_the_rest_stays() -> None:
    assert from_json({"tie": "child", "to": "b", "now": "on-the-moon"}) == Relative(
        Tie.CHILD, to="b"
    )


def test_what_was_not_said_is_not_stored() -> None:
    assert Relative(Tie.FRIEND, to="b").to_json() == {"tie": "friend", "to": "b"}


@pytest.mark.parametrize("tie", list(Tie))
def test_turned_round_twice_a_tie_is_what_it_was(tie: Tie) -> None:
    assert INVERSE[INVERSE[tie]] is tie


@pytest.mark.parametrize(
    ("tie", "inverse"),
    [
        (Tie.PARENT, Tie.CHILD),
        (Tie.AUNT_UNCLE, Tie.NIECE_NEPHEW),
        (Tie.CARER, Tie.CARED_FOR),
        (Tie.SIBLING, Tie.SIBLING),
        (Tie.CO_WIFE, Tie.CO_WIFE),
    ],
)
def test_the_other_end_has_its_own_word(tie: Tie, inverse: Tie) -> None:
    assert INVERSE[tie] is inverse


def test_the_other_end_does_not_say_who_looks_after_whom() -> None:
    turned = inverted(replace(MISSING, to="b", name=None), "a")
    assert (turned.tie, turned.to, turned.cares) == (Tie.SPOUSE_PARTNER, "a", None)
    assert (turned.since, turned.cause) == (PARTED, SeparationCause.EVACUATION)


def test_v11_the_other_end_is_proposed_and_never_asserted() -> None:
    husband = person("h", tells("h", Relative(Tie.SPOUSE_PARTNER, to="w")))
    case = group(husband, person("w", position=2), focal="h")
    assert lines(case.members[1]) == []
    (proposal,) = proposals(case, case.members[1])
    assert proposal.relative == Relative(Tie.SPOUSE_PARTNER, to="h")
    assert agreement(case, husband, lines(husband)[0].relative) is Agreement.NOT_ASKED


@pytest.mark.parametrize(
    ("answer", "stands"),
    [
        (Tie.SPOUSE_PARTNER, Agreement.SAME),
        (Tie.COUSIN, Agreement.DIFFERS),
        (Tie.NONE, Agreement.DIFFERS),
    ],
)
def test_v11_what_the_other_one_says_stands_beside_it(answer: Tie, stands: Agreement) -> None:
    husband = person("h", tells("h", Relative(Tie.SPOUSE_PARTNER, to="w")))
    wife = person("w", tells("w", Relative(answer, to="h")), position=2)
    case = group(husband, wife, focal="h")
    assert agreement(case, husband, lines(husband)[0].relative) is stands
    assert proposals(case, wife) == []


def test_somebody_who_is_not_here_cannot_be_asked() -> None:
    teller = person("a", tells("a", MISSING))
    assert agreement(group(teller), teller, MISSING) is Agreement.NOT_HERE


def test_an_answer_about_the_focal_point_is_not_asked_again() -> None:
    mother = person("m", said("m", "relationship", "focal-point"))
    son = person("s", said("s", "relationship", "child"), position=2)
    case = group(mother, son, focal="m")
    assert [p.relative for p in proposals(case, mother)] == [Relative(Tie.CHILD, to="s")]
    assert [p.relative for p in proposals(case, son)] == [Relative(Tie.PARENT, to="m")]


@pytest.mark.parametrize(
    ("code", "tie"),
    [("in-law", Tie.OTHER_KIN), ("sibling", Tie.SIBLING), ("focal-point", None), (None, None)],
)
def test_a_relation_to_the_focal_point_is_a_tie(code: Json, tie: Tie | None) -> None:
    assert tie_of(code) is tie


def test_parents_named_on_another_page_are_proposed_once() -> None:
    named = [said("s", path, a_name(name)) for path, name in (("father", "A"), ("mother", "B"))]
    son = person("s", *named)
    found = proposals(group(son), son)
    assert [(p.source, p.relative.called) for p in found] == [("father", "A"), ("mother", "B")]
    assert found[0].relative.known == {"sex": "m"}
    told = person("s", *named, tells("s", Relative(Tie.PARENT, name=a_name("A"))))
    assert [p.source for p in proposals(group(told), told)] == ["mother"]


def test_a_parent_who_is_here_is_not_proposed_as_somebody_away() -> None:
    mother = person("m", said("m", "sex", "f"))
    named = [said("s", path, a_name(name)) for path, name in (("father", "A"), ("mother", "m"))]
    son = person("s", *named, said("s", "relationship", "child"), position=2)
    found = proposals(group(mother, son, focal="m"), son)
    assert [(p.relative.to, p.relative.called) for p in found] == [("m", ""), ("", "A")]


def test_the_newest_word_about_a_member_counts() -> None:
    old, new = Relative(Tie.SIBLING, to="b"), Relative(Tie.COUSIN, to="b")
    teller = person("a", tells("a", old, 1), tells("a", new, 2))
    line = line_to(teller, "b")
    assert line is not None
    assert line.relative == new


@pytest.mark.parametrize("now", [Whereabouts.MISSING, Whereabouts.DETAINED, Whereabouts.ELSEWHERE])
def test_who_is_missing_may_be_sought(now: Whereabouts) -> None:
    assert replace(MISSING, now=now).may_be_sought


@pytest.mark.parametrize("now", [Whereabouts.TOGETHER, Whereabouts.DEAD_SAID, None])
def test_who_is_here_or_dead_as_said_is_not_sought(now: Whereabouts | None) -> None:
    assert not replace(MISSING, now=now).may_be_sought


@pytest.mark.parametrize(
    ("tie", "sex", "kin"),
    [
        (Tie.PARENT, "f", Kin.MOTHER),
        (Tie.PARENT, "m", Kin.FATHER),
        (Tie.PARENT, "", Kin.OTHER_KIN),
        (Tie.SPOUSE_PARTNER, "m", Kin.SPOUSE),
        (Tie.SIBLING, "", Kin.SIBLING),
        (Tie.AUNT_UNCLE, "f", Kin.OTHER_KIN),
    ],
)
def test_a_tie_has_its_word_in_a_search(tie: Tie, sex: str, kin: Kin) -> None:
    assert kin_of(tie, sex) is kin
