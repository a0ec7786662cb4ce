"""What an interview showed is written by whoever held it, or by whom it was handed over to."""

from typing import Any

import pytest

from intake.domain.codes import Role
from intake.store.interviews import Interview
from tests.registry.casework import Desks, problems, words_of
from tests.registry.talk import find_each, held, plan
from tests.registry.test_decisions import (  # noqa: F401 - fixtures
    a_proposal,
    d,
    find,
    laptop,
    person,
    review,
    talk,
)
from tests.registry.test_races import press_at_once
from tests.registry.visitor import Visitor


@pytest.fixture
def petra(d: Desks) -> Visitor:  # noqa: F811
    return d.registry.signed_in("petra", Role.INTERVIEWER)


def give(d: Desks, who: Visitor, talk: Interview, **changed: str) -> Any:  # noqa: F811
    page = f"/interviews/{talk.id}/hand-over"
    data = {"to": d.user("petra"), "reason": "He fell ill this morning.", **changed}
    return who.post(page, data, page="/")


def test_a_colleague_neither_reads_nor_writes_the_findings_of_another(
    d: Desks,  # noqa: F811
    talk: Interview,  # noqa: F811
    petra: Visitor,
) -> None:
    record = words_of(petra.get(f"/interviews/{talk.id}"))
    assert "Go on: what is established" not in record
    assert "Hand the assessment over" not in record
    data = {"fact": "name", "indicator": "plausibility", "result": "neutral", "reason": "r"}
    for page, sent in (("findings", data), ("decision", a_proposal())):
        address = f"/interviews/{talk.id}/{page}"
        assert petra.get(address).status_code == 403
        assert petra.post(address, sent, page="/").status_code == 403
    assert give(d, petra, talk).status_code == 403
    assert held(d, talk.id).findings == ()


def test_the_interviewer_hands_it_over_and_the_record_says_why(
    d: Desks,  # noqa: F811
    talk: Interview,  # noqa: F811
    petra: Visitor,
) -> None:
    assert "Hand the assessment over" in words_of(d.interviewer.get(f"/interviews/{talk.id}"))
    assert give(d, d.interviewer, talk).status_code == 303
    now = held(d, talk.id)
    assert (now.interviewer, now.writer) == (d.user("interviewer"), d.user("petra"))
    record = words_of(d.reviewer.get(f"/interviews/{talk.id}"))
    assert "What it shows is written by Petra Staff." in record
    assert "Handed over to Petra Staff: He fell ill this morning." in record
    waiting = "Finished interviews that need a proposal (1)"
    assert waiting in words_of(petra.get("/"))
    assert waiting not in words_of(d.interviewer.get("/"))
    find_each(d, talk)
    page = f"/interviews/{talk.id}/decision"
    made = petra.post(page, a_proposal(level="a1", document=""), page=page)
    assert made.status_code == 303
    (proposed,) = d.store.decisions.of_interview(talk.id)
    assert (proposed.proposed_by, proposed.interviewed_by) == (now.writer, now.interviewer)
    assert review(d, proposed).status_code == 303


def test_neither_who_held_it_nor_who_took_it_over_confirms(
    d: Desks,  # noqa: F811
    talk: Interview,  # noqa: F811
) -> None:
    both = d.registry.signed_in("petra", Role.INTERVIEWER, Role.REVIEWER)
    assert give(d, both, talk, reason="He is away for weeks.").status_code == 303
    find_each(d, talk)
    page = f"/interviews/{talk.id}/decision"
    assert both.post(page, a_proposal(level="a1", document=""), page=page).status_code == 303
    (proposed,) = d.store.decisions.of_interview(talk.id)
    refused = review(d, proposed, who=both)
    assert "Someone who has not worked on this case must confirm it." in problems(refused)


def test_a_reviewer_hands_it_over_when_the_interviewer_is_away(
    d: Desks,  # noqa: F811
    talk: Interview,  # noqa: F811
    petra: Visitor,
) -> None:
    page = f"/interviews/{talk.id}/hand-over"
    assert "Writes now: Interviewer Staff" in words_of(d.reviewer.get(page))
    assert give(d, d.reviewer, talk).status_code == 303
    assert petra.get(f"/interviews/{talk.id}/findings").status_code == 200


@pytest.mark.parametrize("to", ["reviewer", "interviewer"])
def test_it_goes_to_an_interviewer_who_does_not_have_it(
    d: Desks,  # noqa: F811
    talk: Interview,  # noqa: F811
    petra: Visitor,
    to: str,
) -> None:
    assert give(d, d.interviewer, talk, to=d.user(to)).status_code == 422
    assert held(d, talk.id).handed_to == ""


def test_a_hand_over_says_why(d: Desks, talk: Interview, petra: Visitor) -> None:  # noqa: F811
    refused = give(d, d.interviewer, talk, reason=" ")
    assert "Fill this in: Reason" in problems(refused)
    assert held(d, talk.id).handed_to == ""


def test_what_is_not_signed_is_not_handed_over(d: Desks, petra: Visitor) -> None:  # noqa: F811
    planned = plan(d, person(d))
    refused = give(d, d.interviewer, planned)
    assert refused.status_code == 422
    assert "Finish the interview and read it back before deciding." in refused.text


@pytest.mark.parametrize("role", [Role.CLERK, Role.PROTECTION, Role.TRACING, Role.DPO])
def test_nobody_else_hands_an_assessment_over(
    d: Desks,  # noqa: F811
    talk: Interview,  # noqa: F811
    role: Role,
) -> None:
    other = d.registry.signed_in("other", role)
    assert other.get(f"/interviews/{talk.id}/hand-over").status_code == 403


def test_fifty_windows_hand_it_over_once(
    d: Desks,  # noqa: F811
    talk: Interview,  # noqa: F811
    petra: Visitor,
) -> None:
    page = f"/interviews/{talk.id}/hand-over"
    data = {"to": d.user("petra"), "reason": "He fell ill."}
    answers = press_at_once(d.reviewer, page, page, data)
    assert sorted(a.status_code for a in answers) == [303] + [422] * 49
    assert len(held(d, talk.id).happened("interview-handed-over")) == 1
