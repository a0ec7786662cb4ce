"""The day sheet for the logbook: counts and the head of the ledger, nobody's name."""

from tests.field.desk import Desk
from tests.field.seeding import a_record
from tests.web.markup import faults


def test_the_sheet_counts_the_day_and_tells_nobody(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", "Данило")
    page = desk.get("/day?day=2026-11-20")
    assert "Groups begun 1" in page.text
    assert "People with a record of their own 2" in page.text
    assert "Олена" not in page.html
    assert seeded.number not in page.html
    assert faults(page.html) == []


def test_it_carries_the_head_of_the_ledger(desk: Desk) -> None:
    a_record(desk, "Олена")
    head = desk.store.head(desk.store.own_chain)
    page = desk.get("/day")
    assert f"Entry {head.seq}" in page.text
    assert head.hash in page.text.replace(" ", "")


def test_another_day_counts_for_itself(desk: Desk) -> None:
    a_record(desk, "Олена")
    assert "Groups begun 0" in desk.get("/day?day=2026-11-19").text
    assert "Groups begun 1" in desk.get("/day?day=no-day").text


def test_the_settings_lead_to_it(desk: Desk) -> None:
    assert 'href="/day"' in desk.get("/settings").html


def test_the_levels_that_groups_have_reached_are_counted(desk: Desk) -> None:
    a_record(desk, "Олена")
    text = desk.get("/day?day=2026-11-20").text
    assert "Groups at the emergency level (L1) 0" in text
    assert "Groups at the basic level (L2) 0" in text


def test_ages_run_from_low_to_high_in_arabic_too(desk: Desk) -> None:
    page = desk.get("/day?lang=ar")
    assert '<bdi dir="ltr">0–4</bdi>' in page.html
    assert '<bdi dir="ltr">60+</bdi>' in page.html
