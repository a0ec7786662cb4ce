"""Who stands beside a possible child, as far as the group tells it."""

from dataclasses import replace
from datetime import date

import pytest

from intake.domain.child import is_surely_adult, standing_of
from intake.domain.codes import ChildStanding, ConsentAnswer, ConsentBy, Purpose, Tie, YesNo
from intake.domain.consent import for_a_child
from intake.domain.individual import Individual
from intake.domain.partial_date import from_age
from intake.domain.relative import Relative
from intake.domain.statement import Said
from intake.errors import ReasonMissing
from tests.builders import a_consent
from tests.domain.test_relative import group, person, said, tells

TODAY = date(2026, 11, 20)


def aged(name: str, low: int, high: int | None = None, *told: Said, position: int = 1):
    born = from_age(low, high, TODAY).to_json()
    return person(name, said(name, "birth", born), *told, position=position)


def standing(child: Individual, *others: Individual, focal: str = "") -> ChildStanding | None:
    return standing_of(group(child, *others, focal=focal), child, TODAY)


def test_a_child_alone_is_unaccompanied() -> None:
    assert standing(aged("c", 9)) is ChildStanding.UNACCOMPANIED


def test_v09_sixteen_or_nineteen_counts_as_child() -> None:
    assert standing(aged("h", 16, 19)) is ChildStanding.UNACCOMPANIED
    assert not is_surely_adult(aged("h", 16, 19), TODAY)


def test_a_sure_adult_has_no_such_standing() -> None:
    assert standing(aged("a", 30)) is None


def test_an_adult_who_came_along_is_no_carer_by_being_there() -> None:
    assert standing(aged("c", 9), aged("a", 30, position=2)) is ChildStanding.UNACCOMPANIED


CARERS = {Tie.PARENT, Tie.STEP_PARENT, Tie.FOSTER_PARENT, Tie.GUARDIAN, Tie.CARER}
KIN = {
    Tie.GRANDPARENT,
    Tie.AUNT_UNCLE,
    Tie.SIBLING,
    Tie.HALF_SIBLING,
    Tie.COUSIN,
    Tie.SIBLING_IN_LAW,
    Tie.OTHER_KIN,
}


def stands_with(tie: Tie) -> ChildStanding:
    """Where a child stands who says this of the only adult here."""
    if tie in CARERS:
        return ChildStanding.WITH_CARER
    return ChildStanding.SEPARATED if tie in KIN else ChildStanding.UNACCOMPANIED


@pytest.mark.parametrize(("tie", "stands"), [(tie, stands_with(tie)) for tie in Tie])
def test_what_the_child_says_of_an_adult_counts(tie: Tie, stands: ChildStanding) -> None:
    child = aged("c", 9, None, tells("c", Relative(tie, to="a")))
    assert standing(child, aged("a", 30, position=2)) is stands


def test_what_the_adult_says_of_the_child_counts() -> None:
    adult = aged("a", 30, None, tells("a", Relative(Tie.CHILD, to="c")), position=2)
    assert standing(aged("c", 9), adult) is ChildStanding.WITH_CARER


def test_who_looks_after_the_child_is_a_carer_whatever_they_are() -> None:
    tie = Relative(Tie.NEIGHBOUR, to="a", cares=YesNo.YES)
    child = aged("c", 9, None, tells("c", tie))
    assert standing(child, aged("a", 30, position=2)) is ChildStanding.WITH_CARER


def test_the_relation_to_the_focal_point_is_enough() -> None:
    child = aged("c", 9, None, said("c", "relationship", "child"))
    mother = aged("m", 30, position=2)
    assert standing(child, mother, focal="m") is ChildStanding.WITH_CARER
    nephew = aged("c", 9, None, said("c", "relationship", "niece-nephew"))
    assert standing(nephew, mother, focal="m") is ChildStanding.SEPARATED


def test_a_parent_who_may_be_a_child_is_no_sure_carer() -> None:
    child = aged("c", 1, None, tells("c", Relative(Tie.PARENT, to="m")))
    assert standing(child, aged("m", 17, position=2)) is ChildStanding.UNACCOMPANIED


