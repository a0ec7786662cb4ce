"""Papers one by one: added, changed, taken out, without script; who took one is never shown."""

import pytest

from intake.domain.codes import Why
from tests.field.desk import Desk, Page
from tests.field.seeding import a_record
from tests.web.markup import faults

FULL = {
    "kind": "internal-passport",
    "whereabouts": "taken-away",
    "number": "СН 12…",
    "where": "Вигадане",
    "issuer": "відділ у Вигаданому",
    "issued__year": "2009",
    "name": "Олена Приклад",
    "confirm": "the school",
    "check": "damaged",
    "taken_by": "armed-group",
}
TAKER = "An armed group"


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.new_case()
    desk.fill(made, "who", {"name": "Олена", "birth__age": "40"})
    return made


def address(desk: Desk, case: str, place: str = "") -> str:
    return f"/cases/{case}/people/{desk.case(case).members[0].id}/papers{place}"


def save(desk: Desk, case: str, filled: dict[str, str], place: int = 0) -> Page:
    return desk.send(desk.get(address(desk, case, f"/{place}")), filled, having="kind")


def papers(desk: Desk, case: str) -> list[dict[str, str]]:
    return list(desk.case(case).members[0].value("documents") or [])


def test_a_paper_is_recorded_with_all_that_is_known(desk: Desk, case: str) -> None:
    page = save(desk, case, FULL)
    assert page.path == address(desk, case)
    (paper,) = papers(desk, case)
    assert (paper["kind"], paper["status"], paper["check"]) == (
        "internal-passport",
        "taken-away",
        "damaged",
    )
    assert paper["issued"]["edtf"] == "2009"
    assert paper["name"]["text"] == "Олена Приклад"
    assert paper["seen_by"] == desk.store.users.officers()[0].id
    for words in ("СН 12…", "2009", "the school", "Damaged"):
        assert words in page.text


def test_a_kind_alone_is_enough(desk: Desk, case: str) -> None:
    save(desk, case, {"kind": "passport"})
    assert papers(desk, case) == [{"kind": "passport", "status": "", "number": "", "where": ""}]
    assert save(desk, case, {"number": "1"}, 1).status == 422


def test_who_took_it_is_kept_apart_and_shown_nowhere(desk: Desk, case: str) -> None:
    save(desk, case, FULL)
    member = desk.case(case).members[0]
    assert member.value("documents.taken-by") == [
        {"kind": "internal-passport", "by": "armed-group"}
    ]
    pages = [address(desk, case), f"/cases/{case}/record", f"/cases/{case}/check", f"/cases/{case}"]
    for path in pages:
        assert TAKER not in desk.get(path).text, path
    form = desk.get(address(desk, case, "/0")).form(having="kind")
    assert form.value("taken_by") == ""
    assert "Recorded, and not shown again" in desk.get(address(desk, case, "/0")).text


def test_saving_again_keeps_who_took_it_and_a_choice_replaces_it(desk: Desk, case: str) -> None:
    save(desk, case, FULL)
    save(desk, case, {"number": "99"})
    assert desk.case(case).members[0].value("documents.taken-by")[0]["by"] == "armed-group"
    save(desk, case, {"taken_by": "employer"})
    assert desk.case(case).members[0].value("documents.taken-by")[0]["by"] == "employer"


def test_several_papers_are_added_changed_and_taken_out(desk: Desk, case: str) -> None:
    save(desk, case, FULL)
    save(desk, case, {"kind": "birth-certificate"}, 1)
    save(desk, case, {"kind": "school-report"}, 2)
    save(desk, case, {"whereabouts": "left-at-home"}, 1)
    assert [p["kind"] for p in papers(desk, case)][1:] == ["birth-certificate", "school-report"]
    assert papers(desk, case)[1]["status"] == "left-at-home"
    desk.post(address(desk, case, "/0/remove"), {"csrf_token": desk.token()})
    assert [p["kind"] for p in papers(desk, case)] == ["birth-certificate", "school-report"]
    member = desk.case(case).members[0]
    assert member.value("documents.taken-by") == []
    assert len(member.history("documents")) == 5


def test_the_last_one_taken_out_leaves_no_empty_list(desk: Desk, case: str) -> None:
    save(desk, case, {"kind": "passport"})
    desk.post(address(desk, case, "/0/remove"), {"csrf_token": desk.token()})
    assert papers(desk, case) == []
    assert "No paper is written down yet." in desk.get(address(desk, case)).text


def test_the_short_form_keeps_what_the_long_one_wrote(desk: Desk, case: str) -> None:
    save(desk, case, FULL)
    desk.fill(case, "origin", {"documents__0_number": "7", "rest": "asked-unknown"})
    (paper,) = papers(desk, case)
    assert (paper["number"], paper["confirm"], paper["check"]) == ("7", "the school", "damaged")
    desk.fill(case, "origin", {"documents__0_kind": "passport"})
    assert "confirm" not in papers(desk, case)[0]


def test_whoever_looked_is_noted_until_somebody_looks_again(desk: Desk, case: str) -> None:
    save(desk, case, FULL)
    save(desk, case, {"check": "not-assessed"})
    assert "seen_by" not in papers(desk, case)[0]


def test_a_page_shown_before_a_change_is_not_saved_over_it(desk: Desk, case: str) -> None:
    old = desk.get(address(desk, case, "/0"))
    save(desk, case, {"kind": "passport"})
    page = desk.send(old, {"kind": "family-book"}, having="kind")
    assert page.status == 422
    assert [p["kind"] for p in papers(desk, case)] == ["passport"]


def test_a_complete_record_asks_why(desk: Desk) -> None:
    case = a_record(desk, "Олена").case
    assert save(desk, case, {"kind": "passport"}).status == 422
    save(desk, case, {"kind": "passport", "why": "new-information"})
    save(desk, case, {"number": "7", "why": "recording-error"})
    (standing,) = desk.case(case).members[0].current("documents")
    assert standing.statement.why is Why.RECORDING_ERROR


@pytest.mark.parametrize("place", ["/1", "/27", "/99", "/5/remove"])
def test_a_paper_that_is_not_there_is_not_found(desk: Desk, case: str, place: str) -> None:
    sent = {"csrf_token": desk.token()}
    answer = desk.post if place.endswith("remove") else lambda path, _: desk.get(path)
    assert answer(address(desk, case, place), sent).status == 404


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_the_pages_are_well_made(desk: Desk, case: str, lang: str) -> None:
    desk.get(f"/?lang={lang}")
    assert faults(desk.get(address(desk, case)).html) == []
    assert faults(save(desk, case, {"issued__day": "45"}).html) == []
    save(desk, case, FULL)
    assert faults(desk.get(address(desk, case)).html) == []
    assert faults(desk.get(address(desk, case, "/0")).html) == []
