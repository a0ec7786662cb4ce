"""Consent: per purpose, per person, withdrawable, the newest answer stands."""

import pytest

from intake.domain.codes import ConsentAnswer, ConsentBy, Purpose
from intake.domain.consent import Consent, NothingToWithdraw, agreed, standing, withdraw
from tests.builders import NOON


def said(answer: ConsentAnswer, hlc: str, person: str = "p", purpose: Purpose = Purpose.TRACING):
    return Consent(person, purpose, answer, ConsentBy.SELF, "uk", "1", "o", "", hlc)


YES = said(ConsentAnswer.YES, "1")


def test_nobody_agreed_before_being_asked() -> None:
    assert standing([], "p", Purpose.TRACING) is ConsentAnswer.NOT_ASKED
    assert not agreed([], "p", Purpose.TRACING)


def test_agreeing_to_one_purpose_agrees_to_no_other() -> None:
    assert agreed([YES], "p", Purpose.TRACING)
    assert not agreed([YES], "p", Purpose.REFERRAL)


def test_one_persons_consent_is_not_anothers() -> None:
    assert not agreed([YES], "q", Purpose.TRACING)


def test_the_newest_answer_stands_whatever_order_it_arrives_in() -> None:
    no = said(ConsentAnswer.NO, "2")
    assert standing([YES, no], "p", Purpose.TRACING) is ConsentAnswer.NO
    assert standing([no, YES], "p", Purpose.TRACING) is ConsentAnswer.NO


def test_consent_can_be_taken_back() -> None:
    event = withdraw([YES], case="c", individual="p", line=(Purpose.TRACING, None), by="o", at=NOON)
    assert event.answer is ConsentAnswer.WITHDRAWN


@pytest.mark.parametrize("answers", [[], [said(ConsentAnswer.NO, "3")]])
def test_what_was_never_given_cannot_be_taken_back(answers: list[Consent]) -> None:
    with pytest.raises(NothingToWithdraw):
        withdraw(answers, case="c", individual="p", line=(Purpose.TRACING, None), by="o", at=NOON)
