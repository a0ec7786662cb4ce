"""Four eyes are a rule of the tables: whatever the code does, nobody confirms themselves."""

from dataclasses import replace

import pytest

from intake.domain.codes import (
    FactOutcome,
    FindingResult,
    IdentityLevel,
    Indicator,
    InterpreterKind,
    InterviewStatus,
    NextStep,
    PairStatus,
    PairVerdict,
    Prompted,
    ReadBack,
    ReviewVerdict,
    Stage,
    StopReason,
    SupportClass,
)
from intake.domain.event import (
    AnswerRecorded,
    CaseScreened,
    ContradictionPut,
    DecisionProposed,
    DecisionReviewed,
    EvidenceRow,
    FactDecision,
    FindingRecorded,
    InterviewClosed,
    InterviewHalted,
    InterviewHandedOver,
    InterviewPlanned,
    InterviewResumed,
    MatchSuggested,
    OutcomeTold,
    PairJudged,
    PlannedQuestion,
    StageEntered,
)
from intake.domain.identity import PROGRAM, PeopleOnly
from intake.registry.screening import BY as SCREENER
from intake.store import Store
from intake.store.engine import IntegrityError
from intake.sync.parcel import SYSTEM
from tests.builders import NOON, OFFICER, Group, a_group

FACT = FactDecision("name", FactOutcome.ESTABLISHED, "Two accounts agree.")


@pytest.fixture
def group(store: Store) -> Group:
    made = a_group("Олена Тест", "Petro Test")
    store.record(*made.events)
    return made


def planned(group: Group) -> InterviewPlanned:
    return InterviewPlanned(
        case=group.case,
        interview="i1",
        individual=group.people[0],
        interviewer="ivan",
        language="uk",
        interpreter=InterpreterKind.TRAINED,
        interpreter_code="T7",
        private_place=True,
        questions=(PlannedQuestion("OP1", "standard"), PlannedQuestion("FA2", "gap", "mother")),
        facts=("name", "birth"),
        by="clerk",
        at=NOON,
    )


def found(group: Group) -> tuple[FindingRecorded, ...]:
    """One finding for each fact of the plan."""
    plan = planned(group)
    return tuple(
        FindingRecorded(
            case=group.case,
            interview="i1",
            finding="f-" + fact,
            fact=fact,
            indicator=Indicator.EXTERNAL,
            result=FindingResult.NEUTRAL,
            central=False,
            evidence=(),
            reason="Nothing speaks for or against it.",
            by="ivan",
            at=NOON,
        )
        for fact in plan.facts
    )


def proposed(group: Group, by: str = "ivan") -> DecisionProposed:
    return DecisionProposed(
        case=group.case,
        decision="d1",
        interview="i1",
        individual=group.people[0],
        facts=(FACT,),
        level=IdentityLevel.A2,
        supports=(SupportClass.KIN,),
        next_step=NextStep.NOTHING_NEEDED,
        message="We wrote down your name.",
        by=by,
        at=NOON,
    )


def reviewed(group: Group, by: str) -> DecisionReviewed:
    return DecisionReviewed(
        case=group.case,
        decision="d1",
        individual=group.people[0],
        verdict=ReviewVerdict.CONFIRM,
        reason="Reasons fit.",
        by=by,
        at=NOON,
    )


@pytest.mark.parametrize("by", ["petra", "ivan", OFFICER])
def test_v16_proposer_interviewer_and_recorder_cannot_confirm(
    store: Store, group: Group, by: str
) -> None:
    handed = InterviewHandedOver(
        case=group.case, interview="i1", to="petra", reason="He is ill.", by="ivan", at=NOON
    )
    store.record(planned(group), *found(group), handed, proposed(group, by="petra"))
    with pytest.raises(IntegrityError):
        store.record(reviewed(group, by))
    decision = store.decisions.get("d1")
    assert decision is not None
    assert (decision.status, decision.reviewed_by) == ("proposed", "")
    assert store.verify() == []


def test_a_second_person_can_confirm(store: Store, group: Group) -> None:
    store.record(planned(group), *found(group), proposed(group), reviewed(group, "rita"))
    decision = store.decisions.get("d1")
    assert decision is not None
    assert (decision.status, decision.reviewed_by, decision.facts) == ("decided", "rita", (FACT,))
    assert store.decisions.proposed() == []
    assert store.decisions.of_individual(group.people[0]) == [decision]


