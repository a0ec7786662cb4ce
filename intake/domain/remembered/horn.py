"""What people of Ethiopia, Eritrea and Somalia remember."""

from intake.domain.remembered.happening import N_, Happening, Pack, Season

HORN = Pack(
    id="horn",
    label=N_("event", "Ethiopia, Eritrea and Somalia"),
    languages=("am", "ti", "so", "om"),
    happenings=(
        Happening(
            "so-independence-1960", "1960-07-01", N_("event", "Somalia became independent"), ("SO",)
        ),
        Happening(
            "et-government-1974", "1974-09-12", N_("event", "Emperor Haile Selassie fell"), ("ET",)
        ),
        Happening(
            "so-ogaden-1977",
            "1977-07/1978-03",
            N_("event", "The war over the Ogaden"),
            ("ET", "SO"),
        ),
        Happening(
            "et-famine-1983", "1983/1985", N_("event", "The great famine in Ethiopia"), ("ET",)
        ),
        Happening(
            "so-government-1991", "1991-01-26", N_("event", "Siad Barre left Mogadishu"), ("SO",)
        ),
        Happening("et-government-1991", "1991-05-28", N_("event", "The Derg fell"), ("ET",)),
        Happening(
            "er-independence-1993", "1993-05-24", N_("event", "Eritrea became independent"), ("ER",)
        ),
        Happening(
            "er-war-1998",
            "1998-05/2000-06",
            N_("event", "The war between Ethiopia and Eritrea"),
            ("ER", "ET"),
        ),
        Happening(
            "et-election-2005",
            "2005-05-15",
            N_("event", "The election in Ethiopia in 2005"),
            ("ET",),
        ),
        Happening(
            "et-millennium-2007",
            "2007-09-12",
            N_("event", "The Ethiopian year 2000 began"),
            ("ET",),
        ),
        Happening(
            "so-drought-2011",
            "2011-07/2012-02",
            N_("event", "The famine in Somalia in 2011"),
            ("SO",),
        ),
        Happening(
            "er-peace-2018",
            "2018-07-09",
            N_("event", "The peace between Ethiopia and Eritrea"),
            ("ER", "ET"),
        ),
        Happening("et-war-2020", "2020-11", N_("event", "The war in Tigray began"), ("ET",)),
        Happening(
            "et-peace-2022", "2022-11-02", N_("event", "The peace agreement for Tigray"), ("ET",)
        ),
    ),
    seasons=(
        Season("horn-long-rains", N_("event", "Long rains (kiremt)"), (6, 9)),
        Season("horn-dry", N_("event", "Dry season (bega)"), (10, 1)),
        Season("horn-short-rains", N_("event", "Short rains (belg)"), (2, 5)),
        Season("horn-gu", N_("event", "Rains of spring (gu)"), (4, 6)),
        Season("horn-hagaa", N_("event", "Dry summer (hagaa)"), (7, 9)),
        Season("horn-deyr", N_("event", "Rains of autumn (deyr)"), (10, 12)),
        Season("horn-jilaal", N_("event", "Dry winter (jilaal)"), (12, 3)),
    ),
)
