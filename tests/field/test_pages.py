"""Which page comes next, and how far each one is."""

from dataclasses import replace
from datetime import date

import pytest

from intake.domain.case import Case
from intake.domain.codes import (
    Absent,
    CaseStatus,
    ConsentAnswer,
    ConsentBy,
    Level,
    Purpose,
)
from intake.domain.consent import Consent
from intake.domain.individual import Individual
from intake.domain.partial_date import from_age, from_parts
from intake.domain.questions import QUESTIONS, needed_for
from intake.domain.statement import Json, Said, Statement
from intake.field.forms.children import ChildForm
from intake.field.pages import (
    ASKED_ON,
    ASKED_ON_MORE,
    PRIVATE_MOMENT,
    URGENT,
    More,
    Page,
    Progress,
    Step,
    needed_on,
    next_step,
    open_questions,
    page_of,
    progress,
    urgent_progress,
)
from tests import builders
from tests.builders import a_name, an_id

DAY = date(2026, 11, 20)
CASE = "c" * 32


def told(subject: str, path: str, value: Json = None) -> Said:
    absent = Absent.UNKNOWN if value is None else None
    statement = Statement(id=an_id(), subject=subject, path=path, value=value, absent=absent)
    return Said(statement, by="o", device="d", at="", hlc="1")


def a_member(position: int = 1, **values: Json) -> Individual:
    person = an_id()
    said = tuple(told(person, path.replace("_", "-"), v) for path, v in values.items())
    return Individual(person, CASE, "N", position, said)


def asked_all(position: int = 1) -> Individual:
    """A member of whom everything was asked."""
    person = an_id()
    paths = [*needed_for(Level.FULL, "individual"), PRIVATE_MOMENT]
    values: dict[str, Json] = {"name": a_name("Олена"), "birth": from_parts(1, 2, 1986).to_json()}
    said = tuple(told(person, path, values.get(path)) for path in paths)
    return Individual(person, CASE, "N", position, said)


def a_case(*members: Individual, agreed: bool = True) -> Case:
    consents = tuple(
        Consent(m.id, p, ConsentAnswer.NO, ConsentBy.SELF, "uk", "1", "o", "", "1")
        for m in members
        for p in Purpose
    )
    return builders.a_case(
        CASE,
        members=members,
        said=tuple(told(CASE, path) for path in URGENT),
        consents=consents if agreed else (),
    )


def test_every_question_of_a_person_stands_on_one_page() -> None:
    on_pages = [path for page in Page for path in ASKED_ON[page]]
    on_pages += [path for more in More for path in ASKED_ON_MORE[more]]
    on_pages += [
        "documents.taken-by",
        "specialist",
        "kept-as-said",
        "relative",
        "place-stays",
        "withheld-from",
    ]  # pages and a button of their own
    of_a_child = set(ChildForm.paths().values())
    on_pages += sorted(of_a_child - set(on_pages))  # the carer is asked on two pages
    on_pages.append("best-interests")  # a day that the registry alone sets
    of_people = [q.path for q in QUESTIONS.values() if q.of == "individual"]
    assert sorted(on_pages) == sorted(of_people)


def test_a_question_leads_to_its_page() -> None:
    assert page_of("father") is Page.ORIGIN
    assert page_of("urgent.doctor") is None


def test_a_fresh_person_has_not_started() -> None:
    member = a_member()
    case = a_case(member, agreed=False)
    assert {progress(case, member, page, on=DAY) for page in Page} == {Progress.NOT_STARTED}


def test_a_name_alone_has_begun_the_first_page() -> None:
    member = a_member(name=a_name("Олена"))
    assert progress(a_case(member), member, Page.WHO, on=DAY) is Progress.IN_PROGRESS


def test_unsaved_text_keeps_a_page_open() -> None:
    member = asked_all()
    draft = {f"{CASE}/who/{member.id}"}
    case = a_case(member)
    assert progress(case, member, Page.WHO, on=DAY) is Progress.DONE
    assert progress(case, member, Page.WHO, on=DAY, drafts=draft) is Progress.IN_PROGRESS


def test_the_last_page_is_done_when_all_four_purposes_were_asked() -> None:
    member = asked_all()
    assert progress(a_case(member), member, Page.CONSENT, on=DAY) is Progress.DONE
    asked_nothing = a_case(member, agreed=False)
    assert progress(asked_nothing, member, Page.CONSENT, on=DAY) is Progress.IN_PROGRESS


def test_an_adult_is_offered_a_moment_alone() -> None:
    adult = a_member(name=a_name("Олена"), birth=from_age(40, None, DAY).to_json())
    assert PRIVATE_MOMENT in [gap.path for gap in open_questions(a_case(adult), DAY)]


def test_somebody_who_may_be_a_child_takes_the_childs_route() -> None:
    child = a_member(birth=from_age(17, 18, DAY).to_json())
    assert PRIVATE_MOMENT not in [gap.path for gap in open_questions(a_case(child), DAY)]
    assert needed_on(Page.CONSENT, is_child=True) == ()


def test_a_quick_count_asks_nobody_for_a_moment_alone() -> None:
    case = replace(a_case(a_member()), level=Level.QUICK)
    assert PRIVATE_MOMENT not in [gap.path for gap in open_questions(case, DAY)]


@pytest.mark.parametrize(
    ("saved", "opened"), [(Page.WHO, Page.ORIGIN), (Page.ORIGIN, Page.CONSENT)]
)
def test_the_next_page_of_the_same_person_opens(saved: Page, opened: Page) -> None:
    member = a_member()
    step = next_step(a_case(member), DAY, after=Step(saved, member.id))
    assert step == Step(opened, member.id)


def test_after_the_last_page_the_next_person_follows() -> None:
    first, second = asked_all(1), a_member(2)
    step = next_step(a_case(first, second), DAY, after=Step(Page.CONSENT, first.id))
    assert step == Step(Page.WHO, second.id)


def test_after_the_last_person_the_read_back_follows() -> None:
    member = asked_all()
    assert next_step(a_case(member), DAY, after=Step(Page.CONSENT, member.id)) == Step("check")


def test_a_page_left_open_on_purpose_is_not_opened_at_once_again() -> None:
    member = asked_all()
    case = a_case(member, agreed=False)
    assert next_step(case, DAY, after=Step(Page.CONSENT, member.id)) == Step("show")


def test_a_complete_case_leads_to_its_list() -> None:
    member = asked_all()
    case = replace(a_case(member), status=CaseStatus.READY)
    assert next_step(case, DAY, after=Step(Page.WHO, member.id)) == Step("show")


def test_the_urgent_page_tells_how_far_it_is() -> None:
    case = a_case()
    assert urgent_progress(case) is Progress.DONE
    assert urgent_progress(replace(case, said=case.said[:2])) is Progress.IN_PROGRESS
    assert urgent_progress(replace(case, said=())) is Progress.NOT_STARTED
