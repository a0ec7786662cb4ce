"""Fields for what has a name: people and places."""

from collections.abc import Iterable
from typing import Any

from wtforms.utils import unset_value

from intake.domain.name import NamePart, WrittenBy, make_name
from intake.domain.place import LINK, PlaceLink, place_link, place_text
from intake.domain.statement import Json
from intake.i18n import Lazy, language_name, territories
from intake.web import access, labels
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
    """A place as told, its country, and a place of a list beside it if chosen.

    `lookup_at` is set by a page that can be drawn anew with the places that fit; there
    they are also told while somebody types.
    """

    kind = "place"
    parts = ("text", "country", LINK)
    lookup_at = ""
    _known: Json = None

    @property
    def countries(self) -> list[tuple[str, str]]:
        """Countries in the language of the screen, in its order of letters."""
        return list(territories().items())

    @property
    def fitting(self) -> list[tuple[PlaceLink, str]]:
        """The places that fit what is typed, each with the listed name that fitted."""
        if not self.lookup_at or not self.raw["text"].strip():
            return []
        found = access.shelf().fitting(self.raw["text"], self.raw["country"])
        offered = [(one.link, one.by) for one in found]
        kept = self._kept()
        if kept is not None and kept.id not in {link.id for link, _ in offered}:
            offered.insert(0, (kept, kept.name))
        return offered

    @property
    def chosen(self) -> str:
        """The id of the place chosen, empty for "as said only"."""
        link = place_link(self.answer.value)
        return link.id if link else ""

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Keep what is known already: a link that stands is never made anew."""
        self._known = data.value if isinstance(data, Answer) else None
        super().process(formdata, data, extra_filters)

    def read(self) -> Json:
        """The stored shape of a place."""
        text, country = self.cleaned("text"), self.raw["country"]
        if country and country not in territories():
            raise ValueError(country)
        if not text and not country:
            return None
        place: dict[str, Json] = {"text": text, "country": country}
        link = self._link()
        return place | {LINK: link.to_json()} if link else place

    def _link(self) -> PlaceLink | None:
        """The place chosen, as long as it fits what was said."""
        wanted = self.raw[LINK]
        if not wanted or not self.raw["text"].strip():
            return None
        kept = self._kept()
        if kept is not None and kept.id == wanted:
            return kept
        return access.shelf().named(wanted, self.raw["text"], self.raw["country"])

    def _kept(self) -> PlaceLink | None:
        """The link that stands, if the words beside it are still the same."""
        is_same = place_text(self._known) == self.cleaned("text")
        return place_link(self._known) if is_same else None

    def show(self, known: Answer) -> dict[str, str]:
        """The words, the country and the chosen place."""
        if not isinstance(known.value, dict):
            return {}
        link = place_link(known.value)
        shown = {part: str(known.value.get(part) or "") for part in ("text", "country")}
        return shown | {LINK: link.id if link else ""}
