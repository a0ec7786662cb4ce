"""Corrections in the tables: one step at a time, refused by two, told once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.codes import (
    CorrectionBy,
    CorrectionStatus,
    CorrectionVerdict,
    ReviewVerdict,
    ToldHow,
)
from intake.domain.event import (
    CorrectionAnswered,
    CorrectionAsked,
    CorrectionTold,
    RefusalReviewed,
)
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, Group, a_group

STEPS = {
    "asked": {"approved", "partly", "refusal-proposed"},
    "approved": set(),
    "partly": set(),
    "refusal-proposed": {"refused", "asked"},
    "refused": set(),
}
TO = "UPDATE corrections SET status = ?, answered_by = 'cleo', reviewed_by = 'rita' WHERE id = 'k1'"


@pytest.fixture
def group(store: Store) -> Group:
    """Somebody who asked for one correction."""
    made = a_group("Олена Тест")
    store.record(*made.events, asked(made))
    return made


def asked(group: Group, correction: str = "k1") -> CorrectionAsked:
    return CorrectionAsked(
        case=group.case,
        correction=correction,
        individual=group.people[0],
        path="birth-place",
        old=("s1", "s2"),
        wanted={"text": "Артемівськ"},
        asked_by=CorrectionBy.SELF,
        evidence="A school letter.",
        by="cleo",
        at=NOON,
    )


def answered(
    group: Group, verdict: CorrectionVerdict, correction: str = "k1"
) -> CorrectionAnswered:
    return CorrectionAnswered(
        case=group.case,
        correction=correction,
        individual=group.people[0],
        path="birth-place",
        verdict=verdict,
        reason="The letter says so.",
        by="cleo",
        at=NOON + timedelta(hours=1),
    )


def reviewed(
    group: Group, by: str = "rita", verdict: ReviewVerdict = ReviewVerdict.CONFIRM
) -> RefusalReviewed:
    return RefusalReviewed(
        case=group.case,
        correction="k1",
        individual=group.people[0],
        verdict=verdict,
        reason="I read it.",
        by=by,
        at=NOON,
    )


def told(group: Group, correction: str = "k1") -> CorrectionTold:
    return CorrectionTold(
        case=group.case,
        correction=correction,
        individual=group.people[0],
        how=ToldHow.IN_PERSON,
        language="uk",
        by="nadia",
        at=NOON + timedelta(days=1),
    )


def test_a_request_is_read_back_whole_and_after_its_answer_with_what_came_of_it(
    store: Store, group: Group
) -> None:
    waits = store.corrections.get("k1")
    assert waits is not None
    assert (waits.old, waits.wanted) == (("s1", "s2"), {"text": "Артемівськ"})
    assert (waits.status, waits.is_answered) == (CorrectionStatus.ASKED, False)
    assert (waits.asked_by, waits.evidence, waits.by) == (
        CorrectionBy.SELF,
        "A school letter.",
        "cleo",
    )
    assert waits.told_how is None
    store.record(answered(group, CorrectionVerdict.APPROVED), told(group))
    store.rebuild()
    done = store.corrections.get("k1")
    assert done is not None
    assert (done.status, done.is_answered) == (CorrectionStatus.APPROVED, True)
    assert (done.answered_by, done.reason) == ("cleo", "The letter says so.")
    assert (done.told_by, done.told_how, done.told_in) == ("nadia", ToldHow.IN_PERSON, "uk")


def test_lists_hold_who_waits_for_an_answer_and_who_waits_to_hear_oldest_first(
    store: Store, group: Group
) -> None:
    for n, correction in enumerate(("k2", "k3", "k4"), start=1):
        store.record(replace(asked(group, correction), at=NOON + timedelta(minutes=n)))
    store.record(answered(group, CorrectionVerdict.REFUSED))
    first = replace(answered(group, CorrectionVerdict.PARTLY, "k4"), at=NOON)
    store.record(answered(group, CorrectionVerdict.APPROVED, "k2"), first)
    assert [c.id for c in store.corrections.waiting()] == ["k1", "k3"]
    assert [c.id for c in store.corrections.to_tell()] == ["k4", "k2"]
    store.record(told(group, "k4"))
    assert [c.id for c in store.corrections.to_tell()] == ["k2"]
    mine = store.corrections.of_individual(group.people[0])
    assert [c.id for c in mine] == ["k4", "k3", "k2", "k1"]
    assert store.corrections.of_individual("somebody") == []
    assert store.corrections.get("none") is None


def test_a_refusal_holds_only_when_somebody_else_confirms_it(store: Store, group: Group) -> None:
    store.record(answered(group, CorrectionVerdict.REFUSED))
    with pytest.raises(IntegrityError, match="CHECK"):
        store.record(reviewed(group, by="cleo"))
    assert store.corrections.to_tell() == []
    store.record(reviewed(group, verdict=ReviewVerdict.RETURN))
    again = store.corrections.get("k1")
    assert again is not None
    assert again.status is CorrectionStatus.ASKED
    store.record(answered(group, CorrectionVerdict.REFUSED), reviewed(group))
    held = store.corrections.get("k1")
    assert held is not None
    assert (held.status, held.reviewed_by, held.review_reason) == (
        CorrectionStatus.REFUSED,
        "rita",
        "I read it.",
    )


@pytest.mark.parametrize("start", STEPS)
def test_from_each_status_only_the_steps_of_a_correction_are_open(
    store: Store, group: Group, start: str
) -> None:
    if start == "refused":
        store._db.execute(TO, ["refusal-proposed"])
    if start != "asked":
        store._db.execute(TO, [start])
    assert {to for to in STEPS if takes(store, to)} == STEPS[start]


def takes(store: Store, to: str) -> bool:
    """Whether the tables take a status; nothing of it stays."""
    store._db.execute("BEGIN")
    try:
        store._db.execute(TO, [to])
    except IntegrityError:
        return False
    finally:
        store._db.execute("ROLLBACK")
    return True


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE corrections SET status = 'unheard-of'",
        "INSERT INTO corrections SELECT 'k2', case_id, individual, path, old, wanted, asked_by,"
        " evidence, by, at, 'approved', 'cleo', at, 'r', '', '', '', '', '', '' FROM corrections",
    ],
)
def test_a_correction_begins_as_a_request_and_stands_nowhere_unheard_of(
    store: Store, group: Group, change: str
) -> None:
    with pytest.raises(IntegrityError):
        store._db.execute(change)


@pytest.mark.parametrize("verdict", [CorrectionVerdict.APPROVED, CorrectionVerdict.PARTLY])
def test_the_person_hears_of_an_answer_once(
    store: Store, group: Group, verdict: CorrectionVerdict
) -> None:
    with pytest.raises(IntegrityError, match="told once"):
        store.record(told(group))
    store.record(answered(group, verdict), told(group))
    with pytest.raises(IntegrityError, match="told once"):
        store.record(told(group))


def test_the_person_hears_of_a_refusal_when_two_people_refused(store: Store, group: Group) -> None:
    store.record(answered(group, CorrectionVerdict.REFUSED))
    with pytest.raises(IntegrityError, match="told once"):
        store.record(told(group))
    store.record(reviewed(group), told(group))
    heard = store.corrections.get("k1")
    assert heard is not None
    assert heard.told_by == "nadia"
