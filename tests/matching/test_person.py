"""People read from the contract's lines and from statements."""

from intake.domain.codes import Absent
from intake.domain.individual import Individual
from intake.domain.statement import Said, Statement
from intake.matching.person import (
    NameSaid,
    Person,
    asked_for_by,
    from_contract,
    from_individual,
    with_companions,
)
from tests.matching.invented import AHMAD, OLENA, person

LINE = {
    "id": "b1",
    "group": "g",
    "names": [{"text": "Olena Koval", "given": "Olena", "family": "Koval"}, {"text": "Lena"}],
    "sex": "f",
    "birth": "1986-02",
    "birth_place": " Бахмут ",
    "home_place": "Лиман",
    "father": "Петро",
    "mother": "Ганна",
    "spouse": "",
    "lang": "uk",
    "unheard-of": {"a": 1},
}


def test_a_line_of_the_contract_is_read():
    read = from_contract(LINE)
    assert read.names == (NameSaid("Olena Koval", "Olena", "", "Koval"), NameSaid("Lena"))
    assert (read.sex, read.birth.earliest, read.birth_place) == ("f", 1986, "Бахмут")
    assert (read.father, read.mother, read.spouse, read.lang) == ("Петро", "Ганна", "", "uk")


def test_missing_empty_null_and_odd_values_are_the_same_unknown():
    bare = from_contract({"id": "a"})
    for value in ("", "  ", None, 7, [], {}):
        odd = {key: value for key in LINE if key != "id"}
        assert from_contract({"id": "a", **odd}) == bare


def test_a_name_told_only_in_parts_has_a_text():
    read = from_contract({"id": "a", "names": [{"given": "Olena", "family": "Koval"}]})
    assert read.names[0].text == "Olena Koval"


def test_the_one_who_asks_names_a_relative_of_the_person_sought():
    sought = from_contract({"id": "t", "asker_is": "mother", "asker_name": "Hanna"})
    assert sought.mother == "Hanna"


def test_a_relative_already_told_is_not_overwritten_by_the_one_who_asks():
    assert asked_for_by(OLENA, "mother", "Somebody").mother == OLENA.mother


def test_a_brother_or_a_child_who_asks_counts_as_a_companion():
    for kind in ("sibling", "child", "other-kin", ""):
        sought = asked_for_by(OLENA, kind, "Максим")
        assert [c.names[0].text for c in sought.companions] == ["Максим"]


def test_an_asker_without_a_name_adds_nothing():
    assert asked_for_by(OLENA, "mother", "") is OLENA


def test_people_of_one_group_are_each_others_companions():
    first, second, third = with_companions(
        [person("a", "A", group="g"), person("b", "B", group="g"), person("c", "C")]
    )
    assert [c.names[0].text for c in first.companions] == ["B"]
    assert [c.names[0].text for c in second.companions] == ["A"]
    assert third.companions == ()


def test_people_without_a_group_are_nobodys_companions():
    assert all(not p.companions for p in with_companions([OLENA, AHMAD]))


def said(path, value=None, absent=None, clock="1", id=""):
    statement = Statement(id or path + clock, "i", path, value, absent)
    return Said(statement, "officer", "device", "2026-01-01T00:00:00Z", clock)


def individual(*statements):
    return Individual("i", "case", "number", 1, tuple(statements))


def test_an_individual_is_read_from_its_statements():
    parts = [{"type": "given", "text": "Олена"}, {"type": "family", "text": "Коваль"}]
    read = from_individual(
        individual(
            said("name", {"text": "Олена Коваль", "parts": parts}),
            said("name.latin", {"text": "Olena Koval"}),
            said("sex", "f"),
            said("birth", {"edtf": "1986-02-09"}),
            said("birth-place", {"text": "Бахмут", "country": "UA"}),
            said("last-residence", {"text": "Лиман"}),
            said("father", {"text": "Петро"}),
            said("mother", {"text": "Ганна"}),
            said("languages", ["uk", "ru"]),
        )
    )
    assert read.names == (NameSaid("Олена Коваль", "Олена", "", "Коваль"), NameSaid("Olena Koval"))
    assert (read.id, read.group, read.sex, read.lang) == ("i", "case", "f", "uk")
    assert (read.birth.said, read.birth_place, read.home_place) == ("1986-02-09", "Бахмут", "Лиман")
    assert (read.father, read.mother, read.spouse) == ("Петро", "Ганна", "")


def test_two_standing_names_are_both_read():
    read = from_individual(
        individual(said("name", {"text": "Olena"}), said("name", {"text": "Lena"}, clock="2"))
    )
    assert [name.text for name in read.names] == ["Olena", "Lena"]


def test_v13_declined_unknown_and_not_asked_are_read_alike():
    paths = ("name", "sex", "birth", "birth-place", "last-residence", "mother", "languages")
    for absent in Absent:
        assert from_individual(individual(*(said(p, absent=absent) for p in paths))) == Person(
            id="i", group="case"
        )


def test_parts_of_a_name_are_put_in_their_place():
    parts = [
        {"type": "given", "text": "Nur"},
        {"type": "given", "text": "Mohammad"},
        {"type": "father", "text": "Ali"},
        {"type": "grandfather", "text": "Hasan"},
        "odd",
    ]
    (name,) = from_individual(individual(said("name", {"parts": parts}))).names
    assert (name.given, name.patronymic, name.family) == ("Nur Mohammad", "Ali", "Hasan")
