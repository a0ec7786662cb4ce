"""Who looks for whom: one page for a missing relative."""

from collections.abc import Sequence
from typing import Any

from intake.domain.codes import Kin
from intake.errors import ConsentMissing, IntakeError, NameMissing
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import ChoiceField, CodeField, LongTextField, TextField
from intake.web.forms import BaseForm

LAST_NEWS = "last-news"


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
    last_news = LongTextField(
        _l("Last news: when, where, with whom, how it was heard"), limit=2000, rows=3
    )
    must_not_know = TextField(
        _l("Who must not learn of this search?"),
        limit=300,
        hint=_l("Kept from everybody but tracing staff."),
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
        news = self.last_news.answer.value
        return {**known, LAST_NEWS: news} if news else known

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
