"""The weight table: bits each outcome speaks for or against the same person.

Log2 likelihood ratios set by hand from what is known of the fields, not fitted to any
generated file. Data, not code: every suggestion stores `WEIGHTS_VERSION`, so that an
old one can be explained and replayed. Raise the version with every change.
"""

WEIGHTS_VERSION = 1

PRIOR_FLOOR = 1_000
"""A registry of fewer people than this is weighed as if it had this many."""

FAMILY_SHARE = 1.0
"""Bits below the prior at which what relatives share stops counting: see score.py."""

MANY, SOME = 3.0, -3.0
"""Where the bands begin; `MANY` is the screening threshold of duplicate search."""

# Names. A rare name that agrees weighs its rarity, within these limits, times how alike
# the two are; a name that differs weighs the negative number.
RAREST, COMMONEST = 13.0, 2.5
RARITY_PRIOR = 1 / 500
"""How frequent a name is taken to be before any was counted."""
RARITY_WEIGHT = 300

GIVEN_DIFFERS = -8.0
FAMILY_DIFFERS = -2.5
PATRONYMIC_DIFFERS = -3.0
PART_MISSING = -0.3
OTHER_ORDER = -0.7
FAMILY_LIMIT = 9.0
PATRONYMIC_LIMIT = 6.0
OTHER_FORM = 0.6
"""Share of the weight when two given names are forms of one name (Sasha, Oleksandr)."""

LIKENESS = ((0.0, -1.0), (0.55, -1.0), (0.74, 0.0), (0.85, 0.5), (0.97, 0.95), (1.0, 1.0))
"""From likeness of two words to the share of the weight: monotone, straight between."""

RELATIVE_LIMIT = 7.0
RELATIVE_DIFFERS = {"father": -3.0, "mother": -3.0, "spouse": -2.0}
RELATIVE_OTHER_FORM = 0.5

SEX = {"same": 0.9, "different": -5.0}

BIRTH_DAY = 10.0
BIRTH_MONTH = 7.0
BIRTH_YEAR = 4.5
BIRTH_YEAR_VAGUE = 4.0
BIRTH_OVERLAP = 2.5
BIRTH_SWAPPED = 7.0
BIRTH_NEAR_DAY = 6.0
BIRTH_DIGIT = 5.5
BIRTH_SAME_MONTH_OTHER_DAY = 4.0
BIRTH_SAME_YEAR_OTHER_MONTH = 0.5
BIRTH_OTHER_CALENDAR = 0.5
BIRTH_APART = (
    (1, -1.0), (2, -2.5), (3, -4.0), (5, -6.0), (10, -8.0), (14, -10.0), (9999, -13.0),
)  # fmt: skip
"""Both days known: up to so many years apart."""
BIRTH_APART_VAGUE = (
    (1, 1.5),
    (2, 0.0),
    (3, -2.0),
    (5, -4.5),
    (10, -7.0),
    (14, -9.0),
    (9999, -12.0),
)
"""One of them only as a year, an age or 1 January."""

PLACE_LIMIT = 6.0
PLACE_OLD_NAME = 0.8
PLACE_DIFFERS = {"birth_place": -1.5, "home_place": -1.0}
PLACE_AGAIN = 0.4
"""Share of the second place when somebody was born where they live: one fact, said twice."""

COMPANION = 4.0
COMPANION_YEAR = 2.0
COMPANIONS_LIMIT = 12.0
COMPANIONS_DIFFER = -0.7
