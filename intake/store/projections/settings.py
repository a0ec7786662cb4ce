"""Rows of changed settings; checks and triggers refuse one person in both parts."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from intake.domain.codes import ChangeStatus
from intake.domain.event import SettingConfirmed, SettingDeclined, SettingProposed
from intake.errors import SecondPersonNeeded
from intake.security.chain import Entry


def _proposed(db: Database, event: SettingProposed, _entry: Entry) -> None:
    db.table("setting_changes").insert(
        {
            "id": event.change,
            "setting": event.setting.value,
            "value": event.value,
            "was": event.was,
            "reason": event.reason,
            "status": ChangeStatus.PROPOSED.value,
            "proposed_by": event.by,
            "proposed_at": event.at.isoformat(),
        }
    )


def _confirmed(db: Database, event: SettingConfirmed, entry: Entry) -> None:
    done = db.execute(
        "UPDATE setting_changes SET status = ?, answered_by = ?, answered_at = ?, hlc = ?"
        " WHERE id = ? AND setting = ? AND value = ? AND proposed_by = ?",
        [
            ChangeStatus.IN_FORCE.value,
            event.by,
            event.at.isoformat(),
            entry.hlc,
            event.change,
            event.setting.value,
            event.value,
            event.proposed_by,
        ],
    )
    # Without a row nobody proposed this: one person alone would be changing it.
    if done.rowcount != 1:
        raise SecondPersonNeeded(setting=event.setting.value)


def _declined(db: Database, event: SettingDeclined, entry: Entry) -> None:
    db.execute(
        "UPDATE setting_changes SET status = ?, answered_by = ?, answered_at = ?,"
        " answer_reason = ?, hlc = ? WHERE id = ?",
        [
            ChangeStatus.DECLINED.value,
            event.by,
            event.at.isoformat(),
            event.reason,
            entry.hlc,
            event.change,
        ],
    )


BY_KIND: Mapping[str, Any] = {
    SettingProposed.kind: _proposed,
    SettingConfirmed.kind: _confirmed,
    SettingDeclined.kind: _declined,
}
