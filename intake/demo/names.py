"""Makes further invented households, the same ones for the same number every time."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

from intake.demo.people import Household, Person
from intake.domain.codes import Relationship


@dataclass(frozen=True, slots=True)
class Culture:
    """Name parts and places of one invented population, in its own script."""

    language: str
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    chained: bool = False
    """Whether a second name is the father's, not a family's."""


CULTURES: tuple[Culture, ...] = (
    Culture(
        "uk",
        ("Оксана", "Наталя", "Ірина", "Марія", "Юлія", "Соломія", "Дарина"),
        ("Андрій", "Богдан", "Ігор", "Олег", "Назар", "Юрій", "Остап"),
        (("Верболоз", "Верболоз"), ("Луговська", "Луговський"), ("Тихенко", "Тихенко")),
        ("Калинівка", "Вовчанськ", "Лиман", "Оріхів", "Сонячне"),
    ),
    Culture(
        "ar",
        ("فاطمة", "خديجة", "سلمى", "نور", "عائشة", "رحمة"),
        ("يوسف", "إبراهيم", "عمر", "صالح", "خالد", "إدريس"),
        (("الطيبابي", "الطيبابي"), ("الحمراوي", "الحمراوي"), ("النورابي", "النورابي")),
        ("نيالا", "الجنينة", "كتم", "حلب", "دير الزور"),
    ),
    Culture(
        "fa-AF",
        ("زهرا", "شیرین", "فرشته", "لیلا"),
        ("نجیب", "فرهاد", "رحیم", "کریم"),
        (("بهارزی", "بهارزی"), ("سنگری", "سنگری")),
        ("هرات", "بامیان", "غزنی", "قندوز"),
    ),
    Culture(
        "ti",
        ("ሰላም", "ብርኽቲ", "ለምለም", "ሄለን"),
        ("ሃብቶም", "ገብረ", "ዮናስ", "ተኽለ"),
        (("", ""),),
        ("መቐለ", "ኣኽሱም", "ዓድዋ", "ሽረ"),
        chained=True,
    ),
    Culture(
        "so",
        ("Xaliimo", "Faadumo", "Sahra", "Ayaan"),
        ("Cali", "Maxamed", "Yuusuf", "Warsame"),
        (("", ""),),
        ("Baydhabo", "Gaalkacyo", "Beledweyne"),
        chained=True,
    ),
    Culture(
        "es",
        ("Luz Marina", "Yolanda", "Carmen", "Nieves"),
        ("Wilmer", "José Luis", "Ramón", "Eliécer"),
        (("Quiñonera Paz", "Quiñonera Paz"), ("Barrancal Ruiz", "Barrancal Ruiz")),
        ("Maracaibo", "Cúcuta", "Barinas"),
    ),
    Culture(
        "fr",
        ("Espérance", "Furaha", "Amina", "Neema"),
        ("Jean-Bosco", "Baraka", "Innocent", "Dieudonné"),
        (("Mukeba", "Mukeba"), ("Kalindwa", "Kalindwa")),
        ("Goma", "Bukavu", "Beni", "Kalemie"),
    ),
)
_SIZES = (1, 2, 3, 3, 4, 4, 5)
_AGES: Mapping[Relationship, tuple[int, int]] = {
    Relationship.FOCAL_POINT: (22, 58),
    Relationship.SPOUSE_PARTNER: (22, 58),
    Relationship.CHILD: (1, 17),
}
_NOW_YEAR = 2026


def households(count: int, seed: int = 1) -> list[Household]:
    """So many invented households; the first n of them never change."""
    return [_household(random.Random(seed * 10_007 + n), n) for n in range(count)]  # noqa: S311


def _household(dice: random.Random, number: int) -> Household:
    culture = CULTURES[number % len(CULTURES)]
    size = dice.choice(_SIZES)
    family = dice.choice(culture.families)
    place = dice.choice(culture.places)
    relations = [Relationship.FOCAL_POINT, Relationship.SPOUSE_PARTNER] + [Relationship.CHILD] * 9
    people: list[Person] = []
    for relation in relations[:size]:
        woman = (
            dice.random() < 0.5
            if not people or relation is Relationship.CHILD
            else (people[0].sex == "m")
        )
        people.append(_person(dice, culture, family[0 if woman else 1], woman, relation, place))
    return Household(
        tuple(people),
        language=culture.language,
        laptop="b" if number % 3 == 0 else "a",
        days_ago=dice.randint(1, 60),
        urgent=frozenset({"urgent.shelter"}) if number % 4 == 0 else frozenset(),
    )


def _person(
    dice: random.Random,
    culture: Culture,
    family: str,
    woman: bool,
    relation: Relationship,
    place: str,
) -> Person:
    given = dice.choice(culture.women if woman else culture.men)
    second = dice.choice(culture.men) if culture.chained else family
    says = {
        "birth-place": dice.choice((place, dice.choice(culture.places))),
        "last-residence": place,
        "father": f"{dice.choice(culture.men)} {second}".strip(),
        "mother": f"{dice.choice(culture.women)} {family}".strip(),
        "languages": culture.language,
    }
    if dice.random() < 0.2:  # some people do not know, and that is an answer
        says[dice.choice(("mother", "birth-place"))] = "?"
    return Person(
        name=f"{given} {second}".strip(),
        relation=relation,
        sex="f" if woman else "m",
        birth=_birth(dice, relation),
        says=says,
    )


def _birth(dice: random.Random, relation: Relationship) -> str:
    low, high = _AGES[relation]
    age = dice.randint(low, high)
    shape = dice.random()
    year = _NOW_YEAR - age
    if shape < 0.4:
        return f"{year}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
    if shape < 0.7:
        return str(year)
    return f"~{age}" if age > 2 else str(age)
