"""Somebody parted from others for safety: no page of one side leads anybody to the other.

Every page that exists about a person is read whole, by every role but protection.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import Kin, Likeness, PairStatus, PairVerdict, Role, Tie
from intake.domain.event import LikenessAnswered, MatchSuggested, PairJudged, TracingRequested
from intake.domain.relative import Relative
from intake.registry.finding import found_by, hidden, standing
from intake.registry.grouping import hidden_from
from intake.registry.rights import copy_of
from intake.registry.verifying.side_by_side import side_by_side
from intake.store.filable import file_missing
from tests.builders import NOON, OFFICER, Group, a_group, a_statement, an_id, statements
from tests.registry.casework import ABDULLAH, ABDULLAH_AGAIN, ADULT, a_laptop, desks, send, words_of
from tests.registry.test_moves import WORDS, House, numbered
from tests.registry.test_vouches import TEACHER
from tests.registry.visitor import Registry, Visitor

HUSBAND, WIFE = "Abdullah", "Zarmina"
MOST = (Role.CLERK, Role.INTERVIEWER, Role.REVIEWER, Role.TRACING)
PAGES = (
    "?purpose=check-recording",
    "/group",
    "/standing",
    "/corrections",
    "/identity",
    "/interviews/new",
    "/rights",
    "/copy?language=en",
    "/supports",
    "/vouches",
    "/needs",
)
LISTS = ("/", "/pairs", "/links", "/tracing", "/incoming", "/needs", "/figures", "/audit")


def tied(group: Group) -> Group:
    """The two say of each other what they are, and each looks for a relative."""
    husband, wife = group.people
    ties = [
        statements(
            group.case, a_statement(a, "relative", Relative(Tie.SPOUSE_PARTNER, to=b).to_json())
        )
        for a, b in ((husband, wife), (wife, husband))
    ]
    return Group(group.case, group.people, (*group.events, *ties))


def looked_for(group: Group, asker: str, **sought: Any) -> TracingRequested:
    return TracingRequested(
        case=group.case,
        request=an_id(),
        individual=asker,
        kin=Kin.SPOUSE,
        sought=sought,
        must_not_know="",
        by=OFFICER,
        at=NOON,
    )


@pytest.fixture
def h(registry: Registry, tmp_path: Path) -> House:
    """A wife parted from her husband, who was registered a second time elsewhere."""
    family = tied(numbered(a_group(HUSBAND, WIFE, said=ABDULLAH)))
    again = numbered(a_group("عبدالله", said=ABDULLAH_AGAIN))
    likeness = LikenessAnswered(
        case=family.case,
        individual=family.people[0],
        other=family.people[1],
        other_case=family.case,
        answer=Likeness.DIFFERENT,
        by=OFFICER,
        at=NOON,
    )
    family = Group(family.case, family.people, (*family.events, likeness))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, family, again)
    made = desks(registry)
    guards = tuple(registry.signed_in(f"guard-{n}", Role.PROTECTION) for n in (1, 2))
    house = House(**vars(made), family=family, others=again, guards=guards)  # type: ignore[arg-type]
    house.screen(family, again)
    house.part(family.people[1])
    return house


def secrets(h: House, individual: str) -> set[str]:
    """What must not stand on any page of the other side: number, group, name."""
    person = h.store.cases.individual(individual)
    assert person is not None
    return {h.number(individual), h.group(individual), person.text("name")}


def everything(who: Visitor, individual: str) -> str:
    """The words of every page about a person that this visitor may open."""
    pages = [who.get(f"/people/{individual}{page}") for page in PAGES]
    return " ".join(words_of(page) for page in pages if page.status_code == 200)


@pytest.mark.parametrize("role", MOST)
def test_no_page_of_either_side_names_the_other(h: House, role: Role) -> None:
    husband, wife = h.family.people
    who = h.registry.signed_in("one-more", role)
    for one, other in ((husband, wife), (wife, husband)):
        words = everything(who, one)
        assert h.number(one) in words
        for secret in secrets(h, other) - secrets(h, one):
            assert secret not in words, secret
        for told in ("To protect somebody", "parted", "From group"):
            assert told not in words


@pytest.mark.parametrize("role", [*MOST, Role.DPO, Role.ADMINISTRATOR])
def test_no_list_leads_from_one_to_the_other(h: House, role: Role) -> None:
    who = h.registry.signed_in("one-more", role)
    pages = [who.get(page) for page in LISTS]
    words = " ".join(words_of(page) for page in pages if page.status_code == 200)
    for one in h.family.people:
        assert h.group(one) not in words
    assert "split or join" not in words


@pytest.mark.parametrize("role", MOST)
def test_the_number_of_one_group_finds_nobody_of_the_other(h: House, role: Role) -> None:
    husband, wife = h.family.people
    who = h.registry.signed_in("one-more", role)
    for one, other in ((husband, wife), (wife, husband)):
        found = h.search(who, h.group(one))
        assert h.number(one) in found
        for secret in secrets(h, other) - secrets(h, one):
            assert secret not in found


def test_protection_sees_who_was_parted_why_and_where(h: House) -> None:
    husband, wife = h.family.people
    for one in (husband, wife):
        words = h.page(h.guards[0], one)
        assert f"From group {h.group(husband)} to group {h.group(wife)}" in words
        assert "To protect somebody" in words


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER])
@pytest.mark.parametrize("step", ["", "/confirm", "/refuse"])
def test_the_proposal_is_nothing_to_others_by_its_address(h: House, role: Role, step: str) -> None:
    husband, wife = h.family.people
    (move,) = h.store.moves.about([h.family.case])
    who = h.clerk if role is Role.CLERK else h.reviewer
    page = f"/moves/{move.id}"
    if step:
        answer = who.post(page + step, WORDS, page=f"/people/{husband}/group")
    else:
        answer = who.get(page)
    assert answer.status_code == 404
    assert h.store.moves.get(move.id) == move
    assert h.members(wife) == {wife}


def test_while_it_waits_the_others_see_no_sign_of_it(h: House) -> None:
    husband, wife = h.family.people
    old = h.group(husband)
    guard = h.guards[0]
    back = {"where": "other", "number": old, "reason": "recording-error"}
    assert h.propose(guard, wife, **back).status_code == 303
    assert "split or join" not in words_of(h.reviewer.get("/"))
    assert "split or join" in words_of(h.guards[1].get("/"))
    assert h.answer(h.reviewer).status_code == 404
    assert h.answer(h.guards[1]).status_code == 303
    assert h.members(wife) == {husband, wife}
    assert h.number(wife) in h.page(h.clerk, husband)


def test_a_clerk_who_brings_them_together_again_needs_protection(h: House) -> None:
    husband, wife = h.family.people
    asked = h.propose(h.clerk, wife, where="other", number=h.group(husband))
    assert asked.status_code == 303
    assert "Waits for a second person" in words_of(h.clerk.get(asked.location))
    assert h.answer(h.reviewer).status_code == 404
    assert h.reviewer.get(asked.location).status_code == 404
    assert h.answer(h.guards[0], "refuse").status_code == 303
    told = words_of(h.clerk.get(asked.location))
    assert "They stay as they are" in told
    assert WORDS["words"] in told
    assert told.count(WORDS["words"]) == 1
    joined = h.propose(h.clerk, husband, where="other", number=h.group(wife))
    assert h.reviewer.get(joined.location).status_code == 404
    assert h.members(wife) == {wife}


def test_a_clerk_cannot_give_the_reason_of_protection(h: House) -> None:
    one = h.others.people[0]
    page = h.clerk.get(f"/people/{one}/group").text
    assert 'value="protection"' not in page
    assert 'value="protection"' in h.guards[0].get(f"/people/{one}/group").text
    answer = h.propose(h.clerk, one, reason="protection")
    assert answer.status_code == 422
    assert [move.individuals for move in h.store.moves.waiting()] == []


def test_a_comparison_names_nobody_they_came_with(h: House) -> None:
    (pair,) = h.store.pairs.waiting()
    assert {pair.left, pair.right} == {h.family.people[0], h.others.people[0]}
    seen = side_by_side(h.store, pair)
    rows = [(row.what, row.left, row.right) for row in (*seen.told, *seen.silent)]
    assert WIFE not in str(rows)
    assert "People in the group" not in str(rows)
    assert WIFE not in h.clerk.get(f"/pairs/{pair.id}").text


def test_a_linked_record_does_not_lead_there_either(h: House) -> None:
    """Her husband's two records are one; neither page tells of her, nor hers of either."""
    (pair,) = h.store.pairs.waiting()
    for who in (h.clerk, h.reviewer):
        who.post(f"/pairs/{pair.id}", {"verdict": "same", "reason": "One mother."})
    assert h.store.pairs.get(pair.id).status is PairStatus.LINKED  # type: ignore[union-attr]
    husband, wife = h.family.people
    again = h.others.people[0]
    assert hidden_from(h.store, wife) == {husband, again}
    words = everything(h.interviewer, again) + everything(h.interviewer, husband)
    assert h.number(again) in words
    for secret in secrets(h, wife) - secrets(h, husband):
        assert secret not in words


