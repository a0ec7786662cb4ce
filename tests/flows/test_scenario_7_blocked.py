"""Scenario 7 of the domain: three short ways to turn somebody away, none of them open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import IdentityLevel, Role
from intake.store.interviews import Interview
from tests.flows.cast import AGREED
from tests.flows.office import (
    Office,
    a_proposal,
    an_office,
    complete,
    ledger_of,
    propose,
    proposed,
    review,
    tell,
    urgent,
)
from tests.registry.casework import problems, said_later, words_of
from tests.registry.talk import a_finished_talk, explained, held

BORN = "birth-place"
TOLD = {
    "who": {"name": "Samir", "sex": "m", "birth__year": "1990"},
    "origin": {"birth_place": "Homs", "birth_place__country": "SY", "mother": "Huda"},
    "consent": AGREED,
}
NOT_NOW = {
    f"fact-{BORN}-outcome": "not-established-now",
    f"fact-{BORN}-weighed": "Both towns were named, and neither was a slip.",
    "helps": "A letter from your school.",
    "again": "13",
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        yield opened


def samir(office: Office) -> str:
    """He is registered; in a first interview he names another town."""
    case = office.laptop.new_case()
    urgent(office.laptop, case)
    tell(office.laptop, case, **TOLD)
    complete(office.laptop, case)
    office.sync()
    person = office.people(case)[0]
    first = a_finished_talk(office.staff, person)
    other = {"said": "Hama", "said__country": "SY"}
    written = office.staff.interviewer.post(f"/interviews/{first.id}/statements/{BORN}", other)
    assert written.status_code == 303
    return person


def find(office: Office, talk: Interview, **data: str) -> Any:
    page = f"/interviews/{talk.id}/findings"
    told = {"fact": BORN, "reason": "It does not sound likely.", **data}
    return office.staff.interviewer.post(page, told, page=f"{page}?fact={BORN}")


def test_that_a_story_sounds_unlikely_turns_nobody_away(office: Office) -> None:
    talk = a_finished_talk(office.staff, samir(office), put=explained(BORN, "Both are right."))
    story = talk.answers_to("OP1")[0].id
    before = ledger_of(office.registry)
    doubt = {"indicator": "plausibility", "against": story, "central": "yes"}
    refused = find(office, talk, result="contradicts", **doubt)
    assert refused.status_code == 422
    assert "cannot rest on plausibility or knowledge of a place alone" in problems(refused)
    assert ledger_of(office.registry) == before
    assert find(office, talk, result="unclear", **doubt).status_code == 303

    before = ledger_of(office.registry)
    rejected = propose(office.staff, talk, a_proposal(IdentityLevel.A1, **NOT_NOW))
    assert rejected.status_code == 422
    assert "cannot rest on plausibility or knowledge of a place alone" in problems(rejected)
    assert ledger_of(office.registry) == before
    assert office.registry.decisions.of_interview(talk.id) == []


def test_nobody_is_turned_away_without_being_asked_to_explain(office: Office) -> None:
    silent = {f"put-{BORN}-how": "not-asked", f"put-{BORN}-explanation": "No time was left."}
    talk = a_finished_talk(office.staff, samir(office), put=silent)
    story = talk.answers_to("OP1")[0].id
    before = ledger_of(office.registry)
    against = {"indicator": "internal-consistency", "result": "contradicts", "central": "yes"}
    found = find(office, talk, **against, against=story)
    rejected = propose(office.staff, talk, a_proposal(IdentityLevel.A1, **NOT_NOW))
    for refused in (found, rejected):
        assert refused.status_code == 422
        assert "First put the difference to the person" in problems(refused)
    assert "Told on two days in the same way." in rejected.text
    assert ledger_of(office.registry) == before
    assert held(office.staff, talk.id).findings == ()


def test_v16_nobody_confirms_their_own_proposal(office: Office) -> None:
    person = samir(office)
    both = office.staff.registry.signed_in("both", Role.INTERVIEWER, Role.REVIEWER)
    office.staff.interviewer = both
    talk = a_finished_talk(
        office.staff,
        person,
        put=explained(BORN, "Both are right."),
        interviewer=office.staff.user("both"),
    )
    waiting = proposed(office.staff, talk, a_proposal(IdentityLevel.A1))
    shown = both.get(f"/decisions/{waiting.id}")
    assert "somebody else must confirm it" in words_of(shown)
    assert 'name="verdict"' not in shown.text
    before = ledger_of(office.registry)
    for verdict in ("confirm", "return"):
        refused = review(both, waiting, verdict)
        assert refused.status_code == 422
        assert "Someone who has not worked on this case must confirm it." in problems(refused)
    assert ledger_of(office.registry) == before
    assert office.registry.decisions.outcomes(waiting.case) == []
    assert review(office.staff.reviewer, waiting).status_code == 303


def test_v17_a_fact_without_its_reason_turns_nobody_away(office: Office) -> None:
    talk = a_finished_talk(office.staff, samir(office), put=explained(BORN, "Both are right."))
    before = ledger_of(office.registry)
    data = a_proposal(IdentityLevel.A1, **NOT_NOW, **{f"fact-{BORN}-reason": "\u200b"})
    refused = propose(office.staff, talk, data)
    assert "Fill this in: Place of birth · Reason, in words" in problems(refused)
    assert ledger_of(office.registry) == before


def contradicted(office: Office) -> Interview:
    """A talk in which a central difference was put, explained and found to stand."""
    talk = a_finished_talk(office.staff, samir(office), put=explained(BORN, "Both are right."))
    story = talk.answers_to("OP1")[0].id
    against = {"indicator": "internal-consistency", "result": "contradicts", "central": "yes"}
    assert find(office, talk, **against, against=story).status_code == 303
    return talk


def test_v17_nobody_is_turned_away_without_weighing_what_they_explained(office: Office) -> None:
    talk = contradicted(office)
    silent = NOT_NOW | {f"fact-{BORN}-weighed": ""}
    before = ledger_of(office.registry)
    refused = propose(office.staff, talk, a_proposal(IdentityLevel.A1, **silent))
    assert "Write what was made of the explanation." in problems(refused)
    assert ledger_of(office.registry) == before


def test_nobody_is_turned_away_while_help_for_their_memory_is_due(office: Office) -> None:
    talk = contradicted(office)
    ill = [{"code": "sm-ci", "urgency": "routine"}]
    office.registry.record(said_later(talk.case, talk.individual, "needs", ill))
    before = ledger_of(office.registry)
    refused = propose(office.staff, talk, a_proposal(IdentityLevel.A0, **NOT_NOW))
    assert "Help is still due that can change what the person remembers." in problems(refused)
    assert ledger_of(office.registry) == before


def test_no_page_skips_a_step_on_the_way_to_a_final_decision(office: Office) -> None:
    talk = a_finished_talk(office.staff, samir(office), put=explained(BORN, "Both are right."))
    waiting = proposed(office.staff, talk, a_proposal(IdentityLevel.A1))
    page, rita = f"/decisions/{waiting.id}", office.staff.reviewer
    tell_it = ("tell", {"how": "in-person", "explained": "yes"})
    say = ("comments", {"words": "Ні."})
    answer = ("comments/answer", {"verdict": "stays", "reason": "It fits."})
    final: tuple[str, dict[str, str]] = ("final", {})
    closed = {
        "proposed": (tell_it, say, answer, final),
        "decided": (say, answer, final),
        "notified": (tell_it, answer, final),
    }
    go_on = {
        "proposed": lambda: review(rita, waiting),
        "decided": lambda: rita.post(f"{page}/tell", tell_it[1], page="/"),
        "notified": lambda: None,
    }
    for status, steps in closed.items():
        found = office.registry.decisions.get(waiting.id)
        assert found is not None
        assert found.status == status
        before = ledger_of(office.registry)
        for step, data in steps:
            refused = rita.post(f"{page}/{step}", data, page="/")
            assert refused.status_code == 422, (status, step)
        assert ledger_of(office.registry) == before
        go_on[status]()
