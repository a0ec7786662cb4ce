"""What does not fit together becomes a question, central first, and nothing else does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import Doubt, Source, StayRole, Tie
from intake.domain.individual import Individual
from intake.domain.open_points import TIMES, TWO_PLACES, open_paths, open_points
from intake.domain.partial_date import from_edtf
from intake.domain.place import PlaceLink, make_place
from intake.domain.questions import QUESTIONS
from intake.domain.relative import Relative
from intake.domain.statement import Said, Statement
from intake.domain.stay import Stay


def said(path, value, *, of="", number=1, source=Source.SELF):
    statement = Statement(
        id=f"{of or 'own'}-{path}-{number}",
        subject="p1",
        path=path,
        value=value,
        source=source,
        source_ref=of,
    )
    return Said(statement, "u1", "d1", "2026-11-20T09:00:00+00:00", f"{number:04}")


def person(*own, others=()):
    return Individual("p1", "c1", "K7", 1, tuple(own), tuple(others))


def keys(whole):
    return [point.key for point in open_points(whole)]


def place(name, country="UA", pack=""):
    link = PlaceLink("pack", pack, country, name) if pack else None
    return make_place(name, country, link)


def a_name(text):
    return {"text": text}


def by_relative(path, value, number=2):
    return said(path, value, of="p2", number=number, source=Source.RELATIVE)


def stay(role, where, began="", ended="", country="UA", number=1):
    line = Stay(
        role=StayRole(role),
        place=place(where, country),
        began=from_edtf(began).to_json() if began else None,
        ended=from_edtf(ended).to_json() if ended else None,
    )
    return said("place-stays", line.to_json(), number=number)


def test_a_life_that_fits_together_asks_nothing():
    assert open_points(person(said("mother", a_name("Ніна")))) == ()


def test_what_a_relative_says_otherwise_stands_beside_the_persons_word():
    whole = person(said("mother", a_name("Ніна")), others=[by_relative("mother", a_name("Галина"))])
    (point,) = open_points(whole)
    assert (point.key, point.path) == ("mother", "mother")
    assert [s.statement.source for s in point.said] == [Source.SELF, Source.RELATIVE]
    assert point.is_central
    assert point.tells_of_others


def test_two_statements_of_the_person_tell_of_nobody_else():
    again = said("mother", a_name("Галина"), number=2, source=Source.INTERVIEW, of="i1")
    (point,) = open_points(person(said("mother", a_name("Ніна")), again))
    assert not point.tells_of_others


def test_two_relatives_who_differ_are_a_question_too():
    others = [by_relative("mother", a_name("Ніна")), by_relative("mother", a_name("Галина"), 3)]
    others[1] = replace(others[1], statement=replace(others[1].statement, id="x"))
    assert keys(person(others=others)) == ["mother"]


def test_what_only_others_say_is_no_contradiction():
    assert keys(person(others=[by_relative("mother", a_name("Ніна"))])) == []


def test_a_voucher_who_says_otherwise_is_named_as_one():
    vouched = said("birth-place", place("Львів"), of="v1", number=2, source=Source.VOUCHER)
    (point,) = open_points(person(said("birth-place", place("Бахмут")), others=[vouched]))
    assert point.said[1].statement.source is Source.VOUCHER


def test_a_renamed_place_of_the_list_is_no_contradiction():
    old, new = place("Артемівськ", pack="UA-1"), place("Бахмут", pack="UA-1")
    assert keys(person(said("birth-place", old), said("birth-place", new, number=2))) == []
    other = place("Львів", pack="UA-2")
    assert keys(person(said("birth-place", old), said("birth-place", other, number=2))) == [
        "birth-place"
    ]


def test_main_facts_come_before_side_matters_and_times_come_last():
    whole = person(
        said("nationality", "Ukraine"),
        said("nationality", "Poland", number=2),
        said("mother", a_name("Ніна"), number=3),
        said("mother", a_name("Галина"), number=4),
        stay("last-residence", "Львів", "2020", "2019", number=5),
    )
    assert keys(whole) == ["mother", "nationality", "times.left-before-arrival"]
    assert [p.is_central for p in open_points(whole)] == [True, False, False]


def tie(word, to="p2"):
    return Relative(word, to=to).to_json()


@pytest.mark.parametrize(
    ("own", "theirs", "asked"),
    [
        (Tie.SIBLING, Tie.SIBLING, False),
        (Tie.SIBLING, Tie.COUSIN, True),
        (Tie.CHILD, Tie.NONE, True),
        (Tie.SIBLING, Tie.UNKNOWN, False),
        (Tie.UNKNOWN, Tie.SIBLING, False),
    ],
)
def test_a_tie_the_other_one_calls_by_another_word(own, theirs, asked):
    whole = person(said("relative", tie(own)), others=[by_relative("relative", tie(theirs))])
    assert keys(whole) == (["relative"] if asked else [])


def test_ties_to_different_people_differ_from_nothing():
    others = [by_relative("relative", tie(Tie.COUSIN, "p3"))]
    assert keys(person(said("relative", tie(Tie.SIBLING)), others=others)) == []


def test_what_the_times_say_is_a_point_with_the_lines_and_the_birth():
    whole = person(
        said("birth", from_edtf("2000").to_json()),
        stay("school", "Львів", "2001", "2002", number=2),
    )
    (point,) = open_points(whole)
    assert point.key == TIMES + Doubt.SCHOOL_TOO_EARLY
    assert [s.statement.path for s in point.said] == ["place-stays", "birth"]


def test_what_was_asked_and_kept_at_registration_is_not_asked_again():
    line = stay("last-residence", "Львів", "2020", "2019")
    kept = said("kept-as-said", Doubt.LEFT_BEFORE_ARRIVAL.value, of=line.statement.id, number=9)
    assert keys(person(line)) == ["times.left-before-arrival"]
    assert keys(person(line, kept)) == []


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        (("2010", "2020", "UA"), ("2012", "2015", "PL"), True),
        (("2010", "2020", "UA"), ("2012", "2015", "UA"), False),
        (("2010", "2020", "UA"), ("2012", "2015", ""), False),
        (("2010", "2015", "UA"), ("2015", "2020", "PL"), False),
        (("2010", "", "UA"), ("2012", "2015", "PL"), False),
        (("2010/2014", "2020", "UA"), ("2008", "2013", "PL"), False),
    ],
)
def test_two_far_places_at_one_time_only_where_no_reading_brings_them_apart(first, second, asked):
    whole = person(
        stay("childhood", "Львів", first[0], first[1], first[2]),
        stay("displacement-site", "Краків", second[0], second[1], second[2], number=2),
    )
    assert keys(whole) == ([TWO_PLACES] if asked else [])


def test_work_elsewhere_and_places_passed_are_not_lived_in():
    whole = person(
        stay("last-residence", "Львів", "2010", "2020"),
        stay("work", "Краків", "2012", "2015", "PL", number=2),
    )
    assert keys(whole) == []


def test_two_areas_of_one_list_are_far_and_one_area_is_not():
    def linked(area, number):
        link = PlaceLink("pack", f"UA-{number}", "UA", "X", area)
        value = Stay(
            role=StayRole.CHILDHOOD,
            place=make_place(f"X{number}", "UA", link),
            began=from_edtf("2010").to_json(),
            ended=from_edtf("2020").to_json(),
        )
        return said("place-stays", value.to_json(), number=number)

    assert keys(person(linked("North", 1), linked("South", 2))) == [TWO_PLACES]
    assert keys(person(linked("North", 1), linked("North", 2))) == []


def test_the_plan_learns_paths_and_ids_and_no_value():
    whole = person(
        said("mother", a_name("Ніна")),
        stay("last-residence", "Львів", "2020", "2019", number=5),
        others=[by_relative("mother", a_name("Галина"))],
    )
    assert open_paths(whole) == {
        "mother": ["own-mother-1", "p2-mother-2"],
        "place-stays": ["own-place-stays-5"],
    }


VALUES = st.sampled_from(["Ніна", "Галина", "Olena"]).map(a_name)
SAID = st.builds(
    lambda path, value, number, of: said(path, value, number=number, of=of),
    st.sampled_from(["mother", "father", "name", "spouse"]),
    VALUES,
    st.integers(1, 99),
    st.sampled_from(["", "p2", "v1"]),
)


@given(st.lists(SAID, max_size=6), st.lists(SAID, max_size=6))
def test_points_are_unique_sorted_and_hold_at_least_two_statements(own, others):
    points = open_points(person(*own, others=others))
    assert len({p.key for p in points}) == len(points)
    central = [p.is_central for p in points]
    assert central == sorted(central, reverse=True)
    for point in points:
        assert len(point.said) > 1
        assert point.path in QUESTIONS
