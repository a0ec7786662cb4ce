"""Two records side by side: people decide, blind to one another, and can always leave it."""

import re
from pathlib import Path

import pytest

from intake.domain.codes import PairStatus, Role, Source
from intake.domain.pair import Pair
from intake.registry.verifying.telling import open_pairs
from tests.builders import Group, a_group
from tests.registry.casework import (
    ABDULLAH,
    ABDULLAH_AGAIN,
    CHILD,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    said_later,
    send,
    words_of,
)
from tests.registry.visitor import Registry


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """Desks where Abdullah's two records wait as one pair."""
    one = agreeing(a_group("Abdullah", "Zarmina", said=ABDULLAH))
    two = agreeing(a_group("عبدالله", "Jawid", said=ABDULLAH_AGAIN))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, one, two)
    made = desks(registry)
    assert made.screen(one, two) == 1
    return made


def pair_of(d: Desks) -> Pair:
    store = d.store.pairs
    (pair,) = store.waiting() or store.settled() or store.links()
    return pair


def another_pair(d: Desks, tmp_path: Path, name: str = "Temesgen") -> Pair:
    """A second pair in the queue, of a child."""
    said = {**ABDULLAH, "birth": CHILD}
    groups: list[Group] = [agreeing(a_group(name, said=said)) for _ in range(2)]
    with a_laptop(tmp_path, "second") as laptop:
        send(laptop, d.store, *groups)
    d.screen(*groups)
    found = d.store.pairs.between(groups[0].people[0], groups[1].people[0])
    assert found is not None
    return found


def verdict(d: Desks, who: str, said: str, reason: str = "Same father, same village."):
    page = f"/pairs/{pair_of(d).id}"
    return getattr(d, who).post(page, {"verdict": said, "reason": reason})


def test_the_title_is_a_question_and_the_machine_only_sorts(d: Desks) -> None:
    words = words_of(d.clerk.get(f"/pairs/{pair_of(d).id}"))
    assert "Are these the same person?" in words
    assert "It found 7 agreements , 1 contradiction , 2 unknown ." in words
    assert "Many things agree" in words
    assert "%" not in words
    assert "score" not in words.lower()
    assert not re.search(r"[+−-]\d+\.\d", words)


def test_both_records_say_who_took_them_where_when_and_by_which_laptop(d: Desks) -> None:
    words = words_of(d.clerk.get(f"/pairs/{pair_of(d).id}"))
    heads = words[words.index("A · ") : words.index("Evidence")]
    assert heads.count("North gate") == 2
    assert heads.count("by officer-, laptop ") == 2
    assert heads.count("2026") == 2


def test_each_row_tells_its_state_by_word_sign_and_edge(d: Desks) -> None:
    page = d.clerk.get(f"/pairs/{pair_of(d).id}").text
    rows = re.findall(r'<tr class="evidence__row--(\w+)">.*?</tr>', page, re.S)
    assert rows.count("agrees") == page.count("✓</span> agrees")
    assert rows.count("unknown") == page.count("–</span> unknown")
    assert 'class="weight__for"' in page


def test_rows_where_a_side_is_silent_are_folded_away(d: Desks) -> None:
    page = d.clerk.get(f"/pairs/{pair_of(d).id}").text
    page = page[page.index("<main") :]
    folded = page[page.index("<details") : page.index("</details>")]
    assert "one side is silent: no evidence either way" in folded
    assert "evidence__row--unknown" in folded
    assert "evidence__row--unknown" not in page[: page.index("<details")]


def test_values_are_those_of_today(d: Desks, tmp_path: Path) -> None:
    pair = pair_of(d)
    with a_laptop(tmp_path) as laptop:
        later = said_later(pair.left_case, pair.left, "mother", {"text": "Maryam", "lang": ""})
        laptop.record(later)
        send(laptop, d.store)
    words = words_of(d.clerk.get(f"/pairs/{pair.id}"))
    assert "Maryam" in words
    assert "was added to after this comparison" in words


def test_latin_letters_are_an_offer_for_the_eye(d: Desks) -> None:
    page = f"/pairs/{pair_of(d).id}"
    assert "گل آغا" in d.clerk.get(page).text
    latin = d.clerk.get(page + "?latin=1").text
    assert "گل آغا" not in latin
    assert "Show as said" in latin


