"""Agreements for a time on the laptop, and what the person says back in their own words."""

from datetime import timedelta

import pytest

from intake.domain.codes import ConsentAnswer, Purpose, Recipient
from intake.domain.consent import agreed, standing
from intake.i18n import offered
from tests.field.desk import MORNING, Desk, Page
from tests.field.seeding import a_record, agree
from tests.web.markup import faults

TODAY = MORNING.date()
LAST = TODAY + timedelta(days=3)
TOLD = "30 Nov 2026"
OWN_WORDS = "Ви шукатимете мого брата, а поліції не скажете."
BY = {"given_by": "self", "explained": "spoken"}


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.new_case()
    desk.fill(made, "who", {"name": "Олена", "birth__age": "40"})
    return made


def sharing(desk: Desk, case: str, **filled: str) -> Page:
    address = f"/cases/{case}/people/{desk.case(case).members[0].id}/sharing"
    return desk.send(desk.get(address), {**BY, **filled}, having="explained")


def answer(
    desk: Desk, case: str, purpose: Purpose, recipient: Recipient | None = None
) -> ConsentAnswer:
    found = desk.case(case)
    return standing(found.consents, found.members[0].id, purpose, recipient)


def pass_days(desk: Desk, days: int) -> None:
    """Time goes by, and the laptop is unlocked again."""
    desk.clock.forward(days=days)
    desk.unlock()


def test_each_new_yes_of_the_page_holds_up_to_the_day_and_a_no_has_none(
    desk: Desk, case: str
) -> None:
    desk.fill(case, "consent", {"registration": "yes", "tracing": "no", "until": LAST.isoformat()})
    told = {c.purpose: c.until for c in desk.case(case).consents}
    assert told == {Purpose.REGISTRATION: LAST, Purpose.TRACING: None}


def test_without_a_day_an_agreement_has_no_end(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"registration": "yes"})
    assert [c.until for c in desk.case(case).consents] == [None]


def test_what_was_agreed_before_keeps_its_own_end(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"registration": "yes"})
    desk.fill(case, "consent", {"tracing": "yes", "until": LAST.isoformat()})
    told = {c.purpose: c.until for c in desk.case(case).consents}
    assert told == {Purpose.REGISTRATION: None, Purpose.TRACING: LAST}


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-19", "2020-01-01"])
def test_a_day_that_is_not_ahead_is_refused_and_nothing_typed_is_lost(
    desk: Desk, case: str, day: str
) -> None:
    filled = {"registration": "yes", "teach_back": OWN_WORDS, "until": day}
    page = desk.fill(case, "consent", filled)
    assert page.status == 422
    assert "This day has to lie ahead." in page.text
    form = page.form(having="rest")
    assert {name: form.value(name) for name in filled} == filled
    assert desk.case(case).consents == ()
    assert faults(page.html) == []


def test_what_is_no_day_at_all_is_refused_and_stays(desk: Desk, case: str) -> None:
    page = desk.fill(case, "consent", {"registration": "yes", "until": "30.11.2026"})
    assert page.status == 422
    assert page.form(having="rest").value("until") == "30.11.2026"


def test_a_day_without_anything_new_agreed_to_is_not_lost_in_silence(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"registration": "yes"})
    page = desk.fill(case, "consent", {"until": LAST.isoformat()})
    assert page.status == 422
    assert "Nothing new is agreed to on this page." in page.text
    page = sharing(desk, case, health_care="no", until=LAST.isoformat())
    assert page.status == 422
    assert page.form(having="explained").value("health_care") == "no"
    assert len(desk.case(case).consents) == 1


def test_a_recipient_is_agreed_to_for_a_time_and_a_wrong_day_loses_no_answer(
    desk: Desk, case: str
) -> None:
    page = sharing(desk, case, health_care="yes", withheld_from="Дядько", until="2026-11-20")
    assert page.status == 422
    form = page.form(having="explained")
    assert (form.value("health_care"), form.value("until")) == ("yes", "2026-11-20")
    assert desk.case(case).members[0].value("withheld-from") is None
    sharing(desk, case, health_care="yes", education="no", until=LAST.isoformat())
    assert [c.until for c in desk.case(case).consents] == [LAST, None]


