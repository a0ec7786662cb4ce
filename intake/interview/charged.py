"""Finds words about how somebody seemed, so that facts can be written instead.

A soft warning only: nothing is refused. There is no field for demeanour, and notes
are not to become one. Stems, so that inflections are found. This is the one file of
the program that spells words the project does not say (tests/rules/test_architecture.py
exempts it by name): it lists them only to warn whoever types them.
"""

import re

_ENGLISH = (
    r"liars?|lying|lied|bogus|fake[ds]?|faking|frauds?|fraudulent\w*|suspects?|suspected|"
    r"suspicio\w+|evasive\w*|shifty|nervous\w*|dishonest\w*|untruthful\w*|implausibl[ey]|"
    r"(?:not|hardly|un)[ -]?(?:credib|believab)\w+|incredible|credibility|"
    r"made[ -]up|eye contact|hesita\w+|sweat\w*|tearful\w*|cried|crying|smirk\w*|"
    r"defensive\w*|rehearsed|aggressive\w*|arrogant\w*|manipulat\w+|accent|cheat\w*|seemed|"
    r"body language|too calm|unemotional|exaggerat\w+"
)
_UKRAINIAN = (
    r"бреш\w+|бреха\w+|брехн\w+|брехун\w*|обман\w+|обдур\w+|шахра\w+|підробле\w+|фальшив\w+|"
    r"нерву\w+|нервов\w+|підозріл\w+|ухиля\w+|плака\w+|плач\w*|хитр\w+|вигада\w+|вигаду\w+|"
    r"неправдоподібн\w+|недостовірн\w+|спітні\w+|агресивн\w+|маніпул\w+|акцент\w*|здавал\w+ся|здається|"
    r"перебільш\w+|заїка\w+"
)
_RUSSIAN = (
    r"вр[её]т|врут|врал\w*|соврал\w*|вран(?:ь[её]|ьём)|врун\w*|лж[её]т|лгал\w*|солгал\w*|лгун\w*|лжец\w*|"
    r"лжив\w*|ложь|ложью|обман\w*|мошенни\w+|подделал\w*|подделк\w+|поддельн\w+|фальсиф\w+|"
    r"нервн\w+|нервнича\w+|подозри\w+|подозрева\w+|уклончив\w*|уклоня\w+ от ответ\w*|выдума\w+|"
    r"выдумыва\w+|недостоверн\w+|вспоте\w+|агрессивн\w+|неискренн\w+|казал\w*с[яь]|кажется|"
    r"преувелич\w+|заика\w+"
)
_ARABIC_PREFIX = r"(?:و|ف)?(?:ال)?"
_ARABIC = _ARABIC_PREFIX + (
    r"(?:كاذب\w*|كذاب\w*|[يت]كذب\w*|كذب\w*|مزور\w*|مزيف\w*|محتال\w*|مشبوه\w*|متوتر\w*|مرتبك\w*|"
    r"[يت]تهرب\w*|مراوغ\w*|بكى|بكت|[يت]بكي|خادع\w*|مخادع\w*|[يت]خدع\w*|مبالغ\w*|عدواني\w*|"
    r"لهجت\w*|مريب\w*|متردد\w*|غير صادق\w*)"
)
_DARI = (
    r"دروغ\w*|فریب\w*|جعل\w*|تقلب\w*|مشکوک\w*|عصبی\w*|دستپاچ\w*|گریه|گریست\w*|طفره|لهجه\w*|مبالغه|"
    r"اغراق\w*|پرخاشگر\w*|ساختگی|حقه‌?باز\w*|باورنکردنی|غیرقابل باور"
)
_PASHTO = (
    r"درواغ\w*|دروغجن\w*|ټګ\w*|دوک[هې]\w*|جعلي\w*|شکمن\w*|ژړ[لا]\w*|وارخطا\w*|عصبي\w*|چلباز\w*|"
    r"د باور وړ نه"
)
_WORDS = "|".join((_ENGLISH, _UKRAINIAN, _RUSSIAN, _ARABIC, _DARI, _PASHTO))
_CHARGED = re.compile(rf"(?<!\w)(?:{_WORDS})(?!\w)", re.IGNORECASE)
_MARKS = re.compile(r"[\u0640\u064b-\u0652]")


def charged_words(text: str) -> tuple[str, ...]:
    """List charged or demeanour words of the languages above, once each."""
    plain = _MARKS.sub("", text)
    return tuple(dict.fromkeys(found[0].lower() for found in _CHARGED.finditer(plain)))
