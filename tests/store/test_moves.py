"""Two people move somebody: a rule of the tables, folded from the ledger, gone when erased."""

import pytest

from intake.domain.codes import GroupKind, MoveStatus, RegroupReason
from intake.domain.event import MoveConfirmed, MoveProposed, MoveRefused
from intake.store import Store
from intake.store.engine import IntegrityError
from tests.builders import NOON, Group, a_group

NEW, NUMBER = "n" * 32, "NEWNUMBER1"
_SAFE = RegroupReason.PROTECTION


@pytest.fixture
def family(store: Store) -> Group:
    made = a_group("Olena", "Taras", "Ivan")
    store.record(*made.events)
    return made


@pytest.fixture
def others(store: Store) -> Group:
    made = a_group("Hodan", "Amina")
    store.record(*made.events)
    return made


def proposed(group: Group, *who: int, move: str = "m1", **changed: object) -> MoveProposed:
    event = {
        "from_group": group.case,
        "from_number": group.case[:10].upper(),
        "to_group": NEW,
        "to_number": NUMBER,
        "reason": RegroupReason.FAMILY_REQUEST,
        "words": "They ask.",
        "by": "clerk",
    } | changed
    people = tuple(group.people[at] for at in who)
    return MoveProposed(case=group.case, move=move, individuals=people, at=NOON, **event)


def confirmed(group: Group, by: str = "reviewer", move: str = "m1") -> MoveConfirmed:
    return MoveConfirmed(
        case=group.case, move=move, proposed_by="clerk", reason="Yes.", by=by, at=NOON
    )


def moved(store: Store, group: Group, *who: int, **changed: object) -> None:
    move = str(changed.get("move", "m1"))
    store.record(proposed(group, *who, **changed), confirmed(group, move=move))  # type: ignore[arg-type]


def members(store: Store, individual: str) -> list[str]:
    case = store.cases.of_individual(individual)
    assert case is not None
    return [member.id for member in case.members]


def tables(store: Store) -> list[list[dict[str, object]]]:
    names = ("moves", "moving", "placements")
    return [sorted(store._db.query(f"SELECT * FROM {name}"), key=str) for name in names]  # noqa: S608


def test_a_proposal_moves_nobody(store: Store, family: Group) -> None:
    store.record(proposed(family, 0))
    assert members(store, family.people[0]) == list(family.people)
    assert store.moves.busy(family.people) == {family.people[0]}
    assert [move.id for move in store.moves.waiting()] == ["m1"]


def test_after_the_second_person_both_parts_stand_for_themselves(
    store: Store, family: Group
) -> None:
    moved(store, family, 0, 1)
    for one in family.people[:2]:
        case = store.cases.of_individual(one)
        assert case is not None
        assert (case.id, case.number) == (family.case, NUMBER)
        assert members(store, one) == list(family.people[:2])
    case = store.cases.of_individual(family.people[2])
    assert case is not None
    assert case.number == family.case[:10].upper()
    assert case.group_kind is GroupKind.SINGLE
    assert case.focal == family.people[2]
    assert store.moves.busy(family.people) == set()


def test_the_record_stays_as_it_came(store: Store, family: Group) -> None:
    before = store.cases.get(family.case)
    moved(store, family, 0)
    assert store.cases.get(family.case) == before
    assert store.cases.as_came(family.people[0]) == before


def test_each_number_finds_the_group_of_now(store: Store, family: Group, others: Group) -> None:
    moved(store, family, 0)
    for number, found in (
        (NUMBER, family.people[:1]),
        (family.case[:10].upper(), family.people[1:]),
    ):
        case = store.cases.by_number(number)
        assert case is not None
        assert [m.id for m in case.members] == list(found)
    number = others.case[:10].upper()
    moved(store, family, 1, 2, move="m2", to_group=others.case, to_number=number)
    joined = store.cases.by_number(number)
    assert joined is not None
    assert {m.id for m in joined.members} == {*others.people, *family.people[1:]}


def test_the_number_of_a_group_that_everybody_left_leads_to_where_they_went(
    store: Store, family: Group, others: Group
) -> None:
    to = {"to_group": others.case, "to_number": others.case[:10].upper()}
    moved(store, family, 0, 1, 2, **to)
    found = store.cases.by_number(family.case[:10].upper())
    assert found is not None
    assert found.number == others.case[:10].upper()
    assert store.moves.group_of_number(family.case[:10].upper()) == (
        family.case,
        family.case[:10].upper(),
    )


def test_that_number_does_not_lead_to_somebody_parted_for_safety(
    store: Store, family: Group, others: Group
) -> None:
    to = {"to_group": others.case, "to_number": others.case[:10].upper(), "reason": _SAFE}
    moved(store, family, 0, 1, 2, **to)
    assert store.cases.by_number(family.case[:10].upper()) is None


def test_who_came_together_stays_company_unless_somebody_was_parted_for_safety(
    store: Store, family: Group
) -> None:
    moved(store, family, 0)
    case = store.cases.company(family.people[0])
    assert case is not None
    assert {m.id for m in case.members} == set(family.people)
    moved(store, family, 1, move="m2", to_group="x" * 32, to_number="X", reason=_SAFE)
    for one, seen in ((0, {0, 2}), (1, {1}), (2, {0, 2})):
        case = store.cases.company(family.people[one])
        assert case is not None
        assert {m.id for m in case.members} == {family.people[at] for at in seen}
    assert store.moves.apart(family.people) == {family.people[1]}


