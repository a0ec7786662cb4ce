"""Questions are added within the rules, and what does not fit a talk is left out of it."""

from pathlib import Path

import pytest

from intake.domain.codes import Role, Stage
from intake.domain.event import QuestionAdded
from tests.builders import a_group
from tests.registry.boxes import is_open
from tests.registry.casework import (
    ADULT,
    CHILD,
    Desks,
    a_laptop,
    agreeing,
    desks,
    problems,
    send,
    words_of,
)
from tests.registry.talk import held, make_way, plan, talk_until
from tests.registry.talk import send as press
from tests.registry.visitor import Registry


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """A woman and a child, each registered alone."""
    adult = agreeing(a_group("Ярина", said={"birth": ADULT, "sex": "f"}))
    child = agreeing(a_group("Марко", said={"birth": CHILD}))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, adult, child)
    return desks(registry)


def person(d: Desks, name: str = "Ярина") -> str:
    (line,) = d.store.cases.find(name)
    case = d.store.cases.get(line.id)
    assert case is not None
    return case.members[0].id


def probing(d: Desks, name: str = "Ярина", **changed: str | list[str]) -> str:
    """An interview that has come to asking more."""
    make_way(d, person(d, name))
    made = plan(d, person(d, name), **changed)
    talk_until(d, made.id, Stage.PROBE)
    return made.id


def asked(d: Desks, interview: str) -> list[str]:
    return [q.question for q in held(d, interview).questions]


def test_a_plan_keeps_the_version_of_its_bank(d: Desks) -> None:
    made = plan(d, person(d))
    assert made.bank_version == "0"
    assert made.avoid == ("narrative-rich",)


def test_an_own_question_is_asked_after_the_others_and_before_the_end(d: Desks) -> None:
    made = plan(d, person(d), own="Who taught you to bake?")
    assert [q.question for q in made.questions][-4:] == ["OWN1", "CL1", "CL2", "CL3"]
    assert made.planned("OWN1").text == "Who taught you to bake?"
    talk_until(d, made.id, Stage.PROBE)
    page = d.interviewer.get(f"/interviews/{made.id}")
    assert "Who taught you to bake?" in words_of(page)
    assert press(d, made.id, "save", {"OWN1-text": "Моя бабуся."}).status_code == 303
    assert held(d, made.id).answers_to("OWN1")[0].text == "Моя бабуся."


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ("What is the capital of your country?", "they test schooling"),
        ("Чому ви раніше не виїхали?", "Why somebody did not do something."),
        ("You lived there, didn't you?", "Ask it openly."),
        ("a" * 201, "too long"),
    ],
)
def test_what_is_asked_of_nobody_is_not_planned_and_the_page_says_why(
    d: Desks, own: str, words: str
) -> None:
    data = {"interviewer": d.user("interviewer"), "language": "uk", "interpreter": "none-needed"}
    answer = d.interviewer.post(f"/people/{person(d)}/interviews/new", data | {"own": own})
    assert answer.status_code == 422
    assert words in problems(answer)
    assert d.store.interviews.of_individual(person(d)) == []


@pytest.mark.parametrize(
    ("known", "gone"),
    [
        ({"private_place": ""}, {"SX1", "FA8"}),
        ({"supporter": "supporter"}, {"SX1", "FA8"}),
        ({"employer_unsafe": "yes"}, {"SC3", "SC4"}),
    ],
)
def test_what_does_not_fit_a_talk_is_neither_planned_nor_offered(
    d: Desks, known: dict[str, str], gone: set[str]
) -> None:
    everything = probing(d)
    there = set(asked(d, everything)) | offered(d, everything)
    assert gone <= there
    made = probing(d, **known)
    assert not gone & (set(asked(d, made)) | offered(d, made))


def offered(d: Desks, interview: str) -> set[str]:
    page = d.interviewer.get(f"/interviews/{interview}").text
    options = page.split('name="add_question"')[1].split("</select>")[0]
    return {option.split('"')[0] for option in options.split('value="')[1:]} - {""}


