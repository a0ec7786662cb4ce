"""Searching for a missing relative: only for who agreed, with little known, kept safe."""

import pytest

from intake.domain.codes import CaseStatus, ConsentAnswer, Kin, Purpose
from tests.builders import an_id
from tests.field.desk import Desk, Page
from tests.field.seeding import Seeded, a_record, agree
from tests.field.test_groups import part


def ask(desk: Desk, seeded: Seeded, **changed: str) -> Page:
    typed = {"asker": seeded.people[0], "kin": "mother", "name": "Марія", **changed}
    return desk.send(desk.get(f"/cases/{seeded.case}/tracing/new"), typed, having="kin")


def test_a_member_who_agreed_asks_for_a_search(desk):
    seeded = a_record(desk, "Олена", "Данило")
    agree(desk, seeded, Purpose.TRACING)
    page = ask(
        desk,
        seeded,
        birth__year="1950",
        birth_place="Стара Гута",
        last_news="Heard by phone in spring.",
        must_not_know="A neighbour",
    )
    assert page.path == f"/cases/{seeded.case}/record"
    assert "The search is asked for." in page.text
    [request] = desk.store.cases.tracing(seeded.case)
    assert request.kin is Kin.MOTHER
    assert request.individual == seeded.people[0]
    assert request.must_not_know == "A neighbour"
    assert request.sought["name"]["text"] == "Марія"
    assert request.sought["birth"]["edtf"] == "1950"
    assert request.sought["last-news"] == "Heard by phone in spring."
    assert set(request.sought) == {"name", "birth", "birth-place", "last-news"}


def test_without_agreement_the_search_is_refused_beside_the_one_who_asks(desk):
    seeded = a_record(desk, "Олена")
    page = ask(desk, seeded)
    assert page.status == 422
    assert "This person has not agreed to a search." in page.text
    assert 'id="asker-error"' in page.html
    assert page.form(having="kin").value("name") == "Марія"
    assert desk.store.cases.tracing(seeded.case) == []


@pytest.mark.parametrize("answer", [ConsentAnswer.NO, ConsentAnswer.WITHDRAWN])
def test_who_said_no_or_withdrew_cannot_ask(desk, answer):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    agree(desk, seeded, Purpose.TRACING, answer)
    assert ask(desk, seeded).status == 422


def test_the_agreement_of_another_member_is_not_enough(desk):
    seeded = a_record(desk, "Олена", "Данило")
    agree(desk, seeded, Purpose.TRACING)
    assert ask(desk, seeded, asker=seeded.people[1]).status == 422


