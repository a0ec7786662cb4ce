"""The language of a page: chosen, else as the browser asks, else English; and the address kept."""

import re

import pytest

from intake.i18n import use_locale


def shown(visitor, path="/unlock", **headers):
    """The language and the direction in which a page comes."""
    page = visitor.get(path, headers=headers).text
    found = re.search(r'<html lang="([^"]+)" dir="([^"]+)"', page)
    assert found is not None
    return found.groups()


def links(page):
    """The languages offered on a page, each with where its link leads."""
    return dict(re.findall(r'<a href="([^"]+)" lang="[^"]+" dir="[^"]+" hreflang="([^"]+)"', page))


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("ru;q=0.3, uk;q=0.9", ("uk", "ltr")),
        ("uk;q=0.3, ar-SD;q=0.9", ("ar", "rtl")),
        ("fa-IR, en;q=0.5", ("fa-AF", "rtl")),
        ("tlh, ps;q=0.1", ("ps", "rtl")),
        ("tlh", ("en", "ltr")),
        ("", ("en", "ltr")),
    ],
)
def test_a_stranger_is_met_in_the_language_their_browser_likes_best(stranger, asked, language):
    assert shown(stranger, **{"Accept-Language": asked}) == language


def test_a_chosen_language_wins_over_the_one_of_the_browser(stranger):
    stranger.get("/unlock?lang=ar")
    assert shown(stranger, **{"Accept-Language": "uk"}) == ("ar", "rtl")


def test_a_language_that_is_no_longer_offered_gives_way_to_the_one_of_the_browser(stranger, app):
    stranger.get("/unlock?lang=uk")
    rows = app.session_interface.rows
    for key, (data, at) in list(rows._rows.items()):
        rows.write(key, data.replace('"uk"', '"tlh"'), "", at)
    assert shown(stranger, **{"Accept-Language": "fr"}) == ("fr", "ltr")


def test_a_form_that_is_sent_changes_no_language_and_is_not_sent_elsewhere(officer):
    assert officer.post("/draft?lang=uk&theme=sun", {"name": "x"}).json == {"rev": 2, "fields": 1}
    assert shown(officer, "/person") == ("en", "ltr")
    assert "theme-plain" in officer.get("/person").text


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/group?lang=uk&theme=sun", "/group"),
        ("/group?theme=sun&path=a&lang=uk", "/group?path=a"),
        ("/group?lang=uk&path=a&path=b", "/group?path=a&path=b"),
        ("/group?path=a%26b%3Dc&lang=uk", "/group?path=a%26b%3Dc"),
        ("/group?path=50%25&lang=uk", "/group?path=50%25"),
        ("/group?path=a%2Bb%23c&lang=uk", "/group?path=a%2Bb%23c"),
        ("/group?path=%D0%9E&lang=uk", "/group?path=%D0%9E"),
    ],
)
def test_a_choice_leaves_the_address_and_all_else_in_it_stays_as_it_was(officer, asked, kept):
    answer = officer.get(asked)
    assert (answer.status_code, answer.location) == (303, kept)


def test_each_language_is_offered_for_the_very_page_that_is_open(officer):
    page = officer.get("/group?path=a&path=b").text
    assert {"/group?path=a&amp;path=b&amp;lang=uk", "/group?path=a&amp;path=b&amp;lang=ar"} <= set(
        links(page)
    )


def test_from_a_form_that_came_back_a_language_leads_to_a_page_that_can_be_opened(officer):
    answer = officer.post("/group?path=a", {"kind": "family"})
    assert answer.status_code == 422
    offered = links(answer.text)
    assert offered["/?lang=uk"] == "uk"
    assert all(address.startswith("/?lang=") for address in offered)


def test_a_filter_is_worded_anew_for_every_reader(app):
    """A constant would keep the language of whoever came first."""
    page = app.jinja_env.from_string('{{ "uk"|language }} {{ 1234.5|decimal }}')
    told = []
    for tag in ("en", "fr"):
        with use_locale(tag):
            told.append(page.render())
    assert told == ["Ukrainian 1,234.5", "ukrainien 1\u202f234,5"]
