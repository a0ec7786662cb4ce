"""Splink on DuckDB, linking queries to people, with our keys and skeletons as columns.

Runs in the peers' own environment. Blocking is by our keys, the rarest first. The model is
fitted once, on the labelled development half: m from its true pairs, u from the blocked
pairs that are not true, among them the brothers and sisters, who are the hard ones.
"""

import json
from pathlib import Path
from time import perf_counter
from typing import Any

import duckdb
from shared import CANDIDATES, arguments, cap, percentiles, read, tell, write
from splink import DuckDBAPI, Linker
from splink_model import settings

LEAST = 0.0005
"""No level is thought rarer than this, however few labels there were."""
RANDOM_PAIRS = 3e6
LOOKUPS = 40
"""How many queries are also looked up one at a time, for the time of a lookup."""

_NAMES, _PLACES = ("given", "family", "father", "mother", "spouse"), ("birth_place", "home_place")
_LOAD = """
    create table {table} as
    select * from read_json('{source}', format = 'newline_delimited', columns = {types})
"""
_PAIRS = """
    create or replace table {into} as select '0' as match_key,
    'people-__-' || person as join_key_l, 'queries-__-' || query as join_key_r from ({blocks})
"""
_LEVELS = """
    select gamma_{name}, count(*) from {scored} join told using (id_r)
    where gamma_{name} >= 0 and told.id_l is distinct from {scored}.id_l group by all
"""
_BEST = """
    select id_r, id_l, match_weight from {scored}
    qualify row_number() over (partition by id_r order by match_weight desc, id_l) <= {top}
    order by id_r, match_weight desc, id_l
"""
_BLOCKS = """
    with wanted as (select id, unnest(keys) as key from {queries}),
    hits as (
        select wanted.id as query, keyed.id as person, log2(1 + {people} / size) as rarity
        from wanted join sizes using (key) join keyed using (key)
    ),
    summed as (select query, person, sum(rarity) as rarity from hits group by all)
    select query, person from summed
    qualify row_number() over (partition by query order by rarity desc, person) <= {most}
"""


def _types() -> dict[str, str]:
    """The columns that we export and their types, so that nothing is guessed."""
    text = ["id", "sex", "birth", "born_day"]
    text += [f"{name}_{form}" for name in _NAMES for form in ("said", "plain", "main")]
    text += [f"{place}_main" for place in _PLACES]
    lists = ["words", "companions", *(f"{column}_all" for column in (*_NAMES, *_PLACES))]
    return {
        "keys": "BIGINT[]",
        "born_from": "INTEGER",
        "born_to": "INTEGER",
        **dict.fromkeys(text, "VARCHAR"),
        **dict.fromkeys(lists, "VARCHAR[]"),
    }


class Engine:
    """People and queries in one database, and the pairs to be compared."""

    def __init__(self, columns: Path, database: Path) -> None:
        database.unlink(missing_ok=True)
        self.db = duckdb.connect(str(database))
        self.db.execute("set threads = 2; set preserve_insertion_order = false")
        for table in ("people", "queries"):
            source = columns / f"{table}.jsonl"
            self.db.execute(_LOAD.format(table=f"all_{table}", source=source, types=_types()))
        (self.people,) = self.db.execute("select count(*) from all_people").fetchone()
        self._index()

    def _index(self) -> None:
        self.db.execute(
            "create table keyed as select unnest(keys) as key, id from all_people order by key"
        )
        self.db.execute(
            "create table sizes as select key, count(*) as size from keyed "
            "group by key having size <= ? order by key",
            [cap(self.people)],
        )

    def linker(self, model: Any) -> Linker:
        """A linker over the two tables; `model` is untrained settings or a trained model."""
        api = DuckDBAPI(self.db)
        names = ("people", "queries")
        tables = [api.register(f"all_{name}", dataset_display_name=name) for name in names]
        return Linker(tables, model, log_level=None)

    def block(self, queries: str = "all_queries", into: str = "pairs") -> None:
        """Make a table of the queries and the people sharing their rarest keys."""
        blocks = _BLOCKS.format(queries=queries, people=self.people, most=CANDIDATES)
        self.db.execute(_PAIRS.format(into=into, blocks=blocks))

    def predict(self, linker: Linker, pairs: str = "pairs") -> str:
        """Score a table of pairs; answers the name of the table with the scores."""
        table = linker._db_api.register(pairs)
        linker.table_management.register_blocked_pairs_for_predict(table)
        return str(linker.inference.predict(warning_mode="never").physical_name)

    def look_up(self, linker: Linker, query: str) -> None:
        """What a single arrival costs: block, then score the pairs of one query."""
        self.db.execute(
            "create or replace table one as select * from all_queries where id = ?", [query]
        )
        self.block("one", into="one_pairs")
        self.db.execute(
            "create or replace table many as select * from all_people where "
            "'people-__-' || id in (select join_key_l from one_pairs)"
        )
        one, many = (linker._db_api.register(name) for name in ("one", "many"))
        linker.inference.score_pairs(many, one).drop_table_from_database_and_remove_from_cache()


