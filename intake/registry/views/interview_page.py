"""One page of an interview: what it shows, what was typed, what it refused."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from intake.domain.codes import (
    Absent,
    CopyGiven,
    Declaration,
    InterpreterAnswer,
    InterpreterKind,
    InterviewStatus,
    Prompted,
    ReadBack,
    Stage,
)
from intake.domain.event import (
    AnswerRecorded,
    ContradictionPut,
    Event,
    InterpreterAsked,
    InterpreterDeclared,
)
from intake.domain.individual import Individual
from intake.domain.open_points import TIMES
from intake.domain.questions import MATERIAL, QUESTIONS
from intake.errors import NotFound, RuleBroken, StageNotReached
from intake.i18n import direction, html_lang, on_screen
from intake.i18n import gettext as _
from intake.interview import conduct
from intake.interview.checks import SPOKEN, Check
from intake.interview.plan import NARRATIVE
from intake.registry.forms.interviews import (
    PUT,
    AmendForm,
    AnswerForm,
    CloseForm,
    ExplanationForm,
    Typed,
    answer_forms,
    checks_form,
    closing_checks,
    explanation_forms,
    ticked,
)
from intake.registry.forms.statements import ASKABLE
from intake.registry.forms.talks import AfterForm, HalfwayForm, after_form, declaration_form
from intake.registry.verifying import conducting
from intake.registry.verifying.conducting import Asked, Difference
from intake.store.interviews import Answer as Answered
from intake.store.interviews import Interview
from intake.web import access, labels
from intake.web.forms import BaseForm, retyped
from intake.web.sentences import sentence

_KNOWN = (*MATERIAL, "languages")
_HELD = tuple(Stage)[1:-1]
_MEETING = (InterviewStatus.RUNNING, InterviewStatus.PAUSED)


class Mistyped(Exception):
    """Something on the page is not an answer yet; the forms say what."""

    def __init__(self, forms: Sequence[BaseForm]) -> None:
        super().__init__("mistyped")
        self.forms = forms


class Problems:
    """What an error summary lists."""

    def __init__(self, found: Iterable[tuple[str, str]]) -> None:
        self._found = list(found)

    def problems(self) -> list[tuple[str, str]]:
        """Each with the id of the control to go to, if there is one."""
        return self._found


def draft_name(held: Interview) -> str:
    """Under which name the unsaved text is kept; it goes with the case."""
    return f"{held.case}/interview-{held.id}"


def stage(
    held: Interview,
    person: Individual,
    *,
    problem: RuleBroken | None = None,
    mistyped: Mistyped | None = None,
    closing: CloseForm | None = None,
) -> ResponseReturnValue:
    """The page of the stage that is open, with what was typed on it before."""
    state = conducting.state_of(held, person, access.now().date())
    text, rev = _typed(held)
    following = conducting.next_stage(held.stage)
    answers = answer_forms(conducting.questions_at(held, held.stage), text)
    shown = conduct.shows_contradictions(held.stage)
    found = conducting.differences(held, person) if shown else ()
    puts = explanation_forms(found, text)
    if mistyped:
        _check(form for _, form in (*answers, *puts))
    wrong = problems(problem, [form for _, form in (*answers, *puts)])
    wrong += [p for form in (mistyped.forms if mistyped else ()) for p in form.problems()]
    wrong += closing.problems() if closing else []
    page = render_template(
        f"registry/interview_{held.stage.value}.html",
        held=held,
        person=person,
        rev=rev,
        problems=Problems(wrong),
        answers=answers,
        puts=puts,
        checks=checks_form(conduct.checks_for(following, state), text) if following else None,
        following=following,
        before=conducting.stage_before(held.stage),
        stages=_HELD,
        limits=conducting.limits_of(person, access.now().date()),
        asked=conducting.all_asked(held),
        closing=closing or CloseForm(text),
        **_beside(held, person, text),
        is_child=state.child,
    )
    return page, 422 if wrong else 200


def _beside(held: Interview, person: Individual, text: Typed | None) -> dict[str, Any]:
    """What stands on the pages of several stages."""
    return {
        "known": conducting.known_of(person, _KNOWN),
        "closing_boxes": closing_checks(text),
        "declaring": declaration_form(text),
        "asking": HalfwayForm(text),
        "spoken": _spoken(held),
        "pace": conducting.pace_of(held, person, access.now()),
        "aloud_lang": html_lang(held.language),
        "aloud_dir": direction(held.language),
        "is_translated": on_screen(held.language) is not None,
    }


def record(
    held: Interview,
    person: Individual,
    *,
    problem: RuleBroken | None = None,
    after: AfterForm | None = None,
    adding: AmendForm | None = None,
) -> ResponseReturnValue:
    """The whole record of an interview that is over; answers can be added to."""
    refused = [form for form in (after, adding) if form]
    page = render_template(
        "registry/interview_after.html",
        held=held,
        person=person,
        problems=Problems([*problems(problem), *(p for form in refused for p in form.problems())]),
        asked=conducting.all_asked(held),
        found=conducting.differences(held, person),
        amending=adding or AmendForm(),
        is_mine=held.interviewer == access.actor(),
        is_writer=held.writer == access.actor(),
        askable=ASKABLE,
        after=after or after_form(None),
        unasked=conducting.unasked(held),
        again=request.form.getlist("again"),
        afterwork=held.happened("afterwork-noted")[-1:],
    )
    is_refused = problem or any(form.problems() for form in refused)
    return page, 422 if is_refused else 200


def said(held: Interview, person: Individual) -> list[Event]:
    """What the boxes hold, as events; raises `Mistyped` or a rule's refusal."""
    state = conducting.state_of(held, person, access.now().date())
    stages = (Stage.NARRATIVE, Stage.PROBE, Stage.CLOSE)
    asked = [question for s in stages for question in conducting.questions_at(held, s)]
    answers = answer_forms(asked, request.form)
    puts = explanation_forms(conducting.differences(held, person), request.form)
    wrong = [form for _, form in (*answers, *puts) if not form.validate()]
    if wrong:
        raise Mistyped(wrong)
    return [
        *said_of_interpreter(held),
        *_answers(held, answers, state),
        *_explanations(held, puts, state),
    ]


