"""Cards in a store: one index like any other, kept true to what people say and agree to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.codes import ConsentAnswer, Purpose
from intake.domain.event import CaseDiscarded, CaseErased, ErasureAsked
from intake.matching.card import card_of
from intake.matching.person import Person
from intake.matching.search import search
from intake.matching.stats import counted
from intake.store import Store, filing, open_store
from intake.store.filed import _GROUP, _SHARING, Filed
from intake.store.migrations import migrations
from intake.store.pairs import _SETTLED
from intake.store.schema import FILED
from tests.builders import NOON, a_consent, a_group, a_statement, statements
from tests.matching.index_contract import FEW, PEOPLE, IndexContract, answers, grouped
from tests.matching.invented import AHMAD, EVERYONE, MONONYM, OLENA, OLENA_AGAIN, SISTER, person
from tests.store.conftest import KEY

COMPARED, TRACED = frozenset({Purpose.VERIFICATION}), frozenset({Purpose.TRACING})
BOTH = COMPARED | TRACED


def file(store: Store, group: Sequence[Person], purposes: frozenset[Purpose] = BOTH) -> None:
    """File a group as one case: of the group's id, or of the one person's."""
    store.filing.file(group[0].group or group[0].id, [(p, purposes) for p in group])


def filed(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of cards."""
    return {t: sorted(tuple(r.values()) for r in store._db.table(t).rows) for t in FILED}


def compared(store: Store) -> Filed:
    return store.filing.agreed_to(Purpose.VERIFICATION)


def found(store: Store, query: Person, purpose: Purpose = Purpose.VERIFICATION) -> list[str]:
    return [c.person_id for c in search(store.filing.agreed_to(purpose), query)]


