"""A translation stands beside the person's own words and never takes their place."""

import pytest

from intake.domain.codes import Absent, Source, Translator, Why
from tests.field.desk import Desk, Page
from tests.field.seeding import a_record
from tests.web.markup import faults

OWN = "Ми прийшли вночі. Міст упав."
TRANSLATED = "We came in the night. The bridge fell."
TOLD = {
    "testimony": OWN,
    "testimony_translation": TRANSLATED,
    "testimony_translator": "interpreter",
}
FOLD = "A translation, beside their own words"
IS_OPEN = '<details class="govuk-details form__wide" open>'


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.new_case()
    desk.fill(made, "who", {"name": "Олена", "birth__age": "40"})
    return made


def page_of(desk: Desk, case: str) -> Page:
    return desk.get(desk.address(case, "consent"))


def values(desk: Desk, case: str, path: str) -> list[object]:
    return [s.statement.value for s in desk.case(case).members[0].history(path)]


def test_own_words_and_translation_are_two_statements(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", TOLD)
    assert values(desk, case, "testimony") == [OWN]
    assert values(desk, case, "testimony-translation") == [TRANSLATED]
    assert values(desk, case, "testimony-translator") == [Translator.INTERPRETER]


def test_the_own_words_are_in_the_persons_language_and_the_translation_is_not(
    desk: Desk, case: str
) -> None:
    desk.fill(case, "consent", TOLD)
    member = desk.case(case).members[0]
    [own], [other] = member.current("testimony"), member.current("testimony-translation")
    assert (own.statement.said_in, other.statement.said_in) == ("uk", "")


def test_nobody_has_to_open_it_and_nothing_of_it_is_recorded_then(desk: Desk, case: str) -> None:
    page = page_of(desk, case)
    assert FOLD in page.text
    assert IS_OPEN not in page.html
    desk.fill(case, "consent", {"testimony": OWN, "rest": "asked-declined"})
    member = desk.case(case).members[0]
    assert not member.was_asked("testimony-translation")
    assert not member.was_asked("testimony-translator")


def test_it_may_come_without_the_name_of_its_maker(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", {**TOLD, "testimony_translator": ""})
    assert values(desk, case, "testimony-translation") == [TRANSLATED]
    assert not desk.case(case).members[0].was_asked("testimony-translator")


@pytest.mark.parametrize("box", ["testimony_translation", "testimony_translator"])
def test_what_stands_in_the_fold_keeps_it_open(desk: Desk, case: str, box: str) -> None:
    desk.fill(case, "consent", {box: TOLD[box]})
    assert IS_OPEN in page_of(desk, case).html


def test_who_translated_is_one_of_four(desk: Desk, case: str) -> None:
    form = page_of(desk, case).form(having="rest")
    assert sorted(form.offered["testimony_translator"]) == sorted(Translator)
    assert desk.fill(case, "consent", {**TOLD, "testimony_translator": "machine"}).status == 422


def test_one_beyond_the_limit_is_refused_in_sight_and_all_that_was_typed_is_kept(
    desk: Desk, case: str
) -> None:
    text = "w" * 100_001
    page = desk.fill(case, "consent", {**TOLD, "testimony_translation": text})
    assert page.status == 422
    assert IS_OPEN in page.html
    again = page_of(desk, case)
    for form in (page.form(having="rest"), again.form(having="rest")):
        assert form.value("testimony") == OWN
        assert form.value("testimony_translation") == text
        assert form.value("testimony_translator") == "interpreter"
    assert values(desk, case, "testimony") == []


def test_one_of_100_000_letters_is_kept_whole(desk: Desk, case: str) -> None:
    text = "w" * 100_000
    desk.fill(case, "consent", {**TOLD, "testimony_translation": text})
    assert values(desk, case, "testimony-translation") == [text]


def test_a_better_translation_replaces_the_first_and_leaves_the_own_words(
    desk: Desk, case: str
) -> None:
    desk.fill(case, "consent", TOLD)
    desk.fill(case, "consent", {"testimony_translation": "We arrived at night."})
    member = desk.case(case).members[0]
    assert member.value("testimony-translation") == "We arrived at night."
    assert len(member.history("testimony-translation")) == 2
    assert values(desk, case, "testimony") == [OWN]


def test_one_that_was_taken_out_needs_a_reason(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", TOLD)
    page = desk.fill(case, "consent", {"testimony_translation": ""})
    assert page.status == 422
    assert IS_OPEN in page.html
    desk.fill(case, "consent", {"testimony_translation": "", "rest": "asked-declined"})
    member = desk.case(case).members[0]
    assert member.absent("testimony-translation") is Absent.DECLINED
    assert member.value("testimony") == OWN


def test_turning_the_page_into_another_language_keeps_it(desk: Desk, case: str) -> None:
    sent = {**TOLD, "language": "ti", "do": "language"}
    page = desk.send(page_of(desk, case), sent, having="rest")
    assert page.form(having="rest").value("testimony_translation") == TRANSLATED
    assert IS_OPEN in page.html
    assert values(desk, case, "testimony-translation") == []


def test_the_read_back_shows_it_below_the_own_words_with_who_made_it(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", TOLD)
    text = desk.get(f"/cases/{case}/check").text
    places = [text.index(words) for words in (OWN, "Translation of what they tell", TRANSLATED)]
    assert places == sorted(places)
    assert "Who translated it" in text


def test_the_person_hears_their_own_words_and_no_translation(desk: Desk, case: str) -> None:
    desk.fill(case, "consent", TOLD)
    aloud = desk.get(f"/cases/{case}/aloud/{desk.case(case).members[0].id}").text
    assert OWN.removesuffix(".") in aloud
    assert TRANSLATED.removesuffix(".") not in aloud
    assert "Хто переклав" not in aloud


def test_the_record_of_the_laptop_tells_it_is_a_translation(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", said={"testimony": OWN, "testimony-translation": TRANSLATED})
    text = desk.get(f"/cases/{seeded.case}/record").text
    places = [text.index(words) for words in (OWN, "Translation of what they tell", TRANSLATED)]
    assert places == sorted(places)


def test_after_completion_it_is_added_with_a_reason_and_the_own_words_stay(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", said={"testimony": OWN})
    there = f"/cases/{seeded.case}/people/{seeded.people[0]}/amend/consent"
    told = {"testimony_translation": TRANSLATED, "testimony_translator": "officer"}
    page = desk.send(desk.get(there), told, having="why")
    assert page.status == 422
    assert page.form(having="why").value("testimony_translation") == TRANSLATED
    desk.send(desk.get(there), {**told, "why": "new-information"}, having="why")
    assert values(desk, seeded.case, "testimony") == [OWN]
    assert values(desk, seeded.case, "testimony-translation") == [TRANSLATED]
    assert values(desk, seeded.case, "testimony-translator") == [Translator.OFFICER]


def test_a_wrong_translation_is_replaced_as_one_after_completion(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", said={"testimony": OWN, "testimony-translation": "We fell."})
    there = f"/cases/{seeded.case}/people/{seeded.people[0]}/amend/consent"
    sent = {"testimony_translation": TRANSLATED, "why": "translation-fix"}
    desk.send(desk.get(there), sent, having="why")
    first, second = desk.case(seeded.case).members[0].history("testimony-translation")
    assert second.statement.why is Why.TRANSLATION_FIX
    assert second.statement.saw == (first.statement.id,)
    assert second.statement.source is Source.SELF


@pytest.mark.parametrize("lang", ["en", "en_XA", "ar_XB"])
def test_the_page_is_well_made_open_and_closed(desk: Desk, case: str, lang: str) -> None:
    desk.get(f"/?lang={lang}")
    assert faults(page_of(desk, case).html) == []
    desk.fill(case, "consent", TOLD)
    assert faults(page_of(desk, case).html) == []
