"""Questions about names, family, home, school and work; part of interview/bank.py."""

from intake.interview.script import N_, BankQuestion, Never, Theme, Verifiability

_G = Verifiability.PLACE_KNOWLEDGE
_X = Verifiability.OTHER_PEOPLE
_L = Verifiability.LATER_PAPER
_NOTHING = (Verifiability.NOTHING,)
_T = Theme
_Q = BankQuestion

_OPENING = (
    _Q(
        "OP1",
        _T.OPENING,
        N_("interview", "Please tell me about your life before you left, in your own way."),
        ("testimony",),
        risk=1,
        min_age=0,
    ),
    _Q(
        "OP2",
        _T.OPENING,
        N_("interview", "What would help you to feel comfortable to talk today?"),
        verifiability=_NOTHING,
        min_age=0,
    ),
)

_FAMILY = (
    _Q(
        "NA1",
        _T.FAMILY,
        N_("interview", "Which names have people called you by, and who used which of them?"),
        ("name", "name.other"),
        (_X, _L),
    ),
    _Q(
        "FA1",
        _T.FAMILY,
        N_("interview", "Who lived in your home in the last year there? Tell me about each."),
        ("relationship", "last-residence"),
        (_X,),
    ),
    _Q(
        "FA2",
        _T.FAMILY,
        N_(
            "interview",
            "What are the names of your mother, your father and their parents, "
            "and what did people call them?",
        ),
        ("mother", "father", "grandfather"),
        (_X,),
    ),
    _Q(
        "FA3",
        _T.FAMILY,
        N_("interview", "Who of your brothers and sisters is older than you, and who younger?"),
        ("birth",),
        (_X,),
    ),
    _Q(
        "FA4",
        _T.FAMILY,
        N_("interview", "Who gave you your name, and does it mean something to your family?"),
        ("name",),
    ),
    _Q(
        "FA5",
        _T.FAMILY,
        N_("interview", "Who were your neighbours on each side, and who there remembers you?"),
        ("last-residence",),
        (_X,),
        risk=1,
    ),
    _Q(
        "FA6",
        _T.FAMILY,
        N_("interview", "Which relatives do you hope to find, and who may be looking for you?"),
        ("missing-relatives",),
        (_X,),
        risk=1,
    ),
    _Q(
        "FA7",
        _T.FAMILY,
        N_("interview", "Is there someone who should not know that you are here?"),
        ("safe-contact",),
        _NOTHING,
        risk=2,
        never_if=(Never.OTHERS_PRESENT, Never.LAY_INTERPRETER),
    ),
    _Q(
        "FA8",
        _T.FAMILY,
        N_("interview", "Tell me about your husband or wife, if you have or had one."),
        ("spouse",),
        (_X,),
        risk=1,
        min_age=18,
        never_if=(Never.OTHERS_PRESENT,),
    ),
    _Q(
        "FA9",
        _T.FAMILY,
        N_("interview", "Tell me who came here with you and how you belong together."),
        ("relationship", "relative"),
        (_X,),
    ),
    _Q(
        "SX1",
        _T.FAMILY,
        N_("interview", "What should I write for sex?"),
        ("sex",),
        _NOTHING,
        never_if=(Never.OTHERS_PRESENT,),
    ),
)

_PLACE = (
    _Q(
        "PL1",
        _T.PLACE,
        N_(
            "interview",
            "Imagine that I get off at the stop nearest to your home. How do I walk to your house?",
        ),
        ("last-residence",),
        (_G,),
    ),
    _Q(
        "PL2",
        _T.PLACE,
        N_("interview", "What could you see and hear from your door?"),
        ("last-residence",),
    ),
    _Q(
        "PL3",
        _T.PLACE,
        N_("interview", "Where did you get water and bread, and how long did it take?"),
        ("last-residence",),
        (_G,),
    ),
    _Q(
        "PL4",
        _T.PLACE,
        N_(
            "interview",
            "What did the people who lived there call the place where you were born, "
            "and did it have an older name?",
        ),
        ("birth-place",),
        (_G,),
    ),
    _Q(
        "PL5",
        _T.PLACE,
        N_("interview", "To which town did you go for hospital, market or papers, and how?"),
        ("last-residence",),
        (_G,),
    ),
    _Q(
        "PL6",
        _T.PLACE,
        N_("interview", "What changed there in the last years?"),
        ("last-residence",),
        (_G,),
        risk=1,
    ),
    _Q(
        "PL7",
        _T.PLACE,
        N_("interview", "What do the people there grow, make or do for work?"),
        ("last-residence",),
        (_G,),
    ),
    _Q(
        "PL8",
        _T.PLACE,
        N_("interview", "Would you like to draw the place, if that is easier?"),
        ("last-residence", "birth-place"),
    ),
    _Q(
        "PL9",
        _T.PLACE,
        N_("interview", "Tell me about the places you have lived in, one after the other."),
        ("last-residence", "birth-place", "place-stays"),
        (_G, _X),
        risk=1,
    ),
)

_SCHOOL_WORK = (
    _Q(
        "SC1",
        _T.SCHOOL_WORK,
        N_("interview", "If you went to school, where was it, and how old were you then?"),
        ("birth", "last-residence"),
        (_G, _L),
    ),
    _Q(
        "SC2",
        _T.SCHOOL_WORK,
        N_("interview", "Which language was used in class, and which teacher do you remember?"),
        ("languages",),
        (_X, _L),
    ),
    _Q(
        "SC3",
        _T.SCHOOL_WORK,
        N_("interview", "What work did you do? Please describe a usual day."),
        verifiability=(Verifiability.ACCOUNT_ONLY, _G),
        never_if=(Never.EMPLOYER_UNSAFE,),
    ),
    _Q(
        "SC4",
        _T.SCHOOL_WORK,
        N_("interview", "Who did you work beside?"),
        verifiability=(_X,),
        risk=1,
        never_if=(Never.EMPLOYER_UNSAFE,),
    ),
)

LIFE = (*_OPENING, *_FAMILY, *_PLACE, *_SCHOOL_WORK)
