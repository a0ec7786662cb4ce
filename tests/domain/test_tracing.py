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
    event = request_tracing(REQUEST, consents=[YES], by="o", at=NOON)
    assert (event.kin, event.sought["name"]) == (Kin.SPOUSE, a_name("Петро"))


@pytest.mark.parametrize("answer", [ConsentAnswer.NO, ConsentAnswer.WITHDRAWN])
def test_no_search_without_consent(answer: ConsentAnswer) -> None:
    with pytest.raises(ConsentMissing) as caught:
        request_tracing(REQUEST, consents=[replace(YES, answer=answer)], by="o", at=NOON)
    assert "Петро" not in repr(caught.value.facts)


def test_nobody_is_searched_for_without_a_name() -> None:
    with pytest.raises(NameMissing):
        request_tracing(replace(REQUEST, sought={}), consents=[YES], by="o", at=NOON)
