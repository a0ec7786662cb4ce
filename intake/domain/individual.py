"""An individual as a view, folded from statements, contradictions side by side."""

from dataclasses import dataclass

from intake.domain.codes import Absent
from intake.domain.contradiction import contradictions
from intake.domain.statement import Json, Said, current


@dataclass(frozen=True, slots=True)
class Individual:
    """One member of a registration group and everything said about them.

    `position` is the place in the group as recorded, from 1. `others` is what relatives,
    vouchers or linked records say of the person, where a page asks for it; it is no part of
    the profile and only ever a question.
    """

    id: str
    case: str
    number: str
    position: int
    said: tuple[Said, ...] = ()
    others: tuple[Said, ...] = ()

    def current(self, path: str) -> list[Said]:
        """Standing statements about `path`, oldest first; more than one may disagree."""
        return [s for s in current(list(self.said)) if s.statement.path == path]

    def answer(self, path: str) -> Said | None:
        """The newest standing statement about `path`, a value before an absent reason."""
        standing = self.current(path)
        valued = [s for s in standing if s.statement.value is not None]
        return (valued or standing or [None])[-1]  # type: ignore[list-item]

    def value(self, path: str) -> Json:
        """The newest standing value of `path`, or None."""
        said = self.answer(path)
        return said.statement.value if said else None

    def absent(self, path: str) -> Absent | None:
        """Why `path` has no value, if it was answered without one."""
        said = self.answer(path)
        return said.statement.absent if said else None

    def text(self, path: str) -> str:
        """The words of a name, place, text or code question; empty if there are none."""
        value = self.value(path)
        if isinstance(value, dict):
            value = value.get("text") or value.get("verbatim") or value.get("edtf")
        return value if isinstance(value, str) else ""

    def was_asked(self, path: str) -> bool:
        """Whether `path` has any answer; "does not know" is one."""
        return self.answer(path) is not None

    def contradictions(self) -> dict[str, list[Said]]:
        """Questions with several standing values that differ, by path."""
        return contradictions(list(self.said))

    def history(self, path: str) -> list[Said]:
        """Every statement about `path` ever made, replaced ones too, oldest first."""
        return sorted((s for s in self.said if s.statement.path == path), key=lambda s: s.hlc)
