"""A second look before the proposal is seen, and one by somebody uninvolved when asked."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import IdentityLevel, IdentityState, RecheckVerdict, ReviewVerdict, Role
from intake.domain.event import DecisionReviewed, RecheckAnswered
from intake.domain.questions import MATERIAL
from intake.store import Store
from intake.store.decisions import Decision
from intake.store.engine import IntegrityError
from intake.store.interviews import Interview
from tests.builders import a_group
from tests.registry.casework import (
    ABDULLAH,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    send,
    words_of,
)
from tests.registry.talk import a_finished_talk
from tests.registry.test_decisions import find, person, proposed, review, tell
from tests.registry.visitor import Visitor, a_registry

OPINION = {f"fact-{fact}-outcome": "established" for fact in MATERIAL} | {"level": "a2"}
REASON = "Somebody not involved wrote this."


@pytest.fixture
def d(store: Store, tmp_path: Path) -> Desks:
    """Abdullah at a registry where every proposal is in the sample."""
    group = agreeing(a_group("Abdullah", said=ABDULLAH))
    with a_laptop(tmp_path) as laptop:
        send(laptop, store, group)
    made = desks(a_registry(store, blind_one_in=1))
    made.screen(group)
    return made


@pytest.fixture
def talk(d: Desks) -> Interview:
    return a_finished_talk(d, person(d))


def post(who: Visitor, decision: Decision, step: str, **data: str) -> Any:
    return who.post(f"/decisions/{decision.id}/{step}", data, page="/")


def state(d: Desks) -> IdentityState:
    return d.store.identities.of(person(d)).state


def test_the_sample_sees_neither_findings_nor_proposal(d: Desks, talk: Interview) -> None:
    find(d, talk, fact="name", result="neutral", reason="A finding of the interviewer.")
    made = proposed(d, talk)
    assert made.blind
    page = d.reviewer.get(f"/decisions/{made.id}")
    words = words_of(page)
    assert "What do you find on the record?" in words
    assert "Ми жили біля річки." in words
    for hidden in ("A finding of the interviewer.", "Told twice in the same way.", "Ми записали"):
        assert hidden not in page.text
    assert "checked" not in page.text
    beside = d.reviewer.get(f"/people/{person(d)}?purpose=review-decision")
    assert "A2: supported" not in words_of(beside)


def test_nobody_reviews_the_sample_before_saying_what_they_find(d: Desks, talk: Interview) -> None:
    made = proposed(d, talk)
    refused = review(d, made)
    assert refused.status_code == 422
    straight = DecisionReviewed(
        case=made.case,
        decision=made.id,
        individual=made.individual,
        verdict=ReviewVerdict.CONFIRM,
        reason="By hand.",
        by=d.user("reviewer"),
        at=d.registry.clock(),
    )
    with pytest.raises(IntegrityError):
        d.store.record(straight)
    assert d.store.decisions.proposed() == [made]


def test_what_was_found_is_kept_then_the_proposal_is_shown(d: Desks, talk: Interview) -> None:
    made = proposed(d, talk)
    given = post(d.reviewer, made, "opinion", **OPINION | {"fact-name-outcome": "not-examined"})
    assert given.status_code == 303
    assert state(d) is IdentityState.UNDER_REVIEW
    words = words_of(d.reviewer.get(f"/decisions/{made.id}"))
    assert "Found on the record alone, before the proposal was seen" in words
    assert "Told twice in the same way." in words
    again = post(d.reviewer, made, "opinion", **OPINION)
    assert "You have said what you find on the record." in again.text
    assert review(d, made).status_code == 303
    dpo = d.registry.signed_in("dpo", Role.DPO)
    counted = words_of(dpo.get("/audit"))
    assert "Opinions that agree in everything: 0 of 1" in counted
    assert f"Outcomes that agree, fact by fact: {len(MATERIAL) - 1} of {len(MATERIAL)}" in counted


def test_an_opinion_leaves_no_fact_out(d: Desks, talk: Interview) -> None:
    made = proposed(d, talk)
    refused = post(d.reviewer, made, "opinion", **OPINION | {"fact-birth-outcome": ""})
    assert "Choose an answer: Date of birth or age · Outcome" in problems(refused)
    assert d.store.second_looks.opinions(made.id) == []


def final(d: Desks, talk: Interview) -> Decision:
    """A decision that was told and became final."""
    made = proposed(d, talk)
    post(d.reviewer, made, "opinion", **OPINION)
    review(d, made)
    assert tell(d, made).status_code == 303
    d.registry.clock.forward(days=6)
    for login in ("reviewer", "interviewer", "clerk"):
        user = d.store.users.by_login(login)
        assert user is not None
        getattr(d, login).sign_in(user)
    assert post(d.reviewer, made, "final").status_code == 303
    return made


def asked(d: Desks, decision: Decision, **more: str) -> Any:
    return post(d.interviewer, decision, "rechecks", words="Перевірте ще раз.", **more)


def test_somebody_uninvolved_looks_again_and_nothing_freezes(d: Desks, talk: Interview) -> None:
    made = final(d, talk)
    assert asked(d, made).status_code == 303
    held = d.store.identities.of(person(d))
    assert (held.state, held.level) == (IdentityState.REVIEW_REQUESTED, IdentityLevel.A2)
    carer = d.registry.signed_in("carer", Role.PROTECTION)
    helped = carer.get(f"/people/{person(d)}/needs")
    assert helped.status_code == 200
    refused = post(d.reviewer, made, "rechecks/answer", verdict="upheld", reason=REASON)
    assert "Somebody who has not worked on this looks at it again." in problems(refused)
    fresh = d.registry.signed_in("fresh", Role.REVIEWER)
    assert "People who ask that somebody uninvolved looks again" in words_of(fresh.get("/"))
    assert "Перевірте ще раз." in words_of(fresh.get(f"/decisions/{made.id}"))
    done = post(fresh, made, "rechecks/answer", verdict="upheld", reason=REASON)
    assert done.status_code == 303
    assert state(d) is IdentityState.FINAL
    (kept,) = d.store.second_looks.rechecks(person(d))
    assert (kept.verdict, kept.reason) == (RecheckVerdict.UPHELD, REASON)


def test_whoever_looked_again_once_has_worked_on_it_the_next_time(
    d: Desks, talk: Interview
) -> None:
    made = final(d, talk)
    first, second = (d.registry.signed_in(name, Role.REVIEWER) for name in ("first", "second"))
    asked(d, made)
    assert post(first, made, "rechecks/answer", verdict="upheld", reason=REASON).status_code == 303
    asked(d, made)
    title = "People who ask that somebody uninvolved looks again"
    assert title not in words_of(first.get("/"))
    refused = post(first, made, "rechecks/answer", verdict="upheld", reason=REASON)
    assert "Somebody who has not worked on this looks at it again." in problems(refused)
    assert state(d) is IdentityState.REVIEW_REQUESTED
    assert title in words_of(second.get("/"))
    done = post(second, made, "rechecks/answer", verdict="upheld", reason=REASON)
    assert done.status_code == 303
    assert state(d) is IdentityState.FINAL


def test_what_was_not_upheld_is_proposed_anew(d: Desks, talk: Interview) -> None:
    made = final(d, talk)
    asked(d, made)
    fresh = d.registry.signed_in("fresh", Role.REVIEWER)
    post(fresh, made, "rechecks/answer", verdict="changed", reason=REASON)
    assert state(d) is IdentityState.ASSESSING
    assert d.store.identities.of(person(d)).level is IdentityLevel.A2
    assert proposed(d, talk).id != made.id


def test_late_is_taken_with_its_reason(d: Desks, talk: Interview) -> None:
    made = final(d, talk)
    d.registry.clock.forward(days=40)
    user = d.store.users.by_login("interviewer")
    assert user is not None
    d.interviewer.sign_in(user)
    refused = asked(d, made)
    assert "More than 30 days have passed." in problems(refused)
    assert asked(d, made, late="She was in hospital.").status_code == 303


def test_v16_the_tables_know_who_was_involved(d: Desks, talk: Interview) -> None:
    made = final(d, talk)
    asked(d, made)
    (waiting,) = d.store.second_looks.waiting()
    for by in (d.user("reviewer"), d.user("interviewer"), "officer-1"):
        answered = RecheckAnswered(
            case=made.case,
            recheck=waiting.id,
            decision=made.id,
            individual=made.individual,
            verdict=RecheckVerdict.UPHELD,
            reason=REASON,
            by=by,
            at=d.registry.clock(),
        )
        with pytest.raises(IntegrityError):
            d.store.record(answered)
    assert d.store.second_looks.waiting() == [waiting]


def test_one_request_waits_at_a_time(d: Desks, talk: Interview) -> None:
    made = final(d, talk)
    asked(d, made)
    assert "This step is not open now." in problems(asked(d, made))


def test_before_the_person_was_told_there_is_nothing_to_look_at_again(
    d: Desks, talk: Interview
) -> None:
    made = proposed(d, talk)
    assert asked(d, made).status_code == 404


def test_a_request_in_the_days_to_comment_gives_those_days_back(d: Desks, talk: Interview) -> None:
    made = proposed(d, talk)
    post(d.reviewer, made, "opinion", **OPINION)
    review(d, made)
    tell(d, made)
    asked(d, made)
    fresh = d.registry.signed_in("fresh", Role.REVIEWER)
    post(fresh, made, "rechecks/answer", verdict="upheld", reason=REASON)
    assert state(d) is IdentityState.COMMENT_WINDOW
