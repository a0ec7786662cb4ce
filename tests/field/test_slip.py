"""The slip: numbers and two languages, and nothing about anybody (V-23)."""

import re

from intake.domain.ids import show_number
from intake.field.views.slip import NOT_IDENTITY, lines
from intake.i18n import lazy_gettext, use_locale
from intake.web.qr import draw
from tests.field.seeding import a_record

SECRETS = ("Олена", "Данило", "Стара Гута", "Ukraine", "child", "doctor", "urgent")


def test_a_group_gets_one_slip_and_one_to_tear_off_for_each_member(desk):
    seeded = a_record(desk, "Олена", "Данило")
    page = desk.get(f"/cases/{seeded.case}/slip")
    assert page.html.count('<section class="slip"') == 3
    for number in (seeded.number, *seeded.numbers):
        assert show_number(number) in page.text


def test_it_tells_nothing_of_the_people(desk):
    said = {"birth-place": {"text": "Стара Гута", "country": "UA"}, "nationality": "Ukraine"}
    seeded = a_record(desk, "Олена", "Данило", said=said)
    page = desk.get(f"/cases/{seeded.case}/slip")
    printed = re.sub(r"(?s)^.*?<div class=\"slips\">", "", page.html)
    assert not [word for word in SECRETS if word in printed]
    assert "Олена" not in page.html


def test_it_says_that_it_is_no_identity_document(desk):
    seeded = a_record(desk, "Олена")
    text = desk.get(f"/cases/{seeded.case}/slip").text
    assert "This is not an identity document." in text
    assert "functional, not a legal, identity" in text


def test_it_tells_the_site_and_the_day_and_where_to_ask(desk):
    seeded = a_record(desk, "Олена")
    text = desk.get(f"/cases/{seeded.case}/slip").text
    assert "North gate · 20 Nov 2026" in text
    assert "To see, correct or delete your record" in text


def test_the_code_holds_the_number_alone(desk):
    seeded = a_record(desk, "Олена")
    page = desk.get(f"/cases/{seeded.case}/slip")
    assert f'd="{draw(seeded.number).path}"' in page.html


def test_the_code_needs_no_style_and_no_script(desk):
    seeded = a_record(desk, "Олена")
    html = desk.get(f"/cases/{seeded.case}/slip").html
    assert "style=" not in html
    assert not re.search(r"\son\w+=", html)


def test_two_languages_stand_one_below_the_other():
    with use_locale("ar_XB"):
        told = lines(NOT_IDENTITY, "uk")
        screen = str(NOT_IDENTITY)
    assert [(line.lang, line.direction) for line in told] == [("uk", "ltr"), ("ar-XB", "rtl")]
    assert told[1].text == screen
    assert told[0].text not in (screen, str(NOT_IDENTITY))


def test_a_person_who_reads_english_gets_each_sentence_once():
    assert len(lines(lazy_gettext("Keep it."), "en")) == 1


def test_a_slip_of_a_case_that_is_not_here_is_not_found(desk):
    assert desk.get(f"/cases/{'0' * 32}/slip").status == 404


def test_v23_one_sheet_has_the_slip_of_the_group_and_a_part_for_each_member(desk):
    seeded = a_record(desk, "Олена", "Данило")
    page = desk.get(f"/cases/{seeded.case}/slip")
    assert '<div class="slips slips--sheet">' in page.html
    parts = page.html.split('<section class="slip"')[1:]
    assert len(parts) == 3
    for number, part in zip(seeded.numbers, parts[1:], strict=True):
        assert show_number(number) in part
        assert show_number(seeded.number) in part
        assert "This is not an identity document." in part
        assert "functional, not a legal, identity" in part


def test_v23_two_languages_stand_on_every_part(desk):
    seeded = a_record(desk, "Олена")
    for part in desk.get(f"/cases/{seeded.case}/slip").html.split('<section class="slip"')[1:]:
        assert 'lang="uk"' in part
        assert 'lang="en"' in part


def test_small_paper_is_still_there(desk):
    seeded = a_record(desk, "Олена")
    page = desk.get(f"/cases/{seeded.case}/slip?paper=roll")
    assert "slips--sheet" not in page.html
    assert "Paper of 80 by 120 mm, one slip on each page." in page.text
