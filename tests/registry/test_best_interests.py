"""No contact with a child without a carer unless it was found in the child's interest."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import Role, TraceStatus
from intake.domain.partial_date import from_age
from intake.store.engine import IntegrityError
from tests.builders import NOON, Group
from tests.registry.casework import Desks, a_laptop, desks, problems, send, words_of
from tests.registry.test_finding import handed, trace, wish
from tests.registry.test_races import press_at_once
from tests.registry.test_tracing import SON, TOLD, asking, group
from tests.registry.visitor import Registry, Visitor

NINE = from_age(9, 9, NOON.date()).to_json()
LOOK = {
    "looked_by": "Child protection officer",
    "looked_on": "2026-11-20",
    "asked": "yes",
    "view": "I want to hear her voice.",
    "guardian": "agrees",
    "outcome": "in-interest",
    "conditions": "By telephone first.",
    "reason": "She raised him.",
}


@dataclass
class Match:
    """A boy alone, found by a search, and the people who look after the match."""

    d: Desks
    mother: Group
    boy: Group
    officers: tuple[Visitor, Visitor]
    protection: Visitor
    contact: str

    @property
    def page(self) -> str:
        return f"{self.contact}/children/{self.boy.people[0]}/look"

    def look(self, who: Visitor | None = None, **changed: str) -> Any:
        return (who or self.protection).post(self.page, {**LOOK, **changed}, page=self.page)

    def both_agree(self) -> None:
        for side in ("found", "asker"):
            assert wish(self.protection, self.contact, side, "yes").status_code == 303

    def make_contact(self) -> Any:
        told = {"reason": "They spoke."}
        return self.protection.post(self.contact + "/made", told, page=self.contact)

    def status(self) -> TraceStatus | None:
        return trace(self.d).status


@pytest.fixture
def match(registry: Registry, tmp_path: Path) -> Match:
    told = {**TOLD, "birth": NINE}
    mother = asking(group("Бібі Захра", said={"sex": "f"}), told=told)
    said = {**SON, "birth": NINE, "found-by": "A driver", "guardian": "Ms Example, social worker"}
    boy = group("Jawid", said=said)
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, mother, boy)
    d = desks(registry)
    d.screen(mother, boy)
    officers = tuple(registry.signed_in(f"tracing-{n}", Role.TRACING) for n in (1, 2))
    protection = registry.signed_in("protection", Role.PROTECTION)
    (request,) = d.store.cases.tracing()
    contact = handed(officers, f"/tracing/{request.id}/people/{boy.people[0]}")
    return Match(d, mother, boy, officers, protection, contact)


def test_the_page_of_a_match_says_that_a_child_is_alone_and_leads_to_the_look(
    match: Match,
) -> None:
    page = match.protection.get(match.contact)
    assert "A child without a carer" in words_of(page)
    assert match.page in page.text
    assert f"children/{match.mother.people[0]}" not in page.text


def test_what_the_record_says_of_care_stands_beside_the_form(match: Match) -> None:
    words = words_of(match.protection.get(match.page))
    assert "May be a child, age 9" in words
    assert "Ms Example, social worker" in words


def test_contact_waits_for_a_look_that_finds_it_in_the_childs_interest(match: Match) -> None:
    match.both_agree()
    assert "First somebody trained looks at what is best" in problems(match.make_contact())
    assert match.look().status_code == 303
    words = words_of(match.protection.get(match.contact))
    assert "Contact is in the child's interest" in words
    assert "On conditions: By telephone first." in words
    assert match.make_contact().status_code == 303
    assert match.status() is TraceStatus.CONTACT


@pytest.mark.parametrize("outcome", ["not-now", "not-in-interest"])
def test_any_other_outcome_keeps_contact_shut_until_a_new_look(match: Match, outcome: str) -> None:
    match.both_agree()
    match.look(outcome="in-interest")
    match.look(outcome=outcome, view="I am afraid.")
    assert "did not find this contact in the interest" in problems(match.make_contact())
    assert match.status() is TraceStatus.BOTH_AGREE
    shown = words_of(match.protection.get(match.page))
    assert shown.index("I am afraid.") < shown.index("I want to hear her voice.")
    match.look(outcome="in-interest")
    assert match.make_contact().status_code == 303


def test_the_tables_open_no_contact_against_the_last_look(match: Match) -> None:
    match.both_agree()
    match.look(outcome="not-now")
    with pytest.raises(IntegrityError, match="in the interest of the child"):
        match.d.store._db.execute("UPDATE traces SET status = 'contact'")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"reason": ""}, "Fill this in"),
        ({"view": ""}, "Fill this in"),
        ({"looked_by": " "}, "Fill this in"),
        ({"outcome": ""}, "Choose an answer"),
        ({"outcome": "contact"}, "Choose one of the answers"),
        ({"asked": ""}, "Choose an answer"),
        ({"guardian": "mother"}, "Choose one of the answers"),
        ({"looked_on": "2026-11-21"}, "has not come yet"),
        ({"looked_on": "yesterday"}, "cannot be"),
    ],
)
def test_a_look_that_says_too_little_is_not_recorded(
    match: Match, changed: dict[str, str], words: str
) -> None:
    refused = match.look(**changed)
    assert refused.status_code == 422
    assert words in problems(refused)
    assert match.d.store.traces.looks(trace(match.d).request, match.boy.people[0]) == []


def test_a_child_who_was_not_asked_needs_the_reason(match: Match) -> None:
    assert match.look(asked="no", view="She is two years old.").status_code == 303
    assert "The child was not asked: She is two years old." in words_of(
        match.protection.get(match.page)
    )


def test_nobody_but_a_child_alone_in_this_match_has_such_a_page(match: Match) -> None:
    for child in (match.mother.people[0], "0" * 32):
        assert match.protection.get(f"{match.contact}/children/{child}/look").status_code == 404
    other = match.contact.replace(match.boy.people[0], match.mother.people[0])
    page = f"{other}/children/{match.boy.people[0]}/look"
    assert match.protection.get(page).status_code == 404


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PROTECTION, Role.FIELD}))
def test_no_other_role_sees_or_records_it(match: Match, role: Role) -> None:
    match.look()
    other = match.d.registry.signed_in("other", role)
    assert other.get(match.page).status_code == 403
    token = {"csrf_token": other.token("/sign-in"), **LOOK}
    refused = other.client.post(match.page, data=token, base_url="http://127.0.0.1:8001")
    assert refused.status_code == 403
    assert len(match.d.store.traces.looks(trace(match.d).request, match.boy.people[0])) == 1


def test_the_look_is_counted_as_a_look_at_the_childs_record(match: Match) -> None:
    match.protection.get(match.page)
    seen = match.d.store.cases.views(match.boy.people[0])
    assert any(view.purpose == "protect-person" for view in seen)


def test_after_contact_was_made_no_look_is_added(match: Match) -> None:
    match.both_agree()
    match.look()
    match.make_contact()
    assert "This step is not open now." in problems(match.look(outcome="not-now"))
    assert "Record what is best for the child" not in words_of(match.protection.get(match.contact))


def test_what_is_written_is_shown_as_text(match: Match) -> None:
    match.look(view="<b>bold</b>", reason="<script>x</script>")
    shown = match.protection.get(match.page).text
    assert "<script>x" not in shown
    assert "&lt;script&gt;x" in shown


def test_it_is_folded_again_and_goes_with_the_childs_case(match: Match) -> None:
    match.look()
    request, boy = trace(match.d).request, match.boy.people[0]
    before = match.d.store.traces.looks(request, boy)
    match.d.store.rebuild()
    assert match.d.store.traces.looks(request, boy) == before
    match.d.store.forget_case(match.boy.case)
    assert match.d.store.traces.looks(request, boy) == []


def test_contact_is_made_once_by_fifty_windows(match: Match) -> None:
    match.both_agree()
    match.look()
    pressed = press_at_once(
        match.protection, match.contact, match.contact + "/made", {"reason": "They spoke."}
    )
    assert sorted(a.status_code for a in pressed) == [303] + [422] * 49
    assert match.status() is TraceStatus.CONTACT


def test_an_adult_needs_no_such_look(match: Match) -> None:
    page = match.protection.get(match.contact)
    assert words_of(page).count("A child without a carer") == 1
    assert "Jawid" not in page.text
