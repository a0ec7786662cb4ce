"""How statements are folded into a record that hides and forgets nothing."""

import pytest

from intake.domain.codes import Role
from intake.domain.questions import QUESTIONS
from intake.registry import record
from tests.builders import a_statement, statements
from tests.registry.people import TESTIMONY, a_family, corrected

ALL = [Role.PROTECTION]


@pytest.fixture
def family(store):
    return a_family(store)


def block(store, person, path, roles=ALL):
    found = record.blocks(store.cases.individual(person).said, roles)
    return next(b for b in found if b.path == path)


def test_every_statement_is_in_exactly_one_block(store, family):
    said = store.cases.individual(family.woman).said
    found = record.blocks(said, ALL)
    shown = [line.said.statement.id for b in found for line in b.lines]
    assert sorted(shown) == sorted(s.statement.id for s in said)


def test_blocks_follow_the_order_of_the_questions(store, family):
    found = record.blocks(store.cases.individual(family.woman).said, ALL)
    order = list(QUESTIONS)
    assert [b.path for b in found] == sorted((b.path for b in found), key=order.index)


def test_two_birth_years_differ_and_one_name_does_not(store, family):
    assert block(store, family.woman, "birth").differs
    assert not block(store, family.woman, "name").differs
    found = record.blocks(store.cases.individual(family.woman).said, ALL)
    assert record.has_differences(found) == 1


def test_a_replaced_statement_stays_in_sight_below_the_standing_one(store, family):
    (held,) = block(store, family.woman, "nationality").lines
    old = held.said.statement.id
    store.record(corrected(family.case, family.woman, "nationality", "Ukrainian", saw=old))
    new, replaced = block(store, family.woman, "nationality").lines
    assert (new.standing, new.said.statement.value) == (True, "Ukrainian")
    assert (replaced.standing, replaced.said.statement.id) == (False, old)
    assert not block(store, family.woman, "nationality").differs


def test_what_a_role_may_not_read_comes_without_any_value(store, family):
    hidden = block(store, family.woman, "safe-contact", [Role.INTERVIEWER])
    assert hidden.masked
    assert hidden.lines == ()
    assert not hidden.differs


def test_a_long_text_is_folded_and_a_short_one_is_not(store, family):
    assert block(store, family.woman, "testimony").lines[0].is_long
    assert not block(store, family.woman, "nationality").lines[0].is_long


def test_the_translation_is_a_block_of_its_own_directly_below_the_testimony(store, family):
    paths = [b.path for b in record.blocks(store.cases.individual(family.woman).said, ALL)]
    at = paths.index("testimony")
    assert paths[at + 1 : at + 3] == ["testimony-translation", "testimony-translator"]
    assert block(store, family.woman, "testimony").lines[0].said.statement.value == TESTIMONY


def test_two_translations_both_stand_and_are_no_difference(store, family):
    other = a_statement(family.woman, "testimony-translation", "We left by night.")
    store.record(statements(family.case, other))
    found = block(store, family.woman, "testimony-translation")
    assert [line.standing for line in found.lines] == [True, True]
    assert not found.differs


def test_a_record_without_statements_is_empty():
    assert record.blocks([], ALL) == []
