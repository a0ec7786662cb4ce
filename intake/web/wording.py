"""A recorded value in words: what a card, a list or a read-back shows."""

from collections.abc import Callable
from datetime import date

from intake.domain.codes import (
    Calendar,
    ConsentAnswer,
    ContactWay,
    Difficulty,
    DocumentKind,
    DocumentStatus,
    Functioning,
    Precision,
    Purpose,
    Recipient,
    Sex,
    StayRole,
    TakenBy,
    VisualCheck,
    YesNo,
)
from intake.domain.ids import show_number
from intake.domain.name import NameKind, WrittenBy, name_parts
from intake.domain.need import Need, needs_of
from intake.domain.partial_date import PLAIN_BASES, PartialDate, from_json, parse_age
from intake.domain.place import PlaceLink, place_link
from intake.domain.questions import QUESTIONS, Shape
from intake.domain.relative import Relative
from intake.domain.relative import from_json as relative_from_json
from intake.domain.statement import Json, Statement
from intake.domain.stay import Stay, stay_from_json
from intake.errors import DateInvalid
from intake.i18n import clauses, current, format_date, gettext, ngettext, series, territories
from intake.web import access, labels
from intake.web.labels import coded
from intake.web.tongue_words import (
    interpreter_in_words,
    languages_in_words,
    skills_in_words,
)

_MONTH_AND_YEAR = "LLLL y"


def in_words(path: str, value: Json) -> str:
    """A value of a question as a person reads it; texts stay as they were said."""
    told = QUESTIONS.get(path)
    if value is None or told is None:
        return "" if value is None else str(value)
    if told.codes is not None:
        return str(labels.label(told.codes(str(value))))
    return _BY_SHAPE.get(told.shape, str)(value)


def answered(statement: Statement) -> str:
    """What a statement says, or why nothing was said."""
    if statement.absent is not None:
        return str(labels.label(statement.absent))
    return in_words(statement.path, statement.value)


def line_in_words(purpose: Purpose, recipient: Recipient | None) -> str:
    """What a consent is about: the purpose, or the one kind of recipient."""
    if recipient is None:
        return str(labels.label(purpose))
    who = str(labels.label(recipient))
    if purpose is Purpose.REFERRAL:
        return gettext("Pass needs on to: %(who)s", who=who)
    return gettext("Share the record with: %(who)s", who=who)


def answer_in_words(answer: ConsentAnswer, until: date | None) -> str:
    """What somebody answered about a purpose, with the last day of a yes for a time."""
    if until is None or answer not in (ConsentAnswer.YES, ConsentAnswer.OVER):
        return str(labels.label(answer))
    if answer is ConsentAnswer.OVER:
        return gettext("Agreed until %(day)s; that time is over", day=format_date(until))
    return gettext("Agrees up to and including %(day)s", day=format_date(until))


def date_in_words(value: Json) -> str:
    """A birth date as far as it was said, no more exact, and how it is known."""
    told = from_json(value)
    if told.basis is None or told.basis in PLAIN_BASES:
        return _said(told)
    return f"{_said(told)} · {labels.label(told.basis)}"


def _said(told: PartialDate) -> str:
    if told.as_of is not None:
        return _age(told, told.as_of)
    if told.precision is Precision.EVENT:
        return f"{told.verbatim} ({_years(told)})" if told.verbatim else _years(told)
    year, month, day = told.said_parts()
    if year is None:
        return _between(told)
    if told.calendar is not Calendar.GREGORIAN:
        said = "-".join(str(part) for part in (year, month, day) if part is not None)
        return f"{said} {labels.label(told.calendar)} ({_between(told)})"
    if day:
        return format_date(told.earliest)
    return format_date(told.earliest, _MONTH_AND_YEAR) if month else str(year)


def _age(told: PartialDate, on: date) -> str:
    facts = {"day": format_date(on)}
    try:
        lowest, highest, about = parse_age(told.verbatim)
    except DateInvalid:
        return f"{told.verbatim} ({_years(told)})"
    facts["age"] = str(lowest) if lowest == highest else f"{lowest}–{highest}"
    if about:
        return gettext("about %(age)s years old on %(day)s", **facts)
    return gettext("%(age)s years old on %(day)s", **facts)


def _years(told: PartialDate) -> str:
    first, last = told.earliest.year, told.latest.year
    return str(first) if first == last else f"{first}–{last}"


