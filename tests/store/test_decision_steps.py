"""A decision takes one step at a time: a rule of the tables, whatever the code above does."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from intake.domain.codes import (
    CommentVerdict,
    FactOutcome,
    IdentityLevel,
    RecheckVerdict,
    ReviewVerdict,
    Source,
    ToldHow,
)
from intake.domain.event import (
    CommentAnswered,
    CommentRecorded,
    DecisionMadeFinal,
    DecisionTold,
    FactOpinion,
    InterviewHandedOver,
    OpinionGiven,
    RecheckAnswered,
    RecheckAsked,
)
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, OFFICER, Group, a_group, a_statement, statements
from tests.store.test_four_eyes import found, planned, proposed, reviewed

UNTIL = "2026-11-25"
LATER = NOON + timedelta(days=6)


@pytest.fixture
def group(store: Store) -> Group:
    """Somebody who was talked with, and of whom a decision is proposed."""
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events, planned(made), *found(made), proposed(made))
    return made


def told(group: Group) -> DecisionTold:
    return DecisionTold(
        case=group.case,
        decision="d1",
        individual=group.people[0],
        how=ToldHow.IN_PERSON,
        language="uk",
        comment_until=UNTIL,
        by="ivan",
        at=NOON,
    )


def commented(group: Group, comment: str = "k1") -> CommentRecorded:
    return CommentRecorded(
        case=group.case,
        comment=comment,
        decision="d1",
        individual=group.people[0],
        words="Моє село інше.",
        said_in="uk",
        by="ivan",
        at=NOON,
    )


def answered(
    group: Group, by: str = "rita", verdict: CommentVerdict = CommentVerdict.STAYS
) -> CommentAnswered:
    return CommentAnswered(
        case=group.case,
        comment="k1",
        decision="d1",
        individual=group.people[0],
        verdict=verdict,
        reason="The paper says it.",
        by=by,
        at=NOON,
    )


def final(group: Group, at: datetime = LATER) -> DecisionMadeFinal:
    return DecisionMadeFinal(
        case=group.case, decision="d1", individual=group.people[0], by="ivan", at=at
    )


def opinion(group: Group, by: str = "rita") -> OpinionGiven:
    return OpinionGiven(
        case=group.case,
        decision="d1",
        individual=group.people[0],
        facts=(FactOpinion("name", FactOutcome.ESTABLISHED),),
        level=IdentityLevel.A2,
        by=by,
        at=NOON,
    )


def asked_again(group: Group, recheck: str = "r1") -> RecheckAsked:
    return RecheckAsked(
        case=group.case,
        recheck=recheck,
        decision="d1",
        individual=group.people[0],
        words="Look at my letter.",
        by="petra",
        at=LATER,
    )


def looked_again(group: Group, by: str) -> RecheckAnswered:
    return RecheckAnswered(
        case=group.case,
        recheck="r1",
        decision="d1",
        individual=group.people[0],
        verdict=RecheckVerdict.UPHELD,
        reason="Nothing is new.",
        by=by,
        at=LATER,
    )


def status(store: Store) -> str:
    decision = store.decisions.get("d1")
    assert decision is not None
    return decision.status


WAYS = {
    "proposed": (),
    "returned": (lambda g: replace(reviewed(g, "rita"), verdict=ReviewVerdict.RETURN),),
    "decided": (lambda g: reviewed(g, "rita"),),
    "notified": (lambda g: reviewed(g, "rita"), told),
    "commented": (lambda g: reviewed(g, "rita"), told, commented),
    "reopened": (
        lambda g: reviewed(g, "rita"),
        told,
        commented,
        lambda g: answered(g, verdict=CommentVerdict.LOOK_AGAIN),
    ),
    "final": (lambda g: reviewed(g, "rita"), told, final),
}
NEXT = {
    "proposed": {"decided", "returned"},
    "returned": set(),
    "decided": {"notified"},
    "notified": {"commented", "final", "reopened"},
    "commented": {"notified", "reopened"},
    "reopened": set(),
    "final": {"reopened"},
}
FILLED = (
    "UPDATE decisions SET reviewed_by = coalesce(reviewed_by, 'rita'), status = ?,"
    " told_at = '2026-11-20', comment_until = '2026-11-25', final_at = '2026-11-26'"
)

COPIED = """
INSERT INTO decisions (id, individual, status, reviewed_by, case_id, interview, facts, level,
    supports, next_step, message, helps, review_by, proposed_by, proposed_at, interviewed_by)
SELECT 'd2', 'somebody', ?, ?, case_id, interview, facts, level,
    supports, next_step, message, helps, review_by, proposed_by, proposed_at, interviewed_by
