"""What a person wants corrected is corrected, or refused by two and shown beside the value."""

from typing import Any

import pytest

from intake.domain.codes import (
    CorrectionStatus,
    CorrectionVerdict,
    IdentityState,
    ReviewVerdict,
    Role,
    Source,
    ToldHow,
)
from intake.domain.event import CorrectionAnswered, CorrectionTold, RefusalReviewed
from intake.store.corrections import Correction
from intake.store.engine import IntegrityError
from intake.store.interviews import Interview
from tests.registry.casework import Desks, problems, words_of
from tests.registry.test_decisions import (  # noqa: F401 - fixtures
    d,
    laptop,
    person,
    proposed,
    review,
    talk,
    tell,
)
from tests.registry.test_races import press_at_once
from tests.registry.visitor import Visitor

MOTHER = "mother"


def ask(d: Desks, who: Visitor, said: str = "Bibi Gul", path: str = MOTHER, **more: str) -> Any:  # noqa: F811
    data = {"said": said, "asked_by": "self", "evidence": "Her letter.", **more}
    return who.post(f"/people/{person(d)}/corrections/new/{path}", data)


def asked(d: Desks) -> Correction:  # noqa: F811
    assert ask(d, d.clerk).status_code == 303
    (one,) = d.store.corrections.of_individual(person(d))
    return one


def answer(who: Visitor, one: Correction, verdict: str, **more: str) -> Any:
    data = {"verdict": verdict, "reason": "The letter was read.", **more}
    return who.post(f"/corrections/{one.id}/answer", data, page=f"/corrections/{one.id}")


def second(who: Visitor, one: Correction, verdict: str = "confirm") -> Any:
    data = {"verdict": verdict, "reason": "I read both."}
    return who.post(f"/corrections/{one.id}/refusal", data, page="/")


def now(d: Desks, one: Correction) -> Correction:  # noqa: F811
    found = d.store.corrections.get(one.id)
    assert found is not None
    return found


def mother(d: Desks) -> str:  # noqa: F811
    found = d.store.cases.individual(person(d))
    assert found is not None
    return found.text(MOTHER)


def test_an_approved_value_takes_the_place_of_the_old_one(d: Desks) -> None:  # noqa: F811
    one = asked(d)
    assert mother(d) == "Bibi Zahra"
    assert answer(d.interviewer, one, "approved").status_code == 303
    assert mother(d) == "Bibi Gul"
    found = d.store.cases.individual(person(d))
    assert found is not None
    newest = found.answer(MOTHER)
    assert newest is not None
    assert (newest.statement.source, newest.statement.saw) == (Source.SELF, one.old)
    page = words_of(d.clerk.get(f"/people/{person(d)}?purpose=check-recording"))
    assert "Bibi Zahra" in page
    assert "The person says:" not in page


def test_a_partly_corrected_value_is_the_one_that_was_written(d: Desks) -> None:  # noqa: F811
    one = asked(d)
    done = answer(d.interviewer, one, "partly", said="Bibi Zahra Gul")
    assert done.status_code == 303
    assert mother(d) == "Bibi Zahra Gul"
    assert now(d, one).status is CorrectionStatus.PARTLY


def test_a_refusal_takes_two_people_and_stays_beside_the_value(d: Desks) -> None:  # noqa: F811
    one = asked(d)
    assert answer(d.interviewer, one, "refused").status_code == 303
    assert "somebody else must confirm that" in words_of(
        d.interviewer.get(f"/corrections/{one.id}")
    )
    alone = second(d.interviewer, one)
    assert "Someone who has not worked on this case must confirm it." in problems(alone)
    assert now(d, one).status is CorrectionStatus.REFUSAL_PROPOSED
    assert "Corrections that people ask for" in words_of(d.reviewer.get("/"))
    assert second(d.reviewer, one).status_code == 303
    assert now(d, one).status is CorrectionStatus.REFUSED
    page = words_of(d.reviewer.get(f"/people/{person(d)}?purpose=check-recording"))
    for part in ("The person says:", "Bibi Gul", "The letter was read.", "Bibi Zahra"):
        assert part in page
    assert mother(d) == "Bibi Zahra"


def told(who: Visitor, one: Correction, **more: str) -> Any:
    page = f"/corrections/{one.id}"
    return who.post(f"{page}/told", {"how": "in-person", "explained": "yes", **more}, page="/")


@pytest.mark.parametrize("verdict", ["approved", "partly", "refused"])
def test_what_came_of_it_is_told_and_kept_with_how_when_and_by_whom(
    d: Desks,  # noqa: F811
    verdict: str,
) -> None:
    one = asked(d)
    answer(d.interviewer, one, verdict, said="Bibi Zahra Gul")
    if verdict == "refused":
        assert "This step is not open now." in problems(told(d.clerk, one))
        second(d.reviewer, one)
    page = f"/corrections/{one.id}"
    assert "Corrections to tell the person about" in words_of(d.clerk.get("/"))
    assert "The person was told" in words_of(d.clerk.get(page))
    unexplained = told(d.clerk, one, explained="")
    assert "First explain what the person can do" in problems(unexplained)
    assert told(d.clerk, one).status_code == 303
    found = now(d, one)
    assert (found.told_by, found.told_in) == (d.user("clerk"), "uk")
    assert found.told_how is ToldHow.IN_PERSON
    assert "Corrections to tell the person about" not in words_of(d.clerk.get("/"))
    assert "The person was told: In person" in words_of(d.reviewer.get(page))
    assert "This step is not open now." in problems(told(d.reviewer, one))
    before = found
    d.store.rebuild()
    assert now(d, one) == before


