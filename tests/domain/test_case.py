"""A case opens after the notice, grows, and is complete when everything was asked."""

from dataclasses import replace
from datetime import date

import pytest

from intake.domain.case import (
    PRIVATE_MOMENT,
    Arrival,
    Case,
    Notice,
    add_member,
    child_alone,
    children_alone,
    complete,
    could_be_child,
    discard,
    forget_content,
    gaps,
    name_focal_point,
    open_case,
    raise_level,
    unoffered,
    youngest,
)
from intake.domain.codes import (
    Absent,
    CaseStatus,
    Channel,
    GroupKind,
    Level,
    ReadBack,
)
from intake.domain.individual import Individual
from intake.domain.partial_date import from_age, from_parts
from intake.domain.questions import needed_for
from intake.domain.statement import Said, Statement
from intake.errors import (
    CaseClosed,
    FieldMissing,
    FocalPointMissing,
    NameMissing,
    NoticeMissing,
    RuleBroken,
)
from tests.builders import NOON, a_name, a_statement

TODAY = date(2026, 11, 20)
NOTICE = Notice("1", "uk", Channel.SPOKEN)
ARRIVAL = Arrival(GroupKind.FAMILY, Level.FULL, "North gate")


def said(*statements: Statement) -> tuple[Said, ...]:
    return tuple(
        Said(s, by="o", device="d", at="", hlc=f"{n:03d}") for n, s in enumerate(statements)
    )


def person(**values: object) -> Individual:
    """An individual asked everything; values given, the rest declined."""
    asked = (*needed_for(Level.FULL, "individual"), PRIVATE_MOMENT)
    answers = dict.fromkeys(asked) | {k.replace("_", "-"): v for k, v in values.items()}
    return Individual(
        "p1",
        "c1",
        "N",
        1,
        said(
            *(
                a_statement("p1", path, value, absent=None if value else Absent.DECLINED)
                for path, value in answers.items()
            )
        ),
    )


def case(*members: Individual, **changes: object) -> Case:
    base = Case(
        id="c1",
        number="N",
        group_kind=GroupKind.FAMILY,
        level=Level.FULL,
        status=CaseStatus.DRAFT,
        site="gate",
        opened_at="",
        opened_by="o",
        device="d",
        notice_version="1",
        notice_language="uk",
        focal="p1",
        members=members or (person(name=a_name("Olena")),),
        said=said(
            *(a_statement("c1", p, absent=Absent.DECLINED) for p in needed_for(Level.FULL, "case"))
        ),
    )
    return replace(base, **changes)


def finish(what: Case):
    return complete(what, read_back=ReadBack.YES, read_back_in="uk", by="o", at=NOON)


def test_a_case_opens_once_the_notice_was_given() -> None:
    event = open_case("c1", number="N", arrival=ARRIVAL, notice=NOTICE, by="o", at=NOON)
    assert (event.notice_language, event.group_kind) == ("uk", GroupKind.FAMILY)


@pytest.mark.parametrize("change", [{"channel": None}, {"version": ""}])
def test_nothing_is_recorded_before_the_notice(change: dict[str, object]) -> None:
    notice = replace(NOTICE, **change)
    with pytest.raises(NoticeMissing) as caught:
        open_case("c1", number="N", arrival=ARRIVAL, notice=notice, by="o", at=NOON)
    assert caught.value.facts == {"case": "c1"}


def test_members_are_counted_on_even_after_one_left_the_list() -> None:
    event = add_member(
        case(replace(person(name=a_name("A")), position=4)),
        individual="p2",
        number="M",
        by="o",
        at=NOON,
    )
    assert event.position == 5


def test_a_discarded_case_grows_no_more() -> None:
    with pytest.raises(CaseClosed):
        add_member(case(status=CaseStatus.DISCARDED), individual="p2", number="M", by="o", at=NOON)


def test_the_focal_point_is_one_of_the_group() -> None:
    assert name_focal_point(case(), "p1", by="o", at=NOON).individual == "p1"
    with pytest.raises(FocalPointMissing) as caught:
        name_focal_point(case(), "stranger", by="o", at=NOON)
    assert "Olena" not in repr(caught.value.facts)


