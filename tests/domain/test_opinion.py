"""A second person decides on the record first, each once, and sees the proposal after it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import FactOutcome, IdentityLevel, Role
from intake.domain.codes import IdentityState as S
from intake.domain.event import FactDecision, FactOpinion, OpinionGiven
from intake.domain.machine import StepNotOpen
from intake.domain.opinion import (
    OpinionFirst,
    OpinionGivenBefore,
    Seat,
    agreement,
    give_opinion,
    refuse_unread,
)
from intake.errors import AlreadyDecided, NotAllowed, ReasonMissing, SecondPersonNeeded
from tests.domain.test_decision import Stored

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SEAT = Seat(
    S.PROPOSED,
    roles={Role.REVIEWER},
    involved=("officer-1",),
    given_by=("olha",),
    material=("name", "birth"),
)
VIEW = OpinionGiven(
    case="c1",
    decision="d1",
    individual="p1",
    facts=(
        FactOpinion("name", FactOutcome.ESTABLISHED),
        FactOpinion("birth", FactOutcome.NOT_NOW),
    ),
    level=IdentityLevel.A2,
    by="rita",
    at=AT,
)


def test_an_opinion_on_every_fact_is_taken_as_it_was_given():
    assert give_opinion(Stored(), VIEW, SEAT) is VIEW
    assert give_opinion(Stored(), VIEW, replace(SEAT, state=S.UNDER_REVIEW)) is VIEW


@pytest.mark.parametrize("who", ["u1", "u2", "officer-1"])
def test_v16_who_proposed_interviewed_or_recorded_is_no_second_person(who):
    with pytest.raises(SecondPersonNeeded) as caught:
        give_opinion(Stored(), replace(VIEW, by=who), SEAT)
    assert caught.value.facts == {"decision": "d1"}


def test_each_says_it_once():
    with pytest.raises(OpinionGivenBefore) as caught:
        give_opinion(Stored(), replace(VIEW, by="olha"), SEAT)
    assert caught.value.facts == {"decision": "d1"}


@pytest.mark.parametrize("status", ["decided", "returned", "final"])
def test_what_is_decided_takes_no_opinion(status):
    with pytest.raises(AlreadyDecided):
        give_opinion(Stored(status=status), VIEW, SEAT)


@pytest.mark.parametrize("left_out", [0, 1])
def test_no_fact_is_passed_over(left_out):
    facts = tuple(fact for n, fact in enumerate(VIEW.facts) if n != left_out)
    with pytest.raises(ReasonMissing) as caught:
        give_opinion(Stored(), replace(VIEW, facts=facts), SEAT)
    assert caught.value.facts == {"fact": VIEW.facts[left_out].fact}


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.REVIEWER])
def test_only_reviewers_are_asked(role):
    with pytest.raises(NotAllowed):
        give_opinion(Stored(), VIEW, replace(SEAT, roles={role}))


@pytest.mark.parametrize("state", [s for s in S if s not in (S.PROPOSED, S.UNDER_REVIEW)])
def test_it_is_asked_for_while_a_proposal_waits(state):
    with pytest.raises(StepNotOpen):
        give_opinion(Stored(), VIEW, replace(SEAT, state=state))


@pytest.mark.parametrize(
    ("blind", "status", "by", "refused"),
    [
        (True, "proposed", "rita", True),
        (True, "proposed", "olha", False),
        (True, "decided", "rita", False),
        (False, "proposed", "rita", False),
    ],
)
def test_one_of_the_sample_is_seen_by_nobody_who_has_not_decided_first(blind, status, by, refused):
    waiting = Stored(status=status)
    if refused:
        with pytest.raises(OpinionFirst) as caught:
            refuse_unread(waiting, blind=blind, given_by=("olha",), by=by)
        assert caught.value.facts == {"decision": "d1"}
    else:
        refuse_unread(waiting, blind=blind, given_by=("olha",), by=by)


OUTCOMES = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(FactOutcome))


@given(OUTCOMES, OUTCOMES)
def test_two_people_agree_on_so_many_of_the_facts_that_both_spoke_of(first, second):
    opinion = [FactOpinion(fact, outcome) for fact, outcome in first.items()]
    decided = [FactDecision(fact, outcome, "r") for fact, outcome in second.items()]
    same, both = agreement(opinion, decided)
    assert both == len(first.keys() & second.keys())
    assert same == len(first.items() & second.items())
