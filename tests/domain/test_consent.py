"""Consent: per purpose, per person, withdrawable, the newest answer stands."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import ConsentAnswer, ConsentBy, Purpose, Recipient
from intake.domain.consent import (
    FURTHER,
    MAIN,
    Consent,
    DayNotAhead,
    NothingToEnd,
    NothingToWithdraw,
    agreed,
    ask_withdrawal,
    carried_out,
    for_a_child,
    for_a_time,
    keep_unasked,
    lines,
    newest,
    standing,
    withdraw,
)
from intake.domain.event import WithdrawalAsked
from intake.errors import FieldMissing
from tests.builders import NOON, NUMBER, a_consent


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


def to(recipient: Recipient, answer: ConsentAnswer, hlc: str = "1") -> Consent:
    purpose = Purpose.REFERRAL if recipient.is_help else Purpose.SHARING
    return replace(said(answer, hlc, purpose=purpose), recipient=recipient)


HELP = [recipient for recipient in Recipient if recipient.is_help]
ORGANISATIONS = [recipient for recipient in Recipient if not recipient.is_help]


@pytest.mark.parametrize("recipient", HELP)
def test_a_kind_of_help_nobody_asked_about_goes_by_help_in_general(recipient: Recipient) -> None:
    general = said(ConsentAnswer.YES, "1", purpose=Purpose.REFERRAL)
    assert agreed([general], "p", Purpose.REFERRAL, recipient)
    own_no = to(recipient, ConsentAnswer.NO)
    assert not agreed([general, own_no], "p", Purpose.REFERRAL, recipient)
    assert agreed([general, own_no], "p", Purpose.REFERRAL)


@pytest.mark.parametrize("recipient", ORGANISATIONS)
def test_to_share_with_an_organisation_takes_its_own_yes(recipient: Recipient) -> None:
    general = said(ConsentAnswer.YES, "1", purpose=Purpose.SHARING)
    assert not agreed([general], "p", Purpose.SHARING, recipient)
    other = next(one for one in ORGANISATIONS if one is not recipient)
    assert not agreed([to(other, ConsentAnswer.YES)], "p", Purpose.SHARING, recipient)
    assert agreed([to(recipient, ConsentAnswer.YES)], "p", Purpose.SHARING, recipient)


def test_a_yes_to_one_kind_of_help_is_no_yes_to_all() -> None:
    assert not agreed([to(Recipient.HEALTH, ConsentAnswer.YES)], "p", Purpose.REFERRAL)


def test_everybody_is_asked_of_four_purposes_and_sharing_only_when_it_comes_up() -> None:
    assert [*MAIN, Purpose.SHARING] == list(Purpose)


def test_further_lines_are_kinds_of_help_then_organisations_each_under_its_purpose() -> None:
    assert (
        *((Purpose.REFERRAL, recipient) for recipient in HELP),
        *((Purpose.SHARING, recipient) for recipient in ORGANISATIONS),
    ) == FURTHER
    assert len(ORGANISATIONS) == 4


def test_answers_besides_the_main_ones_are_listed_once_in_the_order_of_the_page() -> None:
    shared = to(Recipient.RED_CROSS, ConsentAnswer.NO)
    legal = to(Recipient.LEGAL, ConsentAnswer.YES)
    again = to(Recipient.LEGAL, ConsentAnswer.NO, "2")
    other = replace(to(Recipient.HEALTH, ConsentAnswer.YES), individual="q")
    assert lines([shared, YES, again, legal, other], "p") == [legal.line, shared.line]


def test_taking_back_names_the_person_the_line_and_who_wrote_it_down() -> None:
    held = to(Recipient.SHELTER, ConsentAnswer.YES)
    event = withdraw([held], case="c", individual="p", line=held.line, by="o", at=NOON)
    assert (event.case, event.individual, event.by, event.at) == ("c", "p", "o", NOON)
    assert (event.purpose, event.recipient) == held.line


def test_the_refusal_to_take_back_names_the_purpose_and_nobody() -> None:
    with pytest.raises(NothingToWithdraw) as caught:
        withdraw([YES], case="c", individual="q", line=YES.line, by="o", at=NOON)
    assert caught.value.facts == {"purpose": "tracing"}


def asked(*purposes: Purpose) -> WithdrawalAsked:
    return ask_withdrawal("w", number=NUMBER, purposes=purposes, by="o", at=NOON)


def test_taking_back_by_number_belongs_to_no_case_and_names_a_purpose() -> None:
    event = asked(Purpose.TRACING)
    assert (event.case, event.withdrawal, event.number) == ("", "w", NUMBER)
    assert (event.purposes, event.by, event.at) == ((Purpose.TRACING,), "o", NOON)
    with pytest.raises(FieldMissing) as caught:
        asked()
    assert caught.value.facts == {"path": "purposes"}


@pytest.mark.parametrize(("before", "left"), [("5", False), ("4", True), ("3", True), ("", False)])
def test_a_yes_given_after_the_request_stays(before: str, left: bool) -> None:
    held = [said(ConsentAnswer.YES, "4")]
    done = carried_out(
        held, case="c", individual="p", asked=asked(Purpose.TRACING), before=before, at=NOON
    )
    assert (done == []) is left


TODAY = NOON.date()
OVER = replace(YES, until=TODAY - timedelta(days=1), is_over=True)


def test_a_yes_for_a_time_stands_until_its_time_is_over() -> None:
    held = replace(YES, until=TODAY)
    assert standing([held], "p", Purpose.TRACING) is ConsentAnswer.YES
    assert standing([OVER], "p", Purpose.TRACING) is ConsentAnswer.OVER
    assert agreed([held], "p", Purpose.TRACING)
    assert not agreed([OVER], "p", Purpose.TRACING)


def test_whoever_agrees_anew_agrees_again() -> None:
    assert agreed([OVER, said(ConsentAnswer.YES, "2")], "p", Purpose.TRACING)


@pytest.mark.parametrize("answer", [a for a in ConsentAnswer if a is not ConsentAnswer.YES])
def test_only_a_yes_has_a_time_that_can_be_over(answer: ConsentAnswer) -> None:
    assert replace(said(answer, "1"), until=TODAY, is_over=True).holds is answer


def test_what_is_over_cannot_be_taken_back_and_a_withdrawal_by_number_passes_it_over() -> None:
    with pytest.raises(NothingToWithdraw):
        withdraw([OVER], case="c", individual="p", line=OVER.line, by="o", at=NOON)
    request = asked(Purpose.TRACING)
    assert carried_out([OVER], case="c", individual="p", asked=request, at=NOON) == []


def test_help_in_general_does_not_stand_in_for_one_kind_whose_time_is_over() -> None:
    general = said(ConsentAnswer.YES, "1", purpose=Purpose.REFERRAL)
    own = replace(to(Recipient.HEALTH, ConsentAnswer.YES), is_over=True)
    assert not agreed([general, own], "p", Purpose.REFERRAL, Recipient.HEALTH)
    assert agreed([general, own], "p", Purpose.REFERRAL, Recipient.LEGAL)


def test_the_last_day_goes_with_each_yes_and_with_nothing_else() -> None:
    events = [
        a_consent("c", "p", Purpose.TRACING),
        a_consent("c", "p", Purpose.REFERRAL, ConsentAnswer.NO),
    ]
    day = TODAY + timedelta(days=1)
    assert [event.until for event in for_a_time(events, day)] == [day, None]
    assert for_a_time(events, None) == events


@pytest.mark.parametrize("days", [0, -1, -4000])
def test_the_last_day_has_to_lie_ahead(days: int) -> None:
    with pytest.raises(DayNotAhead) as caught:
        for_a_time([a_consent("c", "p", Purpose.TRACING)], TODAY + timedelta(days=days))
    assert caught.value.facts == {"path": "until"}


@pytest.mark.parametrize("answers", [[], [ConsentAnswer.NO, ConsentAnswer.NOT_ASKED]])
def test_a_last_day_without_a_new_yes_is_refused_and_not_lost(answers: list[ConsentAnswer]) -> None:
    events = [a_consent("c", "p", Purpose.TRACING, answer) for answer in answers]
    with pytest.raises(NothingToEnd) as caught:
        for_a_time(events, date(2027, 1, 1))
    assert caught.value.facts == {"path": "until"}


GIVEN = st.lists(
    st.tuples(st.sampled_from(list(ConsentAnswer)), st.none() | st.integers(-3, 3)), max_size=8
)


@given(GIVEN, st.randoms())
def test_what_stands_is_the_last_word_and_a_yes_only_up_to_its_last_day(
    answers: list[tuple[ConsentAnswer, int | None]], random: Random
) -> None:
    """Whatever was answered, for however long, and in whatever order it is read."""
    held = [
        replace(
            said(answer, f"{n}"),
            until=None if days is None else TODAY + timedelta(days=days),
            is_over=days is not None and days < 0,
        )
        for n, (answer, days) in enumerate(answers)
    ]
    shuffled = random.sample(held, len(held))
    last, days = answers[-1] if answers else (ConsentAnswer.NOT_ASKED, None)
    has_passed = last is ConsentAnswer.YES and days is not None and days < 0
    expected = ConsentAnswer.OVER if has_passed else last
    assert standing(shuffled, "p", Purpose.TRACING) is expected
    assert agreed(shuffled, "p", Purpose.TRACING) is (expected is ConsentAnswer.YES)
    assert newest(shuffled, "p", (Purpose.TRACING, None)) == (held[-1] if held else None)
    assert newest(shuffled, "q", (Purpose.TRACING, None)) is None


CONSENTS = st.lists(
    st.builds(
        lambda person, line, answer: replace(
            said(answer, "", person, line[0]), recipient=line[1], language="uk"
        ),
        st.sampled_from("pq"),
        st.sampled_from([*((purpose, None) for purpose in MAIN), *FURTHER]),
        st.sampled_from(list(ConsentAnswer)),
    ),
    max_size=14,
).map(lambda made: [replace(one, hlc=f"{n:03}") for n, one in enumerate(made)])


@given(CONSENTS, st.sets(st.sampled_from(list(Purpose)), min_size=1), st.randoms())
def test_dp04_a_withdrawal_ends_each_yes_to_its_purposes_and_touches_nothing_else(
    held: list[Consent], purposes: set[Purpose], random: Random
) -> None:
    """Whatever was answered, and in whatever order it is read."""
    shuffled = random.sample(held, len(held))
    done = carried_out(shuffled, case="c", individual="p", asked=asked(*purposes), at=NOON)
    assert {event.by for event in done} <= {"o"}
    taken = [
        replace(
            said(event.answer, "999", event.individual, event.purpose), recipient=event.recipient
        )
        for event in done
    ]
    for person, (purpose, recipient) in {(c.individual, c.line) for c in held}:
        before = standing(held, person, purpose, recipient)
        after = standing([*held, *taken], person, purpose, recipient)
        ends = person == "p" and purpose in purposes and before is ConsentAnswer.YES
        assert after is (ConsentAnswer.WITHDRAWN if ends else before)
    again = carried_out([*held, *taken], case="c", individual="p", asked=asked(*purposes), at=NOON)
    assert again == []


NOBODY = ConsentAnswer.NOT_ASKED


def a_childs(carer: ConsentAnswer, assent: ConsentAnswer, **more: object) -> Consent:
    """What the carer and the child said of tracing, and what holds of both."""
    made = a_consent("c", "p", Purpose.TRACING, NOBODY)
    holds = for_a_child(replace(made, carer=carer, assent=assent)).answer
    kept = {"carer": carer, "assent": assent, "given_by": ConsentBy.CAREGIVER_AND_CHILD}
    return replace(said(holds, "1"), **kept | more)


def anew(
    known: Consent | None, carer: ConsentAnswer = NOBODY, assent: ConsentAnswer = NOBODY
) -> tuple[ConsentAnswer, ConsentAnswer, ConsentAnswer]:
    """What holds after one or both are asked anew, and the two words kept."""
    event = replace(a_consent("c", "p", Purpose.TRACING, NOBODY), carer=carer, assent=assent)
    made = for_a_child(keep_unasked(event, known))
    return made.answer, made.carer, made.assent


@given(carer=st.sampled_from(ConsentAnswer), again=st.sampled_from([ConsentAnswer.YES, NOBODY]))
def test_dp06_no_yes_of_a_carer_passes_over_a_childs_own_no(
    carer: ConsentAnswer, again: ConsentAnswer
) -> None:
    known = a_childs(carer, ConsentAnswer.NO)
    assert anew(known, again)[0] is ConsentAnswer.NO


def test_a_child_that_changes_its_mind_is_heard_where_the_carer_agreed() -> None:
    known = a_childs(ConsentAnswer.YES, ConsentAnswer.NO)
    assert anew(known, assent=ConsentAnswer.YES) == (ConsentAnswer.YES,) * 3
    refused = a_childs(ConsentAnswer.NO, ConsentAnswer.NO)
    assert anew(refused, assent=ConsentAnswer.YES)[0] is ConsentAnswer.NO


@pytest.mark.parametrize("ended", [{"is_over": True}, {"answer": ConsentAnswer.WITHDRAWN}])
def test_words_of_an_agreement_that_ended_are_not_carried_on(ended: dict[str, object]) -> None:
    known = a_childs(ConsentAnswer.YES, ConsentAnswer.YES, **ended)
    assert anew(known, assent=ConsentAnswer.YES) == (NOBODY, NOBODY, ConsentAnswer.YES)


def test_where_nothing_was_said_before_only_what_is_said_now_counts() -> None:
    assert anew(None, ConsentAnswer.YES) == (ConsentAnswer.YES, ConsentAnswer.YES, NOBODY)


def test_a_word_that_was_kept_alone_is_that_of_who_gave_it() -> None:
    own = said(ConsentAnswer.NO, "1")
    assert anew(own, ConsentAnswer.YES) == (ConsentAnswer.NO, ConsentAnswer.YES, ConsentAnswer.NO)
    carers = replace(own, given_by=ConsentBy.GUARDIAN)
    assert anew(carers, assent=ConsentAnswer.YES)[:2] == (ConsentAnswer.NO, ConsentAnswer.NO)


def test_why_nobody_could_be_asked_stays_with_the_word_it_explains() -> None:
    known = a_childs(ConsentAnswer.YES, NOBODY, reason="Fever.")
    child = replace(a_consent("c", "p", Purpose.TRACING, NOBODY), assent=ConsentAnswer.YES)
    assert keep_unasked(child, known).reason == "Fever."
    carer = replace(a_consent("c", "p", Purpose.TRACING, NOBODY), carer=ConsentAnswer.YES)
    assert keep_unasked(carer, known).reason == ""
    why_now = replace(child, reason="Asleep.")
    assert keep_unasked(why_now, known).reason == "Asleep."