def test_what_was_said_of_the_group_does_not_go_with_somebody_parted_for_safety(
    store: Store, family: Group
) -> None:
    moved(store, family, 0, reason=_SAFE)
    parted, left = (store.cases.of_individual(family.people[at]) for at in (0, 1))
    assert parted is not None
    assert left is not None
    assert parted.said == ()
    assert left.said


def test_a_move_back_restores_everything(store: Store, family: Group) -> None:
    before = store.cases.of_individual(family.people[0])
    moved(store, family, 0, reason=_SAFE)
    back = {"to_group": family.case, "to_number": family.case[:10].upper()}
    moved(store, family, 0, move="m2", from_group=NEW, from_number=NUMBER, **back)
    assert store.cases.of_individual(family.people[0]) == before
    assert store.moves.apart(family.people) == set()
    assert [move.status for move in store.moves.about([NEW])] == [MoveStatus.CONFIRMED] * 2


def test_the_tables_let_nobody_confirm_their_own(store: Store, family: Group) -> None:
    store.record(proposed(family, 0))
    with pytest.raises(IntegrityError):
        store.record(confirmed(family, by="clerk"))
    assert members(store, family.people[0]) == list(family.people)


def test_the_tables_place_nobody_without_a_confirmed_move(store: Store, family: Group) -> None:
    row = {"individual": family.people[0], "case_id": family.case, "move": "m1", "number": NUMBER}
    with pytest.raises(IntegrityError):
        store._db.table("placements").insert({**row, "group_id": NEW})
    store.record(proposed(family, 0))
    with pytest.raises(IntegrityError):
        store._db.table("placements").insert({**row, "group_id": NEW})
    store.record(confirmed(family))
    with pytest.raises(IntegrityError):
        store._db.execute("UPDATE placements SET group_id = 'elsewhere'")
    with pytest.raises(IntegrityError):
        store._db.table("placements").insert(
            {**row, "individual": family.people[1], "group_id": NEW}
        )


def test_the_tables_know_no_move_that_begins_confirmed_and_no_second_answer(
    store: Store, family: Group
) -> None:
    store.record(proposed(family, 0), confirmed(family))
    with pytest.raises(IntegrityError):
        store.record(confirmed(family, by="another"))
    with pytest.raises(IntegrityError):
        store._db.execute(
            "INSERT INTO moves SELECT 'm9', case_id, individuals, 'elsewhere', from_number,"
            " to_group, to_number, reason, words, proposed_by, proposed_at, hlc, status,"
            " answered_by, answered_at, answer, answered_hlc FROM moves"
        )


def test_the_tables_hold_one_open_proposal_for_each_person(store: Store, family: Group) -> None:
    store.record(proposed(family, 0))
    with pytest.raises(IntegrityError):
        store.record(proposed(family, 0, 1, move="m2"))
    refused = MoveRefused(case=family.case, move="m1", reason="No.", by="reviewer", at=NOON)
    store.record(refused, proposed(family, 0, 1, move="m3"))
    assert [move.id for move in store.moves.waiting()] == ["m3"]


def a_history(store: Store, family: Group, others: Group) -> None:
    """A split, a join of what stayed with others, and a proposal that waits."""
    moved(store, family, 0, reason=_SAFE)
    to = {"to_group": others.case, "to_number": others.case[:10].upper()}
    moved(store, family, 1, 2, move="m2", **to)
    store.record(proposed(others, 0, move="m3", to_group="y" * 32, to_number="Y"))


def test_a_rebuild_finds_everybody_where_they_were(
    store: Store, family: Group, others: Group
) -> None:
    a_history(store, family, others)
    before = tables(store)
    assert all(before)
    store.rebuild()
    assert tables(store) == before


@pytest.mark.parametrize("erased", [0, 1])
def test_erasing_a_record_leaves_the_others_where_they_belong_after_a_rebuild_too(
    store: Store, family: Group, others: Group, erased: int
) -> None:
    a_history(store, family, others)
    gone, kept = ((family, others), (others, family))[erased]
    store.forget_case(gone.case)
    before = tables(store)
    places = {p.individual: (p.group, p.number) for p in store.moves.places(kept.people)}
    assert set(places) == set(kept.people)
    assert not any(one in str(before) for one in gone.people)
    store.rebuild()
    assert tables(store) == before
    assert {p.individual: (p.group, p.number) for p in store.moves.places(kept.people)} == places


def test_who_joined_a_group_keeps_its_number_when_its_own_record_is_erased(
    store: Store, family: Group, others: Group
) -> None:
    number = others.case[:10].upper()
    moved(store, family, 0, to_group=others.case, to_number=number)
    store.forget_case(others.case)
    found = store.cases.by_number(number)
    assert found is not None
    assert [m.id for m in found.members] == [family.people[0]]
    assert found.number == number


def test_a_member_from_another_record_brings_no_tie_to_the_focal_point_there(
    store: Store, family: Group, others: Group
) -> None:
    moved(store, others, 0, to_group=family.case, to_number=family.case[:10].upper())
    case = store.cases.of_individual(family.people[0])
    assert case is not None
    joined = case.member(others.people[0])
    assert joined is not None
    assert joined.text("name") == "Hodan"
    assert not joined.was_asked("relationship")


def test_who_belonged_to_a_group_is_known_for_every_moment(store: Store, family: Group) -> None:
    start = store._hlc()
    moved(store, family, 0)
    after = store._hlc()
    assert store.moves.members_then(family.case, start) == sorted(family.people)
    assert store.moves.members_then(family.case, after) == sorted(family.people[1:])
    assert store.moves.members_then(NEW, after) == [family.people[0]]
    assert store.moves.members_then(NEW, start) == []
    assert store.moves.once_with(family.people[0]) == set(family.people[1:])