def test_a_fact_of_the_plan_without_finding_lets_no_decision_begin(
    store: Store, group: Group
) -> None:
    store.record(planned(group), *found(group)[:1])
    with pytest.raises(IntegrityError, match="every fact examined has its finding first"):
        store.record(proposed(group))
    assert store.decisions.of_interview("i1") == []
    store.record(*found(group)[1:], proposed(group))
    assert [d.id for d in store.decisions.proposed()] == ["d1"]


def test_only_whoever_writes_of_a_talk_finds_and_proposes(store: Store, group: Group) -> None:
    store.record(planned(group))
    colleagues = [replace(one, by="petra") for one in found(group)]
    with pytest.raises(IntegrityError, match="took it over"):
        store.record(*colleagues)
    store.record(*found(group))
    with pytest.raises(IntegrityError, match="took it over"):
        store.record(proposed(group, by="petra"))
    handed = InterviewHandedOver(
        case=group.case, interview="i1", to="petra", reason="He is ill.", by="rita", at=NOON
    )
    store.record(handed)
    with pytest.raises(IntegrityError, match="took it over"):
        store.record(proposed(group, by="ivan"))
    store.record(proposed(group, by="petra"))
    store.rebuild()
    held = store.interviews.get("i1")
    assert held is not None
    assert (held.interviewer, held.writer) == ("ivan", "petra")
    (made,) = store.decisions.proposed()
    assert (made.proposed_by, made.interviewed_by) == ("petra", "ivan")


def test_a_returned_proposal_waits_for_nobody(store: Store, group: Group) -> None:
    back = replace(reviewed(group, "rita"), verdict=ReviewVerdict.RETURN)
    store.record(planned(group), *found(group), proposed(group), back)
    assert [d.status for d in store.decisions.of_interview("i1")] == ["returned"]
    assert store.decisions.proposed() == []


def test_the_outcome_told_is_read_from_the_case(store: Store, group: Group) -> None:
    told = OutcomeTold(
        case=group.case,
        individual=group.people[0],
        level=IdentityLevel.A2,
        facts=(FACT,),
        next_step=NextStep.NOTHING_NEEDED,
        message="We wrote down your name.",
        by="rita",
        at=NOON,
    )
    store.record(told, chain=store.own_chain + "." + "0" * 32)
    (outcome,) = store.decisions.outcomes(group.case)
    assert (outcome.level, outcome.facts) == (IdentityLevel.A2, (FACT,))


def suggested(group: Group) -> MatchSuggested:
    return MatchSuggested(
        case=group.case,
        pair="p1",
        left=group.people[0],
        right=group.people[1],
        right_case=group.case,
        band="many",
        score=21.5,
        weights_version="1",
        evidence=(EvidenceRow("name", "agrees", 6.1, "same-skeleton"),),
        by="screening",
        at=NOON,
    )


def judged(group: Group, by: str, verdict: PairVerdict = PairVerdict.SAME) -> PairJudged:
    return PairJudged(case=group.case, pair="p1", verdict=verdict, reason="r", by=by, at=NOON)


def test_same_person_stands_only_on_two_peoples_word(store: Store, group: Group) -> None:
    store.record(suggested(group), judged(group, "r1"))
    first = store.pairs.get("p1")
    assert first is not None
    assert first.status is PairStatus.FIRST_VERDICT
    with pytest.raises(IntegrityError):
        store.record(judged(group, "r1"))
    store.record(judged(group, "r2"))
    second = store.pairs.between(group.people[1], group.people[0])
    assert second is not None
    assert (second.status, second.verdict) == (PairStatus.LINKED, "same")
    assert store.pairs.waiting() == []
    assert store.pairs.links() == [second]
    assert store.pairs.linked_with(group.people[0]) == [group.people[1]]
    assert store.pairs.of_individual(group.people[1]) == [second]


def test_a_record_is_never_a_pair_with_itself(store: Store, group: Group) -> None:
    with pytest.raises(IntegrityError):
        store.record(replace(suggested(group), right=group.people[0]))
    assert store.pairs.count_waiting() == 0


def test_screened_cases_are_not_screened_again(store: Store, group: Group) -> None:
    assert store.cases.unscreened() == [group.case]
    store.record(CaseScreened(case=group.case, suggestions=0, by="screening", at=NOON))
    assert store.cases.unscreened() == []


