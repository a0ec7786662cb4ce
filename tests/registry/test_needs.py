"""Needs at the registry: who waits for help, the most urgent first, seen by few."""

import pytest

from intake.domain.codec import CodecError
from intake.domain.codes import ChildStanding, Role, Source, Urgency, Why
from intake.domain.event import StatementsAdded
from intake.domain.partial_date import from_age, from_edtf
from intake.registry.needing import waiting
from intake.registry.record import blocks
from tests.builders import NOON, a_group, a_statement, statements
from tests.registry.casework import a_laptop, send
from tests.registry.visitor import text_of
from tests.web.markup import faults

WISH = "Wants to see a specialist"


def need(code="sm-ci", urgency="", status=""):
    return {"code": code, "urgency": urgency, "status": status, "refer": ""}


def a_person(store, *needs, wish=None):
    """One person of a complete group with these needs."""
    said = {"needs": list(needs)} if needs else {}
    group = a_group("Амаль Приклад", said=said | ({"specialist": wish} if wish else {}))
    store.record(*group.events)
    return group.people[0]


@pytest.fixture
def officer(registry):
    return registry.signed_in("petra", Role.PROTECTION)


def test_the_most_urgent_stands_first(store):
    routine = a_person(store, need())
    soon = a_person(store, need(urgency="within-72-hours"))
    now = a_person(store, need(), need("sm-cc", "immediate"))
    wish = a_person(store, wish="yes")
    order = [one.id for one in waiting(store, NOON.date())]
    assert order == [now, wish, soon, routine]


def test_whoever_has_no_open_need_does_not_wait(store):
    a_person(store)
    a_person(store, need(status="resolved"))
    a_person(store, wish="no")
    assert waiting(store, NOON.date()) == []


def test_a_draft_is_not_in_the_list(store):
    group = a_group("Амаль", complete=False, said={"needs": [need()]})
    store.record(*group.events)
    assert waiting(store, NOON.date()) == []


def test_the_list_of_work_shows_numbers_and_marks_only(store, officer):
    person = a_person(store, need("sm-cc", "immediate"), wish="yes")
    for path in ("/", "/needs"):
        page = officer.get(path).text
        assert f"/people/{person}/needs" in page
        assert "Wishes a talk alone" in page
        assert "Амаль" not in page
        assert "Illness" not in page
        assert faults(page) == []


@pytest.mark.parametrize("role", [Role.CLERK, Role.TRACING, Role.REVIEWER, Role.INTERVIEWER])
def test_nobody_else_has_the_list_or_the_page(registry, store, role):
    person = a_person(store, need(), wish="yes")
    visitor = registry.signed_in("other", role)
    assert visitor.get("/needs").status_code == 403
    assert visitor.get(f"/people/{person}/needs").status_code == 403
    assert "People who wait for help" not in visitor.get("/").text


@pytest.mark.parametrize(
    ("role", "reads"),
    [(Role.CLERK, False), (Role.REVIEWER, True), (Role.INTERVIEWER, True), (Role.PROTECTION, True)],
)
def test_needs_are_read_by_those_who_may_and_masked_for_others(registry, store, role, reads):
    person = a_person(store, need())
    page = registry.signed_in("reader", role).get(f"/people/{person}?purpose=person-asks")
    words = text_of(page.text)
    assert ("Lasting illness" in words) is reads
    assert ("Specific needs Hidden from your role" in words) is not reads


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.INTERVIEWER])
def test_others_do_not_even_learn_that_there_is_a_wish(registry, store, role):
    person = a_person(store, wish="yes")
    page = registry.signed_in("reader", role).get(f"/people/{person}?purpose=person-asks").text
    assert WISH not in page
    told = blocks(store.cases.individual(person).said, [role])
    assert "specialist" not in {block.path for block in told}


def test_protection_reads_the_wish(officer, store):
    person = a_person(store, wish="yes")
    page = officer.get(f"/people/{person}?purpose=protect-person").text
    assert WISH in page


def test_a_need_is_confirmed_and_closed_with_its_history(officer, store):
    person = a_person(store, need("sm-cc", "immediate"), wish="yes")
    page = officer.get(f"/people/{person}/needs")
    assert faults(page.text) == []
    data = {"needs__0_code": "sm-cc", "needs__0_status": "resolved", "talked": "yes"}
    assert officer.post(f"/people/{person}/needs", data).status_code == 303
    found = store.cases.individual(person)
    assert found.value("needs")[0]["status"] == "resolved"
    assert found.value("specialist") == "no"
    (standing,) = found.current("needs")
    assert (standing.statement.source, standing.statement.why) == (
        Source.OFFICER,
        Why.NEW_INFORMATION,
    )
    assert waiting(store, NOON.date()) == []


def test_a_look_at_needs_is_recorded(officer, store):
    person = a_person(store, need())
    officer.get(f"/people/{person}/needs")
    assert [view.purpose for view in store.cases.views(person)] == ["protect-person"]


def test_saving_without_a_change_writes_nothing(officer, store):
    person = a_person(store, need())
    said = len(store.cases.individual(person).said)
    assert officer.post(f"/people/{person}/needs", {"needs__0_code": "sm-ci"}).status_code == 303
    assert len(store.cases.individual(person).said) == said


