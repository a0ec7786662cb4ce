"""Makes a user of the registry: passphrase hash, one-time-code secret, roles."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import pyotp

from intake.domain.codes import Role
from intake.domain.event import UserAdded, UserDisabled
from intake.domain.name import clean_text
from intake.errors import RuleBroken
from intake.registry.doorman import plain_login
from intake.security.passphrase import hash_passphrase
from intake.security.stretching import SIGN_IN, Profile
from intake.store.users import User, Users

LONGEST_LOGIN = 64
ISSUER = "Intake"


class LoginInvalid(RuleBroken):
    """A sign-in name is letters, digits, dots and dashes of any script."""

    code = "login-invalid"


class LoginTaken(RuleBroken):
    """Somebody has this sign-in name already, or had it."""

    code = "login-taken"


class RolesInvalid(RuleBroken):
    """No role was given, or the administrator's together with one that sees records."""

    code = "roles-invalid"


class LastAdministrator(RuleBroken):
    """Somebody must be left who can add users."""

    code = "last-administrator"


class SetupTokenWrong(RuleBroken):
    """This is not the one-time token that the terminal shows."""

    code = "setup-token-wrong"


@dataclass(frozen=True, slots=True)
class NewUser:
    """Who is to be added; `secret` is the base32 secret of the one-time codes."""

    id: str
    login: str
    name: str
    roles: Collection[Role]
    passphrase: str
    secret: str


def new_secret() -> str:
    """A fresh secret for one-time codes."""
    return pyotp.random_base32()


def code_uri(login: str, secret: str) -> str:
    """What the QR code tells an authenticator app."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def add_user(
    users: Users, new: NewUser, *, by: str, at: datetime, profile: Profile = SIGN_IN
) -> UserAdded:
    """Let somebody sign in; raises `LoginInvalid`, `LoginTaken`, `RolesInvalid`."""
    login = plain_login(new.login)
    if not _is_login(login):
        raise LoginInvalid(path="login")
    if users.by_login(login) is not None:
        raise LoginTaken(path="login")
    refuse_roles(new.roles)
    return UserAdded(
        user=new.id,
        login=login,
        name=clean_text(new.name),
        roles=tuple(role for role in Role if role in new.roles),
        passphrase_hash=hash_passphrase(new.passphrase, profile),
        totp_secret=new.secret,
        by=by,
        at=at,
    )


def refuse_roles(roles: Collection[Role]) -> None:
    """Refuse a set of roles nobody may have at a registry (security/roles.py)."""
    mixed = Role.ADMINISTRATOR in roles and len(set(roles)) > 1
    if not roles or mixed or Role.FIELD in roles:
        raise RolesInvalid(path="roles")


def disable_user(users: Users, user: User, *, by: str, at: datetime) -> UserDisabled:
    """Let somebody sign in no more; raises `LastAdministrator`."""
    others = [
        u
        for u in users.everyone()
        if u.id != user.id and not u.disabled and Role.ADMINISTRATOR in u.roles
    ]
    if Role.ADMINISTRATOR in user.roles and not others:
        raise LastAdministrator()
    return UserDisabled(user=user.id, by=by, at=at)


def _is_login(text: str) -> bool:
    plain = all(unicodedata.category(c)[0] in "LMN" or c in ".-_@" for c in text)
    return 0 < len(text) <= LONGEST_LOGIN and plain
