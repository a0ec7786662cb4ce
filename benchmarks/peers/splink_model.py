"""The comparisons that Splink is given: our skeletons first, then sounds, then letters.

Runs in the peers' own environment. A level's SQL speaks of `COLUMN_l` and `COLUMN_r`.
What brothers and sisters share (father, mother, places) is one comparison, so that it is
counted once: apart, these made siblings look alike and cost a fifth of the recall at 99 %
precision.
"""

from typing import Any

from splink import SettingsCreator
from splink.comparison_level_library import CustomLevel, ElseLevel
from splink.comparison_library import CustomComparison

RARITY = {"given": 0.5, "family": 0.25, "spouse": 0.5}
"""How much of a name's rarity counts: less for what brothers and sisters share."""


def settings(people: int) -> SettingsCreator:
    """The model for so many people, untrained."""
    names = [_name(column, weight) for column, weight in RARITY.items()]
    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="id",
        probability_two_random_records_match=1 / people,
        comparisons=[*names, _birth(), _shared(), _sex(), _companions()],
        retain_matching_columns=True,
        retain_intermediate_calculation_columns=True,
    )


def _level(sql: str, tf_column: str = "", tf_weight: float = 0.0) -> Any:
    level = CustomLevel(sql)
    if tf_column and tf_weight:
        level.configure(
            tf_adjustment_column=tf_column,
            tf_adjustment_weight=tf_weight,
            tf_minimum_u_value=0.0001,
            disable_tf_exact_match_detection=True,
        )
    return level


def _null(sql: str) -> Any:
    return CustomLevel(sql).configure(is_null_level=True)


def _both(column: str, form: str) -> str:
    return form.format(l=f"{column}_l", r=f"{column}_r")


def _comparison(name: str, *levels: Any) -> CustomComparison:
    return CustomComparison(output_column_name=name, comparison_levels=[*levels, ElseLevel()])


def _name(column: str, rarity: float) -> CustomComparison:
    main, said, plain, every = (f"{column}_{end}" for end in ("main", "said", "plain", "all"))
    near = _both(plain, "jaro_winkler_similarity({l}, {r})")
    levels = [
        _null(f"{main}_l is null or {main}_r is null"),
        _level(_both(said, "{l} = {r}"), main, rarity),
        _level(f"{_both(main, '{l} = {r}')} and {near} >= 0.85", main, rarity),
        _level(f"{_both(every, 'list_has_any({l}, {r})')} and {near} >= 0.7", main, rarity),
        _level(_both(every, "list_has_any({l}, {r})"), main, rarity),
        _level(f"{near} >= 0.88"),
        _level(f"{near} >= 0.75"),
    ]
    if column in ("given", "family"):
        swapped = f"list_has_any({every}_l, words_r) or list_has_any({every}_r, words_l)"
        levels.insert(5, _level(swapped))
    return _comparison(column, *levels)


def _birth() -> CustomComparison:
    apart = "greatest(born_from_l - born_to_r, born_from_r - born_to_l, 0)"
    same_year = "born_from_l = born_from_r and born_to_l = born_to_r"
    turned = "concat(right(born_day_l, 2), '-', left(born_day_l, 2)) = born_day_r"
    digits = "damerau_levenshtein(birth_l, birth_r)"
    return _comparison(
        "birth",
        _null("born_from_l is null or born_from_r is null"),
        _level("birth_l = birth_r", "birth", 1.0),
        _level(f"({same_year} and {turned}) or {digits} <= 1"),
        _level(f"{same_year} and (birth_l is null or birth_r is null)"),
        _level(f"{apart} = 0 and (birth_l is null or birth_r is null)"),
        _level(f"{apart} <= 1 and (birth_l is null or birth_r is null)"),
        _level("born_day_l = born_day_r"),
        _level(f"{apart} = 0"),
        _level(f"{apart} <= 2"),
        _level(f"{apart} <= 5"),
    )


def _shared() -> CustomComparison:
    """How many of the things that a whole family shares agree, and how many differ."""
    fields = ("father", "mother", "birth_place", "home_place")
    agree = " + ".join(f"coalesce({_agrees(field)}, false)::int" for field in fields)
    known = " + ".join(
        f"({_both(f'{f}_all', 'len({l}) > 0 and len({r}) > 0')})::int" for f in fields
    )
    differ = f"(({known}) - ({agree}))"
    levels = [
        _level(f"{differ} <= {apart} and ({agree}) >= {alike}")
        for apart in (0, 1)
        for alike in range(len(fields) - apart, 0, -1)
    ]
    partly = _level(f"({agree}) >= 1 and {differ} <= 2")
    return _comparison("shared", _null(f"({known}) = 0"), *levels, partly)


def _agrees(column: str) -> str:
    any_of = _both(f"{column}_all", "list_has_any({l}, {r})")
    near = _both(f"{column}_main", "jaro_winkler_similarity({l}, {r}) >= 0.9")
    return f"({any_of} or {near})"


def _sex() -> CustomComparison:
    return _comparison("sex", _null("sex_l is null or sex_r is null"), _level("sex_l = sex_r"))


def _companions() -> CustomComparison:
    shared = "len(list_intersect(companions_l, companions_r))"
    return _comparison(
        "companions",
        _null("len(companions_l) = 0 or len(companions_r) = 0"),
        _level(f"{shared} >= 4"),
        _level(f"{shared} >= 2"),
        _level(f"{shared} >= 1"),
    )
