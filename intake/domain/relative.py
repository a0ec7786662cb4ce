"""A tie as one person tells it: to another of the group, or to somebody not here.

Each adult tells their own ties. What one says of another is proposed to the other and
never written down for them (V-11); a different word is a question, nobody's fault.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from intake.domain.case import Case
from intake.domain.codes import (
    Agreement,
    Kin,
    Nature,
    Relationship,
    SeparationCause,
    Tie,
    Whereabouts,
    YesNo,
)
from intake.domain.individual import Individual
from intake.domain.statement import Json, Said

RELATIVE = "relative"
KNOWN = ("sex", "birth", "birth-place", "last-residence", "father", "mother")
"""What may be known of somebody who is not here, by question."""

SOUGHT = frozenset(
    {
        Whereabouts.ELSEWHERE,
        Whereabouts.MISSING,
        Whereabouts.DETAINED,
        Whereabouts.LEFT_BEHIND,
        Whereabouts.UNKNOWN,
    }
)
"""Where a relative is when a search may find them."""


@dataclass(frozen=True, slots=True)
class Relative:
    """One tie: `to` is a member's id, or empty for somebody known by `name` alone."""

    tie: Tie
    to: str = ""
    name: Json = None
    nature: Nature | None = None
    now: Whereabouts | None = None
    cares: YesNo | None = None
    responsible: YesNo | None = None
    since: Json = None
    place: Json = None
    cause: SeparationCause | None = None
    news: str = ""
    known: Mapping[str, Json] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """The name of somebody who is not here, as said."""
        return str(self.name.get("text") or "") if isinstance(self.name, dict) else ""

    @property
    def may_be_sought(self) -> bool:
        """Whether a search for them makes sense: not here, and not known to be dead."""
        return not self.to and self.now in SOUGHT

    def to_json(self) -> Json:
        """The stored value; what was not said is left out."""
        told: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        told |= {name: told[name].value for name in ("tie", *_CODES) if told[name] is not None}
        told["known"] = dict(self.known)
        return {name: value for name, value in told.items() if value not in (None, "", {})}


_CODES: dict[str, Any] = {
    "nature": Nature,
    "now": Whereabouts,
    "cares": YesNo,
    "responsible": YesNo,
    "cause": SeparationCause,
}


