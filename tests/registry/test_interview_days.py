"""The day of an interview: set, moved, missed; and nobody who stays away is given up."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import InterviewStatus, OutreachOutcome, Role, Stage
from intake.store.interviews import Interview
from tests.builders import a_group
from tests.registry.boxes import LONG, holding, is_beside
from tests.registry.casework import (
    ABDULLAH,
    CHILD,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    send,
    words_of,
)
from tests.registry.talk import a_finished_talk, go, held, later, plan, talk_until
from tests.registry.talk import send as press
from tests.registry.visitor import Registry

CONTACT = {"way": "phone", "text": "0777 000 111 only after six"}


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """Abdullah, who told a safe contact, and a child."""
    group = agreeing(a_group("Abdullah", said={**ABDULLAH, "safe-contact": CONTACT}))
    child = agreeing(a_group("Soraya", said={"birth": CHILD}))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, group, child)
    return desks(registry)


def person(d: Desks, name: str = "Abdullah") -> str:
    (line,) = d.store.cases.find(name)
    case = d.store.cases.get(line.id)
    assert case is not None
    return case.members[0].id


def at(d: Desks, **later: int) -> dict[str, str]:
    """A day and time from now, as two boxes hold them."""
    moment = (d.registry.clock() + timedelta(**later)).astimezone()
    return {"starts": moment.date().isoformat(), "starts__time": moment.strftime("%H:%M")}


def a_day(d: Desks, talk: Interview, **changed: str) -> dict[str, str]:
    seen = held(d, talk.id).starts
    data = {"place": "Room 2", "private": "yes", "interviewer": d.user("interviewer")}
    return {**data, **at(d, days=1), "seen": seen, "reason": "No bus", **changed}


def set_day(d: Desks, talk: Interview, **changed: str) -> Any:
    return press(d, talk.id, "day", a_day(d, talk, **changed))


def missed_talk(d: Desks) -> Interview:
    """A talk whose person did not come."""
    talk = plan(d, person(d), **at(d, hours=1), place="Room 2")
    later(d, hours=2)
    answer = press(d, talk.id, "missed")
    assert answer.location == f"/interviews/{talk.id}/outreach"
    return held(d, talk.id)


def test_a_plan_with_a_day_is_scheduled_and_one_without_can_be_held_now(d: Desks) -> None:
    talk = plan(d, person(d), **at(d, days=1), place="Room 2")
    assert talk.status is InterviewStatus.SCHEDULED
    assert talk.place == "Room 2"
    assert "Room 2" in words_of(d.interviewer.get(f"/interviews/{talk.id}"))
    now = plan(d, person(d, "Soraya"))
    assert now.status is InterviewStatus.PLANNED
    assert go(d, now.id, Stage.OPEN).status_code == 303


def test_half_a_day_is_refused_in_words(d: Desks) -> None:
    talk = plan(d, person(d))
    refused = set_day(d, talk, starts__time="")
    assert refused.status_code == 422
    assert "This date or age cannot be. Check it with the person." in problems(refused)
    assert held(d, talk.id).status is InterviewStatus.PLANNED


def test_a_day_moves_with_a_reason_and_both_days_stay_in_the_record(d: Desks) -> None:
    talk = plan(d, person(d))
    assert set_day(d, talk, reason="").status_code == 303
    refused = set_day(d, talk, reason="", **at(d, days=2))
    assert "Write a few words here: why, or which." in problems(refused)
    assert set_day(d, talk, reason="The bus does not go.", **at(d, days=2)).status_code == 303
    days = held(d, talk.id).happened("interview-scheduled")
    assert [h.body["reason"] for h in days] == ["", "The bus does not go."]


def test_a_page_opened_before_the_move_moves_nothing(d: Desks) -> None:
    talk = plan(d, person(d))
    assert set_day(d, talk).status_code == 303
    refused = set_day(d, talk, seen="", **at(d, days=5))
    assert "Another day was set meanwhile." in problems(refused)
    assert len(held(d, talk.id).happened("interview-scheduled")) == 1


def test_who_does_not_come_is_reached_out_to_and_nothing_is_closed(d: Desks) -> None:
    talk = missed_talk(d)
    assert (talk.status, talk.missed) == (InterviewStatus.MISSED, 1)
    words = words_of(d.interviewer.get(f"/interviews/{talk.id}/outreach"))
    assert "It counts against nobody, and nothing is closed." in words
    noted = {"way": "phone", "outcome": "not-reached", "note": "Line was busy."}
    assert press(d, talk.id, "outreach", noted).status_code == 303
    assert "Line was busy." in words_of(d.interviewer.get(f"/interviews/{talk.id}/outreach"))
    assert "People to be reached" in words_of(d.interviewer.get("/"))


def test_after_two_missed_days_somebody_still_reaches_out(d: Desks) -> None:
    talk = missed_talk(d)
    assert set_day(d, talk).status_code == 303
    later(d, days=2)
    press(d, talk.id, "missed")
    again = held(d, talk.id)
    assert (again.status, again.missed) == (InterviewStatus.MISSED, 2)
    page = words_of(d.interviewer.get(f"/interviews/{talk.id}/outreach"))
    assert "2 appointments did not work out." in page
    assert set_day(d, talk).status_code == 303


@pytest.mark.parametrize("outcome", OutreachOutcome)
def test_no_outcome_of_an_attempt_ends_the_interview(d: Desks, outcome: OutreachOutcome) -> None:
    talk = missed_talk(d)
    press(d, talk.id, "outreach", {"way": "visit", "outcome": outcome.value})
    assert held(d, talk.id).status is InterviewStatus.MISSED


def test_who_does_not_want_to_talk_now_is_left_in_peace_and_may_come_back(d: Desks) -> None:
    talk = missed_talk(d)
    press(d, talk.id, "outreach", {"way": "phone", "outcome": "not-now"})
    assert "Leave it for now" in words_of(d.interviewer.get(f"/interviews/{talk.id}/outreach"))
    press(d, talk.id, "leave")
    left = held(d, talk.id)
    assert (left.status, left.halt_reason) == (InterviewStatus.STOPPED, "asked-to-stop")
    assert plan(d, talk.individual).status is InterviewStatus.PLANNED


def test_the_safe_contact_is_shown_to_protection_alone(d: Desks) -> None:
    talk = missed_talk(d)
    page = f"/interviews/{talk.id}/outreach"
    assert CONTACT["text"] not in d.interviewer.get(page).text
    assert "It is kept by the protection staff" in words_of(d.interviewer.get(page))
    protection = d.registry.signed_in("prot", Role.PROTECTION)
    assert CONTACT["text"] in words_of(protection.get(page))
    noted = {"way": "phone", "outcome": "comes"}
    assert protection.post(page, noted).status_code == 303
    assert "People to be reached" in words_of(protection.get("/"))


@pytest.mark.parametrize("step", ["missed", "outreach", "day"])
def test_no_post_skips_a_step(d: Desks, step: str) -> None:
    talk = plan(d, person(d))
    if step == "day":
        talk_until(d, talk.id, Stage.OPEN)
    before = held(d, talk.id).status
    data = a_day(d, talk) | {"way": "phone", "outcome": "comes"}
    refused = d.interviewer.post(f"/interviews/{talk.id}/{step}", data, page="/")
    assert refused.status_code == 422
    assert held(d, talk.id).status is before


def test_nobody_can_miss_an_appointment_that_is_still_ahead(d: Desks) -> None:
    talk = plan(d, person(d), **at(d, days=1))
    refused = press(d, talk.id, "missed")
    assert "This appointment is still ahead." in problems(refused)
    assert held(d, talk.id).status is InterviewStatus.SCHEDULED


def test_two_talks_at_one_time_are_said_and_not_refused(d: Desks) -> None:
    plan(d, person(d), **at(d, days=1), place="Room 2")
    other = plan(d, person(d, "Soraya"), **at(d, days=1), place="room 2")
    words = words_of(d.interviewer.get(f"/interviews/{other.id}"))
    assert "Interviewer Staff has another interview that day" in words
    assert "This interpreter has another interview that day" in words
    assert "This place is used for another interview that day" in words
    assert held(d, other.id).status is InterviewStatus.SCHEDULED


def test_two_people_never_plan_the_same_work(d: Desks) -> None:
    page = f"/people/{person(d)}/interviews/new"
    d.interviewer.get(page)
    other = d.registry.signed_in("other", Role.INTERVIEWER)
    shown = other.get(page)
    assert "A colleague plans an interview with this person just now." in words_of(shown)
    assert 'name="interview"' not in shown.text
    later(d, minutes=16)
    user = d.store.users.by_login("other")
    assert user is not None
    other.sign_in(user)
    assert 'name="interview"' in other.get(page).text


def test_one_open_interview_is_enough(d: Desks) -> None:
    talk = plan(d, person(d))
    page = f"/people/{person(d)}/interviews/new"
    data = {"interview": "a" * 32, "interviewer": d.user("interviewer"), "language": "uk"}
    data |= {"interpreter": "none-needed", "supporter": "nobody"}
    refused = d.interviewer.post(page, data)
    assert refused.status_code == 422
    assert "This person has an interview already that is not finished." in problems(refused)
    assert [t.id for t in d.store.interviews.of_individual(talk.individual)] == [talk.id]


def test_a_third_talk_waits_for_a_second_person(d: Desks) -> None:
    who = person(d)
    for _ in range(2):
        a_finished_talk(d, who)
    page = f"/people/{who}/interviews/new"
    data = {"interview": "b" * 32, "interviewer": d.user("interviewer"), "language": "uk"}
    data |= {"interpreter": "none-needed", "supporter": "nobody"}
    assert "This person was interviewed twice." in problems(d.interviewer.post(page, data))
    asked = f"/people/{who}/interviews/further"
    for reason in ("", LONG):
        refused = d.interviewer.post(asked, {"reason": reason}, page=page)
        assert (refused.status_code, holding(refused, reason)) == (422, ["reason"])
        assert is_beside(refused, "reason")
    assert d.store.interviews.waiting_requests() == []
    d.interviewer.post(asked, {"reason": "A sister came."}, page=page)
    d.interviewer.post(asked, {"reason": "A sister came."}, page=page)
    (request,) = d.store.interviews.waiting_requests()
    assert "One more interview is asked for" in words_of(d.reviewer.get("/"))
    shown = f"/further-talks/{request.id}"
    assert "A sister came." in words_of(d.reviewer.get(shown))
    assert d.reviewer.post(shown, {"agreed": "yes", "reason": "It may help."}).status_code == 303
    assert d.reviewer.post(shown, {"agreed": "no", "reason": "x"}, page="/").status_code == 422
    assert plan(d, who).status is InterviewStatus.PLANNED


def test_whoever_asks_for_a_third_talk_cannot_agree_to_it(d: Desks) -> None:
    who = person(d)
    for _ in range(2):
        a_finished_talk(d, who)
    both = d.registry.signed_in("both", Role.INTERVIEWER, Role.REVIEWER)
    page = f"/people/{who}/interviews/new"
    both.post(f"/people/{who}/interviews/further", {"reason": "More."}, page=page)
    (request,) = d.store.interviews.waiting_requests()
    shown = f"/further-talks/{request.id}"
    refused = both.post(shown, {"agreed": "yes", "reason": "Mine."}, page="/")
    assert "Someone who has not worked on this case must confirm it." in problems(refused)
    assert d.store.interviews.further_talk(request.id) == request


def test_a_talk_that_goes_on_is_ended_by_nobody_else(d: Desks) -> None:
    talk = plan(d, person(d))
    talk_until(d, talk.id, Stage.OPEN)
    other = d.registry.signed_in("colleague", Role.INTERVIEWER)
    answer = other.post(f"/interviews/{talk.id}/leave", page="/")
    assert answer.status_code == 403
    assert held(d, talk.id).status is InterviewStatus.RUNNING
