"""The pages of one person: who it is, where from, and what they agree to."""

from typing import Any

from intake.domain.codes import (
    ConsentAnswer,
    ConsentBy,
    PrivateMoment,
    Purpose,
    Relationship,
    Source,
)
from intake.domain.consent import MAIN
from intake.field.forms.lasting import only_until
from intake.field.forms.rest import PageForm
from intake.field.forms.spoken import SpokenField
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import AskField, CodeField, TextField

# The languages a screen shows as boxes to tick; every other is typed.
COMMON_LANGUAGES = ("uk", "ru", "ar", "fa-AF", "ps", "fr", "en")


def told_by() -> CodeField:
    """The field for who speaks: a small child's name is told by somebody else."""
    others = (Source.CAREGIVER, Source.RELATIVE)
    return CodeField(_l("Who tells this, if not the person?"), codes=Source, only=others)


class WhoForm(PageForm):
    """Names, sex, birth, place in the group, languages."""

    name = ask("name", needed=True, absent=False, parted=True)
    name_latin = ask("name.latin", absent=False, lang="und-Latn")
    name_other = ask("name.other", absent=False, several=True)
    sex = ask("sex")
    birth = ask("birth")
    relationship = ask("relationship")
    languages = ask("languages", languages=COMMON_LANGUAGES)
    interpreter_wanted = ask("interpreter-wanted")
    told_by = told_by()

    def narrow(self, *, is_alone: bool, has_other_focal: bool) -> None:
        """Leave out what cannot be: one person has no relationship to themselves."""
        if is_alone:
            del self.relationship
        elif has_other_focal:
            self.relationship.choices = [
                (code, word)
                for code, word in self.relationship.choices
                if code != Relationship.FOCAL_POINT
            ]


class OriginForm(PageForm):
    """Where the person comes from, whose child they are, which papers there were."""

    birth_place = ask("birth-place")
    nationality = ask("nationality")
    last_residence = ask("last-residence")
    father = ask("father")
    mother = ask("mother")
    grandfather = ask("grandfather")
    spouse = ask("spouse")
    missing_relatives = ask("missing-relatives")
    documents = ask("documents")
    told_by = told_by()


CONSENT_CODES = (ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.NOT_ASKED)


MOMENTS = tuple(code for code in PrivateMoment if code is not PrivateMoment.NOT_POSSIBLE)
"""A moment alone that could not be needs its reason."""


def _consent() -> CodeField:
    return CodeField(_l("Answer"), codes=ConsentAnswer, only=CONSENT_CODES)


def in_another_language() -> Any:
    """The field for a translation of the story, which itself is never changed."""
    hint = _l(
        "The person's own words stay as they are. Do not write here either: names of "
        "smugglers, armed groups, crimes, illnesses."
    )
    return ask("testimony-translation", absent=False, rows=6, hint=hint)


class ConsentForm(PageForm):
    """Four separate questions, none answered beforehand; a moment alone; the story."""

    language = SpokenField(_l("Read to the person in"))
    registration = _consent()
    verification = _consent()
    tracing = _consent()
    referral = _consent()
    child_registration = _consent()
    child_verification = _consent()
    child_tracing = _consent()
    child_referral = _consent()
    given_by = CodeField(_l("Who answered?"), codes=ConsentBy)
    vital_reason = TextField(
        _l("Why nobody could be asked, and why it cannot wait"),
        limit=500,
        hint=_l("Only then. A protection officer looks at it within 72 hours."),
    )
    teach_back = ask(
        "teach-back",
        label=_l("In the person's own words: what will happen with what they tell?"),
        absent=False,
        rows=2,
        hint=_l("If it is not right, explain it again. Nobody loses anything by it."),
    )
    until = only_until()
    private_moment = ask("private-moment", only=MOMENTS)
    care_arrangement = ask("care-arrangement", absent=False, rows=2)
    testimony = ask(
        "testimony",
        absent=False,
        rows=6,
        hint=_l(
            "In their own words and language. Do not write here: names of smugglers, "
            "armed groups, crimes, illnesses."
        ),
    )
    testimony_translation = in_another_language()
    testimony_translator = ask("testimony-translator", absent=False)
    safe_contact = ask("safe-contact", absent=False)

    def narrow(self, *, may_be_child: bool, birth_known: bool) -> None:
        """Ask a child's carer too (DP-06); offer an adult the moment alone (domain 5.1)."""
        if may_be_child:
            del self.private_moment
            self.given_by.needed = any(f.answer.value for _, f in self.consents())
        else:
            del self.care_arrangement, self.vital_reason
            for purpose in MAIN:
                del self[f"child_{purpose.value}"]
            self._leave_out_vital_interest()
            if birth_known:
                del self.given_by

    def _leave_out_vital_interest(self) -> None:
        """An adult who cannot be asked now is asked later."""
        chosen = ConsentBy.VITAL_INTEREST.value
        self.given_by.choices = [c for c in self.given_by.choices if c[0] != chosen]

    @property
    def is_translated(self) -> bool:
        """Whether a translation, or who made it, stands there or is typed."""
        fields = (self.testimony_translation, self.testimony_translator)
        return any(field.answer.is_given or field.errors for field in fields)

    def assent(self, purpose: Purpose) -> Any:
        """The field for what the child says to a purpose; None for an adult."""
        name = f"child_{purpose.value}"
        return getattr(self, name, None)

    @property
    def reason_in_need(self) -> str:
        """Why nobody could be asked."""
        field: AskField | None = getattr(self, "vital_reason", None)
        return str(field.answer.value or "") if field is not None else ""

    def validate(self, extra_validators: Any = None) -> bool:
        """Where nobody could be asked, the reason has to be there (DP-06)."""
        fine = bool(super().validate(extra_validators))
        if self.giver is ConsentBy.VITAL_INTEREST and not self.reason_in_need:
            self.vital_reason.errors = [
                *self.vital_reason.errors,
                gettext("Write why nobody could be asked, and why it cannot wait."),
            ]
            return False
        return fine

    def consents(self) -> list[tuple[Purpose, Any]]:
        """Each purpose with its field."""
        return [(purpose, self[purpose.value]) for purpose in MAIN]

    @property
    def is_unfolded(self) -> bool:
        """Whether what is folded away has something in it to be seen."""
        asked = (self.teach_back, self.until)
        return any(f.raw["text"] or f.errors for f in asked)

    @property
    def giver(self) -> ConsentBy:
        """Who answered: an adult for themselves, if nobody says otherwise."""
        field: AskField | None = getattr(self, "given_by", None)
        value = field.answer.value if field is not None else None
        return ConsentBy(str(value)) if value else ConsentBy.SELF
