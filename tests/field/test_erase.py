"""Emergency erase: two steps from the locked page, then nobody reads anything, ever."""

import pytest

from intake.errors import NotFound
from tests.field.desk import BASE, PASSPHRASE, Desk, a_laptop
from tests.web.markup import faults

NAME = "Канарка Вигадана"
LOCKED = "Locked"


def with_a_draft(desk: Desk) -> Desk:
    case = desk.new_case()
    desk.fill(case, "who", {"name": NAME})
    return desk


def lock(desk: Desk) -> None:
    desk.client.post("/lock", data={"csrf_token": desk.token()}, base_url=BASE)


def erase(desk: Desk, answer: str = "erase") -> None:
    desk.send(desk.get("/erase"), {"sure": answer}, having="sure")


def test_the_locked_page_and_the_page_of_help_lead_to_it(desk: Desk) -> None:
    assert 'href="/erase"' in desk.get("/keys").html
    lock(desk)
    page = desk.get("/unlock")
    assert LOCKED in page.text
    assert 'href="/erase"' in page.html


def test_no_passphrase_is_asked_and_the_laptop_is_new_afterwards(desk: Desk) -> None:
    with_a_draft(desk)
    lock(desk)
    page = desk.send(desk.get("/erase"), {"sure": "erase"}, having="sure")
    assert page.path == "/setup"
    assert "erase" not in page.text.casefold()
    assert desk.get("/").path == "/setup"


def test_nothing_that_was_there_is_left_to_be_opened(desk: Desk) -> None:
    laptop = with_a_draft(desk).app.extensions["intake"].holder.laptop
    erase(desk)
    assert not [path for path in laptop.folder.iterdir() if path.name.startswith("intake.db")]
    with pytest.raises(NotFound):
        laptop.open(PASSPHRASE)


def test_the_same_laptop_begins_again_without_the_people_it_had(desk: Desk) -> None:
    with_a_draft(desk)
    erase(desk)
    assert desk.set_up().path == "/"
    assert NAME not in desk.get("/").text
    assert desk.store.cases.counts() == {}


def test_without_the_second_step_nothing_happens(desk: Desk) -> None:
    with_a_draft(desk)
    page = desk.send(desk.get("/erase"), {}, having="sure")
    assert page.status == 422
    assert "Choose an answer" in page.text
    erase(desk, "keep")
    lock(desk)
    assert desk.unlock().path == "/"
    assert len(desk.store.cases.counts()) == 1


def test_a_look_at_the_page_and_a_foreign_form_erase_nothing(desk: Desk) -> None:
    desk.get("/erase")
    answer = desk.client.post("/erase", data={"sure": "erase"}, base_url=BASE)
    assert answer.status_code == 400
    lock(desk)
    assert desk.unlock().path == "/"


def test_in_practice_nobody_erases_the_records_by_mistake(desk: Desk) -> None:
    with_a_draft(desk)
    token = desk.token()
    desk.post("/practice/begin", {"csrf_token": token})
    assert desk.get("/erase").path == "/practice"
    page = desk.post("/erase", {"csrf_token": desk.token(), "sure": "erase"})
    assert "Leave practice first" in page.text
    desk.post("/practice/leave", {"csrf_token": desk.token()})
    assert len(desk.store.cases.counts()) == 1


def test_a_laptop_that_is_new_has_nothing_to_erase(new_laptop: Desk) -> None:
    assert new_laptop.get("/erase").path == "/setup"


def test_an_erase_that_was_cut_off_leaves_noise_that_stands_in_nobodys_way(desk: Desk) -> None:
    """The vault goes first: if the power fails then, the database is noise beside it."""
    laptop = with_a_draft(desk).app.extensions["intake"].holder.laptop
    lock(desk)
    kept = (laptop.folder / "intake.db").read_bytes()
    erase(desk)
    (laptop.folder / "intake.db").write_bytes(kept)
    again = a_laptop(laptop.folder)
    assert again.set_up().path == "/"
    assert again.store.cases.counts() == {}
    assert (laptop.folder / "unreadable-intake.db").read_bytes() == kept
    again.app.extensions["intake"].holder.close()


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_the_page_is_well_made(desk: Desk, lang: str) -> None:
    assert faults(desk.get(f"/erase?lang={lang}").html) == []


def test_the_tries_at_the_old_passphrase_are_forgotten_with_it(desk: Desk) -> None:
    """Nobody sees that somebody tried, and the new laptop is not slowed down by it."""
    laptop = with_a_draft(desk).app.extensions["intake"].holder.laptop
    lock(desk)
    for _ in range(3):
        desk.unlock("a wrong one, again")
    assert [path.name for path in laptop.folder.glob("*attempts*")]
    erase(desk)
    assert [path.name for path in laptop.folder.glob("*attempts*")] == []
    assert desk.set_up().path == "/"