def said_of_interpreter(held: Interview) -> list[Event]:
    """What the interpreter declares, and what the person says of them in private."""
    if held.interpreter is InterpreterKind.NONE_NEEDED:
        return []
    common: dict[str, Any] = {"case": held.case, "interview": held.id}
    common |= {"by": access.actor(), "at": access.now()}
    code = held.interpreter_code
    events: list[Event] = []
    declared = tuple(Declaration(item) for item in ticked(declaration_form(request.form)))
    if declared and not held.is_declared:
        made = InterpreterDeclared(interpreter_code=code, declared=declared, **common)
        events.append(conduct.declare(made))
    asked = HalfwayForm(request.form).asked.code
    if asked is not None and held.status in _MEETING:
        answer = InterpreterAnswer(asked)
        events.append(InterpreterAsked(interpreter_code=code, answer=answer, **common))
    return events


def wants_another(held: Interview) -> bool:
    """Whether the person, asked about this interpreter, would rather have another one."""
    asked = held.happened("interpreter-asked")
    is_of_now = bool(asked) and asked[-1].body["interpreter_code"] == held.interpreter_code
    return is_of_now and not held.is_understood


def confirmed(state: conduct.ConductState, wanted: Stage) -> list[str]:
    """The checks that were ticked for a stage."""
    return ticked(checks_form(conduct.checks_for(wanted, state), request.form))


def close_form() -> CloseForm:
    """The read-back as it was posted."""
    return CloseForm(request.form)


def closing(form: CloseForm) -> conduct.Closing:
    """What stands under the record."""
    copy = form.copy.code
    return conduct.Closing(
        read_back=ReadBack(str(form.read_back.answer.value)),
        changes=str(form.changes.answer.value or ""),
        confirmed=tuple(ticked(closing_checks(request.form))),
        copy=CopyGiven(copy) if copy else None,
        hears_by=str(form.hears_by.answer.value or ""),
    )


def amend_form(held: Interview) -> tuple[Answered, AmendForm]:
    """An answer and what is added to it; raises `NotFound` for another interview's."""
    old = next((a for a in held.answers if a.id == request.form.get("answer")), None)
    if old is None:
        raise NotFound(thing="answer")
    form = AmendForm(request.form)
    form.text.id = f"add-{old.question}"
    return old, form


