"""The whole comparison: symmetric, monotone, explained, and careful with relatives."""

from dataclasses import fields, replace
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching.birth import read_birth
from intake.matching.person import Companion, NameSaid, Person, with_companions
from intake.matching.score import FIELDS, Comparison, band_of, compare
from intake.matching.weights import NEWEST
from intake.matching.why import Band, Outcome, Reason
from tests.matching.invented import (
    AHMAD,
    AHMAD_AGAIN,
    EVERYONE,
    OLENA,
    OLENA_AGAIN,
    SISTER,
    W,
    person,
    stats_of,
)

STATS = stats_of(*EVERYONE)

WORDS = st.sampled_from(
    ["Олена", "Olena", "Helena", "Тетяна", "محمد", "Muhammad", "ኣብርሃ", "Abraha", "Ko", "", "Петро"]
)
BIRTHS = st.sampled_from(["1987-05-14", "1987-05", "1987", "1987~", "1984/1988", "1990-01-01", ""])
TEXTS = st.sampled_from(["Бахмут", "Artemivsk", "حلب", "Aleppo", "Homs", ""])


@st.composite
def people(draw: st.DrawFn) -> Person:
    words = [draw(WORDS) for _ in range(3)]
    text = " ".join(filter(None, words))
    birth = draw(BIRTHS)
    return Person(
        id=draw(st.sampled_from("abc")),
        names=(NameSaid(text, words[0], words[1], words[2]),) if text else (),
        sex=draw(st.sampled_from(["f", "m", ""])),
        birth=read_birth(birth) if birth else None,
        birth_place=draw(TEXTS),
        home_place=draw(TEXTS),
        father=draw(WORDS),
        mother=draw(WORDS),
        spouse=draw(WORDS),
        lang=draw(st.sampled_from(["uk", "ti", ""])),
    )


def row(comparison: Comparison, field: str):
    return next(r for r in comparison.evidence if r.field == field)


@given(people(), people())
def test_comparing_is_symmetric(left, right):
    there, back = compare(left, right, STATS), compare(right, left, STATS)
    assert there.score == pytest.approx(back.score, abs=1e-9)
    assert there.band == back.band
    for a, b in zip(there.evidence, back.evidence, strict=True):
        assert (a.field, a.outcome, a.left, a.right) == (b.field, b.outcome, b.right, b.left)
        assert a.weight == pytest.approx(b.weight, abs=1e-9)


@given(people(), people())
def test_the_weights_and_the_prior_add_up_to_the_result(left, right):
    found = compare(left, right, STATS)
    assert found.score == pytest.approx(sum(r.weight for r in found.evidence) + STATS.prior)


@given(people(), people())
def test_every_field_is_explained_in_the_same_order(left, right):
    found = compare(left, right, STATS)
    assert tuple(r.field for r in found.evidence) == FIELDS
    for r in found.evidence:
        assert isinstance(r.why, Reason)
        assert (r.outcome is Outcome.UNKNOWN) <= (r.weight == 0)


def test_a_family_name_weighs_no_less_than_the_same_word_as_a_fathers_name():
    """Found by chance: who has the same two names weighed less than who has a third as well."""
    olena = Person(
        "a",
        names=(NameSaid("Олена Тетяна", given="Олена", family="Тетяна"),),
        sex="f",
        birth=read_birth("1990-01-01"),
        father="Тетяна",
    )
    three = NameSaid("Тетяна Олена Olena", given="Тетяна", patronymic="Олена", family="Olena")
    other = replace(olena, names=(three,), birth=read_birth("1987-05-14"), father="Олена")
    same = replace(other, names=olena.names)
    assert compare(olena, same, STATS).score > compare(olena, other, STATS).score


@given(people(), people(), st.sampled_from(["name", "sex", "birth", "birth_place", "home_place"]))
def test_saying_the_same_in_one_field_never_weighs_less(left, right, field):
    """Against what was said before, not against silence: silence tells nothing.

    A patronymic speaks of the father too: a name that says the same may say it in another
    script than the father's name does, and then that row tells a little less.
    """
    attribute = "names" if field == "name" else field
    if not getattr(left, attribute) or not getattr(right, attribute):
        return
    better = replace(right, **{attribute: getattr(left, attribute)})
    before, after = compare(left, right, STATS), compare(left, better, STATS)
    of_the_father = row(before, "father").weight - row(after, "father").weight
    given_up = max(0.0, of_the_father) if field == "name" else 0.0
    assert after.score >= before.score - given_up - 1e-9
    assert row(after, field).outcome is not Outcome.DIFFERS or row(before, field).weight <= 0


@pytest.mark.parametrize("field", ["father", "mother", "spouse"])
@given(left=people(), right=people())
def test_the_same_relative_never_weighs_less(field, left, right):
    if not getattr(left, field) or not getattr(right, field):
        return
    better = replace(right, **{field: getattr(left, field)})
    assert compare(left, better, STATS).score >= compare(left, right, STATS).score - 1e-9


@pytest.mark.parametrize(
    "field", ["sex", "birth", "birth_place", "home_place", "mother", "spouse", "names"]
)
def test_v13_a_field_that_was_declined_weighs_exactly_nothing(field):
    silent = replace(OLENA, **{field: Person(id="x").__getattribute__(field)})
    found = row(compare(OLENA, silent, STATS), "name" if field == "names" else field)
    assert (found.outcome, found.weight, found.why) == (Outcome.UNKNOWN, 0.0, Reason.NOT_KNOWN)


