"""The record as it is read back, in the language of the person and the worker."""

from collections.abc import Sequence
from dataclasses import dataclass

from intake import i18n
from intake.domain.case import Case
from intake.domain.codes import ConsentAnswer
from intake.domain.consent import MAIN, TEACH_BACK, Line, lines, newest
from intake.domain.individual import Individual
from intake.domain.statement import Json, Said
from intake.domain.stay import stays
from intake.field import hiding, relating
from intake.field.answers import known, values
from intake.field.pages import ASKED_ON, ASKED_ON_MORE, URGENT, More, Page
from intake.field.reading import called
from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.web import labels, spoken
from intake.web.wording import answer_in_words, apart, line_in_words, stay_words


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: the worker's label, and the person's label and answer."""

    label: str
    theirs: str
    answer: str
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """The answers of one page of one person, and where to change them."""

    person: str
    page: str
    lang: str
    direction: str
    rows: tuple[Row, ...]

    @property
    def is_more(self) -> bool:
        """Whether it is one of the pages that nobody has to open."""
        return self.page in set(More)


FAMILY = "family"
JOURNEY = "journey"
_TITLES: dict[str, Lazy] = {
    Page.WHO: _l("Who"),
    Page.ORIGIN: _l("Where from"),
    Page.CONSENT: _l("Agreement and story"),
    More.TONGUES: _l("Languages and interpreter"),
    More.NEEDS: _l("Specific needs"),
    More.LIFE: _l("Home, marriage, school and work"),
    "urgent": _l("Urgent needs"),
    FAMILY: _l("Family"),
    JOURNEY: _l("Journey and places"),
}
NOT_PROVIDED = _l("Not provided")


def page_title(page: str) -> Lazy:
    """The short name of a page."""
    return _TITLES[page]


def people(case: Case) -> list[tuple[str, list[Card]]]:
    """Everything recorded, person by person, ready to be read aloud; first the group."""
    language = case.notice_language
    group = [_card("", "urgent", language, _rows(case.said, URGENT, language))]
    own = [(called(member), _cards(case, member, language)) for member in case.members]
    return [("", group), *own]


def _cards(case: Case, member: Individual, language: str) -> list[Card]:
    made = []
    for page in Page:
        rows = _rows(member.said, _asked_of(member, page), language)
        rows += _consents(case, member, language) if page is Page.CONSENT else ()
        made.append(_card(member.id, page, language, rows))
    for more, paths in ASKED_ON_MORE.items():
        asked = [path for path in paths if member.was_asked(path)]
        if asked:
            made.append(_card(member.id, more, language, _rows(member.said, asked, language)))
    ties = _ties(case, member, language)
    made += [_card(member.id, FAMILY, language, ties)] if ties else []
    journey = _stays(member, language)
    return [*made, _card(member.id, JOURNEY, language, journey)] if journey else made


def _card(person: str, page: str, language: str, rows: tuple[Row, ...]) -> Card:
    tag = _tag(language)
    return Card(person, page, i18n.html_lang(tag), i18n.direction(tag), rows)


def _tag(language: str) -> str:
    """The person's language, or the screen's where nobody translated the labels."""
    return spoken.screen_tag(language) or i18n.current()


def _stays(member: Individual, language: str) -> tuple[Row, ...]:
    """Each place of the person's life, as the person hears it."""
    made = []
    for _, stay in stays(member):
        with i18n.use_locale(_tag(language)):
            theirs, said = str(labels.label(stay.role)), i18n.clauses(stay_words(stay))
        made.append(Row(str(labels.label(stay.role)), theirs, said))
    return tuple(made)


def _ties(case: Case, member: Individual, language: str) -> tuple[Row, ...]:
    """Each tie that the person tells, as the person hears it."""
    made = []
    for row in relating.rows(case, member):
        with i18n.use_locale(_tag(language)):
            theirs = str(labels.label(row.relative.tie))
            said = [row.who, *(str(labels.label(n)) for n in (row.relative.now,) if n)]
            said += [word for word in (apart(row.relative), row.relative.news) if word]
            told = i18n.clauses(said)
        made.append(Row(str(labels.label(row.relative.tie)), theirs, told))
    return tuple(made)


def _asked_of(member: Individual, page: Page) -> Sequence[str]:
    """Needed questions always; others only when they have an answer."""
    optional = {"name.latin", "name.other", "spouse", "testimony", "safe-contact"}
    optional |= {"care-arrangement", "private-moment", "documents", "grandfather"}
    optional |= {"interpreter-wanted", "testimony-translation", "testimony-translator", TEACH_BACK}
    return [p for p in ASKED_ON[page] if p not in optional or member.was_asked(p)]


def _rows(said: Sequence[Said], paths: Sequence[str], language: str) -> tuple[Row, ...]:
    return tuple(_row(said, path, language) for path in paths)


def _row(said: Sequence[Said], path: str, language: str) -> Row:
    answer = known(said, path)
    own = str(labels.question(path))
    with i18n.use_locale(_tag(language)):
        theirs = str(labels.question(path))
        if answer.value is not None:
            said_by = [hiding.in_field_words(path, v) for v in _values(said, path)]
            return Row(own, theirs, i18n.clauses(said_by))
        reason = labels.label(answer.absent) if answer.absent else NOT_PROVIDED
        return Row(own, theirs, str(reason), is_absent=True)


def _values(said: Sequence[Said], path: str) -> list[Json]:
    """Every standing name; of other questions the newest value, as the page shows it."""
    standing = [s.value for s in values(said, path)]
    return standing if path == "name.other" else standing[-1:]


def _consents(case: Case, member: Individual, language: str) -> tuple[Row, ...]:
    rows = []
    main: list[Line] = [(purpose, None) for purpose in MAIN]
    for purpose, recipient in (*main, *lines(case.consents, member.id)):
        last = newest(case.consents, member.id, (purpose, recipient))
        answer, until = (last.holds, last.until) if last else (ConsentAnswer.NOT_ASKED, None)
        own, is_absent = line_in_words(purpose, recipient), answer is ConsentAnswer.NOT_ASKED
        with i18n.use_locale(_tag(language)):
            theirs, said = line_in_words(purpose, recipient), answer_in_words(answer, until)
        rows.append(Row(own, theirs, said, is_absent))
    return tuple(rows)
