"""Checks every chain and every signature; names the first broken entry.

Repairs nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from intake.errors import ChainBroken, SignatureInvalid
from intake.security.chain import RECEIPT, check, checkpoint_message, receipt_message
from intake.security.identity import verify_signature
from intake.store.ledger import Ledger
from intake.store.reads import Guard, Reads


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: a code, the chain, and the sequence number where it shows."""

    code: str
    chain: str
    seq: int


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A signed word that a chain had this head at this number."""

    chain: str
    seq: int
    head: str
    label: str
    signature: bytes
    signer: bytes

    def is_by(self, signer: bytes) -> bool:
        """Whether the holder of this public key says so, and the signature fits."""
        return self.signer == signer and self.is_genuine()

    def is_genuine(self) -> bool:
        """Whether the signature fits what it says."""
        message = receipt_message if self.label == RECEIPT else checkpoint_message
        try:
            verify_signature(self.signer, self.signature, message(self.chain, self.seq, self.head))
        except SignatureInvalid:
            return False
        return True


class Checkpoints(Reads):
    """Signed heads: of devices about themselves, and of the registry as receipts."""

    def __init__(self, db: Database, guard: Guard) -> None:
        super().__init__(db, guard)

    def keep(self, checkpoint: Checkpoint) -> None:
        """Keep one; the same again changes nothing."""
        with self._guard, self._db.atomic():
            self._db.conn.execute(
                "INSERT OR IGNORE INTO checkpoints (chain, seq, head, label, signature, signer)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    checkpoint.chain,
                    checkpoint.seq,
                    checkpoint.head,
                    checkpoint.label,
                    checkpoint.signature,
                    checkpoint.signer,
                ],
            )

    def everything(self) -> list[Checkpoint]:
        """All checkpoints kept, by chain and number."""
        return [
            Checkpoint(**r) for r in self._rows("SELECT * FROM checkpoints ORDER BY chain, seq")
        ]


def verify_ledger(ledger: Ledger, points: Iterable[Checkpoint], head: str = "") -> list[Problem]:
    """Every break found: first broken entries, cut tails, wrong signatures.

    `head` is a hash kept elsewhere (a receipt, a printed page): if no entry carries
    it, a tail was cut off.
    """
    problems = []
    for chain in ledger.chains():
        try:
            check(ledger.everything(chain))
        except ChainBroken as error:
            problems.append(Problem(error.code, chain, int(error.facts["seq"] or 0)))
    for point in points:
        if not point.is_genuine():
            problems.append(Problem(SignatureInvalid.code, point.chain, point.seq))
        elif ledger.hash_at(point.chain, point.seq) != point.head:
            problems.append(Problem("tail-cut", point.chain, point.seq))
    if head and not ledger.holds(head):
        problems.append(Problem("tail-cut", "", 0))
    return problems
