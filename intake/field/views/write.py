"""The screen turned to the person: one box, large letters, no word of the record."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from intake import i18n
from intake.domain.case import Case
from intake.domain.codes import CaseStatus
from intake.domain.individual import Individual
from intake.domain.name import UNKNOWN_SCRIPT, clean_text, script_of
from intake.field import copying, drafting
from intake.field.answers import stamp
from intake.field.forms.people import WhoForm
from intake.field.forms.write import WriteForm
from intake.field.letters import SCRIPTS, script_for
from intake.field.pages import ASKED_ON, Page
from intake.field.reading import language_of, member_here
from intake.field.saving import SEEN
from intake.security.roles import Action
from intake.web import access, spoken

bp = Blueprint("write", __name__)
PAGE = "write"


@bp.route("/cases/<case>/people/<person>/write", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def own_name(case: str, person: str) -> ResponseReturnValue:
    """Let the person write the name; it comes back to the page, to be saved there."""
    found, member = member_here(case, person)
    if found.status is not CaseStatus.DRAFT:
        return redirect(url_for("record.show", case=case), code=303)
    paper = drafting.key(case, PAGE, person)
    unsaved = drafting.pick_up(paper)
    posted = request.form if request.method == "POST" else unsaved.formdata
    with i18n.use_locale(spoken.screen_tag(language_of(found, member)) or i18n.current()):
        form = WriteForm(posted)
        if request.method == "POST" and form.validate():
            _put_into_page(found, member, form.name.raw["text"])
            drafting.drop(paper)
            target = url_for("people.edit", case=case, person=person, page=Page.WHO)
            return redirect(target, code=303)
        return _show(found, member, form, drafting.pick_up(paper).rev)


def _show(case: Case, member: Individual, form: WriteForm, rev: int) -> ResponseReturnValue:
    language = language_of(case, member)
    written = script_of(form.name.raw["text"])
    known = "" if written == UNKNOWN_SCRIPT else written
    script = script_for(language, request.args.get("script", ""), known)
    return render_template(
        "field/write.html",
        form=form,
        script=script,
        scripts=SCRIPTS.values(),
        paper=drafting.key(case.id, PAGE, member.id),
        rev=rev,
        here={"case": case.id, "person": member.id},
        page_lang=i18n.html_lang(i18n.current()),
        page_dir=i18n.direction(i18n.current()),
    ), form.status


def _put_into_page(case: Case, member: Individual, name: str) -> None:
    """Fill the name on the worker's page, as text that is not saved yet."""
    paper = drafting.key(case.id, Page.WHO, member.id)
    unsaved = drafting.pick_up(paper)
    filled = MultiDict(unsaved.formdata or _as_recorded(member))
    text = clean_text(name)
    filled["name"], filled["name__hand"], filled["rev"] = text, text, str(unsaved.rev)
    filled["do"] = PAGE
    drafting.keep(paper, filled)


def _as_recorded(member: Individual) -> "MultiDict[str, str]":
    """The boxes of the page as they stand in the record, for a page never typed on."""
    form = WhoForm(None, said=member.said)
    filled: MultiDict[str, str] = MultiDict()
    for field in form.asked().values():
        for name, values in copying.boxes(field, field.answer).items():
            filled.setlist(name, values)
    filled[SEEN] = stamp(member.said, ASKED_ON[Page.WHO])
    return filled
