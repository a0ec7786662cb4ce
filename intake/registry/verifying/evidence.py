"""What a finding can rest on: the person's words, other people's, what was seen.

A voucher is shown by capacity alone: who it is belongs to few.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from intake.domain.codes import Source, VouchFact, VouchStatus
from intake.domain.ids import show_number
from intake.domain.statement import Said
from intake.domain.vouching import Vouch
from intake.i18n import gettext as _
from intake.registry.masking import veiled
from intake.registry.verifying import asking
from intake.registry.verifying.accounts import accounts_of
from intake.registry.verifying.grounds import Dossier, leading
from intake.registry.vouching import of_person
from intake.store import Store
from intake.web import labels
from intake.web.wording import in_words

_SPEAKS_OF = {
    VouchFact.NAME: ("name",),
    VouchFact.RECOGNISED: ("name",),
    VouchFact.BIRTH: ("birth",),
    VouchFact.PARENTS: ("mother", "father"),
    VouchFact.PLACE: ("birth-place", "last-residence", "place-stays"),
    VouchFact.TIE: ("relative", "spouse"),
}
"""The facts that what somebody vouches for speaks to."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something a finding can rest on; `of_others` if not the person's own word."""

    id: str
    what: str
    text: str
    lang: str = ""
    leads: bool = False
    of_others: bool = False


def evidence_on(store: Store, about: Dossier, fact: str) -> list[Evidence]:
    """What can be ticked for one fact: statements, others' words, supports, answers."""
    return [
        *_own(about, fact),
        *_of_others(store, about, fact),
        *_vouched(store, about, fact),
        *_seen(store, about),
        *_answers(about, fact),
    ]


def named_evidence(store: Store, about: Dossier) -> dict[str, Evidence]:
    """Everything that findings on this interview can name, by its id."""
    facts = about.interview.facts
    return {one.id: one for fact in facts for one in evidence_on(store, about, fact)}


def _own(about: Dossier, fact: str) -> Iterator[Evidence]:
    for said in about.person.history(fact):
        if said.statement.value is not None:
            yield _said(about, said, _("Record"))


def _said(about: Dossier, said: Said, what: str, *, of_others: bool = False) -> Evidence:
    """A statement in words, without what its reader may not know of somebody else."""
    told = veiled((), {member.id for member in about.case.members}, said).statement
    text = in_words(told.path, told.value)
    return Evidence(told.id, what, text, told.said_in, of_others=of_others)


def _of_others(store: Store, about: Dossier, fact: str) -> Iterator[Evidence]:
    for said in accounts_of(store, about.case, about.person):
        if said.statement.path == fact and said.statement.value is not None:
            yield _said(about, said, _who(store, said), of_others=True)


def _who(store: Store, said: Said) -> str:
    vouch = store.vouches.get(said.statement.source_ref)
    if vouch is not None:
        return _vouches(vouch)
    other = store.cases.individual(said.statement.source_ref)
    number = show_number(other.number) if other else ""
    is_kin = said.statement.source is Source.RELATIVE
    what = str(labels.label(Source.RELATIVE)) if is_kin else _("Linked record")
    return f"{what} {number}".strip()


def _vouched(store: Store, about: Dossier, fact: str) -> Iterator[Evidence]:
    for vouch in of_person(store, about.person.id, ()):
        speaks = any(fact in _SPEAKS_OF[one] for one in vouch.facts)
        if speaks and vouch.status is VouchStatus.STANDS:
            what = " · ".join(filter(None, (_vouches(vouch), vouch.known_how, vouch.known_since)))
            yield Evidence(vouch.id, what, vouch.statement, of_others=True)


def _vouches(vouch: Vouch) -> str:
    return _("Vouches: %(who)s", who=labels.label(vouch.capacity))


def _seen(store: Store, about: Dossier) -> Iterator[Evidence]:
    for one in store.supports.standing(about.person.id):
        yield Evidence(one.id, str(labels.label(one.of)), one.what, of_others=True)


def _answers(about: Dossier, fact: str) -> Iterator[Evidence]:
    """Answers of the interview, those to questions about this fact first."""
    held, weightless = about.interview, leading(about.interview)
    answers = [a for a in held.answers if a.text]
    answers.sort(key=lambda a: fact not in asking.paths_of(held, a.question))
    for a in answers:
        words = asking.words_of(held, a.question)
        yield Evidence(a.id, words, a.text, a.said_in, leads=a.id in weightless)
