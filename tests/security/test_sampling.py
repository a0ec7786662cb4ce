"""A sample that nobody can foresee or steer, and that stays the same."""

import pytest

from intake.security.sampling import is_sampled

SECRET, OTHER = b"a" * 32, b"b" * 32
THINGS = [f"case-{number}" for number in range(1000)]


def sample(secret: bytes, one_in: int) -> set[str]:
    """The things in the sample."""
    return {thing for thing in THINGS if is_sampled(secret, thing, one_in=one_in)}


@pytest.mark.parametrize("one_in", [0, -1])
def test_a_sample_of_none_holds_nothing(one_in: int) -> None:
    assert sample(SECRET, one_in) == set()


def test_a_sample_of_one_in_one_holds_everything() -> None:
    assert sample(SECRET, 1) == set(THINGS)


def test_a_sample_stays_the_same_and_has_about_the_size_that_was_asked_for() -> None:
    chosen = sample(SECRET, 10)
    assert chosen == sample(SECRET, 10)
    assert 60 <= len(chosen) <= 140


def test_whoever_does_not_hold_the_secret_cannot_foresee_the_sample() -> None:
    assert len(sample(SECRET, 10) & sample(OTHER, 10)) < 40