FROM decisions
"""


def walk(store: Store, group: Group, to: str) -> None:
    """Bring the decision to a status the way the program does."""
    store.record(*(step(group) for step in WAYS[to]))
    assert status(store) == to


def outcome(store: Store, to: str) -> str:
    """What the tables say against a status; "" when they take it."""
    try:
        store._db.execute(FILLED, [to])
    except IntegrityError as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("start", NEXT)
def test_from_each_status_only_the_steps_of_the_way_are_open(
    store: Store, group: Group, start: str
) -> None:
    walk(store, group, start)
    store._db.execute("DROP TRIGGER decisions_keep_their_second")
    taken = set()
    for to in NEXT:
        store._db.execute("BEGIN")
        refused = outcome(store, to)
        store._db.execute("ROLLBACK")
        if refused:
            assert refused == "a decision takes one step at a time"
        else:
            taken.add(to)
    assert taken == NEXT[start]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decisions SET status = 'decided'",
        "UPDATE decisions SET status = 'notified', reviewed_by = 'rita'",
        "UPDATE decisions SET reviewed_by = proposed_by, status = 'decided'",
        "UPDATE decisions SET status = 'unheard-of', reviewed_by = 'rita'",
    ],
)
def test_a_proposal_gets_its_second_person_before_anything_else(
    store: Store, group: Group, change: str
) -> None:
    with pytest.raises(IntegrityError):
        store._db.execute(change)
    assert status(store) == "proposed"


def test_what_nobody_heard_is_not_commented_nor_final(store: Store, group: Group) -> None:
    walk(store, group, "decided")
    with pytest.raises(IntegrityError, match="CHECK"):
        store._db.execute("UPDATE decisions SET status = 'notified'")


@pytest.mark.parametrize(("day", "holds"), [(24, False), (25, False), (26, True)])
def test_a_decision_holds_from_the_day_after_the_last_day_to_comment(
    store: Store, group: Group, day: int, holds: bool
) -> None:
    walk(store, group, "notified")
    ends = final(group, NOON.replace(day=day))
    if holds:
        store.record(ends)
        assert status(store) == "final"
    else:
        with pytest.raises(IntegrityError, match="CHECK"):
            store.record(ends)
        assert status(store) == "notified"


def test_whoever_reviewed_is_not_replaced_by_another(store: Store, group: Group) -> None:
    walk(store, group, "decided")
    with pytest.raises(IntegrityError, match="reviewed this before"):
        store._db.execute("UPDATE decisions SET reviewed_by = 'dora'")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decisions SET facts = '[]'",
        "UPDATE decisions SET level = 'a4'",
        "UPDATE decisions SET proposed_by = 'x'",
        "UPDATE decisions SET interviewed_by = 'x'",
        "UPDATE decisions SET individual = 'x'",
    ],
)
def test_a_proposal_is_not_rewritten(store: Store, group: Group, change: str) -> None:
    with pytest.raises(IntegrityError, match="not rewritten"):
        store._db.execute(change)


@pytest.mark.parametrize(
    ("begins_as", "second"), [("decided", "rita"), ("proposed", "rita"), ("returned", "rita")]
)
def test_a_decision_begins_with_nobodys_second_word(
    store: Store, group: Group, begins_as: str, second: str
) -> None:
    with pytest.raises(IntegrityError, match="begins as a proposal"):
        store._db.execute(COPIED, [begins_as, second])


def test_one_proposal_waits_for_each_person(store: Store, group: Group) -> None:
    with pytest.raises(IntegrityError, match="UNIQUE"):
        store.record(replace(proposed(group), decision="d2"))
    store.record(replace(reviewed(group, "rita"), verdict=ReviewVerdict.RETURN))
    store.record(replace(proposed(group), decision="d2"))
    assert [d.id for d in store.decisions.proposed()] == ["d2"]


def test_who_wrote_down_answers_of_a_talk_alone_is_no_recorder(store: Store, group: Group) -> None:
    heard = replace(a_statement(group.people[0], "birth-place", "Бахмут"), source=Source.INTERVIEW)
    store.record(replace(statements(group.case, heard), by="rita"), reviewed(group, "rita"))
    assert status(store) == "decided"


def test_who_recorded_somebody_else_of_the_group_can_review(store: Store, group: Group) -> None:
    other = a_statement(group.people[1], "birth-place", "Бахмут")
    store.record(replace(statements(group.case, other), by="rita"), reviewed(group, "rita"))
    assert status(store) == "decided"


def test_one_comment_waits_and_whoever_proposed_does_not_answer_it(
    store: Store, group: Group
) -> None:
    walk(store, group, "commented")
    with pytest.raises(IntegrityError, match="UNIQUE"):
        store._db.execute(
            "INSERT INTO comments (id, case_id, decision, individual, words, said_in, by, at)"
            " SELECT 'k2', case_id, decision, individual, words, said_in, by, at FROM comments"
        )
    with pytest.raises(IntegrityError, match="whoever proposed it"):
        store.record(answered(group, by="ivan"))
    store.record(answered(group), commented(group, "k2"))
    assert status(store) == "commented"


@pytest.mark.parametrize("by", ["ivan", "petra"])
def test_an_opinion_is_that_of_a_second_person(store: Store, by: str) -> None:
    """Neither whoever proposed nor whoever held the talk gives it."""
    made = a_group("Олена Тест")
    store.record(*made.events, planned(made), *found(made))
    store._db.execute("UPDATE interviews SET handed_to = 'petra'")
    store.record(proposed(made, by="petra"))
    with pytest.raises(IntegrityError, match="second person"):
        store.record(opinion(made, by))
    store.record(opinion(made, "rita"))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        store.record(opinion(made, "rita"))


@pytest.mark.parametrize("after", ["decided", "returned", "notified"])
def test_no_opinion_comes_after_the_review(store: Store, group: Group, after: str) -> None:
    walk(store, group, after)
    with pytest.raises(IntegrityError, match="second person"):
        store.record(opinion(group, "dora"))


def test_where_the_second_person_decides_unseen_their_own_opinion_comes_first(store: Store) -> None:
    made = a_group("Олена Тест")
    store.record(*made.events, planned(made), *found(made), replace(proposed(made), blind=True))
    of_somebody_else(store)
    store.record(opinion(made, "dora"), replace(opinion(made, "rita"), decision="d9"))
    with pytest.raises(IntegrityError, match="decides on the record first"):
        store.record(reviewed(made, "rita"))
    store.record(opinion(made, "rita"), reviewed(made, "rita"))
    assert status(store) == "decided"


@pytest.mark.parametrize("by", ["ivan", "rita", "petra", OFFICER])
def test_whoever_had_a_part_in_it_does_not_look_again(store: Store, group: Group, by: str) -> None:
    """Who proposed, who reviewed, who held another talk, who recorded."""
    walk(store, group, "final")
    another = replace(planned(group), interview="i2", interviewer="petra")
    store.record(another)
    store.record(asked_again(group))
    with pytest.raises(IntegrityError, match="only somebody uninvolved"):
        store.record(looked_again(group, by))
    store.record(looked_again(group, "nadia"))
    with pytest.raises(IntegrityError, match="only somebody uninvolved"):
        store.record(looked_again(group, "olha"))


def test_somebody_is_looked_at_again_once_at_a_time(store: Store, group: Group) -> None:
    walk(store, group, "final")
    store.record(asked_again(group))
    with pytest.raises(IntegrityError, match="UNIQUE"):
        store.record(asked_again(group, "r2"))
    store.record(looked_again(group, "nadia"), asked_again(group, "r2"))
    assert [one.id for one in store.second_looks.waiting()] == ["r2"]


def of_somebody_else(store: Store) -> None:
    """Another person's decision: nadia talked, proposed and recorded, and it waits."""
    made = a_group("Hodan")
    two = {"case": made.case, "interview": "i9", "by": "nadia"}
    talk = replace(planned(made), **two, interviewer="nadia")
    seen = (replace(one, **two, finding=one.finding + "9") for one in found(made))
    theirs = replace(proposed(made), **two, decision="d9")
    store.record(*(replace(event, by="nadia") for event in made.events), talk, *seen, theirs)


