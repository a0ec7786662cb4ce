"""The pages of one person: who it is, where from, and what they agree to."""

from typing import Any

from intake.domain.codes import Relationship, Source
from intake.field.forms.agreeing import AgreeingForm
from intake.field.forms.rest import PageForm
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import CodeField

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


def in_another_language() -> Any:
    """The field for a translation of the story, which itself is never changed."""
    hint = _l(
        "The person's own words stay as they are. Do not write here either: names of "
        "smugglers, armed groups, crimes, illnesses."
    )
    return ask("testimony-translation", absent=False, rows=6, hint=hint)


class ConsentForm(AgreeingForm):
    """Four separate questions, none answered beforehand; a moment alone; the story."""

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
        """Ask only of a child who looks after it."""
        super().narrow(may_be_child=may_be_child, birth_known=birth_known)
        if not may_be_child:
            del self.care_arrangement

    @property
    def is_translated(self) -> bool:
        """Whether a translation, or who made it, stands there or is typed."""
        fields = (self.testimony_translation, self.testimony_translator)
        return any(field.answer.is_given or field.errors for field in fields)
