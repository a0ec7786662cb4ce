"""What is typed and not saved: kept in the encrypted store, not the browser."""

import re
from dataclasses import dataclass

from flask import request
from werkzeug.datastructures import MultiDict

from intake.errors import CharacterRefused, NotFound, Stale
from intake.field import reading
from intake.web import access
from intake.web.forms import retyped, typed

_KEY = re.compile(r"(?P<case>[0-9a-f]{32}|new)/[a-z-]{1,20}(?:/[0-9a-f]{32})?")
_MOST_DIGITS = 9
SIZE = "size"
"""The paper that remembers how many people a group said it is."""


HERE = "here"
"""The hidden field that tells which page a text was typed on."""

AT = "at"
"""The hidden field that tells in which box the keys were."""

_BOX = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}")
_CASE = re.compile(r"^(/cases/)[0-9a-f]{32}(?=/|$)")
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The kept text of a page; without `formdata` nothing was kept."""

    rev: int = 0
    at: str = ""
    formdata: "MultiDict[str, str] | None" = None

    @property
    def box(self) -> str:
        """The id of the box in which the keys were, if the text tells it."""
        return _box(self.formdata.get(AT, "") if self.formdata else "")


def key(case: str, page: str, person: str = "") -> str:
    """The name of a page's paper; holds ids only."""
    return f"{case}/{page}/{person}" if person else f"{case}/{page}"


def check_key(page: str) -> None:
    """Refuse a paper for a page that is not there, or of a record that was forgotten."""
    key_ = _KEY.fullmatch(page)
    if key_ is None:
        raise NotFound(thing="page")
    if key_["case"] != "new":
        reading.case_known(key_["case"])


def pick_up(page: str) -> Unsaved:
    """The text that was typed on a page and not saved."""
    draft = access.store().papers.draft(page)
    if draft is None:
        return Unsaved()
    return Unsaved(draft.rev, draft.at, retyped(draft.body))


def keep(page: str, formdata: "MultiDict[str, str]") -> int:
    """Keep what is typed; raises Stale when another tab has typed since."""
    papers = access.store().papers
    return papers.keep_draft(page, typed(formdata), rev=sent_rev(formdata), at=access.now())


def keep_anyway(page: str, formdata: "MultiDict[str, str]") -> tuple[int, bool]:
    """Keep what is typed unless a newer tab has; the revision, and whether kept."""
    try:
        return keep(page, formdata), True
    except Stale as stale:
        return int(stale.facts.get("rev") or 0), False


def keep_posted(page: str, rev: int) -> int:
    """Keep what was posted and not saved; the revision, or `rev` where there is none."""
    if request.method != "POST":
        return rev
    try:
        return keep_anyway(page, request.form)[0]
    except CharacterRefused:
        return rev


def drop(page: str) -> None:
    """Forget the text of a page that was saved."""
    access.store().papers.drop_draft(page)


def sent_rev(formdata: "MultiDict[str, str]") -> int:
    """The revision a page was shown with."""
    text = formdata.get("rev", "")
    fits = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return int(text) if fits else 0


def page_of(formdata: "MultiDict[str, str]") -> str:
    """The page that a text was typed on; empty when it is none of ours."""
    here = formdata.get(HERE, "")
    return here if here and access.is_own_path(here) and "?" not in here else ""


def latest_place() -> str:
    """The page and box of the newest unsaved text; empty when there is none."""
    for draft in access.store().papers.latest_drafts(_LOOKED_AT):
        typed = retyped(draft.body)
        page, box = _of_its_case(page_of(typed), draft.page), _box(typed.get(AT, ""))
        if page:
            return f"{page}#{box}" if box else page
    return ""


def _of_its_case(place: str, page: str) -> str:
    """The place in the case that holds the text now: a group may have parted since."""
    return _CASE.sub(rf"\g<1>{page.partition('/')[0]}", place, count=1)


def _box(text: str) -> str:
    return text if _BOX.fullmatch(text) else ""


def expect(case: str, people: int) -> None:
    """Remember how many people a group said it is, until the case is complete."""
    papers = access.store().papers
    papers.keep_draft(key(case, SIZE), {"people": [str(people)]}, rev=0, at=access.now())


def expected(case: str) -> int:
    """How many people the group said it is; 0 when nobody said."""
    draft = access.store().papers.draft(key(case, SIZE))
    return int(draft.body["people"][0]) if draft else 0


def unsaved_pages(case: str) -> set[str]:
    """The pages of a case with text that is not saved."""
    kept = {draft.page for draft in access.store().papers.drafts_of(case)}
    return kept - {key(case, SIZE)}
