"""Pages of a person that nobody has to open: what helps, asked when there is time."""

from typing import Any

from intake.domain.codes import Why
from intake.domain.language import SKILLS, TICKED, with_told
from intake.field.answers import known
from intake.field.forms.people import told_by
from intake.field.forms.rest import PageForm
from intake.i18n import lazy_gettext as _l
from intake.web import spoken
from intake.web.compound import ask
from intake.web.fields import Answer, CodeField


class MoreForm(PageForm):
    """What these pages share: who tells it, and why it changes once it is complete."""

    told_by = told_by()
    why = CodeField(_l("Why does it change?"), codes=Why, needed=True)

    def narrow(self, *, is_draft: bool) -> None:
        """Nobody needs a reason to change a draft."""
        if is_draft:
            del self.why

    @property
    def changed_why(self) -> Why:
        """Why an answer takes the place of another."""
        code = self.why.answer.value if "why" in self else None
        return Why(str(code)) if code else Why.CORRECTION


class NeedsForm(MoreForm):
    """Needs that somebody has to act on, and what is hard in daily life."""

    needs = ask(
        "needs",
        hint=_l(
            "Write what the person tells or what can be seen. Do not ask what was done to them "
            "or what they did, and do not write it."
        ),
    )
    functioning = ask(
        "functioning",
        absent=False,
        hint=_l("Six short questions that may help. Ask the person, not the others."),
    )


class LifeForm(MoreForm):
    """Home, marriage, school and work: what tells people apart and helps to find work."""

    habitual_residence = ask(
        "habitual-residence",
        hint=_l(
            "In the last years. It may be another country than that of their nationality, and "
            "another place than where they lived last."
        ),
    )
    marital_status = ask("marital-status")
    education = ask("education")
    occupation = ask("occupation", hint=_l("Do not write: military, police, parties."))
    gender_self = ask(
        "gender-self", absent=False, hint=_l("Only if the person brings it up. Never guess.")
    )

    def leave_out_marriage(self) -> None:
        """Nobody asks a young child whether it is married (domain 2.3)."""
        del self.marital_status


class TonguesForm(MoreForm):
    """Each language with what it is and how well; whether somebody shall interpret."""

    language_skills = ask(
        SKILLS,
        absent=False,
        languages=spoken.LANGUAGES,
        hint=_l(
            "Ask: in which language do you feel best, and in which do you not want an "
            "interpreter? Never write down how their way of speaking sounds to others."
        ),
    )
    interpreter_sex = ask("interpreter-sex")

    def _standing(self, name: str, path: str) -> Answer:
        """Languages ticked before stand in the rows, so that nobody writes them again."""
        answer = super()._standing(name, path)
        if path != SKILLS or answer.is_given:
            return answer
        rows: list[Any] = [{"tag": tag} for tag in self.ticked]
        return Answer(rows or None)

    def process(self, *args: Any, **named: Any) -> None:
        """Know which languages are told already before the rows are read."""
        self.language_skills.ticked = self.ticked
        super().process(*args, **named)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The plain list of languages as it stands."""
        held = known(self.said, TICKED).value
        return tuple(map(str, held)) if isinstance(held, list) else ()

    def page_answers(self) -> dict[str, Answer]:
        """What was answered, and the plain list with what it gained."""
        answers = super().page_answers()
        skills = answers.get(SKILLS, Answer()).value
        longer = with_told(list(self.ticked), skills)
        if len(longer) > len(self.ticked):
            answers[TICKED] = Answer(longer)
        return answers
