"""Vouching: no circle, no power, no household counts as somebody independent."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import (
    IdentityLevel,
    Role,
    Source,
    VouchCapacity,
    VouchFact,
    VouchMethod,
    VouchStatus,
)
from intake.domain.event import VouchRecorded, VouchTold
from intake.domain.machine import StepNotOpen
from intake.domain.vouching import (
    CIRCLE,
    MACHINE,
    MOST_ACTIVE,
    Known,
    SelfVouch,
    Vouch,
    VouchCircle,
    agree,
    closes_circle,
    record,
    statements_of,
    status_when_made,
    weights,
    withdraw,
)
from intake.errors import (
    FieldMissing,
    NameMissing,
    NotAllowed,
    ReasonMissing,
    RuleBroken,
    SecondPersonNeeded,
)
from tests.builders import NOON

GIVEN = VouchRecorded(
    case="c",
    vouch="v",
    individual="olena",
    voucher="petro",
    capacity=VouchCapacity.NEIGHBOUR,
    level=IdentityLevel.A3,
    facts=(VouchFact.NAME,),
    method=VouchMethod.IN_PERSON,
    known_since="2009",
    known_how="one street",
    statement="I know her.",
    by="i1",
    at=NOON,
)
KNOWN = Known(frozenset({"olena"}), frozenset({"petro"}))
VOUCH = Vouch(
    id="v",
    case="c",
    individual="olena",
    capacity=VouchCapacity.NEIGHBOUR,
    level=IdentityLevel.A3,
    facts=(VouchFact.NAME,),
    method=VouchMethod.IN_PERSON,
    status=VouchStatus.STANDS,
    by="i1",
    at="",
    met=True,
)
INTERVIEWER, REVIEWER = (Role.INTERVIEWER,), (Role.REVIEWER,)


def test_a_vouch_is_recorded_as_given() -> None:
    assert record(GIVEN, KNOWN, INTERVIEWER) == GIVEN


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"voucher": "", "name": " "}, NameMissing),
        ({"facts": ()}, FieldMissing),
        ({"statement": " "}, FieldMissing),
        ({"voucher": "olena"}, SelfVouch),
    ],
)
def test_a_vouch_is_refused(change: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        record(replace(GIVEN, **change), KNOWN, INTERVIEWER)  # type: ignore[arg-type]


def test_v18_nobody_vouches_for_themselves_by_a_linked_record() -> None:
    linked = Known(frozenset({"olena", "olena-again"}), frozenset({"olena-again"}))
    with pytest.raises(SelfVouch):
        record(replace(GIVEN, voucher="olena-again"), linked, INTERVIEWER)


@pytest.mark.parametrize(
    "edges",
    [
        {("olena", "petro")},
        {("olena", "ivan"), ("ivan", "petro")},
    ],
)
def test_v18_a_circle_of_two_or_three_supports_nobody(edges: set[tuple[str, str]]) -> None:
    with pytest.raises(VouchCircle):
        record(GIVEN, replace(KNOWN, edges=frozenset(edges)), INTERVIEWER)


def test_v18_a_circle_of_four_is_no_small_circle() -> None:
    edges = {("olena", "ivan"), ("ivan", "hanna"), ("hanna", "petro")}
    assert record(GIVEN, replace(KNOWN, edges=frozenset(edges)), INTERVIEWER)


PEOPLE = st.sampled_from("abcdef")


@given(st.lists(st.tuples(PEOPLE, PEOPLE), max_size=14))
def test_v18_no_order_of_vouches_ever_makes_a_small_circle(wished: list[tuple[str, str]]) -> None:
    taken: set[tuple[str, str]] = set()
    for voucher, person in wished:
        if voucher != person and not closes_circle(taken, {voucher}, {person}):
            taken.add((voucher, person))
    for start in "abcdef":
        reached = {start}
        for _ in range(CIRCLE):
            reached = {after for before, after in taken if before in reached}
            assert start not in reached


@given(st.sets(st.tuples(PEOPLE, PEOPLE)), st.sets(st.tuples(PEOPLE, PEOPLE)), PEOPLE, PEOPLE)
def test_v18_more_vouches_never_open_a_circle(
    few: set[tuple[str, str]], more: set[tuple[str, str]], voucher: str, person: str
) -> None:
    if closes_circle(few, {voucher}, {person}):
        assert closes_circle(few | more, {voucher}, {person})


def test_v18_the_sixth_vouch_of_one_voucher_waits_for_a_reviewer() -> None:
    fifth = record(GIVEN, replace(KNOWN, active=MOST_ACTIVE - 1), INTERVIEWER)
    sixth = record(GIVEN, replace(KNOWN, active=MOST_ACTIVE), INTERVIEWER)
    assert (fifth.crowded, sixth.crowded) == (False, True)
    waits = replace(VOUCH, status=VouchStatus.WAITS)
    assert weights([waits]) == ()
    assert agree(waits, reason="a teacher", by="r1", roles=REVIEWER, at=NOON).vouch == "v"


def test_a_reviewer_agrees_and_never_whoever_recorded_it() -> None:
    waits = replace(VOUCH, status=VouchStatus.WAITS)
    with pytest.raises(SecondPersonNeeded):
        agree(waits, reason="x", by="i1", roles=REVIEWER, at=NOON)
    with pytest.raises(NotAllowed):
        agree(waits, reason="x", by="i2", roles=INTERVIEWER, at=NOON)
    with pytest.raises(ReasonMissing):
        agree(waits, reason="", by="r1", roles=REVIEWER, at=NOON)
    with pytest.raises(StepNotOpen):
        agree(VOUCH, reason="x", by="r1", roles=REVIEWER, at=NOON)


def test_a_vouch_taken_back_counts_no_more_and_is_taken_back_once() -> None:
    assert withdraw(VOUCH, reason="mistaken", by="i2", roles=INTERVIEWER, at=NOON).reason
    gone = replace(VOUCH, status=VouchStatus.WITHDRAWN)
    assert weights([gone]) == ()
    with pytest.raises(StepNotOpen):
        withdraw(gone, reason="again", by="i2", roles=INTERVIEWER, at=NOON)


def test_v18_one_of_the_same_household_is_kin_and_not_independent() -> None:
    (weight,) = weights([replace(VOUCH, same_household=True, separately=True)])
    assert (weight.kin, weight.outside_household, weight.separately) == (True, False, True)
    (weight,) = weights([replace(VOUCH, capacity=VouchCapacity.RELATIVE)])
    assert (weight.kin, weight.outside_household) == (True, True)


def test_v18_whoever_has_power_over_the_person_is_never_the_only_one() -> None:
    boss = replace(VOUCH, capacity=VouchCapacity.EMPLOYER, authority=True)
    assert weights([boss]) == ()
    assert weights([boss, replace(boss, id="w")]) == ()
    assert len(weights([boss, VOUCH])) == 2


def test_v18_a_voucher_counts_up_to_their_own_level_and_a_letter_less() -> None:
    (weight,) = weights([replace(VOUCH, level=IdentityLevel.A1)])
    assert weight.level is IdentityLevel.A1
    letter = replace(VOUCH, method=VouchMethod.LETTER, met=False)
    assert weights([letter])[0].level is IdentityLevel.A2
    assert weights([replace(letter, met=True)])[0].level is IdentityLevel.A3


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(VouchStatus)), max_size=6))
def test_one_more_independent_vouch_never_takes_anything_away(
    drawn: list[tuple[bool, VouchStatus]],
) -> None:
    before = [replace(VOUCH, authority=power, status=status) for power, status in drawn]
    assert len(weights([*before, VOUCH])) > len(weights(before))


def test_a_vouch_that_was_taken_back_never_stands_again() -> None:
    assert not [s for s in MACHINE.steps if s.before is VouchStatus.WITHDRAWN]


def test_the_whole_table_of_a_vouch() -> None:
    recorders, reviewers = {Role.INTERVIEWER, Role.PROTECTION}, {Role.REVIEWER}
    stands, waits, gone = VouchStatus.STANDS, VouchStatus.WAITS, VouchStatus.WITHDRAWN
    assert {(s.before, s.event, s.after, s.roles, s.needs_reason) for s in MACHINE.steps} == {
        (None, "vouch-recorded", stands, frozenset(recorders), False),
        (None, "vouch-recorded", waits, frozenset(recorders), False),
        (waits, "vouch-agreed", stands, frozenset(reviewers), True),
        (stands, "vouch-withdrawn", gone, frozenset(recorders | reviewers), True),
        (waits, "vouch-withdrawn", gone, frozenset(recorders | reviewers), True),
    }


TELLING = replace(
    VOUCH,
    by="ivan",
    at="2026-11-20",
    told=(VouchTold("birth-place", {"text": "Бахмут"}), VouchTold("mother", "Ганна")),
)


def test_what_a_voucher_tells_stands_beside_the_persons_own_words_and_names_nobody() -> None:
    place, mother = statements_of(TELLING, "olena")
    assert (place.statement.id, mother.statement.id) == ("v.birth-place", "v.mother")
    assert (place.statement.subject, place.statement.path) == ("olena", "birth-place")
    assert place.statement.value == {"text": "Бахмут"}
    assert (place.statement.source, place.statement.source_ref) == (Source.VOUCHER, "v")
    assert (place.by, place.at, place.device) == ("ivan", "2026-11-20", "")
    assert "petro" not in repr(place)
    assert place.hlc > "9" * 40


@pytest.mark.parametrize("status", [VouchStatus.WAITS, VouchStatus.WITHDRAWN])
def test_what_waits_or_was_taken_back_tells_nothing(status: VouchStatus) -> None:
    assert statements_of(replace(TELLING, status=status), "olena") == ()


def test_each_step_names_its_case_its_vouch_and_who_took_it() -> None:
    waits = replace(VOUCH, status=VouchStatus.WAITS)
    for event, by in (
        (agree(waits, reason=" a teacher ", by="r1", roles=REVIEWER, at=NOON), "r1"),
        (withdraw(waits, reason=" a teacher ", by="i2", roles=INTERVIEWER, at=NOON), "i2"),
    ):
        assert (event.case, event.vouch, event.by, event.at) == ("c", "v", by, NOON)
        assert event.reason == "a teacher"


def test_each_refusal_names_the_field_or_the_vouch() -> None:
    waits = replace(VOUCH, status=VouchStatus.WAITS)
    circle = replace(KNOWN, edges=frozenset({("olena", "petro")}))
    for step, facts in (
        (lambda: record(replace(GIVEN, voucher="", name=" "), KNOWN, INTERVIEWER), "name"),
        (lambda: record(replace(GIVEN, facts=()), KNOWN, INTERVIEWER), "facts"),
        (lambda: record(replace(GIVEN, statement=" "), KNOWN, INTERVIEWER), "statement"),
        (lambda: record(replace(GIVEN, voucher="olena"), KNOWN, INTERVIEWER), "number"),
        (lambda: record(GIVEN, circle, INTERVIEWER), "number"),
    ):
        with pytest.raises(RuleBroken) as caught:
            step()
        assert caught.value.facts == {"path": facts}
    for again in (
        lambda: agree(waits, reason=" ", by="r1", roles=REVIEWER, at=NOON),
        lambda: agree(waits, reason="x", by="i1", roles=REVIEWER, at=NOON),
        lambda: withdraw(waits, reason="", by="r1", roles=REVIEWER, at=NOON),
    ):
        with pytest.raises(RuleBroken) as caught:
            again()
        assert caught.value.facts == {"vouch": "v"}


def test_somebody_from_outside_can_vouch_by_name_and_closes_no_circle() -> None:
    outside = replace(GIVEN, voucher="", name="Марія")
    known = Known(frozenset({"olena"}), frozenset(), edges=frozenset({("olena", "petro")}))
    assert record(outside, known, INTERVIEWER) == outside


@pytest.mark.parametrize("method", list(VouchMethod))
@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize("level", list(IdentityLevel))
def test_only_words_from_afar_of_somebody_nobody_met_weigh_less(
    method: VouchMethod, met: bool, level: IdentityLevel
) -> None:
    (weight,) = weights([replace(VOUCH, method=method, met=met, level=level)])
    from_afar = method in (VouchMethod.LETTER, VouchMethod.MESSAGE) and not met
    assert weight.level is (min(level, IdentityLevel.A2) if from_afar else level)


def test_a_new_vouch_stands_unless_its_voucher_has_vouched_for_many() -> None:
    assert status_when_made(False) is VouchStatus.STANDS
    assert status_when_made(True) is VouchStatus.WAITS
