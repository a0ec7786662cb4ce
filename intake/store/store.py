"""The store: `record` is the only way to write testimony, for pages and sync."""

import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from intake.domain import clock
from intake.domain.codec import decode, encode
from intake.domain.event import (
    CaseDiscarded,
    CaseErased,
    ContentForgotten,
    ErasureAsked,
    Event,
    kinds,
)
from intake.domain.identity import refuse_program
from intake.errors import BundleRefused, ChainForked, ChainGap, SignatureInvalid, Tampered
from intake.security.canonical import canonical, read_json
from intake.security.chain import Entry, Head, check, link
from intake.security.identity import Identity, new_identity
from intake.security.seal import decrypt, encrypt
from intake.store import engine, projections
from intake.store.agreements import Days
from intake.store.corrections import Corrections
from intake.store.decisions import Decisions
from intake.store.devices import Devices
from intake.store.figures import Counts
from intake.store.filing import Filing
from intake.store.forgetting import drop_drafts, forget
from intake.store.groups import Groups
from intake.store.identities import Identities
from intake.store.interviews import Interviews
from intake.store.keyring import Keyring, key_id, key_name
from intake.store.ledger import Ledger
from intake.store.likenesses import Likenesses
from intake.store.lock import LockFile
from intake.store.lying import Lying
from intake.store.migrations import migrations
from intake.store.moves import Moves
from intake.store.oversight import Oversight
from intake.store.pairs import Pairs
from intake.store.papers import Papers
from intake.store.present import Present
from intake.store.proof import make_proof, read_proof
from intake.store.records import Records
from intake.store.refolding import rules_set_aside
from intake.store.second_looks import SecondLooks
from intake.store.settings import Settings
from intake.store.supports import Supports
from intake.store.traces import Traces
from intake.store.users import Users
from intake.store.verification import Checkpoints, Problem, verify_ledger
from intake.store.vouches import Vouches
from intake.store.withdrawals import Withdrawals

FILE = "intake.db"
_OWN_ONLY = (ContentForgotten, ErasureAsked, CaseErased)


@dataclass(frozen=True, slots=True)
class Received:
    """What taking in entries did: how many were new, and the chain's head now."""

    added: int
    head: Head


def open_store(directory: Path, key: bytes, *, device: str | None = None) -> "Store":
    """Open the store of a folder, making it when new.

    `key` is the raw 32-byte data key, `device` the id a new store gets.
    Raises `StoreInUse` when another process has it, `KeyRefused` for a wrong key.
    """
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = LockFile(directory / "intake.lock")
    lock.take()
    try:
        file = directory / FILE
        file.touch(mode=0o600)
        file.chmod(0o600)  # before it is opened: what SQLite lays beside it takes its rights
        db = engine.connect(file, key)
        migrations.apply(db)
        return Store(db, lock, directory, _identity(db, device))
    except BaseException:
        lock.free()
        raise


