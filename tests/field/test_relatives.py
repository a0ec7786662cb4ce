"""The family page: ties told one by one, each adult asked apart, nothing asked twice."""

from typing import Any

import pytest

from intake.domain.codes import Kin, Purpose, Tie, Whereabouts, Why
from intake.domain.relative import Relative, lines
from intake.store.keyring import key_name
from tests.builders import a_name
from tests.field.desk import Desk, Page
from tests.field.seeding import Seeded, a_record, agree

AWAY = {
    "name": "Андрій",
    "tie": "spouse-partner",
    "now": "missing",
    "since__year": "2026",
    "place": "Вокзал",
    "cause": "evacuation",
    "news": "A call in spring.",
    "sex": "m",
    "birth__year": "1988",
    "birth_place": "Неіснуюче",
}


def family(seeded: Seeded, member: int = 0, more: str = "") -> str:
    return f"/cases/{seeded.case}/people/{seeded.people[member]}/family{more}"


def add(desk: Desk, seeded: Seeded, told: dict[str, Any], member: int = 0, of: str = "") -> Page:
    page = desk.get(family(seeded, member, f"/new{of}"))
    return desk.send(page, told, having="tie")


def ties(desk: Desk, seeded: Seeded, member: int = 0) -> list[Relative]:
    return [line.relative for line in lines(desk.case(seeded.case).members[member])]


@pytest.fixture
def couple(desk: Desk) -> Seeded:
    return a_record(desk, "Олена", "Іван", complete=False)


def test_somebody_who_is_not_here_is_written_down_with_what_is_known(desk, couple):
    page = add(desk, couple, AWAY)
    assert page.path == family(couple)
    (tie,) = ties(desk, couple)
    assert (tie.called, tie.tie, tie.now) == ("Андрій", Tie.SPOUSE_PARTNER, Whereabouts.MISSING)
    assert tie.since["edtf"] == "2026"
    assert tie.known["birth"]["edtf"] == "1988"
    assert "Missing, no news" in page.text


def test_a_page_that_is_sent_twice_writes_one_tie(desk, couple):
    page = desk.get(family(couple, more="/new"))
    for _ in range(2):
        assert desk.send(page, AWAY, having="tie").path == family(couple)
    assert len(ties(desk, couple)) == 1
    desk.send(page, {**AWAY, "name": "Павло"}, having="tie")
    assert len(ties(desk, couple)) == 2


def test_two_brothers_of_one_name_are_two(desk, couple):
    for _ in range(2):
        add(desk, couple, {"name": "Іван", "tie": "sibling"})
    assert len(ties(desk, couple)) == 2


