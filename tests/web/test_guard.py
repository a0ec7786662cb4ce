"""What stands before every view: host, origin, token, size, headers."""

import json
import re

import pytest
from itsdangerous import TimestampSigner, URLSafeTimedSerializer

from intake.web.guard import CSP, FORM_LIMIT


@pytest.mark.parametrize(
    "base",
    ["http://evil.example", "http://127.0.0.1:80", "http://127.0.0.1:5051", "http://0.0.0.0"],
)
def test_a_foreign_host_is_refused(stranger, base):
    assert stranger.get("/unlock", base_url=base).status_code == 400


@pytest.mark.parametrize("base", ["http://127.0.0.1:5050", "http://localhost:5050"])
def test_our_own_hosts_are_served(stranger, base):
    assert stranger.get("/unlock", base_url=base).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Origin": "http://127.0.0.1:5050"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_only_our_own_pages_change_anything(officer, headers, status):
    assert officer.post("/draft", {"name": "x"}, headers=headers).status_code == status


def test_a_form_without_token_is_refused_in_words(officer):
    answer = officer.post("/person", {"csrf_token": ""})
    assert answer.status_code == 400
    assert "open for too long" in answer.text


def test_a_token_of_another_session_is_refused(officer, app, gallery):
    other = type(officer)(app.test_client(), gallery)
    answer = officer.post("/person", {"csrf_token": other.token()})
    assert answer.status_code == 400


def test_machines_need_no_token_but_keep_to_their_size(stranger):
    sent = {"base_url": "http://127.0.0.1:5050", "headers": {"Sec-Fetch-Site": "cross-site"}}
    assert stranger.client.post("/machine", data=b"0123456789", **sent).json == {"size": 10}
    too_much = stranger.client.post("/machine", data=b"0123456789a", **sent)
    assert too_much.status_code == 413


def test_a_testimony_of_600_kilobytes_is_taken(officer):
    answer = officer.post("/draft", {"testimony": "م" * 300_000})
    assert answer.status_code == 200


def test_a_testimony_of_600_kilobytes_is_taken_as_multipart_too(officer):
    fields = {"csrf_token": officer.token(), "testimony": "م" * 300_000}
    lines = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    answer = officer.client.post(
        "/draft",
        data="".join([*lines, "--x--\r\n"]).encode(),
        content_type="multipart/form-data; boundary=x",
        base_url="http://127.0.0.1:5050",
    )
    assert answer.json["fields"] == 1


def test_more_than_the_limit_is_refused_in_words(officer):
    answer = officer.post("/draft", {"testimony": "x" * (FORM_LIMIT + 1)})
    assert answer.status_code == 413
    assert "Save it in parts." in answer.text


@pytest.mark.parametrize("path", ["/unlock", "/nope", "/healthz", "/static/app.js", "/crash"])
def test_every_answer_carries_the_headers(stranger, path):
    headers = stranger.get(path).headers
    assert headers["Content-Security-Policy"] == CSP
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=(self)" in headers["Permissions-Policy"]


def test_pages_are_never_kept_by_the_browser(officer):
    assert officer.get("/person").headers["Cache-Control"] == "no-store"


def test_our_own_files_may_be_kept(stranger):
    assert "max-age" in stranger.get("/static/app.ltr.css").headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/fonts/"])
def test_only_files_of_the_static_folder_are_served(stranger, path):
    assert stranger.get(path).status_code == 404


def test_a_page_over_https_asks_to_stay_there(gallery, clock):
    app = gallery.make_gallery(clock, https=True, hosts=("registry.test",), port=443)
    answer = app.test_client().get("/unlock", base_url="https://registry.test")
    assert answer.status_code == 200
    assert "max-age" in answer.headers["Strict-Transport-Security"]