def test_a_child_for_whom_both_agree_is_agreed_for_until_the_day(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Юсуф", "birth__age": "9"})
    filled = {"tracing": "yes", "child_tracing": "yes", "referral": "yes", "child_referral": "no"}
    day = {"given_by": "caregiver-and-child", "until": LAST.isoformat()}
    desk.fill(case, "consent", {**filled, **day})
    told = {c.purpose: c.until for c in desk.case(case).consents}
    assert told == {Purpose.TRACING: LAST, Purpose.REFERRAL: None}
    pass_days(desk, 4)
    form = desk.get(desk.address(case, "consent")).form(having="rest")
    assert (form.value("tracing"), form.value("child_tracing")) == ("", "")
    assert (form.value("referral"), form.value("child_referral")) == ("yes", "no")


def test_it_holds_to_the_end_of_the_last_day_and_can_be_given_again(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"tracing": "yes", "until": LAST.isoformat()})
    sharing(desk, case, education="yes", until=LAST.isoformat())
    line = (Purpose.REFERRAL, Recipient.EDUCATION)
    pass_days(desk, 3)
    assert answer(desk, case, Purpose.TRACING) is ConsentAnswer.YES
    assert answer(desk, case, *line) is ConsentAnswer.YES
    pass_days(desk, 1)
    assert answer(desk, case, Purpose.TRACING) is ConsentAnswer.OVER
    assert answer(desk, case, *line) is ConsentAnswer.OVER
    assert desk.get(desk.address(case, "consent")).form(having="rest").value("tracing") == ""
    desk.fill(case, "consent", {"tracing": "yes"})
    sharing(desk, case, education="yes")
    assert answer(desk, case, Purpose.TRACING) is ConsentAnswer.YES
    assert answer(desk, case, *line) is ConsentAnswer.YES


def test_a_laptop_that_stays_unlocked_past_midnight_ends_it_too(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"tracing": "yes", "until": (TODAY + timedelta(days=1)).isoformat()})
    for _ in range(48 * 15):
        desk.clock.forward(minutes=4)
        desk.get("/healthz")
        if desk.clock.moment.date() > TODAY + timedelta(days=1):
            break
        desk.get("/")
    assert answer(desk, case, Purpose.TRACING) is ConsentAnswer.OVER


def test_no_search_is_asked_for_by_somebody_whose_time_is_over(desk: Desk) -> None:
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING, until=LAST)
    wanted = {"individual": seeded.people[0], "kin": "sibling", "name": "Марко"}
    address = f"/cases/{seeded.case}/tracing/new"
    pass_days(desk, 4)
    page = desk.send(desk.get(address), wanted, having="kin")
    assert page.status == 422
    assert desk.store.cases.tracing(seeded.case) == []


def test_the_record_tells_the_last_day_and_then_that_it_is_over(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"tracing": "yes", "until": "2026-11-30"})
    record = f"/cases/{case}/record"
    assert f"Agrees up to and including {TOLD}" in desk.get(record).text
    assert "/withdraw/tracing" in desk.get(record).html
    pass_days(desk, 11)
    assert f"Agreed until {TOLD}; that time is over" in desk.get(record).text
    assert "/withdraw/tracing" not in desk.get(record).html


def test_the_receipt_tells_the_last_day_in_both_languages(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"tracing": "yes", "referral": "no", "until": "2026-11-30"})
    receipt = f"/cases/{case}/people/{desk.case(case).members[0].id}/receipt"
    text = desk.get(receipt).text
    assert f"Agrees up to and including {TOLD}" in text
    assert "Згода є до 30 лист. 2026" in text
    assert "Does not agree" in text
    pass_days(desk, 11)
    assert f"Agreed until {TOLD}; that time is over" in desk.get(receipt).text
    assert faults(desk.get(receipt).html) == []


def test_the_read_back_tells_the_last_day(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"tracing": "yes", "until": "2026-11-30"})
    person = desk.case(case).members[0].id
    assert "Згода є до 30 лист. 2026" in desk.get(f"/cases/{case}/check").text
    assert "Ви сказали «так» до 30 лист. 2026" in desk.get(f"/cases/{case}/aloud/{person}").text
    pass_days(desk, 11)
    assert "і цей час минув." in desk.get(f"/cases/{case}/aloud/{person}").text


