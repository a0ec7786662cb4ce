"""`run.py match` keeps the contract: results on stdout or in a file, words on stderr."""

import json

import pytest
from click.testing import CliRunner

from intake.cli.match import command
from intake.matching.score import FIELDS

PEOPLE = [
    {
        "id": "b1",
        "group": "g",
        "names": [{"text": "Марія Гончар", "given": "Марія", "family": "Гончар"}],
        "sex": "f",
        "birth": "1961-02-03",
        "birth_place": "Лиман",
        "mother": "Ганна",
        "unheard-of": 1,
    },
    {"id": "b2", "group": "g", "names": [{"text": "Степан Гончар"}], "sex": "m", "birth": "1958"},
    {"id": "b3", "names": [{"text": "يوسف النجار"}], "sex": "m", "birth": "1990~", "mother": ""},
]
QUERIES = [
    {"id": "q1", "names": [{"text": "Maria Honchar"}], "birth": "1961", "birth_place": "Lyman"},
    {"id": "q2", "names": [{"text": "Zzyzx Quetzal"}]},
    {
        "id": "b3",
        "names": [{"text": "Yousef al-Najjar"}],
        "asker_is": "mother",
        "asker_name": "Huda",
    },
]
FIGURES = {
    "people", "queries", "index_s", "index_mb", "query_ms_p50", "query_ms_p95", "query_ms_p99",
    "peak_rss_mb",
}  # fmt: skip


def write(path, records):
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), encoding="utf-8")
    return str(path)


@pytest.fixture
def run(tmp_path):
    people = write(tmp_path / "people.jsonl", PEOPLE)
    queries = write(tmp_path / "queries.jsonl", QUERIES)

    def call(*options, people=people, queries=queries):
        return CliRunner().invoke(command, ["--people", people, "--queries", queries, *options])

    return call


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_one_line_for_every_query_in_input_order(run):
    answered = lines(run().stdout)
    assert [line["id"] for line in answered] == ["q1", "q2", "b3"]
    assert answered[0]["candidates"][0]["id"] == "b1"
    assert answered[1]["candidates"] == []


def test_a_query_may_carry_the_id_of_a_person_in_the_other_file(run):
    assert lines(run().stdout)[2]["candidates"][0]["id"] == "b3"


def test_a_line_has_exactly_the_keys_of_the_contract(run):
    for line in lines(run().stdout):
        assert list(line) == ["id", "candidates"]
        for candidate in line["candidates"]:
            assert list(candidate) == ["id", "score", "band", "evidence"]
            assert candidate["band"] in ("many", "some", "few")
            assert tuple(row["field"] for row in candidate["evidence"]) == FIELDS
            for row in candidate["evidence"]:
                assert list(row) == ["field", "outcome", "weight", "left", "right", "why"]
                assert row["outcome"] in ("agrees", "differs", "unknown")
                assert row["outcome"] != "unknown" or row["weight"] == 0


def test_candidates_stand_best_first_and_no_more_than_asked_for(run):
    for line in lines(run("--top", "1").stdout):
        assert len(line["candidates"]) <= 1
    for line in lines(run().stdout):
        scores = [c["score"] for c in line["candidates"]]
        assert scores == sorted(scores, reverse=True)


def test_results_go_to_the_file_and_keep_their_script(run, tmp_path):
    out = tmp_path / "results.jsonl"
    result = run("--out", str(out))
    assert result.stdout == ""
    assert "Марія Гончар" in out.read_text(encoding="utf-8")
    assert len(lines(out.read_text(encoding="utf-8"))) == len(QUERIES)


def test_json_prints_one_object_with_the_figures_and_nothing_else(run, tmp_path):
    result = run("--json", "--out", str(tmp_path / "r.jsonl"))
    figures = json.loads(result.stdout)
    assert set(figures) == FIGURES
    assert (figures["people"], figures["queries"]) == (3, 3)
    assert all(value >= 0 for value in figures.values())


def test_json_without_a_result_file_prints_only_the_figures(run):
    assert set(json.loads(run("--json").stdout)) == FIGURES


def test_words_for_people_go_to_stderr(run):
    result = run()
    assert "3 people indexed" in result.stderr
    assert "indexed" not in result.stdout


def test_the_index_directory_is_private_and_measured(run, tmp_path):
    directory = tmp_path / "kept" / "index"
    figures = json.loads(run("--json", "--index", str(directory)).stdout)
    assert directory.stat().st_mode & 0o077 == 0
    size = sum(f.stat().st_size for f in directory.iterdir())
    assert figures["index_mb"] == pytest.approx(size / 1e6, abs=0.001)
    assert "Гончар".encode() not in (directory / "index.bin").read_bytes()


@pytest.mark.parametrize("broken", ["{", "[]", '{"names": []}', '{"id": 7}'])
def test_a_broken_line_ends_with_usage_and_names_its_number(run, tmp_path, broken):
    path = tmp_path / "broken.jsonl"
    path.write_text('{"id": "a"}\n' + broken, encoding="utf-8")
    result = run(people=str(path))
    assert result.exit_code == 2
    assert "line 2" in result.stderr


def test_empty_lines_and_a_byte_order_mark_are_no_trouble(run, tmp_path):
    path = tmp_path / "marked.jsonl"
    path.write_text('\ufeff{"id": "a", "names": [{"text": "Maria Honchar"}]}\n\n', encoding="utf-8")
    result = run(people=str(path))
    assert result.exit_code == 0
    assert lines(result.stdout)[0]["candidates"][0]["id"] == "a"


def test_wrong_shapes_of_known_keys_are_read_as_unknown(run, tmp_path):
    odd = [{"id": "a", "names": "Maria", "sex": 1, "birth": None, "father": ["x"], "group": {}},
           {"id": "b", "names": [None, "x", {"text": 4}, {"given": "Марія"}]}]  # fmt: skip
    result = run(people=write(tmp_path / "odd.jsonl", odd))
    assert result.exit_code == 0


def test_half_a_character_does_not_break_the_output(run, tmp_path):
    torn = '{"id": "a", "names": [{"text": "Maria \\ud800 Honchar"}]}'
    path = tmp_path / "torn.jsonl"
    path.write_text(torn, encoding="utf-8")
    result = run(people=str(path))
    assert result.exit_code == 0
    assert lines(result.stdout)[0]["candidates"][0]["id"] == "a"


def test_no_people_and_no_queries_are_an_empty_answer(run, tmp_path):
    nothing = write(tmp_path / "nothing.jsonl", [])
    result = run("--json", people=nothing, queries=nothing)
    assert json.loads(result.stdout)["queries"] == 0


@pytest.mark.parametrize("missing", ["--people", "--queries"])
def test_a_file_that_is_not_there_is_a_usage_error(run, missing, tmp_path):
    result = run(**{missing.strip("-"): str(tmp_path / "none.jsonl")})
    assert result.exit_code == 2
