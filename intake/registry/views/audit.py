"""Oversight: whether every chain is whole, who looked, who signed in."""

from collections.abc import Sequence

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from intake.errors import BundleTorn
from intake.registry import oversight
from intake.registry.forms.audit import VerifyForm
from intake.registry.verifying.agreement import agreement_so_far
from intake.security.roles import Action
from intake.store.proof import LARGEST
from intake.store.verification import Problem
from intake.web import access

bp = Blueprint("audit", __name__)


@bp.get("/audit")
@access.open_to(Action.SEE_AUDIT)
def overview() -> ResponseReturnValue:
    """Show who looked and signed in, and how far each chain goes."""
    return _page(VerifyForm(), None)


@bp.post("/audit")
@access.open_to(Action.SEE_AUDIT, max_bytes=LARGEST)
def verify() -> ResponseReturnValue:
    """Check every chain and signature; with a head or a proof, also for a cut tail."""
    form = VerifyForm(request.form)
    if not form.validate():
        return _page(form, None)
    file = request.files.get("proof")
    kept = file.read() if file is not None else b""
    try:
        return _page(form, access.store().verify(str(form.head.answer.value or ""), kept))
    except BundleTorn as error:
        form.refuse(error)
        return _page(form, None)


@bp.get("/audit/proof")
@access.open_to(Action.SEE_AUDIT)
def proof() -> ResponseReturnValue:
    """Give a signed file of how far every chain goes; it names nobody."""
    name = f"intake-proof-{access.now():%Y-%m-%d}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(access.store().proof(), mimetype="application/json", headers=headers)


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
