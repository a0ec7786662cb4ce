"""The record as whole sentences to be said aloud, one person at a time (V-22)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake import i18n
from intake.domain.case import Case
from intake.domain.codes import Absent, ConsentAnswer
from intake.domain.consent import MAIN, Consent, lines, newest
from intake.domain.individual import Individual
from intake.domain.relative import RELATIVE
from intake.domain.statement import Said
from intake.domain.stay import PATH as STAYS
from intake.domain.stay import stays
from intake.field import relating
from intake.field.answers import known
from intake.field.pages import ASKED_ON, ASKED_ON_MORE, URGENT
from intake.i18n import Lazy
from intake.i18n import lazy_pgettext as _p
from intake.web import labels, notices, spoken
from intake.web.wording import in_words

QUIET = frozenset(
    {
        "safe-contact",
        "specialist",
        "documents.taken-by",
        "urgent.afraid",
        "private-moment",
        "needs",
        "functioning",
        "gender-self",
    }
)
"""What must not be said where others hear it; the read-back of the worker shows it."""

TOLD_ALREADY = frozenset({"testimony-translation", "testimony-translator"})
"""What the person hears in their own words; the read-back of the worker shows it."""

SHARING = "sharing"
"""Where a line about one recipient is corrected."""

SILENT: dict[Absent, Lazy] = {
    Absent.UNKNOWN: _p("read-back", "You said that you do not know."),
    Absent.DECLINED: _p("read-back", "You preferred not to say. That is fine."),
    Absent.NOT_ASKED: _p("read-back", "We have not asked this yet."),
    Absent.LATER: _p("read-back", "You will tell us later."),
}
YOU_SAID = _p("read-back", "You said: %(answer)s.")
AGREED: dict[ConsentAnswer, Lazy] = {
    ConsentAnswer.YES: _p("read-back", "You said yes."),
    ConsentAnswer.NO: _p("read-back", "You said no. That is fine."),
    ConsentAnswer.WITHDRAWN: _p("read-back", "You said yes, and took it back."),
    ConsentAnswer.OVER: _p("read-back", "You said yes for a time, and that time is over."),
}
FOR_A_TIME: dict[ConsentAnswer, Lazy] = {
    ConsentAnswer.YES: _p("read-back", "You said yes, up to and including %(day)s."),
    ConsentAnswer.OVER: _p("read-back", "You said yes until %(day)s, and that time is over."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A question and what was said to it, as spoken; `path` tells where to correct."""

    path: str
    asked: str
    told: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything that is said aloud to one person, in their language."""

    lang: str
    direction: str
    lines: tuple[Line, ...]


def to_group(case: Case) -> Telling:
    """What the group said of itself."""
    return _telling(case.notice_language, _spoken(case.said, URGENT))


def to_person(case: Case, member: Individual, language: str) -> Telling:
    """What one member said, then what they agreed to."""
    pages = (*ASKED_ON.values(), *ASKED_ON_MORE.values())
    paths = [path for page in pages for path in page if path not in TOLD_ALREADY]
    with i18n.use_locale(_tag(language)):
        more = [*_line_by_line(case, member), *_agreed(case, member)]
    return _telling(language, _spoken(member.said, paths), more)


def _telling(
    language: str, rows: Sequence[tuple[str, object, Absent | None]], more: Sequence[Line] = ()
) -> Telling:
    tag = _tag(language)
    with i18n.use_locale(tag):
        lines = [_line(path, value, absent) for path, value, absent in rows]
    return Telling(i18n.html_lang(tag), i18n.direction(tag), (*lines, *more))


def _tag(language: str) -> str:
    """The person's language, or the screen's where nobody translated the words."""
    return spoken.screen_tag(language) or i18n.current()


def _spoken(said: Sequence[Said], paths: Sequence[str]) -> list[tuple[str, object, Absent | None]]:
    """The questions that were answered, without those that are for two people's ears."""
    answers = [(path, known(said, path)) for path in paths if path not in QUIET]
    return [(path, a.value, a.absent) for path, a in answers if a.is_given]


def _line(path: str, value: object, absent: Absent | None) -> Line:
    asked = str(labels.asked(path))
    if absent is not None:
        return Line(path, asked, str(SILENT[absent]))
    answer = in_words(path, value)  # type: ignore[arg-type]
    return Line(path, asked, _you_said(answer), answer)


def _agreed(case: Case, member: Individual) -> Iterator[Line]:
    for purpose in MAIN:
        if told := _answer(newest(case.consents, member.id, (purpose, None))):
            yield Line(purpose.value, str(notices.ASK_CONSENT[purpose]), told)
    for purpose, recipient in lines(case.consents, member.id):
        told = _answer(newest(case.consents, member.id, (purpose, recipient)))
        if told and recipient is not None:
            yield Line(SHARING, str(notices.ask_to_share(purpose, recipient)), told)


def _answer(consent: Consent | None) -> str:
    """What the person answered, as it is said to them; "" where nobody answered."""
    if consent is None or consent.holds not in AGREED:
        return ""
    words = FOR_A_TIME.get(consent.holds) if consent.until else None
    if words is None or consent.until is None:
        return str(AGREED[consent.holds])
    return str(words) % {"day": i18n.format_date(consent.until)}


def _line_by_line(case: Case, member: Individual) -> Iterator[Line]:
    """The people and the places somebody told of, one sentence for each."""
    ties = [row.relative.to_json() for row in relating.rows(case, member)]
    places = [stay.to_json() for _, stay in stays(member)]
    for path, told in ((RELATIVE, ties), (STAYS, places)):
        for value in told:
            answer = in_words(path, value)
            yield Line(path, str(labels.asked(path)), _you_said(answer), answer)


def _you_said(answer: str) -> str:
    """The answer as a sentence; one that ends with a full stop gets no second one."""
    return str(YOU_SAID) % {"answer": answer.removesuffix(".")}
