"""What waits to be asked is kept apart from what was answered, and from what was declined."""

from dataclasses import replace

import pytest

from intake.domain.case import Case, Gap
from intake.domain.codes import (
    Absent,
    CaseStatus,
    ConsentAnswer,
    ConsentBy,
    GroupKind,
    Purpose,
    Recipient,
    Why,
)
from intake.domain.consent import MAIN, Consent
from intake.domain.individual import Individual
from intake.domain.later import OVER, Later, asked_later
from intake.domain.statement import Json, Said, Statement
from tests import builders

CASE, PERSON = "c" * 32, "p" * 32


def told(
    name: str, value: Json = None, absent: Absent | None = None, saw: tuple[str, ...] = ()
) -> Said:
    why = Why.NEW_INFORMATION if saw else None
    statement = Statement(
        id=name, subject=PERSON, path="sex", value=value, absent=absent, saw=saw, why=why
    )
    return Said(statement, by="o", device="d", at="", hlc=name)


def a_case(*said: Said, group: tuple[Said, ...] = ()) -> Case:
    return builders.a_case(
        CASE,
        group_kind=GroupKind.SINGLE,
        members=(Individual(PERSON, CASE, "N", 1, said),),
        said=group,
    )


@pytest.mark.parametrize("reason", [Absent.NOT_ASKED, Absent.LATER])
def test_a_question_put_off_waits_with_its_reason(reason: Absent) -> None:
    assert asked_later(a_case(told("1", absent=reason))) == (Later(PERSON, "sex", reason),)


@pytest.mark.parametrize("reason", [Absent.DECLINED, Absent.UNKNOWN])
def test_what_somebody_declined_or_does_not_know_is_not_asked_again(reason: Absent) -> None:
    assert asked_later(a_case(told("1", absent=reason))) == ()


def test_a_question_nobody_asked_waits() -> None:
    assert asked_later(a_case(), [Gap(PERSON, "birth")]) == (
        Later(PERSON, "birth", Absent.NOT_ASKED),
    )


def test_an_answer_takes_the_question_off_the_tray() -> None:
    later = told("2", value="f", saw=("1",))
    assert asked_later(a_case(told("1", absent=Absent.LATER), later)) == ()


def test_a_value_of_one_speaker_is_enough() -> None:
    said = (told("1", absent=Absent.NOT_ASKED), told("2", value="f"))
    assert asked_later(a_case(*said)) == ()


def test_what_will_be_found_out_is_told_apart_from_what_nobody_asked() -> None:
    said = (told("1", absent=Absent.NOT_ASKED), told("2", absent=Absent.LATER))
    assert asked_later(a_case(*said)) == (Later(PERSON, "sex", Absent.LATER),)


def test_questions_of_the_group_come_before_those_of_its_people() -> None:
    group = (told("1", absent=Absent.LATER),)
    found = asked_later(a_case(told("2", absent=Absent.LATER), group=group))
    assert [later.subject for later in found] == [CASE, PERSON]


def test_a_record_given_up_or_forgotten_asks_nothing() -> None:
    case = a_case(told("1", absent=Absent.LATER))
    gaps = [Gap(PERSON, "birth")]
    assert asked_later(replace(case, status=CaseStatus.DISCARDED), gaps) == ()
    assert asked_later(replace(case, is_forgotten=True), gaps) == ()


def answered(
    answer: ConsentAnswer,
    hlc: str = "1",
    *,
    about: tuple[Purpose, Recipient | None] = (Purpose.TRACING, None),
    is_over: bool = False,
) -> Consent:
    purpose, recipient = about
    given = (ConsentBy.SELF, "uk", "1", "o", "", hlc)
    return Consent(PERSON, purpose, answer, *given, recipient=recipient, is_over=is_over)


ENDED = answered(ConsentAnswer.YES, is_over=True)


def agreeing(*consents: Consent) -> Case:
    return replace(a_case(), consents=consents)


@pytest.mark.parametrize("purpose", MAIN)
def test_an_agreement_whose_time_is_over_waits_to_be_asked_again(purpose: Purpose) -> None:
    over = answered(ConsentAnswer.YES, about=(purpose, None), is_over=True)
    assert asked_later(agreeing(over)) == (Later(PERSON, OVER, Absent.LATER),)


def test_somebody_with_several_of_them_is_named_once() -> None:
    other = answered(ConsentAnswer.YES, about=(Purpose.REFERRAL, None), is_over=True)
    assert asked_later(agreeing(ENDED, other)) == (Later(PERSON, OVER, Absent.LATER),)


@pytest.mark.parametrize("answer", [ConsentAnswer.NO, ConsentAnswer.WITHDRAWN])
def test_nobody_is_asked_again_for_having_said_no_or_taken_it_back(answer: ConsentAnswer) -> None:
    assert asked_later(agreeing(answered(answer))) == ()
    assert asked_later(agreeing(ENDED, answered(answer, "2"))) == ()


def test_a_new_yes_takes_it_off_the_tray() -> None:
    assert asked_later(agreeing(ENDED, answered(ConsentAnswer.YES, "2"))) == ()


def test_sharing_is_asked_only_when_it_comes_up() -> None:
    about = (Purpose.SHARING, Recipient.UNITED_NATIONS)
    assert asked_later(agreeing(answered(ConsentAnswer.YES, about=about, is_over=True))) == ()


def test_a_forgotten_record_asks_for_no_agreement() -> None:
    assert asked_later(replace(agreeing(ENDED), is_forgotten=True)) == ()
