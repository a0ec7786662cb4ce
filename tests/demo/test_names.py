"""Invented households: whole families in one script, the same for the same number."""

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.demo.names import CULTURES, Culture, households
from intake.demo.people import STORY, Household, Person
from intake.demo.story import Teller
from intake.domain.codes import (
    Absent,
    ConsentAnswer,
    ReadBack,
    Relationship,
    Source,
)
from intake.domain.consent import MAIN
from intake.domain.event import (
    CaseCompleted,
    CaseOpened,
    ConsentRecorded,
    Event,
    IndividualAdded,
    StatementsAdded,
)
from intake.domain.ids import parse_number, show_number
from intake.domain.name import script_of
from intake.domain.statement import Statement
from tests.builders import NOON

BY_LANGUAGE = {culture.language: culture for culture in CULTURES}
FOCAL, SPOUSE, CHILD = (
    Relationship.FOCAL_POINT,
    Relationship.SPOUSE_PARTNER,
    Relationship.CHILD,
)


def made(seed: int, number: int) -> Household:
    """The household of this number."""
    return households(number + 1, seed)[number]


HOUSEHOLDS = st.builds(made, st.integers(0, 50), st.integers(0, 20))


@given(HOUSEHOLDS)
def test_a_household_is_one_who_speaks_for_it_then_their_spouse_then_children(
    household: Household,
) -> None:
    relations = [person.relation for person in household.people]
    assert relations == [FOCAL, SPOUSE, *[CHILD] * 9][: len(relations)]
    assert 1 <= len(relations) <= 5
    sexes = [person.sex for person in household.people[:2]]
    assert len(set(sexes)) == len(sexes)
    assert {person.sex for person in household.people} <= {"f", "m"}


def is_named(person: Person, culture: Culture) -> bool:
    """Whether the two names are of the culture, the first by sex."""
    women, men = culture.women, culture.men
    seconds = (
        men if culture.chained else [f[0 if person.sex == "f" else 1] for f in culture.families]
    )
    return any(
        person.name == f"{first} {second}".strip()
        for first in (women if person.sex == "f" else men)
        for second in seconds
    )


@given(HOUSEHOLDS)
def test_everybody_is_named_as_in_their_language_and_script(household: Household) -> None:
    culture = BY_LANGUAGE[household.language]
    script = script_of(culture.women[0])
    for person in household.people:
        assert is_named(person, culture)
        assert script_of(person.name) == script
        assert person.says["last-residence"] in culture.places
        assert person.says["languages"] == household.language


@given(st.integers(0, 50))
def test_every_third_came_by_the_second_laptop_and_every_fourth_needs_shelter(seed: int) -> None:
    many = households(24, seed)
    assert [n for n, one in enumerate(many) if one.laptop == "b"] == list(range(0, 24, 3))
    assert {one.laptop for one in many} == {"a", "b"}
    in_need = [n for n, one in enumerate(many) if one.urgent]
    assert in_need == list(range(0, 24, 4))
    assert all(1 <= one.days_ago <= 60 for one in many)


def events_of(household: Household, seed: int = 7) -> list[Event]:
    dice = random.Random(seed)  # noqa: S311  the same story every time is the point
    return Teller(household, dice, by="demo", now=NOON).events("North gate")


def said_in(events: list[Event]) -> list[Statement]:
    saved = [event for event in events if isinstance(event, StatementsAdded)]
    return [statement for event in saved for statement in event.statements]


@given(HOUSEHOLDS, st.integers(0, 9))
def test_grown_ups_are_grown_up_and_children_may_be_children(
    household: Household, seed: int
) -> None:
    from intake.domain.partial_date import from_json

    events = events_of(household, seed)
    births = [s.value for s in said_in(events) if s.path == "birth"]
    for person, birth in zip(household.people, births, strict=True):
        told = from_json(birth)
        lowest, highest = told.age_span(NOON.date())
        if person.relation is CHILD:
            assert told.could_be_minor(NOON.date())
        else:
            assert lowest >= 18
            assert highest <= 66


