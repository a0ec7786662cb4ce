"""Two records side by side: values as they stand, and why each row says so.

A suggestion is stored without values, so both sides are read anew for every display;
what is stored is only which rows agree, differ or are unknown, and why.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from intake.domain.case import Case
from intake.domain.event import EvidenceRow
from intake.domain.individual import Individual
from intake.domain.latin import suggest_latin
from intake.domain.name import script_of
from intake.domain.pair import Pair
from intake.domain.questions import QUESTIONS, Shape
from intake.domain.statement import Json
from intake.errors import NotFound
from intake.i18n import gettext as _
from intake.matching.why import Outcome, Reason
from intake.registry.grouping import hidden_from
from intake.registry.verifying.paths import COMPANIONS, path_of
from intake.store import Store
from intake.web import labels
from intake.web.wording import answered, in_words

_WEAK_BITS = 1.0
# Where less than this is common, marking letters would mark everything.
_ALIKE = 0.5
# Letters of these scripts join: marking one of them alone would tear its word.
_JOINED = frozenset({"Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a value; `marked` where the other side has something else."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: what was said, in pieces, or in words why nothing was."""

    pieces: tuple[Piece, ...] = ()
    lang: str = ""
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the comparison."""

    what: str
    left: Cell
    right: Cell
    outcome: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Side:
    """One record and its group."""

    case: Case
    person: Individual
    linked: tuple[Individual, ...] = ()
    """Records linked with it, whose statements count for it too."""
    keeps_company: bool = False
    """Whether somebody they came with must not be named here, so that nobody is."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The pair as a page shows it; `changed` when a record is newer than the rows."""

    pair: Pair
    left: Side
    right: Side
    told: tuple[Row, ...]
    silent: tuple[Row, ...]
    changed: bool


def side_by_side(store: Store, pair: Pair, *, latin: bool = False) -> Comparison:
    """Read both records; raises NotFound when one was erased or is not here."""
    alone = pair.is_link  # each of the two for itself, however they are read together
    left, right = (side_of(store, one, alone=alone) for one in (pair.left, pair.right))
    rows = rows_of(pair.evidence, left, right, latin=latin)
    return Comparison(
        pair=pair,
        left=left,
        right=right,
        told=tuple(row for row in rows if row.outcome != Outcome.UNKNOWN),
        silent=tuple(row for row in rows if row.outcome == Outcome.UNKNOWN),
        changed=any(s.at > pair.at for side in (left, right) for s in side.person.said),
    )


def side_of(store: Store, individual: str, *, alone: bool = False) -> Side:
    """A record with those linked to it; raises NotFound when it is not here."""
    case = store.cases.company(individual)
    person = case.member(individual) if case else None
    if case is None or person is None:
        raise NotFound(thing="individual")
    keeps = bool(hidden_from(store, individual))
    if alone:
        return Side(case, person, keeps_company=keeps)
    others = map(store.cases.individual, store.pairs.linked_with(individual))
    return Side(case, person, tuple(other for other in others if other is not None), keeps)


def rows_of(evidence: Iterable[EvidenceRow], left: Side, right: Side, *, latin: bool) -> list[Row]:
    """The rows with what both say; who came with whom where all may be named."""
    keeps = left.keeps_company or right.keeps_company
    told = (one for one in evidence if not (keeps and path_of(one.field) == COMPANIONS))
    return [row_of(one, left, right, latin) for one in told]


def row_of(evidence: EvidenceRow, left: Side, right: Side, latin: bool) -> Row:
    """One row of evidence with what both sides say."""
    path = path_of(evidence.field)
    a, b = _cell(path, left, latin), _cell(path, right, latin)
    if path in QUESTIONS and QUESTIONS[path].shape is Shape.NAME:
        a, b = marked(a, b)
    return Row(
        what=_("People in the group") if path == COMPANIONS else str(labels.question(path)),
        left=a,
        right=b,
        outcome=evidence.outcome,
        weight=evidence.weight,
        why=_why(evidence),
    )


def _why(evidence: EvidenceRow) -> str:
    words = str(labels.label(Reason(evidence.why)))
    weak = evidence.outcome == Outcome.AGREES and abs(evidence.weight) < _WEAK_BITS
    return _("%(why)s (weak evidence)", why=words) if weak else words


def _cell(path: str, side: Side, latin: bool) -> Cell:
    if path == COMPANIONS:
        others = (m for m in side.case.members if m.id != side.person.id)
        names = [_called(other, latin) for other in others]
        text = ", ".join(name for name in names if name)
        return Cell((Piece(text),)) if text else Cell(absent=_("Nobody else is recorded"))
    if side.linked:
        return _joined(path, side, latin)
    said = side.person.answer(path)
    if said is None:
        return Cell(absent=_("Not provided"))
    if said.statement.value is None:
        return Cell(absent=answered(said.statement))
    lang = _lang(said.statement.value) or said.statement.said_in
    text = in_words(path, said.statement.value)
    if latin and QUESTIONS[path].shape in (Shape.NAME, Shape.PLACE):
        return Cell((Piece(_latin(side.person, path, text, lang)),), "und-Latn")
    return Cell((Piece(text),), lang)


def _joined(path: str, side: Side, latin: bool) -> Cell:
    """What a record and those linked with it tell, each thing once."""
    people = (side.person, *side.linked)
    cells = [_cell(path, Side(side.case, person), latin) for person in people]
    told = {"".join(piece.text for piece in cell.pieces): cell for cell in cells if cell.pieces}
    if not told:
        return cells[0]
    return Cell((Piece(" · ".join(told)),), next(iter(told.values())).lang)


def _lang(value: Json) -> str:
    return str(value.get("lang") or "") if isinstance(value, dict) else ""


def _called(person: Individual, latin: bool) -> str:
    name = person.text("name")
    return _latin(person, "name", name, _lang(person.value("name"))) if latin else name


def _latin(person: Individual, path: str, text: str, lang: str) -> str:
    """The Latin form the person gave, else a suggestion for the eye alone."""
    given = person.text("name.latin") if path == "name" else ""
    return given or suggest_latin(text, lang)


def marked(left: Cell, right: Cell) -> tuple[Cell, Cell]:
    """Mark what differs in two values of one script; whole words if letters join."""
    a = "".join(piece.text for piece in left.pieces)
    b = "".join(piece.text for piece in right.pieces)
    script = script_of(a)
    if not a or not b or script != script_of(b):
        return left, right
    units_a, units_b = _units(a, script), _units(b, script)
    matcher = SequenceMatcher(None, units_a, units_b, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return left, right
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        for pieces, units in ((sides[0], units_a[a1:a2]), (sides[1], units_b[b1:b2])):
            if units:
                pieces += _pieces("".join(units), kind != "equal")
    return Cell(tuple(sides[0]), left.lang), Cell(tuple(sides[1]), right.lang)


def _pieces(text: str, differs: bool) -> list[Piece]:
    """A stretch, its leading space left unmarked."""
    bare = text.lstrip() if differs else ""
    if not bare:
        return [Piece(text)]
    space = text[: len(text) - len(bare)]
    return [Piece(space), Piece(bare, marked=True)] if space else [Piece(bare, marked=True)]


def _units(text: str, script: str) -> list[str]:
    """Words where letters join, else letters, each with its marks."""
    if script in _JOINED:
        return [unit for word in text.split() for unit in (word, " ")][:-1]
    units: list[str] = []
    for char in text:
        if units and unicodedata.category(char)[0] == "M":
            units[-1] += char
        else:
            units.append(char)
    return units