def test_whoever_agreed_to_be_compared_for_a_time_is_no_likeness_after_it(desk: Desk) -> None:
    there = a_record(desk, "Олена Приклад")
    agree(desk, there, Purpose.VERIFICATION, until=LAST)
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена Приклад"})
    again = f"/cases/{case}/people/{desk.case(case).members[0].id}/alike"
    assert there.people[0] in desk.get(again).html
    pass_days(desk, 4)
    assert there.people[0] not in desk.get(again).html


def test_the_persons_own_words_stand_with_what_they_agreed_to(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"registration": "yes", "teach_back": OWN_WORDS})
    assert desk.case(case).members[0].value("teach-back") == OWN_WORDS
    text = desk.get(f"/cases/{case}/record").text
    assert text.count(OWN_WORDS) == 1
    assert text.index("Agreed to") < text.index(OWN_WORDS)
    assert OWN_WORDS in desk.get(f"/cases/{case}/check").text


def test_nobody_has_to_say_it_back(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {"registration": "yes", "rest": "not-asked"})
    assert not desk.case(case).members[0].was_asked("teach-back")
    assert "What they understood" not in desk.get(f"/cases/{case}/check").text


def test_what_is_folded_away_is_open_once_there_is_something_in_it(desk: Desk, case: str) -> None:
    address = desk.address(case, "consent")
    fold = "In their own words, and for how long"

    def is_open() -> bool:
        html = desk.get(address).html
        return "<details" in html and " open>" in html[: html.index(fold)][-160:]

    assert not is_open()
    desk.fill(case, "consent", {"teach_back": OWN_WORDS})
    assert is_open()


def test_own_words_beyond_the_limit_are_refused_and_not_lost(desk: Desk, case: str) -> None:
    text = "ю" * 1001
    page = desk.fill(case, "consent", {"teach_back": text})
    assert page.status == 422
    assert page.form(having="rest").value("teach_back") == text
    desk.fill(case, "consent", {"teach_back": text[:1000]})
    assert desk.case(case).members[0].value("teach-back") == text[:1000]


def test_own_words_are_amended_and_what_stood_before_stays(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", said={"teach-back": OWN_WORDS})
    address = f"/cases/{seeded.case}/people/{seeded.people[0]}/amend/consent"
    changed = {"teach_back": "Інакше.", "why": "recording-error"}
    desk.send(desk.get(address), changed, having="why")
    member = desk.case(seeded.case).members[0]
    assert member.value("teach-back") == "Інакше."
    assert len(member.history("teach-back")) == 2
    assert OWN_WORDS in desk.get(f"/cases/{seeded.case}/record").text


@pytest.mark.parametrize("language", [one.tag for one in offered()])
def test_the_pages_are_well_made_in_every_language(desk: Desk, case: str, language: str) -> None:
    desk.fill(
        case,
        "consent",
        {"tracing": "yes", "teach_back": OWN_WORDS, "until": LAST.isoformat()},
    )
    desk.get(f"/?lang={language}")
    person = desk.case(case).members[0].id
    for path in (
        desk.address(case, "consent"),
        f"/cases/{case}/people/{person}/sharing",
        f"/cases/{case}/record",
        f"/cases/{case}/people/{person}/receipt",
    ):
        page = desk.get(path)
        assert faults(page.html) == []
        if path.endswith("record"):
            assert ("up to and including" in page.text) is (language == "en")


def test_a_kind_of_help_for_a_time_never_falls_back_on_help_in_general(
    desk: Desk, case: str
) -> None:
    desk.fill(case, "consent", {"referral": "yes"})
    sharing(desk, case, health_care="yes", until=LAST.isoformat())
    pass_days(desk, 4)
    found = desk.case(case)
    person = found.members[0].id
    assert agreed(found.consents, person, Purpose.REFERRAL)
    assert not agreed(found.consents, person, Purpose.REFERRAL, Recipient.HEALTH)
