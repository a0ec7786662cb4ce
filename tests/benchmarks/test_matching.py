"""The matching benchmark counts rightly, and our engine can be run through it."""

import gzip
import json
import math
from pathlib import Path
from typing import Any

import pytest

from benchmarks import matching
from benchmarks.matching_figures import (
    Answer,
    against,
    at_least,
    figures,
    in_many,
    table,
    threshold,
)
from benchmarks.matching_names import latin_names, name_pairs
from benchmarks.matching_sets import (
    MatchSet,
    halves,
    is_for_fitting,
    prepare,
    read_lines,
    write_lines,
)
from benchmarks.peers.columns import columns, export
from intake.matching.person import from_contract, with_companions

FOUND = {
    "q1": [{"id": "a", "score": 9.0, "band": "many"}, {"id": "b", "score": 4.0, "band": "few"}],
    "q2": [{"id": "c", "score": 8.0, "band": "many"}, {"id": "b", "score": 7.0, "band": "many"}],
    "q3": [{"id": "d", "score": 3.0, "band": "few"}],
    "q4": [{"id": "a", "score": 8.5, "band": "many"}],
    "t1": [{"id": "d", "score": 1.0, "band": "few"}],
}
ANSWERS = (
    Answer("q1", "registered", frozenset("a")),
    Answer("q2", "registered", frozenset("b")),
    Answer("q3", "stranger"),
    Answer("q4", "sibling"),
    Answer("t1", "tracing", frozenset("d")),
)


def named(record: str, text: str, **facts: str) -> dict[str, Any]:
    given, _, family = text.partition(" ")
    return {"id": record, "names": [{"text": text, "given": given, "family": family}], **facts}


PEOPLE = [
    named("p1", "Олена Коваль", group="g1", birth="1986-02-09", father="Петро"),
    named("p2", "Марко Коваль", group="g1", birth="2011"),
    named("p3", "Yusuf Haddad", group="g2", birth="1990~", home_place="Homs"),
]
QUERIES = [
    named("q1", "Olena Koval", birth="1986-02-09"),
    named("q2", "يوسف حداد", birth="1990"),
    named("q10", "Oksana Koval", birth="1988", father="Petro"),
]
TRUTH = [
    {"id": "q1", "person": "p1", "kind": "another script"},
    {"id": "q2", "person": "p3", "kind": "another script", "also": ["p9"]},
    {"id": "q10", "person": None, "kind": "unregistered-siblings"},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "invented"
    made.mkdir()
    write_lines(made / "people.jsonl", PEOPLE)
    write_lines(made / "queries.jsonl", QUERIES)
    write_lines(made / "truth.jsonl", TRUTH)
    write_lines(made / "tracing.jsonl", [named("t1", "Marko Koval", group="g1", asker_is="mother")])
    write_lines(made / "tracing_truth.jsonl", [{"id": "t1", "person": "p2"}])
    return made


@pytest.fixture
def small(folder: Path, tmp_path: Path) -> MatchSet:
    return prepare(folder, tmp_path / "work")


def test_every_figure_of_an_engine_is_counted() -> None:
    assert figures(FOUND, ANSWERS, in_many) == {
        "recall@1": 0.5,
        "recall@10": 1.0,
        "precision": 0.5,
        "recall": 1.0,
        "siblings": 1.0,
        "strangers": 0.0,
        "tracing@1": 1.0,
        "tracing@10": 1.0,
    }


def test_what_was_not_asked_has_no_figure() -> None:
    told = figures(FOUND, ANSWERS[:1], at_least(math.inf))
    assert told["recall"] == 0.0
    assert told["precision"] is told["siblings"] is told["tracing@1"] is None


def test_a_query_without_a_line_of_results_is_missed() -> None:
    assert figures({}, ANSWERS, in_many)["recall@10"] == 0.0


def test_the_threshold_is_the_lowest_score_that_is_right_often_enough() -> None:
    assert threshold(FOUND, ANSWERS[:1]) == 9.0
    assert threshold(FOUND, ANSWERS[:2], precision=0.5) == 4.0
    assert threshold(FOUND, ANSWERS[1:2]) == math.inf


def test_pairs_of_one_score_stand_or_fall_together() -> None:
    found = {"q": [{"id": "a", "score": 1.0}, {"id": "b", "score": 1.0}]}
    assert threshold(found, [Answer("q", "registered", frozenset("a"))]) == math.inf
    assert threshold(found, [Answer("q", "registered", frozenset("ab"))]) == 1.0


def test_the_table_has_a_cell_for_every_column() -> None:
    row = {"set": "small", "engine": "ours", "recall@1": 0.5, "index_s": 1234.5}
    head, line, body = table([row])
    assert head.count("|") == line.count("|") == body.count("|")
    assert body.startswith("| small | ours | 0.500 | – |")
    assert "| 1,234 |" in body


def test_ours_stands_beside_a_peer_in_points_and_times() -> None:
    ours = {"set": "small", "engine": "ours", "recall@1": 0.95, "query_ms_p50": 5.0}
    peer = {"set": "small", "engine": "splink", "recall@1": 0.9, "query_ms_p50": 50.0}
    (said,) = matching.ratios([ours, peer])
    assert said == against(ours, peer)
    assert "R@1 +5.0" in said
    assert "p50 ms 0.10x" in said


def test_a_set_is_read_with_its_kinds_and_its_tracing(small: MatchSet) -> None:
    kinds = {answer.id: answer.kind for answer in small.answers}
    assert kinds == {"q1": "registered", "q2": "registered", "q10": "sibling", "t1": "tracing"}
    assert small.answers[1].right == {"p3", "p9"}
    assert small.people == 3
    assert [query["id"] for query in read_lines(small.queries_file)] == ["q1", "q2", "q10", "t1"]


def test_groups_of_tracing_are_apart_from_those_of_arrivals(small: MatchSet) -> None:
    assert list(read_lines(small.queries_file))[-1]["group"] == "tracing g1"


def test_files_may_be_compressed_and_have_a_prefix(folder: Path, tmp_path: Path) -> None:
    packed = tmp_path / "packed"
    packed.mkdir()
    for path in folder.iterdir():
        target = packed / f"dev10k_{path.name}.gz"
        target.write_bytes(gzip.compress(path.read_bytes()))
    assert prepare(packed, tmp_path / "work").answers == prepare(folder, tmp_path / "w").answers


def test_the_generators_order_tells_siblings_where_no_kind_does(
    folder: Path, tmp_path: Path
) -> None:
    truth = [{"id": f"q{n}", "person": None, "tags": ["ar", "native"]} for n in (11, 9, 2, 10, 1)]
    write_lines(folder / "truth.jsonl", truth)
    answers = prepare(folder, tmp_path / "work").answers
    assert {a.id for a in answers if a.kind == "sibling"} == {"q1", "q2"}


def test_a_set_without_truth_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "truth.jsonl").unlink()
    with pytest.raises(FileNotFoundError, match=r"truth\.jsonl"):
        prepare(folder, tmp_path / "work")


