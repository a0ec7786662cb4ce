"""A bundle says the same to its recipient alone, or is refused; nothing between."""

import base64
import hashlib
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.domain.statement import Json
from intake.errors import BundleNotForUs, BundleRefused, BundleTooNew, BundleTorn
from intake.security.canonical import canonical
from intake.security.chain import START, Entry, link
from intake.security.identity import Identity, new_identity
from intake.security.seal import key_id
from intake.sync.bundle import (
    BundlePurpose,
    Opened,
    check_signature,
    entry_line,
    inspect_bundle,
    key_line,
    make_bundle,
    open_bundle,
    read_entry,
)
from intake.sync.envelope import pack

LAPTOP, REGISTRY, OTHER = (new_identity(two * 16) for two in ("0f", "ab", "cd"))
REFUSALS = (BundleTorn, BundleTooNew, BundleNotForUs, BundleRefused)


def entries_of(count: int, size: int = 20) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(count):
        entry = link(
            entries[-1] if entries else None,
            device=LAPTOP.device,
            hlc=f"2026-03-01T08:00:00.{number:03}Z",
            kind="statements-added",
            case="c" * 32,
            actor="a" * 32,
            body=hashlib.shake_256(number.to_bytes(4, "big")).digest(size),
        )
        entries.append(entry)
    return entries


def statement(entries: list[Entry], **changed: Json) -> dict[str, Json]:
    head = entries[-1].head if entries else START
    said: dict[str, Json] = {
        "purpose": "entries",
        "device": LAPTOP.device,
        "recipient": REGISTRY.device,
        "chain": LAPTOP.device,
        "first": entries[0].seq if entries else 0,
        "last": head.seq,
        "count": len(entries),
        "head": head.hash,
        "made": "2026-03-01T08:00:00+00:00",
    }
    return {**said, **changed}


def bundle_of(entries: list[Entry], to: Identity = REGISTRY, **changed: Json) -> bytes:
    lines = [*map(entry_line, entries), key_line("c" * 32, bytes(32))]
    return make_bundle(
        statement(entries, **changed), lines, sender=LAPTOP, recipient_seal_public=to.seal_public
    )


def read(data: bytes, by: Identity = REGISTRY, **how: Any) -> tuple[dict[str, Json], ...]:
    """All three steps, as a careful reader takes them."""
    opened = open_bundle(data, recipient=by, **how)
    check_signature(opened, LAPTOP.sign_public)
    return opened.lines


@settings(max_examples=30)
@given(st.integers(0, 12), st.integers(0, 200))
def test_recipient_reads_what_the_sender_wrote(count: int, size: int) -> None:
    entries = entries_of(count, size)
    lines = read(bundle_of(entries))
    assert [read_entry(line) for line in lines[:-1]] == entries
    assert lines[-1] == key_line("c" * 32, bytes(32))


def test_bundle_of_many_chunks_comes_out_whole() -> None:
    entries = entries_of(60, 4_000)
    data = bundle_of(entries)
    assert int(inspect_bundle(data)["chunks"]) > 2
    assert [read_entry(line) for line in read(data)[:-1]] == entries


def test_statement_comes_out_with_what_binds_it() -> None:
    data = bundle_of(entries_of(2))
    opened = open_bundle(data, recipient=REGISTRY)
    assert opened.statement.items() >= statement(entries_of(2)).items()
    assert opened.bundle == inspect_bundle(data)["bundle"] == opened.statement["bundle"]
    assert opened.signer == LAPTOP.sign_public


def test_found_stick_names_nobody() -> None:
    data = bundle_of(entries_of(3))
    for name in (LAPTOP.device, REGISTRY.device, "c" * 32, "a" * 32, "entries"):
        assert name.encode() not in data
    for raw in (LAPTOP.sign_public, REGISTRY.seal_public, bytes.fromhex(LAPTOP.device)):
        assert raw not in data
    told = inspect_bundle(data)
    assert set(told) == {"version", "suite", "recipient_key", "bundle", "size", "chunks"}


