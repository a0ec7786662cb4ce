"""Sons and twins made of a set's men: other people, told as their family would tell."""

from pathlib import Path

import pytest

from benchmarks.matching_kin import KINDS, SON, SON_FATHER_UNNAMED, SON_WITH_FAMILY, TWIN, with_kin
from benchmarks.matching_sets import OF, MatchSet, halves, is_for_fitting, prepare, read_lines
from benchmarks.matching_sets import write_lines as write

SEEDS = range(1, 9)


def man(record: str, given: str, year: int, **facts: str) -> dict[str, object]:
    name = {"text": f"{given} Рудь", "given": given, "family": "Рудь"}
    told = {
        "sex": "m",
        "birth": f"{year}-04-05",
        "father": "Гнат",
        "mother": "Одарка",
        "lang": "uk",
    }
    return {"id": record, "names": [name], **told, "spouse": "Ніна", **facts}


@pytest.fixture
def whole(tmp_path: Path) -> MatchSet:
    folder = tmp_path / "set"
    folder.mkdir()
    wife = {"id": "p9", "names": [{"text": "Ніна Рудь", "given": "Ніна"}], "sex": "f", "group": "g"}
    men = [man("p1", "Марко", 1970, group="g"), man("p2", "Юхим", 1961), man("p3", "Лев", 2019)]
    write(folder / "people.jsonl", [*men, wife])
    arriving = [man("q1", "Марко", 1970), man("q2", "Юхим", 1961), man("q3", "Лев", 2019)]
    write(folder / "queries.jsonl", [*arriving, man("q4", "Ярема", 1980)])
    known = [{"id": f"q{n}", "person": f"p{n}"} for n in (1, 2, 3)]
    write(folder / "truth.jsonl", [*known, {"id": "q4", "person": None}])
    return prepare(folder, tmp_path / "work")


def made(whole: MatchSet, kind: str, of: str = "q1", seed: int = 1) -> dict[str, object]:
    lines = {line["id"]: line for line in read_lines(with_kin(whole, seed).queries_file)}
    return lines[f"{of}{OF}{kind}"]


def test_every_registered_man_old_enough_has_one_of_each_kind(whole: MatchSet) -> None:
    kin = [a for a in with_kin(whole).answers if OF in a.id]
    assert {(a.id.partition(OF)[0], a.kind) for a in kin} == {
        (q, kind) for q in ("q1", "q2") for kind in KINDS
    }
    assert not any(a.right for a in kin)


def test_the_set_itself_stays_as_it_was(whole: MatchSet) -> None:
    before = whole.queries_file.read_text("utf-8")
    more = with_kin(whole)
    assert more.folder != whole.folder
    assert whole.queries_file.read_text("utf-8") == before
    assert more.people_file.read_bytes() == whole.people_file.read_bytes()
    assert set(whole.answers) < set(more.answers)


def test_no_more_men_than_asked_for(whole: MatchSet) -> None:
    assert len(with_kin(whole, men=1).answers) == len(whole.answers) + len(KINDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_son_has_his_fathers_name_and_his_fathers_wife_for_a_mother(
    whole: MatchSet, seed: int
) -> None:
    son = made(whole, SON, seed=seed)
    assert son["names"][0]["given"] == "Марко"  # type: ignore[index]
    assert son["mother"] == "Ніна"
    assert "spouse" not in son
    assert son.get("father", "Марко") == "Марко"
    assert 1987 <= int(str(son.get("birth", 1987))[:4]) <= 2006


def test_where_the_father_goes_unnamed_no_record_tells_him(whole: MatchSet) -> None:
    assert not any("father" in made(whole, SON_FATHER_UNNAMED, seed=seed) for seed in SEEDS)
    assert any("father" in made(whole, SON, seed=seed) for seed in SEEDS)


def test_a_son_with_family_comes_with_all_but_his_father(whole: MatchSet) -> None:
    lines = list(read_lines(with_kin(whole).queries_file))
    along = [line for line in lines if line.get("group") == f"q1{OF}{SON_WITH_FAMILY}"]
    assert [line["names"][0]["given"] for line in along] == ["Марко", "Ніна"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_twin_differs_in_the_given_name_alone(whole: MatchSet, seed: int) -> None:
    twin = made(whole, TWIN, seed=seed)
    assert twin["names"][0]["given"] != "Марко"  # type: ignore[index]
    assert (twin["birth"], twin["father"], twin["mother"]) == ("1970-04-05", "Гнат", "Одарка")
    assert "spouse" not in twin


def test_kin_go_with_the_half_of_the_man_they_were_made_of(whole: MatchSet) -> None:
    more = with_kin(whole)
    fitting, judged = halves(more)
    assert not any(OF in a.id for a in fitting)
    assert all(not is_for_fitting(a.id) for a in judged.answers)
    for answer in more.answers:
        assert is_for_fitting(answer.id) == is_for_fitting(answer.id.partition(OF)[0])


def test_the_same_seed_makes_the_same_people(whole: MatchSet) -> None:
    once, again = (with_kin(whole, seed=3).queries_file.read_text("utf-8") for _ in range(2))
    assert once == again
