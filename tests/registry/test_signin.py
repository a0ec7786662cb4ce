"""Who gets in, who waits, and when a session ends."""

from datetime import timedelta

import pytest

from intake.domain.codes import Role
from intake.domain.event import UserDisabled
from tests.builders import NOON
from tests.registry.visitor import PASSPHRASE, a_registry, code_of, text_of


@pytest.fixture
def anna(registry):
    return registry.add("anna", Role.REVIEWER)


def test_name_passphrase_and_code_let_a_user_in(registry, anna):
    visitor = registry.visitor()
    answer = visitor.sign_in(anna)
    assert answer.status_code == 303
    assert answer.location == "/"
    assert "Work today" in visitor.get("/").text
    assert [s.user for s in registry.store.oversight.sign_ins()] == [anna.id]


@pytest.mark.parametrize(
    "changed",
    [
        {"login": "somebody"},
        {"passphrase": "another passphrase"},
        {"code": "000000"},
        {"code": ""},
        {"code": "abcdef"},
    ],
)
def test_whatever_is_wrong_the_answer_is_the_same(registry, anna, changed):
    answer = registry.visitor().sign_in(anna, **changed)
    assert answer.status_code == 422
    assert "do not fit together" in answer.text
    assert PASSPHRASE not in answer.text
    assert registry.store.oversight.sign_ins() == []


@pytest.mark.parametrize("missing", ["login", "passphrase"])
def test_an_empty_box_is_pointed_at(registry, anna, missing):
    answer = registry.visitor().sign_in(anna, **{missing: ""})
    assert answer.status_code == 422
    assert f'href="#{missing}"' in answer.text


def test_a_code_opens_once_only(registry, anna):
    first, second = registry.visitor(), registry.visitor()
    code = code_of(anna.totp_secret, registry.clock() + timedelta(seconds=60))
    assert first.sign_in(anna).status_code == 303
    registry.clock.forward(seconds=-60)
    assert second.sign_in(anna, code=code).status_code == 422


def test_a_code_of_another_keyboard_is_read(registry, anna):
    code = code_of(anna.totp_secret, registry.clock() + timedelta(seconds=60))
    arabic = " ".join(chr(0x0660 + int(digit)) for digit in code)
    assert registry.visitor().sign_in(anna, code=arabic, login=" ANNA ").status_code == 303


def test_a_wrong_passphrase_does_not_use_up_the_code(registry, anna):
    visitor = registry.visitor()
    code = code_of(anna.totp_secret, registry.clock() + timedelta(seconds=60))
    assert visitor.sign_in(anna, passphrase="wrong one").status_code == 422
    registry.clock.forward(seconds=-60)
    assert visitor.sign_in(anna, code=code).status_code == 303


def test_a_disabled_user_is_as_unknown(registry, anna):
    registry.store.record(UserDisabled(user=anna.id, by=anna.id, at=NOON))
    answer = registry.visitor().sign_in(anna)
    assert answer.status_code == 422
    assert "do not fit together" in answer.text


def test_many_tries_must_wait_even_with_the_right_words(registry, anna):
    visitor = registry.visitor()
    for _ in range(5):
        visitor.sign_in(anna, passphrase="a wrong passphrase")
        registry.clock.forward(seconds=-60)
    answer = visitor.sign_in(anna)
    assert answer.status_code == 422
    assert "Too many tries" in answer.text
    assert "seconds" in answer.text


def test_after_the_wait_the_right_words_open(registry, anna):
    visitor = registry.visitor()
    for _ in range(5):
        visitor.sign_in(anna, passphrase="a wrong passphrase")
        registry.clock.forward(seconds=-60)
    registry.clock.forward(seconds=60)
    assert visitor.sign_in(anna).status_code == 303


def test_the_session_gets_a_new_id_at_sign_in(registry, anna):
    visitor = registry.visitor()
    visitor.get("/sign-in")
    before = visitor.cookie()
    visitor.sign_in(anna)
    assert visitor.cookie() != before


def test_signing_out_ends_the_session_for_good(registry, anna):
    visitor = registry.visitor()
    visitor.sign_in(anna)
    old = visitor.cookie()
    answer = visitor.post("/sign-out", page="/")
    assert answer.location == "/sign-in"
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    visitor.client.set_cookie("intake", old, domain="127.0.0.1")
    assert visitor.get("/").location == "/sign-in"


def test_a_quarter_of_an_hour_without_use_ends_the_session(registry, anna):
    visitor = registry.visitor()
    visitor.sign_in(anna)
    registry.clock.forward(minutes=14)
    assert visitor.get("/").status_code == 200
    registry.clock.forward(minutes=14)
    assert visitor.get("/").status_code == 200
    registry.clock.forward(minutes=15)
    assert visitor.get("/").location == "/sign-in"


def test_twelve_hours_end_the_session_of_the_busiest(registry, anna):
    visitor = registry.visitor()
    visitor.sign_in(anna)
    for _ in range(71):
        registry.clock.forward(minutes=10)
        assert visitor.get("/").status_code == 200
    registry.clock.forward(minutes=10)
    assert visitor.get("/").location == "/sign-in"


def test_old_sessions_are_swept_out_of_the_store(registry, anna):
    visitor = registry.visitor()
    visitor.sign_in(anna)
    registry.clock.forward(hours=13)
    registry.visitor().sign_in(anna)
    rows = registry.store._db.execute("SELECT count(*) FROM sessions").fetchone()[0]
    assert rows <= 2


def test_a_user_disabled_at_noon_is_out_at_once(registry, anna):
    visitor = registry.visitor()
    visitor.sign_in(anna)
    registry.store.record(UserDisabled(user=anna.id, by=anna.id, at=registry.clock()))
    assert visitor.get("/").status_code == 403


def test_a_stranger_is_led_to_the_sign_in_page_and_back(registry, anna):
    visitor = registry.visitor()
    assert visitor.get("/").location == "/sign-in"
    assert visitor.sign_in(anna).location == "/"


def test_the_demo_says_that_codes_are_off(store):
    registry = a_registry(store, totp_off=True)
    user = registry.add("demo", Role.REVIEWER)
    visitor = registry.visitor()
    assert "switched off" in text_of(visitor.get("/sign-in").text)
    assert visitor.sign_in(user, code="").status_code == 303


def test_nobody_is_told_of_a_demo_when_codes_are_needed(registry, anna):
    assert "switched off" not in registry.visitor().get("/sign-in").text


def test_the_last_sign_in_is_shown(registry, anna):
    registry.visitor().sign_in(anna)
    visitor = registry.visitor()
    visitor.sign_in(anna)
    assert "Your last sign-in: " in visitor.get("/").text
