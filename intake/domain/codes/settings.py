"""Codes of the settings that touch people, and of a change of one."""

from enum import StrEnum


class Setting(StrEnum):
    """A number that two administrators may change while the registry runs."""

    COMMENT_DAYS = "comment-days"
    SECOND_OPINIONS = "second-opinions"
    KEEP_YEARS = "keep-years"
    FEWEST_SHOWN = "fewest-shown"
    IDLE_MINUTES = "idle-minutes"


class ChangeStatus(StrEnum):
    """Where a change of a setting stands."""

    PROPOSED = "proposed"
    IN_FORCE = "in-force"
    DECLINED = "declined"
