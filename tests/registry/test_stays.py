"""The places of a life at the registry: line by line, to those who may read them."""

import pytest

from intake.domain.codes import Role, StayRole, WhyLeft
from intake.domain.partial_date import from_parts
from intake.domain.place import PlaceLink, make_place
from intake.domain.stay import PATH, Stay
from tests.builders import a_group, a_statement, statements
from tests.registry.visitor import text_of

LINK = PlaceLink("UA-1", "gn1", "UA", "Bakhmut", "Donetsk region", "uk", "Бахмут", "Донеччина")
SCHOOL = Stay(
    role=StayRole.SCHOOL,
    place=make_place("Artemivsk", "", LINK),
    began=from_parts(None, None, 1992).to_json(),
    with_whom="her aunt",
    why_left=WhyLeft.MADE_TO_LEAVE,
)
ROAD = Stay(role=StayRole.TRANSIT, near="the mill", walk="two hours from Lyman")
SEEN = (
    "School: Artemivsk, as said; today Bakhmut, Donetsk region, Ukraine; "
    "from 1992 on; with: her aunt; reason for leaving: They were made to leave"
)


@pytest.fixture
def person(store):
    group = a_group("Олена")
    store.record(*group.events)
    said = [a_statement(group.people[0], PATH, stay.to_json()) for stay in (SCHOOL, ROAD)]
    store.record(statements(group.case, *said))
    return group.people[0]


def seen(registry, role, person):
    visitor = registry.signed_in("somebody", role)
    return text_of(visitor.get(f"/people/{person}?purpose=check-recording").text)


@pytest.mark.parametrize("role", [Role.INTERVIEWER, Role.REVIEWER, Role.PROTECTION])
def test_staff_who_read_sensitive_answers_see_each_line(registry, person, role):
    words = seen(registry, role, person)
    assert "Journey and places" in words
    assert SEEN in words
    assert "On the way: near: the mill; on foot: two hours from Lyman" in words


def test_a_clerk_learns_that_there_are_some_and_not_where(registry, person):
    words = seen(registry, Role.CLERK, person)
    assert "Journey and places" in words
    assert "Artemivsk" not in words
    assert "the mill" not in words
    assert "made to leave" not in words


def test_the_copy_for_the_person_tells_why_they_left_and_the_short_one_does_not(registry, person):
    visitor = registry.signed_in("paula", Role.PROTECTION)
    copy = text_of(visitor.get(f"/people/{person}/copy?language=uk").text)
    assert "причина виїзду: Довелося виїхати не з власної волі" in copy
    short = text_of(visitor.get(f"/people/{person}/copy?language=uk&short=yes").text)
    assert "причина виїзду" not in short


def test_a_line_of_a_laptop_that_did_not_ask_why_reads_as_before(store, registry):
    group = a_group("Олена")
    line = {key: told for key, told in SCHOOL.to_json().items() if key != "why_left"}
    told = statements(group.case, a_statement(group.people[0], PATH, line))
    store.record(*group.events, told)
    words = seen(registry, Role.REVIEWER, group.people[0])
    assert "with: her aunt" in words
    assert "reason for leaving" not in words


def test_several_places_of_one_life_are_no_contradiction(store, person):
    assert store.cases.individual(person).contradictions() == {}
