"""Work today: each role its own queue, children first, numbers instead of names."""

import dataclasses
from datetime import timedelta

import pytest

from intake.domain.codes import (
    ConsentAnswer,
    IdentityLevel,
    InterpreterKind,
    Kin,
    NextStep,
    PairVerdict,
    Purpose,
    ReadBack,
    Role,
    Stage,
    SupportClass,
)
from intake.domain.event import (
    DecisionProposed,
    FurtherTalkAsked,
    InterviewClosed,
    InterviewPlanned,
    MatchSuggested,
    PairJudged,
    StageEntered,
    TracingRequested,
)
from intake.domain.partial_date import from_parts
from intake.registry.work import MOST, Today, today
from tests.builders import NOON, a_consent, a_group, a_name, an_id
from tests.registry.laptops import a_laptop, ask
from tests.registry.visitor import text_of

DAY = NOON.date()
BORN = {"birth": from_parts(None, None, 1980).to_json()}
BORN_LATE = {"birth": from_parts(None, None, 2015).to_json()}


def a_person(store, name="Олена Приклад", said=None):
    """One person, grown up unless told otherwise; gives the case and the person."""
    group = a_group(name, said=said or BORN)
    store.record(*group.events)
    return group.case, group.people[0]


def a_pair(store, said=None, score=5.0):
    (case, left), (other, right) = a_person(store, said=said), a_person(store)
    pair = an_id()
    store.record(
        MatchSuggested(
            case=case,
            pair=pair,
            left=left,
            right=right,
            right_case=other,
            band="some",
            score=score,
            weights_version="1",
            evidence=(),
            by="screening",
            at=NOON,
        )
    )
    return pair


def an_interview(store, by="ivan", said=None, *, closed=False, facts=()):
    case, person = a_person(store, said=said)
    interview = an_id()
    store.record(
        InterviewPlanned(
            case=case,
            interview=interview,
            individual=person,
            interviewer=by,
            language="uk",
            interpreter=InterpreterKind.NONE_NEEDED,
            interpreter_code="",
            private_place=True,
            questions=(),
            facts=facts,
            by=by,
            at=NOON,
        )
    )
    if closed:
        common = {"case": case, "interview": interview, "by": by, "at": NOON}
        store.record(
            StageEntered(stage=Stage.OPEN, **common),
            InterviewClosed(read_back=ReadBack.YES, **common),
        )
    return case, person, interview


def a_proposal(store, by="ivan"):
    case, person, interview = an_interview(store, by, closed=True)
    decision = an_id()
    store.record(
        DecisionProposed(
            case=case,
            decision=decision,
            interview=interview,
            individual=person,
            facts=(),
            level=IdentityLevel.A1,
            supports=(SupportClass.KIN,),
            next_step=NextStep.NOTHING_NEEDED,
            message="Thank you.",
            by=by,
            at=NOON,
        )
    )
    return decision


def planned(store, who="ivan"):
    """The interviews without a day that wait for an interviewer."""
    return [
        task
        for _day, tasks in today(store, who, [Role.INTERVIEWER], DAY).talks.by_day
        for task in tasks
    ]


def ids(tasks):
    return [task.id for task in tasks]


def test_roles_without_such_work_have_no_such_list(store):
    assert today(store, "dora", [Role.DPO], DAY) == Today()
    clerk = today(store, "clara", [Role.CLERK], DAY)
    assert clerk.talks is None
    assert clerk.proposals is None
    assert clerk.pairs == []


def test_a_possible_child_comes_first(store):
    grown = a_pair(store, score=9.0)
    child = a_pair(store, said=BORN_LATE, score=1.0)
    tasks = today(store, "rita", [Role.REVIEWER], DAY).pairs
    assert ids(tasks) == [child, grown]
    assert [task.child for task in tasks] == [True, False]


def test_a_pair_i_judged_is_not_my_work_any_more(store):
    pair = a_pair(store)
    case = store.pairs.get(pair).left_case
    store.record(
        PairJudged(
            case=case, pair=pair, verdict=PairVerdict.SAME, reason="scar", by="rita", at=NOON
        )
    )
    assert today(store, "rita", [Role.REVIEWER], DAY).pairs == []
    assert ids(today(store, "omar", [Role.REVIEWER], DAY).pairs) == [pair]


def test_interviews_are_those_of_the_one_who_asks(store):
    _, _, mine = an_interview(store, "ivan")
    an_interview(store, "other")
    assert ids(planned(store)) == [mine]


def test_a_finished_interview_waits_for_its_proposal(store):
    _, _, closed = an_interview(store, "ivan", closed=True)
    mine = today(store, "ivan", [Role.INTERVIEWER], DAY)
    assert planned(store) == []
    assert ids(mine.undecided) == [closed]
    assert today(store, "other", [Role.INTERVIEWER], DAY).undecided == []


def test_a_proposal_waits_for_somebody_else(store):
    decision = a_proposal(store, "ivan")
    assert ids(today(store, "rita", [Role.REVIEWER], DAY).proposals) == [decision]
    both = [Role.INTERVIEWER, Role.REVIEWER]
    assert today(store, "ivan", both, DAY).proposals == []
    assert today(store, "ivan", both, DAY).undecided == []


def test_waiting_laptops_are_counted_for_the_administrator(store, tmp_path):
    laptop = a_laptop(tmp_path / "laptop")
    ask(laptop, store)
    laptop.close()
    assert today(store, "ada", [Role.ADMINISTRATOR], DAY).devices == 1
    assert today(store, "clara", [Role.CLERK], DAY).devices is None


