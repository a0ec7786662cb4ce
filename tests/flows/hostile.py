"""Texts and numbers that broke other programs, and how to send each of them."""

from collections.abc import Iterable
from unicodedata import normalize
from urllib.parse import quote

from hypothesis import strategies as st

from tests.field.desk import BASE, Desk, Page, PageForm

_AS_TYPED = (
    "O'Neil",
    "М'яч Дар\u02bcя",
    "Ana Maria de la Cruz y Gómez dos Santos",
    "x",
    "مُحَمَّد",
    "علی\u200cرضا",
    "\U00010d00\U00010d05\U00010d24",
    "'; DROP TABLE cases; --",
    '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% include '/etc/passwd' %}${7*7}#{7*7}",
    "javascript:alert(1)",
    "=HYPERLINK(1)",
    "+1+cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(A1)",
    "\\u0000 %00 %s %n ../../../x",
    "None null true NaN 0",
    "1_000",
    "٤٢",
    "&lt;b&gt; &amp;amp; &#x27;",
)
FAITHFUL = tuple(normalize("NFC", text) for text in _AS_TYPED)
"""Kept to the byte: nothing in them may be cut, escaped or understood."""

CLEANED = {
    "\u202eоленО\u202c": "оленО",
    "\u2067x\u2069": "x",
    "e\u0301": "é",
    "a\x08b\x1bc": "abc",
    "\ufeffА": "А",
}
"""Kept in one form: composed, without marks that only turn the eye."""

INVISIBLE = ("\u200b", "\u200b\u200d\u2060", "\u202e\u202c", "\u00a0 \u3000", "\u00ad")
"""Nobody could see these; a name of them is no name."""

NUMBERS = ("9" * 30, "1_000", "-1", "1e3", "0x10", "NaN", "½", "²", "3.7", "1,5", "' OR 1=1", "\0")
"""None of these is a whole number that a day, a year or a count may be."""

CODES = ("nope", "' OR 1=1 --", "\0", "YES", " yes", "0", "\u200byes", "x" * 10_000)
"""None of these is on any list."""


def sent_by_a_browser(form: PageForm) -> list[str]:
    """Names of the boxes a person types into, not of lists and hidden fields."""
    hidden = {"csrf_token", "rev", "seen"}
    return [n for n, _ in form.fields if n not in hidden and n not in form.offered]


def raw(desk: Desk, path: str, body: bytes) -> Page:
    """Send bytes that no browser would make of a form."""
    kind = "application/x-www-form-urlencoded"
    answer = desk.client.post(path, data=body, base_url=BASE, content_type=kind)
    return Page(answer, path)


def body(pairs: Iterable[tuple[str, bytes]]) -> bytes:
    """A form's body where values need not be text."""
    return b"&".join(quote(name).encode() + b"=" + quote(value).encode() for name, value in pairs)


def anything() -> st.SearchStrategy[str]:
    """Any text that UTF-8 can carry, with the odd ones often."""
    odd = st.sampled_from([*FAITHFUL, *CLEANED, *INVISIBLE, *NUMBERS, "\r\n", "\u2028", "\ufffe"])
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
    return st.lists(odd | text, max_size=3).map("".join)
