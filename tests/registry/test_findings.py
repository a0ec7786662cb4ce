"""Findings rest on what was said; how somebody seemed has no place in them."""

import re
from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import FindingResult, Role, Source, Stage
from intake.store.interviews import Interview
from tests.builders import a_group
from tests.registry.casework import (
    ABDULLAH,
    CHILD,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    said_later,
    send,
    words_of,
)
from tests.registry.talk import a_finished_talk, explained, held, plan, sign, talk_until
from tests.registry.talk import send as press
from tests.registry.visitor import Registry

BORN = "birth-place"
PUT = explained(BORN, "The town was renamed after the war; both names are right.")
FITS = {"indicator": "internal-consistency", "result": "supports", "reason": "Both fit."}


def a_desk(registry: Registry, folder: Path, **said: Any) -> tuple[Desks, str]:
    """Somebody whose birth place was told in two ways, on two days."""
    group = agreeing(a_group("Abdullah", said={**ABDULLAH, **said}))
    with a_laptop(folder) as laptop:
        send(laptop, registry.store, group)
        other = {"text": "Herat", "country": "AF"}
        laptop.record(said_later(group.case, group.people[0], BORN, other, source=Source.INTERVIEW))
        send(laptop, registry.store)
    return desks(registry), group.people[0]


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    return a_desk(registry, tmp_path)[0]


def person(d: Desks) -> str:
    (line,) = d.store.cases.find("Abdullah")
    case = d.store.cases.get(line.id)
    assert case is not None
    return case.members[0].id


@pytest.fixture
def talk(d: Desks) -> Interview:
    """A signed interview; the difference was put and explained."""
    return a_finished_talk(d, person(d), put=PUT)


def add(d: Desks, talk: Interview, fact: str, **data: Any) -> Any:
    page = f"/interviews/{talk.id}/findings?fact={fact}"
    address = f"/interviews/{talk.id}/findings"
    return d.interviewer.post(address, {"fact": fact, **data}, page=page)


def the_story(talk: Interview) -> str:
    return talk.answers_to("OP1")[0].id


def test_one_fact_at_a_time_with_what_was_said_of_it(d: Desks, talk: Interview) -> None:
    words = words_of(d.interviewer.get(f"/interviews/{talk.id}/findings?fact={BORN}"))
    assert "Shindand, Afghanistan" in words
    assert "Herat, Afghanistan" in words
    assert "both names are right" in words
    assert "No finding yet." in words


def test_a_finding_names_its_evidence(d: Desks, talk: Interview) -> None:
    sent = add(d, talk, "father", **FITS, evidence=[the_story(talk), "smuggled"])
    assert sent.status_code == 303
    (made,) = held(d, talk.id).findings
    assert (made.fact, made.result) == ("father", FindingResult.SUPPORTS)
    assert made.evidence == (the_story(talk),)
    assert "Father's name (1)" in words_of(d.interviewer.get(sent.location))


def test_scenario_8_an_accepted_explanation_makes_the_difference_neutral(
    d: Desks, talk: Interview
) -> None:
    """Domain chapter 13, scenario 8: a place renamed, told in two ways."""
    data = {
        "indicator": "internal-consistency",
        "result": "neutral",
        "reason": "An old and a new name of one town.",
    }
    assert add(d, talk, BORN, **data).status_code == 303
    (made,) = held(d, talk.id).findings
    assert made.result is FindingResult.NEUTRAL
    reach = words_of(d.interviewer.get(f"/interviews/{talk.id}/decision"))
    assert "No difference in a main fact is left open." not in reach


def test_plausibility_is_a_question_never_a_contradiction(d: Desks, talk: Interview) -> None:
    data = {"indicator": "plausibility", "result": "contradicts", "reason": "Unusual route."}
    refused = add(d, talk, BORN, **data, central="yes", against=[the_story(talk)])
    assert refused.status_code == 422
    assert "cannot rest on plausibility or knowledge of a place alone" in problems(refused)
    assert held(d, talk.id).findings == ()
    asked = add(d, talk, BORN, **{**data, "result": "unclear"})
    assert asked.status_code == 303


def test_a_difference_that_was_not_put_contradicts_nothing(d: Desks) -> None:
    not_put = {f"put-{BORN}-how": "not-asked", f"put-{BORN}-explanation": "No time left."}
    talk = a_finished_talk(d, person(d), put=not_put)
    data = {**FITS, "result": "contradicts"}
    refused = add(d, talk, BORN, **data, central="yes", against=[the_story(talk)])
    assert "First put the difference to the person" in problems(refused)


def test_a_detail_contradicts_nothing(d: Desks, talk: Interview) -> None:
    refused = add(d, talk, BORN, **{**FITS, "result": "contradicts"}, against=[the_story(talk)])
    assert refused.status_code == 422
    assert held(d, talk.id).findings == ()


