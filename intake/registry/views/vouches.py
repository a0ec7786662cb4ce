"""Vouches: record one, list them, agree to one more, take one back."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain import vouching as rules
from intake.domain.case import Case
from intake.domain.codes import IdentityLevel, ViewPurpose, VouchCapacity, VouchMethod
from intake.domain.event import Event, VouchRecorded
from intake.domain.individual import Individual
from intake.domain.vouching import Vouch
from intake.errors import ConsentMissing, NotFound, NumberInvalid, RuleBroken
from intake.i18n import gettext as _
from intake.registry import vouching
from intake.registry.forms.links import WhyForm
from intake.registry.forms.vouches import VouchForm
from intake.registry.viewing import note_view, open_record
from intake.security.roles import Action
from intake.store import Store
from intake.web import access

bp = Blueprint("vouches", __name__)


@bp.get("/people/<individual>/vouches")
@access.open_to(Action.VOUCH)
def everybody(individual: str) -> ResponseReturnValue:
    """List who stands up for a person: what was said, and to few who said it."""
    return _list(individual, WhyForm())


@bp.route("/people/<individual>/vouches/new", methods=["GET", "POST"])
@access.open_to(Action.VOUCH)
def new(individual: str) -> ResponseReturnValue:
    """Write down that somebody vouches for a person."""
    case, member = _opened(individual)
    form = VouchForm(request.form)
    if request.method == "POST" and form.validate():
        try:
            crowded = _record(case, member, form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            flash(_("Recorded. A reviewer has to agree first.") if crowded else _("Recorded."))
            return redirect(url_for("vouches.everybody", individual=individual), code=303)
    page = render_template("registry/vouch_new.html", form=form, member=member)
    return page, form.status


@bp.post("/vouches/<vouch>/agree")
@access.open_to(Action.VOUCH)
def agree(vouch: str) -> ResponseReturnValue:
    """Let one more vouch stand of somebody who vouched for many."""
    return _step(vouch, rules.agree)


@bp.post("/vouches/<vouch>/withdraw")
@access.open_to(Action.VOUCH)
def withdraw(vouch: str) -> ResponseReturnValue:
    """Take a vouch back."""
    return _step(vouch, rules.withdraw)


def _record(case: Case, member: Individual, form: VouchForm) -> bool:
    store = access.store()
    if not form.ticked("agrees"):
        raise ConsentMissing(path="agrees")
    with store.together():
        made = _made(store, case, member, form)
        checked = rules.record(made, vouching.known(store, made), access.actor_roles())
        store.record(checked)
    return checked.crowded


def _made(store: Store, case: Case, member: Individual, form: VouchForm) -> VouchRecorded:
    voucher = _voucher(store, form.said("number"))
    told = IdentityLevel(form.said("level") or IdentityLevel.A0.value)
    together = bool(voucher) and vouching.is_of_household(store, member.id, voucher)
    return VouchRecorded(
        case=case.id,
        vouch=access.new_id(),
        individual=member.id,
        voucher=voucher,
        name="" if voucher else form.said("name"),
        contact=form.said("contact"),
        capacity=VouchCapacity(form.said("capacity")),
        level=vouching.level_of(store, voucher) if voucher else told,
        facts=form.facts(),
        method=VouchMethod(form.said("method")),
        known_since=form.said("known_since"),
        known_how=form.said("known_how"),
        statement=form.said("statement"),
        same_household=together or form.ticked("same_household"),
        authority=form.ticked("authority"),
        met=form.ticked("met"),
        separately=form.ticked("separately"),
        signed=form.ticked("signed"),
        told=form.told(),
        by=access.actor(),
        at=access.now(),
    )


def _voucher(store: Store, number: str) -> str:
    """The registered person of a number; a number of a group is of nobody alone."""
    if not number:
        return ""
    case = store.cases.by_number(number)
    found = [m.id for m in case.members if m.number == number] if case else []
    if not found:
        raise NumberInvalid(path="number")
    return found[0]


def _step(vouch: str, rule: Callable[..., Event]) -> ResponseReturnValue:
    store, form = access.store(), WhyForm(request.form).of(vouch)
    found = _found(store, vouch)
    if form.validate():
        reason = str(form.reason.answer.value)
        by, roles, at = access.actor(), access.actor_roles(), access.now()
        try:
            with store.together():
                again = _found(store, vouch)
                store.record(rule(again, reason=reason, by=by, roles=roles, at=at))
        except RuleBroken as error:
            form.refuse(error)
        else:
            flash(_("Recorded."), "good")
            return redirect(url_for("vouches.everybody", individual=found.individual), code=303)
    return _list(found.individual, form)


def _found(store: Store, vouch: str) -> Vouch:
    found = store.vouches.get(vouch)
    if found is None:
        raise NotFound(thing="vouch")
    return found


def _opened(individual: str) -> tuple[Case, Individual]:
    """The record, after the look at it was recorded."""
    store, by, at = access.store(), access.actor(), access.now()
    case, member = open_record(store, individual, access.actor_roles())
    note_view(store, case.id, individual, purpose=ViewPurpose.DECISION, by=by, at=at)
    return case, member


def _list(individual: str, form: WhyForm) -> ResponseReturnValue:
    store, roles = access.store(), access.actor_roles()
    _case, member = _opened(individual)
    found = vouching.of_person(store, individual, roles)
    page = render_template(
        "registry/vouches.html",
        member=member,
        vouches=found,
        numbers=_numbers(store, found),
        form=form,
        me=access.actor(),
        counts=vouching.vouch_supports(store, individual),
        roles=roles,
    )
    return page, form.status


def _numbers(store: Store, vouches: list[Vouch]) -> dict[str, str]:
    people = store.cases.outlines({v.voucher for v in vouches if v.voucher}, "birth")
    return {one: person.number for one, person in people.items()}
