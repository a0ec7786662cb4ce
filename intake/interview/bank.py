"""The questions of the interview, version 0: stable ids, translated wording.

Rotation by interview spreads them; no question is secret and none is decisive.
Each may be asked openly of the right person; NEVER_ASK tells what may not.
"""

from intake.interview.bank_life import LIFE
from intake.interview.bank_way import WAY
from intake.interview.script import N_, BankQuestion

BANK_VERSION = "0"

QUESTION_BANK: dict[str, BankQuestion] = {question.id: question for question in (*LIFE, *WAY)}

NEVER_ASK = (
    N_("interview", "Capitals, flags, anthems, presidents, money: they test schooling."),
    N_("interview", "Lists of districts or clans as a test."),
    N_("interview", "Proof of a religion or of a sexual orientation."),
    N_("interview", "The inside of a party or an armed group, or military service."),
    N_("interview", "Details of torture or sexual violence."),
    N_("interview", "Why somebody did not do something."),
    N_("interview", "The same closed question a second time."),
    N_("interview", "A child about the guilt of a parent."),
    N_("interview", "Who helped somebody across a border, and for how much."),
    N_("interview", "Words of a dialect, to hear how they sound."),
)
"""What is asked of nobody; shown beside the questions."""
