"""V-24: stop at any box in one action, and go on at that box, script or none."""

from dataclasses import replace

import pytest

from tests.field.desk import BASE, PASSPHRASE, Desk, Page
from tests.field.seeding import a_record
from tests.field.test_groups import at_number, join, part

LOUD = "Неповторна-Назва"


def press(desk: Desk, page: Page, where: str, **typed: str) -> Page:
    """Press one of the buttons of a page that send its text to another address."""
    form = page.form(having="rest")
    data: dict[str, list[str]] = {}
    for name, value in [*((n, v) for n, v in form.fields if n not in typed), *typed.items()]:
        data.setdefault(name, []).append(value)
    assert f'formaction="{where}"' in page.html
    return desk.post(where, data)


def paper_of(desk: Desk, case: str, page: str = "who") -> str:
    return f"{case}/{page}/{desk.case(case).members[0].id}"


def test_v24_one_action_pauses_and_keeps_what_nobody_could_save(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    typed = {"name": LOUD, "birth__day": "45", "at": "birth__day"}
    paused = press(desk, page, f"/pause/{paper_of(desk, case)}", **typed)
    assert paused.path == f"/cases/{case}"
    form = desk.get(desk.address(case, "who")).form(having="rest")
    assert (form.value("name"), form.value("birth__day")) == (LOUD, "45")
    assert not desk.case(case).members[0].was_asked("name")


def test_v24_the_start_page_goes_on_at_the_page_and_the_box(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    press(desk, page, f"/pause/{paper_of(desk, case)}", name=LOUD, at="birth__year")
    assert 'href="/resume"' in desk.get("/").html
    place = desk.client.get("/resume", base_url=BASE).headers["Location"]
    assert place == desk.address(case, "who") + "#birth__year"
    page = desk.get(desk.address(case, "who"))
    assert page.form(having="rest").value("at") == "birth__year"
    assert 'id="birth__year"' in page.html


def test_v24_after_a_power_cut_the_newest_text_is_the_place(desk: Desk) -> None:
    first, second = desk.new_case(), desk.new_case()
    for case in (first, second):
        here = desk.address(case, "who")
        typed = {"csrf_token": desk.token(), "name": LOUD, "here": here, "at": "name"}
        desk.post(f"/drafts/{paper_of(desk, case)}", typed, follow=False)
    desk.app.extensions["intake"].holder.close()
    assert desk.get("/resume").path == "/unlock"
    page = desk.unlock(PASSPHRASE)
    assert page.path == desk.address(second, "who") + "#name"


def test_v24_without_unsaved_text_the_next_open_page_is_the_place(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена", "rest": "asked-declined"})
    assert desk.get("/resume").path == desk.address(case, "origin")
    for page in ("origin", "consent"):
        desk.fill(case, page, {"rest": "asked-declined"})
    assert desk.get("/resume").path == f"/cases/{case}/check"


def test_v24_after_a_group_parted_or_joined_the_place_is_where_the_text_is_now(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", "Іван", complete=False)
    leaving = seeded.people[1]
    here = f"/cases/{seeded.case}/people/{leaving}/who"
    typed = {"csrf_token": desk.token(), "name": LOUD, "here": here, "at": "name"}
    desk.post(f"/drafts/{seeded.case}/who/{leaving}", typed, follow=False)
    part(desk, seeded, 1)
    for join_again in (False, True):
        if join_again:
            stayed = at_number(desk, seeded.number)
            join(desk, replace(seeded, case=stayed.id), seeded.numbers[1])
        page = desk.get("/resume")
        case = at_number(desk, seeded.numbers[1])
        assert page.path == f"/cases/{case.id}/people/{leaving}/who#name"
        assert page.form(having="rest").value("name") == LOUD


def test_nothing_begun_leads_to_the_start_page(desk: Desk) -> None:
    assert desk.get("/resume").path == "/"
    assert "/resume" not in desk.get("/").html


def test_another_language_keeps_what_was_typed_without_script(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    page = press(desk, page, f"/turn/uk/{paper_of(desk, case)}", name=LOUD)
    assert page.path == desk.address(case, "who")
    assert page.form(having="rest").value("name") == LOUD
    assert 'lang="uk"' in page.html[:200]


def test_locking_keeps_what_was_typed_without_script(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    assert press(desk, page, f"/lock-kept/{paper_of(desk, case)}", name=LOUD).path == "/unlock"
    assert desk.get("/").path == "/unlock"
    desk.unlock()
    assert desk.get(desk.address(case, "who")).form(having="rest").value("name") == LOUD


@pytest.mark.parametrize("here", ["//evil.example/", "https://evil.example/", "/\\evil", "", "x"])
def test_a_text_never_leads_off_this_laptop(desk: Desk, here: str) -> None:
    case = desk.new_case()
    typed = {"csrf_token": desk.token(), "name": LOUD, "here": here, "rev": "0"}
    answer = desk.client.post(f"/turn/uk/{paper_of(desk, case)}", data=typed, base_url=BASE)
    assert answer.headers["Location"] == "/?lang=uk"
    assert desk.get("/resume").path == desk.address(case, "who")


@pytest.mark.parametrize("box", ["a b", "<x>", "1x", "a" * 99])
def test_a_box_that_cannot_be_is_left_out(desk: Desk, box: str) -> None:
    case = desk.new_case()
    here = desk.address(case, "who")
    typed = {"csrf_token": desk.token(), "name": LOUD, "here": here, "at": box, "rev": "0"}
    desk.post(f"/drafts/{paper_of(desk, case)}", typed, follow=False)
    assert desk.client.get("/resume", base_url=BASE).headers["Location"] == here


def test_v24_the_quick_group_goes_on_where_it_stopped(desk: Desk) -> None:
    typed = {"csrf_token": desk.token(), "call_name": LOUD, "here": "/quick/new", "at": "call_name"}
    desk.post("/drafts/new/quick", typed, follow=False)
    assert desk.get("/resume").path == "/quick/new#call_name"


@pytest.mark.parametrize("path", ["/pause/x", "/turn/uk/x"])
def test_a_paper_of_no_page_is_not_kept(desk: Desk, path: str) -> None:
    assert desk.post(path, {"csrf_token": desk.token()}, follow=False).status == 404


def lock_kept(desk: Desk, paper: str, **typed: str) -> bool:
    """Press "keep and lock" on a page; whether the store is still open afterwards."""
    sent = {"csrf_token": desk.token(), **typed}
    answer = desk.post(f"/lock-kept/{paper}", sent, follow=False)
    assert answer.response.headers["Location"] == "/unlock"
    return bool(desk.app.extensions["intake"].holder.is_open)


@pytest.mark.parametrize("paper", ["x", f"{'0' * 32}/who"])
def test_a_page_whose_text_has_no_place_any_more_locks_all_the_same(desk: Desk, paper: str) -> None:
    """The case was given up or parted in another tab; who presses lock is in a hurry."""
    assert not lock_kept(desk, paper, name=LOUD)


def test_a_text_that_cannot_be_kept_does_not_keep_the_laptop_open(desk: Desk) -> None:
    assert not lock_kept(desk, paper_of(desk, desk.new_case()), name="a\0b")


def test_locking_from_an_older_tab_locks_and_leaves_the_newer_text(desk: Desk) -> None:
    case = desk.new_case()
    paper = paper_of(desk, case)
    newer = {"csrf_token": desk.token(), "name": LOUD, "rev": "0"}
    desk.post(f"/drafts/{paper}", newer, follow=False)
    assert not lock_kept(desk, paper, name="older", rev="0")
    desk.unlock()
    assert desk.get(desk.address(case, "who")).form(having="rest").value("name") == LOUD


def test_pausing_from_an_older_tab_says_that_the_newer_text_is_kept(desk: Desk) -> None:
    case = desk.new_case()
    paper = paper_of(desk, case)
    page = desk.get(desk.address(case, "who"))
    desk.post(f"/drafts/{paper}", {"csrf_token": desk.token(), "name": LOUD, "rev": "0"})
    told = "Newer text of this page, typed in another window, is kept; this one is not."
    assert told in press(desk, page, f"/pause/{paper}", name="older").text
    again = desk.get(desk.address(case, "who"))
    assert again.form(having="rest").value("name") == LOUD
    assert told not in press(desk, again, f"/pause/{paper}", name="newest").text
    assert desk.get(desk.address(case, "who")).form(having="rest").value("name") == "newest"