def amendment(held: Interview, person: Individual, old: Answered, text: str) -> AnswerRecorded:
    """An addition to an answer."""
    state = conducting.state_of(held, person, access.now().date())
    made = AnswerRecorded(
        case=held.case,
        interview=held.id,
        answer=access.new_id(),
        question=old.question,
        text=text,
        said_in=old.said_in,
        prompted=old.prompted,
        amends=old.id,
        by=access.actor(),
        at=access.now(),
    )
    return conduct.record_answer(made, state)


def _spoken(held: Interview) -> dict[str, str]:
    """What is said to the person, in the language of the interview, by check."""
    return {c.value: conducting.aloud(labels.label(c), held.language) for c in SPOKEN}


def _typed(held: Interview) -> tuple[Typed | None, int]:
    kept = access.store().papers.draft(draft_name(held))
    rev = kept.rev if kept else 0
    if request.method == "POST":
        return request.form, rev
    return (retyped(kept.body), rev) if kept else (None, rev)


def _check(forms: Iterable[BaseForm]) -> None:
    """Put each problem beside its own box."""
    for form in forms:
        form.validate()


def _answers(
    held: Interview, forms: Iterable[tuple[Asked, AnswerForm]], state: conduct.ConductState
) -> Iterator[Event]:
    for question, form in forms:
        given = form.text.answer
        text, absent = str(given.value or ""), given.absent.value if given.absent else ""
        before = question.answers[-1] if question.answers else None
        # A page sent twice says the same thing once.
        if not given.is_given or (before and (before.text, before.absent) == (text, absent)):
            continue
        is_story = question.id == NARRATIVE
        made = AnswerRecorded(
            case=held.case,
            interview=held.id,
            answer=access.new_id(),
            question=question.id,
            text=text,
            absent=absent,
            said_in=held.language,
            prompted=Prompted.FREE if is_story else _prompted(form),
            amends=before.id if before else "",
            by=access.actor(),
            at=access.now(),
        )
        yield conduct.record_answer(made, state)


def _prompted(form: AnswerForm) -> Prompted:
    return Prompted(str(form.prompted.answer.value or Prompted.OPEN.value))


def _explanations(
    held: Interview,
    forms: Iterable[tuple[Difference, ExplanationForm]],
    state: conduct.ConductState,
) -> Iterator[Event]:
    for difference, form in forms:
        how, text = form.how.answer.value, str(form.explanation.answer.value or "")
        if difference.is_settled or not (how or text):
            continue
        made = ContradictionPut(
            case=held.case,
            interview=held.id,
            path=difference.path,
            statements=tuple(s.statement.id for s in difference.said),
            explanation=text,
            absent="" if how in (None, PUT) else Absent(str(how)).value,
            by=access.actor(),
            at=access.now(),
        )
        yield conduct.put_contradiction(made, state)


def problems(problem: RuleBroken | None, forms: Iterable[BaseForm] = ()) -> list[tuple[str, str]]:
    """The sentence of a refusal, beside its field if it has one, and what is missing."""
    if problem is None:
        return []
    if isinstance(problem, StageNotReached):
        missing = str(problem.facts.get("missing") or "").split()
        return [("", _missing(code)) for code in missing] or [("", sentence(problem))]
    path = problem.facts.get("path") or problem.facts.get("fact")
    for form in forms:
        if any(path and path == field.question for field in form.questions()):
            form.refuse(problem)
            return form.problems()
    return [("", sentence(problem))]


def _missing(code: str) -> str:
    for kind in (Check, Declaration):
        if code in {item.value for item in kind}:
            return _("Confirm first: %(what)s", what=labels.label(kind(code)))
    if code in QUESTIONS or code.startswith(TIMES):
        return _("Put this difference to the person first: %(what)s", what=labels.open_point(code))
    return {
        "narrative": _("First write what the person tells, or why there is nothing to write."),
        "running": _("The interview is not running."),
        "interpreter-declared": _("First the interpreter declares each of these points."),
        "interpreter-asked": _("First ask the person in private about the interpreter."),
        "copy": _("Say whether the person takes a copy of the record."),
        "read-back": _("First read the whole record back to the person."),
    }.get(code, _("An earlier part of the interview comes before this one."))
