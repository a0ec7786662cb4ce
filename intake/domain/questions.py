"""The closed list of questions a record can answer: of whom, in which shape.

Forms, the read-back, contradictions, matching and the interview plan all speak of
these paths. Adding a question means adding a line here, a label in web/labels.py,
a form field, and a line in docs/data-dictionary.md (a test asks for all of them).
"""

from dataclasses import dataclass
from enum import StrEnum

from intake.domain.codes import (
    CareArrangement,
    Doubt,
    InterpreterSex,
    Level,
    MaritalStatus,
    PrivateMoment,
    Relationship,
    Sex,
    Tie,
    Translator,
    YesNo,
)


class Shape(StrEnum):
    """How a value of this question looks as JSON.

    name       {"text", "lang", "script", "parts": [{"type", "text"}], "written_by"}
    date       PartialDate.to_json(): {"edtf", "earliest", "latest", "precision", …}
    place      {"text", "country"}, and {"link": PlaceLink.to_json()} if a place was chosen
    code       a string of the question's `codes`
    text       a string
    languages  list of BCP 47 tags
    skills     list of {"tag", "role", "wish", "speak", "understand", "read", "write", "dialect"}
    interpreter  {"kind", "code", "remote"}: who interprets while a group is recorded
    documents  list of {"kind", "status", "number", "where"}, with more in detail
    taken      list of {"kind", "by"}: who took which kind of paper
    contact    {"text", "way", "time", "shared", "code_word", "other"}
    needs      list of {"code", "urgency", "status", "refer"}
    functioning  {"seeing": "some", …} a difficulty for each thing asked about
    stay       Stay.to_json(): {"role", "place", "from", "to", …}, or {} for a line taken out
    tally      {"f-0-4": 1, "m-18-59": 2, …} head-count by sex and age band
    count      a whole number
    relative   a tie, domain/relative.py: {"tie", "to" or "name", "now", …}
    """

    NAME = "name"
    DATE = "date"
    PLACE = "place"
    CODE = "code"
    TEXT = "text"
    LANGUAGES = "languages"
    SKILLS = "skills"
    INTERPRETER = "interpreter"
    DOCUMENTS = "documents"
    TAKEN = "taken"
    CONTACT = "contact"
    NEEDS = "needs"
    FUNCTIONING = "functioning"
    STAY = "stay"
    TALLY = "tally"
    COUNT = "count"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its shape, whose it is, and what registration asks of it.

    `needed` levels must ask it before a case is complete (an absent reason is an
    answer). `material` marks facts an identity decision speaks about. `limit` is
    the longest text in code points. `single` means two values contradict. An answer
    that is `write_only` is never shown again on the laptop that recorded it.
    """

    path: str
    shape: Shape
    of: str = "individual"
    codes: type[StrEnum] | None = None
    needed: tuple[Level, ...] = ()
    single: bool = True
    material: bool = False
    limit: int = 300
    write_only: bool = False


_FULL = (Level.FULL,)
TRANSLATION = "testimony-translation"
"""The testimony in another language, beside it and never in it; which one, nobody asks."""

QUESTIONS: dict[str, Question] = {
    q.path: q
    for q in (
        Question("name", Shape.NAME, needed=_FULL, material=True),
        Question("name.latin", Shape.NAME, single=False),
        Question("name.other", Shape.NAME, single=False),
        Question("sex", Shape.CODE, codes=Sex, needed=_FULL),
        Question("birth", Shape.DATE, needed=_FULL, material=True),
        Question("birth-place", Shape.PLACE, needed=_FULL, material=True),
        Question("nationality", Shape.TEXT, needed=_FULL, limit=100),
        Question("last-residence", Shape.PLACE, needed=_FULL, material=True),
        Question("habitual-residence", Shape.PLACE, single=False),
        Question("relationship", Shape.CODE, codes=Relationship, needed=_FULL),
        Question("father", Shape.NAME, material=True),
        Question("mother", Shape.NAME, material=True),
        Question("grandfather", Shape.NAME),
        Question("spouse", Shape.NAME),
        Question("marital-status", Shape.CODE, codes=MaritalStatus, single=False),
        Question("education", Shape.TEXT, single=False, limit=500),
        Question("occupation", Shape.TEXT, single=False, limit=500),
        Question("gender-self", Shape.TEXT, single=False, limit=200),
        Question("relative", Shape.RELATIVE, single=False),
        Question("languages", Shape.LANGUAGES, needed=_FULL, single=False),
        Question("language-skills", Shape.SKILLS, single=False),
        Question("interpreter-wanted", Shape.CODE, codes=YesNo, single=False),
        Question("interpreter-sex", Shape.CODE, codes=InterpreterSex, single=False),
        Question("place-stays", Shape.STAY, single=False),
        Question("documents", Shape.DOCUMENTS, single=False),
        Question("documents.taken-by", Shape.TAKEN, single=False, write_only=True),
        Question("testimony", Shape.TEXT, single=False, limit=100_000),
        Question(TRANSLATION, Shape.TEXT, single=False, limit=100_000),
        Question("testimony-translator", Shape.CODE, codes=Translator, single=False),
        Question("teach-back", Shape.TEXT, single=False, limit=1000),
        Question("private-moment", Shape.CODE, codes=PrivateMoment),
        Question("missing-relatives", Shape.CODE, codes=YesNo, needed=_FULL),
        Question("safe-contact", Shape.CONTACT, single=False, limit=500, write_only=True),
        Question("care-arrangement", Shape.TEXT, single=False, limit=500),
        Question("care-kind", Shape.CODE, codes=CareArrangement),
        Question("guardian", Shape.TEXT, single=False),
        Question("found-where", Shape.PLACE),
        Question("found-when", Shape.DATE),
        Question("found-by", Shape.TEXT, single=False),
        Question("brought-by", Shape.TEXT, single=False),
        Question("brought-tie", Shape.CODE, codes=Tie),
        Question("brought-contact", Shape.TEXT, single=False, write_only=True),
        Question("siblings-together", Shape.CODE, codes=YesNo),
        Question("last-saw-parents", Shape.TEXT, single=False, limit=1000),
        Question("belongings", Shape.TEXT, single=False, limit=1000),
        Question("words-and-songs", Shape.TEXT, single=False, limit=2000),
        Question("wish-tracing", Shape.CODE, codes=YesNo),
        Question("wish-with", Shape.TEXT, single=False),
        Question("wish-not-with", Shape.TEXT, single=False, write_only=True),
        Question("best-interests", Shape.DATE, single=False),
        Question("needs", Shape.NEEDS, single=False),
        Question("functioning", Shape.FUNCTIONING, single=False),
        Question("withheld-from", Shape.TEXT, single=False, limit=500, write_only=True),
        Question("specialist", Shape.CODE, codes=YesNo, single=False, write_only=True),
        Question("kept-as-said", Shape.CODE, codes=Doubt, single=False),
        Question("urgent.doctor", Shape.CODE, codes=YesNo, needed=_FULL, of="case"),
        Question("urgent.child-alone", Shape.CODE, codes=YesNo, needed=_FULL, of="case"),
        Question("urgent.shelter", Shape.CODE, codes=YesNo, needed=_FULL, of="case"),
        Question("urgent.afraid", Shape.CODE, codes=YesNo, needed=_FULL, of="case"),
        Question("urgent.alone", Shape.CODE, codes=YesNo, needed=_FULL, of="case"),
        Question("tally", Shape.TALLY, of="case", needed=(Level.QUICK,)),
        Question("size", Shape.COUNT, of="case"),
        Question("arrival", Shape.DATE, of="case"),
        Question("call-name", Shape.TEXT, of="case", limit=300),
        Question("origin", Shape.PLACE, of="case"),
        Question("interpreter", Shape.INTERPRETER, of="case", single=False),
    )
}

MATERIAL = tuple(q.path for q in QUESTIONS.values() if q.material)


def needed_for(level: Level, of: str) -> tuple[str, ...]:
    """The paths that `level` must ask of a "case" or an "individual"."""
    return tuple(q.path for q in QUESTIONS.values() if level in q.needed and q.of == of)
