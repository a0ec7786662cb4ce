"""The error tree. An error is a code and facts; words are added at the edge.

IntakeError
├ RuleBroken        the domain said no → 422, shown beside the form
│ ├ ConsentMissing  NoticeMissing  FocalPointMissing  CaseClosed  FieldMissing
│ ├ SecondPersonNeeded  InterviewUnfinished  StageNotReached  ReasonMissing
│ ├ ExplanationMissing  PlausibilityAlone  NotForChildren  LayInterpreter
│ ├ LevelTooHigh  LeadingAnswer  AlreadyDecided  NameMissing  DateInvalid
│ ├ EstimateTooExact (a DateInvalid)  PartUntyped
│ ├ QuestionRefused  QuestionLeads  QuestionsEnough
│ └ NumberInvalid  ValueTooLong  CharacterRefused  PassphraseTooShort
├ NotAllowed        this role may not → 403
├ NotFound          there is no such thing, or you may not know of it → 404
├ Locked            the store is shut → unlock page
│ └ WrongPassphrase  TooManyAttempts  StoreInUse
├ Stale             somebody changed it meanwhile → 409
├ SyncFailed        nothing was lost, try again
│ ├ RegistryUnreachable  BundleTorn  BundleNotForUs  BundleTooNew  BundleRefused
│ └ ChainGap  DeviceNotApproved  DeviceRevoked  ChainForked  ClockAhead
├ Tampered          stop and call someone → 500, never repaired by software
│ └ ChainBroken  SignatureInvalid
└ ConfigInvalid     at start only → exit 2 with one sentence

Facts are ids, codes, counts and durations; never a name, never prose.
"""

from typing import ClassVar

Fact = str | int | float | bool | None


class IntakeError(Exception):
    """Anything Intake refuses or cannot do; raised with a code and facts."""

    code: ClassVar[str] = "intake-error"

    def __init__(self, **facts: Fact) -> None:
        self.facts = facts
        super().__init__(self.code, facts)


class RuleBroken(IntakeError):
    """A rule of the domain said no."""

    code = "rule-broken"


class ConsentMissing(RuleBroken):
    """The person did not agree to this purpose."""

    code = "consent-missing"


class NoticeMissing(RuleBroken):
    """Nothing is recorded before the data-protection notice was given (DP-01)."""

    code = "notice-missing"


class FocalPointMissing(RuleBroken):
    """The focal point is not one of the members of the group."""

    code = "focal-point-missing"


class CaseClosed(RuleBroken):
    """The case takes no more changes here."""

    code = "case-closed"


class FieldMissing(RuleBroken):
    """A question that this level needs was not asked; fact: `path`, `individual`."""

    code = "field-missing"


class SecondPersonNeeded(RuleBroken):
    """The one who proposed, interviewed or recorded may not confirm."""

    code = "second-person-needed"


class InterviewUnfinished(RuleBroken):
    """The read-back is not done, so nothing can be decided on this interview."""

    code = "interview-unfinished"


class StageNotReached(RuleBroken):
    """A stage of the interview was skipped or is not open yet."""

    code = "stage-not-reached"


class ReasonMissing(RuleBroken):
    """A decision about a fact came without its reason; fact: `fact`."""

    code = "reason-missing"


class ExplanationMissing(RuleBroken):
    """A contradiction counts only after it was put to the person."""

    code = "explanation-missing"


class PlausibilityAlone(RuleBroken):
    """Plausibility or place knowledge alone never supports a negative outcome."""

    code = "plausibility-alone"


class NotForChildren(RuleBroken):
    """This outcome does not exist for children."""

    code = "not-for-children"


class LayInterpreter(RuleBroken):
    """A lay interpreter's words cannot support a negative outcome."""

    code = "lay-interpreter"


class LevelTooHigh(RuleBroken):
    """The level proposed lies above the ceiling of what supports it."""

    code = "level-too-high"


class LeadingAnswer(RuleBroken):
    """An answer to a leading question carries no weight (V-15)."""

    code = "leading-answer"


class AlreadyDecided(RuleBroken):
    """Somebody decided this before you."""

    code = "already-decided"


