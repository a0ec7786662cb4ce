"""What does not fit together is put openly: no side, no source, no answer in it."""

import pytest

from intake.domain.open_points import TIMES, TWO_PLACES
from intake.interview.clarifying import DIFFERENT, openly
from intake.interview.never_ask import leads, never_asked
from intake.web.labels.interviewing import POINTS

KEYS = ("mother", "birth-place", "relative", *POINTS)


@pytest.mark.parametrize("key", KEYS)
def test_every_point_is_put_as_an_open_request(key):
    words = openly(key)
    assert words[-1] in "?."
    assert never_asked(words) is None
    assert not leads(words)
    for side in ("wrong", "true", "really", "relative", "they said", "record says"):
        assert side not in words.lower()


def test_statements_that_differ_are_put_in_one_way_whatever_they_are_about():
    assert openly("mother") == openly("name") == DIFFERENT


def test_every_kind_of_times_has_a_name_and_a_way_to_ask():
    assert TWO_PLACES in POINTS
    assert all(key.startswith(TIMES) for key in POINTS)
    assert DIFFERENT not in {openly(key) for key in POINTS}
