"""A search for a relative needs the asker's consent and something to call the relative."""

from dataclasses import replace

import pytest

from intake.domain.codes import ConsentAnswer, ConsentBy, Kin, Purpose
from intake.domain.consent import Consent
from intake.domain.tracing import TracingRequest, request_tracing
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
