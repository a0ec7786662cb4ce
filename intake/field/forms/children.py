"""What helps to find a child's family, and what the child wishes."""

from intake.domain.codes import Why
from intake.field.forms.people import WhoForm
from intake.field.forms.rest import PageForm
from intake.i18n import lazy_gettext as _l
from intake.web.compound import ask
from intake.web.fields import CodeField


class ChildForm(PageForm):
    """Found, brought, cared for, remembered, wished; all of it may stay empty."""

    found_where = ask("found-where", absent=False)
    found_when = ask("found-when", absent=False, of_birth=False)
    found_by = ask("found-by", absent=False)
    brought_by = ask("brought-by", absent=False)
    brought_tie = ask("brought-tie", absent=False)
    brought_contact = ask(
        "brought-contact",
        absent=False,
        hint=_l("For protection officers alone. Nobody hands the child over because of it."),
    )
    care_kind = ask("care-kind", absent=False)
    care_arrangement = ask("care-arrangement", absent=False, rows=2)
    guardian = ask("guardian", absent=False)
    siblings_together = ask("siblings-together")
    last_saw_parents = ask("last-saw-parents", absent=False, rows=2)
    belongings = ask("belongings", absent=False, rows=2)
    words_and_songs = ask(
        "words-and-songs",
        absent=False,
        rows=2,
        hint=_l(
            "As the child says or sings them: pet names, prayers, names of places and animals."
        ),
    )
    wish_tracing = ask("wish-tracing")
    wish_with = ask("wish-with", absent=False)
    wish_not_with = ask(
        "wish-not-with", absent=False, hint=_l("Kept from everybody but protection officers.")
    )
    told_by = WhoForm.told_by
    why = CodeField(_l("Why does it change?"), codes=Why, needed=True)
