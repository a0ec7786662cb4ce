"""Reads of what people said of records on the same laptop that are like theirs."""

import json
from dataclasses import dataclass

from intake.domain.codes import Likeness
from intake.store.reads import Reads, Row


@dataclass(frozen=True, slots=True)
class LikenessSaid:
    """One answer about one other record; `reasons` are codes of what agreed."""

    case: str
    individual: str
    other: str
    other_case: str
    answer: Likeness
    reasons: tuple[str, ...]
    by: str
    at: str


class Likenesses(Reads):
    """Answers about records that are like one another, newest for each pair."""

    def of_case(self, case: str) -> list[LikenessSaid]:
        """What the people of a case said, the last word for each record."""
        return _last(self._rows("SELECT * FROM likenesses WHERE case_id = ? ORDER BY hlc", [case]))

    def about(self, individual: str) -> list[LikenessSaid]:
        """What was said of somebody's record by anybody, the last word for each pair."""
        return _last(
            self._rows(
                "SELECT * FROM likenesses WHERE individual = ? OR other = ? ORDER BY hlc",
                [individual, individual],
            )
        )


def _last(rows: list[Row]) -> list[LikenessSaid]:
    found = {(r["individual"], r["other"]): _said(r) for r in rows}
    return list(found.values())


def _said(row: Row) -> LikenessSaid:
    return LikenessSaid(
        case=row["case_id"],
        individual=row["individual"],
        other=row["other"],
        other_case=row["other_case"],
        answer=Likeness(row["answer"]),
        reasons=tuple(json.loads(row["reasons"])),
        by=row["by"],
        at=row["at"],
    )
