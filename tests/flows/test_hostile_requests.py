"""Requests that no page of ours would send: refused in words, and nothing is changed."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from intake.domain.codes import Role
from intake.store import Store
from tests.field.desk import BASE, PASSPHRASE, Desk
from tests.flows.hostile import raw
from tests.flows.office import Office, an_office, ledger_of
from tests.registry.visitor import BASE as REGISTRY
from tests.registry.visitor import Visitor

NOBODY = "0123456789abcdef" * 2
OPEN = {"static", "healthz"}
MACHINES = "/sync/v1/"
ELSEWHERE = (
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "/%5cevil.example",
    "/%09/evil.example",
    "/%0d%0aLocation:%20https://evil.example",
    "/..//evil.example",
)
KNOWN_WORDS = {"page": "who", "path": "mother", "lang": "uk"}
ODD_IDS = ("0" * 32, "x", "%00", "..%2f..%2fetc", "' OR 1=1", "%F0%9F%92%A9", "9" * 300)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with an_office(tmp_path_factory.mktemp("requests")) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(office: Office) -> Desk:
    return office.laptop


@pytest.fixture(scope="module")
def case(desk: Desk) -> str:
    return desk.new_case("family")


@pytest.fixture(scope="module")
def staff(office: Office) -> list[Visitor]:
    """One visitor of every role, so that each page is open to somebody."""
    admin = office.staff.registry.signed_in("admin", Role.ADMINISTRATOR)
    officer = office.staff.registry.signed_in("dpo", Role.DPO)
    protection = office.staff.registry.signed_in("protect", Role.PROTECTION)
    tracing = office.staff.registry.signed_in("trace", Role.TRACING)
    others = [office.staff.clerk, office.staff.reviewer, office.staff.interviewer]
    return [*others, admin, officer, protection, tracing]


def routes(app: Flask, method: str) -> list[str]:
    """Addresses with ids of nothing, that take this method."""
    found = []
    for rule in app.url_map.iter_rules():
        if rule.endpoint in OPEN or method not in (rule.methods or set()):
            continue
        values = dict.fromkeys(rule.arguments, NOBODY) | {
            "page": "who",
            "path": "mother",
            "lang": "uk",
        }
        path = rule.rule
        for name in rule.arguments:
            path = path.replace(f"<{name}>", values[name]).replace(f"<path:{name}>", "new/who")
            path = path.replace(f"<int:{name}>", "1")
        found.append(path)
    return sorted(found)


def both(office: Office) -> dict[str, tuple[Any, str, Store]]:
    """The two programs: who asks, where, and what must not change."""
    return {
        "laptop": (office.laptop.client, BASE, office.laptop.store),
        "registry": (office.staff.clerk.client, REGISTRY, office.registry),
    }


def apps(office: Office) -> dict[str, Flask]:
    return {"laptop": office.laptop.app, "registry": office.staff.registry.app}


SIDES = pytest.mark.parametrize("side", ["laptop", "registry"])


@SIDES
def test_a_page_for_buttons_is_not_opened_by_its_address(office: Office, side: str) -> None:
    client, base, store = both(office)[side]
    app = apps(office)[side]
    before = ledger_of(store)
    only = [p for p in routes(app, "POST") if p not in routes(app, "GET")]
    assert len(only) > 7
    for path in only:
        answer = client.get(path, base_url=base)
        # Where a page of lines takes the last word for the id of a line, there is no such line.
        assert answer.status_code in (404, 405), path
        if answer.status_code == 405 and not path.startswith(MACHINES):
            assert "This page cannot be used in that way" in answer.text
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        assert client.open("/", method=method, base_url=base).status_code == 405
    assert ledger_of(store) == before


@SIDES
def test_without_its_token_no_form_is_taken(office: Office, side: str) -> None:
    client, base, store = both(office)[side]
    before = ledger_of(store)
    for path in routes(apps(office)[side], "POST"):
        for token in ({}, {"csrf_token": ""}, {"csrf_token": "x" * 90}, {"csrf_token": "\0"}):
            answer = client.post(path, data={**token, "name": "x"}, base_url=base)
            assert answer.status_code in (400, 403, 415), (path, answer.status_code)
    assert ledger_of(store) == before
    assert client.get("/", base_url=base).status_code == 200


@SIDES
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://127.0.0.1.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_a_form_of_another_site_is_not_taken(
    office: Office, side: str, headers: dict[str, str]
) -> None:
    client, base, store = both(office)[side]
    before = ledger_of(store)
    shown = client.get("/", base_url=base).text
    token = shown.split('name="csrf_token" value="')[1].split('"')[0]
    for path in ("/find", "/cases/new", "/search", "/incoming", "/lock", "/sign-out"):
        answer = client.post(path, data={"csrf_token": token}, base_url=base, headers=headers)
        assert answer.status_code in (403, 404), path
    assert ledger_of(store) == before
    assert client.get("/", base_url=base).status_code == 200


@SIDES
@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:8000.evil.example", "", "[::1"]
)
def test_a_foreign_host_is_shown_no_record(office: Office, side: str, host: str) -> None:
    client, base, _store = both(office)[side]
    answer = client.get("/", base_url=base, headers={"Host": host})
    assert answer.status_code == 400
    assert "This request cannot be understood" in answer.text


@SIDES
@pytest.mark.parametrize("odd", ODD_IDS)
def test_an_unknown_id_is_a_page_that_says_so(
    office: Office, staff: list[Visitor], side: str, odd: str
) -> None:
    app, (client, base, store) = apps(office)[side], both(office)[side]
    clients = [client] if side == "laptop" else [visitor.client for visitor in staff]
    before = ledger_of(store)
    for rule in app.url_map.iter_rules():
        if not rule.arguments or rule.endpoint == "static" or "GET" not in (rule.methods or set()):
            continue
        path = rule.rule.replace("<page>", "who").replace("<path>", "mother")
        for name in rule.arguments:
            path = path.replace(f"<{name}>", odd).replace(f"<int:{name}>", "9")
        answers = [c.get(path, base_url=base) for c in clients]
        assert {a.status_code for a in answers} <= {403, 404}, (path, answers)
        told = [a.text for a in answers if a.status_code == 404]
        assert told, path
        assert all("There is nothing here" in text for text in told)
    assert ledger_of(store) == before


def test_a_button_for_an_unknown_id_changes_nothing(
    office: Office, desk: Desk, staff: list[Visitor]
) -> None:
    before = (ledger_of(desk.store), ledger_of(office.registry))
    token = desk.token()
    for path in routes(desk.app, "POST"):
        if any(len(part) == 32 for part in path.split("/")):
            answer = desk.post(path, {"csrf_token": token})
            assert answer.status == 404, path
    for path in routes(apps(office)["registry"], "POST"):
        if any(len(part) == 32 for part in path.split("/")):
            codes = {who.post(path, {}, page="/").status_code for who in staff}
            assert codes <= {403, 404, 422}, path
    assert (ledger_of(desk.store), ledger_of(office.registry)) == before


def test_a_form_without_any_field_is_no_crash(office: Office, staff: list[Visitor]) -> None:
    desk = office.laptop
    case = desk.new_case()
    person = office.people(case)[0]
    pages = [f"/cases/{case}/{page}" for page in ("urgent", "check", "focal", "tracing/new")]
    pages += [f"/cases/{case}/people/{person}/{page}" for page in ("who", "origin", "consent")]
    pages += ["/cases/new", "/quick/new", "/find", "/settings", "/settings/officers"]
    pages += ["/settings/passphrase", "/sync/join", "/sync/load", "/officer", "/drafts/new/quick"]
    before = ledger_of(desk.store)
    token = desk.token()
    for page in pages:
        answer = desk.post(page, {"csrf_token": token}, follow=False)
        assert answer.status in (200, 303, 409, 422), (page, answer.status)
    assert ledger_of(desk.store) == before
    before = ledger_of(office.registry)
    for page in ("/search", "/incoming", "/users/new", "/devices/invite", "/audit"):
        codes = {who.post(page, {}, page="/").status_code for who in staff}
        assert codes <= {200, 403, 422}, page
    assert ledger_of(office.registry) == before


@SIDES
@pytest.mark.parametrize("path", ELSEWHERE)
def test_no_address_leads_to_another_site(office: Office, side: str, path: str) -> None:
    """Signed in, or asked to sign in first; with and without a change of language."""
    client, base, _store = both(office)[side]
    stranger = apps(office)[side].test_client()
    for who in (client, stranger):
        for query in ("", "?lang=uk", "?lang=en&next=//evil.example", "?theme=sun"):
            answer = who.get(base + path + query)
            where = answer.headers.get("Location", "/")
            assert answer.status_code < 500
            assert where.startswith("/"), where
            assert not where.startswith(("//", "/\\", "/%5c", "/\t")), where
            assert "\n" not in where


@pytest.mark.parametrize("target", ELSEWHERE)
def test_unlocking_never_leads_elsewhere(office: Office, desk: Desk, target: str) -> None:
    desk.post("/lock", {"csrf_token": desk.token()})
    desk.client.get(BASE + target)
    desk.client.get(BASE + "/unlock", query_string={"next": target})
    page = desk.get("/unlock")
    sent = {"csrf_token": page.form(having="passphrase").value("csrf_token")}
    data = {**sent, "passphrase": PASSPHRASE, "next": target}
    answer = desk.client.post("/unlock", data=data, base_url=BASE)
    assert answer.status_code == 303
    where = answer.headers["Location"]
    assert where.startswith("/")
    assert "evil" not in where or where.lstrip("/\\") == where[1:]
    assert desk.unlock().status == 200


def test_a_locked_laptop_asks_to_unlock_and_comes_back_to_the_page(desk: Desk, case: str) -> None:
    secret = f"/cases/{case}"
    desk.post("/lock", {"csrf_token": desk.token()})
    for path in routes(desk.app, "GET"):
        answer = desk.client.get(path, base_url=BASE)
        if not path.startswith(("/unlock", "/setup", "/keys", "/erase")):
            assert (answer.status_code, answer.headers["Location"]) == (303, "/unlock"), path
    desk.client.get(secret, base_url=BASE)
    page = desk.unlock()
    assert (page.path, page.status) == (secret, 200)


@SIDES
def test_no_page_is_kept_by_the_browser(office: Office, case: str, side: str) -> None:
    client, base, _store = both(office)[side]
    for path in [*routes(apps(office)[side], "GET"), f"/cases/{case}", "/nowhere"]:
        answer = client.get(path, base_url=base)
        assert answer.headers["Cache-Control"] == "no-store", path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_locking_and_leaving_tell_the_browser_to_forget(office: Office, desk: Desk) -> None:
    form = {"csrf_token": desk.token()}
    gone = desk.client.post("/lock", data=form, base_url=BASE)
    assert "cache" in gone.headers["Clear-Site-Data"]
    assert desk.unlock().status == 200
    visitor = office.staff.registry.signed_in("leaves", Role.CLERK)
    gone = visitor.post("/sign-out", {}, page="/")
    assert "cache" in gone.headers["Clear-Site-Data"]
    assert visitor.get("/").headers["Location"] == "/sign-in"


@pytest.mark.parametrize(
    "body",
    [b"", b"&&&=&=", b"%", b"%zz=%zz", b"csrf_token=%00", b"\xff\xfe\0", b"a=" * 3000],
    ids=["empty", "ands", "percent", "no-hex", "nul", "bytes", "many"],
)
def test_bytes_that_are_no_form_are_refused(desk: Desk, case: str, body: bytes) -> None:
    before = ledger_of(desk.store)
    for path in ("/cases/new", "/find", f"/cases/{case}/urgent", "/drafts/new/quick", "/sync/load"):
        assert raw(desk, path, body).status in (400, 413), path
    assert ledger_of(desk.store) == before


@pytest.mark.parametrize("kind", ["multipart/form-data", "application/json", "text/plain", "x"])
def test_a_form_of_another_type_is_refused(desk: Desk, kind: str) -> None:
    before = ledger_of(desk.store)
    for path in ("/cases/new", "/find", "/sync/load"):
        answer = desk.client.post(path, data=b"--x\r\n{}", base_url=BASE, content_type=kind)
        assert answer.status_code in (400, 415), path
    assert ledger_of(desk.store) == before
