"""Letters to write a name with, by script, for a laptop with other keys.

Given as capitals where a script has them; the page writes them small inside a word.
"""

from dataclasses import dataclass

from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l


@dataclass(frozen=True, slots=True)
class Script:
    """A script: its ISO 15924 code, its direction, and its letters in groups."""

    code: str
    label: Lazy
    direction: str
    groups: tuple[tuple[str, ...], ...]


def _each(*groups: str) -> tuple[tuple[str, ...], ...]:
    """One letter for every word of a group."""
    return tuple(tuple(group.split()) for group in groups)


# Forty to a row of the block: first orders of the consonants that names need.
_GEEZ = (
    *range(0x1200, 0x1248, 8), 0x1250, 0x1260, 0x1268, 0x1270, 0x1278, 0x1280, 0x1290, 0x1298,
    0x12A0, 0x12A8, 0x12B8, 0x12C8, 0x12D0, 0x12D8, 0x12E0, 0x12E8, 0x12F0, 0x1300, 0x1308,
    0x1320, 0x1328, 0x1330, 0x1338, 0x1340, 0x1348, 0x1350,
)  # fmt: skip
_ORDERS = 7

_ARABIC = "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي"

SCRIPTS: dict[str, Script] = {
    script.code: script
    for script in (
        Script(
            "Latn",
            _l("Latin letters"),
            "ltr",
            _each(
                "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
                "À Á Â Ã Ä Å Ā Ă Ą Æ Ç Ć Č Ď Đ È É Ê Ë Ē Ė Ę Ě Ğ Ģ Í Ì Î Ï Ī Į İ ı Ķ Ł Ľ Ļ "
                "Ñ Ń Ň Ņ Ò Ó Ô Õ Ö Ő Ø Œ Ŕ Ř Ś Š Ș Ş ß Ť Ț Ù Ú Û Ü Ű Ů Ū Ų Ý Ÿ Ź Ż Ž Ə Ɓ Ɗ Ƙ Ŋ",
                "' ’ ʻ -",
            ),
        ),
        Script(
            "Cyrl",
            _l("Cyrillic letters"),
            "ltr",
            _each(
                "А Б В Г Ґ Д Е Є Ж З И І Ї Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ь Ю Я",
                "Ё Ъ Ы Э Ў Ј Љ Њ Ћ Ђ Ѓ Ќ Џ Ә Ғ Қ Ң Ө Ұ Ү Һ Ӣ Ӯ Ҷ Ҳ",
                "ʼ ' -",
            ),
        ),
        Script(
            "Arab",
            _l("Arabic letters"),
            "rtl",
            _each(
                f"{_ARABIC} ء أ إ آ ة ى ئ ؤ",
                "پ چ ژ گ ک ی ټ ډ ړ ږ ښ ځ څ ڼ ې ۍ ۀ ڤ ڕ ڵ ۆ ێ ە ٹ ڈ ڑ ں ے ہ ھ",
                "\u064e \u064f \u0650 \u0651 \u0652 \u064b \u064c \u064d \u0670",
            ),
        ),
        Script(
            "Ethi",
            _l("Geʼez letters"),
            "ltr",
            tuple(tuple(chr(first + order) for order in range(_ORDERS)) for first in _GEEZ),
        ),
        Script(
            "Hebr",
            _l("Hebrew letters"),
            "rtl",
            _each("א ב ג ד ה ו ז ח ט י כ ך ל מ ם נ ן ס ע פ ף צ ץ ק ר ש ת", "׳ ״ -"),
        ),
        Script(
            "Grek",
            _l("Greek letters"),
            "ltr",
            _each("Α Β Γ Δ Ε Ζ Η Θ Ι Κ Λ Μ Ν Ξ Ο Π Ρ Σ ς Τ Υ Φ Χ Ψ Ω", "Ά Έ Ή Ί Ό Ύ Ώ Ϊ Ϋ -"),
        ),
        Script(
            "Geor",
            _l("Georgian letters"),
            "ltr",
            _each("ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ", "-"),
        ),
        Script(
            "Armn",
            _l("Armenian letters"),
            "ltr",
            _each(
                "Ա Բ Գ Դ Ե Զ Է Ը Թ Ժ Ի Լ Խ Ծ Կ Հ Ձ Ղ Ճ Մ Յ Ն Շ Ո Չ Պ Ջ Ռ Ս Վ Տ Ր Ց Ւ Փ Ք և Օ Ֆ", "-"
            ),
        ),
    )
}

_OF_LANGUAGE = {
    "uk": "Cyrl", "ru": "Cyrl", "ar": "Arab", "fa-AF": "Arab", "ps": "Arab", "ckb": "Arab",
    "ur": "Arab", "ti": "Ethi", "am": "Ethi",
}  # fmt: skip


def script_for(language: str, wanted: str = "", written: str = "") -> Script:
    """The script to write in: as chosen, else that of the name, else of the language."""
    chosen = (wanted, written, _OF_LANGUAGE.get(language, ""))
    return next((SCRIPTS[code] for code in chosen if code in SCRIPTS), SCRIPTS["Latn"])
