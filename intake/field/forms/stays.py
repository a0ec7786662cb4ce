"""One place of a person's life: what it was, when, with whom, and where it lies."""

from typing import Any

from intake.domain.codes import Source, StayRole, Why, WhyLeft
from intake.domain.stay import RELATIVE, Stay
from intake.i18n import lazy_gettext as _l
from intake.web.compound import WhenField
from intake.web.fields import Answer, CodeField, PlaceField, TextField
from intake.web.forms import BaseForm

_OTHERS = (Source.CAREGIVER, Source.RELATIVE)


class StayForm(BaseForm):
    """What the place was to the person; all else may stay empty but some "where"."""

    role = CodeField(_l("What is it to the person?"), codes=StayRole, needed=True, radios_up_to=9)
    place = PlaceField(_l("Which place?"))
    near = TextField(_l("Near which place, or on the road to where?"))
    walk = TextField(_l("How long on foot, from where?"))
    river = TextField(_l("River, lake or mountain there"))
    building = TextField(_l("A large building or sign there"))
    began = WhenField(_l("From when?"))
    ended = WhenField(_l("Until when?"))
    with_whom = TextField(_l("With whom?"))
    why_left = CodeField(
        _l("Why did they leave?"),
        codes=WhyLeft,
        hint=_l("Only of a place they left, and only in short. Persecution is not written here."),
    )
    told_by = CodeField(_l("Who tells this, if not the person?"), codes=Source, only=_OTHERS)
    why = CodeField(_l("Why does it change?"), codes=Why, needed=True)

    def stay(self) -> Stay:
        """The line as typed; raises `StayUnplaced` if it says nowhere."""
        left = self.why_left.answer.value
        return Stay(
            role=StayRole(str(self.role.answer.value)),
            place=self.place.answer.value,
            began=self.began.answer.value,
            ended=self.ended.answer.value,
            with_whom=self._text("with_whom"),
            why_left=WhyLeft(str(left)) if left else None,
            near=self._text("near"),
            walk=self._text("walk"),
            river=self._text("river"),
            building=self._text("building"),
        )

    def _text(self, name: str) -> str:
        field: TextField = getattr(self, name)
        return str(field.answer.value or "")

    @property
    def source(self) -> Source:
        """Who tells the line; the person, if nobody says otherwise."""
        code = self.told_by.answer.value
        return Source(str(code)) if code else Source.SELF

    @property
    def reason(self) -> Why:
        """Why a line changes; in a draft the person corrects it."""
        field = getattr(self, "why", None)
        code = field.answer.value if field else None
        return Why(str(code)) if code else Why.CORRECTION

    @property
    def is_described(self) -> bool:
        """Whether the place is told by what is around it."""
        return any(self._text(part) for part in RELATIVE)


def as_answers(stay: Stay) -> dict[str, Answer]:
    """How a line stands in the boxes of the form."""
    told: dict[str, Any] = {"role": stay.role.value, "place": stay.place}
    told |= {"began": stay.began, "ended": stay.ended, "with_whom": stay.with_whom or None}
    told |= {"why_left": stay.why_left.value if stay.why_left else None}
    told |= {part: getattr(stay, part) or None for part in RELATIVE}
    return {name: Answer(value) for name, value in told.items()}
