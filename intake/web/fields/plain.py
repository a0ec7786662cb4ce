"""Fields of one box: text, passphrase, number, count, tick."""

from typing import Any

from intake.domain.codes import YesNo
from intake.domain.ids import parse_number
from intake.domain.statement import Json
from intake.i18n import Lazy
from intake.web.fields.answer import Answer, AskField, counted


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
        return counted(self.cleaned("text"), self.most)


class CheckField(AskField):
    """A box to tick for something that is done, never for a question to a person."""

    kind = "check"

    def read(self) -> Json:
        """True when ticked, nothing otherwise."""
        return True if self.raw["text"] == YesNo.YES else None

    def show(self, known: Answer) -> dict[str, str]:
        """A tick."""
        return {"text": YesNo.YES.value if known.value is True else ""}
