"""The door of the laptop: first start, unlock, who works, lock."""

import pytest

from intake.domain.event import OfficerAdded
from intake.security.passphrase import create_vault
from tests.field.desk import BASE, MORNING, PASSPHRASE, Desk, a_laptop

SECOND = "Officer Two"


def add_officer(desk: Desk, name: str = SECOND) -> str:
    officer = "2" * 32
    desk.store.record(
        OfficerAdded(
            officer=officer, name=name, site="South gate", language="en", by="x", at=MORNING
        )
    )
    return officer


def test_a_new_laptop_asks_to_be_set_up(new_laptop: Desk) -> None:
    assert new_laptop.get("/").path == "/setup"
    assert new_laptop.get("/unlock").path == "/setup"


def test_setting_up_leads_to_work(new_laptop: Desk) -> None:
    assert new_laptop.set_up().path == "/"
    (officer,) = new_laptop.store.users.officers()
    assert (officer.name, officer.site) == ("Officer One", "North gate")


@pytest.mark.parametrize(
    ("passphrase", "again", "words"),
    [
        (PASSPHRASE, PASSPHRASE + "x", "differ"),
        ("short", "short", "8 characters"),
        ("", "", "Fill this in"),
    ],
)
def test_a_passphrase_that_locks_people_out_is_refused(
    new_laptop: Desk, passphrase: str, again: str, words: str
) -> None:
    page = new_laptop.send(
        new_laptop.get("/setup"),
        {"passphrase": passphrase, "again": again, "name": "A", "site": "B", "language": "en"},
    )
    assert page.status == 422
    assert words in page.text
    assert new_laptop.get("/").path == "/setup"


def test_a_passphrase_is_never_shown_again(new_laptop: Desk) -> None:
    page = new_laptop.send(
        new_laptop.get("/setup"), {"passphrase": PASSPHRASE, "again": "other than that"}
    )
    assert PASSPHRASE not in page.html


def test_set_up_happens_once(desk: Desk) -> None:
    assert desk.get("/setup", follow=False).status == 303
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
    assert desk.get("/setup").path == "/unlock"


def test_a_first_start_that_was_cut_off_is_finished_later(new_laptop: Desk) -> None:
    laptop = new_laptop.app.extensions["intake"].holder.laptop
    create_vault(laptop.folder / "vault.json", PASSPHRASE, laptop.profile)
    page = new_laptop.unlock()
    assert page.path == "/setup/officer"
    page = new_laptop.send(page, {"name": "Late", "site": "Gate", "language": "en"})
    assert page.path == "/"
    assert [o.name for o in new_laptop.store.users.officers()] == ["Late"]
    assert new_laptop.get("/setup/officer").path == "/unlock"


def test_naming_the_first_officer_asks_for_all_three(new_laptop: Desk) -> None:
    laptop = new_laptop.app.extensions["intake"].holder.laptop
    create_vault(laptop.folder / "vault.json", PASSPHRASE, laptop.profile)
    page = new_laptop.send(new_laptop.unlock(), {"name": "", "site": ""})
    assert page.status == 422


def test_locking_forgets_the_key(desk: Desk) -> None:
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
    assert not desk.app.extensions["intake"].holder.is_open
    assert desk.get("/").path == "/unlock"


def test_the_locked_page_tells_nothing_of_the_laptop(desk: Desk) -> None:
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
    page = desk.get("/unlock")
    for word in ("North gate", "Officer One", "waiting"):
        assert word not in page.html


def test_a_wrong_passphrase_opens_nothing(desk: Desk) -> None:
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
    page = desk.unlock("not this one at all")
    assert page.status == 422
    assert not desk.app.extensions["intake"].holder.is_open


def test_after_unlocking_the_page_that_was_asked_for_opens(desk: Desk) -> None:
    case = desk.new_case()
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
    assert desk.get(f"/cases/{case}").path == "/unlock"
    assert desk.unlock().path == f"/cases/{case}"


def test_an_idle_laptop_locks_itself(desk: Desk) -> None:
    desk.clock.forward(minutes=6)
    assert desk.get("/").path == "/unlock"


def test_one_officer_is_not_asked_who_works(desk: Desk) -> None:
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
    assert desk.unlock().path == "/"


def test_several_officers_say_who_works(desk: Desk) -> None:
    officer = add_officer(desk)
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
    page = desk.unlock()
    assert page.path == "/officer"
    assert desk.send(page, {"officer": officer}).path == "/"
    case = desk.case(desk.new_case())
    assert (case.opened_by, case.site) == (officer, "South gate")


def test_an_officer_who_is_not_on_the_list_is_refused(desk: Desk) -> None:
    add_officer(desk)
    page = desk.send(desk.get("/officer"), {"officer": "9" * 32})
    assert page.status == 422


def test_a_second_browser_has_to_unlock_for_itself(desk: Desk) -> None:
    stranger = Desk(desk.app, desk.clock)
    assert stranger.get("/").path == "/unlock"


def test_no_page_but_the_door_opens_without_unlocking(desk: Desk) -> None:
    case = desk.new_case()
    stranger = Desk(desk.app, desk.clock)
    for path in ("/", "/drafts", "/cases/new", f"/cases/{case}", f"/cases/{case}/check"):
        assert stranger.get(path).path == "/unlock"


def test_what_was_recorded_is_there_after_a_restart(tmp_path) -> None:
    first = a_laptop(tmp_path)
    first.set_up()
    case = first.new_case()
    first.app.extensions["intake"].holder.close()
    second = a_laptop(tmp_path)
    second.unlock()
    assert second.get(f"/cases/{case}").status == 200
    second.app.extensions["intake"].holder.close()


def test_whoever_worked_last_is_at_work_until_somebody_says_otherwise(desk: Desk) -> None:
    """Who passes by the question after unlocking signs nothing with another's name."""
    officer = add_officer(desk)
    for chosen in (officer, desk.store.users.officers()[0].id):
        desk.send(desk.get("/officer"), {"officer": chosen})
        desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
        assert desk.unlock().path == "/officer"
        assert desk.case(desk.new_case()).opened_by == chosen


def test_a_page_asked_for_while_locked_opens_after_the_question_who_works(desk: Desk) -> None:
    officer = add_officer(desk)
    case = desk.new_case()
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)
    desk.get(f"/cases/{case}")
    page = desk.unlock()
    assert desk.send(page, {"officer": officer}).path == f"/cases/{case}"


def test_setting_up_anew_takes_nothing_from_a_laptop_that_has_a_passphrase(desk: Desk) -> None:
    """A tab of the first start that was left open, sent once more."""
    token = desk.token()
    typed = {"passphrase": "another orbit maple", "again": "another orbit maple", "name": "Late"}
    typed |= {"site": "Gate", "language": "en", "csrf_token": token}
    for path in ("/setup", "/setup/officer"):
        desk.post(path, typed, follow=False)
    assert [o.name for o in desk.store.users.officers()] == ["Officer One"]
    desk.client.post("/lock", data={"csrf_token": token}, base_url=BASE)
    assert desk.unlock("another orbit maple").status == 422
    assert desk.unlock().path == "/"