def from_json(value: Json) -> Relative | None:
    """Read a stored tie; None for anything that is not one."""
    if not isinstance(value, dict) or value.get("tie") not in set(Tie):
        return None
    coded = {name: codes(value[name]) for name, codes in _CODES.items() if _has(value, name, codes)}
    known = value.get("known")
    return Relative(
        tie=Tie(str(value["tie"])),
        to=str(value.get("to") or ""),
        name=value.get("name"),
        since=value.get("since"),
        place=value.get("place"),
        news=str(value.get("news") or ""),
        known=known if isinstance(known, dict) else {},
        **coded,
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A tie that stands, with the statement that says it."""

    said: Said
    relative: Relative

    @property
    def id(self) -> str:
        """The id of its statement."""
        return self.said.statement.id


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tie that follows from what was said already, to be asked about.

    `source` is the statement it follows from, or a question of the person's own pages.
    """

    source: str
    relative: Relative


def lines(person: Individual) -> list[Line]:
    """The ties a person tells now; "not related" stands as well."""
    found = [(said, from_json(said.statement.value)) for said in person.current(RELATIVE)]
    return [Line(said, relative) for said, relative in found if relative is not None]


def line_to(person: Individual, other: str) -> Line | None:
    """The newest thing a person says of another member."""
    return next((line for line in reversed(lines(person)) if line.relative.to == other), None)


def agreement(case: Case, person: Individual, relative: Relative) -> Agreement:
    """What the other one says of the same tie, from their own mouth."""
    other = case.member(relative.to)
    if other is None:
        return Agreement.NOT_HERE
    theirs = line_to(other, person.id)
    if theirs is None:
        return Agreement.NOT_ASKED
    is_same = theirs.relative.tie is INVERSE[relative.tie]
    return Agreement.SAME if is_same else Agreement.DIFFERS


def proposals(case: Case, person: Individual) -> list[Proposal]:
    """What to ask this person because somebody, or their own page, said it already."""
    told = {line.relative.to for line in lines(person)}
    names = {line.relative.called for line in lines(person)}
    found: list[Proposal] = []
    for proposal in (*_by_others(case, person), *_by_focal(case, person)):
        if proposal.relative.to not in told:
            told.add(proposal.relative.to)
            found.append(proposal)
    found += [p for p in _by_names(case, person, found) if p.relative.called not in names]
    return found


def kin_of(tie: Tie, sex: str) -> Kin:
    """The word of a tracing request for a tie."""
    if tie is Tie.PARENT:
        return {"f": Kin.MOTHER, "m": Kin.FATHER}.get(sex, Kin.OTHER_KIN)
    found = {Tie.SPOUSE_PARTNER: Kin.SPOUSE, Tie.CHILD: Kin.CHILD, Tie.SIBLING: Kin.SIBLING}
    return found.get(tie, Kin.OTHER_KIN)


def inverted(relative: Relative, teller: str) -> Relative:
    """The same tie from the other end; whether somebody cares is not turned round."""
    return Relative(
        tie=INVERSE[relative.tie],
        to=teller,
        nature=relative.nature,
        now=relative.now,
        since=relative.since,
        place=relative.place,
        cause=relative.cause,
    )


def tie_of(relationship: Json) -> Tie | None:
    """The tie in an answer about the relation to the focal point, if it names one."""
    code = str(relationship or "")
    if code == Relationship.FOCAL_POINT or code not in set(Relationship):
        return None
    return Tie.OTHER_KIN if code == Relationship.IN_LAW else Tie(code)


def _by_others(case: Case, person: Individual) -> Iterator[Proposal]:
    for other in case.members:
        line = line_to(other, person.id) if other.id != person.id else None
        if line is not None and line.relative.tie is not Tie.NONE:
            yield Proposal(line.id, inverted(line.relative, other.id))


def _by_focal(case: Case, person: Individual) -> Iterator[Proposal]:
    for member in case.members:
        said, tie = member.answer("relationship"), tie_of(member.value("relationship"))
        if said is None or tie is None or member.id == case.focal:
            continue
        if member.id == person.id and case.member(case.focal) is not None:
            yield Proposal(said.statement.id, Relative(INVERSE[tie], to=case.focal))
        elif person.id == case.focal:
            yield Proposal(said.statement.id, Relative(tie, to=member.id))


_NAMED = {
    "father": (Tie.PARENT, {"sex": "m"}),
    "mother": (Tie.PARENT, {"sex": "f"}),
    "spouse": (Tie.SPOUSE_PARTNER, {}),
}


def _by_names(case: Case, person: Individual, others: list[Proposal]) -> Iterator[Proposal]:
    """Parents and spouse whose names stand on the person's own page and who are not here."""
    near = [line.relative for line in lines(person)] + [p.relative for p in others]
    for path, (tie, known) in _NAMED.items():
        name = person.value(path)
        here = [case.member(r.to) for r in near if r.to and r.tie is tie]
        is_here = any(m is not None and m.text("sex") in ("", *known.values()) for m in here)
        if isinstance(name, dict) and not (is_here or (here and not known)):
            yield Proposal(path, Relative(tie, name=name, known=dict(known)))


def _has(value: Mapping[str, Json], name: str, codes: Any) -> bool:
    return value.get(name) in set(codes)


_PAIRS = (
    (Tie.PARENT, Tie.CHILD),
    (Tie.GRANDPARENT, Tie.GRANDCHILD),
    (Tie.AUNT_UNCLE, Tie.NIECE_NEPHEW),
    (Tie.PARENT_IN_LAW, Tie.CHILD_IN_LAW),
    (Tie.STEP_PARENT, Tie.STEP_CHILD),
    (Tie.FOSTER_PARENT, Tie.FOSTER_CHILD),
    (Tie.GUARDIAN, Tie.WARD),
    (Tie.CARER, Tie.CARED_FOR),
)
INVERSE: dict[Tie, Tie] = {
    **{tie: tie for tie in Tie},
    **dict(_PAIRS),
    **{second: first for first, second in _PAIRS},
}
"""What the teller is to the one they tell of; ties without a pair are the same both ways."""
