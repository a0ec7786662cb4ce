"""What became of a group, as far as a role may know."""

from collections.abc import Collection

from intake.domain.codes import RegroupReason, Role
from intake.registry.masking import may_read
from intake.store import Store
from intake.store.groups import Regrouping

APART = "group-apart"
"""No question of a record: that a group was parted to protect somebody, of the highest class."""


def regroupings(store: Store, case: str, roles: Collection[Role]) -> list[Regrouping]:
    """The history of a group; that somebody was parted from it for safety, to few."""
    return [
        one
        for one in store.groups.history(case)
        if one.reason is not RegroupReason.PROTECTION or may_read(roles, APART)
    ]
