"""Notes about how somebody seemed are pointed out while they can still be changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.interview.charged import charged_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He was lying and seemed nervous.", ("lying", "seemed", "nervous")),
        ("Avoided eye contact, NERVOUS, nervous.", ("eye contact", "nervous")),
        ("The account is not credible.", ("not credible",)),
        ("Unbelievable, a bogus story.", ("unbelievable", "bogus")),
        (
            "Rehearsed; body language; spoke with an accent",
            ("rehearsed", "body language", "accent"),
        ),
        ("A fraud, a suspected one; lacks credibility.", ("fraud", "suspected", "credibility")),
        ("A faked paper; evasively answered.", ("faked", "evasively")),
        ("Він бреше і нервує.", ("бреше", "нервує")),
        ("Вона плакала, виглядає підозріло", ("плакала", "підозріло")),
        ("Йому здавалося", ("здавалося",)),
        ("Он врёт и нервничает.", ("врёт", "нервничает")),
        ("Казалась уклончивой, рассказ выдуман", ("казалась", "уклончивой", "выдуман")),
        ("Подозрительно; уклоняется от ответов", ("подозрительно", "уклоняется от ответов")),
        ("هو كاذب ومتوتر", ("كاذب", "ومتوتر")),
        ("كَاذِب", ("كاذب",)),
        ("كانت المرأة تبكي", ("تبكي",)),
        ("او دروغ می‌گفت و عصبی بود.", ("دروغ", "عصبی")),
        ("سند جعلی است، گریه کرد", ("جعلی", "گریه")),
        ("هغه درواغ ویل او وارخطا و.", ("درواغ", "وارخطا")),
        ("ښځې ژړل", ("ژړل",)),
    ],
)
def test_words_about_demeanour_are_listed_once_each(text, found):
    assert charged_words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "She named two towns and explained that the second is the newer name.",
        "The village lies near the river; the fakir's house is on the left.",
        "Вона назвала два міста: старе і нове.",
        "Документи здавали у школі.",
        "Врач и ложка; она сказала, что мост показали на карте.",
        "Рассказал о двух городах; уклона у дороги нет.",
        "ذكرت اسم القرية القديم والجديد.",
        "كتاب الأسرة ضاع في الطريق",
        "از دروازهٔ خانه مسجد قریه را می‌دید.",
        "د کلي پخوانی او نوی نوم یې وویل.",
    ],
)
def test_facts_are_left_alone(text):
    assert charged_words(text) == ()


@given(st.text(max_size=100))
def test_any_text_can_be_looked_through(text):
    assert len(set(charged_words(text))) == len(charged_words(text))
