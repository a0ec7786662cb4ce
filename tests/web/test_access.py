"""Who may see what: shut unless declared, and nothing without a sign-in."""

from datetime import UTC, timedelta, timezone

import pytest
from flask import g

from intake.domain.codes import Role
from intake.domain.ids import parse_number, show_number
from intake.errors import Locked
from intake.security.roles import Action
from intake.web import access
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


def test_a_view_takes_no_more_than_it_said_from_somebody_signed_in(officer):
    assert officer.post("/small", {"words": "x"}).status_code == 200
    assert officer.post("/small", {"words": "x" * 200}).status_code == 413
    assert officer.post("/draft", {"words": "x" * 200}).status_code == 200


def test_nobody_is_at_work_before_they_signed_in(app):
    with app.test_request_context("/", base_url="http://127.0.0.1:5050"):
        assert not access.is_signed_in()
        assert not access.may_now(Action.REGISTER)
        with pytest.raises(Locked):
            access.actor()


@pytest.fixture(name="asked")
def _asked(gallery, clock):
    """An app that keeps count of how often it was asked for somebody's roles."""
    asked = []

    def roles_of(user):
        asked.append(user)
        return (Role.FIELD,) if user == "officer" else (Role.DPO,)

    return gallery.make_gallery(clock, roles_of=roles_of), asked


def test_roles_are_asked_once_a_request_and_anew_for_whoever_signs_in(asked):
    app, calls = asked
    with app.test_request_context("/", base_url="http://127.0.0.1:5050"):
        access.sign_in("officer")
        assert access.actor_roles() == access.actor_roles() == (Role.FIELD,)
        assert calls == ["officer"]
        assert access.may_now(Action.REGISTER)
        assert not access.may_now(Action.SEE_AUDIT)
        access.sign_in("auditor")
        assert access.actor_roles() == (Role.DPO,)
        assert access.may_now(Action.SEE_AUDIT)
        access.sign_out()
        assert not access.may_now(Action.SEE_AUDIT)
        access.sign_in("officer")
        assert access.actor_roles() == (Role.FIELD,)
    assert calls == ["officer", "auditor", "officer"]


def test_a_token_of_before_sign_in_or_sign_out_is_not_the_token_after(app):
    with app.test_request_context("/", base_url="http://127.0.0.1:5050"):
        for step in (lambda: access.sign_in("officer"), access.sign_out):
            g.csrf_token = "of before"
            step()
            assert "csrf_token" not in g


def test_all_that_one_request_records_is_of_one_moment_in_utc(gallery, clock):
    app = gallery.make_gallery(clock)
    clock.at = clock.at.astimezone(timezone(timedelta(hours=3)))
    with app.test_request_context("/", base_url="http://127.0.0.1:5050"):
        first = access.now()
        clock.pass_minutes(2)
        assert access.now() == first
        assert first.tzinfo is UTC
    with app.test_request_context("/", base_url="http://127.0.0.1:5050"):
        assert access.now() - first == timedelta(minutes=2)


def test_a_language_chosen_before_sign_in_wins_over_the_one_remembered(app):
    from flask import session

    for chosen, lang in ((True, "ar"), (False, "uk")):
        with app.test_request_context("/", base_url="http://127.0.0.1:5050"):
            session.update(lang="ar", theme="sun", next="/person", story="a word")
            if chosen:
                session["lang_chosen"] = True
            access.sign_in("officer", lang="uk")
            assert (session["lang"], session["theme"], session["next"]) == (lang, "sun", "/person")
            assert "story" not in session
            access.sign_out()
            assert "user" not in session
            assert (session["lang"], session["theme"]) == (lang, "sun")


def test_the_page_to_come_back_to_is_told_once_and_only_if_it_is_ours(app):
    from flask import session

    with app.test_request_context("/", base_url="http://127.0.0.1:5050"):
        session["next"] = "/person"
        assert [access.next_page("/"), access.next_page("/")] == ["/person", "/"]
        session["next"] = "//evil.example"
        assert access.next_page("/") == "/"


def test_fresh_ids_and_numbers_are_never_the_same_and_can_be_said(app):
    with app.test_request_context("/", base_url="http://127.0.0.1:5050"):
        numbers = {access.new_number() for _ in range(200)}
        ids = {access.new_id() for _ in range(200)}
    assert len(numbers) == len(ids) == 200
    assert {parse_number(show_number(number)) for number in numbers} == numbers


def browser_beside(visitor):
    """Another browser at the same laptop, signed in as well."""
    other = type(visitor)(visitor.client.application.test_client(), visitor.gallery)
    other.sign_in()
    return other


def test_two_browsers_work_side_by_side_and_locking_one_locks_both(officer):
    other = browser_beside(officer)
    assert officer.get("/person").status_code == other.get("/person").status_code == 200
    other.post("/lock")
    assert officer.get("/person").location == "/unlock"


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_browser_left_before_a_lock_is_not_let_in_when_another_unlocks(officer, clock, by_hand):
    other = browser_beside(officer)
    if by_hand:
        other.post("/lock")
    clock.pass_minutes(0 if by_hand else 6)
    other.sign_in()
    assert ">Lock now<" not in officer.get("/nope").text
    assert officer.get("/person").location == "/unlock"
    assert officer.post("/draft", {"name": "x"}).location == "/unlock"
    assert other.get("/person").status_code == 200


def test_a_browser_left_before_a_lock_keeps_no_store_open_for_another(officer, app, clock):
    other = browser_beside(officer)
    clock.pass_minutes(6)
    other.sign_in()
    clock.pass_minutes(4)
    officer.get("/unlock")
    clock.pass_minutes(2)
    assert not app.extensions["intake"].holder.is_open


def test_only_work_keeps_a_store_open_not_a_strangers_look_nor_a_machine(
    officer, app, gallery, clock
):
    stranger = type(officer)(app.test_client(), gallery)
    clock.pass_minutes(4)
    stranger.get("/unlock")
    stranger.client.post("/machine", data=b"x", base_url="http://127.0.0.1:5050")
    clock.pass_minutes(2)
    assert not app.extensions["intake"].holder.is_open


def test_a_session_that_met_a_shut_store_is_over_for_good(officer, app, gallery, clock):
    clock.pass_minutes(6)
    assert officer.get("/person").location == "/unlock"
    rows = app.session_interface.rows._rows.values()
    assert gallery.OFFICER not in "".join(data for data, _ in rows)
