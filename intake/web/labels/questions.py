"""The short name of each question, and the plain words in which it is asked."""

from intake.i18n import Lazy
from intake.i18n import lazy_gettext as _l
from intake.i18n import lazy_pgettext as _p

QUESTION_LABELS: dict[str, Lazy] = {
    "name": _l("Full name, own script"),
    "name.latin": _l("Name in Latin letters"),
    "name.other": _l("Other names"),
    "sex": _l("Sex"),
    "birth": _l("Date of birth or age"),
    "birth-place": _l("Place of birth"),
    "nationality": _l("Nationality"),
    "last-residence": _l("Last place of living"),
    "relationship": _l("Relation to focal point"),
    "father": _l("Father's name"),
    "mother": _l("Mother's name"),
    "spouse": _l("Husband, wife or partner"),
    "languages": _l("Languages"),
    "documents": _l("Papers"),
    "testimony": _l("What the person tells"),
    "private-moment": _l("A moment alone"),
    "missing-relatives": _l("Relatives out of contact"),
    "safe-contact": _l("Safe way to reach them"),
    "care-arrangement": _l("Who looks after the child"),
    "urgent.doctor": _l("Needs a doctor now"),
    "urgent.child-alone": _l("A child is alone"),
    "urgent.shelter": _l("Nowhere to sleep tonight"),
    "urgent.afraid": _l("Afraid of somebody here"),
    "urgent.alone": _l("Cannot manage alone"),
    "tally": _l("People in the group"),
    "call-name": _l("Name to call the group by"),
}

# Tone: spoken, short, kind, no pressure. Read aloud in the person's language.
ASKED: dict[str, Lazy] = {
    "name": _p("interview", "What is your full name? How do you write it?"),
    "name.latin": _p("interview", "Do you have a way to write it in Latin letters?"),
    "name.other": _p("interview", "Do people call you by another name as well?"),
    "sex": _p("interview", "Shall I write female, male, or another answer?"),
    "birth": _p("interview", "When were you born? The year or your age is enough."),
    "birth-place": _p("interview", "Where were you born?"),
    "nationality": _p("interview", "Which country are you a citizen of?"),
    "last-residence": _p("interview", "Where did you live before you set out?"),
    "relationship": _p("interview", "What is this person to the one who speaks for the group?"),
    "father": _p("interview", "What is your father's name?"),
    "mother": _p("interview", "What is your mother's name?"),
    "spouse": _p("interview", "If you have a husband, wife or partner, what is their name?"),
    "languages": _p("interview", "Which languages do you speak well?"),
    "documents": _p("interview", "Which papers do you have, or did you have before?"),
    "testimony": _p("interview", "Please tell me, in your own words, what brought you here."),
    "private-moment": _p("interview", "Would you like to speak with me alone for a moment?"),
    "missing-relatives": _p("interview", "Is there a relative whom you have lost contact with?"),
    "safe-contact": _p("interview", "How can we reach you safely?"),
    "care-arrangement": _p("interview", "Who looks after this child now?"),
    "urgent.doctor": _p("interview", "Does anyone need a doctor now?"),
    "urgent.child-alone": _p("interview", "Is there a child here without parents or carer?"),
    "urgent.shelter": _p("interview", "Do you have a place to sleep tonight?"),
    "urgent.afraid": _p("interview", "Is anyone afraid of somebody here?"),
    "urgent.alone": _p("interview", "Is there anyone who cannot manage alone?"),
    "tally": _p("interview", "How many of you are there, and how old?"),
    "call-name": _p("interview", "By which name may we call your group?"),
}
