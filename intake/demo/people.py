"""Invented people of the demo: who they are and what they say.

No real person is among them.


`STORY` are households written by hand, each showing one thing; `names.py` makes more.
"""

from dataclasses import dataclass, field

from intake.domain.codes import Absent, GroupKind, Relationship

Answers = dict[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person and their answers, as texts in the shape `story.py` reads.

    `birth` is EDTF ("1986-02-09", "1991/1993") or an age ("~34", "16-19").
    `says` maps question paths to texts; a text "?" means does not know, "-" declined.
    """

    name: str
    relation: Relationship
    sex: str
    birth: str
    latin: str = ""
    says: Answers = field(default_factory=dict)
    relative_says: Answers = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Household:
    """One invented group: where it was recorded, in which language, and what it shows."""

    people: tuple[Person, ...]
    language: str
    kind: GroupKind = GroupKind.FAMILY
    laptop: str = "a"
    days_ago: int = 5
    seeks: tuple[tuple[str, str], ...] = ()
    urgent: frozenset[str] = frozenset()
    declines: Absent | None = None
    draft: bool = False


_FOCAL = Relationship.FOCAL_POINT
_CHILD = Relationship.CHILD
_SPOUSE = Relationship.SPOUSE_PARTNER

OLENA = Household(
    (
        Person(
            "Олена Петрівна Ковалинська",
            _FOCAL,
            "f",
            "1986-02-09",
            says={
                "birth-place": "Бахмут",
                "last-residence": "Бахмут, вулиця біля старої млинарні",
                "nationality": "Україна",
                "father": "Петро Ковалинський",
                "mother": "Ганна Ковалинська",
                "spouse": "Тарас Ковалинський",
                "languages": "uk ru",
                "documents": "passport:destroyed national-id:left-at-home",
                "testimony": "Ми жили біля млинарні. Паспорт згорів разом із хатою.",
                "testimony-translation": "We lived near the mill. The passport burned at home.",
                "testimony-translator": "interpreter",
                "missing-relatives": "yes",
            },
        ),
        Person("Максим Ковалинський", _CHILD, "m", "9", says={"mother": "Олена Ковалинська"}),
    ),
    language="uk",
    days_ago=2,
    seeks=(("spouse", "Тарас Ковалинський"),),
)
OLENA_BEFORE = Household(
    (
        Person(
            "Elena Petrovna Kovalinskaya",
            _FOCAL,
            "f",
            "1986-02",
            says={
                "birth-place": "Artemovsk",
                "last-residence": "Artemovsk",
                "nationality": "Ukraine",
                "father": "Petr Kovalinskiy",
                "mother": "Anna Kovalinskaya",
                "languages": "ru",
            },
        ),
        Person("Maxim Kovalinskiy", _CHILD, "m", "2017", says={"mother": "Elena Kovalinskaya"}),
    ),
    language="ru",
    laptop="b",
    days_ago=40,
)
ABDULLAH = Household(
    (
        Person(
            "عبدالله",
            _FOCAL,
            "m",
            "~40",
            says={
                "birth-place": "دره پایین",
                "last-residence": "دره پایین",
                "father": "نورگل",
                "languages": "fa-AF ps",
                "documents": "national-id:lost-on-route",
                "testimony": "در سال سیل بزرگ به دنیا آمدم.",
            },
        ),
    ),
    language="fa-AF",
    kind=GroupKind.SINGLE,
    days_ago=3,
)
ABDULLAH_BEFORE = Household(
    (
        Person(
            "Abdallah",
            _FOCAL,
            "m",
            "1985/1988",
            says={"birth-place": "Dara-e Payin", "father": "Noor Gul", "languages": "fa-AF"},
        ),
    ),
    language="fa-AF",
    kind=GroupKind.SINGLE,
    laptop="b",
    days_ago=30,
)
HASSAN = Household(
    (
        Person(
            "عبد الرحمن محمد الحسنابي",
            _FOCAL,
            "m",
            "30-35",
            says={
                "birth-place": "الفاشر",
                "last-residence": "الفاشر",
                "habitual-residence": "الخرطوم",
                "nationality": "السودان",
                "father": "محمد الحسنابي",
                "mother": "زينب آدم",
                "spouse": "مريم إسحاق",
                "languages": "ar",
                "testimony": "خرجنا ليلاً مع الجيران ومشينا ثلاث ليالٍ.",
            },
        ),
        Person("مريم إسحاق", _SPOUSE, "f", "~28", says={"birth-place": "الفاشر"}),
        Person("هدى عبد الرحمن", _CHILD, "f", "7"),
        Person("آدم عبد الرحمن", _CHILD, "m", "4"),
    ),
    language="ar",
    days_ago=4,
    urgent=frozenset({"urgent.doctor"}),
)
HASSAN_BEFORE = Household(
    (
        Person(
            "Abdulrahman Mohamed Elhassanabi",
            _FOCAL,
            "m",
            "1994-07",
            says={
                "birth-place": "El Fasher",
                "last-residence": "El Fasher",
                "father": "Mohamed Elhassanabi",
                "mother": "Mariam Adam",
                "languages": "ar",
            },
        ),
        Person("Mariam Ishaq", _SPOUSE, "f", "1998"),
        Person("Huda Abdelrahman", _CHILD, "f", "2019"),
    ),
    language="ar",
    laptop="b",
    days_ago=21,
)
LETEBIRHAN = Household(
    (
        Person(
            "ለተብርሃን ሃይለ",
            _FOCAL,
            "f",
            "1979",
            says={"birth-place": "ዓዲ ቀሺ", "father": "ሃይለ", "mother": "ኣብረሀት", "languages": "ti am"},
        ),
        Person("ዳዊት ተስፋይ", _CHILD, "m", "2011", says={"father": "ተስፋይ", "mother": "ለተብርሃን"}),
    ),
    language="ti",
    days_ago=6,
)
LETEBIRHAN_BEFORE = Household(
    (
        Person(
            "Letebrhan Haile",
            _FOCAL,
            "f",
            "1979~",
            says={"birth-place": "Adi Qeshi", "father": "Haile", "mother": "Abrehet"},
        ),
        Person("Dawit Tesfay", _CHILD, "m", "2011", says={"mother": "Letebrhan"}),
    ),
    language="ti",
    laptop="b",
    days_ago=26,
)
CHILD_ALONE = Household(
    (
        Person(
            "Сашко",
            _FOCAL,
            "m",
            "11",
            says={
                "mother": "мама Оля",
                "last-residence": "село за річкою, біля водонапірної башти",
                "care-arrangement": "Came with a neighbour from the bus",
                "missing-relatives": "yes",
            },
        ),
    ),
    language="uk",
    kind=GroupKind.SINGLE,
    days_ago=1,
    urgent=frozenset({"urgent.child-alone"}),
)
DECLINES = Household(
    (Person("Майстер", _FOCAL, "-", "-"),),
    language="uk",
    kind=GroupKind.SINGLE,
    days_ago=2,
    declines=Absent.DECLINED,
)
HODAN = Household(
    (
        Person(
            "Hodan Cabdi Warsame",
            _FOCAL,
            "f",
            "16-19",
            says={"birth-place": "Tuulada Galbeed", "father": "Cabdi Warsame", "languages": "so"},
        ),
    ),
    language="so",
    kind=GroupKind.SINGLE,
    days_ago=3,
)
TWO_STORIES = Household(
    (
        Person(
            "Світлана Дмитрівна Заярна",
            _FOCAL,
            "f",
            "1958",
            says={"birth-place": "Сонячне", "mother": "Віра Заярна", "languages": "uk"},
            relative_says={"birth-place": "Красне Поле", "birth": "1956"},
        ),
        Person("Ірина Заярна", _CHILD, "f", "1983-05-17", says={"mother": "Світлана Заярна"}),
    ),
    language="uk",
    days_ago=7,
)
NOT_FINISHED = Household(
    (Person("Надія Степова", _FOCAL, "f", "1990"), Person("Тимко Степовий", _CHILD, "m", "6")),
    language="uk",
    days_ago=0,
    draft=True,
)

STORY = (
    OLENA_BEFORE,
    ABDULLAH_BEFORE,
    HASSAN_BEFORE,
    LETEBIRHAN_BEFORE,
    TWO_STORIES,
    HASSAN,
    LETEBIRHAN,
    HODAN,
    ABDULLAH,
    DECLINES,
    OLENA,
    CHILD_ALONE,
    NOT_FINISHED,
)
