"""Who looks for whom: one page for a missing relative."""

from collections.abc import Sequence
from typing import Any

from intake.domain.codes import Kin, SeparationCause
from intake.domain.tracing import LAST_NEWS, OF_A_SEARCH
from intake.errors import ConsentMissing, IntakeError, NameMissing
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.compound import DateField, ask
from intake.web.fields import ChoiceField, CodeField, LongTextField, PlaceField, TextField
from intake.web.forms import BaseForm

_WORDS = {word: word.replace("-", "_") for word in OF_A_SEARCH}
_FOLDED = ("name_other", "grandfather", *(f for w, f in _WORDS.items() if w != LAST_NEWS))


class TracingForm(BaseForm):
    """What the one who asks knows of the one who is missing; little is enough."""

    asker = ChoiceField(_l("Who asks for the search?"), needed=True)
    kin = CodeField(_l("Who is the missing relative to this person?"), codes=Kin, needed=True)
    name = ask("name", label=_l("Name of the missing relative"), absent=False)
    sex = ask("sex", absent=False)
    birth = ask("birth", absent=False)
    birth_place = ask("birth-place", absent=False)
    last_residence = ask("last-residence", label=_l("Where they lived last"), absent=False)
    father = ask("father", label=_l("Name of the missing relative's father"), absent=False)
    mother = ask("mother", label=_l("Name of the missing relative's mother"), absent=False)
    last_news = LongTextField(_l("Last news, and how it was heard"), limit=2000, rows=3)
    must_not_know = TextField(
        _l("Who must not learn of this search?"),
        limit=300,
        hint=_l("Kept from everybody but tracing staff."),
    )
    name_other = ask("name.other", absent=False, several=True)
    grandfather = ask("grandfather", absent=False)
    seen_when = DateField(_l("When they were last seen"), of_birth=False)
    seen_where = PlaceField(_l("Where they were last seen"))
    seen_with = TextField(_l("Who was with them then"), limit=300)
    parted_by = CodeField(_l("Why they were parted"), codes=SeparationCause)
    parted_how = LongTextField(_l("How they were parted"), limit=2000, rows=2)
    may_be = LongTextField(_l("Where they may have gone"), limit=1000, rows=2)
    may_know = LongTextField(
        _l("Other relatives who may be with them, or know of them"), limit=1000, rows=2
    )

    def __init__(self, formdata: Any, members: Sequence[tuple[str, str]], data: Any = None) -> None:
        self._members = members
        super().__init__(formdata, data=data)

    def process(self, *args: Any, **named: Any) -> None:
        """Offer the members before the answer is read."""
        self.asker.choices = list(self._members)
        super().process(*args, **named)

    def sought(self) -> dict[str, Any]:
        """What is known of the missing relative, by question."""
        known = {
            f.question: f.answer.value
            for f in self.questions()
            if f.question and f.answer.value is not None
        }
        told = {word: self._said(field).answer.value for word, field in _WORDS.items()}
        return {**known, **{word: value for word, value in told.items() if value is not None}}

    @property
    def has_more(self) -> bool:
        """Whether anything of what may help is told or wrong, so that it stands open."""
        fields = (self._said(name) for name in _FOLDED)
        return any(f.answer.is_given or f.errors or f.process_errors for f in fields)

    def _said(self, field: str) -> Any:
        return self[field]

    def refuse(self, error: IntakeError) -> None:
        """Put a refusal beside the field it is about."""
        if isinstance(error, ConsentMissing):
            words = gettext(
                "This person has not agreed to a search. Ask them first, on the page of what "
                "they agree to."
            )
            self.asker.errors = [*self.asker.errors, words]
        elif isinstance(error, NameMissing):
            words = gettext("Write one thing to call the missing relative.")
            self.name.errors = [*self.name.errors, words]
        else:
            super().refuse(error)
