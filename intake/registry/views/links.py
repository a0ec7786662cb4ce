"""Links between records: which stand, their history, how two people undo one."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import pair as rules
from intake.domain.codes import AfterUndo
from intake.domain.event import Event
from intake.domain.pair import Pair
from intake.errors import NotFound
from intake.i18n import gettext as _
from intake.registry.forms.links import UndoForm, WhyForm
from intake.registry.grouping import hidden_pairs
from intake.registry.linking import history
from intake.registry.verifying.queue import reviewer
from intake.registry.views.stepping import is_taken
from intake.security.roles import Action
from intake.web import access

bp = Blueprint("links", __name__)


@bp.get("/links")
@access.open_to(Action.JUDGE_PAIR)
def standing() -> ResponseReturnValue:
    """List the links that stand, those first that somebody wants undone; numbers only."""
    store = access.store()
    links = store.pairs.links()
    untold = hidden_pairs(store, links)
    pairs = [pair for pair in links if pair.id not in untold]
    people = store.cases.outlines({i for p in pairs for i in (p.left, p.right)}, "birth")
    asked = [p for p in pairs if p.undoing]
    rest = [p for p in pairs if not p.undoing]
    return render_template("registry/links.html", asked=asked, rest=rest, people=people)


@bp.get("/pairs/<pair>/history")
@access.open_to(Action.JUDGE_PAIR)
def show(pair: str) -> ResponseReturnValue:
    """Show who linked and undid what, when and why."""
    return _page(pair, UndoForm(), WhyForm())


@bp.post("/pairs/<pair>/undo")
@access.open_to(Action.JUDGE_PAIR)
def ask(pair: str) -> ResponseReturnValue:
    """Ask that a link be undone, with the reason."""
    form = UndoForm(request.form)

    def asking(found: Pair) -> Event:
        after = AfterUndo(str(form.after.answer.value))
        return rules.ask_undo(found, after=after, **_given(found, form))

    if form.validate() and _done(pair, form, asking):
        flash(_("Asked. The link stands until a second person agrees."))
        return redirect(url_for("links.show", pair=pair), code=303)
    return _page(pair, form, WhyForm())


@bp.post("/pairs/<pair>/undo/confirm")
@access.open_to(Action.JUDGE_PAIR)
def confirm(pair: str) -> ResponseReturnValue:
    """Undo a link as the second person."""
    form = WhyForm(request.form)
    if form.validate() and _done(pair, form, lambda p: rules.undo(p, **_given(p, form))):
        flash(_("The link is undone. Both records stand for themselves again."), "good")
        return redirect(url_for("links.show", pair=pair), code=303)
    return _page(pair, UndoForm(), form)


@bp.post("/pairs/<pair>/undo/keep")
@access.open_to(Action.JUDGE_PAIR)
def keep(pair: str) -> ResponseReturnValue:
    """Let a link stand that somebody wanted undone."""
    form = WhyForm(request.form)
    if form.validate() and _done(pair, form, lambda p: rules.keep_link(p, **_given(p, form))):
        flash(_("The link stays."), "good")
        return redirect(url_for("links.show", pair=pair), code=303)
    return _page(pair, UndoForm(), form)


@bp.post("/pairs/<pair>/reopen")
@access.open_to(Action.JUDGE_PAIR)
def reopen(pair: str) -> ResponseReturnValue:
    """Put a settled pair that is no link back into the queue."""
    form = WhyForm(request.form)
    if form.validate() and _done(pair, form, lambda p: rules.reopen(p, **_given(p, form))):
        flash(_("The pair is back in the queue."), "good")
        return redirect(url_for("pairs.waiting"), code=303)
    return _page(pair, UndoForm(), form)


def _given(pair: Pair, form: WhyForm) -> dict[str, Any]:
    """What every step about a pair carries."""
    return {
        "reason": str(form.reason.answer.value),
        "by": reviewer(access.store(), pair, access.actor(), access.actor_roles()),
        "at": access.now(),
    }


def _done(pair: str, form: WhyForm, step: Callable[[Pair], Event]) -> bool:
    return is_taken(form, lambda: step(_found(pair)))


def _found(pair: str) -> Pair:
    found = access.store().pairs.get(pair)
    if found is None or hidden_pairs(access.store(), [found]):
        raise NotFound(thing="pair")
    return found


def _page(pair: str, undo: UndoForm, why: WhyForm) -> ResponseReturnValue:
    store, found = access.store(), _found(pair)
    page = render_template(
        "registry/link.html",
        pair=found,
        people=[store.cases.individual(one) for one in (found.left, found.right)],
        lines=history(store, found, access.actor()),
        undo=undo,
        why=why,
        me=access.actor(),
    )
    return page, max(undo.status, why.status)
