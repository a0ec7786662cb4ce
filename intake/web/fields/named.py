"""Fields for what has a name: people and places."""

from collections.abc import Iterable
from typing import Any

from intake.domain.name import NamePart, WrittenBy, make_name
from intake.domain.statement import Json
from intake.i18n import Lazy, language_name, territories
from intake.web import labels
from intake.web.fields.answer import Answer, AskField


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
        return list(territories().items())

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
