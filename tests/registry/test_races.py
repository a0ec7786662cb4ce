"""Fifty windows press the same button at once: one is first, the others are told so."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from intake.domain.codes import Role, Stage
from intake.web.session import cookie_of
from tests.builders import a_group
from tests.registry.casework import (
    ABDULLAH,
    ABDULLAH_AGAIN,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    send,
)
from tests.registry.talk import (
    a_finished_talk,
    at_the_end,
    checks,
    find_each,
    held,
    plan,
    talk_until,
)
from tests.registry.test_decisions import a_proposal
from tests.registry.visitor import BASE, Registry, Visitor

WINDOWS = 50


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """Abdullah, recorded twice."""
    one = agreeing(a_group("Abdullah", said=ABDULLAH))
    two = agreeing(a_group("عبدالله", said=ABDULLAH_AGAIN))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, one, two)
    made = desks(registry)
    made.screen(one, two)
    return made


def person(d: Desks) -> str:
    (pair,) = d.store.pairs.waiting()
    return pair.left


def settle(d: Desks) -> None:
    (pair,) = d.store.pairs.waiting()
    d.clerk.post(f"/pairs/{pair.id}", {"verdict": "different", "reason": "Two men."})


def press_at_once(who: Visitor, page: str, address: str, data: dict[str, Any]) -> list[Any]:
    """Post the same form from many windows of one session in the same moment."""
    sent = {"csrf_token": who.token(page), **data}
    ready = Barrier(WINDOWS)

    def window() -> Callable[[], Any]:
        client = who.registry.app.test_client()
        client.set_cookie(cookie_of(who.registry.app), who.cookie(), domain="127.0.0.1")

        def press() -> Any:
            ready.wait(timeout=60)
            return client.post(address, data=sent, base_url=BASE)

        return press

    with ThreadPoolExecutor(WINDOWS) as pool:
        pressed = [pool.submit(window()) for _ in range(WINDOWS)]
        return [one.result() for one in pressed]


def told(answers: list[Any]) -> set[str]:
    """The sentences of those who were not first; exactly one was."""
    assert sorted(a.status_code for a in answers) == [303] + [422] * (WINDOWS - 1)
    return {problems(a).split("<li>")[1].split("</li>")[0] for a in answers if a.status_code == 422}


def test_one_verdict_is_first(d: Desks) -> None:
    (pair,) = d.store.pairs.waiting()
    page = f"/pairs/{pair.id}"
    answers = press_at_once(d.clerk, page, page, {"verdict": "same", "reason": "One man."})
    assert told(answers) == {"Someone who has not worked on this case must confirm it."}
    found = d.store.pairs.get(pair.id)
    assert found is not None
    assert len(found.verdicts) == 1


def test_one_window_opens_the_stage(d: Desks) -> None:
    planned = plan(d, person(d))
    page = f"/interviews/{planned.id}"
    data = {"to": "open", **checks(Stage.OPEN)}
    answers = press_at_once(d.interviewer, page, page + "/stage", data)
    assert told(answers) == {"This part of the interview is open already. Go on from here."}
    assert held(d, planned.id).stage is Stage.OPEN


def a_day(d: Desks) -> dict[str, str]:
    begin = (d.registry.clock() + timedelta(days=1)).astimezone()
    data = {"starts": begin.date().isoformat(), "starts__time": begin.strftime("%H:%M")}
    data |= {"place": "Room 2", "private": "yes", "interviewer": d.user("interviewer")}
    return data | {"seen": "", "reason": "The bus."}


def test_one_window_sets_the_day(d: Desks) -> None:
    planned = plan(d, person(d))
    page = f"/interviews/{planned.id}/day"
    answers = press_at_once(d.interviewer, page, page, a_day(d))
    assert told(answers) == {
        "Another day was set meanwhile. Look at it before you change it again."
    }
    assert len(held(d, planned.id).happened("interview-scheduled")) == 1


def test_one_window_signs_the_record(d: Desks) -> None:
    planned = plan(d, person(d))
    talk_until(d, planned.id, Stage.CLOSE)
    page = f"/interviews/{planned.id}"
    data = {"read_back": "yes", **at_the_end()}
    answers = press_at_once(d.interviewer, page, page + "/close", data)
    assert told(answers) == {"This interview is over. What was said can only be added to."}
    assert len(held(d, planned.id).happened("interview-closed")) == 1
    assert d.store.verify() == []


def test_one_window_plans_the_interview(d: Desks) -> None:
    """Every window made its own plan of the same person; one of them stands."""
    page = f"/people/{person(d)}/interviews/new"
    data = {"interviewer": d.user("interviewer"), "language": "uk", "supporter": "nobody"}
    data |= {"interpreter": "none-needed"}
    answers = press_at_once(d.interviewer, page, page, data)
    assert told(answers) == {"This person has an interview already that is not finished."}
    assert len(d.store.interviews.of_individual(person(d))) == 1


def test_one_answer_to_a_request_for_a_third_talk(d: Desks) -> None:
    who = person(d)
    for _ in range(2):
        a_finished_talk(d, who)
    page = f"/people/{who}/interviews/new"
    d.interviewer.post(f"/people/{who}/interviews/further", {"reason": "A paper."}, page=page)
    (request,) = d.store.interviews.waiting_requests()
    shown = f"/further-talks/{request.id}"
    answers = press_at_once(d.reviewer, shown, shown, {"agreed": "yes", "reason": "Good."})
    assert told(answers) == {"Somebody has decided this before you."}


def test_one_proposal_stands(d: Desks) -> None:
    who = person(d)
    settle(d)
    talk = a_finished_talk(d, who)
    find_each(d, talk)
    page = f"/interviews/{talk.id}"
    answers = press_at_once(d.interviewer, page, page + "/decision", a_proposal(level="a1"))
    assert told(answers) == {"Somebody has decided this before you."}
    assert len(d.store.decisions.of_interview(talk.id)) == 1


def test_one_second_person_confirms(d: Desks) -> None:
    who = person(d)
    settle(d)
    talk = a_finished_talk(d, who)
    find_each(d, talk)
    page = f"/interviews/{talk.id}"
    made = d.interviewer.post(f"{page}/decision", a_proposal(level="a1"), page=page).location
    data = {"verdict": "confirm", "reason": "It fits."}
    answers = press_at_once(d.reviewer, made, made, data)
    assert told(answers) == {"Somebody has decided this before you."}
    (decided,) = d.store.decisions.of_interview(talk.id)
    assert decided.status == "decided"
    assert d.store.verify() == []


def decided(d: Desks) -> str:
    """A decision that two people took; gives its address."""
    who = person(d)
    settle(d)
    talk = a_finished_talk(d, who)
    find_each(d, talk)
    page = f"/interviews/{talk.id}"
    made = d.interviewer.post(f"{page}/decision", a_proposal(level="a1"), page=page).location
    d.reviewer.post(made, {"verdict": "confirm", "reason": "It fits."}, page=made)
    return str(made)


NOT_OPEN = "This step is not open now. Load the page again to see where it stands."


def test_one_telling_one_comment_one_answer_one_request(d: Desks) -> None:
    """Each step that follows a decision is taken by the first window alone."""
    page = decided(d)
    steps = (
        (d.interviewer, "/tell", {"how": "in-person", "explained": "yes"}),
        (d.interviewer, "/comments", {"words": "Так було не зовсім."}),
        (d.reviewer, "/comments/answer", {"verdict": "stays", "reason": "The paper says it."}),
        (d.interviewer, "/rechecks", {"words": "Перевірте ще раз."}),
    )
    for who, step, data in steps:
        assert told(press_at_once(who, page, page + step, data)) == {NOT_OPEN}
    found = d.store.decisions.get(page.rsplit("/", 1)[1])
    assert found is not None
    assert len(d.store.identities.comments(found.id)) == 1
    assert len(d.store.second_looks.waiting()) == 1
    assert d.store.verify() == []


def test_one_correction_is_answered(d: Desks) -> None:
    who = person(d)
    asked = f"/people/{who}/corrections/new/mother"
    d.clerk.post(asked, {"said": "Bibi Gul", "asked_by": "self"})
    (one,) = d.store.corrections.of_individual(who)
    page = f"/corrections/{one.id}"
    data = {"verdict": "approved", "reason": "It is so."}
    assert told(press_at_once(d.interviewer, page, page + "/answer", data)) == {NOT_OPEN}
    found = d.store.cases.individual(who)
    assert found is not None
    assert len([s for s in found.said if s.statement.path == "mother"]) == 2


def test_two_reviewers_at_once_make_one_agreement(d: Desks) -> None:
    """Two people say "different" in the same moment: the first one's word holds."""
    (pair,) = d.store.pairs.waiting()
    page = f"/pairs/{pair.id}"
    other = d.registry.signed_in("other", Role.CLERK)
    data = {"verdict": "different", "reason": "Two men."}
    ready = Barrier(2)

    def press(who: Visitor) -> int:
        sent = {"csrf_token": who.token("/"), **data}
        ready.wait(timeout=60)
        return int(who.client.post(page, data=sent, base_url=BASE).status_code)

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, (d.clerk, other))) == [303, 422]
