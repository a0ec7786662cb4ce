"""What relatives, linked records and vouchers say is put to the person in its time (V-14)."""

from pathlib import Path

import pytest

from intake.domain.codes import PairVerdict, Source, Stage, Tie
from intake.domain.individual import Individual
from intake.domain.open_points import open_points
from intake.domain.relative import Relative
from intake.registry.verifying.accounts import with_accounts
from tests.builders import Group, a_group, a_name
from tests.registry.casework import (
    ABDULLAH,
    ABDULLAH_AGAIN,
    Desks,
    a_laptop,
    agreeing,
    desks,
    said_later,
    send,
    words_of,
)
from tests.registry.talk import a_finished_talk, explained, go, held, plan, talk_until
from tests.registry.visitor import Registry


@pytest.fixture
def d(registry: Registry) -> Desks:
    return desks(registry)


def arrive(d: Desks, folder: Path, group: Group, *later: tuple[int, str, object]) -> Group:
    """A group comes in, and each of `later` says one thing more."""
    with a_laptop(folder) as laptop:
        send(laptop, d.store, group)
        for number, path, value in later:
            laptop.record(said_later(group.case, group.people[number], path, value))  # type: ignore[arg-type]
        send(laptop, d.store)
    return group


def read(d: Desks, group: Group, number: int = 0) -> Individual:
    case = d.store.cases.get(group.case)
    assert case is not None
    return with_accounts(d.store, case, case.members[number])


def keys(person: Individual) -> list[str]:
    return [point.key for point in open_points(person)]


SIBLING = "relative"


def siblings(d: Desks, folder: Path, mother: str) -> Group:
    """Two sisters who each name their mother."""
    group = a_group("Olena", "Iryna", said={"mother": a_name("Halyna")})
    tie = Relative(Tie.SIBLING, to=group.people[1]).to_json()
    return arrive(d, folder, agreeing(group), (0, SIBLING, tie), (1, "mother", a_name(mother)))


def test_a_sister_who_names_another_mother_is_a_question(d: Desks, tmp_path: Path) -> None:
    (point,) = open_points(read(d, siblings(d, tmp_path, "Marta")))
    assert point.key == "mother"
    assert [s.statement.source for s in point.said] == [Source.SELF, Source.RELATIVE]


def test_the_same_mother_in_another_script_is_none(d: Desks, tmp_path: Path) -> None:
    assert keys(read(d, siblings(d, tmp_path, "Галина"))) == []


def test_what_a_linked_record_says_otherwise_is_a_question(d: Desks, tmp_path: Path) -> None:
    one = agreeing(a_group("Abdullah", said=ABDULLAH))
    again = ABDULLAH_AGAIN | {"mother": a_name("Gulalai")}
    two = agreeing(a_group("عبدالله", said=again))
    with a_laptop(tmp_path) as laptop:
        send(laptop, d.store, one, two)
    d.screen(one, two)
    assert keys(read(d, one)) == []
    (pair,) = d.store.pairs.of_individual(one.people[0])
    for who in (d.clerk, d.reviewer):
        data = {"verdict": PairVerdict.SAME.value, "reason": "Both were read side by side."}
        assert who.post(f"/pairs/{pair.id}", data).status_code == 303
    assert keys(read(d, one)) == ["mother"]
    assert keys(read(d, two)) == ["mother"]


VOUCH = {
    "name": "Mahbuba Invented",
    "level": "a3",
    "capacity": "teacher",
    "known_how": "She sat in my class.",
    "method": "in-person",
    "statement": "I knew her mother well.",
    "agrees": "yes",
    "fact_parents": "yes",
}


def vouch(d: Desks, group: Group, **told: str) -> None:
    """A teacher vouches, and tells some things besides."""
    address = f"/people/{group.people[0]}/vouches/new"
    assert d.interviewer.post(address, VOUCH | told).status_code == 303


def test_a_town_that_a_voucher_calls_by_its_older_name_is_no_question(
    d: Desks, tmp_path: Path
) -> None:
    group = arrive(
        d, tmp_path, agreeing(a_group("Olena", said={"birth-place": {"text": "Bakhmut"}}))
    )
    vouch(d, group, told_birth_place="Artemivsk")
    assert read(d, group).others == ()


