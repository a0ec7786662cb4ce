"""Pairs of records that may be of one person: the queue, the two side by side."""

from datetime import datetime

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import PairVerdict, ViewPurpose
from intake.domain.pair import Pair, judge
from intake.errors import NotFound, RuleBroken
from intake.i18n import gettext as _
from intake.i18n import pgettext
from intake.matching.why import Band
from intake.registry.forms.pairs import VerdictForm
from intake.registry.grouping import hidden_pairs
from intake.registry.screening import Screening
from intake.registry.verifying import leases, queue
from intake.registry.verifying.side_by_side import side_by_side
from intake.registry.viewing import note_view
from intake.security.roles import Action
from intake.web import access, labels

bp = Blueprint("pairs", __name__)


@bp.app_template_filter("band")
def band_words(code: str) -> str:
    """How much agrees, in words and never as a number."""
    return str(labels.label(Band(code)))


@bp.app_template_filter("verdict")
def verdict_words(code: str) -> str:
    """A verdict that holds; the label of a button speaks of what comes next."""
    if code == PairVerdict.CANNOT_TELL:
        return pgettext("pair", "Cannot tell")
    return str(labels.label(PairVerdict(code)))


@bp.app_template_filter("clock")
def clock_words(moment: datetime) -> str:
    """The time of day, as the hour of the registry's site."""
    return moment.astimezone().strftime("%H:%M")


@bp.get("/pairs")
@access.open_to(Action.JUDGE_PAIR)
def waiting() -> ResponseReturnValue:
    """List what waits: numbers and bands, no names."""
    store, now = access.store(), access.now()
    lines = queue.waiting(store, access.actor(), now)
    settled = store.pairs.settled(limit=20)
    untold = hidden_pairs(store, settled)
    shown = [pair for pair in settled if pair.id not in untold]
    return render_template("registry/pairs.html", lines=lines, settled=shown)


@bp.get("/pairs/next")
@access.open_to(Action.JUDGE_PAIR)
def following() -> ResponseReturnValue:
    """Go to the next pair that nobody else has open."""
    return _to_next(request.args.get("after", ""))


@bp.get("/pairs/<pair>")
@access.open_to(Action.JUDGE_PAIR)
def review(pair: str) -> ResponseReturnValue:
    """Show the two records side by side and keep them for whoever looks."""
    return _page(_found(pair), VerdictForm())


@bp.post("/pairs/<pair>")
@access.open_to(Action.JUDGE_PAIR)
def decide(pair: str) -> ResponseReturnValue:
    """Record a verdict and go on to the next pair."""
    form = VerdictForm(request.form)
    if form.validate():
        try:
            _record(pair, form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            flash(_("What you think is recorded."), "good")
            return _to_next(pair)
    return _page(_found(pair), form)


@bp.post("/pairs/<pair>/leave")
@access.open_to(Action.JUDGE_PAIR)
def leave(pair: str) -> ResponseReturnValue:
    """Give the pair back undecided and go on to the next one."""
    _found(pair)
    leases.let_go(access.store(), leases.pair_of(pair), access.actor())
    return _to_next(pair)


def _found(pair: str) -> Pair:
    found = access.store().pairs.get(pair)
    if found is None or hidden_pairs(access.store(), [found]):
        raise NotFound(thing="pair")
    return found


def _record(pair: str, form: VerdictForm) -> None:
    store, user = access.store(), access.actor()
    with store.together():  # read and written at once: of two reviewers one is first
        found = _found(pair)
        event = judge(
            found,
            verdict=PairVerdict(str(form.verdict.answer.value)),
            reason=str(form.reason.answer.value),
            by=queue.reviewer(store, found, user, access.actor_roles()),
            at=access.now(),
        )
        store.record(event)
    leases.let_go(store, leases.pair_of(pair), user)
    judged = store.pairs.get(pair)
    if judged is not None and judged.is_link:  # what each told counts for both from now on
        Screening(store).screen([found.left_case], access.now())


def _to_next(after: str) -> ResponseReturnValue:
    found = queue.following(access.store(), access.actor(), access.now(), after)
    if found:
        return redirect(url_for("pairs.review", pair=found), code=303)
    return redirect(url_for("pairs.waiting"), code=303)


def _page(pair: Pair, form: VerdictForm) -> ResponseReturnValue:
    store, user, now = access.store(), access.actor(), access.now()
    latin = request.args.get("latin") == "1"
    shown = side_by_side(store, pair, latin=latin)
    for side in (shown.left, shown.right):
        note_view(store, side.case.id, side.person.id, purpose=ViewPurpose.COMPARE, by=user, at=now)
    is_open = pair.is_open_for(user)
    page = render_template(
        "registry/pair.html",
        shown=shown,
        form=form,
        latin=latin,
        is_open=is_open,
        is_mine=is_open and leases.keep(store, leases.pair_of(pair.id), user, now),
        until=now + leases.KEPT_FOR,
        said=pair.seen_by(user),
        left_over=len(queue.waiting(store, user, now)),
    )
    return page, form.status
