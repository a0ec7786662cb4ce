"""The record as it grew: each answer, what stood before, who wrote it and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from intake import i18n
from intake.domain.case import Case
from intake.domain.codes import ConsentAnswer, Purpose, Recipient, Source, Why
from intake.domain.consent import MAIN, Line, lines, newest
from intake.domain.contradiction import contradictions
from intake.domain.individual import Individual
from intake.domain.questions import QUESTIONS
from intake.domain.statement import Said, Statement, current
from intake.field.hiding import answered_in_field, shown_of
from intake.i18n import gettext
from intake.web import access
from intake.web.arising import how_it_arose
from intake.web.wording import beside_name

_TELLING_OF_THEMSELVES = (Source.SELF, Source.CAREGIVER, Source.RELATIVE)


@dataclass(frozen=True, slots=True)
class Version:
    """One statement as shown; `stands` until a later one takes its place."""

    words: str
    is_absent: bool
    stands: bool
    by: str
    at: datetime
    said_in: str
    why: Why | None
    is_copied: bool = False
    arose: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """All that was said to one question: what stands, then what stood before."""

    path: str
    now: tuple[Version, ...]
    before: tuple[Version, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """What one person answers for one purpose now, and when that was written."""

    purpose: Purpose
    recipient: Recipient | None
    answer: ConsentAnswer
    at: datetime | None
    by: str
    carer: ConsentAnswer = ConsentAnswer.NOT_ASKED
    assent: ConsentAnswer = ConsentAnswer.NOT_ASKED
    reason: str = ""
    until: date | None = None

    @property
    def stands(self) -> bool:
        """Whether there is something that can be withdrawn."""
        return self.answer is ConsentAnswer.YES


def names_of_officers() -> dict[str, str]:
    """Who works on this laptop, by id."""
    return {officer.id: officer.name for officer in access.store().users.officers()}


def told(said: Sequence[Said], officers: Mapping[str, str]) -> list[Told]:
    """Everything said about one subject, in the order of the questions."""
    standing_ids = {s.statement.id for s in current(list(said))}
    differing = contradictions(said)
    found: dict[str, list[Version]] = {}
    for one in sorted(shown_of(said), key=lambda s: s.hlc, reverse=True):
        version = _version(one, one.statement.id in standing_ids, officers)
        found.setdefault(one.statement.path, []).append(version)
    known = [path for path in QUESTIONS if path in found]
    others = sorted(found.keys() - set(known))
    return [_told(path, found[path], path in differing) for path in (*known, *others)]


def agreements(case: Case, member: Individual, officers: Mapping[str, str]) -> list[Agreement]:
    """What a member answers to each purpose now."""
    main: list[Line] = [(purpose, None) for purpose in MAIN]
    held = (*main, *lines(case.consents, member.id))
    return [_agreement(case, member, line, officers) for line in held]


def _told(path: str, versions: list[Version], differs: bool) -> Told:
    return Told(
        path,
        now=tuple(v for v in versions if v.stands),
        before=tuple(v for v in versions if not v.stands),
        differs=differs,
    )


def _version(one: Said, stands: bool, officers: Mapping[str, str]) -> Version:
    statement = one.statement
    return Version(
        words=answered_in_field(statement),
        is_absent=statement.absent is not None,
        stands=stands,
        by=_who(one.by, officers),
        at=datetime.fromisoformat(one.at),
        said_in=i18n.language_name(statement.said_in) if statement.said_in else "",
        why=statement.why,
        is_copied=is_copied(statement),
        arose=tuple(how_it_arose(statement.value)),
        beside=tuple(beside_name(statement.value)),
    )


def is_copied(statement: Statement) -> bool:
    """Whether it repeats what another member of the group had said."""
    return bool(statement.source_ref) and statement.source in _TELLING_OF_THEMSELVES


def _agreement(
    case: Case, member: Individual, line: Line, officers: Mapping[str, str]
) -> Agreement:
    last = newest(case.consents, member.id, line)
    return Agreement(
        *line,
        last.holds if last else ConsentAnswer.NOT_ASKED,
        datetime.fromisoformat(last.at) if last else None,
        _who(last.by, officers) if last else "",
        last.carer if last else ConsentAnswer.NOT_ASKED,
        last.assent if last else ConsentAnswer.NOT_ASKED,
        last.reason if last else "",
        last.until if last else None,
    )


def _who(by: str, officers: Mapping[str, str]) -> str:
    return officers.get(by) or gettext("another laptop")