class Store:
    """One encrypted database: ledger, keys, projections and working papers."""

    def __init__(self, db: Database, lock: LockFile, directory: Path, identity: Identity) -> None:
        self._db = db
        self._lock = lock
        self._guard = threading.RLock()
        self.directory = directory
        self.identity = identity
        self.ledger = Ledger(db)
        self.keyring = Keyring(db)
        self.checkpoints = Checkpoints(db, self._guard)
        self.cases = Present(db, self._guard, identity.device)
        self.pairs = Pairs(db, self._guard)
        self.records = Records(db, self._guard)
        self.traces = Traces(db, self._guard)
        self.vouches = Vouches(db, self._guard)
        self.filing = Filing(db, self._guard)
        self.likenesses = Likenesses(db, self._guard)
        self.lying = Lying(db, self._guard)
        self.groups = Groups(db, self._guard)
        self.interviews = Interviews(db, self._guard)
        self.decisions = Decisions(db, self._guard)
        self.identities = Identities(db, self._guard)
        self.corrections = Corrections(db, self._guard)
        self.supports = Supports(db, self._guard)
        self.second_looks = SecondLooks(db, self._guard)
        self.settings = Settings(db, self._guard)
        self.devices = Devices(db, self._guard)
        self.users = Users(db, self._guard)
        self.oversight = Oversight(db, self._guard)
        self.counts = Counts(db, self._guard)
        self.withdrawals = Withdrawals(db, self._guard)
        self.papers = Papers(db, self._guard)

    @property
    def own_chain(self) -> str:
        """The id of the chain this store writes."""
        return self.identity.device

    @property
    def moves(self) -> Moves:
        """Who belongs to which group."""
        return self.cases.moves

    @property
    def days(self) -> Days:
        """Which day it is, and what is over by it."""
        return self.cases.days

    def close(self) -> None:
        """Shut the file, fold the write-ahead log back and free the lock."""
        with self._guard:
            self._db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.close()
            self._lock.free()

    def record(self, *events: Event, chain: str | None = None) -> tuple[Entry, ...]:
        """Append events to the ledger and bring the tables up to date, all or nothing.

        `chain` names another chain this store owns (the registry's replies to one
        laptop). When this returns, the entries are on disk.
        """
        with self._write():
            return tuple(self._record(event, chain or self.own_chain) for event in events)

    def receive(
        self, chain: str, entries: Sequence[Entry], keys: Mapping[str, bytes], *, now: datetime
    ) -> Received:
        """Take in entries of another device once; replays add nothing.

        Raises `ChainGap(expected=)`, `ChainForked`, `ChainBroken` or `CodecError`;
        on any error nothing has changed. A body whose key has not come yet is kept
        and projected when the key arrives.
        """
        with self._refusing_conflicts(), self._write():
            head = self.ledger.head(chain)
            if entries and entries[0].seq > head.seq + 1:
                raise ChainGap(expected=head.seq + 1)
            self._refuse_fork(chain, entries)
            fresh = entries[self.ledger.first_new(chain, entries) :]
            check(fresh, after=head)
            learnt = self.keyring.learn(keys)
            self._project_late(learnt)
            for entry in fresh:
                self.ledger.append(entry)
                self._project(entry)
                self._observe(entry.hlc, now)
            return Received(len(fresh), self.ledger.head(chain))

    def entries_after(self, chain: str, seq: int, limit: int = 500) -> list[Entry]:
        """Entries of one chain to send on, oldest first."""
        with self._guard:
            return self.ledger.after(chain, seq, limit)

    def events_of(self, case: str) -> list[Event]:
        """All that this device recorded of a case, in the order of recording."""
        with self._guard:
            own = [e for e in self.ledger.of_case(case) if e.device == self.own_chain]
            return [event for entry in own if (event := self.open_event(entry)) is not None]

    def keys_for(self, entries: Sequence[Entry]) -> dict[str, bytes]:
        """The keys that may travel with these entries.

        Keys of cases that are still drafts stay here: their entries travel as
        ciphertext that nobody else can read until the person's record is complete.
        """
        with self._guard:
            names = {key_id(entry) for entry in entries} - self.cases.unfinished()
            held = {name: self.keyring.get(name) for name in names}
            return {name: key for name, key in held.items() if key is not None}

    def head(self, chain: str) -> Head:
        """The last number and hash held of a chain."""
        with self._guard:
            return self.ledger.head(chain)

    def quarantine(self, chain: str, why: str, body: bytes, at: datetime) -> None:
        """Keep what must not be taken in, for a person to look at; never the bin."""
        with self._write():
            self._db.table("quarantine").insert(
                {"chain": chain, "why": why, "at": at.isoformat(), "body": body}
            )

    def forget_case(self, case: str) -> None:
        """Forget a case's key and rows; its ciphertext stays and the chain verifies."""
        with self._write():
            forget(self._db, self.keyring, case)

    def rebuild(self) -> None:
        """Throw the projections away and fold them from the ledger again."""
        with self._write(), rules_set_aside(self._db):
            projections.empty(self._db)
            for entry in list(self.ledger.everything()):
                self._project(entry)

    def verify(self, head: str = "", proof: bytes = b"") -> list[Problem]:
        """Every break in any chain or signature; with a head or a proof, also a cut tail.

        Raises `BundleTorn` for a proof that is none.
        """
        kept = read_proof(proof) if proof else []
        foreign = [point for point in kept if not point.is_by(self.identity.sign_public)]
        with self._guard:
            points = [*self.checkpoints.everything(), *kept]
            broken = verify_ledger(self.ledger, points, head)
        return broken + [Problem(SignatureInvalid.code, p.chain, p.seq) for p in foreign]

    def proof(self) -> bytes:
        """How far every chain goes now, signed, to be kept elsewhere."""
        with self._guard:
            heads = {chain: self.ledger.head(chain) for chain in self.ledger.chains()}
        return make_proof(self.identity, heads)

    def facts(self) -> engine.EngineFacts:
        """Engine version and settings in force, for `doctor`."""
        with self._guard:
            return engine.facts(self._db)

    @contextmanager
    def _write(self) -> Iterator[None]:
        """One writer, one transaction; a nested call joins the outer one."""
        with self._guard:
            if not self._is_writing():
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    self._db.execute("COMMIT")
                except BaseException:
                    if self._is_writing():
                        self._db.execute("ROLLBACK")
                    raise
            else:
                with self._db.atomic():
                    yield

    @contextmanager
    def _refusing_conflicts(self) -> Iterator[None]:
        """A row that breaks a rule of the tables refuses the whole transfer."""
        try:
            yield
        except engine.IntegrityError as error:
            raise BundleRefused(why="conflict") from error

    def _is_writing(self) -> bool:
        return bool(self._db.conn.in_transaction)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make several reads and records one transaction."""
        with self._write():
            yield

    def _record(self, event: Event, chain: str) -> Entry:
        refuse_program(event)
        hlc = clock.tick(self._hlc(), event.at)
        head = self.ledger.head(chain)
        name = key_name(chain, event.case)
        fields = {"kind": event.kind, "case": event.case, "actor": event.by}
        context = canonical({"device": chain, "seq": head.seq + 1, **fields})
        body = encrypt(self.keyring.get_or_make(name), canonical(encode(event)), context)
        entry = link(head, device=chain, hlc=hlc, body=body, **fields)
        self.ledger.append(entry)
        self._set_hlc(hlc)
        self._apply(event, entry)
        return entry

    def _shred(self, case: str) -> None:
        # A record that was complete once is nobody's draft any more, whatever a laptop says.
        if self.cases.was_complete(case):
            return
        self.keyring.forget(case)
        projections.empty_case(self._db, case)
        drop_drafts(self._db, case)

    def open_event(self, entry: Entry) -> Event | None:
        """The event of an entry, or None without its key or for an unknown kind.

        Raises `BundleRefused(why="body")` when the body is not what the key made.
        """
        key = self.keyring.get(key_id(entry))
        if key is None or entry.kind not in kinds():
            return None
        context = canonical(
            {
                "device": entry.device,
                "seq": entry.seq,
                "kind": entry.kind,
                "case": entry.case,
                "actor": entry.actor,
            }
        )
        try:
            plain = decrypt(key, entry.body, context)
        except Tampered as error:
            raise BundleRefused(why="body", device=entry.device, seq=entry.seq) from error
        return decode(entry.kind, read_json(plain))

    def _project(self, entry: Entry) -> None:
        event = self.open_event(entry)
        if event is not None:
            self._apply(event, entry)

    def _apply(self, event: Event, entry: Entry) -> None:
        if isinstance(event, _OWN_ONLY) and entry.device != self.own_chain:
            return  # a laptop forgets its own copy, never ours
        if isinstance(event, ContentForgotten):
            self.keyring.forget(event.forgotten)
            drop_drafts(self._db, event.forgotten)
        projections.project(self._db, event, entry)
        if isinstance(event, CaseErased):
            forget(self._db, self.keyring, event.erased)
        if isinstance(event, CaseDiscarded):
            self._shred(event.case)

    def _project_late(self, names: Sequence[str]) -> None:
        """Project entries that waited for their key."""
        for name in names:
            for entry in self.ledger.of_case(name):
                self._project(entry)

    def _refuse_fork(self, chain: str, entries: Sequence[Entry]) -> None:
        held = self.ledger.head(chain).seq
        for entry in entries:
            if entry.seq <= held and self.ledger.hash_at(chain, entry.seq) != entry.hash:
                raise ChainForked(device=chain, seq=entry.seq)

    def _observe(self, seen: str, now: datetime) -> None:
        self._set_hlc(clock.observe(self._hlc(), seen, now))

    def _hlc(self) -> str:
        return str(self._db.execute("SELECT hlc FROM identity").fetchone()[0])

    def _set_hlc(self, hlc: str) -> None:
        self._db.execute("UPDATE identity SET hlc = ?", [hlc])


def _identity(db: Database, device: str | None) -> Identity:
    row = db.execute("SELECT device, sign_private, seal_private FROM identity").fetchone()
    if row:
        return Identity(*row)
    identity = new_identity(device or uuid.uuid4().hex)
    db.table("identity").insert(
        {
            "one": 1,
            "device": identity.device,
            "sign_private": identity.sign_private,
            "seal_private": identity.seal_private,
            "hlc": clock.START,
        }
    )
    return identity
