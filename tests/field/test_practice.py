"""Practice: a store apart, marked on every page, wiped at leaving, and nothing can be sent."""

from pathlib import Path

import pytest

from intake.field.laptop import LaptopHolder
from intake.field.practising import FOLDER, HOUSEHOLDS
from tests.field.desk import Desk, Page
from tests.field.seeding import a_record
from tests.web.markup import faults

BAND = "Invented people only. Nothing is sent; all is wiped at leaving."


def press(desk: Desk, where: str) -> Page:
    return desk.post(f"/practice/{where}", {"csrf_token": desk.token()})


def holder_of(desk: Desk) -> LaptopHolder:
    found: LaptopHolder = desk.app.extensions["intake"].holder
    return found


def folder_of(desk: Desk) -> Path:
    return holder_of(desk).laptop.folder / FOLDER


def test_one_switch_leads_in_and_one_out(desk: Desk) -> None:
    assert 'href="/practice"' in desk.get("/settings").html
    assert BAND in press(desk, "begin").text
    page = press(desk, "leave")
    assert BAND not in page.text
    assert "Practice is over and wiped." in page.text


def test_the_records_are_away_and_invented_people_are_there(desk: Desk) -> None:
    real = a_record(desk, "Олена")
    press(desk, "begin")
    assert desk.get(f"/cases/{real.case}").status == 404
    assert len(desk.store.cases.latest()) == len(HOUSEHOLDS)
    press(desk, "leave")
    assert desk.get(f"/cases/{real.case}/record").status == 200
    assert len(desk.store.cases.latest()) == 1


@pytest.mark.parametrize("path", ["/", "/settings", "/cases/new", "/quick/new", "/find", "/keys"])
def test_every_page_says_so(desk: Desk, path: str) -> None:
    press(desk, "begin")
    page = desk.get(path)
    assert BAND in page.text
    assert "<title>PRACTICE – " in page.html
    assert faults(page.html) == []


def test_every_printed_slip_says_so(desk: Desk) -> None:
    press(desk, "begin")
    case = desk.store.cases.latest()[0].id
    slips = desk.get(f"/cases/{case}/slip").html.split('<section class="slip"')[1:]
    assert slips
    assert all("PRACTICE" in slip for slip in slips)


def test_nothing_typed_in_practice_is_left(desk: Desk) -> None:
    press(desk, "begin")
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Неповторна Назва"})
    assert folder_of(desk).exists()
    press(desk, "leave")
    assert not folder_of(desk).exists()
    assert desk.store.cases.get(case) is None


@pytest.mark.parametrize("path", ["/sync", "/settings/passphrase"])
def test_pages_that_send_or_change_the_laptop_are_shut(desk: Desk, path: str) -> None:
    press(desk, "begin")
    page = desk.get(path)
    assert page.path == "/practice"
    assert "Leave practice first" in page.text


def test_the_time_of_the_lock_is_not_changed_from_practice(desk: Desk) -> None:
    """Else the records would lie open for half an hour after somebody had practised."""
    press(desk, "begin")
    page = desk.send(desk.get("/settings"), {"idle": "30"}, having="idle")
    assert page.path == "/practice"
    assert "Leave practice first" in page.text
    press(desk, "leave")
    desk.clock.forward(minutes=6)
    assert desk.get("/").path == "/unlock"


def test_no_post_of_the_sync_pages_gets_through(desk: Desk) -> None:
    press(desk, "begin")
    rules = [r for r in desk.app.url_map.iter_rules() if r.endpoint.startswith("sync.")]
    posts = [r for r in rules if "POST" in (r.methods or ())]
    assert posts
    for rule in posts:
        path = rule.rule.replace("<", "").replace(">", "")
        assert desk.post(path, {"csrf_token": desk.token()}).path == "/practice", rule.rule
    assert desk.store.devices.joined() is None


def test_locking_ends_practice(desk: Desk) -> None:
    press(desk, "begin")
    desk.post("/lock", {"csrf_token": desk.token()})
    assert not folder_of(desk).exists()
    assert BAND not in desk.unlock().text


def test_an_idle_laptop_ends_practice(desk: Desk) -> None:
    press(desk, "begin")
    desk.clock.forward(minutes=6)
    assert desk.get("/").path == "/unlock"
    assert not folder_of(desk).exists()


def test_what_a_crash_left_is_removed_at_unlocking(desk: Desk) -> None:
    press(desk, "begin")
    holder = holder_of(desk)
    practice = holder.store
    practice.close()
    holder._practice = None
    assert folder_of(desk).exists()
    holder.close()
    desk.unlock()
    assert not folder_of(desk).exists()


def test_two_times_practice_begins_afresh(desk: Desk) -> None:
    press(desk, "begin")
    case = desk.new_case()
    press(desk, "begin")
    assert desk.store.cases.get(case) is None
    assert BAND in desk.get("/").text


def test_the_same_officer_works_in_practice(desk: Desk) -> None:
    press(desk, "begin")
    assert [o.name for o in desk.store.users.officers()] == ["Officer One"]
    assert "North gate" in desk.get("/").text


def test_practice_is_closed_to_strangers(new_laptop: Desk) -> None:
    new_laptop.set_up()
    stranger = Desk(new_laptop.app, new_laptop.clock)
    assert stranger.get("/practice").path == "/unlock"
