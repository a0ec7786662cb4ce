"""Which question of the record a field of a comparison speaks of."""

COMPANIONS = "group"
"""The field of people who came along; no question of one person."""

_OTHER_NAMES = {"birth_place": "birth-place", "home_place": "last-residence", "lang": "languages"}


def path_of(field: str) -> str:
    """The question path of a field; most have the same name."""
    return _OTHER_NAMES.get(field, field)
