"""What is to be asked later: left out, put off or over, never what was declined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intake.domain.case import Case, Gap
from intake.domain.codes import Absent, CaseStatus, ConsentAnswer
from intake.domain.consent import MAIN, standing
from intake.domain.statement import Said, current

PUT_OFF = (Absent.NOT_ASKED, Absent.LATER)
"""Reasons that say "not now"; "does not know" and "prefers not to say" are answers."""

OVER = "agreement-over"
"""Stands in the tray for agreements of somebody whose time is over."""


@dataclass(frozen=True, slots=True)
class Later:
    """A question to come back to: whose it is, which, and why it waits."""

    subject: str
    path: str
    why: Absent


def asked_later(case: Case, gaps: Iterable[Gap] = ()) -> tuple[Later, ...]:
    """Every question of a case that waits, `gaps` (asked by nobody) before put off.

    Agreements whose time is over come last: a no or a withdrawal is not asked about.
    Empty for a case that was given up or forgotten.
    """
    if case.status is CaseStatus.DISCARDED or case.is_forgotten:
        return ()
    never = [Later(gap.subject, gap.path, Absent.NOT_ASKED) for gap in gaps]
    open_ones = {(gap.subject, gap.path) for gap in never}
    told = [(case.id, case.said), *((m.id, m.said) for m in case.members)]
    put_off = [later for subject, said in told for later in _put_off(subject, said)]
    left = (one for one in put_off if (one.subject, one.path) not in open_ones)
    return (*never, *left, *_over(case))


def _over(case: Case) -> list[Later]:
    """Whose agreement to any of the main purposes has come to its end."""
    return [
        Later(member.id, OVER, Absent.LATER)
        for member in case.members
        if any(standing(case.consents, member.id, p) is ConsentAnswer.OVER for p in MAIN)
    ]


def _put_off(subject: str, said: Sequence[Said]) -> list[Later]:
    """Questions whose standing answers hold no value and no answer of the person."""
    standing: dict[str, list[Absent | None]] = {}
    for one in current(list(said)):
        standing.setdefault(one.statement.path, []).append(one.statement.absent)
    return [
        Later(subject, path, Absent.LATER if Absent.LATER in reasons else Absent.NOT_ASKED)
        for path, reasons in standing.items()
        if all(reason in PUT_OFF for reason in reasons)
    ]
