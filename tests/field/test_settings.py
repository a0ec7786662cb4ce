"""Settings and help: language, colours, the lock, officers, keys."""

from datetime import timedelta

import pytest

from intake.field.laptop import VAULT
from tests.field.desk import PASSPHRASE, Desk, Page
from tests.field.seeding import a_record


def keep(desk: Desk, **changed: str) -> Page:
    return desk.send(desk.get("/settings"), changed, having="idle")


def idle(desk: Desk) -> timedelta:
    found: timedelta = desk.app.extensions["intake"].holder.idle
    return found


def test_the_page_shows_what_is_in_force(desk):
    form = desk.get("/settings").form(having="idle")
    assert (form.value("language"), form.value("theme"), form.value("idle")) == ("en", "plain", "5")


def test_colours_for_bright_sun_are_kept_for_the_session(desk):
    page = keep(desk, theme="sun")
    assert "The settings are kept." in page.text
    assert "theme-sun" in page.html
    assert "theme-sun" in desk.get("/find").html


def test_colours_for_the_night_are_chosen_in_the_same_way(desk):
    page = keep(desk, theme="night")
    assert 'class="govuk-template--rebranded theme-night"' in page.html
    assert desk.get("/settings").form(having="idle").value("theme") == "night"


def test_the_time_of_the_lock_changes_at_once(desk):
    keep(desk, idle="2")
    assert idle(desk) == timedelta(minutes=2)
    desk.clock.forward(minutes=3)
    assert desk.get("/settings").path == "/unlock"


def test_the_time_of_the_lock_holds_after_the_next_start(desk):
    keep(desk, idle="30")
    desk.app.extensions["intake"].holder.idle = timedelta(minutes=5)
    desk.post("/lock", {"csrf_token": desk.token()})
    desk.unlock()
    assert idle(desk) == timedelta(minutes=30)


@pytest.mark.parametrize("wrong", ["0", "600", "never", ""])
def test_a_lock_that_never_comes_is_refused(desk, wrong):
    page = keep(desk, idle=wrong)
    assert page.status == 422
    assert idle(desk) == timedelta(minutes=5)


def test_a_language_that_is_not_offered_is_refused(desk):
    assert keep(desk, language="xx").status == 422


def test_one_more_officer_works_on_the_same_laptop(desk):
    page = desk.send(
        desk.get("/settings"),
        {"new-name": "Officer Two", "new-site": "South gate", "new-language": "en"},
        having="new-name",
    )
    assert page.path == "/officer"
    assert [o.name for o in desk.store.users.officers()] == ["Officer One", "Officer Two"]
    assert "Somebody else works now" in desk.get("/settings").text


def test_a_further_officer_is_most_likely_at_the_same_site(desk):
    assert desk.get("/settings").form(having="new-name").value("new-site") == "North gate"


def test_an_officer_without_a_name_is_refused_and_the_rest_stays(desk):
    page = desk.send(
        desk.get("/settings"), {"new-name": "", "new-site": "South gate"}, having="new-name"
    )
    assert page.status == 422
    assert page.form(having="new-name").value("new-site") == "South gate"
    assert len(desk.store.users.officers()) == 1


def test_the_page_of_keys_is_open_to_everybody(desk):
    desk.post("/lock", {"csrf_token": desk.token()})
    page = desk.get("/keys")
    assert page.status == 200
    assert "Shift, Shift, Shift" in page.text
    assert "When something is wrong" in page.text


def test_help_stands_in_the_same_place_on_every_page(desk):
    for path in ("/", "/find", "/sync", "/settings", "/quick/new"):
        assert 'href="/keys"' in desk.get(path).html, path


def test_settings_are_shut_while_the_laptop_is_locked(desk):
    desk.post("/lock", {"csrf_token": desk.token()})
    assert desk.get("/settings").path == "/unlock"
    assert desk.unlock(PASSPHRASE).path == "/settings"


NEW = "harbour violin eleven moss"


def change(desk: Desk, old: str = PASSPHRASE, new: str = NEW, again: str = NEW) -> Page:
    page = desk.get("/settings/passphrase")
    return desk.send(page, {"old": old, "new": new, "again": again}, having="again")


def test_a_new_passphrase_takes_the_place_of_the_old_one(desk):
    page = change(desk)
    assert page.path == "/settings"
    assert "The passphrase is changed." in page.text
    desk.post("/lock", {"csrf_token": desk.token()})
    assert desk.unlock(PASSPHRASE).status == 422


def test_records_are_there_under_the_new_passphrase(desk):
    seeded = a_record(desk, "Олена")
    change(desk)
    desk.post("/lock", {"csrf_token": desk.token()})
    desk.unlock(NEW)
    assert desk.case(seeded.case).members[0].text("name") == "Олена"


@pytest.mark.parametrize(
    ("typed", "box", "words"),
    [
        ({"old": "another one"}, "old", "This passphrase is not the right one."),
        ({"new": "short", "again": "short"}, "new", "Choose a longer passphrase"),
        ({"again": "something else"}, "again", "The two passphrases differ."),
        ({"old": ""}, "old", "Fill this in: The passphrase so far"),
    ],
)
def test_a_refused_passphrase_is_told_beside_its_box_and_nothing_changes(desk, typed, box, words):
    vault = desk.store.directory / VAULT
    before = vault.read_bytes()
    page = change(desk, **typed)
    assert page.status == 422
    assert words in page.text
    assert vault.read_bytes() == before
    assert f'id="{box}-error"' in page.html
    assert not any(value in page.html for value in (PASSPHRASE, NEW))
