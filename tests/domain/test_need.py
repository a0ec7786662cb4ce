"""Specific needs: which may be written down at all, and which comes first."""

import pytest

from intake.domain.codec import CodecError, decode, encode
from intake.domain.codes import NeedCategory, NeedStatus, SpecificNeed, Urgency, YesNo
from intake.domain.need import (
    WRITTEN_AT_INTAKE,
    Need,
    NeedNotEnterable,
    bears_on_memory,
    most_urgent,
    needs_of,
    refuse_unlisted,
)
from tests.builders import a_statement, an_id, statements

HARMFUL = ("lp-ap", "lp-cr", "lp-st", "cr-af", "cr-cl", "cr-lw", "tr-pi", "sv-va", "sv-gm", "sm-ad")


def row(code="sm-ci", **more):
    return {"code": code, "urgency": "", "status": "", "refer": "", **more}


@pytest.mark.parametrize("code", [*HARMFUL, "", "xx", None, 7, ["sm-ci"]])
def test_a_code_that_is_not_on_the_list_cannot_be_said(code):
    with pytest.raises(NeedNotEnterable) as caught:
        a_statement(an_id(), "needs", [row(), row(code)])
    assert caught.value.facts == {"path": "needs"}


@pytest.mark.parametrize("value", ["sm-ci", {"code": "sv-va"}, [["sv-va"]], 3])
def test_needs_in_another_shape_cannot_be_said(value):
    with pytest.raises(NeedNotEnterable):
        refuse_unlisted(value)


def test_a_harmful_code_in_an_entry_of_another_laptop_is_refused():
    case, person = an_id(), an_id()
    body = encode(statements(case, a_statement(person, "needs", [row()])))
    body["statements"][0]["value"][0]["code"] = "sv-va"
    with pytest.raises(CodecError):
        decode("statements-added", body)


@pytest.mark.parametrize("code", SpecificNeed)
def test_what_is_on_the_list_can_be_said_and_belongs_to_a_group(code):
    refuse_unlisted([row(code.value)])
    assert code.value.split("-")[0] in set(NeedCategory)
    assert needs_of([row(code.value)]) == (Need(code),)


def test_no_harmful_code_is_on_the_list():
    assert not set(HARMFUL) & set(SpecificNeed)
    assert not {code.value.split("-")[0] for code in SpecificNeed} & {"tr", "sv", "ds"}


def test_that_nothing_was_said_is_an_answer():
    refuse_unlisted(None)
    assert needs_of(None) == ()


def test_a_need_keeps_what_was_said_of_it():
    told = row(urgency="immediate", status="observed", refer="yes")
    need = Need(SpecificNeed.CHRONIC, Urgency.IMMEDIATE, NeedStatus.OBSERVED, YesNo.YES)
    assert needs_of([told]) == (need,)


def test_words_of_a_newer_release_are_left_out_and_the_need_stays():
    assert needs_of([row(urgency="soon", status="?")]) == (Need(SpecificNeed.CHRONIC),)


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ([], None),
        ([row()], Urgency.ROUTINE),
        ([row(urgency="routine"), row("sm-cc", urgency="within-24-hours")], Urgency.DAY),
        ([row(urgency="immediate", status="resolved"), row("sm-cc")], Urgency.ROUTINE),
        ([row(urgency="immediate", status="resolved")], None),
    ],
)
def test_the_most_urgent_open_need_comes_first(told, first):
    assert most_urgent(needs_of(told)) is first


def test_whoever_follows_up_says_more_than_whoever_registers():
    assert set(NeedStatus) - set(WRITTEN_AT_INTAKE) == {NeedStatus.CONFIRMED, NeedStatus.RESOLVED}


ON_MEMORY = {"sm-ci", "sm-cc", "sm-mn", "sm-ot", "er-fr"}


@pytest.mark.parametrize("code", sorted(SpecificNeed))
def test_an_open_need_of_health_or_age_may_bear_on_what_somebody_remembers(code):
    bears = code.value in ON_MEMORY
    assert bears_on_memory(needs_of([row(code.value)])) is bears
    assert bears_on_memory([Need(code, status=NeedStatus.CONFIRMED)]) is bears
    assert not bears_on_memory([Need(code, status=NeedStatus.RESOLVED)])


def test_one_such_need_among_others_is_enough_and_no_need_is_none():
    assert bears_on_memory(needs_of([row("sm-ci", status="resolved"), row("sm-cc")]))
    assert not bears_on_memory([])


def test_a_need_only_a_newer_release_knows_is_left_out_and_breaks_nothing():
    told = [row("zz-new"), row(), "sm-cc", None, {"urgency": "immediate"}]
    assert needs_of(told) == (Need(SpecificNeed.CHRONIC),)
    assert needs_of(row()) == needs_of("sm-ci") == ()
