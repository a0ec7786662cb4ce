"""Decisions and second looks as they are read back: whole, in order, the latest told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.codes import (
    DecisionStatus,
    FactOutcome,
    IdentityLevel,
    NextStep,
    RecheckVerdict,
    ReviewVerdict,
    SupportClass,
    ToldHow,
)
from intake.domain.event import DecisionProposed, FactDecision, OutcomeTold
from intake.store import Store
from tests.builders import NOON, Group, a_group
from tests.store.test_decision_steps import answered as comment_answered
from tests.store.test_decision_steps import (
    asked_again,
    commented,
    final,
    looked_again,
    opinion,
    told,
)
from tests.store.test_four_eyes import found, planned, proposed, reviewed

HOUR = timedelta(hours=1)
FACTS = (
    FactDecision("name", FactOutcome.ESTABLISHED, "Two accounts agree."),
    FactDecision("birth", FactOutcome.NOT_NOW, "No account fits.", "She was four then."),
)


@pytest.fixture
def group(store: Store) -> Group:
    """Somebody who was talked with and of whom every fact was found something."""
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events, planned(made), *found(made))
    return made


def full(group: Group) -> DecisionProposed:
    return replace(
        proposed(group),
        facts=FACTS,
        supports=(SupportClass.KIN, SupportClass.RECORD),
        helps="A letter.",
        review_by="2027-05-22",
        falls="The paper was another's.",
        next_step=NextStep.ANOTHER_TALK,
    )


def test_a_proposal_is_read_back_whole(store: Store, group: Group) -> None:
    store.record(full(group))
    held = store.decisions.get("d1")
    assert held is not None
    assert (held.case, held.interview, held.individual) == (group.case, "i1", group.people[0])
    assert (held.facts, held.supports) == (FACTS, (SupportClass.KIN, SupportClass.RECORD))
    assert (held.helps, held.review_by, held.falls) == (
        "A letter.",
        "2027-05-22",
        "The paper was another's.",
    )
    assert (held.next_step, held.blind) == (NextStep.ANOTHER_TALK, False)
    assert (held.proposed_by, held.proposed_at) == ("ivan", NOON.isoformat())
    assert (held.interviewed_by, held.reviewed_by, held.told_how) == ("ivan", "", None)
    assert store.decisions.get("none") is None


def test_what_followed_is_read_back_step_by_step(store: Store, group: Group) -> None:
    store.record(full(group), reviewed(group, "rita"), told(group), commented(group))
    (comment,) = store.identities.comments("d1")
    assert (comment.words, comment.said_in, comment.verdict) == ("Моє село інше.", "uk", None)
    store.record(comment_answered(group), final(group))
    held = store.decisions.get("d1")
    assert held is not None
    assert (held.reviewed_by, held.review_reason) == ("rita", "Reasons fit.")
    assert (held.told_by, held.told_how, held.told_in) == ("ivan", ToldHow.IN_PERSON, "uk")
    assert (held.comment_until, held.final_by) == ("2026-11-25", "ivan")
    assert held.final_at.startswith("2026-11-26")
    (comment,) = store.identities.comments("d1")
    assert (comment.answered_by, comment.reason) == ("rita", "The paper says it.")
    assert store.identities.comments("d2") == []


def test_decisions_are_listed_by_where_they_stand_oldest_first(store: Store, group: Group) -> None:
    back = replace(reviewed(group, "rita"), verdict=ReviewVerdict.RETURN)
    second = replace(full(group), decision="d2", at=NOON + HOUR)
    store.record(full(group), back, second)
    both = store.decisions.in_status(DecisionStatus.PROPOSED, DecisionStatus.RETURNED)
    assert [one.id for one in both] == ["d1", "d2"]
    assert [one.id for one in store.decisions.in_status(DecisionStatus.RETURNED)] == ["d1"]
    assert store.decisions.in_status(DecisionStatus.FINAL) == []
    assert [one.id for one in store.decisions.of_individual(group.people[0])] == ["d2", "d1"]
    assert [one.id for one in store.decisions.of_interview("i1")] == ["d2", "d1"]
    assert store.decisions.of_individual(group.people[1]) == []


def test_reasons_somebody_wrote_before_come_newest_first_and_not_those_of_this_talk(
    store: Store, group: Group
) -> None:
    back = replace(reviewed(group, "rita"), verdict=ReviewVerdict.RETURN)
    newer = FactDecision("name", FactOutcome.ESTABLISHED, "A school letter.")
    second = replace(full(group), decision="d2", facts=(newer,), at=NOON + HOUR)
    store.record(full(group), back, second)
    reasons = store.decisions.reasons_by
    assert reasons("ivan", besides="i2", limit=9) == [
        "A school letter.",
        "Two accounts agree.",
        "No account fits.",
    ]
    assert reasons("ivan", besides="i2", limit=2) == ["A school letter.", "Two accounts agree."]
    assert reasons("ivan", besides="i1", limit=9) == []
    assert reasons("petra", besides="i2", limit=9) == []


def test_of_each_person_the_outcome_told_last_is_what_a_case_shows(
    store: Store, group: Group
) -> None:
    first = OutcomeTold(
        case=group.case,
        individual=group.people[0],
        level=IdentityLevel.A1,
        facts=FACTS,
        next_step=NextStep.ANOTHER_TALK,
        message="Come again.",
        helps="A letter.",
        review_by="2027-05-22",
        comment_until="2026-11-25",
        by="rita",
        at=NOON,
    )
    later = replace(first, level=IdentityLevel.A2, message="Your name is established.")
    other = replace(first, individual=group.people[1], message="Of Petro.")
    chain = store.own_chain + "." + "0" * 32
    store.record(first, other, later, chain=chain)
    outcomes = {one.individual: one for one in store.decisions.outcomes(group.case)}
    mine = outcomes[group.people[0]]
    assert (mine.level, mine.message) == (IdentityLevel.A2, "Your name is established.")
    assert (mine.facts, mine.helps, mine.review_by) == (FACTS, "A letter.", "2027-05-22")
    assert (mine.comment_until, mine.case) == ("2026-11-25", group.case)
    assert outcomes[group.people[1]].message == "Of Petro."
    assert store.decisions.outcomes("none") == []


def test_an_opinion_and_a_second_look_are_read_back_whole(store: Store, group: Group) -> None:
    store.record(full(group), opinion(group))
    (view,) = store.second_looks.opinions("d1")
    assert (view.by, view.level) == ("rita", IdentityLevel.A2)
    assert [(one.fact, one.outcome) for one in view.facts] == [("name", FactOutcome.ESTABLISHED)]
    assert store.second_looks.opinions("d2") == []
    store.record(reviewed(group, "rita"), told(group), final(group), asked_again(group))
    assert [one.words for one in store.second_looks.waiting()] == ["Look at my letter."]
    store.record(looked_again(group, "nadia"))
    (seen,) = store.second_looks.rechecks(group.people[0])
    assert (seen.verdict, seen.reason) == (RecheckVerdict.UPHELD, "Nothing is new.")
    assert (seen.by, seen.answered_by) == ("petra", "nadia")
    assert store.second_looks.waiting() == []
    assert store.second_looks.rechecks(group.people[1]) == []


def test_all_of_it_is_folded_again_from_the_ledger(store: Store, group: Group) -> None:
    store.record(full(group), opinion(group), reviewed(group, "rita"), told(group))
    store.record(commented(group), comment_answered(group), final(group), asked_again(group))
    before = (
        store.decisions.get("d1"),
        store.identities.comments("d1"),
        store.second_looks.opinions("d1"),
        store.second_looks.waiting(),
    )
    store.rebuild()
    assert (
        store.decisions.get("d1"),
        store.identities.comments("d1"),
        store.second_looks.opinions("d1"),
        store.second_looks.waiting(),
    ) == before
