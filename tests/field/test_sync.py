"""Sync in plain words: joining, sending over a line, carrying a stick, loading answers."""

import io
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from intake.domain.codes import CaseStatus
from intake.domain.event import StatementsAdded
from intake.errors import ChainGap, IntakeError
from intake.store import Store
from intake.sync.enrol import approve, revoke, take_request
from intake.sync.invitation import invite
from intake.sync.stick import export_reply, import_bundle
from intake.sync.wire import PREFIX, refused
from tests.builders import a_statement
from tests.field.desk import MORNING, Desk, Page
from tests.field.seeding import a_record
from tests.sync.parties import APPROVER, INVITER, Line, a_store, tell


@pytest.fixture(name="registry")
def _registry(tmp_path: Path) -> Iterator[Store]:
    store = a_store(tmp_path / "registry")
    yield store
    store.close()


def invitation(registry: Store, *, url: str = "", at=MORNING) -> str:
    return invite(registry, label="Laptop 1", name="Registry", url=url, by=INVITER, at=at)


def join(desk: Desk, text: str) -> Page:
    return desk.send(desk.get("/sync"), {"invitation": text}, having="invitation")


def bundle(desk: Desk) -> Page:
    return desk.post("/sync/bundle", {"csrf_token": desk.token()})


def load(desk: Desk, data: bytes) -> Page:
    file = (io.BytesIO(data), "anything.bundle")
    return desk.post("/sync/load", {"csrf_token": desk.token(), "file": file})


def let_in(desk: Desk, registry: Store, *, url: str = "") -> None:
    """The laptop joins by a stick and is approved by a second person."""
    join(desk, invitation(registry, url=url))
    take_request(registry, bundle(desk).response.data, at=MORNING)
    approve(registry, desk.store.own_chain, by=APPROVER, at=MORNING)
    load(desk, export_reply(registry, desk.store.own_chain, at=MORNING))


def test_a_new_laptop_says_that_it_belongs_to_nobody(desk):
    text = desk.get("/sync").text
    assert "This laptop does not belong to a registry yet" in text
    assert "Sync now" not in text


def test_the_six_words_of_the_laptop_are_shown_to_be_read_aloud(desk, registry):
    before = desk.get("/sync").text
    join(desk, invitation(registry))
    words = next(part for part in before.split() if part.isalpha() and f"{part} ·" in before)
    assert words in desk.get("/sync").text


def test_an_invitation_is_taken_and_both_fingerprints_are_compared(desk, registry):
    page = join(desk, invitation(registry))
    assert page.path == "/sync"
    assert "The registry has not let this laptop in yet" in page.text
    assert page.html.count(" · ") >= 2
    assert desk.store.devices.joined().name == "Registry"


def test_an_invitation_comes_as_a_file_too(desk, registry):
    file = (io.BytesIO(invitation(registry).encode()), "invitation.txt")
    desk.post("/sync/join", {"csrf_token": desk.token(), "invitation": "", "file": file})
    assert desk.store.devices.joined() is not None


@pytest.mark.parametrize("text", ["nonsense", "ab" * 5000, "запрошення"])
def test_a_torn_invitation_is_told_beside_the_box_and_changes_nothing(desk, text):
    page = join(desk, text)
    assert page.status == 422
    assert 'id="invitation-error"' in page.html
    assert page.form(having="invitation").value("invitation") == text
    assert desk.store.devices.joined() is None


def test_a_file_that_is_no_text_is_refused(desk):
    file = (io.BytesIO(bytes(range(256))), "picture.jpg")
    page = desk.post("/sync/join", {"csrf_token": desk.token(), "invitation": "", "file": file})
    assert page.status == 422
    assert "damaged or incomplete" in page.text


def test_nothing_at_all_is_no_invitation(desk):
    page = join(desk, "")
    assert page.status == 422
    assert "Paste the text of the invitation, or choose its file." in page.text


