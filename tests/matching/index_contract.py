"""What every index of people must do, in memory or in the table of a store."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.matching.card import card_of, glance_at, sounds
from intake.matching.index import MemoryIndex
from intake.matching.person import Person, with_companions
from intake.matching.search import Index, search
from intake.matching.stats import counted
from intake.matching.why import Reason
from tests.matching.invented import (
    AHMAD,
    AHMAD_AGAIN,
    EVERYONE,
    OLENA,
    OLENA_AGAIN,
    SISTER,
    person,
)

MARCHED = tuple(
    replace(person(id, name, birth, sex=sex), group="marched")
    for id, name, birth, sex in (
        ("sara", "سارة النوري", "1990", "f"),
        ("omar", "عمر النوري", "1986-02-03", "m"),
        ("lina", "لينا النوري", "2014", "f"),
    )
)
SARA_ALONE = person("sara-alone", "Sarah Nouri", "1991", sex="f")
PEOPLE = (*EVERYONE, *MARCHED)
# One contract is run by several classes on purpose.
FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.differing_executors])
QUERIES = (*PEOPLE, OLENA_AGAIN, AHMAD_AGAIN, SARA_ALONE)


def answers(index: Index) -> list[list[Any]]:
    """Whom each query finds, best first, and the whole comparison, to nine digits."""
    return [
        [
            (c.person_id, c.group, round(c.comparison.score, 9), c.comparison.band, rows(c))
            for c in search(index, query)
        ]
        for query in QUERIES
    ]


def rows(candidate: Any) -> list[Any]:
    evidence = candidate.comparison.evidence
    return [replace(row, weight=round(row.weight, 9)) for row in evidence]


def grouped(people: Iterable[Person]) -> list[list[Person]]:
    """The people by group, as they come, with companions; each alone without a group."""
    groups: dict[str, list[Person]] = {}
    for someone in with_companions(people):
        groups.setdefault(someone.group or someone.id, []).append(someone)
    return list(groups.values())


class IndexContract:
    """Subclass it with `of`, which answers an index of just these groups."""

    of: Callable[[list[list[Person]]], Index]

    @FEW
    @given(st.permutations(grouped(PEOPLE)))
    def test_whatever_the_order_of_filing_the_same_is_found_for_the_same_reasons(self, order):
        """The order within a group stays: companions are listed as they were recorded."""
        known = MemoryIndex.of(someone for group in grouped(PEOPLE) for someone in group)
        assert answers(self.of(order)) == answers(known)

    @FEW
    @given(st.sets(st.sampled_from(PEOPLE)))
    def test_everybody_filed_is_counted_by_every_name_and_place(self, some):
        index = self.of(grouped(some))
        assert index.people() == len(some)
        words = [word for someone in some for word in counted(someone)]
        assert {word: index.count(word) for word in words} == {w: words.count(w) for w in words}
        others = {w for p in PEOPLE for w in counted(p)} - set(words)
        assert all(index.count(word) == 0 for word in others)

    def test_a_key_leads_to_all_who_have_it(self):
        index = self.of(grouped(PEOPLE))
        for someone in with_companions(PEOPLE):
            keys = card_of(someone).keys
            found = index.sharing(keys, most=len(PEOPLE))
            assert set(found) == set(keys)
            assert all(
                someone.id in {index.person(row).id for row in rows.tolist()}
                for rows in found.values()
            )

    def test_keys_of_nobody_or_of_too_many_are_left_out(self):
        index = self.of(grouped([OLENA, SISTER, AHMAD]))
        both = set(card_of(OLENA).keys) & set(card_of(SISTER).keys)
        asked = [*card_of(OLENA).keys, 1]
        assert 1 not in index.sharing(asked, most=2)
        assert {k for k, rows in index.sharing(asked, most=2).items() if len(rows) == 2} == both
        assert not both & set(index.sharing(asked, most=1))
        assert index.sharing([], most=5) == {}

    def test_rows_are_seen_and_heard_in_the_order_asked_for(self):
        index = self.of(grouped(PEOPLE))
        rows = self.rows(index)
        for order in (rows, rows[::-1], rows[:0]):
            people = [index.person(row) for row in order.tolist()]
            seen = [(g.sex, g.earliest, g.latest, g.day) for g in (glance_at(p) for p in people)]
            assert index.glances(order).tolist() == [list(glance) for glance in seen]
            assert index.glances(order).dtype == np.int16
            assert index.glances(order).shape == (len(order), 4)
            assert index.sounds(order) == [" ".join(sounds(p)) for p in people]

    def test_a_person_is_read_back_as_filed_with_whoever_came_along(self):
        index = self.of(grouped(PEOPLE))
        found = {p.id: p for p in (index.person(row) for row in self.rows(index).tolist())}
        assert found == {p.id: p for p in with_companions(PEOPLE)}

    def test_a_person_is_read_back_alone_as_well(self):
        index = self.of(grouped(PEOPLE))
        found = {p.id: p for p in (index.alone(row) for row in self.rows(index).tolist())}
        assert found == {p.id: replace(p, companions=()) for p in PEOPLE}

    def test_who_came_along_is_told_though_nobody_came_along_with_the_one_looked_for(self):
        index = self.of(grouped(PEOPLE))
        (first, *_) = search(index, SARA_ALONE)
        (group,) = (row for row in first.comparison.evidence if row.field == "group")
        assert first.person_id == "sara"
        assert (group.left, group.right) == ("", "عمر النوري, لينا النوري")
        assert (group.weight, group.why) == (0, Reason.NOT_KNOWN)

    def test_an_index_of_nobody_answers_nothing(self):
        index = self.of([])
        assert index.people() == 0
        assert index.sharing(card_of(OLENA).keys, most=5) == {}
        assert search(index, OLENA) == []

    @staticmethod
    def rows(index: Index) -> Any:
        keys = sorted({key for someone in with_companions(PEOPLE) for key in card_of(someone).keys})
        return np.unique(np.concatenate(list(index.sharing(keys, most=len(PEOPLE)).values())))
