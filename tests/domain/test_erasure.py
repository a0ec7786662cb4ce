"""Erasing takes a reason and two people, once."""

from dataclasses import replace

import pytest

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, GroupKind, Level
from intake.domain.erasure import Erasure, ask, confirm
from intake.errors import AlreadyDecided, ReasonMissing, SecondPersonNeeded
from tests.builders import NOON, NUMBER

CASE = Case(
    id="c1",
    number=NUMBER,
    group_kind=GroupKind.FAMILY,
    level=Level.FULL,
    status=CaseStatus.READY,
    site="North gate",
    opened_at=NOON.isoformat(),
    opened_by="officer-1",
    device="laptop",
    notice_version="1",
    notice_language="uk",
)
ASKED = Erasure("c1", NUMBER, "petra", NOON.isoformat(), "They asked.")


def test_asking_names_the_case_its_number_and_the_reason_and_belongs_to_no_case() -> None:
    event = ask(CASE, None, reason=" They asked. ", by="petra", at=NOON)
    assert (event.case, event.asked_case, event.number) == ("", "c1", NUMBER)
    assert (event.reason, event.by) == ("They asked.", "petra")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nobody_asks_without_a_reason(reason: str) -> None:
    with pytest.raises(ReasonMissing):
        ask(CASE, None, reason=reason, by="petra", at=NOON)


def test_nobody_asks_twice() -> None:
    with pytest.raises(AlreadyDecided) as caught:
        ask(CASE, ASKED, reason="Again.", by="dora", at=NOON)
    assert caught.value.facts == {"case": "c1"}


def test_a_second_person_confirms_and_the_event_names_the_first() -> None:
    event = confirm(ASKED, by="dora", at=NOON)
    assert (event.case, event.erased, event.asked_by, event.by) == ("", "c1", "petra", "dora")
    assert event.reason == ASKED.reason


def test_the_same_person_does_not_confirm() -> None:
    with pytest.raises(SecondPersonNeeded) as caught:
        confirm(ASKED, by="petra", at=NOON)
    assert caught.value.facts == {"case": "c1"}


def test_what_is_erased_is_not_erased_again() -> None:
    done = replace(ASKED, erased_by="dora", erased_at=NOON.isoformat())
    assert ASKED.waits
    assert not done.waits
    with pytest.raises(AlreadyDecided) as caught:
        confirm(done, by="third", at=NOON)
    assert caught.value.facts == {"case": "c1"}
