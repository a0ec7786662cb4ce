"""The screen speaks the language chosen on the page, else the officer's own."""

import pytest

from intake.i18n import gettext, use_locale
from intake.web.notices import NOTICE
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


@pytest.mark.parametrize("tag", ["prs", "fa", "fa-AF", "fa_AF"])
def test_dari_is_shown_to_whoever_asks_for_it_by_any_name(desk: Desk, tag: str) -> None:
    desk.get(f"/?lang={tag}")
    assert language_of(desk) == "fa-AF"
    assert 'dir="rtl"' in desk.get("/").html


def test_a_language_nobody_knows_changes_nothing(desk: Desk) -> None:
    desk.get("/?lang=ps")
    desk.get("/?lang=xx")
    assert language_of(desk) == "ps"


@pytest.mark.parametrize("tag", ["fa_AF", "ps"])
def test_the_notice_is_short_enough_to_be_heard(tag: str) -> None:
    with use_locale(tag):
        assert sum(len(str(line).split()) for line in NOTICE) <= 120


def test_a_text_to_read_aloud_says_when_no_native_speaker_has_gone_through_it(
    desk: Desk,
) -> None:
    page = desk.get("/cases/new?kind=family&language=uk&lang=en")
    words = "not yet reviewed by a native speaker"
    turned = desk.send(page, {"language": "ar", "do": "language"}, having="channel")
    assert words in turned.text
    assert (
        words not in desk.send(turned, {"language": "en", "do": "language"}, having="channel").text
    )


def test_a_page_in_a_translation_says_that_it_waits_for_a_native_speaker(desk: Desk) -> None:
    with use_locale("ar"):
        words = gettext("No native speaker has gone through this translation yet.")
    assert words in desk.get("/?lang=ar").text
    assert "No native speaker" not in desk.get("/?lang=en").text
