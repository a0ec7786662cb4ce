"""When was it? Easy questions, one at a time, that narrow the time of birth."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import CaseStatus, Why
from intake.domain.event import StatementsAdded
from intake.domain.individual import Individual
from intake.domain.narrowing import Asking, Link, narrow, narrowed_date
from intake.domain.remembered import PACKS
from intake.errors import RuleBroken
from intake.field import drafting, whenasked
from intake.field.answers import new_statements
from intake.field.forms.when import (
    ASKED,
    SHORT,
    EasyForm,
    EventForm,
    OtherForm,
    SeasonForm,
    middle,
    offered,
)
from intake.field.pages import Page
from intake.field.reading import called, language_of, member_here, member_known, telling_of
from intake.field.whenasked import Chain
from intake.i18n import Lazy, gettext, pgettext
from intake.security.roles import Action
from intake.web import access, spoken
from intake.web.arising import in_words, remembered
from intake.web.fields import Answer

bp = Blueprint("when", __name__)


@bp.route("/cases/<case>/people/<person>/when", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def ask(case: str, person: str) -> ResponseReturnValue:
    """Ask one easy question; keep the answer and show what it leaves."""
    found, member = member_known(case, person)
    chain = whenasked.pick_up(found, member)
    asking = _asking(chain)
    form = _form(found, member, chain, asking)
    if request.method == "POST" and form.validate():
        try:
            link = form.link()
        except RuleBroken as error:
            form.refuse(error)
        else:
            return _kept(found, member, chain, link)
    return _show(found, member, chain, form)


@bp.post("/cases/<case>/people/<person>/when/region")
@access.open_to(Action.REGISTER)
def region(case: str, person: str) -> ResponseReturnValue:
    """Offer what people of another region remember."""
    chain = whenasked.pick_up(*member_known(case, person))
    whenasked.keep(chain, chain.links, request.form.get("pack", ""))
    return redirect(url_for(".ask", case=case, person=person), code=303)


@bp.post("/cases/<case>/people/<person>/when/back")
@access.open_to(Action.REGISTER)
def back(case: str, person: str) -> ResponseReturnValue:
    """Take one answer back, for it was wrong or does not fit."""
    chain = whenasked.pick_up(*member_known(case, person))
    at = request.form.get("at", "")
    links = tuple(link for n, link in enumerate(chain.links) if str(n) != at)
    whenasked.keep(chain, links)
    return redirect(url_for(".ask", case=case, person=person), code=303)


@bp.post("/cases/<case>/people/<person>/when/use")
@access.open_to(Action.REGISTER)
def use(case: str, person: str) -> ResponseReturnValue:
    """Record the range as the time of birth, with every answer behind it."""
    found, member = member_known(case, person)
    chain = whenasked.pick_up(found, member)
    if not chain.found.is_narrower:
        return redirect(url_for(".ask", case=case, person=person), code=303)
    _record(found, member, chain)
    drafting.drop(chain.paper)
    found, member = member_here(case, person)
    if found.status is not CaseStatus.DRAFT:
        return redirect(url_for("record.show", case=case), code=303)
    whenasked.put_into_page(found, member)
    return redirect(url_for("people.edit", case=case, person=person, page=Page.WHO), code=303)


def _record(case: Case, member: Individual, chain: Chain) -> None:
    is_draft = case.status is CaseStatus.DRAFT
    why = Why.CORRECTION if is_draft else Why.NEW_INFORMATION
    told = narrowed_date(chain.links, access.now().date())
    answers = {"birth": Answer(told.to_json())}
    telling = telling_of(case, member, why)
    new = new_statements(member.id, member.said, answers, telling)
    if new:
        by, at = access.actor(), access.now()
        access.store().record(StatementsAdded(case=case.id, statements=new, by=by, at=at))


def _kept(case: Case, member: Individual, chain: Chain, link: Link) -> ResponseReturnValue:
    links = (*chain.links, link)
    whenasked.keep(chain, links)
    before = [one.fits for one in chain.found.links]
    if [one.fits for one in narrow(links, access.now().date()).links] != [*before, True]:
        flash(
            gettext(
                "This does not fit with the answers before. That happens. Everything is kept: "
                "ask once more, take one back, or leave it so."
            ),
            "warning",
        )
    return redirect(url_for(".ask", case=case.id, person=member.id), code=303)


def _asking(chain: Chain) -> Asking:
    wanted = request.args.get("ask", "")
    return Asking(wanted) if wanted in [one.value for one in ASKED] else chain.next_asking()


def _form(case: Case, member: Individual, chain: Chain, asking: Asking) -> EasyForm:
    posted = request.form if request.method == "POST" else None
    if asking is Asking.SEASON:
        return SeasonForm(posted, asking, chain.pack)
    if asking is Asking.OTHER:
        return OtherForm(posted, asking, [m for m in case.members if m.id != member.id])
    left = (chain.found.earliest, chain.found.latest)
    return EventForm(posted, asking, offered(chain.pack, asking, left))


def _aloud(form: EasyForm, language: str) -> spoken.Aloud:
    """The question, and the happening proposed, in both languages."""
    lines = [ASKED[form.asking]]
    if isinstance(form, EventForm):
        proposed = middle(list(form.by_id.values()))
        lines += [Lazy(lambda: remembered(proposed))] if proposed else []
    return spoken.aloud(lines, language)


def _show(case: Case, member: Individual, chain: Chain, form: EasyForm) -> ResponseReturnValue:
    found, today = chain.found, access.now().date()
    told = narrowed_date(chain.links, today) if found.is_narrower else None
    more: dict[str, Any] = {}
    if told is not None:
        more = {"ages": told.age_span(today), "may_be_child": told.could_be_minor(today)}
    return render_template(
        "field/when.html",
        case=case,
        member=member,
        name=called(member),
        form=form,
        asking=form.asking,
        tabs=SHORT.items(),
        question=_aloud(form, language_of(case, member)),
        answers=[(n, in_words(link), link.fits) for n, link in enumerate(found.links)],
        told=told,
        has_choices=not isinstance(form, EventForm) or bool(form.by_id),
        packs=[(pack.id, pgettext("event", pack.label)) for pack in PACKS.values()],
        pack=chain.pack.id,
        is_draft=case.status is CaseStatus.DRAFT,
        **more,
    ), form.status
