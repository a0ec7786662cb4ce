"""The quick group: many arrive at once, so they are counted first and asked later."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from intake.domain.case import Case, add_member, complete, raise_level
from intake.domain.codes import Level, ReadBack
from intake.domain.event import CaseOpened, StatementsAdded
from intake.domain.individual import Individual
from intake.domain.questions import QUESTIONS
from intake.errors import RuleBroken
from intake.field import drafting
from intake.field.answers import Telling, new_statements, stamp
from intake.field.copying import FROM_GROUP
from intake.field.drafting import Unsaved
from intake.field.forms.quick import QuickForm
from intake.field.looking_up import offer
from intake.field.once import mark
from intake.field.opening import case_of_page, is_open, opened
from intake.field.pages import ASKED_ON, Page
from intake.field.reading import case_here
from intake.field.saving import SEEN
from intake.i18n import current, gettext
from intake.security.roles import Action
from intake.web import access, notices, spoken
from intake.web.fields import Answer

bp = Blueprint("quick", __name__)
PAPER = drafting.key("new", "quick")
TALLY = "tally"


@bp.route("/quick/new", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def new() -> ResponseReturnValue:
    """Count a group on one page and give it a number."""
    do = request.form.get("do", "")
    if do == "empty":
        drafting.drop(PAPER)
        return redirect(url_for("quick.new"), code=303)
    unsaved = drafting.pick_up(PAPER)
    form = _form(unsaved)
    offer(form)
    if request.method == "POST" and not do and form.validate():
        try:
            case = _record(form)
        except RuleBroken as error:
            form.refuse(error)
        else:
            return _saved(case, form)
    return _show(form, unsaved, is_redrawn=bool(do))


@bp.post("/cases/<case>/full")
@access.open_to(Action.REGISTER)
def expand(case: str) -> ResponseReturnValue:
    """Go on to a full registration of a counted group; nothing is asked twice."""
    store, by, at = access.store(), access.actor(), access.now()
    found = case_here(case)
    with store.together():
        store.record(raise_level(found, by=by, at=at))
        if not found.members:
            person, number = access.new_id(), access.new_number()
            store.record(add_member(found, individual=person, number=number, by=by, at=at))
    members = case_here(case).members
    _offer(found, members[0])
    drafting.drop(drafting.key(case, drafting.SIZE))
    drafting.expect(case, max(len(members), _counted(found)))
    address = url_for("people.edit", case=case, person=members[0].id, page=Page.WHO)
    return redirect(address, code=303)


def _form(unsaved: Unsaved) -> QuickForm:
    """The page as posted, as typed before, or with a first guess of the language."""
    if request.method == "POST":
        return QuickForm(request.form)
    return QuickForm(unsaved.formdata, data={"language": Answer(spoken.likely(current()))})


def _show(form: QuickForm, unsaved: Unsaved, *, is_redrawn: bool) -> ResponseReturnValue:
    """Render the page; what came in and was not saved is kept."""
    rev = drafting.keep_posted(PAPER, unsaved.rev)
    language = str(form.language.answer.value or current())
    return render_template(
        "field/quick_new.html",
        form=form,
        notice=spoken.aloud(notices.NOTICE, language),
        paper=PAPER,
        once=mark(),
        box=unsaved.box,
        rev=rev,
        is_redrawn=is_redrawn,
        is_unsaved=request.method == "GET" and unsaved.formdata is not None,
    ), 200 if is_redrawn else form.status


def _record(form: QuickForm) -> str:
    """Open, count and complete in one transaction, once; gives the id of the case."""
    store = access.store()
    with store.together():
        page = case_of_page()
        if is_open(page):
            return page
        begun = opened(form, Level.QUICK, page)
        store.record(begun)
        store.record(_answers(begun, form))
        case = case_here(begun.case)
        store.record(
            complete(
                case,
                read_back=ReadBack(str(form.read_back.answer.value)),
                read_back_in=case.notice_language,
                by=begun.by,
                at=begun.at,
            )
        )
    return begun.case


def _answers(begun: CaseOpened, form: QuickForm) -> StatementsAdded:
    """What the group said of itself, each answer a statement."""
    said = {path: answer for path, answer in form.answers().items() if path in QUESTIONS}
    telling = Telling(said_in=begun.notice_language, new_id=access.new_id)
    statements = new_statements(begun.case, (), said, telling)
    return StatementsAdded(case=begun.case, statements=statements, by=begun.by, at=begun.at)


def _saved(case: str, form: QuickForm) -> ResponseReturnValue:
    drafting.drop(PAPER)
    if form.help_now:
        flash(gettext("Help first: fetch it now. The record is saved."), "alert")
    return redirect(url_for("slip.show", case=case), code=303)


def _offer(case: Case, first: Individual) -> None:
    """Put what the group said of itself on the pages of its first member, to be asked and saved."""
    place = case.value("origin")
    offered: dict[Page, tuple[str, dict[str, str]]] = {}
    if case.value("call-name") and not first.was_asked("name"):
        offered[Page.WHO] = ("name", {"name": str(case.value("call-name"))})
    if isinstance(place, dict) and not first.was_asked("last-residence"):
        boxes = {
            "last_residence": place.get("text"),
            "last_residence__country": place.get("country"),
        }
        offered[Page.ORIGIN] = ("last-residence", {k: str(v) for k, v in boxes.items() if v})
    for page, (path, boxes_) in offered.items():
        paper = drafting.key(case.id, page, first.id)
        if drafting.pick_up(paper).formdata is None:
            seen = stamp(first.said, ASKED_ON[page])
            typed = {**boxes_, "do": "group", FROM_GROUP: path, SEEN: seen}
            drafting.keep(paper, MultiDict(typed))


def _counted(case: Case) -> int:
    """How many people a group was counted as."""
    tally = case.value(TALLY)
    found = tally.values() if isinstance(tally, dict) else ()
    return sum(n for n in found if isinstance(n, int))
