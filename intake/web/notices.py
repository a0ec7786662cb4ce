"""What a person is told before anything is written down, and asked to agree to.

Version 1. At most 120 words, short sentences, one idea each (domain DP-03): who asks,
why, who will see it, the risks, the rights, that refusing harms nobody, how to complain.
A changed text gets a new version, because every case keeps the version it was told.
"""

from intake.domain.codes import Purpose, Recipient
from intake.i18n import Lazy
from intake.i18n import lazy_pgettext as _p
from intake.web import labels

VERSION = "1"

# Tone: read aloud to a tired person. Plain words, no threat, no promise of help.
WHO = _p("notice", "I work with the reception team here. We are not the police or the army.")
WHY = _p(
    "notice",
    "I would like to write down who you are, so that we can help, confirm who you are "
    "later without papers, and search for your relatives if you wish.",
)
SEEN_BY = _p(
    "notice",
    "Only our team and the registry staff who need it will read your words.",
)
RISKS = _p("notice", "A computer can be lost or taken. Tell me only what feels safe.")
RIGHTS = _p("notice", "You may see what we wrote, correct it, or ask us to delete it, at any time.")
REFUSING = _p(
    "notice",
    "You may refuse any question, or all of them. Refusing has no bad effect for you.",
)
COMPLAINING = _p(
    "notice",
    "If you want to complain, ask for the team leader. You need not tell me why.",
)

NOTICE: tuple[Lazy, ...] = (WHO, WHY, SEEN_BY, RISKS, RIGHTS, REFUSING, COMPLAINING)

ASK_CONSENT: dict[Purpose, Lazy] = {
    Purpose.REGISTRATION: _p(
        "notice", "May I keep what you tell me in this register, so that we can help you?"
    ),
    Purpose.VERIFICATION: _p(
        "notice", "May we compare it with other records, to confirm later who you are?"
    ),
    Purpose.TRACING: _p(
        "notice", "May we use it to search for your relatives, and to tell them that you asked?"
    ),
    Purpose.REFERRAL: _p(
        "notice", "May we tell doctors or other helpers what you need, and nothing more?"
    ),
}
ASK_TO_SHARE: dict[Purpose, Lazy] = {
    Purpose.REFERRAL: _p("notice", "May we tell these helpers what you need, and nothing more?"),
    Purpose.SHARING: _p("notice", "May we share what you told us with these organisations?"),
}
"""Said before the names of the helpers or organisations that come up."""


def ask_to_share(purpose: Purpose, recipient: Recipient) -> Lazy:
    """The question about one kind of help or one kind of organisation."""
    return Lazy(lambda: f"{ASK_TO_SHARE[purpose]} {labels.label(recipient)}")


YOUR_CHOICE = _p(
    "notice", "You may say yes to one and no to another. You may change your mind at any time."
)
"""Said before the four questions, so that no answer seems to hang on another."""

READ_BACK = _p(
    "notice", "I will now read to you what I wrote. Please tell me what is wrong or missing."
)