class NameMissing(RuleBroken):
    """There must be one thing to call the person."""

    code = "name-missing"


class PartUntyped(RuleBroken):
    """A part of a name stands there and nobody said whose name it is."""

    code = "part-untyped"


class DateInvalid(RuleBroken):
    """This date or age cannot be; fact: `part`."""

    code = "date-invalid"


class EstimateTooExact(DateInvalid):
    """An officer may estimate a band of ages, never an age or a day; fact: `part`."""

    code = "estimate-too-exact"


class CountInvalid(RuleBroken):
    """A count is no whole number, or more than there can be; fact: `most`."""

    code = "count-invalid"


class NumberInvalid(RuleBroken):
    """A case or individual number does not fit its check character."""

    code = "number-invalid"


class ValueTooLong(RuleBroken):
    """A text is longer than the field takes; facts: `path`, `limit`, `length`."""

    code = "value-too-long"


class CharacterRefused(RuleBroken):
    """A text holds a character that cannot be kept (NUL, lone surrogate)."""

    code = "character-refused"


class PassphraseTooShort(RuleBroken):
    """A new passphrase is too easily guessed; fact: `at_least` characters."""

    code = "passphrase-too-short"


class QuestionRefused(RuleBroken):
    """A typed question falls under what is asked of nobody; fact: `item`."""

    code = "question-refused"


class QuestionLeads(RuleBroken):
    """A typed question says the answer it wants."""

    code = "question-leads"


class QuestionsEnough(RuleBroken):
    """One interview holds no more questions; fact: `limit`."""

    code = "questions-enough"


class NotAllowed(IntakeError):
    """This role may not do this."""

    code = "not-allowed"


class NotFound(IntakeError):
    """No such thing, or nothing you may know of."""

    code = "not-found"


class Locked(IntakeError):
    """The store is shut."""

    code = "locked"


class WrongPassphrase(Locked):
    """The passphrase opens no slot; fact: `wait_s` before the next try."""

    code = "wrong-passphrase"


class TooManyAttempts(Locked):
    """Too many tries; fact: `wait_s`."""

    code = "too-many-attempts"


class StoreInUse(Locked):
    """Another process has this store open."""

    code = "store-in-use"


class Stale(IntakeError):
    """Somebody changed it since this page was shown."""

    code = "stale"


class SyncFailed(IntakeError):
    """A transfer did not work; nothing was lost."""

    code = "sync-failed"


class RegistryUnreachable(SyncFailed):
    """No answer from the registry."""

    code = "registry-unreachable"


class BundleTorn(SyncFailed):
    """The bundle is damaged or cut short."""

    code = "bundle-torn"


class BundleNotForUs(SyncFailed):
    """The bundle is sealed to somebody else."""

    code = "bundle-not-for-us"


class BundleTooNew(SyncFailed):
    """The bundle was made by a newer version."""

    code = "bundle-too-new"


class BundleRefused(SyncFailed):
    """The bundle is whole but not what was expected here; fact: `why`."""

    code = "bundle-refused"


class ChainGap(SyncFailed):
    """Entries are missing before these; fact: `expected` seq."""

    code = "chain-gap"


class DeviceNotApproved(SyncFailed):
    """The registry has not approved this device yet."""

    code = "device-not-approved"


class DeviceRevoked(SyncFailed):
    """The registry no longer takes entries of this device."""

    code = "device-revoked"


class ChainForked(SyncFailed):
    """The device's ledger has split in two: a restored backup or a clone."""

    code = "chain-forked"


class ClockAhead(SyncFailed):
    """The device's clock is too far ahead; fact: `ahead_s`."""

    code = "clock-ahead"


class Tampered(IntakeError):
    """Something was altered outside the program."""

    code = "tampered"


class ChainBroken(Tampered):
    """The hash chain breaks; facts: `device`, `seq`."""

    code = "chain-broken"


class SignatureInvalid(Tampered):
    """A signature does not fit."""

    code = "signature-invalid"


class ConfigInvalid(IntakeError):
    """A setting is wrong; facts: `key`."""

    code = "config-invalid"
