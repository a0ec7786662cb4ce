"""The demo's invented people: the same every time, in many scripts, telling a whole intake."""

import random

import pytest

from intake.demo.names import CULTURES, households
from intake.demo.people import (
    CHILD_ALONE,
    DECLINES,
    NOT_FINISHED,
    OLENA,
    OLENA_BEFORE,
    STORY,
    TWO_STORIES,
    Household,
)
from intake.demo.story import Teller
from intake.domain.case import Case, child_alone, complete, could_be_child, gaps
from intake.domain.codes import CaseStatus, ReadBack
from intake.domain.name import script_of
from intake.store import Store, open_store
from tests.builders import NOON
from tests.store.conftest import KEY

EVERYBODY = [*STORY, *households(20)]


def told(household: Household, seed: int = 7) -> list:
    dice = random.Random(seed)  # noqa: S311  the same story every time is the point
    return Teller(household, dice, by="demo", now=NOON).events("North gate")


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path, KEY)
    yield opened
    opened.close()


def recorded(store: Store, household: Household) -> Case:
    events = told(household)
    store.record(*events)
    case = store.cases.get(events[0].case)
    assert case is not None
    return case


def test_the_same_dice_tell_the_same_story() -> None:
    assert told(OLENA) == told(OLENA)
    assert told(OLENA, seed=8) != told(OLENA)
    assert households(12)[:5] == households(5)


@pytest.mark.parametrize("household", EVERYBODY, ids=map(str, range(len(EVERYBODY))))
def test_every_household_is_a_complete_intake(store: Store, household: Household) -> None:
    case = recorded(store, household)
    assert gaps(case) == ()
    assert len(case.members) == len(household.people)
    draft = CaseStatus.DRAFT if household.draft else CaseStatus.READY
    assert case.status is draft


def test_a_draft_of_the_demo_could_be_completed(store: Store) -> None:
    case = recorded(store, NOT_FINISHED)
    complete(case, read_back=ReadBack.YES, read_back_in="uk", by="demo", at=NOON)


def test_names_come_in_at_least_four_scripts() -> None:
    scripts = {script_of(p.name) for h in EVERYBODY for p in h.people}
    assert {"Cyrl", "Arab", "Ethi", "Latn"} <= scripts


def test_the_same_woman_was_recorded_before_in_another_script() -> None:
    now, before = OLENA.people[0].name, OLENA_BEFORE.people[0].name
    assert (script_of(now), script_of(before)) == ("Cyrl", "Latn")
    assert OLENA.laptop != OLENA_BEFORE.laptop


def test_a_child_came_alone(store: Store) -> None:
    case = recorded(store, CHILD_ALONE)
    assert child_alone(case, NOON.date())


def test_somebody_declines_everything_but_a_name(store: Store) -> None:
    (person,) = recorded(store, DECLINES).members
    values = {s.statement.path for s in person.said if s.statement.value is not None}
    assert values == {"name", "relationship", "private-moment"}
    assert not could_be_child(person, NOON.date())


def test_mother_and_daughter_tell_two_stories(store: Store) -> None:
    person = recorded(store, TWO_STORIES).members[0]
    assert set(person.contradictions()) == {"birth", "birth-place"}


def test_a_wife_seeks_her_husband(store: Store) -> None:
    case = recorded(store, OLENA)
    (request,) = store.cases.tracing(case.id)
    assert request.individual == case.focal


def test_every_culture_is_told_in_its_own_language() -> None:
    languages = {h.language for h in households(len(CULTURES))}
    assert languages == {c.language for c in CULTURES}
