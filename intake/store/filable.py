"""Who of a case may be searched for, and for what: they are filed, nobody else."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from typing import Final

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, Purpose
from intake.domain.consent import agreed
from intake.matching.person import Person, from_individual
from intake.store.filing import BITS
from intake.store.store import Store

log = logging.getLogger(__name__)

BATCH: Final = 50
"""Cases filed in one transaction: an interrupted start goes on after the last of them."""

Filable = tuple[Person, frozenset[Purpose]]


def file_missing(store: Store, *, drafts: bool = False) -> None:
    """File every complete case that is not filed as it is now; on request drafts too.

    That is nobody after an ordinary stop, and everybody once after an upgrade.
    """
    missing = iter(store.filing.missing(drafts=drafts))
    while batch := list(islice(missing, BATCH)):
        with store.together():
            one_by_one(store, batch, lambda case: file_case(store, case, drafts=drafts))


def file_case(store: Store, case_id: str, *, drafts: bool = False) -> None:
    """File the people of a case as they are now, in place of how they were."""
    case = store.cases.get(case_id)
    if case is None or case.status is CaseStatus.DISCARDED:
        return
    if drafts or case.status is not CaseStatus.DRAFT:
        store.filing.file(case_id, filable(case))


def filable(case: Case) -> list[Filable]:
    """Whoever agreed to a search, to which, with companions who agreed to as much."""
    agreeing = [(from_individual(m), _agreed(case, m.id)) for m in case.members]
    return [
        (_accompanied(person, purposes, agreeing), purposes)
        for person, purposes in agreeing
        if purposes
    ]


def one_by_one(store: Store, cases: Iterable[str], do: Callable[[str], object]) -> None:
    """Do something for each case, so that one that fails holds none of the others up."""
    for case in cases:
        try:
            with store.together():
                do(case)
        except Exception:
            # Undone for this case alone, which stays among those that wait.
            log.exception("screening-failed", extra={"case": case})


def _agreed(case: Case, individual: str) -> frozenset[Purpose]:
    return frozenset(purpose for purpose in BITS if agreed(case.consents, individual, purpose))


def _accompanied(person: Person, purposes: frozenset[Purpose], group: list[Filable]) -> Person:
    others = (other for other, to in group if other is not person and to >= purposes)
    return replace(person, companions=tuple(other.as_companion() for other in others))
