"""The page of one decision, with the one form that is open now."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from flask import render_template
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from intake.domain.codes import DecisionStatus, ViewPurpose
from intake.domain.hearing import working_days_after
from intake.errors import NotAllowed, NotFound
from intake.registry import settings
from intake.registry.desk import desk
from intake.registry.forms.decisions import (
    FactOpinionForm,
    LevelOpinionForm,
    ReviewForm,
    opinion_forms,
)
from intake.registry.forms.hearings import (
    CommentAnswerForm,
    CommentForm,
    RecheckAnswerForm,
    RecheckForm,
    TellForm,
)
from intake.registry.masking import may_read
from intake.registry.verifying import conducting, leases
from intake.registry.verifying.evidence import named_evidence
from intake.registry.verifying.grounds import Dossier, dossier, recorders
from intake.registry.verifying.involved import involved_with
from intake.registry.viewing import note_view
from intake.registry.views.supports import support_lines
from intake.security.roles import Action
from intake.store.decisions import Decision
from intake.web import access
from intake.web.forms import BaseForm


@dataclass
class Forms:
    """The forms of the page; a refused one stands in the place of its empty one."""

    review: ReviewForm = field(default_factory=ReviewForm)
    tell: TellForm = field(default_factory=TellForm)
    comment: CommentForm = field(default_factory=CommentForm)
    answer: CommentAnswerForm = field(default_factory=CommentAnswerForm)
    recheck: RecheckForm = field(default_factory=RecheckForm)
    recheck_answer: RecheckAnswerForm = field(default_factory=RecheckAnswerForm)

    def problems(self) -> list[tuple[str, str]]:
        """What the error summary lists."""
        return [problem for form in self._all() for problem in form.problems()]

    @property
    def status(self) -> int:
        """200 for a page to fill in, 422 for one that came back with errors."""
        return 422 if self.problems() else 200

    def _all(self) -> tuple[BaseForm, ...]:
        return (
            self.review,
            self.tell,
            self.comment,
            self.answer,
            self.recheck,
            self.recheck_answer,
        )


@dataclass
class Blind:
    """The form of an opinion on the record alone."""

    facts: list[tuple[str, FactOpinionForm]]
    level: LevelOpinionForm

    @classmethod
    def read(cls, facts: Iterable[str], sent: MultiDict[str, str] | None) -> "Blind":
        """One outcome for each fact, and a level."""
        return cls(opinion_forms(facts, sent), LevelOpinionForm(sent))

    def forms(self) -> list[BaseForm]:
        """All of them, in page order."""
        return [*(form for _fact, form in self.facts), self.level]

    def validate(self) -> bool:
        """Check every form, so that all problems show at once."""
        checked = [form.validate() for form in self.forms()]
        return all(checked)

    def problems(self) -> list[tuple[str, str]]:
        """What the error summary lists."""
        return [problem for form in self.forms() for problem in form.problems()]


def decision_page(decided: Decision, forms: Forms) -> ResponseReturnValue:
    """Show record, findings and proposal, and to whoever may go on, the next form."""
    if not may_read(access.actor_roles(), "testimony"):
        raise NotAllowed()
    store, user = access.store(), access.actor()
    about = dossier(store, decided.interview, access.now().date())
    opinions = store.second_looks.opinions(decided.id)
    is_second = _is_second(decided, about)
    is_mine = not is_second or leases.keep(store, leases.review_of(decided.id), user, access.now())
    if is_second and _reads_blind(decided, [o.by for o in opinions]):
        if not is_mine:  # what was found and proposed stays unread
            raise leases.WorkTaken(thing="review")
        blind = Blind.read(about.interview.facts, None)
        blind.level.form_errors = [words for _target, words in forms.problems()]
        return blind_page(decided, about, blind)
    note_view(
        store, decided.case, about.person.id, purpose=ViewPurpose.DECISION, by=user, at=access.now()
    )
    page = render_template(
        "registry/decision.html",
        decided=decided,
        about=about,
        held=about.interview,
        person=about.person,
        forms=forms,
        identity=store.identities.of(about.person.id),
        comments=store.identities.comments(decided.id),
        opinions=opinions,
        **support_lines(about.person.id),
        rechecks=[
            r for r in store.second_looks.rechecks(about.person.id) if r.decision == decided.id
        ],
        asked=conducting.all_asked(about.interview),
        found=conducting.differences(about.interview, about.person),
        named=named_evidence(store, about),
        **_open_to_me(decided, about),
        may_review=is_second and is_mine,
        taken=is_second and not is_mine,
    )
    return page, forms.status


def blind_page(decided: Decision, about: Dossier, form: Blind) -> ResponseReturnValue:
    """Show the record without what was found or proposed, and ask for an opinion."""
    at, by = access.now(), access.actor()
    note_view(
        access.store(), decided.case, about.person.id, purpose=ViewPurpose.DECISION, by=by, at=at
    )
    page = render_template(
        "registry/opinion.html",
        decided=decided,
        about=about,
        held=about.interview,
        person=about.person,
        form=form,
        asked=conducting.all_asked(about.interview),
        found=conducting.differences(about.interview, about.person),
    )
    return page, 422 if form.problems() else 200


def _is_second(decided: Decision, about: Dossier) -> bool:
    """Whether the one at work can say the second word on what waits."""
    involved = {decided.proposed_by, decided.interviewed_by, *recorders(about.person)}
    waits = decided.status is DecisionStatus.PROPOSED
    return waits and access.actor() not in involved and access.may_now(Action.REVIEW_DECISION)


def _reads_blind(decided: Decision, given_by: Collection[str]) -> bool:
    """Whether a second person decides on the record before seeing the proposal."""
    return decided.blind and access.actor() not in given_by


def _open_to_me(decided: Decision, about: Dossier) -> dict[str, object]:
    """What the one at work may do with it now."""
    user = access.actor()
    involved = {decided.proposed_by, decided.interviewed_by, *recorders(about.person)}
    waits = decided.status is DecisionStatus.PROPOSED
    over = decided.comment_until < access.now().date().isoformat()
    return {
        "waits": waits,
        "is_involved": user in involved,
        "may_recheck": access.may_now(Action.REVIEW_DECISION)
        and user not in involved_with(access.store(), about.person.id),
        "may_answer": decided.proposed_by != user and access.may_now(Action.REVIEW_DECISION),
        "window_over": bool(decided.comment_until) and over,
        "until": last_day().isoformat(),
    }


def last_day() -> date:
    """The last day to comment for somebody who is told today."""
    return working_days_after(
        access.now().date(), settings.comment_days(access.store(), desk()), desk().days_off
    )


def found(decision: str) -> Decision:
    """The decision; raises `NotFound`."""
    held = access.store().decisions.get(decision)
    if held is None:
        raise NotFound(thing="decision")
    return held
