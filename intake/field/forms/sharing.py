"""Each further recipient with an answer of its own; and taking back by number."""

from collections.abc import Iterable
from typing import Any

from intake.domain.codes import Channel, ConsentAnswer, ConsentBy, Purpose, Recipient
from intake.domain.consent import FURTHER, MAIN, Consent, Line, standing
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import Answer, CheckField, CodeField, NumberField
from intake.web.forms import BaseForm
from intake.web.moment import only_until

_ANSWERS = (ConsentAnswer.YES, ConsentAnswer.NO)


def _answer() -> CodeField:
    return CodeField(_l("Answer"), codes=ConsentAnswer, only=_ANSWERS)


# In vital interest only what cannot wait is decided, never with whom else to share.
_GIVERS = (ConsentBy.SELF, ConsentBy.CAREGIVER_AND_CHILD, ConsentBy.GUARDIAN)


class SharingForm(BaseForm):
    """A line for each recipient; what was answered before is shown, nothing else."""

    health_care = _answer()
    psychosocial_support = _answer()
    legal_advice = _answer()
    child_protection = _answer()
    shelter_and_food = _answer()
    education = _answer()
    united_nations = _answer()
    red_cross_red_crescent = _answer()
    aid_organisations = _answer()
    authorities_here = _answer()
    given_by = CodeField(_l("Who answered?"), codes=ConsentBy, only=_GIVERS, needed=True)
    explained = CodeField(_l("How was it explained?"), codes=Channel, needed=True)
    until = only_until()

    withheld_from = ask(
        "withheld-from",
        label=_l("Who must not learn of it"),
        absent=False,
        rows=2,
        hint=_l(
            "People, agencies or groups. Not shown again on this laptop; only protection "
            "officers read it."
        ),
    )

    def __init__(self, formdata: Any, consents: Iterable[Consent], individual: str) -> None:
        held = list(consents)
        known = {
            box_of(recipient): Answer(answer.value)
            for purpose, recipient in FURTHER
            if (answer := standing(held, individual, purpose, recipient)) in _ANSWERS
        }
        super().__init__(formdata, data=known)

    def rows(self) -> list[tuple[Purpose, Recipient, Any]]:
        """Every line with its field."""
        return [(purpose, who, self[box_of(who)]) for purpose, who in FURTHER if who is not None]

    def answered(self) -> dict[Line, ConsentAnswer]:
        """What was answered, line by line."""
        said = {(purpose, who): field.answer.value for purpose, who, field in self.rows()}
        return {line: ConsentAnswer(str(value)) for line, value in said.items() if value}


def box_of(recipient: Recipient | None) -> str:
    """The name of the field of a recipient."""
    return recipient.value.replace("-", "_") if recipient else ""


class WithdrawForm(BaseForm):
    """What somebody takes back, by the number on their slip."""

    number = NumberField(_l("Number on the slip"), needed=True)
    registration = CheckField(_l("To be recorded here"))
    verification = CheckField(_l("To be compared with other records"))
    tracing = CheckField(_l("To search for relatives"))
    referral = CheckField(_l("To pass needs on to those who help"))
    sharing = CheckField(_l("To share the record with others"))

    def ticks(self) -> list[Any]:
        """The boxes, one for each purpose."""
        return [self[purpose.value] for purpose in (*MAIN, Purpose.SHARING)]

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """What is taken back."""
        offered = zip((*MAIN, Purpose.SHARING), self.ticks(), strict=True)
        return tuple(purpose for purpose, tick in offered if tick.answer.value)

    def validate(self, extra_validators: Any = None) -> bool:
        """At least one thing is taken back."""
        fine = bool(super().validate(extra_validators))
        if fine and not self.purposes:
            words = gettext("Tick what they take back.")
            self.registration.errors = [*self.registration.errors, words]
        return fine and bool(self.purposes)
