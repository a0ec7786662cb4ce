"""Rules V-12 and V-25 on the laptop: what may never be read again, and how near help is."""

import logging
from pathlib import Path

from intake import logs
from tests.field.desk import Desk
from tests.flows.office import complete

MARKS = ("UNMISTAKABLE-CONTACT", "UNMISTAKABLE-WORD", "UNMISTAKABLE-UNCLE")
WISH = ("specialist&#34;", "Wants to see a specialist")


def told(desk: Desk) -> str:
    """A complete record with every kind of answer that is written and never read."""
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена", "birth__age": "40", "rest": "asked-unknown"})
    desk.fill(case, "origin", {"rest": "asked-unknown"})
    contact = {"safe_contact": MARKS[0], "safe_contact__code_word": MARKS[1]}
    moment = {"private_moment": "offered-taken", "rest": "asked-declined"}
    desk.fill(case, "consent", contact | moment)
    base = f"/cases/{case}/people/{desk.case(case).members[0].id}"
    paper = {"kind": "passport", "taken_by": "armed-group"}
    desk.send(desk.get(f"{base}/papers/0"), paper, having="kind")
    shared = {"withheld_from": MARKS[2], "given_by": "self", "explained": "spoken"}
    desk.send(desk.get(f"{base}/sharing"), shared, having="explained")
    desk.post(f"{base}/specialist", {"csrf_token": desk.token()})
    desk.send(desk.get(f"/cases/{case}/urgent"), {"rest": "not-asked"}, having="rest")
    complete(desk, case)
    return case


def crawl(desk: Desk, case: str) -> dict[str, str]:
    """Every page of the laptop about this case, pages of errors too."""
    person = desk.case(case).members[0].id
    found = {}
    for rule in desk.app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.endpoint == "static":
            continue
        known = {"case": case, "person": person, "place": 0}
        pages = {"page": ("who", "origin", "consent", "needs", "nothing")}
        names = pages["page"] if "page" in rule.arguments else ("",)
        for name in names:
            values = {a: known.get(a, name if a == "page" else "0" * 32) for a in rule.arguments}
            with desk.app.test_request_context(base_url="http://127.0.0.1:8000"):
                path = desk.app.create_url_adapter(None) or desk.app.url_map.bind("127.0.0.1")
            address = path.build(rule.endpoint, values)
            found[address] = desk.get(address).html
    return found


def test_v12_what_is_restricted_is_on_no_page_search_or_log(desk: Desk, tmp_path: Path) -> None:
    handler = logs.start(tmp_path / "logs")
    case = told(desk)
    pages = crawl(desk, case)
    assert len(pages) > 20
    for words in (*MARKS, "Олена", "armed"):
        page = desk.send(desk.get("/find"), {"words": words}, having="words")
        text = page.html.replace(f'value="{words}"', "")
        assert not [mark for mark in MARKS if mark in text]
    logging.getLogger("intake").error("failed")
    logs.stop(handler)
    assert not [path for path, html in pages.items() for mark in MARKS if mark in html]
    chosen = 'value="armed-group" checked'
    assert not [path for path, html in pages.items() if chosen in html]
    assert not [path for path, html in pages.items() for wish in WISH if wish in html]
    written = "".join(p.read_text("utf-8") for p in (tmp_path / "logs").rglob("*") if p.is_file())
    assert not [mark for mark in MARKS if mark in written]


def test_v12_a_search_never_finds_somebody_by_what_is_restricted(desk: Desk) -> None:
    told(desk)
    for mark in MARKS:
        assert desk.store.cases.find(mark) == []


def test_v25_the_first_urgent_question_is_at_most_two_pages_from_the_start(desk: Desk) -> None:
    notice = desk.get("/cases/new?kind=single")
    assert 'href="/cases/new?kind=single"' in desk.get("/").html
    filled = {"language": "uk", "channel": "spoken", "group_kind": "single"}
    urgent = desk.send(notice, filled, having="channel")
    assert urgent.path.endswith("/urgent")
    assert "urgent_doctor" in urgent.form(having="rest").names