def test_five_outcomes_with_keys_and_none_chosen(d: Desks) -> None:
    page = d.clerk.get(f"/pairs/{pair_of(d).id}").text
    assert [f'data-key="{n}"' in page for n in range(1, 6)] == [True] * 5
    assert " checked" not in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"verdict": "same"}, "Fill this in: Reason (kept in the audit trail)"),
        ({"reason": "Because."}, "Choose an answer: Your decision"),
        ({"verdict": "merge", "reason": "Because."}, "Choose one of the answers in the list."),
    ],
)
def test_a_verdict_needs_an_outcome_and_a_reason(
    d: Desks, data: dict[str, str], words: str
) -> None:
    answer = d.clerk.post(f"/pairs/{pair_of(d).id}", data)
    assert answer.status_code == 422
    assert words in problems(answer)
    assert pair_of(d).verdicts == ()


def test_scenario_2_registered_twice_is_found_same_by_two_people(d: Desks) -> None:
    """Domain chapter 13, scenario 2: a human says "same"; nothing else happens to him."""
    assert verdict(d, "clerk", "same").status_code == 303
    assert pair_of(d).status is PairStatus.FIRST_VERDICT
    assert verdict(d, "reviewer", "same", "The same family.").status_code == 303
    settled = pair_of(d)
    assert (settled.status, settled.verdict) == (PairStatus.LINKED, "same")
    for individual in (settled.left, settled.right):
        person = d.store.cases.individual(individual)
        assert person is not None
        assert person.text("name")
        assert d.store.decisions.of_individual(individual) == []
    words = words_of(d.clerk.get(f"/pairs/{settled.id}"))
    assert "Settled: Same person" in words
    assert "The same family." in words


def test_the_second_reviewer_does_not_see_the_first_verdict(d: Desks) -> None:
    fresh = words_of(d.reviewer.get(f"/pairs/{pair_of(d).id}"))
    page = f"/pairs/{pair_of(d).id}"
    d.clerk.post(page, {"verdict": "same", "reason": "An unmistakable reason."}, page="/")
    later = words_of(d.reviewer.get(f"/pairs/{pair_of(d).id}"))
    assert "unmistakable" not in later
    assert re.sub(r"\d\d:\d\d", "", fresh) == re.sub(r"\d\d:\d\d", "", later)
    assert "Clerk Staff" not in words_of(d.reviewer.get("/pairs"))


def test_two_who_cannot_tell_wait_for_nobody(d: Desks) -> None:
    pair = pair_of(d)
    for login in ("clerk", "reviewer"):
        verdict(d, login, "cannot-tell")
    settled = d.store.pairs.get(pair.id)
    assert settled is not None
    assert (settled.status, settled.verdict) == (PairStatus.AGREED, "cannot-tell")
    assert d.store.pairs.waiting() == []
    assert d.store.pairs.linked_with(pair.left) == []
    other = d.registry.signed_in("third", Role.REVIEWER)
    assert "No pair waits for you." in words_of(other.get("/"))
    shown = words_of(other.get(f"/pairs/{pair.id}"))
    assert "Settled: Cannot tell" in shown
    assert [p.id for p in open_pairs(d.store, pair.left)] == [pair.id]
    before = settled
    d.store.rebuild()
    assert d.store.pairs.get(pair.id) == before


def test_a_real_disagreement_still_goes_to_a_third_person(d: Desks) -> None:
    pair = pair_of(d)
    verdict(d, "clerk", "same")
    verdict(d, "reviewer", "cannot-tell")
    torn = d.store.pairs.get(pair.id)
    assert torn is not None
    assert torn.status is PairStatus.DISAGREED
    other = d.registry.signed_in("third", Role.REVIEWER)
    assert 'name="verdict"' in other.get(f"/pairs/{pair.id}").text


def test_one_person_never_speaks_twice(d: Desks) -> None:
    verdict(d, "clerk", "cannot-tell")
    again = verdict_by_hand(d)
    assert again.status_code == 422
    assert "Someone who has not worked on this case must confirm it." in problems(again)
    assert "You have said what you think" in d.clerk.get(f"/pairs/{pair_of(d).id}").text


def verdict_by_hand(d: Desks):
    """Post again, past the page that shows no form any more."""
    page = f"/pairs/{pair_of(d).id}"
    return d.clerk.post(page, {"verdict": "same", "reason": "Again."}, page="/")


