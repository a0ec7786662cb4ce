"""Languages and interpreters in words: what a card, a list or a read-back shows."""

from intake.domain.codes import InterpreterKind, LanguageRole, LanguageWish, Skill
from intake.domain.language import Told, skills_of
from intake.domain.statement import Json
from intake.i18n import clauses, gettext, language_name, series
from intake.web.labels import coded

SIGNED = "sgn"


def tongue(tag: str) -> str:
    """A language by its name; signing is one of them."""
    return gettext("Sign language") if tag == SIGNED else language_name(tag)


def languages_in_words(value: Json) -> str:
    """The plain list of languages."""
    tags = value if isinstance(value, list) else [value]
    return series(tongue(str(tag)) for tag in tags)


def skills_in_words(value: Json) -> str:
    """Languages in detail, one after the other."""
    return clauses(_skill(row) for row in skills_of(value))


def _skill(row: Told) -> str:
    """A language with what it is to somebody and how well they know it."""
    heads = {
        "speak": gettext("speaks or signs:"),
        "understand": gettext("understands:"),
        "read": gettext("reads:"),
        "write": gettext("writes:"),
    }
    words = [coded(LanguageRole, row.get("role")), coded(LanguageWish, row.get("wish"))]
    words += [f"{head} {coded(Skill, row[part])}" for part, head in heads.items() if row.get(part)]
    said = series(word for word in (*words, str(row.get("dialect") or "")) if word)
    name = tongue(str(row["tag"]))
    return f"{name} – {said}" if said else name


def interpreter_in_words(value: Json) -> str:
    """Who interprets: trained or not, the code, here or from afar."""
    told = value if isinstance(value, dict) else {}
    afar = gettext("by phone or video") if told.get("remote") else ""
    words = (coded(InterpreterKind, told.get("kind")), str(told.get("code") or ""), afar)
    return series(word for word in words if word)