def test_v13_declined_on_either_side_or_both_gives_the_same_result():
    silent = replace(OLENA, mother="")
    results = [compare(a, b, STATS).score for a, b in ((OLENA, silent), (silent, silent))]
    assert results[0] == results[1]


def test_the_same_woman_in_two_scripts_is_suggested():
    assert compare(OLENA, OLENA_AGAIN, STATS).band is Band.MANY
    assert compare(AHMAD, AHMAD_AGAIN, STATS).is_suggested


def test_a_sister_is_not_suggested_though_all_that_relatives_share_agrees():
    found = compare(OLENA, SISTER, STATS)
    assert found.band is Band.FEW
    assert row(found, "name").why is Reason.GIVEN_DIFFERS
    assert row(found, "mother").outcome is Outcome.AGREES


def test_a_twin_is_not_suggested():
    twin = replace(SISTER, birth=OLENA.birth)
    assert not compare(OLENA, twin, STATS).is_suggested


@pytest.mark.parametrize("birth", ["2003-08-30", "2003", "1999-03-21", "2000~"])
def test_a_son_named_as_his_father_is_not_suggested(birth):
    named = (NameSaid("أحمد أحمد الحلبي", "أحمد", "أحمد", "الحلبي"), *AHMAD.names)
    born = read_birth(birth)
    son = replace(AHMAD, id="s", names=named, birth=born, father="أحمد", mother="هدى", spouse="")
    assert not compare(AHMAD, son, STATS).is_suggested


def test_a_brother_is_not_suggested_even_with_the_whole_family_along():
    brother = replace(
        AHMAD, id="b", names=(NameSaid("محمود خالد الحلبي", "محمود", "خالد", "الحلبي"),),
        birth=read_birth("1981-07-07"), spouse="",
    )  # fmt: skip
    parents = (("خالد", "1950"), ("سميرة", "1955"))
    family = tuple(Companion((NameSaid(n, n),), read_birth(born)) for n, born in parents)
    left, right = replace(AHMAD, companions=family), replace(brother, companions=family)
    assert not compare(left, right, STATS).is_suggested


def test_what_a_family_shares_levels_off_below_the_prior():
    nameless = [replace(p, names=(), birth=None, sex="", spouse="") for p in (OLENA, SISTER)]
    crowd = tuple(Companion((NameSaid(n, n),)) for n in ("Петро", "Галина", "Максим", "Софія"))
    left, right = (replace(p, companions=crowd) for p in nameless)
    assert compare(left, right, STATS).score <= 0


def test_people_with_nothing_in_common_end_in_the_lowest_band():
    for left, right in combinations(EVERYONE, 2):
        if {left.id, right.id} != {"olena", "sister"}:
            assert compare(left, right, STATS).band is Band.FEW


def test_two_silent_records_weigh_the_prior_alone():
    assert compare(Person(id="a"), Person(id="b"), STATS).score == STATS.prior


def test_born_where_one_lives_is_not_counted_twice():
    apart = replace(OLENA, birth_place="Бахмут", home_place="Полтава")
    one = row(compare(OLENA, replace(OLENA, home_place=""), STATS), "birth_place").weight
    both = compare(apart, apart, STATS)
    assert row(both, "home_place").weight < row(both, "birth_place").weight or one > 0


def test_a_patronymic_tells_the_father_once():
    without = replace(OLENA, names=(NameSaid("Олена Коваленко", "Олена", "", "Коваленко"),))
    with_it = row(compare(OLENA, OLENA, STATS), "father").weight
    alone = row(compare(without, without, STATS), "father").weight
    assert 0 < with_it < alone


def test_language_is_a_hint_and_never_evidence():
    same = compare(OLENA, replace(OLENA, lang="ru"), STATS)
    assert same.score == compare(OLENA, OLENA, STATS).score
    assert row(same, "lang").why is Reason.HINT_ONLY


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (W["band.many"], Band.MANY),
        (W["band.many"] - 0.01, Band.SOME),
        (W["band.some"], Band.SOME),
        (W["band.some"] - 1, Band.FEW),
    ],
)
def test_bands_begin_where_the_table_says(score, band):
    assert band_of(score, W) is band


def test_a_comparison_carries_the_version_of_its_weights():
    assert compare(OLENA, SISTER, STATS).weights_version == W.version == NEWEST


def test_a_person_has_no_field_for_what_must_never_weigh():
    names = {f.name for f in fields(Person)}
    assert names.isdisjoint({"nationality", "religion", "ethnicity", "photo"})


@given(st.lists(st.text(max_size=30), min_size=8, max_size=8))
def test_no_text_whatever_breaks_a_comparison(texts):
    a, b, *rest = texts
    strange = person("s", a or "?", given=b, birth_place=rest[0], home_place=rest[1],
                     father=rest[2], mother=rest[3], spouse=rest[4], sex=rest[5])  # fmt: skip
    for other in (strange, OLENA, AHMAD):
        assert len(compare(strange, other, STATS).evidence) == len(FIELDS)


def test_companions_are_told_apart_from_strangers():
    couple = [replace(p, group="g") for p in (OLENA, AHMAD)]
    left, right = (
        with_companions(couple),
        with_companions(replace(p, id=p.id + "2") for p in couple),
    )
    for a, b in product(left, right):
        assert row(compare(a, b, STATS), "group").outcome is not Outcome.UNKNOWN
