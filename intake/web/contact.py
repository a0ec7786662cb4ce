"""The field for a safe way to reach somebody: written, never shown again."""

from typing import Any

from wtforms.utils import unset_value

from intake.domain.codes import ContactWay, YesNo
from intake.domain.statement import Json
from intake.i18n import Lazy
from intake.web import labels
from intake.web.fields import Answer, AskField

Choices = list[tuple[str, Lazy]]


class ContactField(AskField):
    """How, when, who else has the phone, which word to say, what if another answers."""

    kind = "contact"
    parts = ("way", "text", "time", "shared", "code_word", "other")
    is_recorded = False

    @property
    def first_id(self) -> str:
        """The list of ways."""
        return self.part_id("way")

    @property
    def ways(self) -> Choices:
        """How somebody can be reached."""
        return labels.options(ContactWay)

    @property
    def safe(self) -> Choices:
        """Whether it is safe if somebody else answers."""
        return labels.options(YesNo)

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Remember that there is an answer, not which."""
        self.is_recorded = isinstance(data, Answer) and data.value is not None
        super().process(formdata, data, extra_filters)

    def read(self) -> Json:
        """What was told, without the parts left empty."""
        for part, codes in (("way", ContactWay), ("other", YesNo)):
            if self.raw[part]:
                codes(self.raw[part])
        told: dict[str, Json] = {part: self.cleaned(part) for part in self.parts}
        said = {part: words for part, words in told.items() if words}
        return {"text": "", **said} if said else None

    def show(self, known: Answer) -> dict[str, str]:
        """Nothing: the boxes are empty again once it was saved."""
        return {}