def test_the_fitting_half_is_not_judged(small: MatchSet) -> None:
    fitting, judged = halves(small)
    assert all(is_for_fitting(answer.id) for answer in fitting)
    assert {*fitting, *judged.answers} == set(small.answers)
    assert not set(fitting) & set(judged.answers)
    assert "t1" in {answer.id for answer in judged.answers}


def test_pairs_of_names_are_a_set_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "wikidata_russian_train.txt.gz"
    path.write_bytes(gzip.compress("Olena\tО л е н а\t3\nMarko\tМ а р к о\t1\n".encode()))
    made = name_pairs(path, 10, 1, tmp_path)
    assert made.people == 2
    assert {q["names"][0]["text"] for q in read_lines(made.queries_file)} == {"Олена", "Марко"}
    assert all(answer.right for answer in made.answers)


def test_latin_names_are_looked_up_written_otherwise_and_with_a_slip(tmp_path: Path) -> None:
    path = tmp_path / "wikidata_russian_train.txt.gz"
    path.write_bytes(gzip.compress("Oléna\tО\t3\nMarko\tМ\t1\nYukhym\tЮ\t1\n".encode()))
    written, slips = latin_names([path], 8, 1, tmp_path)
    names = {p["id"]: p["names"][0]["text"] for p in read_lines(written.people_file)}
    asked = {q["id"]: q["names"][0]["text"] for q in read_lines(written.queries_file)}
    for answer in written.answers:
        (meant,) = answer.right
        assert sorted(bare(names[meant])) == sorted(bare(asked[answer.id]))
    assert any(text.isupper() for text in asked.values())
    assert written.people == slips.people == len(names)
    slipped = {q["id"]: q["names"][0]["text"] for q in read_lines(slips.queries_file)}
    for answer in slips.answers:
        (meant,) = answer.right
        assert abs(len(slipped[answer.id]) - len(names[meant])) <= 1


def bare(name: str) -> str:
    return name.casefold().replace("é", "e").replace("e\u0301", "e")


def test_the_columns_for_peers_hold_readings_and_keys_but_no_names_in_keys() -> None:
    people = list(with_companions(from_contract(record) for record in PEOPLE))
    (asked,) = with_companions([from_contract(QUERIES[0])])
    known, looked_up = columns(people[0]), columns(asked)
    assert set(known["given_all"]) & set(looked_up["given_all"])
    assert len(set(known["keys"]) & set(looked_up["keys"])) > 2
    assert all(isinstance(key, int) for key in known["keys"])
    assert known["companions"]
    assert (known["birth"], columns(people[2])["birth"]) == ("1986-02-09", None)


def test_columns_are_written_line_by_line(small: MatchSet, tmp_path: Path) -> None:
    export(small.people_file, tmp_path / "columns.jsonl")
    lines = (tmp_path / "columns.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["p1", "p2", "p3"]


def test_our_engine_is_run_through_its_command_and_enters_the_table(small: MatchSet) -> None:
    done = matching.Round([], peers_up_to=0)
    done.judge(small)
    (row,) = done.rows
    assert (row["engine"], row["people"], row["queries"]) == ("ours", 3, 4)
    assert row["recall@10"] == 1.0
    assert row["query_ms_p95"] >= 0
    assert len(table(done.rows)) == 3


def test_kin_have_a_column_where_a_row_tells_of_them(small: MatchSet) -> None:
    found = {"k": [{"id": "a", "score": 9.0, "band": "many"}]}
    told = figures(found, [Answer("k", "twin"), Answer("m", "twin")], in_many)
    assert told["twin"] == 0.5
    assert "twin" in table([{"set": "s", "engine": "ours", **told}])[0]
    assert "twin" not in table([{"set": "s", "engine": "ours"}])[0]
