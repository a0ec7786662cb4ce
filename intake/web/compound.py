"""Fields of several boxes: dates, languages, head-counts; and `ask`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from wtforms.utils import unset_value

from intake.domain.codes import Basis, Calendar, YesNo
from intake.domain.partial_date import (
    PLAIN_BASES,
    PartialDate,
    from_age,
    from_event,
    from_json,
    from_parts,
    parse_age,
    plain_basis,
)
from intake.domain.questions import QUESTIONS, Shape
from intake.domain.statement import Json
from intake.errors import DateInvalid
from intake.i18n import Lazy, language_name
from intake.web import access, labels
from intake.web.contact import ContactField
from intake.web.fields import (
    NOTHING,
    Answer,
    AskField,
    CodeField,
    CountField,
    LongTextField,
    NameField,
    OtherNamesField,
    PlaceField,
    TextField,
    YesNoField,
    counted,
    whole,
)
from intake.web.rows import DocumentsField, FunctioningField, NeedsField, TakenField
from intake.web.tongues import InterpreterField, SkillsField

_MOST_YEAR = 9999
_OLDEST_YEARS = 125
# UNHCR's age bands for head-counts.
BANDS = ("0-4", "5-11", "12-17", "18-59", "60")
SEXES = ("f", "m")
# Beyond this a text gets a box of many lines.
_LONG = 400
_DAY_PARTS = ("day", "month", "year")
_AGE_PARTS = ("age", "age_to")
_EVENT_PARTS = ("event", "event_from", "event_to")


_SAYING = (*_DAY_PARTS, *_AGE_PARTS, "about", *_EVENT_PARTS, "basis")


class DateField(AskField):
    """A date, an age or an event: whichever boxes are filled say how much is known."""

    kind = "date"
    parts: ClassVar[tuple[str, ...]] = (
        *_DAY_PARTS,
        "calendar",
        *_AGE_PARTS,
        "about",
        *_EVENT_PARTS,
        "basis",
    )

    def __init__(self, label: str | Lazy = "", *, of_birth: bool = True, **options: Any) -> None:
        self.of_birth = of_birth
        super().__init__(label, **options)

    @property
    def first_id(self) -> str:
        """The box for the day."""
        return self.part_id("day")

    @property
    def calendars(self) -> list[tuple[str, Lazy]]:
        """The calendars a date may be said in."""
        return labels.options(Calendar)

    @property
    def bases(self) -> list[tuple[str, Lazy]]:
        """How a date may be known, where it is not plain from how it was said."""
        return [(code, word) for code, word in labels.options(Basis) if code not in PLAIN_BASES]

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:
        """Remember what stands, so that boxes nobody touched keep all they stand for."""
        self._known = data if isinstance(data, Answer) else NOTHING
        self._boxes = self.show(self._known)
        super().process(formdata, data, extra_filters)

    def read(self) -> Json:
        """The stored shape of a date; raises DateInvalid for two kinds at once."""
        if self._boxes and self._is_untouched():
            return self._known.value
        filled = [
            kind
            for kind in (_DAY_PARTS, _AGE_PARTS, _EVENT_PARTS)
            if any(self.cleaned(part) for part in kind)
        ]
        if not filled:
            return None
        if len(filled) > 1:
            raise DateInvalid(part="two-kinds")
        read = {_DAY_PARTS: self._from_day, _AGE_PARTS: self._from_age}
        told = read.get(filled[0], self._from_event)()
        return replace(told, basis=self._basis(told)).to_json()

    def _is_untouched(self) -> bool:
        """Whether the boxes stand as they were shown: then nothing was said anew."""
        same = all(self.raw[part] == self._boxes.get(part, "") for part in _SAYING)
        shown = self._boxes.get("calendar") or self.raw["calendar"]
        return same and self.raw["calendar"] in ("", shown)

    def _basis(self, told: PartialDate) -> Basis:
        """How it is known: as chosen, else as it was said."""
        return Basis(self.raw["basis"]) if self.raw["basis"] else plain_basis(told)

    def _from_day(self) -> PartialDate:
        day, month, year = (whole(self.cleaned(part), _MOST_YEAR) for part in _DAY_PARTS)
        return from_parts(day, month, year, _calendar(self.raw["calendar"]), on=_today())

    def _from_age(self) -> PartialDate:
        lowest, highest, about = parse_age(self.cleaned("age"))
        if self.cleaned("age_to"):
            highest = whole(self.cleaned("age_to"), _OLDEST_YEARS) or 0
        about = about or self.raw["about"] == YesNo.YES
        return from_age(lowest, highest, _today(), about=about)

    def _from_event(self) -> PartialDate:
        today = _today()
        first = whole(self.cleaned("event_from"), _MOST_YEAR)
        last = whole(self.cleaned("event_to"), _MOST_YEAR)
        if first is None and last is None:
            first, last = today.year - _OLDEST_YEARS + 1, today.year
        earliest, latest = (first or last or 0), (last or first or 0)
        return from_event(self.cleaned("event"), earliest, latest, on=today)

    def show(self, known: Answer) -> dict[str, str]:
        """The boxes that said it."""
        if known.value is None:
            return {}
        told = from_json(known.value)
        is_plain = told.basis is None or told.basis in PLAIN_BASES
        return self._said(told) | {"basis": "" if is_plain else str(told.basis)}

    def _said(self, told: PartialDate) -> dict[str, str]:
        if told.as_of is not None:
            lowest, highest, about = parse_age(told.verbatim)
            upper = "" if highest == lowest else str(highest)
            about_said = YesNo.YES.value if about else ""
            return {"age": str(lowest), "age_to": upper, "about": about_said}
        year, month, day = told.said_parts()
        if year is None:
            years = (str(told.earliest.year), str(told.latest.year))
            return dict(zip(_EVENT_PARTS, (told.verbatim, *years), strict=True))
        boxes = zip(_DAY_PARTS, (day, month, year), strict=True)
        shown = {part: "" if value is None else str(value) for part, value in boxes}
        return shown | {"calendar": told.calendar.value}


class DayField(DateField):
    """A date of a thing, as far as it is known: no age, no event of a life."""

    kind = "day"
    parts = (*_DAY_PARTS, "calendar")

    def read(self) -> Json:
        """The stored shape of a date."""
        return self._from_day().to_json() if any(map(self.cleaned, _DAY_PARTS)) else None

    def show(self, known: Answer) -> dict[str, str]:
        """The boxes that said it."""
        return {part: text for part, text in super().show(known).items() if part in self.parts}


class WhenField(DayField):
    """When something began or ended: a year is enough, and it may lie ahead."""

    def read(self) -> Json:
        """The stored shape of a date."""
        if not any(map(self.cleaned, _DAY_PARTS)):
            return None
        day, month, year = (whole(self.cleaned(part), _MOST_YEAR) for part in _DAY_PARTS)
        return from_parts(day, month, year, _calendar(self.raw["calendar"])).to_json()


class LanguagesField(AskField):
    """Languages by tick boxes, and others by their names or tags in one box."""

    kind = "languages"
    parts = ("tags", "others")

    def __init__(
        self, label: str | Lazy = "", *, languages: Iterable[str] = (), **options: Any
    ) -> None:
        self.languages = tuple(languages)
        super().__init__(label, **options)

    @property
    def first_id(self) -> str:
        """The first tick box, or the box for others."""
        return f"{self.id}-0" if self.languages else self.part_id("others")

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The offered languages in the language of the screen."""
        return [(tag, language_name(tag)) for tag in self.languages]

    @property
    def ticked(self) -> set[str]:
        """What is ticked now."""
        return set(self.raw["tags"].split())

    def _posted(self, formdata: Any, part: str) -> str:
        if part == "tags":
            return " ".join(formdata.getlist(self.part_name(part)))
        return super()._posted(formdata, part)

    def read(self) -> Json:
        """Tags in the order offered, then the others as typed."""
        unknown = self.ticked - set(self.languages)
        if unknown:
            raise ValueError(len(unknown))
        others = [word.strip() for word in self.cleaned("others").replace("،", ",").split(",")]
        chosen: list[Json] = [tag for tag in self.languages if tag in self.ticked]
        chosen += [word for word in others if word]
        return chosen or None

    def show(self, known: Answer) -> dict[str, str]:
        """Ticks and the rest."""
        tags = known.value if isinstance(known.value, list) else []
        ticked = [str(tag) for tag in tags if tag in self.languages]
        others = [str(tag) for tag in tags if tag not in self.languages]
        return {"tags": " ".join(ticked), "others": ", ".join(others)}


