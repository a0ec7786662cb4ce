"""The model of sync holds, and finds each of three bugs that were put in on purpose."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from intake.domain.event import StatementsAdded
from intake.security.chain import Entry
from intake.store import Received, Store
from tests.builders import an_id
from tests.sync.model import SyncModel

THOROUGH = settings(
    max_examples=14,
    stateful_step_count=45,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
QUICK = settings(THOROUGH, max_examples=40, phases=[Phase.generate])


class CursorThatSkips(Store):
    """Leaves out the first entry whenever it goes on from somewhere."""

    def entries_after(self, chain: str, seq: int, limit: int = 500) -> list[Entry]:
        return super().entries_after(chain, seq, limit)[1 if seq else 0 :]


class RecordsReplays(Store):
    """Records what it is told a second time as if it were said a second time."""

    def receive(
        self, chain: str, entries: Sequence[Entry], keys: Mapping[str, bytes], *, now: datetime
    ) -> Received:
        known = self.head(chain).seq
        received = super().receive(chain, entries, keys, now=now)
        for event in (self.open_event(e) for e in entries if e.seq <= known):
            if isinstance(event, StatementsAdded):
                again = tuple(dataclasses.replace(s, id=an_id()) for s in event.statements)
                self.record(dataclasses.replace(event, statements=again))
        return received


class LastWriterWins(Store):
    """Keeps only the newest statement to each question."""

    def receive(
        self, chain: str, entries: Sequence[Entry], keys: Mapping[str, bytes], *, now: datetime
    ) -> Received:
        received = super().receive(chain, entries, keys, now=now)
        self._db.execute(
            "DELETE FROM statements WHERE EXISTS (SELECT 1 FROM statements n WHERE"
            " n.subject = statements.subject AND n.path = statements.path"
            " AND n.rowid > statements.rowid)"
        )
        return received


class ModelWithSkips(SyncModel):
    laptop_kind = CursorThatSkips


class ModelWithReplays(SyncModel):
    registry_kind = RecordsReplays


class ModelWithLastWriter(SyncModel):
    registry_kind = LastWriterWins


def test_whatever_happens_every_entry_arrives_once_and_no_receipt_claims_too_much() -> None:
    run_state_machine_as_test(SyncModel, settings=THOROUGH)


@pytest.mark.parametrize("broken", [ModelWithSkips, ModelWithReplays, ModelWithLastWriter])
def test_the_model_finds_a_bug_put_in_on_purpose(broken: type[SyncModel]) -> None:
    with pytest.raises(AssertionError):
        run_state_machine_as_test(broken, settings=QUICK)