def test_her_second_record_is_read_alone_and_goes_along(registry: Registry, tmp_path: Path) -> None:
    family = numbered(a_group(HUSBAND, WIFE, said={"birth": ADULT}))
    again = numbered(a_group("Zarmina Gul", "Abdullah Khan"))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, family, again)
    made = desks(registry)
    guards = tuple(registry.signed_in(f"guard-{n}", Role.PROTECTION) for n in (1, 2))
    h = House(**vars(made), family=family, others=again, guards=guards)  # type: ignore[arg-type]
    wife, twin = family.people[1], again.people[0]
    link(h, family, wife, twin)
    h.part(wife)
    assert h.members(wife) == {wife, twin}
    for one in (family.people[0], again.people[1]):
        words = everything(h.clerk, one)
        for secret in secrets(h, wife) | secrets(h, twin):
            assert secret not in words


def link(h: House, group: Group, left: str, right: str) -> None:
    """Two people call two records the same person's."""
    other = h.store.cases.individual(right)
    assert other is not None
    pair = MatchSuggested(
        case=group.case,
        pair=an_id(),
        left=left,
        right=right,
        right_case=other.case,
        band="many",
        score=9.0,
        weights_version="1",
        evidence=(),
        by="intake",
        at=NOON,
    )
    judged = [
        PairJudged(
            case=group.case, pair=pair.pair, verdict=PairVerdict.SAME, reason="x", by=by, at=NOON
        )
        for by in ("r1", "r2")
    ]
    h.store.record(pair, *judged)


