"""Fields that choose one answer of a few."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from intake.domain.codes import YesNo
from intake.domain.statement import Json
from intake.i18n import Lazy
from intake.web import labels
from intake.web.fields.answer import AskField


class ChoiceField(AskField):
    """One of a few answers; radios up to `radios_up_to`, beyond that a list."""

    kind = "choice"

    def __init__(
        self,
        label: str | Lazy = "",
        *,
        choices: Iterable[tuple[str, str | Lazy]] = (),
        radios_up_to: int = 6,
        **options: Any,
    ) -> None:
        self.choices = list(choices)
        self.radios_up_to = radios_up_to
        super().__init__(label, **options)

    @property
    def as_radios(self) -> bool:
        """Whether the answers all stand on the page."""
        return len(self.choices) <= self.radios_up_to

    @property
    def first_id(self) -> str:
        """The first radio, or the list."""
        return f"{self.id}-0" if self.as_radios else self.id

    def read(self) -> Json:
        """The code chosen; one that was not offered is refused."""
        code = self.raw["text"]
        if code and code not in [value for value, _ in self.choices]:
            raise ValueError(code)
        return code or None


class CodeField(ChoiceField):
    """One code of a closed list, with the words of labels.py; `only` leaves some out."""

    def __init__(
        self,
        label: str | Lazy = "",
        *,
        codes: type[StrEnum],
        only: Iterable[StrEnum] | None = None,
        **options: Any,
    ) -> None:
        self.codes = codes
        offered = list(codes) if only is None else list(only)
        choices = [(code.value, labels.label(code)) for code in offered]
        super().__init__(label, **{"choices": choices, **options})

    @property
    def code(self) -> StrEnum | None:
        """The chosen member of the list."""
        return None if self.answer.value is None else self.codes(str(self.answer.value))


class YesNoField(CodeField):
    """Yes or no, nothing chosen beforehand; the third state is a reason or silence."""

    def __init__(self, label: str | Lazy = "", **options: Any) -> None:
        super().__init__(label, **{"codes": YesNo, **options})

    @property
    def is_yes(self) -> bool:
        """Whether the answer is yes; "no" and silence are not."""
        return self.answer.value == YesNo.YES


class PeopleField(ChoiceField):
    """Some of the members of a group, each with a box to tick."""

    @property
    def first_id(self) -> str:
        """The first box."""
        return f"{self.id}-0"

    @property
    def ticked(self) -> set[str]:
        """Who is ticked now."""
        return set(self.raw["text"].split())

    def _posted(self, formdata: Any, part: str) -> str:
        return " ".join(formdata.getlist(self.part_name(part)))

    def read(self) -> Json:
        """The ids of those ticked, in the order offered."""
        offered = [person for person, _ in self.choices]
        if self.ticked - set(offered):
            raise ValueError(len(self.ticked))
        return [person for person in offered if person in self.ticked] or None
