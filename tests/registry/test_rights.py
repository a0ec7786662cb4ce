"""A person's own rights: the copy tells what they said, and gives nobody else away."""

from html import unescape

import pytest

from intake.domain.codes import (
    ConsentAnswer,
    FactOutcome,
    IdentityLevel,
    InactiveReason,
    Kin,
    NextStep,
    Purpose,
    Role,
    Source,
)
from intake.domain.consent import standing
from intake.domain.event import (
    FactDecision,
    OutcomeTold,
    RecordInactivated,
    StatementsAdded,
    TracingRequested,
)
from intake.domain.ids import show_number
from intake.domain.statement import Statement
from intake.i18n import offered
from intake.web.outcome_words import LEVELS, NEXT
from tests.builders import NOON, OFFICER, a_name, an_id
from tests.registry.people import (
    BOY,
    HIDDEN_FROM,
    SAFE_CONTACT,
    TESTIMONY,
    TRANSLATED,
    WOMAN,
    a_family,
)
from tests.registry.visitor import text_of

VOUCHED = "I taught her in the second form"


@pytest.fixture
def family(store):
    return a_family(store)


@pytest.fixture
def protection(registry):
    return registry.signed_in("paula", Role.PROTECTION)


def copy(visitor, person, lang="en", **more):
    extra = "".join(f"&{name}={value}" for name, value in more.items())
    return visitor.get(f"/people/{person}/copy?language={lang}{extra}")


def add(store, case, subject, path, value, source):
    statement = Statement(id=an_id(), subject=subject, path=path, value=value, source=source)
    store.record(StatementsAdded(case=case, statements=(statement,), by=OFFICER, at=NOON))


def test_the_copy_holds_what_the_person_said_and_agreed_to(family, protection):
    words = text_of(copy(protection, family.woman).text)
    for part in (WOMAN, "1987", "Нижня Вигадка", TESTIMONY.strip()[:60], "What you agreed to"):
        assert part in words


def test_the_copy_never_holds_what_others_said(family, protection, store):
    add(store, family.case, family.woman, "testimony", VOUCHED, Source.VOUCHER)
    words = text_of(copy(protection, family.woman).text)
    assert "1991" not in words  # a relative said so
    assert VOUCHED not in words


@pytest.mark.parametrize("source", [Source.VOUCHER, Source.RELATIVE])
def test_a_translation_of_what_others_said_is_no_more_on_the_copy_than_their_words(
    family, protection, store, source
):
    add(store, family.case, family.woman, "testimony-translation", VOUCHED, source)
    assert VOUCHED not in text_of(copy(protection, family.woman).text)


@pytest.mark.parametrize("more", [{}, {"short": "yes"}])
def test_the_copy_tells_where_they_lived_most_of_the_time(family, protection, more):
    words = text_of(copy(protection, family.woman, **more).text)
    assert "Where they lived most of the time Гданськ, Poland" in words


def test_the_copy_holds_the_translation_below_the_own_words_and_who_made_it(family, protection):
    words = text_of(copy(protection, family.woman).text)
    own, translated = TESTIMONY.strip()[:60], TRANSLATED.strip()[:60]
    assert "Translation of what they tell" in words
    assert words.index(own) < words.index(translated) < words.index("Who translated it Interpreter")


def test_the_copy_never_holds_what_was_told_in_confidence(family, protection):
    for more in ({}, {"short": "yes"}):
        words = text_of(copy(protection, family.woman, **more).text)
        assert SAFE_CONTACT not in words
        assert HIDDEN_FROM not in words


def test_every_copy_says_the_same_of_what_is_left_off(family, protection):
    """Nobody who finds the paper can tell whether there is something behind it."""
    said = "What other people told us, and what you told us in confidence, is not on this paper."
    for person in (family.woman, family.boy):
        assert said in text_of(copy(protection, person).text)


