"""What an interview adds to the record stands beside what was said, with its source."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import Role, Source, Stage, Why
from intake.domain.individual import Individual
from intake.registry.verifying.grounds import recorders
from intake.store.interviews import Interview
from tests.builders import Group, a_group, a_name
from tests.registry.casework import (
    ABDULLAH,
    ABDULLAH_AGAIN,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    send,
    words_of,
)
from tests.registry.talk import a_finished_talk, plan, sign, talk_until
from tests.registry.talk import send as press
from tests.registry.test_decisions import supported
from tests.registry.visitor import Registry
from tests.web.markup import faults

BORN = "birth-place"


@pytest.fixture
def group(registry: Registry, tmp_path: Path) -> Group:
    """Abdullah, and somebody whose record resembles his in nothing yet."""
    one = agreeing(a_group("Abdullah", said=ABDULLAH))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, one)
    return one


@pytest.fixture
def d(registry: Registry, group: Group) -> Desks:
    made = desks(registry)
    made.screen(group)
    return made


@pytest.fixture
def talk(d: Desks, group: Group) -> Interview:
    return a_finished_talk(d, group.people[0])


def person(d: Desks, group: Group) -> Individual:
    found = d.store.cases.individual(group.people[0])
    assert found is not None
    return found


def write(d: Desks, talk: Interview, path: str = BORN, **data: Any) -> Any:
    return d.interviewer.post(f"/interviews/{talk.id}/statements/{path}", data)


def test_the_page_shows_what_stands_and_what_was_answered(d: Desks, talk: Interview) -> None:
    answer = d.interviewer.get(f"/interviews/{talk.id}/statements/{BORN}")
    words = words_of(answer)
    assert "Shindand, Afghanistan" in words
    assert "Ми жили біля річки." in words
    assert faults(answer.text) == []
    assert (
        f"/interviews/{talk.id}/statements/{BORN}"
        in d.interviewer.get(f"/interviews/{talk.id}").text
    )


def test_another_answer_stands_beside_the_first(d: Desks, group: Group, talk: Interview) -> None:
    assert write(d, talk, said="Herat", said__country="AF").status_code == 303
    said = person(d, group).current(BORN)
    assert [s.statement.value for s in said] == [
        {"text": "Shindand", "country": "AF"},
        {"text": "Herat", "country": "AF"},
    ]
    new = said[-1].statement
    assert (new.source, new.source_ref, new.said_in) == (Source.INTERVIEW, talk.id, "uk")
    assert (new.interpreter, said[-1].by) == ("T7", d.user("interviewer"))
    assert list(person(d, group).contradictions()) == [BORN]


def test_a_correction_takes_the_place_and_the_old_words_stay_in_the_history(
    d: Desks, group: Group, talk: Interview
) -> None:
    write(d, talk, said="Herat", said__country="AF", corrects="yes")
    now = person(d, group)
    assert now.text(BORN) == "Herat"
    assert now.contradictions() == {}
    assert len(now.history(BORN)) == 2
    assert now.history(BORN)[-1].statement.why is Why.CORRECTION


def test_scenario_8_two_interviews_two_places_one_explanation(
    d: Desks, group: Group, talk: Interview
) -> None:
    """Domain chapter 13, scenario 8, from the first interview to the second."""
    write(d, talk, said="Herat", said__country="AF")
    second = plan(d, group.people[0])
    assert [q.path for q in second.questions if q.why == "contradiction"] == [BORN]
    talk_until(d, second.id, Stage.PROBE)
    page = f"/interviews/{second.id}"
    assert "Herat" not in d.interviewer.get(page).text
    press(d, second.id, "stage", {"to": "clarify"})
    words = words_of(d.interviewer.get(page))
    assert "Shindand, Afghanistan The person ·" in words
    assert "Herat, Afghanistan An answer in the interview ·" in words
    put = {
        f"put-{BORN}-how": "asked",
        f"put-{BORN}-explanation": "The district was given to Herat when I was small.",
    }
    press(d, second.id, "stage", {"to": "close", **put})
    assert sign(d, second.id).status_code == 303
    neutral = {
        "fact": BORN,
        "indicator": "internal-consistency",
        "result": "neutral",
        "reason": "An old and a new name.",
    }
    assert d.interviewer.post(page + "/findings", neutral, page=page).status_code == 303
    supported(d, group.people[0], {"document": "yes"})
    reach = words_of(d.interviewer.get(page + "/decision"))
    assert "How far this reaches A2: supported" in reach


def test_a_corrected_record_is_compared_again(d: Desks, tmp_path: Path) -> None:
    other = agreeing(a_group("Temesgen", said={"sex": "m", "birth": ABDULLAH["birth"]}))
    twin = agreeing(a_group("عبدالله", said={**ABDULLAH_AGAIN, "father": a_name("Karim")}))
    with a_laptop(tmp_path, "second") as laptop:
        send(laptop, d.store, other, twin)
    compare = d.registry.app.extensions["intake"].on_received
    compare([other.case, twin.case])
    assert d.store.pairs.of_individual(other.people[0]) == []
    talk = a_finished_talk(d, other.people[0])
    for path, text in (("father", "Karim"), ("mother", "Bibi Zahra"), ("name", "Abdullah")):
        assert write(d, talk, path, said=text, corrects="yes").status_code == 303
    write(d, talk, BORN, said="Shindand", said__country="AF", corrects="yes")
    write(d, talk, "last-residence", said="Guzara", said__country="AF", corrects="yes")
    assert d.store.pairs.between(other.people[0], twin.people[0]) is not None


def test_nothing_said_is_nothing_recorded(d: Desks, group: Group, talk: Interview) -> None:
    refused = write(d, talk, said=" ")
    assert refused.status_code == 422
    assert "Fill this in: Place of birth" in problems(refused)
    assert len(person(d, group).history(BORN)) == 1


def test_the_interviewer_may_still_never_be_the_second_person(d: Desks, talk: Interview) -> None:
    write(d, talk, said="Herat", said__country="AF")
    found = d.store.cases.individual(talk.individual)
    assert found is not None
    assert d.user("interviewer") not in recorders(found)
    assert talk.interviewer == d.user("interviewer")


def test_only_after_signing_and_only_by_the_interviewer(
    d: Desks, group: Group, talk: Interview
) -> None:
    other = d.registry.signed_in("colleague", Role.INTERVIEWER)
    address = f"/interviews/{talk.id}/statements/{BORN}"
    assert other.get(address).status_code == 403
    assert d.clerk.get(address).status_code == 403
    running = plan(d, group.people[0])
    early = d.interviewer.get(f"/interviews/{running.id}/statements/{BORN}")
    assert early.status_code == 422
    assert "Finish the interview" in early.text


@pytest.mark.parametrize("path", ["safe-contact", "sex", "testimony", "nonsense"])
def test_other_questions_belong_to_registration(d: Desks, talk: Interview, path: str) -> None:
    assert d.interviewer.get(f"/interviews/{talk.id}/statements/{path}").status_code == 404
