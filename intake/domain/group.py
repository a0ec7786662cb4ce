"""Groups that part or come together while their record is still a draft.

Every word lies under the key of one case and no other. So whoever parts or joins gets
the words written down again, event by event, under the key of the case they belong to
from now on, and the key of the case before is forgotten (docs/decisions/0014). Who said
and who wrote each of them, and when, is carried along.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, GroupKind, GroupPart, RegroupReason
from intake.domain.event import (
    CaseDiscarded,
    CaseOpened,
    Event,
    FocalPointNamed,
    GroupsMerged,
    GroupSplit,
    IndividualAdded,
    StatementsAdded,
)
from intake.errors import CaseClosed, FieldMissing

SIZE = "size"
ARRIVAL = "arrival"
_TALLY = "tally"


@dataclass(frozen=True, slots=True)
class NewCases:
    """Ids of the two cases that a split makes, and the number of the new one."""

    staying: str
    leaving: str
    number: str


@dataclass(frozen=True, slots=True)
class Regroup:
    """Why a group is parted or joined, who writes it down, and when."""

    reason: RegroupReason
    by: str
    at: datetime


def stated_size(case: Case) -> int | None:
    """How many people the group says it is; None if nobody asked."""
    said = case.value(SIZE)
    if isinstance(said, int):
        return said
    tally = case.value(_TALLY)
    if not isinstance(tally, dict):
        return None
    return sum(n for n in tally.values() if isinstance(n, int))


def may_regroup(case: Case) -> bool:
    """Whether nothing of the case was ever readable anywhere but here."""
    return case.status is CaseStatus.DRAFT and not case.completed_at


def split(
    case: Case,
    history: Sequence[Event],
    leaving: Collection[str],
    *,
    new: NewCases,
    act: Regroup,
) -> list[Event]:
    """Make two cases of one draft; `history` is all that was recorded of it.

    Raises `CaseClosed` for a case that was ever complete, `FieldMissing(path="people")`
    when nobody or everybody leaves.
    """
    _check_draft(case)
    went = tuple(m.id for m in case.members if m.id in leaving)
    stayed = tuple(m.id for m in case.members if m.id not in leaving)
    if not went or not stayed:
        raise FieldMissing(case=case.id, path="people")
    kind = GroupKind.SINGLE if len(went) == 1 else case.group_kind
    told: dict[str, Any] = {"individuals": went, **asdict(act)}
    return [
        CaseDiscarded(case=case.id, reason="split", by=act.by, at=act.at),
        *_carried(history, case.id, new.staying, stayed, with_group=True),
        *_focal_of(new.staying, stayed, case.focal, act),
        GroupSplit(case=new.staying, part=GroupPart.STAYED, other_number=new.number, **told),
        *_opened_anew(history, new, kind),
        *_carried(history, case.id, new.leaving, went, with_group=False),
        *_focal_of(new.leaving, went, case.focal, act),
        GroupSplit(case=new.leaving, part=GroupPart.LEFT, other_number=case.number, **told),
    ]


def merge(
    kept: tuple[Case, Sequence[Event]],
    other: tuple[Case, Sequence[Event]],
    *,
    new: str,
    act: Regroup,
) -> list[Event]:
    """Make one case of two drafts, under the number of the first.

    Raises `CaseClosed` for a case that was ever complete or for one case twice.
    """
    (case, history), (joined, theirs) = kept, other
    _check_draft(case)
    _check_draft(joined)
    if case.id == joined.id:
        raise CaseClosed(case=case.id)
    people = [m.id for m in case.members]
    more = [m.id for m in joined.members]
    opened = next(e for e in theirs if isinstance(e, CaseOpened))
    rest = [e for e in theirs if not isinstance(e, CaseOpened | FocalPointNamed)]
    return [
        CaseDiscarded(case=case.id, reason="merged", by=act.by, at=act.at),
        CaseDiscarded(case=joined.id, reason="merged", by=act.by, at=act.at),
        *_carried(history, case.id, new, people, with_group=True),
        *_carried(rest, joined.id, new, more, with_group=True, after=len(people)),
        GroupsMerged(
            case=new,
            number=joined.number,
            group_kind=opened.group_kind,
            site=opened.site,
            opened_at=opened.at.isoformat(),
            opened_by=opened.by,
            notice_version=opened.notice_version,
            notice_language=opened.notice_language,
            notice_channel=opened.notice_channel,
            individuals=tuple(more),
            **asdict(act),
        ),
    ]


def _check_draft(case: Case) -> None:
    if not may_regroup(case):
        raise CaseClosed(case=case.id)


def _carried(
    history: Iterable[Event],
    before: str,
    now: str,
    people: Collection[str],
    *,
    with_group: bool,
    after: int = 0,
) -> Iterator[Event]:
    """The events of these people, and of the group itself, as events of another case."""
    position = after
    for event in history:
        if isinstance(event, IndividualAdded) and event.individual in people:
            position += 1
            yield replace(event, case=now, position=position)
        elif isinstance(event, StatementsAdded):
            said = _said_of(event, before, now, people, with_group=with_group)
            if said is not None:
                yield said
        elif _is_of(event, people, with_group=with_group):
            yield replace(event, case=now)


def _is_of(event: Event, people: Collection[str], *, with_group: bool) -> bool:
    person = getattr(event, "individual", "")
    return person in people if person else with_group


def _said_of(
    event: StatementsAdded, before: str, now: str, people: Collection[str], *, with_group: bool
) -> StatementsAdded | None:
    """What of a saved page goes along; what was said of the group stays with its number."""
    group = [
        replace(s, subject=now) for s in event.statements if s.subject == before and with_group
    ]
    own = [s for s in event.statements if s.subject in people]
    return replace(event, case=now, statements=(*own, *group)) if own or group else None


def _opened_anew(history: Iterable[Event], new: NewCases, kind: GroupKind) -> Iterator[Event]:
    """The opening that the group had, for those who left: they heard the same notice."""
    for event in history:
        if isinstance(event, CaseOpened):
            yield replace(event, case=new.leaving, number=new.number, group_kind=kind)


def _focal_of(case: str, people: Sequence[str], focal: str, act: Regroup) -> Iterator[Event]:
    """Somebody alone speaks for themselves; several are asked anew whom to talk to."""
    if len(people) == 1 and focal != people[0]:
        yield FocalPointNamed(case=case, individual=people[0], by=act.by, at=act.at)
