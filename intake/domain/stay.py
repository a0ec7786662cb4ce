"""A place of somebody's life: what it was to them, where, when, and why they left.

Each line is a statement of its own, so a new one replaces nothing, a changed one
names the line it replaces, and one that is taken out leaves an empty line behind.
"""

from dataclasses import dataclass

from intake.domain.codes import StayRole, WhyLeft
from intake.domain.individual import Individual
from intake.domain.partial_date import from_json as date_from_json
from intake.domain.statement import Json
from intake.errors import RuleBroken

PATH = "place-stays"
RELATIVE = ("near", "walk", "river", "building")
"""What tells where a place is that no list has: the next place, a walk, a landmark."""
_LAST = "9999"


class StayUnplaced(RuleBroken):
    """A line of a journey tells no place and describes none."""

    code = "stay-unplaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One line: all but the role may be unknown, yet something says where it was.

    `place` has the shape of a place, `began` and `ended` that of a date.
    """

    role: StayRole
    place: Json = None
    began: Json = None
    ended: Json = None
    with_whom: str = ""
    why_left: WhyLeft | None = None
    near: str = ""
    walk: str = ""
    river: str = ""
    building: str = ""

    def __post_init__(self) -> None:
        if not self.place and not any(getattr(self, part) for part in RELATIVE):
            raise StayUnplaced(role=self.role.value)

    def to_json(self) -> dict[str, Json]:
        """The line as a statement stores it."""
        return {
            "role": self.role.value,
            "place": self.place,
            "from": self.began,
            "to": self.ended,
            "with_whom": self.with_whom,
            "why_left": self.why_left.value if self.why_left else None,
            **{part: getattr(self, part) for part in RELATIVE},
        }


def stay_from_json(value: Json) -> Stay | None:
    """The line that a statement tells; None for one that was taken out."""
    if not isinstance(value, dict) or not value.get("role"):
        return None
    texts = {part: str(value.get(part) or "") for part in ("with_whom", *RELATIVE)}
    return Stay(
        role=StayRole(str(value["role"])),
        place=value.get("place"),
        began=value.get("from"),
        ended=value.get("to"),
        why_left=_why_left(value.get("why_left")),
        **texts,
    )


def _why_left(said: Json) -> WhyLeft | None:
    """A reason of the list; lines of older releases have none, a newer one is not known."""
    known = isinstance(said, str) and said in set(WhyLeft)
    return WhyLeft(str(said)) if known else None


def stays(individual: Individual) -> list[tuple[str, Stay]]:
    """The lines that stand, each with its statement's id: birth first, then by date."""
    told = []
    for said in individual.current(PATH):
        stay = stay_from_json(said.statement.value)
        if stay is not None:
            told.append((said.statement.id, stay))
    return sorted(told, key=lambda line: _when(line[1]))


def _when(stay: Stay) -> tuple[bool, str]:
    dated = stay.began or stay.ended
    first = date_from_json(dated).earliest.isoformat() if dated else _LAST
    return stay.role is not StayRole.BIRTH, first