@pytest.mark.parametrize("household", STORY, ids=map(str, range(len(STORY))))
@pytest.mark.parametrize("seed", range(5))
def test_a_story_is_told_in_order_by_one_officer_and_ends_before_now(
    household: Household, seed: int
) -> None:
    events = events_of(household, seed)
    times = [event.at for event in events]
    assert times == sorted(times)
    assert times[0] > NOON - timedelta(days=household.days_ago + 1)
    assert times[-1] < NOON
    assert {event.by for event in events} == {"demo"}
    assert isinstance(events[0], CaseOpened)
    assert events[0].site == "North gate"
    assert events[0].notice_language == household.language
    assert isinstance(events[-1], CaseCompleted) is not household.draft


@pytest.mark.parametrize("household", STORY, ids=map(str, range(len(STORY))))
def test_everybody_is_asked_of_each_purpose_by_themselves(household: Household) -> None:
    events = events_of(household)
    asked = [event for event in events if isinstance(event, ConsentRecorded)]
    people = [event.individual for event in events if isinstance(event, IndividualAdded)]
    assert [(one.individual, one.purpose) for one in asked] == [
        (person, purpose) for person in people for purpose in MAIN
    ]
    answer = ConsentAnswer.NO if household.declines else ConsentAnswer.YES
    assert {(one.answer, one.language) for one in asked} == {(answer, household.language)}


@pytest.mark.parametrize("household", STORY, ids=map(str, range(len(STORY))))
def test_ids_and_numbers_are_each_used_once_and_can_be_said(household: Household) -> None:
    events = events_of(household)
    numbers = [e.number for e in events if isinstance(e, CaseOpened | IndividualAdded)]
    assert len(set(numbers)) == len(numbers) == len(household.people) + 1
    assert [parse_number(show_number(number)) for number in numbers] == numbers
    ids = [statement.id for statement in said_in(events)]
    assert len(set(ids)) == len(ids)


def test_what_was_not_known_or_not_told_has_its_reason_and_all_else_its_words() -> None:
    person = Person(
        "Олена Вигадана",
        FOCAL,
        "f",
        "~34",
        says={"mother": "?", "father": "-", "documents": "passport:stolen national-id"},
        relative_says={"birth-place": "Лиман"},
    )
    said = said_in(events_of(Household((person,), language="uk")))
    told = {s.path: s for s in said if s.source is Source.SELF}
    assert (told["mother"].absent, told["father"].absent) == (Absent.UNKNOWN, Absent.DECLINED)
    assert (told["birth"].verbatim, told["name"].verbatim) == ("~34", "Олена Вигадана")
    assert told["mother"].verbatim == ""
    assert told["documents"].value == [
        {"kind": "passport", "status": "stolen", "number": "", "where": ""},
        {"kind": "national-id", "status": "", "number": "", "where": ""},
    ]
    (place,) = [s for s in said if s.source is Source.RELATIVE]
    assert (place.path, place.value) == ("birth-place", {"text": "Лиман", "country": ""})
    assert {s.said_in for s in said} == {"uk"}


def test_what_is_urgent_is_said_and_the_rest_is_not() -> None:
    household = next(one for one in households(8) if one.urgent)
    said = said_in(events_of(household))
    urgent = {s.path: s.value for s in said if s.path.startswith("urgent.")}
    assert {path for path, value in urgent.items() if value == "yes"} == {"urgent.shelter"}
    assert set(urgent.values()) == {"yes", "no"}


def test_a_finished_story_was_read_back_in_the_language_of_the_group() -> None:
    done = events_of(households(1)[0])[-1]
    assert isinstance(done, CaseCompleted)
    assert (done.read_back, done.read_back_in) == (ReadBack.YES, households(1)[0].language)
