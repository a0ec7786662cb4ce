"""Scenario 2 of the domain: one name, two scripts, two records, no penalty."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import CaseStatus, PairStatus
from intake.domain.pair import Pair
from intake.domain.questions import QUESTIONS
from tests.flows.cast import AT_THE_GATE, FLOOD, IN_THE_TENT
from tests.flows.office import Office, an_office, complete, ledger_of, tell, urgent


def register(office: Office, told: dict[str, dict[str, object]]) -> str:
    case = office.laptop.new_case(language="fa-AF")
    urgent(office.laptop, case)
    tell(office.laptop, case, **told)
    complete(office.laptop, case)
    return case


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Both of his records have come to the registry, on two days."""
    with an_office(tmp_path) as opened:
        register(opened, AT_THE_GATE)
        opened.sync()
        opened.come_back(days=9)
        register(opened, IN_THE_TENT)
        opened.sync()
        yield opened


def the_pair(office: Office) -> Pair:
    pairs = office.registry.pairs
    (pair,) = pairs.waiting() or pairs.links() or pairs.settled()
    return pair


def judge(office: Office, who: str, verdict: str) -> None:
    data = {"verdict": verdict, "reason": "One father, one mother, one village."}
    sent = getattr(office.staff, who).post(f"/pairs/{the_pair(office).id}", data)
    assert sent.status_code == 303


def test_his_single_name_his_age_and_his_flood_stay_as_he_said_them(office: Office) -> None:
    pair = the_pair(office)
    people = [office.registry.cases.individual(i) for i in (pair.left, pair.right)]
    said = {p.text("name"): p.value("birth") for p in people if p is not None}
    assert set(said) == {"Abdallah", "عبدالله"}
    assert said["عبدالله"]["verbatim"] == FLOOD
    assert said["Abdallah"]["as_of"] == "2026-11-20"
    assert all(not p.value("name")["parts"] for p in people if p is not None)


def test_two_people_say_same_and_he_loses_nothing(office: Office) -> None:
    before = {c.id: c for c in map(office.registry.cases.get, cases(office)) if c}
    judge(office, "clerk", "same")
    assert the_pair(office).status is PairStatus.FIRST_VERDICT
    judge(office, "reviewer", "same")
    settled = the_pair(office)
    assert (settled.status, settled.verdict) == (PairStatus.LINKED, "same")
    for case in cases(office):
        stands = office.registry.cases.get(case)
        assert stands is not None
        assert stands.members == before[case].members
        assert stands.consents == before[case].consents
        assert office.registry.decisions.of_individual(stands.members[0].id) == []
    office.sync()
    for case in cases(office):
        assert office.laptop.case(case).status is CaseStatus.RECEIVED


def cases(office: Office) -> list[str]:
    """Both of his cases, as the registry lists them."""
    return [line.id for line in office.registry.cases.latest()]


def test_one_alone_decides_nothing(office: Office) -> None:
    judge(office, "clerk", "same")
    before = ledger_of(office.registry)
    page = f"/pairs/{the_pair(office).id}"
    again = office.staff.clerk.post(page, {"verdict": "same", "reason": "Again."}, page="/")
    assert again.status_code == 422
    assert ledger_of(office.registry) == before


def test_nobody_asks_for_a_religion_a_thumb_or_a_photo(office: Office) -> None:
    case = office.laptop.new_case()
    addresses = [f"/cases/{case}/urgent", f"/cases/{case}/check"]
    addresses += [office.laptop.address(case, page) for page in ("who", "origin", "consent")]
    words = " ".join(office.laptop.get(address).text.casefold() for address in addresses)
    for nowhere in ("religion", "thumb", "finger", "ethnic", "photo", "picture"):
        assert nowhere not in words
        assert not [path for path in QUESTIONS if nowhere in path]