def test_a_person_who_declines_everything_is_completely_registered() -> None:
    assert finish(case()).read_back is ReadBack.YES


@pytest.mark.parametrize("path", needed_for(Level.FULL, "individual"))
def test_a_question_nobody_asked_keeps_a_record_open(path: str) -> None:
    member = person(name=a_name("Olena"))
    member = replace(member, said=tuple(s for s in member.said if s.statement.path != path))
    error = NameMissing if path == "name" else FieldMissing
    with pytest.raises(error):
        finish(case(member))


def test_gaps_name_the_question_and_whose_it_is() -> None:
    empty = Individual("p9", "c1", "N", 1)
    found = gaps(case(empty, said=()))
    assert ("p9", "sex") in {(g.subject, g.path) for g in found}
    assert ("c1", "urgent.doctor") in {(g.subject, g.path) for g in found}


def test_somebody_must_be_called_something() -> None:
    with pytest.raises(NameMissing):
        finish(case(person()))


@pytest.mark.parametrize(
    ("change", "error"),
    [({"focal": "x"}, FocalPointMissing), ({"status": CaseStatus.READY}, CaseClosed)],
)
def test_a_record_that_is_not_ready_stays_open(change: dict[str, object], error: type) -> None:
    with pytest.raises(error):
        finish(case(**change))


def test_completing_needs_the_read_back() -> None:
    with pytest.raises(FieldMissing) as caught:
        complete(case(), read_back=None, read_back_in="", by="o", at=NOON)
    assert caught.value.facts == {"case": "c1", "path": "read-back"}


def test_a_quick_registration_needs_its_tally_alone() -> None:
    quick = case(level=Level.QUICK, members=(), focal="", said=())
    with pytest.raises(FieldMissing):
        finish(quick)
    counted = replace(quick, said=said(a_statement("c1", "tally", {"f-18-59": 1})))
    assert finish(counted).level is Level.QUICK


def test_a_quick_registration_goes_on_as_a_full_one() -> None:
    quick = case(level=Level.QUICK, status=CaseStatus.READY)
    assert raise_level(quick, by="o", at=NOON).level is Level.FULL


def test_a_complete_full_record_is_not_opened_again() -> None:
    with pytest.raises(CaseClosed):
        raise_level(case(status=CaseStatus.READY), by="o", at=NOON)


def test_only_a_draft_can_be_given_up() -> None:
    assert discard(case(), reason="left", by="o", at=NOON).reason == "left"
    with pytest.raises(CaseClosed):
        discard(case(status=CaseStatus.READY), reason="left", by="o", at=NOON)


def test_a_record_that_was_complete_once_is_no_draft_to_give_up() -> None:
    with pytest.raises(CaseClosed):
        discard(case(completed_at="2026-11-20T12:00:00+00:00"), reason="left", by="o", at=NOON)


def born(value: object) -> Individual:
    return person(name=a_name("X"), birth=value)


def test_sixteen_or_nineteen_takes_the_childs_route() -> None:
    age = from_age(16, 19, as_of=TODAY).to_json()
    assert could_be_child(born(age), TODAY)


def test_a_grown_person_is_no_child() -> None:
    assert not could_be_child(born(from_parts(None, None, 1980).to_json()), TODAY)


def test_a_child_without_any_adult_is_seen() -> None:
    child = born(from_age(9, 9, as_of=TODAY).to_json())
    adult = replace(born(from_parts(None, None, 1980).to_json()), id="p2")
    assert child_alone(case(child), TODAY)
    assert not child_alone(case(child, adult), TODAY)


