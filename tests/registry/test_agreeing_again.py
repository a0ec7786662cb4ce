"""Asked again at the registry: what holds is shown, only what is answered is written."""

from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from intake.domain.codes import ConsentAnswer, ConsentBy, Purpose, Role
from intake.domain.consent import MAIN, Consent, newest, standing
from intake.domain.event import ConsentRecorded
from intake.i18n import use_locale
from intake.registry.screening import Screening
from intake.store import Store
from intake.web import notices
from tests.builders import NOON, a_consent, a_group
from tests.registry.boxes import whole
from tests.registry.casework import ABDULLAH, ABDULLAH_AGAIN, agreeing, problems
from tests.registry.people import BOY, WOMAN, Family, a_family
from tests.registry.visitor import BASE, Registry, Visitor, text_of

YES, NO, WITHDRAWN = ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.WITHDRAWN
SILENT, OVER = ConsentAnswer.NOT_ASKED, ConsentAnswer.OVER
LAST = NOON.date() + timedelta(days=10)
BOTH = {"given_by": "caregiver-and-child"}
READERS = [Role.INTERVIEWER, Role.PROTECTION, Role.REVIEWER]


@pytest.fixture
def family(store: Store) -> Family:
    return a_family(store)


@pytest.fixture
def protection(registry: Registry) -> Visitor:
    return registry.signed_in("paula", Role.PROTECTION)


def address(person: str) -> str:
    return f"/people/{person}/agreements"


def ask(visitor: Visitor, person: str, **said: str) -> Any:
    """Send the page with what is answered on it."""
    return visitor.post(address(person), said)


def last(store: Store, case: str, person: str, purpose: Purpose = Purpose.TRACING) -> Consent:
    found = store.cases.get(case)
    assert found is not None
    answer = newest(found.consents, person, (purpose, None))
    assert answer is not None
    return answer


def holds(store: Store, case: str, person: str) -> dict[Purpose, ConsentAnswer]:
    found = store.cases.get(case)
    assert found is not None
    return {purpose: standing(found.consents, person, purpose) for purpose in MAIN}


def how_many(store: Store, case: str) -> int:
    found = store.cases.get(case)
    assert found is not None
    return len(found.consents)


@pytest.mark.parametrize("role", READERS)
def test_the_page_of_rights_leads_there_and_back(
    registry: Registry, family: Family, role: Role
) -> None:
    visitor = registry.signed_in("somebody", role)
    rights = f"/people/{family.woman}/rights"
    assert f'href="{address(family.woman)}"' in visitor.get(rights).text
    assert f'href="{rights}"' in visitor.get(address(family.woman)).text


@pytest.mark.parametrize("role", sorted(set(Role) - {*READERS, Role.FIELD}))
def test_nobody_else_asks(registry: Registry, family: Family, role: Role) -> None:
    visitor = registry.signed_in("somebody", role)
    assert visitor.get(address(family.woman)).status_code == 403


def test_each_question_stands_there_as_it_is_read_aloud(
    family: Family, protection: Visitor
) -> None:
    page = protection.get(address(family.woman)).text
    assert "May we use it to search for your relatives" in text_of(page)
    assert 'lang="uk"' in page
    with use_locale("uk"):
        assert str(notices.ASK_CONSENT[Purpose.TRACING]) in unescape(page)
    assert WOMAN not in page


def test_what_holds_today_stands_beside_each_question(
    store: Store, registry: Registry, family: Family
) -> None:
    ends = replace(a_consent(family.case, family.woman, Purpose.REFERRAL), until=LAST)
    store.record(ends, a_consent(family.case, family.woman, Purpose.VERIFICATION, NO))
    registry.clock.forward(days=11)
    page = registry.signed_in("paula", Role.PROTECTION).get(address(family.woman))
    words = text_of(page.text)
    rows = words[words.index("What holds today") : words.index("They agree only until")]
    for held in ("Agrees", "Does not agree", "Agreed until 30 Nov 2026; that time is over"):
        assert held in rows


def test_nothing_is_chosen_beforehand(family: Family, protection: Visitor) -> None:
    page = protection.get(address(family.woman)).text
    assert " checked" not in page


@pytest.mark.parametrize("before", [NO, WITHDRAWN, SILENT])
@pytest.mark.parametrize("purpose", MAIN)
def test_whoever_did_not_agree_can_agree_here(
    store: Store, family: Family, protection: Visitor, purpose: Purpose, before: ConsentAnswer
) -> None:
    store.record(a_consent(family.case, family.woman, purpose, before))
    held = holds(store, family.case, family.woman)
    answer = ask(protection, family.woman, **{purpose.value: "yes"})
    assert answer.status_code == 303
    words = text_of(protection.get(answer.location).text)
    assert "What they answered is recorded. It holds from now on." in words
    assert holds(store, family.case, family.woman) == {**held, purpose: YES}


def test_the_answer_tells_who_wrote_it_in_which_language_and_to_which_text(
    store: Store, family: Family, protection: Visitor
) -> None:
    ask(protection, family.woman, tracing="no", language="ar")
    answer = last(store, family.case, family.woman)
    user = store.users.by_login("paula")
    assert user is not None
    assert (answer.answer, answer.by) == (NO, user.id)
    assert (answer.language, answer.notice_version) == ("ar", notices.VERSION)
    assert answer.given_by is ConsentBy.SELF


