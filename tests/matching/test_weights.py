"""Every table that was ever in use is kept, whole and in order."""

from math import inf

import pytest

from benchmarks.fit_weights import ORDERED
from intake.matching.person import from_contract
from intake.matching.search import search
from intake.matching.weights import NEWEST, NEWEST_TRACING, weights_of
from tests.matching.invented import EVERYONE, index_of

VERSIONS = ["1", "2", "3-tracing", "4"]
FITTED = VERSIONS[2:]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_is_kept_and_tells_its_name(version):
    assert weights_of(version).version == version


@pytest.mark.parametrize("version", VERSIONS)
def test_a_table_has_every_weight_that_the_engine_asks_for(version):
    assert set(weights_of(version)) == set(weights_of(NEWEST))


@pytest.mark.parametrize("version", ["", "0", "2-", "x", "2/../2", "3-tracing.json"])
def test_no_other_version_is_known(version):
    with pytest.raises(KeyError):
        weights_of(version)


@pytest.mark.parametrize("version", VERSIONS)
def test_what_agrees_speaks_for_and_what_differs_speaks_against(version):
    for name, bits in weights_of(version).items():
        if name.endswith(".agrees"):
            assert bits > 0, name
        if name.endswith((".differs", ".second-differs")):
            assert bits <= 0, name


@pytest.mark.parametrize("version", FITTED)
@pytest.mark.parametrize("levels", ORDERED)
def test_a_fitted_table_never_weighs_a_better_agreement_less(levels, version):
    bits = [weights_of(version)[level] for level in levels]
    assert bits == sorted(bits)


@pytest.mark.parametrize("version", ["1", "2", "3-tracing"])
def test_what_a_table_did_not_tell_weighs_as_the_engine_of_its_day_had_it(version):
    assert weights_of(version)["namesake.most"] == inf
    assert weights_of("1")["given.second-differs"] == 0


def test_what_a_namesake_of_the_family_has_too_stays_below_what_is_suggested():
    assert weights_of(NEWEST)["namesake.most"] < weights_of(NEWEST)["band.many"]


def test_whoever_is_looked_for_by_a_relative_is_weighed_by_the_table_of_tracing():
    told = {"id": "q", "names": [{"text": "Олена Коваленко"}], "sex": "f"}
    by_rank = {
        version: search(index_of(*EVERYONE), from_contract(told | more))[0].comparison
        for version, more in (
            (NEWEST, {}),
            (NEWEST_TRACING, {"asker_is": "mother", "asker_name": "Ганна"}),
        )
    }
    assert {v: c.weights_version for v, c in by_rank.items()} == {v: v for v in by_rank}