def _between(told: PartialDate) -> str:
    if told.earliest == told.latest:
        return format_date(told.earliest)
    first, last = format_date(told.earliest), format_date(told.latest)
    return gettext("between %(first)s and %(last)s", first=first, last=last)


def _name(value: Json) -> str:
    if not isinstance(value, dict):
        return str(value)
    text, kind = str(value.get("text") or ""), value.get("kind")
    return f"{text} ({labels.label(NameKind(str(kind)))})" if kind else text


def beside_name(value: Json) -> list[str]:
    """Besides a name: whose its parts are, who wrote it; a place: its P-code."""
    link = place_link(value)
    if link is not None and link.pcode:
        return [gettext("P-code: %(code)s", code=link.pcode)]
    if not isinstance(value, dict) or "written_by" not in value:
        return []
    told = [f"{labels.label(whose)}: {part}" for whose, part in name_parts(value)]
    parts = [" · ".join(told)] if told else []
    by_hand = value["written_by"] == WrittenBy.PERSON
    return [*parts, str(labels.label(WrittenBy.PERSON))] if by_hand else parts


def _place(value: Json) -> str:
    if not isinstance(value, dict):
        return str(value)
    said, country = str(value.get("text") or ""), str(value.get("country") or "")
    link = place_link(value)
    if link is not None:
        said, country = _said_and_listed(said, link), country or link.country
    named = territories().get(country, country)
    return series(part for part in (said, named) if part)


def _said_and_listed(said: str, link: PlaceLink) -> str:
    """A name as said, and beside it what the place is called today."""
    name, area = listed_place(link)
    if said in (link.name, link.local):
        return f"{said}, {area}" if area else said
    today = f"{name}, {area}" if area else name
    return gettext("%(said)s, as said; today %(name)s", said=said, name=today)


def listed_place(link: PlaceLink) -> tuple[str, str]:
    """Name and area of a listed place: in its own script where the screen has it too."""
    is_local = bool(link.local) and link.language == current().partition("_")[0]
    if is_local:
        return link.local, link.local_area
    return link.name, link.area


def _relative(value: Json) -> str:
    told = relative_from_json(value)
    if told is None:
        return str(value)
    parts = [str(labels.label(code)) for code in (told.nature, told.now) if code]
    parts.insert(0, f"{labels.label(told.tie)}: {_who_is(told)}")
    parts += [in_words(path, known) for path, known in told.known.items()]
    parts += [apart(told), told.news, *_duties(told)]
    return clauses(part for part in parts if part)


def apart(told: Relative) -> str:
    """Since when, where and why two people are apart; empty if nobody said."""
    words = [
        date_in_words(told.since) if told.since else "",
        _place(told.place or {}),
        str(labels.label(told.cause)) if told.cause else "",
    ]
    said = series(word for word in words if word)
    return gettext("apart: %(when_where_why)s", when_where_why=said) if said else ""


def _who_is(told: Relative) -> str:
    if not told.to:
        return told.called or gettext("somebody whose name is not known")
    other = access.store().cases.individual(told.to)
    return show_number(other.number) if other else gettext("somebody of another group")


def _duties(told: Relative) -> list[str]:
    found = []
    if told.cares is YesNo.YES:
        found.append(gettext("looks after them"))
    if told.responsible is YesNo.YES:
        found.append(gettext("is responsible for them"))
    return found


def _stay(value: Json) -> str:
    told = stay_from_json(value)
    if told is None:
        return gettext("Taken out of the list")
    return f"{labels.label(told.role)}: {clauses(stay_words(told))}"


def stay_words(told: Stay) -> list[str]:
    """Where somebody was, when, with whom and why they left, piece by piece."""
    company = gettext("with: %(who)s", who=told.with_whom) if told.with_whom else ""
    left = labels.label(told.why_left) if told.why_left else ""
    why = gettext("reason for leaving: %(why)s", why=left) if left else ""
    return [word for word in (where(told), time_of(told), company, why) if word]


def where(told: Stay) -> str:
    """The place as said, and how it is found where no list has it."""
    words = {
        "near": gettext("near: %(what)s", what=told.near),
        "walk": gettext("on foot: %(what)s", what=told.walk),
        "river": gettext("water or mountain: %(what)s", what=told.river),
        "building": gettext("to be seen from afar: %(what)s", what=told.building),
    }
    around = [word for part, word in words.items() if getattr(told, part)]
    return clauses(part for part in (_place(told.place or {}), *around) if part)


