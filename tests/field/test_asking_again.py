"""Asked again on a complete record: what holds is shown, only what is answered is written."""

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.codes import CaseStatus, ConsentAnswer, ConsentBy, Purpose, Why
from intake.domain.consent import MAIN, agreed, newest, standing
from intake.domain.event import ConsentRecorded, ReceiptKept
from intake.domain.partial_date import from_parts
from intake.domain.statement import Json
from intake.i18n import offered
from tests.builders import NOON, a_consent, an_id
from tests.field.desk import MORNING, Desk, Page
from tests.field.seeding import Seeded, a_record, agree, officer_of
from tests.web.markup import faults

YES, NO, WITHDRAWN = ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.WITHDRAWN
SILENT, OVER = ConsentAnswer.NOT_ASKED, ConsentAnswer.OVER
LAST = MORNING.date() + timedelta(days=3)
LATER = (LAST + timedelta(days=30)).isoformat()
OWN_WORDS = "Ви шукатимете мого брата."
GROWN: dict[str, Json] = {"birth": from_parts(3, 7, 1986).to_json()}
YOUNG: dict[str, Json] = {"birth": from_parts(1, 5, 2018).to_json()}
BOTH = {"given_by": "caregiver-and-child"}
ASK_AGAIN = "Ask again what they agree to"


@pytest.fixture
def olena(desk: Desk) -> Seeded:
    return a_record(desk, "Олена", said=GROWN)


@pytest.fixture
def yusuf(desk: Desk) -> Seeded:
    return a_record(desk, "Юсуф", said=YOUNG)


def address(seeded: Seeded, member: int = 0) -> str:
    return f"/cases/{seeded.case}/people/{seeded.people[member]}/agreements"


def ask(desk: Desk, seeded: Seeded, **filled: str) -> Page:
    return desk.send(desk.get(address(seeded)), filled, having="tracing")


def said(desk: Desk, seeded: Seeded, purpose: Purpose = Purpose.TRACING) -> ConsentAnswer:
    return standing(desk.case(seeded.case).consents, seeded.people[0], purpose)


def words(desk: Desk, seeded: Seeded) -> tuple[ConsentAnswer, ConsentAnswer, ConsentAnswer]:
    """What holds of tracing, what the carer says, what the child says."""
    last = newest(desk.case(seeded.case).consents, seeded.people[0], (Purpose.TRACING, None))
    assert last is not None
    return last.holds, last.carer, last.assent


def told_of_a_child(desk: Desk, seeded: Seeded, holds: str, carer: str, child: str) -> None:
    """What carer and child said of tracing before."""
    event = a_consent(seeded.case, seeded.people[0], Purpose.TRACING, ConsentAnswer(holds))
    both = {"carer": ConsentAnswer(carer), "assent": ConsentAnswer(child)}
    kept = replace(event, given_by=ConsentBy.CAREGIVER_AND_CHILD, by=officer_of(desk), **both)
    desk.store.record(kept)


def pass_days(desk: Desk, days: int) -> None:
    desk.clock.forward(days=days)
    desk.unlock()


def receive(desk: Desk) -> None:
    """The registry confirms all that was sent."""
    head = desk.store.head(desk.store.own_chain)
    where = {"chain": desk.store.own_chain, "seq": head.seq, "head": head.hash}
    kept = ReceiptKept(**where, signature="00", channel="wire", by="system", at=NOON)
    desk.store.record(kept)


def test_the_record_leads_to_the_page_and_back(desk: Desk, olena: Seeded) -> None:
    page = desk.get(f"/cases/{olena.case}/record")
    assert f'href="{address(olena)}"' in page.html
    page = desk.get(address(olena))
    assert (page.status, page.path) == (200, address(olena))
    assert ASK_AGAIN in page.text
    assert f'href="/cases/{olena.case}/record"' in page.html


@pytest.mark.parametrize("before", [YES, NO, WITHDRAWN, SILENT])
def test_nothing_is_chosen_beforehand_whatever_holds(
    desk: Desk, olena: Seeded, before: ConsentAnswer
) -> None:
    for purpose in MAIN:
        agree(desk, olena, purpose, before)
    form = desk.get(address(olena)).form(having="tracing")
    asked = {*(p.value for p in MAIN), "until", "teach_back", "private_moment"}
    assert asked <= form.names
    assert [name for name, value in form.fields if name in asked and value] == []


