"""A file is the old one or the new one, and only its owner reads it."""

from pathlib import Path

import pytest

from intake.security.durable import write_file


def test_written_file_holds_the_bytes_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a.bundle", b"one\r\ntwo")
    assert (tmp_path / "a.bundle").read_bytes() == b"one\r\ntwo"
    assert [path.name for path in tmp_path.iterdir()] == ["a.bundle"]


def test_written_file_is_for_its_owner_only(tmp_path: Path) -> None:
    write_file(tmp_path / "a.bundle", b"x")
    assert (tmp_path / "a.bundle").stat().st_mode & 0o777 == 0o600


def test_second_write_takes_the_place_of_the_first(tmp_path: Path) -> None:
    for data in (b"a longer first", b"second"):
        write_file(tmp_path / "a.bundle", data)
    assert (tmp_path / "a.bundle").read_bytes() == b"second"


def test_leftover_of_a_power_cut_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.bundle.part").write_bytes(b"torn")
    write_file(tmp_path / "a.bundle", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["a.bundle"]


def test_link_left_on_a_shared_stick_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"kept")
    (tmp_path / "a.bundle.part").symlink_to(victim)
    write_file(tmp_path / "a.bundle", b"x")
    assert victim.read_bytes() == b"kept"
    assert not (tmp_path / "a.bundle").is_symlink()


def test_failed_write_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    taken = tmp_path / "a.bundle"
    taken.mkdir()
    (taken / "inside").write_bytes(b"old")
    with pytest.raises(OSError, match=r"a\.bundle"):
        write_file(taken, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.bundle"]
    assert (taken / "inside").read_bytes() == b"old"


def test_missing_folder_is_not_made_up(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_file(tmp_path / "gone" / "a.bundle", b"x")
