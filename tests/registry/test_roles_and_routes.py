"""Every role at every address: nobody sees a page that the table does not give them."""

import pytest

from intake.domain.codes import Role
from intake.domain.event import UserAdded
from intake.registry.accounts import new_secret
from intake.security.passphrase import hash_passphrase
from intake.security.roles import may
from intake.security.stretching import CHEAP
from intake.web.access import opening_of
from tests.builders import NOON, an_id
from tests.registry.people import BOY, WOMAN, a_family
from tests.registry.visitor import PASSPHRASE

WITH_PEOPLE = {Role.CLERK, Role.INTERVIEWER, Role.REVIEWER, Role.PROTECTION, Role.TRACING}
EVERYBODY = WITH_PEOPLE | {Role.DPO, Role.ADMINISTRATOR}

# Written by hand, apart from the program's own table: both must say the same.
MAY_SEE = {
    "work": EVERYBODY,
    "search": WITH_PEOPLE,
    "people": WITH_PEOPLE,
    "incoming": {Role.CLERK},
    "users": {Role.ADMINISTRATOR},
    "devices": {Role.ADMINISTRATOR},
    "audit": {Role.DPO},
    "figures": {Role.REVIEWER, Role.PROTECTION, Role.DPO},
    "needs": {Role.PROTECTION},
    "best_interests": {Role.PROTECTION},
    "pairs": {Role.CLERK, Role.REVIEWER},
    "links": {Role.CLERK, Role.REVIEWER},
    "moves": {Role.CLERK, Role.REVIEWER, Role.PROTECTION},
}
UNKNOWN = "0" * 32
TO_ALL = {"signin", "setup", "healthz", "static", "sync"}


@pytest.fixture
def family(store):
    return a_family(store)


def user_with(registry, login, *roles):
    """A user recorded directly: also with roles that the page of users refuses."""
    event = UserAdded(
        user=an_id(),
        login=login,
        name=login,
        roles=roles,
        passphrase_hash=hash_passphrase(PASSPHRASE, CHEAP),
        totp_secret=new_secret(),
        by="test",
        at=NOON,
    )
    registry.store.record(event)
    return registry.store.users.get(event.user)


def addresses(registry, family):
    """Every rule with an address that exists where it can."""
    known = {"individual": family.woman, "case": family.case}
    with registry.app.test_request_context(base_url="http://127.0.0.1:8001"):
        adapter = registry.app.create_url_adapter(None) or registry.app.url_map.bind("127.0.0.1")
    for rule in registry.app.url_map.iter_rules():
        if rule.endpoint.split(".")[0] in TO_ALL:
            continue
        values = {name: known.get(name, UNKNOWN) for name in rule.arguments}
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
            yield rule.endpoint, method, adapter.build(rule.endpoint, values, method=method)


def allowed(registry, endpoint, roles):
    """Whether the table above, or for other pages the program's own, lets these roles in."""
    noun = endpoint.split(".")[0]
    if noun in MAY_SEE:
        return bool(MAY_SEE[noun] & set(roles))
    opening = opening_of(registry.app, endpoint)
    return opening is not None and opening.action is not None and may(roles, opening.action)


def ask(visitor, method, path, token):
    if method == "GET":
        return visitor.get(path)
    return visitor.client.open(
        path, method=method, base_url="http://127.0.0.1:8001", data={"csrf_token": token}
    )


@pytest.mark.parametrize("role", Role)
def test_no_role_gets_a_page_that_is_not_its_own(registry, family, role):
    visitor = registry.visitor()
    visitor.sign_in(user_with(registry, "somebody", role))
    token = visitor.token("/sign-in")
    for endpoint, method, path in addresses(registry, family):
        answer = ask(visitor, method, path, token)
        if allowed(registry, endpoint, [role]):
            # Other pages may be narrower than their action; none is ever wider.
            is_ours = endpoint.split(".")[0] in MAY_SEE
            assert answer.status_code != 403 or not is_ours, f"{role}: {method} {path}"
            if UNKNOWN in path:  # what does not exist is not found, or its form is refused first
                assert answer.status_code in (403, 404, 422), f"{role}: {method} {path}"
        else:
            assert answer.status_code == 403, f"{role}: {method} {path}"
            assert WOMAN not in answer.text
            assert BOY not in answer.text


def test_a_stranger_gets_no_page_at_all(registry, family):
    registry.add("ada", Role.ADMINISTRATOR)
    visitor = registry.visitor()
    token = visitor.token("/sign-in")
    for _endpoint, method, path in addresses(registry, family):
        answer = ask(visitor, method, path, token)
        assert answer.status_code == 303, f"{method} {path}"
        assert answer.location == "/sign-in"


def test_an_administrator_gains_no_records_by_a_second_role(registry, family):
    visitor = registry.visitor()
    visitor.sign_in(user_with(registry, "both", Role.ADMINISTRATOR, Role.CLERK))
    for path in ("/search", "/incoming", f"/people/{family.woman}?purpose=person-asks"):
        answer = visitor.get(path)
        assert answer.status_code == 403
        assert WOMAN not in answer.text


def test_every_view_says_to_whom_it_is_open(registry):
    rules = registry.app.url_map.iter_rules()
    undeclared = [r.endpoint for r in rules if opening_of(registry.app, r.endpoint) is None]
    assert undeclared == []


def test_a_change_without_its_token_is_refused(registry):
    admin = registry.signed_in("ada", Role.ADMINISTRATOR)
    answer = admin.client.post("/users/new", base_url="http://127.0.0.1:8001", data={"login": "x"})
    assert answer.status_code == 400
    assert len(registry.store.users.everyone()) == 1


def test_the_bar_offers_only_what_opens(registry, family):
    for role in sorted(EVERYBODY):
        visitor = registry.signed_in(role.value, role)
        page = visitor.get("/").text
        bar = page[page.index("<header") : page.index("</header>")]
        for path in ("/search", "/incoming", "/users", "/devices", "/audit", "/needs"):
            opens = visitor.get(path).status_code == 200
            assert (f'href="{path}"' in bar) is opens, f"{role}: {path}"
