"""A small invented country with a renamed town, and the pack that lists it."""

from intake.gazetteer.pack import ListedPlace, Pack, read_pack, write_pack

OLD_RIVER = ListedPlace(
    "gn1",
    "01",
    "New River",
    "Нова Річка",
    ("Old River", "Стара Річка"),
    ("Neufluss", "النهر الجديد"),
)
NEW_MILL = ListedPlace("gn2", "02", "New Mill", "Новий Млин", (), ("Novyi Mlyn",))
OTHER_RIVER = ListedPlace("gn3", "02", "Old River", "Стара Річка")
AREAS = {"01": ("North region", "Північна область"), "02": ("South region", "Південна область")}


def a_pack(*places: ListedPlace, country: str = "UA") -> Pack:
    """The pack as it is read from its file."""
    made = Pack(
        country=country,
        language="uk",
        source="invented",
        licence="CC0",
        attribution="Nobody",
        areas=AREAS,
        places=places or (OLD_RIVER, NEW_MILL, OTHER_RIVER),
    )
    return read_pack(write_pack(made))
