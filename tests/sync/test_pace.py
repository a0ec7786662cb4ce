"""How often one address may knock."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from intake.sync.pace import Pace
from tests.builders import NOON

MINUTE = timedelta(minutes=1)


def test_one_knock_too_many_is_refused_until_the_window_is_over() -> None:
    pace = Pace(3, MINUTE)
    assert [pace.allows("a", NOON) for _ in range(5)] == [True, True, True, False, False]
    assert pace.allows("b", NOON)
    assert pace.allows("a", NOON + MINUTE)


def test_a_clock_set_back_shuts_nobody_out() -> None:
    pace = Pace(1, MINUTE)
    assert pace.allows("a", NOON)
    assert pace.allows("a", NOON - timedelta(days=365))


@given(st.lists(st.integers(0, 30), max_size=60))
def test_it_forgets_the_oldest_address(knocks: list[int]) -> None:
    pace = Pace(100, MINUTE, addresses=5)
    for knock in knocks:
        assert pace.allows(str(knock), NOON)
    assert len(pace._seen) <= 5
