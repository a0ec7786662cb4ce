"""Ties at the registry: in words, by number, without what a role may not know."""

import pytest

from intake.domain.codes import Role, SeparationCause, Tie, Whereabouts
from intake.domain.relative import Relative, from_json
from intake.registry.masking import ELSEWHERE, veiled
from tests.builders import a_group, a_name, a_statement, statements
from tests.registry.visitor import text_of

HELD = Relative(
    Tie.SIBLING,
    name=a_name("Петро"),
    now=Whereabouts.DETAINED,
    cause=SeparationCause.HOME_VIOLENCE,
    news="Heard in May.",
)


def told(store, *ties):
    """A group of two at the registry whose first member tells these ties."""
    group = a_group("Олена", "Іван")
    store.record(*group.events)
    made = [Relative(t.tie, to=group.people[1]) if t is MEMBER else t for t in ties]
    said = [a_statement(group.people[0], "relative", t.to_json()) for t in made]
    store.record(statements(group.case, *said))
    return group


MEMBER = Relative(Tie.SPOUSE_PARTNER)


def seen(visitor, person):
    page = visitor.get(f"/people/{person}?purpose=check-recording")
    return text_of(page.text)


@pytest.fixture
def held(store):
    group = told(store, HELD, MEMBER)
    found = store.cases.individual(group.people[0]).current("relative")
    return sorted(found, key=lambda said: "to" in said.statement.value)


@pytest.mark.parametrize("role", [Role.CLERK, Role.INTERVIEWER, Role.REVIEWER, Role.TRACING])
def test_who_is_held_and_violence_at_home_are_hidden_from(held, role):
    shown = from_json(veiled([role], {held[1].statement.value["to"]}, held[0]).statement.value)
    assert (shown.now, shown.cause) == (None, None)
    assert (shown.called, shown.news) == ("Петро", "Heard in May.")


def test_protection_reads_the_whole_tie(held):
    assert veiled([Role.PROTECTION], (), held[0]) == held[0]
    assert veiled([Role.PROTECTION], (), held[1]) == held[1]


def test_somebody_of_another_group_is_not_told_to_whom_may_not_know(held):
    shown = from_json(veiled([Role.REVIEWER], (), held[1]).statement.value)
    assert (shown.tie, shown.to) == (Tie.SPOUSE_PARTNER, ELSEWHERE)


def test_a_statement_of_another_question_is_left_alone(store):
    group = told(store)
    for said in store.cases.individual(group.people[0]).said:
        assert veiled([Role.CLERK], (), said) is said


@pytest.mark.parametrize(
    ("role", "reads"), [(Role.CLERK, False), (Role.REVIEWER, False), (Role.PROTECTION, True)]
)
def test_the_record_tells_ties_in_words_and_members_by_number(store, registry, role, reads):
    group = told(store, HELD, MEMBER)
    words = seen(registry.signed_in("somebody", role), group.people[0])
    assert "Family and close people" in words
    assert "Brother or sister: Петро" in words
    number = group.people[1][:10].upper()
    assert f"Husband, wife or partner: {number[:5]}-{number[5:]}" in words
    assert ("Held by somebody" in words, "Violence at home" in words) == (reads, reads)


def test_two_spouses_who_differ_are_no_contradiction_of_one_record(store):
    group = told(store, HELD, MEMBER)
    assert store.cases.individual(group.people[0]).contradictions() == {}
