"""Two records that are like each other: who may be compared, and what is kept of the answer."""

from datetime import UTC, datetime

import pytest

from intake.domain.case import Case
from intake.domain.codec import decode, encode
from intake.domain.codes import (
    ConsentAnswer,
    ConsentBy,
    GroupKind,
    Likeness,
    Purpose,
)
from intake.domain.consent import Consent
from intake.domain.individual import Individual
from intake.domain.likeness import SameRecord, answer_likeness, may_compare
from tests import builders

CASE, PERSON = "c" * 32, "p" * 32
MINE = Individual(PERSON, CASE, "N", 1)
OTHER = Individual("q" * 32, "d" * 32, "M", 1)
AT = datetime(2026, 11, 20, tzinfo=UTC)


def a_case(answer: ConsentAnswer | None, purpose: Purpose = Purpose.VERIFICATION) -> Case:
    given = Consent(
        PERSON, purpose, answer or ConsentAnswer.YES, ConsentBy.SELF, "uk", "1", "o", "", "1"
    )
    return builders.a_case(
        CASE, group_kind=GroupKind.SINGLE, members=(MINE,), consents=(given,) if answer else ()
    )


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        (None, True),
        (ConsentAnswer.YES, True),
        (ConsentAnswer.NOT_ASKED, True),
        (ConsentAnswer.NO, False),
        (ConsentAnswer.WITHDRAWN, False),
        (ConsentAnswer.OVER, False),
    ],
)
def test_whoever_said_no_is_never_looked_up(answer: ConsentAnswer | None, allowed: bool) -> None:
    assert may_compare(a_case(answer), PERSON) is allowed


def test_a_no_to_another_purpose_changes_nothing() -> None:
    assert may_compare(a_case(ConsentAnswer.NO, Purpose.TRACING), PERSON)


@pytest.mark.parametrize("answer", Likeness)
def test_an_answer_names_both_records_and_no_value(answer: Likeness) -> None:
    event = answer_likeness(MINE, OTHER, answer=answer, reasons=["sex:same"], by="o", at=AT)
    assert (event.case, event.individual) == (CASE, PERSON)
    assert (event.other_case, event.other) == (OTHER.case, OTHER.id)
    assert event.reasons == ("sex:same",)
    assert decode(event.kind, encode(event)) == event


def test_a_record_is_not_compared_with_its_own_group() -> None:
    sibling = Individual("r" * 32, CASE, "K", 2)
    with pytest.raises(SameRecord):
        answer_likeness(MINE, sibling, answer=Likeness.SAME, by="o", at=AT)
