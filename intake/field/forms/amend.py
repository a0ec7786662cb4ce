"""The pages of a person after the record is complete: what changed, and why."""

from intake.domain.codes import Why
from intake.field.forms.agreeing import MOMENTS
from intake.field.forms.people import OriginForm, WhoForm, in_another_language
from intake.field.forms.rest import PageForm
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import CodeField


def _why() -> CodeField:
    return CodeField(_l("Why does it change?"), codes=Why, needed=True)


class AmendWhoForm(WhoForm):
    """Names, sex, birth, place in the group, languages."""

    why = _why()


class AmendOriginForm(OriginForm):
    """Where from, whose child, which papers."""

    why = _why()


class AmendStoryForm(PageForm):
    """What the person understood and tells, and how to reach them safely."""

    teach_back = ask("teach-back", absent=False, rows=2)
    private_moment = ask("private-moment", only=MOMENTS)
    care_arrangement = ask("care-arrangement", absent=False, rows=2)
    testimony = ask("testimony", absent=False, rows=7)
    testimony_translation = in_another_language()
    testimony_translator = ask("testimony-translator", absent=False)
    safe_contact = ask("safe-contact", absent=False)
    told_by = WhoForm.told_by
    why = _why()
