"""Every page of the registration, read as a checker reads it, in both directions."""

import pytest

from tests.field.desk import Desk
from tests.web.markup import Page, controls, faults

ENOUGH_CONTROLS = 7
"""More than this stand on a dense page (interface.md 2.1)."""


def addresses(desk: Desk) -> dict[str, str]:
    """Each page by name, for a case with an adult and a child."""
    case = desk.new_case("family", people="2")
    desk.fill(case, "who", {"name": "Олена", "birth__year": "1986"})
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    desk.fill(case, "who", {"name": "Іван", "birth__age": "9"}, member=1)
    pages = {name: desk.address(case, name) for name in ("who", "origin", "consent")}
    pages |= {f"{name} of a child": desk.address(case, name, 1) for name in ("who", "consent")}
    pages |= {name: f"/cases/{case}/{name}" for name in ("urgent", "check", "discard")}
    return pages | {"home": "/", "drafts": "/drafts", "new": "/cases/new", "list": f"/cases/{case}"}


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_every_page_is_well_made(desk: Desk, lang: str) -> None:
    desk.get(f"/?lang={lang}")
    found = {name: faults(desk.get(path).html) for name, path in addresses(desk).items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_pages_with_errors_are_well_made(desk: Desk) -> None:
    case = desk.new_case()
    wrong = {"name": "", "birth__day": "45", "birth__month": "13", "birth__year": "x"}
    page = desk.fill(case, "who", wrong)
    assert page.status == 422
    assert faults(page.html) == []
    assert faults(desk.send(desk.get("/cases/new"), {}, having="channel").html) == []


def test_the_door_is_well_made(new_laptop: Desk) -> None:
    assert faults(new_laptop.get("/setup").html) == []
    new_laptop.set_up()
    new_laptop.app.extensions["intake"].holder.close()
    assert faults(new_laptop.get("/unlock").html) == []


@pytest.mark.parametrize("name", ["who", "origin", "consent", "urgent"])
def test_question_pages_are_dense(desk: Desk, name: str) -> None:
    path = addresses(desk)[name]
    names = {control.get("name") for control in controls(Page(desk.get(path).html))}
    assert len(names) >= ENOUGH_CONTROLS


@pytest.mark.parametrize("name", ["who", "origin", "consent", "urgent"])
def test_the_enter_key_saves(desk: Desk, name: str) -> None:
    """A browser presses the first button of a form; it must be the one that saves."""
    form = desk.get(addresses(desk)[name]).form(having="rest")
    assert form.buttons[0] == ("", "")


def test_typing_is_kept_while_it_goes_on(desk: Desk) -> None:
    for name, path in addresses(desk).items():
        page = desk.get(path)
        is_question_page = name.split()[0] in ("who", "origin", "consent", "urgent")
        assert ("data-autosave" in page.html) is is_question_page, name
