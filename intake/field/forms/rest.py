"""What every page of questions ends with: one reason for all that was left empty."""

from typing import Any

from werkzeug.datastructures import MultiDict

from intake.domain.codes import Absent, Source
from intake.domain.place import LINK
from intake.domain.questions import QUESTIONS, Shape
from intake.domain.statement import Said
from intake.field.answers import known, shown, values
from intake.i18n import gettext
from intake.i18n import lazy_gettext as _l
from intake.web.fields import Answer, AskField, CodeField, OtherNamesField
from intake.web.forms import BaseForm

# Parts of a question that say nothing alone.
_WITHOUT_WORDS = ("absent", "calendar", "basis", LINK)
_SAID_IN_WORDS = (Shape.NAME, Shape.PLACE, Shape.TEXT)


class PageForm(BaseForm):
    """A page of questions about one subject, filled with what stands already."""

    rest = CodeField(
        _l("For everything left empty on this page:"),
        codes=Absent,
        only=(Absent.NOT_ASKED, Absent.UNKNOWN, Absent.DECLINED),
    )

    def __init__(
        self, formdata: "MultiDict[str, str] | None", *, said: tuple[Said, ...], **more: Any
    ) -> None:
        self.said = said
        self.sent = formdata or MultiDict()
        data = {name: self._standing(name, path) for name, path in self.paths().items()}
        super().__init__(self._without_old_reasons(formdata), data={**data, **more})

    def _standing(self, name: str, path: str) -> Answer:
        """What a field shows: one answer, or all of them where each is a statement."""
        if not getattr(type(self), name).field_class.several:
            return known(self.said, path)
        return Answer([s.value for s in values(self.said, path)] or None)

    @classmethod
    def paths(cls) -> dict[str, str]:
        """The questions on this page: field name to path."""
        found = {name: _path_of(cls, name) for name in dir(cls)}
        return {name: path for name, path in found.items() if path}

    def _without_old_reasons(
        self, formdata: "MultiDict[str, str] | None"
    ) -> "MultiDict[str, str] | None":
        """Drop a reason that stood before where the page now brings an answer.

        Without script nobody can take back a chosen radio, so the words win.
        """
        if not formdata:
            return formdata
        cleaned = MultiDict(formdata)
        for name, path in self.paths().items():
            before = known(self.said, path).absent
            sent = formdata.get(f"{name}__absent")
            if before is not None and sent == before and _has_words(formdata, name):
                del cleaned[f"{name}__absent"]
        return cleaned

    def asked(self) -> dict[str, AskField]:
        """The questions of the closed list on this page, by path."""
        return {f.question: f for f in self.questions() if f.question in QUESTIONS}

    def page_answers(self) -> dict[str, Answer]:
        """What was answered, by path."""
        asked = self.asked().items()
        return {path: f.answer for path, f in asked if f.answer.is_given and not f.several}

    def several(self) -> dict[str, OtherNamesField]:
        """The questions whose answers are a statement each, by path."""
        return {p: f for p, f in self.asked().items() if isinstance(f, OtherNamesField)}

    @property
    def reason(self) -> Absent | None:
        """The reason for everything left empty, if one was chosen."""
        code = self.rest.answer.value
        return Absent(str(code)) if code else None

    @property
    def source(self) -> Source:
        """Who tells this page; the person, if nobody says otherwise."""
        field: AskField | None = getattr(self, "told_by", None)
        code = field.answer.value if field is not None else None
        return Source(str(code)) if code else Source.SELF

    def emptied(self) -> set[str]:
        """Questions that had a value, whose boxes were sent empty and without a reason."""
        return {
            path
            for path, field in self.asked().items()
            if not field.answer.is_given and self._was_emptied(path, field)
        }

    def _with_empty_rows(self) -> set[str]:
        """Questions of several answers that lost one of them."""
        return {
            path
            for path, field in self.several().items()
            if field.answer.is_given
            and any(name is None for name in field.names()[: len(values(self.said, path))])
        }

    def _was_emptied(self, path: str, field: AskField) -> bool:
        if QUESTIONS[path].write_only:
            return False  # its boxes are always empty: nobody reads it again here
        before = shown(self.said, path)
        boxes = [field.part_name(p) for p in field.all_parts() if p not in _WITHOUT_WORDS]
        sent = any(box in self.sent for box in boxes)
        return sent and before is not None and before.value is not None

    def verbatim(self) -> dict[str, str]:
        """The words as typed, for what is said in words."""
        return {
            path: f.raw["text"]
            for path, f in self.asked().items()
            if QUESTIONS[path].shape in _SAID_IN_WORDS and _keeps_words(path, f)
        }

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for a reason where a recorded answer was taken out."""
        fine = bool(super().validate(extra_validators))
        emptied = self.emptied() | self._with_empty_rows() if self.reason is None else set()
        for path in emptied:
            field = self.asked()[path]
            if field.errors:
                continue  # what it says already is told once
            words = gettext(
                "%(question)s: recorded before and now empty. Choose a reason beside it, "
                "or write it again.",
                question=field.label.text,
            )
            field.errors = [*field.errors, words]
        return fine and not emptied


def _has_words(formdata: "MultiDict[str, str]", field: str) -> bool:
    return any(
        value.strip()
        for name, value in formdata.items(multi=True)
        if (name == field or name.startswith(field + "__"))
        and not name.endswith(tuple(f"__{part}" for part in _WITHOUT_WORDS))
    )


def _path_of(form: type[PageForm], name: str) -> str:
    field = getattr(form, name, None)
    options = getattr(field, "kwargs", None)
    return str(options.get("question", "")) if isinstance(options, dict) else ""


def _keeps_words(path: str, field: AskField) -> bool:
    if "text" not in field.raw or not field.raw["text"]:
        return False
    return QUESTIONS[path].shape is not Shape.TEXT or field.raw["text"] != field.answer.value
