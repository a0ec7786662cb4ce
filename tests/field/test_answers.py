"""A saved page becomes statements: only what is new, and naming what it replaces."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import Absent, Source, Why
from intake.domain.name import make_name
from intake.domain.partial_date import from_age, from_parts
from intake.domain.statement import Json, Said, Statement, current
from intake.field.answers import (
    Telling,
    fill_rest,
    is_same,
    known,
    new_statements,
    shown,
    stamp,
)
from intake.web.fields import Answer
from tests.builders import a_name, a_statement, an_id

PERSON = "p" * 32
DAY = date(2026, 11, 20)
_ids = itertools.count()


def fresh_id() -> str:
    return f"{next(_ids):032x}"


TELLING = Telling("uk", fresh_id)


def said(*statements: Statement, device: str = "here") -> tuple[Said, ...]:
    """What stands after these were recorded one after the other."""
    return tuple(
        Said(s, by="o", device=device, at="", hlc=f"{n:013d}-000000")
        for n, s in enumerate(statements)
    )


def stated(path: str, value: Json = None, absent: Absent | None = None) -> Statement:
    return Statement(id=fresh_id(), subject=PERSON, path=path, value=value, absent=absent)


def save(before: tuple[Said, ...], answers: dict[str, Answer]) -> tuple[Statement, ...]:
    return new_statements(PERSON, before, answers, TELLING)


def after(before: tuple[Said, ...], new: tuple[Statement, ...]) -> tuple[Said, ...]:
    return said(*(s.statement for s in before), *new)


def test_a_first_answer_replaces_nothing() -> None:
    (made,) = save((), {"sex": Answer("f")})
    assert (made.value, made.saw, made.why) == ("f", (), None)
    assert (made.said_in, made.source) == ("uk", Source.SELF)


def test_a_blank_answer_says_nothing() -> None:
    assert save((), {"sex": Answer()}) == ()


def test_an_unchanged_answer_is_not_written_again() -> None:
    assert save(said(stated("sex", "f")), {"sex": Answer("f")}) == ()


def test_a_changed_answer_names_what_it_replaces_and_why() -> None:
    old = stated("nationality", "Ukraine")
    (made,) = save(said(old), {"nationality": Answer("Moldova")})
    assert made.saw == (old.id,)
    assert made.why is Why.CORRECTION


def test_the_reason_of_a_change_can_be_another_one() -> None:
    telling = Telling("uk", fresh_id, why=Why.RECORDING_ERROR)
    before = said(stated("sex", "f"))
    (made,) = new_statements(PERSON, before, {"sex": Answer("m")}, telling)
    assert made.why is Why.RECORDING_ERROR


def test_a_reason_takes_the_place_of_every_value() -> None:
    one, two = stated("sex", "f"), stated("sex", "m")
    (made,) = save(said(one, two), {"sex": Answer(absent=Absent.DECLINED)})
    assert set(made.saw) == {one.id, two.id}
    assert made.value is None


def test_a_value_takes_the_place_of_a_reason() -> None:
    old = stated("sex", absent=Absent.DECLINED)
    (made,) = save(said(old), {"sex": Answer("f")})
    assert made.saw == (old.id,)


def test_a_value_of_another_laptop_that_the_page_did_not_show_stays() -> None:
    theirs, ours = stated("nationality", "Ukraine"), stated("nationality", "Moldova")
    before = said(theirs, ours)
    (made,) = save(before, {"nationality": Answer("Romania")})
    assert made.saw == (ours.id,)
    standing = {s.statement.value for s in current(list(after(before, (made,))))}
    assert standing == {"Ukraine", "Romania"}


def test_zero_and_no_are_answers() -> None:
    (made,) = save((), {"missing-relatives": Answer("no")})
    assert made.value == "no"


def test_the_words_as_typed_are_kept_byte_for_byte() -> None:
    decomposed = "Zoe\u0308"
    answer = Answer(make_name(decomposed))
    (made,) = new_statements(PERSON, (), {"name": answer}, TELLING, verbatim={"name": decomposed})
    assert made.verbatim == decomposed
    assert made.value != decomposed


def test_a_reason_carries_no_words_and_no_language() -> None:
    (made,) = new_statements(
        PERSON, (), {"name": Answer(absent=Absent.UNKNOWN)}, TELLING, verbatim={"name": "x"}
    )
    assert (made.verbatim, made.said_in) == ("", "")


def test_the_page_shows_the_newest_value_before_any_reason() -> None:
    before = said(stated("sex", "f"), stated("sex", "m"), stated("sex", absent=Absent.UNKNOWN))
    found = shown(before, "sex")
    assert found is not None
    assert found.value == "m"
    assert known(before, "sex") == Answer("m")
    assert known(before, "birth") == Answer()


def test_an_age_saved_again_on_a_later_day_is_the_same_answer() -> None:
    told = from_age(34, None, DAY).to_json()
    later = from_age(34, None, date(2026, 12, 24)).to_json()
    assert told != later
    assert is_same(stated("birth", told), Answer(later))
    assert not is_same(stated("birth", told), Answer(from_age(35, None, DAY).to_json()))


def test_two_dates_in_different_calendars_differ() -> None:
    told = from_parts(None, None, 1986).to_json()
    assert is_same(stated("birth", told), Answer(dict(told)))
    assert not is_same(stated("birth", told), Answer(from_parts(None, 5, 1986).to_json()))


def test_a_name_written_by_the_own_hand_is_told_anew_and_not_again_by_another_page() -> None:
    by_person = make_name("Олена", written_by="person")
    assert is_same(stated("name", by_person), Answer(dict(by_person)))
    assert not is_same(stated("name", make_name("Олена")), Answer(by_person))
    assert not is_same(stated("name", by_person), Answer(make_name("Олеся", written_by="person")))


def test_which_of_the_staff_wrote_a_name_down_does_not_make_it_another_name() -> None:
    by_interpreter = make_name("Олена", written_by="interpreter")
    assert is_same(stated("name", by_interpreter), Answer(make_name("Олена")))


@pytest.mark.parametrize("reason", list(Absent))
def test_one_reason_fills_all_that_is_needed_and_empty(reason: Absent) -> None:
    before = said(stated("sex", "f"))
    filled = fill_rest({"birth": Answer("x")}, before, ("sex", "birth", "father"), reason)
    assert filled == {"birth": Answer("x"), "father": Answer(absent=reason)}


def test_without_a_reason_nothing_is_filled() -> None:
    assert fill_rest({}, (), ("sex",), None) == {}


def test_the_reason_also_takes_what_the_page_emptied() -> None:
    before = said(stated("father", "x"))
    filled = fill_rest({}, before, (), Absent.DECLINED, emptied={"father"})
    assert filled == {"father": Answer(absent=Absent.DECLINED)}


def test_the_stamp_changes_only_with_the_questions_of_the_page() -> None:
    sex = stated("sex", "f")
    before = stamp(said(sex), ("sex",))
    assert stamp(said(sex, stated("birth", "1986")), ("sex",)) == before
    assert stamp(said(sex, stated("sex", "m")), ("sex",)) != before


PATHS = ("sex", "nationality", "testimony")
answers = st.fixed_dictionaries(
    {},
    optional={
        path: st.one_of(
            st.builds(Answer, value=st.sampled_from(("a", "b", "c"))),
            st.builds(Answer, absent=st.sampled_from(list(Absent))),
            st.just(Answer()),
        )
        for path in PATHS
    },
)


@given(st.lists(st.sampled_from(("a", "b", None)), max_size=4), answers)
def test_saving_the_same_page_twice_adds_nothing(
    stood: list[str | None], page: dict[str, Answer]
) -> None:
    before = said(
        *(stated("sex", value, Absent.UNKNOWN if value is None else None) for value in stood)
    )
    once = after(before, save(before, page))
    assert save(once, page) == ()


@given(answers, answers)
def test_a_page_shows_what_was_saved_last(
    first: dict[str, Answer], second: dict[str, Answer]
) -> None:
    once = after((), save((), first))
    twice = after(once, save(once, second))
    for path in PATHS:
        last = [a[path] for a in (first, second) if a.get(path, Answer()).is_given]
        assert known(twice, path) == (last[-1] if last else Answer())


def test_a_relatives_word_stands_beside_the_persons_own() -> None:
    own = a_statement("p", "birth-place", {"text": "Bakhmut", "country": ""})
    stood = [Said(own, by="o", device="d", at="", hlc="1")]
    telling = Telling("uk", an_id, source=Source.RELATIVE)
    (told,) = new_statements(
        "p", stood, {"birth-place": Answer({"text": "Dnipro", "country": ""})}, telling
    )
    assert told.source is Source.RELATIVE
    assert told.saw == ()
    both = [*stood, Said(told, by="o", device="d", at="", hlc="2")]
    assert len(current(both)) == 2
    (corrected,) = new_statements(
        "p", both, {"birth-place": Answer({"text": "Soledar", "country": ""})}, Telling("uk", an_id)
    )
    assert corrected.saw == (own.id,)


def test_a_relative_who_does_not_know_takes_nothing_back() -> None:
    own = a_statement("p", "mother", a_name("Ганна"))
    stood = [Said(own, by="o", device="d", at="", hlc="1")]
    telling = Telling("uk", an_id, source=Source.RELATIVE)
    (told,) = new_statements("p", stood, {"mother": Answer(absent=Absent.UNKNOWN)}, telling)
    assert told.saw == ()
