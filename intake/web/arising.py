"""How a range of days arose: the answers behind a date of birth, in words."""

from collections.abc import Callable
from datetime import date

from intake.domain.edtf import edtf_between
from intake.domain.narrowing import Asking, Link, Reply, chain_of
from intake.domain.remembered import Season, find
from intake.domain.statement import Json
from intake.i18n import Lazy, format_date, gettext, ngettext, pgettext
from intake.i18n import lazy_gettext as _l


def how_it_arose(value: Json) -> list[str]:
    """The answers behind a stored date, in the order in which they were given."""
    return [in_words(link) for link in chain_of(value)]


def in_words(link: Link) -> str:
    """One answer as a reviewer reads it; what does not fit says so."""
    words = _told(link)
    if link.fits:
        return words
    return gettext("%(answer)s – does not fit with the other answers", answer=words)


def remembered(code: str) -> str:
    """The name of a happening or season, with its time; else its id."""
    found = find(code)
    if found is None:
        return code
    label = pgettext("event", found.label)
    return label if isinstance(found, Season) else f"{label} ({_when(*found.days)})"


def _told(link: Link) -> str:
    if link.ask is Asking.OTHER:
        return _of_other(link)
    if link.ask is Asking.BEFORE:
        return gettext("Said before: between %(first)s and %(last)s", **_ends(link))
    about = remembered(link.about)
    if link.reply is Reply.UNKNOWN:
        about = pgettext("event", "Season of birth") if link.ask is Asking.SEASON else about
        return gettext("Does not know: %(about)s", about=about)
    return str(_SENTENCES[link.ask, link.reply] % {"about": about})


_SENTENCES: dict[tuple[Asking, Reply], Lazy] = {
    (Asking.EVENT, Reply.BEFORE): _l("Born before this: %(about)s"),
    (Asking.EVENT, Reply.DURING): _l("Born at this time: %(about)s"),
    (Asking.EVENT, Reply.AFTER): _l("Born after this: %(about)s"),
    (Asking.SEASON, Reply.IN_IT): _l("Born in this season: %(about)s"),
    (Asking.WALKED, Reply.YES): _l("Could walk when this happened: %(about)s"),
    (Asking.WALKED, Reply.NOT_YET): _l("Could not walk yet when this happened: %(about)s"),
    (Asking.SCHOOL, Reply.YES): _l("Went to school when this happened: %(about)s"),
    (Asking.SCHOOL, Reply.NOT_YET): _l("Had not begun school when this happened: %(about)s"),
    (Asking.SCHOOL, Reply.FINISHED): _l("Had finished school when this happened: %(about)s"),
}


def _of_other(link: Link) -> str:
    facts = {"about": link.about, "when": _when(*link.days) if link.days else "?"}
    if link.reply is Reply.UNKNOWN:
        return gettext("Does not know: %(about)s", about=link.about)
    if link.reply is Reply.SAME_AGE:
        return gettext("About as old as %(about)s (born %(when)s)", **facts)
    if link.years is None:
        return str(_AGES[link.reply] % facts)
    return _COUNTED[link.reply](link.years, facts)


_AGES: dict[Reply, Lazy] = {
    Reply.OLDER: _l("Older than %(about)s (born %(when)s)"),
    Reply.YOUNGER: _l("Younger than %(about)s (born %(when)s)"),
}


def _older(years: int, facts: dict[str, str]) -> str:
    return ngettext(
        "%(n)s year older than %(about)s (born %(when)s)",
        "%(n)s years older than %(about)s (born %(when)s)",
        years,
        **facts,
    )


def _younger(years: int, facts: dict[str, str]) -> str:
    return ngettext(
        "%(n)s year younger than %(about)s (born %(when)s)",
        "%(n)s years younger than %(about)s (born %(when)s)",
        years,
        **facts,
    )


_COUNTED: dict[Reply, Callable[[int, dict[str, str]], str]] = {
    Reply.OLDER: _older,
    Reply.YOUNGER: _younger,
}


def _ends(link: Link) -> dict[str, str]:
    first, last = link.days or (None, None)
    return {
        "first": format_date(first) if first else "?",
        "last": format_date(last) if last else "?",
    }


def _when(first: date, last: date) -> str:
    """Days as far as they were known: a year stays a year."""
    return " – ".join(_end(text) for text in edtf_between(first, last).split("/"))


def _end(text: str) -> str:
    parts = text.split("-")
    if len(parts) == 1:
        return text
    day = date.fromisoformat(text if len(parts) == 3 else f"{text}-15")
    return format_date(day) if len(parts) == 3 else format_date(day, "LLLL y")
