"""The operator's log tells of events and never of people."""

import json
import logging
import os
import stat

import pytest

from intake import logs

NAMES = ["Олена", "Olena Kovalenko", "فاطمة", "ኣስመራ", "1986-02-09 in Kharkiv", "O’Neill"]


@pytest.fixture
def log(tmp_path):
    """A started log; gives what was written so far."""
    folder = tmp_path / "logs"
    handler = logs.start(folder)
    yield lambda: [json.loads(line) for line in (folder / "intake.log").read_text().splitlines()]
    logs.stop(handler)


def test_an_event_is_one_line_of_json(log):
    logging.getLogger("intake.sync.send").info("bundle-sent", extra={"count": 12, "size": 4096})
    (line,) = log()
    assert line.pop("at").endswith("+00:00")
    assert line == {
        "level": "info",
        "from": "intake.sync.send",
        "event": "bundle-sent",
        "count": 12,
        "size": 4096,
    }


@pytest.mark.parametrize("name", NAMES)
def test_no_name_gets_in_by_any_door(log, name):
    logger = logging.getLogger("intake.test")
    logger.info(name)
    logger.info("saved %s", name)
    logger.warning("saved", extra={"case": name, "count": name, "code": name, "person": name})
    try:
        raise ValueError(name)  # noqa: TRY301 (the raise is what is tested)
    except ValueError:
        logger.exception("failed")
    logging.getLogger(name).info("saved")
    written = json.dumps(log(), ensure_ascii=False)
    assert name not in written
    assert len(log()) == 5


def test_a_lower_case_name_is_no_id():
    assert logs.cleaned({"case": "olena", "actor": "olena"}) == {
        "case": logs.WITHHELD,
        "actor": logs.WITHHELD,
    }


def test_an_unlisted_fact_is_left_out():
    assert logs.cleaned({"name": "x", "given": 1, "count": 2}) == {"count": 2}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("case", "0f" * 16),
        ("device", "0f" * 16 + "." + "1e" * 16),
        ("entry", "12345678-1234-4234-8234-123456789abc"),
        ("code", "chain-gap"),
        ("endpoint", "cases.show"),
        ("method", "POST"),
        ("seq", 7),
        ("duration_ms", 1.5),
        ("count", None),
    ],
)
def test_ids_codes_counts_and_durations_pass(name, value):
    assert logs.cleaned({name: value}) == {name: value}


def test_an_exception_leaves_its_kind_and_place(log):
    try:
        raise KeyError("Олена")  # noqa: TRY301
    except KeyError:
        logging.getLogger("intake").exception("failed")
    (line,) = log()
    assert line["exception"] == "KeyError"
    assert line["place"].split(":")[0].endswith("test_logs")


def test_a_week_is_kept(tmp_path):
    handler = logs.start(tmp_path)
    try:
        for day in range(1, 13):
            (tmp_path / f"intake.log.2026-11-{day:02}").write_text("{}\n")
        handler.doRollover()
        kept = sorted(path.name for path in tmp_path.iterdir())
        assert len(kept) == logs.DAYS_KEPT
        assert "intake.log.2026-11-01" not in kept
    finally:
        logs.stop(handler)


@pytest.mark.parametrize("turned", [False, True])
def test_others_on_the_machine_cannot_read_the_log(tmp_path, turned):
    before = os.umask(0o022)
    try:
        handler = logs.start(tmp_path / "logs")
        if turned:
            handler.doRollover()
        logs.stop(handler)
    finally:
        os.umask(before)
    rights = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "logs").iterdir()]
    assert rights
    assert all(right & 0o077 == 0 for right in rights)


@pytest.mark.parametrize("word", ["ada", "abed", "fadeda", "0f0f0f0", "0F" * 16])
def test_a_short_name_of_letters_that_could_be_digits_is_no_id(word):
    assert logs.cleaned({"actor": word, "case": word}) == dict.fromkeys(
        ("actor", "case"), logs.WITHHELD
    )


def test_a_code_is_no_longer_than_codes_are():
    assert logs.is_code("a" * 48)
    assert not logs.is_code("a" * 49)
    assert not logs.is_code("")


def test_an_exception_is_placed_where_it_arose_not_where_it_was_caught(log):
    try:
        json.loads("{")
    except ValueError:
        logging.getLogger("intake").exception("failed")
    (line,) = log()
    assert line["place"].startswith("json.decoder:")


def test_the_folder_of_the_log_is_for_its_owner_alone(tmp_path):
    before = os.umask(0o022)
    try:
        logs.stop(logs.start(tmp_path / "logs"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) == 0o700


def test_once_stopped_nothing_more_is_written(tmp_path):
    logs.stop(logs.start(tmp_path))
    logging.getLogger("intake").info("started")
    assert (tmp_path / "intake.log").read_text("utf-8") == ""
