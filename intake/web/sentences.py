"""A sentence for every refusal: what happened and what to do next."""

from intake.errors import IntakeError
from intake.i18n import Lazy, gettext, pgettext
from intake.i18n import lazy_gettext as _l
from intake.interview.never_ask import item_of

# By error code. Placeholders are facts of the error; names never are.
SENTENCES: dict[str, Lazy] = {
    "intake-error": _l("Something could not be done. Nothing was changed."),
    "rule-broken": _l("This cannot be recorded as it stands."),
    "statement-malformed": _l("Give an answer, or say why there is none, but not both."),
    "same-record": _l("A record is not compared with its own group."),
    "consent-missing": _l("The person has not agreed to this, so it cannot be done."),
    "notice-missing": _l("First tell the person how their information is used."),
    "focal-point-missing": _l("Choose one member of the group as the focal point."),
    "case-closed": _l("This case is closed and takes no more changes here."),
    "field-missing": _l("Ask this question, or say why there is no answer."),
    "second-person-needed": _l("Someone who has not worked on this case must confirm it."),
    "interview-unfinished": _l("Finish the interview and read it back before deciding."),
    "stage-not-reached": _l("An earlier part of the interview comes before this one."),
    "reason-missing": _l("Write the reason for this fact."),
    "explanation-missing": _l(
        "First put the difference to the person and write their explanation."
    ),
    "plausibility-alone": _l(
        "This outcome cannot rest on plausibility or knowledge of a place alone."
    ),
    "not-for-children": _l("This outcome cannot be chosen for children."),
    "lay-interpreter": _l(
        "An outcome that goes against the person needs an interview with a trained interpreter."
    ),
    "level-too-high": _l("This level is higher than what supports it. Choose a lower one."),
    "level-falls": _l("This level is lower than the one that holds. Write why it falls."),
    "nobody-to-take-over": _l("Choose somebody else who holds interviews here."),
    "evidence-twice": _l("Choose for each piece of evidence whether it speaks for or against it."),
    "finding-missing": _l("First record a finding for each fact that was examined."),
    "help-comes-first": _l(
        "Help is still due that can change what the person remembers. "
        "Until then this outcome cannot be chosen."
    ),
    "window-open": _l("The person can still comment. It becomes final after the last day."),
    "support-not-there": _l("This support cannot be recorded like this. Look at it again."),
    "best-interests-first": _l(
        "First somebody trained looks at what is best for the child. Record what they found."
    ),
    "against-best-interests": _l(
        "The last look did not find this contact in the interest of the child."
    ),
    "look-to-come": _l("This day has not come yet. Record a look once it was taken."),
    "support-twice": _l("This counts once, and it is recorded already."),
    "people-only": _l("Only people decide. The program finds and sorts."),
    "late-unexplained": _l("More than 30 days have passed. Write why it is asked now."),
    "uninvolved-needed": _l("Somebody who has not worked on this looks at it again."),
    "opinion-first": _l("First say what you find on the record; then you see the proposal."),
    "opinion-given-before": _l("You have said what you find on the record."),
    "remedies-untold": _l("First explain what the person can do if they do not agree."),
    "leading-answer": _l("An answer to a leading question carries no weight. Ask it openly."),
    "setting-out-of-bounds": _l("The rules do not allow this value. Their bounds stand above."),
    "setting-unchanged": _l("This is the value that holds already."),
    "change-waits": _l("A change of this setting waits already. It is answered first."),
    "contact-not-tried": _l(
        "That nobody could reach the person takes a year without news and two tries."
    ),
    "link-missing": _l("First two people link the two records; then one can be the duplicate."),
    "unsaved-in-both": _l(
        "Both groups have text on the same page that is not saved. Save one of the two first."
    ),
    "nobody-stays": _l(
        "At least one person has to stay. If everybody goes, join the group to another."
    ),
    "group-the-same": _l("They are in this group already."),
    "move-waits": _l("For one of them a proposal waits already. It is answered first."),
    "group-changed": _l("One of them stands in another group by now. Look at the group again."),
    "self-vouch": _l("Nobody vouches for themselves. Name somebody else who knows the person."),
    "vouch-circle": _l(
        "These people vouch for one another in a circle. Find somebody from outside of it."
    ),
    "already-decided": _l("Somebody has decided this before you."),
    "step-not-open": _l("This step is not open now. Load the page again to see where it stands."),
    "stay-unplaced": _l("Write the name of the place, or describe where it is."),
    "question-refused": _l(
        "This is asked of nobody. Ask for what the person lived, in other words."
    ),
    "question-leads": _l("This question says the answer it wants. Ask it openly."),
    "questions-enough": _l("One talk holds no more questions. More is tiring, not more telling."),
    "name-missing": _l("Write one thing to call the person, or say why there is no name."),
    "part-untyped": _l("Say whose name each part is, or leave that part out."),
    "date-invalid": _l("This date or age cannot be. Check it with the person."),
    "estimate-too-exact": _l(
        "An officer can only estimate a span of ages, such as 30 up to 40, never a day or one age."
    ),
    "count-invalid": _l("This number cannot be. Write a whole number, in digits."),
    "number-invalid": _l("This number has a typing mistake. Check it against the slip."),
    "value-too-long": _l("This text is too long. Shorten it."),
    "character-refused": _l("This text holds a character that cannot be kept. Type it again."),
    "passphrase-too-short": _l("Choose a longer passphrase: several words are best."),
    "day-not-ahead": _l("This day has to lie ahead. Choose a later one, or leave it empty."),
    "nothing-to-end": _l(
        "A last day goes with what they agree to now. Nothing new is agreed to on this page."
    ),
    "nothing-to-withdraw": _l("The person has not agreed to this, so nothing can be withdrawn."),
    "need-not-enterable": _l(
        "This is not written down here. Ask whether they wish to speak with a specialist."
    ),
    "body-malformed": _l("A part of this file cannot be read. Ask for a new one."),
    "key-refused": _l("The key does not open the records on this computer."),
    "not-allowed": _l("Your role does not allow this."),
    "not-found": _l("There is nothing here, or nothing that you may see."),
    "locked": _l("Intake is locked. Unlock it to go on."),
    "wrong-passphrase": _l("This passphrase is not the right one."),
    "too-many-attempts": _l("Too many tries. Wait, then try again."),
    "store-in-use": _l("Intake already runs in another window on this computer. Close it there."),
    "stale": _l("Somebody changed this while you had it open. Look at both versions."),
    "sync-failed": _l("The transfer did not work. Nothing was lost; try again."),
    "registry-unreachable": _l(
        "The registry does not answer. Your records are safe here; try later."
    ),
    "bundle-torn": _l("This file is damaged or incomplete. Copy it again from its source."),
    "bundle-not-for-us": _l("This file was made for somebody else and cannot be opened here."),
    "bundle-too-new": _l("This file was made by a newer version of Intake. Update this one first."),
    "bundle-refused": _l("This file is whole, but it is not the one expected here."),
    "chain-gap": _l("An earlier file is missing. Load that one first."),
    "device-not-approved": _l("The registry has not approved this laptop yet."),
    "device-revoked": _l(
        "The registry no longer takes records from this laptop. Call your supervisor."
    ),
    "chain-forked": _l(
        "This laptop's records split in two, as after a restored copy. "
        "Stop and call your supervisor."
    ),
    "clock-ahead": _l("The clock of this laptop is wrong. Set it, then try again."),
    "tampered": _l("Something was changed outside Intake. Stop and call your supervisor."),
    "chain-broken": _l(
        "The record of events does not fit together. Stop and call your supervisor."
    ),
    "signature-invalid": _l(
        "A signature does not fit. Do not use this file; call your supervisor."
    ),
    "interview-over": _l("This interview is over. What was said can only be added to."),
    "interview-paused": _l("This interview is paused. Take it up again first."),
    "stage-already-open": _l("This part of the interview is open already. Go on from here."),
    "day-moved-meanwhile": _l(
        "Another day was set meanwhile. Look at it before you change it again."
    ),
    "day-over": _l("This time is over. Choose a later one."),
    "talk-still-ahead": _l("This appointment is still ahead."),
    "talks-enough": _l(
        "This person was interviewed twice. Ask a reviewer before another interview is planned."
    ),
    "talk-open-already": _l("This person has an interview already that is not finished."),
    "why-missing": _l("Write a few words here: why, or which."),
    "work-taken": _l("A colleague works on this just now."),
    "login-invalid": _l("Use letters, digits, dots and dashes for the sign-in name."),
    "login-taken": _l("This sign-in name is in use, or was. Choose another one."),
    "roles-invalid": _l(
        "Give at least one role. An administrator sees no records, so has no other role."
    ),
    "last-administrator": _l("This is the last administrator. First add another one."),
    "setup-token-wrong": _l("This is not the code that the terminal shows. Look there again."),
    "config-invalid": _l("A setting is wrong. Tell the person who looks after this computer."),
}


def sentence(error: IntakeError) -> str:
    """Say an error in the language in force, with the waiting time if there is one."""
    text = str(SENTENCES[_known_code(type(error))])
    wait_s = error.facts.get("wait_s")
    if isinstance(wait_s, int | float) and wait_s > 0:
        text += " " + gettext("You can try again in %(seconds)s seconds.", seconds=round(wait_s))
    item = item_of(str(error.facts.get("item") or ""))
    return " ".join((text, pgettext("interview", item.sentence))) if item else text


def _known_code(kind: type[IntakeError]) -> str:
    """The code of the nearest ancestor that has a sentence."""
    for ancestor in kind.__mro__:
        code = getattr(ancestor, "code", "")
        if code in SENTENCES:
            return str(code)
    return IntakeError.code