class TallyField(AskField):
    """How many women, men, girls and boys: a small table of numbers by age."""

    kind = "tally"
    bands = BANDS
    sexes = SEXES
    parts = tuple(f"{sex}-{band}" for band in BANDS for sex in SEXES)

    @property
    def first_id(self) -> str:
        """The first box of the table."""
        return self.part_id(self.parts[0])

    def read(self) -> Json:
        """The boxes that hold a number; an empty box is not a zero."""
        numbers = {part: counted(self.cleaned(part), 999) for part in self.parts}
        told: dict[str, Json] = {part: n for part, n in numbers.items() if n is not None}
        return told or None

    def show(self, known: Answer) -> dict[str, str]:
        """The numbers again."""
        told = known.value if isinstance(known.value, dict) else {}
        return {part: str(told[part]) for part in self.parts if told.get(part) is not None}


_FIELDS: dict[Shape, type[AskField]] = {
    Shape.NAME: NameField,
    Shape.DATE: DateField,
    Shape.PLACE: PlaceField,
    Shape.TEXT: TextField,
    Shape.LANGUAGES: LanguagesField,
    Shape.SKILLS: SkillsField,
    Shape.INTERPRETER: InterpreterField,
    Shape.DOCUMENTS: DocumentsField,
    Shape.TAKEN: TakenField,
    Shape.CONTACT: ContactField,
    Shape.NEEDS: NeedsField,
    Shape.FUNCTIONING: FunctioningField,
    Shape.TALLY: TallyField,
    Shape.COUNT: CountField,
}


def ask(path: str, **options: Any) -> Any:
    """The field for a question of the closed list, with its label, codes and limit."""
    told = QUESTIONS[path]
    given = {
        "label": labels.question(path),
        "question": path,
        "limit": told.limit,
        "absent": True,
        **options,
    }
    if given.pop("several", False):
        return OtherNamesField(**given)
    if told.codes is YesNo:
        return YesNoField(**given)
    if told.codes is not None:
        return CodeField(codes=told.codes, **given)
    if told.shape is Shape.TEXT and told.limit > _LONG:
        return LongTextField(**given)
    return _FIELDS[told.shape](**given)


def _calendar(code: str) -> Calendar:
    return Calendar(code or Calendar.GREGORIAN)


def _today() -> date:
    return access.now().date()
