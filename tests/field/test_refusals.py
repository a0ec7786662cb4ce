"""Every form of the laptop says beside the box what is wrong, and keeps what was typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from intake.i18n import gettext, use_locale
from tests.field.desk import Desk, Page, PageForm, a_laptop
from tests.field.seeding import Seeded, a_record

LONG = "я" * 5_000
HIDDEN = {"csrf_token", "rev", "seen", "here", "at", ""}
"""What a page sends by itself."""

CHOOSE = "Choose an answer: %(label)s"
DATE = "This date or age cannot be. Check it with the person."
COUNT = "This number cannot be. Write a whole number, in digits."
TOO_LONG = "This text is too long. Shorten it."
AHEAD = "This day has to lie ahead. Choose a later one, or leave it empty."
NO_CODES = ("never", "now")
"""What a browser cannot send from a list: nothing of it stays."""

NOT_OFFERED = "Choose one of the answers in the list."


@dataclass(frozen=True)
class Laptop:
    """A laptop for all rows of a table: a draft of one person, and a complete record."""

    desk: Desk
    draft: str
    done: Seeded

    def at(self, page: str) -> str:
        """The address of a page; "=" stands for the complete record's."""
        case, person = self.draft, self.desk.case(self.draft).members[0].id
        if page.startswith("="):
            case, person, page = self.done.case, self.done.people[0], page[1:]
        return page.format(case=f"/cases/{case}", person=f"/cases/{case}/people/{person}")

    def typed(self, boxes: dict[str, Any]) -> dict[str, Any]:
        """What is typed, with the ids of this laptop in it."""
        ids = {"PERSON": self.desk.case(self.draft).members[0].id, "NUMBER": self.done.number}
        return {name: ids.get(str(value), value) for name, value in boxes.items()}


@pytest.fixture(scope="module")
def one_laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptop]:
    """One laptop: nothing of what follows is recorded, so every row finds the same."""
    desk = a_laptop(tmp_path_factory.mktemp("refused") / "laptop")
    desk.set_up()
    yield Laptop(desk, desk.new_case("family"), a_record(desk, "Олена Тест", "Іван Тест"))
    desk.app.extensions["intake"].holder.close()


@pytest.fixture
def laptop(one_laptop: Laptop) -> Laptop:
    """The laptop without what another row left unsaved on its pages."""
    papers = one_laptop.desk.store.papers
    for draft in papers.latest_drafts(99):
        papers.drop_draft(draft.page)
    return one_laptop


NO_DAY = {"day": "31", "month": "2", "year": "2026"}


def a_day(box: str) -> dict[str, str]:
    """The thirty-first of February in the boxes of a date."""
    return {f"{box}__{part}": said for part, said in NO_DAY.items()}


