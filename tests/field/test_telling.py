"""V-22: what was said, read back aloud to one person at a time, in their language."""

from dataclasses import replace

import pytest

from intake import i18n
from intake.domain.codes import Absent, ConsentAnswer, Purpose, SpecificNeed
from intake.domain.consent import MAIN
from intake.field.telling import AGREED, QUIET, SILENT
from intake.web import labels
from intake.web.notices import ASK_CONSENT
from tests.builders import a_statement, statements
from tests.field.desk import Desk
from tests.field.seeding import a_record, officer_of
from tests.web.markup import faults


def begun(desk: Desk) -> str:
    case = desk.new_case("family", people="2")
    desk.send(desk.get(f"/cases/{case}/urgent"), {"urgent_doctor": "yes"}, having="rest")
    who = {"name": "Олена", "sex": "f", "birth__absent": "asked-unknown"}
    desk.fill(case, "who", {**who, "languages__absent": "asked-declined"})
    desk.fill(case, "consent", {"tracing": "yes", "referral": "no", "safe_contact": "Таємно"})
    return case


def page_of(desk: Desk, case: str, member: int = 0) -> str:
    return f"/cases/{case}/aloud/{desk.case(case).members[member].id}"


def test_v22_whole_sentences_in_the_persons_language_and_script(desk: Desk) -> None:
    page = desk.get(page_of(desk, begun(desk)))
    assert 'lang="uk" dir="ltr"' in page.html
    assert "Ви сказали: Олена." in page.text
    assert "Ви сказали, що не знаєте." in page.text
    assert "Ви воліли не казати. Це нормально." in page.text


def test_v22_what_was_agreed_is_read_back_too(desk: Desk) -> None:
    text = desk.get(page_of(desk, begun(desk))).text
    assert "Ви сказали «так»." in text
    assert "Ви сказали «ні»." in text


def test_v22_a_story_that_ends_with_a_full_stop_gets_no_second_one(desk: Desk) -> None:
    case = begun(desk)
    desk.fill(case, "consent", {"testimony": "Ми прийшли вночі. Міст упав."})
    assert "Ви сказали: Ми прийшли вночі. Міст упав." in desk.get(page_of(desk, case)).text
    assert "упав.." not in desk.get(page_of(desk, case)).text


