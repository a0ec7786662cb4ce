"""Finding: by number, by scan, by a name in any script; names never leave in addresses."""

import pytest

from intake.domain.ids import make_number, show_number
from tests.field.desk import Desk, Page
from tests.field.seeding import a_record


def find(desk: Desk, words: str) -> Page:
    return desk.send(desk.get("/find"), {"words": words})


def test_a_number_opens_its_record(desk):
    seeded = a_record(desk, "Олена Коваленко")
    assert find(desk, seeded.number).path == f"/cases/{seeded.case}/record"


def test_a_number_of_one_member_opens_the_record_of_the_group(desk):
    seeded = a_record(desk, "Олена", "Данило")
    assert find(desk, seeded.numbers[1]).path == f"/cases/{seeded.case}/record"


def test_a_draft_opens_at_its_tasks(desk):
    seeded = a_record(desk, "Олена", complete=False)
    assert find(desk, seeded.number).path == f"/cases/{seeded.case}"


@pytest.mark.parametrize(
    "as_typed",
    [
        lambda n: show_number(n),
        lambda n: n.lower(),
        lambda n: f"  {n[:3]} {n[3:]}\r\n",
        lambda n: n.replace("0", "O").replace("1", "l"),
        lambda n: n.replace("A", "А").replace("B", "В").replace("C", "С"),
        lambda n: n.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    ],
    ids=["printed", "small letters", "scanner", "look-alikes", "Cyrillic", "Arabic digits"],
)
def test_a_number_is_understood_however_it_comes(desk, as_typed):
    seeded = a_record(desk, "Олена")
    assert find(desk, as_typed(seeded.number)).path == f"/cases/{seeded.case}/record"


def test_a_mistyped_number_is_told_beside_the_box_and_stays_in_it(desk):
    seeded = a_record(desk, "Олена")
    wrong = seeded.number[:-1] + ("7" if seeded.number[-1] != "7" else "8")
    page = find(desk, wrong)
    assert page.status == 422
    assert "This is not a whole number." in page.text
    assert page.form(having="words").value("words") == wrong


def test_a_number_of_nobody_here_says_so(desk):
    number = make_number(b"another one")
    if not any(char.isdigit() for char in number):
        number = make_number(b"0another one")
    page = find(desk, number)
    assert "No record on this laptop has this number." in page.text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Олена Коваленко", "ковал"),
        ("Олена Коваленко", "КОВАЛЕНКО олена"),
        ("احمد محمد علي", "محمد"),
        ("Jean Ilunga", "ilunga"),
        ("ተስፋዬ ገብረ", "ገብረ"),
        ("O'Neil", "oneil"),
    ],
)
def test_a_name_is_found_in_its_script_by_its_first_letters(desk, name, words):
    seeded = a_record(desk, name)
    page = find(desk, words)
    assert page.status == 200
    assert show_number(seeded.number) in page.text


def test_results_show_first_letters_and_never_a_name(desk):
    a_record(desk, "Олена Коваленко")
    page = find(desk, "коваленко")
    assert "О. К." in page.text
    assert "Олена" not in page.text


def test_a_name_never_stands_in_an_address(desk):
    a_record(desk, "Олена Коваленко")
    assert find(desk, "Олена").path == "/find"
    by_hand = desk.get("/find?q=Олена")
    assert "О. К." not in by_hand.text


def test_a_scanned_address_with_a_number_leads_to_the_record(desk):
    seeded = a_record(desk, "Олена")
    assert desk.get(f"/find?q={seeded.number}").path == f"/cases/{seeded.case}/record"


def test_nothing_found_says_what_to_try(desk):
    page = find(desk, "Ніхто")
    assert page.status == 200
    assert "Nothing was found on this laptop" in page.text
    assert "/cases/new" in page.html


def test_a_scanner_needs_no_hand(desk):
    assert "autofocus" in desk.get("/find").html


def test_an_empty_box_asks_for_something(desk):
    page = find(desk, "   ")
    assert page.status == 422
    assert "Fill this in: Number or name" in page.text


def test_the_page_of_finding_is_shut_while_the_laptop_is_locked(desk):
    a_record(desk, "Олена")
    desk.client = desk.app.test_client()
    assert desk.get("/find").path == "/unlock"


def test_the_bar_takes_a_scan_on_every_page(desk):
    seeded = a_record(desk, "Олена")
    page = desk.get("/settings")
    assert 'role="search" method="post" action="/find"' in page.html
    typed = {"csrf_token": desk.token(), "words": f"{seeded.number}\r\n"}
    assert desk.post("/find", typed).path == f"/cases/{seeded.case}/record"


def test_a_scanned_number_of_nobody_here_is_told(desk):
    number = make_number(b"0another one")
    page = desk.get(f"/find?q={number}")
    assert page.status == 422
    assert "No record on this laptop has this number." in page.text


def test_the_box_of_the_bar_is_not_there_for_strangers(new_laptop):
    assert 'role="search"' not in new_laptop.get("/setup").html


@pytest.mark.parametrize(
    ("name", "words"),
    [("Олена Коваленко", "Olena Kov"), ("محمد علي", "Muhammad"), ("Jean Ilunga", "Ілунга")],
)
def test_a_name_is_found_in_another_script_too(desk, name, words):
    seeded = a_record(desk, name)
    a_record(desk, "Інша Людина")
    page = find(desk, words)
    assert show_number(seeded.number) in page.text
    assert "1 record" in page.text
