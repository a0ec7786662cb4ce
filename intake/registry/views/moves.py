"""Split a group or join two: proposed by one, confirmed or refused by another."""

from collections.abc import Callable, Iterable, Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case, could_be_child
from intake.domain.codes import RegroupReason, ViewPurpose
from intake.domain.event import Event, MoveConfirmed
from intake.domain.individual import Individual
from intake.domain.move import MACHINE, Move, Target, Wish
from intake.errors import NotFound
from intake.i18n import gettext as _
from intake.registry import grouping, moving
from intake.registry.forms.moves import AnswerForm, MoveForm
from intake.registry.viewing import note_view
from intake.registry.views.opening import opened
from intake.registry.views.stepping import acting, are_taken
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("moves", __name__)


@bp.get("/people/<individual>/group")
@access.open_to(Action.REGROUP)
def show(individual: str) -> ResponseReturnValue:
    """Show who belongs to a group now, how it changed, and the form to change it."""
    case, member = _opened(individual)
    return _page(case, member, _form(case, None))


@bp.post("/people/<individual>/group")
@access.open_to(Action.REGROUP)
def propose(individual: str) -> ResponseReturnValue:
    """Propose that some of a group, or all, go into another."""
    case, member = _opened(individual)
    form, move = _form(case, request.form), access.new_id()

    def proposing() -> Sequence[Event]:
        store = access.store()
        wish = Wish(form.leaving, _target(form), RegroupReason(str(form.reason.code)), form.said)
        return moving.propose(store, individual, wish, move=move, by=acting())

    if form.validate() and are_taken(form, proposing):
        flash(_("Proposed. They stay as they are until a second person agrees."))
        return redirect(url_for("moves.review", move=move), code=303)
    return _page(case, member, form)


@bp.get("/moves/<move>")
@access.open_to(Action.REGROUP)
def review(move: str) -> ResponseReturnValue:
    """Show a proposal to whoever answers it, and to whoever made it."""
    return _review(move, AnswerForm())


@bp.post("/moves/<move>/confirm")
@access.open_to(Action.REGROUP)
def confirm(move: str) -> ResponseReturnValue:
    """Agree as the second person: they belong there now, and the laptop is told."""
    form, store = AnswerForm(request.form), access.store()
    with store.together():
        if not _is_answered(move, form, moving.confirm):
            return _review(move, form)
        moving.send_home(store, _found(move), acting())
    flash(_("Done. From now on they belong to the other group; the history tells it."), "good")
    return redirect(url_for("moves.review", move=move), code=303)


@bp.post("/moves/<move>/refuse")
@access.open_to(Action.REGROUP)
def refuse(move: str) -> ResponseReturnValue:
    """Let them stay as they are, or take back what one proposed."""
    form = AnswerForm(request.form)
    if not _is_answered(move, form, moving.refuse):
        return _review(move, form)
    flash(_("They stay as they are."), "good")
    return redirect(url_for("moves.review", move=move), code=303)


def _is_answered(move: str, form: AnswerForm, step: Callable[..., Sequence[Event]]) -> bool:
    def answering() -> Sequence[Event]:
        return step(access.store(), _found(move), reason=form.said, by=acting())

    return form.validate() and are_taken(form, answering)


def _found(move: str) -> Move:
    return moving.found(access.store(), move, access.actor(), access.actor_roles())


def _opened(individual: str) -> tuple[Case, Individual]:
    """The record with the group of now; looked at are all whose names stand on the page."""
    case, member = opened(individual, ViewPurpose.CORRECTION)
    _note(one for one in case.members if one.id != member.id)
    return case, member


def _note(people: Iterable[Individual]) -> None:
    store, by, at = access.store(), access.actor(), access.now()
    for one in people:
        note_view(store, one.case, one.id, purpose=ViewPurpose.CORRECTION, by=by, at=at)


def _form(case: Case, formdata: object) -> MoveForm:
    members = [(one.id, one.text("name") or one.number) for one in case.members]
    return MoveForm(formdata, members, access.actor_roles())


def _target(form: MoveForm) -> Target:
    if form.is_new:
        return Target(access.new_id(), access.new_number(), is_new=True)
    return moving.target_of(access.store(), str(form.number.answer.value))


def _page(case: Case, member: Individual, form: MoveForm) -> ResponseReturnValue:
    store, roles, today = access.store(), access.actor_roles(), access.now().date()
    came = grouping.came_with(store, member.id, roles)
    _note(one for one, _number in came)
    page = render_template(
        "registry/group.html",
        came=came,
        case=case,
        member=member,
        form=form,
        people={one.id: one for one in case.members},
        busy=store.moves.busy([one.id for one in case.members]),
        children={one.id for one in case.members if could_be_child(one, today)},
        moves=grouping.moves_around(store, member.id, roles),
        history=grouping.regroupings(store, case.id, roles, member.id),
        may_propose=any(MACHINE.open_events(None, roles)),
    )
    return page, form.status


def _review(move: str, form: AnswerForm) -> ResponseReturnValue:
    store, user, roles = access.store(), access.actor(), access.actor_roles()
    found = _found(move)
    look = moving.look(store, found, access.now().date())
    if not look.going:
        raise NotFound(thing="move")
    _note((*look.going, *look.staying, *look.there))
    may_confirm = MoveConfirmed.kind in MACHINE.open_events(found.status, roles)
    page = render_template(
        "registry/move.html",
        look=look,
        move=moving.answer_for(found, look.guarded, roles),
        form=form,
        me=user,
        may_confirm=may_confirm and found.proposed_by != user,
    )
    return page, form.status