def test_an_adult_whose_age_nobody_told_is_no_sure_carer() -> None:
    child = aged("c", 9, None, tells("c", Relative(Tie.PARENT, to="m")))
    assert not is_surely_adult(person("m"), TODAY)
    assert standing(child, person("m", position=2)) is ChildStanding.UNACCOMPANIED


def test_a_tie_to_somebody_who_is_not_here_makes_nobody_else_a_carer() -> None:
    child = aged("c", 9, None, tells("c", Relative(Tie.PARENT, to="far-away")))
    assert standing(child, aged("a", 30, position=2)) is ChildStanding.UNACCOMPANIED
    adult = aged("a", 30, None, tells("a", Relative(Tie.CHILD, to="another")), position=2)
    assert standing(aged("c", 9), adult) is ChildStanding.UNACCOMPANIED


def test_a_relation_to_the_focal_point_says_nothing_of_the_other_adults() -> None:
    child = aged("c", 9, None, said("c", "relationship", "child"))
    young, other = aged("m", 17, position=2), aged("a", 30, position=3)
    assert standing(child, young, other, focal="m") is ChildStanding.UNACCOMPANIED


@pytest.mark.parametrize(
    ("relation", "stands"),
    [
        ("parent", ChildStanding.WITH_CARER),
        ("guardian", ChildStanding.WITH_CARER),
        ("grandparent", ChildStanding.SEPARATED),
        ("in-law", ChildStanding.SEPARATED),
        ("neighbour", ChildStanding.UNACCOMPANIED),
        ("child", ChildStanding.UNACCOMPANIED),
        (None, ChildStanding.UNACCOMPANIED),
    ],
)
def test_a_child_who_speaks_for_the_group_has_the_carers_who_say_so(
    relation: str | None, stands: ChildStanding
) -> None:
    told = () if relation is None else (said("a", "relationship", relation),)
    child, adult = aged("c", 15), aged("a", 30, None, *told, position=2)
    assert standing(child, adult, focal="c") is stands
    assert standing(child, adult, aged("f", 40, position=3), focal="f") is (
        ChildStanding.UNACCOMPANIED
    )


@pytest.mark.parametrize("says", [{"cares": YesNo.YES}, {"responsible": YesNo.YES}])
def test_the_nearest_tie_of_several_counts(says: dict[str, YesNo]) -> None:
    aunt = Relative(Tie.AUNT_UNCLE, to="a")
    neighbour = Relative(Tie.NEIGHBOUR, to="b", **says)
    child = aged("c", 9, None, tells("c", aunt), tells("c", neighbour, 2))
    adults = aged("a", 30, position=2), aged("b", 30, position=3)
    assert standing(child, *adults) is ChildStanding.WITH_CARER
    assert standing(child, adults[0]) is ChildStanding.SEPARATED


YES, NO, NOT_ASKED = ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.NOT_ASKED


@pytest.mark.parametrize(
    ("carer", "assent", "holds"),
    [
        (YES, YES, YES),
        (YES, NOT_ASKED, YES),
        (YES, NO, NO),
        (NO, YES, NO),
        (NOT_ASKED, YES, NOT_ASKED),
    ],
)
def test_dp06_both_words_are_kept_and_a_childs_no_holds(carer, assent, holds) -> None:
    event = replace(a_consent("c", "p", Purpose.TRACING), carer=carer, assent=assent)
    made = for_a_child(event)
    assert (made.answer, made.carer, made.assent) == (holds, carer, assent)


def test_dp06_vital_interest_needs_a_typed_reason() -> None:
    event = replace(
        a_consent("c", "p", Purpose.REFERRAL), carer=YES, given_by=ConsentBy.VITAL_INTEREST
    )
    with pytest.raises(ReasonMissing):
        for_a_child(event)
    assert for_a_child(replace(event, reason="High fever, no carer found.")).answer is YES
