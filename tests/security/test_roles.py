"""The table of roles: default no, no case data for administrators, four eyes."""

from itertools import combinations

import pytest

from intake.domain.codes import Role
from intake.domain.event import kinds
from intake.security.roles import ALLOWED, CASE_DATA, Action, may, originates

TABLE = """
                 field clerk interviewer reviewer protection tracing dpo administrator
register         yes   no    no          no       no         no      no  no
sync             yes   no    no          no       no         no      no  no
settings         yes   no    no          no       no         no      no  no
see-work         no    yes   yes         yes      yes        yes     no  no
see-incoming     no    yes   no          no       no         no      no  no
search           no    yes   yes         yes      yes        yes     no  no
see-person       no    yes   yes         yes      yes        yes     no  no
judge-pair       no    yes   no          yes      no         no      no  no
interview        no    no    yes         no       no         no      no  no
reach-out        no    no    yes         no       yes        no      no  no
propose-decision no    no    yes         no       no         no      no  no
review-decision  no    no    no          yes      no         no      no  no
tell-decision    no    no    yes         yes      no         no      no  no
hear-person      no    no    yes         yes      yes        no      no  no
ask-correction   no    yes   yes         yes      yes        no      no  no
answer-correction no   yes   yes         yes      no         no      no  no
trace            no    no    no          no       no         yes     no  no
vouch            no    no    yes         yes      yes        no      no  no
keep-record      no    yes   no          yes      yes        no      no  no
regroup          no    yes   no          yes      yes        no      no  no
follow-needs     no    no    no          no       yes        no      no  no
give-copy        no    no    yes         yes      yes        no      no  no
see-audit        no    no    no          no       no         no      yes no
see-figures      no    no    no          yes      yes        no      yes no
erase            no    no    no          no       yes        no      yes no
manage-users     no    no    no          no       no         no      no  yes
manage-devices   no    no    no          no       no         no      no  yes
see-settings     no    no    no          no       no         no      yes yes
manage-settings  no    no    no          no       no         no      no  yes
own-account      no    yes   yes         yes      yes        yes     yes yes
"""
HEADER, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [
    (Role[role.upper()], Action(row[0]), answer == "yes")
    for row in ROWS
    for role, answer in zip(HEADER, row[1:], strict=True)
]


@pytest.mark.parametrize(("role", "action", "allowed"), CELLS)
def test_role_may_do_what_the_table_says(role: Role, action: Action, allowed: bool) -> None:
    assert may([role], action) is allowed


def test_table_is_total() -> None:
    assert len(CELLS) == len(Role) * len(Action)
    assert {(role, action) for role, action, _ in CELLS} == {(r, a) for r in Role for a in Action}
    assert set(ALLOWED) == set(Role)


@pytest.mark.parametrize("action", Action)
def test_somebody_may_do_each_thing_and_nobody_everything(action: Action) -> None:
    assert not may([], action)
    assert any(may([role], action) for role in Role)
    assert not all(may([role], action) for role in Role)


@pytest.mark.parametrize("action", sorted({*CASE_DATA, Action.ERASE}))
def test_administrator_sees_and_erases_no_case_data_whatever_else_they_are(action: Action) -> None:
    for role in Role:
        assert not may([Role.ADMINISTRATOR, role], action)
    assert not may(list(Role), action)


def test_all_that_is_no_case_data_is_housekeeping_or_field_work() -> None:
    assert set(Action) - CASE_DATA == {
        Action.REGISTER,
        Action.SYNC,
        Action.SETTINGS,
        Action.SEE_AUDIT,
        Action.SEE_FIGURES,
        Action.ERASE,
        Action.MANAGE_USERS,
        Action.MANAGE_DEVICES,
        Action.SEE_SETTINGS,
        Action.MANAGE_SETTINGS,
        Action.OWN_ACCOUNT,
    }


def test_second_role_only_adds_where_nobody_administrates() -> None:
    for one, two in combinations(set(Role) - {Role.ADMINISTRATOR}, 2):
        for action in Action:
            assert may({one, two}, action) == (may({one}, action) or may({two}, action))


def test_data_protection_officer_sees_who_looked_and_not_at_what() -> None:
    assert may([Role.DPO], Action.SEE_AUDIT)
    assert not any(may([Role.DPO], action) for action in CASE_DATA)


def test_no_single_role_proposes_and_reviews() -> None:
    for role in Role:
        assert not (may([role], Action.PROPOSE_DECISION) and may([role], Action.REVIEW_DECISION))


def test_role_is_known_by_its_code_too() -> None:
    assert may({Role("clerk")}, Action.SEARCH)


@pytest.mark.parametrize("kind", kinds())
def test_each_kind_of_event_begins_somewhere(kind: str) -> None:
    assert originates("field", kind) or originates("registry", kind)


@pytest.mark.parametrize("kind", kinds())
def test_laptop_begins_no_finding_of_the_registry(kind: str) -> None:
    owned = (
        "decision-",
        "match-",
        "pair-",
        "interview-",
        "outcome-",
        "user-",
        "device-",
        "stage-",
        "setting-",
    )
    if kind.startswith((*owned, "finding-", "answer-", "contradiction-")) or kind in (
        "case-screened",
        "erasure-asked",
        "case-erased",
    ):
        assert not originates("field", kind)
        assert originates("registry", kind)


@pytest.mark.parametrize("kind", ["case-opened", "case-completed", "registry-joined"])
def test_registry_opens_no_case_on_paper_of_a_laptop(kind: str) -> None:
    assert originates("field", kind)
    assert not originates("registry", kind)


@pytest.mark.parametrize(("origin", "kind"), [("field", "made-up"), ("", "case-opened")])
def test_unknown_origin_or_kind_is_not_allowed(origin: str, kind: str) -> None:
    assert not originates(origin, kind)
