"""Codes of where a record stands, whatever is known of the identity."""

from enum import StrEnum


class RecordState(StrEnum):
    """Whether a record is in use; nobody is ever registered anew because it is not."""

    OPEN = "open"
    INACTIVE = "inactive"
    CLOSE_ASKED = "close-asked"
    CLOSED = "closed"
    REOPEN_ASKED = "reopen-asked"


class InactiveReason(StrEnum):
    """Why a record is not in use. Nothing of it says that somebody did wrong."""

    NO_CONTACT = "no-contact"
    LEFT = "left"
    REQUESTED = "requested"
    RETURNED = "resettled-or-returned"
    NATURALISED = "naturalised"
    DECEASED = "deceased"
    IN_ERROR = "registered-in-error"
    DUPLICATE = "duplicate-of"
