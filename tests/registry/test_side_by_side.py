"""What the table of two records says in each cell, and why."""

import pytest

from intake.domain.event import EvidenceRow, MatchSuggested
from intake.domain.pair import Pair
from intake.errors import NotFound
from intake.registry.verifying.side_by_side import (
    Cell,
    Comparison,
    Piece,
    Row,
    marked,
    side_by_side,
)
from intake.store import Store
from tests.builders import NOON, Group, a_group, a_name, a_statement, statements
from tests.registry.casework import ABDULLAH, agreeing, said_later


def text_of(cell: Cell) -> str:
    return "".join(piece.text for piece in cell.pieces)


def marks(cell: Cell) -> list[str]:
    return [piece.text for piece in cell.pieces if piece.marked]


def cells(left: str, right: str) -> tuple[Cell, Cell]:
    return marked(Cell((Piece(left),), "uk"), Cell((Piece(right),), "ru"))


@pytest.fixture
def pair(store: Store) -> Pair:
    """Two records with every kind of row between them."""
    one = agreeing(a_group("Abdullah", "Zarmina", said=ABDULLAH))
    two = agreeing(a_group("Abdulah", said={"birth": None, "sex": "m"}))
    store.record(*one.events, *two.events)
    store.record(suggested(one, two))
    found = store.pairs.get("p1")
    assert found is not None
    return found


def suggested(one: Group, two: Group) -> MatchSuggested:
    return MatchSuggested(
        case=one.case,
        pair="p1",
        left=one.people[0],
        right=two.people[0],
        right_case=two.case,
        band="some",
        score=1.5,
        weights_version="1",
        evidence=(
            EvidenceRow("name", "agrees", 4.0, "close-spelling"),
            EvidenceRow("sex", "agrees", 0.9, "same"),
            EvidenceRow("birth", "unknown", 0.0, "not-known"),
            EvidenceRow("home_place", "unknown", 0.0, "not-known"),
            EvidenceRow("group", "unknown", 0.0, "not-known"),
            EvidenceRow("lang", "unknown", 0.0, "hint-only"),
        ),
        by="screening",
        at=NOON,
    )


def row(shown: Comparison, what: str) -> Row:
    (found,) = [r for r in (*shown.told, *shown.silent) if r.what == what]
    return found


def test_known_rows_come_first_and_silent_ones_apart(store: Store, pair: Pair) -> None:
    shown = side_by_side(store, pair)
    assert [r.outcome for r in shown.told] == ["agrees", "agrees"]
    assert {r.outcome for r in shown.silent} == {"unknown"}
    assert len(shown.told) + len(shown.silent) == len(pair.evidence)


def test_a_row_gives_both_values_and_the_reason_in_words(store: Store, pair: Pair) -> None:
    name = row(side_by_side(store, pair), "Full name, own script")
    assert (text_of(name.left), text_of(name.right)) == ("Abdullah", "Abdulah")
    assert name.why == "a close spelling"


def test_little_weight_is_said_in_words(store: Store, pair: Pair) -> None:
    assert row(side_by_side(store, pair), "Sex").why == "the same (weak evidence)"


def test_a_silent_side_says_why_it_is_silent(store: Store, pair: Pair) -> None:
    birth = row(side_by_side(store, pair), "Date of birth or age")
    assert birth.left.absent == ""
    assert birth.right.absent == "Does not know"
    assert row(side_by_side(store, pair), "Languages").left.absent == "Does not know"


def test_companions_are_named_and_nobody_is_said_so(store: Store, pair: Pair) -> None:
    group = row(side_by_side(store, pair), "People in the group")
    assert text_of(group.left) == "Zarmina"
    assert group.right.absent == "Nobody else is recorded"


def test_newer_words_are_noticed(store: Store, pair: Pair) -> None:
    assert not side_by_side(store, pair).changed
    store.record(said_later(pair.left_case, pair.left, "mother", a_name("Maryam"), days=1))
    assert side_by_side(store, pair).changed


def test_a_latin_form_that_was_given_goes_before_a_suggested_one(store: Store, pair: Pair) -> None:
    statement = a_statement(pair.left, "name", a_name("عبدالله"))
    store.record(statements(pair.left_case, statement))
    suggestion = row(side_by_side(store, pair, latin=True), "Full name, own script").left
    assert text_of(suggestion).isascii()
    given = a_statement(pair.left, "name.latin", a_name("Abdallah Gul"))
    store.record(statements(pair.left_case, given))
    shown = row(side_by_side(store, pair, latin=True), "Full name, own script").left
    assert (text_of(shown), shown.lang) == ("Abdallah Gul", "und-Latn")


def test_an_erased_side_is_not_found(store: Store, pair: Pair) -> None:
    store.forget_case(pair.left_case)
    with pytest.raises(NotFound):
        side_by_side(store, pair)


@pytest.mark.parametrize(
    ("left", "right", "left_marks", "right_marks"),
    [
        ("Oleksandr", "Olexandr", ["ks"], ["x"]),
        ("Abdullah Gul", "Abdullah", ["Gul"], []),
        ("Maryam", "Maryam", [], []),
        ("Zarmina", "Petro", [], []),
        ("محمد حسن", "محمد الحسن", ["حسن"], ["الحسن"]),
        ("Олена", "Olena", [], []),
        ("", "Olena", [], []),
    ],
)
def test_differing_letters_are_marked_only_where_that_helps(
    left: str, right: str, left_marks: list[str], right_marks: list[str]
) -> None:
    a, b = cells(left, right)
    assert (text_of(a), text_of(b)) == (left, right)
    assert (marks(a), marks(b)) == (left_marks, right_marks)
    assert (a.lang, b.lang) == ("uk", "ru")


def test_a_mark_never_tears_a_letter_from_its_accents() -> None:
    a, _b = cells("Jose\u0301 Pe\u0301rez", "Jose Pe\u0301rez")
    assert marks(a) == ["e\u0301"]
