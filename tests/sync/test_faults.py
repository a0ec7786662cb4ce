"""Six requests in ten fail, in seven ways; nothing is missing and nothing doubled."""

import pytest

from intake.domain.codes import CaseStatus
from intake.store import Store
from intake.sync.send import Limits
from tests.sync.faults import FAULTS, altered, bad_line, cut
from tests.sync.parties import register, synced, tell

RECORDS = 200
MOST_TRIES = 400
PIECES = Limits(entries=25)


def test_two_hundred_records_over_a_line_that_fails_six_times_in_ten(
    laptop: Store, registry: Store
) -> None:
    line = bad_line(registry, seed=7)
    groups = []
    tries = 0
    for number in range(RECORDS):
        groups.append(register(laptop, f"Person {number}"))
        if number % 5 == 0:
            synced(laptop, line, limits=PIECES)
    while laptop.cases.counts().get(CaseStatus.RECEIVED) != RECORDS:
        tries += 1
        assert tries < MOST_TRIES
        synced(laptop, line, limits=PIECES)
    held = {line.id for line in registry.cases.latest(limit=1000)}
    assert held == {group.case for group in groups}
    assert len(registry.cases.latest(limit=1000)) == RECORDS
    for group in groups:
        ours, theirs = registry.cases.get(group.case), laptop.cases.get(group.case)
        assert ours is not None
        assert theirs is not None
        assert (ours.members, ours.said) == (theirs.members, theirs.said)
    assert registry.verify() == laptop.verify() == []
    assert set(line.met) == set(FAULTS)


def test_replies_come_back_once_over_such_a_line(laptop: Store, registry: Store) -> None:
    line = bad_line(registry, seed=11)
    group = register(laptop, "Олена Тест")
    while laptop.cases.counts().get(CaseStatus.RECEIVED) != 1:
        synced(laptop, line)
    for _ in range(10):
        tell(registry, laptop.own_chain, group.case, group.people[0])
    brought = 0
    for _ in range(150):
        brought += synced(laptop, line).replies
    assert brought == 10


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_alone_leaves_both_sides_able_to_go_on(
    laptop: Store, registry: Store, fault: str
) -> None:
    line = bad_line(registry, seed=3, rate=0.0)
    synced(laptop, line)
    register(laptop, "Олена Тест")
    line.rate = 1.0
    line.kinds = (fault,)
    synced(laptop, line)
    line.rate = 0.0
    assert synced(laptop, line).problem is None
    assert laptop.cases.counts() == {CaseStatus.RECEIVED: 1}
    assert registry.verify() == []


def test_the_line_really_hurts_what_it_carries() -> None:
    data = bytes(range(64))
    assert all(altered(data, n) != data for n in range(200))
    assert all(len(cut(data, n)) < len(data) for n in range(200))
