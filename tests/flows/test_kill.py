"""A laptop that dies in the middle of the work: what was answered "saved" is there."""

from pathlib import Path

import pytest

from benchmarks.kill_rounds import run_rounds


@pytest.mark.loopback
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    tally = run_rounds(6, tmp_path, seed=2026)
    assert tally.rounds == 6
    assert tally.acknowledged >= 12
    assert (tally.lost, tally.broken) == (0, 0)