def time_of(told: Stay) -> str:
    """From when to when, as far as it was said."""
    began = date_in_words(told.began) if told.began else ""
    ended = date_in_words(told.ended) if told.ended else ""
    if began and ended:
        return gettext("from %(first)s to %(last)s", first=began, last=ended)
    if began and told.role is StayRole.BIRTH:
        return began
    if began:
        return gettext("from %(first)s on", first=began)
    return gettext("until %(last)s", last=ended) if ended else ""


def _documents(value: Json) -> str:
    papers = value if isinstance(value, list) else []
    return clauses(_paper(paper) for paper in papers if isinstance(paper, dict))


def _paper(paper: dict[str, Json]) -> str:
    issued = paper.get("issued")
    words = [
        coded(DocumentKind, paper.get("kind")),
        coded(DocumentStatus, paper.get("status")),
        *(str(paper.get(part) or "") for part in ("number", "where", "issuer")),
        date_in_words(issued) if issued else "",
        _name(paper.get("name") or ""),
        str(paper.get("confirm") or ""),
        coded(VisualCheck, paper.get("check")),
    ]
    return series(word for word in words if word)


def _taken(value: Json) -> str:
    rows = value if isinstance(value, list) else []
    told = [row for row in rows if isinstance(row, dict)]
    return clauses(
        f"{coded(DocumentKind, row.get('kind'))}: {coded(TakenBy, row.get('by'))}" for row in told
    )


def _contact(value: Json) -> str:
    """A safe way to reach somebody; a text of an older record stays as it is."""
    if not isinstance(value, dict):
        return str(value)
    parts = {part: str(value.get(part) or "") for part in ("time", "shared", "code_word")}
    words = {
        "time": gettext("when: %(words)s", words=parts["time"]),
        "shared": gettext("who else has it: %(words)s", words=parts["shared"]),
        "code_word": gettext("word to say first: %(words)s", words=parts["code_word"]),
    }
    safe = {
        YesNo.YES.value: gettext("safe if somebody else answers"),
        YesNo.NO.value: gettext("NOT safe if somebody else answers"),
    }
    said = [coded(ContactWay, value.get("way")), str(value.get("text") or "")]
    said += [words[part] for part, text in parts.items() if text]
    return clauses(w for w in [*said, safe.get(str(value.get("other")), "")] if w)


def _needs(value: Json) -> str:
    return clauses(series(_need(need)) for need in needs_of(value))


def _need(need: Need) -> list[str]:
    """A need in words: what, how soon, who says so, whether it may be passed on."""
    words = [need.code, *(part for part in (need.urgency, need.status) if part)]
    referral = {YesNo.YES: gettext("may be passed on"), YesNo.NO: gettext("not to be passed on")}
    told = [referral[need.refer]] if need.refer else []
    return [*(str(labels.label(word)) for word in words), *told]


def _functioning(value: Json) -> str:
    told = value if isinstance(value, dict) else {}
    known = [f for f in Functioning if told.get(f) in tuple(Difficulty)]
    return clauses(f"{labels.label(f)}: {labels.label(Difficulty(str(told[f])))}" for f in known)


def _tally(value: Json) -> str:
    counted = value if isinstance(value, dict) else {}
    numbers = {part: n for part, n in counted.items() if isinstance(n, int) and n}
    total = ngettext("%(n)s person", "%(n)s people", sum(numbers.values()))
    parts = [f"{_sex_and_age(part)}: {n}" for part, n in numbers.items()]
    return f"{total} ({clauses(parts)})" if parts else total


def _sex_and_age(part: str) -> str:
    """Name a box of the count: "f-0-4" is "Female 0–4"."""
    sex, _, band = part.partition("-")
    ages = band.replace("-", "–") if "-" in band else f"{band}+"
    return f"{labels.label(Sex(sex))} {ages}"


_BY_SHAPE: dict[Shape, Callable[[Json], str]] = {
    Shape.NAME: _name,
    Shape.DATE: date_in_words,
    Shape.PLACE: _place,
    Shape.STAY: _stay,
    Shape.LANGUAGES: languages_in_words,
    Shape.SKILLS: skills_in_words,
    Shape.INTERPRETER: interpreter_in_words,
    Shape.DOCUMENTS: _documents,
    Shape.TAKEN: _taken,
    Shape.CONTACT: _contact,
    Shape.NEEDS: _needs,
    Shape.FUNCTIONING: _functioning,
    Shape.TALLY: _tally,
    Shape.RELATIVE: _relative,
}
