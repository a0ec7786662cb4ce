"""What the registry says when a step is done: the sentence fits what happened, to the right one."""

from typing import Any

import pytest

from intake.domain.codes import Role
from intake.domain.vouching import MOST_ACTIVE
from tests.registry.casework import words_of
from tests.registry.people import Family, a_family
from tests.registry.test_vouches import TEACHER
from tests.registry.visitor import Registry, Visitor

WHY = {"reason": "As she told us."}
DONE = (
    # role, the page of the form, where it goes, what is sent, what is said
    (Role.CLERK, "standing", "standing/tried", WHY, "Recorded."),
    (Role.CLERK, "standing", "standing/back", {}, "This record is in use already."),
    (
        Role.PROTECTION,
        "rights",
        "rights/take-back",
        {"purpose": "tracing"},
        "Taken back. It holds from now on.",
    ),
    (
        Role.CLERK,
        "corrections/new/nationality",
        "corrections/new/nationality",
        {"said": "Afghan", "asked_by": "self"},
        "Kept. It waits for an answer.",
    ),
    (
        Role.PROTECTION,
        "needs",
        "needs",
        {"needs__0_code": "sm-cc"},
        "Recorded. What stood before stays in its history.",
    ),
)


@pytest.fixture
def family(registry: Registry) -> Family:
    return a_family(registry.store)


def said(who: Visitor, answer: Any) -> str:
    """What stands on the page that a step leads to."""
    assert answer.status_code == 303, words_of(answer)
    return words_of(who.get(answer.location))


@pytest.mark.parametrize(("role", "page", "to", "sent", "words"), DONE)
def test_a_step_is_answered_in_its_own_words(
    registry: Registry,
    family: Family,
    role: Role,
    page: str,
    to: str,
    sent: dict[str, str],
    words: str,
) -> None:
    who = registry.signed_in("somebody", role)
    here = f"/people/{family.woman}/"
    assert words in said(who, who.post(here + to, sent, page=here + page))


def test_only_a_crowded_vouch_is_said_to_wait_for_a_reviewer(
    registry: Registry, family: Family
) -> None:
    who = registry.signed_in("ivan", Role.INTERVIEWER)
    page = f"/people/{family.woman}/vouches/new"
    told = [said(who, who.post(page, TEACHER)) for _ in range(MOST_ACTIVE + 1)]
    waits = ["A reviewer has to agree first." in words for words in told]
    assert waits == [False] * MOST_ACTIVE + [True]


def test_erasing_tells_each_of_the_two_what_they_did(registry: Registry, family: Family) -> None:
    dora, paul = registry.signed_in("dora", Role.DPO), registry.signed_in("paul", Role.PROTECTION)
    page = f"/cases/{family.case}/erase"
    asked = said(dora, dora.post(page, WHY))
    assert "Asked. Nothing is erased before a second person confirms it." in asked
    done = said(paul, paul.post(f"{page}/confirm", page=page))
    assert "Erased. Nobody can read this record here any more." in done
    assert paul.get(page).status_code == 404


def test_needs_without_a_change_claim_none(registry: Registry, family: Family) -> None:
    who = registry.signed_in("paul", Role.PROTECTION)
    page = f"/people/{family.woman}/needs"
    assert "What stood before" not in said(who, who.post(page))
