"""What people of Ukraine remember."""

from intake.domain.remembered.happening import N_, Happening, Pack, Season

UKRAINE = Pack(
    id="ukraine",
    label=N_("event", "Ukraine"),
    languages=("uk", "ru"),
    happenings=(
        Happening(
            "ua-famine-1932", "1932/1933", N_("event", "The great famine (Holodomor)"), ("UA",)
        ),
        Happening(
            "ua-war-end-1945", "1945-05", N_("event", "The end of the war against Germany"), ("UA",)
        ),
        Happening(
            "ua-space-1961",
            "1961-04-12",
            N_("event", "The first man in space, Yuri Gagarin"),
            ("UA",),
        ),
        Happening(
            "ua-games-1980",
            "1980-07-19/1980-08-03",
            N_("event", "The Olympic Games in Moscow and Kyiv"),
            ("UA",),
        ),
        Happening(
            "ua-chornobyl-1986",
            "1986-04-26",
            N_("event", "The accident at the Chornobyl power station"),
            ("UA",),
        ),
        Happening(
            "ua-independence-1991", "1991-08-24", N_("event", "Ukraine became independent"), ("UA",)
        ),
        Happening(
            "ua-hryvnia-1996", "1996-09", N_("event", "The hryvnia became the money"), ("UA",)
        ),
        Happening(
            "ua-orange-2004", "2004-11-22/2005-01-23", N_("event", "The Orange Revolution"), ("UA",)
        ),
        Happening(
            "ua-football-2012",
            "2012-06-08/2012-07-01",
            N_("event", "The European football championship in Ukraine and Poland"),
            ("UA",),
        ),
        Happening(
            "ua-maidan-2013",
            "2013-11-21/2014-02-22",
            N_("event", "The protests on the Maidan in Kyiv"),
            ("UA",),
        ),
        Happening(
            "ua-east-2014", "2014-04", N_("event", "The war in the east of Ukraine began"), ("UA",)
        ),
        Happening(
            "ua-school-2018",
            "2018-09",
            N_("event", "First classes began by the New Ukrainian School"),
            ("UA",),
        ),
        Happening(
            "ua-election-2019",
            "2019-03-31/2019-04-21",
            N_("event", "The election of the president in 2019"),
            ("UA",),
        ),
        Happening(
            "ua-war-2022",
            "2022-02-24",
            N_("event", "The war reached the whole of Ukraine"),
            ("UA",),
        ),
    ),
    seasons=(
        Season("ua-spring", N_("event", "Spring"), (3, 5)),
        Season("ua-summer", N_("event", "Summer"), (6, 8)),
        Season("ua-autumn", N_("event", "Autumn"), (9, 11)),
        Season("ua-winter", N_("event", "Winter"), (12, 2)),
    ),
)
