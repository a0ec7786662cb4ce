"""Every page that tells who somebody is leaves a trace of the look, whichever comes first."""

import pytest

from intake.domain.codes import Role, ViewPurpose
from intake.domain.event import FurtherTalkAsked
from intake.domain.questions import MATERIAL
from tests.builders import NOON, an_id
from tests.registry.test_work import an_interview
from tests.registry.visitor import Registry

PAGES = {
    "/interviews/{interview}": Role.INTERVIEWER,
    "/interviews/{interview}/day": Role.INTERVIEWER,
    "/interviews/{interview}/outreach": Role.PROTECTION,
    "/interviews/{interview}/hand-over": Role.REVIEWER,
    "/interviews/{interview}/statements/mother": Role.INTERVIEWER,
    "/interviews/{interview}/findings": Role.INTERVIEWER,
    "/interviews/{interview}/decision": Role.INTERVIEWER,
    "/people/{person}/interviews/new": Role.INTERVIEWER,
    "/further-talks/{request}": Role.REVIEWER,
}
UNSIGNED = ("/interviews/{interview}", "/interviews/{interview}/day")


@pytest.mark.parametrize("page", sorted(PAGES))
def test_the_first_look_at_a_page_is_noted_and_the_second_is_the_same(
    registry: Registry, page: str
) -> None:
    who = registry.signed_in("somebody", PAGES[page])
    user = registry.store.users.by_login("somebody")
    assert user is not None
    by = user.id if PAGES[page] is Role.INTERVIEWER else "ivan"
    case, person, interview = an_interview(
        registry.store, by, closed=page not in UNSIGNED, facts=MATERIAL
    )
    asked = FurtherTalkAsked(
        case=case, request=an_id(), individual=person, reason="A sister.", by=by, at=NOON
    )
    registry.store.record(asked)
    here = page.format(interview=interview, person=person, request=asked.request)
    for _ in range(2):
        answer = who.get(here)
        assert answer.status_code == 200
        assert "Олена Приклад" in answer.text
    (look,) = registry.store.cases.views(person)
    assert look.by == user.id
    assert look.purpose in (ViewPurpose.INTERVIEW.value, ViewPurpose.DECISION.value)
