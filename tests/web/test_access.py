"""Who may see what: shut unless declared, and nothing without a sign-in."""

import pytest

from intake.web.access import is_own_path, opening_of


def test_a_stranger_is_sent_to_the_unlock_page(stranger):
    answer = stranger.get("/person")
    assert answer.status_code == 303
    assert answer.location == "/unlock"


def test_after_sign_in_the_page_asked_for_comes_back(stranger):
    stranger.get("/person")
    assert stranger.sign_in().location == "/person"


def test_without_a_page_asked_for_sign_in_leads_home(stranger):
    assert stranger.sign_in().location == "/"


def test_a_wrong_passphrase_stays_on_the_page_and_tells_the_wait(stranger):
    answer = stranger.post("/unlock", {"passphrase": "another"})
    assert answer.status_code == 422
    assert "This passphrase is not the right one." in answer.text
    assert "2 seconds" in answer.text


def test_a_view_without_declaration_is_shut_even_when_signed_in(officer):
    assert officer.get("/undeclared").status_code == 403


def test_a_role_that_may_not_is_told_so(officer):
    answer = officer.get("/audit")
    assert answer.status_code == 403
    assert "Your role does not allow this." in answer.text


def test_the_bar_offers_only_what_the_role_may(officer):
    page = officer.get("/").text
    assert ">New person<" in page
    assert ">Audit<" not in page


def test_the_health_page_needs_no_sign_in(stranger):
    answer = stranger.get("/healthz")
    assert answer.json == {"status": "ok"}


def test_locking_shuts_the_store_and_ends_the_session(officer, app):
    store = app.extensions["intake"].holder.store
    assert officer.post("/lock").status_code == 303
    assert store.closed
    assert officer.get("/person").status_code == 303


def test_an_idle_store_locks_itself_and_leads_back_to_the_same_page(officer, clock):
    clock.pass_minutes(6)
    assert officer.get("/person").location == "/unlock"
    assert officer.sign_in().location == "/person"


def test_work_starts_the_idle_time_anew(officer, clock):
    for _ in range(3):
        clock.pass_minutes(4)
        assert officer.get("/person").status_code == 200


def test_open_pages_do_not_wake_a_store_that_lay_idle(officer, clock):
    clock.pass_minutes(6)
    officer.get("/unlock")
    assert officer.get("/person").status_code == 303


def test_a_script_that_asks_while_locked_gets_words_not_a_page(stranger):
    answer = stranger.post("/draft", headers={"Accept": "application/json"})
    assert answer.status_code == 403
    assert answer.json == {"error": "locked", "message": "Intake is locked. Unlock it to go on."}


def test_every_view_of_the_gallery_but_one_is_declared(app):
    shut = {
        rule.endpoint for rule in app.url_map.iter_rules() if opening_of(app, rule.endpoint) is None
    }
    assert shut == {"gallery.undeclared"}


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/person", True),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("https://evil.example", False),
        ("", False),
    ],
)
def test_only_paths_of_this_site_are_returned_to(path, own):
    assert is_own_path(path) is own