REFUSED: list[tuple[str, dict[str, Any], str, str, str]] = [
    ("/cases/new", {"channel": "", "people": "4"}, "channel", CHOOSE,
     "How did you give the notice?"),
    ("/cases/new", {"people": "many"}, "people", COUNT, ""),
    ("/cases/new", {"people": "61"}, "people", COUNT, ""),
    ("/cases/new", a_day("arrival"), "arrival", DATE, ""),
    ("{case}/urgent", {"rest": "never"}, "rest", NOT_OFFERED, ""),
    ("{case}/interpreter", a_day("arrival"), "arrival", DATE, ""),
    ("{case}/interpreter", {"size": "-3"}, "size", COUNT, ""),
    ("{case}/check", {"read_back": "", "reason": "втома"}, "read_back", CHOOSE,
     "What does the person say to what was read?"),
    ("{case}/merge", {"number": "ABC", "reason": "marriage"}, "number",
     "This number has a typing mistake. Check it against the slip.", ""),
    ("{case}/merge", {"number": "NUMBER", "reason": "marriage"}, "number",
     "There is no other draft with this number here that may come in.", ""),
    ("{case}/split", {"people": ["PERSON"], "reason": ""}, "reason", CHOOSE, "Why?"),
    ("{case}/tracing/new", {"asker": "PERSON", "kin": "mother", "name": "Ганна"}, "asker",
     "This person has not agreed to a search. Ask them first, on the page of what they agree "
     "to.", ""),
    ("{case}/tracing/new", {"asker": "PERSON", "kin": "", "last_news": "торік"}, "kin", CHOOSE,
     "Who is the missing relative to this person?"),
    ("{person}/who", {"name": "", "birth__age": "30"}, "name", "Fill this in: %(label)s",
     "Full name, own script"),
    ("{person}/who", {"name": "Олена", "birth__age": "30", "birth__year": "1990"}, "birth", DATE,
     ""),
    ("{person}/who", {"name": "Олена", "sex": "f", "sex__absent": "asked-unknown"}, "sex",
     "Keep the answer, or keep the reason why there is none.", ""),
    ("{person}/who", {"name": "Олена Тест", "name__0_part": "Олена"}, "name",
     "Say whose name each part is, or leave that part out.", ""),
    ("{person}/who", {"name": "Олена", "languages__others": LONG}, "languages", TOO_LONG, ""),
    ("{person}/origin", {"birth_place": LONG, "nationality": "UA"}, "birth_place", TOO_LONG, ""),
    ("{person}/origin", {"father": LONG, "mother": "Ганна"}, "father", TOO_LONG, ""),
    ("{person}/consent", {"registration": "yes", "until": "31.02.2027"}, "until", DATE, ""),
    ("{person}/consent", {"registration": "yes", "until": "2020-01-01"}, "until", AHEAD, ""),
    ("{person}/sharing", {"legal_advice": "yes", "given_by": "", "explained": "spoken"},
     "given_by", CHOOSE, "Who answered?"),
    ("{person}/sharing", {"legal_advice": "no", "given_by": "self", "explained": ""}, "explained",
     CHOOSE, "How was it explained?"),
    ("{person}/more/needs", {"needs__0_urgency": "now"}, "needs", NOT_OFFERED, ""),
    ("{person}/more/life", {"occupation": LONG}, "occupation", TOO_LONG, ""),
    ("{person}/more/life", {"habitual_residence": LONG}, "habitual_residence", TOO_LONG, ""),
    ("{person}/more/languages", {"language_skills__0_dialect": LONG}, "language_skills", TOO_LONG,
     ""),
    ("{person}/child", {"belongings": LONG, "found_by": "сусіди"}, "belongings", TOO_LONG, ""),
    ("{person}/child", {"found_where": LONG}, "found_where", TOO_LONG, ""),
    ("{person}/journey/new", {"role": "", "place": "Лиман"}, "role", CHOOSE,
     "What is it to the person?"),
    ("{person}/journey/new", {"role": "transit", "place": LONG, "near": "млин"}, "place", TOO_LONG,
     ""),
    ("{person}/family/new", {"tie": "", "name": "Петро"}, "tie", CHOOSE,
     "What are they to this person?"),
    ("{person}/family/new", {"tie": "sibling", "name": "", "news": "торік"}, "name",
     "Choose somebody of this group, or write a name: one of the two.", ""),
    ("{person}/papers/0", {"kind": "", "number": "АБ 12"}, "kind", CHOOSE, "Paper"),
    ("{person}/papers/0", {"kind": "passport", **a_day("issued")}, "issued", DATE, ""),
    ("{person}/when?ask=other", {"reply": "older"}, "name",
     "Choose somebody of the group, or write who it is and the year.", ""),
    ("{person}/when?ask=other", {"reply": "older", "name": "сусід", "born": "давно"}, "born", COUNT,
     ""),
    ("={person}/amend/who", {"why": "", "name": "Олена Інша"}, "why", CHOOSE,
     "Why does it change?"),
    ("={person}/amend/origin", {"why": "recording-error", "last_residence": LONG},
     "last_residence", TOO_LONG, ""),
    ("={person}/amend/consent", {"why": "", "testimony": "слова"}, "why", CHOOSE,
     "Why does it change?"),
    ("={person}/more/life", {"why": "", "occupation": "пекар"}, "why", CHOOSE,
     "Why does it change?"),
    ("/withdraw", {"number": "12", "tracing": "yes"}, "number",
     "This number has a typing mistake. Check it against the slip.", ""),
    ("/withdraw", {"number": "NUMBER"}, "registration", "Tick what they take back.", ""),
    ("/quick/new", {"tally__f-0-4": "two", "call_name": "Олена"}, "tally", COUNT, ""),
    ("/quick/new", {"call_name": "Олена"}, "tally",
     "Write at least one number: how many people are there?", ""),
    ("/settings", {"new-name": "", "new-site": "Порт"}, "new-name", "Fill this in: %(label)s",
     "Your name or code"),
    ("/find", {"words": LONG}, "words", TOO_LONG, ""),
    ("/erase", {"sure": ""}, "sure", CHOOSE, "Are you sure?"),
    ("/sync", {"invitation": ""}, "invitation",
     "Paste the text of the invitation, or choose its file.", ""),
    ("/sync", {"invitation": "no invitation"}, "invitation",
     "This file is damaged or incomplete. Copy it again from its source.", ""),
]  # fmt: skip
"""Page, what is typed, the box that is wrong, the sentence beside it, and its label."""


