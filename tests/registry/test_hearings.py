"""The person is told, can comment for working days, and only then it is final."""

from typing import Any

import pytest

from intake.domain.codes import DecisionStatus, IdentityLevel, IdentityState, Role, ToldHow
from intake.domain.event import DecisionMadeFinal, DecisionTold
from intake.store.decisions import Decision
from intake.store.engine import IntegrityError
from intake.store.interviews import Interview
from tests.registry.casework import Desks, problems, words_of
from tests.registry.talk import a_finished_talk
from tests.registry.test_decisions import (  # noqa: F401 - fixtures
    BORN,
    PUT,
    d,
    find,
    laptop,
    not_now,
    person,
    propose,
    proposed,
    review,
    talk,
    tell,
)


@pytest.fixture
def decided(d: Desks, talk: Interview) -> Decision:  # noqa: F811
    """Two people decided; nobody told the person yet."""
    made = proposed(d, talk)
    assert review(d, made).status_code == 303
    return now(d, made)


def now(d: Desks, decision: Decision) -> Decision:  # noqa: F811
    found = d.store.decisions.get(decision.id)
    assert found is not None
    return found


def state(d: Desks) -> IdentityState:  # noqa: F811
    return d.store.identities.of(person(d)).state


def post(d: Desks, decision: Decision, step: str, *, who: Any = None, **data: str) -> Any:  # noqa: F811
    return (who or d.reviewer).post(f"/decisions/{decision.id}/{step}", data, page="/")


def later(d: Desks, days: int) -> None:  # noqa: F811
    d.registry.clock.forward(days=days)
    for login in ("reviewer", "interviewer", "clerk"):
        user = d.store.users.by_login(login)
        assert user is not None
        assert getattr(d, login).sign_in(user).status_code == 303


def test_the_letter_holds_everything_in_the_persons_language(d: Desks, decided: Decision) -> None:  # noqa: F811
    letter = d.interviewer.get(f"/decisions/{decided.id}/letter")
    assert 'lang="uk" dir="ltr"' in letter.text
    words = words_of(letter)
    for part in (
        "Told twice in the same way.",
        "Ми записали ваше ім'я.",
        "Протягом 30 днів",
        "ніщо з цього не змінює допомоги",
    ):
        assert part in words


def test_nothing_unconfirmed_has_a_letter(d: Desks, talk: Interview) -> None:  # noqa: F811
    made = proposed(d, talk)
    assert d.interviewer.get(f"/decisions/{made.id}/letter").status_code == 404
    assert tell(d, made).status_code == 422
    assert now(d, made).status is DecisionStatus.PROPOSED


def test_telling_opens_three_working_days(d: Desks, decided: Decision) -> None:  # noqa: F811
    assert state(d) is IdentityState.DECIDED
    assert "Told today, they can comment up to" in words_of(
        d.reviewer.get(f"/decisions/{decided.id}")
    )
    assert tell(d, decided).status_code == 303
    told = now(d, decided)
    assert (told.status, told.comment_until) == (DecisionStatus.NOTIFIED, "2026-11-25")
    assert (told.told_how, told.told_in) == (ToldHow.IN_PERSON, "uk")
    assert state(d) is IdentityState.COMMENT_WINDOW
    (outcome,) = d.store.decisions.outcomes(told.case)
    assert outcome.comment_until == "2026-11-25"


def test_who_tells_also_says_how_to_disagree(d: Desks, decided: Decision) -> None:  # noqa: F811
    refused = tell(d, decided, explained="")
    assert "First explain what the person can do if they do not agree." in problems(refused)
    assert now(d, decided).status is DecisionStatus.DECIDED


def test_a_comment_is_kept_and_answered_before_it_is_final(d: Desks, decided: Decision) -> None:  # noqa: F811
    tell(d, decided)
    words = "Я народився в іншому місті."
    assert post(d, decided, "comments", words=words, who=d.interviewer).status_code == 303
    later(d, 6)
    refused = post(d, decided, "final")
    assert "This step is not open now." in problems(refused)
    shown = words_of(d.reviewer.get(f"/decisions/{decided.id}"))
    assert words in shown
    assert "Answer the comment" in shown
    done = post(d, decided, "comments/answer", verdict="stays", reason="The paper names the town.")
    assert done.status_code == 303
    (kept,) = d.store.identities.comments(decided.id)
    assert (kept.words, kept.reason) == (words, "The paper names the town.")
    assert post(d, decided, "final").status_code == 303
    assert state(d) is IdentityState.FINAL


def test_a_comment_can_lead_back_to_assessing_and_a_new_proposal(
    d: Desks,  # noqa: F811
    decided: Decision,
    talk: Interview,  # noqa: F811
) -> None:
    tell(d, decided)
    post(d, decided, "comments", words="My school was elsewhere.")
    post(d, decided, "comments/answer", verdict="look-again", reason="The school was not asked.")
    assert now(d, decided).status is DecisionStatus.REOPENED
    assert state(d) is IdentityState.ASSESSING
    page = d.interviewer.get(f"/interviews/{talk.id}/decision")
    assert "Told twice in the same way." in page.text
    assert proposed(d, talk).id != decided.id


