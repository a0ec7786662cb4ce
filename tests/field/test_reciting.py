"""The read-back in words: the person's language, reasons for silence, nothing invented."""

from dataclasses import replace

import pytest

from intake import i18n
from intake.domain.case import Case
from intake.domain.codes import (
    Absent,
    ConsentAnswer,
    ConsentBy,
    GroupKind,
    Purpose,
)
from intake.domain.consent import Consent
from intake.domain.individual import Individual
from intake.domain.partial_date import from_parts
from intake.domain.statement import Json, Said, Statement
from intake.field.pages import Page
from intake.field.reciting import Card, Row, page_title, people
from tests import builders
from tests.builders import a_name, an_id

CASE, PERSON = "c" * 32, "p" * 32


def told(path: str, value: Json = None, absent: Absent | None = None) -> Said:
    subject = CASE if path.startswith("urgent") else PERSON
    statement = Statement(id=an_id(), subject=subject, path=path, value=value, absent=absent)
    return Said(statement, by="o", device="d", at="", hlc="1")


def a_case(*said: Said, language: str = "en", answer: ConsentAnswer | None = None) -> Case:
    member = Individual(PERSON, CASE, "N", 1, tuple(s for s in said if s.statement.subject != CASE))
    consents = (Consent(PERSON, Purpose.TRACING, answer, ConsentBy.SELF, "en", "1", "o", "", "1"),)
    return builders.a_case(
        CASE,
        group_kind=GroupKind.SINGLE,
        notice_language=language,
        members=(member,),
        said=tuple(s for s in said if s.statement.subject == CASE),
        consents=consents if answer else (),
    )


def card(case: Case, page: str) -> Card:
    return next(c for _, cards in people(case) for c in cards if c.page == page)


def row(case: Case, page: str, label: str) -> Row:
    return next(r for r in card(case, page).rows if r.label.startswith(label))


def test_the_group_comes_first_then_each_person_by_name() -> None:
    case = a_case(told("name", a_name("Олена")))
    assert [name for name, _ in people(case)] == ["", "Олена"]
    assert [c.page for c in people(case)[1][1]] == list(Page)


def test_a_person_without_a_name_is_called_by_place() -> None:
    assert [name for name, _ in people(a_case())] == ["", "Person 1"]


@pytest.mark.parametrize(
    ("path", "value", "label", "words"),
    [
        ("sex", "f", "Sex", "Female"),
        ("birth", from_parts(None, None, 1986).to_json(), "Date of birth", "1986"),
        ("relationship", "child", "Relation", "Son or daughter"),
        ("languages", ["uk", "Zaghawa"], "Languages", "Ukrainian, Zaghawa"),
    ],
)
def test_an_answer_is_said_in_words(path: str, value: Json, label: str, words: str) -> None:
    found = row(a_case(told(path, value)), Page.WHO, label)
    assert (found.answer, found.is_absent) == (words, False)


@pytest.mark.parametrize(
    ("absent", "words"),
    [
        (Absent.UNKNOWN, "Does not know"),
        (Absent.DECLINED, "Prefers not to say"),
        (Absent.NOT_ASKED, "Not asked"),
    ],
)
def test_silence_is_said_with_its_reason(absent: Absent, words: str) -> None:
    found = row(a_case(told("sex", absent=absent)), Page.WHO, "Sex")
    assert (found.answer, found.is_absent) == (words, True)


def test_what_nobody_asked_is_not_provided() -> None:
    found = row(a_case(), Page.WHO, "Sex")
    assert (found.answer, found.is_absent) == ("Not provided", True)


def test_an_optional_question_stays_off_until_it_is_answered() -> None:
    labels = {r.label for r in card(a_case(), Page.CONSENT).rows}
    assert "What the person tells" not in labels
    case = a_case(told("testimony", "слова"))
    assert row(case, Page.CONSENT, "What the person tells").answer == "слова"


def test_every_purpose_is_read_back() -> None:
    case = a_case(answer=ConsentAnswer.YES)
    assert row(case, Page.CONSENT, "Tracing").answer == "Agrees"
    assert row(case, Page.CONSENT, "Referral").is_absent


def test_a_withdrawn_consent_is_said_to_be_withdrawn() -> None:
    case = a_case(answer=ConsentAnswer.WITHDRAWN)
    assert row(case, Page.CONSENT, "Tracing").answer == "Agreed, then withdrew"


def test_labels_and_codes_are_in_the_persons_language() -> None:
    case = a_case(told("sex", "f"), told("name", a_name("Олена")), language="en_XA")
    found = row(case, Page.WHO, "Sex")
    assert found.theirs != found.label
    assert found.answer == i18n.disguise("Female", "en_XA")
    assert row(case, Page.WHO, "Full name").answer == "Олена"


def test_a_card_runs_in_the_direction_of_its_words() -> None:
    assert card(a_case(language="ar_XB"), Page.WHO).direction == "rtl"
    assert card(a_case(language="ckb"), Page.WHO).direction == "ltr"
    with i18n.use_locale("ar_XB"):
        assert card(a_case(language="ckb"), Page.WHO).lang == "ar-XB"


def test_the_screen_keeps_its_language() -> None:
    with i18n.use_locale("en"):
        people(a_case(language="ar_XB"))
        assert i18n.current() == "en"


def test_urgent_needs_are_read_back_too() -> None:
    case = a_case(told("urgent.doctor", "yes"))
    assert row(case, "urgent", "Needs a doctor").answer == "Yes"
    assert row(replace(case, said=()), "urgent", "Needs a doctor").is_absent


def test_every_page_has_a_name() -> None:
    assert all(str(page_title(page)) for page in (*Page, "urgent"))