def test_a_yes_for_a_time_is_over_after_its_last_day(
    store: Store, registry: Registry, family: Family, protection: Visitor
) -> None:
    ask(protection, family.woman, tracing="yes", until=LAST.isoformat())
    assert last(store, family.case, family.woman).until == LAST
    registry.clock.forward(days=11)
    again = registry.signed_in("pavlo", Role.PROTECTION)
    assert "that time is over" in text_of(again.get(address(family.woman)).text)
    assert holds(store, family.case, family.woman)[Purpose.TRACING] is OVER
    ask(again, family.woman, tracing="yes")
    assert holds(store, family.case, family.woman)[Purpose.TRACING] is YES


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"tracing": "yes", "until": NOON.date().isoformat()}, "This day has to lie ahead."),
        (
            {"tracing": "no", "until": LAST.isoformat()},
            "A last day goes with what they agree to now.",
        ),
        ({"until": LAST.isoformat()}, "A last day goes with what they agree to now."),
        ({"tracing": "perhaps"}, "Choose one of the answers in the list."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost_or_written(
    store: Store, family: Family, protection: Visitor, sent: dict[str, str], says: str
) -> None:
    before = how_many(store, family.case)
    refused = ask(protection, family.woman, **sent, registration="no")
    assert refused.status_code == 422
    assert says in problems(refused)
    assert 'name="registration" value="no" checked' in refused.text
    assert how_many(store, family.case) == before


@pytest.mark.parametrize("sent", [{}, {"tracing": "not-asked", "referral": "not-asked"}])
def test_no_answer_writes_nothing(
    store: Store, family: Family, protection: Visitor, sent: dict[str, str]
) -> None:
    before = how_many(store, family.case)
    answer = ask(protection, family.woman, **sent)
    assert answer.status_code == 303
    assert "nothing was written" in text_of(protection.get(answer.location).text)
    assert how_many(store, family.case) == before


def test_another_language_is_shown_with_every_choice_kept(
    store: Store, family: Family, protection: Visitor
) -> None:
    before = how_many(store, family.case)
    page = ask(protection, family.woman, tracing="yes", language="ar", do="language")
    assert page.status_code == 200
    assert 'lang="ar"' in page.text
    assert 'name="tracing" value="yes" checked' in page.text
    assert how_many(store, family.case) == before


def test_of_an_adult_known_as_one_nobody_asks_who_answers(
    family: Family, protection: Visitor
) -> None:
    page = protection.get(address(family.woman)).text
    assert 'name="given_by"' not in page
    assert 'name="child_tracing"' not in page


def test_nobody_is_answered_for_in_their_vital_interest(
    family: Family, protection: Visitor
) -> None:
    page = protection.get(address(family.boy)).text
    assert 'value="caregiver-and-child"' in page
    assert 'value="vital-interest"' not in page
    refused = ask(protection, family.boy, tracing="yes", given_by="vital-interest")
    assert refused.status_code == 422


@pytest.mark.parametrize(
    ("carer", "child", "holding"),
    [("yes", "yes", YES), ("yes", "no", NO), ("no", "yes", NO), ("yes", "", YES), ("", "no", NO)],
)
def test_a_child_and_the_carer_answer_each_for_themselves(
    store: Store, family: Family, protection: Visitor, carer: str, child: str, holding
) -> None:
    sent = {"tracing": carer, "child_tracing": child, **BOTH}
    assert ask(protection, family.boy, **sent).status_code == 303
    answer = last(store, family.case, family.boy)
    assert (answer.carer.value, answer.assent.value) == (carer or SILENT, child or SILENT)
    assert answer.holds is holding


def test_for_a_child_it_is_said_who_answered(family: Family, protection: Visitor) -> None:
    refused = ask(protection, family.boy, tracing="yes")
    assert refused.status_code == 422
    assert "Who answered?" in problems(refused)
    assert BOY not in refused.text


def test_who_agrees_to_be_compared_is_looked_for_at_once(
    store: Store, registry: Registry, protection: Visitor
) -> None:
    """A yes to verification finds the other record in the same step."""
    silent = a_group("Abdullah Karimi", said=ABDULLAH)
    known = agreeing(a_group("عبدالله کریمی", said=ABDULLAH_AGAIN))
    store.record(*silent.events, *known.events)
    Screening(store).screen([silent.case, known.case], NOON)
    (person,) = silent.people
    assert store.pairs.of_individual(person) == []
    assert ask(protection, person, verification="yes").status_code == 303
    (pair,) = store.pairs.of_individual(person)
    assert {pair.left, pair.right} == {person, *known.people}


def test_the_look_at_the_record_is_noted_as_asked_for(
    store: Store, family: Family, protection: Visitor
) -> None:
    protection.get(address(family.woman))
    assert [view.purpose for view in store.cases.views(family.woman)] == ["person-asks"]


def test_a_record_that_is_not_there_is_not_found(protection: Visitor) -> None:
    answer = protection.client.get(address("0" * 32), base_url=BASE)
    assert whole(answer).status_code == 404


def test_every_answer_is_an_entry_of_its_own(
    store: Store, family: Family, protection: Visitor
) -> None:
    head = store.head(store.own_chain).seq
    ask(protection, family.woman, tracing="no", referral="yes")
    entries = store.entries_after(store.own_chain, head)
    answers = [e for e in entries if e.kind == ConsentRecorded.kind]
    assert len(answers) == 2