def test_the_level_holds_only_once_it_is_final(d: Desks, decided: Decision) -> None:  # noqa: F811
    tell(d, decided)
    early = post(d, decided, "final")
    assert "The person can still comment." in problems(early)
    assert d.store.identities.of(person(d)).level is IdentityLevel.A0
    later(d, 6)
    assert post(d, decided, "final").status_code == 303
    held = d.store.identities.of(person(d))
    assert (held.level, held.decision, held.look_again) == (
        IdentityLevel.A2,
        decided.id,
        "2028-11-26",
    )
    outcomes = d.store.decisions.outcomes(decided.case)
    assert [o.comment_until for o in outcomes] == [""]


def test_no_table_takes_a_shortcut(d: Desks, decided: Decision) -> None:  # noqa: F811
    final = DecisionMadeFinal(
        case=decided.case,
        decision=decided.id,
        individual=decided.individual,
        by="rita",
        at=d.registry.clock(),
    )
    told = DecisionTold(
        case=decided.case,
        decision=decided.id,
        individual=decided.individual,
        how=ToldHow.IN_PERSON,
        language="uk",
        comment_until="2026-11-25",
        by="rita",
        at=d.registry.clock(),
    )
    with pytest.raises(IntegrityError):
        d.store.record(final)
    d.store.record(told)
    for again in (told, final):
        with pytest.raises(IntegrityError):
            d.store.record(again)
    assert now(d, decided).status is DecisionStatus.NOTIFIED


def finished(d: Desks, decided: Decision) -> None:  # noqa: F811
    tell(d, decided)
    later(d, 6)
    assert post(d, decided, "final").status_code == 303


def test_a_level_falls_only_with_a_reason_that_is_told(
    d: Desks,  # noqa: F811
    decided: Decision,
    talk: Interview,  # noqa: F811
) -> None:
    finished(d, decided)
    with pytest.raises(IntegrityError):
        d.store._db.execute("UPDATE identities SET level = 'a1'")
    page = f"/people/{person(d)}/identity"
    opened = d.interviewer.post(
        f"{page}/reopen", {"why": "new-evidence", "reason": "The paper is not his."}, page=page
    )
    assert opened.status_code == 303
    assert d.store.identities.of(person(d)).level is IdentityLevel.A2
    lower = {"level": "a1", "document": ""}
    refused = propose(d, talk, not_now(**lower) | {f"fact-{BORN}-outcome": "established"})
    assert "This level is lower than the one that holds." in problems(refused)
    made = proposed(d, talk, **lower, falls="The paper belongs to a cousin.")
    review(d, made)
    assert "The paper belongs to a cousin." in words_of(
        d.interviewer.get(f"/decisions/{made.id}/letter")
    )
    finished(d, made)
    assert d.store.identities.of(person(d)).level is IdentityLevel.A1


def test_what_waits_for_more_goes_on_after_its_day(d: Desks, talk: Interview) -> None:  # noqa: F811
    page = f"/people/{person(d)}/identity"
    asked = d.interviewer.post(f"{page}/more", {"reason": "A letter.", "weeks": "2"}, page=page)
    assert asked.status_code == 303
    assert "It waits for this until the day that is set." in words_of(d.interviewer.get(page))
    find(d, talk, against=[talk.answers_to("OP1")[0].id])
    early = propose(d, talk, not_now(level="a1"))
    assert "This step is not open now." in problems(early)
    assert "A letter." in words_of(d.interviewer.get(page))
    later(d, 15)
    assert "Identities to look at again" in words_of(d.interviewer.get("/"))
    came = d.interviewer.post(f"{page}/came", {"reason": "Nothing came."}, page=page)
    assert came.status_code == 303
    assert "It is assessed with what there is." in words_of(d.interviewer.get(page))
    assert state(d) is IdentityState.ASSESSING


def test_another_talk_after_a_final_decision_begins_the_way_again(
    d: Desks,  # noqa: F811
    decided: Decision,
) -> None:
    finished(d, decided)
    second = a_finished_talk(d, person(d), put=PUT)
    assert state(d) is IdentityState.STATEMENT_CONFIRMED
    assert proposed(d, second).interview == second.id


@pytest.mark.parametrize("role", [Role.CLERK, Role.TRACING, Role.DPO, Role.ADMINISTRATOR])
def test_what_follows_a_decision_is_not_everybodys(d: Desks, decided: Decision, role: Role) -> None:  # noqa: F811
    other = d.registry.signed_in("other", role)
    assert other.get(f"/decisions/{decided.id}/letter").status_code == 403
    for step in ("tell", "final", "comments", "comments/answer"):
        assert post(d, decided, step, who=other).status_code == 403


def test_folding_the_ledger_again_gives_the_same_states(d: Desks, decided: Decision) -> None:  # noqa: F811
    finished(d, decided)
    before = d.store.identities.of(person(d)), now(d, decided)
    d.store.rebuild()
    assert (d.store.identities.of(person(d)), now(d, decided)) == before


def test_find_still_counts_what_shows(d: Desks, talk: Interview) -> None:  # noqa: F811
    assert find(d, talk, result="neutral", reason="A renamed town.").status_code == 303
    assert state(d) is IdentityState.ASSESSING
