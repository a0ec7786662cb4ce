"""The list from which the person's language is chosen."""

from typing import Any

from intake.web import spoken
from intake.web.fields import ChoiceField


class SpokenField(ChoiceField):
    """The language in which somebody is spoken to; the screen keeps its own."""

    def __init__(self, label: Any = "", **options: Any) -> None:
        super().__init__(label, **{"choices": spoken.choices(), "radios_up_to": 0, **options})
