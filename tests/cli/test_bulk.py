"""A large people file is filed as a small one is: whole groups, every line, each once."""

import json

import pytest

from intake.cli import bulk
from intake.cli.bulk import BrokenLine, index_of, people_of, read_record
from intake.matching.card import card_of

SCRIPTS = ("Олена Коваль", "محمد الحلبي", "ኣብርሃ ተስፋይ", "Ewa Żak")


def write(path, records):
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), "utf-8")
    return path


def a_file(tmp_path, people=300):
    """Members of one group stand far apart, and some people came alone."""
    return write(
        tmp_path / "people.jsonl",
        [
            {
                "id": f"p{n}",
                "group": f"g{n % 97}" if n % 5 else "",
                "names": [{"text": f"{SCRIPTS[n % 4]} {n}"}],
                "birth": str(1950 + n % 60),
            }
            for n in range(people)
        ],
    )


@pytest.fixture(params=[97, 1_000, 5_000])
def in_stretches(request, monkeypatch):
    """Files of these tests are cut where large ones are: in the middle of lines."""
    monkeypatch.setattr(bulk, "_STRETCH", request.param)
    monkeypatch.setattr(bulk, "_AT_ONCE", 7)


def records(index):
    return {index.person(row) for row in range(index.people())}


def test_a_file_filed_in_stretches_holds_whom_it_holds_in_one(in_stretches, tmp_path):
    path = a_file(tmp_path)
    people = list(people_of(path))
    index = index_of(path)
    assert index.people() == len(people) == 300
    assert records(index) == set(people)


def test_everybody_is_found_by_every_key(in_stretches, tmp_path):
    path = a_file(tmp_path, 60)
    index = index_of(path)
    for person in people_of(path):
        found = index.sharing(card_of(person).keys, most=60)
        assert all(
            person.id in {index.person(row).id for row in rows.tolist()} for rows in found.values()
        )
        assert set(found) == set(card_of(person).keys)


@pytest.mark.parametrize("broken_at", [1, 2, 150, 300])
def test_a_broken_line_is_named_by_its_number_in_the_whole_file(in_stretches, tmp_path, broken_at):
    path = a_file(tmp_path)
    lines = path.read_text("utf-8").splitlines()
    lines[broken_at - 1] = "{not a record"
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(BrokenLine, match=f"line {broken_at} "):
        index_of(path)


def test_empty_lines_a_mark_at_the_start_and_no_end_of_line_are_no_trouble(in_stretches, tmp_path):
    path = a_file(tmp_path, 40)
    spaced = path.read_text("utf-8").replace("\n", "\n\n  \n").strip()
    path.write_text("\ufeff" + spaced, "utf-8")
    assert index_of(path).people() == 40


@pytest.mark.parametrize("line", ["[" * 100_000, "[1]", "7", '{"id": 7}', "{}"])
def test_what_is_no_record_of_somebody_is_a_broken_line(line):
    with pytest.raises(BrokenLine, match="line 3 "):
        read_record(line.encode(), 3)


def test_an_empty_file_is_an_index_of_nobody(in_stretches, tmp_path):
    assert index_of(write(tmp_path / "nobody.jsonl", [])).people() == 0