def test_what_a_voucher_tells_otherwise_is_a_question(d: Desks, tmp_path: Path) -> None:
    said = {"mother": a_name("Halyna"), "father": a_name("Taras")}
    group = arrive(d, tmp_path, agreeing(a_group("Olena", said=said)))
    vouch(d, group, told_mother="Marta", told_father="Тарас")
    (point,) = open_points(read(d, group))
    assert point.key == "mother"
    assert [s.statement.source for s in point.said] == [Source.SELF, Source.VOUCHER]
    assert point.tells_of_others
    assert point.is_central


def test_v14_a_vouchers_word_is_put_openly_and_names_nobody(d: Desks, tmp_path: Path) -> None:
    group = arrive(d, tmp_path, agreeing(a_group("Olena", said={"mother": a_name("Halyna")})))
    vouch(d, group, told_mother="Marta")
    made = plan(d, group.people[0])
    talk_until(d, made.id, Stage.PROBE)
    assert "Marta" not in d.interviewer.get(f"/interviews/{made.id}").text
    assert go(d, made.id, Stage.CLARIFY).status_code == 303
    page = d.interviewer.get(f"/interviews/{made.id}")
    shown = words_of(page)
    assert "Marta Somebody who knows the person" in shown
    assert "I have this written down in more than one way." in shown
    assert "Mahbuba" not in page.text
    assert "I knew her mother well." not in shown
    put = explained("mother", "Marta brought us up.")
    assert go(d, made.id, Stage.CLOSE, put).status_code == 303
    (kept,) = held(d, made.id).explanations
    (given,) = d.store.vouches.of_individual(group.people[0])
    assert f"{given.id}.mother" in kept.statements


def test_a_vouch_taken_back_asks_nothing_any_more(d: Desks, tmp_path: Path) -> None:
    group = arrive(d, tmp_path, agreeing(a_group("Olena", said={"mother": a_name("Halyna")})))
    vouch(d, group, told_mother="Marta")
    assert keys(read(d, group)) == ["mother"]
    (given,) = d.store.vouches.of_individual(group.people[0])
    page = f"/people/{group.people[0]}/vouches"
    assert "Mother's name: Marta" in words_of(d.reviewer.get(page))
    d.reviewer.post(f"/vouches/{given.id}/withdraw", {"reason": "Mistaken."}, page=page)
    assert keys(read(d, group)) == []


def test_what_a_voucher_tells_can_be_evidence_too(d: Desks, tmp_path: Path) -> None:
    group = arrive(d, tmp_path, agreeing(a_group("Olena", said={"mother": a_name("Halyna")})))
    vouch(d, group, told_mother="Halyna")
    talk = a_finished_talk(d, group.people[0])
    shown = words_of(d.interviewer.get(f"/interviews/{talk.id}/findings?fact=mother"))
    assert "Halyna Vouches: Teacher" in shown


def test_a_point_that_cannot_be_read_is_said_beside_its_box(d: Desks, tmp_path: Path) -> None:
    group = arrive(d, tmp_path, agreeing(a_group("Olena")))
    data = VOUCH | {"told_birth__day": "31", "told_birth__month": "2", "told_birth__year": "1990"}
    refused = d.interviewer.post(f"/people/{group.people[0]}/vouches/new", data)
    assert refused.status_code == 422
    assert '<details class="govuk-details" open>' in refused.text
    assert d.store.vouches.of_individual(group.people[0]) == []


def test_v14_what_a_sister_says_waits_for_its_part_of_the_talk(d: Desks, tmp_path: Path) -> None:
    person = siblings(d, tmp_path, "Marta").people[0]
    page = d.interviewer.get(f"/people/{person}/interviews/new")
    assert "Said in two ways Mother's name" in words_of(page)
    for value in ("Marta", "Halyna"):
        assert value not in page.text
    made = plan(d, person)
    (asked,) = [q for q in made.questions if q.why == "contradiction"]
    assert (asked.question, asked.path) == ("FA2", "mother")
    for stage in (Stage.OPEN, Stage.NARRATIVE, Stage.PROBE):
        talk_until(d, made.id, stage) if stage is Stage.PROBE else None
        shown = d.interviewer.get(f"/interviews/{made.id}").text
        assert "Marta" not in shown
        assert "Halyna" not in shown
    assert go(d, made.id, Stage.CLARIFY).status_code == 303
    shown = words_of(d.interviewer.get(f"/interviews/{made.id}"))
    for words in ("Marta", "Halyna", "relative", "Do not say who told it otherwise.", "main fact"):
        assert words in shown


