"""Who comes in the scenarios, and what they tell, page by page; told in two ways of testing."""

AGREED = dict.fromkeys(("registration", "verification", "tracing", "referral"), "yes")
UNKNOWN = {"rest": "asked-unknown"}
DECLINED = "asked-declined"
INPUTS: tuple[dict[str, str], ...] = (
    {"language": "uk", "channel": "spoken", "group_kind": "single"},
    {"urgent_doctor": "yes", "rest": DECLINED},
    {"name": "Тарас", "rest": DECLINED},
    {"rest": DECLINED},
    {"referral": "yes", "rest": DECLINED},
    {"read_back": "yes"},
)
EVERYTHING = {
    "who": {"name": "Назар", "sex": "m", "birth__year": "1980", "languages__tags": ["uk"]},
    "origin": {
        "birth_place": "Стара Гута",
        "last_residence": "Стара Гута",
        "nationality": "Ukraine",
        "father": "Іван",
        "mother": "Марія",
        "missing_relatives": "no",
    },
    "consent": AGREED,
}
SONG = "Котику сіренький, котику біленький"
DRAWING = "A drawing of a house with a well"
FOUND = {
    "found_where": "Central station",
    "found_by": "A conductor",
    "siblings_together": "yes",
    "words_and_songs": SONG,
    "belongings": DRAWING,
    "last_saw_parents": "On the platform, in the crowd",
    "wish_tracing": "yes",
    "wish_with": "Aunt Nina",
}
AUNT = {
    "who": {"name": "Ніна Бондар", "sex": "f", "birth__age": "45"},
    "origin": {"birth_place": "Стара Гута", "missing_relatives": "yes"},
    "consent": {**AGREED, "private_moment": "offered-declined"},
}
SOUGHT = {
    "kin": "other-kin",
    "name": "Петрик Бондар",
    "sex": "m",
    "birth__age": "11",
    "birth_place": "Стара Гута",
    "mother": "Оксана Бондар",
    "father": "Тарас Бондар",
}
FLOOD = "سال سیل کلان"
AT_THE_GATE = {
    "who": {
        "name": "Abdallah",
        "sex": "m",
        "birth__age": "40",
        "birth__about": "yes",
        "languages__tags": ["fa-AF", "ps"],
    },
    "origin": {
        "birth_place": "Shindand",
        "birth_place__country": "AF",
        "last_residence": "Guzara",
        "father": "Gul Agha",
        "mother": "Bibi Zahra",
    },
    "consent": AGREED | {"tracing": "no"},
}
IN_THE_TENT = {
    "who": {
        "name": "عبدالله",
        "sex": "m",
        "birth__event": FLOOD,
        "birth__event_from": "1984",
        "birth__event_to": "1988",
        "languages__tags": ["ps"],
    },
    "origin": {
        "birth_place": "شیندند",
        "birth_place__country": "AF",
        "last_residence": "گذره",
        "father": "گل آغا",
        "mother": "بی‌بی زهرا",
    },
    "consent": AGREED,
}