def test_whoever_comes_too_late_is_told_so(d: Desks) -> None:
    page = f"/pairs/{pair_of(d).id}"
    d.reviewer.get(page)
    verdict(d, "clerk", "different")
    late = d.reviewer.post(page, {"verdict": "same", "reason": "Late."}, page="/")
    assert late.status_code == 422
    assert "Somebody has decided this before you." in problems(late)


def test_an_open_pair_is_kept_for_whoever_opened_it(d: Desks) -> None:
    page = f"/pairs/{pair_of(d).id}"
    assert "Kept for you until" in d.clerk.get(page).text
    other = d.reviewer.get(page).text
    assert "A colleague has this pair open just now." in other
    assert 'name="verdict"' not in other
    d.registry.clock.forward(minutes=14)
    assert 'name="verdict"' not in d.reviewer.get(page).text
    d.registry.clock.forward(minutes=2)
    assert 'name="verdict"' in d.reviewer.get(page).text


def test_leaving_a_pair_gives_it_back_and_goes_on(d: Desks, tmp_path: Path) -> None:
    first, child = pair_of(d), another_pair(d, tmp_path)
    assert d.clerk.get("/pairs/next").location == f"/pairs/{child.id}"
    left = d.clerk.post(f"/pairs/{child.id}/leave", page=f"/pairs/{child.id}")
    assert left.location == f"/pairs/{first.id}"
    assert 'name="verdict"' in d.reviewer.get(f"/pairs/{child.id}").text


def test_after_a_verdict_comes_the_next_pair_nobody_has_open(d: Desks, tmp_path: Path) -> None:
    first = pair_of(d)
    child, third = another_pair(d, tmp_path), another_pair(d, tmp_path / "more", "Mulugeta")
    assert "Kept for you" in d.reviewer.get(f"/pairs/{third.id}").text
    done = d.clerk.post(f"/pairs/{child.id}", {"verdict": "different", "reason": "Two boys."})
    assert done.location == f"/pairs/{first.id}"


def test_an_empty_queue_says_so(d: Desks) -> None:
    assert verdict(d, "clerk", "related").location == "/pairs"
    page = words_of(d.clerk.get("/pairs"))
    assert "No pair waits for you." in page
    assert "Related, not the same" in page


def test_the_queue_shows_numbers_bands_and_children_first_but_no_names(
    d: Desks, tmp_path: Path
) -> None:
    another_pair(d, tmp_path)
    words = words_of(d.clerk.get("/pairs"))
    assert "2 pairs wait for you" in words
    assert words.index("May be a child") < words.rindex("Many things agree")
    assert "Abdullah" not in words
    assert "Temesgen" not in words


def test_looking_at_a_pair_is_recorded_once_for_both(d: Desks) -> None:
    pair = pair_of(d)
    for _ in range(3):
        d.clerk.get(f"/pairs/{pair.id}")
    for individual in (pair.left, pair.right):
        (view,) = d.store.cases.views(individual)
        assert (view.by, view.purpose) == (d.user("clerk"), "compare-records")


@pytest.mark.parametrize("role", [Role.INTERVIEWER, Role.PROTECTION, Role.DPO, Role.ADMINISTRATOR])
def test_only_clerks_and_reviewers_judge(d: Desks, role: Role) -> None:
    visitor = d.registry.signed_in("other", role)
    pair = pair_of(d)
    assert visitor.get("/pairs").status_code == 403
    assert visitor.get(f"/pairs/{pair.id}").status_code == 403
    sent = visitor.post(f"/pairs/{pair.id}", {"verdict": "same", "reason": "x"}, page="/")
    assert sent.status_code == 403


def test_an_erased_record_leaves_nothing_to_compare(d: Desks) -> None:
    pair = pair_of(d)
    d.store.forget_case(pair.right_case)
    assert d.clerk.get(f"/pairs/{pair.id}").status_code == 404
    assert d.clerk.get("/pairs/" + "0" * 32).status_code == 404


def test_hostile_names_stay_text(d: Desks, tmp_path: Path) -> None:
    pair = pair_of(d)
    with a_laptop(tmp_path) as laptop:
        bad = {"text": "<script>alert(1)</script>", "lang": '"><b>'}
        laptop.record(said_later(pair.left_case, pair.left, "mother", bad, source=Source.RELATIVE))
        send(laptop, d.store)
    page = d.clerk.get(f"/pairs/{pair.id}").text
    assert "<script>alert" not in page
    assert '"><b>' not in page
