"""A person is a view of statements: the newest stands, disagreement stays visible."""

from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import Absent
from intake.domain.individual import Individual
from intake.domain.statement import Said, Statement
from tests.builders import a_name, a_statement


def individual(*statements: Statement) -> Individual:
    return Individual(
        "p",
        "c",
        "N",
        1,
        tuple(Said(s, by="o", device="d", at="", hlc=f"{n:03d}") for n, s in enumerate(statements)),
    )


def test_the_newest_standing_value_is_shown() -> None:
    person = individual(a_statement("p", "sex", "f"), a_statement("p", "sex", "m"))
    assert person.value("sex") == "m"
    assert list(person.contradictions()) == ["sex"]


def test_a_correction_ends_the_contradiction_and_keeps_the_history() -> None:
    first = a_statement("p", "sex", "f")
    person = individual(first, a_statement("p", "sex", "m", saw=(first.id,)))
    assert person.contradictions() == {}
    assert [s.statement.value for s in person.history("sex")] == ["f", "m"]


def test_two_corrections_of_one_statement_both_stand() -> None:
    first = a_statement("p", "birth-place", {"text": "Bakhmut"})
    person = individual(
        first,
        a_statement("p", "birth-place", {"text": "Artemivsk"}, saw=(first.id,)),
        a_statement("p", "birth-place", {"text": "Dnipro"}, saw=(first.id,)),
    )
    assert len(person.contradictions()["birth-place"]) == 2


def test_declining_never_contradicts_and_never_hides_what_was_said() -> None:
    person = individual(
        a_statement("p", "mother", a_name("Ганна")),
        a_statement("p", "mother", absent=Absent.DECLINED),
    )
    assert person.contradictions() == {}
    assert person.text("mother") == "Ганна"


def test_an_answer_may_be_withdrawn_by_the_person() -> None:
    first = a_statement("p", "mother", a_name("Ганна"))
    person = individual(first, a_statement("p", "mother", absent=Absent.DECLINED, saw=(first.id,)))
    assert person.text("mother") == ""
    assert person.absent("mother") is Absent.DECLINED
    assert person.was_asked("mother")


def test_several_languages_or_testimonies_are_no_contradiction() -> None:
    person = individual(
        a_statement("p", "testimony", "first day"), a_statement("p", "testimony", "second day")
    )
    assert person.contradictions() == {}
    assert len(person.current("testimony")) == 2


def test_what_nobody_asked_is_neither_value_nor_answer() -> None:
    assert individual().answer("sex") is None
    assert not individual().was_asked("sex")
    assert individual().value("sex") is None


@given(st.permutations(["f", "m", "x"]))
def test_the_order_of_arrival_does_not_change_what_stands(order: list[str]) -> None:
    said = {
        value: Said(a_statement("p", "sex", value), by="o", device="d", at="", hlc=hlc)
        for value, hlc in (("f", "1"), ("m", "2"), ("x", "3"))
    }
    person = Individual("p", "c", "N", 1, tuple(said[value] for value in order))
    assert person.value("sex") == "x"
    assert [s.statement.value for s in person.contradictions()["sex"]] == ["f", "m", "x"]