def test_every_single_byte_flip_of_a_small_bundle_is_refused() -> None:
    data = make_bundle(statement([]), [], sender=LAPTOP, recipient_seal_public=REGISTRY.seal_public)
    assert read(data) == ()
    for at in range(len(data)):
        with pytest.raises(REFUSALS):
            read(data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_flips_of_a_larger_bundle_are_refused(data: st.DataObject) -> None:
    whole = bundle_of(entries_of(40, 4_000))
    at = data.draw(st.integers(0, len(whole) - 1))
    mask = data.draw(st.integers(1, 255))
    with pytest.raises(REFUSALS):
        read(whole[:at] + bytes([whole[at] ^ mask]) + whole[at + 1 :])


def test_bundle_cut_short_anywhere_is_refused() -> None:
    data = bundle_of(entries_of(1))
    for length in range(len(data)):
        with pytest.raises(BundleTorn):
            open_bundle(data[:length], recipient=REGISTRY)


def test_bundle_with_something_added_is_refused() -> None:
    with pytest.raises(BundleTorn):
        read(bundle_of(entries_of(1)) + b"\x00")


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(REFUSALS):
        read(data)


def test_bundle_for_somebody_else_is_not_for_us() -> None:
    with pytest.raises(BundleNotForUs):
        read(bundle_of(entries_of(1)), by=OTHER)


def test_sender_cannot_reopen_what_it_sent() -> None:
    with pytest.raises(BundleNotForUs):
        read(bundle_of(entries_of(1)), by=LAPTOP)


def test_bundle_sealed_to_us_but_meant_for_another_is_refused() -> None:
    with pytest.raises(BundleNotForUs) as found:
        read(bundle_of(entries_of(1), recipient=OTHER.device))
    assert found.value.facts == {"why": "recipient"}


def signed(said: dict[str, Json], payload: bytes, **changed: Json) -> bytes:
    """A bundle by a hostile sender, who may seal whatever they like to anybody."""
    bundle = bytes.fromhex(str(said["bundle"]))
    signature = LAPTOP.sign(b"intake-bundle-1\n" + canonical(said))
    inside: dict[str, Json] = {
        "statement": dict(said),
        "signature": base64.b64encode(signature).decode(),
        "signer": base64.b64encode(LAPTOP.sign_public).decode(),
    }
    text = canonical({**inside, **changed})
    plain = len(text).to_bytes(4, "big") + text + payload
    return pack(plain, bundle=bundle, recipient=REGISTRY.seal_public)


def full_statement(payload: bytes, **changed: Json) -> dict[str, Json]:
    facts: dict[str, Json] = {
        "bundle": "12" * 16,
        "sealed_to": key_id(REGISTRY.seal_public).hex(),
        "lines": 0,
        "payload": hashlib.sha256(payload).hexdigest(),
    }
    return {**statement([]), **facts, **changed}


EMPTY = zlib.compress(b"")


def test_hostile_sender_of_these_tests_can_be_honest() -> None:
    assert read(signed(full_statement(EMPTY), EMPTY)) == ()


def test_opened_statement_sealed_again_to_another_is_refused() -> None:
    # Somebody who may open a bundle passes its signed inside on as if it were for us.
    said = full_statement(EMPTY, sealed_to=key_id(OTHER.seal_public).hex())
    with pytest.raises(BundleRefused) as found:
        read(signed(said, EMPTY))
    assert found.value.facts == {"why": "re-aimed"}


def test_payload_of_another_bundle_is_refused() -> None:
    other = zlib.compress(b'{"a":{}}\n')
    with pytest.raises(BundleTorn):
        read(signed(full_statement(EMPTY), other))


@pytest.mark.parametrize(
    "changed",
    [
        {"signature": "AAAA"},
        {"signature": None},
        {"signature": "ÄÄÄÄ"},
        {"signer": base64.b64encode(bytes(31)).decode()},
        {"signer": ["x"]},
        {"statement": None},
        {"statement": []},
        {"statement": {}},
        {"more": 1},
    ],
    ids=repr,
)
def test_hostile_inside_is_torn(changed: dict[str, Json]) -> None:
    with pytest.raises(BundleTorn):
        open_bundle(signed(full_statement(EMPTY), EMPTY, **changed), recipient=REGISTRY)


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"\x00\x00",
        b"\x00\x00\x00\x00",
        b"\xff\xff\xff\xff{}",
        b"\x00\x00\x00\x09{}",
        b"\x00\x00\x00\x02[]",
        b"\x00\x00\x00\x03{ }",
        b"\x00\x00\x40\x00" + b"[" * 0x4000,
        b'\x00\x00\x00\x0d{"a":1,"a":1}',
    ],
    ids=lambda plain: f"{plain[:12]!r}",
)
def test_sealed_rubbish_is_torn(plain: bytes) -> None:
    with pytest.raises(BundleTorn):
        open_bundle(
            pack(plain, bundle=bytes(16), recipient=REGISTRY.seal_public), recipient=REGISTRY
        )