def test_cases_not_compared_yet_are_counted_for_the_clerk(store):
    a_person(store)
    assert today(store, "clara", [Role.CLERK], DAY).unscreened == 1


def test_a_list_ends_at_a_days_work(store):
    for n in range(MOST + 1):
        an_interview(store, "ivan", said=BORN if n else BORN_LATE)
    tasks = planned(store)
    assert len(tasks) == MOST
    assert tasks[0].child


def test_an_erased_record_leaves_no_task_and_breaks_no_page(store):
    case, _, _ = an_interview(store, "ivan")
    store.forget_case(case)
    assert planned(store) == []


def test_a_task_holds_numbers_and_no_name(store):
    a_pair(store)
    (task,) = today(store, "rita", [Role.REVIEWER], DAY).pairs
    assert "Олена" not in str(dataclasses.asdict(task))
    assert len(task.numbers) == 2


def test_the_page_lists_my_work_and_links_to_it(registry, store):
    visitor = registry.signed_in("ivan", Role.INTERVIEWER)
    me = store.users.by_login("ivan").id
    _, _, planned = an_interview(store, me, said=BORN_LATE)
    _, _, closed = an_interview(store, me, closed=True)
    page = visitor.get("/").text
    assert f'href="/interviews/{planned}"' in page
    assert f'href="/interviews/{closed}/' in page
    assert "May be a child" in page
    assert "Олена" not in page


def test_the_page_of_a_reviewer_lists_pairs_and_proposals(registry, store):
    pair, decision = a_pair(store), a_proposal(store, "somebody")
    page = registry.signed_in("rita", Role.REVIEWER).get("/").text
    assert f'href="/pairs/{pair}"' in page
    assert f'href="/decisions/{decision}"' in page


def test_more_than_eight_are_folded_but_there(registry, store):
    pairs = [a_pair(store) for _ in range(10)]
    page = registry.signed_in("rita", Role.REVIEWER).get("/").text
    assert all(f'href="/pairs/{pair}"' in page for pair in pairs)
    assert "2 more" in text_of(page)
    assert "(10)" in text_of(page)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role.CLERK, "No pair waits for you."),
        (Role.INTERVIEWER, "No interview is planned for you."),
        (Role.REVIEWER, "No proposal waits for you."),
        (Role.DPO, "Who looked at which record"),
        (Role.ADMINISTRATOR, "Add colleagues"),
    ],
)
def test_a_day_without_work_says_so(registry, role, words):
    assert words in text_of(registry.signed_in("somebody", role).get("/").text)


def test_the_bar_says_who_is_signed_in(registry):
    page = registry.signed_in("rita", Role.REVIEWER).get("/").text
    assert "Rita Staff" in page[: page.index("</header>")]


def test_a_child_of_yesterday_is_none_today(store):
    case_said = {"birth": from_parts(20, 11, 2008).to_json()}
    a_pair(store, said=case_said)
    before = DAY - timedelta(days=1)
    assert today(store, "rita", [Role.REVIEWER], before).pairs[0].child
    assert not today(store, "rita", [Role.REVIEWER], DAY).pairs[0].child


def a_search(store, *, consent=True):
    """A group in which somebody looks for a relative; returns who asks."""
    group = a_group("Олена Тест")
    person = group.people[0]
    answer = ConsentAnswer.YES if consent else ConsentAnswer.WITHDRAWN
    store.record(*group.events, a_consent(group.case, person, Purpose.TRACING, answer))
    store.record(
        TracingRequested(
            case=group.case,
            request=an_id(),
            individual=person,
            kin=Kin.SPOUSE,
            sought={"name": a_name("Тарас")},
            by="o",
            at=NOON,
        )
    )
    return person


def test_whoever_looks_for_a_relative_is_the_work_of_tracing_staff(store):
    a_search(store)
    (request,) = store.cases.tracing()
    (task,) = today(store, "tomas", (Role.TRACING,), NOON.date()).searches
    assert task.id == request.id
    assert "Тарас" not in repr(task)


def test_a_search_ends_when_consent_is_taken_back(store):
    a_search(store, consent=False)
    assert today(store, "tomas", (Role.TRACING,), NOON.date()).searches == []


def test_the_page_of_tracing_staff_lists_searches(registry, store):
    a_search(store)
    (request,) = store.cases.tracing()
    page = registry.signed_in("tomas", Role.TRACING).get("/").text
    assert "Relatives who are searched for" in page
    assert f"/tracing/{request.id}" in page
    assert "Тарас" not in page


def test_the_age_of_a_child_stands_beside_the_mark(registry, store):
    visitor = registry.signed_in("ivan", Role.INTERVIEWER)
    an_interview(store, store.users.by_login("ivan").id, said=BORN_LATE)
    page = visitor.get("/").text
    assert "May be a child, age 10–11" in page


def test_the_page_counts_what_is_beyond_a_days_work_too(registry, store):
    for n in range(MOST + 2):
        case, person = a_person(store)
        asked = FurtherTalkAsked(
            case=case, request=f"{n:032}", individual=person, reason="So.", by="ivan", at=NOON
        )
        store.record(asked)
    said = text_of(registry.signed_in("rita", Role.REVIEWER).get("/").text)
    assert f"One more interview is asked for ({MOST + 2})" in said
