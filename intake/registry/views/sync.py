"""The door for laptops: sealed bundles in, sealed answers out.

No sign-in and no cookie: the signature inside the seal proves the sender.
Described in docs/openapi.yaml.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, TooManyRequests, UnsupportedMediaType

from intake import errors
from intake.errors import IntakeError
from intake.sync.desk import BY_ACTION
from intake.sync.pace import Pace
from intake.sync.receive import Arrival, OnReceived
from intake.sync.wire import OCTETS, PREFIX, refused
from intake.web import access

log = logging.getLogger(__name__)

MOST_BYTES: Final = 32 * 1024 * 1024
"""A bundle over the wire holds at most 8 MiB of ciphertext; this leaves room to grow."""

MINUTE: Final = timedelta(minutes=1)
KNOCKS: Final = 600
"""Requests a minute from one address: fifty laptops behind one line, all at once."""

REQUESTS: Final = 30
"""Enrolments a minute from one address: slow for one who guesses codes."""

# First fit wins, so that a narrower kind stands before its parent.
STATUS: tuple[tuple[type[IntakeError], int], ...] = (
    (errors.ChainGap, 409),
    (errors.ChainForked, 409),
    (errors.DeviceNotApproved, 403),
    (errors.DeviceRevoked, 403),
    (errors.BundleRefused, 422),
    (errors.SyncFailed, 400),
    # Tampered here is what somebody sent, not what this registry holds.
    (errors.Tampered, 400),
    (errors.Locked, 503),
    (IntakeError, 500),
)


def make_blueprint(*, name: str = "", on_received: OnReceived | None = None) -> Blueprint:
    """The sync API of a registry; `on_received` gets the ids of new cases."""
    bp = Blueprint("sync", __name__, url_prefix=PREFIX.rstrip("/"))
    paces = {
        "enrol": Pace(REQUESTS, MINUTE),
        "push": Pace(KNOCKS, MINUTE),
        "pull": Pace(KNOCKS, MINUTE),
    }
    for action, pace in paces.items():
        view = access.open_to_machines(max_bytes=MOST_BYTES)(_view(action, pace, on_received))
        bp.add_url_rule("/" + action, action, view, methods=["POST"])
    bp.add_url_rule("/registry", "registry", access.open_to_machines(max_bytes=0)(_about(name)))
    bp.register_error_handler(IntakeError, refuse)
    bp.register_error_handler(HTTPException, refuse_request)
    return bp


def _view(
    action: str, pace: Pace, on_received: OnReceived | None
) -> Callable[[], ResponseReturnValue]:
    def take() -> ResponseReturnValue:
        if not pace.allows(request.remote_addr or "", access.now()):
            raise TooManyRequests
        if request.mimetype != OCTETS:
            raise UnsupportedMediaType
        data = request.get_data(cache=False)
        arrival = Arrival(access.now(), "wire", on_received)
        handled = BY_ACTION[action](access.store(), data, arrival)
        facts = {"action": action, "device": handled.device, "added": handled.added}
        log.info("bundle-taken", extra=facts)
        return Response(handled.answer, mimetype=OCTETS)

    return take


def _about(name: str) -> Callable[[], ResponseReturnValue]:
    def about() -> ResponseReturnValue:
        identity = access.store().identity
        return {
            "v": 1,
            "registry": identity.device,
            "name": name,
            "sign_public": identity.sign_public.hex(),
            "seal_public": identity.seal_public.hex(),
        }

    return about


def refuse(error: IntakeError) -> ResponseReturnValue:
    """Answer what was refused by its code and facts, which are never personal."""
    status = next(status for kind, status in STATUS if isinstance(error, kind))
    log.warning("bundle-refused", extra={"code": error.code, "status": status})
    return Response(refused(error), status, mimetype="application/json")


def refuse_request(error: HTTPException) -> ResponseReturnValue:
    """Answer a request that is none of ours: too large, too often, of another type."""
    status = error.code or 500
    return {"code": f"http-{status}", "facts": {}}, status
