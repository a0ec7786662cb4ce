"""Reads of candidates for missing relatives: verdicts, wishes, releases."""

from intake.domain.best_interests import Look
from intake.domain.codes import (
    BestInterests,
    ContactWish,
    GuardianPart,
    TraceSide,
    TraceStatus,
    TraceVerdict,
)
from intake.domain.trace import Trace, TraceSaid
from intake.store.reads import Reads, Row


class Traces(Reads):
    """What people said of candidates for a search."""

    def get(self, request: str, individual: str) -> Trace | None:
        """One candidate that somebody judged; None before."""
        row = self._row(
            "SELECT * FROM traces WHERE request = ? AND individual = ?", [request, individual]
        )
        return self._whole(row) if row else None

    def of_request(self, request: str) -> list[Trace]:
        """Every candidate of one search that somebody judged."""
        rows = self._rows("SELECT * FROM traces WHERE request = ? ORDER BY at", [request])
        return [self._whole(row) for row in rows]

    def handed_over(self) -> list[Trace]:
        """Matches that protection looks after, the longest waiting first."""
        rows = self._rows(
            "SELECT * FROM traces WHERE status IN"
            " ('with-protection', 'both-agree', 'no-contact', 'contact') ORDER BY at"
        )
        return [self._whole(row) for row in rows]

    def looks(self, request: str, individual: str) -> list[Look]:
        """What was found best for the children of a match, in the order of recording."""
        rows = self._rows(
            "SELECT * FROM best_interests WHERE request = ? AND individual = ? ORDER BY hlc",
            [request, individual],
        )
        return [_look(row) for row in rows]

    def released(self) -> set[tuple[str, str]]:
        """Searches and people whom protection let them see."""
        rows = self._rows("SELECT request, individual FROM trace_releases")
        return {(row["request"], row["individual"]) for row in rows}

    def _whole(self, row: Row) -> Trace:
        which = [row["request"], row["individual"]]
        verdicts = self._rows(
            "SELECT * FROM trace_verdicts WHERE request = ? AND individual = ? ORDER BY hlc", which
        )
        wishes = self._rows(
            "SELECT side, wish FROM trace_wishes WHERE request = ? AND individual = ? ORDER BY hlc",
            which,
        )
        return Trace(
            case=row["case_id"],
            request=row["request"],
            individual=row["individual"],
            status=TraceStatus(row["status"]),
            verdicts=tuple(
                TraceSaid(v["by"], TraceVerdict(v["verdict"]), v["reason"], v["at"])
                for v in verdicts
            ),
            wishes={TraceSide(w["side"]): ContactWish(w["wish"]) for w in wishes},
            at=row["at"],
        )


def _look(row: Row) -> Look:
    return Look(
        child=row["child"],
        looked_on=row["looked_on"],
        looked_by=row["looked_by"],
        outcome=BestInterests(row["outcome"]),
        reason=row["reason"],
        asked=bool(row["asked"]),
        view=row["view"],
        guardian=GuardianPart(row["guardian"]),
        conditions=row["conditions"],
        by=row["by"],
        at=row["at"],
    )