def test_what_may_hurt_is_offered_to_those_trained_in_protection(d: Desks) -> None:
    assert not {"FA7", "RO1", "RO4"} & offered(d, probing(d))
    d.interviewer = d.registry.signed_in("both", Role.INTERVIEWER, Role.PROTECTION)
    made = probing(d, interviewer=d.user("both"))
    assert {"FA7", "RO1", "RO4"} <= offered(d, made)
    lay = probing(d, interviewer=d.user("both"), interpreter="lay")
    assert not {"FA7", "RO1", "RO4"} & offered(d, lay)


def test_a_young_child_is_offered_only_what_is_written_for_children(d: Desks) -> None:
    assert all(q.startswith(("CH", "OP", "LA2")) for q in offered(d, probing(d, "Марко")))


def test_a_question_of_the_list_is_added_once(d: Desks) -> None:
    made = probing(d)
    new = min(offered(d, made) - {"CU1", "CU2"})
    for _ in range(2):
        assert press(d, made, "questions", {"add_question": new}).status_code == 303
    assert asked(d, made).count(new) == 1
    added = [e for e in d.store.entries_after(d.store.own_chain, 0) if e.kind == QuestionAdded.kind]
    assert len(added) == 1


def test_customs_may_be_asked_about_after_a_short_story_only(d: Desks) -> None:
    made = probing(d)
    assert press(d, made, "questions", {"add_question": "CU1"}).status_code == 404
    assert "CU1" not in asked(d, made)
    assert press(d, made, "questions", {"add_question": "CU1", "thin": "yes"}).status_code == 303
    assert "CU1" in asked(d, made)


def test_what_was_typed_of_an_answer_is_kept_while_a_question_is_added(d: Desks) -> None:
    made = probing(d)
    first = next(q for q in asked(d, made) if q not in ("OP1", "CL1", "CL2", "CL3"))
    data = {f"{first}-text": "Ще не все", "own_question": "What grew behind the house?"}
    assert press(d, made, "questions", data).status_code == 303
    page = d.interviewer.get(f"/interviews/{made}").text
    assert "Ще не все" in page
    assert "What grew behind the house?" in page
    assert 'name="own_question" dir="auto" maxlength="200" autocomplete="off">' in page
    assert held(d, made).answers_to(first) == []


def test_a_refused_question_says_why_and_keeps_the_page(d: Desks) -> None:
    made = probing(d)
    first = next(q for q in asked(d, made) if q not in ("OP1", "CL1", "CL2", "CL3"))
    data = {f"{first}-text": "Ще не все", "own_question": "Which clan are you from?"}
    answer = press(d, made, "questions", data)
    assert answer.status_code == 422
    assert "Lists of districts or clans as a test." in problems(answer)
    assert "Ще не все" in answer.text


def test_twelve_questions_are_the_most(d: Desks) -> None:
    made = probing(d)
    for number in range(12):
        answer = press(
            d, made, "questions", {"own_question": f"What did you see at window {number}?"}
        )
        if answer.status_code == 422:
            break
    assert "More is tiring, not more telling." in problems(answer)
    cued = [q for q in asked(d, made) if q not in ("OP1", "CL1", "CL2", "CL3")]
    assert len(cued) == 12
    listed = answer.text.split('name="add_question"')[1].split("</select>")[0]
    question = listed.split('<option value="')[2].split('"')[0]
    refused = press(d, made, "questions", {"add_question": question, "thin": "yes"})
    assert "More is tiring, not more telling." in problems(refused)
    assert f'<option value="{question}" selected>' in refused.text
    assert 'name="thin" value="yes" checked' in refused.text
    assert is_open(refused, "add_question")


def test_only_the_one_who_holds_the_talk_adds_to_it(d: Desks) -> None:
    made = probing(d)
    other = d.registry.signed_in("colleague", Role.INTERVIEWER)
    answer = other.post(f"/interviews/{made}/questions", {"add_question": "PL2"}, page="/")
    assert answer.status_code == 403
    assert other.post(f"/interviews/{'0' * 32}/questions", {}, page="/").status_code == 404


def test_before_the_story_nothing_is_added(d: Desks) -> None:
    made = plan(d, person(d)).id
    talk_until(d, made, Stage.NARRATIVE)
    answer = press(d, made, "questions", {"own_question": "What grew behind the house?"})
    assert answer.status_code == 422
    assert "OWN1" not in asked(d, made)
