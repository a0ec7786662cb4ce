"""Sessions lie on our side; the browser holds a random id and nothing else."""

import base64
import json
from datetime import timedelta

from flask import Flask, Request

from intake.web.session import MemoryRows, ServerSession, ServerSessions
from intake.web.session import cookie_of as cookie_name


def held_by(visitor):
    """The session id the browser holds."""
    cookie = visitor.client.get_cookie(cookie_name(visitor.client.application), domain="127.0.0.1")
    return cookie.value if cookie else None


def test_the_cookie_is_strict_and_out_of_reach_for_scripts(stranger):
    told = stranger.get("/unlock").headers["Set-Cookie"]
    assert "HttpOnly" in told
    assert "SameSite=Strict" in told
    assert "Secure" not in told


def test_over_https_the_cookie_is_secure(gallery, clock):
    app = gallery.make_gallery(clock, https=True, hosts=("registry.test",), port=443)
    answer = app.test_client().get("/unlock", base_url="https://registry.test")
    assert "Secure" in answer.headers["Set-Cookie"]


def test_the_cookie_tells_nothing_of_the_user(officer, gallery):
    assert gallery.OFFICER not in held_by(officer)


def test_sign_in_takes_a_new_id_and_forgets_the_old_one(stranger, app):
    stranger.get("/unlock")
    before = held_by(stranger)
    stranger.sign_in()
    after = held_by(stranger)
    assert before != after
    rows = app.session_interface.rows
    assert len(rows._rows) == 1


def test_the_rows_cannot_be_used_as_cookies(officer, app):
    assert held_by(officer) not in app.session_interface.rows._rows


def test_lock_takes_a_new_id_too(officer):
    before = held_by(officer)
    officer.post("/lock")
    assert held_by(officer) != before


def test_an_invented_id_gets_an_empty_session(stranger):
    name = cookie_name(stranger.client.application)
    stranger.client.set_cookie(name, "invented", domain="127.0.0.1")
    assert stranger.get("/person").status_code == 303


def test_a_session_ends_after_its_idle_time(gallery, clock):
    app = gallery.make_gallery(clock, session_idle=timedelta(minutes=3))
    visitor = type_of_visitor(app, gallery)
    visitor.sign_in()
    clock.pass_minutes(2)
    assert visitor.get("/person").status_code == 200
    clock.pass_minutes(3)
    assert visitor.get("/person").status_code == 303


def test_every_request_of_somebody_signed_in_begins_the_idle_time_anew(gallery, clock):
    app = gallery.make_gallery(clock, session_idle=timedelta(minutes=3))
    visitor = type_of_visitor(app, gallery)
    visitor.sign_in()
    for _ in range(4):
        clock.pass_minutes(2)
        assert visitor.get("/person").status_code == 200
    clock.pass_minutes(3)
    assert visitor.get("/person").status_code == 303


def test_a_stranger_who_only_looks_keeps_no_session_alive(gallery, clock):
    app = gallery.make_gallery(clock, session_idle=timedelta(minutes=3))
    visitor = type_of_visitor(app, gallery)
    visitor.get("/person")
    clock.pass_minutes(2)
    visitor.get("/unlock?lang=ar_XB")
    rows = app.session_interface.rows._rows
    (before,) = rows.values()
    clock.pass_minutes(2)
    visitor.get("/healthz")
    assert list(rows.values()) == [before]


def test_the_cookie_is_sent_to_every_page_and_ends_with_the_browser(stranger):
    told = stranger.get("/unlock").headers["Set-Cookie"]
    assert "Path=/;" in told + ";"
    assert "Expires" not in told
    assert "Max-Age" not in told


def test_ids_are_of_256_random_bits_and_never_the_same(gallery, clock):
    app = gallery.make_gallery(clock)
    ids = set()
    for _ in range(5):
        visitor = type_of_visitor(app, gallery)
        visitor.get("/unlock")
        ids.add(held_by(visitor))
    assert len(ids) == 5
    assert {len(base64.urlsafe_b64decode(one + "=")) for one in ids} == {32}


def type_of_visitor(app, gallery):
    """A visitor at another app than the fixture's."""
    from tests.web.conftest import Visitor

    return Visitor(app.test_client(), gallery)


def test_language_and_theme_outlive_the_lock(officer):
    officer.get("/?lang=ar_XB")
    officer.get("/?theme=sun")
    officer.post("/lock")
    page = officer.get("/unlock").text
    assert 'dir="rtl"' in page
    assert "theme-sun" in page


def test_a_page_that_changes_nothing_writes_no_row_for_a_stranger(stranger, app):
    stranger.get("/healthz")
    assert app.session_interface.rows._rows == {}


def test_lazy_words_in_a_session_are_kept_as_text(clock):
    from intake.i18n import lazy_gettext

    rows = MemoryRows()
    sessions = ServerSessions(rows, clock)
    app = Flask(__name__)
    session = ServerSession()
    session["told"] = lazy_gettext("Saved")
    sessions.save_session(app, session, app.response_class())
    (data, written), *_ = rows._rows.values()
    assert json.loads(data) == {"told": "Saved"}
    assert written == clock.at


def used_meanwhile(officer, app, method, path):
    """Send a request while another one, begun before, is not answered yet."""
    sessions = app.session_interface
    cookie = {"Cookie": f"{cookie_name(app)}={held_by(officer)}"}
    slow = sessions.open_session(app, Request.from_values("/static/app.js", headers=cookie))
    assert slow["user"]
    getattr(officer, method)(path)
    sessions.save_session(app, slow, app.response_class())


def test_a_slow_request_that_changes_nothing_undoes_no_change(officer, app):
    used_meanwhile(officer, app, "get", "/?lang=ar_XB")
    assert '<html lang="ar-XB" dir="rtl"' in officer.get("/").text


def test_a_slow_request_brings_no_session_back_to_life(officer, app):
    before = len(app.session_interface.rows._rows)
    used_meanwhile(officer, app, "post", "/lock")
    assert len(app.session_interface.rows._rows) == before


def test_dropping_a_row_ends_the_session_at_once(officer, app):
    rows = app.session_interface.rows
    for key in list(rows._rows):
        rows.drop(key)
    assert officer.get("/person").status_code == 303


def test_a_laptop_and_a_registry_on_one_machine_keep_their_own_cookies() -> None:
    names = {cookie_name(Flask(name)) for name in ("intake.field", "intake.registry")}
    assert names == {"intake-field", "intake-registry"}


def test_what_lay_idle_too_long_is_forgotten_not_only_passed_over(gallery, clock):
    app = gallery.make_gallery(clock, session_idle=timedelta(minutes=3))
    visitor = type_of_visitor(app, gallery)
    visitor.sign_in()
    clock.pass_minutes(3)
    visitor.get("/healthz")
    assert app.session_interface.rows._rows == {}


def test_two_new_ids_in_one_request_leave_nothing_under_the_first(officer, app):
    before = held_by(officer)
    sessions = app.session_interface
    cookie = {"Cookie": f"{cookie_name(app)}={before}"}
    session = sessions.open_session(app, Request.from_values("/", headers=cookie))
    session.rotate()
    session.rotate()
    sessions.save_session(app, session, app.response_class())
    officer.client.set_cookie(cookie_name(app), before, domain="127.0.0.1")
    assert officer.get("/person").location == "/unlock"