def test_v14_each_point_is_put_before_the_end_and_its_explanation_kept(
    d: Desks, tmp_path: Path
) -> None:
    person = siblings(d, tmp_path, "Marta").people[0]
    made = plan(d, person)
    talk_until(d, made.id, Stage.CLARIFY)
    refused = go(d, made.id, Stage.CLOSE)
    assert refused.status_code == 422
    assert "Put this difference to the person first: Mother" in words_of(refused)
    put = explained("mother", "Marta brought us up.")
    assert go(d, made.id, Stage.CLOSE, put).status_code == 303
    (kept,) = held(d, made.id).explanations
    assert (kept.path, kept.explanation) == ("mother", "Marta brought us up.")
    assert len(kept.statements) == 2


def test_times_that_do_not_fit_are_put_as_a_question_about_places(d: Desks, tmp_path: Path) -> None:
    dated = {"edtf": "2020", "earliest": "2020-01-01", "latest": "2020-12-31"}
    shape = {"precision": "year", "calendar": "gregorian", "as_of": None, "verbatim": "2020"}
    began = dated | shape
    ended = began | {"edtf": "2019", "earliest": "2019-01-01", "latest": "2019-12-31"}
    line = {"role": "last-residence", "place": {"text": "Lviv"}, "from": began, "to": ended}
    group = arrive(d, tmp_path, agreeing(a_group("Olena")), (0, "place-stays", line))
    made = plan(d, group.people[0])
    (asked,) = [q for q in made.questions if q.why == "contradiction"]
    assert (asked.question, asked.path) == ("PL9", "place-stays")
    talk_until(d, made.id, Stage.CLARIFY)
    shown = words_of(d.interviewer.get(f"/interviews/{made.id}"))
    assert "When a place was reached and left" in shown
    assert "when you came to this place, and when you left" in shown
    key = "times.left-before-arrival"
    refused = go(d, made.id, Stage.CLOSE)
    assert "When a place was reached and left" in words_of(refused)
    assert go(d, made.id, Stage.CLOSE, explained(key, "I mixed up the years.")).status_code == 303
    (kept,) = held(d, made.id).explanations
    assert kept.path == key


def test_v15_an_answer_to_a_leading_question_supports_nothing(d: Desks, tmp_path: Path) -> None:
    group = arrive(d, tmp_path, agreeing(a_group("Olena")))
    planned = plan(d, group.people[0])
    asked = next(q.question for q in planned.questions if q.question.startswith(("FA", "PL", "NA")))
    talk_until(d, planned.id, Stage.PROBE)
    led = {f"{asked}-text": "Так.", f"{asked}-prompted": "leading"}
    assert go(d, planned.id, Stage.CLARIFY, led).status_code == 303
    assert go(d, planned.id, Stage.CLOSE).status_code == 303
    d.interviewer.post(
        f"/interviews/{planned.id}/close", {"read_back": "yes"}, page=f"/interviews/{planned.id}"
    )
    (answer,) = held(d, planned.id).answers_to(asked)
    page = f"/interviews/{planned.id}/findings"
    data = {
        "fact": "name",
        "indicator": "internal-consistency",
        "result": "supports",
        "evidence": answer.id,
        "reason": "She said yes.",
    }
    refused = d.interviewer.post(page, data, page=f"{page}?fact=name")
    assert refused.status_code == 422
    assert held(d, planned.id).findings == ()


def test_after_the_talk_the_record_tells_what_was_put(d: Desks, tmp_path: Path) -> None:
    person = siblings(d, tmp_path, "Marta").people[0]
    done = a_finished_talk(d, person, put=explained("mother", "Marta brought us up."))
    shown = words_of(d.interviewer.get(f"/interviews/{done.id}"))
    assert "Difference: Mother's name" in shown
    assert "Marta brought us up." in shown
