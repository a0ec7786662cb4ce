"""A whole day with unmistakable people: none of them is anywhere in the clear.

Names and places in four scripts go through drafts, pages, errors, search, a bundle,
the registry and its pages. Then every byte on disk, every log line, file name,
address and header is searched, in many encodings; a plain control copy must be found.
"""

import base64
import json
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from intake import logs
from intake.domain.codes import Purpose, Role, ViewPurpose
from intake.registry.screening import Screening
from intake.store import open_store
from intake.sync import stick
from tests.field.desk import Desk, Page, a_laptop
from tests.registry.visitor import a_registry
from tests.sync.parties import KEY, let_in

CANARIES = (
    "Кардамона-Непомильна",
    "زعفرانة-فريدة-الطائر",
    "ዘርዓያዕቆብ-ካናሪ",
    "Quetzalcanaria Unmistakova",
)
PLACE = "Долина-Тисячі-Ліхтарів"
STORY = "Бабуся-Сховала-Самовар у криниці"
TRANSLATED = "Grandmother-Hid-The-Samovar in the well"
SHORTEST = 3
PURPOSE = ViewPurpose.COMPARE


@dataclass
class Trace:
    """What a watcher could see besides the pages themselves."""

    seen: list[str] = field(default_factory=list)

    def note(self, page: Page) -> Page:
        self.seen += [page.path, str(page.response.headers)]
        return page


def encodings(text: str) -> Iterator[bytes]:
    """The text as it could lie in a file, a log line or an address."""
    for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        yield text.encode(name)
    yield json.dumps(text)[1:-1].encode()
    yield urllib.parse.quote(text).encode()
    yield urllib.parse.quote_plus(text).lower().encode()
    yield text.encode("unicode_escape")
    yield text.encode("utf-8").hex().encode()
    for shift in range(3):  # base64 reads three bytes at a time, wherever the text begins
        whole = base64.b64encode(b"\0" * shift + text.encode("utf-8"))
        yield whole[4 if shift else 0 : -4]
    for part in text.replace("-", " ").split():
        if len(part) > SHORTEST:  # a single letter turns up in any random bytes
            yield part.encode("utf-8")


def found_in(folder: Path) -> list[str]:
    """Names of files that hold a canary, in any encoding, or carry one in their name."""
    needles = {n for text in (*CANARIES, PLACE, STORY, TRANSLATED) for n in encodings(text)}
    hits = []
    for path in sorted(folder.rglob("*")):
        named = str(path.relative_to(folder)).encode()
        data = path.read_bytes() if path.is_file() else b""
        if any(needle in named or needle in data for needle in needles):
            hits.append(path.name)
    return hits


def work(desk: Desk, trace: Trace) -> None:
    """Register every canary, mistype some pages, draft some, search for all."""
    for name in CANARIES:
        case = desk.new_case()
        trace.note(desk.fill(case, "who", {"name": name, "birth__day": "99", "rest": "not-asked"}))
        who = desk.address(case, "who")
        token = desk.get(who).form(having="csrf_token").value("csrf_token")
        draft = f"/drafts/{case}/who/{desk.case(case).members[0].id}"
        trace.note(desk.post(draft, {"csrf_token": token, "rev": "0", "name": name}))
        saved = {"name": name, "name_other": name, "birth__day": "", "rest": "asked-declined"}
        trace.note(desk.fill(case, "who", saved))
        origin = {"birth_place": PLACE, "mother": name, "rest": "asked-declined"}
        trace.note(desk.fill(case, "origin", origin))
        consent = {"verification": "yes", "tracing": "yes", "given_by": "self"}
        consent |= {"testimony": STORY, "rest": "asked-declined"}
        consent |= {"testimony_translation": TRANSLATED, "testimony_translator": "officer"}
        trace.note(desk.fill(case, "consent", consent))
        urgent = {"rest": "asked-declined"}
        trace.note(desk.send(desk.get(f"/cases/{case}/urgent"), urgent, having="rest"))
        check = desk.get(f"/cases/{case}/check")
        trace.note(desk.send(check, {"read_back": "yes"}, having="read_back"))
        trace.note(desk.send(desk.get("/find"), {"words": name}, having="words"))
        trace.note(desk.get(f"/cases/{case}/slip"))
        assert desk.case(case).members[0].text("name") == name


@pytest.fixture
def day(tmp_path: Path) -> Iterator[tuple[Path, Trace]]:
    """Everything a working day leaves behind, with all processes still running."""
    trace = Trace()
    root = tmp_path / "disk"
    desk = a_laptop(root / "laptop")
    desk.set_up()
    handler = logs.start(root / "laptop" / "logs")
    registry = open_store(root / "registry", KEY)
    let_in(desk.store, registry, at=desk.clock())
    let_in_reply = stick.export_reply(registry, desk.store.own_chain, at=desk.clock())
    stick.import_reply(desk.store, let_in_reply, at=desk.clock())
    work(desk, trace)
    usb = root / "usb"
    usb.mkdir()
    stick.save(usb, stick.export_work(desk.store, at=desk.clock()).bundles)
    screening = Screening(registry)
    for path in list(usb.iterdir()):
        stick.import_bundle(
            registry,
            path.read_bytes(),
            at=desk.clock(),
            on_received=lambda cases: screening.screen(cases, desk.clock()) and None,
        )
    assert len(registry.cases.latest()) == len(CANARIES)
    assert registry.filing.agreed_to(Purpose.VERIFICATION).people() == len(CANARIES)
    staff = a_registry(registry).signed_in("clerk", Role.CLERK)
    for line in registry.cases.latest():
        case = registry.cases.get(line.id)
        assert case is not None
        answer = staff.get(f"/people/{case.members[0].id}?purpose={PURPOSE}")
        trace.seen += [str(answer.headers)]
    yield root, trace
    logs.stop(handler)
    desk.app.extensions["intake"].holder.close()
    registry.close()


def test_no_file_holds_a_canary(day: tuple[Path, Trace]) -> None:
    root, _trace = day
    assert found_in(root) == []


def test_no_address_or_header_holds_a_canary(day: tuple[Path, Trace], tmp_path: Path) -> None:
    _root, trace = day
    watched = tmp_path / "watched"
    watched.mkdir()
    (watched / "seen").write_text("\n".join(trace.seen), encoding="utf-8")
    assert len(trace.seen) > 40
    assert found_in(watched) == []


@pytest.mark.parametrize("name", [*CANARIES, PLACE, STORY, TRANSLATED])
def test_the_search_finds_a_plain_copy(tmp_path: Path, name: str) -> None:
    for number, data in enumerate(encodings(name)):
        control = tmp_path / str(number)
        control.mkdir()
        (control / "copy").write_bytes(b"before" + data + b"after")
        assert found_in(control) == ["copy"], number
