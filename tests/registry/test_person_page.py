"""A person's record: opened for a purpose, shown whole, hidden by role, never unseen."""

import re
from dataclasses import replace
from datetime import date

import pytest

from intake.domain.codes import Basis, Doubt, Level, Role, ViewPurpose
from intake.domain.narrowing import Asking, Link, Reply, narrowed_date
from intake.domain.partial_date import from_age
from tests.builders import a_group, a_statement, statements
from tests.registry.people import (
    BOY,
    HIDDEN_FROM,
    SAFE_CONTACT,
    TESTIMONY,
    TRANSLATED,
    WOMAN,
    a_family,
)
from tests.registry.visitor import text_of

WHY = ViewPurpose.INTERVIEW.value


@pytest.fixture
def family(store):
    return a_family(store)


@pytest.fixture
def reviewer(registry):
    return registry.signed_in("rita", Role.REVIEWER)


def show(visitor, person, why=WHY):
    return visitor.get(f"/people/{person}?purpose={why}")


def test_without_a_purpose_only_the_question_for_one_is_shown(family, reviewer, store):
    page = reviewer.get(f"/people/{family.woman}")
    assert page.status_code == 200
    assert "Why do you need it?" in page.text
    assert WOMAN not in page.text
    assert store.cases.views(family.woman) == []


@pytest.mark.parametrize("why", ["", "curious", "prepare-interview%00"])
def test_an_unknown_purpose_opens_nothing(family, reviewer, store, why):
    page = show(reviewer, family.woman, why)
    assert page.status_code == 422
    assert WOMAN not in page.text
    assert store.cases.views(family.woman) == []


def test_the_record_shows_name_answers_sources_and_times(family, reviewer):
    page = show(reviewer, family.woman)
    words = text_of(page.text)
    for part in (WOMAN, "1987", "1991", "Нижня Вигадка", "A relative", "officer-", "this registry"):
        assert part in words
    assert TESTIMONY.split(".")[0] in words
    assert "Марко Приклад" in words


def test_a_difference_is_told_by_word_sign_and_colour(family, reviewer):
    page = show(reviewer, family.woman).text
    assert "answers differ" in page
    assert "evidence__row--differs" in page
    assert "✗" in page
    assert "1 question with different answers" in text_of(page)


def test_a_record_without_differences_says_so(family, reviewer):
    page = show(reviewer, family.boy)
    assert "No differences" in text_of(page.text)
    assert "answers differ" not in page.text


def test_names_stand_in_isolated_direction(family, reviewer):
    page = show(reviewer, family.woman).text
    isolated = re.findall(rf"<bdi [^>]*>{WOMAN}</bdi>", page)
    assert page.count(WOMAN) == len(isolated) > 0


def test_no_name_is_in_the_title_of_the_window(family, reviewer):
    page = show(reviewer, family.woman).text
    assert WOMAN not in page[: page.index("</title>")]


def test_the_group_lists_numbers_and_marks_children_but_names_nobody_else(family, reviewer):
    page = show(reviewer, family.woman).text
    assert "May be a child" in page
    assert BOY not in page
    assert f"/people/{family.boy}?purpose={WHY}" in page


def test_each_look_is_recorded_with_its_purpose(family, reviewer, store):
    show(reviewer, family.woman)
    show(reviewer, family.woman, ViewPurpose.PERSON_ASKS.value)
    views = store.cases.views(family.woman)
    assert [v.purpose for v in views] == ["person-asks", "prepare-interview"]
    page = show(reviewer, family.woman).text
    assert "Who looked at this record" in page
    assert "Rita Staff" in page


def test_coming_back_within_ten_minutes_is_the_same_look(family, reviewer, registry, store):
    show(reviewer, family.woman)
    registry.clock.forward(minutes=9)
    show(reviewer, family.woman)
    assert len(store.cases.views(family.woman)) == 1
    registry.clock.forward(minutes=2)
    show(reviewer, family.woman)
    assert len(store.cases.views(family.woman)) == 2


def test_two_people_who_look_are_two_looks(family, reviewer, registry, store):
    show(reviewer, family.woman)
    show(registry.signed_in("ivan", Role.INTERVIEWER), family.woman)
    assert len(store.cases.views(family.woman)) == 2


@pytest.mark.parametrize(
    ("role", "testimony", "contact", "hidden_from"),
    [
        (Role.CLERK, False, False, False),
        (Role.INTERVIEWER, True, False, False),
        (Role.REVIEWER, True, False, False),
        (Role.PROTECTION, True, True, True),
        (Role.TRACING, False, False, True),
    ],
)
def test_each_role_reads_its_part(family, registry, role, testimony, contact, hidden_from):
    page = show(registry.signed_in("somebody", role), family.woman).text
    assert (TESTIMONY.split(".")[0] in page) is testimony
    assert (TRANSLATED.split(".")[0] in page) is testimony
    assert (SAFE_CONTACT in page) is contact
    assert (HIDDEN_FROM in page) is hidden_from
    assert WOMAN in page


