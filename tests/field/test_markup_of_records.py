"""The pages of finding, records, sync and settings, read as a checker reads them."""

import pytest

from intake.domain.codes import Purpose
from intake.sync.enrol import join
from intake.sync.invitation import invite
from tests.builders import a_name
from tests.field.desk import MORNING, Desk
from tests.field.seeding import a_record, agree
from tests.sync.parties import INVITER, a_store
from tests.web.markup import faults


def addresses(desk: Desk) -> dict[str, str]:
    """Each page by name, for a complete record with two people."""
    seeded = a_record(desk, "Олена", "Данило", said={"father": a_name("Петро")})
    agree(desk, seeded, Purpose.TRACING)
    agree(desk, seeded, Purpose.REGISTRATION, member=1)
    case, person = f"/cases/{seeded.case}", seeded.people[0]
    amend = {
        f"amend {p}": f"{case}/people/{person}/amend/{p}" for p in ("who", "origin", "consent")
    }
    amend["agreements"] = f"{case}/people/{person}/agreements"
    own = {page: f"{case}/{page}" for page in ("record", "slip", "tracing/new")}
    rest = {
        page: f"/{page}"
        for page in ("find", "sync", "settings", "settings/passphrase", "keys", "quick/new")
    }
    return amend | own | rest


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_every_page_is_well_made(desk, lang):
    desk.get(f"/?lang={lang}")
    found = {name: faults(desk.get(path).html) for name, path in addresses(desk).items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_pages_with_errors_are_well_made(desk):
    pages = addresses(desk)
    wrong = {
        "find": desk.send(desk.get("/find"), {"words": "123"}),
        "tracing": desk.send(desk.get(pages["tracing/new"]), {}, having="kin"),
        "quick": desk.send(desk.get("/quick/new"), {}, having="channel"),
        "amend": desk.send(desk.get(pages["amend origin"]), {}, having="why"),
        "join": desk.send(desk.get("/sync"), {"invitation": "x"}, having="invitation"),
        "load": desk.post("/sync/load", {"csrf_token": desk.token()}),
        "settings": desk.send(desk.get("/settings"), {"idle": "0"}, having="idle"),
    }
    assert {name: page.status for name, page in wrong.items()} == dict.fromkeys(wrong, 422)
    found = {name: faults(page.html) for name, page in wrong.items()}
    assert {name: faulty for name, faulty in found.items() if faulty} == {}


def test_lists_of_what_was_found_are_well_made(desk):
    addresses(desk)
    assert faults(desk.send(desk.get("/find"), {"words": "олена"}).html) == []
    assert faults(desk.send(desk.get("/find"), {"words": "ніхто"}).html) == []


def test_the_page_of_a_laptop_that_joined_is_well_made(desk, tmp_path):
    registry = a_store(tmp_path / "registry")
    text = invite(registry, label="L", name="Registry", url="", by=INVITER, at=MORNING)
    registry.close()
    join(desk.store, text, by=INVITER, at=MORNING)
    a_record(desk, "Олена")
    assert faults(desk.get("/sync").html) == []


@pytest.mark.parametrize("name", ["quick/new", "tracing/new", "amend who", "amend consent"])
def test_typing_is_kept_while_it_goes_on(desk, name):
    assert "data-autosave" in desk.get(addresses(desk)[name]).html


@pytest.mark.parametrize("name", ["quick/new", "tracing/new", "amend who"])
def test_the_enter_key_saves(desk, name):
    page = desk.get(addresses(desk)[name])
    own = next(f for f in page.parsed().forms if "rev" in f.names)
    assert own.buttons[0] == ("", "")


def test_no_title_tells_who_it_is_about(desk):
    for name, path in addresses(desk).items():
        html = desk.get(path).html
        title = html[html.index("<title>") : html.index("</title>")]
        assert "Олена" not in title, name
        assert "Олена" not in path