EACH_PAGE = {page: [row for row in REFUSED if row[0] == page] for page, *_ in REFUSED}


def beside(page: Page, box: str) -> str:
    """The words of the error beside a box."""
    found = re.search(rf'id="{box}-error">(.*?)</p>', page.html, re.S)
    assert found, f"nothing stands beside {box}: {page.text[:400]}"
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).replace("&#39;", "'").split())


def refuse(laptop: Laptop, page: str, boxes: dict[str, Any], lang: str) -> tuple[Page, PageForm]:
    """Send what is typed in this language; gives the page that came back, and its form."""
    desk, typed = laptop.desk, laptop.typed(boxes)
    address = laptop.at(page)
    shown = desk.get(f"{address}{'&' if '?' in address else '?'}lang={lang}")
    answer = desk.send(shown, typed, having=next(iter(typed)), follow=False)
    assert answer.status == 422, answer.text[:400]
    return answer, answer.form(having=next(iter(typed)))


def leads_astray(page: Page) -> list[str]:
    """Links of the list of problems that lead to nothing on the page."""
    summary = re.search(r'error-summary__list">(.*?)</ul>', page.html, re.S)
    assert summary
    targets = re.findall(r'href="#([^"]+)"', summary[1])
    assert targets
    return [target for target in targets if f'id="{target}"' not in page.html]


@pytest.mark.parametrize(("page", "boxes", "box", "words", "label"), REFUSED)
def test_a_refusal_stands_beside_its_box_and_what_was_typed_stays(
    laptop: Laptop, page: str, boxes: dict[str, Any], box: str, words: str, label: str
) -> None:
    store = laptop.desk.store
    before = store.head(store.own_chain)
    answer, form = refuse(laptop, page, boxes, "en")
    assert words % {"label": label} in beside(answer, box)
    assert not leads_astray(answer)
    kept = {
        n: v for n, v in laptop.typed(boxes).items() if isinstance(v, str) and v not in NO_CODES
    }
    assert {name: form.value(name) for name in kept} == kept
    assert store.head(store.own_chain) == before


@pytest.mark.parametrize(
    ("page", "boxes", "box", "words", "label"), [rows[-1] for rows in EACH_PAGE.values()]
)
def test_a_refusal_is_said_in_the_language_of_the_screen(
    laptop: Laptop, page: str, boxes: dict[str, Any], box: str, words: str, label: str
) -> None:
    answer, _ = refuse(laptop, page, boxes, "ar")
    assert 'dir="rtl"' in answer.html
    with use_locale("ar"):
        assert gettext(words) != words
        assert gettext(words) % {"label": gettext(label) if label else ""} in beside(answer, box)


PAGES = sorted({page for page, *_ in REFUSED} | {"{person}/write", "{person}/when?ask=event"})
NONSENSE = [LONG, "x\x00y", "٩٩٩٩٩٩٩٩"]


def own_forms(page: Page) -> list[PageForm]:
    """The forms of a page that ask something, without those of one button."""
    return [f for f in page.parsed().forms if f.method == "post" and f.names - HIDDEN]


@pytest.mark.parametrize("nonsense", NONSENSE, ids=["long", "nul", "digits"])
@pytest.mark.parametrize("page", PAGES)
def test_whatever_is_typed_in_every_box_at_once_the_page_comes_back(
    laptop: Laptop, page: str, nonsense: str
) -> None:
    desk, address = laptop.desk, laptop.at(page)
    for form in own_forms(desk.get(address)):
        asked = form.names - HIDDEN
        sent = {name: [form.value(name)] for name in HIDDEN & form.names - {""}}
        answer = desk.post(
            form.action or address, sent | {name: [nonsense] for name in asked}, follow=False
        )
        assert answer.status in (303, 422)
        if answer.status == 422:
            assert any(asked <= one.names for one in own_forms(answer)), answer.text[-300:]
    assert desk.get(address).status == 200


@pytest.mark.parametrize("page", ["{person}/origin", "{person}/journey/new", "{person}/more/life"])
def test_a_text_too_long_for_a_place_is_there_again_when_the_page_is_opened_anew(
    laptop: Laptop, page: str
) -> None:
    box = {"origin": "birth_place", "new": "place", "life": "habitual_residence"}
    name = box[page.rsplit("/", 1)[1]]
    refuse(laptop, page, {name: LONG}, "en")
    again = laptop.desk.get(laptop.at(page))
    assert again.form(having=name).value(name) == LONG