def test_v22_one_person_at_a_time_then_the_next(desk: Desk) -> None:
    case = begun(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    desk.fill(case, "who", {"name": "Данило"}, member=1)
    first, second = (desk.get(page_of(desk, case, n)) for n in (0, 1))
    assert "Данило" not in first.text.replace("Next: Данило", "")
    assert f'href="{page_of(desk, case, 1)}"' in first.html
    assert "Олена" not in second.text
    assert f'href="/cases/{case}/check"' in second.html


def test_v22_every_sentence_leads_to_the_box_that_corrects_it(desk: Desk) -> None:
    case = begun(desk)
    html = desk.get(page_of(desk, case)).html
    assert f'href="{desk.address(case, "who")}#q-name"' in html
    there = desk.address(case, "agreements")
    assert f'href="{there}"' in html
    assert desk.get(there).path == desk.address(case, "consent")


def test_the_group_is_read_what_it_said_of_itself(desk: Desk) -> None:
    case = begun(desk)
    page = desk.get(f"/cases/{case}/aloud")
    assert "Ви сказали: Так." in page.text
    assert f'href="/cases/{case}/urgent#q-urgent-doctor"' in page.html


def test_what_others_must_not_hear_is_not_on_the_page(desk: Desk) -> None:
    case = begun(desk)
    assert "Таємно" not in desk.get(page_of(desk, case)).html
    desk.send(desk.get(f"/cases/{case}/urgent"), {"urgent_afraid": "yes"}, having="rest")
    assert "urgent-afraid" not in desk.get(f"/cases/{case}/aloud").html


def test_the_read_back_leads_to_each_person_in_large_type(desk: Desk) -> None:
    case = begun(desk)
    html = desk.get(f"/cases/{case}/check").html
    assert f'href="{page_of(desk, case)}"' in html
    assert f'href="/cases/{case}/aloud"' in html


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_pages_are_well_made(desk: Desk, lang: str) -> None:
    case = begun(desk)
    desk.get(f"/?lang={lang}")
    assert faults(desk.get(page_of(desk, case)).html) == []
    assert faults(desk.get(f"/cases/{case}/aloud").html) == []
    assert faults(desk.get(receipt_of(desk, case)).html) == []


def receipt_of(desk: Desk, case: str) -> str:
    return f"/cases/{case}/people/{desk.case(case).members[0].id}/receipt"


def test_the_receipt_tells_what_was_agreed_and_how_to_take_it_back(desk: Desk) -> None:
    text = desk.get(receipt_of(desk, begun(desk))).text
    assert "На що ви погодилися What you agreed to" in text
    assert "Кожну відповідь можна відкликати будь-коли" in text
    assert "This is not an identity document." in text


def test_v23_the_receipt_holds_no_name(desk: Desk) -> None:
    case = begun(desk)
    assert "Олена" not in desk.get(receipt_of(desk, case)).html
    assert "Таємно" not in desk.get(receipt_of(desk, case)).html


def test_the_record_leads_to_the_receipt(desk: Desk) -> None:
    case = begun(desk)
    assert receipt_of(desk, case) in desk.get(f"/cases/{case}/record").html


def test_places_and_people_told_line_by_line_are_said_aloud(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена", "birth__age": "40"})
    for page, having, told in (
        ("journey/new", "role", {"role": "school", "place": "Школа над річкою"}),
        ("family/new", "tie", {"tie": "sibling", "name": "Галина"}),
    ):
        desk.send(desk.get(desk.address(case, page)), told, having=having)
    person = desk.case(case).members[0].id
    aloud = desk.get(f"/cases/{case}/aloud/{person}")
    for words in ("Ви сказали: Школа: Школа над річкою.", "Галина", "Де ви жили"):
        assert words in aloud.text
    for href in ("journey", "family"):
        assert f"/people/{person}/{href}" in aloud.html


def test_needs_are_never_said_aloud_where_others_hear(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена", "birth__age": "40"})
    page = desk.get(desk.address(case, "more/needs"))
    desk.send(page, {"needs__0_code": "sm-cc"}, having="rest")
    person = desk.case(case).members[0].id
    text = desk.get(f"/cases/{case}/aloud/{person}").text
    with i18n.use_locale("uk"):
        assert str(labels.label(SpecificNeed("sm-cc"))) not in text


@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("more/needs", "Чи потрібна вам у чомусь допомога"),
        ("more/languages", "Якою мовою вам найлегше говорити?"),
        ("journey", "Де ви жили й перебували дотепер?"),
        ("family", "Розкажіть"),
        ("child", "З ким"),
    ],
)
def test_what_an_optional_page_asks_can_be_read_aloud(desk: Desk, page: str, asked: str) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Сашко", "birth__age": "9"})
    text = desk.get(desk.address(case, page)).text
    assert "Read aloud in: Ukrainian" in text
    assert asked in text


def test_nothing_that_is_for_two_peoples_ears_is_asked_aloud(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", complete=False)
    person = seeded.people[0]
    answers = [a_statement(person, path) for path in sorted(QUIET)]
    by = officer_of(desk)
    desk.store.record(replace(statements(seeded.case, *answers), by=by))
    text = desk.get(f"/cases/{seeded.case}/aloud/{person}").text
    with i18n.use_locale("uk"):
        assert str(labels.asked("name")) in text
        assert [path for path in sorted(QUIET) if str(labels.asked(path)) in text] == []


@pytest.mark.parametrize("absent", list(Absent))
def test_each_reason_for_no_answer_is_said_as_a_sentence_of_its_own(
    desk: Desk, absent: Absent
) -> None:
    seeded = a_record(desk, "Олена", complete=False)
    person = seeded.people[0]
    said = a_statement(person, "occupation", absent=absent)
    desk.store.record(replace(statements(seeded.case, said), by=officer_of(desk)))
    page = desk.get(f"/cases/{seeded.case}/aloud/{person}")
    with i18n.use_locale("uk"):
        assert f"{labels.asked('occupation')} {SILENT[absent]}" in page.text


def test_an_answer_taken_back_is_read_back_as_taken_back(desk: Desk) -> None:
    case = begun(desk)
    person = desk.case(case).members[0].id
    sent = {"csrf_token": desk.token()}
    desk.post(f"/cases/{case}/people/{person}/withdraw/tracing", sent)
    text = desk.get(page_of(desk, case)).text
    with i18n.use_locale("uk"):
        assert str(AGREED[ConsentAnswer.WITHDRAWN]) in text
        assert str(AGREED[ConsentAnswer.YES]) not in text


def test_a_purpose_nobody_answered_is_not_read_back(desk: Desk) -> None:
    text = desk.get(page_of(desk, begun(desk))).text
    with i18n.use_locale("uk"):
        asked = {one: str(words) in text for one, words in ASK_CONSENT.items() if one in MAIN}
    assert asked == {purpose: purpose in (Purpose.TRACING, Purpose.REFERRAL) for purpose in MAIN}
