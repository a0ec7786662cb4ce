"""Nothing grows past what one person reads at one sitting."""

import statistics

import pytest

from tests.rules.tree import files, functions, length, lines, name

LIMITS = {"intake/**/*.py": 400, "run.py": 400, "intake/**/*.html": 150, "tests/**/*.py": 500}
LONGEST_FUNCTION = 40
MEDIAN_FUNCTION = 10
DRAWERS = {
    "utils", "helpers", "common", "misc", "base", "manager", "service", "handler", "handlers",
    "constants", "types",
}  # fmt: skip


@pytest.mark.parametrize(("pattern", "limit"), LIMITS.items())
def test_no_file_is_too_long(pattern, limit):
    too_long = {name(path): lines(path) for path in files(pattern) if lines(path) > limit}
    assert not too_long


def test_no_function_is_too_long():
    too_long = {
        f"{name(path)}:{function.name}": length(function)
        for path in files("intake/**/*.py", "run.py")
        for function in functions(path)
        if length(function) > LONGEST_FUNCTION
    }
    assert not too_long


def test_half_of_the_functions_are_short():
    sizes = [length(f) for path in files("intake/**/*.py") for f in functions(path)]
    assert statistics.median(sizes) <= MEDIAN_FUNCTION


def test_no_file_is_a_drawer():
    modules = files("intake/**/*.py", "tests/**/*.py")
    drawers = [name(path) for path in modules if path.stem in DRAWERS]
    assert not drawers