def test_a_record_linked_later_stays_apart_on_the_pages_of_most(h: House) -> None:
    husband, wife = h.family.people
    twin = h.others.people[0]
    link(h, h.family, wife, twin)
    assert h.number(wife) not in h.page(h.clerk, twin)
    assert h.number(twin) not in h.page(h.clerk, wife)
    assert h.number(wife) in h.page(h.guards[0], twin)
    assert h.number(husband) not in h.page(h.clerk, wife)
    (pair,) = [one for one in h.store.pairs.links() if twin in (one.left, one.right)]
    assert h.clerk.get(f"/pairs/{pair.id}").status_code == 404
    assert h.clerk.get(f"/pairs/{pair.id}/history").status_code == 404
    assert h.number(twin) not in words_of(h.clerk.get("/links"))


def test_protection_is_told_of_another_record_that_can_lead_back(h: House) -> None:
    title = "Other records of somebody parted for safety"
    twin = h.others.people[0]
    assert title not in words_of(h.guards[0].get("/"))
    link(h, h.family, h.family.people[1], twin)
    today = words_of(h.guards[0].get("/"))
    assert title in today
    assert h.number(twin) in today
    assert title not in words_of(h.reviewer.get("/"))
    along = {"where": "other", "number": h.group(h.family.people[1]), "reason": "protection"}
    assert h.propose(h.guards[0], twin, **along).status_code == 303
    assert h.answer(h.guards[1]).status_code == 303
    assert title not in words_of(h.guards[0].get("/"))
    assert h.number(twin) in words_of(h.clerk.get("/links"))


def test_a_search_for_the_other_goes_by_protection(h: House) -> None:
    husband, wife = h.family.people
    h.store.record(looked_for(h.family, husband, name={"text": WIFE}))
    file_missing(h.store)
    (search,) = standing(h.store)
    assert found_by(h.store, search) == []
    stranger = looked_for(h.others, h.others.people[0], name={"text": WIFE})
    h.store.record(replace(stranger, sought={"name": {"text": WIFE}}))
    for one in standing(h.store):
        assert wife not in [found.person.id for found in found_by(h.store, one)]
    assert all(search.asker.id != husband for search, _person in hidden(h.store))


def test_a_search_stays_with_the_one_who_asked_for_it_when_they_are_parted(h: House) -> None:
    husband, wife = h.family.people
    told = {"seen-with": "her aunt by the mill", "parted-by": "conflict"}
    h.store.record(looked_for(h.family, wife, name={"text": "Zarmina"}, **told))
    held = {}
    for one in (husband, wife):
        case = h.store.cases.of_individual(one)
        person = case.member(one) if case else None
        assert case is not None
        assert person is not None
        held[one] = copy_of(h.store, case, person, short=False).searches
    assert held[husband] == ()
    (search,) = held[wife]
    assert search.sought == {"name": {"text": "Zarmina"}, **told}
    for who in (*h.guards, h.clerk):
        page = who.get(f"/people/{husband}?purpose=protect-person")
        assert "her aunt by the mill" not in words_of(page)
    assert "her aunt by the mill" in words_of(
        h.guards[0].get(f"/people/{wife}?purpose=protect-person")
    )


def test_the_copy_of_either_names_no_group_of_the_other(h: House) -> None:
    husband, wife = h.family.people
    for one, other in ((husband, wife), (wife, husband)):
        case = h.store.cases.of_individual(one)
        person = case.member(one) if case else None
        assert case is not None
        assert person is not None
        copy = copy_of(h.store, case, person, short=False)
        assert other not in str(copy.told)
        assert h.number(other) not in str(copy.told)
        assert (copy.of_group == ()) is (one == wife)


def test_what_the_other_says_is_no_question_of_the_interview(h: House) -> None:
    husband, wife = h.family.people
    page = f"/people/{wife}/interviews/new"
    token = h.interviewer.get(page)
    assert token.status_code == 200
    assert h.number(husband) not in words_of(token)
    case = h.store.cases.company(wife)
    assert case is not None
    assert [member.id for member in case.members] == [wife]


def test_a_vouch_of_the_other_side_names_nobody(h: House) -> None:
    husband, wife = h.family.people
    data = {**TEACHER, "name": "", "contact": "", "number": h.number(husband)}
    guard = h.guards[0]
    answer = guard.post(f"/people/{wife}/vouches/new", {k: v for k, v in data.items() if v})
    assert answer.status_code == 303
    assert [v.same_household for v in h.store.vouches.of_individual(wife)] == [True]
    assert h.number(husband) not in everything(h.interviewer, wife)
    assert h.number(husband) not in everything(h.reviewer, wife)
