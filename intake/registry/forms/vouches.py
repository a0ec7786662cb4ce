"""Forms of vouching: who vouches, for what, how; and why a vouch changes."""

from typing import Any

from intake.domain import edtf
from intake.domain.codes import IdentityLevel, VouchCapacity, VouchFact, VouchMethod
from intake.domain.event import VouchTold
from intake.domain.statement import Json
from intake.i18n import lazy_gettext as _l
from intake.web import labels
from intake.web.compound import ask
from intake.web.fields import CheckField, CodeField, LongTextField, NumberField, TextField
from intake.web.forms import BaseForm

_LONGEST = 5000

TOLD = ("name", "birth", "birth-place", "last-residence", "father", "mother")
"""What somebody who vouches may tell besides, so that it can be compared."""


def _told(path: str) -> Any:
    return ask(path, needed=False, absent=False, question="told-" + path)


class SinceField(TextField):
    """Since when somebody is known, as exact as it was said."""

    def read(self) -> Json:
        """A year, month or day in EDTF; another text is refused."""
        text = self.cleaned("text")
        if text:
            edtf.read_edtf(text)
        return text or None


class VouchForm(BaseForm):
    """One vouch. Either a number, or the name of somebody from outside."""

    number = NumberField(
        _l("Number of the one who vouches, if registered"), question="number", limit=20
    )
    name = TextField(_l("Or the name, if not registered"), question="name", limit=300)
    contact = TextField(_l("A safe way to reach this person"), limit=300)
    level = CodeField(
        _l("If not registered: how well the voucher's own identity is known"),
        codes=IdentityLevel,
        radios_up_to=0,
    )
    capacity = CodeField(_l("Vouches as"), codes=VouchCapacity, needed=True, radios_up_to=0)
    same_household = CheckField(_l("Lives in the same household"))
    authority = CheckField(_l("Has power over the person: work, money, housing or the way here"))
    known_since = SinceField(_l("Knows the person since (2009 or 2009-05)"), limit=40)
    known_how = TextField(_l("Knows the person from"), needed=True, limit=500)
    method = CodeField(_l("How the vouch reached us"), codes=VouchMethod, needed=True)
    met = CheckField(_l("Both were face to face when the vouch was given"))
    separately = CheckField(_l("The one who vouches was heard alone"))
    statement = LongTextField(
        _l("What was said, word for word"),
        question="statement",
        rows=3,
        needed=True,
        limit=_LONGEST,
    )
    signed = CheckField(_l("Signed by the one who vouches"))
    agrees = CheckField(_l("The one who vouches agrees that this is recorded"), question="agrees")
    fact_name = CheckField(labels.label(VouchFact.NAME), question="facts")
    fact_birth = CheckField(labels.label(VouchFact.BIRTH))
    fact_parents = CheckField(labels.label(VouchFact.PARENTS))
    fact_place = CheckField(labels.label(VouchFact.PLACE))
    fact_tie = CheckField(labels.label(VouchFact.TIE))
    fact_recognised = CheckField(labels.label(VouchFact.RECOGNISED))
    told_name = _told("name")
    told_birth = _told("birth")
    told_birth_place = _told("birth-place")
    told_last_residence = _told("last-residence")
    told_father = _told("father")
    told_mother = _told("mother")

    def facts(self) -> tuple[VouchFact, ...]:
        """What is vouched for."""
        return tuple(fact for fact in VouchFact if self.ticked(f"fact_{fact.name.lower()}"))

    def told(self) -> tuple[VouchTold, ...]:
        """What was told point by point; a point that was not told is none."""
        boxes = [(path, getattr(self, f"told_{path.replace('-', '_')}")) for path in TOLD]
        given = [(path, box.answer.value) for path, box in boxes]
        return tuple(VouchTold(path, value) for path, value in given if value is not None)

    def told_problems(self) -> bool:
        """Whether one of those points came back with a problem."""
        return any(f.errors for f in self.questions() if f.short_name.startswith("told_"))

    def said(self, name: str) -> str:
        """The words or the code of one field."""
        return str(getattr(self, name).answer.value or "")

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(getattr(self, name).answer.value)
