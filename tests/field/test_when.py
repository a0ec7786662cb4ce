"""When was it? Questions at the laptop that narrow the time of birth, with script off."""

from datetime import date

import pytest

from intake.domain.codes import Absent, Basis, ReadBack, Why
from intake.domain.narrowing import Asking, chain_of
from tests.field.desk import Desk, Page


def address(desk: Desk, case: str) -> str:
    return desk.address(case, "when")


def answer(desk: Desk, case: str, ask: str = "event", **filled: str) -> Page:
    having = "about" if ask in ("event", "season", "walked", "school") else "years"
    return desk.send(desk.get(f"{address(desk, case)}?ask={ask}"), filled, having=having)


def after_chornobyl_before_independence(desk: Desk, case: str) -> Page:
    answer(desk, case, about="ua-chornobyl-1986", reply="after")
    return answer(desk, case, about="ua-independence-1991", reply="before")


def use(desk: Desk, case: str) -> Page:
    return desk.post(f"{address(desk, case)}/use", {"csrf_token": desk.token()})


def birth(desk: Desk, case: str, member: int = 0) -> dict:
    value = desk.case(case).members[member].value("birth")
    assert isinstance(value, dict)
    return value


def test_each_answer_narrows_and_is_told_in_words(desk: Desk) -> None:
    case = desk.new_case()
    page = after_chornobyl_before_independence(desk, case)
    assert "Born between 27 Apr 1986 and 23 Aug 1991" in page.text
    assert "That is an age of 35 to 40 years today." in page.text
    assert "Born after this: The accident at the Chornobyl power station" in page.text
    page = answer(desk, case, "season", about="ua-winter")
    assert "Born between 1 Dec 1986 and 28 Feb 1991" in page.text


def test_the_range_and_its_chain_become_the_time_of_birth(desk: Desk) -> None:
    case = desk.new_case()
    after_chornobyl_before_independence(desk, case)
    page = use(desk, case)
    assert page.path.endswith("/who")
    value = birth(desk, case)
    assert value["edtf"] == "1986-04-27/1991-08-23"
    assert value["basis"] == Basis.EVENT_CALENDAR
    assert [link.about for link in chain_of(value)] == ["ua-chornobyl-1986", "ua-independence-1991"]
    assert "How this range arose" in page.text
    record = desk.get(f"/cases/{case}/record").text
    assert "Born before this: Ukraine became independent (24 Aug 1991)" in record


def test_the_page_proposes_what_halves_the_rest_and_then_the_next_question(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(address(desk, case))
    assert page.form(having="reply").value("about") == "ua-orange-2004"
    assert "Were you born before or after this?" in page.text
    page = answer(desk, case, about="ua-orange-2004", reply="before")
    proposed = page.form(having="reply").value("about")
    assert proposed not in ("", "ua-orange-2004", "ua-war-2022")
    page = answer(desk, case, about=proposed, reply="unknown")
    assert "In which season were you born?" in page.text
    page = answer(desk, case, "season", about="unknown")
    assert "Who is older" in page.text


def test_older_than_somebody_of_the_group(desk: Desk) -> None:
    case = desk.new_case("family", people="2")
    desk.fill(case, "who", {"name": "Зоя", "birth__year": "1990", "rest": "not-asked"})
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    first, second = desk.case(case).members
    path = desk.address(case, "when", 1)
    page = desk.get(f"{path}?ask=other")
    filled = {"member": first.id, "reply": "older", "years": "4"}
    page = desk.send(page, filled, having="years")
    assert "4 years older than Зоя (born 1990)" in page.text
    desk.post(f"{path}/use", {"csrf_token": desk.token()})
    value = birth(desk, case, 1)
    assert (value["edtf"], value["basis"]) == ("1985/1987", "sibling-order")
    assert second.id != first.id


def test_younger_than_a_neighbour_needs_who_and_the_year(desk: Desk) -> None:
    case = desk.new_case()
    page = answer(desk, case, "other", name="сусідка", reply="younger")
    assert page.status == 422
    assert "Choose somebody of the group, or write who it is and the year." in page.text
    page = answer(desk, case, "other", name="сусідка", born="1950", reply="younger", years="٣")
    assert "3 years younger than сусідка (born 1950)" in page.text
    page = answer(desk, case, "other", name="дядько", reply="unknown")
    assert "Does not know: дядько" in page.text


@pytest.mark.parametrize("ask", ["walked", "school"])
def test_walking_and_school_narrow_too(desk: Desk, ask: str) -> None:
    case = desk.new_case()
    page = answer(desk, case, ask, about="ua-chornobyl-1986", reply="not-yet")
    first = {"walked": "26 Apr 1984", "school": "26 Apr 1977"}[ask]
    assert f"Born between {first}" in page.text


def test_an_answer_that_does_not_fit_is_told_kindly_and_kept(desk: Desk) -> None:
    case = desk.new_case()
    after_chornobyl_before_independence(desk, case)
    page = answer(desk, case, "other", name="сусідка", born="1940", reply="older")
    assert "This does not fit with the answers before. That happens." in page.text
    assert "does not fit with the other answers" in page.text
    assert "Born between 27 Apr 1986 and 23 Aug 1991" in page.text
    use(desk, case)
    assert [link.fits for link in chain_of(birth(desk, case))] == [True, True, False]
    check = desk.get(f"/cases/{case}/check").text
    assert "Some answers about the time of birth do not fit together." in check


def test_one_answer_can_be_taken_back(desk: Desk) -> None:
    case = desk.new_case()
    page = after_chornobyl_before_independence(desk, case)
    page = desk.send(page, {"at": "1"}, having="at")
    assert "Ukraine became independent" not in page.text.split("What is known so far")[1]
    assert "Born between 27 Apr 1986 and 20 Nov 2026" in page.text


def test_the_chain_waits_until_it_is_used_and_survives_the_lock(desk: Desk) -> None:
    case = desk.new_case()
    after_chornobyl_before_independence(desk, case)
    desk.post("/lock", {"csrf_token": desk.token()})
    desk.unlock()
    assert "Born between 27 Apr 1986 and 23 Aug 1991" in desk.get(address(desk, case)).text
    assert desk.case(case).members[0].value("birth") is None


def test_what_was_typed_on_the_page_of_the_person_is_still_there(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "who"))
    page = desk.send(page, {"name": "Зоя", "name_latin": "Zoia", "do": "when"}, having="rest")
    assert page.path.endswith("/when")
    after_chornobyl_before_independence(desk, case)
    page = use(desk, case)
    form = page.form(having="rest")
    assert (form.value("name"), form.value("name_latin")) == ("Зоя", "Zoia")
    assert "Somebody saved this page meanwhile" not in page.text
    assert desk.send(page, {"rest": "not-asked"}, having="rest").path.endswith("/origin")
    assert chain_of(birth(desk, case))


