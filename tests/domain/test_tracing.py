"""A search for a relative needs the asker's consent and something to call the relative."""

from dataclasses import replace

import pytest

from intake.domain.codec import decode, encode
from intake.domain.codes import ConsentAnswer, ConsentBy, Kin, Purpose, SeparationCause
from intake.domain.consent import Consent
from intake.domain.partial_date import from_parts
from intake.domain.questions import QUESTIONS
from intake.domain.tracing import (
    LAST_NEWS,
    OF_A_SEARCH,
    PARTED_BY,
    SEEN_WHEN,
    SEEN_WHERE,
    TracingRequest,
    request_tracing,
)
from intake.errors import ConsentMissing, NameMissing
from tests.builders import NOON, a_name

YES = Consent("p", Purpose.TRACING, ConsentAnswer.YES, ConsentBy.SELF, "uk", "1", "o", "", "1")
REQUEST = TracingRequest(
    id="t", case="c", individual="p", kin=Kin.SPOUSE, sought={"name": a_name("Петро")}
)


def test_a_search_starts_with_consent() -> None:
    asked = replace(REQUEST, must_not_know="his brother")
    event = request_tracing(asked, consents=[YES], by="o", at=NOON)
    assert (event.kin, event.sought) == (Kin.SPOUSE, {"name": a_name("Петро")})
    assert (event.case, event.request, event.individual) == ("c", "t", "p")
    assert (event.must_not_know, event.by, event.at) == ("his brother", "o", NOON)


@pytest.mark.parametrize("answer", [ConsentAnswer.NO, ConsentAnswer.WITHDRAWN])
def test_no_search_without_consent(answer: ConsentAnswer) -> None:
    with pytest.raises(ConsentMissing) as caught:
        request_tracing(REQUEST, consents=[replace(YES, answer=answer)], by="o", at=NOON)
    assert caught.value.facts == {"individual": "p", "purpose": "tracing"}


def test_nobody_is_searched_for_without_a_name() -> None:
    nameless = TracingRequest(id="t", case="c", individual="p", kin=Kin.SPOUSE)
    for request in (nameless, replace(REQUEST, sought={"name": None, "sex": "m"})):
        with pytest.raises(NameMissing) as caught:
            request_tracing(request, consents=[YES], by="o", at=NOON)
        assert caught.value.facts == {"individual": "p"}


def test_somebody_elses_consent_starts_no_search() -> None:
    with pytest.raises(ConsentMissing):
        request_tracing(REQUEST, consents=[replace(YES, individual="q")], by="o", at=NOON)


TOLD = {
    "name": a_name("Петро"),
    "name.other": [a_name("Петрик"), a_name("Petro")],
    "grandfather": a_name("Іван"),
    SEEN_WHEN: from_parts(None, 3, 2022).to_json(),
    SEEN_WHERE: {"text": "Вокзал", "country": "UA"},
    PARTED_BY: SeparationCause.EVACUATION.value,
}


def test_all_that_is_told_goes_with_the_search_and_what_is_not_told_has_no_key() -> None:
    event = request_tracing(replace(REQUEST, sought=TOLD), consents=[YES], by="o", at=NOON)
    assert event.sought == TOLD
    assert decode(event.kind, encode(event)) == event
    bare = request_tracing(REQUEST, consents=[YES], by="o", at=NOON)
    assert set(OF_A_SEARCH).isdisjoint(bare.sought)


def test_a_search_of_an_older_laptop_reads_as_it_always_did() -> None:
    older = {"name": a_name("Петро"), LAST_NEWS: "At the station in March, with his aunt."}
    event = request_tracing(replace(REQUEST, sought=older), consents=[YES], by="o", at=NOON)
    body = {key: value for key, value in encode(event).items() if key != "must_not_know"}
    again = decode("tracing-requested", body)
    assert again == replace(event, must_not_know="")
    assert again.sought == older  # type: ignore[attr-defined]


def test_another_name_alone_is_no_name_to_call_the_relative_by() -> None:
    other = replace(REQUEST, sought={"name.other": [a_name("Петрик")]})
    with pytest.raises(NameMissing):
        request_tracing(other, consents=[YES], by="o", at=NOON)


def test_no_word_of_a_search_is_taken_for_a_question_of_a_record() -> None:
    assert set(OF_A_SEARCH).isdisjoint(QUESTIONS)
