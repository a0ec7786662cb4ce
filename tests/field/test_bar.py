"""The bar says what waits; warnings say what to look at; lists show first letters."""

from datetime import timedelta

import pytest

from intake.field.reading import initials
from tests.builders import NOON, a_group
from tests.field.desk import Desk


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Олена Петрівна Ковальчук", "О. П. К."),
        ("Suharto", "S."),
        ("", ""),
        ("- ?", ""),
        ("a b c d", "a. b. c."),
        ("नी ना", "नी. ना."),
        ("אָדָם", "אָ."),
    ],
)
def test_initials_keep_the_marks_of_a_letter(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_nothing_waits_on_a_fresh_laptop(desk: Desk) -> None:
    assert "Nothing waits to sync" in desk.get("/").text


def test_complete_records_wait(desk: Desk) -> None:
    desk.store.record(*a_group("Олена").events)
    assert "1 record waiting to sync · never synced" in desk.get("/").text
    desk.store.record(*a_group("Петро").events)
    assert "2 records waiting to sync" in desk.get("/").text


def test_a_draft_does_not_wait(desk: Desk) -> None:
    desk.new_case()
    assert "Nothing waits to sync" in desk.get("/").text


def test_a_record_that_waits_long_is_told_as_late(desk: Desk) -> None:
    desk.store.record(*a_group("Олена").events)
    assert "app-status--late" not in desk.get("/").html
    desk.clock.moment = NOON + timedelta(days=4)
    desk.unlock()
    assert "app-status--late" in desk.get("/").html


def test_the_site_stands_in_the_bar(desk: Desk) -> None:
    assert "North gate" in desk.get("/").text