def test_an_old_invitation_is_told_to_be_too_old(desk, registry):
    page = join(desk, invitation(registry, at=MORNING - timedelta(days=8)))
    assert "This invitation is too old." in page.text


def test_a_second_registry_is_refused(desk, registry, tmp_path):
    join(desk, invitation(registry))
    other = a_store(tmp_path / "other")
    text = invitation(other)
    page = desk.post("/sync/join", {"csrf_token": desk.token(), "invitation": text})
    other.close()
    assert page.status == 422
    assert desk.store.devices.joined().registry == registry.own_chain


def test_before_it_is_let_in_the_stick_carries_the_request(desk, registry):
    a_record(desk, "Олена")
    join(desk, invitation(registry))
    assert "Make the request to be let in" in desk.get("/sync").text
    device = take_request(registry, bundle(desk).response.data, at=MORNING)
    assert device.id == desk.store.own_chain


def test_the_file_for_the_stick_has_a_name_that_tells_nothing(desk, registry):
    let_in(desk, registry)
    a_record(desk, "Олена")
    answer = bundle(desk).response
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=intake-")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.mimetype == "application/octet-stream"
    assert "Олена".encode() not in answer.data


def test_work_goes_on_a_stick_and_the_answer_comes_back(desk, registry):
    let_in(desk, registry)
    seeded = a_record(desk, "Олена")
    import_bundle(registry, bundle(desk).response.data, at=MORNING)
    assert desk.case(seeded.case).status is CaseStatus.SENT
    assert "Sent, not confirmed yet" in desk.get("/sync").text
    tell(registry, desk.store.own_chain, seeded.case, seeded.people[0])
    page = load(desk, export_reply(registry, desk.store.own_chain, at=MORNING))
    assert "The file is loaded." in page.text
    assert "1 answer about a person came." in page.text
    assert desk.case(seeded.case).status is CaseStatus.ANSWERED
    assert "Come again on Monday." in desk.get(f"/cases/{seeded.case}/record").text


def test_with_nothing_to_send_no_file_is_made(desk, registry):
    let_in(desk, registry)
    import_bundle(registry, bundle(desk).response.data, at=MORNING)
    load(desk, export_reply(registry, desk.store.own_chain, at=MORNING))
    page = bundle(desk)
    assert page.path == "/sync"
    assert "Nothing waits, so there is nothing to put on a stick." in page.text


def test_very_much_work_needs_several_files_taken_in_order(desk, registry):
    let_in(desk, registry)
    seeded = a_record(desk, "Олена")
    long = [a_statement(seeded.people[0], "testimony", "ї" * 100_000) for _ in range(130)]
    with desk.store.together():
        for one in long:
            desk.store.record(
                StatementsAdded(case=seeded.case, statements=(one,), by=INVITER, at=MORNING)
            )
    page = bundle(desk)
    assert "File 1 of 2" in page.text
    second = desk.post("/sync/bundle", {"csrf_token": desk.token(), "part": "2"})
    with pytest.raises(ChainGap):
        import_bundle(registry, second.response.data, at=MORNING)


def test_a_laptop_that_belongs_to_nobody_makes_no_file(desk):
    page = bundle(desk)
    assert page.path == "/sync"
    assert "The registry has not approved this laptop yet." in page.text


@pytest.mark.parametrize("data", [b"", b"not a bundle", bytes(5000)])
def test_a_wrong_file_is_told_beside_the_box_and_changes_nothing(desk, registry, data):
    let_in(desk, registry)
    before = desk.store.head(desk.store.own_chain)
    page = load(desk, data)
    assert page.status == 422
    assert 'id="load-error"' in page.html
    assert desk.store.head(desk.store.own_chain) == before


def test_ones_own_bundle_is_no_answer(desk, registry):
    let_in(desk, registry)
    a_record(desk, "Олена")
    assert load(desk, bundle(desk).response.data).status == 422


def test_the_outbox_lists_each_record_with_its_state_and_age(desk, registry):
    let_in(desk, registry)
    a_record(desk, "Олена")
    desk.clock.forward(days=3)
    desk.unlock()
    text = desk.get("/sync").text
    assert "Ready to send" in text
    assert "3 days" in text


