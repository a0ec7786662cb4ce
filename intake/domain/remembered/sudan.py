"""What people of Sudan and South Sudan remember."""

from intake.domain.remembered.happening import N_, Happening, Pack, Season

SUDAN = Pack(
    id="sudan",
    label=N_("event", "Sudan and South Sudan"),
    languages=(),
    happenings=(
        Happening(
            "sd-independence-1956",
            "1956-01-01",
            N_("event", "Sudan became independent"),
            ("SD", "SS"),
        ),
        Happening(
            "sd-october-1964",
            "1964-10",
            N_("event", "The October revolution of 1964"),
            ("SD", "SS"),
        ),
        Happening(
            "sd-government-1969",
            "1969-05-25",
            N_("event", "Jaafar Nimeiri came to power"),
            ("SD", "SS"),
        ),
        Happening(
            "sd-peace-1972", "1972-02-27", N_("event", "The peace of Addis Ababa"), ("SD", "SS")
        ),
        Happening(
            "sd-war-1983", "1983", N_("event", "The second war in the south began"), ("SD", "SS")
        ),
        Happening(
            "sd-famine-1984", "1984/1985", N_("event", "The great famine of 1984"), ("SD", "SS")
        ),
        Happening(
            "sd-april-1985", "1985-04-06", N_("event", "The April uprising of 1985"), ("SD", "SS")
        ),
        Happening("sd-flood-1988", "1988-08", N_("event", "The great flood in Khartoum"), ("SD",)),
        Happening(
            "sd-government-1989",
            "1989-06-30",
            N_("event", "Omar al-Bashir came to power"),
            ("SD", "SS"),
        ),
        Happening("sd-darfur-2003", "2003", N_("event", "The war in Darfur began"), ("SD",)),
        Happening(
            "sd-peace-2005",
            "2005-01-09",
            N_("event", "The peace agreement of Naivasha"),
            ("SD", "SS"),
        ),
        Happening(
            "sd-south-2011",
            "2011-07-09",
            N_("event", "South Sudan became independent"),
            ("SD", "SS"),
        ),
        Happening(
            "sd-war-2013", "2013-12-15", N_("event", "The war in South Sudan began"), ("SS",)
        ),
        Happening(
            "sd-government-2019",
            "2019-04-11",
            N_("event", "The government of Omar al-Bashir fell"),
            ("SD", "SS"),
        ),
        Happening(
            "sd-flood-2020", "2020-08/2020-09", N_("event", "The great flood of 2020"), ("SD",)
        ),
        Happening("sd-war-2023", "2023-04-15", N_("event", "The war in Khartoum began"), ("SD",)),
    ),
    seasons=(
        Season("sd-hot", N_("event", "Hot dry season"), (3, 6)),
        Season("sd-rains", N_("event", "Season of rains (kharif)"), (6, 10)),
        Season("sd-cool", N_("event", "Cool season"), (11, 2)),
    ),
)
