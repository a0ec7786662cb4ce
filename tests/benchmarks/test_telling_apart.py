"""The simulation asks fairly, and what tells most stands apart first."""

import random
from pathlib import Path
from typing import Any

import pytest

from benchmarks import matching_sets
from benchmarks.matching_sets import MatchSet, write_lines
from benchmarks.telling_apart import (
    RECORDS,
    Meeting,
    Run,
    figures,
    meetings,
    orders,
    run,
    table,
)
from intake.interview.telling_apart import Candidate, Holding

GIVEN = ("Olena", "Iryna", "Daryna", "Solomiia", "Nadiia", "Oksana", "Halyna", "Lesia")
FAMILY = ("Koval", "Bondar", "Marchuk", "Savchenko", "Rudenko")
PLACES = ("Nova Vesna", "Stara Huta", "Zelenyi Hai", "Bilyi Brid")


def someone(record: str, chance: random.Random, **facts: str) -> dict[str, Any]:
    """An invented person with everything told."""
    told = {
        "given": chance.choice(GIVEN),
        "family": chance.choice(FAMILY),
        "birth": f"{chance.randrange(1950, 2005)}",
        "birth_place": chance.choice(PLACES),
        "home_place": chance.choice(PLACES),
        "father": chance.choice(("Petro", "Ivan", "Stepan", "Hnat")),
        "mother": chance.choice(GIVEN),
        "spouse": chance.choice(("Taras", "Marko", "Ostap", "Yurii")),
        "sex": "f",
        "group": f"g-{record}",
    } | facts
    given, family = told.pop("given"), told.pop("family")
    names = [{"text": f"{given} {family}", "given": given, "family": family}]
    return {"id": record, "names": names, **told}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> MatchSet:
    """Sixty people; twelve come again, eight sisters and eight strangers come first."""
    chance = random.Random(7)  # noqa: S311 - invented people
    folder: Path = tmp_path_factory.mktemp("set")
    people = [someone(f"p{n}", chance) for n in range(60)]
    again = [person | {"id": f"q{n}", "group": f"a{n}"} for n, person in enumerate(people[:12])]
    sisters = [
        someone(f"s{n}", chance, **{k: p[k] for k in ("father", "mother", "birth_place")})
        for n, p in enumerate(people[12:20])
    ]
    strangers = [someone(f"x{n}", chance) for n in range(8)]
    truth = [{"id": f"q{n}", "person": f"p{n}", "kind": "registered"} for n in range(12)]
    truth += [{"id": s["id"], "person": "", "kind": "sibling"} for s in sisters]
    truth += [{"id": s["id"], "person": "", "kind": "stranger"} for s in strangers]
    write_lines(folder / "people.jsonl", people)
    write_lines(folder / "queries.jsonl", [*again, *sisters, *strangers])
    write_lines(folder / "truth.jsonl", truth)
    return matching_sets.prepare(folder, tmp_path_factory.mktemp("work"))


def test_every_arrival_meets_the_records_most_like_it(whole: MatchSet) -> None:
    met = list(meetings(whole, 8, 1))
    kinds = [meeting.kind for meeting in met]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "registered": 8,
        "sibling": 8,
        "stranger": 8,
    }
    for meeting in met:
        assert 1 <= len(meeting.candidates) <= RECORDS
        assert (meeting.right < len(meeting.candidates)) == (meeting.kind == "registered")
        assert "name" in meeting.told


def test_the_same_seed_hears_the_same_answers(whole: MatchSet) -> None:
    assert list(meetings(whole, 5, 3)) == list(meetings(whole, 5, 3))


def test_every_order_stands_in_one_table(whole: MatchSet) -> None:
    lines = table(whole, 4, 1).splitlines()
    assert len(lines) == 2 + 3 * 5
    assert all(line.count("|") == lines[0].count("|") for line in lines)


def test_expected_information_needs_no_more_questions_than_chance(whole: MatchSet) -> None:
    chance = random.Random(1)  # noqa: S311 - a simulation
    early = {"expected information": 0, "random, speaking questions": 0}
    for meeting in meetings(whole, 12, 1):
        asked = orders(meeting, chance)
        for order in early:
            done = run(meeting, asked[order])
            early[order] += done.is_right and 1 <= done.questions <= 2
    assert early["expected information"] > early["random, speaking questions"]


def a_meeting(**answers: int) -> Meeting:
    """Two records that differ in everything, the first of them right."""
    records = tuple(
        Candidate(f"p{n}", 0.0, {p: Holding(n, 3.5, -2.0) for p in ("birth", "mother", "father")})
        for n in (1, 2)
    )
    return Meeting("registered", records, 0, frozenset(), answers)


def test_one_right_answer_after_the_other_settles_it() -> None:
    meeting = a_meeting(birth=1, mother=1, father=1)
    assert run(meeting, [("birth",), ("mother",), ("father",)]) == Run(2, is_right=True)


def test_silence_settles_nothing() -> None:
    assert run(a_meeting(), [("birth",), ("mother",), ("father",)]) == Run(0, is_right=False)


def test_wrong_answers_may_point_to_the_wrong_record_and_are_counted() -> None:
    wrong = run(a_meeting(birth=2, mother=2), [("birth",), ("mother",)])
    assert wrong == Run(2, is_right=False)
    assert figures([wrong, Run(1, is_right=True)]).endswith("| 1.0 | 0.50")


def test_asking_the_same_thing_twice_is_heard_once() -> None:
    meeting = a_meeting(birth=1)
    assert run(meeting, [("birth",)] * 5) == Run(0, is_right=False)
