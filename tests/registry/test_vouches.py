"""Vouches at the registry: recorded once, weighed by rules, their author hidden from most."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import IdentityLevel, Role, SupportClass, VouchStatus
from intake.domain.vouching import MOST_ACTIVE
from intake.registry.seconding import seconds
from intake.registry.verifying.supports import supports_of
from intake.registry.vouching import vouch_supports
from tests.builders import NOON, a_group
from tests.registry.boxes import LONG, holding, is_beside, is_open
from tests.registry.casework import Desks, a_laptop, agreeing, desks, problems, send, words_of
from tests.registry.test_links import numbered, spelt
from tests.registry.visitor import Registry, Visitor

TEACHER = {
    "name": "Mahbuba Invented",
    "contact": "the school of the camp, mornings",
    "level": "a3",
    "capacity": "teacher",
    "known_since": "2009",
    "known_how": "She sat in my class for six years.",
    "method": "in-person",
    "met": "yes",
    "separately": "yes",
    "statement": "Я знаю її з першого класу.",
    "agrees": "yes",
    "fact_name": "yes",
    "fact_parents": "yes",
}


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """A mother with her daughter, and a neighbour of another group."""
    groups = [numbered(agreeing(a_group(*names))) for names in (("Olena", "Mariia"), ("Petro",))]
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, *groups)
    return desks(registry)


def person(d: Desks, name: str) -> str:
    everyone = (d.store.cases.get(case) for case in d.store.cases.complete_ids())
    (found,) = [m.id for c in everyone if c for m in c.members if m.text("name") == name]
    return found


def number(d: Desks, name: str) -> str:
    found = d.store.cases.individual(person(d, name))
    assert found is not None
    return found.number


def vouch(d: Desks, whom: str = "Olena", *, who: Visitor | None = None, **changed: str) -> Any:
    page = f"/people/{person(d, whom)}/vouches/new"
    data = {key: value for key, value in {**TEACHER, **changed}.items() if value}
    return (who or d.interviewer).post(page, data)


def by_number(d: Desks, voucher: str, whom: str = "Olena", **changed: str) -> Any:
    typed = {"number": number(d, voucher), "name": "", "level": "", **changed}
    return vouch(d, whom, **typed)


def the_vouch(d: Desks, name: str = "Olena") -> Any:
    return d.store.vouches.of_individual(person(d, name))[0]


def step(d: Desks, what: str, who: Visitor, reason: str = "Mistaken for her sister.") -> Any:
    page = f"/people/{person(d, 'Olena')}/vouches"
    return who.post(f"/vouches/{the_vouch(d).id}/{what}", {"reason": reason}, page=page)


def test_a_vouch_from_outside_is_recorded_and_counts(d: Desks) -> None:
    assert vouch(d).status_code == 303
    made = the_vouch(d)
    assert (made.statement, made.known_since) == (TEACHER["statement"], "2009")
    assert [fact.value for fact in made.facts] == ["name", "parents"]
    (support,) = vouch_supports(d.store, person(d, "Olena"))
    assert (support.kind, support.level) == (SupportClass.VOUCHER, IdentityLevel.A3)


def test_who_vouched_is_told_to_protection_alone(d: Desks) -> None:
    vouch(d)
    page = f"/people/{person(d, 'Olena')}/vouches"
    protection = d.registry.signed_in("protection", Role.PROTECTION)
    for who in (d.interviewer, d.reviewer):
        words = words_of(who.get(page))
        assert "Mahbuba" not in words
        assert "mornings" not in words
        assert TEACHER["statement"] in words
        assert "Who it is: hidden from your role" in words
        record = who.get(f"/people/{person(d, 'Olena')}?purpose=review-decision").text
        assert "Mahbuba" not in record
    words = words_of(protection.get(page))
    assert "Mahbuba Invented" in words
    assert "mornings" in words


def test_the_number_of_a_registered_voucher_is_hidden_too(d: Desks) -> None:
    by_number(d, "Petro")
    page = f"/people/{person(d, 'Olena')}/vouches"
    assert spelt(number(d, "Petro")) not in words_of(d.reviewer.get(page))
    protection = d.registry.signed_in("protection", Role.PROTECTION)
    assert spelt(number(d, "Petro")) in words_of(protection.get(page))


def test_v18_a_registered_voucher_counts_by_the_level_decided_for_them(d: Desks) -> None:
    by_number(d, "Petro", level="a4")
    (support,) = vouch_supports(d.store, person(d, "Olena"))
    assert support.level is IdentityLevel.A0


def test_v18_one_of_the_same_group_counts_as_kin_of_the_household(d: Desks) -> None:
    by_number(d, "Mariia", capacity="neighbour")
    (support,) = vouch_supports(d.store, person(d, "Olena"))
    assert (support.kind, support.outside_household) == (SupportClass.KIN, False)


def test_v18_nobody_vouches_for_themselves(d: Desks) -> None:
    answer = by_number(d, "Olena")
    assert answer.status_code == 422
    assert "Nobody vouches for themselves." in problems(answer)


def test_v18_no_two_people_vouch_for_one_another(d: Desks) -> None:
    assert by_number(d, "Petro").status_code == 303
    answer = by_number(d, "Olena", "Petro")
    assert answer.status_code == 422
    assert "in a circle" in problems(answer)


def test_v18_the_sixth_vouch_waits_for_a_reviewer(d: Desks) -> None:
    for _ in range(MOST_ACTIVE):
        vouch(d, "Petro")
    assert vouch(d).status_code == 303
    assert the_vouch(d).status is VouchStatus.WAITS
    assert vouch_supports(d.store, person(d, "Olena")) == ()
    assert step(d, "agree", d.interviewer, "A teacher.").status_code == 422
    other = d.registry.signed_in("other", Role.INTERVIEWER)
    assert step(d, "agree", other, "A teacher.").status_code == 403
    assert step(d, "agree", d.reviewer, "A teacher of many.").status_code == 303
    assert len(vouch_supports(d.store, person(d, "Olena"))) == 1


def test_v18_an_employer_alone_supports_nobody(d: Desks) -> None:
    vouch(d, capacity="employer", authority="yes")
    assert vouch_supports(d.store, person(d, "Olena")) == ()
    assert "0 vouches count" in words_of(d.reviewer.get(f"/people/{person(d, 'Olena')}/vouches"))


def test_a_vouch_is_taken_back_with_a_reason_and_stays_in_sight(d: Desks) -> None:
    vouch(d)
    assert step(d, "withdraw", d.interviewer, " ").status_code == 422
    assert step(d, "withdraw", d.interviewer).status_code == 303
    assert vouch_supports(d.store, person(d, "Olena")) == ()
    words = words_of(d.reviewer.get(f"/people/{person(d, 'Olena')}/vouches"))
    assert "No longer holds: Mistaken for her sister." in words
    again = step(d, "withdraw", d.reviewer)
    assert "This step is not open now." in problems(again)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": ""}, "Write one thing to call the person"),
        ({"agrees": ""}, "The person has not agreed to this"),
        ({"fact_name": "", "fact_parents": ""}, "Ask this question, or say why"),
        ({"statement": ""}, "What was said, word for word"),
        ({"known_since": "long ago"}, "Knows the person since"),
        ({"number": "77777-77777"}, "typing mistake"),
    ],
)
def test_what_a_vouch_needs(d: Desks, changed: dict[str, str], words: str) -> None:
    answer = vouch(d, **changed)
    assert answer.status_code == 422
    assert words in problems(answer) or words in words_of(answer)
    assert d.store.vouches.of_individual(person(d, "Olena")) == []


def test_a_reviewer_reads_and_does_not_record(d: Desks) -> None:
    assert vouch(d, who=d.reviewer).status_code == 403
    for role in (Role.CLERK, Role.TRACING, Role.DPO, Role.ADMINISTRATOR):
        visitor = d.registry.signed_in(f"a-{role.value}", role)
        assert visitor.get(f"/people/{person(d, 'Olena')}/vouches").status_code == 403


def test_vouches_are_folded_again_from_the_ledger_and_go_with_the_record(d: Desks) -> None:
    vouch(d)
    step(d, "withdraw", d.interviewer)
    before = d.store.vouches.of_individual(person(d, "Olena"))
    d.store.rebuild()
    assert d.store.vouches.of_individual(person(d, "Olena")) == before
    d.store.forget_case(before[0].case)
    assert d.store.vouches.get(before[0].id) is None


def test_a_vouch_is_among_the_supports_of_a_proposal(d: Desks) -> None:
    assert supports_of(d.store, person(d, "Olena")) == ()
    vouch(d)
    (support,) = supports_of(d.store, person(d, "Olena"))
    assert support.kind is SupportClass.VOUCHER


def test_a_vouch_of_a_busy_voucher_is_work_of_a_reviewer(d: Desks) -> None:
    for _ in range(MOST_ACTIVE + 1):
        vouch(d)
    assert "Vouches that wait for a reviewer" in words_of(d.reviewer.get("/"))
    today = NOON.date()
    (task,) = seconds(d.store, "another", (Role.REVIEWER,), today).vouches
    assert task.id == person(d, "Olena")
    assert seconds(d.store, d.user("interviewer"), (Role.REVIEWER,), today).vouches == ()
    assert seconds(d.store, "another", (Role.CLERK,), today).vouches == ()


def test_why_a_vouch_is_taken_back_stays_at_its_own_vouch(d: Desks) -> None:
    for name in ("Mahbuba Invented", "Karim Invented"):
        vouch(d, name=name)
    page = f"/people/{person(d, 'Olena')}/vouches"
    for one in d.store.vouches.of_individual(person(d, "Olena")):
        answer = d.reviewer.post(f"/vouches/{one.id}/withdraw", {"reason": LONG}, page=page)
        assert answer.status_code == 422
        assert holding(answer, LONG) == [f"why-{one.id}"]
        assert is_beside(answer, f"why-{one.id}")
        assert is_open(answer, f"why-{one.id}")
