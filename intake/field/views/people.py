"""The three pages of a person: who, where from, what they agree to and tell."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from intake.domain.case import Case, add_member, could_be_child
from intake.domain.codes import CaseStatus, GroupKind, Relationship
from intake.domain.event import Event, FocalPointNamed, StatementsAdded
from intake.domain.individual import Individual
from intake.errors import NotFound, RuleBroken
from intake.field import agreeing, alike, copying, drafting, saving
from intake.field.forms.people import ConsentForm, OriginForm, WhoForm
from intake.field.forms.rest import PageForm
from intake.field.looking_up import LOOK_UP, offer
from intake.field.pages import ASKED_ON, Page, Step, next_step, rest_of
from intake.field.reading import before, called, case_here, interpreter_of, language_of, member_here
from intake.field.views.alike import in_a_line
from intake.i18n import gettext
from intake.security.roles import Action
from intake.web import access
from intake.web.agreeing import read_aloud
from intake.web.fields import Answer

bp = Blueprint("people", __name__)
FORMS: dict[Page, type[PageForm]] = {
    Page.WHO: WhoForm,
    Page.ORIGIN: OriginForm,
    Page.CONSENT: ConsentForm,
}
REDRAW = ("suggest", "same", "language", "when", "write", LOOK_UP)
"""Buttons that fill or turn the page, or lead to another, and save nothing."""
ELSEWHERE = {"when": "when.ask", "write": "write.own_name"}
"""Buttons that lead to a page that helps to find the answer."""


@bp.route("/cases/<case>/people/<person>/<page>", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str, person: str, page: str) -> ResponseReturnValue:
    """Show one page of a person, keep what is typed, record what is said."""
    found, member = member_here(case, person)
    if page not in FORMS:
        raise NotFound(thing="page")
    if found.status is not CaseStatus.DRAFT:
        return redirect(url_for("amend.edit", case=case, person=person, page=page), code=303)
    visit = saving.Visit(
        paper=drafting.key(case, page, person),
        subject=person,
        said=member.said,
        paths=ASKED_ON[Page(page)],
        through=interpreter_of(found),
    )
    form = _form(Page(page), visit, found, member)
    if request.method == "POST":
        if request.form.get("do") in REDRAW:
            return _redraw(visit, form, found, member)
        events = _checked(Page(page), visit, form, found, member)
        if events is not None:
            return _saved(Page(page), visit, events)
    return _show(Page(page), visit, form, found, member)


def _form(page: Page, visit: saving.Visit, case: Case, member: Individual) -> PageForm:
    """The form of a page, without the questions that cannot be."""
    if page is Page.CONSENT:
        consent = visit.fill(ConsentForm, **agreeing.standing_answers(case, member))
        consent.narrow(
            may_be_child=could_be_child(member, access.now().date()),
            birth_known=bool(member.value("birth")),
        )
        other = before(case, member)
        if other is not None and not agreeing.has_answered(case, member):
            consent.language.hint = gettext("As for %(name)s. Change it?", name=called(other))
        return consent
    form = visit.fill(FORMS[page])
    if isinstance(form, WhoForm):
        form.narrow(
            is_alone=case.group_kind is GroupKind.SINGLE,
            has_other_focal=case.focal not in ("", member.id),
        )
    offer(form)
    _mark_copied(visit, form, copying.source(case, member, visit.paths))
    return form


def _mark_copied(visit: saving.Visit, form: PageForm, other: Individual | None) -> None:
    """Say beside each copied answer that it is one, and whose."""
    typed = request.form if request.method == "POST" else visit.unsaved.formdata
    for path in typed.getlist(copying.FROM_GROUP) if typed else ():
        if path in form.asked():
            form.asked()[path].hint = gettext("From the quick group. Ask, then save.")
    for path in copying.copied(typed) if other else ():
        if path in form.asked():
            form.asked()[path].hint = gettext(
                "Copied from %(name)s. Ask, then save.", name=called(other) if other else ""
            )


def _redraw(
    visit: saving.Visit, form: PageForm, case: Case, member: Individual
) -> ResponseReturnValue:
    """Fill or turn the page as a button asks, as unsaved text, and show it again."""
    filled, other = MultiDict(request.form), copying.source(case, member, visit.paths)
    if filled["do"] == "suggest":
        filled = copying.with_latin(filled, language_of(case, member))
    elif filled["do"] == "same" and other is not None:
        filled = copying.with_same(filled, form, other)
    drafting.keep(visit.paper, filled)
    if filled["do"] in ELSEWHERE:
        target = url_for(ELSEWHERE[filled["do"]], case=case.id, person=member.id)
        return redirect(target, code=303)
    return redirect(request.path, code=303)


def _new(
    page: Page, visit: saving.Visit, form: PageForm, case: Case, member: Individual
) -> saving.New:
    is_child = could_be_child(member, access.now().date())
    extra = {}
    if page is Page.WHO and case.group_kind is GroupKind.SINGLE:
        extra["relationship"] = Answer(Relationship.FOCAL_POINT.value)
    new = visit.statements(
        form,
        needed=rest_of(page, is_child=is_child),
        said_in=language_of(case, member),
        extra=extra,
    )
    other = copying.source(case, member, visit.paths)
    return copying.credited(new, copying.copied(request.form), other)


def _checked(
    page: Page, visit: saving.Visit, form: PageForm, case: Case, member: Individual
) -> list[Event] | None:
    """Everything a page that may be saved says; None for one that is shown again."""
    if not form.validate():
        return None
    new = _new(page, visit, form, case, member)
    try:
        events = _events(case, member, form, new)
    except RuleBroken as error:
        form.refuse(error)
        return None
    return None if visit.is_stale(new) else events


def _events(case: Case, member: Individual, form: PageForm, new: saving.New) -> list[Event]:
    """Everything one saved page says, to be recorded together."""
    by, at = access.actor(), access.now()
    events: list[Event] = []
    if new:
        events.append(StatementsAdded(case=case.id, statements=new, by=by, at=at))
    is_focal = any(s.path == "relationship" and s.value == Relationship.FOCAL_POINT for s in new)
    if is_focal and case.focal != member.id:
        events.append(FocalPointNamed(case=case.id, individual=member.id, by=by, at=at))
    if isinstance(form, ConsentForm):
        events += agreeing.recorded(case, member, form, by=by, at=at)
    return events


def _saved(page: Page, visit: saving.Visit, events: list[Event]) -> ResponseReturnValue:
    """Record, forget the draft, and open the next thing needed."""
    person = visit.subject
    case = visit.paper.split("/", 1)[0]
    store = access.store()
    if events:
        store.record(*events)
    drafting.drop(visit.paper)
    step = next_step(case_here(case), access.now().date(), after=Step(page, person))
    if step.page == "check" and len(case_here(case).members) < drafting.expected(case):
        step = _add_expected(case)
    if step.person:
        target = url_for("people.edit", case=case, person=step.person, page=step.page)
    else:
        target = url_for("cases.show" if step.page == "show" else "check.show", case=case)
    return redirect(target, code=303)


def _add_expected(case: str) -> Step:
    """Give the next one of a group that said how many it is a record of their own."""
    event = add_member(
        case_here(case),
        individual=access.new_id(),
        number=access.new_number(),
        by=access.actor(),
        at=access.now(),
    )
    access.store().record(event)
    return Step(Page.WHO, event.individual)


def _alike(page: Page, case: Case, member: Individual) -> dict[str, str] | None:
    """What the page says of records that are like this one: at once after the name."""
    if request.method == "POST" or page is Page.CONSENT or not member.text("name"):
        return None
    here = alike.like(case, member)
    href = url_for("alike.show", case=case.id, person=member.id)
    return {"words": in_a_line(here), "href": href} if here else None


def _same_as(
    visit: saving.Visit, form: PageForm, case: Case, member: Individual
) -> tuple[str, list[str]] | None:
    """Whose answers one button copies to this page, and to which questions."""
    other = copying.source(case, member, visit.paths)
    if other is None:
        return None
    asked = [path for path in form.asked() if copying.is_shared(path)]
    return called(other), [path for path in asked if other.value(path) is not None]


def _show(
    page: Page, visit: saving.Visit, form: PageForm, case: Case, member: Individual
) -> ResponseReturnValue:
    typed = request.form if request.method == "POST" else visit.unsaved.formdata
    more = {}
    if isinstance(form, ConsentForm):
        more = read_aloud(form, language_of(case, member))
    return visit.show(
        f"field/{page}.html",
        form,
        case=case,
        member=member,
        name=called(member),
        alike=_alike(page, case, member),
        same_as=_same_as(visit, form, case, member),
        pages=list(Page),
        this_page=page,
        copied=copying.copied(typed),
        is_suggested=copying.is_suggested(typed),
        typed=typed,
        may_be_child=could_be_child(member, access.now().date()),
        **more,
    )
