"""The fields of our forms: each takes an answer, or the reason why there is none.

What was typed stays in `raw` and is shown again; `answer` holds what it means.
A part P of a field named N is posted as N__P; N__absent says why nothing was said.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, cast

from wtforms import Field, ValidationError
from wtforms.utils import unset_value

from intake.domain.codes import Absent, YesNo
from intake.domain.ids import parse_number
from intake.domain.name import NamePart, WrittenBy, clean_text, make_name
from intake.domain.statement import Json
from intake.errors import DateInvalid, RuleBroken, ValueTooLong
from intake.i18n import Lazy, gettext, language_name, territories
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
    """A question on a page. `needed` asks for an answer or a reason; `absent` offers reasons."""

    kind: ClassVar[str] = "text"
    parts: ClassVar[tuple[str, ...]] = ()
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
        if self.offers_absent:
            return gettext("%(label)s: answer, or say why there is none.", label=self.label.text)
        return gettext("%(label)s: fill this in.", label=self.label.text)


class TextField(AskField):
    """One line of text. `lang` of the text and `numeric` for the key pad may be given."""


class LongTextField(AskField):
    """A text of many lines, such as a testimony."""

    kind = "long"

    def __init__(self, label: str | Lazy = "", *, rows: int = 6, **options: Any) -> None:
        self.rows = rows
        super().__init__(label, **options)


class PassphraseField(AskField):
    """A passphrase: never shown again, never cleaned."""

    kind = "passphrase"

    def read(self) -> Json:
        """The passphrase as typed."""
        return self.raw["text"] or None

    def cleaned(self, part: str) -> str:
        """The passphrase as typed; where it is used it is normalised."""
        return self.raw[part]


class NumberField(AskField):
    """A case or individual number, typed or scanned; the check character is checked."""

    def read(self) -> Json:
        """The number in its one form."""
        text = self.cleaned("text")
        return parse_number(text) if text else None


class CountField(AskField):
    """A whole number from 0; Arabic-Indic and Persian digits count as digits."""

    def __init__(self, label: str | Lazy = "", *, most: int = 999, **options: Any) -> None:
        self.most = most
        super().__init__(label, **{"numeric": True, **options})

    def read(self) -> Json:
        """The number, or None when the box is empty."""
        return whole(self.cleaned("text"), self.most)


class NameField(AskField):
    """A name in its own script; `pieces` adds boxes for parts such as "given"."""

    kind = "name"

    def __init__(
        self,
        label: str | Lazy = "",
        *,
        pieces: tuple[str, ...] = (),
        languages: tuple[str, ...] = (),
        written_by: WrittenBy = WrittenBy.OFFICER,
        **options: Any,
    ) -> None:
        self.pieces = pieces
        self.languages = languages
        self.written_by = written_by
        super().__init__(label, **options)

    def all_parts(self) -> Iterable[str]:
        """The whole name, its language, its pieces."""
        return ("text", "lang", *self.pieces, "absent")

    def piece_label(self, piece: str) -> Lazy:
        """The word for a part of a name."""
        return labels.label(NamePart(piece))

    @property
    def language_choices(self) -> list[tuple[str, str]]:
        """The languages a name may be in, in the language of the screen."""
        return [(tag, language_name(tag)) for tag in self.languages]

    def read(self) -> Json:
        """The stored shape of a name."""
        text = self.cleaned("text")
        pieces = [(kind, self.cleaned(kind)) for kind in self.pieces]
        if not text and not any(piece for _, piece in pieces):
            return None
        return make_name(text, self.raw["lang"] or self.lang, pieces, self.written_by)

    def show(self, known: Answer) -> dict[str, str]:
        """The whole name and its parts."""
        if not isinstance(known.value, dict):
            return {}
        shown = {"text": str(known.value.get("text", "")), "lang": str(known.value.get("lang", ""))}
        parts = known.value.get("parts")
        for part in parts if isinstance(parts, list) else []:
            if isinstance(part, dict) and part.get("type") in self.pieces:
                shown[str(part["type"])] = str(part.get("text", ""))
        return shown


class PlaceField(AskField):
    """A place as told, and its country if it is known."""

    kind = "place"
    parts = ("text", "country")

    @property
    def countries(self) -> list[tuple[str, str]]:
        """Countries in the language of the screen, in its order of letters."""
        return sorted(territories().items(), key=lambda pair: pair[1].casefold())

    def read(self) -> Json:
        """The stored shape of a place."""
        text, country = self.cleaned("text"), self.raw["country"]
        if country and country not in territories():
            raise ValueError(country)
        return {"text": text, "country": country} if text or country else None

    def show(self, known: Answer) -> dict[str, str]:
        """The words and the country."""
        if not isinstance(known.value, dict):
            return {}
        return {part: str(known.value.get(part) or "") for part in self.parts}


class ChoiceField(AskField):
    """One of a few answers; radios up to `radios_up_to`, a list beyond. `choices` may change."""

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


class CheckField(AskField):
    """A box to tick for something that is done, never for a question to a person."""

    kind = "check"

    def read(self) -> Json:
        """True when ticked, nothing otherwise."""
        return True if self.raw["text"] == YesNo.YES else None

    def show(self, known: Answer) -> dict[str, str]:
        """A tick."""
        return {"text": YesNo.YES.value if known.value is True else ""}


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


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)