def test_who_proposed_and_recorded_for_somebody_else_has_no_part_in_this(
    store: Store, group: Group
) -> None:
    of_somebody_else(store)
    walk(store, group, "commented")
    store.record(answered(group), final(group), asked_again(group))
    store.record(looked_again(group, "nadia"))
    assert store.second_looks.waiting() == []


@pytest.mark.parametrize("by", ["dora", "olha", "petra", "nadia"])
def test_a_small_part_is_a_part_too(store: Store, group: Group, by: str) -> None:
    """An opinion, an answer to a comment, a talk taken over, an earlier look again."""
    store.record(opinion(group, "dora"))
    walk(store, group, "commented")
    store.record(answered(group, by="olha"), final(group))
    taken = InterviewHandedOver(
        case=group.case, interview="i2", to="petra", reason="ill", by="rita", at=LATER
    )
    store.record(replace(planned(group), interview="i2"), taken)
    store.record(asked_again(group, "r0"))
    store.record(replace(looked_again(group, "nadia"), recheck="r0"), asked_again(group))
    with pytest.raises(IntegrityError, match="only somebody uninvolved"):
        store.record(looked_again(group, by))
    store.record(looked_again(group, "maryam"))
    assert store.second_looks.waiting() == []


def test_a_part_in_somebody_elses_matter_is_none_in_this(store: Store, group: Group) -> None:
    """Dora gave her opinion on another person of the registry."""
    of_somebody_else(store)
    store.record(replace(opinion(group, "dora"), decision="d9", individual="somebody"))
    walk(store, group, "final")
    store.record(asked_again(group))
    store.record(looked_again(group, "dora"))
    assert store.second_looks.waiting() == []


def test_a_proposal_of_somebody_else_that_waits_opens_none_of_this(
    store: Store, group: Group
) -> None:
    of_somebody_else(store)
    with pytest.raises(IntegrityError, match="second person"):
        store.record(opinion(group, "ivan"))
    store.record(opinion(group, "nadia"))
    walk(store, group, "decided")
    with pytest.raises(IntegrityError, match="second person"):
        store.record(opinion(group, "dora"))
