"""Event packs hold well-known things, in order, each with a stable id."""

from datetime import date

import pytest

from intake.domain.remembered import PACKS, find, pack_for
from intake.i18n import territories

ALL = [h for pack in PACKS.values() for h in pack.happenings]


def test_every_id_is_used_once():
    ids = [thing.id for pack in PACKS.values() for thing in (*pack.happenings, *pack.seasons)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS.keys())
def test_a_pack_is_told_oldest_first_and_reaches_into_childhood(pack):
    days = [h.days for h in pack.happenings]
    assert days == sorted(days)
    assert len(days) >= 12
    assert days[0][0] < date(1985, 1, 1)
    assert days[-1][1] > date(2019, 1, 1)


@pytest.mark.parametrize("happening", ALL, ids=lambda h: h.id)
def test_a_happening_lies_in_the_past_and_in_countries(happening):
    first, last = happening.days
    assert date(1930, 1, 1) <= first <= last <= date(2025, 12, 31)
    assert happening.countries
    assert set(happening.countries) <= set(territories())


def test_seasons_together_reach_round_the_year():
    for pack in PACKS.values():
        months = set()
        for season in pack.seasons:
            begin, end = season.months
            months |= {(begin - 1 + n) % 12 + 1 for n in range((end - begin) % 12 + 1)}
        assert months == set(range(1, 13)), pack.id


def test_a_language_guesses_its_pack_once():
    tags = [tag for pack in PACKS.values() for tag in pack.languages]
    assert len(set(tags)) == len(tags)
    assert pack_for("uk") is PACKS["ukraine"]
    assert pack_for("fa-AF") is PACKS["afghanistan"]
    assert pack_for("es") is None


def test_what_is_found_is_found_by_its_id_alone():
    assert find("af-saur-1978") in PACKS["afghanistan"].happenings
    assert find("horn-gu") in PACKS["horn"].seasons
    assert find("of-another-release") is None
