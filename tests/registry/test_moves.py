"""Groups that are split or joined here: the pages, who may do what, and what stays untold."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from intake.domain.codes import MoveStatus, Purpose, RegroupReason, Role
from intake.domain.consent import agreed, ask_withdrawal
from intake.domain.event import CaseOpened, IndividualAdded, MoveTold
from intake.domain.ids import make_number, parse_number, show_number
from intake.domain.move import Move
from intake.registry.withdrawing import carry_out
from intake.store.filable import filable, file_missing
from intake.web.labels import label
from tests.builders import NOON, OFFICER, Group, a_consent, a_group, an_id
from tests.registry.casework import ADULT, CHILD, Desks, a_laptop, desks, problems, send, words_of
from tests.registry.visitor import Registry, Visitor

WORDS = {"words": "They asked for it."}
LATER = NOON + timedelta(days=2)


def numbered(group: Group) -> Group:
    """The same group with numbers whose check characters are right."""
    events = tuple(
        replace(e, number=make_number(uuid4().bytes))
        if isinstance(e, IndividualAdded | CaseOpened)
        else e
        for e in group.events
    )
    agreed = tuple(
        a_consent(group.case, one, purpose)
        for one in group.people
        for purpose in (Purpose.VERIFICATION, Purpose.TRACING)
    )
    return Group(group.case, group.people, (*events, *agreed))


@dataclass
class House(Desks):
    """A registry with two families, and two protection officers besides the others."""

    family: Group
    others: Group
    guards: tuple[Visitor, Visitor]

    def number(self, individual: str) -> str:
        person = self.store.cases.individual(individual)
        assert person is not None
        return show_number(person.number)

    def group(self, individual: str) -> str:
        place = self.store.moves.place(individual)
        assert place is not None
        return show_number(place.number)

    def members(self, individual: str) -> set[str]:
        case = self.store.cases.of_individual(individual)
        assert case is not None
        return {one.id for one in case.members}

    def propose(self, who: Visitor, *leaving: str, **changed: str) -> Any:
        page = f"/people/{leaving[0]}/group"
        data = {"where": "new", "reason": "family-request", "number": "", **WORDS, **changed}
        return who.post(page, {"people": list(leaving), **data})

    def last(self) -> Move:
        moves = self.store.moves.about([self.family.case, self.others.case])
        return moves[-1]

    def answer(self, who: Visitor, step: str = "confirm") -> Any:
        page = f"/moves/{self.last().id}"
        return who.post(f"{page}/{step}", WORDS, page=page)

    def move(self, *leaving: str, **changed: str) -> None:
        proposed = self.propose(self.clerk, *leaving, **changed)
        assert proposed.status_code == 303, problems(proposed)
        assert self.answer(self.reviewer).status_code == 303

    def part(self, *leaving: str) -> None:
        """Two protection officers part somebody from the others."""
        one, two = self.guards
        assert self.propose(one, *leaving, reason="protection").status_code == 303
        assert self.answer(two).status_code == 303

    def search(self, who: Visitor, words: str) -> str:
        return words_of(who.post("/search", {"purpose": "check-recording", "words": words}))

    def page(self, who: Visitor, individual: str) -> str:
        return words_of(who.get(f"/people/{individual}?purpose=check-recording"))


@pytest.fixture
def h(registry: Registry, tmp_path: Path) -> House:
    said = {"birth": ADULT, "size": None}
    family = numbered(a_group("Hodan", "Amina", "Sahra", said=said))
    others = numbered(a_group("Olena", "Taras", said=said))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, family, others)
    made = desks(registry)
    guards = tuple(registry.signed_in(f"guard-{n}", Role.PROTECTION) for n in (1, 2))
    return House(**vars(made), family=family, others=others, guards=guards)  # type: ignore[arg-type]


def test_a_group_is_split_by_two_and_both_parts_tell_it(h: House) -> None:
    one, two, three = h.family.people
    before = h.group(one)
    answer = h.propose(h.clerk, one)
    assert answer.status_code == 303
    assert h.members(one) == set(h.family.people)
    assert answer.location == f"/moves/{h.last().id}"
    assert "Waits for a second person" in words_of(h.clerk.get(answer.location))
    assert h.answer(h.reviewer).status_code == 303
    assert h.members(one) == {one}
    assert h.members(two) == {two, three}
    assert h.group(two) == before != h.group(one)
    for individual in (one, two):
        words = h.page(h.interviewer, individual)
        assert f"From group {before} to group {h.group(one)}" in words
        assert "They ask for it" in words
    assert h.number(two) not in h.page(h.clerk, one).split("Consents")[0].split("Group ")[-1]


def test_two_groups_are_joined_and_the_number_leads_on(h: House) -> None:
    one = h.family.people[0]
    old = h.group(one)
    h.move(*h.family.people, where="other", number=h.group(h.others.people[0]))
    assert h.members(one) == {*h.family.people, *h.others.people}
    found = h.search(h.clerk, old)
    assert h.number(h.others.people[0]) in found
    assert "5 people" in found


def test_another_move_undoes_it_and_the_history_keeps_both(h: House) -> None:
    one = h.family.people[0]
    old = h.group(one)
    h.move(one)
    h.move(one, where="other", number=old, reason="recording-error")
    assert h.members(one) == set(h.family.people)
    assert h.group(one) == old
    words = h.page(h.clerk, one)
    assert "They ask for it" in words
    assert str(label(RegroupReason.RECORDING_ERROR)) in words


def test_the_second_person_lets_them_stay(h: House) -> None:
    one = h.family.people[0]
    h.propose(h.clerk, one)
    assert h.answer(h.reviewer, "refuse").status_code == 303
    assert h.members(one) == set(h.family.people)
    assert h.last().status is MoveStatus.REFUSED
    assert "They stay as they are" in words_of(h.clerk.get(f"/moves/{h.last().id}"))
    assert h.propose(h.clerk, one).status_code == 303


def test_whoever_proposed_it_can_take_it_back_and_not_confirm_it(h: House) -> None:
    h.propose(h.guards[0], h.family.people[0])
    assert "Agree: move them" not in h.guards[0].get(f"/moves/{h.last().id}").text
    answer = h.answer(h.guards[0])
    assert answer.status_code == 422
    assert h.last().status is MoveStatus.PROPOSED
    assert h.answer(h.guards[0], "refuse").status_code == 303
    assert h.last().status is MoveStatus.REFUSED


def test_nobody_skips_the_proposal(h: House) -> None:
    page = f"/people/{h.family.people[0]}/group"
    for step in ("confirm", "refuse"):
        for move in ("0" * 32, h.family.case):
            answer = h.reviewer.post(f"/moves/{move}/{step}", WORDS, page=page)
            assert answer.status_code == 404


def test_a_refused_form_says_what_is_missing(h: House) -> None:
    one = h.family.people[0]
    assert "Write the number of that group." in problems(h.propose(h.clerk, one, where="other"))
    everybody = h.propose(h.clerk, *h.family.people)
    assert "At least one person has to stay." in problems(everybody)
    same = h.propose(h.clerk, one, where="other", number=h.group(one))
    assert "They are in this group already." in problems(same)
    unknown = h.propose(h.clerk, one, where="other", number=show_number(make_number(b"nobody")))
    assert unknown.status_code == 422
    assert h.propose(h.clerk, one, words="").status_code == 422
    foreign = h.clerk.post(
        f"/people/{one}/group",
        {"people": [h.others.people[0]], "where": "new", "reason": "marriage", **WORDS},
    )
    assert foreign.status_code == 422
    assert h.store.moves.waiting() == []


def test_for_one_person_one_proposal_waits(h: House) -> None:
    one, two, _three = h.family.people
    h.propose(h.clerk, one)
    again = h.propose(h.clerk, two, one)
    assert "For one of them a proposal waits already." in problems(again)
    assert len(h.store.moves.waiting()) == 1
    assert "A proposal waits" in words_of(h.clerk.get(f"/people/{two}/group"))


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PROTECTION])
def test_work_today_has_it_for_whoever_can_answer(h: House, role: Role) -> None:
    h.propose(h.clerk, h.family.people[0])
    who = h.reviewer if role is Role.REVIEWER else h.guards[0]
    assert "Groups that somebody wants to split or join (1)" in words_of(who.get("/"))
    assert "wants to split or join" not in words_of(h.clerk.get("/"))
    h.answer(who)
    assert "wants to split or join" not in words_of(who.get("/"))


def test_a_child_that_would_be_alone_is_told_and_looked_after(
    registry: Registry, tmp_path: Path
) -> None:
    child = numbered(a_group("Ayaan", "Hodan", said={"birth": CHILD}))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, child)
    made = desks(registry)
    guard = registry.signed_in("guard", Role.PROTECTION)
    one = child.people[0]
    page = f"/people/{one}/group"
    data = {"people": [one], "where": "new", "reason": "departure", **WORDS}
    answer = made.clerk.post(page, data)
    words = words_of(made.reviewer.get(answer.location))
    assert "A child would be in a group where nobody is surely grown up." in words
    assert answer.status_code == 303
    before = words_of(guard.get("/needs"))
    made.reviewer.post(answer.location + "/confirm", WORDS, page=answer.location)
    person = registry.store.cases.individual(one)
    assert person is not None
    assert show_number(person.number) not in before
    assert show_number(person.number) in words_of(guard.get("/needs"))


def test_looks_at_all_who_are_named_are_recorded(h: House) -> None:
    h.clerk.get(f"/people/{h.family.people[0]}/group")
    for one in h.family.people:
        assert [view.by for view in h.store.cases.views(one)] == [h.user("clerk")]
    h.propose(h.clerk, h.family.people[0])
    h.reviewer.get(f"/moves/{h.last().id}")
    assert h.store.cases.views(h.family.people[2])[0].by == h.user("reviewer")


def took_back(h: House, tmp_path: Path, number: str) -> set[str]:
    """Who no longer agrees to tracing after this number was taken back on another laptop."""
    asked = ask_withdrawal(
        an_id(), number=parse_number(number), purposes=[Purpose.TRACING], by=OFFICER, at=LATER
    )
    with a_laptop(tmp_path, "another") as laptop:
        send(laptop, h.store, Group("", (), (asked,)))
    carry_out(h.store, LATER)
    people = (*h.family.people, *h.others.people)
    cases = {one: h.store.cases.as_came(one) for one in people}
    return {o for o, c in cases.items() if c and not agreed(c.consents, o, Purpose.TRACING)}


def test_the_number_of_a_group_takes_back_for_those_who_belonged_to_it_then(
    h: House, tmp_path: Path
) -> None:
    one, two, three = h.family.people
    old = h.group(one)
    h.move(one)
    assert took_back(h, tmp_path, old) == {two, three}
    carry_out(h.store, LATER)
    h.move(one, where="other", number=old)
    carry_out(h.store, LATER)
    assert agreed(h.store.cases.as_came(one).consents, one, Purpose.TRACING)  # type: ignore[union-attr]


def test_the_number_of_the_new_group_takes_back_for_those_in_it(h: House, tmp_path: Path) -> None:
    one = h.family.people[0]
    h.move(one)
    assert took_back(h, tmp_path, h.group(one)) == {one}


def told_home(h: House) -> list[dict[str, Any]]:
    """What stands in the reply chain of the laptop, oldest first."""
    case = h.store.cases.get(h.family.case)
    assert case is not None
    chain = f"{h.store.own_chain}.{case.device}"
    entries = h.store.entries_after(chain, 0)
    return [vars_of(h.store.open_event(entry)) for entry in entries]


def vars_of(event: Any) -> dict[str, Any]:
    assert isinstance(event, MoveTold)
    return {"case": event.case, "individual": event.individual, "number": event.number}


def test_the_laptop_is_told_once_it_is_done_and_of_somebody_apart_no_number(h: House) -> None:
    one, two, _three = h.family.people
    h.propose(h.clerk, one)
    assert told_home(h) == []
    h.answer(h.reviewer)
    number = parse_number(h.group(one))
    assert told_home(h) == [{"case": h.family.case, "individual": one, "number": number}]
    h.part(two)
    assert told_home(h)[1:] == [{"case": h.family.case, "individual": two, "number": ""}]
    h.propose(h.clerk, one, where="other", number=h.group(h.others.people[0]))
    h.answer(h.reviewer, "refuse")
    assert len(told_home(h)) == 2


def test_erasing_says_who_is_erased_with_it(h: House) -> None:
    page = f"/cases/{h.family.case}/erase"
    warning = "belong to another group now"
    assert warning not in words_of(h.guards[0].get(page))
    h.move(h.family.people[0])
    assert warning in words_of(h.guards[0].get(page))
    assert "3 people" in words_of(h.guards[0].get(page))


def test_screening_keeps_who_came_with_whom(h: House) -> None:
    file_missing(h.store)
    cards = filable(h.store.cases.get(h.family.case))
    h.part(h.family.people[0])
    assert filable(h.store.cases.get(h.family.case)) == cards
    index = h.store.filing.agreed_to(Purpose.VERIFICATION)
    (filed,) = [one for one in index.of_case(h.family.case) if one.id == h.family.people[0]]
    assert len(filed.companions) == len(h.family.people) - 1


def test_figures_count_each_person_once(h: House) -> None:
    before = h.store.counts.registered("2026-01-01", "2026-12-31")
    h.move(h.family.people[0])
    h.move(*h.others.people, where="other", number=h.group(h.family.people[0]))
    assert h.store.counts.registered("2026-01-01", "2026-12-31") == before
    assert len(before) == 5
