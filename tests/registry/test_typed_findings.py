"""What is typed of findings and proposals is kept while typing, for its writer alone."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import Role
from intake.store.interviews import Interview
from tests.registry.casework import Desks, problems, words_of
from tests.registry.talk import a_finished_talk, find_each, held, plan
from tests.registry.test_decisions import a_proposal
from tests.registry.test_findings import FITS, PUT, a_desk, person, the_story
from tests.registry.visitor import Registry, Visitor

WORDS = "Його тітка каже те саме."
STALE = "Somebody changed this while you had it open."


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    return a_desk(registry, tmp_path)[0]


@pytest.fixture
def talk(d: Desks) -> Interview:
    return a_finished_talk(d, person(d), put=PUT)


def finding_page(talk: Interview, fact: str = "father") -> str:
    return f"/interviews/{talk.id}/findings?fact={fact}"


def type_finding(d: Desks, talk: Interview, who: Visitor | None = None, **data: Any) -> Any:
    """What the script of the page sends a moment after the last key."""
    sent = {"fact": "father", "rev": "0", "reason": WORDS, **data}
    return (who or d.interviewer).post(f"/interviews/{talk.id}/findings/draft", sent, page="/")


def send_finding(d: Desks, talk: Interview, **data: Any) -> Any:
    sent = {"fact": "father", **data}
    page = finding_page(talk)
    return d.interviewer.post(f"/interviews/{talk.id}/findings", sent, page=page)


def type_proposal(d: Desks, talk: Interview, who: Visitor | None = None, **data: Any) -> Any:
    sent = {"rev": "0", "fact-name-reason": WORDS, **data}
    return (who or d.interviewer).post(f"/interviews/{talk.id}/decision/draft", sent, page="/")


def send_proposal(d: Desks, talk: Interview, **data: Any) -> Any:
    page = f"/interviews/{talk.id}/decision"
    return d.interviewer.post(page, data, page=page)


def test_a_finding_half_typed_is_there_again_with_its_evidence(d: Desks, talk: Interview) -> None:
    story = the_story(talk)
    kept = type_finding(d, talk, evidence=[story], indicator="sufficient-detail")
    assert kept.json == {"rev": 1}
    page = d.interviewer.get(finding_page(talk))
    assert WORDS in page.text
    assert "What you wrote here before is still in the boxes." in words_of(page)
    assert f'name="evidence" value="{story}" aria-describedby="what-' in page.text
    ticked = page.text.split(f'name="evidence" value="{story}"')[1].split(">")[0]
    assert "checked" in ticked
    assert held(d, talk.id).findings == ()


def test_each_fact_keeps_its_own_words(d: Desks, talk: Interview) -> None:
    type_finding(d, talk)
    assert WORDS not in d.interviewer.get(finding_page(talk, "mother")).text
    assert "still in the boxes" not in words_of(d.interviewer.get(finding_page(talk, "mother")))


def test_an_older_tab_takes_nothing_back(d: Desks, talk: Interview) -> None:
    assert type_finding(d, talk).json == {"rev": 1}
    assert type_finding(d, talk, reason="Older words.").status_code == 409
    assert type_finding(d, talk, rev="1", reason="Newer words.").json == {"rev": 2}
    assert "Newer words." in d.interviewer.get(finding_page(talk)).text
    for odd in ("-1", "x", "9" * 30, ""):
        assert type_finding(d, talk, rev=odd).status_code == 409


def test_without_script_a_button_keeps_it(d: Desks, talk: Interview) -> None:
    kept = send_finding(d, talk, rev="0", reason=WORDS, keep="yes")
    assert (kept.status_code, kept.location) == (303, finding_page(talk))
    page = d.interviewer.get(kept.location)
    assert "Kept. It is not recorded yet." in words_of(page)
    assert WORDS in page.text
    older = send_finding(d, talk, rev="0", reason="An older tab.", keep="yes")
    assert older.status_code == 422
    assert STALE in problems(older)
    assert "An older tab." in older.text


def test_a_recorded_finding_leaves_nothing_typed_behind(d: Desks, talk: Interview) -> None:
    type_finding(d, talk)
    assert send_finding(d, talk, **FITS, evidence=[the_story(talk)]).status_code == 303
    assert d.store.papers.drafts_of(talk.case) == []
    assert "still in the boxes" not in words_of(d.interviewer.get(finding_page(talk)))


def test_a_refused_finding_shows_what_was_sent_and_can_be_kept_on(
    d: Desks, talk: Interview
) -> None:
    type_finding(d, talk)
    refused = send_finding(d, talk, **{**FITS, "reason": "No evidence named."})
    assert refused.status_code == 422
    assert "No evidence named." in refused.text
    assert 'name="rev" value="1"' in refused.text


def test_a_proposal_half_typed_is_there_again(d: Desks, talk: Interview) -> None:
    assert type_proposal(d, talk, **{"fact-name-outcome": "established"}).json == {"rev": 1}
    page = d.interviewer.get(f"/interviews/{talk.id}/decision")
    assert WORDS in page.text
    assert "It is not proposed yet." in words_of(page)
    assert 'name="rev" value="1"' in page.text
    assert type_proposal(d, talk).status_code == 409
    assert d.store.decisions.of_interview(talk.id) == []


def test_without_script_a_button_keeps_a_proposal(d: Desks, talk: Interview) -> None:
    kept = send_proposal(d, talk, rev="0", keep="yes", **{"fact-name-reason": WORDS})
    assert kept.status_code == 303
    page = d.interviewer.get(kept.location)
    assert "Kept. It is not proposed yet." in words_of(page)
    assert WORDS in page.text
    older = send_proposal(d, talk, rev="0", keep="yes", **{"fact-name-reason": "An older tab."})
    assert STALE in problems(older)
    assert "An older tab." in older.text
    assert WORDS in d.interviewer.get(f"/interviews/{talk.id}/decision").text


def test_a_proposal_that_was_sent_leaves_nothing_typed_and_takes_nothing_more(
    d: Desks, talk: Interview
) -> None:
    type_proposal(d, talk)
    find_each(d, talk)
    sent = send_proposal(d, talk, **a_proposal(level="a0", document=""))
    assert sent.status_code == 303
    assert d.store.papers.drafts_of(talk.case) == []
    assert type_proposal(d, talk).status_code == 422
    assert d.store.papers.drafts_of(talk.case) == []


def test_nobody_else_reads_or_types_into_it(d: Desks, talk: Interview) -> None:
    type_finding(d, talk)
    type_proposal(d, talk)
    other = d.registry.signed_in("colleague", Role.INTERVIEWER)
    for typing in (type_finding, type_proposal):
        assert typing(d, talk, other, rev="1").status_code == 403
        assert typing(d, talk, d.reviewer, rev="1").status_code == 403
    data = {"to": d.user("colleague"), "reason": "Somebody is away."}
    assert d.interviewer.post(f"/interviews/{talk.id}/hand-over", data).status_code == 303
    assert WORDS not in other.get(finding_page(talk)).text
    assert type_finding(d, talk, other).json == {"rev": 1}
    assert type_finding(d, talk, rev="1").status_code == 403


def test_nothing_is_kept_of_an_interview_that_is_not_finished_or_not_there(d: Desks) -> None:
    planned = plan(d, person(d))
    assert type_finding(d, planned).status_code == 422
    assert type_proposal(d, planned).status_code == 422
    for address in ("findings", "decision"):
        sent = d.interviewer.post(f"/interviews/{'0' * 32}/{address}/draft", {}, page="/")
        assert sent.status_code == 404
    assert d.store.papers.drafts_of(planned.case) == []


def test_a_fact_that_is_not_examined_keeps_nothing(d: Desks, talk: Interview) -> None:
    assert type_finding(d, talk, fact="../../x").status_code == 404
    assert d.store.papers.drafts_of(talk.case) == []


def test_characters_that_no_page_may_hold_are_refused(d: Desks, talk: Interview) -> None:
    assert type_finding(d, talk, reason="a\x00b").status_code == 422
    assert d.store.papers.drafts_of(talk.case) == []


def test_what_was_typed_goes_with_the_case(d: Desks, talk: Interview) -> None:
    type_finding(d, talk)
    type_proposal(d, talk)
    assert len(d.store.papers.drafts_of(talk.case)) == 2
    d.store.forget_case(talk.case)
    assert d.store.papers.drafts_of(talk.case) == []
