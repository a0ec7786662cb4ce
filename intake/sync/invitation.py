"""An invitation: what a registry hands to one laptop, as text or as a small file.

Base64url of JSON, signed by the registry, so that a slip of the pen or of a copy
is found. Whose key it is, two people tell by six words, read aloud.
"""

import base64
import binascii
import re
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from intake.domain.event import DeviceInvited
from intake.domain.statement import Json
from intake.errors import BundleRefused, BundleTooNew, BundleTorn, NotFound, SignatureInvalid
from intake.security.canonical import canonical, read_json
from intake.security.identity import six_words, verify_signature
from intake.store import Store
from intake.sync.parcel import whole

VERSION = 1
LASTS = timedelta(days=7)
"""How long an invitation holds: the time a courier may need to a far site."""

LONGEST_LABEL = 60
LONGEST_INVITATION = 4096
_LABEL = b"intake-invitation-1\n"
_CODE_BYTES = 16
_HEX = {"registry": 32, "sign": 64, "seal": 64, "code": 32}
_TEXTS = {"name": 253, "url": 253, "expires": 40}


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a registry hands to one laptop: who it is, where, and a one-time code."""

    registry: str
    name: str
    url: str
    sign_public: str
    seal_public: str
    code: str
    expires: datetime

    @property
    def words(self) -> tuple[str, ...]:
        """The registry's fingerprint, to compare aloud."""
        return words_of(self.sign_public, self.seal_public)


def words_of(sign_public: str, seal_public: str) -> tuple[str, ...]:
    """Six words for two public keys in hex."""
    return six_words(bytes.fromhex(sign_public), bytes.fromhex(seal_public))


def own_words(store: Store) -> tuple[str, ...]:
    """The fingerprint of this machine itself."""
    return six_words(store.identity.sign_public, store.identity.seal_public)


def invite(store: Store, *, label: str, name: str, url: str, by: str, at: datetime) -> str:
    """At the registry: record an invitation for one laptop and give its text."""
    # Joiners are no control characters: Persian and Indic words are written with them.
    if any(unicodedata.category(c) == "Cc" for c in label) or len(label) > LONGEST_LABEL:
        raise BundleRefused(why="label")
    code = secrets.token_hex(_CODE_BYTES)
    expires = (at + LASTS).isoformat(timespec="seconds")
    store.record(DeviceInvited(code=code, label=label, expires=expires, by=by, at=at))
    return invitation_text(store, code, name=name, url=url)


def invitation_text(store: Store, code: str, *, name: str, url: str) -> str:
    """The text of an invitation made before, to show it again; raises `NotFound`."""
    made = store.devices.invitation(code)
    if made is None:
        raise NotFound(thing="invitation")
    said: dict[str, Json] = {
        "v": VERSION,
        "registry": store.own_chain,
        "name": name,
        "url": url,
        "sign": store.identity.sign_public.hex(),
        "seal": store.identity.seal_public.hex(),
        "code": code,
        "expires": made.expires,
    }
    signature = store.identity.sign(_LABEL + canonical(said)).hex()
    whole = canonical({**said, "signature": signature})
    return base64.urlsafe_b64encode(whole).rstrip(b"=").decode("ascii")


def read_invitation(text: str) -> Invitation:
    """The invitation in this text.

    Raises `BundleTorn`, `BundleTooNew` or `BundleRefused`.
    """
    packed = "".join(text.split())
    if not 0 < len(packed) <= LONGEST_INVITATION or not packed.isascii():
        raise BundleTorn(part="invitation")
    try:
        raw = base64.b64decode(packed + "=" * (-len(packed) % 4), b"-_", validate=True)
    except binascii.Error as error:
        raise BundleTorn(part="invitation") from error
    said = _checked(read_json(raw))
    try:
        expires = datetime.fromisoformat(said["expires"])
        signature = bytes.fromhex(said.pop("signature"))
        message = _LABEL + canonical({"v": VERSION, **said})
        verify_signature(bytes.fromhex(said["sign"]), signature, message)
    except (ValueError, SignatureInvalid) as error:
        raise BundleRefused(why="invitation") from error
    if expires.tzinfo is None:
        raise BundleTorn(part="invitation")
    return Invitation(
        registry=said["registry"],
        name=said["name"],
        url=said["url"],
        sign_public=said["sign"],
        seal_public=said["seal"],
        code=said["code"],
        expires=expires,
    )


def is_hex(value: Json, length: int) -> bool:
    """Whether this is text of so many hexadecimal digits."""
    return isinstance(value, str) and bool(re.fullmatch(rf"[0-9a-f]{{{length}}}", value))


def _checked(value: Json) -> dict[str, str]:
    """The fields of an invitation without its version, each of its shape."""
    if not isinstance(value, dict) or type(value.get("v")) is not int:
        raise BundleTorn(part="invitation")
    if value["v"] != VERSION:
        raise BundleTooNew(version=whole(value["v"]))
    said = {name: inner for name, inner in value.items() if name != "v"}
    if said.keys() != {*_HEX, *_TEXTS, "signature"}:
        raise BundleTorn(part="invitation")
    texts = {name: text for name, text in said.items() if isinstance(text, str)}
    fits = all(is_hex(said[name], length) for name, length in _HEX.items())
    short = all(len(texts.get(name, "")) <= most for name, most in _TEXTS.items())
    if not fits or not short or texts.keys() != said.keys():
        raise BundleTorn(part="invitation")
    return texts
