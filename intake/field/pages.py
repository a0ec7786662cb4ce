"""The pages of one person: what each asks, how far it is, what comes next."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intake.domain.case import (
    PRIVATE_MOMENT,
    Case,
    Gap,
    could_be_child,
    gaps,
    unoffered,
    was_offered_privacy,
)
from intake.domain.codes import CaseStatus, Level
from intake.domain.consent import MAIN, TEACH_BACK
from intake.domain.depth import ALSO_EMERGENCY
from intake.domain.individual import Individual
from intake.domain.questions import needed_for


class Page(StrEnum):
    """The pages of a person, in the order in which they are asked."""

    WHO = "who"
    ORIGIN = "origin"
    CONSENT = "consent"


class Progress(StrEnum):
    """How far a page is."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"


ASKED_ON: dict[Page, tuple[str, ...]] = {
    Page.WHO: (
        "name",
        "name.latin",
        "name.other",
        "sex",
        "birth",
        "relationship",
        "languages",
        "interpreter-wanted",
    ),
    Page.ORIGIN: (
        "birth-place",
        "nationality",
        "last-residence",
        "father",
        "mother",
        "grandfather",
        "spouse",
        "missing-relatives",
        "documents",
    ),
    Page.CONSENT: (
        TEACH_BACK,
        PRIVATE_MOMENT,
        "testimony",
        "testimony-translation",
        "testimony-translator",
        "safe-contact",
        "care-arrangement",
    ),
}


class More(StrEnum):
    """Pages of a person that nobody has to open; each is a link in the list of tasks."""

    TONGUES = "languages"
    NEEDS = "needs"
    LIFE = "life"


ASKED_ON_MORE: dict[More, tuple[str, ...]] = {
    More.TONGUES: ("language-skills", "interpreter-sex"),
    More.NEEDS: ("needs", "functioning"),
    More.LIFE: (
        "habitual-residence",
        "marital-status",
        "education",
        "occupation",
        "gender-self",
    ),
}
OF_CHILDREN = frozenset({"care-kind"})
"""Asked on the page of a child, once nobody who looks after it is here."""
UNPROMPTED = frozenset({"gender-self"})
"""Written down when the person says it, and never read out as a question (domain 5.2)."""
URGENT = needed_for(Level.FULL, "case")


@dataclass(frozen=True, slots=True)
class Step:
    """Where to go next: a page of a person, or one of the case when `person` is empty."""

    page: str
    person: str = ""


def page_of(path: str) -> Page | None:
    """The page that asks a question; None for questions about the group."""
    return next((page for page, paths in ASKED_ON.items() if path in paths), None)


def rest_of(page: Page, *, is_child: bool = False) -> tuple[str, ...]:
    """What one reason for all that was left empty on a page stands for."""
    asked = (path for path in ALSO_EMERGENCY if path in ASKED_ON[page])
    return (*needed_on(page, is_child=is_child), *asked)


def needed_on(page: Page, *, is_child: bool = False) -> tuple[str, ...]:
    """What this page must ask; every adult is offered a moment alone (domain 5.1)."""
    if page is Page.CONSENT:
        return () if is_child else (PRIVATE_MOMENT,)
    return tuple(path for path in needed_for(Level.FULL, "individual") if path in ASKED_ON[page])


def progress(
    case: Case, member: Individual, page: Page, *, on: date, drafts: Collection[str] = ()
) -> Progress:
    """How far a page is: done once all it must ask was asked."""
    needed = needed_on(page, is_child=could_be_child(member, on))
    waits = [path for path in needed if not member.was_asked(path)]
    begun = any(member.was_asked(path) for path in ASKED_ON[page])
    if page is Page.CONSENT:
        answered = {c.purpose for c in case.consents if c.individual == member.id}
        begun = begun or bool(answered)
        if needed and not waits and not was_offered_privacy(member):
            waits.append(PRIVATE_MOMENT)
        waits += [purpose.value for purpose in MAIN if purpose not in answered]
    if f"{case.id}/{page}/{member.id}" in drafts:
        return Progress.IN_PROGRESS
    if not waits:
        return Progress.DONE
    return Progress.IN_PROGRESS if begun else Progress.NOT_STARTED


def urgent_progress(case: Case) -> Progress:
    """How far the urgent screen is."""
    asked = [path for path in URGENT if case.was_asked(path)]
    if len(asked) == len(URGENT):
        return Progress.DONE
    return Progress.IN_PROGRESS if asked else Progress.NOT_STARTED


def open_questions(case: Case, on: date) -> tuple[Gap, ...]:
    """What nobody has asked yet, each adult's moment alone included."""
    return (*gaps(case), *unoffered(case, on))


def next_step(case: Case, on: date, *, after: Step) -> Step:
    """The page to open next: this person's, else the first open one of another."""
    if case.status is not CaseStatus.DRAFT:
        return Step("show")
    if after.person:
        own = list(Page)[list(Page).index(Page(after.page)) + 1 :]
        if own:
            return Step(own[0], after.person)
    for member in case.members:
        for page in Page:
            if progress(case, member, page, on=on) is not Progress.DONE:
                return _unless_same(Step(page, member.id), after)
    return Step("check")


def _unless_same(step: Step, after: Step) -> Step:
    """Never open the page that was just saved again: the worker left it so on purpose."""
    return Step("show") if step == after else step
