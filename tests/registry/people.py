"""An invented family as a laptop recorded it, for the pages that show records."""

from dataclasses import dataclass
from datetime import timedelta

from intake.domain.codes import Kin, Purpose, Source, Why
from intake.domain.event import StatementsAdded, TracingRequested
from intake.domain.partial_date import from_parts
from intake.domain.statement import Statement
from intake.store import Store
from tests.builders import NOON, OFFICER, a_consent, a_group, a_name, an_id

WOMAN, BOY = "Олена Приклад", "Тарас Приклад"
TESTIMONY = "Ми вийшли вночі. " * 40
TRANSLATED = "We left in the night. " * 40
SAFE_CONTACT = "through the midwife only"
HIDDEN_FROM = "the uncle at the port"


@dataclass(frozen=True)
class Family:
    """Ids of the woman, the boy and their case."""

    case: str
    woman: str
    boy: str


def a_family(store: Store) -> Family:
    """A mother whose birth year was told twice, and a boy of nine."""
    said = {
        "birth": from_parts(None, None, 1987).to_json(),
        "birth-place": {"text": "Нижня Вигадка", "country": "UA"},
        "nationality": "українка",
        "habitual-residence": {"text": "Гданськ", "country": "PL"},
        "testimony": TESTIMONY,
        "testimony-translation": TRANSLATED,
        "testimony-translator": "interpreter",
        "safe-contact": SAFE_CONTACT,
    }
    group = a_group(WOMAN, BOY, said=said)
    store.record(*group.events)
    woman, boy = group.people
    store.record(
        _said(group.case, woman, "birth", from_parts(None, None, 1991).to_json(), Source.RELATIVE),
        _said(group.case, boy, "birth", from_parts(None, None, 2017).to_json(), Source.CAREGIVER),
        a_consent(group.case, woman, Purpose.REGISTRATION),
        a_consent(group.case, woman, Purpose.TRACING),
        TracingRequested(
            case=group.case,
            request=an_id(),
            individual=woman,
            kin=Kin.SIBLING,
            sought={"name": a_name("Марко Приклад"), "last-news": "at the river, in May"},
            must_not_know=HIDDEN_FROM,
            by=OFFICER,
            at=NOON,
        ),
    )
    return Family(group.case, woman, boy)


def _said(case: str, subject: str, path: str, value: object, source: Source) -> StatementsAdded:
    statement = Statement(
        id=an_id(), subject=subject, path=path, value=value, source=source, said_in="uk"
    )
    at = NOON + timedelta(minutes=3)
    return StatementsAdded(case=case, statements=(statement,), by=OFFICER, at=at)


def corrected(case: str, subject: str, path: str, value: object, *, saw: str) -> StatementsAdded:
    """A correction of one statement."""
    statement = Statement(
        id=an_id(), subject=subject, path=path, value=value, saw=(saw,), why=Why.CORRECTION
    )
    return StatementsAdded(case=case, statements=(statement,), by=OFFICER, at=NOON)
