"""Fields for languages in detail, and for who interprets."""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Any, ClassVar

from wtforms import ValidationError

from intake import i18n
from intake.domain.codes import InterpreterKind, LanguageRole, LanguageWish, Skill, YesNo
from intake.domain.language import interpreted_by, skills_of
from intake.domain.statement import Json
from intake.i18n import Lazy, gettext
from intake.i18n import lazy_gettext as _l
from intake.web import labels
from intake.web.fields import Answer, AskField
from intake.web.rows import RowsField
from intake.web.tongue_words import SIGNED, tongue

_DEGREES = ("speak", "understand", "read", "write")


class SkillsField(RowsField):
    """A row for each language: what it is to them, how well, and the way they call it."""

    columns = ("tag", "role", "wish", *_DEGREES, "dialect")
    heads: ClassVar[dict[str, Lazy]] = {
        "tag": _l("Language"),
        "role": _l("What it is to them"),
        "wish": _l("For talking, for reading"),
        "speak": _l("Speaks or signs"),
        "understand": _l("Understands"),
        "read": _l("Reads"),
        "write": _l("Writes"),
        "dialect": _l("Way of speaking, in their words"),
    }
    codes: ClassVar[dict[str, type[StrEnum]]] = {
        "role": LanguageRole,
        "wish": LanguageWish,
        **dict.fromkeys(_DEGREES, Skill),
    }

    def __init__(
        self, label: str | Lazy = "", *, languages: Iterable[str] = (), **options: Any
    ) -> None:
        self.languages = (*languages, SIGNED)
        self.ticked: tuple[str, ...] = ()
        super().__init__(label, **options)

    @property
    def lists(self) -> dict[str, list[str]]:
        """Names offered while typing; any other name may be written as well."""
        return {"tag": sorted((tongue(tag) for tag in self.languages), key=str.casefold)}

    def _checked(self, said: dict[str, Json]) -> dict[str, Json]:
        return {**super()._checked(said), "tag": self._tag_of(str(said["tag"]))}

    def _kept(self, row: int, said: dict[str, Json]) -> dict[str, Json]:
        return {}

    def _tag_of(self, words: str) -> str:
        return _named((*self.languages, *self.ticked)).get(words.casefold(), words)

    def read(self) -> Json:
        """The rows; one that only names a language ticked before says nothing new."""
        rows = [row for row in super().read() or () if isinstance(row, dict)]  # type: ignore[union-attr]
        told = [row for row in rows if _is_more(row) or row["tag"] not in self.ticked]
        return list(told) or None

    def show(self, known: Answer) -> dict[str, str]:
        """The rows again, languages by name."""
        boxes = super().show(known)
        return {
            box: tongue(words) if box.endswith("_tag") and words else words
            for box, words in boxes.items()
        }

    def pre_validate(self, form: Any) -> None:
        """A row without its language would be about nothing."""
        super().pre_validate(form)
        rows = self.answer.value if isinstance(self.answer.value, list) else []
        if len(skills_of(rows)) != len(rows):
            raise ValidationError(gettext("Write which language it is."))


def _is_more(row: dict[str, Json]) -> bool:
    return any(words for column, words in row.items() if column != "tag")


@lru_cache(maxsize=8)
def _named(tags: tuple[str, ...]) -> dict[str, str]:
    """Tags by their names in every language of the screen: a page may have been turned."""
    found: dict[str, str] = {}
    for language in i18n.offered():
        with i18n.use_locale(language.tag):
            found |= {tongue(tag).casefold(): tag for tag in tags}
    return found


class InterpreterField(AskField):
    """Who interprets: trained or not, by which code, here or from afar."""

    kind = "interpreter"
    parts = ("kind", "code", "remote")

    @property
    def first_id(self) -> str:
        """The first of the kinds."""
        return f"{self.part_id('kind')}-0"

    @property
    def kinds(self) -> list[tuple[str, Lazy]]:
        """Who may interpret."""
        return labels.options(InterpreterKind)

    def read(self) -> Json:
        """What was told; a code alone is that of somebody trained."""
        kind, code = self.raw["kind"], self.cleaned("code")
        if not kind and not code and not self.raw["remote"]:
            return None
        if kind == InterpreterKind.NONE_NEEDED:
            return {"kind": kind}
        told = {"kind": InterpreterKind(kind or InterpreterKind.TRAINED).value, "code": code}
        remote = YesNo.YES.value if self.raw["remote"] == YesNo.YES else ""
        return {part: words for part, words in (told | {"remote": remote}).items() if words}

    def show(self, known: Answer) -> dict[str, str]:
        """The boxes again."""
        told = known.value if isinstance(known.value, dict) else {}
        return {part: str(told.get(part) or "") for part in self.parts}

    @property
    def has_somebody(self) -> bool:
        """Whether words come through somebody."""
        return bool(interpreted_by(self.answer.value))