def test_nothing_inline_is_allowed_by_the_policy():
    assert "unsafe" not in CSP
    assert CSP.startswith("default-src 'none'")


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_link_on_another_site_may_lead_here_and_changes_nothing(officer, method):
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "http://evil.example"}
    send = getattr(officer.client, method)
    assert send("/person", headers=headers, base_url="http://127.0.0.1:5050").status_code == 200


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_no_other_way_of_changing_anything_passes_from_another_site(officer, method):
    send = getattr(officer.client, method)
    headers = {"Sec-Fetch-Site": "cross-site"}
    answer = send("/draft", headers=headers, base_url="http://127.0.0.1:5050")
    assert answer.status_code in (403, 405)


def test_our_own_files_are_kept_for_a_day_and_https_for_a_year(gallery, clock, stranger):
    kept = stranger.get("/static/app.ltr.css").headers["Cache-Control"]
    assert kept == "public, max-age=86400"
    assert "Strict-Transport-Security" not in stranger.get("/unlock").headers
    app = gallery.make_gallery(clock, https=True, hosts=("registry.test",), port=443)
    answer = app.test_client().get("/unlock", base_url="https://registry.test")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_form_of_thousands_of_boxes_is_refused(officer):
    body = "".join(
        f'--x\r\nContent-Disposition: form-data; name="b{n}"\r\n\r\n1\r\n' for n in range(2001)
    )
    answer = officer.client.post(
        "/draft",
        data=(body + "--x--\r\n").encode(),
        content_type="multipart/form-data; boundary=x",
        base_url="http://127.0.0.1:5050",
    )
    assert answer.status_code == 413


def test_a_form_as_large_as_the_limit_is_no_more_than_four_megabytes():
    assert FORM_LIMIT == 4 * 1024 * 1024


def test_a_page_takes_and_sends_nothing_beyond_our_own_site(stranger):
    told = stranger.get("/unlock").headers["Content-Security-Policy"]
    policy = {name: sources for name, *sources in map(str.split, told.split(";"))}
    assert policy.pop("img-src") == ["'self'", "data:"]
    shut = {name for name, sources in policy.items() if sources == ["'none'"]}
    assert shut == {"default-src", "base-uri", "frame-ancestors"}
    own = {name for name, sources in policy.items() if sources == ["'self'"]}
    assert own == {"script-src", "style-src", "font-src", "connect-src", "form-action"}
    assert shut | own == set(policy)


def test_no_page_stands_in_a_frame_or_learns_where_it_is_and_what_is_spoken(stranger):
    headers = stranger.get("/unlock").headers
    assert headers["X-Frame-Options"] == "DENY"
    told = set(headers["Permissions-Policy"].split(", "))
    assert told == {"camera=(self)", "geolocation=()", "microphone=()"}


@pytest.mark.parametrize("path", ["/static/nope.js", "/static/../app.py", "/nope"])
def test_a_page_about_a_missing_file_is_kept_by_nobody(officer, path):
    """It has the bar of whoever is at work, with their token."""
    answer = officer.get(path)
    assert "csrf_token" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_foreign_host_is_refused_before_anything_else_is_looked_at(stranger):
    assert stranger.get("/person", base_url="http://evil.example").status_code == 400
    assert stranger.sign_in().location == "/"


def test_a_form_that_was_opened_in_the_morning_is_taken_in_the_evening(officer, app):
    class Morning(TimestampSigner):
        def get_timestamp(self):
            return super().get_timestamp() - 12 * 60 * 60

    officer.get("/person")
    (row,) = app.session_interface.rows._rows.values()
    sign = URLSafeTimedSerializer(app.secret_key, salt="wtf-csrf-token", signer=Morning)
    token = sign.dumps(json.loads(row[0])["csrf_token"])
    assert officer.post("/draft", {"csrf_token": token, "name": "x"}).status_code == 200


def test_over_https_a_form_is_taken_though_no_page_tells_where_it_came_from(gallery, clock):
    app = gallery.make_gallery(clock, https=True, hosts=("registry.test",), port=443)
    client = app.test_client()
    page = client.get("/unlock", base_url="https://registry.test").text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found is not None
    sent = {"csrf_token": found[1], "passphrase": gallery.PASSPHRASE}
    answer = client.post("/unlock", data=sent, base_url="https://registry.test")
    assert (answer.status_code, answer.location) == (303, "/")
