"""The questions of the interview by version: stable ids, translated wording.

Rotation by interview spreads them; no question is secret and none is decisive.
Each may be asked openly of the right person; never_ask.py tells what may not. A plan keeps
the version it was made with, and every version that was in use stays here, so that an old
interview is read with the questions of its day.
"""

from collections.abc import Mapping
from types import MappingProxyType

from intake.interview.bank_life import LIFE
from intake.interview.bank_way import WAY
from intake.interview.script import BankQuestion

BANK_VERSION = "0"
"""The version new plans are made with."""

Bank = Mapping[str, BankQuestion]

BANKS: Mapping[str, Bank] = MappingProxyType({"0": {q.id: q for q in (*LIFE, *WAY)}})

QUESTION_BANK = BANKS[BANK_VERSION]


def question_of(version: str, question: str) -> BankQuestion | None:
    """A question as it stood in a version of the bank; None for one it never had.

    A version this program does not know was made by a newer one: then the newest it does
    know answers for it.
    """
    return BANKS.get(version, QUESTION_BANK).get(question)
