"""One tie of a person: to another member of the group, or to somebody not here."""

from collections.abc import Sequence
from typing import Any, Self

from wtforms import ValidationError

from intake.domain.codes import (
    Nature,
    SeparationCause,
    Source,
    Tie,
    Whereabouts,
    Why,
)
from intake.domain.relative import KNOWN, Relative
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.compound import DateField, ask
from intake.web.fields import (
    Answer,
    ChoiceField,
    CodeField,
    LongTextField,
    NameField,
    PlaceField,
    YesNoField,
)
from intake.web.forms import BaseForm

_OTHERS = (Source.CAREGIVER, Source.RELATIVE)
_CODED = {"tie": Tie, "nature": Nature, "now": Whereabouts, "cause": SeparationCause}


class RelativeForm(BaseForm):
    """Who it is and what they are; everything else may stay empty."""

    to = ChoiceField(_l("Somebody of this group"), radios_up_to=0)
    name = NameField(_l("Or the name of somebody who is not here"))
    tie = CodeField(_l("What are they to this person?"), codes=Tie, needed=True)
    now = CodeField(_l("Where are they now?"), codes=Whereabouts, radios_up_to=0)
    nature = CodeField(_l("What does the tie rest on?"), codes=Nature)
    cares = YesNoField(_l("Do they look after this person?"))
    responsible = YesNoField(_l("Are they responsible, by law or custom?"))
    since = DateField(_l("Apart since"), of_birth=False)
    place = PlaceField(_l("Where they were parted"))
    cause = CodeField(_l("Why they were parted"), codes=SeparationCause)
    news = LongTextField(_l("Last news, and what else is known of them"), limit=1000, rows=2)
    sex = ask("sex", absent=False)
    birth = ask("birth", absent=False)
    birth_place = ask("birth-place", absent=False)
    last_residence = ask("last-residence", absent=False)
    father = ask("father", label=_l("Name of their father"), absent=False)
    mother = ask("mother", label=_l("Name of their mother"), absent=False)
    told_by = CodeField(_l("Who tells this, if not the person?"), codes=Source, only=_OTHERS)
    why = CodeField(_l("Why does it change?"), codes=Why, needed=True)

    def __init__(self, formdata: Any, others: Sequence[tuple[str, str]], data: Any = None) -> None:
        self._others = others
        super().__init__(formdata, data=data)

    def process(self, *args: Any, **named: Any) -> None:
        """Offer the other members before the answer is read."""
        self.to.choices = list(self._others)
        super().process(*args, **named)

    def without_reason(self) -> Self:
        """A tie that is new has nothing to change."""
        del self.why
        return self

    def validate_name(self, field: NameField) -> None:
        """One of the two must be there, and only one."""
        has_name, has_member = field.answer.value is not None, self.to.answer.value is not None
        if has_name == has_member:
            raise ValidationError(
                gettext("Choose somebody of this group, or write a name: one of the two.")
            )

    @property
    def relative(self) -> Relative:
        """The tie as the page tells it."""
        known: dict[str, Any] = {
            path: self._said(path.replace("-", "_")).answer.value for path in KNOWN
        }
        return Relative(
            to=str(self.to.answer.value or ""),
            name=self.name.answer.value,
            since=self.since.answer.value,
            place=self.place.answer.value,
            news=str(self.news.answer.value or ""),
            known={path: value for path, value in known.items() if value is not None},
            cares=self.cares.code,  # type: ignore[arg-type]
            responsible=self.responsible.code,  # type: ignore[arg-type]
            **{name: self._said(name).code for name in _CODED},
        )

    def _said(self, field: str) -> Any:
        return self[field]

    @property
    def source(self) -> Source:
        """Who tells it; the person, if nobody says otherwise."""
        code = self.told_by.answer.value
        return Source(str(code)) if code else Source.SELF


def as_answers(relative: Relative) -> dict[str, Answer]:
    """How a tie stands in the form."""
    known = {path.replace("-", "_"): Answer(value) for path, value in relative.known.items()}
    told: dict[str, Any] = {
        name: getattr(relative, name)
        for name in ("to", "name", "tie", "now", "nature", "cares", "responsible", "since",
                     "place", "cause", "news")
    }  # fmt: skip
    return {**{name: Answer(value) for name, value in told.items() if value}, **known}
