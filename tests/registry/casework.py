"""Invented people who come to a registry from a laptop, and staff who work on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

from intake.domain.codes import Purpose, Role, Source
from intake.domain.event import Event
from intake.domain.partial_date import from_age, from_parts
from intake.domain.statement import Json, Statement
from intake.registry.screening import Screening
from intake.store import Store, open_store
from tests.builders import NOON, Group, a_consent, a_group, a_name, an_id, statements
from tests.registry.visitor import Registry, Visitor, text_of

ADULT = from_parts(3, 7, 1988).to_json()
CHILD = from_parts(1, 5, 2016).to_json()
ABOUT_40 = from_age(40, None, NOON.date(), about=True, verbatim="~40").to_json()

ABDULLAH: dict[str, Json] = {
    "birth": ABOUT_40,
    "sex": "m",
    "birth-place": {"text": "Shindand", "country": "AF"},
    "last-residence": {"text": "Guzara", "country": "AF"},
    "father": a_name("Gul Agha"),
    "mother": a_name("Bibi Zahra"),
}
ABDULLAH_AGAIN: dict[str, Json] = {
    **ABDULLAH,
    "birth-place": {"text": "شیندند", "country": "AF"},
    "last-residence": {"text": "گذره", "country": "AF"},
    "father": a_name("گل آغا"),
    "mother": a_name("بی‌بی زهرا"),
}


@contextmanager
def a_laptop(folder: Path, name: str = "laptop") -> Iterator[Store]:
    """A laptop's own store."""
    opened = open_store(folder / name, bytes(range(1, 33)))
    try:
        yield opened
    finally:
        opened.close()


def agreeing(group: Group) -> Group:
    """The same group, after everybody agreed to be compared with other records."""
    agreed = [a_consent(group.case, p, Purpose.VERIFICATION) for p in group.people]
    return Group(group.case, group.people, (*group.events, *agreed))


def people(*names: str, **said: Json) -> Group:
    """A complete group that agreed; what is said is told of its first member."""
    paths = {path.replace("_", "-"): value for path, value in said.items()}
    return agreeing(a_group(*names, said=paths))


def send(laptop: Store, registry: Store, *groups: Group) -> None:
    """Record groups on a laptop and take them in at the registry."""
    before = registry.head(laptop.own_chain).seq
    for group in groups:
        laptop.record(*group.events)
    entries = laptop.entries_after(laptop.own_chain, before)
    registry.receive(laptop.own_chain, entries, laptop.keys_for(entries), now=NOON)


def said_later(
    case: str, subject: str, path: str, value: Json, *, source: Source = Source.SELF, days: int = 30
) -> Event:
    """One more statement about somebody, made on another day."""
    statement = Statement(id=an_id(), subject=subject, path=path, value=value, source=source)
    return statements(case, statement, at=NOON + timedelta(days=days))


@dataclass
class Desks:
    """A registry where one person of each role is signed in."""

    registry: Registry
    clerk: Visitor
    reviewer: Visitor
    interviewer: Visitor

    @property
    def store(self) -> Store:
        return self.registry.store

    def screen(self, *groups: Group) -> int:
        """Compare these groups with everybody, as their arrival would."""
        cases = [group.case for group in groups]
        return Screening(self.store).screen(cases, self.registry.clock())

    def user(self, login: str) -> str:
        found = self.store.users.by_login(login)
        assert found is not None
        return found.id


def desks(registry: Registry) -> Desks:
    """Sign one person of each role in."""
    return Desks(
        registry,
        registry.signed_in("clerk", Role.CLERK),
        registry.signed_in("reviewer", Role.REVIEWER),
        registry.signed_in("interviewer", Role.INTERVIEWER),
    )


def problems(answer: Any) -> str:
    """The error summary of a page."""
    start = answer.text.index("govuk-error-summary")
    return unescape(answer.text[start : answer.text.index("</ul>", start)])


def words_of(answer: Any) -> str:
    """What a person reads on a page."""
    return unescape(text_of(answer.text))
