"""What came in: bundles, laptops, what was kept aside; and bundles on a stick."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from intake.domain.codes import DeviceStatus
from intake.errors import NotFound, SyncFailed, Tampered
from intake.i18n import gettext as _
from intake.i18n import ngettext
from intake.registry.arrivals import laptops
from intake.registry.desk import desk
from intake.registry.filters import device_name
from intake.security.roles import Action
from intake.sync.bundle import CAP
from intake.sync.desk import Handled
from intake.sync.statement import BundlePurpose
from intake.sync.stick import export_reply, import_bundle, neutral_name
from intake.web import access
from intake.web.sentences import sentence

bp = Blueprint("incoming", __name__)

MOST_BYTES = CAP + 2 * 1024 * 1024
"""A file from a stick: the largest bundle and its envelope."""


@bp.get("/incoming")
@access.open_to(Action.SEE_INCOMING)
def everything() -> ResponseReturnValue:
    """Show what came in and from where."""
    return _page()


@bp.post("/incoming")
@access.open_to(Action.SEE_INCOMING, max_bytes=MOST_BYTES)
def take() -> ResponseReturnValue:
    """Take in a file from a stick; a bad one changes nothing and says why."""
    file = request.files.get("bundle")
    data = file.read() if file is not None else b""
    if not data:
        return _page(_("Choose the file from the stick first."))
    try:
        handled = import_bundle(
            access.store(), data, at=access.now(), on_received=desk().on_received
        )
    except (SyncFailed, Tampered) as error:
        return _page(sentence(error))
    flash(_told(handled))
    return redirect(url_for("incoming.everything"), code=303)


@bp.post("/incoming/<device>/reply")
@access.open_to(Action.SEE_INCOMING)
def reply(device: str) -> ResponseReturnValue:
    """Give the file with receipt and answers for one laptop."""
    store = access.store()
    found = store.devices.get(device)
    if found is None or found.status is not DeviceStatus.APPROVED:
        raise NotFound(thing="device")
    data = export_reply(store, device, at=access.now(), by=access.actor())
    headers = {"Content-Disposition": f'attachment; filename="{neutral_name()}"'}
    return Response(data, mimetype="application/octet-stream", headers=headers)


def _told(handled: Handled) -> str:
    if handled.purpose == BundlePurpose.ENROL:
        return _("A laptop asks to be let in. An administrator compares six words and approves it.")
    if handled.purpose != BundlePurpose.ENTRIES:
        return _("This file only asks for an answer. Make the answer file for that laptop below.")
    laptop = device_name(handled.device)
    if not handled.added:
        return _("%(laptop)s: everything in this file was here already.", laptop=laptop)
    return ngettext(
        "%(laptop)s: %(n)s new entry was taken in. Make the answer file and carry it back.",
        "%(laptop)s: %(n)s new entries were taken in. Make the answer file and carry it back.",
        handled.added,
        laptop=laptop,
    )


def _page(problem: str = "") -> ResponseReturnValue:
    store = access.store()
    page = render_template(
        "registry/incoming.html",
        problem=problem,
        laptops=laptops(store),
        bundles=store.devices.bundles(limit=50),
        kept_aside=store.devices.quarantined(),
        counts=store.cases.counts(),
        unscreened=len(store.cases.unscreened()),
    )
    return page, 422 if problem else 200
