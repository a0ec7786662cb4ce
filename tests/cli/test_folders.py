"""A store's folder is its owner's alone."""

import stat
from pathlib import Path

import pytest

from intake.cli.folders import data_folder, user_data_folder
from intake.errors import ConfigInvalid

HOME = Path("/home-of/olha")


@pytest.mark.parametrize(
    ("platform", "surroundings", "folder"),
    [
        ("linux", {}, HOME / ".local/share/intake"),
        ("linux", {"XDG_DATA_HOME": "/data"}, Path("/data/intake")),
        ("linux", {"XDG_DATA_HOME": "data"}, HOME / ".local/share/intake"),
        ("linux", {"XDG_DATA_HOME": ""}, HOME / ".local/share/intake"),
        ("darwin", {}, HOME / "Library/Application Support/Intake"),
        ("win32", {"LOCALAPPDATA": "/local"}, Path("/local/Intake")),
        ("win32", {}, HOME / "AppData/Local/Intake"),
    ],
)
def test_each_platform_has_its_place(platform, surroundings, folder):
    assert user_data_folder(platform, surroundings, HOME) == folder


def test_each_role_has_its_own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert data_folder(None, "field") == tmp_path / "intake" / "field"
    assert data_folder(None, "registry") == tmp_path / "intake" / "registry"


def test_the_folder_is_closed_to_others_even_if_it_was_open(tmp_path):
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    assert stat.S_IMODE(data_folder(folder, "field").stat().st_mode) == 0o700
    assert stat.S_IMODE(data_folder(tmp_path / "new", "field").stat().st_mode) == 0o700


def test_a_file_in_its_place_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigInvalid):
        data_folder(tmp_path / "file", "field")
    with pytest.raises(ConfigInvalid):
        data_folder(tmp_path / "file" / "below", "field")