def test_statement_spelt_in_another_way_is_torn() -> None:
    said = full_statement(EMPTY)
    inside = canonical(
        {
            "statement": said,
            "signature": base64.b64encode(bytes(64)).decode(),
            "signer": base64.b64encode(bytes(32)).decode(),
        }
    ).replace(b":0,", b": 0,", 1)
    plain = len(inside).to_bytes(4, "big") + inside + EMPTY
    with pytest.raises(BundleTorn):
        open_bundle(
            pack(plain, bundle=bytes.fromhex("12" * 16), recipient=REGISTRY.seal_public),
            recipient=REGISTRY,
        )


def test_bundle_of_a_liar_about_who_they_are_is_refused() -> None:
    opened = open_bundle(bundle_of(entries_of(1)), recipient=REGISTRY)
    with pytest.raises(BundleRefused) as found:
        check_signature(opened, OTHER.sign_public)
    assert found.value.facts == {"why": "signature"}


def test_changed_statement_no_longer_fits_its_signature() -> None:
    opened = open_bundle(bundle_of(entries_of(1)), recipient=REGISTRY)
    changed = Opened(
        opened.bundle,
        {**opened.statement, "last": 9},
        opened.signature,
        opened.signer,
        opened.payload,
    )
    with pytest.raises(BundleRefused):
        check_signature(changed, LAPTOP.sign_public)


def test_signature_over_a_bare_statement_is_none_over_a_bundle() -> None:
    # The label keeps signatures of checkpoints and receipts out of bundles.
    said = full_statement(EMPTY)
    bare = base64.b64encode(LAPTOP.sign(canonical(said))).decode()
    with pytest.raises(BundleRefused):
        read(signed(said, EMPTY, signature=bare))


def test_receipt_is_not_taken_for_entries() -> None:
    receipt = bundle_of([], purpose="receipt")
    assert open_bundle(receipt, recipient=REGISTRY, expect={BundlePurpose.RECEIPT})
    with pytest.raises(BundleRefused) as found:
        open_bundle(receipt, recipient=REGISTRY, expect={BundlePurpose.ENTRIES})
    assert found.value.facts == {"why": "purpose"}


def test_bomb_is_refused() -> None:
    bomb = zlib.compress(bytes(70 * 1024 * 1024), 9)
    with pytest.raises(BundleRefused) as found:
        read(signed(full_statement(bomb), bomb))
    assert found.value.facts == {"why": "size"}


def test_enrolment_of_a_stranger_gets_little_room() -> None:
    bomb = zlib.compress(b" " * 2 * 1024 * 1024)
    with pytest.raises(BundleRefused):
        read(signed(full_statement(bomb, purpose="enrol"), bomb))


def test_reader_may_set_a_lower_cap() -> None:
    with pytest.raises(BundleRefused):
        read(bundle_of(entries_of(40)), cap=10_000)


@pytest.mark.parametrize(("lines", "count"), [(0, 1), (2, 1), (1, 0), (1, 2)])
def test_statement_that_miscounts_is_torn(lines: int, count: int) -> None:
    payload = zlib.compress(canonical(entry_line(entries_of(1)[0])) + b"\n")
    with pytest.raises(BundleTorn):
        read(signed(full_statement(payload, lines=lines, count=count), payload))


def test_nothing_is_sent_in_the_name_of_another() -> None:
    with pytest.raises(BundleRefused) as found:
        bundle_of(entries_of(1), device=OTHER.device)
    assert found.value.facts == {"why": "sender"}


@pytest.mark.parametrize("changed", [{"made": "today"}, {"first": -1}, {"head": ""}], ids=repr)
def test_nothing_is_sent_that_nobody_would_take(changed: dict[str, Json]) -> None:
    with pytest.raises(BundleTorn):
        bundle_of(entries_of(1), **changed)


def test_overlong_statement_is_not_sent() -> None:
    with pytest.raises(BundleRefused) as found:
        bundle_of(entries_of(1), note="x" * 70_000)
    assert found.value.facts == {"why": "statement"}


