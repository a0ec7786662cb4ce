"""The screen speaks the language chosen on the page, else the officer's own."""

import pytest

from tests.field.desk import Desk


def language_of(desk: Desk) -> str:
    """The language of the page that stands there now."""
    html = desk.get("/").html
    return html[html.index('<html lang="') + 12 :].partition('"')[0]


def test_an_officer_meets_the_language_they_set_up(desk: Desk) -> None:
    assert language_of(desk) == "en"


def test_a_language_chosen_before_unlocking_stays_after_it(desk: Desk) -> None:
    desk.post("/lock", {"csrf_token": desk.token()})
    desk.get("/unlock?lang=uk")
    desk.unlock()
    assert language_of(desk) == "uk"


@pytest.mark.parametrize(
    ("tag", "word"), [("uk", "Головна"), ("ar", "الرئيسية"), ("fr", "Accueil"), ("es", "Inicio")]
)
def test_a_language_of_the_switch_reaches_the_page(desk: Desk, tag: str, word: str) -> None:
    html = desk.get(f"/?lang={tag}").html
    assert f'<html lang="{tag}"' in html
    assert word in html


def test_the_next_officer_is_not_left_with_the_choice_of_the_one_before(desk: Desk) -> None:
    desk.get("/?lang=ar")
    assert language_of(desk) == "ar"
    desk.post("/lock", {"csrf_token": desk.token()})
    desk.unlock()
    assert language_of(desk) == "en"