def test_what_holds_today_stands_beside_each_question(desk: Desk, olena: Seeded) -> None:
    agree(desk, olena, Purpose.REGISTRATION)
    agree(desk, olena, Purpose.VERIFICATION, NO)
    agree(desk, olena, Purpose.TRACING, until=LAST)
    pass_days(desk, 4)
    text = desk.get(address(olena)).text
    assert "What holds today" in text
    rows = text[text.index("What holds today") : text.index("They agree only until")]
    for held in ("Does not agree", "Agreed until 23 Nov 2026; that time is over", "Not asked"):
        assert held in rows
    assert rows.count("20 Nov 2026") == 3


@pytest.mark.parametrize("before", [NO, WITHDRAWN, SILENT])
@pytest.mark.parametrize("purpose", MAIN)
def test_whoever_did_not_agree_can_agree_later(
    desk: Desk, olena: Seeded, purpose: Purpose, before: ConsentAnswer
) -> None:
    agree(desk, olena, purpose, before)
    page = ask(desk, olena, **{purpose.value: "yes"})
    assert page.path == f"/cases/{olena.case}/record"
    assert (
        "What they answered is recorded. The registry learns of it at the next sync." in page.text
    )
    assert {p: said(desk, olena, p) for p in MAIN} == {
        p: YES if p is purpose else SILENT for p in MAIN
    }


def test_whose_time_is_over_can_agree_again_for_good_or_for_a_time(
    desk: Desk, olena: Seeded
) -> None:
    agree(desk, olena, Purpose.TRACING, until=LAST)
    pass_days(desk, 4)
    assert said(desk, olena) is OVER
    ask(desk, olena, tracing="yes", until=LATER)
    assert said(desk, olena) is YES
    pass_days(desk, 40)
    assert said(desk, olena) is OVER
    ask(desk, olena, tracing="yes")
    pass_days(desk, 400)
    assert said(desk, olena) is YES


def test_a_time_that_still_runs_can_be_made_longer_shorter_or_endless(
    desk: Desk, olena: Seeded
) -> None:
    agree(desk, olena, Purpose.TRACING, until=LAST)
    for day in (LATER, "2026-11-21", ""):
        ask(desk, olena, tracing="yes", until=day)
    told = [str(c.until or "") for c in desk.case(olena.case).consents]
    assert told == [LAST.isoformat(), LATER, "2026-11-21", ""]


def test_no_answer_changes_nothing_and_nothing_is_written(desk: Desk, olena: Seeded) -> None:
    agree(desk, olena, Purpose.TRACING)
    before = desk.store.head(desk.store.own_chain)
    page = ask(desk, olena, language="ru")
    assert "Nothing is different, so nothing was written." in page.text
    assert desk.store.head(desk.store.own_chain) == before


def test_not_asked_takes_a_slip_of_the_hand_back_and_ends_no_agreement(
    desk: Desk, olena: Seeded
) -> None:
    """Without script nobody can undo a chosen answer but by choosing this one."""
    for purpose in MAIN:
        agree(desk, olena, purpose)
    before = desk.store.head(desk.store.own_chain)
    ask(desk, olena, **dict.fromkeys((p.value for p in MAIN), "not-asked"))
    assert desk.store.head(desk.store.own_chain) == before
    assert {said(desk, olena, p) for p in MAIN} == {YES}


def test_only_what_is_answered_is_written(desk: Desk, olena: Seeded) -> None:
    for purpose in MAIN:
        agree(desk, olena, purpose, NO)
    ask(desk, olena, tracing="yes", referral="no", until=LATER)
    new = desk.case(olena.case).consents[len(MAIN) :]
    assert [(c.purpose, c.answer, str(c.until or "")) for c in new] == [
        (Purpose.TRACING, YES, LATER),
        (Purpose.REFERRAL, NO, ""),
    ]


def test_a_yes_given_again_is_written_for_the_registry_may_know_of_a_withdrawal(
    desk: Desk, olena: Seeded
) -> None:
    agree(desk, olena, Purpose.TRACING)
    ask(desk, olena, tracing="yes")
    assert [c.answer for c in desk.case(olena.case).consents] == [YES, YES]


