"""Rows of cases: group, members, statements, consents, tracing requests, views."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import CaseStatus, TracingStatus
from intake.domain.event import (
    CaseCompleted,
    CaseDiscarded,
    CaseOpened,
    ConsentRecorded,
    ContentForgotten,
    FocalPointNamed,
    IndividualAdded,
    LevelRaised,
    LikenessAnswered,
    RecordViewed,
    StatementsAdded,
    TracingRequested,
)
from intake.domain.statement import Statement
from intake.security.chain import Entry
from intake.store.called import hear
from intake.store.filing import drop
from intake.store.terms import terms_of

FOUND_BY = frozenset({"name", "name.latin", "name.other", "call-name"})
"""Questions whose words the search box finds."""

_OF_A_CASE = (
    "statements",
    "terms",
    "consents",
    "tracing",
    "likenesses",
    "views",
    "individuals",
    "regroupings",
    "case_numbers",
)


def _opened(db: Database, event: CaseOpened, entry: Entry) -> None:
    db.table("cases").insert(
        {
            "id": event.case,
            "number": event.number,
            "group_kind": event.group_kind.value,
            "level": event.level.value,
            "status": CaseStatus.DRAFT.value,
            "site": event.site,
            "opened_at": event.at.isoformat(),
            "opened_by": event.by,
            "device": entry.device,
            "notice_version": event.notice_version,
            "notice_language": event.notice_language,
            "changed_seq": entry.seq,
            "hlc": entry.hlc,
        },
    )


def _level_raised(db: Database, event: LevelRaised, entry: Entry) -> None:
    db.execute(
        "UPDATE cases SET level = ?, status = ? WHERE id = ?",
        [event.level.value, CaseStatus.DRAFT.value, event.case],
    )
    changed(db, event.case, entry)


def _member_added(db: Database, event: IndividualAdded, entry: Entry) -> None:
    db.table("individuals").insert(
        {
            "id": event.individual,
            "case_id": event.case,
            "number": event.number,
            "position": event.position,
        },
    )
    changed(db, event.case, entry)


def _focal_named(db: Database, event: FocalPointNamed, entry: Entry) -> None:
    db.execute("UPDATE cases SET focal = ? WHERE id = ?", [event.individual, event.case])
    changed(db, event.case, entry)


def _statements_added(db: Database, event: StatementsAdded, entry: Entry) -> None:
    # In one go: each single insert looks the table up and sets a savepoint, and that
    # was most of the time of taking in a bundle.
    db.table("statements").insert_all(_row(said, event, entry) for said in event.statements)
    for statement in event.statements:
        _index_terms(db, statement, event.case)
    changed(db, event.case, entry)


def _row(statement: Statement, event: StatementsAdded, entry: Entry) -> dict[str, Any]:
    value = statement.value
    return {
        "id": statement.id,
        "case_id": event.case,
        "subject": statement.subject,
        "path": statement.path,
        "value": None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True),
        "absent": statement.absent.value if statement.absent else None,
        "source": statement.source.value,
        "source_ref": statement.source_ref,
        "said_in": statement.said_in,
        "interpreter": statement.interpreter,
        "certainty": statement.certainty.value,
        "verbatim": statement.verbatim,
        "saw": json.dumps(list(statement.saw)),
        "why": statement.why.value if statement.why else None,
        "by": event.by,
        "device": entry.device,
        "at": event.at.isoformat(),
        "hlc": entry.hlc,
    }


def _index_terms(db: Database, statement: Statement, case: str) -> None:
    value = statement.value
    text = value.get("text") if isinstance(value, dict) else value
    if statement.path in FOUND_BY and isinstance(text, str):
        terms = terms_of(text)
        hear(db, terms)
        for term in terms:
            db.execute(
                "INSERT INTO terms (term, individual, case_id) VALUES (?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                [term, statement.subject, case],
            )


def _consent_recorded(db: Database, event: ConsentRecorded, entry: Entry) -> None:
    db.table("consents").insert(
        {
            "case_id": event.case,
            "individual": event.individual,
            "purpose": event.purpose.value,
            "answer": event.answer.value,
            "given_by": event.given_by.value,
            "language": event.language,
            "notice_version": event.notice_version,
            "recipient": event.recipient.value if event.recipient else "",
            "explained": event.explained.value if event.explained else "",
            "carer": event.carer.value,
            "assent": event.assent.value,
            "reason": event.reason,
            "until": event.until.isoformat() if event.until else "",
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        },
    )
    changed(db, event.case, entry)


def _tracing_requested(db: Database, event: TracingRequested, entry: Entry) -> None:
    db.table("tracing").insert(
        {
            "id": event.request,
            "case_id": event.case,
            "individual": event.individual,
            "kin": event.kin.value,
            "sought": json.dumps(event.sought, ensure_ascii=False, sort_keys=True),
            "must_not_know": event.must_not_know,
            "status": TracingStatus.OPEN.value,
            "by": event.by,
            "at": event.at.isoformat(),
        },
    )
    changed(db, event.case, entry)


def _likeness_answered(db: Database, event: LikenessAnswered, entry: Entry) -> None:
    db.table("likenesses").insert(
        {
            "case_id": event.case,
            "individual": event.individual,
            "other": event.other,
            "other_case": event.other_case,
            "answer": event.answer.value,
            "reasons": json.dumps(list(event.reasons)),
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        },
    )
    changed(db, event.case, entry)


def _completed(db: Database, event: CaseCompleted, entry: Entry) -> None:
    db.execute(
        "UPDATE cases SET status = ?, completed_at = ?, read_back = ? WHERE id = ?",
        [CaseStatus.READY.value, event.at.isoformat(), event.read_back.value, event.case],
    )
    changed(db, event.case, entry)


def _discarded(_db: Database, _event: CaseDiscarded, _entry: Entry) -> None:
    """The store forgets the key and every row in the same transaction."""


def _forgotten(db: Database, event: ContentForgotten, entry: Entry) -> None:
    """Leave numbers and status; every word goes. What the registry replied stays."""
    case = event.forgotten
    drop(db, case)
    for table in _OF_A_CASE:
        db.table(table).delete_where("case_id = ?", [case])
    db.table("cases").delete_where("id = ?", [case])
    db.table("cases").insert(
        {
            "id": case,
            "number": event.number,
            "group_kind": event.group_kind.value,
            "level": event.level.value,
            "status": CaseStatus.READY.value,
            "site": event.site,
            "opened_at": event.opened_at,
            "opened_by": event.by,
            "device": entry.device,
            "notice_version": "",
            "notice_language": event.notice_language,
            "focal": event.focal,
            "completed_at": event.completed_at,
            "forgotten": 1,
            "hlc": entry.hlc,
        }
    )
    lead_here(db, case, event.also)
    for member in event.members:
        db.table("individuals").insert(
            {
                "id": member.individual,
                "case_id": case,
                "number": member.number,
                "position": member.position,
            }
        )


def _viewed(db: Database, event: RecordViewed, entry: Entry) -> None:
    db.table("views").insert(
        {
            "individual": event.individual,
            "case_id": event.case,
            "by": event.by,
            "purpose": event.purpose,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        },
    )


def lead_here(db: Database, case: str, numbers: Sequence[str]) -> None:
    """Let the numbers of groups that were merged lead to this case."""
    for number in numbers:
        db.execute(
            "INSERT INTO case_numbers (number, case_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [number, case],
        )


def changed(db: Database, case: str, entry: Entry) -> None:
    """Note up to where the chain must be received; what is filed is outdated."""
    drop(db, case)
    db.execute(
        "UPDATE cases SET changed_seq = max(changed_seq, ?) WHERE id = ? AND device = ?",
        [entry.seq, case, entry.device],
    )


BY_KIND: Mapping[str, Any] = {
    CaseOpened.kind: _opened,
    LevelRaised.kind: _level_raised,
    IndividualAdded.kind: _member_added,
    FocalPointNamed.kind: _focal_named,
    StatementsAdded.kind: _statements_added,
    ConsentRecorded.kind: _consent_recorded,
    TracingRequested.kind: _tracing_requested,
    LikenessAnswered.kind: _likeness_answered,
    CaseCompleted.kind: _completed,
    CaseDiscarded.kind: _discarded,
    ContentForgotten.kind: _forgotten,
    RecordViewed.kind: _viewed,
}
