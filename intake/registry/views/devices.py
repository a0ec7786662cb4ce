"""Laptops: invite one, let a second person approve it, take it back."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.i18n import gettext as _
from intake.registry.arrivals import loss
from intake.registry.desk import desk
from intake.registry.forms.devices import ApproveForm, InviteForm, RevokeForm
from intake.security.roles import Action
from intake.sync import enrol
from intake.sync.invitation import invitation_text, invite, own_words, words_of
from intake.web import access
from intake.web.fields import Answer

bp = Blueprint("devices", __name__)

FILE_NAME = "intake-invitation.txt"


@bp.get("/devices")
@access.open_to(Action.MANAGE_DEVICES)
def everyone() -> ResponseReturnValue:
    """List laptops, those that wait for approval first."""
    return _page(ApproveForm(), RevokeForm())


@bp.route("/devices/invite", methods=["GET", "POST"])
@access.open_to(Action.MANAGE_DEVICES)
def new() -> ResponseReturnValue:
    """Make an invitation for one laptop and show its text."""
    form = InviteForm(request.form, data={"url": Answer(desk().url)})
    if request.method == "POST" and form.validate():
        text = invite(
            access.store(),
            label=" ".join(str(form.label.answer.value).split()),
            name=desk().name,
            url=str(form.url.answer.value),
            by=access.actor(),
            at=access.now(),
        )
        return render_template("registry/invitation.html", text=text), 201
    return render_template("registry/device_new.html", form=form), form.status


@bp.post("/devices/invitation")
@access.open_to(Action.MANAGE_DEVICES)
def invitation() -> ResponseReturnValue:
    """Give an invitation made before as a file; its code never stands in an address."""
    text = invitation_text(
        access.store(), request.form.get("code", ""), name=desk().name, url=desk().url
    )
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return Response(text + "\n", mimetype="text/plain", headers=headers)


@bp.post("/devices/<device>/approve")
@access.open_to(Action.MANAGE_DEVICES)
def approve(device: str) -> ResponseReturnValue:
    """Let a laptop in; never by the one who invited it."""
    form = ApproveForm(request.form)
    if not form.validate():
        return _page(form, RevokeForm())
    enrol.approve(access.store(), device, by=access.actor(), at=access.now())
    flash(_("The laptop may now send records."))
    return redirect(url_for("devices.everyone"), code=303)


@bp.get("/devices/<device>/lost")
@access.open_to(Action.MANAGE_DEVICES)
def lost(device: str) -> ResponseReturnValue:
    """Lead through what to do when a laptop is lost, and give the report to sign."""
    return render_template(
        "registry/device_lost.html",
        loss=loss(access.store(), device),
        head=access.store().head(device),
        now=access.now(),
        revoke_form=RevokeForm(),
    )


@bp.post("/devices/<device>/revoke")
@access.open_to(Action.MANAGE_DEVICES)
def revoke(device: str) -> ResponseReturnValue:
    """Take no more from a laptop."""
    form = RevokeForm(request.form)
    if not form.validate():
        return _page(ApproveForm(), form)
    reason = str(form.reason.answer.value)
    enrol.revoke(access.store(), device, reason=reason, by=access.actor(), at=access.now())
    flash(_("Nothing more is taken from this laptop. What it sends from now on is kept aside."))
    return redirect(url_for("devices.everyone"), code=303)


def _page(approve_form: ApproveForm, revoke_form: RevokeForm) -> ResponseReturnValue:
    store = access.store()
    devices = store.devices.everyone()
    page = render_template(
        "registry/devices.html",
        devices=devices,
        words={d.id: words_of(d.sign_public, d.seal_public) for d in devices},
        own_words=own_words(store),
        invitations=store.devices.invitations(),
        now=access.now().isoformat(),
        me=access.actor(),
        approve_form=approve_form,
        revoke_form=revoke_form,
    )
    return page, max(approve_form.status, revoke_form.status)
