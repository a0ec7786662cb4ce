"""To share with others: each line asked by itself; taken back by number, with a receipt."""

import pytest

from intake.domain.codes import Channel, ConsentAnswer, Purpose, Recipient
from intake.domain.consent import FURTHER, agreed, standing
from intake.domain.ids import make_number, show_number
from intake.field.forms.sharing import box_of
from intake.i18n import use_locale
from intake.web import labels
from tests.field.desk import Desk, Page
from tests.field.seeding import a_record, agree
from tests.web.markup import faults

BY = {"given_by": "self", "explained": "spoken"}


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.new_case()
    desk.fill(made, "who", {"name": "Олена", "birth__age": "40"})
    return made


def address(desk: Desk, case: str) -> str:
    return f"/cases/{case}/people/{desk.case(case).members[0].id}/sharing"


def save(desk: Desk, case: str, **filled: str) -> Page:
    return desk.send(desk.get(address(desk, case)), {**BY, **filled}, having="explained")


def answer(desk: Desk, case: str, purpose: Purpose, who: Recipient | None) -> ConsentAnswer:
    found = desk.case(case)
    return standing(found.consents, found.members[0].id, purpose, who)


def take_back(desk: Desk, number: str, *purposes: str) -> Page:
    return desk.send(
        desk.get("/withdraw"), {"number": number, **dict.fromkeys(purposes, "yes")}, having="number"
    )


def test_nothing_is_chosen_beforehand_and_each_line_is_its_own(desk: Desk, case: str) -> None:
    form = desk.get(address(desk, case)).form(having="explained")
    asked = {box_of(who) for _, who in FURTHER} | {"given_by", "explained", "withheld_from"}
    assert asked <= form.names
    assert not [name for name, value in form.fields if name in asked and value]
    save(desk, case, health_care="yes", united_nations="no")
    told = {line: answer(desk, case, *line) for line in FURTHER}
    said = {line: what for line, what in told.items() if what is not ConsentAnswer.NOT_ASKED}
    assert said == {
        (Purpose.REFERRAL, Recipient.HEALTH): ConsentAnswer.YES,
        (Purpose.SHARING, Recipient.UNITED_NATIONS): ConsentAnswer.NO,
    }


def test_how_it_was_explained_and_by_whom_is_kept(desk: Desk, case: str) -> None:
    assert desk.send(desk.get(address(desk, case)), {"education": "yes"}).status == 422
    save(desk, case, education="yes")
    (consent,) = desk.case(case).consents
    assert (consent.explained, consent.recipient) == (Channel.SPOKEN, Recipient.EDUCATION)


def test_a_line_saved_again_is_not_recorded_again(desk: Desk, case: str) -> None:
    save(desk, case, health_care="yes")
    save(desk, case)
    assert len(desk.case(case).consents) == 1


def test_a_kind_of_help_never_answers_for_help_in_general(desk: Desk, case: str) -> None:
    save(desk, case, health_care="yes")
    found = desk.case(case)
    person = found.members[0].id
    assert agreed(found.consents, person, Purpose.REFERRAL, Recipient.HEALTH)
    assert not agreed(found.consents, person, Purpose.REFERRAL)
    assert not agreed(found.consents, person, Purpose.REFERRAL, Recipient.LEGAL)


def test_a_line_is_read_back_and_taken_back_in_the_record(desk: Desk, case: str) -> None:
    save(desk, case, red_cross_red_crescent="yes")
    words = "Share the record with: The Red Cross or Red Crescent"
    assert words in desk.get(f"/cases/{case}/check").text
    record = desk.get(f"/cases/{case}/record")
    assert words in record.text
    person = desk.case(case).members[0].id
    path = f"/cases/{case}/people/{person}/withdraw/sharing/red-cross-red-crescent"
    assert path in record.html
    desk.post(path, {"csrf_token": desk.token()})
    assert answer(desk, case, Purpose.SHARING, Recipient.RED_CROSS) is ConsentAnswer.WITHDRAWN


