"""The doorman alone: counts, waits, and how little a thousand guesses give."""

from datetime import timedelta

import pyotp
import pytest

from intake.domain.codes import Role
from intake.errors import TooManyAttempts, WrongPassphrase
from intake.registry.doorman import Claim, Doorman, code_step, plain_code, plain_login
from tests.builders import NOON
from tests.registry.visitor import PASSPHRASE, code_of


@pytest.fixture
def omar(registry):
    return registry.add("omar", Role.CLERK)


def right(user, at=NOON, address="10.0.0.1"):
    return Claim(user.login, PASSPHRASE, code_of(user.totp_secret, at), address)


def wrong(login="omar", address="10.0.0.1"):
    return Claim(login, "a wrong passphrase", "000000", address)


def fail(doorman, store, claim, *, times, at=NOON):
    """Guess at one moment; gives the refusals."""
    refused = []
    for _ in range(times):
        with pytest.raises((WrongPassphrase, TooManyAttempts)) as caught:
            doorman.check(store, claim, at)
        refused.append(caught.value)
    return refused


def test_the_right_claim_gives_the_user(store, omar):
    assert Doorman().check(store, right(omar), NOON).id == omar.id


def test_three_slips_cost_nothing(store, omar):
    doorman = Doorman()
    assert [e.facts["wait_s"] for e in fail(doorman, store, wrong(), times=3)] == [0, 0, 0]
    assert doorman.check(store, right(omar), NOON)


def test_each_further_slip_doubles_the_wait(store, omar):
    doorman, at, waits = Doorman(), NOON, []
    for _ in range(8):
        (refused,) = fail(doorman, store, wrong(), times=1, at=at)
        waits.append(refused.facts["wait_s"])
        at += timedelta(seconds=waits[-1])
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32]


def test_the_wait_ends_at_five_minutes(store, omar):
    doorman, at = Doorman(), NOON
    for _ in range(40):
        (refused,) = fail(doorman, store, wrong(), times=1, at=at)
        at += timedelta(seconds=refused.facts["wait_s"])
    assert refused.facts["wait_s"] == 300


def test_a_thousand_guesses_at_once_are_hardly_any(store, omar):
    doorman = Doorman()
    refused = fail(doorman, store, wrong(), times=1000)
    assert sum(type(e) is WrongPassphrase for e in refused) == 4


def test_a_stranger_elsewhere_does_not_shut_a_colleague_out(store, omar):
    doorman = Doorman()
    fail(doorman, store, wrong(address="10.9.9.9"), times=8)
    assert doorman.check(store, right(omar), NOON)


def test_many_places_guessing_one_name_wait_together(store, omar):
    doorman = Doorman()
    for place in range(13):
        fail(doorman, store, wrong(address=f"10.0.1.{place}"), times=1)
    with pytest.raises(TooManyAttempts):
        doorman.check(store, wrong(address="10.0.2.1"), NOON)


def test_one_place_guessing_many_names_waits(store, omar):
    doorman = Doorman()
    for n in range(25):
        fail(doorman, store, wrong(login=f"name{n}"), times=1)
    with pytest.raises(TooManyAttempts):
        doorman.check(store, wrong(login="yet-another"), NOON)


def test_signing_in_forgives_the_slips_before(store, omar):
    doorman = Doorman()
    fail(doorman, store, wrong(), times=3)
    doorman.check(store, right(omar), NOON)
    assert [e.facts["wait_s"] for e in fail(doorman, store, wrong(), times=3)] == [0, 0, 0]


def test_a_clock_set_back_does_not_lengthen_the_wait(store, omar):
    doorman = Doorman()
    fail(doorman, store, wrong(), times=5)
    with pytest.raises(TooManyAttempts) as caught:
        doorman.check(store, wrong(), NOON - timedelta(days=400))
    assert caught.value.facts["wait_s"] <= 300


def test_the_refusal_tells_nothing_but_the_wait(store, omar):
    (unknown,) = fail(Doorman(), store, wrong(login="nobody"), times=1)
    (known,) = fail(Doorman(), store, wrong(), times=1)
    assert unknown.facts == known.facts == {"wait_s": 0}


def test_an_unknown_user_costs_a_hash_as_a_known_one_does(store, omar, monkeypatch):
    seen = []
    import intake.registry.doorman as module

    original = module.check_passphrase
    monkeypatch.setattr(
        module, "check_passphrase", lambda kept, text: seen.append(kept) or original(kept, text)
    )
    fail(Doorman(), store, wrong(login="nobody"), times=1)
    assert seen == [None]


@pytest.mark.parametrize(("off_s", "fits"), [(0, True), (-30, True), (30, True), (-90, False)])
def test_a_phone_half_a_minute_off_still_fits(off_s, fits):
    secret = pyotp.random_base32()
    code = code_of(secret, NOON + timedelta(seconds=off_s))
    assert (code_step(secret, code, NOON) is not None) is fits


def test_an_older_code_is_refused_after_a_newer_one(store, omar):
    doorman = Doorman()
    doorman.check(store, right(omar, NOON + timedelta(seconds=30)), NOON)
    with pytest.raises(WrongPassphrase):
        doorman.check(store, right(omar, NOON), NOON)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("123 456", "123456"), ("۱۲۳۴۵۶", "123456"), ("١٢٣٤٥٦", "123456"), ("12a456", "12?456")],
)
def test_codes_are_read_from_any_keyboard(typed, plain):
    assert plain_code(typed) == plain


@pytest.mark.parametrize("typed", ["Omar", " omar ", "ＯＭＡＲ"])
def test_a_login_has_one_form(typed):
    assert plain_login(typed) == "omar"


def test_the_demo_asks_for_no_code_but_for_the_passphrase(store, omar):
    doorman = Doorman(totp_off=True)
    assert doorman.check(store, Claim("omar", PASSPHRASE, "", "10.0.0.1"), NOON)
    fail(doorman, store, wrong(), times=1)


def test_the_counts_do_not_grow_without_end(store, omar, monkeypatch):
    monkeypatch.setattr("intake.registry.doorman._MOST_COUNTS", 6)
    doorman = Doorman()
    for n in range(5):
        fail(doorman, store, wrong(login=f"n{n}", address=f"10.0.0.{n}"), times=1)
    assert len(doorman._counts) <= 6
