"""What people of Syria remember."""

from intake.domain.remembered.happening import N_, Happening, Pack, Season

SYRIA = Pack(
    id="syria",
    label=N_("event", "Syria"),
    languages=("ar", "ckb", "kmr"),
    happenings=(
        Happening(
            "sy-independence-1946",
            "1946-04-17",
            N_("event", "The last French soldiers left Syria"),
            ("SY",),
        ),
        Happening(
            "sy-union-1958",
            "1958-02-22/1961-09-28",
            N_("event", "The union of Syria and Egypt"),
            ("SY",),
        ),
        Happening(
            "sy-war-1967", "1967-06-05/1967-06-10", N_("event", "The June war of 1967"), ("SY",)
        ),
        Happening(
            "sy-government-1970", "1970-11", N_("event", "Hafez al-Assad came to power"), ("SY",)
        ),
        Happening(
            "sy-war-1973", "1973-10-06/1973-10-25", N_("event", "The October war of 1973"), ("SY",)
        ),
        Happening("sy-hama-1982", "1982-02", N_("event", "The events of Hama"), ("SY",)),
        Happening(
            "sy-kuwait-1990", "1990-08-02/1991-02-28", N_("event", "The war over Kuwait"), ("SY",)
        ),
        Happening("sy-government-2000", "2000-06-10", N_("event", "Hafez al-Assad died"), ("SY",)),
        Happening("sy-iraq-2003", "2003-03-20", N_("event", "The war in Iraq began"), ("SY",)),
        Happening(
            "sy-drought-2006", "2006/2010", N_("event", "The years of the great drought"), ("SY",)
        ),
        Happening(
            "sy-protests-2011", "2011-03", N_("event", "The first protests in Daraa"), ("SY",)
        ),
        Happening(
            "sy-aleppo-2016",
            "2016-12",
            N_("event", "The end of the fighting in the city of Aleppo"),
            ("SY",),
        ),
        Happening(
            "sy-earthquake-2023",
            "2023-02-06",
            N_("event", "The earthquake in Türkiye and Syria"),
            ("SY",),
        ),
        Happening(
            "sy-government-2024",
            "2024-12-08",
            N_("event", "The government of Bashar al-Assad fell"),
            ("SY",),
        ),
    ),
    seasons=(
        Season("sy-spring", N_("event", "Spring"), (3, 5)),
        Season("sy-summer", N_("event", "Summer"), (6, 8)),
        Season("sy-autumn", N_("event", "Autumn"), (9, 11)),
        Season("sy-winter", N_("event", "Winter"), (12, 2)),
    ),
)
