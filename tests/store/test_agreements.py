"""Agreements for a time: the store turns the day, and what is over is over everywhere."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.domain.codes import ConsentAnswer, Purpose, Recipient
from intake.domain.consent import agreed, standing
from intake.domain.later import PUT_OFF, asked_later
from intake.store import Store
from intake.store.filable import file_missing
from tests.builders import NOON, Group, a_consent, a_group

TODAY = NOON.date()
TOMORROW, LATER = TODAY + timedelta(days=1), TODAY + timedelta(days=2)


def a_person(store: Store, until: date | None, purpose: Purpose = Purpose.TRACING) -> Group:
    """Somebody who agreed to one thing on this day, for a time or for good."""
    group = a_group("Олена Приклад")
    store.record(*group.events, a_consent(group.case, group.people[0], purpose, until=until))
    return group


def answer(store: Store, group: Group, purpose: Purpose = Purpose.TRACING) -> ConsentAnswer:
    case = store.cases.get(group.case)
    assert case is not None
    return standing(case.consents, group.people[0], purpose)


def findable(store: Store, group: Group, purpose: Purpose = Purpose.TRACING) -> bool:
    """Whether somebody can be found, with whoever waits for a card filed first."""
    file_missing(store)
    return store.filing.agreed_to(purpose).named(group.people[0]) is not None


def test_the_last_day_is_kept_and_counts_to_its_end(store: Store) -> None:
    store.days.turn(TODAY)
    group = a_person(store, TOMORROW)
    case = store.cases.get(group.case)
    assert case is not None
    assert [c.until for c in case.consents] == [TOMORROW]
    assert not store.days.turn(TOMORROW)
    assert answer(store, group) is ConsentAnswer.YES
    assert store.days.turn(LATER)
    assert answer(store, group) is ConsentAnswer.OVER


def test_an_agreement_without_a_last_day_is_never_over(store: Store) -> None:
    group = a_person(store, None)
    assert not store.days.turn(date(2126, 1, 1))
    assert answer(store, group) is ConsentAnswer.YES


def test_whoever_agreed_for_a_time_is_found_by_nobody_after_it(store: Store) -> None:
    store.days.turn(TODAY)
    ending, lasting = a_person(store, TOMORROW), a_person(store, None)
    assert findable(store, ending)
    store.days.turn(LATER)
    assert store.filing.agreed_to(Purpose.TRACING).people() == 1
    assert not findable(store, ending)
    assert findable(store, lasting)


def test_only_what_was_agreed_for_a_time_ends(store: Store) -> None:
    group = a_person(store, TOMORROW)
    store.record(a_consent(group.case, group.people[0], Purpose.VERIFICATION))
    store.days.turn(LATER)
    assert not findable(store, group)
    assert findable(store, group, Purpose.VERIFICATION)


def test_cards_of_whom_nothing_ends_stay_as_they_are(store: Store) -> None:
    store.days.turn(TODAY)
    a_person(store, None)
    ending = a_person(store, TOMORROW)
    file_missing(store)
    store.days.turn(LATER)
    assert store.filing.missing() == [ending.case]


def test_the_same_day_is_turned_once(store: Store) -> None:
    a_person(store, TODAY)
    assert store.days.turn(TOMORROW)
    file_missing(store)
    assert not store.days.turn(TOMORROW)
    assert store.filing.missing() == []


def test_a_store_that_slept_for_long_ends_all_that_is_over_at_once(store: Store) -> None:
    store.days.turn(TODAY)
    groups = [a_person(store, TODAY + timedelta(days=n)) for n in range(3)]
    file_missing(store)
    assert store.days.turn(TODAY + timedelta(days=400))
    assert {answer(store, group) for group in groups} == {ConsentAnswer.OVER}
    assert not any(findable(store, group) for group in groups)


def test_a_clock_that_ran_ahead_and_is_set_right_ends_nothing_for_good(store: Store) -> None:
    store.days.turn(TODAY)
    group = a_person(store, TOMORROW)
    file_missing(store)
    store.days.turn(date(2062, 1, 1))
    assert not findable(store, group)
    assert store.days.turn(TODAY)
    assert answer(store, group) is ConsentAnswer.YES
    assert findable(store, group)


def test_a_yes_whose_day_had_passed_before_it_came_is_over_when_it_comes(store: Store) -> None:
    store.days.turn(LATER)
    group = a_person(store, TOMORROW)
    assert answer(store, group) is ConsentAnswer.OVER
    assert not findable(store, group)


def test_whoever_agrees_anew_is_found_again(store: Store) -> None:
    group = a_person(store, TOMORROW)
    store.days.turn(LATER)
    assert not findable(store, group)
    store.record(a_consent(group.case, group.people[0], Purpose.TRACING))
    assert answer(store, group) is ConsentAnswer.YES
    assert findable(store, group)


def test_nothing_is_written_into_the_ledger_when_a_time_is_over(store: Store) -> None:
    a_person(store, TODAY)
    before = store.ledger.count()
    store.days.turn(TOMORROW)
    assert store.ledger.count() == before


def test_the_tables_made_anew_say_the_same(store: Store) -> None:
    ended, standing_one = a_person(store, TODAY), a_person(store, LATER)
    store.days.turn(TOMORROW)
    store.rebuild()
    assert answer(store, ended) is ConsentAnswer.OVER
    assert answer(store, standing_one) is ConsentAnswer.YES
    assert (findable(store, ended), findable(store, standing_one)) == (False, True)


def test_two_machines_come_to_the_same_without_a_word_between_them(
    store: Store, registry: Store
) -> None:
    group = a_person(store, TOMORROW)
    entries = store.entries_after(store.own_chain, 0)
    registry.receive(store.own_chain, entries, store.keys_for(entries), now=NOON)
    for machine in (store, registry):
        machine.days.turn(LATER)
        assert answer(machine, group) is ConsentAnswer.OVER
    assert store.entries_after(store.own_chain, entries[-1].seq) == []


@pytest.mark.parametrize("said", [ConsentAnswer.NO, ConsentAnswer.WITHDRAWN])
def test_a_no_stays_a_no_when_the_time_of_an_earlier_yes_is_over(
    store: Store, said: ConsentAnswer
) -> None:
    group = a_person(store, TODAY)
    store.record(a_consent(group.case, group.people[0], Purpose.TRACING, said))
    store.days.turn(LATER)
    assert answer(store, group) is said


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    days=st.lists(st.integers(-4, 4), min_size=1, max_size=5),
    until=st.integers(-4, 4),
)
def test_whatever_days_pass_in_whatever_order_the_last_one_says_what_stands(
    store: Store, days: list[int], until: int
) -> None:
    """Cards and answers agree after each step: nobody is found who no longer agrees."""
    group = a_person(store, TODAY + timedelta(days=until))
    index = store.filing.agreed_to(Purpose.TRACING)
    for day in days:
        store.days.turn(TODAY + timedelta(days=day))
        file_missing(store)
        case = store.cases.get(group.case)
        assert case is not None
        stands = agreed(case.consents, group.people[0], Purpose.TRACING)
        assert stands is (day <= until)
        assert (index.named(group.people[0]) is not None) is stands


def test_a_case_with_an_agreement_that_is_over_waits_to_be_asked(store: Store) -> None:
    store.days.turn(TODAY)
    ending, lasting = a_person(store, TOMORROW), a_person(store, None)
    assert store.cases.put_off(PUT_OFF, limit=9) == []
    store.days.turn(LATER)
    assert store.cases.put_off(PUT_OFF, limit=9) == [ending.case]
    assert lasting.case not in store.cases.put_off(PUT_OFF, limit=9)


@pytest.mark.parametrize("answer", [ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.WITHDRAWN])
def test_any_answer_given_after_it_ends_the_waiting(store: Store, answer: ConsentAnswer) -> None:
    group = a_person(store, TOMORROW)
    store.days.turn(LATER)
    store.record(a_consent(group.case, group.people[0], Purpose.TRACING, answer))
    assert store.cases.put_off(PUT_OFF, limit=9) == []


def test_an_answer_to_another_purpose_or_of_another_person_ends_it_not(store: Store) -> None:
    group = a_group("Олена", "Данило")
    one, other = group.people
    store.record(*group.events, a_consent(group.case, one, Purpose.TRACING, until=TOMORROW))
    store.days.turn(LATER)
    store.record(
        a_consent(group.case, one, Purpose.REFERRAL), a_consent(group.case, other, Purpose.TRACING)
    )
    assert store.cases.put_off(PUT_OFF, limit=9) == [group.case]


def test_an_agreement_given_anew_is_found_again(store: Store) -> None:
    group = a_person(store, TOMORROW)
    store.days.turn(LATER)
    assert not findable(store, group)
    store.record(a_consent(group.case, group.people[0], Purpose.TRACING))
    assert findable(store, group)


@pytest.mark.parametrize("days", [0, 1, 2])
@pytest.mark.parametrize("recipient", [None, Recipient.HEALTH])
def test_the_list_of_cases_to_ask_again_says_what_the_record_says(
    store: Store, days: int, recipient: Recipient | None
) -> None:
    """On the last day itself nothing is over; one kind of help is asked about when it comes up."""
    group = a_group("Олена Приклад")
    agreed_to = a_consent(group.case, group.people[0], Purpose.REFERRAL, until=TOMORROW)
    store.record(*group.events, replace(agreed_to, recipient=recipient))
    store.days.turn(TODAY + timedelta(days=days))
    case = store.cases.get(group.case)
    assert case is not None
    waits = [one.subject for one in asked_later(case)]
    assert waits == (list(group.people) if days == 2 and recipient is None else [])
    assert store.cases.put_off(PUT_OFF, limit=9) == ([group.case] if waits else [])
