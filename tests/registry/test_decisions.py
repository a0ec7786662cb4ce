"""What is established: proposed by one, confirmed by another, told to the person."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import (
    FactOutcome,
    IdentityLevel,
    InterviewStatus,
    Role,
    Source,
    SupportClass,
)
from intake.domain.questions import MATERIAL
from intake.store import Store
from intake.store.decisions import Decision
from intake.store.interviews import Interview
from tests.builders import OFFICER, a_group
from tests.registry.casework import (
    ABDULLAH,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    said_later,
    send,
    words_of,
)
from tests.registry.talk import a_finished_talk, explained, find_each, held, plan
from tests.registry.visitor import PASSPHRASE, Registry

BORN = "birth-place"
PUT = explained(BORN, "The town was renamed; both names are right.")
AGAINST = {
    "fact": BORN,
    "indicator": "internal-consistency",
    "result": "contradicts",
    "central": "yes",
    "reason": "Two towns far apart; asked, he said one of them was a guess.",
}


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Store]:
    with a_laptop(tmp_path) as opened:
        yield opened


@pytest.fixture
def d(registry: Registry, laptop: Store) -> Desks:
    """Abdullah, who told two birth places; his record was screened."""
    group = agreeing(a_group("Abdullah", said=ABDULLAH))
    send(laptop, registry.store, group)
    other = {"text": "Herat", "country": "AF"}
    laptop.record(said_later(group.case, group.people[0], BORN, other, source=Source.INTERVIEW))
    send(laptop, registry.store)
    made = desks(registry)
    made.screen(group)
    return made


def person(d: Desks) -> str:
    (line,) = d.store.cases.find("Abdullah")
    case = d.store.cases.get(line.id)
    assert case is not None
    return case.members[0].id


@pytest.fixture
def talk(d: Desks) -> Interview:
    return a_finished_talk(d, person(d), put=PUT)


def a_proposal(**changed: Any) -> dict[str, Any]:
    """A proposal that may stand: every fact established, one paper, level A2."""
    facts = {f"fact-{fact}-outcome": "established" for fact in MATERIAL}
    reasons = {f"fact-{fact}-reason": "Told twice in the same way." for fact in MATERIAL}
    rest = {
        "document": "yes",
        "level": "a2",
        "next_step": "nothing-needed",
        "message": "Ми записали ваше ім'я.",
        "repeated": "yes",
    }
    return {**facts, **reasons, **rest, **changed}


def not_now(**changed: Any) -> dict[str, Any]:
    """A proposal that the birth place is not established for now."""
    told = {
        f"fact-{BORN}-outcome": "not-established-now",
        f"fact-{BORN}-weighed": "Both towns were named as the birth place, and one was a guess.",
        "helps": "A letter from your school.",
        "again": "13",
    }
    return a_proposal(**told, **changed)


def support(d: Desks, individual: str, of: str, **changed: str) -> Any:
    """Record one support on its page."""
    data = {"of": of, "what": "It names him.", "where": "At the desk.", "seen_on": "2026-11-20"}
    return d.interviewer.post(f"/people/{individual}/supports", {**data, **changed})


def supported(d: Desks, individual: str, data: dict[str, Any]) -> None:
    """Record the supports that a proposal is to rest on, each once."""
    held = {one.of.value for one in d.store.supports.standing(individual)}
    for of in ("document", "record", "place"):
        if data.pop(of, "") == "yes" and of not in held:
            assert support(d, individual, of).status_code == 303


def propose(d: Desks, talk: Interview, data: dict[str, Any]) -> Any:
    """Send a proposal; what it rests on is recorded before."""
    page = f"/interviews/{talk.id}"
    supported(d, talk.individual, data)
    if talk.status is InterviewStatus.FINISHED:
        find_each(d, talk)
    return d.interviewer.post(f"{page}/decision", data, page=page)


def find(d: Desks, talk: Interview, **data: Any) -> Any:
    page = f"/interviews/{talk.id}/findings"
    return d.interviewer.post(page, {**AGAINST, **data}, page=page)


def proposed(d: Desks, talk: Interview, **changed: Any) -> Decision:
    answer = propose(d, talk, a_proposal(**changed))
    assert answer.status_code == 303, problems(answer)
    found = d.store.decisions.get(answer.location.rsplit("/", 1)[1])
    assert found is not None
    return found


def review(d: Desks, decision: Decision, verdict: str = "confirm", *, who: Any = None) -> Any:
    page = f"/decisions/{decision.id}"
    data = {"verdict": verdict, "reason": "Reasons and record fit."}
    return (who or d.reviewer).post(page, data, page="/")


def tell(d: Desks, decision: Decision, *, who: Any = None, **changed: str) -> Any:
    page = f"/decisions/{decision.id}"
    data = {"how": "in-person", "explained": "yes", **changed}
    return (who or d.reviewer).post(f"{page}/tell", data, page="/")


def no_proposal(d: Desks, talk: Interview) -> bool:
    return d.store.decisions.of_interview(talk.id) == []


def test_a_proposal_says_outcome_and_reason_for_every_fact(d: Desks, talk: Interview) -> None:
    made = proposed(d, talk)
    assert [fact.fact for fact in made.facts] == list(MATERIAL)
    assert {fact.outcome for fact in made.facts} == {FactOutcome.ESTABLISHED}
    assert (made.level, made.supports) == (IdentityLevel.A2, (SupportClass.DOCUMENT,))
    assert (made.status, made.proposed_by) == ("proposed", d.user("interviewer"))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"fact-name-reason": " "}, "Fill this in: Full name, own script · Reason, in words"),
        ({"fact-birth-outcome": ""}, "Choose an answer: Date of birth or age · Outcome"),
        ({"message": ""}, "Fill this in: Message to the person, in their language"),
        ({"level": ""}, "Choose an answer: Level of the identity"),
        ({"level": "a3"}, "This level is higher than what supports it."),
        ({"document": "", "place": "yes"}, "This level is higher than what supports it."),
    ],
)
def test_what_cannot_stand_is_said_beside_the_form(
    d: Desks, talk: Interview, changed: dict[str, str], words: str
) -> None:
    refused = propose(d, talk, a_proposal(**changed))
    assert refused.status_code == 422
    assert words in problems(refused)
    assert "Told twice in the same way." in refused.text
    assert no_proposal(d, talk)


def test_the_ceiling_is_shown_in_words_with_what_is_missing(d: Desks, talk: Interview) -> None:
    bare = words_of(d.interviewer.get(f"/interviews/{talk.id}/decision"))
    assert "A1: recorded, found once only" in bare
    assert "One independent support." in bare
    support(d, talk.individual, "document")
    support(d, talk.individual, "record", what="The school wrote his name.")
    looked = words_of(d.interviewer.get(f"/interviews/{talk.id}/decision"))
    assert "A3: well supported" in looked
    assert "A record confirmed in a way that is safe for the person." in looked
    assert "The school wrote his name." in looked
    assert no_proposal(d, talk)


def test_a_similar_record_that_nobody_looked_at_keeps_the_level_down(
    d: Desks, talk: Interview, laptop: Store
) -> None:
    again = agreeing(a_group("عبدالله", said=ABDULLAH))
    send(laptop, d.store, again)
    assert d.screen(again) == 1
    support(d, talk.individual, "document")
    words = words_of(d.interviewer.get(f"/interviews/{talk.id}/decision"))
    assert "How far this reaches A0" in words
    assert "Every similar record was looked at by a person." in words


def test_scenario_7_plausibility_alone_rejects_nobody(d: Desks, talk: Interview) -> None:
    asked = {"indicator": "plausibility", "result": "unclear", "reason": "An unusual route."}
    assert find(d, talk, **asked).status_code == 303
    refused = propose(d, talk, not_now())
    assert refused.status_code == 422
    assert "cannot rest on plausibility or knowledge of a place alone" in problems(refused)
    assert no_proposal(d, talk)


def test_scenario_7_nobody_is_rejected_without_being_asked(d: Desks) -> None:
    not_put = {f"put-{BORN}-how": "not-asked", f"put-{BORN}-explanation": "No time left."}
    talk = a_finished_talk(d, person(d), put=not_put)
    refused = propose(d, talk, not_now(level="a1"))
    assert "First put the difference to the person" in problems(refused)
    assert no_proposal(d, talk)


def test_scenario_7_the_same_person_cannot_confirm(d: Desks, talk: Interview) -> None:
    d.registry.add("both", Role.INTERVIEWER, Role.REVIEWER)
    both = d.registry.visitor()
    found = d.store.users.by_login("both")
    assert found is not None
    both.sign_in(found)
    page = f"/interviews/{talk.id}"
    find_each(d, talk)
    data = {"to": found.id, "reason": "Somebody is away."}
    assert d.interviewer.post(f"{page}/hand-over", data).status_code == 303
    made = both.post(f"{page}/decision", a_proposal(level="a1"), page=page)
    decision = d.store.decisions.get(made.location.rsplit("/", 1)[1])
    assert decision is not None
    assert "somebody else must confirm it" in words_of(both.get(f"/decisions/{decision.id}"))
    refused = review(d, decision, who=both)
    assert refused.status_code == 422
    assert "Someone who has not worked on this case must confirm it." in refused.text
    assert d.store.decisions.proposed() == [decision]


def test_a_negative_outcome_rests_on_a_central_difference_that_was_explained(
    d: Desks, talk: Interview
) -> None:
    story = talk.answers_to("OP1")[0].id
    assert find(d, talk, against=[story]).status_code == 303
    refused = propose(d, talk, not_now())
    assert "This level is higher than what supports it." in problems(refused)
    sent = propose(d, talk, not_now(level="a1", next_step="bring-information"))
    assert sent.status_code == 303
    (made,) = d.store.decisions.of_interview(talk.id)
    assert (made.helps, made.review_by) == ("A letter from your school.", "2027-02-19")


@pytest.mark.parametrize("missing", ["helps", "again"])
def test_not_established_now_says_what_would_help_and_when(
    d: Desks, talk: Interview, missing: str
) -> None:
    find(d, talk, against=[talk.answers_to("OP1")[0].id])
    refused = propose(d, talk, {**not_now(level="a1"), missing: ""})
    assert "Write the reason for this fact." in problems(refused)


def test_a_lay_interpreters_words_reject_nobody(d: Desks) -> None:
    talk = a_finished_talk(d, person(d), put=PUT, interpreter="lay")
    find(d, talk, against=[talk.answers_to("OP1")[0].id])
    refused = propose(d, talk, not_now(level="a1"))
    assert (
        "An outcome that goes against the person needs an interview with a trained interpreter."
        in problems(refused)
    )


def test_v17_words_about_how_somebody_seemed_are_pointed_out(d: Desks, talk: Interview) -> None:
    data = a_proposal(**{"fact-name-reason": "He was evasive, but the paper fits."})
    warned = propose(d, talk, data)
    assert warned.status_code == 422
    assert "evasive" in words_of(warned)
    assert propose(d, talk, data | {"warned": "yes"}).status_code == 303


def test_reasons_written_for_somebody_else_are_pointed_out_once(
    d: Desks, talk: Interview, laptop: Store
) -> None:
    other = agreeing(a_group("Samir", said=ABDULLAH | {"father": {"text": "Nur", "lang": ""}}))
    send(laptop, d.store, other)
    proposed(d, talk)
    second = a_finished_talk(d, other.people[0])
    data = a_proposal(level="a0", document="", repeated="")
    warned = propose(d, second, data)
    assert warned.status_code == 422
    assert "You wrote these reasons for somebody else, or nearly:" in words_of(warned)
    own = {f"fact-{fact}-reason": f"His aunt told me of his {fact}." for fact in MATERIAL}
    assert propose(d, second, data | own).status_code == 303


def bare(d: Desks, talk: Interview, **changed: str) -> Any:
    """Send a proposal from its page, with no finding recorded for it."""
    page = f"/interviews/{talk.id}/decision"
    data = {**a_proposal(level="a1", document=""), **changed}
    return d.interviewer.post(page, data, page=page)


def test_a_proposal_waits_for_a_finding_on_each_fact(d: Desks, talk: Interview) -> None:
    find(d, talk, result="neutral", reason="A renamed town.")
    refused = bare(d, talk)
    assert refused.status_code == 422
    assert "Full name, own script: first record what was found." in problems(refused)
    assert "Place of birth: first" not in problems(refused)
    assert "Told twice in the same way." in refused.text
    assert no_proposal(d, talk)
    find_each(d, talk)
    assert bare(d, talk).status_code == 303


def test_what_was_typed_waits_while_the_finding_is_recorded(d: Desks, talk: Interview) -> None:
    page, words = f"/interviews/{talk.id}/decision", "Його тітка каже те саме."
    sent = bare(d, talk, **{"fact-name-reason": words}, find="name", message="")
    assert sent.status_code == 303
    assert sent.location == f"/interviews/{talk.id}/findings?fact=name"
    again = d.interviewer.get(page)
    assert words in again.text
    assert "What you wrote here before is still in the boxes." in words_of(again)
    assert problems_shown(again) is False
    find_each(d, talk)
    assert bare(d, talk, **{"fact-name-reason": words}).status_code == 303
    assert d.store.papers.drafts_of(talk.case) == []


def test_what_one_person_typed_is_not_put_into_anothers_boxes(d: Desks, talk: Interview) -> None:
    bare(d, talk, **{"fact-name-reason": "Мої слова."})
    other = d.registry.signed_in("colleague", Role.INTERVIEWER)
    data = {"to": d.user("colleague"), "reason": "Somebody is away."}
    assert d.interviewer.post(f"/interviews/{talk.id}/hand-over", data).status_code == 303
    assert "Мої слова." not in other.get(f"/interviews/{talk.id}/decision").text


def problems_shown(answer: Any) -> bool:
    return "govuk-error-summary" in answer.text


def test_a_second_proposal_has_to_wait(d: Desks, talk: Interview) -> None:
    made = proposed(d, talk)
    late = propose(d, talk, a_proposal())
    assert "Somebody has decided this before you." in problems(late)
    shown = d.interviewer.get(f"/interviews/{talk.id}/decision")
    assert shown.location == f"/decisions/{made.id}"


def test_nothing_is_proposed_before_the_record_is_signed(d: Desks) -> None:
    planned = plan(d, person(d))
    answer = propose(d, planned, a_proposal())
    assert answer.status_code == 422
    assert "Finish the interview and read it back before deciding." in answer.text


def test_the_second_person_sees_record_findings_and_proposal(d: Desks, talk: Interview) -> None:
    find(d, talk, result="neutral", reason="A renamed town.")
    made = proposed(d, talk)
    words = words_of(d.reviewer.get(f"/decisions/{made.id}"))
    for part in (
        "Is this well founded?",
        "Shindand, Afghanistan",
        "Herat, Afghanistan",
        "both names are right",
        "A renamed town.",
        "Told twice in the same way.",
        "A2: supported",
        "Ми записали ваше ім'я.",
        "Ми жили біля річки.",
    ):
        assert part in words


def test_a_confirmed_outcome_goes_into_the_laptops_reply_chain(
    d: Desks, talk: Interview, laptop: Store
) -> None:
    made = proposed(d, talk)
    assert review(d, made).status_code == 303
    assert d.store.decisions.outcomes(talk.case) == []
    assert tell(d, made).status_code == 303
    chain = f"{d.store.own_chain}.{laptop.own_chain}"
    (entry,) = d.store.entries_after(chain, 0)
    assert (entry.kind, entry.case, entry.actor) == ("outcome-told", talk.case, d.user("reviewer"))
    (outcome,) = d.store.decisions.outcomes(talk.case)
    assert (outcome.level, outcome.message) == (IdentityLevel.A2, "Ми записали ваше ім'я.")
    assert d.store.verify() == []


def test_an_outcome_of_a_case_opened_here_travels_nowhere(registry: Registry) -> None:
    group = agreeing(a_group("Abdullah", said=ABDULLAH))
    registry.store.record(*group.events)
    d = desks(registry)
    d.screen(group)
    talk = a_finished_talk(d, group.people[0])
    made = proposed(d, talk)
    assert review(d, made).status_code == 303
    assert tell(d, made).status_code == 303
    assert "outcome-told" not in {e.kind for e in registry.store.ledger.everything()}
    found = d.store.decisions.get(made.id)
    assert found is not None
    assert found.status == "notified"


def test_a_returned_proposal_comes_back_with_its_words_and_the_reason(
    d: Desks, talk: Interview
) -> None:
    made = proposed(d, talk)
    assert review(d, made, "return").status_code == 303
    assert d.store.decisions.outcomes(talk.case) == []
    page = d.interviewer.get(f"/interviews/{talk.id}/decision")
    assert "Returned by Reviewer Staff: Reasons and record fit." in words_of(page)
    assert "Told twice in the same way." in page.text
    assert "Ми записали ваше" in page.text
    assert proposed(d, talk).id != made.id


@pytest.mark.parametrize(
    ("missing", "words"),
    [("verdict", "Choose an answer: Your decision"), ("reason", "Fill this in: Reason")],
)
def test_the_second_person_says_what_and_why(
    d: Desks, talk: Interview, missing: str, words: str
) -> None:
    made = proposed(d, talk)
    data = {"verdict": "confirm", "reason": "Fits.", missing: ""}
    refused = d.reviewer.post(f"/decisions/{made.id}", data)
    assert refused.status_code == 422
    assert words in problems(refused)


def test_who_comes_second_to_a_decision_is_told_so(d: Desks, talk: Interview) -> None:
    made = proposed(d, talk)
    review(d, made)
    late = review(d, made, "return", who=d.registry.signed_in("late", Role.REVIEWER))
    assert late.status_code == 422
    assert "Somebody has decided this before you." in late.text


def test_v16_a_recorder_is_never_the_second_person(
    d: Desks, laptop: Store, registry: Registry
) -> None:
    """Whoever wrote the person's words down may not confirm them, whatever their role."""
    talk = a_finished_talk(d, person(d), put=PUT)
    made = proposed(d, talk)
    found = d.store.cases.individual(person(d))
    assert found is not None
    assert {said.by for said in found.said} == {OFFICER}
    writer = registry.add("writer", Role.REVIEWER)
    words = said_later(talk.case, person(d), "mother", {"text": "Maryam", "lang": ""})
    registry.store.record(replace(words, by=writer.id))
    visitor = registry.visitor()
    visitor.sign_in(writer)
    refused = review(d, made, who=visitor)
    assert "Someone who has not worked on this case must confirm it." in refused.text
    assert PASSPHRASE not in refused.text


@pytest.mark.parametrize("role", [Role.CLERK, Role.TRACING, Role.ADMINISTRATOR, Role.DPO])
def test_decisions_are_not_everybodys_to_read(d: Desks, talk: Interview, role: Role) -> None:
    made = proposed(d, talk)
    visitor = d.registry.signed_in("other", role)
    assert visitor.get(f"/decisions/{made.id}").status_code == 403
    assert review(d, made, who=visitor).status_code == 403


def test_looking_at_a_decision_is_recorded(d: Desks, talk: Interview) -> None:
    made = proposed(d, talk)
    d.reviewer.get(f"/decisions/{made.id}")
    looks = {(v.by, v.purpose) for v in d.store.cases.views(held(d, talk.id).individual)}
    assert (d.user("reviewer"), "review-decision") in looks


def test_there_is_no_decision_that_was_not_made(d: Desks) -> None:
    assert d.reviewer.get("/decisions/" + "0" * 32).status_code == 404
