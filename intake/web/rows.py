"""Fields that are tables: papers and needs, a row each; difficulties by degree.

A row keeps what it was recorded with and this page does not ask, so that a short
page never loses what a longer one wrote.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, ClassVar

from wtforms.utils import unset_value

from intake.domain.codes import (
    Difficulty,
    DocumentKind,
    DocumentStatus,
    Functioning,
    NeedStatus,
    SpecificNeed,
    TakenBy,
    Urgency,
    YesNo,
)
from intake.domain.need import WRITTEN_AT_INTAKE
from intake.domain.statement import Json
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.web import labels
from intake.web.fields import Answer, AskField

Choices = list[tuple[str, Lazy]]


class RowsField(AskField):
    """A row for each thing told, and empty ones for more; the first column names it."""

    kind = "rows"
    columns: ClassVar[tuple[str, ...]] = ()
    heads: ClassVar[dict[str, Lazy]] = {}
    codes: ClassVar[dict[str, type[StrEnum]]] = {}
    fewest = 3
    rows: range = range(fewest)
    known: tuple[dict[str, Json], ...] = ()

    @property
    def first_id(self) -> str:
        """The first box of the first row."""
        return self.part_id(f"0_{self.columns[0]}")

    @property
    def choices(self) -> dict[str, Choices]:
        """The lists of a row, by column."""
        return {column: labels.options(codes) for column, codes in self.codes.items()}

    @property
    def groups(self) -> dict[str, list[tuple[Lazy, Choices]]]:
        """The lists that are offered in groups, by column."""
        return {}

    @property
    def lists(self) -> dict[str, list[str]]:
        """Words offered while a box is typed in, by column."""
        return {}

    def all_parts(self) -> Iterable[str]:
        """Every box of every row."""
        return (*(f"{row}_{column}" for row in self.rows for column in self.columns), "absent")

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Make room for one more row than is recorded."""
        value = data.value if isinstance(data, Answer) else None
        told = value if isinstance(value, list) else []
        self.known = tuple(row for row in told if isinstance(row, dict))
        self.rows = range(max(self.fewest, len(self.known) + 1))
        super().process(formdata, data, extra_filters)

    def read(self) -> Json:
        """The rows that say something; a code that was not offered is refused."""
        found: list[Json] = []
        for row in self.rows:
            said: dict[str, Json] = {c: self.cleaned(f"{row}_{c}") for c in self.columns}
            if any(said.values()):
                found.append({**self._kept(row, said), **self._checked(said)})
        return found or None

    def _checked(self, said: dict[str, Json]) -> dict[str, Json]:
        offered = {c: {code for code, _ in choices} for c, choices in self.choices.items()}
        for column, codes in offered.items():
            if said[column] not in codes and (said[column] or column == self.columns[0]):
                raise ValueError(column)
        return said

    def _kept(self, row: int, said: dict[str, Json]) -> dict[str, Json]:
        """What was recorded with the row that still is about the same thing."""
        before = self.known[row] if row < len(self.known) else {}
        first = self.columns[0]
        return dict(before) if before.get(first) == said[first] else {}

    def show(self, known: Answer) -> dict[str, str]:
        """The rows again."""
        return {
            f"{row}_{column}": str(told.get(column) or "")
            for row, told in zip(self.rows, self.known, strict=False)
            for column in self.columns
        }


class DocumentsField(RowsField):
    """Papers: kind, where each is, number, where it was lost or issued."""

    columns = ("kind", "status", "number", "where")
    heads: ClassVar[dict[str, Lazy]] = {
        "kind": _l("Paper"),
        "status": _l("Where it is now"),
        "number": _l("Number, if remembered"),
        "where": _l("Where it was issued or lost"),
    }
    codes: ClassVar[dict[str, type[StrEnum]]] = {"kind": DocumentKind, "status": DocumentStatus}


class TakenField(RowsField):
    """Who took which kind of paper away."""

    columns = ("kind", "by")
    heads: ClassVar[dict[str, Lazy]] = {"kind": _l("Paper"), "by": _l("Who took it")}
    codes: ClassVar[dict[str, type[StrEnum]]] = {"kind": DocumentKind, "by": TakenBy}


class NeedsField(RowsField):
    """Needs: which, how soon, how it is known, whether to pass it on."""

    columns = ("code", "urgency", "status", "refer")
    heads: ClassVar[dict[str, Lazy]] = {
        "code": _l("Need"),
        "urgency": _l("How soon"),
        "status": _l("How it is known"),
        "refer": _l("May it be passed on to those who help?"),
    }
    codes: ClassVar[dict[str, type[StrEnum]]] = {
        "code": SpecificNeed,
        "urgency": Urgency,
        "status": NeedStatus,
        "refer": YesNo,
    }
    fewest = 4

    def __init__(self, label: str | Lazy = "", **options: Any) -> None:
        self.statuses = tuple(options.pop("statuses", WRITTEN_AT_INTAKE))
        super().__init__(label, **options)

    @property
    def choices(self) -> dict[str, Choices]:
        """The lists of a row; only what this page's reader may say of a need."""
        told = {str(row.get("status")) for row in self.known}
        offered = [s for s in NeedStatus if s in self.statuses or s in told]
        return {**super().choices, "status": [(s.value, labels.label(s)) for s in offered]}

    @property
    def groups(self) -> dict[str, list[tuple[Lazy, Choices]]]:
        """The needs in their groups."""
        return {"code": labels.grouped_needs()}


class FunctioningField(AskField):
    """Six things of daily life, each with how hard it is; none is chosen beforehand."""

    kind = "degrees"
    parts = tuple(Functioning)

    @property
    def first_id(self) -> str:
        """The first degree of the first thing."""
        return f"{self.part_id(self.parts[0])}-0"

    @property
    def asked(self) -> Choices:
        """The things asked about."""
        return labels.options(Functioning)

    @property
    def degrees(self) -> Choices:
        """How hard each can be."""
        return labels.options(Difficulty)

    def read(self) -> Json:
        """The things that were answered."""
        said = {part: self.raw[part] for part in self.parts if self.raw[part]}
        told: dict[str, Json] = {part: Difficulty(degree).value for part, degree in said.items()}
        return told or None

    def show(self, known: Answer) -> dict[str, str]:
        """The degrees again."""
        told = known.value if isinstance(known.value, dict) else {}
        return {part: str(told[part]) for part in self.parts if told.get(part)}
