"""Pages on which nothing waits say so; nobody wonders whether a list was lost."""

import pytest

from intake.domain.codes import Role
from tests.registry.casework import words_of
from tests.registry.people import a_family
from tests.registry.visitor import Registry

NOTHING = "Nothing here yet."

# On a registry that nobody has worked at.
LISTS = {
    Role.CLERK: {
        "/": "No pair waits for you.",
        "/pairs": "No pair waits for you.",
        "/links": "No records are linked.",
        "/incoming": NOTHING,
    },
    Role.INTERVIEWER: {
        "/": "No finished interview waits.",
        "/search": "Search for a person",
    },
    Role.REVIEWER: {"/": "No proposal waits for you."},
    Role.PROTECTION: {
        "/": "Nobody waits for help.",
        "/needs": "Nobody waits for help.",
        "/contacts": "No match was handed over.",
    },
    Role.TRACING: {"/": NOTHING, "/tracing": "No search stands now."},
    Role.ADMINISTRATOR: {"/devices": NOTHING, "/settings": "Nothing was changed yet."},
    Role.DPO: {"/": "Erasures that wait for a second person Nothing here yet.", "/audit": NOTHING},
}

# On the record of somebody whom nobody has worked with.
RECORDS = {
    Role.CLERK: {"standing": NOTHING, "corrections": f"Asked so far {NOTHING}"},
    Role.INTERVIEWER: {
        "identity": "No level holds yet. Help never waits for one.",
        "supports": "Nothing from outside",
        "vouches": "Nobody vouches for this person yet. That never counts against anybody.",
        "interviews/new": "Similar records None.",
    },
    Role.REVIEWER: {"identity": "Nothing was proposed yet."},
    Role.PROTECTION: {"rights": "No agreement stands."},
}


@pytest.mark.parametrize("role", sorted(LISTS))
def test_a_list_without_anything_says_so(registry: Registry, role: Role) -> None:
    who = registry.signed_in("somebody", role)
    for page, said in LISTS[role].items():
        answer = who.get(page)
        assert answer.status_code == 200
        assert said in words_of(answer), page


@pytest.mark.parametrize("role", sorted(RECORDS))
def test_a_record_without_anything_says_so(registry: Registry, role: Role) -> None:
    family = a_family(registry.store)
    who = registry.signed_in("somebody", role)
    for page, said in RECORDS[role].items():
        answer = who.get(f"/people/{family.boy}/{page}")
        assert answer.status_code == 200
        assert said in words_of(answer), page


def test_a_record_without_consents_and_interviews_says_so(registry: Registry) -> None:
    family = a_family(registry.store)
    who = registry.signed_in("ivan", Role.INTERVIEWER)
    words = words_of(who.get(f"/people/{family.boy}?purpose=prepare-interview"))
    assert "No answer about any purpose was recorded." in words
    assert "No interview yet." in words


def test_a_search_that_finds_nobody_says_what_to_try(registry: Registry) -> None:
    who = registry.signed_in("clara", Role.CLERK)
    found = who.post("/search", {"words": "Nobody Here", "purpose": "person-asks"})
    assert "Try another spelling, fewer letters, or the other script." in words_of(found)
