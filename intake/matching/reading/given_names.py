"""Forms of one given name: short ones, and those of neighbouring languages.

Each line of the list (`data/given_names.txt`) is one name: our own line of `forms.txt`
with the spellings Wikidata has of it in other scripts. A form is looked up by its
likeliest reading, so one spelling serves every script that reads alike. A form may
stand in several lines (Sasha).
"""

from functools import cache, lru_cache
from importlib.resources import files

_ALIKE = str.maketrans("ywx", "ivh")


@cache
def _lines_by_sound() -> dict[str, frozenset[int]]:
    data = files("intake.matching.reading").joinpath("data", "given_names.txt")
    found: dict[str, set[int]] = {}
    for number, line in enumerate(data.read_text("utf-8").splitlines()):
        for entry in line.split(" "):
            form, _, sound = entry.partition("=")
            found.setdefault(sound or form, set()).add(number)
    return {sound: frozenset(lines) for sound, lines in found.items()}


def sound_of(plain: str) -> str:
    """The reading as the list is keyed by it: soft endings and y for i made alike."""
    alike = plain.translate(_ALIKE)
    squeezed = [c for i, c in enumerate(alike) if i == 0 or alike[i - 1] != c]
    return "".join(squeezed)


@lru_cache(maxsize=20_000)
def forms_of(plain: str) -> frozenset[int]:
    """The names that this reading is a form of."""
    return _lines_by_sound().get(sound_of(plain), frozenset())
