"""Laptops are invited by one administrator and let in by another."""

import html
import re

import pytest

from intake.domain.codes import DeviceStatus, Role
from intake.sync.enrol import join, make_request, take_request
from intake.sync.invitation import own_words, read_invitation
from tests.builders import NOON, a_group
from tests.registry.casework import send
from tests.registry.laptops import a_laptop, ask, let_in
from tests.registry.visitor import text_of
from tests.web.markup import faults

INVITE = {"label": "North gate 1", "url": "https://registry.example"}


@pytest.fixture
def laptop(tmp_path):
    opened = a_laptop(tmp_path / "laptop")
    yield opened
    opened.close()


@pytest.fixture
def admin(registry):
    return registry.signed_in("ada", Role.ADMINISTRATOR)


def enrolled(laptop, registry):
    """Let a laptop in; its id."""
    let_in(laptop, registry.store)
    return laptop.own_chain


def invited_text(page):
    return html.unescape(re.search(r"<textarea[^>]*>([^<]*)</textarea>", page)[1])


def test_an_invitation_names_this_registry_and_its_keys(admin, registry):
    page = admin.post("/devices/invite", INVITE)
    assert page.status_code == 201
    invitation = read_invitation(invited_text(page.text))
    assert invitation.registry == registry.store.own_chain
    assert invitation.url == "https://registry.example"
    assert invitation.words == own_words(registry.store)


@pytest.mark.parametrize(
    "changed",
    [{"label": ""}, {"url": "http://registry.example"}, {"url": ""}, {"url": "https:// x"}],
)
def test_an_invitation_is_refused_when_records_would_travel_in_the_clear(admin, registry, changed):
    page = admin.post("/devices/invite", {**INVITE, **changed})
    assert page.status_code == 422
    assert registry.store.devices.invitations() == []


def test_the_address_is_filled_in_beforehand(admin):
    assert 'value="http://127.0.0.1:8001"' in admin.get("/devices/invite").text


def test_an_unused_invitation_can_be_saved_as_a_file_again(admin, registry):
    text = invited_text(admin.post("/devices/invite", INVITE).text)
    (made,) = registry.store.devices.invitations()
    file = admin.post("/devices/invitation", {"code": made.code}, page="/devices/invite")
    assert "attachment" in file.headers["Content-Disposition"]
    assert read_invitation(file.text).code == read_invitation(text).code
    assert made.code not in file.headers["Content-Disposition"]


def test_an_unknown_invitation_is_not_found(admin):
    answer = admin.post("/devices/invitation", {"code": "0" * 32}, page="/devices/invite")
    assert answer.status_code == 404


def test_a_waiting_laptop_shows_its_six_words(admin, registry, laptop):
    ask(laptop, registry.store)
    page = text_of(admin.get("/devices").text)
    assert " · ".join(own_words(laptop)) in page
    assert "read out the six words" in page


def test_a_second_administrator_lets_it_in_after_the_words(admin, registry, laptop):
    ask(laptop, registry.store)
    path = f"/devices/{laptop.own_chain}/approve"
    answer = admin.post(path, {"compared": "yes"}, page="/devices/invite")
    assert answer.location == "/devices"
    found = registry.store.devices.get(laptop.own_chain)
    assert found.status is DeviceStatus.APPROVED
    assert found.approved_by == registry.store.users.by_login("ada").id


def test_nothing_is_let_in_without_comparing_the_words(admin, registry, laptop):
    ask(laptop, registry.store)
    page = admin.post(f"/devices/{laptop.own_chain}/approve", page="/devices/invite")
    assert page.status_code == 422
    assert "First compare the six words" in page.text
    assert registry.store.devices.get(laptop.own_chain).status is DeviceStatus.REQUESTED


