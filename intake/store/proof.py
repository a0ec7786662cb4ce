"""A signed list of how far every chain goes, to be kept outside this store.

Against it a cut end shows in any chain, not only in the one whose head was written down.
"""

import base64
import binascii
import json
from collections.abc import Mapping

from intake.errors import BundleTorn
from intake.security.canonical import canonical
from intake.security.chain import RECEIPT, Head, receipt_message
from intake.security.identity import Identity
from intake.store.verification import Checkpoint

FORMAT = "intake-proof-1"
LARGEST = 4 * 1024 * 1024
"""Bytes of a proof: some 300 a chain, and no registry has ten thousand laptops."""


def make_proof(identity: Identity, heads: Mapping[str, Head]) -> bytes:
    """Sign each chain's last number and hash, as one file."""
    points = [
        {
            "chain": chain,
            "seq": head.seq,
            "head": head.hash,
            "signature": _text(identity.sign(receipt_message(chain, head.seq, head.hash))),
        }
        for chain, head in sorted(heads.items())
    ]
    return canonical({"v": FORMAT, "signer": _text(identity.sign_public), "points": points}) + b"\n"


def read_proof(data: bytes) -> list[Checkpoint]:
    """The signed heads of a proof; whether they are genuine is for `verify` to say.

    Raises `BundleTorn` for anything that is no whole proof.
    """
    try:
        told = json.loads(data[:LARGEST])
        if told["v"] != FORMAT:
            raise BundleTorn(why="version")
        signer = base64.b64decode(told["signer"], validate=True)
        return [_point(one, signer) for one in told["points"]]
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error) as error:
        raise BundleTorn(why="proof") from error


def _point(told: dict[str, object], signer: bytes) -> Checkpoint:
    return Checkpoint(
        chain=str(told["chain"]),
        seq=int(str(told["seq"])),
        head=str(told["head"]),
        label=RECEIPT,
        signature=base64.b64decode(str(told["signature"]), validate=True),
        signer=signer,
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