def test_a_copy_holds_no_other_member_of_the_group(family, protection):
    assert BOY not in text_of(copy(protection, family.woman).text)
    assert WOMAN not in text_of(copy(protection, family.boy).text)


def test_a_carer_sees_what_they_said_for_the_child(family, protection):
    words = text_of(copy(protection, family.boy).text)
    assert "2017" in words
    assert "caregiver" in words.lower() or "carer" in words.lower()


def test_a_short_copy_leaves_out_what_is_dangerous_to_carry(family, protection):
    words = text_of(copy(protection, family.woman, short="yes").text)
    assert WOMAN in words
    assert TESTIMONY.strip()[:30] not in words
    assert TRANSLATED.strip()[:30] not in words
    assert "Who translated it" not in words
    assert "you chose to leave them off this paper" in words


@pytest.mark.parametrize("language", [one.tag for one in offered()])
def test_the_copy_is_whole_in_the_language_of_the_person(family, protection, language):
    page = copy(protection, family.woman, language).text
    english = "What is recorded about you"
    assert (english in page) is (language == "en")
    assert f'lang="{language.replace("_", "-")}"' in page


def test_the_copy_is_no_identity_paper_and_its_title_names_nobody(family, protection):
    page = copy(protection, family.woman).text
    assert "It is not an identity document." in page
    assert WOMAN not in page[: page.index("</title>")]


@pytest.mark.parametrize("level", IdentityLevel)
def test_what_was_decided_stands_in_the_words_that_people_hear(family, protection, store, level):
    told = OutcomeTold(
        case=family.case,
        individual=family.woman,
        level=level,
        facts=(FactDecision("name", FactOutcome.ESTABLISHED, "Both accounts agree."),),
        next_step=NextStep.BRING_INFORMATION,
        message="We believe you.",
        helps="A letter from your school.",
        by="rita",
        at=NOON,
    )
    store.record(told)
    words = text_of(copy(protection, family.woman).text)
    for part in (str(LEVELS[level]), str(NEXT[told.next_step]), told.message, told.helps):
        assert part in unescape(words)
    assert level.value.upper() not in words.split()


def test_the_copy_tells_how_long_the_record_is_kept(family, protection, store):
    assert "and 5 years after that" in text_of(copy(protection, family.woman).text)
    away = RecordInactivated(
        case=family.case,
        individual=family.woman,
        code=InactiveReason.LEFT,
        reason="Moved on.",
        by="kim",
        at=NOON,
    )
    store.record(away)
    words = text_of(copy(protection, family.woman).text)
    assert "After 20 Nov 2031 it is due to be erased" in words
    assert "and 5 years after that" not in words


@pytest.mark.parametrize("language", ["", "xx", "en%00", "../uk"])
def test_a_language_nobody_speaks_here_is_asked_again(family, protection, language):
    page = copy(protection, family.woman, language)
    assert page.status_code == 422
    assert "Language of the copy" in page.text


def test_the_person_learns_roles_reasons_and_times_of_looks_but_no_staff(family, registry):
    registry.signed_in("rita", Role.REVIEWER).get(f"/people/{family.woman}?purpose=check-recording")
    words = text_of(copy(registry.signed_in("ivo", Role.INTERVIEWER), family.woman).text)
    assert "Reviewer" in words
    assert "Rita Staff" not in words
    assert "Ivo Staff" not in words[words.index("Who looked") :]


def test_asking_for_the_copy_is_a_look_with_its_own_reason(family, protection, store):
    copy(protection, family.woman)
    (view,) = store.cases.views(family.woman)
    assert view.purpose == "person-asks"


def test_an_agreement_is_taken_back_by_one_press_and_nobody_asks_why(family, protection, store):
    page = f"/people/{family.woman}/rights"
    assert (
        protection.post(f"{page}/take-back", {"purpose": "tracing"}, page=page).status_code == 303
    )
    case = store.cases.get(family.case)
    assert standing(case.consents, family.woman, Purpose.TRACING) is ConsentAnswer.WITHDRAWN
    assert standing(case.consents, family.woman, Purpose.REGISTRATION) is ConsentAnswer.YES