class TestFiled(IndexContract):
    """The table keeps what the index in memory keeps."""

    store: Store

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def opened(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
        cls.store = open_store(tmp_path_factory.mktemp("contract") / "registry", KEY)
        yield
        cls.store.close()

    def of(self, groups: list[list[Person]]) -> Filed:
        with self.store.together():
            filing.empty(self.store._db)
            for group in groups:
                file(self.store, group)
        return compared(self.store)

    @FEW
    @given(st.sets(st.sampled_from([p.group or p.id for p in PEOPLE])))
    def test_who_came_and_went_leaves_no_trace(self, leaving):
        groups = grouped(PEOPLE)
        self.of([g for g in groups if (g[0].group or g[0].id) not in leaving])
        never_came = filed(self.store)
        index = self.of(groups)
        for case in leaving:
            self.store.filing.drop(case)
        went = filed(self.store)
        assert [len(rows) for rows in went.values()] == [len(r) for r in never_came.values()]
        assert went["counted"] == never_came["counted"]
        rest = [p for p in PEOPLE if (p.group or p.id) not in leaving]
        assert answers(index) == answers(self.of(grouped(rest)))


def test_filing_a_case_again_replaces_what_was_filed(store: Store) -> None:
    for someone in EVERYONE:
        file(store, [someone])
    file(store, [person("olena", "Xochitl Quetzalli")])
    assert compared(store).people() == len(EVERYONE)
    assert "olena" not in found(store, OLENA)
    assert found(store, person("q", "Xochitl Quetzalli")) == ["olena"]


def test_a_case_dropped_is_forgotten_and_its_names_no_longer_counted(store: Store) -> None:
    file(store, [SISTER])
    alone = filed(store)
    file(store, [OLENA])
    shared = set(counted(OLENA)) & set(counted(SISTER))
    assert {compared(store).count(word) for word in shared} == {2}
    store.filing.drop("olena")
    assert filed(store) == alone
    assert {compared(store).count(word) for word in shared} == {1}
    store.filing.drop("sister")
    store.filing.drop("nobody")
    assert all(rows == [] for rows in filed(store).values())


def test_each_search_sees_only_those_who_agreed_to_it(store: Store) -> None:
    file(store, [OLENA], COMPARED)
    file(store, [SISTER], TRACED)
    file(store, [AHMAD], frozenset())
    assert found(store, OLENA) == ["olena"]
    assert found(store, OLENA, Purpose.TRACING) == ["sister"]
    assert found(store, AHMAD) == found(store, AHMAD, Purpose.TRACING) == []
    assert compared(store).named("sister") is None
    assert compared(store).of_case("sister") == []
    assert compared(store).people() == 2


def test_companions_are_those_who_agreed_to_the_same_search(store: Store) -> None:
    one, two, three = (replace(p, group="g") for p in (OLENA, SISTER, MONONYM))
    store.filing.file("g", [(one, BOTH), (two, TRACED), (three, BOTH)])
    told, sought = compared(store), store.filing.agreed_to(Purpose.TRACING)
    olena, traced = told.named("olena"), sought.named("olena")
    assert olena is not None
    assert traced is not None
    assert olena.companions == (three.as_companion(),)
    assert traced.companions == (two.as_companion(), three.as_companion())
    assert [p.id for p in told.of_case("g")] == ["olena", "mononym"]


def test_a_key_of_too_many_is_left_out_by_those_the_search_may_see(store: Store) -> None:
    for number in range(3):
        file(store, [person(f"m{number}", "محمد")])
    keys = card_of(person("q", "محمد")).keys
    assert compared(store).sharing(keys, most=2) == {}
    file(store, [person("m2", "محمد")], TRACED)
    assert set(compared(store).sharing(keys, most=2)) == set(keys)


def test_a_search_looks_keys_and_people_up_and_reads_no_table_through(store: Store) -> None:
    asked = (
        (_SHARING, {"keys": "[1]", "bit": 1, "limit": 3}),
        (_GROUP, [1, 1]),
        ("SELECT row, sounds FROM json_each(?) CROSS JOIN filed ON row = value", ["[1]"]),
        (_SETTLED, {"who": "x"}),
    )
    for sql, values in asked:
        plan = [r[3] for r in store._db.execute("EXPLAIN QUERY PLAN " + sql, values).fetchall()]
        read = ("filed_keys", "filed", "pairs", "p")
        assert not [step for step in plan if step.startswith("SCAN") and step.split()[1] in read]


def test_cards_are_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    first = open_store(tmp_path / "one", KEY)
    file(first, [OLENA])
    first.close()
    second = open_store(tmp_path / "one", KEY)
    assert found(second, OLENA_AGAIN) == ["olena"]
    second.close()


def test_half_a_filing_is_none(store: Store) -> None:
    file(store, [OLENA])
    before = filed(store)
    with pytest.raises(KeyError):
        store.filing.file("olena", [(SISTER, BOTH), (AHMAD, {Purpose.REFERRAL})])
    assert filed(store) == before


@pytest.fixture
def held(registry: Store) -> tuple[Store, str, str]:
    """A registry with one complete case that is filed; its id and its person's."""
    group = a_group("Олена Тест")
    registry.record(*group.events)
    someone = replace(OLENA, id=group.people[0], group=group.case)
    registry.filing.file(group.case, [(someone, BOTH)])
    return registry, group.case, group.people[0]


def test_complete_cases_are_missing_until_they_are_filed(registry: Store) -> None:
    one, draft = a_group("Олена Тест"), a_group("Petro Test", complete=False)
    registry.record(*one.events, *draft.events)
    assert registry.filing.missing() == [one.case]
    registry.filing.file(one.case, [])
    assert registry.filing.missing() == []
    assert compared(registry).people() == 0


def test_drafts_are_missing_only_to_whoever_asks_for_them(registry: Store) -> None:
    draft, gone = a_group("Petro Test", complete=False), a_group("Ivan Test", complete=False)
    registry.record(*draft.events, *gone.events)
    registry.record(CaseDiscarded(case=gone.case, reason="given-up", by="o", at=NOON))
    assert registry.filing.missing() == []
    assert registry.filing.missing(drafts=True) == [draft.case]


def test_a_card_of_an_older_edition_is_missing(
    held: tuple[Store, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    registry, case, _ = held
    assert registry.filing.missing() == []
    monkeypatch.setattr(filing, "EDITION", filing.EDITION + 1)
    assert registry.filing.missing() == [case]


@pytest.mark.parametrize("what", ["statement", "consent"])
def test_what_is_said_or_withdrawn_takes_the_old_card_out_at_once(
    held: tuple[Store, str, str], what: str
) -> None:
    registry, case, individual = held
    if what == "statement":
        registry.record(statements(case, a_statement(individual, "sex", "f")))
    else:
        no = ConsentAnswer.WITHDRAWN
        registry.record(a_consent(case, individual, Purpose.VERIFICATION, no))
    assert all(rows == [] for rows in filed(registry).values())
    assert registry.filing.missing() == [case]


def test_an_erased_case_leaves_nothing_in_any_table_of_cards(
    held: tuple[Store, str, str],
) -> None:
    registry, case, _ = held
    number = case[:10].upper()
    why = {"reason": "The group asked for it.", "at": NOON}
    registry.record(ErasureAsked(asked_case=case, number=number, by="petra", **why))
    registry.record(CaseErased(erased=case, asked_by="petra", by="dora", **why))
    assert all(rows == [] for rows in filed(registry).values())
    assert registry.filing.missing() == []


def test_a_forgotten_case_leaves_nothing_in_any_table_of_cards(
    held: tuple[Store, str, str],
) -> None:
    registry, case, _ = held
    registry.forget_case(case)
    assert all(rows == [] for rows in filed(registry).values())


def test_a_rebuild_empties_the_cards_and_all_are_missing(held: tuple[Store, str, str]) -> None:
    registry, case, _ = held
    registry.rebuild()
    assert all(rows == [] for rows in filed(registry).values())
    assert registry.filing.missing() == [case]


def test_a_store_made_before_cards_gets_its_tables_and_all_are_missing(tmp_path: Path) -> None:
    group = a_group("Олена Тест")
    old = open_store(tmp_path / "old", KEY)
    old.record(*group.events)
    for table in FILED:
        old._db.execute(f"DROP TABLE {table}")
    old._db.table("_sqlite_migrations").delete_where("name = ?", ["m0005_filing"])
    assert [m.name for m in migrations.pending(old._db)] == ["m0005_filing"]
    old.close()
    new = open_store(tmp_path / "old", KEY)
    assert new.filing.missing() == [group.case]
    assert set(new._db.table_names()) >= set(FILED)
    new.close()
