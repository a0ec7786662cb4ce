"""Who reads which answers: the table of roles, default no."""

import pytest

from intake.domain.codes import ConsentAnswer, Purpose, Role
from intake.domain.questions import QUESTIONS
from intake.registry.masking import Sensitivity, may_open, may_read, sensitivity
from tests.builders import a_consent, a_group

BLIND = (Role.FIELD, Role.DPO, Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", BLIND)
@pytest.mark.parametrize("path", [*QUESTIONS, "must-not-know"])
def test_these_roles_read_nothing_at_all(role, path):
    assert not may_read([role], path)


@pytest.mark.parametrize("path", [*QUESTIONS, "must-not-know", "not-classed-yet"])
def test_protection_reads_everything(path):
    assert may_read([Role.PROTECTION], path)


@pytest.mark.parametrize("role", [Role.CLERK, Role.TRACING])
@pytest.mark.parametrize("path", ["testimony", "documents", "urgent.doctor", "safe-contact"])
def test_clerk_and_tracing_do_not_read_what_is_sensitive(role, path):
    assert not may_read([role], path)
    assert may_read([role], "name")


@pytest.mark.parametrize("role", [Role.INTERVIEWER, Role.REVIEWER])
def test_those_who_verify_read_the_testimony_but_not_the_safe_contact(role):
    assert may_read([role], "testimony")
    assert not may_read([role], "safe-contact")
    assert not may_read([role], "urgent.afraid")


@pytest.mark.parametrize("role", sorted(Role))
@pytest.mark.parametrize("path", ["testimony-translation", "testimony-translator"])
def test_whoever_reads_the_testimony_reads_its_translation_and_nobody_else(role, path):
    assert may_read([role], path) is may_read([role], "testimony")
    assert sensitivity(path) is sensitivity("testimony")


def test_tracing_knows_from_whom_a_search_is_hidden():
    assert may_read([Role.TRACING], "must-not-know")
    assert not may_read([Role.CLERK], "must-not-know")


def test_two_roles_read_what_either_reads():
    assert may_read([Role.CLERK, Role.PROTECTION], "safe-contact")


def test_a_question_nobody_classed_is_held_to_be_the_highest():
    assert sensitivity("a-new-question") is Sensitivity.HIGHEST


def test_nobody_without_a_role_reads_anything():
    assert not may_read([], "name")
    assert not may_open([], [], "anybody")


@pytest.mark.parametrize(
    ("answer", "opens"),
    [(ConsentAnswer.YES, True), (ConsentAnswer.NO, False), (ConsentAnswer.WITHDRAWN, False)],
)
def test_tracing_opens_only_records_of_those_who_agreed_to_tracing(store, answer, opens):
    group = a_group("Амаль Приклад")
    person = group.people[0]
    store.record(*group.events, a_consent(group.case, person, Purpose.TRACING, answer))
    consents = store.cases.get(group.case).consents
    assert may_open([Role.TRACING], consents, person) is opens
    assert may_open([Role.TRACING, Role.CLERK], consents, person)
