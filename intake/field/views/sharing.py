"""To share with others: asked line by line; taken back by number, with a receipt."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.case import Case
from intake.domain.codes import Channel, ConsentBy, Purpose, Recipient
from intake.domain.consent import ask_withdrawal, carried_out, for_a_time, standing
from intake.domain.event import ConsentRecorded, Event, StatementsAdded, WithdrawalAsked
from intake.domain.individual import Individual
from intake.errors import NotFound, RuleBroken
from intake.field.answers import new_statements
from intake.field.forms.sharing import SharingForm, WithdrawForm
from intake.field.reading import called, language_of, member_known, telling_of
from intake.field.views.more import back_to
from intake.field.views.receipt import paper
from intake.i18n import current, gettext
from intake.security.roles import Action
from intake.web import access, labels, notices, spoken
from intake.web.spoken import Aloud

bp = Blueprint("sharing", __name__)
_ASKED = (Purpose.REFERRAL, Purpose.SHARING)


@bp.route("/cases/<case>/people/<person>/sharing", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def edit(case: str, person: str) -> ResponseReturnValue:
    """Ask about each further recipient by itself; only what changed is recorded."""
    found, member = member_known(case, person)
    form = SharingForm(request.form, found.consents, member.id)
    if request.method == "POST" and form.validate() and _recorded(found, member, form):
        flash(gettext("Recorded."))
        return redirect(back_to(found), code=303)
    return render_template(
        "field/sharing.html",
        case=found,
        member=member,
        name=called(member),
        form=form,
        groups=[_aloud(form, purpose, language_of(found, member)) for purpose in _ASKED],
    ), form.status


def _aloud(
    form: SharingForm, purpose: Purpose, language: str
) -> tuple[Aloud, list[tuple[Recipient, Any, tuple[str, str]]]]:
    """A question and those it is asked about, in both languages, each with its answer."""
    rows = [(who, field) for about, who, field in form.rows() if about is purpose]
    asked = spoken.aloud([notices.ASK_TO_SHARE[purpose]], language)
    named = spoken.aloud([labels.label(who) for who, _ in rows], language)
    return asked, [(*row, both) for row, both in zip(rows, named.lines, strict=True)]


@bp.route("/withdraw", methods=["GET", "POST"])
@access.open_to(Action.REGISTER)
def withdraw() -> ResponseReturnValue:
    """Take back agreements by the number on a slip, wherever the record is now."""
    form = WithdrawForm(request.form)
    if request.method == "POST" and form.validate():
        asked = ask_withdrawal(
            access.new_id(),
            number=str(form.number.answer.value),
            purposes=form.purposes,
            by=access.actor(),
            at=access.now(),
        )
        access.store().record(asked, *_here_too(asked))
        return redirect(url_for("sharing.receipt", withdrawal=asked.withdrawal), code=303)
    return render_template("field/withdraw.html", form=form), form.status


@bp.get("/withdrawals/<withdrawal>")
@access.open_to(Action.REGISTER)
def receipt(withdrawal: str) -> ResponseReturnValue:
    """Show what was taken back and when, to be printed; numbers only, no name."""
    store = access.store()
    found = store.withdrawals.get(withdrawal)
    if found is None:
        raise NotFound(thing="withdrawal")
    case = store.cases.by_number(found.asked.number)
    language = case.notice_language if case else current()
    return paper(
        found.asked.number,
        what=[labels.label(purpose) for purpose in found.asked.purposes],
        language=language,
        at=found.asked.at,
        back=url_for("find.show"),
    )


def _recorded(case: Case, member: Individual, form: SharingForm) -> bool:
    """Whether the page could be recorded; if not, it says why."""
    try:
        events = _changed(case, member, form)
    except RuleBroken as error:
        form.refuse(error)
        return False
    if events:
        access.store().record(*events)
    return True


def _changed(case: Case, member: Individual, form: SharingForm) -> list[Event]:
    kept = form.withheld_from.answer
    telling = telling_of(case, member)
    new = new_statements(member.id, member.said, {"withheld-from": kept}, telling)
    said = StatementsAdded(case=case.id, statements=new, by=access.actor(), at=access.now())
    answered = for_a_time(_answered(case, member, form), form.until.day)
    return [*([said] if new else []), *answered]


def _answered(case: Case, member: Individual, form: SharingForm) -> list[ConsentRecorded]:
    return [
        ConsentRecorded(
            case=case.id,
            individual=member.id,
            purpose=purpose,
            recipient=recipient,
            answer=answer,
            given_by=ConsentBy(str(form.given_by.answer.value)),
            explained=Channel(str(form.explained.answer.value)),
            language=language_of(case, member),
            notice_version=notices.VERSION,
            by=access.actor(),
            at=access.now(),
        )
        for (purpose, recipient), answer in form.answered().items()
        if standing(case.consents, member.id, purpose, recipient) is not answer
    ]


def _here_too(asked: WithdrawalAsked) -> list[Event]:
    """What this laptop can take back at once, if it still holds the record."""
    case = access.store().cases.by_number(asked.number)
    members = case.members if case and not case.is_forgotten else ()
    own = [m for m in members if m.number == asked.number] or list(members)
    return [
        event
        for member in own
        for event in carried_out(
            case.consents if case else (),
            case=member.case,
            individual=member.id,
            asked=asked,
            at=access.now(),
        )
    ]
