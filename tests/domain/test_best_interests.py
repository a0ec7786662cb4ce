"""What is best for a child is looked at by somebody trained, who hears the child."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.best_interests import Look, LookToCome, newest, record
from intake.domain.codes import BestInterests, GuardianPart, Role, TraceStatus
from intake.domain.identity import PROGRAM, PeopleOnly, refuse_program
from intake.domain.machine import Actor, StepNotOpen
from intake.domain.trace import Trace
from intake.errors import NotAllowed, ReasonMissing
from tests.builders import NOON

GUARD = Actor("g", (Role.PROTECTION,), NOON)
TRACE = Trace("asker-case", "q", "found", TraceStatus.BOTH_AGREE)
LOOK = Look(
    child="boy",
    looked_on=NOON.date().isoformat(),
    looked_by=" Child protection officer ",
    outcome=BestInterests.IN_INTEREST,
    reason="His aunt raised him.",
    asked=True,
    view="I want to hear her voice.",
    guardian=GuardianPart.AGREES,
    conditions="By telephone first.",
)
HANDED = (TraceStatus.WITH_PROTECTION, TraceStatus.BOTH_AGREE, TraceStatus.NO_CONTACT)


def test_a_look_lies_with_the_childs_case_and_names_the_match() -> None:
    made = record(TRACE, LOOK, id="l1", case="boys-case", by=GUARD)
    assert (made.case, made.request, made.individual, made.child) == (
        "boys-case",
        "q",
        "found",
        "boy",
    )
    assert made.looked_by == "Child protection officer"
    assert (made.asked, made.view, made.guardian) == (True, LOOK.view, GuardianPart.AGREES)
    assert (made.by, made.at) == ("g", NOON)


@pytest.mark.parametrize("path", ["looked_by", "reason", "view"])
def test_who_looked_why_and_what_the_child_said_are_never_left_out(path: str) -> None:
    with pytest.raises(ReasonMissing) as caught:
        record(TRACE, replace(LOOK, **{path: " \n"}), id="l1", case="c", by=GUARD)
    assert caught.value.facts["path"] == path


def test_a_look_is_recorded_once_it_was_taken() -> None:
    with pytest.raises(LookToCome):
        record(TRACE, replace(LOOK, looked_on="2099-01-01"), id="l1", case="c", by=GUARD)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PROTECTION}))
def test_protection_alone_records_it(role: Role) -> None:
    with pytest.raises(NotAllowed):
        record(TRACE, LOOK, id="l1", case="c", by=Actor("x", (role,), NOON))


@pytest.mark.parametrize("status", TraceStatus)
def test_it_belongs_to_a_match_that_protection_looks_after(status: TraceStatus) -> None:
    trace = replace(TRACE, status=status)
    if status in HANDED:
        assert record(trace, LOOK, id="l1", case="c", by=GUARD).look == "l1"
    else:
        with pytest.raises(StepNotOpen):
            record(trace, LOOK, id="l1", case="c", by=GUARD)


@pytest.mark.parametrize("by", sorted(PROGRAM))
def test_the_program_itself_finds_nothing_best_for_a_child(by: str) -> None:
    made = record(TRACE, LOOK, id="l1", case="c", by=GUARD)
    with pytest.raises(PeopleOnly):
        refuse_program(replace(made, by=by))


LOOKS = st.lists(
    st.builds(
        lambda child, outcome: replace(LOOK, child=child, outcome=outcome),
        st.sampled_from(("boy", "sister")),
        st.sampled_from(BestInterests),
    )
)


@given(LOOKS)
def test_the_last_look_at_a_child_counts_and_another_childs_never(looks: list[Look]) -> None:
    own = [look for look in looks if look.child == "boy"]
    assert newest(looks, "boy") == (own[-1] if own else None)
