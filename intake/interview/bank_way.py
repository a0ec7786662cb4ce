"""Questions on time, papers, the way here, for children and to close; see bank.py."""

from intake.interview.script import N_, BankQuestion, Never, Theme, Verifiability

_G = Verifiability.PLACE_KNOWLEDGE
_X = Verifiability.OTHER_PEOPLE
_L = Verifiability.LATER_PAPER
_NOTHING = (Verifiability.NOTHING,)
_T = Theme
_Q = BankQuestion

_TIME = (
    _Q(
        "TI1",
        _T.TIME,
        N_("interview", "Which big events there do you remember, and how old were you, about?"),
        ("birth",),
        (_G,),
        risk=1,
    ),
    _Q(
        "TI2",
        _T.TIME,
        N_("interview", "What season was it when you left, and what had people just celebrated?"),
        ("last-residence",),
        (_G,),
        risk=1,
    ),
    _Q(
        "TI3",
        _T.TIME,
        N_("interview", "About how many feasts or winters ago was that?"),
        ("birth",),
    ),
    _Q(
        "TI4",
        _T.TIME,
        N_("interview", "What do you know about when you were born, and who told you?"),
        ("birth",),
        (_X, _L),
    ),
)

_DOCUMENTS = (
    _Q(
        "DO1",
        _T.DOCUMENTS,
        N_("interview", "Which papers did you ever have, and what happened to them?"),
        ("documents",),
        (_L,),
        risk=1,
    ),
    _Q(
        "DO2",
        _T.DOCUMENTS,
        N_("interview", "Where were your papers made, and what did the office look like?"),
        ("documents", "last-residence"),
        (_G,),
    ),
    _Q(
        "DO3",
        _T.DOCUMENTS,
        N_("interview", "Is there a copy of any paper: on a phone, with family, at a school?"),
        ("documents",),
        (_L,),
    ),
    _Q(
        "DO4",
        _T.DOCUMENTS,
        N_("interview", "Which country gave you papers, or would give them to you?"),
        ("nationality",),
        (_L,),
    ),
)

_ROUTE = (
    _Q(
        "RO1",
        _T.ROUTE,
        N_("interview", "How did you come here? Please start from your door."),
        verifiability=(_X,),
        risk=2,
        never_if=(Never.OTHERS_PRESENT, Never.LAY_INTERPRETER),
    ),
    _Q(
        "RO2",
        _T.ROUTE,
        N_("interview", "Who travelled with you, from where to where?"),
        ("relationship",),
        (_X,),
        risk=1,
    ),
    _Q(
        "RO3",
        _T.ROUTE,
        N_("interview", "In which places on the way was your name written down?"),
        ("name",),
        (_L, _X),
        risk=1,
    ),
    _Q(
        "RO4",
        _T.ROUTE,
        N_("interview", "Did anyone get separated from you on the way, where and when?"),
        ("missing-relatives",),
        (_X,),
        risk=2,
        never_if=(Never.OTHERS_PRESENT, Never.LAY_INTERPRETER),
    ),
)

_LANGUAGE_AND_CULTURE = (
    _Q(
        "LA1",
        _T.LANGUAGE,
        N_(
            "interview",
            "Which languages did you use at home, at the market, at school and with officials?",
        ),
        ("languages",),
        (_X,),
    ),
    _Q(
        "LA2",
        _T.LANGUAGE,
        N_("interview", "Is this interpreter's way of speaking close to yours?"),
        verifiability=_NOTHING,
        min_age=0,
    ),
    _Q(
        "CU1",
        _T.CULTURE,
        N_("interview", "How did your own family celebrate weddings or the new year?"),
        risk=1,
        never_if=(Never.NARRATIVE_RICH,),
    ),
    _Q(
        "CU2",
        _T.CULTURE,
        N_("interview", "Which food is made only in your area, and who made it best?"),
        never_if=(Never.NARRATIVE_RICH,),
    ),
)

_CLOSING = (
    _Q(
        "CL1",
        _T.CLOSING,
        N_("interview", "What did I not ask that would help someone to recognise you?"),
        min_age=0,
    ),
    _Q(
        "CL2",
        _T.CLOSING,
        N_("interview", "Is there anything I wrote that is wrong?"),
        verifiability=_NOTHING,
        min_age=0,
    ),
    _Q(
        "CL3",
        _T.CLOSING,
        N_("interview", "Who could confirm that you are you, and is it safe to ask them?"),
        verifiability=(_X,),
        risk=1,
        min_age=0,
    ),
)

_CHILD = (
    _Q(
        "CH1",
        _T.CHILD,
        N_("interview", "Can you show me with these figures who lives in your house?"),
        ("relationship", "mother", "father"),
        (_X,),
        1,
        7,
        child=True,
    ),
    _Q(
        "CH2",
        _T.CHILD,
        N_("interview", "What do you call the person who puts you to bed and cooks for you?"),
        ("mother", "father", "care-arrangement"),
        (_X,),
        1,
        7,
        child=True,
    ),
    _Q(
        "CH3",
        _T.CHILD,
        N_("interview", "Which songs and stories do you know from home?"),
        ("languages",),
        min_age=7,
        child=True,
    ),
    _Q(
        "CH4",
        _T.CHILD,
        N_("interview", "What was near your house, where you play?"),
        ("last-residence",),
        (_G,),
        min_age=7,
        child=True,
    ),
    _Q(
        "CH5",
        _T.CHILD,
        N_("interview", "What do you want to happen now?"),
        verifiability=_NOTHING,
        min_age=4,
        child=True,
    ),
)

WAY = (*_TIME, *_DOCUMENTS, *_ROUTE, *_LANGUAGE_AND_CULTURE, *_CHILD, *_CLOSING)
