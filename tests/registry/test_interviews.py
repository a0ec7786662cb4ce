"""An interview goes stage by stage; nothing is skipped, lost or changed afterwards."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import InterviewStatus, Prompted, ReadBack, Role, Source, Stage
from intake.store.interviews import Interview
from tests.builders import a_group
from tests.registry.boxes import LONG, holding, is_beside, is_open
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
from tests.registry.talk import (
    STORY,
    checks,
    explained,
    go,
    held,
    plan,
    sign,
    story,
    talk_until,
)
from tests.registry.talk import send as press
from tests.registry.visitor import Registry

BORN = "birth-place"
PUT = explained(BORN, "It is the same place: the province and the town.")


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """Abdullah, who told two birth places."""
    group = agreeing(a_group("Abdullah", said=ABDULLAH))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, group)
        other = {"text": "Herat", "country": "AF"}
        laptop.record(said_later(group.case, group.people[0], BORN, other, source=Source.INTERVIEW))
        send(laptop, registry.store)
    return desks(registry)


@pytest.fixture
def talk(d: Desks) -> Interview:
    """A planned interview with him."""
    (line,) = d.store.cases.find("Abdullah")
    case = d.store.cases.get(line.id)
    assert case is not None
    return plan(d, case.members[0].id)


def page(d: Desks, talk: Interview) -> Any:
    answer = d.interviewer.get(f"/interviews/{talk.id}")
    assert answer.status_code == 200
    return answer


def first_question(talk: Interview) -> str:
    """The first of the probing questions."""
    return talk.questions[1].question


def test_before_it_begins_the_interviewer_confirms_what_protects_the_person(
    d: Desks, talk: Interview
) -> None:
    assert "Nobody else can hear or see us." in words_of(page(d, talk))
    refused = press(d, talk.id, "stage", {"to": "open"})
    assert refused.status_code == 422
    assert "Confirm first: Nobody else can hear or see us." in problems(refused)
    assert held(d, talk.id).status is InterviewStatus.PLANNED
    assert go(d, talk.id, Stage.OPEN).status_code == 303
    assert held(d, talk.id).status is InterviewStatus.RUNNING


@pytest.mark.parametrize(
    ("spoken", "screen", "warned"),
    [("fa-AF", "fa_AF", False), ("fa-AF", "en", False), ("uk", "uk", False), ("so", "en", True)],
)
def test_the_interviewer_is_told_when_nobody_translated_the_questions(
    d: Desks, talk: Interview, spoken: str, screen: str, warned: bool
) -> None:
    press(d, talk.id, "end")
    again = plan(d, talk.individual, language=spoken)
    talk_until(d, again.id, Stage.NARRATIVE)
    d.interviewer.get(f"/?lang={screen}")
    assert ("govuk-inset-text" in page(d, again).text) is warned


@pytest.mark.parametrize("stage", ["narrative", "probe", "clarify", "close", "after"])
def test_no_post_jumps_over_a_stage(d: Desks, talk: Interview, stage: str) -> None:
    refused = press(d, talk.id, "stage", {"to": stage, **story(), **checks(Stage(stage))})
    assert refused.status_code == 422
    assert held(d, talk.id).stage is Stage.PREPARE
    assert held(d, talk.id).answers == ()


def test_nothing_can_be_answered_before_the_rights_were_explained(
    d: Desks, talk: Interview
) -> None:
    talk_until(d, talk.id, Stage.OPEN)
    refused = press(d, talk.id, "save", story())
    assert "An earlier part of the interview comes before this one." in problems(refused)
    assert held(d, talk.id).answers == ()


def test_the_story_has_one_open_prompt_and_nothing_else(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.NARRATIVE)
    shown = page(d, talk)
    words = words_of(shown)
    assert "Please tell me about your life before you left, in your own way." in words
    assert shown.text.count("<textarea") == 1
    for hidden in ("Herat", "Shindand", "Gul Agha", "What the record already says"):
        assert hidden not in shown.text


def test_without_a_story_there_is_no_asking_more(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.NARRATIVE)
    refused = go(d, talk.id, Stage.PROBE)
    assert "First write what the person tells" in problems(refused)
    assert go(d, talk.id, Stage.PROBE, {"OP1-text__absent": "asked-declined"}).status_code == 303
    assert held(d, talk.id).answers[0].absent == "asked-declined"


def test_the_story_is_kept_word_for_word(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.PROBE)
    (answer,) = held(d, talk.id).answers
    assert (answer.text, answer.said_in, answer.prompted) == (STORY, "uk", Prompted.FREE)
    assert answer.stage == Stage.NARRATIVE


def test_probing_hides_what_is_said_in_two_ways_until_its_part(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.PROBE)
    shown = page(d, talk).text
    shown = shown[shown.index("<main") :]
    folded = shown[shown.index("<details") :]
    assert "Gul Agha" in folded[: folded.index("</details>")]
    assert "Gul Agha" not in shown[: shown.index("<details")]
    assert "Herat" not in shown
    assert "Shindand" not in shown


def test_a_contradiction_cannot_be_put_before_its_part(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.PROBE)
    refused = press(d, talk.id, "save", PUT)
    assert refused.status_code == 422
    assert "An earlier part of the interview comes before this one." in problems(refused)
    assert held(d, talk.id).explanations == ()


def test_answers_keep_how_they_came_up_and_why_there_is_none(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.PROBE)
    first, second = (q.question for q in talk.questions[1:3])
    data = {
        f"{first}-text": "Біля базару.",
        f"{first}-prompted": "leading",
        f"{second}-text__absent": "asked-unknown",
    }
    assert press(d, talk.id, "save", data).status_code == 303
    assert held(d, talk.id).answers_to(first)[0].prompted is Prompted.LEADING
    assert held(d, talk.id).answers_to(second)[0].absent == "asked-unknown"


def test_an_answer_and_a_reason_for_none_do_not_go_together(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.PROBE)
    first = first_question(talk)
    data = {f"{first}-text": "Yes.", f"{first}-text__absent": "asked-unknown"}
    refused = press(d, talk.id, "save", data)
    assert "Keep the answer, or keep the reason why there is none." in problems(refused)
    assert "Yes." in refused.text
    assert held(d, talk.id).answers_to(first) == []


def test_a_page_sent_twice_says_it_once_and_more_is_added_not_changed(
    d: Desks, talk: Interview
) -> None:
    talk_until(d, talk.id, Stage.PROBE)
    first = first_question(talk)
    for text in ("Two rooms.", "Two rooms.", "And a garden."):
        press(d, talk.id, "save", {f"{first}-text": text})
    one, more = held(d, talk.id).answers_to(first)
    assert (one.text, more.text, more.amends) == ("Two rooms.", "And a garden.", one.id)


def test_differences_are_shown_neutrally_with_who_said_them(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.CLARIFY)
    words = words_of(page(d, talk))
    assert "Shindand, Afghanistan The person ·" in words
    assert "Herat, Afghanistan An answer in the interview ·" in words
    assert "written down by officer-" in words


def test_no_closing_before_every_difference_was_put(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.CLARIFY)
    refused = go(d, talk.id, Stage.CLOSE)
    assert "Put this difference to the person first: Place of birth" in problems(refused)
    assert go(d, talk.id, Stage.CLOSE, PUT).status_code == 303
    (put,) = held(d, talk.id).explanations
    assert (put.path, put.absent) == (BORN, "")
    assert put.explanation == "It is the same place: the province and the town."
    assert len(put.statements) == 2


def test_a_difference_not_put_needs_its_reason(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.CLARIFY)
    not_put = {f"put-{BORN}-how": "not-asked"}
    refused = press(d, talk.id, "save", not_put)
    assert "Write the reason for this fact." in problems(refused)
    said = {**not_put, f"put-{BORN}-explanation": "The interpreter had to leave."}
    assert press(d, talk.id, "save", said).status_code == 303
    assert held(d, talk.id).explanations[0].absent == "not-asked"


def test_an_explanation_needs_its_words(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.CLARIFY)
    refused = press(d, talk.id, "save", {f"put-{BORN}-how": "asked"})
    assert "First put the difference to the person" in problems(refused)


def test_one_may_go_back_to_asking_more(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.CLARIFY)
    assert go(d, talk.id, Stage.PROBE).status_code == 303
    assert held(d, talk.id).stage is Stage.PROBE


def test_everything_is_read_back_before_signing(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.CLOSE, put=PUT)
    words = words_of(page(d, talk))
    assert STORY in words
    assert "It is the same place: the province and the town." in words


@pytest.mark.parametrize("said", ["yes-with-changes", "refuses", "unable"])
def test_anything_but_yes_needs_its_words(d: Desks, talk: Interview, said: str) -> None:
    talk_until(d, talk.id, Stage.CLOSE, put=PUT)
    refused = sign(d, talk.id, read_back=said)
    assert "Write what the person changes, or why it is not confirmed." in problems(refused)
    assert held(d, talk.id).status is InterviewStatus.RUNNING
    assert sign(d, talk.id, read_back=said, changes="She is tired.").status_code == 303
    assert held(d, talk.id).read_back == ReadBack(said)
    assert held(d, talk.id).changes == "She is tired."


def test_a_record_cannot_be_signed_before_its_last_part(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.PROBE)
    refused = sign(d, talk.id)
    assert "An earlier part of the interview comes before this one." in problems(refused)


def test_after_signing_answers_are_only_added_to(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.CLOSE, put=PUT)
    sign(d, talk.id, **{"CL1-text": "My scar."})
    refused = press(d, talk.id, "save", story("Another story."))
    assert "This interview is over." in problems(refused)
    (answer,) = held(d, talk.id).answers_to("OP1")
    added = press(d, talk.id, "amend", {"answer": answer.id, "text": "And two cows."})
    assert added.status_code == 303
    old, new = held(d, talk.id).answers_to("OP1")
    assert (old, new.text, new.amends) == (answer, "And two cows.", answer.id)
    assert held(d, talk.id).answers_to("CL1")[0].text == "My scar."
    empty = press(d, talk.id, "amend", {"answer": answer.id, "text": " "})
    assert empty.status_code == 422
    assert press(d, talk.id, "amend", {"answer": "x", "text": "y"}).status_code == 404


def test_what_is_added_and_refused_stays_at_its_answer(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.CLOSE, put=PUT)
    sign(d, talk.id, **{"CL1-text": "My scar."})
    for question in ("OP1", "CL1"):
        (answer,) = held(d, talk.id).answers_to(question)
        refused = press(d, talk.id, "amend", {"answer": answer.id, "text": LONG})
        assert refused.status_code == 422
        assert holding(refused, LONG) == [f"add-{question}"]
        assert is_beside(refused, f"add-{question}")
        assert is_open(refused, f"add-{question}")
        assert held(d, talk.id).answers_to(question) == [answer]


def test_distress_stops_at_once_and_keeps_every_word(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.PROBE)
    first = first_question(talk)
    press(d, talk.id, "halt", {"reason": "distress", f"{first}-text": "Half a sen"})
    paused = page(d, talk)
    assert "The person is distressed" in words_of(paused)
    assert "never counts against the person" in words_of(paused)
    assert held(d, talk.id).answers_to(first) == []
    refused = press(d, talk.id, "save", {f"{first}-text": "More."})
    assert "This interview is paused. Take it up again first." in problems(refused)
    press(d, talk.id, "resume")
    assert "Half a sen" in page(d, talk).text


def test_a_pause_that_is_refused_for_its_text_has_not_paused(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.PROBE)
    first = first_question(talk)
    refused = press(d, talk.id, "halt", {"reason": "break", f"{first}-text": "nul \x00 here"})
    assert refused.status_code == 422
    assert held(d, talk.id).status is InterviewStatus.RUNNING
    assert press(d, talk.id, "halt", {"reason": "break"}).status_code == 303
    assert held(d, talk.id).status is InterviewStatus.PAUSED


def test_a_talk_ended_for_good_can_be_planned_anew(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.NARRATIVE)
    press(d, talk.id, "halt", {"reason": "nonsense"})
    assert held(d, talk.id).halt_reason == "break"
    press(d, talk.id, "end")
    assert held(d, talk.id).status is InterviewStatus.STOPPED
    words = words_of(page(d, talk))
    assert "It counts against nobody." in words
    assert "Plan another talk" in words
    again = d.interviewer.post(f"/interviews/{talk.id}/resume", page="/")
    assert again.status_code == 422


def test_what_is_typed_is_kept_while_typing(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.NARRATIVE)
    kept = press(d, talk.id, "draft", {"rev": "0", **story("Ми жил")})
    assert kept.json == {"rev": 1}
    assert "Ми жил" in page(d, talk).text
    stale = press(d, talk.id, "draft", {"rev": "0", **story("Another tab")})
    assert stale.status_code == 409
    press(d, talk.id, "save", story())
    assert d.store.papers.drafts_of(talk.case) == []


def test_only_its_interviewer_conducts_it(d: Desks, talk: Interview) -> None:
    other = d.registry.signed_in("colleague", Role.INTERVIEWER)
    assert "A colleague holds this interview" in words_of(other.get(f"/interviews/{talk.id}"))
    for step in ("save", "stage", "close", "halt", "resume", "end", "draft", "amend"):
        sent = other.post(f"/interviews/{talk.id}/{step}", {"to": "open"}, page="/")
        assert sent.status_code == 403
    assert held(d, talk.id).status is InterviewStatus.PLANNED
    assert d.clerk.get(f"/interviews/{talk.id}").status_code == 403


def test_a_reviewer_reads_a_signed_record_and_adds_nothing(d: Desks, talk: Interview) -> None:
    talk_until(d, talk.id, Stage.CLOSE, put=PUT)
    sign(d, talk.id)
    shown = d.reviewer.get(f"/interviews/{talk.id}")
    assert STORY in words_of(shown)
    assert "Add to this answer" not in shown.text


def test_unknown_stages_and_interviews_are_not_found(d: Desks, talk: Interview) -> None:
    assert press(d, talk.id, "stage", {"to": "judgement"}).status_code == 404
    assert d.interviewer.get("/interviews/" + "0" * 32).status_code == 404
