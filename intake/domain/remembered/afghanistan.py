"""What people of Afghanistan remember."""

from intake.domain.remembered.happening import N_, Happening, Pack, Season

AFGHANISTAN = Pack(
    id="afghanistan",
    label=N_("event", "Afghanistan"),
    languages=("fa-AF", "ps"),
    happenings=(
        Happening(
            "af-republic-1973",
            "1973-07-17",
            N_("event", "The king was overthrown and Daoud Khan came to power"),
            ("AF",),
        ),
        Happening("af-saur-1978", "1978-04-27", N_("event", "The Saur revolution"), ("AF",)),
        Happening("af-soviet-1979", "1979-12", N_("event", "The Soviet army came"), ("AF",)),
        Happening(
            "af-soviet-1989", "1989-02-15", N_("event", "The last Soviet soldiers left"), ("AF",)
        ),
        Happening(
            "af-kabul-1992", "1992-04", N_("event", "The government of Najibullah fell"), ("AF",)
        ),
        Happening(
            "af-kabul-1996",
            "1996-09-27",
            N_("event", "The Taliban took Kabul for the first time"),
            ("AF",),
        ),
        Happening(
            "af-earthquake-1998",
            "1998-02/1998-05",
            N_("event", "The earthquakes in Takhar and Badakhshan"),
            ("AF",),
        ),
        Happening(
            "af-bamiyan-2001",
            "2001-03",
            N_("event", "The Buddhas of Bamiyan were blown up"),
            ("AF",),
        ),
        Happening("af-kabul-2001", "2001-11-13", N_("event", "The Taliban left Kabul"), ("AF",)),
        Happening(
            "af-election-2004",
            "2004-10-09",
            N_("event", "The first election of a president"),
            ("AF",),
        ),
        Happening(
            "af-election-2014",
            "2014-04-05",
            N_("event", "The election of the president in 2014"),
            ("AF",),
        ),
        Happening(
            "af-kabul-2021",
            "2021-08-15",
            N_("event", "The Taliban took Kabul for the second time"),
            ("AF",),
        ),
        Happening(
            "af-school-2022",
            "2022-03-23",
            N_("event", "Girls were sent home from secondary schools"),
            ("AF",),
        ),
        Happening(
            "af-earthquake-2023", "2023-10-07", N_("event", "The earthquakes in Herat"), ("AF",)
        ),
    ),
    seasons=(
        Season("af-bahar", N_("event", "Spring"), (3, 6)),
        Season("af-tabistan", N_("event", "Summer"), (6, 9)),
        Season("af-khazan", N_("event", "Autumn"), (9, 12)),
        Season("af-zimistan", N_("event", "Winter"), (12, 3)),
    ),
)