def test_nothing_is_sealed_to_a_worthless_key() -> None:
    with pytest.raises(BundleRefused):
        make_bundle(statement([]), [], sender=LAPTOP, recipient_seal_public=bytes(32))


def test_opened_bundle_is_shown_without_its_content() -> None:
    opened = open_bundle(bundle_of(entries_of(1)), recipient=REGISTRY)
    assert repr(opened.payload) not in repr(opened)


# Written by the first release, for the registry whose keys are the bytes below.
FIRST_RELEASE = """
SU5UQUtFAQGGz78Sctd/MkuldmgNOMgUu1kSWcs6eaIBAYbPvxJy138y2oKZAbEG7iueRC6qAAjaC5rPstmmTfN44NnICWVd
3FG0RIKo9UO/wlpZgoKM1lyePnA+gt1i/WsZQpny6f85TRMRIaM60lzmtCVFkKXg9zjOKzBDJ0N5Hkz1D4Yjl/Tf+YaERQUV
1LnOrNgETRRJyRYSG+yO3NLJGSy0Vd7YRY1gEaNxfn8ro9A8xIjKN4tB76Pc0sm7v8j6xLzz+WJK6JUs18tswLeV+vWy36A7
hT/Jo1LqIaD7Lf/FvgpgKOQ46Jcvh0Ob3eNiGA0wfg25J5L+QykAIi7tf0lmfSH7N9VDPv4OXh7AuW5X2tjWWrH9+EWdHwp+
CFPNeffqCDG98m7FNnapJMJaCLF9hOtWwENoO/1Lkj9vwQ73/hFEFn1zBDEhAfDodE9E7AohqtmXYt8Y7CiMS1CvyzdlyzPW
Ht5uSmu89CgmhSVV+DPF7iCPHifDF9W5eLtfn1gtvKxMNQt7Ydkg42lcg8X9HiFaTd1L2Js/hqD/OgMpocyMPFhYvNlKX/pt
ovbczngErbR51Lu3ZPzfjdQckMQsR2SE2skK9y/ZgT3ca/ie/pueaTm5mDadFhxPxZJLhp7fcd8jc3MFFZOdkU8dUjvzyiqK
wCjTKLhNxpLpxdoFStWibWtU3JQvXNS73Nr4d6OvBhk7zemMxWYCta5Mf+5SsImZ8SsVNPbEIaHtKEma/RwaEGLLWPF/Keqe
hWQ0sN7OeEamTgFM3GtkzXbqkCGv1b8x80KZeMnkMvRX+uNnQ610b1vpzsQU4F39aiOQeyEQzBu+Up+Sn265WoVI1o0IgDcA
d/sgKXNrNHE5QlIJgqSraon5w5wFPIaNnGnHl8YUMxp2ECck4proQZJMeAfkj7mgP0ShLrONpAMy6vMvgX6EeHPECwXpKDo0
wuHt61QHiwVdWRvhT/bprycZayBL26V/ysV0avrqEwIbQFh7Mf2XtPpLw3YeLTH0Vorkc4HafJJ9wjJFDzmKyfmce2CJeLMo
Oyksl7hcSQiSQyNWhwL2wEIu4kOZbR2pUb1JN7Yd+dhOzcD9iaKxqcXrty/GLjoC/vype4mQQZx4mCAtd+K7MIDN0MPu48f2
KNK8I7yPsXzZ8TcTWzhehr7cxDkTGNObDcn8GuWlnv0h22FFFhXtZ1KOSr6K1e+1e2owFMd5cZi0Urkp3YMtFwysnBLfgW55
imv5V+9KvbLyYuccDwkdxkGOBxnZNQh934t823mzvNWZaizuhtBqCMqBoLSPdyrdGQT6fVR8KAL0/xCk/uJqA8pl
"""


def test_bundle_of_the_first_release_still_opens() -> None:
    laptop = Identity(LAPTOP.device, bytes(range(32)), bytes(range(1, 33)))
    registry = Identity(REGISTRY.device, bytes(range(2, 34)), bytes(range(3, 35)))
    opened = open_bundle(base64.b64decode(FIRST_RELEASE), recipient=registry)
    check_signature(opened, laptop.sign_public)
    assert opened.signer == laptop.sign_public
    assert read_entry(opened.lines[0]) == entries_of(1)[0]
    assert opened.lines[1] == key_line("c" * 32, bytes(32))
