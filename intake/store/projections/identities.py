"""Where each identity stands, folded by the table of domain/identity.py."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import (
    CommentVerdict,
    CorrectionVerdict,
    DecisionStatus,
    IdentityState,
    PairStatus,
    ReadBack,
    RecheckVerdict,
    ReviewVerdict,
)
from intake.domain.event import (
    CaseScreened,
    CommentAnswered,
    CorrectionAnswered,
    DecisionMadeFinal,
    DecisionReviewed,
    Event,
    InterviewClosed,
    InterviewHalted,
    MatchSuggested,
    MoreInformationAsked,
    PairJudged,
    RecheckAnswered,
)
from intake.domain.hearing import LOOK_AGAIN_MONTHS, months_after
from intake.domain.identity import IDENTITY
from intake.domain.machine import StepNotOpen
from intake.domain.questions import MATERIAL

_KINDS = frozenset(step.event for step in IDENTITY.steps)
_SETTLED = (
    PairStatus.AGREED.value,
    PairStatus.LINKED.value,
    PairStatus.UNLINK_ASKED.value,
)


def follow(db: Database, event: Event) -> None:
    """Take the step that an event is for everybody it is about, where it is one."""
    if event.kind not in _KINDS or not _moves(event):
        return
    for individual in _about(db, event):
        _take(db, individual, event)


def _moves(event: Event) -> bool:
    """A correction leads to assessing when it changed one of the main facts."""
    if not isinstance(event, CorrectionAnswered):
        return True
    return event.path in MATERIAL and event.verdict is not CorrectionVerdict.REFUSED


def resettle(db: Database) -> None:
    """Say again of whoever nothing was decided about whether they are unique.

    Called after an erasure: what an erased record suggested can be read no more, so that
    a rebuild must come to the same rows without it.
    """
    early = (IdentityState.UNEXAMINED.value, IdentityState.UNIQUE.value)
    db.execute("DELETE FROM identities WHERE state IN (?, ?)", early)
    rows = db.execute(
        "SELECT i.id, i.case_id, s.at FROM individuals i JOIN screenings s ON s.case_id = i.case_id"
        " WHERE NOT EXISTS (SELECT 1 FROM identities d WHERE d.individual = i.id)"
    ).fetchall()
    for individual, case, at in rows:
        _settle(db, individual, case, at)


def _settle(db: Database, individual: str, case: str, at: str) -> None:
    state = IdentityState.UNEXAMINED if _open_pairs(db, individual) else IdentityState.UNIQUE
    db.execute(
        "INSERT INTO identities (individual, case_id, state, since) VALUES (?, ?, ?, ?)",
        [individual, case, state.value, at],
    )


def _take(db: Database, individual: str, event: Event) -> None:
    case = _case_of(db, individual)
    if not case:
        return  # erased since
    row = db.execute("SELECT state FROM identities WHERE individual = ?", [individual]).fetchone()
    state = IdentityState(row[0]) if row else IdentityState.UNEXAMINED
    choose = _CHOICES.get(type(event))
    try:
        after = IDENTITY.step(state, event.kind, choose(db, event) if choose else None).after
    except StepNotOpen:
        return  # another talk while a decision is on its way changes nothing of that way
    db.execute(
        "INSERT INTO identities (individual, case_id, state, since) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (individual) DO UPDATE SET state = excluded.state, since = excluded.since,"
        " note = ''",
        [individual, case, after.value, event.at.isoformat()],
    )
    _details(db, individual, event)


def _details(db: Database, individual: str, event: Event) -> None:
    if isinstance(event, DecisionMadeFinal):
        _let_hold(db, event)
    elif isinstance(event, MoreInformationAsked):
        db.execute(
            "UPDATE identities SET note = ?, look_again = ? WHERE individual = ?",
            [event.reason, event.until, individual],
        )
    elif after_final(event):
        # What was decided before does not stand in the way of what is proposed next.
        db.execute(
            "UPDATE decisions SET status = 'reopened' WHERE individual = ?"
            " AND status IN ('notified', 'final') AND ? = 'assessing'",
            [individual, _state(db, individual)],
        )


def after_final(event: Event) -> bool:
    """Whether this event may open again what was decided."""
    return event.kind in ("assessment-reopened", "recheck-answered", "correction-answered")


def _let_hold(db: Database, event: DecisionMadeFinal) -> None:
    again = months_after(event.at.date(), LOOK_AGAIN_MONTHS).isoformat()
    db.execute(
        "UPDATE identities SET decision = d.id, level = d.level,"
        " look_again = CASE d.review_by WHEN '' THEN ? ELSE d.review_by END"
        " FROM decisions d WHERE d.id = ? AND identities.individual = d.individual",
        [again, event.decision],
    )


def _about(db: Database, event: Any) -> Iterable[str]:
    if isinstance(event, CaseScreened):
        return _unpaired(db, [event.case])
    if isinstance(event, MatchSuggested):
        return (event.left, event.right)
    if isinstance(event, PairJudged):
        pair = db.execute(
            "SELECT left_id, right_id FROM pairs WHERE id = ? AND status IN (?, ?, ?)",
            [event.pair, *_SETTLED],
        ).fetchone()
        return [i for i in pair or () if not _open_pairs(db, i)]
    if hasattr(event, "individual"):
        return (event.individual,)
    row = db.execute("SELECT individual FROM interviews WHERE id = ?", [event.interview]).fetchone()
    return row or ()


def _unpaired(db: Database, cases: Iterable[str]) -> list[str]:
    found = [
        row[0]
        for case in cases
        for row in db.execute("SELECT id FROM individuals WHERE case_id = ?", [case]).fetchall()
    ]
    return [individual for individual in found if not _open_pairs(db, individual)]


def _open_pairs(db: Database, individual: str) -> bool:
    found = db.execute(
        "SELECT 1 FROM pairs WHERE (left_id = ? OR right_id = ?) AND status NOT IN (?, ?, ?)",
        [individual, individual, *_SETTLED],
    ).fetchone()
    return found is not None


def _case_of(db: Database, individual: str) -> str:
    row = db.execute("SELECT case_id FROM individuals WHERE id = ?", [individual]).fetchone()
    return str(row[0]) if row else ""


def _state(db: Database, individual: str) -> str:
    row = db.execute("SELECT state FROM identities WHERE individual = ?", [individual]).fetchone()
    return str(row[0])


def _after_review(_db: Database, event: DecisionReviewed) -> IdentityState:
    confirmed = event.verdict is ReviewVerdict.CONFIRM
    return IdentityState.DECIDED if confirmed else IdentityState.RETURNED


def _after_comment(_db: Database, event: CommentAnswered) -> IdentityState:
    stays = event.verdict is CommentVerdict.STAYS
    return IdentityState.COMMENT_WINDOW if stays else IdentityState.ASSESSING


def _after_closing(_db: Database, event: InterviewClosed) -> IdentityState:
    agreed = event.read_back in (ReadBack.YES, ReadBack.YES_WITH_CHANGES)
    return IdentityState.STATEMENT_CONFIRMED if agreed else IdentityState.STATEMENT_REFUSED


def _after_halt(_db: Database, _event: InterviewHalted) -> IdentityState:
    return IdentityState.PAUSED


def _after_recheck(db: Database, event: RecheckAnswered) -> IdentityState:
    if event.verdict is RecheckVerdict.CHANGED:
        return IdentityState.ASSESSING
    row = db.execute("SELECT status FROM decisions WHERE id = ?", [event.decision]).fetchone()
    final = bool(row) and row[0] == DecisionStatus.FINAL
    return IdentityState.FINAL if final else IdentityState.COMMENT_WINDOW


_CHOICES: dict[type[Event], Callable[[Database, Any], IdentityState]] = {
    DecisionReviewed: _after_review,
    CommentAnswered: _after_comment,
    InterviewClosed: _after_closing,
    InterviewHalted: _after_halt,
    RecheckAnswered: _after_recheck,
}