def test_an_answer_to_a_leading_question_carries_no_weight(d: Desks) -> None:
    planned = plan(d, person(d))
    talk_until(d, planned.id, Stage.PROBE)
    first = planned.questions[1].question
    press(d, planned.id, "save", {f"{first}-text": "Yes, Herat.", f"{first}-prompted": "leading"})
    for stage, put in ((Stage.CLARIFY, {}), (Stage.CLOSE, PUT)):
        press(d, planned.id, "stage", {"to": stage.value, **put})
    assert sign(d, planned.id).status_code == 303
    talk = held(d, planned.id)
    led = talk.answers_to(first)[0].id
    refused = add(d, talk, BORN, **FITS, evidence=[led])
    assert "An answer to a leading question carries no weight." in problems(refused)
    shown = words_of(d.interviewer.get(f"/interviews/{talk.id}/findings?fact={BORN}"))
    assert "leading question: carries no weight" in shown


def test_a_child_contradicts_nothing(registry: Registry, tmp_path: Path) -> None:
    d, child = a_desk(registry, tmp_path, birth=CHILD)
    talk = a_finished_talk(d, child, put=PUT)
    data = {**FITS, "result": "contradicts", "central": "yes"}
    refused = add(d, talk, BORN, **data, against=[the_story(talk)])
    assert "This outcome cannot be chosen for children." in problems(refused)


def test_a_weighty_finding_needs_evidence(d: Desks, talk: Interview) -> None:
    refused = add(d, talk, "father", **FITS)
    assert "Choose the answers or statements that show it." in problems(refused)
    against = {**FITS, "result": "contradicts", "evidence": [the_story(talk)]}
    refused = add(d, talk, BORN, **against, central="yes")
    assert "Choose what speaks against it." in problems(refused)
    assert held(d, talk.id).findings == ()


def test_what_speaks_for_and_what_speaks_against_are_kept_apart(d: Desks, talk: Interview) -> None:
    (told, other) = d.store.cases.individual(person(d)).history(BORN)  # type: ignore[union-attr]
    sides = {"evidence": [told.statement.id], "against": [other.statement.id]}
    data = {**FITS, "result": "unclear", "reason": "Two towns."}
    assert add(d, talk, BORN, **data, **sides).status_code == 303
    (made,) = held(d, talk.id).findings
    assert (made.evidence, made.against) == ((told.statement.id,), (other.statement.id,))
    for page in (f"findings?fact={BORN}", "decision"):
        words = words_of(d.interviewer.get(f"/interviews/{talk.id}/{page}"))
        assert "For it: Shindand, Afghanistan (Record)" in words
        assert "Against it: Herat, Afghanistan (Record)" in words


def test_nothing_speaks_for_and_against_at_once(d: Desks, talk: Interview) -> None:
    both = {"evidence": [the_story(talk)], "against": [the_story(talk)]}
    refused = add(d, talk, BORN, **{**FITS, "result": "unclear"}, **both)
    assert "Choose for each piece of evidence whether it speaks for" in problems(refused)
    assert len(re.findall(rf'value="{the_story(talk)}"[^>]* checked', refused.text)) == 2
    assert held(d, talk.id).findings == ()


def test_words_about_how_somebody_seemed_are_pointed_out_once(d: Desks, talk: Interview) -> None:
    data = {**FITS, "result": "unclear", "reason": "He seemed nervous."}
    warned = add(d, talk, "father", **data)
    assert warned.status_code == 422
    assert "These words tell how somebody seemed, not what was said:" in words_of(warned)
    assert "nervous" in words_of(warned)
    assert add(d, talk, "father", **data, warned="yes").status_code == 303


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("indicator", "Choose an answer: What it rests on"),
        ("result", "Choose an answer: What it shows"),
        ("reason", "Fill this in: Why"),
    ],
)
def test_every_finding_says_what_it_rests_on_what_it_shows_and_why(
    d: Desks, talk: Interview, missing: str, words: str
) -> None:
    refused = add(d, talk, "father", **{**FITS, missing: ""}, evidence=[the_story(talk)])
    assert refused.status_code == 422
    assert words in problems(refused)


def test_no_finding_before_the_record_is_signed(d: Desks) -> None:
    planned = plan(d, person(d))
    answer = d.interviewer.get(f"/interviews/{planned.id}/findings")
    assert answer.status_code == 422
    assert "Finish the interview and read it back before deciding." in answer.text


def test_only_facts_of_this_interview_are_judged(d: Desks, talk: Interview) -> None:
    assert d.interviewer.get(f"/interviews/{talk.id}/findings?fact=sex").status_code == 404


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.PROTECTION])
def test_only_interviewers_find(d: Desks, talk: Interview, role: Role) -> None:
    visitor = d.registry.signed_in("other", role)
    assert visitor.get(f"/interviews/{talk.id}/findings").status_code == 403
