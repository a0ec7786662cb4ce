"""Rows of interviews: plan, stages, answers, explanations, findings."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import FindingResult, InterviewStatus, Stage
from intake.domain.event import (
    AnswerRecorded,
    ContradictionPut,
    FindingRecorded,
    InterviewClosed,
    InterviewHalted,
    InterviewPlanned,
    InterviewResumed,
    QuestionAdded,
    StageEntered,
)
from intake.security.chain import Entry
from intake.store.projections import talks


def _planned(db: Database, event: InterviewPlanned, _entry: Entry) -> None:
    db.table("interviews").insert(
        {
            "id": event.interview,
            "case_id": event.case,
            "individual": event.individual,
            "interviewer": event.interviewer,
            "language": event.language,
            "interpreter": event.interpreter.value,
            "interpreter_code": event.interpreter_code,
            "private_place": int(event.private_place),
            "dialect": event.dialect,
            "wish": event.wish.value,
            "interpreter_sex": event.interpreter_sex,
            "platform": event.platform,
            "supporter": event.supporter.value,
            "alone_because": event.alone_because,
            "questions": json.dumps([asdict(q) for q in event.questions]),
            "facts": json.dumps(list(event.facts)),
            "bank_version": event.bank_version,
            "avoid": json.dumps(list(event.avoid)),
            "stage": Stage.PREPARE.value,
            "status": InterviewStatus.PLANNED.value,
            "planned_by": event.by,
            "planned_at": event.at.isoformat(),
        }
    )


def _question_added(db: Database, event: QuestionAdded, _entry: Entry) -> None:
    row = db.execute("SELECT questions FROM interviews WHERE id = ?", [event.interview]).fetchone()
    if row is not None:
        questions = [*json.loads(row[0]), asdict(event.question)]
        db.execute(
            "UPDATE interviews SET questions = ? WHERE id = ?",
            [json.dumps(questions), event.interview],
        )


def _stage_entered(db: Database, event: StageEntered, entry: Entry) -> None:
    at = event.at.isoformat()
    db.execute(
        "UPDATE interviews SET stage = ?, status = ?, starts = '',"
        " started_at = iif(started_at = '', ?, started_at),"
        " running_since = iif(running_since = '', ?, running_since),"
        " lay_part = max(lay_part, interpreter = 'lay') WHERE id = ?",
        [event.stage.value, InterviewStatus.RUNNING.value, at, at, event.interview],
    )
    talks.happened(db, event, entry)


def _answered(db: Database, event: AnswerRecorded, entry: Entry) -> None:
    stage = db.execute("SELECT stage FROM interviews WHERE id = ?", [event.interview]).fetchone()
    db.table("answers").insert(
        {
            "id": event.answer,
            "case_id": event.case,
            "interview": event.interview,
            "question": event.question,
            "text": event.text,
            "absent": event.absent,
            "said_in": event.said_in,
            "prompted": event.prompted.value,
            "amends": event.amends,
            "stage": stage[0] if stage else "",
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )


def _contradiction_put(db: Database, event: ContradictionPut, entry: Entry) -> None:
    db.table("explanations").insert(
        {
            "interview": event.interview,
            "case_id": event.case,
            "path": event.path,
            "statements": json.dumps(list(event.statements)),
            "explanation": event.explanation,
            "absent": event.absent,
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )


def _halted(db: Database, event: InterviewHalted, entry: Entry) -> None:
    status = InterviewStatus.STOPPED if event.final else InterviewStatus.PAUSED
    talks.stop_clock(db, event.interview, event.at)
    db.execute(
        "UPDATE interviews SET status = ?, halt_reason = ? WHERE id = ?",
        [status.value, event.reason.value, event.interview],
    )
    talks.happened(db, event, entry)


def _resumed(db: Database, event: InterviewResumed, entry: Entry) -> None:
    talks.start_clock(db, event.interview, event.at)
    db.execute(
        "UPDATE interviews SET status = ?, halt_reason = '', starts = '',"
        " lay_part = max(lay_part, interpreter = 'lay') WHERE id = ?",
        [InterviewStatus.RUNNING.value, event.interview],
    )
    talks.happened(db, event, entry)


def _closed(db: Database, event: InterviewClosed, entry: Entry) -> None:
    talks.stop_clock(db, event.interview, event.at)
    db.execute(
        "UPDATE interviews SET status = ?, stage = ?, read_back = ?, changes = ?, closed_at = ?,"
        " copy = ?, hears_by = ? WHERE id = ?",
        [
            InterviewStatus.FINISHED.value,
            Stage.AFTER.value,
            event.read_back.value,
            event.changes,
            event.at.isoformat(),
            event.copy.value if event.copy else "",
            event.hears_by,
            event.interview,
        ],
    )
    talks.happened(db, event, entry)


def _sides(event: FindingRecorded) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The evidence for and against; older entries name all of it in one place."""
    if event.result is FindingResult.CONTRADICTS and not event.against:
        return (), event.evidence
    return event.evidence, event.against


def _finding(db: Database, event: FindingRecorded, entry: Entry) -> None:
    speaks_for, against = _sides(event)
    db.table("findings").insert(
        {
            "id": event.finding,
            "case_id": event.case,
            "interview": event.interview,
            "fact": event.fact,
            "indicator": event.indicator.value,
            "result": event.result.value,
            "central": int(event.central),
            "evidence": json.dumps(list(speaks_for)),
            "against": json.dumps(list(against)),
            "reason": event.reason,
            "by": event.by,
            "at": event.at.isoformat(),
            "hlc": entry.hlc,
        }
    )


BY_KIND: Mapping[str, Any] = {
    InterviewPlanned.kind: _planned,
    QuestionAdded.kind: _question_added,
    StageEntered.kind: _stage_entered,
    AnswerRecorded.kind: _answered,
    ContradictionPut.kind: _contradiction_put,
    InterviewHalted.kind: _halted,
    InterviewResumed.kind: _resumed,
    InterviewClosed.kind: _closed,
    FindingRecorded.kind: _finding,
}
