"""The questions of one interview: their words, and which of them are asked."""

from collections.abc import Iterable
from datetime import date

from intake import i18n
from intake.domain.case import could_be_child
from intake.domain.codes import InterpreterKind
from intake.domain.individual import Individual
from intake.interview.bank import question_of
from intake.interview.plan import CLOSING, NARRATIVE, lowest_age, questions_for
from intake.interview.script import BankQuestion, Never, Theme
from intake.registry.verifying.ages import age_of
from intake.store.interviews import Interview


def avoided(
    interpreter: InterpreterKind, *, private: bool, others: bool, employer_unsafe: bool
) -> frozenset[Never]:
    """What holds of a talk that is planned, so that some questions are left out.

    How rich the story will be is not known before it is told: it counts as rich.
    """
    holds = {
        Never.LAY_INTERPRETER: interpreter is InterpreterKind.LAY,
        Never.OTHERS_PRESENT: others or not private,
        Never.EMPLOYER_UNSAFE: employer_unsafe,
        Never.NARRATIVE_RICH: True,
    }
    return frozenset(code for code, is_so in holds.items() if is_so)


def avoid_of(held: Interview) -> frozenset[Never]:
    """What holds of an interview, as far as its plan and its interpreter tell."""
    known = {code for code in Never if code.value in held.avoid}
    if held.interpreter is InterpreterKind.LAY:
        known.add(Never.LAY_INTERPRETER)
    return frozenset(known)


def bank_question(held: Interview, question: str) -> BankQuestion | None:
    """A question of the bank as it was when the interview was planned."""
    return question_of(held.bank_version, question)


def is_known(held: Interview, question: str) -> bool:
    """Whether there are words for a question: of the bank, or the interviewer's own."""
    planned = held.planned(question)
    return bool(planned and planned.text) or bank_question(held, question) is not None


def words_of(held: Interview, question: str) -> str:
    """The words of a question in the language of the screen; own ones as typed."""
    planned = held.planned(question)
    if planned is not None and planned.text:
        return planned.text
    asked = bank_question(held, question)
    return i18n.pgettext("interview", asked.text) if asked else question


def paths_of(held: Interview, question: str) -> tuple[str, ...]:
    """The questions of the record that a question of an interview speaks to."""
    asked = bank_question(held, question)
    return asked.paths if asked else ()


def is_left_out(held: Interview, question: str) -> bool:
    """Whether a planned question is not asked as this talk is."""
    asked = bank_question(held, question)
    return asked is not None and bool(set(asked.never_if) & avoid_of(held) - {Never.NARRATIVE_RICH})


def offered(
    held: Interview, person: Individual, on: date, *, thin: bool, protection: bool = False
) -> tuple[BankQuestion, ...]:
    """Questions of the bank that may still be added for this person.

    Those about one's own customs only after a thin story, those that may hurt only for
    somebody trained in protection.
    """
    avoid = avoid_of(held) - ({Never.NARRATIVE_RICH} if thin else set())
    child = could_be_child(person, on)
    lowest = lowest_age(child, age_of(person, on))
    planned = {NARRATIVE, *CLOSING, *(q.question for q in held.questions)}
    found = questions_for(child=child, lowest_age=lowest, avoid=avoid, protection=protection)
    return tuple(q for q in found if q.id not in planned)


def themes(held: Interview, more: Iterable[str] = ()) -> tuple[Theme, ...]:
    """The themes of the questions of an interview and of some more."""
    ids = (*(q.question for q in held.questions), *more)
    found = (bank_question(held, question) for question in ids)
    return tuple(q.theme for q in found if q is not None)
