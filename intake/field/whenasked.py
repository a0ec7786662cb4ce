"""The chain of easy questions on its way: a working paper until it is used."""

import json
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from intake.domain.case import Case
from intake.domain.individual import Individual
from intake.domain.narrowing import (
    Asking,
    Link,
    Narrowing,
    Reply,
    chain_of,
    link_from_json,
    narrow,
)
from intake.domain.partial_date import from_json
from intake.domain.remembered import PACKS, Pack, pack_for
from intake.field import copying, drafting
from intake.field.answers import stamp
from intake.field.forms.people import WhoForm
from intake.field.forms.when import offered
from intake.field.pages import ASKED_ON, Page
from intake.field.reading import language_of
from intake.field.saving import SEEN
from intake.web import access
from intake.web.fields import Answer

PAGE = "when"
_ENOUGH_EVENTS = 4
"""After so many happenings the next easy question is proposed; more may be asked."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The answers so far and the region whose happenings are offered."""

    paper: str
    links: tuple[Link, ...]
    pack: Pack
    rev: int = 0

    @property
    def found(self) -> Narrowing:
        """The days that the answers leave."""
        return narrow(self.links, access.now().date())

    def next_asking(self) -> Asking:
        """The question to propose: happenings first, then each of the others once."""
        told = [link.ask for link in self.links]
        events = [link for link in self.links if link.ask is Asking.EVENT]
        gave_up = any(link.reply is Reply.UNKNOWN for link in events[-1:])
        left = (self.found.earliest, self.found.latest)
        more = offered(self.pack, Asking.EVENT, left) and not gave_up
        if more and len(events) < _ENOUGH_EVENTS:
            return Asking.EVENT
        order = (Asking.SEASON, Asking.OTHER, Asking.WALKED, Asking.SCHOOL)
        return next((asking for asking in order if asking not in told), Asking.EVENT)


def pick_up(case: Case, member: Individual) -> Chain:
    """The chain as it was left, else the one that is recorded, else what was said."""
    paper = drafting.key(case.id, PAGE, member.id)
    kept = access.store().papers.draft(paper)
    pack = pack_for(language_of(case, member)) or next(iter(PACKS.values()))
    if kept is None:
        return Chain(paper, _recorded(member), pack)
    links = tuple(link_from_json(json.loads(text)) for text in kept.body["link"])
    chosen = PACKS.get("".join(kept.body.get("pack", [])))
    return Chain(paper, links, chosen or pack, kept.rev)


def keep(chain: Chain, links: tuple[Link, ...], pack: str = "") -> None:
    """Keep the answers; `pack` chooses another region."""
    body = {
        "link": [json.dumps(link.to_json(), ensure_ascii=False) for link in links],
        "pack": [pack or chain.pack.id],
    }
    access.store().papers.keep_draft(chain.paper, body, rev=chain.rev, at=access.now())


def put_into_page(case: Case, member: Individual) -> None:
    """Let the text typed on the page of the person show the birth recorded now."""
    paper = drafting.key(case.id, Page.WHO, member.id)
    unsaved = drafting.pick_up(paper)
    if unsaved.formdata is None:
        return
    filled = MultiDict(unsaved.formdata)
    field = WhoForm(None, said=member.said).birth
    for part in field.all_parts():
        filled.setlist(field.part_name(part), [""])
    for name, values in copying.boxes(field, Answer(member.value("birth"))).items():
        filled.setlist(name, values)
    filled[SEEN] = stamp(member.said, ASKED_ON[Page.WHO])
    filled["rev"] = str(unsaved.rev)
    drafting.keep(paper, filled)


def _recorded(member: Individual) -> tuple[Link, ...]:
    value = member.value("birth")
    if value is None:
        return ()
    told = from_json(value)
    said = Link(Asking.BEFORE, Reply.IN_IT, first=told.earliest, last=told.latest)
    return chain_of(value) or (said,)
