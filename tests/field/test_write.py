"""The screen turned to the person: one box, their letters, and no word of the record."""

import re

import pytest

from intake.domain.name import clean_text, script_of
from intake.field.letters import SCRIPTS, script_for
from tests.field.desk import Desk, Page

NAME = "Олена Ковальчук"
SECRET = "Нижня Вигадка"


def turned(desk: Desk, case: str, **typed: str) -> Page:
    page = desk.get(desk.address(case, "who"))
    return desk.send(page, {**typed, "do": "write"}, having="rest")


def written(desk: Desk, case: str) -> dict:
    value = desk.case(case).members[0].value("name")
    assert isinstance(value, dict)
    return value


def test_what_the_person_writes_stands_on_the_page_and_says_who_wrote_it(desk: Desk) -> None:
    case = desk.new_case()
    page = turned(desk, case, name_latin="Olena", birth__year="1986")
    assert page.path.endswith("/write")
    page = desk.send(page, {"name": NAME}, having="name")
    assert page.path.endswith("/who")
    assert "Written by the person" in page.text
    form = page.form(having="rest")
    boxes = [form.value(box) for box in ("name", "name_latin", "birth__year")]
    assert boxes == [NAME, "Olena", "1986"]
    assert desk.case(case).members[0].value("name") is None
    desk.send(page, {"rest": "not-asked"}, having="rest")
    assert (written(desk, case)["text"], written(desk, case)["written_by"]) == (NAME, "person")
    assert "Written by the person" in desk.get(f"/cases/{case}/record").text


def test_a_name_the_officer_changes_is_the_officers(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.send(turned(desk, case), {"name": NAME}, having="name")
    desk.send(page, {"name": NAME + "а", "rest": "not-asked"}, having="rest")
    assert written(desk, case)["written_by"] == "officer"


def test_the_same_name_by_the_persons_hand_is_a_statement_of_its_own(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": NAME, "rest": "not-asked"})
    page = desk.send(turned(desk, case), {"name": NAME}, having="name")
    desk.send(page, having="rest")
    assert written(desk, case)["written_by"] == "person"
    desk.fill(case, "who", {"sex": "f"})
    assert written(desk, case)["written_by"] == "person"
    assert len(desk.case(case).members[0].history("name")) == 2


def test_nothing_of_the_record_is_on_the_screen_and_nothing_leads_into_it(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": NAME, "birth__year": "1986", "rest": "not-asked"})
    desk.fill(case, "origin", {"birth_place": SECRET, "rest": "not-asked"})
    member = desk.case(case).members[0]
    page = turned(desk, case)
    for secret in (NAME, "Ковальчук", SECRET, "1986", member.number, desk.case(case).number):
        assert secret not in page.html
    links = set(re.findall(r'href="(/[^"]*)"', page.html))
    own = {link for link in links if not link.startswith("/static")}
    assert {link.split("?")[0].rsplit("/", 1)[1] for link in own} == {"who", "write"}


@pytest.mark.parametrize(
    ("language", "lang", "direction", "script"),
    [("uk", "uk", "ltr", "Cyrl"), ("ar", "ar", "rtl", "Arab"), ("am", "en", "ltr", "Ethi")],
)
def test_the_screen_speaks_and_runs_as_the_person_does(
    desk: Desk, language: str, lang: str, direction: str, script: str
) -> None:
    case = desk.new_case(language=language)
    html = turned(desk, case).html
    assert f'<html lang="{lang}" dir="{direction}"' in html
    assert SCRIPTS[script].groups[0][0] in html
    assert f'dir="{SCRIPTS[script].direction}" autocomplete' in html


def test_other_letters_are_one_click_away_and_without_script_the_box_is_enough(desk: Desk) -> None:
    case = desk.new_case()
    turned(desk, case)
    page = desk.get(desk.address(case, "write") + "?script=Grek")
    assert '<button type="button" value="Ω">' in page.html
    assert re.search(r'class="letters"[^>]* hidden>', page.html)
    assert desk.get(desk.address(case, "write") + "?script=Xxxx").status == 200


def test_an_empty_box_is_asked_for_again(desk: Desk) -> None:
    case = desk.new_case(language="en")
    page = desk.send(turned(desk, case), {"name": " "}, having="name")
    assert page.status == 422
    assert "Fill this in: Please write your name here" in page.text


def test_what_is_half_written_survives_the_lock(desk: Desk) -> None:
    case = desk.new_case()
    page = turned(desk, case)
    paper = f"{case}/write/{desk.case(case).members[0].id}"
    token = page.form(having="name").value("csrf_token")
    kept = {"csrf_token": token, "name": "Оле", "rev": "0"}
    assert desk.post(f"/drafts/{paper}", kept, follow=False).status in (200, 204, 303)
    desk.post("/lock", {"csrf_token": desk.token()})
    desk.unlock()
    assert desk.get(desk.address(case, "write")).form(having="name").value("name") == "Оле"


def test_a_page_never_typed_on_keeps_what_is_recorded(desk: Desk) -> None:
    case = desk.new_case()
    known = {"name": "О", "birth__year": "1986", "languages__tags": ["uk", "ru"]}
    desk.fill(case, "who", {**known, "rest": "not-asked"})
    page = desk.get(desk.address(case, "write"))
    page = desk.send(page, {"name": NAME}, having="name")
    assert "Somebody saved this page meanwhile" not in page.text
    assert page.form(having="rest").value("birth__year") == "1986"
    desk.send(page, having="rest")
    member = desk.case(case).members[0]
    assert member.value("languages") == ["uk", "ru"]
    assert member.text("name") == NAME


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_every_letter_can_be_kept_and_is_offered_once(script) -> None:
    letters = [letter for group in script.groups for letter in group]
    assert len(set(letters)) == len(letters)
    for letter in letters:
        assert clean_text("x" + letter) == "x" + letter
    assert script_of("".join(script.groups[0])) == script.code


def test_the_letters_are_those_of_the_language_unless_others_are_chosen() -> None:
    assert script_for("ps").code == "Arab"
    assert script_for("uk", "Latn").code == "Latn"
    assert script_for("uk", "", "Grek").code == "Grek"
    assert script_for("my").code == "Latn"


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("uk", "ҐЄІЇʼ"), ("ru", "ЁЪЫЭ"), ("fa-AF", "پچژگ"), ("ps", "ټډړږښځڅڼېۍ"), ("ckb", "ڤڕڵۆێ"),
        ("ti", "ቐኸ"), ("am", "ኣጸ"), ("ro", "ȘȚĂÂÎ"), ("tr", "ĞŞİı"), ("ha", "ƁƊƘ"),
    ],
)  # fmt: skip
def test_the_letters_a_language_needs_are_there(language: str, letters: str) -> None:
    offered = {letter for group in script_for(language).groups for letter in group}
    assert set(letters) <= offered
