"""Every address with what really exists behind it: one's own work, and somebody else's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import Role
from intake.security.roles import Action, may
from intake.web.access import opening_of
from tests.builders import a_group
from tests.registry.casework import (
    ABDULLAH,
    ABDULLAH_AGAIN,
    Desks,
    a_laptop,
    agreeing,
    desks,
    send,
)
from tests.registry.talk import a_finished_talk
from tests.registry.test_decisions import a_proposal, propose
from tests.registry.visitor import Registry, Visitor

NOT_A_PAGE_OF_WORK = {"signin", "setup", "healthz", "static", "sync"}
LET_IN = {200, 302, 303, 404, 409, 422}
"""404 and 422 are answers to somebody who may be here: there is no such line, or not like this."""

# Whoever reads testimony may read the record of an interview that somebody else held.
# A colleague moves an appointment, notes a no-show, takes off what has not begun: people fall ill.
READ_BY_OTHERS = {
    "interviews.show",
    "interview_days.day",
    "interview_days.set_day",
    "interview_days.missed",
    "interview_days.leave",
}
# One's own work alone: nobody conducts another's interview or writes what it showed, unless it
# was handed over with a reason. A second person confirms in any case.
OF_ITS_HOLDER = {Action.INTERVIEW, Action.PROPOSE_DECISION}


@pytest.fixture
def d(registry: Registry, tmp_path: Path) -> Desks:
    """Abdullah, recorded twice, talked with, and a proposal that waits."""
    one = agreeing(a_group("Abdullah", said=ABDULLAH))
    two = agreeing(a_group("عبدالله", said=ABDULLAH_AGAIN))
    with a_laptop(tmp_path) as laptop:
        send(laptop, registry.store, one, two)
    made = desks(registry)
    made.screen(one, two)
    return made


def real_things(d: Desks) -> dict[str, str]:
    """Ids of what the addresses speak of, by the name of the argument."""
    (pair,) = d.store.pairs.waiting()
    held = a_finished_talk(d, pair.left)
    assert propose(d, held, a_proposal(level="a0")).status_code == 303
    (decision,) = d.store.decisions.of_individual(pair.left)
    return {
        "individual": pair.left,
        "case": pair.left_case,
        "pair": pair.id,
        "interview": held.id,
        "decision": decision.id,
        "path": "name",
    }


def addresses(d: Desks, known: dict[str, str]) -> Iterator[tuple[str, set[str], str, str]]:
    """Endpoint, its arguments, method and a real address of every rule."""
    adapter = d.registry.app.url_map.bind("127.0.0.1")
    for rule in d.registry.app.url_map.iter_rules():
        if rule.endpoint.split(".")[0] in NOT_A_PAGE_OF_WORK:
            continue
        values = {name: known.get(name, "0" * 32) for name in rule.arguments}
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            address = adapter.build(rule.endpoint, values, method=method)
            yield rule.endpoint, set(rule.arguments), method, address


def status(visitor: Visitor, method: str, path: str, token: str) -> int:
    answer = visitor.client.open(
        path, method=method, base_url="http://127.0.0.1:8001", data={"csrf_token": token}
    )
    return answer.status_code


def is_let_in(d: Desks, endpoint: str, arguments: set[str], role: Role, *, own: bool) -> bool:
    """What the table of roles says, and that work in progress belongs to its holder."""
    opening = opening_of(d.registry.app, endpoint)
    assert opening is not None
    if opening.action is None or not may([role], opening.action):
        return opening.action is None
    if "interview" in arguments and opening.action in OF_ITS_HOLDER:
        return own
    return True


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.FIELD}))
def test_nobody_is_let_in_where_neither_role_nor_ownership_opens(d: Desks, role: Role) -> None:
    known = real_things(d)
    other = d.registry.signed_in("somebody.else", role)
    token = other.token("/")
    unexpected = [
        f"{method} {endpoint}: {got}"
        for endpoint, arguments, method, path in addresses(d, known)
        if endpoint not in READ_BY_OTHERS
        and (got := status(other, method, path, token)) in LET_IN
        and not is_let_in(d, endpoint, arguments, role, own=False)
    ]
    assert unexpected == []


def test_the_holder_is_let_in_everywhere_their_role_opens(d: Desks) -> None:
    known = real_things(d)
    token = d.interviewer.token("/")
    shut = [
        f"{method} {endpoint}"
        for endpoint, arguments, method, path in addresses(d, known)
        if "interview" in arguments
        and is_let_in(d, endpoint, arguments, Role.INTERVIEWER, own=True)
        and status(d.interviewer, method, path, token) == 403
    ]
    assert shut == []


def test_whoever_took_an_assessment_over_is_let_in_and_who_gave_it_is_not(d: Desks) -> None:
    held = a_finished_talk(d, d.store.pairs.waiting()[0].left)
    other = d.registry.signed_in("somebody.else", Role.INTERVIEWER)
    pages = [f"/interviews/{held.id}/{page}" for page in ("findings", "decision")]
    assert [other.get(page).status_code for page in pages] == [403, 403]
    data = {"to": d.user("somebody.else"), "reason": "She is ill."}
    assert d.interviewer.post(f"/interviews/{held.id}/hand-over", data).status_code == 303
    assert [other.get(page).status_code for page in pages] == [200, 200]
    assert [d.interviewer.get(page).status_code for page in pages] == [403, 403]
