"""Figures: what came in and what waits, never anybody; on a page and as a file."""

import csv
from datetime import date

import pytest

from intake.domain.codes import (
    ConsentAnswer,
    IdentityState,
    InterpreterKind,
    InterviewStatus,
    Purpose,
    Role,
)
from intake.domain.event import InterviewPlanned
from intake.domain.figures import Wait
from intake.domain.partial_date import from_parts
from intake.registry.figures import figures
from tests.builders import NOON, a_consent, a_group, an_id
from tests.web.markup import faults

TODAY = NOON.date()
SAID = {
    "sex": "f",
    "birth": from_parts(3, 7, 1988).to_json(),
    "languages": ["uk", "ru"],
    "last-residence": {"text": "Бахмут, біля млина", "country": "UA"},
}
LINKED = {
    "text": "Artemivsk",
    "country": "UA",
    "link": {"pack": "ua", "id": "1", "country": "UA", "name": "Bakhmut", "area": "Donetsk"},
}


def people(store, count, **said):
    """So many people, each a group of one, who say the same."""
    groups = [a_group("Олена Вигадана", said=SAID | said) for _ in range(count)]
    for group in groups:
        store.record(*group.events)
    return groups


def planned(case, person):
    """An interview that somebody planned."""
    return InterviewPlanned(
        case=case,
        interview=an_id(),
        individual=person,
        interviewer="ivan",
        language="uk",
        interpreter=InterpreterKind.NONE_NEEDED,
        interpreter_code="",
        private_place=True,
        questions=(),
        facts=("name",),
        by="ivan",
        at=NOON,
    )


@pytest.fixture
def officer(registry):
    return registry.signed_in("dora", Role.DPO)


def test_people_count_by_age_sex_place_and_language(store):
    people(store, 7)
    counted = figures(store, TODAY, 30)
    assert counted.registered == 5
    assert counted.people["f", "18-59"] == 5
    assert counted.origins == {("UA", ""): 5}
    assert counted.languages == {"uk": 5, "ru": 5}


def test_a_place_of_a_list_counts_by_its_area_and_never_by_the_words_said(store):
    people(store, 5, **{"last-residence": LINKED})
    assert figures(store, TODAY, 30).origins == {("UA", "Donetsk"): 5}


def test_fewer_than_five_are_never_told(store):
    people(store, 4)
    counted = figures(store, TODAY, 30)
    assert counted.registered is None
    assert set(counted.arrivals.values()) == {0, None}
    assert set(counted.people.values()) == {0, None}
    assert set(counted.origins.values()) == set(counted.languages.values()) == {None}


def test_a_draft_is_not_counted(store):
    store.record(*a_group("Олена", complete=False, said=SAID).events)
    assert figures(store, TODAY, 30).registered == 0
    assert figures(store, TODAY, 30).waits == {}


def test_days_before_the_period_are_left_out(store):
    people(store, 5)
    later = date(2026, 12, 25)
    assert figures(store, later, 30).registered == 0
    assert figures(store, later, 90).registered == 5


def test_one_site_can_be_asked_for(store):
    people(store, 5)
    [site] = store.counts.sites()
    assert figures(store, TODAY, 30, site).registered == 5
    assert figures(store, TODAY, 30, "elsewhere").registered == 0
    assert figures(store, TODAY, 30, "elsewhere").waits == {}


def test_whoever_nothing_happened_to_waits_since_the_day_they_came(store):
    people(store, 2)
    waits = figures(store, date(2026, 11, 24), 30).waits
    assert waits == {IdentityState.UNEXAMINED: Wait(2, 4, 4)}


def test_interviews_count_by_how_they_stand(store):
    for group in people(store, 5):
        store.record(planned(group.case, group.people[0]))
    assert figures(store, TODAY, 30).interviews == {InterviewStatus.PLANNED: 5}
    assert figures(store, TODAY, 30, "elsewhere").interviews == {}


def test_what_was_taken_back_counts_by_purpose(store):
    for group in people(store, 5):
        [person] = group.people
        store.record(a_consent(group.case, person, Purpose.TRACING, answer=ConsentAnswer.WITHDRAWN))
    assert figures(store, TODAY, 30).withdrawn == {Purpose.TRACING: 5}


def test_the_page_is_whole_and_names_nobody(store, officer):
    people(store, 6)
    page = officer.get("/figures")
    assert faults(page.text) == []
    assert "Figures" in page.text
    assert "Олена" not in page.text
    assert "млин" not in page.text
    assert "<svg" in page.text


def test_every_chart_has_its_table(store, officer):
    people(store, 6)
    text = officer.get("/figures").text
    assert text.count("<svg") == text.count("The same as a table")


@pytest.mark.parametrize("query", ["days=7", "days=365", "days=12345", "days=x&site=nowhere", ""])
def test_whatever_stands_in_the_address_the_page_comes(officer, query):
    assert officer.get(f"/figures?{query}").status_code == 200


def test_an_empty_registry_has_figures_too(officer):
    text = officer.get("/figures").text
    assert "Nothing here yet." in text


def test_the_file_holds_the_same_counts_and_their_tags(store, officer):
    people(store, 6)
    answer = officer.get("/figures.csv?days=7")
    rows = list(csv.reader(answer.text.splitlines()))
    assert rows[:2] == [
        ["figure", "group", "count", "pcode"],
        ["#indicator+name", "#indicator+group", "#affected+ind+num", "#adm1+code"],
    ]
    assert ["people", "f 18-59", "5", ""] in rows
    assert ["origin", "UA", "5", ""] in rows
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="figures-2026-11-14-2026-11-20.csv"'
    )


def test_in_the_file_fewer_than_five_are_fewer_than_five(store, officer):
    people(store, 3)
    rows = list(csv.reader(officer.get("/figures.csv").text.splitlines()))
    counts = {count for _, _, count, _ in rows[2:]}
    assert counts == {"0", "<5"}


def test_no_text_of_the_file_is_a_formula(store, officer):
    people(store, 5, **{"last-residence": LINKED | {"link": LINKED["link"] | {"country": "=1+1"}}})
    assert ["origin", "'=1+1/Donetsk", "5", ""] in in_the_file(officer)


CODED = LINKED | {"link": LINKED["link"] | {"pcode": "UA1402021", "area_pcode": "UA14"}}


def in_the_file(officer):
    return list(csv.reader(officer.get("/figures.csv").text.splitlines()))


def test_an_area_of_a_list_bears_its_p_code_and_no_smaller_one(store, officer):
    people(store, 5, **{"last-residence": CODED})
    assert ["origin", "UA/Donetsk", "5", "UA14"] in in_the_file(officer)
    assert "UA1402021" not in officer.get("/figures.csv").text


def test_records_of_an_older_list_count_under_the_same_code(store, officer):
    people(store, 3, **{"last-residence": LINKED})
    people(store, 3, **{"last-residence": CODED})
    assert ["origin", "UA/Donetsk", "5", "UA14"] in in_the_file(officer)


def test_only_places_of_origin_have_a_code(store, officer):
    people(store, 6, **{"last-residence": CODED})
    coded = {figure for figure, _, _, code in in_the_file(officer)[2:] if code}
    assert coded == {"origin"}


def test_no_code_of_the_file_is_a_formula(store, officer):
    formula = CODED | {"link": CODED["link"] | {"area_pcode": "=2+2"}}
    people(store, 5, **{"last-residence": formula})
    assert ["origin", "UA/Donetsk", "5", "'=2+2"] in in_the_file(officer)
