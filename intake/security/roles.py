"""Who may do what, in one table; what the table does not say is not allowed.

Follows the table of roles in the domain chapter 11.3: an administrator runs the
program and sees no case, the data-protection officer sees who looked, not at what.
"""

from collections.abc import Collection
from enum import StrEnum

from intake.domain.codes import Role


class Action(StrEnum):
    """Something a view or a command lets somebody do."""

    REGISTER = "register"
    SYNC = "sync"
    SETTINGS = "settings"
    SEE_WORK = "see-work"
    SEE_INCOMING = "see-incoming"
    SEARCH = "search"
    SEE_PERSON = "see-person"
    JUDGE_PAIR = "judge-pair"
    INTERVIEW = "interview"
    PROPOSE_DECISION = "propose-decision"
    REVIEW_DECISION = "review-decision"
    TELL_DECISION = "tell-decision"
    HEAR_PERSON = "hear-person"
    ASK_CORRECTION = "ask-correction"
    ANSWER_CORRECTION = "answer-correction"
    TRACE = "trace"
    VOUCH = "vouch"
    KEEP_RECORD = "keep-record"
    REGROUP = "regroup"
    FOLLOW_NEEDS = "follow-needs"
    GIVE_COPY = "give-copy"
    REACH_OUT = "reach-out"
    SEE_AUDIT = "see-audit"
    SEE_FIGURES = "see-figures"
    ERASE = "erase"
    MANAGE_USERS = "manage-users"
    MANAGE_DEVICES = "manage-devices"
    SEE_SETTINGS = "see-settings"
    MANAGE_SETTINGS = "manage-settings"
    OWN_ACCOUNT = "own-account"


# Whoever looks after a registered person needs to find and read that person's record.
_WITH_PEOPLE = frozenset({Action.SEE_WORK, Action.SEARCH, Action.SEE_PERSON, Action.OWN_ACCOUNT})
_CORRECTING = frozenset({Action.ASK_CORRECTION, Action.ANSWER_CORRECTION})

ALLOWED: dict[Role, frozenset[Action]] = {
    Role.FIELD: frozenset({Action.REGISTER, Action.SYNC, Action.SETTINGS}),
    Role.CLERK: _WITH_PEOPLE
    | _CORRECTING
    | {Action.SEE_INCOMING, Action.JUDGE_PAIR, Action.KEEP_RECORD, Action.REGROUP},
    Role.INTERVIEWER: _WITH_PEOPLE
    | _CORRECTING
    | {
        Action.INTERVIEW,
        Action.PROPOSE_DECISION,
        Action.TELL_DECISION,
        Action.HEAR_PERSON,
        Action.GIVE_COPY,
        Action.VOUCH,
        Action.REACH_OUT,
    },
    Role.REVIEWER: _WITH_PEOPLE
    | _CORRECTING
    | {
        Action.JUDGE_PAIR,
        Action.REVIEW_DECISION,
        Action.TELL_DECISION,
        Action.HEAR_PERSON,
        Action.GIVE_COPY,
        Action.VOUCH,
        Action.KEEP_RECORD,
        Action.REGROUP,
        Action.SEE_FIGURES,
    },
    Role.PROTECTION: _WITH_PEOPLE
    | {
        Action.FOLLOW_NEEDS,
        Action.ERASE,
        Action.HEAR_PERSON,
        Action.ASK_CORRECTION,
        Action.GIVE_COPY,
        Action.VOUCH,
        Action.KEEP_RECORD,
        Action.REGROUP,
        Action.REACH_OUT,
        Action.SEE_FIGURES,
    },
    Role.TRACING: _WITH_PEOPLE | {Action.TRACE},
    Role.DPO: frozenset(
        {
            Action.SEE_AUDIT,
            Action.SEE_FIGURES,
            Action.SEE_SETTINGS,
            Action.ERASE,
            Action.OWN_ACCOUNT,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Action.MANAGE_USERS,
            Action.MANAGE_DEVICES,
            Action.SEE_SETTINGS,
            Action.MANAGE_SETTINGS,
            Action.OWN_ACCOUNT,
        }
    ),
}