def test_the_outbox_shows_no_name(desk):
    a_record(desk, "Олена Коваленко")
    assert "Олена" not in desk.get("/sync").html


def test_a_draft_is_counted_but_stays(desk, registry):
    let_in(desk, registry)
    seeded = a_record(desk, "Олена", complete=False)
    text = desk.get("/sync").text
    assert "1 drafts, which stay here" in text
    assert desk.case(seeded.case).status is CaseStatus.DRAFT


def test_a_registry_without_address_offers_the_stick_alone(desk, registry):
    let_in(desk, registry)
    text = desk.get("/sync").text
    assert "This registry has no address on the network. Use a stick." in text
    assert "/sync/now" not in desk.get("/sync").html


def test_an_address_that_is_not_safe_is_not_used(desk, registry):
    let_in(desk, registry, url="http://registry.example")
    page = desk.post("/sync/now", {"csrf_token": desk.token()})
    assert "A setting is wrong." in page.text


@pytest.fixture(name="line")
def _line(registry: Store) -> Iterator[tuple[str, Line]]:
    """A real HTTP line to the registry's desk."""
    desk_line = Line(registry, MORNING)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                status, answer = 200, desk_line.deliver(self.path.removeprefix(PREFIX), body)
            except IntakeError as error:
                status, answer = 409, refused(error)
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", desk_line
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.loopback
def test_sync_now_sends_everything_and_says_so(desk, registry, line):
    url, _ = line
    let_in(desk, registry, url=url)
    seeded = a_record(desk, "Олена")
    page = desk.post("/sync/now", {"csrf_token": desk.token()})
    assert "Synced. The registry confirmed everything that was sent." in page.text
    assert desk.case(seeded.case).status is CaseStatus.RECEIVED
    assert registry.cases.get(seeded.case) is not None


@pytest.mark.loopback
def test_sync_with_nothing_waiting_says_so(desk, registry, line):
    url, _ = line
    let_in(desk, registry, url=url)
    for _ in range(2):
        page = desk.post("/sync/now", {"csrf_token": desk.token()})
    assert "Nothing was waiting on either side." in page.text


@pytest.mark.loopback
def test_before_approval_sync_asks_and_tells_to_wait(desk, registry, line):
    url, _ = line
    join(desk, invitation(registry, url=url))
    page = desk.post("/sync/now", {"csrf_token": desk.token()})
    assert "The registry has not approved this laptop yet." in page.text
    assert registry.devices.get(desk.store.own_chain) is not None


@pytest.mark.loopback
def test_a_registry_that_does_not_answer_loses_nothing(desk, registry):
    let_in(desk, registry, url="http://127.0.0.1:9")
    seeded = a_record(desk, "Олена")
    page = desk.post("/sync/now", {"csrf_token": desk.token()})
    assert "The registry does not answer. Your records are safe here" in page.text
    assert desk.case(seeded.case).status is not CaseStatus.RECEIVED
    assert "The last try did not work" in desk.get("/sync").text


@pytest.mark.loopback
def test_a_refused_record_is_marked_with_the_reason_and_what_to_do(desk, registry, line):
    url, _ = line
    let_in(desk, registry, url=url)
    seeded = a_record(desk, "Олена")
    revoke(registry, desk.store.own_chain, reason="lost", by="user-ana", at=MORNING)
    desk.post("/sync/now", {"csrf_token": desk.token()})
    page = desk.get("/sync")
    assert "no longer takes records from this laptop. Call your supervisor." in page.text
    assert "1 refused by the registry" in page.text
    assert "1 record refused, look" in page.text
    assert "Refused, look" in desk.get(f"/cases/{seeded.case}/record").text


def test_sync_is_shut_while_the_laptop_is_locked(desk):
    desk.client = desk.app.test_client()
    assert desk.get("/sync").path == "/unlock"
