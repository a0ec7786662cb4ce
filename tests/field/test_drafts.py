"""Unsaved text is kept on the laptop, comes back, and never overwrites newer text."""

import pytest

from tests.field.desk import BASE, Desk, Page

LOUD = "Неповторна-Назва"


def keep(desk: Desk, paper: str, **typed: str) -> Page:
    data = {"csrf_token": desk.token(), **typed}
    return desk.post(f"/drafts/{paper}", data, follow=False, headers={"Accept": "application/json"})


def paper_of(desk: Desk, case: str, page: str = "who") -> str:
    return f"{case}/{page}/{desk.case(case).members[0].id}"


def test_typed_text_comes_back(desk: Desk) -> None:
    case = desk.new_case()
    answer = keep(desk, paper_of(desk, case), name=LOUD, rev="0")
    assert answer.response.json == {"rev": 1}
    page = desk.get(desk.address(case, "who"))
    assert page.form(having="rest").value("name") == LOUD
    assert page.form(having="rest").value("rev") == "1"
    assert "typed here and not saved is back" in page.text


def test_unsaved_text_is_no_testimony(desk: Desk) -> None:
    case = desk.new_case()
    keep(desk, paper_of(desk, case), name=LOUD)
    assert not desk.case(case).members[0].was_asked("name")
    assert "Begun" in desk.get(f"/cases/{case}").text


def test_an_old_tab_does_not_overwrite_a_newer_one(desk: Desk) -> None:
    case = desk.new_case()
    paper = paper_of(desk, case)
    keep(desk, paper, name="перша", rev="0")
    keep(desk, paper, name="друга", rev="1")
    answer = keep(desk, paper, name="стара", rev="1")
    assert answer.status == 409
    assert answer.response.json["error"] == "stale"
    assert desk.get(desk.address(case, "who")).form(having="rest").value("name") == "друга"


def test_saving_forgets_the_draft(desk: Desk) -> None:
    case = desk.new_case()
    keep(desk, paper_of(desk, case), name=LOUD)
    desk.fill(case, "who", {"name": "Олена"})
    assert "typed here and not saved" not in desk.get(desk.address(case, "who")).text
    assert desk.store.papers.draft(paper_of(desk, case)) is None


def test_unsaved_text_can_be_thrown_away(desk: Desk) -> None:
    case = desk.new_case()
    keep(desk, paper_of(desk, case), name=LOUD)
    page = desk.get(desk.address(case, "who"))
    forget = next(f for f in page.parsed().forms if f.action.startswith("/undraft/"))
    assert desk.post(forget.action, dict(forget.fields)).path == f"/cases/{case}"
    assert desk.get(desk.address(case, "who")).form(having="rest").value("name") == ""


@pytest.mark.parametrize(
    "paper", ["x", "new/who/extra/more", "../etc", "0" * 32 + "/who", "%2e%2e/who", "a" * 32]
)
def test_a_paper_of_no_page_is_not_kept(desk: Desk, paper: str) -> None:
    assert keep(desk, paper, name=LOUD).status == 404


@pytest.mark.parametrize("rev", ["", "-1", "²", "9" * 30, "1_0", "x"])
def test_a_broken_revision_counts_as_none(desk: Desk, rev: str) -> None:
    case = desk.new_case()
    assert keep(desk, paper_of(desk, case), name=LOUD, rev=rev).response.json == {"rev": 1}


def test_a_character_that_cannot_be_kept_is_refused(desk: Desk) -> None:
    case = desk.new_case()
    assert keep(desk, paper_of(desk, case), name="a\0b").status == 422


def test_a_draft_needs_a_token_and_a_session(desk: Desk) -> None:
    case = desk.new_case()
    path = f"/drafts/{paper_of(desk, case)}"
    assert desk.post(path, {"name": LOUD}, follow=False).status == 400
    stranger = Desk(desk.app, desk.clock)
    answer = stranger.client.post(
        path, data={"name": LOUD}, base_url=BASE, headers={"Accept": "application/json"}
    )
    assert answer.status_code in (400, 403)


def test_locking_keeps_what_was_typed(desk: Desk) -> None:
    case = desk.new_case()
    path = desk.address(case, "who")
    keep(desk, paper_of(desk, case), name=LOUD)
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
    assert desk.get(path).path == "/unlock"
    page = desk.unlock()
    assert page.path == path
    assert page.form(having="rest").value("name") == LOUD


def test_a_tab_left_open_does_not_replace_what_was_saved_since(desk: Desk) -> None:
    """The stale tab: 409, its text kept, and the second try goes through."""
    case = desk.new_case()
    old_tab = desk.get(desk.address(case, "who"))
    desk.fill(case, "who", {"name": "Олена", "sex": "f"})
    page = desk.send(old_tab, {"name": "Олеся"}, having="rest")
    assert page.status == 409
    assert "Somebody saved this page meanwhile" in page.text
    assert page.form(having="rest").value("name") == "Олеся"
    assert desk.case(case).members[0].text("name") == "Олена"
    page = desk.send(page, {}, having="rest")
    assert page.path.endswith("/origin")
    assert desk.case(case).members[0].text("name") == "Олеся"
    assert desk.case(case).members[0].value("sex") == "f"


def test_a_double_click_saves_once(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    for _ in range(2):
        answer = desk.send(page, {"name": "Олена", "sex": "f"}, having="rest", follow=False)
        assert answer.status == 303
    assert len(desk.case(case).members[0].history("name")) == 1


def test_a_draft_over_answers_that_changed_is_told(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    desk.fill(case, "who", {"name": "Олена"})
    seen = page.form(having="rest").value("seen")
    keep(desk, paper_of(desk, case), name="Олеся", seen=seen)
    assert "Somebody saved this page meanwhile" in desk.get(desk.address(case, "who")).text


def test_a_failed_save_in_an_old_tab_does_not_overwrite_newer_typing(desk: Desk) -> None:
    case = desk.new_case()
    old_tab = desk.get(desk.address(case, "who"))
    keep(desk, paper_of(desk, case), name="нова", rev="0")
    page = desk.send(old_tab, {"name": ""}, having="rest")
    assert page.status == 409
    assert desk.store.papers.draft(paper_of(desk, case)).body["name"] == ["нова"]


def test_what_a_button_has_just_filled_in_is_not_called_text_that_came_back(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    page = desk.send(page, {"name": "Олена", "do": "suggest"}, having="rest")
    assert page.form(having="rest").value("name_latin") == "Olena"
    assert "typed here and not saved is back" not in page.text
