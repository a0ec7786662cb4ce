"""Hostile words in every form of the registry: kept to the byte or refused in words."""

import io
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings

from intake.domain.codes import IdentityLevel, Role, Stage
from intake.domain.ids import show_number
from intake.domain.name import clean_text
from intake.security.chain import Entry
from intake.store.interviews import Interview
from tests.flows.cast import AGREED
from tests.flows.hostile import CODES, FAITHFUL, INVISIBLE, NUMBERS, anything
from tests.flows.office import (
    Office,
    a_proposal,
    an_office,
    complete,
    ledger_of,
    proposed,
    tell,
    tell_decision,
    urgent,
)
from tests.registry.casework import problems
from tests.registry.talk import a_finished_talk, held, make_way, plan, story, talk_until
from tests.registry.talk import send as press
from tests.registry.visitor import Visitor

FEW = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TOLD = {
    "who": {"name": "Самір", "sex": "m", "birth__year": "1990"},
    "origin": {"birth_place": "Гомс", "father": "Ісмаїл", "mother": "Худа"},
    "consent": AGREED,
}
WORDS = (*FAITHFUL, *INVISIBLE, "\0", "Gate\n1\t\u2028x", "x" * 30_000, "9" * 30)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for all of this, with two records of one person."""
    with an_office(tmp_path_factory.mktemp("hostile")) as opened:
        for _ in range(2):
            case = opened.laptop.new_case()
            urgent(opened.laptop, case)
            tell(opened.laptop, case, **TOLD)
            complete(opened.laptop, case)
        opened.sync()
        yield opened


@pytest.fixture(scope="module")
def admin(office: Office) -> Visitor:
    return office.staff.registry.signed_in("admin", Role.ADMINISTRATOR)


@pytest.fixture(scope="module", autouse=True)
def person(office: Office) -> str:
    """The first record, known before any test sends a third of the same person."""
    (pair,) = office.registry.pairs.waiting()
    return pair.left


@pytest.fixture(scope="module", autouse=True)
def other(office: Office, person: str) -> str:
    """The second record, for talks that are only begun."""
    (pair,) = office.registry.pairs.of_individual(person)
    return pair.right


@pytest.fixture(scope="module")
def over(office: Office, person: str) -> Interview:
    """A signed interview, to judge and to amend."""
    return a_finished_talk(office.staff, person)


def sent(who: Visitor, page: str, data: dict[str, Any], *, at: str = "") -> Any:
    """Post a form that the page at `at` would send, and expect no crash."""
    answer = who.post(page, data, page=at or page)
    assert answer.status_code in (200, 201, 303, 403, 404, 409, 422), (page, answer.status_code)
    return answer


def test_a_search_takes_any_words_and_shows_them_again(office: Office) -> None:
    before = ledger_of(office.registry)
    for words in WORDS:
        data = {"words": words, "purpose": "compare-records"}
        answer = sent(office.staff.clerk, "/search", data)
        assert answer.status_code in (200, 422)
        assert "<script>alert" not in answer.text
    assert [e.kind for e in ledger_of(office.registry)[len(before) :] if e.case] == []


@pytest.mark.parametrize("code", CODES)
def test_an_unknown_code_is_refused_everywhere(
    office: Office, person: str, over: Interview, code: str
) -> None:
    staff = office.staff
    (pair,) = office.registry.pairs.waiting()
    before = ledger_of(office.registry)
    proposal = a_proposal(IdentityLevel.A1)
    tries = [
        (staff.clerk, "/search", {"words": "a", "purpose": code}),
        (staff.clerk, f"/pairs/{pair.id}", {"verdict": code, "reason": "x"}),
        (staff.interviewer, f"/people/{person}/interviews/new", {"interpreter": code}),
        (staff.interviewer, f"/interviews/{over.id}/findings", {"indicator": code, "reason": "x"}),
        (staff.interviewer, f"/interviews/{over.id}/decision", {**proposal, "level": code}),
        (staff.interviewer, f"/interviews/{over.id}/decision", {**proposal, "again": code}),
    ]
    for who, page, data in tries:
        assert sent(who, page, data).status_code == 422, page
    assert staff.clerk.get("/people/" + person, query_string={"purpose": code}).status_code == 422
    stage = press(staff, over.id, "stage", {"to": code})
    assert stage.status_code in (404, 422)
    assert ledger_of(office.registry) == before


def test_reasons_of_a_pair_are_kept_to_the_byte(office: Office) -> None:
    (pair,) = office.registry.pairs.waiting()
    page = f"/pairs/{pair.id}"
    for words in (*INVISIBLE, "\0", "x" * 2001):
        before = ledger_of(office.registry)
        answer = sent(office.staff.clerk, page, {"verdict": "cannot-tell", "reason": words})
        assert answer.status_code == 422
        assert "There is a problem" in problems(answer)
        assert ledger_of(office.registry) == before
    reason = " · ".join(FAITHFUL)
    assert sent(office.staff.clerk, page, {"verdict": "cannot-tell", "reason": reason})
    (verdict,) = office.registry.pairs.get(pair.id).verdicts
    assert verdict.reason == clean_text(reason)


def test_words_of_a_move_are_kept_to_the_byte_and_odd_codes_move_nobody(
    office: Office, person: str
) -> None:
    page = f"/people/{person}/group"
    good = {"people": person, "where": "other", "reason": "marriage", "words": "They say so."}
    number = show_number(office.registry.cases.individual(person).number)
    before = ledger_of(office.registry)
    for name in ("people", "where", "number", "reason"):
        for code in (*CODES, *NUMBERS):
            answer = sent(office.staff.clerk, page, {"number": number, **good, name: code})
            assert answer.status_code == 422, (name, code)
    for words in (*INVISIBLE, "\0", "x" * 2001):
        assert sent(office.staff.clerk, page, {**good, "words": words}).status_code == 422
    assert kinds_since(office, before) <= {"record-viewed"}
    (pair,) = office.registry.pairs.waiting()
    other = office.registry.cases.individual(pair.right if pair.left == person else pair.left)
    words = " · ".join(FAITHFUL)
    made = sent(
        office.staff.clerk, page, {**good, "number": show_number(other.number), "words": words}
    )
    assert made.status_code == 303
    (move,) = office.registry.moves.waiting()
    assert move.words == clean_text(words)
    shown = office.staff.reviewer.get(made.location)
    assert "<script>alert" not in shown.text
    at = f"/moves/{move.id}"
    for address in (*CODES, *NUMBERS):
        answer = office.staff.reviewer.get(f"/moves/{quote(address, safe='')}")
        assert answer.status_code in (404, 405), address
    assert sent(office.staff.reviewer, f"{at}/refuse", {"words": words}, at=at).status_code == 303
    assert office.registry.moves.get(move.id).answer == clean_text(words)


def kinds_since(office: Office, before: list[Entry]) -> set[str]:
    return {entry.kind for entry in ledger_of(office.registry)[len(before) :]}


def test_answers_of_an_interview_are_kept_to_the_byte(office: Office, other: str) -> None:
    make_way(office.staff, other)
    planned = plan(office.staff, other)
    talk_until(office.staff, planned.id, Stage.NARRATIVE)
    for words in ("\0", "x" * 20_001):
        refused = press(office.staff, planned.id, "stage", {"to": "probe", **story(words)})
        assert refused.status_code == 422
        assert held(office.staff, planned.id).answers == ()
    for words in FAITHFUL:
        press(office.staff, planned.id, "save", story(words))
        assert held(office.staff, planned.id).answers[-1].text == words
    shown = office.staff.interviewer.get(f"/interviews/{planned.id}")
    assert "<script>alert" not in shown.text
    assert "onerror=alert(1)>" not in shown.text


@pytest.mark.parametrize("rev", [*NUMBERS, "9" * 5000, "٤٢", "-9223372036854775809", ""])
def test_a_draft_takes_any_revision(office: Office, other: str, rev: str) -> None:
    make_way(office.staff, other)
    planned = plan(office.staff, other)
    page = f"/interviews/{planned.id}"
    data = {"rev": rev, "OP1-text": "Ми жили тут."}
    answer = sent(office.staff.interviewer, page + "/draft", data, at=page)
    assert answer.status_code in (200, 409, 422)


@given(said=anything())
@FEW
def test_whatever_is_written_of_a_finding_or_a_proposal_is_no_crash(
    office: Office, over: Interview, said: str
) -> None:
    finding = {"indicator": said, "result": "neutral", "reason": said, "evidence": said}
    finding["against"] = said
    page = f"/interviews/{over.id}/findings"
    sent(office.staff.interviewer, page, {"fact": "birth", **finding, "warned": "yes"})
    support = {"of": said, "relative": said, "what": said, "where": said, "seen_on": said}
    sent(office.staff.interviewer, f"/people/{over.individual}/supports", support)
    proposal = a_proposal(IdentityLevel.A1, message=said, helps=said, falls=said)
    data = {**proposal, "level": said, "fact-name-reason": said}
    page = f"/interviews/{over.id}/decision"
    sent(office.staff.interviewer, page, data)
    amended = {"answer": over.answers[0].id, "text": said}
    sent(
        office.staff.interviewer,
        f"/interviews/{over.id}/amend",
        amended,
        at=f"/interviews/{over.id}",
    )
    sent(office.staff.clerk, "/search", {"words": said, "purpose": "compare-records"})


def test_a_message_to_the_person_arrives_on_the_laptop_as_it_was_written(
    office: Office, over: Interview
) -> None:
    message = "\n".join(FAITHFUL)
    waiting = proposed(office.staff, over, a_proposal(IdentityLevel.A0, message=message))
    data = {"verdict": "confirm", "reason": message}
    assert sent(office.staff.reviewer, f"/decisions/{waiting.id}", data).status_code == 303
    tell_decision(office, waiting)
    office.sync()
    (outcome,) = office.laptop.store.decisions.outcomes(over.case)
    assert outcome.message == clean_text(message)
    shown = office.laptop.get(f"/cases/{over.case}/record").html
    assert "<script>alert" not in shown


@pytest.mark.parametrize("words", WORDS)
def test_names_of_staff_and_laptops_are_kept_or_refused(
    office: Office, admin: Visitor, words: str
) -> None:
    before = ledger_of(office.registry)
    new = {"name": words, "login": words, "clerk": "yes"}
    answer = sent(
        admin,
        "/users/new",
        {**new, "passphrase": "a long passphrase", "again": "a long passphrase"},
    )
    if answer.status_code == 422:
        assert "There is a problem" in problems(answer)
        assert ledger_of(office.registry) == before
    laptop = {"label": words, "url": "https://registry.example"}
    made = sent(admin, "/devices/invite", laptop)
    assert made.status_code in (201, 422)
    listed = admin.get("/devices").text + admin.get("/users").text
    assert "<script>alert" not in listed


@pytest.mark.parametrize(
    "url",
    [
        "http://registry.example",
        "http://127.0.0.1.evil.example",
        "http://localhost@evil.example/",
        "http://localhost.evil.example:8001",
        "https://",
        "https://[",
        "HTTPS:evil",
        "javascript:alert(1)//https://",
        "https://a b",
        "//evil.example",
    ],
)
def test_an_address_without_encryption_is_refused(office: Office, admin: Visitor, url: str) -> None:
    before = ledger_of(office.registry)
    answer = sent(admin, "/devices/invite", {"label": "Gate 2", "url": url})
    assert answer.status_code == 422
    assert "The address must begin with https://." in problems(answer)
    assert ledger_of(office.registry) == before


@pytest.mark.parametrize(
    "login", ["", "' OR 1=1 --", "admin\u202e", "admin\0", "{{7*7}}", "x" * 10_000]
)
def test_nobody_signs_in_with_odd_words(office: Office, login: str) -> None:
    visitor = office.staff.registry.visitor()
    claim = {"login": login, "passphrase": login, "code": "٠٠٠٠٠٠"}
    answer = visitor.post("/sign-in", claim)
    assert answer.status_code in (422, 429)
    assert visitor.get("/").status_code == 303


def test_a_torn_bundle_and_a_receipt_in_its_place_change_nothing(office: Office) -> None:
    """Bytes flipped, cut, empty; and the registry's own answer handed back to it."""
    case = office.laptop.new_case()
    urgent(office.laptop, case)
    tell(office.laptop, case, **TOLD)
    complete(office.laptop, case)
    good = office.laptop.post("/sync/bundle", {"csrf_token": office.laptop.token()}).response.data
    reply = office.staff.clerk.post(
        f"/incoming/{office.laptop.store.own_chain}/reply", page="/incoming"
    ).data
    torn = [good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :] for at in range(0, len(good), 311)]
    torn += [b"", b"\0", good[:-1], good[: len(good) // 2], good + b"x", good * 2, reply]
    before = ledger_of(office.registry)
    for data in torn:
        file = (io.BytesIO(data), "../../intake.db")
        answer = office.staff.clerk.post("/incoming", {"bundle": file})
        assert answer.status_code == 422
        assert "This file was not taken in" in answer.text
    assert ledger_of(office.registry) == before
    assert office.registry.cases.get(case) is None
    for data in (good, reply[:-1], reply[:40] + b"\0" + reply[41:]):
        file = (io.BytesIO(data), "reply.bundle")
        loaded = office.laptop.post(
            "/sync/load", {"csrf_token": office.laptop.token(), "file": file}
        )
        assert loaded.status == 422
        assert "There is a problem" in loaded.text
    office.sync()
    assert office.registry.cases.get(case) is not None


def test_all_of_it_can_be_read_from_the_ledger_again(office: Office, over: Interview) -> None:
    before = (
        [office.registry.cases.get(line.id) for line in office.registry.cases.latest()],
        office.registry.interviews.get(over.id),
        office.registry.users.everyone(),
    )
    office.registry.rebuild()
    assert before == (
        [office.registry.cases.get(line.id) for line in office.registry.cases.latest()],
        office.registry.interviews.get(over.id),
        office.registry.users.everyone(),
    )
    assert office.registry.verify() == []
