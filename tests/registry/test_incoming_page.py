"""What came in, and bundles on a stick, told in words."""

import io

import pytest

from intake.domain.codes import Role
from intake.sync.enrol import join, make_request, revoke
from intake.sync.invitation import invite
from intake.sync.reply import make_reply
from intake.sync.stick import import_reply
from tests.builders import NOON
from tests.registry.laptops import INVITER, WORKER, a_laptop, ask, let_in, work_of
from tests.registry.visitor import text_of


@pytest.fixture
def laptop(tmp_path, registry):
    opened = a_laptop(tmp_path / "laptop")
    let_in(opened, registry.store)
    reply_to(opened, registry.store)
    yield opened
    opened.close()


def reply_to(laptop, store):
    """The laptop learns that it was let in from the first answer it gets."""
    import_reply(laptop, make_reply(store, laptop.own_chain, at=NOON), at=NOON)


@pytest.fixture
def clerk(registry):
    return registry.signed_in("clara", Role.CLERK)


def bring(clerk, data, name="intake-00.bundle"):
    file = (io.BytesIO(data), name)
    return clerk.post("/incoming", {"bundle": file}, content_type="multipart/form-data")


def test_work_from_a_stick_is_taken_in_and_told(clerk, registry, laptop):
    group, bundle = work_of(laptop, "Олена Приклад")
    answer = bring(clerk, bundle)
    assert answer.location == "/incoming"
    page = text_of(clerk.get("/incoming").text)
    assert "North gate 1:" in page
    assert "new entries were taken in" in page
    assert registry.store.cases.get(group.case) is not None


def test_the_same_stick_twice_adds_nothing(clerk, laptop):
    _, bundle = work_of(laptop, "Олена Приклад")
    bring(clerk, bundle)
    clerk.get("/incoming")
    bring(clerk, bundle)
    assert "was here already" in text_of(clerk.get("/incoming").text)


def test_what_came_in_is_compared_at_once(clerk, registry, laptop):
    _, bundle = work_of(laptop, "Олена Приклад")
    bring(clerk, bundle)
    assert registry.store.cases.unscreened() == []


def test_the_answer_file_brings_the_receipt_home(clerk, registry, laptop):
    _, bundle = work_of(laptop, "Олена Приклад")
    bring(clerk, bundle)
    file = clerk.post(f"/incoming/{laptop.own_chain}/reply", page="/incoming")
    assert file.status_code == 200
    assert "intake-" in file.headers["Content-Disposition"]
    assert "gate" not in file.headers["Content-Disposition"]
    answer = import_reply(laptop, file.data, at=NOON)
    assert answer.acknowledged == registry.store.head(laptop.own_chain).seq


@pytest.mark.parametrize("data", [b"not a bundle", b"\x00" * 500, "Олена".encode()])
def test_a_bad_file_changes_nothing_and_says_why(clerk, registry, data):
    before = registry.store.ledger.count()
    page = bring(clerk, data)
    assert page.status_code == 422
    assert "was not taken in" in page.text
    assert "damaged or incomplete" in page.text
    assert registry.store.ledger.count() == before


def test_a_torn_file_is_refused_whole(clerk, registry, laptop):
    group, bundle = work_of(laptop, "Олена Приклад")
    page = bring(clerk, bundle[: len(bundle) // 2])
    assert page.status_code == 422
    assert registry.store.cases.get(group.case) is None


def test_no_file_at_all_is_asked_for(clerk):
    page = clerk.post("/incoming", {}, content_type="multipart/form-data")
    assert page.status_code == 422
    assert "Choose the file" in page.text


def test_a_stranger_asks_to_be_let_in_by_stick(clerk, registry, tmp_path):
    stranger = a_laptop(tmp_path / "stranger")
    text = invite(
        registry.store, label="New", name="R", url="https://127.0.0.1", by=INVITER, at=NOON
    )
    join(stranger, text, by=WORKER, at=NOON)
    bring(clerk, make_request(stranger, at=NOON))
    stranger.close()
    page = text_of(clerk.get("/incoming").text)
    assert "asks to be let in" in page
    assert "Waits for approval" in page


def test_what_a_revoked_laptop_sends_is_kept_aside(clerk, registry, laptop):
    _, bundle = work_of(laptop, "Олена Приклад")
    revoke(registry.store, laptop.own_chain, reason="lost", by=INVITER, at=NOON)
    page = bring(clerk, bundle)
    assert page.status_code == 422
    words = text_of(clerk.get("/incoming").text)
    assert "Kept aside" in words
    assert "taken back before it sent this" in words
    assert "kept out" in clerk.get("/").text


def test_no_answer_is_made_for_a_laptop_that_was_never_let_in(clerk, registry, tmp_path):
    stranger = a_laptop(tmp_path / "stranger")
    ask(stranger, registry.store)
    path = f"/incoming/{stranger.own_chain}/reply"
    stranger.close()
    assert path not in clerk.get("/incoming").text
    assert clerk.post(path, page="/incoming").status_code == 404
    assert clerk.post("/incoming/nobody/reply", page="/incoming").status_code == 404


def test_no_answer_is_made_for_a_laptop_that_was_taken_back(clerk, registry, laptop):
    _, bundle = work_of(laptop, "Олена Приклад")
    bring(clerk, bundle)
    path = f"/incoming/{laptop.own_chain}/reply"
    assert path in clerk.get("/incoming").text
    revoke(registry.store, laptop.own_chain, reason="lost", by=INVITER, at=NOON)
    assert path not in clerk.get("/incoming").text
    assert clerk.post(path, page="/incoming").status_code == 404


def test_the_page_counts_and_names_no_person(clerk, laptop):
    _, bundle = work_of(laptop, "Олена Приклад")
    bring(clerk, bundle)
    page = clerk.get("/incoming").text
    assert "Олена" not in page
    assert "Received by the registry" in page
