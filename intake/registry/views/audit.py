"""Oversight: whether every chain is whole, who looked, who signed in."""

from collections.abc import Sequence

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from intake.registry import oversight
from intake.registry.forms.audit import VerifyForm
from intake.registry.verifying.agreement import agreement_so_far
from intake.security.roles import Action
from intake.store.verification import Problem
from intake.web import access

bp = Blueprint("audit", __name__)


@bp.get("/audit")
@access.open_to(Action.SEE_AUDIT)
def overview() -> ResponseReturnValue:
    """Show who looked and signed in, and how far each chain goes."""
    return _page(VerifyForm(), None)


@bp.post("/audit")
@access.open_to(Action.SEE_AUDIT)
def verify() -> ResponseReturnValue:
    """Check every chain and signature; with a head, also for a cut tail."""
    form = VerifyForm(request.form)
    if not form.validate():
        return _page(form, None)
    return _page(form, access.store().verify(str(form.head.answer.value or "")))


def _page(form: VerifyForm, problems: Sequence[Problem] | None) -> ResponseReturnValue:
    store, now = access.store(), access.now()
    page = render_template(
        "registry/audit.html",
        form=form,
        problems=problems,
        head=store.head(store.own_chain),
        chains=store.oversight.chains(),
        lookers=oversight.lookers(store, now),
        purposes=oversight.purposes(store, now),
        views=store.oversight.views(limit=50),
        sign_ins=store.oversight.sign_ins(limit=50),
        agreement=agreement_so_far(store),
        erasures=store.oversight.erasures(limit=50),
    )
    return page, form.status
