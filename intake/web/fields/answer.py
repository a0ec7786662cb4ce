"""What every field of our forms does: take an answer, or why there is none.

What was typed stays in `raw` and is shown again; `answer` holds what it means.
A part P of a field named N is posted as N__P; N__absent says why nothing was said.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from wtforms import Field, ValidationError
from wtforms.utils import unset_value

from intake.domain.codes import Absent
from intake.domain.name import clean_text
from intake.domain.statement import Json
from intake.errors import CountInvalid, DateInvalid, RuleBroken, ValueTooLong
from intake.i18n import Lazy, gettext
from intake.web import labels
from intake.web.sentences import sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """A value, or why there is none; both None when nothing was said yet."""

    value: Json = None
    absent: Absent | None = None

    @property
    def is_given(self) -> bool:
        """Whether anything was said; 0 and "no" are answers."""
        return self.value is not None or self.absent is not None


NOTHING = Answer()


class AskField(Field):
    """A question; `needed` asks for an answer or reason, `absent` offers reasons."""

    kind: ClassVar[str] = "text"
    parts: ClassVar[tuple[str, ...]] = ()
    several: ClassVar[bool] = False
    """Whether each part of the answer is a statement of its own."""
    about: str | Lazy = ""
    """What the question is about, where a page asks the same of several things."""
    answer: Answer
    raw: dict[str, str]

    def __init__(
        self,
        label: str | Lazy = "",
        *,
        question: str = "",
        hint: str | Lazy = "",
        needed: bool = False,
        absent: bool = False,
        **options: Any,
    ) -> None:
        self.question = question
        self.hint = hint
        self.needed = needed
        self.offers_absent = absent
        self.limit = int(options.pop("limit", 300))
        self.lang = str(options.pop("lang", ""))
        self.numeric = bool(options.pop("numeric", False))
        # WTForms only carries the label along, so a lazy one is shown in the page's language.
        super().__init__(cast("str", label), **options)

    @property
    def first_id(self) -> str:
        """The id of the control an error message leads to."""
        return self.id

    @property
    def absent_choices(self) -> list[tuple[str, Lazy]]:
        """The reasons why there is no answer, with their words."""
        return labels.options(Absent)

    def part_name(self, part: str) -> str:
        """The name under which a part is posted."""
        return f"{self.name}__{part}" if part != "text" else self.name

    def part_id(self, part: str) -> str:
        """The id of a part's control."""
        return f"{self.id}__{part}" if part != "text" else self.id

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Take what was posted, else what is known already."""
        self.process_errors: list[str] = []
        known = self.default if data is unset_value else data
        known = known if isinstance(known, Answer) else Answer(known)
        if formdata:
            self.raw = {part: self._posted(formdata, part) for part in self.all_parts()}
        else:
            self.raw = dict.fromkeys(self.all_parts(), "") | self.show(known)
            self.raw["absent"] = known.absent.value if known.absent else ""
        self.answer = self._read()
        self.data = self.answer.value

    def all_parts(self) -> Iterable[str]:
        """Every part that may be posted."""
        return (*(self.parts or ("text",)), "absent")

    def _posted(self, formdata: Any, part: str) -> str:
        return str(formdata.get(self.part_name(part), ""))

    def _read(self) -> Answer:
        try:
            value = self.read()
            reason = self.raw["absent"]
            absent = Absent(reason) if reason and self.offers_absent else None
        except RuleBroken as error:
            self.process_errors.append(sentence(error))
            return NOTHING
        except ValueError:
            self.process_errors.append(gettext("Choose one of the answers in the list."))
            return NOTHING
        if value is not None and absent is not None:
            self.process_errors.append(
                gettext("Keep the answer, or keep the reason why there is none.")
            )
        return Answer(value, absent)

    def read(self) -> Json:
        """The value in what was typed; None when nothing was; raises RuleBroken."""
        return self.cleaned("text") or None

    def show(self, known: Answer) -> dict[str, str]:
        """How a known answer stands in the controls."""
        return {"text": "" if known.value is None else str(known.value)}

    def cleaned(self, part: str) -> str:
        """A typed part in the one form that is kept, no longer than the limit."""
        text = clean_text(self.raw[part])
        if len(text) > self.limit:
            raise ValueTooLong(path=self.question, limit=self.limit, length=len(text))
        return text

    def pre_validate(self, form: Any) -> None:
        """Ask for an answer where one is needed."""
        if self.needed and not self.answer.is_given and not self.process_errors:
            raise ValidationError(self.missing_words())

    def missing_words(self) -> str:
        """What is said when a needed answer is missing."""
        label = f"{self.about} · {self.label.text}" if self.about else self.label.text
        if self.offers_absent:
            return gettext("Answer, or say why there is no answer: %(label)s", label=label)
        if self.kind == "choice":
            return gettext("Choose an answer: %(label)s", label=label)
        return gettext("Fill this in: %(label)s", label=label)


def whole(text: str, most: int) -> int | None:
    """Read a whole number in any digits; raises DateInvalid past `most` or for words."""
    digits = "".join(_digit(char) for char in text if not char.isspace())
    if not digits:
        return None
    if not digits.isascii() or not digits.isdigit() or len(digits) > len(str(most)):
        raise DateInvalid(part="number")
    number = int(digits)
    if number > most:
        raise DateInvalid(part="number")
    return number


def counted(text: str, most: int) -> int | None:
    """Read how many there are, in any digits; raises CountInvalid where it cannot be."""
    try:
        return whole(text, most)
    except DateInvalid:
        raise CountInvalid(most=most) from None


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)