def moment(value: object = None, absent: Absent | None = None) -> Individual:
    """An adult whose moment alone was answered so, or not at all."""
    answered = value is not None or absent is not None
    told = [a_statement("p1", PRIVATE_MOMENT, value, absent=absent)] if answered else []
    named = a_statement("p1", "name", a_name("Олена"))
    born = a_statement("p1", "birth", from_age(40, None, TODAY).to_json())
    return Individual("p1", "c1", "N", 1, said(named, born, *told))


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, True),
        ({"absent": Absent.NOT_ASKED}, True),
        ({"absent": Absent.LATER}, True),
        ({"absent": Absent.DECLINED}, False),
        ({"value": "offered-taken"}, False),
        ({"value": "offered-declined"}, False),
        ({"value": "not-possible-others-stayed"}, False),
    ],
)
def test_an_adult_needs_the_offer_of_a_moment_alone(told: dict, missing: bool) -> None:
    adult = moment(**told)
    assert bool(unoffered(case(adult), TODAY)) is missing
    if missing:
        asked_all = replace(case(adult, focal="p1"), said=case(person(name=a_name("А"))).said)
        with pytest.raises(FieldMissing) as caught:
            complete(asked_all, read_back=ReadBack.YES, read_back_in="uk", by="o", at=NOON)
        assert caught.value.facts["individual"] == "p1"


def test_a_child_and_a_counted_group_need_no_moment_alone() -> None:
    child = person(name=a_name("Іван"), birth=from_age(9, None, TODAY).to_json())
    without = [s for s in child.said if s.statement.path != PRIVATE_MOMENT]
    assert unoffered(case(replace(child, said=tuple(without))), TODAY) == ()
    assert unoffered(replace(case(moment()), level=Level.QUICK), TODAY) == ()


def aged(lowest: int, highest: int | None = None) -> Individual:
    """Somebody of whom this age was told today."""
    return person(birth=from_age(lowest, highest, TODAY).to_json())


def test_of_several_the_ages_of_the_youngest_possible_child_are_told() -> None:
    assert youngest([aged(40), aged(16, 19), aged(9)], TODAY) == (9, 9)
    assert youngest([aged(40), aged(16, 19)], TODAY) == (16, 19)


def test_among_adults_and_those_of_unknown_age_no_age_is_told() -> None:
    assert youngest([aged(40), person(name=a_name("А"))], TODAY) is None
    assert youngest([], TODAY) is None


def test_what_the_group_gave_is_the_newest_standing_value_of_that_question() -> None:
    first = a_statement("c1", "urgent.doctor", "yes")
    told = said(
        first,
        a_statement("c1", "tally", {"f-18-59": 1}),
        a_statement("c1", "urgent.doctor", "no", saw=(first.id,)),
        a_statement("c1", "urgent.food", absent=Absent.DECLINED),
    )
    group = case(said=told)
    assert group.value("urgent.doctor") == "no"
    assert group.value("tally") == {"f-18-59": 1}
    assert (group.value("urgent.food"), group.was_asked("urgent.food")) == (None, True)
    assert (group.value("urgent.water"), group.was_asked("urgent.water")) == (None, False)


@pytest.mark.parametrize("status", list(CaseStatus))
def test_content_is_forgotten_only_of_what_the_registry_holds(status: CaseStatus) -> None:
    held = replace(case(status=status), also=("M",), completed_at="then")
    if status in (CaseStatus.RECEIVED, CaseStatus.ANSWERED):
        event = forget_content(held, by="o", at=NOON)
        assert (event.case, event.forgotten, event.number, event.also) == ("", "c1", "N", ("M",))
        assert [(m.individual, m.number, m.position) for m in event.members] == [("p1", "N", 1)]
        assert (event.focal, event.completed_at, event.site) == ("p1", "then", "gate")
        assert "Olena" not in repr(event)
        with pytest.raises(CaseClosed):
            forget_content(replace(held, is_forgotten=True), by="o", at=NOON)
    else:
        with pytest.raises(CaseClosed) as caught:
            forget_content(held, by="o", at=NOON)
        assert caught.value.facts == {"case": "c1"}


