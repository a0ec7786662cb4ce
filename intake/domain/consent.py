"""Consent by purpose and recipient: asked apart, for a time, withdrawable (DP-04)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from intake.domain.codes import Channel, ConsentAnswer, ConsentBy, Purpose, Recipient
from intake.domain.event import ConsentRecorded, WithdrawalAsked
from intake.errors import FieldMissing, ReasonMissing, RuleBroken

MAIN = (Purpose.REGISTRATION, Purpose.VERIFICATION, Purpose.TRACING, Purpose.REFERRAL)
"""What everybody is asked; to share with others is asked only when it comes up."""

TEACH_BACK = "teach-back"
"""The question what will happen with their words: whether it was understood shows in it."""

Line = tuple[Purpose, Recipient | None]

FURTHER: tuple[Line, ...] = tuple(
    (Purpose.REFERRAL if recipient.is_help else Purpose.SHARING, recipient)
    for recipient in Recipient
)
"""Kinds of help, then kinds of organisation: each a line with an answer of its own."""


class NothingToWithdraw(RuleBroken):
    """Consent that was never given cannot be withdrawn; fact: `purpose`."""

    code = "nothing-to-withdraw"


class DayNotAhead(RuleBroken):
    """An agreement can end on a day that is still to come, on no other; fact: `path`."""

    code = "day-not-ahead"


class NothingToEnd(RuleBroken):
    """A last day goes with what is agreed to now, and nothing is; fact: `path`."""

    code = "nothing-to-end"


@dataclass(frozen=True, slots=True)
class Consent:
    """What one individual answered for one purpose, latest first wins by `hlc`.

    `until` is the last day of a yes, `is_over` whether that day has passed.
    """

    individual: str
    purpose: Purpose
    answer: ConsentAnswer
    given_by: ConsentBy
    language: str
    notice_version: str
    by: str
    at: str
    hlc: str
    recipient: Recipient | None = None
    explained: Channel | None = None
    carer: ConsentAnswer = ConsentAnswer.NOT_ASKED
    assent: ConsentAnswer = ConsentAnswer.NOT_ASKED
    reason: str = ""
    until: date | None = None
    is_over: bool = False

    @property
    def line(self) -> Line:
        """What it is about."""
        return self.purpose, self.recipient

    @property
    def holds(self) -> ConsentAnswer:
        """What holds of it today."""
        is_ended = self.is_over and self.answer is ConsentAnswer.YES
        return ConsentAnswer.OVER if is_ended else self.answer


def for_a_child(event: ConsentRecorded) -> ConsentRecorded:
    """Let both words count: a child's own no holds, whatever the carer says (DP-06).

    Raises `ReasonMissing` where nobody was asked and no reason is given.
    """
    if event.given_by is ConsentBy.VITAL_INTEREST and not event.reason.strip():
        raise ReasonMissing(path="reason")
    if event.assent is ConsentAnswer.NO:
        return replace(event, answer=ConsentAnswer.NO)
    return replace(event, answer=event.carer)


def keep_unasked(event: ConsentRecorded, known: Consent | None) -> ConsentRecorded:
    """Let the carer or the child who was not asked this time keep their word (DP-06).

    So a yes of one never passes over a no that the other has not taken back.
    """
    if known is None or known.holds in (ConsentAnswer.WITHDRAWN, ConsentAnswer.OVER):
        return event
    carer, assent = _two_words(known)
    if event.carer is ConsentAnswer.NOT_ASKED:
        event = replace(event, carer=carer, reason=event.reason or known.reason)
    if event.assent is ConsentAnswer.NOT_ASKED:
        event = replace(event, assent=assent)
    return event


def _two_words(known: Consent) -> tuple[ConsentAnswer, ConsentAnswer]:
    """The carer's word and the child's; one that was kept alone is that of who gave it."""
    nobody = ConsentAnswer.NOT_ASKED
    if (known.carer, known.assent) != (nobody, nobody):
        return known.carer, known.assent
    by_themselves = known.given_by is ConsentBy.SELF
    return (nobody, known.answer) if by_themselves else (known.answer, nobody)


def for_a_time(events: Iterable[ConsentRecorded], until: date | None) -> list[ConsentRecorded]:
    """Let each yes hold to the end of a day, and no longer; None ends nothing.

    Raises `DayNotAhead` unless the day is to come, and `NothingToEnd` if nobody says yes.
    """
    made = list(events)
    if until is None:
        return made
    if any(until <= event.at.date() for event in made):
        raise DayNotAhead(path="until")
    if not any(event.answer is ConsentAnswer.YES for event in made):
        raise NothingToEnd(path="until")
    return [
        replace(event, until=until) if event.answer is ConsentAnswer.YES else event
        for event in made
    ]


def newest(consents: Iterable[Consent], individual: str, line: Line) -> Consent | None:
    """The answer given last to one thing; None if nobody was asked."""
    answers = (c for c in consents if c.individual == individual and c.line == line)
    return max(answers, key=lambda c: c.hlc, default=None)


def standing(
    consents: Iterable[Consent],
    individual: str,
    purpose: Purpose,
    recipient: Recipient | None = None,
) -> ConsentAnswer:
    """The answer that holds now; "not asked" if there is none."""
    last = newest(consents, individual, (purpose, recipient))
    return last.holds if last else ConsentAnswer.NOT_ASKED


def agreed(
    consents: Iterable[Consent],
    individual: str,
    purpose: Purpose,
    recipient: Recipient | None = None,
) -> bool:
    """Whether the individual agrees to this now.

    A kind of help nobody asked about goes by the answer to help in general; to share
    with an organisation needs its own yes.
    """
    held = list(consents)
    answer = standing(held, individual, purpose, recipient)
    if answer is ConsentAnswer.NOT_ASKED and recipient and purpose is Purpose.REFERRAL:
        answer = standing(held, individual, purpose)
    return answer is ConsentAnswer.YES


def lines(consents: Iterable[Consent], individual: str) -> list[Line]:
    """Everything that was answered besides the main purposes, in order."""
    answered = {c.line for c in consents if c.individual == individual}
    return [line for line in FURTHER if line in answered]


def withdraw(
    consents: Iterable[Consent],
    *,
    case: str,
    individual: str,
    line: Line,
    by: str,
    at: datetime,
) -> ConsentRecorded:
    """Take back consent; raises `NothingToWithdraw` if it does not stand."""
    purpose, recipient = line
    if standing(consents, individual, purpose, recipient) is not ConsentAnswer.YES:
        raise NothingToWithdraw(purpose=purpose.value)
    return ConsentRecorded(
        case=case,
        individual=individual,
        purpose=purpose,
        recipient=recipient,
        answer=ConsentAnswer.WITHDRAWN,
        by=by,
        at=at,
    )


def ask_withdrawal(
    withdrawal: str, *, number: str, purposes: tuple[Purpose, ...], by: str, at: datetime
) -> WithdrawalAsked:
    """Take back agreements by the number on a slip; raises `FieldMissing` without any."""
    if not purposes:
        raise FieldMissing(path="purposes")
    return WithdrawalAsked(
        case="", withdrawal=withdrawal, number=number, purposes=purposes, by=by, at=at
    )


def carried_out(
    consents: Iterable[Consent],
    *,
    case: str,
    individual: str,
    asked: WithdrawalAsked,
    before: str = "",
    at: datetime,
) -> list[ConsentRecorded]:
    """What a withdrawal by number changes: each yes given until then.

    A yes given after it (by `before`, the clock of the request) stays: they changed
    their mind again.
    """
    held = [c for c in consents if c.individual == individual and c.purpose in asked.purposes]
    last = {c.line: c for c in sorted(held, key=lambda c: c.hlc)}
    return [
        withdraw(held, case=case, individual=individual, line=line, by=asked.by, at=at)
        for line, consent in last.items()
        if consent.holds is ConsentAnswer.YES and (not before or consent.hlc < before)
    ]