def test_the_page_says_who_has_not_agreed_and_leads_to_asking(desk):
    seeded = a_record(desk, "Олена", "Данило")
    agree(desk, seeded, Purpose.TRACING)
    page = desk.get(f"/cases/{seeded.case}/tracing/new")
    assert f"/cases/{seeded.case}/people/{seeded.people[1]}/agreements" in page.html
    assert f"/people/{seeded.people[0]}/agreements" not in page.html


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": ""}, "Write one thing to call the missing relative."),
        ({"kin": ""}, "Choose an answer: Who is the missing relative to this person?"),
        ({"asker": "somebody"}, "Choose one of the answers in the list."),
        ({"birth__day": "31", "birth__month": "2", "birth__year": "1950"}, "cannot be"),
        ({"last_news": "x" * 2001}, "too long"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_what_was_typed_stays(desk, changed, words):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    page = ask(desk, seeded, must_not_know="A neighbour", **changed)
    assert page.status == 422
    assert words in page.text
    assert page.form(having="kin").value("must_not_know") == "A neighbour"


def test_an_unfinished_page_is_kept_for_later(desk):
    seeded = a_record(desk, "Олена")
    ask(desk, seeded, must_not_know="A neighbour")
    page = desk.get(f"/cases/{seeded.case}/tracing/new")
    assert page.form(having="kin").value("must_not_know") == "A neighbour"


def test_a_page_that_was_saved_begins_empty_again(desk):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    ask(desk, seeded)
    page = desk.get(f"/cases/{seeded.case}/tracing/new")
    assert page.form(having="kin").value("name") == ""


def test_a_search_waits_for_the_next_sync(desk):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    ask(desk, seeded)
    assert desk.case(seeded.case).status is CaseStatus.READY


def test_only_members_of_the_group_can_be_chosen(desk):
    seeded, other = a_record(desk, "Олена"), a_record(desk, "Amal")
    agree(desk, other, Purpose.TRACING)
    assert ask(desk, seeded, asker=other.people[0]).status == 422


def test_an_unknown_case_is_not_found(desk):
    assert desk.get(f"/cases/{an_id()}/tracing/new").status == 404


def test_a_counted_group_first_needs_somebody_who_asks(desk):
    page = desk.send(
        desk.get("/quick/new"),
        {
            "language": "uk",
            "channel": "spoken",
            "group_kind": "family",
            "tally__f-18-59": "1",
            "read_back": "yes",
        },
        having="channel",
    )
    case = page.path.split("/")[2]
    page = desk.get(f"/cases/{case}/tracing/new")
    assert page.path == f"/cases/{case}/record"
    assert "First write down who asks: go on to a full registration." in page.text


def test_in_a_draft_the_search_leads_back_to_the_tasks(desk):
    seeded = a_record(desk, "Олена", complete=False)
    agree(desk, seeded, Purpose.TRACING)
    assert ask(desk, seeded).path == f"/cases/{seeded.case}"
    assert len(desk.store.cases.tracing(seeded.case)) == 1


MORE = {
    "name_other": "Маруся",
    "name_other__kind": "nickname",
    "name_other__1_text": "Мар'яна",
    "grandfather": "Степан",
    "seen_when__month": "3",
    "seen_when__year": "2022",
    "seen_where": "Вокзал",
    "seen_where__country": "UA",
    "seen_with": "Her sister and a dog",
    "parted_by": "evacuation",
    "parted_how": "The doors closed.",
    "may_be": "Lviv, or with friends in Poland",
    "may_know": "Aunt Галина",
}
FOLD = "More that may help to find them"


def fold(page: Page) -> str:
    """The opening tag of the part that is folded."""
    return page.html.split(FOLD)[0].rsplit("<details", 1)[1].split(">")[0]


def test_all_that_may_help_to_find_somebody_is_kept_in_its_shape(desk):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    assert ask(desk, seeded, **MORE).status == 200
    [request] = desk.store.cases.tracing(seeded.case)
    sought = request.sought
    first, second = sought["name.other"]
    assert (first["text"], first["kind"]) == ("Маруся", "nickname")
    assert (second["text"], "kind" in second) == ("Мар'яна", False)
    assert sought["grandfather"]["text"] == "Степан"
    assert sought["seen-when"]["edtf"] == "2022-03"
    assert sought["seen-where"] == {"text": "Вокзал", "country": "UA"}
    told = {word: sought[word] for word in ("seen-with", "parted-by", "parted-how")}
    assert told == {
        "seen-with": "Her sister and a dog",
        "parted-by": "evacuation",
        "parted-how": "The doors closed.",
    }
    assert (sought["may-be"], sought["may-know"]) == (MORE["may_be"], MORE["may_know"])
    assert "last-news" not in sought


def test_little_is_enough_and_the_rest_is_folded_below(desk):
    seeded = a_record(desk, "Олена")
    page = desk.get(f"/cases/{seeded.case}/tracing/new")
    assert "open" not in fold(page)
    top, below = page.html.split(FOLD)
    assert 'name="must_not_know"' in top
    for name in sorted({name.split("__")[0] for name in MORE}):
        assert f'name="{name}' in below
        assert f'name="{name}' not in top


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"seen_when__day": "31", "seen_when__month": "2"}, "cannot be"),
        ({"seen_when__year": "2099"}, "cannot be"),
        ({"seen_where__country": "Atlantis"}, "Choose one of the answers in the list."),
        ({"parted_by": "bad luck"}, "Choose one of the answers in the list."),
        ({"parted_how": "x" * 2001}, "too long"),
        ({"may_be": "x" * 1001}, "too long"),
        ({"name_other": "x" * 301}, "too long"),
    ],
)
def test_what_is_wrong_below_the_fold_opens_it_and_nothing_typed_is_lost(desk, changed, words):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    told = {**MORE, **changed}
    page = ask(desk, seeded, **told)
    assert page.status == 422
    assert words in page.text
    assert "open" in fold(page)
    form = page.form(having="kin")
    lists = ("parted_by", "seen_where__country")
    assert {n: form.value(n) for n in told if n not in lists} == {
        n: typed for n, typed in told.items() if n not in lists
    }
    assert desk.store.cases.tracing(seeded.case) == []


def test_an_error_above_leaves_what_is_told_below_in_sight(desk):
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    assert "open" in fold(ask(desk, seeded, name="", seen_with="Her sister"))
    assert "open" not in fold(ask(desk, seeded, name="", seen_with=""))


def test_an_unfinished_page_comes_back_with_the_fold_open(desk):
    seeded = a_record(desk, "Олена")
    ask(desk, seeded, may_know="Aunt Галина")
    page = desk.get(f"/cases/{seeded.case}/tracing/new")
    assert page.form(having="kin").value("may_know") == "Aunt Галина"
    assert "open" in fold(page)


def test_a_search_goes_with_the_one_who_asks_when_a_draft_is_split(desk):
    seeded = a_record(desk, "Олена", "Іван", complete=False)
    agree(desk, seeded, Purpose.TRACING, member=1)
    ask(desk, seeded, asker=seeded.people[1], **MORE)
    [before] = desk.store.cases.tracing(seeded.case)
    part(desk, seeded, 1)
    [after] = desk.store.cases.tracing()
    case = desk.store.cases.by_number(seeded.numbers[1])
    assert (after.case, after.individual) == (case.id, seeded.people[1])
    assert after.sought == before.sought


def test_a_page_that_is_sent_twice_asks_for_one_search(desk):
    seeded = a_record(desk, "Олена", "Данило")
    agree(desk, seeded, Purpose.TRACING)
    agree(desk, seeded, Purpose.TRACING, member=1)
    for _ in range(2):
        assert "The search is asked for." in ask(desk, seeded, **MORE).text
    assert len(desk.store.cases.tracing(seeded.case)) == 1
    differs = (
        {"asker": seeded.people[1]},
        {"kin": "father"},
        {"name": "Ганна"},
        {"must_not_know": "A neighbour"},
    )
    for count, changed in enumerate(differs, start=2):
        ask(desk, seeded, **{**MORE, **changed})
        assert len(desk.store.cases.tracing(seeded.case)) == count
