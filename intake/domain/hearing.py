"""What follows once two people decided: the person hears it and can say something.

The whole content is told first, then the person has working days to comment, and only
then is the decision final (domain chapters 8.1 and 8.6). Nothing here freezes aid.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from intake.domain.codes import CommentVerdict, IdentityState, LookAgain, ToldHow
from intake.domain.event import (
    AssessmentReopened,
    CommentAnswered,
    CommentRecorded,
    DecisionMadeFinal,
    DecisionTold,
    InformationCame,
    MoreInformationAsked,
)
from intake.domain.identity import taken
from intake.domain.machine import Actor
from intake.errors import ReasonMissing, RuleBroken, SecondPersonNeeded

LEAST_DAYS = 3
"""Working days to comment; a registry can give more, never fewer."""

LOOK_AGAIN_MONTHS = 24
"""A final decision is looked at again after this time at the latest."""


class WindowOpen(RuleBroken):
    """The person can still comment; fact: `until`, a day."""

    code = "window-open"


class RemediesUntold(RuleBroken):
    """The person was not told what to do if they do not agree."""

    code = "remedies-untold"


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision as these steps look at it; `state` is that of the person's identity."""

    case: str
    decision: str
    individual: str
    state: IdentityState
    proposed_by: str = ""
    comment_until: str = ""


def working_days_after(day: date, days: int, weekend: Collection[int]) -> date:
    """The day that lies so many working days on; `weekend` numbers days from Monday 0."""
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() not in weekend
    return day


def tell(
    on: Standing, *, how: ToldHow, language: str, until: date, explained: bool, by: Actor
) -> DecisionTold:
    """Record that the person heard everything and how to disagree."""
    if not explained:
        raise RemediesUntold(decision=on.decision)
    told = DecisionTold(
        case=on.case,
        decision=on.decision,
        individual=on.individual,
        how=how,
        language=language,
        comment_until=until.isoformat(),
        by=by.id,
        at=by.at,
    )
    return taken(on.state, told, by.roles)


def comment(on: Standing, *, comment: str, words: str, said_in: str, by: Actor) -> CommentRecorded:
    """Keep what the person says of the decision, word for word."""
    if not words.strip():
        raise ReasonMissing(fact="words")
    said = CommentRecorded(
        case=on.case,
        comment=comment,
        decision=on.decision,
        individual=on.individual,
        words=words,
        said_in=said_in,
        by=by.id,
        at=by.at,
    )
    return taken(on.state, said, by.roles)


def answer_comment(
    on: Standing, *, comment: str, verdict: CommentVerdict, reason: str, by: Actor
) -> CommentAnswered:
    """Say why the decision stays, or look at it again; not by whoever proposed it."""
    if by.id == on.proposed_by:
        raise SecondPersonNeeded(decision=on.decision)
    answered = CommentAnswered(
        case=on.case,
        comment=comment,
        decision=on.decision,
        individual=on.individual,
        verdict=verdict,
        reason=reason.strip(),
        by=by.id,
        at=by.at,
    )
    stays = verdict is CommentVerdict.STAYS
    to = IdentityState.COMMENT_WINDOW if stays else IdentityState.ASSESSING
    return taken(on.state, answered, by.roles, to)


def make_final(on: Standing, by: Actor) -> DecisionMadeFinal:
    """Let a decision hold, once the last day to comment has passed."""
    final = DecisionMadeFinal(
        case=on.case, decision=on.decision, individual=on.individual, by=by.id, at=by.at
    )
    taken(on.state, final, by.roles)
    if by.at.date().isoformat() <= on.comment_until:
        raise WindowOpen(until=on.comment_until)
    return final


def reopen(on: Standing, *, why: LookAgain, reason: str, by: Actor) -> AssessmentReopened:
    """Assess again what was final; the level that holds stays until another decision."""
    again = AssessmentReopened(
        case=on.case, individual=on.individual, why=why, reason=reason, by=by.id, at=by.at
    )
    return taken(on.state, again, by.roles)


def ask_more(on: Standing, *, reason: str, until: date, by: Actor) -> MoreInformationAsked:
    """Ask for something more before proposing; it waits until a day, never for ever."""
    asked = MoreInformationAsked(
        case=on.case,
        individual=on.individual,
        reason=reason,
        until=until.isoformat(),
        by=by.id,
        at=by.at,
    )
    return taken(on.state, asked, by.roles)


def information_came(on: Standing, *, reason: str, by: Actor) -> InformationCame:
    """Go on assessing with what came, or without it."""
    came = InformationCame(
        case=on.case, individual=on.individual, reason=reason, by=by.id, at=by.at
    )
    return taken(on.state, came, by.roles)


def months_after(day: date, months: int) -> date:
    """The same day some months on, or the last of a shorter month."""
    at = day.month - 1 + months
    year, month = day.year + at // 12, at % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - timedelta(days=1)).day))
