"""Fitting learns what labelled records say, and never breaks an order to do so."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fit_examples import KIN_WEIGHT, MEANT_WEIGHT, Examples, Rows, examples_of
from benchmarks.fit_weights import FAR, MOST, ORDERED, fit, main, ordered, scored
from benchmarks.matching_kin import KINDS
from benchmarks.matching_sets import OF, write_lines
from intake.matching.score import compare, find
from intake.matching.weights import weights_of
from tests.matching.invented import AHMAD, AHMAD_AGAIN, EVERYONE, OLENA, SISTER, stats_of

START = weights_of()
NAMES = tuple(sorted({name for levels in ORDERED for name in levels} | {"given.agrees"}))
BITS = st.lists(st.floats(-30, 30, allow_nan=False), min_size=len(NAMES), max_size=len(NAMES)).map(
    np.array
)


def examples(meant_have: str, others_have: str) -> Examples:
    """Forty candidates, of whom every fourth is meant; each has one fact told."""
    own = np.zeros((40, len(NAMES)))
    meant = np.zeros(40)
    meant[::4] = 1
    for row, is_meant in enumerate(meant):
        own[row, NAMES.index(meant_have if is_meant else others_have)] = 1
    none = np.zeros_like(own)
    return Examples(NAMES, own, none, none, meant, np.full(40, -2.0), np.ones(40))


@given(BITS)
def test_whatever_was_learnt_better_agreement_never_weighs_less(bits):
    first = np.array([START[name] for name in NAMES])
    kept = dict(zip(NAMES, ordered(NAMES, bits, first), strict=True))
    for levels in ORDERED:
        values = [kept[level] for level in levels]
        assert values == sorted(values)
    assert kept["sex.same"] <= MOST["sex.same"] + 1e-9


def test_what_sets_the_right_ones_apart_gains_weight():
    fitted = fit(examples("birth.same-year", "birth.apart-2"), START, pull=0.01)
    assert fitted["birth.same-year"] > START["birth.same-year"]
    assert fitted["birth.apart-2"] < START["birth.apart-2"]


def test_what_the_set_says_nothing_about_stays():
    fitted = fit(examples("birth.same-year", "birth.apart-2"), START, pull=0.01)
    assert fitted["mother.agrees"] == START["mother.agrees"]
    assert fitted["sex.same"] == pytest.approx(START["sex.same"], abs=0.05)


def test_the_farther_the_pull_the_nearer_to_the_table_in_use():
    loose, tight = (
        fit(examples("birth.same-year", "birth.apart-2"), START, pull) for pull in (0.01, 10.0)
    )
    far = abs(loose["birth.same-year"] - START["birth.same-year"])
    near = abs(tight["birth.same-year"] - START["birth.same-year"])
    assert near < far


def record(number: int, name: str, birth: str) -> dict[str, object]:
    return {"id": f"r{number}", "names": [{"text": name}], "birth": birth, "sex": "f"}


def verdicts(path, count=40):
    """Pairs found to be one woman, and pairs of women of one name born years apart."""
    lines = []
    for n in range(count):
        same = n % 2 == 0
        left = record(2 * n, "Олена Шумило", f"{1970 + n % 7}-03-0{1 + n % 9}")
        right = record(2 * n + 1, "Olena Szumylo", left["birth"] if same else f"{1985 + n % 7}")
        lines.append(json.dumps({"left": left, "right": right, "same": same}, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_verdicts_are_examples_of_both_kinds(tmp_path):
    found = examples_of([verdicts(tmp_path / "verdicts.jsonl")], ())
    assert len(found.meant) == 40
    assert found.meant.sum() == 20
    assert {"birth.same-day", "given.agrees", "sex.same"} <= set(found.names)


def test_a_file_of_verdicts_becomes_a_table(tmp_path):
    out = tmp_path / "9.json"
    main("9", str(out), str(verdicts(tmp_path / "verdicts.jsonl")))
    table = json.loads(out.read_text("utf-8"))
    assert table["version"] == "9"
    assert table["bits"].keys() == dict(START).keys()
    assert "20 right candidates among 40 of verdicts" in table["how"]
    assert table["bits"]["namesake.most"] < table["bits"]["band.many"]


def test_verdicts_of_one_kind_alone_fit_nothing(tmp_path):
    whole = verdicts(tmp_path / "verdicts.jsonl").read_text("utf-8").splitlines()
    only = tmp_path / "same.jsonl"
    only.write_text("\n".join(whole[::2]), "utf-8")
    with pytest.raises(SystemExit):
        main("9", str(tmp_path / "9.json"), str(only))


def test_several_files_are_examples_together(tmp_path):
    files = [verdicts(tmp_path / f"{n}.jsonl", count) for n, count in enumerate((20, 12))]
    assert len(examples_of(files, ()).meant) == 32


FITTED = "q4"
"""Of the half that is fitted on."""


def folder(path):
    """A set with one registered man who arrives, and his wife."""
    path.mkdir()
    man = {"names": [{"text": "Марко Рудь", "given": "Марко", "family": "Рудь"}], "sex": "m"}
    people = [{"id": "p1", "group": "g", "birth": "1970", **man}, record(2, "Ніна Рудь", "1972")]
    write_lines(path / "people.jsonl", [p | {"group": "g"} for p in people])
    write_lines(path / "queries.jsonl", [{"id": FITTED, "birth": "1970", **man}])
    write_lines(path / "truth.jsonl", [{"id": FITTED, "person": "p1"}])
    return path


def test_men_of_a_set_lend_their_sons_and_twins_as_examples_of_little_weight(tmp_path):
    found = examples_of([folder(tmp_path / "set")], ("registered", *KINDS))
    assert found.meant.sum() == 1
    assert sorted(set(found.counts.tolist())) == sorted({KIN_WEIGHT, 1.0, MEANT_WEIGHT})
    assert (found.counts == KIN_WEIGHT).sum() >= len(KINDS)
    assert OF not in FITTED


def test_examples_are_scored_as_the_engine_scores(tmp_path):
    pairs = [(OLENA, SISTER), (AHMAD, AHMAD_AGAIN), (OLENA, replace(OLENA, birth=None, father=""))]
    rows = Rows(tuple(START))
    stats = stats_of(*EVERYONE)
    for left, right in pairs:
        rows.add(find(left, right, stats), False, stats.prior, 1.0)
    found = rows.examples()
    bits = np.array([START[name] for name in found.names])
    told = [compare(left, right, stats).score for left, right in pairs]
    assert scored(found, bits, START).score.tolist() == pytest.approx(told, abs=1e-6)


def test_whoever_is_far_off_and_not_meant_teaches_nothing():
    told = examples("birth.same-year", "birth.apart-2")
    far = np.where(told.meant > 0, told.prior, 2 * FAR)
    away = Examples(NAMES, told.own, told.shared, told.alike, told.meant, far, told.counts)
    assert fit(away, START, pull=0.01)["birth.apart-2"] == START["birth.apart-2"]