def test_a_code_that_is_not_on_the_list_is_refused_here_too(officer, store):
    person = a_person(store, need())
    answer = officer.post(f"/people/{person}/needs", {"needs__0_code": "sv-va"})
    assert answer.status_code == 422
    assert waiting(store, NOON.date())[0].urgency is Urgency.ROUTINE


def test_a_laptop_that_sends_a_code_not_on_the_list_is_refused_whole(store, tmp_path):
    with a_laptop(tmp_path) as laptop:
        group = a_group("Амаль Приклад", said={"needs": [need()]})
        added = [e for e in group.events if isinstance(e, StatementsAdded)]
        (said,) = [s for e in added for s in e.statements if s.path == "needs"]
        said.value[0]["code"] = "sv-va"  # past the domain, as a changed program would
        with pytest.raises(CodecError):
            send(laptop, store, group)
        assert store.cases.get(group.case) is None
        assert store.head(laptop.own_chain).seq == 0


def a_child(store, age=9, **said):
    """A child who came alone, of a complete group."""
    born = from_age(age, age, NOON.date()).to_json()
    group = a_group("Сашко Приклад", said={"birth": born, **said})
    store.record(*group.events)
    return group.people[0]


def test_a_child_alone_waits_for_a_day_for_its_best_interests(store, officer):
    child = a_child(store, **{"found-by": "A driver"})
    (line,) = waiting(store, NOON.date())
    assert (line.id, line.alone, line.due) == (child, ChildStanding.UNACCOMPANIED, None)
    page = officer.get("/needs").text
    assert "No day for best interests yet" in page
    assert "Сашко" not in page
    assert faults(page) == []


def test_the_day_is_set_and_moved_and_what_stood_before_stays(store, officer):
    child = a_child(store, **{"care-kind": "none"})
    there = f"/people/{child}/needs"
    first = {"best_interests__day": "3", "best_interests__month": "12"}
    for year in ("2026", "2027"):
        sent = {**first, "best_interests__year": year}
        assert officer.post(there, sent, page=there).status_code == 303
    person = store.cases.individual(child)
    assert [s.statement.value["edtf"] for s in person.history("best-interests")] == [
        "2026-12-03",
        "2027-12-03",
    ]
    assert person.answer("best-interests").statement.source is Source.OFFICER
    page = officer.get("/needs").text
    assert "Best interests by 3 Dec 2027" in page
    assert '"2027"' in officer.get(there).text


def test_a_child_without_a_day_comes_before_one_that_has_one(store):
    dated = a_child(store, **{"best-interests": from_edtf("2026-12-03").to_json()})
    undated = a_child(store, **{"wish-tracing": "yes"})
    assert [one.id for one in waiting(store, NOON.date())] == [undated, dated]


def test_a_child_of_a_group_that_said_a_child_is_alone_is_in_the_list(store):
    group = a_group("Сашко", said={"birth": from_age(9, 9, NOON.date()).to_json()})
    alone = statements(group.case, a_statement(group.case, "urgent.child-alone", "yes"))
    store.record(*group.events, alone)
    assert [one.id for one in waiting(store, NOON.date())] == [group.people[0]]


def test_an_adult_is_asked_for_no_such_day(store, officer):
    adult = a_child(store, age=40, **{"found-by": "A driver"})
    assert waiting(store, NOON.date()) == []
    assert "best_interests" not in officer.get(f"/people/{adult}/needs").text


def a_group_that_cannot_wait(store, *paths):
    """One person whose group said that these cannot wait; the person and the case."""
    group = a_group("Амаль Приклад")
    said = (a_statement(group.case, path, "yes") for path in paths)
    store.record(*group.events, statements(group.case, *said))
    return group.people[0], group.case


def test_what_a_group_said_cannot_wait_waits_for_help_before_all_else(store, officer):
    within_a_day = a_person(store, need(urgency="within-24-hours"))
    person, _case = a_group_that_cannot_wait(store, "urgent.doctor", "urgent.afraid")
    order = waiting(store, NOON.date())
    assert [one.id for one in order] == [person, within_a_day]
    assert order[0].urgent == ("urgent.doctor", "urgent.afraid")
    for path in ("/", "/needs", f"/people/{person}/needs"):
        page = officer.get(path).text
        assert "Needs a doctor now" in page
        assert faults(page) == []


def test_it_waits_until_somebody_looked_after_it_and_stays_in_the_history(store, officer):
    person, case = a_group_that_cannot_wait(store, "urgent.doctor")
    there = f"/people/{person}/needs"
    assert officer.post(there, {}, page=there).status_code == 303
    assert [one.id for one in waiting(store, NOON.date())] == [person]
    assert officer.post(there, {"looked_after": "yes"}, page=there).status_code == 303
    assert waiting(store, NOON.date()) == []
    told = [s.statement for s in store.cases.get(case).said if s.statement.path == "urgent.doctor"]
    assert [one.value for one in told if one.value] == ["yes", "no"]
    assert told[-1].source is Source.OFFICER
    assert "looked_after" not in officer.get(there).text
