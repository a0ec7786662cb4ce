"""The record: every version of every answer, agreements to take back, what came back."""

from dataclasses import replace

import pytest

from intake.domain.codes import (
    CaseStatus,
    ConsentAnswer,
    FactOutcome,
    IdentityLevel,
    Kin,
    NextStep,
    Purpose,
    Recipient,
)
from intake.domain.consent import standing
from intake.domain.event import (
    FactDecision,
    MoveTold,
    OutcomeTold,
    StatementsAdded,
    TracingRequested,
)
from intake.domain.ids import show_number
from intake.i18n import use_locale
from intake.web.outcome_words import REMEDY
from tests.builders import NOON, a_consent, a_name, a_statement, an_id
from tests.field.desk import Desk
from tests.field.seeding import Seeded, a_record, agree, officer_of
from tests.web.markup import faults


def record(desk: Desk, seeded: Seeded) -> str:
    return f"/cases/{seeded.case}/record"


def say(desk: Desk, seeded: Seeded, path: str, value, *, over: bool = False) -> None:
    person = desk.case(seeded.case).members[0]
    before = [s.statement.id for s in person.current(path)] if over else []
    statement = a_statement(person.id, path, value, saw=tuple(before))
    event = StatementsAdded(case=seeded.case, statements=(statement,), by=officer_of(desk), at=NOON)
    desk.store.record(event)


def tell(desk: Desk, seeded: Seeded, **changed) -> None:
    event = OutcomeTold(
        case=seeded.case,
        individual=seeded.people[0],
        level=IdentityLevel.A2,
        facts=(FactDecision("name", FactOutcome.ESTABLISHED, "Both accounts agree."),),
        next_step=NextStep.ANOTHER_TALK,
        message="We believe you.",
        helps="A letter from your school.",
        review_by="2027-01-15",
        by="a reviewer",
        at=NOON,
    )
    chain = f"{'f' * 32}.{desk.store.own_chain}"
    desk.store.record(replace(event, **changed), chain=chain)


def test_it_shows_what_was_said_by_whom_and_when(desk):
    seeded = a_record(desk, "Олена Коваленко")
    text = desk.get(record(desk, seeded)).text
    assert "Олена Коваленко" in text
    assert "Does not know" in text
    assert "Officer One · 20 Nov 2026 08:00" in text


def test_the_title_of_the_page_names_nobody(desk):
    seeded = a_record(desk, "Олена Коваленко")
    assert "<title>Record – Intake</title>" in desk.get(record(desk, seeded)).html


def test_an_amended_answer_stands_and_the_earlier_one_is_kept_below(desk):
    seeded = a_record(desk, "Олена", said={"nationality": "Moldova"})
    say(desk, seeded, "nationality", "Ukraine", over=True)
    text = desk.get(record(desk, seeded)).text
    assert text.index("Ukraine") < text.index("1 earlier answer") < text.index("Moldova")
    assert "The person corrects it" in text


def test_two_answers_that_differ_both_stand_and_are_marked(desk):
    seeded = a_record(desk, "Олена", said={"father": a_name("Петро")})
    say(desk, seeded, "father", a_name("Павло"))
    text = desk.get(record(desk, seeded)).text
    assert "Петро" in text
    assert "Павло" in text
    assert "Two answers differ: ask" in text


def test_answers_of_the_group_are_shown_too(desk):
    seeded = a_record(desk, "Олена")
    assert "Needs a doctor now" in desk.get(record(desk, seeded)).text


@pytest.mark.parametrize("purpose", [p for p in Purpose if p is not Purpose.SHARING])
def test_an_agreement_is_taken_back_with_one_button(desk, purpose):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, purpose)
    page = desk.get(record(desk, seeded))
    action = f"/cases/{seeded.case}/people/{seeded.people[0]}/withdraw/{purpose}"
    assert f'action="{action}"' in page.html
    after = desk.post(action, {"csrf_token": desk.token()})
    case = desk.case(seeded.case)
    assert standing(case.consents, seeded.people[0], purpose) is ConsentAnswer.WITHDRAWN
    assert "The agreement is withdrawn." in after.text
    record_after = desk.get(record(desk, seeded))
    assert "Agreed, then withdrew" in record_after.text
    assert f'action="{action}"' not in record_after.html


def test_a_withdrawn_agreement_waits_for_the_next_sync(desk):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    before = desk.store.head(desk.store.own_chain).seq
    action = f"/cases/{seeded.case}/people/{seeded.people[0]}/withdraw/tracing"
    desk.post(action, {"csrf_token": desk.token()})
    assert desk.case(seeded.case).status is CaseStatus.READY
    assert desk.store.head(desk.store.own_chain).seq == before + 1


def test_what_was_never_agreed_to_cannot_be_withdrawn(desk):
    seeded = a_record(desk, "Олена")
    action = f"/cases/{seeded.case}/people/{seeded.people[0]}/withdraw/tracing"
    assert desk.post(action, {"csrf_token": desk.token()}).status == 422
    assert desk.case(seeded.case).consents == ()


def test_an_unknown_purpose_or_person_is_not_found(desk):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    start = f"/cases/{seeded.case}/people"
    token = {"csrf_token": desk.token()}
    assert desk.post(f"{start}/{seeded.people[0]}/withdraw/everything", token).status == 404
    assert desk.post(f"{start}/{an_id()}/withdraw/tracing", token).status == 404


