"""Searches on their pages: two officers, no address, nobody told before both agree."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import ConsentAnswer, Purpose, Role, TraceStatus
from intake.domain.partial_date import from_parts
from intake.domain.trace import Trace
from intake.store.engine import IntegrityError
from tests.builders import Group, a_consent, a_name
from tests.registry.boxes import LONG, holding, is_beside
from tests.registry.casework import (
    Desks,
    a_laptop,
    desks,
    problems,
    said_later,
    send,
    words_of,
)
from tests.registry.test_links import spelt
from tests.registry.test_tracing import SON, asking, group
from tests.registry.visitor import Registry, Visitor

SECRET = "the blue tent by the well"


@pytest.fixture
def made(registry: Registry, tmp_path: Path) -> tuple[Desks, Group, Group]:
    """A mother who searches for her son, and a son who came another way."""
    mother = asking(group("Бібі Захра", said={"sex": "f", "safe-contact": SECRET}))
    son = group("Jawid", said={**SON, "safe-contact": SECRET})
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, mother, son)
    registry_desks = desks(registry)
    registry_desks.screen(mother, son)
    return registry_desks, mother, son


@pytest.fixture
def d(made: tuple[Desks, Group, Group]) -> Desks:
    return made[0]


@pytest.fixture
def officers(d: Desks) -> tuple[Visitor, Visitor]:
    one, two = (d.registry.signed_in(f"tracing-{n}", Role.TRACING) for n in (1, 2))
    return one, two


@pytest.fixture
def protection(d: Desks) -> Visitor:
    return d.registry.signed_in("protection", Role.PROTECTION)


@pytest.fixture
def page(d: Desks, made: tuple[Desks, Group, Group]) -> str:
    (request,) = d.store.cases.tracing()
    return f"/tracing/{request.id}/people/{made[2].people[0]}"


def judge(who: Visitor, page: str, verdict: str, reason: str = "Father and village.") -> Any:
    return who.post(page, {"verdict": verdict, "reason": reason})


def let_time_pass(d: Desks, *who: Visitor) -> None:
    """Nobody keeps a candidate any longer, and everybody is still at work."""
    for minutes in (8, 8):
        d.registry.clock.forward(minutes=minutes)
        assert [visitor.get("/").status_code for visitor in who] == [200] * len(who)


def trace(d: Desks) -> Trace:
    (request,) = d.store.cases.tracing()
    (found,) = d.store.traces.of_request(request.id)
    return found


def verified(officers: tuple[Visitor, Visitor], page: str) -> None:
    for who in officers:
        assert judge(who, page, "the-one-sought").status_code == 303


def handed(officers: tuple[Visitor, Visitor], page: str) -> str:
    verified(officers, page)
    over = officers[0].post(page + "/protection", {"reason": "Please ask."}, page=page)
    assert over.status_code == 303
    return page.replace("/tracing/", "/contacts/")


def wish(who: Visitor, page: str, side: str, said: str) -> Any:
    return who.post(page, {"side": side, "wish": said, "reason": "Asked alone."})


def test_candidates_are_ranked_in_words_and_never_in_figures(
    d: Desks, officers: tuple[Visitor, Visitor], page: str, made: tuple[Desks, Group, Group]
) -> None:
    words = words_of(officers[0].get(page.split("/people/")[0]))
    son = d.store.cases.individual(made[2].people[0])
    assert son is not None
    assert spelt(son.number) in words
    assert "1 person may be the one" in words
    assert "%" not in words
    assert "Many things agree" in words


def test_relations_stand_side_by_side_without_where_either_can_be_reached(
    officers: tuple[Visitor, Visitor], page: str
) -> None:
    words = words_of(officers[0].get(page))
    for told in ("Told by the one who searches", "The candidate says", "Shindand", "Bibi Zahra"):
        assert told in words
    for secret in (SECRET, "North gate", "%"):
        assert secret not in words


def test_two_officers_verify_and_the_second_does_not_see_the_first(
    d: Desks, officers: tuple[Visitor, Visitor], page: str
) -> None:
    one, two = officers
    before = words_of(two.get(page)), words_of(two.get("/tracing"))
    let_time_pass(d, *officers)
    judge(one, page, "the-one-sought", "An unmistakable reason.")
    assert (words_of(two.get(page)), words_of(two.get("/tracing"))) == before
    assert trace(d).status is TraceStatus.FIRST_VERDICT
    again = one.post(page, {"verdict": "the-one-sought", "reason": "Again."}, page="/")
    assert "Someone who has not worked on this case must confirm it." in problems(again)
    judge(two, page, "the-one-sought")
    assert trace(d).status is TraceStatus.VERIFIED
    assert "unmistakable" in words_of(two.get(page))


def test_v16_the_tables_verify_nothing_on_one_word(
    d: Desks, officers: tuple[Visitor, Visitor], page: str
) -> None:
    judge(officers[0], page, "the-one-sought")
    for status in ("verified", "both-agree", "contact"):
        with pytest.raises(IntegrityError):
            d.store._db.execute("UPDATE traces SET status = ?", [status])


def test_a_match_is_handed_to_protection_as_a_task(
    d: Desks, officers: tuple[Visitor, Visitor], page: str, protection: Visitor
) -> None:
    early = officers[0].post(page + "/protection", {"reason": "Now."}, page="/")
    assert "This step is not open now." in problems(early)
    contact = handed(officers, page)
    assert trace(d).status is TraceStatus.WITH_PROTECTION
    words = words_of(protection.get("/contacts"))
    assert "The protection team asks both sides" in words
    assert protection.get(contact).status_code == 200
    assert officers[0].get(contact).status_code == 403


def test_nobody_is_told_before_both_sides_agree(
    d: Desks, officers: tuple[Visitor, Visitor], page: str, protection: Visitor
) -> None:
    contact = handed(officers, page)
    early = protection.post(contact + "/made", {"reason": "They met."}, page=contact)
    assert "This step is not open now." in problems(early)
    assert wish(protection, contact, "found", "yes").status_code == 303
    assert trace(d).status is TraceStatus.WITH_PROTECTION
    wish(protection, contact, "asker", "message-only")
    assert trace(d).status is TraceStatus.BOTH_AGREE
    told = protection.post(contact + "/made", {"reason": "They met."}, page=contact)
    assert told.status_code == 303
    assert trace(d).status is TraceStatus.CONTACT


def test_a_no_is_told_like_a_search_that_found_nobody(
    d: Desks, officers: tuple[Visitor, Visitor], page: str, protection: Visitor
) -> None:
    contact = handed(officers, page)
    wish(protection, contact, "asker", "yes")
    wish(protection, contact, "found", "no")
    assert trace(d).status is TraceStatus.NO_CONTACT
    assert "if nobody had been found" in words_of(protection.get(contact))
    wish(protection, contact, "found", "yes")
    assert trace(d).status is TraceStatus.BOTH_AGREE


def test_scenario_5_whoever_must_hide_is_no_match_until_protection_lets_the_search_see(
    d: Desks,
    officers: tuple[Visitor, Visitor],
    page: str,
    protection: Visitor,
    made: tuple[Desks, Group, Group],
    tmp_path: Path,
) -> None:
    son = made[2]
    with a_laptop(tmp_path) as laptop:
        laptop.record(said_later(son.case, son.people[0], "withheld-from", "the uncle"))
        send(laptop, d.store)
    d.screen(son)
    search = page.split("/people/")[0]
    words = words_of(officers[0].get(search))
    assert "Nobody here is like the missing relative." in words
    assert officers[0].get(page).status_code == 404
    assert judge_by_hand(officers[0], page).status_code == 404
    hidden = protection.get("/contacts")
    assert "must stay hidden" in words_of(hidden)
    release = page.replace("/tracing/", "/contacts/") + "/release"
    for reason in ("", LONG):
        refused = protection.post(release, {"reason": reason}, page="/contacts")
        assert refused.status_code == 422
        box = f"why-{search.split('/')[-1]}-{son.people[0]}"
        assert holding(refused, reason) == [box]
        assert is_beside(refused, box)
    assert officers[0].get(page).status_code == 404
    protection.post(release, {"reason": "She fears the uncle alone."}, page="/contacts")
    assert officers[0].get(page).status_code == 200


def judge_by_hand(who: Visitor, page: str) -> Any:
    return who.post(page, {"verdict": "the-one-sought", "reason": "x"}, page="/")


def test_a_search_ends_with_the_consent_to_it(
    d: Desks,
    officers: tuple[Visitor, Visitor],
    page: str,
    made: tuple[Desks, Group, Group],
    tmp_path: Path,
) -> None:
    mother = made[1]
    assert "Son or daughter" in words_of(officers[0].get("/tracing"))
    no = a_consent(mother.case, mother.people[0], Purpose.TRACING, ConsentAnswer.WITHDRAWN)
    with a_laptop(tmp_path) as laptop:
        laptop.record(no)
        send(laptop, d.store)
    assert "No search stands now." in words_of(officers[0].get("/tracing"))
    assert officers[0].get(page).status_code == 404


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.TRACING, Role.FIELD)])
def test_only_tracing_officers_see_candidates(d: Desks, role: Role, page: str) -> None:
    visitor = d.registry.signed_in(f"a-{role.value}", role)
    for path in ("/tracing", page.split("/people/")[0], page):
        assert visitor.get(path).status_code == 403


def test_all_of_it_is_folded_again_and_goes_with_the_search(
    d: Desks, officers: tuple[Visitor, Visitor], page: str, protection: Visitor
) -> None:
    contact = handed(officers, page)
    wish(protection, contact, "found", "no")
    before = trace(d)
    d.store.rebuild()
    assert trace(d) == before
    d.store.forget_case(before.case)
    assert d.store.traces.handed_over() == []


def test_a_match_that_was_handed_over_is_a_task_of_protection(
    officers: tuple[Visitor, Visitor], page: str, protection: Visitor
) -> None:
    assert "Contact after a search (" not in words_of(protection.get("/"))
    contact = handed(officers, page)
    assert "Contact after a search (1)" in words_of(protection.get("/"))
    wish(protection, contact, "found", "no")
    assert "Contact after a search (" not in words_of(protection.get("/"))


def test_a_match_is_nobodys_task_once_the_record_of_whoever_was_found_is_erased(
    made: tuple[Desks, Group, Group],
    officers: tuple[Visitor, Visitor],
    page: str,
    protection: Visitor,
) -> None:
    contact = handed(officers, page)
    made[0].store.forget_case(made[2].case)
    assert "Contact after a search (" not in words_of(protection.get("/"))
    assert "No match was handed over." in words_of(protection.get("/contacts"))
    assert protection.get(contact).status_code == 404


def test_a_candidate_of_a_search_is_kept_for_the_officer_who_opened_it(
    officers: tuple[Visitor, Visitor], page: str
) -> None:
    first, second = officers
    assert 'name="verdict"' in first.get(page).text
    shown = second.get(page)
    assert "A colleague has this open just now." in words_of(shown)
    assert 'name="verdict"' not in shown.text
    refused = judge(second, page, "the-one-sought")
    assert refused.status_code == 422
    assert "A colleague works on this just now." in problems(refused)
    for listed in ("/", page.partition("/people/")[0]):
        assert "Tracing-1 Staff has it open" in words_of(second.get(listed))
        assert "has it open" not in words_of(first.get(listed))


def test_a_verdict_gives_the_candidate_back(officers: tuple[Visitor, Visitor], page: str) -> None:
    first, second = officers
    assert judge(first, page, "the-one-sought").status_code == 303
    assert 'name="verdict"' in second.get(page).text
    assert judge(second, page, "the-one-sought").status_code == 303


def test_handing_over_is_one_officers_work_too(
    officers: tuple[Visitor, Visitor], page: str
) -> None:
    verified(officers, page)
    first, second = officers
    first.get(page)
    assert "Ask the protection team" not in words_of(second.get(page))
    refused = second.post(page + "/protection", {"reason": "Please ask."}, page="/tracing")
    assert refused.status_code == 422


TOLD_OF_SON = {
    "name": a_name("جاوید"),
    "name.other": [a_name("Jawid Ahmad"), a_name("Jawed")],
    "birth-place": {"text": "شیندند", "country": "AF"},
    "grandfather": a_name("Mirza Khan"),
    "seen-when": from_parts(None, 3, 2022).to_json(),
    "seen-where": {"text": "Islam Qala", "country": "AF"},
    "seen-with": "his cousin Daud",
    "parted-by": "arrest-detention",
    "parted-how": "Men came at night.",
    "last-news": "A call in spring.",
    "may-be": "Mashhad, or further west",
    "may-know": "the uncle in Herat",
}
WORDS = (
    "Jawid Ahmad, Jawed",
    "Mirza Khan",
    "March 2022",
    "Islam Qala",
    "his cousin Daud",
    "Arrest",
    "Men came at night.",
    "A call in spring.",
    "Mashhad, or further west",
    "the uncle in Herat",
)


@pytest.fixture
def told_in_full(registry: Registry, tmp_path: Path) -> tuple[str, Group, Group]:
    """Where a search stands of which all is told, who asks, and who may be the one."""
    mother = asking(group("Бібі Захра", said={"sex": "f"}), told=TOLD_OF_SON)
    others = {"name.other": a_name("Javed the tall"), "grandfather": a_name("Mirza")}
    son = group("Jawid", said={**SON, **others})
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, mother, son)
    desks(registry).screen(mother, son)
    (request,) = registry.store.cases.tracing()
    return f"/tracing/{request.id}", mother, son


def test_all_that_was_told_comes_from_the_laptop_and_stands_over_the_candidates(
    registry: Registry, told_in_full: tuple[str, Group, Group]
) -> None:
    words = words_of(registry.signed_in("tracing", Role.TRACING).get(told_in_full[0]))
    for told in WORDS:
        assert told in words
    assert words.index("the uncle in Herat") < words.index("person may be the one")


def test_a_candidate_is_read_beside_other_names_and_the_grandfather(
    registry: Registry, told_in_full: tuple[str, Group, Group]
) -> None:
    address, _, son = told_in_full
    officer = registry.signed_in("tracing", Role.TRACING)
    words = words_of(officer.get(f"{address}/people/{son.people[0]}"))
    for told in (*WORDS, "Jawid Ahmad · Jawed", "Javed the tall"):
        assert told in words
    assert words.count("to be read beside the name; no weight of its own") == 2
    beside = words.index("Jawid Ahmad · Jawed")
    assert words.rindex("agrees", 0, beside) < beside < words.index("unknown", beside)


def test_a_search_of_which_little_is_told_has_no_empty_rows(
    officers: tuple[Visitor, Visitor], page: str
) -> None:
    words = words_of(officers[0].get(page.split("/people/")[0]))
    assert "Seen at the border in spring." in words
    for label in ("When they were last seen", "Why they were parted", "Other names"):
        assert label not in words
    assert "no weight of its own" not in words_of(officers[0].get(page))


@pytest.mark.parametrize("role", [Role.CLERK, Role.INTERVIEWER, Role.REVIEWER])
def test_others_read_on_the_record_no_more_of_a_search_than_before(
    registry: Registry, told_in_full: tuple[str, Group, Group], role: Role
) -> None:
    visitor = registry.signed_in("somebody", role)
    record = f"/people/{told_in_full[1].people[0]}?purpose=prepare-interview"
    words = words_of(visitor.get(record))
    assert "A call in spring." in words
    for told in sorted({*WORDS} - {"A call in spring."}):
        assert told not in words
    assert visitor.get(told_in_full[0]).status_code in (403, 404)


@pytest.mark.parametrize("role", [Role.TRACING, Role.PROTECTION])
def test_who_searches_and_who_protects_read_all_of_it_on_the_record(
    registry: Registry, told_in_full: tuple[str, Group, Group], role: Role
) -> None:
    visitor = registry.signed_in("somebody", role)
    words = words_of(visitor.get(f"/people/{told_in_full[1].people[0]}?purpose=trace-relative"))
    for told in WORDS:
        assert told in words


@pytest.mark.parametrize(
    "broken",
    [
        {"parted-by": "something newer"},
        {"name.other": "no list"},
        {"seen-where": "no place"},
        {"a-word-of-a-newer-laptop": {"x": 1}},
    ],
)
def test_a_search_told_by_a_newer_laptop_is_shown_as_far_as_it_is_understood(
    registry: Registry, tmp_path: Path, broken: dict[str, Any]
) -> None:
    mother = asking(group("Бібі Захра"), told={**TOLD_OF_SON, **broken})
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, mother)
    (request,) = registry.store.cases.tracing()
    officer = registry.signed_in("tracing", Role.TRACING)
    answer = officer.get(f"/tracing/{request.id}")
    assert answer.status_code == 200
    assert "the uncle in Herat" in words_of(answer)


def test_a_search_erased_with_its_record_leaves_nothing_of_what_was_told(
    registry: Registry, told_in_full: tuple[str, Group, Group]
) -> None:
    officer = registry.signed_in("tracing", Role.TRACING)
    registry.store.forget_case(told_in_full[1].case)
    assert registry.store.cases.tracing() == []
    assert officer.get(told_in_full[0]).status_code == 404


def test_without_a_match_protection_is_told_so(protection: Visitor) -> None:
    assert "No match was handed over." in words_of(protection.get("/contacts"))


@pytest.mark.parametrize("reason", ["", LONG])
def test_a_hand_over_without_a_fitting_reason_keeps_it_in_its_box(
    d: Desks, officers: tuple[Visitor, Visitor], page: str, reason: str
) -> None:
    verified(officers, page)
    refused = officers[0].post(page + "/protection", {"reason": reason}, page=page)
    assert (refused.status_code, holding(refused, reason)) == (422, ["reason"])
    assert is_beside(refused, "reason")
    assert trace(d).status is TraceStatus.VERIFIED


@pytest.mark.parametrize("reason", ["", LONG])
def test_contact_without_a_fitting_reason_is_not_made_and_keeps_it(
    d: Desks,
    officers: tuple[Visitor, Visitor],
    page: str,
    protection: Visitor,
    reason: str,
) -> None:
    contact = handed(officers, page)
    for side in ("asker", "found"):
        wish(protection, contact, side, "yes")
    refused = protection.post(contact + "/made", {"reason": reason}, page=contact)
    assert (refused.status_code, holding(refused, reason)) == (422, ["reason"])
    assert is_beside(refused, "reason")
    assert trace(d).status is TraceStatus.BOTH_AGREE


@pytest.mark.parametrize("missing", ["side", "wish", "reason"])
def test_what_a_side_says_is_whole_or_not_noted(
    d: Desks,
    officers: tuple[Visitor, Visitor],
    page: str,
    protection: Visitor,
    missing: str,
) -> None:
    contact = handed(officers, page)
    whole = {"side": "found", "wish": "yes", "reason": "Asked alone."}
    refused = protection.post(contact, {**whole, missing: ""}, page=contact)
    assert refused.status_code == 422
    assert holding(refused, "Asked alone.") == ([] if missing == "reason" else ["reason"])
    assert trace(d).wishes == {}
