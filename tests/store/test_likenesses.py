"""Answers about similar records: the last word counts, and goes with either record."""

from dataclasses import replace

from intake.domain.codes import Likeness
from intake.domain.event import CaseErased, ErasureAsked, LikenessAnswered
from intake.store import Store
from tests.builders import NOON, Group, a_group


def answered(one: Group, other: Group, answer: Likeness = Likeness.DIFFERENT) -> LikenessAnswered:
    return LikenessAnswered(
        case=one.case,
        individual=one.people[0],
        other=other.people[0],
        other_case=other.case,
        answer=answer,
        reasons=("name:same-sound",),
        by="o",
        at=NOON,
    )


def two_groups(store: Store) -> tuple[Group, Group]:
    one, other = a_group("Олена"), a_group("Olena")
    store.record(*one.events, *other.events)
    return one, other


def test_an_answer_is_read_from_both_sides(registry: Store) -> None:
    one, other = two_groups(registry)
    registry.record(answered(one, other))
    (said,) = registry.likenesses.of_case(one.case)
    assert (said.other, said.answer, said.reasons) == (
        other.people[0],
        Likeness.DIFFERENT,
        ("name:same-sound",),
    )
    assert registry.likenesses.about(other.people[0]) == [said]
    assert registry.likenesses.of_case(other.case) == []


def test_the_last_word_counts(registry: Store) -> None:
    one, other = two_groups(registry)
    registry.record(answered(one, other), answered(one, other, Likeness.SAME))
    assert [s.answer for s in registry.likenesses.of_case(one.case)] == [Likeness.SAME]


def test_an_answer_changes_the_record_so_it_waits_for_sync(registry: Store) -> None:
    one, other = two_groups(registry)
    registry.record(answered(one, other))
    before = registry.likenesses.of_case(one.case)
    registry.rebuild()
    assert registry.likenesses.of_case(one.case) == before


def test_nothing_of_it_stays_when_either_record_is_erased(registry: Store) -> None:
    one, other = two_groups(registry)
    registry.record(answered(one, other))
    asked = ErasureAsked(asked_case=other.case, number="N", reason="x", by="p", at=NOON)
    done = CaseErased(erased=other.case, reason="x", asked_by="p", by="d", at=NOON)
    registry.record(asked, replace(done))
    assert registry.likenesses.of_case(one.case) == []
    registry.rebuild()
    assert registry.likenesses.of_case(one.case) == []