def test_a_page_saved_again_keeps_the_chain_and_its_exact_days(desk: Desk) -> None:
    case = desk.new_case()
    after_chornobyl_before_independence(desk, case)
    use(desk, case)
    before = birth(desk, case)
    desk.fill(case, "who", {"name": "Зоя", "sex": "f", "rest": "not-asked"})
    assert birth(desk, case) == before
    desk.fill(case, "who", {"birth__event_from": "1987", "birth__event_to": "1987"})
    assert birth(desk, case)["edtf"] == "1987"


def test_it_begins_with_what_was_said_already(desk: Desk) -> None:
    case = desk.new_case()
    typed = {"name": "Зоя", "birth__age": "38", "birth__about": "yes", "rest": "not-asked"}
    desk.fill(case, "who", typed)
    page = desk.get(address(desk, case))
    assert "Said before: between 1 Jan 1987 and 31 Dec 1989" in page.text
    page = answer(desk, case, "season", about="ua-summer")
    assert "Born between 1 Jun 1987 and 31 Aug 1989" in page.text


def test_another_region_is_offered_and_chosen(desk: Desk) -> None:
    case = desk.new_case(language="ar")
    page = desk.get(address(desk, case))
    assert "sy-war-1973" in page.form(having="reply").offered["about"]
    page = desk.send(page, {"pack": "sudan"}, having="pack")
    assert "sd-flood-1988" in page.form(having="reply").offered["about"]
    page = desk.send(page, {"pack": "nowhere"}, having="pack")
    assert page.status == 200


def test_v09_a_range_that_straddles_eighteen_says_so_and_takes_the_child_route(desk: Desk) -> None:
    case = desk.new_case()
    answer(desk, case, about="ua-orange-2004", reply="after")
    page = answer(desk, case, about="ua-football-2012", reply="before")
    words = "May be under 18: the way for children is taken."
    assert words in page.text
    page = use(desk, case)
    assert words in page.text
    assert "caregiver-and-child" in desk.get(desk.address(case, "consent")).html


def test_nothing_told_cannot_be_used_and_the_question_may_stay_open(desk: Desk) -> None:
    case = desk.new_case()
    page = answer(desk, case, about="ua-orange-2004", reply="unknown")
    assert "Use this as the time of birth" not in page.text
    assert use(desk, case).path.endswith("/when")
    desk.fill(case, "who", {"name": "Зоя", "birth__absent": "asked-declined", "rest": "not-asked"})
    assert desk.case(case).members[0].absent("birth") is Absent.DECLINED


@pytest.mark.parametrize("filled", [{"reply": "older"}, {"about": "x"}, {"reply": ""}])
def test_what_was_not_offered_is_refused_beside_its_box(desk: Desk, filled: dict) -> None:
    case = desk.new_case()
    page = answer(desk, case, **{"about": "ua-orange-2004", "reply": "before", **filled})
    assert page.status == 422
    assert "There is a problem" in page.text


def test_a_complete_record_is_narrowed_later_as_new_information(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Зоя", "birth__year": "1988", "rest": "not-asked"})
    desk.fill(case, "consent", {"private_moment": "offered-declined"})
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    desk.send(
        desk.get(f"/cases/{case}/check"), {"read_back": ReadBack.YES.value}, having="read_back"
    )
    answer(desk, case, "season", about="ua-summer")
    page = use(desk, case)
    assert page.path.endswith("/record")
    told = desk.case(case).members[0].answer("birth")
    assert told is not None
    assert told.statement.why is Why.NEW_INFORMATION
    assert told.statement.value["latest"] == date(1988, 8, 31).isoformat()


def test_strangers_to_the_case_find_nothing(desk: Desk) -> None:
    one, other = desk.new_case(), desk.new_case()
    stranger = desk.case(other).members[0].id
    assert desk.get(f"/cases/{one}/people/{stranger}/when").status == 404


def test_every_easy_question_has_words() -> None:
    from intake.domain.narrowing import REPLIES, Reply
    from intake.field.forms.when import ASKED, REPLY_WORDS, SHORT

    asked = set(Asking) - {Asking.BEFORE}
    assert set(ASKED) == set(SHORT) == asked
    offered = {reply for asking in asked for reply in REPLIES[asking]} - {Reply.IN_IT}
    assert set(REPLY_WORDS) == offered
