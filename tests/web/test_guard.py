"""What stands before every view: host, origin, token, size, headers."""

import pytest

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
