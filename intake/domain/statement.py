"""The statement: a value, who said it, in which language, how sure.

Never a cell to overwrite.


Everything known of a person without papers is a statement. Two statements that
disagree both stand; a later one takes the place only of those it names in `saw`.
"""

from dataclasses import dataclass

from intake.domain.codes import Absent, Certainty, Source, Why
from intake.domain.need import refuse_unlisted
from intake.errors import RuleBroken

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class StatementMalformed(RuleBroken):
    """A statement needs exactly one of value and absent reason (V-01)."""

    code = "statement-malformed"


@dataclass(frozen=True, slots=True)
class Statement:
    """What one speaker said about one question of one subject.

    `subject` is an individual's or a case's id, `path` a key of questions.QUESTIONS.
    `value` has the shape that question names; `absent` says why there is none.
    `said_in` is a BCP 47 tag of the language and, where it matters, the script.
    `verbatim` keeps the words byte for byte. `saw` names the statements replaced.
    """

    id: str
    subject: str
    path: str
    value: Json = None
    absent: Absent | None = None
    source: Source = Source.SELF
    source_ref: str = ""
    said_in: str = ""
    interpreter: str = ""
    certainty: Certainty = Certainty.NOT_STATED
    verbatim: str = ""
    saw: tuple[str, ...] = ()
    why: Why | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.absent is None):
            raise StatementMalformed(path=self.path)
        if bool(self.saw) != (self.why is not None):
            raise StatementMalformed(path=self.path)
        if self.path == "needs":
            refuse_unlisted(self.value)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with where and when it was recorded: what a profile is folded from.

    `by` is the officer or user, `device` the chain, `at` the wall clock (ISO 8601, UTC),
    `hlc` the hybrid logical clock that orders statements of several devices.
    """

    statement: Statement
    by: str
    device: str
    at: str
    hlc: str


def current(said: list[Said]) -> list[Said]:
    """Leave out what a later statement named as replaced; keep order by clock.

    Concurrent corrections of one statement both stay: that is a question for
    the interview, not for software.
    """
    replaced = {old for s in said for old in s.statement.saw}
    return sorted((s for s in said if s.statement.id not in replaced), key=lambda s: s.hlc)
