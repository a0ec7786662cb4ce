"""Search: a purpose first, by POST, recorded without the words, shown by role."""

import pytest

from intake.domain.codes import Role, ViewPurpose
from intake.domain.event import IndividualAdded
from intake.domain.ids import make_number
from intake.registry.searching import MOST, search
from tests.builders import NOON, OFFICER, a_group, a_name, a_statement, an_id, opened, statements
from tests.registry.people import BOY, WOMAN, a_family
from tests.registry.visitor import text_of

WHY = {"purpose": ViewPurpose.TRACING.value}


@pytest.fixture
def family(store):
    return a_family(store)


@pytest.fixture
def clerk(registry):
    return registry.signed_in("clara", Role.CLERK)


def test_a_beginning_of_a_name_finds_the_person(family, clerk):
    page = clerk.post("/search", {**WHY, "words": "олен"})
    assert WOMAN in page.text
    assert BOY not in page.text
    assert "1 person found" in text_of(page.text)
    assert f"/people/{family.woman}?purpose=trace-relative" in page.text


def test_a_family_name_finds_all_who_bear_it(family, clerk):
    page = clerk.post("/search", {**WHY, "words": "ПРИКЛАД"})
    assert WOMAN in page.text
    assert BOY in page.text


@pytest.mark.parametrize("typed", ["Olena", "olena pryklad", "اولينا"])
def test_a_person_is_found_in_another_script(family, clerk, typed):
    page = clerk.post("/search", {**WHY, "words": typed})
    assert WOMAN in page.text
    assert BOY not in page.text


def test_a_search_without_a_purpose_finds_nothing_and_says_why(family, clerk, store):
    page = clerk.post("/search", {"words": "олен"})
    assert page.status_code == 422
    assert WOMAN not in page.text
    assert store.oversight.views() == []


def test_a_search_is_recorded_without_its_words(family, clerk, store):
    clerk.post("/search", {**WHY, "words": "олен"})
    (view,) = store.oversight.views()
    assert (view.individual, view.purpose) == ("", "trace-relative")
    entry = store.entries_after(store.own_chain, store.head(store.own_chain).seq - 1)[-1]
    assert "олен" not in str(store.open_event(entry))


def test_nothing_can_be_searched_by_address(family, clerk):
    page = clerk.get("/search?words=олен&purpose=trace-relative")
    assert WOMAN not in page.text


def test_nobody_found_is_said_with_what_to_try(family, clerk):
    page = clerk.post("/search", {**WHY, "words": "Zzyzx"})
    assert "Nobody found" in page.text
    assert "another spelling" in page.text


def numbered(store, number):
    """A case of one person, both numbered by `number` and its neighbour."""
    case, person = an_id(), an_id()
    store.record(
        opened(case, number="0000000000"),
        IndividualAdded(
            case=case, individual=person, number=number, position=1, by=OFFICER, at=NOON
        ),
        statements(case, a_statement(person, "name", a_name("Раїса Вигадана"))),
    )
    return person


@pytest.mark.parametrize("typed", ["{n}", " {a}-{b} ", "{lower}"])
def test_a_number_finds_however_it_was_typed(clerk, store, typed):
    number = make_number(bytes(range(16)))
    numbered(store, number)
    words = typed.format(n=number, a=number[:5], b=number[5:], lower=number.lower())
    page = clerk.post("/search", {**WHY, "words": words})
    assert "Раїса Вигадана" in page.text


def test_a_case_number_finds_the_whole_group(clerk, store):
    numbered(store, "1111111111")
    page = clerk.post("/search", {**WHY, "words": "0000000000"})
    assert "Раїса Вигадана" in page.text


def test_tracing_finds_only_those_who_agreed_to_tracing(family, store):
    found = search(store, "Приклад", [Role.TRACING])
    assert [m.id for _, m in found.people] == [family.woman]
    assert len(search(store, "Приклад", [Role.CLERK]).people) == 2


@pytest.mark.parametrize("role", [Role.DPO, Role.ADMINISTRATOR, Role.FIELD])
def test_roles_without_records_find_nobody(family, store, role):
    assert search(store, "Приклад", [role]).people == ()


def test_a_long_list_is_cut_and_says_so(clerk, store):
    for n in range(MOST + 2):
        store.record(*a_group(f"Соломія Перша{n}").events)
    page = clerk.post("/search", {**WHY, "words": "соломія"})
    assert "more than are shown" in page.text
    assert page.text.count("/people/") == MOST


@pytest.mark.parametrize("words", ["%", "' OR 1=1 --", "\u202e", "*", "O'Neil", "𓂀"])
def test_strange_words_are_only_words(family, clerk, words):
    page = clerk.post("/search", {**WHY, "words": words})
    assert page.status_code in (200, 422)
    assert WOMAN not in page.text


def test_the_columns_speak_the_language_of_whoever_looks(family, clerk):
    english = clerk.post("/search", {**WHY, "words": "олен"}).text
    clerk.get("/search?lang=ar_XB")
    arabic = clerk.post("/search", {**WHY, "words": "олен"}).text
    assert "Date of birth or age" in english
    assert "Date of birth or age" not in arabic
    assert 'dir="rtl"' in arabic
