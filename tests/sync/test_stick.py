"""The same bundles carried on a stick: lost, late, twice, out of order, torn."""

from pathlib import Path

import pytest

from intake.errors import (
    BundleNotForUs,
    BundleRefused,
    BundleTorn,
    ChainGap,
    NotFound,
)
from intake.store import Store
from intake.sync.bundle import open_bundle
from intake.sync.enrol import approve, join
from intake.sync.outbox import is_approved, note_approved, outbox
from intake.sync.send import Limits
from intake.sync.stick import (
    export_reply,
    export_work,
    import_bundle,
    import_reply,
    load,
    neutral_name,
    save,
)
from tests.builders import NOON
from tests.sync.parties import (
    APPROVER,
    WORKER,
    Line,
    a_store,
    copied,
    invited,
    register,
    synced,
    tell,
)


def test_a_laptop_that_never_sees_a_network_is_let_in_sends_and_hears_back(
    stranger: Store, registry: Store
) -> None:
    join(stranger, invited(registry), by=WORKER, at=NOON)
    group = register(stranger, "Олена Тест")
    asked = export_work(stranger, at=NOON)
    assert asked.request
    handled = import_bundle(registry, asked.bundles[0], at=NOON)
    assert (handled.purpose, handled.device) == ("enrol", stranger.own_chain)
    approve(registry, stranger.own_chain, by=APPROVER, at=NOON)
    import_reply(stranger, export_reply(registry, stranger.own_chain, at=NOON), at=NOON)
    assert is_approved(stranger)
    work = export_work(stranger, at=NOON)
    assert not work.request
    assert outbox(stranger).sent == 1
    handled = import_bundle(registry, work.bundles[0], at=NOON)
    assert handled.cases == (group.case,)
    tell(registry, stranger.own_chain, group.case, group.people[0])
    answer = import_reply(stranger, export_reply(registry, stranger.own_chain, at=NOON), at=NOON)
    assert (answer.acknowledged, answer.added) == (handled.seq, 1)
    assert outbox(stranger).answered == 1
    assert {b.channel for b in registry.devices.bundles()} == {"stick"}
    with pytest.raises(NotFound):
        export_work(stranger, at=NOON)


def test_an_answer_by_stick_goes_on_after_what_the_laptop_said_it_holds(
    laptop: Store, registry: Store
) -> None:
    note_approved(laptop, at=NOON)
    for number, name in enumerate(("Олена Тест", "Petro Test"), 1):
        group = register(laptop, name)
        import_bundle(registry, export_work(laptop, at=NOON).bundles[0], at=NOON)
        tell(registry, laptop.own_chain, group.case, group.people[0])
        answer = export_reply(registry, laptop.own_chain, at=NOON)
        assert import_reply(laptop, answer, at=NOON).added == 1
        said = open_bundle(answer, recipient=laptop.identity).statement
        assert (said["first"], said["last"], said["count"]) == (number, number, 1)


def test_a_lost_stick_loses_nothing(laptop: Store, registry: Store, line: Line) -> None:
    synced(laptop, line)
    register(laptop, "Олена Тест")
    export_work(laptop, at=NOON)
    register(laptop, "Petro Test")
    (second,) = export_work(laptop, at=NOON).bundles
    assert len(import_bundle(registry, second, at=NOON).cases) == 2


def test_sticks_may_come_twice_and_after_the_wire(
    laptop: Store, registry: Store, line: Line
) -> None:
    synced(laptop, line)
    register(laptop, "Олена Тест")
    (stick,) = export_work(laptop, at=NOON).bundles
    register(laptop, "Petro Test")
    synced(laptop, line)
    held = registry.ledger.count()
    for _ in range(2):
        handled = import_bundle(registry, stick, at=NOON)
        assert handled.added == 0
    assert registry.ledger.count() == held
    # Its answer is as good as one over the wire.
    assert import_reply(laptop, handled.answer, at=NOON).acknowledged == handled.seq


def test_very_much_work_goes_as_several_files_in_order(
    laptop: Store, registry: Store, line: Line, tmp_path: Path
) -> None:
    synced(laptop, line)
    for number in range(3):
        register(laptop, f"Person {number}")
    bundles = export_work(laptop, at=NOON, limits=Limits(entries=8)).bundles
    paths = save(tmp_path / "out.bundle", bundles)
    assert [p.name for p in paths] == ["out.bundle", "out-2.bundle", "out-3.bundle"]
    with pytest.raises(ChainGap):
        import_bundle(registry, load(paths[1]), at=NOON)
    for path in paths:
        import_bundle(registry, load(path), at=NOON)
    assert len(registry.cases.latest()) == 3


def test_a_registry_that_lost_its_newest_part_says_so_by_stick_too(
    laptop: Store, registry: Store, line: Line, tmp_path: Path
) -> None:
    synced(laptop, line)
    copy = copied(registry, tmp_path / "backup")
    lost = register(laptop, "Олена Тест")
    synced(laptop, line)
    restored = a_store(copy)
    try:
        register(laptop, "Petro Test")
        (work,) = export_work(laptop, at=NOON).bundles
        with pytest.raises(ChainGap):
            import_bundle(restored, work, at=NOON)
        import_reply(laptop, export_reply(restored, laptop.own_chain, at=NOON), at=NOON)
        (work,) = export_work(laptop, at=NOON).bundles
        import_bundle(restored, work, at=NOON)
        assert restored.cases.get(lost.case) is not None
    finally:
        restored.close()


def test_a_stick_for_the_other_side_is_told_apart(
    laptop: Store, registry: Store, line: Line
) -> None:
    synced(laptop, line)
    register(laptop, "Олена Тест")
    (work,) = export_work(laptop, at=NOON).bundles
    with pytest.raises(BundleNotForUs):
        import_reply(laptop, work, at=NOON)
    with pytest.raises(BundleNotForUs):
        import_bundle(registry, export_reply(registry, laptop.own_chain, at=NOON), at=NOON)


def test_names_of_files_tell_nothing_and_do_not_meet(tmp_path: Path) -> None:
    names = {neutral_name() for _ in range(100)}
    assert len(names) == 100
    assert all(len(n) == len("intake-01234567.bundle") for n in names)
    (path,) = save(tmp_path, [b"x"])
    assert path.parent == tmp_path
    assert path.name.startswith("intake-")


def test_a_file_that_cannot_be_read_is_told_by_its_code(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        load(tmp_path / "missing.bundle")
    with pytest.raises(BundleTorn):
        load(tmp_path)
    large = tmp_path / "large.bundle"
    with large.open("wb") as file:
        file.truncate(80 * 1024 * 1024)
    with pytest.raises(BundleRefused):
        load(large)


def test_a_stick_pulled_out_too_early_changes_nothing(
    laptop: Store, registry: Store, line: Line, tmp_path: Path
) -> None:
    synced(laptop, line)
    register(laptop, "Олена Тест")
    (path,) = save(tmp_path / "out.bundle", export_work(laptop, at=NOON).bundles)
    path.write_bytes(path.read_bytes()[:-40])
    held = registry.ledger.count()
    with pytest.raises(BundleTorn):
        import_bundle(registry, load(path), at=NOON)
    assert registry.ledger.count() == held