def test_an_interview_is_read_back_whole(store: Store, group: Group) -> None:
    common = {"case": group.case, "interview": "i1", "by": "ivan", "at": NOON}
    store.record(
        planned(group),
        StageEntered(stage=Stage.NARRATIVE, confirmed=("rights",), **common),
        AnswerRecorded(
            answer="a1",
            question="OP1",
            text="Ми жили",
            said_in="uk",
            prompted=Prompted.FREE,
            **common,
        ),
        InterviewHalted(reason=StopReason.BREAK, final=False, **common),
        InterviewResumed(**common),
        ContradictionPut(path="birth-place", statements=("s1",), explanation="Old name", **common),
        FindingRecorded(
            finding="f1",
            fact="birth-place",
            indicator=Indicator.EXTERNAL,
            result=FindingResult.NEUTRAL,
            central=False,
            evidence=("a1",),
            against=("s1",),
            reason="renamed",
            **common,
        ),
        InterviewClosed(read_back=ReadBack.YES, **common),
    )
    interview = store.interviews.get("i1")
    assert interview is not None
    assert interview.status is InterviewStatus.FINISHED
    assert interview.answers_to("OP1")[0].text == "Ми жили"
    assert interview.explanations[0].explanation == "Old name"
    assert interview.findings[0].evidence == ("a1",)
    assert interview.findings[0].against == ("s1",)
    assert store.interviews.undecided() == [interview]
    assert store.interviews.open_for("ivan") == []
    assert store.interviews.of_individual(group.people[0]) == [interview]


def test_an_older_contradiction_keeps_its_evidence_on_the_side_against(
    store: Store, group: Group
) -> None:
    (first, second) = found(group)
    older = replace(first, result=FindingResult.CONTRADICTS, evidence=("s1",))
    store.record(planned(group), older, replace(second, evidence=("a1",)))
    store.rebuild()
    held = store.interviews.get("i1")
    assert held is not None
    assert [(f.evidence, f.against) for f in held.findings] == [((), ("s1",)), (("a1",), ())]


def test_a_paused_interview_waits_for_its_interviewer(store: Store, group: Group) -> None:
    store.record(planned(group))
    halted = InterviewHalted(
        case=group.case, interview="i1", reason=StopReason.DISTRESS, final=False, by="ivan", at=NOON
    )
    store.record(halted)
    (waiting,) = store.interviews.open_for("ivan")
    assert waiting.halt_reason == "distress"
    store.record(replace(halted, final=True))
    assert store.interviews.open_for("ivan") == []


@pytest.mark.parametrize("by", sorted(PROGRAM))
def test_v20_jobs_have_no_way_into_decisions_outcomes_levels_and_links(
    store: Store, group: Group, by: str
) -> None:
    store.record(planned(group), suggested(group))
    told = OutcomeTold(
        case=group.case,
        individual=group.people[0],
        level=IdentityLevel.A4,
        facts=(FACT,),
        next_step=NextStep.NOTHING_NEEDED,
        message="m",
        by=by,
        at=NOON,
    )
    before = list(store.ledger.everything())
    for event in (proposed(group, by=by), reviewed(group, by), told, judged(group, by)):
        with pytest.raises(PeopleOnly):
            store.record(event)
    assert list(store.ledger.everything()) == before
    assert store.decisions.of_individual(group.people[0]) == []
    assert {SCREENER, SYSTEM} <= PROGRAM


def test_v20_what_the_screening_records_changes_no_level(store: Store, group: Group) -> None:
    store.record(
        CaseScreened(case=group.case, suggestions=0, by=SCREENER, at=NOON), suggested(group)
    )
    held = store.identities.of(group.people[0])
    assert (held.level, held.decision) == (IdentityLevel.A0, "")
    assert store.decisions.outcomes(group.case) == []
    with pytest.raises(IntegrityError):
        store._db.execute("UPDATE identities SET level = 'a4'")


def test_a_decision_never_begins_confirmed_nor_is_rewritten(store: Store, group: Group) -> None:
    store.record(planned(group), *found(group), proposed(group))
    for change in (
        "UPDATE decisions SET level = 'a4'",
        "UPDATE decisions SET facts = '[]'",
        "UPDATE decisions SET proposed_by = 'other'",
        "UPDATE decisions SET status = 'final'",
    ):
        with pytest.raises(IntegrityError):
            store._db.execute(change)
    with pytest.raises(IntegrityError):
        store.record(replace(proposed(group), decision="d2"))
