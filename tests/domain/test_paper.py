"""Papers as told: changed one at a time, the others untouched, nothing judged."""

import pytest

from intake.domain.codes import DocumentKind, DocumentStatus, TakenBy, VisualCheck
from intake.domain.paper import DETAIL, SHORT, Papers

PASSPORT = {"kind": "passport", "status": "taken-away", "number": "12", "where": ""}
CARD = {"kind": "national-id", "status": "", "number": "", "where": "", "check": "damaged"}
BOTH = Papers.from_values([PASSPORT, CARD], [{"kind": "passport", "by": "smuggler"}])


def test_a_paper_changes_and_the_others_stay():
    changed = {**PASSPORT, "number": "34", "issuer": "", "issued": ""}
    assert BOTH.with_paper(0, changed) == [{**PASSPORT, "number": "34"}, CARD]


def test_a_paper_is_added_at_the_end():
    added = {"kind": "family-book", "status": "", "number": "", "where": ""}
    assert BOTH.with_paper(2, added) == [PASSPORT, CARD, added]


def test_empty_details_are_left_out_and_the_short_form_stays_whole():
    (kept,) = Papers().with_paper(0, dict.fromkeys((*SHORT, *DETAIL), "") | {"kind": "other"})
    assert set(kept) == set(SHORT)


def test_a_paper_is_taken_out():
    assert BOTH.without(0) == [CARD]
    assert BOTH.without(7) == [PASSPORT, CARD]


@pytest.mark.parametrize(("place", "paper"), [(0, PASSPORT), (1, CARD), (2, None), (-1, None)])
def test_a_place_past_the_end_holds_no_paper(place, paper):
    assert BOTH.at(place) == paper


def test_who_took_a_kind_of_paper_is_kept_apart_from_the_paper():
    assert BOTH.was_taken("passport")
    assert not BOTH.was_taken("national-id")
    assert BOTH.with_taker("passport", TakenBy.EMPLOYER) == [{"kind": "passport", "by": "employer"}]
    assert len(BOTH.with_taker("national-id", TakenBy.UNKNOWN)) == 2
    assert BOTH.taken_without("passport") == []


@pytest.mark.parametrize("value", [None, "passport", 3, {"kind": "passport"}, ["passport"]])
def test_a_value_in_another_shape_holds_no_papers(value):
    assert Papers.from_values(value, value).listed == ()


def test_no_code_says_whether_a_paper_is_genuine():
    words = " ".join([*DocumentKind, *DocumentStatus, *VisualCheck])
    assert not {"genuine", "false", "forged", "military"} & set(words.replace("-", " ").split())
