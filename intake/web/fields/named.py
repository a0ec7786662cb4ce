"""Fields for what has a name: people and places."""

from collections.abc import Iterable
from typing import Any

from wtforms.utils import unset_value

from intake.domain.name import NameKind, NamePart, WrittenBy, make_name, name_parts
from intake.domain.place import LINK, PlaceLink, place_link, place_text
from intake.domain.statement import Json
from intake.errors import RuleBroken
from intake.i18n import Lazy, language_name, territories
from intake.web import access, labels
from intake.web.fields.answer import Answer, AskField

PART_ROWS = 7
"""So many parts a name may be told in; more stay in the whole name."""
NAME_ROWS = 6


class NameField(AskField):
    """A name in its own script.

    `pieces` adds a box for each such part, `parted` rows for parts in the order told.
    """

    kind = "name"

    def __init__(
        self,
        label: str | Lazy = "",
        *,
        pieces: tuple[str, ...] = (),
        languages: tuple[str, ...] = (),
        parted: bool = False,
        written_by: WrittenBy = WrittenBy.OFFICER,
        **options: Any,
    ) -> None:
        self.pieces = pieces
        self.languages = languages
        self.part_rows = range(PART_ROWS if parted else 0)
        self.written_by = written_by
        super().__init__(label, **options)

    def all_parts(self) -> Iterable[str]:
        """The whole name, its language, its pieces or rows, who wrote it by hand."""
        rows = [f"{row}_{column}" for row in self.part_rows for column in ("whose", "part")]
        return ("text", "lang", "hand", *self.pieces, *rows, "absent")

    def piece_label(self, piece: str) -> Lazy:
        """The word for a part of a name."""
        return labels.label(NamePart(piece))

    @property
    def whose_choices(self) -> list[tuple[str, Lazy]]:
        """Whose name a part may be."""
        return labels.options(NamePart)

    @property
    def has_parts(self) -> bool:
        """Whether any row of parts is filled, so that the rows stand open."""
        return any(self.raw[f"{row}_part"] for row in self.part_rows)

    @property
    def language_choices(self) -> list[tuple[str, str]]:
        """The languages a name may be in, in the language of the screen."""
        return [(tag, language_name(tag)) for tag in self.languages]

    def read(self) -> Json:
        """The stored shape of a name."""
        text = self.cleaned("text")
        pieces = [(kind, self.cleaned(kind)) for kind in self.pieces]
        pieces += [(self.raw[f"{n}_whose"], self.cleaned(f"{n}_part")) for n in self.part_rows]
        if not text and not any(piece for _, piece in pieces):
            return None
        by_hand = text and self.cleaned("hand") == text
        written_by = WrittenBy.PERSON if by_hand else self.written_by
        return make_name(text, self.raw["lang"] or self.lang, pieces, written_by)

    def show(self, known: Answer) -> dict[str, str]:
        """The whole name and its parts."""
        if not isinstance(known.value, dict):
            return {}
        value = known.value
        shown = {"text": str(value.get("text", "")), "lang": str(value.get("lang", ""))}
        if value.get("written_by") == WrittenBy.PERSON:
            shown["hand"] = shown["text"]
        for row, (whose, text) in enumerate(name_parts(value)):
            if whose in self.pieces:
                shown[whose.value] = text
            elif row in self.part_rows:
                shown |= {f"{row}_whose": whose.value, f"{row}_part": text}
        return shown


class OtherNamesField(AskField):
    """Further names, each with when or by whom it is used; one statement for each."""

    kind = "names"
    several = True
    rows = range(NAME_ROWS)

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Have two rows more than there are names."""
        held = data.value if isinstance(data, Answer) and isinstance(data.value, list) else []
        self.rows = range(max(NAME_ROWS, len(held) + 2))
        self.shown_rows = max(1, len(held))
        super().process(formdata, data, extra_filters)

    def all_parts(self) -> Iterable[str]:
        """Kind and name of every row."""
        parts = [part for row in self.rows for part in (self.kind_part(row), self.text_part(row))]
        return (*parts, "absent")

    def text_part(self, row: int) -> str:
        """The box for the name; that of the first row has the name of the field."""
        return f"{row}_text" if row else "text"

    def kind_part(self, row: int) -> str:
        """The list of kinds of a row."""
        return f"{row}_kind" if row else "kind"

    @property
    def kinds(self) -> list[tuple[str, Lazy]]:
        """When or by whom a name is used."""
        return labels.options(NameKind)

    @property
    def has_more(self) -> bool:
        """Whether a row beyond those in sight is filled."""
        return any(self.raw[self.text_part(row)] for row in self.rows[self.shown_rows :])

    def names(self) -> list[Json]:
        """The name of every row, None for an empty one."""
        return [self._name(row) for row in self.rows]

    def _name(self, row: int) -> Json:
        text = self.cleaned(self.text_part(row))
        return make_name(text, kind=self.raw[self.kind_part(row)]) if text else None

    def words(self) -> list[str]:
        """The names byte for byte as typed."""
        return [self.raw[self.text_part(row)] for row in self.rows]

    def read(self) -> Json:
        """The names there are."""
        return [name for name in self.names() if name is not None] or None

    def show(self, known: Answer) -> dict[str, str]:
        """Each name in its row."""
        names = known.value if isinstance(known.value, list) else []
        shown = {}
        for row, name in enumerate(name for name in names if isinstance(name, dict)):
            shown[self.text_part(row)] = str(name.get("text") or "")
            shown[self.kind_part(row)] = str(name.get("kind") or "")
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
        try:
            kept = self._kept()
            found = access.shelf().fitting(self.raw["text"], self.raw["country"])
        except RuleBroken:
            return []  # what is wrong with the words is told beside them
        offered = [(one.link, one.by) for one in found]
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
