"""The tray of questions to ask later, of a person and of the laptop."""

import re
from datetime import timedelta

import pytest

from intake.domain.codes import Absent, ConsentAnswer, Purpose
from intake.field.views.later import box_of
from tests.field.desk import BASE, MORNING, Desk
from tests.field.seeding import Seeded, a_record, agree
from tests.web.markup import faults


def begun(desk: Desk, **who: str) -> str:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена Коваленко", **who})
    return case


def lines(html: str) -> list[str]:
    return re.findall(r'<li><a class="govuk-link" href="([^"]+)"', html)


def test_every_question_can_be_put_off(desk: Desk) -> None:
    case = begun(desk, sex__absent="temp-unknown")
    assert desk.case(case).members[0].absent("sex") is Absent.LATER
    assert "will find out" in desk.get("/later").text


def test_a_line_leads_to_its_page_and_its_box(desk: Desk) -> None:
    case = begun(desk, birth__absent="temp-unknown")
    href = next(h for h in lines(desk.get("/later").html) if h.endswith("#q-birth"))
    path, _, box = href.partition("#")
    page = desk.get(path)
    assert page.path == desk.address(case, "who")
    assert f'id="{box}"' in page.html


def test_every_box_of_the_tray_is_on_its_page(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена"})
    found = lines(desk.get(f"/cases/{case}/later").html)
    assert len(found) > 8
    for href in found:
        path, _, box = href.partition("#")
        assert f'id="{box}"' in desk.get(path).html, href


def test_what_was_declined_is_not_in_it(desk: Desk) -> None:
    case = begun(desk, sex__absent="asked-declined", birth__absent="asked-unknown")
    found = lines(desk.get(f"/cases/{case}/later").html)
    assert not [href for href in found if href.endswith(("#q-sex", "#q-birth"))]


def test_the_tray_of_the_laptop_shows_first_letters_only(desk: Desk) -> None:
    begun(desk)
    page = desk.get("/later")
    assert "Коваленко" not in page.html
    assert "О. К." in page.text


def test_the_tray_of_one_group_shows_its_people_by_name(desk: Desk) -> None:
    case = begun(desk)
    assert "Олена Коваленко" in desk.get(f"/cases/{case}/later").text


def test_a_complete_record_leads_to_its_amendment(desk: Desk) -> None:
    case = begun(desk, sex__absent="temp-unknown")
    desk.send(desk.get(f"/cases/{case}/urgent"), {"rest": "asked-declined"}, having="rest")
    for page in ("origin", "consent"):
        desk.fill(case, page, {"rest": "asked-declined"})
    desk.fill(case, "who", {"rest": "asked-declined"})
    done = desk.send(desk.get(f"/cases/{case}/check"), {"read_back": "yes"}, having="read_back")
    assert done.path == f"/cases/{case}", done.text
    (href,) = lines(desk.get("/later").html)
    assert "/amend/who" in desk.get(href.partition("#")[0]).path


def test_a_laptop_on_which_nothing_waits_says_so(desk: Desk) -> None:
    a_record(desk, "Олена")
    page = desk.get("/later")
    assert "No question waits." in page.text
    assert "Ask later" not in desk.get("/").text


def test_the_start_page_leads_to_the_tray(desk: Desk) -> None:
    begun(desk)
    assert 'href="/later"' in desk.get("/").html


def test_the_list_of_tasks_leads_to_the_tray_of_its_group(desk: Desk) -> None:
    case = begun(desk)
    assert f'href="/cases/{case}/later"' in desk.get(f"/cases/{case}").html


@pytest.mark.parametrize("lang", ["en", "uk", "ar"])
def test_the_tray_is_well_made(desk: Desk, lang: str) -> None:
    case = begun(desk, sex__absent="temp-unknown")
    desk.get(f"/?lang={lang}")
    assert faults(desk.get("/later").html) == []
    assert faults(desk.get(f"/cases/{case}/later").html) == []


def test_a_tray_of_a_case_that_is_not_here_is_not_found(desk: Desk) -> None:
    assert desk.get(f"/cases/{'0' * 32}/later").status == 404


def test_a_question_of_a_further_page_leads_to_that_page(desk: Desk) -> None:
    case = begun(desk)
    found, member = desk.case(case), desk.case(case).members[0]
    with desk.app.test_request_context(base_url=BASE):
        assert box_of(found, member, "needs").endswith("/more/needs#q-needs")
        assert box_of(found, member, "birth").endswith("/who#q-birth")
        assert box_of(found, None, "urgent.doctor").endswith("/urgent#q-urgent-doctor")
        assert box_of(found, member, "specialist") == f"/cases/{case}"


def agreed_until_yesterday(desk: Desk) -> Seeded:
    """Two people; one agreed to tracing for a day, the other said no. Then days pass."""
    seeded = a_record(desk, "Олена Коваленко", "Данило")
    agree(desk, seeded, Purpose.TRACING, until=MORNING.date() + timedelta(days=1))
    agree(desk, seeded, Purpose.TRACING, ConsentAnswer.NO, member=1)
    desk.clock.forward(days=2)
    desk.unlock()
    return seeded


def to_agreements(html: str) -> list[str]:
    return [href for href in lines(html) if href.endswith("/agreements")]


def test_an_agreement_whose_time_is_over_waits_and_leads_to_its_page(desk: Desk) -> None:
    seeded = agreed_until_yesterday(desk)
    assert 'href="/later"' in desk.get("/").html
    page = desk.get("/later")
    assert "Agreed for a time that is over" in page.text
    assert "Коваленко" not in page.html
    there = f"/cases/{seeded.case}/people/{seeded.people[0]}/agreements"
    assert to_agreements(page.html) == [there]
    assert desk.get(there).path == there
    assert faults(page.html) == []


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_it_is_off_the_tray_once_it_is_answered(desk: Desk, answer: str) -> None:
    agreed_until_yesterday(desk)
    (href,) = to_agreements(desk.get("/later").html)
    desk.send(desk.get(href), {"tracing": answer}, having="tracing")
    assert "No question waits." in desk.get("/later").text
    assert 'href="/later"' not in desk.get("/").html
