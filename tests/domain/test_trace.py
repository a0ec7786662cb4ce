"""A candidate for a missing relative: never one person's word, never without both sides."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import (
    BestInterests,
    ContactWish,
    Role,
    TraceSide,
    TraceStatus,
    TraceVerdict,
)
from intake.domain.machine import Actor, StepNotOpen
from intake.domain.trace import (
    MACHINE,
    AgainstBestInterests,
    BestInterestsFirst,
    Trace,
    TraceSaid,
    answer,
    ask_protection,
    judge,
    status_after,
    status_of,
    tell,
)
from intake.errors import NotAllowed, ReasonMissing, SecondPersonNeeded
from tests.builders import NOON

TRACE = Trace("c", "q", "p")
ONE, TWO = (Actor(who, (Role.TRACING,), NOON) for who in ("t1", "t2"))
GUARD = Actor("g", (Role.PROTECTION,), NOON)
SOUGHT, ELSE, UNSURE = TraceVerdict
VERDICTS = st.lists(st.sampled_from(TraceVerdict), min_size=1, max_size=5)


def test_the_one_sought_is_never_one_persons_word() -> None:
    assert judge(TRACE, verdict=SOUGHT, reason="her song", by=ONE).request == "q"
    assert status_of([SOUGHT]) is TraceStatus.FIRST_VERDICT
    assert status_of([SOUGHT, SOUGHT]) is TraceStatus.VERIFIED
    assert status_of([ELSE]) is TraceStatus.SET_ASIDE
    assert status_of([SOUGHT, ELSE]) is TraceStatus.DISAGREED
    assert status_of([UNSURE, UNSURE]) is TraceStatus.DISAGREED


def test_nobody_speaks_twice_and_everybody_says_why() -> None:
    said = replace(
        TRACE, status=TraceStatus.FIRST_VERDICT, verdicts=(TraceSaid("t1", SOUGHT, "x", ""),)
    )
    with pytest.raises(SecondPersonNeeded):
        judge(said, verdict=SOUGHT, reason="again", by=ONE)
    with pytest.raises(ReasonMissing):
        judge(said, verdict=SOUGHT, reason=" ", by=TWO)
    assert said.seen_by("t2") == ()
    assert said.told("t2") is None
    assert said.told("t1") is TraceStatus.FIRST_VERDICT


def test_only_tracing_officers_judge_and_only_protection_asks_both_sides() -> None:
    with pytest.raises(NotAllowed):
        judge(TRACE, verdict=SOUGHT, reason="x", by=GUARD)
    handed = replace(TRACE, status=TraceStatus.WITH_PROTECTION)
    with pytest.raises(NotAllowed):
        answer(handed, side=TraceSide.FOUND, wish=ContactWish.YES, reason="x", by=ONE)
    made = answer(handed, side=TraceSide.FOUND, wish=ContactWish.YES, reason="x", by=GUARD)
    assert made.wish is ContactWish.YES


@pytest.mark.parametrize("status", [s for s in TraceStatus if s is not TraceStatus.VERIFIED])
def test_only_a_verified_match_is_handed_over(status: TraceStatus) -> None:
    with pytest.raises(StepNotOpen):
        ask_protection(replace(TRACE, status=status), reason="x", by=ONE)


@pytest.mark.parametrize("status", [s for s in TraceStatus if s is not TraceStatus.BOTH_AGREE])
def test_contact_is_made_after_both_agreed_and_not_before(status: TraceStatus) -> None:
    with pytest.raises(StepNotOpen):
        tell(replace(TRACE, status=status), reason="x", by=GUARD)
    assert tell(replace(TRACE, status=TraceStatus.BOTH_AGREE), reason="x", by=GUARD).reason


AGREED = replace(TRACE, status=TraceStatus.BOTH_AGREE)
IN_INTEREST, *OTHERWISE = BestInterests


def test_no_contact_with_a_child_alone_before_its_best_interests_were_looked_at() -> None:
    with pytest.raises(BestInterestsFirst):
        tell(AGREED, reason="x", by=GUARD, found=[IN_INTEREST, None])
    assert tell(AGREED, reason="x", by=GUARD, found=[IN_INTEREST]).request == "q"


@pytest.mark.parametrize("outcome", OTHERWISE)
def test_no_contact_unless_it_was_found_in_the_interest_of_every_child(
    outcome: BestInterests,
) -> None:
    with pytest.raises(AgainstBestInterests):
        tell(AGREED, reason="x", by=GUARD, found=[IN_INTEREST, outcome])


@given(st.dictionaries(st.sampled_from(TraceSide), st.sampled_from(ContactWish)))
def test_one_no_is_enough_and_silence_is_no_consent(
    wishes: dict[TraceSide, ContactWish],
) -> None:
    after = status_after(wishes)
    assert (after is TraceStatus.BOTH_AGREE) == (
        len(wishes) == 2 and ContactWish.NO not in wishes.values()
    )
    assert (after is TraceStatus.NO_CONTACT) == (ContactWish.NO in wishes.values())


@given(VERDICTS)
def test_every_way_of_verdicts_is_in_the_table(verdicts: list[TraceVerdict]) -> None:
    state: TraceStatus | None = None
    for n in range(1, len(verdicts) + 1):
        state = MACHINE.take(state, "trace-judged", (Role.TRACING,), status_of(verdicts[:n]))
        if state in (TraceStatus.VERIFIED, TraceStatus.SET_ASIDE):
            return


def test_every_step_says_why_and_who() -> None:
    assert all(step.needs_reason and step.roles for step in MACHINE.steps)


ASKING = (TraceStatus.WITH_PROTECTION, TraceStatus.BOTH_AGREE, TraceStatus.NO_CONTACT)
FIRST, TORN = TraceStatus.FIRST_VERDICT, TraceStatus.DISAGREED


def test_the_whole_table_of_a_candidate() -> None:
    judging = {
        (None, FIRST),
        (None, TraceStatus.SET_ASIDE),
        (FIRST, TraceStatus.VERIFIED),
        (FIRST, TORN),
        (TORN, TraceStatus.VERIFIED),
        (TORN, TraceStatus.SET_ASIDE),
        (TORN, TORN),
    }
    tracing = {("trace-judged", *way) for way in judging}
    tracing.add(("protection-asked", TraceStatus.VERIFIED, TraceStatus.WITH_PROTECTION))
    protection = {("contact-answered", one, other) for one in ASKING for other in ASKING}
    protection.add(("contact-told", TraceStatus.BOTH_AGREE, TraceStatus.CONTACT))
    protection |= {("best-interests-looked-at", one, one) for one in ASKING}
    by = {
        role: {(s.event, s.before, s.after) for s in MACHINE.steps if s.roles == {role}}
        for role in (Role.TRACING, Role.PROTECTION)
    }
    assert by == {Role.TRACING: tracing, Role.PROTECTION: protection}
    assert len(MACHINE.steps) == len(tracing) + len(protection)
    assert all(step.needs_reason for step in MACHINE.steps)


@pytest.mark.parametrize("status", [None, *TraceStatus])
def test_a_verdict_is_wanted_while_nobody_two_agree(status: TraceStatus | None) -> None:
    said = replace(TRACE, status=status, verdicts=(TraceSaid("t1", SOUGHT, "x", ""),))
    assert said.is_open_for("t2") is (status in (None, FIRST, TORN))
    assert not said.is_open_for("t1")


@pytest.mark.parametrize("status", [s for s in TraceStatus if s is not FIRST])
def test_what_is_no_first_verdict_is_read_and_listed_as_it_stands(status: TraceStatus) -> None:
    said = replace(TRACE, status=status, verdicts=(TraceSaid("t1", SOUGHT, "x", ""),))
    assert said.seen_by("t3") == said.verdicts
    assert said.told("t3") is status


def test_every_step_says_why_and_names_search_person_and_who_took_it() -> None:
    verified = replace(TRACE, status=TraceStatus.VERIFIED)
    asked = replace(TRACE, status=TraceStatus.WITH_PROTECTION)
    both = replace(TRACE, status=TraceStatus.BOTH_AGREE)
    yes = {"side": TraceSide.FOUND, "wish": ContactWish.YES}
    for step, who in (
        (lambda why: judge(TRACE, verdict=SOUGHT, reason=why, by=ONE), ONE),
        (lambda why: ask_protection(verified, reason=why, by=TWO), TWO),
        (lambda why: answer(asked, reason=why, by=GUARD, **yes), GUARD),
        (lambda why: tell(both, reason=why, by=GUARD), GUARD),
    ):
        event = step(" her song ")
        assert (event.case, event.request, event.individual) == ("c", "q", "p")
        assert (event.reason, event.by, event.at) == ("her song", who.id, who.at)
        with pytest.raises(ReasonMissing) as caught:
            step(" ")
        assert caught.value.facts == {"path": "reason"}


@given(st.lists(st.sampled_from(TraceVerdict), min_size=2, max_size=5), st.randoms())
def test_what_several_officers_say_counts_the_same_in_any_order(
    verdicts: list[TraceVerdict], random: Random
) -> None:
    shuffled = random.sample(verdicts, len(verdicts))
    assert status_of(shuffled) is status_of(verdicts)
    found = status_of(verdicts)
    assert (found is TraceStatus.VERIFIED) is (verdicts.count(SOUGHT) > 1)
    set_aside = verdicts.count(ELSE) > 1 and verdicts.count(SOUGHT) < 2
    assert (found is TraceStatus.SET_ASIDE) is set_aside
    assert found in (TraceStatus.VERIFIED, TraceStatus.SET_ASIDE, TORN)
