"""`run.py doctor`: each look says ok, warn or refuse, and the worst decides the exit."""

import os
from datetime import timedelta

import pytest

from intake import i18n
from intake.cli import checkup
from intake.cli.checkup import BUILT, FAR_OFF, FREE_REFUSE, FREE_WARN, Verdict
from intake.cli.main import run
from tests.builders import NOON


def verdicts(out):
    return {line.split()[1].rstrip(":"): line.split()[0] for line in out.splitlines()}


def test_this_machine_may_record_people(tmp_path, capsys):
    assert run(["doctor", "--data", str(tmp_path / "data")]) == 0
    told = verdicts(capsys.readouterr().out)
    assert list(told) == [
        "python", "engine", "writing", "disk", "clock", "rights", "fonts", "languages", "browser",
    ]  # fmt: skip
    assert "refuse" not in told.values()


def test_the_doctor_leaves_nothing_behind(tmp_path):
    run(["doctor", "--data", str(tmp_path / "data")])
    assert list((tmp_path / "data").iterdir()) == []


def test_one_refusal_is_found_wrong(tmp_path, capsys):
    data = tmp_path / "data"
    data.mkdir()
    (data / "vault.json").write_text("{}")
    (data / "vault.json").chmod(0o644)
    assert run(["doctor", "--data", str(data)]) == 1
    told = capsys.readouterr()
    assert verdicts(told.out)["rights"] == "refuse"
    assert "Do not record people here" in told.err


@pytest.mark.parametrize(("mode", "verdict"), [(0o600, "ok"), (0o640, "refuse"), (0o602, "refuse")])
def test_files_are_their_owners_alone(tmp_path, mode, verdict):
    tmp_path.chmod(0o700)
    (tmp_path / "intake.db").touch()
    (tmp_path / "intake.db").chmod(mode)
    assert checkup.rights(tmp_path).verdict == verdict


@pytest.mark.parametrize(("mode", "verdict"), [(0o700, "ok"), (0o750, "refuse"), (0o711, "refuse")])
def test_the_folder_is_its_owners_alone_too(tmp_path, mode, verdict):
    tmp_path.chmod(mode)
    assert checkup.rights(tmp_path).verdict == verdict


@pytest.mark.parametrize(
    ("free", "verdict"),
    [
        (FREE_WARN, "ok"),
        (FREE_WARN - 1, "warn"),
        (FREE_REFUSE, "warn"),
        (FREE_REFUSE - 1, "refuse"),
        (0, "refuse"),
    ],
)
def test_a_full_disk_is_refused_before_it_is_full(tmp_path, free, verdict):
    assert checkup.disk(tmp_path, free).verdict == verdict


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        (NOON, "ok"),
        (BUILT - timedelta(seconds=1), "refuse"),
        (NOON.replace(year=1970), "refuse"),
        (FAR_OFF + timedelta(days=1), "refuse"),
    ],
)
def test_a_clock_that_cannot_be_right_is_refused(tmp_path, now, verdict):
    assert checkup.clock(tmp_path, now).verdict == verdict


def test_a_clock_before_the_last_save_is_told(tmp_path):
    (tmp_path / "intake.db").touch()
    later = (NOON + timedelta(days=2)).timestamp()
    os.utime(tmp_path / "intake.db", (later, later))
    assert checkup.clock(tmp_path, NOON).verdict is Verdict.WARN
    assert checkup.clock(tmp_path, NOON + timedelta(days=2)).verdict is Verdict.OK


@pytest.mark.parametrize(("version", "verdict"), [((3, 11, 0), "ok"), ((3, 10, 9), "refuse")])
def test_an_old_python_is_refused(version, verdict):
    assert checkup.python(version).verdict == verdict


def test_a_folder_that_takes_no_file_is_refused(tmp_path):
    gone = tmp_path / "gone"
    assert checkup.durable(gone).verdict is Verdict.REFUSE
    assert checkup.engine(gone).verdict is Verdict.REFUSE


def test_the_engine_is_told_by_its_versions(tmp_path):
    finding = checkup.engine(tmp_path)
    assert finding.verdict is Verdict.OK
    assert "SQLCipher" in finding.words


def test_missing_typefaces_are_told(tmp_path):
    assert checkup.fonts().verdict is Verdict.OK
    assert checkup.fonts(tmp_path).verdict is Verdict.WARN


def test_a_machine_without_a_browser_can_still_serve(monkeypatch):
    monkeypatch.setattr("webbrowser._tryorder", [])
    assert checkup.browser().verdict is Verdict.WARN


def test_languages_that_cannot_be_read_are_refused(monkeypatch, tmp_path):
    folder = tmp_path / "uk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_bytes(b'msgid "\xff"\nmsgstr "b"\n')
    monkeypatch.setattr(i18n, "FOLDER", tmp_path)
    i18n.catalogues.cache_clear()
    finding = checkup.languages()
    i18n.catalogues.cache_clear()
    assert finding.verdict is Verdict.REFUSE
