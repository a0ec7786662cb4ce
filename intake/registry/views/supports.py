"""What supports an account: recorded one by one, taken back with a reason."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from intake.domain.codes import SupportClass, ViewPurpose
from intake.domain.event import SupportRecorded, SupportTakenBack
from intake.domain.ids import show_number
from intake.domain.support import Heard, Held, record_support, take_back
from intake.errors import RuleBroken
from intake.i18n import format_date
from intake.i18n import gettext as _
from intake.i18n import lazy_gettext as _l
from intake.registry.forms.supports import SupportForm, TakeBackForm
from intake.registry.grouping import hidden_from
from intake.registry.verifying.supports import Relative, relatives_heard, since
from intake.registry.viewing import open_record
from intake.registry.views.opening import opened
from intake.registry.vouching import vouch_supports
from intake.security.roles import Action
from intake.web import access
from intake.web.fields import Answer

bp = Blueprint("supports", __name__)

_WORDS = {
    "where": _l("Write where it was seen, or who keeps it."),
    "relative": _l("Choose a relative who was heard alone."),
    "seen-on": _l("This day has not come yet."),
}


@bp.get("/people/<individual>/supports")
@access.open_to(Action.PROPOSE_DECISION)
def show(individual: str) -> ResponseReturnValue:
    """Show what supports the account, and the form of one more."""
    return _page(individual, _form(individual, None), TakeBackForm())


@bp.post("/people/<individual>/supports")
@access.open_to(Action.PROPOSE_DECISION)
def add(individual: str) -> ResponseReturnValue:
    """Record one support."""
    form = _form(individual, request.form)
    if not form.validate():
        return _page(individual, form, TakeBackForm())
    store = access.store()
    try:
        with store.together():
            held = [Held(s.of, s.relative) for s in store.supports.standing(individual)]
            heard = [one.heard for one in relatives_heard(store, individual, _number(form))]
            store.record(record_support(_made(individual, form), relatives=heard, held=held))
    except RuleBroken as error:
        _refuse(form, error)
        return _page(individual, form, TakeBackForm())
    flash(_("Recorded. It counts for the next proposal."), "good")
    return redirect(url_for("supports.show", individual=individual), code=303)


@bp.post("/people/<individual>/supports/<support>/back")
@access.open_to(Action.PROPOSE_DECISION)
def back(individual: str, support: str) -> ResponseReturnValue:
    """Let a support count no more."""
    form = TakeBackForm(request.form).of(support)
    if not form.validate():
        return _page(individual, _form(individual, None), form)
    store = access.store()
    case, _member = open_record(store, individual, access.actor_roles())
    made = SupportTakenBack(
        case=case.id,
        support=support,
        individual=individual,
        reason=form.said,
        by=access.actor(),
        at=access.now(),
    )
    try:
        with store.together():
            stands = support in {one.id for one in store.supports.standing(individual)}
            store.record(take_back(made, stands=stands))
    except RuleBroken as error:
        form.refuse(error)
        return _page(individual, _form(individual, None), form)
    flash(_("It counts no more. What was recorded can still be read."), "good")
    return redirect(url_for("supports.show", individual=individual), code=303)


def _form(individual: str, sent: MultiDict[str, str] | None) -> SupportForm:
    today = access.now().date().isoformat()
    form = SupportForm(data={"seen_on": Answer(today)})
    heard = relatives_heard(access.store(), individual)
    form.relative.choices = [("", "–"), *((one.heard.individual, _named(one)) for one in heard)]
    if sent is not None:
        form.process(sent)
    return form


def _named(relative: Relative) -> str:
    parts = [relative.person.text("name"), show_number(relative.person.number)]
    if relative.heard.outside_household:
        parts.append(_("another household"))
    return " · ".join(parts)


def _made(individual: str, form: SupportForm) -> SupportRecorded:
    case, _member = open_record(access.store(), individual, access.actor_roles())
    of = SupportClass(str(form.of.answer.value))
    relative = _relative(individual, form) if of is SupportClass.KIN else None
    return SupportRecorded(
        case=case.id,
        support=access.new_id(),
        individual=individual,
        of=of,
        what=str(form.what.answer.value),
        seen_on=str(form.seen_on.answer.value),
        where=str(form.where.answer.value or ""),
        relative=relative.individual if relative else "",
        interview=relative.interview if relative else "",
        outside_household=bool(relative and relative.outside_household),
        confirmed=bool(form.confirmed.answer.value)
        and of in (SupportClass.DOCUMENT, SupportClass.RECORD),
        by=access.actor(),
        at=access.now(),
    )


def _relative(individual: str, form: SupportForm) -> Heard | None:
    """The relative who was chosen, or whose number was written."""
    found = relatives_heard(access.store(), individual, _number(form))
    chosen, number = str(form.relative.answer.value or ""), _number(form)
    for one in found:
        if one.heard.individual == chosen or (not chosen and one.person.number == number):
            return one.heard
    return None


def _number(form: SupportForm) -> str:
    return str(form.number.answer.value or "")


def _refuse(form: SupportForm, error: RuleBroken) -> None:
    """Put a refusal beside the box that it is about."""
    part = str(error.facts.get("part") or error.facts.get("fact", ""))
    words = _WORDS.get(part)
    if words is None:
        form.refuse(error)
        return
    box = form[part.replace("-", "_")]
    box.errors = [*box.errors, str(words)]


def _page(individual: str, form: SupportForm, taking: TakeBackForm) -> ResponseReturnValue:
    _case, member = opened(individual, ViewPurpose.DECISION)
    held = access.store().interviews.of_individual(individual)
    page = render_template(
        "registry/supports.html",
        member=member,
        form=form,
        taking=taking,
        **support_lines(individual),
        interview=held[0].id if held and held[0].writer == access.actor() else "",
    )
    return page, 422 if form.problems() or taking.problems() else 200


def support_lines(individual: str) -> dict[str, object]:
    """What a page tells of the supports of one person."""
    lasting = since(access.store(), individual)
    return {
        "recorded": access.store().supports.of_individual(individual),
        "people": _people(individual),
        "lasting": [format_date(day) for day in lasting] if lasting else [],
        "vouched": len(vouch_supports(access.store(), individual)),
    }


def _people(individual: str) -> dict[str, str]:
    """Numbers of the relatives that supports name."""
    store = access.store()
    named = {one.relative for one in store.supports.of_individual(individual) if one.relative}
    named -= hidden_from(store, individual, access.actor_roles())
    people = ((one, store.cases.individual(one)) for one in named)
    return {one: person.number for one, person in people if person is not None}