def test_withdrawing_needs_the_token_of_the_page(desk):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    action = f"/cases/{seeded.case}/people/{seeded.people[0]}/withdraw/tracing"
    assert desk.post(action, {}).status == 400


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (IdentityLevel.A0, "Recorded"),
        (IdentityLevel.A1, "Recorded, unique"),
        (IdentityLevel.A2, "Supported"),
        (IdentityLevel.A3, "Well supported"),
        (IdentityLevel.A4, "Documented"),
    ],
)
def test_the_outcome_is_told_in_words_and_not_in_letters(desk, level, words):
    seeded = a_record(desk, "Олена")
    tell(desk, seeded, level=level)
    page = desk.get(record(desk, seeded))
    assert words in page.text
    assert level.value.upper() not in page.text.split()


def test_the_outcome_brings_facts_reasons_and_what_comes_next(desk):
    seeded = a_record(desk, "Олена")
    tell(desk, seeded)
    text = desk.get(record(desk, seeded)).text
    assert "We would like to talk with you once more." in text
    assert "We believe you." in text
    assert "Both accounts agree." in text
    assert "A letter from your school." in text
    assert "15 Jan 2027" in text
    assert "Somebody who has not worked on it will look again." in text


@pytest.mark.parametrize("lang", ["ar", "en", "uk"])
def test_the_outcome_is_said_once_in_each_language(desk, lang):
    seeded = a_record(desk, "Олена")
    tell(desk, seeded)
    desk.get(f"/?lang={lang}")
    page = desk.get(record(desk, seeded))
    for spoken in sorted({lang, "uk"}):
        with use_locale(spoken):
            assert page.text.count(str(REMEDY)) == 1


def test_a_fact_or_a_day_the_laptop_does_not_know_is_shown_as_it_came(desk):
    seeded = a_record(desk, "Олена")
    facts = (FactDecision("kinship", FactOutcome.PARTLY, "One aunt."),)
    tell(desk, seeded, facts=facts, review_by="next spring")
    text = desk.get(record(desk, seeded)).text
    assert "kinship" in text
    assert "next spring" in text


def test_an_outcome_for_somebody_who_is_not_in_the_group_is_left_out(desk):
    seeded = a_record(desk, "Олена")
    tell(desk, seeded, individual=an_id())
    assert "We believe you." not in desk.get(record(desk, seeded)).text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("ABCDE12345", "belongs to the group ABCDE-12345 now."),
        ("", "is registered in a group of their own. Tell it to nobody but them, alone."),
    ],
)
def test_who_is_in_another_group_by_now_is_told(desk, number, words):
    seeded = a_record(desk, "Олена", "Іван")
    assert "to tell the person" not in desk.get(record(desk, seeded)).text
    event = MoveTold(
        case=seeded.case, individual=seeded.people[1], number=number, by="registry", at=NOON
    )
    desk.store.record(event)
    text = desk.get(record(desk, seeded)).text
    told = text[text.index("What the registry found, to tell the person") :][:200]
    assert f"Іван {show_number(seeded.numbers[1])} : {words}" in " ".join(told.split())
    assert "Олена" not in told.partition(words)[0]


def test_searches_for_relatives_are_listed(desk):
    seeded = a_record(desk, "Олена")
    desk.store.record(
        TracingRequested(
            case=seeded.case,
            request=an_id(),
            individual=seeded.people[0],
            kin=Kin.MOTHER,
            sought={"name": a_name("Марія")},
            by=officer_of(desk),
            at=NOON,
        )
    )
    text = desk.get(record(desk, seeded)).text
    assert "Relatives who are searched for" in text
    assert "Марія" in text


def test_what_somebody_typed_is_shown_and_never_run(desk):
    seeded = a_record(desk, "<script>alert(1)</script>")
    page = desk.get(record(desk, seeded))
    assert "<script>alert" not in page.html
    assert "&lt;script&gt;" in page.html


def test_a_draft_is_changed_on_its_own_pages_and_not_amended(desk):
    seeded = a_record(desk, "Олена", complete=False)
    assert "/amend/" not in desk.get(record(desk, seeded)).html


def test_the_record_of_a_stranger_is_not_found(desk):
    assert desk.get(f"/cases/{an_id()}/record").status == 404


@pytest.mark.parametrize("recipient", ["", "/health-care"])
def test_dp05_taking_back_prints_a_receipt_in_the_persons_language(desk, recipient):
    seeded = a_record(desk, "Олена")
    said = a_consent(seeded.case, seeded.people[0], Purpose.REFERRAL, ConsentAnswer.YES)
    who = Recipient.HEALTH if recipient else None
    desk.store.record(replace(said, recipient=who, by=officer_of(desk)))
    start = f"/cases/{seeded.case}/people/{seeded.people[0]}"
    page = desk.post(f"{start}/withdraw/referral{recipient}", {"csrf_token": desk.token()})
    assert page.path == f"{start}/taken-back/referral{recipient}"
    assert "Цей папір засвідчує, що згоду відкликано." in page.text
    assert "This paper says that an agreement was taken back." in page.text
    assert ("Медична допомога" if recipient else "передати потреби") in page.text
    assert show_number(seeded.numbers[0]) in page.text
    assert "Олена" not in page.html
    assert faults(page.html) == []


def test_dp05_there_is_no_receipt_for_what_was_not_taken_back(desk):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    start = f"/cases/{seeded.case}/people/{seeded.people[0]}/taken-back"
    for rest in ("tracing", "everything", "sharing/nobody", "verification"):
        assert desk.get(f"{start}/{rest}").status == 404


def test_the_record_tells_how_much_was_asked(desk):
    seeded = a_record(desk, "Олена")
    assert "Full registration · Emergency level begun (L1)" in desk.get(record(desk, seeded)).text