# What shows a person's record, or lets somebody change what is held true of a person.
CASE_DATA = frozenset(
    {
        Action.SEE_WORK,
        Action.SEE_INCOMING,
        Action.SEARCH,
        Action.SEE_PERSON,
        Action.JUDGE_PAIR,
        Action.INTERVIEW,
        Action.PROPOSE_DECISION,
        Action.REVIEW_DECISION,
        Action.TELL_DECISION,
        Action.HEAR_PERSON,
        Action.ASK_CORRECTION,
        Action.ANSWER_CORRECTION,
        Action.TRACE,
        Action.VOUCH,
        Action.KEEP_RECORD,
        Action.REGROUP,
        Action.FOLLOW_NEEDS,
        Action.GIVE_COPY,
        Action.REACH_OUT,
    }
)


def may(roles: Collection[Role], action: Action) -> bool:
    """Whether somebody with these roles may do this."""
    # Whoever makes users could give themselves any role: with that power, no case data
    # and no erasing, which takes two people.
    if Role.ADMINISTRATOR in roles and action in CASE_DATA | {Action.ERASE}:
        return False
    return any(action in ALLOWED.get(role, frozenset()) for role in roles)


# A laptop tells what people said and what it did itself. It never tells what the
# registry alone finds: matches, interviews, decisions, users, devices.
_FIELD_ONLY = frozenset(
    {
        "case-opened",
        "level-raised",
        "likeness-answered",
        "case-completed",
        "case-discarded",
        "group-split",
        "groups-merged",
        "content-forgotten",
        "withdrawal-asked",
        "officer-added",
        "registry-joined",
        "receipt-kept",
    }
)
_BOTH = frozenset(
    {
        "individual-added",
        "focal-point-named",
        "statements-added",
        "consent-recorded",
        "tracing-requested",
        "record-viewed",
        "signed-in",
        "bundle-made",
        "bundle-received",
    }
)
_REGISTRY_ONLY = frozenset(
    {
        "match-suggested",
        "case-screened",
        "pair-judged",
        "pair-reopened",
        "unlink-asked",
        "unlink-declined",
        "records-unlinked",
        "contact-tried",
        "record-inactivated",
        "record-returned",
        "close-asked",
        "record-closed",
        "reopen-asked",
        "record-reopened",
        "reopen-declined",
        "move-proposed",
        "move-confirmed",
        "move-refused",
        "move-told",
        "trace-judged",
        "protection-asked",
        "contact-answered",
        "best-interests-looked-at",
        "contact-told",
        "trace-released",
        "vouch-recorded",
        "vouch-agreed",
        "vouch-withdrawn",
        "interview-planned",
        "question-added",
        "stage-entered",
        "answer-recorded",
        "contradiction-put",
        "interview-halted",
        "interview-resumed",
        "interview-closed",
        "interview-scheduled",
        "interview-missed",
        "outreach-noted",
        "interpreter-declared",
        "interpreter-asked",
        "interpreter-changed",
        "afterwork-noted",
        "interview-handed-over",
        "further-talk-asked",
        "further-talk-answered",
        "finding-recorded",
        "decision-proposed",
        "decision-reviewed",
        "decision-told",
        "correction-asked",
        "correction-answered",
        "refusal-reviewed",
        "correction-told",
        "opinion-given",
        "support-recorded",
        "support-taken-back",
        "recheck-asked",
        "recheck-answered",
        "comment-recorded",
        "comment-answered",
        "decision-made-final",
        "assessment-reopened",
        "more-information-asked",
        "information-came",
        "outcome-told",
        "user-added",
        "user-disabled",
        "device-invited",
        "device-requested",
        "device-approved",
        "device-revoked",
        "erasure-asked",
        "case-erased",
        "setting-proposed",
        "setting-confirmed",
        "setting-declined",
    }
)
_ORIGINS = {"field": _FIELD_ONLY | _BOTH, "registry": _REGISTRY_ONLY | _BOTH}


def originates(origin: str, kind: str) -> bool:
    """Whether a chain of a "field" laptop or a "registry" may begin such an event."""
    return kind in _ORIGINS.get(origin, frozenset())
