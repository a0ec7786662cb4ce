"""A safe way to reach somebody: taken down in parts, replaced, never shown again here."""

import pytest

from intake.domain.codes import ContactWay
from tests.field.desk import Desk, Page
from tests.field.seeding import a_record
from tests.web.markup import faults

WORDS = ("0700-UNMISTAKABLE", "MidnightOnly", "COUSIN-HAS-IT", "KINGFISHER")
TOLD = {
    "safe_contact__way": "messaging-app",
    "safe_contact": WORDS[0],
    "safe_contact__time": WORDS[1],
    "safe_contact__shared": WORDS[2],
    "safe_contact__code_word": WORDS[3],
    "safe_contact__other": "no",
}


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.new_case()
    desk.fill(made, "who", {"name": "Олена", "birth__age": "40"})
    return made


def save(desk: Desk, case: str, **filled: str) -> Page:
    return desk.fill(case, "consent", {**filled, "private_moment": "offered-declined"})


def contact(desk: Desk, case: str) -> object:
    return desk.case(case).members[0].value("safe-contact")


def test_every_part_is_recorded(desk: Desk, case: str) -> None:
    save(desk, case, **TOLD)
    assert contact(desk, case) == {
        "way": "messaging-app",
        "text": WORDS[0],
        "time": WORDS[1],
        "shared": WORDS[2],
        "code_word": WORDS[3],
        "other": "no",
    }


@pytest.mark.parametrize("way", ContactWay)
def test_a_way_alone_is_enough(desk: Desk, case: str, way: ContactWay) -> None:
    save(desk, case, safe_contact__way=way.value)
    assert contact(desk, case) == {"text": "", "way": way.value}


def test_a_way_that_is_not_offered_is_refused(desk: Desk, case: str) -> None:
    assert save(desk, case, safe_contact__way="pigeon").status == 422
    assert contact(desk, case) is None


def test_v12_what_was_saved_is_on_no_page_again(desk: Desk, case: str) -> None:
    save(desk, case, **TOLD)
    page = desk.get(desk.address(case, "consent"))
    assert "Recorded, and not shown again. Fill in to replace it." in page.text
    others = ("", "/record", "/check", "/slip")
    pages = [page, *(desk.get(f"/cases/{case}{path}") for path in others)]
    assert not [p.path for p in pages for word in WORDS if word in p.html]
    assert "Recorded. It is not shown here." in desk.get(f"/cases/{case}/record").text


def test_saving_the_page_again_keeps_it(desk: Desk, case: str) -> None:
    save(desk, case, **TOLD)
    assert save(desk, case, testimony="слова").status == 200
    assert len(desk.case(case).members[0].history("safe-contact")) == 1


def test_filling_in_again_replaces_it(desk: Desk, case: str) -> None:
    save(desk, case, **TOLD)
    save(desk, case, safe_contact="0711")
    assert contact(desk, case) == {"text": "0711"}
    assert len(desk.case(case).members[0].current("safe-contact")) == 1


def test_what_was_refused_is_still_there_to_be_corrected(desk: Desk, case: str) -> None:
    page = save(desk, case, **{**TOLD, "testimony": "ю" * 100_001})
    assert page.status == 422
    assert page.form(having="rest").value("safe_contact__code_word") == WORDS[3]


def test_a_complete_record_takes_a_new_way(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", said={"safe-contact": "an older text"})
    path = f"/cases/{seeded.case}/people/{seeded.people[0]}/amend/consent"
    assert "an older text" not in desk.get(path).html
    desk.send(desk.get(path), {"safe_contact": "0711", "why": "new-information"}, having="why")
    assert contact(desk, seeded.case) == {"text": "0711"}


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_the_page_is_well_made(desk: Desk, case: str, lang: str) -> None:
    desk.get(f"/?lang={lang}")
    save(desk, case, **TOLD)
    assert faults(desk.get(desk.address(case, "consent")).html) == []