def test_it_is_kept_who_answered_in_which_language_to_which_text(desk: Desk, olena: Seeded) -> None:
    ask(desk, olena, tracing="yes", language="ru")
    (consent,) = desk.case(olena.case).consents
    assert (consent.given_by, consent.language) == (ConsentBy.SELF, "ru")
    assert consent.notice_version == "1"
    assert consent.by == officer_of(desk)
    form = desk.get(address(olena)).form(having="tracing")
    assert form.value("language") == "ru"


def test_what_they_say_back_and_the_moment_alone_are_new_and_keep_what_stood(desk: Desk) -> None:
    before: dict[str, Json] = {"teach-back": "Не знаю.", "private-moment": "offered-declined"}
    seeded = a_record(desk, "Олена", said={**GROWN, **before})
    ask(desk, seeded, tracing="yes", teach_back=OWN_WORDS, private_moment="offered-taken")
    member = desk.case(seeded.case).members[0]
    assert member.value("teach-back") == OWN_WORDS
    assert member.value("private-moment") == "offered-taken"
    assert [s.statement.why for s in member.history("teach-back")] == [None, Why.NEW_INFORMATION]


def test_what_they_said_back_before_stays_where_it_is_not_asked_again(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", said={**GROWN, "teach-back": OWN_WORDS})
    assert ask(desk, seeded, tracing="yes").status == 200
    member = desk.case(seeded.case).members[0]
    assert [s.statement.value for s in member.history("teach-back")] == [OWN_WORDS]


def test_words_alone_can_be_written_too(desk: Desk, olena: Seeded) -> None:
    ask(desk, olena, teach_back=OWN_WORDS)
    assert desk.case(olena.case).members[0].value("teach-back") == OWN_WORDS
    assert desk.case(olena.case).consents == ()


@pytest.mark.parametrize(
    ("filled", "words"),
    [
        ({"tracing": "yes", "until": "2026-11-20"}, "This day has to lie ahead."),
        ({"tracing": "no", "until": LATER}, "Nothing new is agreed to on this page."),
        ({"until": LATER}, "Nothing new is agreed to on this page."),
        ({"tracing": "yes", "until": "30.11.2026"}, "There is a problem"),
        ({"tracing": "perhaps"}, "Choose one of the answers in the list."),
    ],
)
def test_what_is_refused_says_why_and_loses_nothing(
    desk: Desk, olena: Seeded, filled: dict[str, str], words: str
) -> None:
    typed = {**filled, "teach_back": OWN_WORDS, "language": "ru"}
    page = ask(desk, olena, **typed)
    assert page.status == 422
    assert words in page.text
    kept = {name: text for name, text in typed.items() if text != "perhaps"}
    form = page.form(having="tracing")
    assert {name: form.value(name) for name in kept} == kept
    assert faults(page.html) == []
    assert desk.case(olena.case).consents == ()
    assert not desk.case(olena.case).members[0].was_asked("teach-back")
    form = desk.get(address(olena)).form(having="tracing")
    assert form.value("teach_back") == OWN_WORDS


def test_the_texts_turn_into_another_language_and_keep_what_was_chosen(
    desk: Desk, olena: Seeded
) -> None:
    chosen = {"language": "ti", "tracing": "yes", "teach_back": OWN_WORDS, "do": "language"}
    page = ask(desk, olena, **chosen)
    assert "Read aloud in: Tigrinya" in page.text
    form = page.form(having="tracing")
    assert (form.value("tracing"), form.value("teach_back")) == ("yes", OWN_WORDS)
    assert desk.case(olena.case).consents == ()


def test_what_was_typed_and_saved_does_not_come_back(desk: Desk, olena: Seeded) -> None:
    ask(desk, olena, tracing="yes", until="2026-11-20")
    ask(desk, olena, tracing="yes", until="")
    form = desk.get(address(olena)).form(having="tracing")
    assert (form.value("tracing"), form.value("until")) == ("", "")


def test_a_yes_typed_before_a_withdrawal_is_not_written_without_asking(
    desk: Desk, olena: Seeded
) -> None:
    agree(desk, olena, Purpose.TRACING)
    shown = desk.get(address(olena))
    desk.post(
        f"/cases/{olena.case}/people/{olena.people[0]}/withdraw/tracing",
        {"csrf_token": desk.token()},
    )
    page = desk.send(shown, {"tracing": "yes"}, having="tracing")
    assert page.status == 409
    assert "Somebody saved this page meanwhile." in page.text
    assert said(desk, olena) is WITHDRAWN
    desk.send(page, having="tracing")
    assert said(desk, olena) is YES


def test_a_record_that_was_received_waits_for_sync_again(desk: Desk, olena: Seeded) -> None:
    agree(desk, olena, Purpose.TRACING, NO)
    receive(desk)
    assert desk.case(olena.case).status is CaseStatus.RECEIVED
    ask(desk, olena)
    assert desk.case(olena.case).status is CaseStatus.RECEIVED
    ask(desk, olena, tracing="yes")
    assert desk.case(olena.case).status is CaseStatus.READY


def test_taking_back_stays_in_the_record_and_can_follow(desk: Desk, olena: Seeded) -> None:
    path = f"/cases/{olena.case}/people/{olena.people[0]}/withdraw/tracing"
    ask(desk, olena, tracing="yes")
    assert path in desk.get(f"/cases/{olena.case}/record").html
    assert "/withdraw/" not in desk.get(address(olena)).html
    desk.post(path, {"csrf_token": desk.token()})
    assert said(desk, olena) is WITHDRAWN


def test_a_child_is_asked_with_its_carer_and_who_answered_is_needed(
    desk: Desk, yusuf: Seeded
) -> None:
    form = desk.get(address(yusuf)).form(having="tracing")
    assert {"child_tracing", "given_by", "vital_reason"} <= form.names
    assert "private_moment" not in form.names
    assert ask(desk, yusuf, teach_back=OWN_WORDS).status == 200
    for filled in ({"tracing": "yes"}, {"child_tracing": "no"}):
        assert ask(desk, yusuf, **filled).status == 422
    ask(desk, yusuf, tracing="yes", child_tracing="yes", **BOTH)
    assert words(desk, yusuf) == (YES, YES, YES)


@pytest.mark.parametrize(
    ("before", "now", "after"),
    [
        (("no", "yes", "no"), {"tracing": "yes"}, (NO, YES, NO)),
        (("no", "yes", "no"), {"child_tracing": "yes"}, (YES, YES, YES)),
        (("no", "no", "yes"), {"tracing": "yes"}, (YES, YES, YES)),
        (("no", "no", "yes"), {"child_tracing": "yes"}, (NO, NO, YES)),
        (("yes", "yes", "yes"), {"child_tracing": "no"}, (NO, YES, NO)),
        (("yes", "yes", "yes"), {"tracing": "no"}, (NO, NO, YES)),
        (("yes", "yes", "yes"), {"child_tracing": "not-asked"}, (YES, YES, YES)),
        (("withdrawn", "not-asked", "not-asked"), {"child_tracing": "yes"}, (SILENT, SILENT, YES)),
        (("withdrawn", "not-asked", "not-asked"), {"tracing": "yes"}, (YES, YES, SILENT)),
    ],
)
def test_dp06_the_word_that_is_not_asked_for_anew_stays(
    desk: Desk,
    yusuf: Seeded,
    before: tuple[str, str, str],
    now: dict[str, str],
    after: tuple[ConsentAnswer, ...],
) -> None:
    """A child's own no holds until the child itself says otherwise."""
    told_of_a_child(desk, yusuf, *before)
    assert ask(desk, yusuf, **now, **BOTH).status == 200
    assert words(desk, yusuf) == after


def test_where_a_child_cannot_be_asked_the_reason_is_needed_and_nothing_is_lost(
    desk: Desk, yusuf: Seeded
) -> None:
    filled = {"referral": "yes", "given_by": "vital-interest"}
    page = ask(desk, yusuf, **filled)
    assert page.status == 422
    form = page.form(having="tracing")
    assert {name: form.value(name) for name in filled} == filled
    ask(desk, yusuf, **filled, vital_reason="Fever, nobody here who cares for him.")
    (consent,) = desk.case(yusuf.case).consents
    assert consent.given_by is ConsentBy.VITAL_INTEREST
    assert (consent.answer, consent.reason) == (YES, "Fever, nobody here who cares for him.")


def test_who_was_a_child_and_is_grown_up_now_answers_alone(desk: Desk, olena: Seeded) -> None:
    told_of_a_child(desk, olena, "no", "yes", "no")
    assert "child_tracing" not in desk.get(address(olena)).form(having="tracing").names
    ask(desk, olena, tracing="yes")
    assert words(desk, olena) == (YES, SILENT, SILENT)


def test_each_of_a_group_is_asked_alone(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", "Данило", said=GROWN)
    ask(desk, seeded, tracing="yes")
    consents = desk.case(seeded.case).consents
    one, other = seeded.people
    assert agreed(consents, one, Purpose.TRACING)
    assert not agreed(consents, other, Purpose.TRACING)


def test_who_came_from_a_draft_that_became_part_of_another_is_asked_in_the_new_record(
    desk: Desk,
) -> None:
    here = a_record(desk, "Олена", complete=False, said=GROWN)
    there = a_record(desk, "Данило", complete=False, said=GROWN)
    agree(desk, there, Purpose.TRACING, NO)
    page = desk.get(f"/cases/{here.case}/merge")
    desk.send(page, {"number": there.number, "reason": "marriage"}, having="number")
    joined = desk.store.cases.of_individual(there.people[0])
    assert joined is not None
    now = Seeded(joined.id, there.people, joined.number, there.numbers)
    desk.send(desk.get(f"/cases/{joined.id}/urgent"), {"rest": "asked-declined"}, having="rest")
    for member in range(2):
        for name in ("who", "origin", "consent"):
            desk.fill(joined.id, name, {"rest": "asked-declined"}, member)
    done = desk.send(
        desk.get(f"/cases/{joined.id}/check"), {"read_back": "yes"}, having="read_back"
    )
    assert desk.case(joined.id).status is CaseStatus.READY, done.text
    assert "Does not agree" in desk.get(address(now)).text
    ask(desk, now, tracing="yes")
    assert said(desk, now) is YES
    assert desk.get(address(there)).status == 404


def test_a_draft_is_asked_on_its_own_page(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", complete=False)
    page = desk.get(address(seeded))
    assert page.path == f"/cases/{seeded.case}/people/{seeded.people[0]}/consent"


def test_a_stranger_to_the_case_is_not_found(desk: Desk, olena: Seeded) -> None:
    other = a_record(desk, "Amal")
    assert desk.get(f"/cases/{olena.case}/people/{other.people[0]}/agreements").status == 404
    assert desk.get(f"/cases/{an_id()}/people/{other.people[0]}/agreements").status == 404


def test_a_record_that_is_forgotten_here_takes_no_answer(desk: Desk, olena: Seeded) -> None:
    receive(desk)
    desk.clock.forward(days=10)
    desk.unlock()
    assert desk.case(olena.case).is_forgotten
    assert desk.get(address(olena)).status == 422


def test_the_other_ways_to_what_somebody_agrees_to_lead_here_too(desk: Desk, olena: Seeded) -> None:
    story = f"/cases/{olena.case}/people/{olena.people[0]}/amend"
    assert address(olena) in desk.get(f"{story}/consent").html
    other = desk.get(f"{story}/who")
    assert other.status == 200
    assert address(olena) not in other.html
    assert address(olena) in desk.get(f"/cases/{olena.case}/tracing/new").html


def test_the_receipt_tells_what_was_answered_last(desk: Desk, olena: Seeded) -> None:
    agree(desk, olena, Purpose.TRACING, NO)
    ask(desk, olena, tracing="yes", until=LATER)
    receipt = f"/cases/{olena.case}/people/{olena.people[0]}/receipt"
    assert "Agrees up to and including 23 Dec 2026" in desk.get(receipt).text


@pytest.mark.parametrize("language", [*(one.tag for one in offered()), "en_XA", "ar_XB"])
def test_the_page_is_well_made_in_every_language(
    desk: Desk, olena: Seeded, yusuf: Seeded, language: str
) -> None:
    agree(desk, olena, Purpose.TRACING, until=LAST)
    desk.get(f"/?lang={language}")
    for seeded in (olena, yusuf):
        page = desk.get(address(seeded))
        assert faults(page.html) == []
        assert (ASK_AGAIN in page.text) is (language == "en")
    assert faults(ask(desk, yusuf, tracing="yes").html) == []


def test_nothing_of_what_is_said_stands_in_an_address(desk: Desk, olena: Seeded) -> None:
    page = ask(desk, olena, tracing="yes", teach_back=OWN_WORDS)
    assert "?" not in page.path
    recorded = [e for e in desk.store.events_of(olena.case) if isinstance(e, ConsentRecorded)]
    assert len(recorded) == 1
