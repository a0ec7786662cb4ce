"""Verdicts of people as labelled pairs, for the fitting of weights.

Only of people who agree to be compared now; ids of the registry stay here.
"""

from collections.abc import Iterator

from intake.domain.codes import Purpose
from intake.domain.consent import agreed
from intake.domain.individual import Individual
from intake.domain.statement import Json
from intake.matching.person import NameSaid, from_individual
from intake.registry.linking import record_of
from intake.store import Store

_TEXTS = ("sex", "birth_place", "home_place", "father", "mother", "spouse", "lang")


def labels_of(store: Store) -> Iterator[dict[str, Json]]:
    """Each judged pair once: both records as in files, and whether one person."""
    for number, pair in enumerate(store.pairs.judged(), 1):
        sides = [_side(store, one) for one in (pair.left, pair.right)]
        if all(sides):
            left, right = (
                {**side, "id": f"{letter}{number}", "group": f"g{letter}{number}"}
                for letter, side in zip("ab", sides, strict=True)
            )
            yield {"left": left, "right": right, "same": pair.is_link}


def _side(store: Store, individual: str) -> dict[str, Json]:
    found = record_of(store, individual)
    if found is None or not agreed(found[0].consents, individual, Purpose.VERIFICATION):
        return {}
    return as_record(found[1])


def as_record(individual: Individual) -> dict[str, Json]:
    """An individual as a line of a file of people; unknown is empty."""
    person = from_individual(individual)
    birth = individual.value("birth")
    edtf = birth.get("edtf") if isinstance(birth, dict) else birth
    return {
        "names": [_name(name) for name in person.names],
        "birth": edtf if isinstance(edtf, str) else "",
        **{key: str(getattr(person, key)) for key in _TEXTS},
    }


def _name(name: NameSaid) -> dict[str, Json]:
    parts = {"given": name.given, "patronymic": name.patronymic, "family": name.family}
    return {"text": name.text, **{key: text for key, text in parts.items() if text}}
