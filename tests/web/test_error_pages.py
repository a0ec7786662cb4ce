"""Errors become a status and a sentence; a crash tells nothing."""

import logging

import pytest

from intake import errors
from intake.i18n import use_locale
from intake.web.error_pages import STATUS, TITLES, status_of
from intake.web.sentences import SENTENCES, sentence

JSON = {"Accept": "application/json"}


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.ConsentMissing, 422),
        (errors.NotAllowed, 403),
        (errors.NotFound, 404),
        (errors.Stale, 409),
        (errors.StoreInUse, 403),
        (errors.BundleTorn, 502),
        (errors.ChainBroken, 500),
        (errors.ConfigInvalid, 500),
    ],
)
def test_an_error_has_its_status_and_its_sentence(stranger, error, status):
    assert status_of(error()) == status
    answer = stranger.get(f"/refuse/{error.code}")
    assert answer.status_code == status
    assert str(SENTENCES[error.code]).replace("'", "&#39;") in answer.text


def test_a_locked_page_leads_to_the_unlock_page(stranger):
    assert stranger.get("/refuse/locked").location == "/unlock"


@pytest.mark.parametrize(
    ("path", "method", "status"), [("/nope", "get", 404), ("/draft", "get", 405)]
)
def test_what_flask_refuses_gets_a_page_too(officer, path, method, status):
    answer = officer.client.open(path, method=method, base_url="http://127.0.0.1:5050")
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_machines_get_codes(stranger):
    answer = stranger.get("/refuse/chain-gap", headers=JSON)
    assert answer.status_code == 502
    assert answer.json["error"] == "chain-gap"


def test_a_crash_shows_and_logs_no_details(stranger, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = stranger.get("/crash")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert "Traceback" not in caplog.text
    assert [record.code for record in caplog.records] == ["ZeroDivisionError"]


def test_pages_of_errors_are_translated(stranger):
    stranger.get("/unlock?lang=ar_XB")
    assert 'dir="rtl"' in stranger.get("/nope").text


@pytest.mark.parametrize("wait", [{"wait_s": 30}, {"wait_s": 29.6}])
def test_the_waiting_time_is_told(wait):
    assert sentence(errors.TooManyAttempts(**wait)).endswith("in 30 seconds.")


@pytest.mark.parametrize("wait", [{}, {"wait_s": 0}, {"wait_s": None}])
def test_no_waiting_time_is_told_when_there_is_none(wait):
    assert sentence(errors.WrongPassphrase(**wait)) == "This passphrase is not the right one."


def test_a_sentence_follows_the_language_in_force():
    with use_locale("en_XA"):
        assert "·" in sentence(errors.NotFound())


def test_a_new_kind_of_refusal_speaks_as_its_parent():
    class Newer(errors.SyncFailed):
        code = "newer-than-the-sentences"

    assert sentence(Newer()) == str(SENTENCES["sync-failed"])
    del Newer


@pytest.mark.parametrize("status", sorted({status for _, status in STATUS} | {400, 405, 413}))
def test_every_status_of_ours_has_a_title_of_its_own(status):
    assert status in TITLES
    assert len({str(title) for title in TITLES.values()}) == len(TITLES)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("consent-missing", "This cannot be recorded yet"),
        ("not-found", "There is nothing here"),
        ("stale", "Somebody changed this meanwhile"),
        ("chain-gap", "The transfer did not work"),
        ("chain-broken", "Intake made a mistake"),
        ("not-allowed", "You may not do this"),
    ],
)
def test_a_page_of_a_refusal_says_what_kind_of_refusal_it_is(stranger, code, title):
    assert f"<h1>{title}</h1>" in stranger.get(f"/refuse/{code}").text.replace(
        '<h1 class="govuk-heading-l">', "<h1>"
    )


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nope", "Check the number you typed."),
        ("/draft", "use its buttons"),
        ("/crash", "What you saved before is safe."),
    ],
)
def test_what_flask_refuses_says_what_to_do(officer, path, words):
    assert words in officer.get(path).text


def test_what_was_posted_while_locked_is_not_asked_for_again_after_sign_in(stranger):
    assert stranger.post("/group").location == "/unlock"
    assert stranger.sign_in().location == "/"


def test_the_last_page_asked_for_comes_back_and_never_the_unlock_page_itself(stranger):
    stranger.get("/person")
    stranger.get("/group")
    stranger.get("/unlock")
    assert stranger.sign_in().location == "/group"


def test_only_what_is_ours_to_mend_is_logged(stranger, caplog):
    with caplog.at_level(logging.DEBUG):
        stranger.get("/refuse/chain-broken")
        stranger.get("/refuse/chain-gap")
        stranger.get("/refuse/consent-missing")
        stranger.get("/nope")
    assert [(record.msg, record.code) for record in caplog.records] == [
        ("refused", "chain-broken"),
        ("refused", "chain-gap"),
    ]


@pytest.mark.parametrize(
    ("accept", "is_page"),
    [
        ("text/html", True),
        ("*/*", True),
        ("", True),
        ("application/json", False),
        ("text/html;q=0.5, application/json", False),
        ("text/html, application/json;q=0.5", True),
        ("image/png", True),
    ],
)
def test_a_page_is_given_unless_a_script_asks_for_data(stranger, accept, is_page):
    answer = stranger.get("/refuse/not-found", headers={"Accept": accept})
    assert answer.mimetype == ("text/html" if is_page else "application/json")


def test_a_status_without_words_of_its_own_is_a_page_that_says_what_to_do(stranger):
    answer = stranger.get("/static/app.js", headers={"Range": "bytes=99999999-"})
    assert answer.status_code == 416
    assert "This request cannot be understood" in answer.text
    assert "Nothing was changed." in answer.text