def train(engine: Engine, labels: Path) -> dict[str, Any]:
    """The model fitted on the labelled half, as Splink saves models."""
    told = [(line["id"], line["person"]) for line in read(labels)]
    engine.db.execute("create table told (id_r text, id_l text)")
    engine.db.executemany("insert into told values (?, ?)", told)
    engine.db.execute(
        "create table labels as select 'people' as source_dataset_l, id_l, "
        "'queries' as source_dataset_r, id_r from told where id_l is not null"
    )
    linker = engine.linker(settings(engine.people))
    linker.training.estimate_u_using_random_sampling(RANDOM_PAIRS, seed=1)
    linker.training.estimate_m_from_pairwise_labels(linker._db_api.register("labels"))
    model = _even(linker.misc.save_model_to_json())
    scored = engine.predict(engine.linker(model))
    for comparison in model["comparisons"]:
        _harden(comparison, _false_pairs(engine, scored, comparison["output_column_name"]))
    return _even(model)


def _levels(comparison: dict[str, Any]) -> list[dict[str, Any]]:
    return [x for x in comparison["comparison_levels"] if not x.get("is_null_level")]


def _false_pairs(engine: Engine, scored: str, name: str) -> dict[int, int]:
    """How many blocked pairs of the labelled queries that are not true have each level."""
    rows = engine.db.execute(_LEVELS.format(name=name, scored=scored))
    return dict(rows.fetchall())


def _harden(comparison: dict[str, Any], counts: dict[int, int]) -> None:
    levels = _levels(comparison)
    total = sum(counts.values()) + len(levels)
    for place, level in enumerate(reversed(levels)):
        level["u_probability"] = (counts.get(place, 0) + 1) / total


def _even(model: dict[str, Any]) -> dict[str, Any]:
    """Give levels that the labels did not show a small chance, and make all add up to 1."""
    for comparison in model["comparisons"]:
        levels = _levels(comparison)
        for kind, least in (("m_probability", LEAST), ("u_probability", LEAST / 50)):
            chances = [max(least, level.get(kind) or 0) for level in levels]
            for level, chance in zip(levels, chances, strict=True):
                level[kind] = chance / sum(chances)
    return model


def best(engine: Engine, scored: str, top: int) -> dict[str, list[tuple[str, float]]]:
    """The best candidates of every query, in the order of the file of queries."""
    found: dict[str, list[tuple[str, float]]] = {}
    rows = engine.db.execute(_BEST.format(scored=scored, top=top))
    for query, person, weight in rows.fetchall():
        found.setdefault(query, []).append((person, weight))
    return found


def single(engine: Engine, linker: Linker, queries: list[str]) -> list[float]:
    """Milliseconds of looking up some of the queries one at a time."""
    spent = []
    for query in queries[:: max(1, len(queries) // LOOKUPS)]:
        start = perf_counter()
        engine.look_up(linker, query)
        spent.append((perf_counter() - start) * 1000)
    return spent


def main() -> None:
    """Load, fit or read the model, link all, look up some, tell."""
    given = arguments(__doc__ or "")
    start = perf_counter()
    database = given.out.with_suffix(".duckdb")
    engine = Engine(given.columns, database)
    built = perf_counter() - start
    engine.block()
    if given.train:
        given.model.write_text(json.dumps(train(engine, given.train)))
    model = json.loads(given.model.read_text())
    model["probability_two_random_records_match"] = 1 / engine.people
    model["retain_matching_columns"] = model["retain_intermediate_calculation_columns"] = False
    linker = engine.linker(model)
    start = perf_counter()
    engine.block()
    found = best(engine, engine.predict(linker), given.top)
    batch = perf_counter() - start
    ids = [str(record["id"]) for record in read(given.queries)]
    write(given.out, ((query, found.get(query, [])) for query in ids))
    engine.db.execute("checkpoint")
    tell(
        people=engine.people,
        queries=len(ids),
        index_s=built,
        index_mb=database.stat().st_size / 1e6,
        batch_ms_per_query=batch * 1000 / max(1, len(ids)),
        **percentiles(single(engine, linker, ids)),
    )


if __name__ == "__main__":
    main()
