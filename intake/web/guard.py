"""What stands before every view: known host, own origin, sizes, headers."""

from flask import Flask, Response, abort, current_app, request

# interface.md names these; nothing from elsewhere loads, nothing inline runs.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# A testimony of 100 000 letters is at most 400 kB of UTF-8 and three times that
# when a browser writes it as %XX; the rest of a page is small beside it.
FORM_LIMIT = 4 * 1024 * 1024
_DAY_S = 86_400


def set_limits(app: Flask) -> None:
    """Say on purpose how large a request may be."""
    app.config["MAX_CONTENT_LENGTH"] = FORM_LIMIT
    app.config["MAX_FORM_MEMORY_SIZE"] = FORM_LIMIT
    app.config["MAX_FORM_PARTS"] = 2000


def check_host() -> None:
    """Refuse a foreign Host, so that another site's name cannot point at us."""
    if request.host not in current_app.extensions["intake"].allowed_hosts:
        abort(400)


def check_origin() -> None:
    """Refuse a change that another site's page asked for.

    With `Referrer-Policy: no-referrer` a browser sends "Origin: null" from our own
    forms too; then Sec-Fetch-Site alone tells whose page it was (Fetch standard).
    """
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None and site not in ("same-origin", "none"):
        abort(403)
    if origin == "null" and site is None:
        abort(403)
    own = {f"http://{request.host}", f"https://{request.host}"}
    if origin not in (None, "null") and origin not in own:
        abort(403)


def add_headers(response: Response) -> Response:
    """Put the headers on every answer; pages are never kept, our own files are.

    Where a file is missing the answer is a page, with the bar of whoever is at work.
    """
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint == "static" and response.status_code < 400:
        response.headers["Cache-Control"] = f"public, max-age={_DAY_S}"
    else:
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={365 * _DAY_S}"
    return response
