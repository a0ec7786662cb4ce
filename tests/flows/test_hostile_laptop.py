"""Hostile words in every box of the laptop: kept to the byte or refused in words."""

import io
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from intake.domain.codes import Purpose
from intake.domain.name import clean_text
from intake.security.chain import Head
from tests.field.desk import Desk, Page, a_laptop
from tests.field.seeding import a_record, agree
from tests.flows.hostile import (
    CLEANED,
    CODES,
    FAITHFUL,
    INVISIBLE,
    NUMBERS,
    anything,
    body,
    raw,
    sent_by_a_browser,
)

PLENTY = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TEXTS = {
    "who": ("name", "name_latin", "name_other"),
    "origin": ("birth_place", "nationality", "last_residence", "father", "mother", "spouse"),
    "consent": ("testimony",),
}
PATHS = {"name_latin": "name.latin", "name_other": "name.other"}
NUMERIC = {
    "who": ("birth__day", "birth__month", "birth__age"),
    "tracing": ("birth__year", "birth__event_from"),
    "quick": ("tally__f-0-4", "tally__m-60"),
    "new": ("people",),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One laptop for all of this: nothing that is refused may harm what comes next."""
    made = a_laptop(tmp_path_factory.mktemp("hostile"))
    made.set_up()
    yield made
    made.app.extensions["intake"].holder.close()


@pytest.fixture(scope="module")
def case(desk: Desk) -> str:
    return desk.new_case("single")


@pytest.fixture(scope="module")
def family(desk: Desk) -> str:
    """A complete group whose first member agreed to a search."""
    seeded = a_record(desk, "Олена", "Данило")
    agree(desk, seeded, Purpose.TRACING)
    return seeded.case


def head_of(desk: Desk) -> Head:
    """The laptop's chain in one hash: whatever is recorded changes it."""
    return desk.store.head(desk.store.own_chain)


def stored(desk: Desk, case: str, field: str) -> str:
    value = desk.case(case).members[0].value(PATHS.get(field, field.replace("_", "-")))
    return str(value["text"] if isinstance(value, dict) else value)


def the_page(desk: Desk, name: str, case: str, family: str) -> Page:
    """One of the pages with number boxes or lists."""
    other = {
        "tracing": f"/cases/{family}/tracing/new",
        "quick": "/quick/new",
        "new": "/cases/new",
        "urgent": f"/cases/{case}/urgent",
        "check": f"/cases/{case}/check",
        "settings": "/settings",
        "amend": "",
    }
    return desk.get(other[name] if name in other else desk.address(case, name))


@pytest.mark.parametrize("page", TEXTS)
def test_odd_words_are_kept_to_the_byte_and_shown_again(desk: Desk, case: str, page: str) -> None:
    for said in FAITHFUL:
        saved = desk.fill(case, page, dict.fromkeys(TEXTS[page], said))
        assert saved.status == 200, said
        again = desk.get(desk.address(case, page))
        for field in TEXTS[page]:
            assert stored(desk, case, field) == said, field
            assert again.form(having="rest").value(field) == said, field
        assert "<script>alert" not in again.html
        assert "onerror=alert(1)>" not in again.html


@pytest.mark.parametrize("page", TEXTS)
def test_marks_that_turn_the_eye_are_left_out(desk: Desk, case: str, page: str) -> None:
    for said, kept in CLEANED.items():
        assert desk.fill(case, page, dict.fromkeys(TEXTS[page], said)).status == 200, said
        for field in TEXTS[page]:
            assert stored(desk, case, field) == kept, (field, said)


@pytest.mark.parametrize("name", INVISIBLE)
def test_a_name_that_nobody_can_see_is_no_name(desk: Desk, name: str) -> None:
    fresh = desk.new_case("single")
    before = head_of(desk)
    page = desk.fill(fresh, "who", {"name": name, "rest": "asked-unknown"})
    assert page.status == 422
    assert "There is a problem" in page.text
    assert desk.case(fresh).members[0].value("name") is None
    assert head_of(desk) == before


@pytest.mark.parametrize("page", TEXTS)
@pytest.mark.parametrize("bad", [b"a\0b", b"\xed\xa0\x80", b"\xff\xfe"], ids=["NUL", "half", "ff"])
def test_what_no_store_can_keep_is_refused_in_words(
    desk: Desk, case: str, page: str, bad: bytes
) -> None:
    for field in TEXTS[page]:
        form = desk.get(desk.address(case, page)).form(having="rest")
        before = head_of(desk)
        pairs = [(n, v.encode()) for n, v in form.fields if n != field]
        answer = raw(desk, desk.address(case, page), body([*pairs, (field, bad)]))
        assert answer.status in (303, 422), field
        if answer.status == 422:
            assert "There is a problem" in answer.text
            assert head_of(desk) == before
        else:
            assert "\0" not in stored(desk, case, field)
            stored(desk, case, field).encode()
    assert desk.get(desk.address(case, page)).status == 200


@pytest.mark.parametrize("page", NUMERIC)
def test_what_is_no_number_is_said_and_stays_on_the_page(
    desk: Desk, case: str, family: str, page: str
) -> None:
    shown = the_page(desk, page, case, family)
    names = shown.form(having=NUMERIC[page][0]).names
    clean = {n: "" for n in names if n.startswith(("birth__", "tally__"))}
    before = head_of(desk)
    for field in NUMERIC[page]:
        for number in NUMBERS:
            shown = desk.send(shown, {**clean, field: number}, having=field)
            assert shown.status == 422, (field, number)
            assert "There is a problem" in shown.text
            if number != "\0":
                assert shown.form(having=field).value(field) == number
    assert head_of(desk) == before


@pytest.mark.parametrize(
    ("typed", "year"), [("١٩٨٨", "1988"), ("۱۹۸۸", "1988"), ("１９８８", "1988")]
)
def test_digits_of_every_script_are_digits(desk: Desk, typed: str, year: str) -> None:
    fresh = desk.new_case("single")
    desk.fill(fresh, "who", {"name": "X", "birth__year": typed})
    assert desk.case(fresh).members[0].value("birth")["edtf"] == "1988"


@pytest.mark.parametrize(
    "page", ["who", "origin", "consent", "tracing", "quick", "new", "urgent", "check", "settings"]
)
def test_an_unknown_code_in_a_list_is_refused(
    desk: Desk, case: str, family: str, page: str
) -> None:
    shown = the_page(desk, page, case, family)
    form = max((f for f in shown.parsed().forms), key=lambda f: len(f.offered))
    before = head_of(desk)
    for field in form.offered:
        for code in CODES if len(field) % 3 == 0 else CODES[:3]:
            shown = desk.send(shown, {field: code}, having=field)
            assert shown.status == 422, (field, code[:20])
            assert "There is a problem" in shown.text
    assert head_of(desk) == before


@pytest.mark.parametrize("page", ["who", "origin", "consent", "tracing", "quick", "new", "urgent"])
def test_every_name_sent_twice_is_no_crash_and_the_first_counts(
    desk: Desk, case: str, family: str, page: str
) -> None:
    shown = the_page(desk, page, case, family)
    form = max((f for f in shown.parsed().forms), key=lambda f: len(f.names))
    twice = {n: ["First", "Second"] for n in sent_by_a_browser(form)}
    answer = desk.send(shown, {**twice, "rev": ["0", "x"]}, having=next(iter(form.offered)))
    assert answer.status in (200, 409, 422)
    if page == "origin":
        assert "Second" not in desk.get(desk.address(case, "origin")).form(having="rest").value(
            "mother"
        )


def test_a_name_of_301_letters_is_too_long_and_300_are_not(desk: Desk) -> None:
    case = desk.new_case("single")
    for letter in ("x", "Ї", "𐴀"):
        before = head_of(desk)
        page = desk.fill(case, "who", {"name": letter * 301})
        assert page.status == 422
        assert "too long" in page.text
        assert page.form(having="rest").value("name") == letter * 301
        assert head_of(desk) == before
        assert desk.fill(case, "who", {"name": letter * 300}).status == 200
        assert stored(desk, case, "name") == letter * 300


def test_a_testimony_of_100_000_letters_is_kept_whole(desk: Desk, case: str) -> None:
    story = ("Ми йшли вночі. \u200d<b>&{{x}}\n" * 4000)[:99_999] + "."
    assert desk.fill(case, "consent", {"testimony": story}).status == 200
    assert stored(desk, case, "testimony") == story
    again = desk.get(desk.address(case, "consent"))
    assert again.form(having="rest").value("testimony") == story


@pytest.mark.parametrize("letter", ["x", "Ї", "𐴀"])
def test_700_kilobytes_are_too_long_and_stay_on_the_page(
    desk: Desk, case: str, letter: str
) -> None:
    story = letter * (700_000 // len(letter.encode()))
    before = head_of(desk)
    page = desk.fill(case, "consent", {"testimony": story})
    assert page.status == 422
    assert "too long" in page.text
    assert page.form(having="rest").value("testimony") == story
    assert head_of(desk) == before


def test_more_than_a_form_may_hold_is_said_in_words(desk: Desk, case: str) -> None:
    before = head_of(desk)
    page = desk.fill(case, "consent", {"testimony": "x" * 5_000_000})
    assert page.status == 413
    assert "larger than Intake takes" in page.text
    many = "&".join(f"x{n}=1" for n in range(5000)).encode()
    assert raw(desk, desk.address(case, "consent"), many).status < 500
    assert head_of(desk) == before


@given(said=anything())
@PLENTY
def test_whatever_is_typed_into_every_box_is_kept_or_refused(
    desk: Desk, case: str, said: str
) -> None:
    for page, fields in TEXTS.items():
        before = head_of(desk)
        saved = desk.fill(case, page, dict.fromkeys(fields, said))
        assert saved.status in (200, 422), page
        if saved.status == 422:
            assert "There is a problem" in saved.text
            assert head_of(desk) == before
        else:
            kept = stored(desk, case, fields[0])
            sent = said.replace("\r\n", "\n")
            assert kept == clean_text(sent) or not clean_text(sent)


@given(said=anything())
@PLENTY
def test_whatever_is_searched_for_is_no_crash(desk: Desk, said: str) -> None:
    before = head_of(desk)
    for page in (
        desk.send(desk.get("/find"), {"words": said}, having="words"),
        desk.get("/find", query_string={"q": said}),
        desk.get("/cases/new", query_string={"kind": said}),
    ):
        assert page.status in (200, 422)
    assert head_of(desk) == before


@given(said=anything())
@PLENTY
def test_whatever_is_drafted_comes_back_or_is_refused(desk: Desk, case: str, said: str) -> None:
    fresh = f"/drafts/{case}/who/{desk.case(case).members[0].id}"
    sent = {"csrf_token": desk.token(), "rev": said, "name": said, said: said}
    answer = desk.post(fresh, sent)
    assert answer.status in (200, 409, 422)
    assert desk.get(desk.address(case, "who")).status == 200


@given(said=anything())
@PLENTY
def test_a_search_for_a_relative_and_a_quick_count_take_any_words(
    desk: Desk, family: str, said: str
) -> None:
    sought = {"name": said, "father": said, "last_news": said, "must_not_know": said}
    page = desk.get(f"/cases/{family}/tracing/new")
    asker = page.form(having="kin").offered["asker"][0]
    answer = desk.send(page, {**sought, "asker": asker, "kin": "mother"}, having="kin")
    assert answer.status in (200, 422)
    if answer.status == 200:
        kept = {str(t.sought["name"]["text"]) for t in desk.store.cases.tracing(family)}
        assert clean_text(said.replace("\r\n", "\n")) in kept
    count = {"call_name": said, "origin": said, "tally__f-0-4": "1", "read_back": "yes"}
    given_by = {"language": "uk", "channel": "spoken", "group_kind": "family"}
    answer = desk.send(desk.get("/quick/new"), {**count, **given_by}, having="channel")
    assert answer.status in (200, 422)


def test_odd_names_of_officers_and_sites_are_kept(desk: Desk) -> None:
    for said in (*FAITHFUL[:10], "x" * 301, "\0", "\u200b"):
        page = desk.get("/settings")
        answer = desk.send(page, {"new-name": said, "new-site": said}, having="new-name")
        assert answer.status in (200, 422), said[:20]
        if answer.status == 200:
            assert clean_text(said) in {o.name for o in desk.store.users.officers()}
        desk.send(desk.get("/officer"), {}, having="officer") if answer.path == "/officer" else None


@pytest.mark.parametrize("data", [b"", b"\0", b"PK\x03\x04", b"{}" * 99, bytes(range(256)) * 40])
def test_a_file_that_is_no_answer_changes_nothing(desk: Desk, data: bytes) -> None:
    before = head_of(desk)
    for name in ("../../etc/passwd", "Олена.intake", "a\r\nb: c"):
        file = (io.BytesIO(data), name)
        page = desk.post("/sync/load", {"csrf_token": desk.token(), "file": file})
        assert page.status == 422
        assert "There is a problem" in page.text
    assert head_of(desk) == before


def test_all_of_it_can_be_read_from_the_ledger_again(desk: Desk, case: str, family: str) -> None:
    before = {c: desk.store.cases.get(c) for c in (case, family)}
    desk.store.rebuild()
    assert {c: desk.store.cases.get(c) for c in (case, family)} == before
    assert desk.store.verify() == []