def test_the_copy_says_that_the_person_was_told(d: Desks) -> None:  # noqa: F811
    one = asked(d)
    answer(d.interviewer, one, "approved")
    copy = f"/people/{person(d)}/copy?language=en"
    assert "You were told" not in words_of(d.reviewer.get(copy))
    told(d.clerk, one)
    words = words_of(d.reviewer.get(copy))
    assert "You were told: In person · Registration clerk ·" in words
    assert "Clerk Staff" not in words


def test_no_table_tells_anybody_twice_or_too_soon(d: Desks) -> None:  # noqa: F811
    one = asked(d)
    case = d.store.cases.of_individual(person(d))
    assert case is not None
    event = CorrectionTold(
        case=case.id,
        correction=one.id,
        individual=one.individual,
        how=ToldHow.BY_PHONE,
        language="uk",
        by="cleo",
        at=d.registry.clock(),
    )
    with pytest.raises(IntegrityError, match="told once"):
        d.store.record(event)
    answer(d.interviewer, one, "approved")
    d.store.record(event)
    with pytest.raises(IntegrityError, match="told once"):
        d.store.record(event)


def test_fifty_windows_tell_the_person_once(d: Desks) -> None:  # noqa: F811
    one = asked(d)
    answer(d.interviewer, one, "approved")
    page, data = f"/corrections/{one.id}", {"how": "in-person", "explained": "yes"}
    answers = press_at_once(d.clerk, page, page + "/told", data)
    assert sorted(a.status_code for a in answers) == [303] + [422] * 49


def test_a_returned_refusal_is_answered_anew(d: Desks) -> None:  # noqa: F811
    one = asked(d)
    answer(d.interviewer, one, "refused")
    assert second(d.reviewer, one, "return").status_code == 303
    assert answer(d.interviewer, one, "approved").status_code == 303
    assert mother(d) == "Bibi Gul"


def test_v16_no_table_takes_a_refusal_of_one_person(d: Desks) -> None:  # noqa: F811
    one = asked(d)
    case = d.store.cases.of_individual(person(d))
    assert case is not None
    common = {"case": case.id, "correction": one.id, "individual": one.individual}
    refused = CorrectionAnswered(
        path=MOTHER,
        verdict=CorrectionVerdict.REFUSED,
        reason="r",
        by="cleo",
        at=d.registry.clock(),
        **common,
    )
    confirmed = RefusalReviewed(
        verdict=ReviewVerdict.CONFIRM, reason="r", by="cleo", at=d.registry.clock(), **common
    )
    for too_soon in ((confirmed,), (refused, confirmed), (refused, refused)):
        with pytest.raises(IntegrityError):
            d.store.record(*too_soon)
    assert now(d, one).status is CorrectionStatus.ASKED


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"said": ""}, "Fill this in: "),
        ({"asked_by": ""}, "Choose an answer: Who asks"),
    ],
)
def test_a_request_says_what_and_who(d: Desks, more: dict[str, str], words: str) -> None:  # noqa: F811
    refused = ask(d, d.clerk, **more)
    assert refused.status_code == 422
    assert words in problems(refused)


def test_what_a_role_may_not_read_it_cannot_correct(d: Desks) -> None:  # noqa: F811
    page = f"/people/{person(d)}/corrections/new"
    assert d.clerk.get(f"{page}/safe-contact").status_code == 404
    assert d.clerk.get(f"{page}/mother").status_code == 200


@pytest.mark.parametrize("role", [Role.TRACING, Role.DPO, Role.ADMINISTRATOR])
def test_corrections_are_not_everybodys(d: Desks, role: Role) -> None:  # noqa: F811
    one = asked(d)
    other = d.registry.signed_in("other", role)
    assert other.get(f"/people/{person(d)}/corrections").status_code == 403
    assert other.get(f"/corrections/{one.id}").status_code == 403


def test_a_corrected_main_fact_opens_a_final_decision_again(
    d: Desks,  # noqa: F811
    talk: Interview,  # noqa: F811
) -> None:
    made = proposed(d, talk)
    review(d, made)
    tell(d, made)
    d.registry.clock.forward(days=6)
    for login in ("reviewer", "interviewer", "clerk"):
        user = d.store.users.by_login(login)
        assert user is not None
        getattr(d, login).sign_in(user)
    d.reviewer.post(f"/decisions/{made.id}/final", page="/")
    assert d.store.identities.of(person(d)).state is IdentityState.FINAL
    level = d.store.identities.of(person(d)).level
    answer(d.interviewer, asked(d), "approved")
    held = d.store.identities.of(person(d))
    assert (held.state, held.level) == (IdentityState.ASSESSING, level)


def on_paper(d: Desks, **more: str) -> str:  # noqa: F811
    query = {"language": "en", **more}
    return words_of(d.reviewer.get(f"/people/{person(d)}/copy", query_string=query))


def test_a_refused_correction_stands_in_the_copy_with_its_reason(d: Desks) -> None:  # noqa: F811
    one = asked(d)
    assert "Bibi Gul" in on_paper(d)
    answer(d.clerk, one, "refused")
    assert "It waits for an answer." in on_paper(d)  # one person never refuses alone
    assert "The letter was read." not in on_paper(d)
    second(d.reviewer, one)
    assert "It waits for an answer." not in on_paper(d)
    assert "The letter was read." in on_paper(d, short="yes")