def test_only_who_it_is_and_what_they_are_is_needed(desk, couple):
    assert add(desk, couple, {"name": "Галина", "tie": "aunt-uncle"}).status == 200
    page = add(desk, couple, {"to": couple.people[1], "tie": "unknown"})
    assert page.status == 200
    assert [t.tie for t in ties(desk, couple)] == [Tie.AUNT_UNCLE, Tie.UNKNOWN]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"tie": "friend"}, "Choose somebody of this group, or write a name"),
        ({"name": "Галина"}, "Choose an answer: What are they to this person?"),
        ({"name": "Г", "tie": "boss"}, "Choose one of the answers in the list."),
        ({"name": "Г", "tie": "child", "to": "stranger"}, "Choose one of the answers"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(desk, couple, told, words):
    page = add(desk, couple, {**told, "news": "Heard in May."})
    assert page.status == 422
    assert words in page.text
    assert page.form(having="tie").value("news") == "Heard in May."
    assert ties(desk, couple) == []
    again = desk.get(family(couple, 0, "/new"))
    assert again.form(having="tie").value("news") == "Heard in May."


def test_a_member_and_a_name_at_once_are_refused(desk, couple):
    told = {"to": couple.people[1], "name": "Іван", "tie": "sibling"}
    assert add(desk, couple, told).status == 422


def test_v11_the_other_adult_is_asked_on_a_page_of_their_own(desk, couple):
    page = add(desk, couple, {"to": couple.people[1], "tie": "spouse-partner"})
    assert "Not asked yet" in page.text
    assert ties(desk, couple, 1) == []
    theirs = desk.get(family(couple, 1))
    assert "Said already: ask this person, apart from the others" in theirs.text
    answered = desk.send(theirs, {"says": "yes"}, having="of")
    assert "Says the same" in answered.text
    (tie,) = ties(desk, couple, 1)
    assert (tie.tie, tie.to) == (Tie.SPOUSE_PARTNER, couple.people[0])
    assert "Says the same" in desk.get(family(couple)).text


def test_v11_a_no_is_the_other_ones_word_and_takes_nothing_back(desk, couple):
    add(desk, couple, {"to": couple.people[1], "tie": "spouse-partner"})
    desk.send(desk.get(family(couple, 1)), {"says": "no"}, having="of")
    assert "Says otherwise: ask" in desk.get(family(couple)).text
    assert [t.tie for t in ties(desk, couple)] == [Tie.SPOUSE_PARTNER]
    assert [t.tie for t in ties(desk, couple, 1)] == [Tie.NONE]
    page = desk.get(family(couple, 1))
    assert "Not related" not in page.text
    assert "Said already" not in page.text


def test_a_tie_nobody_proposed_cannot_be_answered(desk, couple):
    sent = {"csrf_token": desk.token(), "of": "mother", "says": "yes"}
    assert desk.post(family(couple, 1, "/answer"), sent).status == 404
    assert ties(desk, couple, 1) == []


def test_what_the_pages_know_is_filled_in(desk):
    seeded = a_record(desk, "Олена", complete=False, said={"mother": a_name("Ганна")})
    page = desk.get(family(seeded))
    assert "Ганна" in page.text
    form = desk.get(family(seeded, 0, "/new?of=mother")).form(having="tie")
    assert (form.value("name"), form.value("tie"), form.value("sex")) == ("Ганна", "parent", "f")
    add(desk, seeded, {"now": "left-behind"}, of="?of=mother")
    (tie,) = ties(desk, seeded)
    assert (tie.called, tie.tie, tie.now) == ("Ганна", Tie.PARENT, Whereabouts.LEFT_BEHIND)


def test_no_name_stands_in_an_address(desk, couple):
    add(desk, couple, AWAY)
    page = desk.get(family(couple))
    assert "%D0" not in page.html
    assert "Андрій" not in "".join(page.html.split('href="')[1:2])


def test_a_changed_tie_keeps_what_stood_before(desk, couple):
    add(desk, couple, AWAY)
    (line,) = lines(desk.case(couple.case).members[0])
    page = desk.get(family(couple, 0, f"/{line.id}"))
    assert page.form(having="tie").value("place") == "Вокзал"
    desk.send(page, {"now": "separated-elsewhere"}, having="tie")
    (after,) = lines(desk.case(couple.case).members[0])
    assert after.relative.now is Whereabouts.ELSEWHERE
    assert after.said.statement.saw == (line.id,)
    history = desk.case(couple.case).members[0].history("relative")
    assert [s.statement.id for s in history] == [line.id, after.id]


def test_a_tie_saved_unchanged_writes_nothing(desk, couple):
    add(desk, couple, AWAY)
    (line,) = lines(desk.case(couple.case).members[0])
    desk.send(desk.get(family(couple, 0, f"/{line.id}")), {}, having="tie")
    assert [x.id for x in lines(desk.case(couple.case).members[0])] == [line.id]


def test_a_replaced_tie_cannot_be_opened_again(desk, couple):
    add(desk, couple, AWAY)
    (line,) = lines(desk.case(couple.case).members[0])
    desk.send(desk.get(family(couple, 0, f"/{line.id}")), {"now": "unknown"}, having="tie")
    assert desk.get(family(couple, 0, f"/{line.id}")).status == 404


def test_a_removed_tie_leaves_the_list_and_stays_in_the_history(desk, couple):
    add(desk, couple, AWAY)
    (line,) = lines(desk.case(couple.case).members[0])
    sent = {"csrf_token": desk.token()}
    page = desk.post(family(couple, 0, f"/{line.id}/remove"), sent)
    assert "It is off the list." in page.text
    assert "Missing, no news" not in page.text
    (none,) = ties(desk, couple)
    assert (none.tie, none.called) == (Tie.NONE, "Андрій")
    assert len(desk.case(couple.case).members[0].history("relative")) == 2
    assert "Missing, no news" in desk.get(f"/cases/{couple.case}/record").text


def test_after_completion_a_change_says_why(desk):
    seeded = a_record(desk, "Олена")
    add(desk, seeded, AWAY)
    (line,) = lines(desk.case(seeded.case).members[0])
    page = desk.get(family(seeded, 0, f"/{line.id}"))
    assert desk.send(page, {"now": "together"}, having="tie").status == 422
    desk.send(page, {"now": "together", "why": "new-information"}, having="tie")
    (after,) = lines(desk.case(seeded.case).members[0])
    assert after.said.statement.why is Why.NEW_INFORMATION


def test_one_button_leads_to_a_search_with_what_is_known(desk):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    page = add(desk, seeded, AWAY)
    (line,) = lines(desk.case(seeded.case).members[0])
    address = f"/cases/{seeded.case}/tracing/new?relative={line.id}"
    assert address in page.html
    search = desk.get(address)
    form = search.form(having="kin")
    known = {name: form.value(name) for name in ("asker", "kin", "name", "sex", "birth_place")}
    assert known == {
        "asker": seeded.people[0],
        "kin": "spouse",
        "name": "Андрій",
        "sex": "m",
        "birth_place": "Неіснуюче",
    }
    assert form.value("last_news") == "A call in spring."
    assert (form.value("seen_when__year"), form.value("seen_where")) == ("2026", "Вокзал")
    assert form.value("parted_by") == "evacuation"
    desk.send(search, {}, having="kin")
    (request,) = desk.store.cases.tracing(seeded.case)
    assert (request.kin, request.sought["name"]["text"]) == (Kin.SPOUSE, "Андрій")
    assert request.sought["birth"]["edtf"] == "1988"
    assert request.sought["seen-when"]["edtf"] == "2026"
    assert request.sought["seen-where"]["text"] == "Вокзал"
    assert request.sought["parted-by"] == "evacuation"


def test_a_brother_is_sought_with_the_parents_of_the_one_who_asks(desk):
    seeded = a_record(desk, "Олена", said={"mother": a_name("Ганна")})
    add(desk, seeded, {"name": "Петро", "tie": "sibling", "now": "missing"})
    (line,) = lines(desk.case(seeded.case).members[0])
    form = desk.get(f"/cases/{seeded.case}/tracing/new?relative={line.id}").form(having="kin")
    assert form.value("mother") == "Ганна"


NAMES = {
    "father": a_name("Петро"),
    "mother": a_name("Ганна"),
    "grandfather": a_name("Степан"),
}


@pytest.mark.parametrize(
    ("tie", "sex", "sought_sex", "known"),
    [
        ("sibling", "f", "", ("Петро", "Ганна", "Степан")),
        ("child", "m", "", ("Олекса", "", "Петро")),
        ("child", "f", "", ("", "Олекса", "")),
        ("parent", "f", "m", ("Степан", "", "")),
        ("parent", "f", "f", ("", "", "")),
        ("grandparent", "m", "m", ("", "", "")),
    ],
)
def test_whose_child_the_missing_one_is_follows_from_the_tie(desk, tie, sex, sought_sex, known):
    seeded = a_record(desk, "Олекса", said={**NAMES, "sex": sex})
    add(desk, seeded, {"name": "Марко", "tie": tie, "now": "missing", "sex": sought_sex})
    (line,) = lines(desk.case(seeded.case).members[0])
    form = desk.get(f"/cases/{seeded.case}/tracing/new?relative={line.id}").form(having="kin")
    assert tuple(form.value(name) for name in ("father", "mother", "grandfather")) == known


def test_what_the_tie_tells_goes_before_what_follows_from_it(desk):
    seeded = a_record(desk, "Олена", said=NAMES)
    add(desk, seeded, {"name": "Марко", "tie": "sibling", "now": "missing", "father": "Іван"})
    (line,) = lines(desk.case(seeded.case).members[0])
    form = desk.get(f"/cases/{seeded.case}/tracing/new?relative={line.id}").form(having="kin")
    assert (form.value("father"), form.value("mother")) == ("Іван", "Ганна")


def test_a_search_from_a_tie_that_is_not_there_is_not_found(desk, couple):
    assert desk.get(f"/cases/{couple.case}/tracing/new?relative={couple.case}").status == 404


@pytest.mark.parametrize("now", ["together", "dead-said", ""])
def test_who_is_here_or_dead_as_said_gets_no_search_button(desk, couple, now):
    page = add(desk, couple, {**AWAY, "now": now})
    assert "Search for them" not in page.text


def test_the_ties_are_read_back(desk, couple):
    add(desk, couple, AWAY)
    page = desk.get(f"/cases/{couple.case}/check")
    assert "Андрій; Зник" in page.text or "Андрій; " in page.text
    assert f"/people/{couple.people[0]}/family" in page.html


def test_nobody_has_to_open_the_family_page(desk, couple):
    page = desk.get(f"/cases/{couple.case}")
    assert f"{family(couple)}" in page.html
    assert "Family" not in desk.get(f"/cases/{couple.case}/check").text


def test_ties_lie_encrypted_under_the_key_of_the_case(desk, couple):
    add(desk, couple, AWAY)
    assert key_name(desk.store.own_chain, couple.case) == couple.case
    bodies = b"".join(entry.body for entry in desk.store.ledger.of_case(couple.case))
    assert "Андрій".encode() not in bodies


def test_a_stranger_to_the_case_has_no_family_page_there(desk, couple):
    other = a_record(desk, "Назар", complete=False)
    stranger = f"/cases/{couple.case}/people/{other.people[0]}/family"
    for more in ("", "/new"):
        assert desk.get(stranger + more).status == 404
