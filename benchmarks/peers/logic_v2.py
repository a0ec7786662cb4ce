"""nomenklatura's logic-v2 over generous candidates: the people sharing our rarest keys.

Runs in the peers' own environment. Names go in as said with their parts tagged, and once
more as consonant skeletons, without which it finds far fewer across scripts. Places go in
as addresses, which are the only form of place that the algorithm reads. It knows no
relatives.
"""

from array import array
from collections import defaultdict
from heapq import nlargest
from math import log2
from time import perf_counter

from followthemoney import EntityProxy, model
from nomenklatura.matching.logic_v2.model import LogicV2
from nomenklatura.matching.types import ScoringConfig
from shared import CANDIDATES, Line, arguments, cap, percentiles, read, tell, write

CONFIG = {"nm_fuzzy_cutoff_factor": 2.0}
"""More lenient than its default, which is for lists of sanctions."""
WEIGHTS = {
    "name_match": 0.6,
    "address_prop_match": 0.3,
    "dob_year_disjoint": -0.2,
    "dob_day_disjoint": -0.1,
}
"""Tuned on development queries; names below 1 leave room for places to tell people apart."""

_PART_OF = {"given": "firstName", "patronymic": "fatherName", "family": "lastName"}
_GENDERS = {"f": "female", "m": "male"}


class Blocks:
    """People by our keys, the rarest first."""

    def __init__(self) -> None:
        self._people = 0
        self._of: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))

    def add(self, keys: list[int]) -> None:
        """Make the next person findable."""
        for key in keys:
            self._of[key].append(self._people)
        self._people += 1

    def candidates(self, keys: list[int]) -> list[int]:
        """The rows of the people sharing the rarest keys."""
        found: defaultdict[int, float] = defaultdict(float)
        most = cap(self._people)
        for key in keys:
            rows = self._of.get(key, ())
            if 0 < len(rows) <= most:
                rarity = log2(1 + self._people / len(rows))
                for row in rows:
                    found[row] += rarity
        return nlargest(CANDIDATES, found, key=lambda row: (found[row], -row))

    def megabytes(self) -> float:
        """The size of the postings."""
        return sum(64 + rows.itemsize * len(rows) for rows in self._of.values()) / 1e6


def entity(record: Line, columns: Line, side: str) -> EntityProxy:
    """One person as FollowTheMoney has people; `side` keeps the ids of both files apart."""
    person = model.make_entity("Person")
    person.id = f"{side}-{record['id']}"
    for name in record.get("names") or []:
        person.add("name", name.get("text"))
        for part, field in _PART_OF.items():
            person.add(field, name.get(part))
    skeletons = (columns["given_main"], columns["family_main"])
    person.add("name", " ".join(filter(None, skeletons)).lower())
    person.add("gender", _GENDERS.get(record.get("sex") or ""))
    person.add("birthDate", dates(record.get("birth") or ""))
    person.add("birthPlace", record.get("birth_place"))
    person.add("address", [record.get("birth_place"), record.get("home_place")])
    return person


def dates(edtf: str) -> list[str]:
    """The dates of our EDTF forms: every year of a span, and those beside an "about"."""
    first, _, last = edtf.partition("/")
    if last:
        return [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)]
    if first.endswith("~"):
        return [str(int(first[:4]) + offset) for offset in (-2, -1, 0, 1, 2)]
    return [first] if first else []


def configured() -> ScoringConfig:
    """The algorithm's defaults with what was tuned."""
    return ScoringConfig(weights=WEIGHTS, config=LogicV2.default_config().config | CONFIG)


def main() -> None:
    """Index, look up, tell."""
    given = arguments(__doc__ or "")
    start = perf_counter()
    blocks, people = Blocks(), []
    for record, columns in zip(
        read(given.people), read(given.columns / "people.jsonl"), strict=True
    ):
        people.append(entity(record, columns, "p"))
        blocks.add(columns["keys"])
    built = perf_counter() - start
    config, spent, results = configured(), [], []
    for record, columns in zip(
        read(given.queries), read(given.columns / "queries.jsonl"), strict=True
    ):
        start = perf_counter()
        query = entity(record, columns, "q")
        found = look_up(query, [people[row] for row in blocks.candidates(columns["keys"])], config)
        spent.append((perf_counter() - start) * 1000)
        results.append((record["id"], found[: given.top]))
    write(given.out, results)
    tell(
        people=len(people),
        queries=len(spent),
        index_s=built,
        index_mb=blocks.megabytes(),
        **percentiles(spent),
    )


def look_up(
    query: EntityProxy, candidates: list[EntityProxy], config: ScoringConfig
) -> list[tuple[str, float]]:
    """The candidates with their scores, best first; ties keep the rarest keys first."""
    scored = [
        (str(person.id)[2:], LogicV2.compare(query, person, config).score) for person in candidates
    ]
    return sorted(scored, key=lambda pair: -pair[1])


if __name__ == "__main__":
    main()
