"""Every page of comparing, interviewing and deciding: whole for ear and eye, in both directions."""

import re
from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import Source, Stage
from tests.builders import a_group
from tests.registry.casework import (
    ABDULLAH,
    ABDULLAH_AGAIN,
    Desks,
    a_laptop,
    agreeing,
    desks,
    said_later,
    send,
)
from tests.registry.talk import a_finished_talk, explained, go, held, plan, sign, talk_until
from tests.registry.talk import send as press
from tests.registry.test_decisions import a_proposal, propose
from tests.registry.visitor import Registry
from tests.web.markup import faults

BORN = "birth-place"
PUT = explained(BORN, "Renamed.")
LANGUAGES = ("en", "ar_XB")
STAGES = (Stage.PREPARE, Stage.OPEN, Stage.NARRATIVE, Stage.PROBE, Stage.CLARIFY, Stage.CLOSE)


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """Abdullah, recorded twice, with two birth places in one record."""
    one = agreeing(a_group("Abdullah", "Zarmina", said={**ABDULLAH, "spouse": None}))
    two = agreeing(a_group("عبدالله", "Jawid", said=ABDULLAH_AGAIN))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, one, two)
        other = {"text": "Herat", "country": "AF"}
        laptop.record(said_later(one.case, one.people[0], BORN, other, source=Source.INTERVIEW))
        send(laptop, registry.store)
    made = desks(registry)
    made.screen(one, two)
    return made


def person(d: Desks) -> str:
    (line,) = d.store.cases.find("Zarmina")
    case = d.store.cases.get(line.id)
    assert case is not None
    return case.members[0].id


def pair(d: Desks) -> str:
    found = d.store.pairs.of_individual(person(d))
    return found[0].id


def whole(who: Any, page: str, lang: str) -> str:
    """A page in a language, after looking for faults in it."""
    who.get(f"/sign-in?lang={lang}")
    answer = who.get(page)
    assert answer.status_code == 200
    assert faults(answer.text) == []
    direction = "rtl" if lang == "ar_XB" else "ltr"
    assert f'dir="{direction}"' in answer.text[: answer.text.index("<head")]
    assert foreign_words(answer.text, lang) == []
    return str(answer.text)


def foreign_words(text: str, lang: str) -> list[str]:
    """English words that escaped the catalogue; what people said and wrote is theirs."""
    if lang == "en":
        return []
    main = text[text.index("<main") : text.index("</main>")]
    ours = re.sub(
        r"<bdi.*?</bdi>|<textarea.*?</textarea>|<blockquote.*?</blockquote>"
        r'|<p class="question__aloud".*?</p>|<[^>]+>|&[a-z#0-9]+;',
        " ",
        main,
        flags=re.S,
    )
    return re.findall(r"\b(?:the|of|and|you|is|here|record|answer|person)\b", ours, re.IGNORECASE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_of_pairs(d: Desks, lang: str) -> None:
    whole(d.clerk, "/pairs", lang)
    whole(d.clerk, f"/pairs/{pair(d)}", lang)
    whole(d.clerk, f"/pairs/{pair(d)}?latin=1", lang)
    assert "A colleague" in whole(d.reviewer, f"/pairs/{pair(d)}", "en")
    d.clerk.post(f"/pairs/{pair(d)}", {"verdict": "same", "reason": "One man."})
    whole(d.clerk, f"/pairs/{pair(d)}", lang)
    d.reviewer.post(f"/pairs/{pair(d)}", {"verdict": "same", "reason": "One man."})
    whole(d.clerk, f"/pairs/{pair(d)}", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_of_an_interview(d: Desks, stage: Stage, lang: str) -> None:
    d.interviewer.get(f"/sign-in?lang={lang}")
    planned = plan(d, person(d))
    if stage is not Stage.PREPARE:
        talk_until(d, planned.id, stage, put=PUT)
    whole(d.interviewer, f"/interviews/{planned.id}", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_around_an_interview(d: Desks, lang: str) -> None:
    whole(d.interviewer, f"/people/{person(d)}/interviews/new", lang)
    planned = plan(d, person(d))
    page = f"/interviews/{planned.id}"
    whole(d.reviewer, page, lang)
    talk_until(d, planned.id, Stage.NARRATIVE)
    press(d, planned.id, "halt", {"reason": "distress"})
    whole(d.interviewer, page, lang)
    press(d, planned.id, "end")
    whole(d.interviewer, page, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_of_deciding(d: Desks, lang: str) -> None:
    d.clerk.post(f"/pairs/{pair(d)}", {"verdict": "different", "reason": "Two men."})
    talk = a_finished_talk(d, person(d), put=PUT)
    page = f"/interviews/{talk.id}"
    whole(d.interviewer, page, lang)
    whole(d.interviewer, page + "/findings", lang)
    whole(d.interviewer, page + f"/findings?fact={BORN}", lang)
    whole(d.interviewer, page + "/decision", lang)
    made = propose(d, talk, a_proposal()).location
    whole(d.interviewer, made, lang)
    whole(d.reviewer, made, lang)
    d.reviewer.post(made, {"verdict": "return", "reason": "Say more."})
    whole(d.reviewer, made, lang)
    whole(d.interviewer, page + "/decision", lang)


def test_pages_that_came_back_with_problems_are_whole_too(d: Desks) -> None:
    refused = [d.clerk.post(f"/pairs/{pair(d)}", {})]
    refused.append(d.interviewer.post(f"/people/{person(d)}/interviews/new", {}))
    d.clerk.post(f"/pairs/{pair(d)}", {"verdict": "different", "reason": "Two men."})
    planned = plan(d, person(d))
    refused.append(press(d, planned.id, "stage", {"to": "open"}))
    talk_until(d, planned.id, Stage.PROBE)
    question = planned.questions[1].question
    both = {f"{question}-text": "Yes.", f"{question}-text__absent": "asked-unknown"}
    refused.append(press(d, planned.id, "save", both))
    go(d, planned.id, Stage.CLARIFY)
    refused.append(press(d, planned.id, "save", {f"put-{BORN}-how": "asked"}))
    go(d, planned.id, Stage.CLOSE, PUT)
    refused.append(press(d, planned.id, "close", {"read_back": "refuses"}))
    assert sign(d, planned.id).status_code == 303
    page = f"/interviews/{planned.id}"
    refused.append(d.interviewer.post(page + "/findings", {"reason": "nervous"}, page=page))
    refused.append(d.interviewer.post(page + "/decision", {}, page=page))
    made = propose(d, held(d, planned.id), a_proposal()).location
    refused.append(d.reviewer.post(made, {}))
    assert [answer.status_code for answer in refused] == [422] * len(refused)
    assert [faults(answer.text) for answer in refused] == [[]] * len(refused)


def test_the_machine_never_speaks_of_scores_or_percentages(d: Desks) -> None:
    for page in ("/pairs", f"/pairs/{pair(d)}"):
        main = d.clerk.get(page).text.split("<main")[1].split("</main>")[0]
        words = re.sub(r"<[^>]+>", " ", main)
        assert "%" not in words
        assert "score" not in words.lower()
        assert not re.search(r"\d\.\d", words)