def test_the_number_takes_back_at_once_what_is_still_here(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", "Данило")
    agree(desk, seeded, Purpose.TRACING)
    agree(desk, seeded, Purpose.VERIFICATION)
    agree(desk, seeded, Purpose.TRACING, member=1)
    page = take_back(desk, seeded.numbers[0], "tracing")
    found = desk.case(seeded.case)
    one, other = seeded.people
    assert standing(found.consents, one, Purpose.TRACING) is ConsentAnswer.WITHDRAWN
    assert agreed(found.consents, one, Purpose.VERIFICATION)
    assert agreed(found.consents, other, Purpose.TRACING)
    assert show_number(seeded.numbers[0]) in page.text
    assert "Олена" not in page.html
    assert faults(page.html) == []


def test_a_number_that_is_not_here_gets_its_receipt_too(desk: Desk) -> None:
    page = take_back(desk, make_number(bytes(range(16))), "registration", "sharing")
    assert page.path.startswith("/withdrawals/")
    assert len(desk.store.withdrawals.everything()) == 1


def test_something_must_be_taken_back_and_the_number_must_fit(desk: Desk) -> None:
    number = a_record(desk, "Олена").number
    assert take_back(desk, number).status == 422
    assert take_back(desk, "123", "tracing").status == 422
    assert desk.store.withdrawals.everything() == []
    assert desk.get("/withdrawals/" + "0" * 32).status == 404


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_the_pages_are_well_made(desk: Desk, case: str, lang: str) -> None:
    desk.get(f"/?lang={lang}")
    assert faults(desk.get(address(desk, case)).html) == []
    assert faults(desk.get("/withdraw").html) == []
    assert faults(take_back(desk, "123", "tracing").html) == []


def test_from_whom_it_is_kept_is_written_and_never_shown(desk: Desk, case: str) -> None:
    save(desk, case, withheld_from="UNCLE-AT-THE-PORT", health_care="yes")
    assert desk.case(case).members[0].value("withheld-from") == "UNCLE-AT-THE-PORT"
    paths = (address(desk, case), f"/cases/{case}/record", f"/cases/{case}/check")
    assert not [path for path in paths if "UNCLE" in desk.get(path).html]
    save(desk, case, education="yes")
    assert len(desk.case(case).members[0].history("withheld-from")) == 1


def test_each_line_can_be_read_aloud_in_two_languages(desk: Desk, case: str) -> None:
    page = desk.get(address(desk, case))
    assert "May we tell these helpers what you need, and nothing more?" in page.text
    assert "Чи можемо ми сказати цим помічникам" in page.text
    assert "Медична допомога" in page.text
    desk.get("/?lang=uk")
    assert "May we tell" not in desk.get(address(desk, case)).text


def test_where_nobody_translated_it_the_line_is_interpreted(desk: Desk) -> None:
    case = desk.new_case(language="so")
    desk.fill(case, "who", {"name": "Hodan", "birth__age": "40"})
    assert "Have it interpreted." in desk.get(address(desk, case)).text


def test_a_line_that_was_answered_is_said_aloud_again(desk: Desk, case: str) -> None:
    save(desk, case, health_care="yes")
    person = desk.case(case).members[0].id
    page = desk.get(f"/cases/{case}/aloud/{person}")
    assert "Медична допомога" in page.text
    assert "Ви сказали «так»." in page.text
    assert address(desk, case) in page.html


def test_the_number_of_the_group_takes_back_for_everybody_in_it(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", "Данило")
    for member in (0, 1):
        agree(desk, seeded, Purpose.TRACING, member=member)
        agree(desk, seeded, Purpose.SHARING, member=member)
    take_back(desk, seeded.number, "tracing")
    consents = desk.case(seeded.case).consents
    for person in seeded.people:
        assert standing(consents, person, Purpose.TRACING) is ConsentAnswer.WITHDRAWN
        assert agreed(consents, person, Purpose.SHARING)


def test_a_withdrawal_that_is_sent_twice_takes_back_once(desk: Desk) -> None:
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    for _ in range(2):
        assert take_back(desk, seeded.numbers[0], "tracing").path.startswith("/withdrawals/")
    told = [c.answer for c in desk.case(seeded.case).consents if c.purpose is Purpose.TRACING]
    assert told == [ConsentAnswer.YES, ConsentAnswer.WITHDRAWN]


def test_the_receipt_speaks_the_language_of_the_group_and_names_what_was_taken_back(
    desk: Desk,
) -> None:
    seeded = a_record(desk, "Олена")
    page = take_back(desk, seeded.numbers[0], "tracing")
    assert 'lang="uk"' in page.html
    named = labels.label(Purpose.TRACING)
    assert str(named) in page.text
    assert str(labels.label(Purpose.SHARING)) not in page.text
    with use_locale("uk"):
        assert str(named) in page.text
