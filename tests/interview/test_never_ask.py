"""What is asked of nobody is noticed when somebody types it, in every language here."""

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from intake.interview.bank import BANKS
from intake.interview.never_ask import ITEMS, NEVER_ASK, item_of, leads, never_asked
from intake.interview.never_ask_phrases import LEADING, PHRASES
from tests.rules.tree import ROOT

LANGUAGES = ("en", "uk", "ru", "ar", "fr", "es", "fa", "ps")
BANK = sorted({q.text for bank in BANKS.values() for q in bank.values()})
CATALOGUES = sorted((ROOT / "translations").glob("*/LC_MESSAGES/messages.po"))


def translated(path):
    with path.open("rb") as file:
        found = {m.id: m.string for m in read_po(file) if m.context == "interview"}
    return {text: found.get(text, "") for text in BANK}


def test_every_item_is_known_by_phrases_in_every_language():
    assert set(PHRASES) == {item.code for item in ITEMS}
    assert all(set(by) == set(LANGUAGES) for by in PHRASES.values())
    assert set(LEADING) == set(LANGUAGES)
    assert tuple(item.sentence for item in ITEMS) == NEVER_ASK


@pytest.mark.parametrize("text", BANK)
def test_no_question_of_the_bank_falls_under_the_list(text):
    assert never_asked(text) is None
    assert not leads(text)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_nor_does_any_translation_of_it(path):
    words = translated(path)
    assert not [text for text, said in words.items() if not said], "not translated"
    fallen = {text: said for text, said in words.items() if never_asked(said) or leads(said)}
    assert not fallen


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("What is the capital of your country?", "schooling"),
        ("Which colours has the flag?", "schooling"),
        ("Яка валюта у вашій країні?", "schooling"),
        ("Кто президент вашей страны?", "schooling"),
        ("ما هي عاصمة بلدك؟", "schooling"),
        ("Quel est l'hymne de votre pays ?", "schooling"),
        ("¿De qué color es la bandera?", "schooling"),
        ("پایتخت کشور شما کجاست؟", "schooling"),
        ("د ولسمشر نوم څه دی؟", "schooling"),
        ("Please list the districts there.", "lists"),
        ("Which clan are you from?", "lists"),
        ("Назвіть усі райони області.", "lists"),
        ("من أي قبيلة أنت؟", "lists"),
        ("قبیله شما کدام است؟", "lists"),
        ("Say a prayer for me.", "belief"),
        ("Яку молитву ви знаєте?", "belief"),
        ("ما هي ديانتك؟", "belief"),
        ("¿Cuál es su religión?", "belief"),
        ("نماز چند رکعت است؟", "belief"),
        ("Were you a member of an armed group?", "armed"),
        ("У какой партии вы были?", "armed"),
        ("Чи служили ви в армії?", "armed"),
        ("هل خدمت في الجيش؟", "armed"),
        ("Avez-vous porté une arme ?", "armed"),
        ("آیا عسکر بودید؟", "armed"),
        ("How were you tortured?", "violence"),
        ("Вас катували?", "violence"),
        ("هل تعرضت للتعذيب؟", "violence"),
        ("Why didn’t you leave earlier?", "why-not"),
        ("Why did you not call her?", "why-not"),
        ("Чому ви раніше не виїхали?", "why-not"),
        ("Почему вы не позвонили?", "why-not"),
        ("لماذا لم تغادر قبل ذلك؟", "why-not"),
        ("Pourquoi n'êtes-vous pas parti ?", "why-not"),
        ("¿Por qué no se fue antes?", "why-not"),
        ("چرا زودتر نرفتید؟", "why-not"),
        ("Are you sure?", "twice"),
        ("Ви впевнені?", "twice"),
        ("هل أنت متأكد؟", "twice"),
        ("Did your father do anything wrong?", "guilt"),
        ("Твой отец в чём-то виноват?", "guilt"),
        ("Who was the smuggler?", "border"),
        ("How much did you pay?", "border"),
        ("Скільки ви заплатили?", "border"),
        ("كم دفعت للمهرب؟", "border"),
        ("Combien avez-vous payé ?", "border"),
        ("به قاچاقبر چقدر پول دادید؟", "border"),
        ("How do you say bread?", "dialect"),
        ("Вимовте це слово.", "dialect"),
        ("بأي لهجة تتكلم؟", "dialect"),
        ("Comment dites-vous pain ?", "dialect"),
        ("لهجه شما چیست؟", "dialect"),
    ],
)
def test_a_typed_question_is_known_for_what_it_is(text, code):
    found = never_asked(text)
    assert found is not None
    assert found.code == code
    assert item_of(code) is found


@pytest.mark.parametrize(
    "text",
    [
        "Who taught you to bake?",
        "Where did you keep the goats in winter?",
        "Що ви бачили зі свого вікна?",
        "Де була найближча бібліотека?",
        "Где была ближайшая библиотека?",
        "من كان يسكن بجانبكم؟ من فضلك احكِ لي.",
        "Qui habitait à côté de chez vous ?",
        "¿Qué se veía desde su casa?",
        "همسایه‌های شما چه کسانی بودند؟ مهربانی کنید بگویید.",
        "څوک ستاسو ګاونډیان وو؟",
    ],
)
def test_what_somebody_lived_may_be_asked(text):
    assert never_asked(text) is None
    assert not leads(text)


@pytest.mark.parametrize(
    "text",
    [
        "You come from the north, don't you?",
        "Is it true that he was born there?",
        "Чи правда, що ви звідти?",
        "Правда ли, что это ваш сын?",
        "أليس هذا ابنك؟",
        "C'est votre fils, n'est-ce pas ?",
        "Es su hijo, ¿verdad?",
        "مگر او پسر شما نیست؟",
    ],
)
def test_a_question_that_says_its_answer_is_known(text):
    assert leads(text)


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text):
    found = never_asked(text)
    assert found is None or found in ITEMS
    assert leads(text) in (True, False)


def test_marks_and_apostrophes_do_not_hide_a_question():
    assert never_asked("Why didn`t you go?")
    assert never_asked("مَا هِيَ دِيَانَتُكَ؟")


def test_a_code_that_is_no_item_is_none():
    assert item_of("") is None
