"""Supports on their page: each with what, when, where and by whom; none is only ticked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.codes import IdentityLevel, Role, SupportClass
from intake.domain.event import IndividualAdded
from intake.domain.ids import make_number
from intake.interview.ceiling import Support
from intake.registry.verifying.supports import relatives_heard, since, supports_of
from intake.store import Store
from intake.store.interviews import Interview
from tests.builders import NOON
from tests.registry.boxes import LONG, holding, is_beside, is_open
from tests.registry.casework import Desks, people, problems, said_later, send, words_of
from tests.registry.talk import a_finished_talk
from tests.registry.test_decisions import (  # noqa: F401 - fixtures
    PUT,
    d,
    laptop,
    person,
    proposed,
    support,
    talk,
)


def test_a_support_is_shown_with_all_that_was_recorded(d: Desks) -> None:  # noqa: F811
    who = person(d)
    done = support(d, who, "document", what="A school card.", where="Kept by his aunt.")
    assert done.status_code == 303
    words = words_of(d.interviewer.get(f"/people/{who}/supports"))
    for part in ("A paper", "A school card.", "Kept by his aunt.", "Interviewer Staff"):
        assert part in words
    assert supports_of(d.store, who) == (Support(SupportClass.DOCUMENT),)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"of": ""}, "Choose an answer: What supports the account"),
        ({"what": " "}, "Fill this in: What it is and what it shows"),
        ({"where": ""}, "Write where it was seen, or who keeps it."),
        ({"seen_on": "2026-11-21"}, "This day has not come yet."),
        ({"seen_on": "yesterday"}, "This date or age cannot be."),
        ({"of": "kin"}, "Choose a relative who was heard alone."),
        ({"of": "voucher"}, "Choose one of the answers in the list."),
        ({"of": "continuity"}, "Choose one of the answers in the list."),
    ],
)
def test_what_is_missing_is_said(d: Desks, changed: dict[str, str], words: str) -> None:  # noqa: F811
    refused = support(d, person(d), **{"of": "document", **changed})
    assert refused.status_code == 422
    assert words in problems(refused)
    assert supports_of(d.store, person(d)) == ()


def test_a_day_can_be_typed_in_other_digits(d: Desks) -> None:  # noqa: F811
    assert support(d, person(d), "record", seen_on="٢٠٢٦-١١-٢٠").status_code == 303
    (kept,) = d.store.supports.standing(person(d))
    assert kept.seen_on == "2026-11-20"


def test_what_is_taken_back_counts_no_more_and_stays_to_be_read(d: Desks) -> None:  # noqa: F811
    who = person(d)
    support(d, who, "document", what="A school card.")
    (kept,) = d.store.supports.standing(who)
    page = f"/people/{who}/supports"
    back = d.interviewer.post(f"{page}/{kept.id}/back", {"reason": "A cousin's card."}, page=page)
    assert back.status_code == 303
    assert supports_of(d.store, who) == ()
    words = words_of(d.interviewer.get(page))
    assert "A school card." in words
    assert "A cousin's card." in words
    again = d.interviewer.post(f"{page}/{kept.id}/back", {"reason": "Twice."}, page=page)
    assert again.status_code == 422


def test_a_relative_supports_once_heard_alone(
    d: Desks,  # noqa: F811
    laptop: Store,  # noqa: F811
) -> None:
    number = make_number(bytes(range(16)))
    aunt = people("Maryam")
    events = tuple(
        replace(event, number=number) if isinstance(event, IndividualAdded) else event
        for event in aunt.events
    )
    send(laptop, d.store, replace(aunt, events=events))
    d.screen(aunt)
    who = person(d)
    assert relatives_heard(d.store, who) == []
    a_finished_talk(d, aunt.people[0])
    assert relatives_heard(d.store, who) == []  # no comparison found them to be related
    assert support(d, who, "kin", number=number, where="").status_code == 303
    (kept,) = supports_of(d.store, who)
    assert kept == Support(SupportClass.KIN, separately=True, outside_household=True)
    again = support(d, who, "kin", number=number)
    assert "This counts once, and it is recorded already." in problems(again)
    nobody = support(d, who, "kin", number=make_number(bytes(16)))
    assert "Choose a relative who was heard alone." in problems(nobody)


def test_an_account_that_stays_the_same_lasts(
    d: Desks,  # noqa: F811
    laptop: Store,  # noqa: F811
) -> None:
    other = people("Samir")
    send(laptop, d.store, other)
    who = other.people[0]
    assert since(d.store, who) is None
    laptop.record(said_later(other.case, who, "nationality", "Syria", days=200))
    send(laptop, d.store)
    assert since(d.store, who) == (NOON.date(), (NOON + timedelta(days=200)).date())
    assert supports_of(d.store, who) == (Support(SupportClass.CONTINUITY),)
    words = words_of(d.interviewer.get(f"/people/{who}/supports"))
    assert "The same account over time" in words


def test_an_account_told_in_two_ways_does_not_last(
    d: Desks,  # noqa: F811
    laptop: Store,  # noqa: F811
) -> None:
    who = person(d)
    case = d.store.cases.of_individual(who)
    assert case is not None
    laptop.record(said_later(case.id, who, "nationality", "Syria", days=200))
    send(laptop, d.store)
    assert since(d.store, who) is None


def test_what_supports_reaches_the_second_person(d: Desks, talk: Interview) -> None:  # noqa: F811
    support(d, person(d), "record", what="The clinic wrote her name in 2019.")
    made = proposed(d, talk)
    assert made.level is IdentityLevel.A2
    words = words_of(d.reviewer.get(f"/decisions/{made.id}"))
    assert "The clinic wrote her name in 2019." in words


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.PROTECTION, Role.DPO])
def test_supports_are_recorded_by_whoever_proposes(d: Desks, role: Role) -> None:  # noqa: F811
    other = d.registry.signed_in("other", role)
    assert other.get(f"/people/{person(d)}/supports").status_code == 403


def test_why_it_counts_no_more_stays_at_its_own_support(d: Desks) -> None:  # noqa: F811
    who = person(d)
    for what in ("A school card.", "A letter."):
        support(d, who, "document", what=what)
    page = f"/people/{who}/supports"
    for one in d.store.supports.standing(who):
        answer = d.interviewer.post(f"{page}/{one.id}/back", {"reason": LONG}, page=page)
        assert answer.status_code == 422
        assert holding(answer, LONG) == [f"why-{one.id}"]
        assert is_beside(answer, f"why-{one.id}")
        assert is_open(answer, f"why-{one.id}")
    assert len(supports_of(d.store, who)) == 2
