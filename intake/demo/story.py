"""Turns an invented household into the events a real intake would record."""

import random
import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from intake.demo.people import Household, Person
from intake.domain.codes import (
    Absent,
    Channel,
    ConsentAnswer,
    Kin,
    Level,
    PrivateMoment,
    ReadBack,
    Source,
)
from intake.domain.consent import MAIN
from intake.domain.event import (
    CaseCompleted,
    CaseOpened,
    ConsentRecorded,
    Event,
    FocalPointNamed,
    IndividualAdded,
    StatementsAdded,
    TracingRequested,
)
from intake.domain.ids import make_number
from intake.domain.name import make_name
from intake.domain.partial_date import PartialDate, from_age, from_edtf, parse_age
from intake.domain.questions import QUESTIONS, TRANSLATION, Shape, needed_for
from intake.domain.statement import Json, Statement

UNKNOWN = "?"
DECLINED = "-"


class Teller:
    """Tells one household's intake as events, the same ones for the same dice."""

    def __init__(
        self, household: Household, dice: random.Random, *, by: str, now: datetime
    ) -> None:
        self._household = household
        self._dice = dice
        self._by = by
        self._at = now - timedelta(days=household.days_ago, minutes=dice.randint(5, 300))

    def events(self, site: str) -> list[Event]:
        """Everything from the notice to the read-back, in order."""
        case = self._id()
        people = [self._id() for _ in self._household.people]
        events: list[Event] = [self._opened(case, site)]
        for position, person in enumerate(people, start=1):
            events += self._member(case, person, position)
        events.append(
            FocalPointNamed(case=case, individual=people[0], by=self._by, at=self._tick())
        )
        events.append(self._urgent(case))
        events += list(self._sought(case, people[0]))
        if not self._household.draft:
            events.append(self._completed(case))
        return events

    def _id(self) -> str:
        return uuid.UUID(int=self._dice.getrandbits(128), version=4).hex

    def _number(self) -> str:
        return make_number(self._dice.randbytes(16))

    def _tick(self) -> datetime:
        self._at += timedelta(seconds=self._dice.randint(20, 90))
        return self._at

    def _opened(self, case: str, site: str) -> CaseOpened:
        return CaseOpened(
            case=case,
            number=self._number(),
            group_kind=self._household.kind,
            level=Level.FULL,
            site=site,
            notice_version="1",
            notice_language=self._household.language,
            notice_channel=Channel.SPOKEN,
            by=self._by,
            at=self._tick(),
        )

    def _member(self, case: str, person: str, position: int) -> Iterator[Event]:
        told = self._household.people[position - 1]
        met = self._tick()
        yield IndividualAdded(
            case=case,
            individual=person,
            number=self._number(),
            position=position,
            by=self._by,
            at=met,
        )
        said = list(self._statements(person, told))
        yield StatementsAdded(case=case, statements=tuple(said), by=self._by, at=self._tick())
        answer = ConsentAnswer.NO if self._household.declines else ConsentAnswer.YES
        for purpose in MAIN:
            yield ConsentRecorded(
                case=case,
                individual=person,
                purpose=purpose,
                answer=answer,
                language=self._household.language,
                notice_version="1",
                by=self._by,
                at=self._at,
            )

    def _statements(self, person: str, told: Person) -> Iterator[Statement]:
        for path, text in self._answers(told).items():
            yield self._statement(person, path, text, Source.SELF)
        for path, text in told.relative_says.items():
            yield self._statement(person, path, text, Source.RELATIVE)

    def _answers(self, told: Person) -> Mapping[str, str]:
        answers = dict.fromkeys(needed_for(Level.FULL, "individual"), UNKNOWN)
        answers |= {"missing-relatives": "no", "nationality": UNKNOWN, **told.says}
        answers["languages"] = told.says.get("languages", self._household.language)
        answers |= {
            "name": told.name,
            "sex": told.sex,
            "birth": told.birth,
            "relationship": told.relation.value,
            "private-moment": PrivateMoment.DECLINED.value,
        }
        if self._household.declines:
            kept = ("name", "relationship", "private-moment")
            answers |= {path: DECLINED for path in answers if path not in kept}
        return answers

    def _statement(self, subject: str, path: str, text: str, source: Source) -> Statement:
        absent = {UNKNOWN: Absent.UNKNOWN, DECLINED: Absent.DECLINED}.get(text)
        return Statement(
            id=self._id(),
            subject=subject,
            path=path,
            value=None if absent else self._value(path, text),
            absent=absent,
            source=source,
            said_in="" if path == TRANSLATION else self._household.language,
            verbatim="" if absent else text,
        )

    def _value(self, path: str, text: str) -> Json:
        shape = QUESTIONS[path].shape
        if shape is Shape.NAME:
            return make_name(text, self._household.language)
        if shape is Shape.DATE:
            return self._birth(text).to_json()
        if shape is Shape.PLACE:
            return {"text": text, "country": ""}
        if shape is Shape.LANGUAGES:
            return [*text.split()]
        if shape is Shape.DOCUMENTS:
            return [_document(part) for part in text.split()]
        return text

    def _birth(self, text: str) -> PartialDate:
        if len(text) >= 4 and text[:4].isdigit():
            return from_edtf(text, on=self._at.date())
        low, high, about = parse_age(text)
        return from_age(low, high, self._at.date(), about=about, verbatim=text)

    def _urgent(self, case: str) -> StatementsAdded:
        said = [
            self._statement(
                case, path, "yes" if path in self._household.urgent else "no", Source.SELF
            )
            for path in needed_for(Level.FULL, "case")
        ]
        return StatementsAdded(case=case, statements=tuple(said), by=self._by, at=self._tick())

    def _sought(self, case: str, asker: str) -> Iterator[TracingRequested]:
        for kin, name in self._household.seeks:
            yield TracingRequested(
                case=case,
                request=self._id(),
                individual=asker,
                kin=Kin(kin),
                sought={"name": make_name(name, self._household.language)},
                by=self._by,
                at=self._tick(),
            )

    def _completed(self, case: str) -> CaseCompleted:
        return CaseCompleted(
            case=case,
            level=Level.FULL,
            read_back=ReadBack.YES,
            read_back_in=self._household.language,
            by=self._by,
            at=self._tick(),
        )


def _document(text: str) -> dict[str, Json]:
    kind, _, status = text.partition(":")
    return {"kind": kind, "status": status, "number": "", "where": ""}