def test_who_invited_cannot_let_in(admin, registry, laptop):
    text = invited_text(admin.post("/devices/invite", INVITE).text)
    join(laptop, text, by="officer-1", at=NOON)
    take_request(registry.store, make_request(laptop, at=NOON), at=NOON)
    page = admin.get("/devices").text
    assert "another administrator must approve" in page
    path = f"/devices/{laptop.own_chain}/approve"
    assert path not in page
    answer = admin.post(path, {"compared": "yes"}, page="/devices/invite")
    assert answer.status_code == 422
    other = registry.signed_in("bea", Role.ADMINISTRATOR)
    assert other.post(path, {"compared": "yes"}, page="/devices/invite").status_code == 303


def test_a_laptop_is_taken_back_with_a_reason(admin, registry, laptop):
    let_in(laptop, registry.store)
    path = f"/devices/{laptop.own_chain}/revoke"
    assert admin.post(path, page="/devices/invite").status_code == 422
    assert admin.post(path, {"reason": "bored"}, page="/devices/invite").status_code == 422
    assert admin.post(path, {"reason": "lost"}, page="/devices/invite").status_code == 303
    assert registry.store.devices.get(laptop.own_chain).status is DeviceStatus.REVOKED
    assert "No longer accepted" in admin.get("/devices").text


def test_a_waiting_laptop_can_be_refused(admin, registry, laptop):
    ask(laptop, registry.store)
    path = f"/devices/{laptop.own_chain}/revoke"
    assert path in admin.get("/devices").text
    admin.post(path, {"reason": "stolen"}, page="/devices/invite")
    assert registry.store.devices.get(laptop.own_chain).status is DeviceStatus.REVOKED


@pytest.mark.parametrize("what", ["approve", "revoke"])
def test_an_unknown_laptop_is_not_found(admin, what):
    sent = {"compared": "yes", "reason": "lost"}
    answer = admin.post(f"/devices/{'0' * 32}/{what}", sent, page="/devices/invite")
    assert answer.status_code == 404


def test_the_registrys_own_words_are_shown(admin, registry):
    assert " · ".join(own_words(registry.store)) in text_of(admin.get("/devices").text)


def test_each_control_on_the_page_has_an_id_of_its_own(admin, registry, laptop, tmp_path):
    ask(laptop, registry.store)
    second = a_laptop(tmp_path / "second")
    let_in(second, registry.store, label="South gate")
    ids = re.findall(r' id="([^"]+)"', admin.get("/devices").text)
    second.close()
    assert len(ids) == len(set(ids))


def test_a_lost_laptop_is_led_through_with_counts_and_no_names(admin, registry, laptop):
    device = enrolled(laptop, registry)
    send(laptop, registry.store, a_group("Олена Вигадана", "Максим Вигаданий"))
    page = admin.get(f"/devices/{device}/lost")
    assert faults(page.text) == []
    told = text_of(page.text)
    assert "Records that came in 1" in told
    assert "People in them 2" in told
    assert "Олена" not in told
    assert "Take its access back now." in told


def test_after_its_access_was_taken_back_the_page_says_so(admin, registry, laptop):
    device = enrolled(laptop, registry)
    page = f"/devices/{device}/lost"
    answer = admin.post(f"/devices/{device}/revoke", {"reason": "lost"}, page=page)
    assert answer.status_code == 303
    told = text_of(admin.get(page).text)
    assert "Its access was taken back." in told
    assert "Take its access back now." not in told


def test_a_laptop_that_never_sent_anything_has_its_report_too(admin, registry, laptop):
    device = enrolled(laptop, registry)
    told = text_of(admin.get(f"/devices/{device}/lost").text)
    assert "Records that came in 0" in told
    assert "never" in told


def test_an_unknown_laptop_has_no_report(admin):
    assert admin.get("/devices/unknown/lost").status_code == 404


def test_the_list_of_laptops_leads_to_what_to_do(admin, registry, laptop):
    device = enrolled(laptop, registry)
    assert f'href="/devices/{device}/lost"' in admin.get("/devices").text