@pytest.mark.parametrize("role", [Role.CLERK, Role.INTERVIEWER, Role.REVIEWER, Role.PROTECTION])
def test_where_they_lived_most_of_the_time_stands_in_the_record(family, registry, role):
    words = text_of(show(registry.signed_in("somebody", role), family.woman).text)
    assert "Where they lived most of the time Гданськ, Poland" in words


def test_a_translation_is_not_said_to_be_the_persons_own_words(family, reviewer):
    rows = show(reviewer, family.woman).text.split("<tr")
    own, translated = (
        next(row for row in rows if words[:60] in row) for words in (TESTIMONY, TRANSLATED)
    )
    assert "The person, translated" in translated
    assert "translated" not in own


def test_tracing_does_not_learn_of_those_who_did_not_agree(family, registry, store):
    tracer = registry.signed_in("tara", Role.TRACING)
    assert show(tracer, family.boy).status_code == 404
    assert store.cases.views(family.boy) == []


def test_a_person_who_is_not_here_is_not_found(reviewer):
    assert show(reviewer, "0" * 32).status_code == 404


def test_an_erased_person_is_not_found(family, reviewer, store):
    store.forget_case(family.case)
    assert show(reviewer, family.woman).status_code == 404


def test_planning_an_interview_is_offered_to_interviewers_alone(family, reviewer, registry):
    assert "Plan an interview" not in show(reviewer, family.woman).text
    other = registry.signed_in("ivan", Role.INTERVIEWER)
    assert "Plan an interview" in show(other, family.woman).text


def test_the_record_is_never_kept_by_the_browser(family, reviewer):
    assert show(reviewer, family.woman).headers["Cache-Control"] == "no-store"


def test_a_safe_contact_in_parts_is_read_by_protection_alone(registry, store):
    told = {"text": "0700", "way": "phone-call", "code_word": "KINGFISHER", "other": "no"}
    group = a_group("Амаль Приклад", said={"safe-contact": told})
    store.record(*group.events)
    words = text_of(show(registry.signed_in("petra", Role.PROTECTION), group.people[0]).text)
    for part in ("A call", "0700", "word to say first: KINGFISHER", "NOT safe"):
        assert part in words
    for role in (Role.CLERK, Role.INTERVIEWER, Role.REVIEWER):
        page = show(registry.signed_in(role.value, role), group.people[0]).text
        assert "KINGFISHER" not in page


def test_a_reviewer_sees_how_a_range_of_birth_arose(family, reviewer, store):
    flood = Link(Asking.EVENT, Reply.AFTER, "sd-flood-1988", date(1988, 8, 1), date(1988, 8, 31))
    neighbour = Link(Asking.OTHER, Reply.OLDER, "Марія", *flood.days, 50)
    told = narrowed_date([flood, neighbour], date(2026, 11, 20)).to_json()
    store.record(statements(family.case, a_statement(family.boy, "birth", told)))
    words = text_of(show(reviewer, family.boy).text)
    assert "How this range arose" in words
    assert "Born after this: The great flood in Khartoum (August 1988)" in words
    assert "50 years older than Марія (born August 1988)" in words
    assert "does not fit with the other answers" in words


def test_how_a_date_is_known_and_what_was_asked_again_stand_in_the_record(family, reviewer, store):
    band = replace(from_age(30, 40, date(2026, 11, 20)), basis=Basis.OFFICER_ESTIMATE)
    store.record(
        statements(
            family.case,
            a_statement(family.boy, "birth", band.to_json()),
            a_statement(family.boy, "kept-as-said", Doubt.PARENT_TOO_YOUNG.value),
        )
    )
    words = text_of(show(reviewer, family.boy).text)
    assert "estimate, only a span of ages" in words
    assert "A parent is less than 12 years older than the child." in words


def test_the_card_of_the_group_tells_the_level(family, reviewer):
    words = text_of(show(reviewer, family.woman).text)
    assert "Full registration · Emergency level begun (L1)" in words


def test_a_counted_group_is_told_once(store, reviewer):
    group = a_group("Олена Вигадана", complete=False)
    store.record(replace(group.events[0], level=Level.QUICK), *group.events[1:])
    words = text_of(show(reviewer, group.people[0]).text)
    assert "Quick count of a group" in words
    assert "Counted only" not in words