def test_refusals_name_the_record_or_the_person_and_no_word_of_them() -> None:
    closed, done = case(status=CaseStatus.DISCARDED), case(status=CaseStatus.READY)
    nameless = case(replace(person(), id="p7"), focal="p7")
    for step, facts in (
        (lambda: finish(done), {"case": "c1"}),
        (lambda: raise_level(done, by="o", at=NOON), {"case": "c1"}),
        (lambda: discard(done, reason="left", by="o", at=NOON), {"case": "c1"}),
        (lambda: name_focal_point(done, "x", by="o", at=NOON), {"case": "c1"}),
        (
            lambda: add_member(closed, individual="p2", number="M", by="o", at=NOON),
            {"case": "c1"},
        ),
        (lambda: finish(nameless), {"individual": "p7"}),
        (lambda: finish(case(focal="x")), {"case": "c1"}),
    ):
        with pytest.raises(RuleBroken) as caught:
            step()
        assert caught.value.facts == facts


def test_completing_keeps_how_and_in_which_language_it_was_read_back_and_why_not() -> None:
    event = complete(
        case(),
        read_back=ReadBack.REFUSES,
        read_back_in="ar",
        reason="She is tired.",
        by="o",
        at=NOON,
    )
    assert (event.case, event.level, event.by, event.at) == ("c1", Level.FULL, "o", NOON)
    assert (event.read_back, event.read_back_in, event.reason) == (
        ReadBack.REFUSES,
        "ar",
        "She is tired.",
    )


def test_nobody_whose_age_is_not_known_or_may_be_under_18_stands_for_an_adult() -> None:
    child, unsure = replace(aged(9), id="c"), replace(aged(16, 19), id="u")
    nobody_asked = replace(person(name=a_name("Ада")), id="n")
    assert children_alone([child, nobody_asked], TODAY) == [child]
    assert children_alone([nobody_asked, unsure, child], TODAY) == [unsure, child]
    assert children_alone([child, unsure, replace(aged(18), id="a")], TODAY) == []
    assert children_alone([nobody_asked], TODAY) == children_alone([], TODAY) == []


@pytest.mark.parametrize(("day", "is_child"), [(20, False), (21, True)])
def test_the_childs_route_ends_on_the_eighteenth_birthday(day: int, is_child: bool) -> None:
    member = born(from_parts(day, 11, 2008).to_json())
    assert could_be_child(member, TODAY) is is_child
    assert child_alone(case(member), TODAY) is is_child
    without = tuple(s for s in member.said if s.statement.path != PRIVATE_MOMENT)
    assert bool(unoffered(case(replace(member, said=without)), TODAY)) is not is_child


def test_whoever_tells_no_age_gets_the_offer_of_an_adult() -> None:
    silent = person(name=a_name("Ада"))
    without = tuple(s for s in silent.said if s.statement.path != PRIVATE_MOMENT)
    assert [g.subject for g in unoffered(case(replace(silent, said=without)), TODAY)] == ["p1"]


@pytest.mark.parametrize("status", [s for s in CaseStatus if s is not CaseStatus.DISCARDED])
def test_people_are_added_as_long_as_a_case_was_not_given_up(status: CaseStatus) -> None:
    event = add_member(case(status=status), individual="p2", number="M", by="o", at=NOON)
    assert (event.case, event.individual, event.number, event.position) == ("c1", "p2", "M", 2)
    first = add_member(case(members=()), individual="p2", number="M", by="o", at=NOON)
    assert first.position == 1


def test_positions_count_on_from_the_last_of_several() -> None:
    several = [replace(aged(30), id=f"p{n}", position=n) for n in (2, 1, 3)]
    event = add_member(case(*several), individual="p9", number="M", by="o", at=NOON)
    assert event.position == 4


def test_a_value_the_group_gave_stands_beside_somebodys_silence() -> None:
    told = said(
        a_statement("c1", "urgent.doctor", "yes"),
        a_statement("c1", "urgent.doctor", absent=Absent.DECLINED),
    )
    assert case(said=told).value("urgent.doctor") == "yes"
    assert case(said=told[::-1]).value("urgent.doctor") == "yes"


@pytest.mark.parametrize("level", [Level.QUICK, Level.FULL])
def test_a_draft_of_any_level_goes_on_as_a_full_registration(level: Level) -> None:
    assert raise_level(case(level=level), by="o", at=NOON).level is Level.FULL
