"""What others said can be evidence of a finding; the person never reads it in their copy."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import Role, Source, Tie
from intake.domain.relative import Relative
from intake.store.interviews import Interview
from tests.builders import Group, a_group, a_name
from tests.registry.casework import Desks, a_laptop, agreeing, desks, said_later, send, words_of
from tests.registry.talk import a_finished_talk, explained, held
from tests.registry.visitor import Registry

SISTERS_WORD = "Маруся Вигадана"
TEACHER = {
    "name": "Mahbuba Invented",
    "level": "a3",
    "capacity": "teacher",
    "known_how": "She sat in my class.",
    "method": "in-person",
    "statement": "Її маму я бачила щодня біля воріт.",
    "agrees": "yes",
    "fact_parents": "yes",
}


@pytest.fixture
def group(registry: Registry, tmp_path: Path) -> Group:
    """Olena, and her sister who names another mother."""
    made = agreeing(a_group("Olena", "Iryna", said={"mother": a_name("Halyna")}))
    tie = Relative(Tie.SIBLING, to=made.people[1]).to_json()
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, made)
        laptop.record(said_later(made.case, made.people[0], "relative", tie))
        laptop.record(said_later(made.case, made.people[1], "mother", a_name(SISTERS_WORD)))
        send(laptop, registry.store)
    return made


@pytest.fixture
def d(registry: Registry, group: Group) -> Desks:
    return desks(registry)


@pytest.fixture
def talk(d: Desks, group: Group) -> Interview:
    """A signed interview; a teacher vouched, and a paper was seen."""
    olena = f"/people/{group.people[0]}"
    assert d.interviewer.post(olena + "/vouches/new", TEACHER).status_code == 303
    seen = {"of": "document", "what": "A school card.", "where": "Here.", "seen_on": "2026-11-20"}
    assert d.interviewer.post(olena + "/supports", seen).status_code == 303
    put = explained("mother", "My sister means our stepmother.")
    return a_finished_talk(d, group.people[0], put=put)


def page(d: Desks, talk: Interview, fact: str = "mother") -> str:
    return words_of(d.interviewer.get(f"/interviews/{talk.id}/findings?fact={fact}"))


def add(d: Desks, talk: Interview, **data: Any) -> Any:
    address = f"/interviews/{talk.id}/findings"
    told = {"fact": "mother", "indicator": "external-consistency", "reason": "Both fit.", **data}
    return d.interviewer.post(address, told, page=address + "?fact=mother")


def ids(d: Desks, group: Group) -> dict[str, str]:
    """Ids of the sister's statement, of the vouch and of the paper."""
    sister = d.store.cases.individual(group.people[1])
    assert sister is not None
    said = sister.answer("mother")
    assert said is not None
    (vouch,) = d.store.vouches.of_individual(group.people[0])
    (paper,) = d.store.supports.standing(group.people[0])
    return {"sister": said.statement.id, "vouch": vouch.id, "paper": paper.id}


def test_a_relatives_word_a_vouch_and_a_paper_can_be_chosen(
    d: Desks, group: Group, talk: Interview
) -> None:
    shown = page(d, talk)
    for words in (SISTERS_WORD, TEACHER["statement"], "A school card.", "Halyna"):
        assert words in shown
    known = ids(d, group)
    sent = add(
        d,
        talk,
        result="supports",
        evidence=[known["vouch"], known["paper"]],
        against=[known["sister"]],
    )
    assert sent.status_code == 303
    (made,) = held(d, talk.id).findings
    assert made.evidence == (known["vouch"], known["paper"])
    assert made.against == (known["sister"],)
    assert f"Against it: {SISTERS_WORD}" in page(d, talk)


def test_a_voucher_is_evidence_without_a_name(d: Desks, talk: Interview) -> None:
    shown = d.interviewer.get(f"/interviews/{talk.id}/findings?fact=mother").text
    assert "Mahbuba" not in shown
    assert "Vouches: Teacher" in page(d, talk)


def test_how_and_since_when_a_voucher_knows_the_person_stands_beside_their_words(
    d: Desks, talk: Interview
) -> None:
    shown = page(d, talk)
    told = shown[shown.index(TEACHER["statement"]) :]
    assert f"Vouches: Teacher · {TEACHER['known_how']}" in told


def test_a_vouch_is_evidence_of_what_it_speaks_of_alone(d: Desks, talk: Interview) -> None:
    assert TEACHER["statement"] in page(d, talk, "father")
    assert TEACHER["statement"] not in page(d, talk, "birth")


def test_a_vouch_taken_back_stays_counted_but_is_offered_no_more(
    d: Desks, group: Group, talk: Interview
) -> None:
    vouch = ids(d, group)["vouch"]
    assert add(d, talk, result="supports", evidence=[vouch]).status_code == 303
    address = f"/people/{group.people[0]}/vouches"
    reviewer = d.reviewer
    done = reviewer.post(f"/vouches/{vouch}/withdraw", {"reason": "Mistaken."}, page=address)
    assert done.status_code == 303
    shown = page(d, talk)
    assert TEACHER["statement"] not in shown
    assert "For it: taken back since" in shown
    assert add(d, talk, result="supports", evidence=[vouch]).status_code == 422


def test_other_peoples_words_never_reach_the_persons_own_copy(
    d: Desks, group: Group, talk: Interview
) -> None:
    known = ids(d, group)
    add(d, talk, result="unclear", evidence=[known["vouch"]], against=[known["sister"]])
    giver = d.registry.signed_in("copies", Role.PROTECTION)
    for short in ("", "&short=yes"):
        copy = giver.get(f"/people/{group.people[0]}/copy?language=uk{short}")
        assert copy.status_code == 200
        for words in (SISTERS_WORD, TEACHER["statement"], "Mahbuba"):
            assert words not in copy.text
    assert "stays between us" in page(d, talk)
    hint = words_of(d.interviewer.get(f"/interviews/{talk.id}/decision"))
    assert "Leave out who else said something, and their words." in hint


def test_who_is_alone_has_nobody_elses_words_to_choose_and_no_hint(
    registry: Registry, tmp_path: Path
) -> None:
    alone = agreeing(a_group("Samir", said={"mother": a_name("Halyna")}))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, alone)
    d = desks(registry)
    talk = a_finished_talk(d, alone.people[0])
    assert "stays between us" not in page(d, talk)
    found = d.store.cases.individual(alone.people[0])
    assert found is not None
    assert [s.statement.source for s in found.history("mother")] == [Source.SELF]