def test_what_does_not_stand_cannot_be_taken_back(family, protection):
    page = f"/people/{family.woman}/rights"
    for purpose in ("sharing", "", "nonsense"):
        answer = protection.post(f"{page}/take-back", {"purpose": purpose}, page=page)
        assert answer.status_code == 422
        assert "There is a problem" in answer.text


def test_an_agreement_taken_back_stands_no_longer_on_the_page(family, protection):
    page = f"/people/{family.woman}/rights"
    before = protection.get(page).text.count('action="/people/')
    protection.post(f"{page}/take-back", {"purpose": "tracing"}, page=page)
    assert protection.get(page).text.count('action="/people/') == before - 1


@pytest.mark.parametrize("role", [Role.CLERK, Role.TRACING, Role.DPO, Role.ADMINISTRATOR])
def test_who_may_not_read_the_whole_record_hands_out_no_copy(family, registry, role):
    visitor = registry.signed_in("somebody", role)
    for path in ("rights", "copy?language=en"):
        assert visitor.get(f"/people/{family.woman}/{path}").status_code == 403


def test_the_record_leads_to_the_rights(family, protection):
    page = protection.get(f"/people/{family.woman}?purpose=protect-person").text
    assert f"/people/{family.woman}/rights" in page


def test_the_page_of_rights_names_the_number_only(family, protection, store):
    page = protection.get(f"/people/{family.woman}/rights").text
    number = store.cases.individual(family.woman).number
    assert show_number(number) in page
    assert WOMAN not in page


OF_THE_BROTHER = {
    "name": a_name("Марко Приклад"),
    "name.other": [a_name("Маркусь")],
    "last-news": "at the river, in May",
    "seen-with": "a neighbour with a cart",
    "parted-by": "family-violence",
    "parted-how": "We ran in different directions.",
}


def search(store, family, person, **sought):
    """One more search, asked for by one of the family."""
    asked = TracingRequested(
        case=family.case,
        request=an_id(),
        individual=person,
        kin=Kin.SIBLING,
        sought={**OF_THE_BROTHER, **sought},
        must_not_know=HIDDEN_FROM,
        by=OFFICER,
        at=NOON,
    )
    store.record(asked)


def test_the_copy_tells_whom_the_person_looks_for_and_all_they_told(family, protection, store):
    search(store, family, family.woman)
    words = text_of(copy(protection, family.woman).text)
    for told in ("Whom you look for", "Маркусь", "a neighbour with a cart", "different directions"):
        assert told in words


def test_no_copy_tells_from_whom_a_search_is_hidden_nor_what_endangers(family, protection, store):
    search(store, family, family.woman)
    for more in ({}, {"short": "yes"}):
        words = text_of(copy(protection, family.woman, **more).text)
        assert HIDDEN_FROM not in words
        assert "Violence" not in words
        assert "Why they were parted" not in words


def test_a_cause_that_endangers_nobody_stands_on_the_copy(family, protection, store):
    search(store, family, family.woman, **{"parted-by": "evacuation"})
    assert "Evacuation" in text_of(copy(protection, family.woman).text)


def test_a_short_copy_tells_only_who_is_looked_for(family, protection, store):
    search(store, family, family.woman)
    words = text_of(copy(protection, family.woman, short="yes").text)
    assert "Марко Приклад" in words
    assert "Маркусь" in words
    for told in ("a neighbour with a cart", "at the river, in May", "different directions"):
        assert told not in words


def test_a_copy_tells_of_no_search_that_another_asked_for(family, protection, store):
    search(store, family, family.boy, **{"seen-with": "the boy alone knows"})
    assert "the boy alone knows" in text_of(copy(protection, family.boy).text)
    assert "the boy alone knows" not in text_of(copy(protection, family.woman).text)
