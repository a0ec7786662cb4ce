"""Journey and places: told line by line, changed, taken out; nothing of it is needed."""

from typing import Any

import pytest

from intake.domain.codes import Source, Why, WhyLeft
from intake.domain.place import place_link
from intake.domain.stay import PATH, stays
from tests.field.desk import Desk, Page

SAID = "Artemivsk"
BAKHMUT = "gn713174"


def add(desk: Desk, case: str, **typed: Any) -> Page:
    page = desk.get(desk.address(case, "journey/new"))
    return desk.send(page, {"role": "transit", **typed}, having="role")


def lines(desk: Desk, case: str) -> list[Any]:
    return stays(desk.case(case).members[0])


def a_case_with(desk: Desk, **typed: Any) -> str:
    case = desk.new_case()
    assert add(desk, case, place=SAID, **typed).path.endswith("/journey")
    return case


def complete(desk: Desk, case: str) -> None:
    desk.fill(case, "who", {"name": "Олена", "sex": "f"})
    desk.fill(case, "consent", {"private_moment": "offered-declined"})
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    desk.send(desk.get(f"/cases/{case}/check"), {"read_back": "yes"}, having="read_back")


def test_a_place_is_written_down_with_what_was_said_of_it(desk: Desk) -> None:
    case = a_case_with(
        desk,
        role="school",
        began__year="1992",
        ended__year="2002",
        ended__month="6",
        with_whom="бабуся",
        near="біля млина",
    )
    page = desk.get(desk.address(case, "journey"))
    for words in ("School", SAID, "from 1992 to June 2002", "бабуся", "near: біля млина"):
        assert words in page.text
    said = desk.case(case).members[0].answer(PATH)
    assert said is not None
    assert (said.statement.verbatim, said.statement.source) == (SAID, Source.SELF)
    assert said.statement.saw == ()


def test_a_page_that_is_sent_twice_writes_one_place(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.get(desk.address(case, "journey/new"))
    for _ in range(2):
        sent = desk.send(page, {"role": "transit", "place": SAID}, having="role")
        assert sent.path.endswith("/journey")
    assert len(lines(desk, case)) == 1
    desk.send(page, {"role": "school", "place": SAID}, having="role")
    assert len(lines(desk, case)) == 2


def test_who_came_through_one_place_two_times_has_it_twice(desk: Desk) -> None:
    """Told on two pages, the same words are two places of a life."""
    case = a_case_with(desk)
    add(desk, case, place=SAID)
    assert len(lines(desk, case)) == 2


def test_a_change_that_is_sent_twice_is_one(desk: Desk) -> None:
    case = a_case_with(desk)
    ((line, _),) = lines(desk, case)
    page = desk.get(desk.address(case, f"journey/{line}"))
    desk.send(page, {"place": "Bakhmut"}, having="role")
    desk.send(page, {"place": "Bakhmut"}, having="role")
    assert [stay.place["text"] for _, stay in lines(desk, case)] == ["Bakhmut"]


def test_the_place_is_looked_up_and_its_said_name_kept(desk: Desk) -> None:
    """V-10."""
    case = desk.new_case()
    page = add(desk, case, place=SAID, do="lookup")
    assert lines(desk, case) == []
    assert page.form(having="role").value("place") == SAID
    desk.send(page, {"place__link": BAKHMUT}, having="role")
    ((_, stay),) = lines(desk, case)
    link = place_link(stay.place)
    assert stay.place["text"] == SAID
    assert link is not None
    assert link.id == BAKHMUT
    assert "today Bakhmut, Donetsk region" in desk.get(desk.address(case, "journey")).text


def test_a_place_of_no_list_is_told_by_what_is_around_it(desk: Desk) -> None:
    case = desk.new_case()
    add(desk, case, walk="дві години від Лимана", river="Донець", building="водонапірна башта")
    ((_, stay),) = lines(desk, case)
    assert stay.place is None
    assert stay.walk == "дві години від Лимана"
    assert "on foot: дві години від Лимана" in desk.get(desk.address(case, "journey")).text


def test_a_line_that_says_nowhere_is_asked_for_a_place(desk: Desk) -> None:
    case = desk.new_case()
    page = add(desk, case, with_whom="моя тітка")
    assert page.status == 422
    assert "Write the name of the place, or describe where it is." in page.text
    assert page.form(having="role").value("with_whom") == "моя тітка"
    assert lines(desk, case) == []


def test_what_the_place_is_to_the_person_must_be_said(desk: Desk) -> None:
    case = desk.new_case()
    assert add(desk, case, role="", place=SAID).status == 422


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ({"began__year": "2014"}, "2014"),
        ({"began__year": "2014", "began__month": "5"}, "2014-05"),
        ({"began__year": "2030"}, "2030"),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_known_and_may_lie_ahead(
    desk: Desk, typed: dict[str, str], edtf: str
) -> None:
    """V-07."""
    case = a_case_with(desk, **typed)
    assert lines(desk, case)[0][1].began["edtf"] == edtf


def test_a_date_that_cannot_be_is_told_so(desk: Desk) -> None:
    case = desk.new_case()
    page = add(desk, case, place=SAID, began__month="13", began__year="2014")
    assert page.status == 422
    assert "This date or age cannot be." in page.text


def test_why_a_place_was_left_is_one_short_code_and_stands_in_the_list(desk: Desk) -> None:
    case = a_case_with(desk, role="last-residence", ended__year="2024", why_left="home-lost")
    assert lines(desk, case)[0][1].why_left is WhyLeft.HOME_LOST
    assert "The home was destroyed or taken" in desk.get(desk.address(case, "journey")).text
    record = desk.get(f"/cases/{case}/record").text
    assert "reason for leaving: The home was destroyed or taken" in record


def test_the_form_says_that_persecution_is_not_written_here(desk: Desk) -> None:
    page = desk.get(desk.address(desk.new_case(), "journey/new"))
    assert "Why did they leave?" in page.text
    assert "Persecution is not written here." in page.text
    assert sorted(page.form(having="role").offered["why_left"]) == ["", *sorted(WhyLeft)]


@pytest.mark.parametrize("role", ["birth", "current", "intended", "work"])
def test_nobody_has_to_say_why_they_left_and_may_of_any_place(desk: Desk, role: str) -> None:
    case = a_case_with(desk, role=role)
    assert lines(desk, case)[0][1].why_left is None
    add(desk, case, role=role, place="Lviv", why_left="danger")
    assert WhyLeft.DANGER in [stay.why_left for _, stay in lines(desk, case)]


def test_a_reason_that_no_list_has_is_refused_and_what_was_typed_is_kept(desk: Desk) -> None:
    case = desk.new_case()
    page = add(desk, case, place=SAID, why_left="persecuted")
    assert page.status == 422
    assert page.form(having="role").value("place") == SAID
    assert lines(desk, case) == []


def test_the_reason_is_there_again_after_an_error_beside_it(desk: Desk) -> None:
    page = add(desk, desk.new_case(), why_left="danger")
    assert page.status == 422
    assert page.form(having="role").value("why_left") == "danger"


def test_a_reason_can_be_changed_and_taken_away_again(desk: Desk) -> None:
    case = a_case_with(desk, why_left="danger")
    line = lines(desk, case)[0][0]
    page = desk.get(desk.address(case, f"journey/{line}"))
    assert page.form(having="role").value("why_left") == "danger"
    desk.send(page, {"why_left": ""}, having="role")
    assert lines(desk, case)[0][1].why_left is None
    assert len(desk.case(case).members[0].history(PATH)) == 2


def test_a_reason_told_after_the_record_is_complete_names_why_it_changes(desk: Desk) -> None:
    case = a_case_with(desk, role="last-residence")
    complete(desk, case)
    line = lines(desk, case)[0][0]
    page = desk.get(desk.address(case, f"journey/{line}"))
    assert desk.send(page, {"why_left": "shelter-ended"}, having="role").status == 422
    page = desk.get(desk.address(case, f"journey/{line}"))
    desk.send(page, {"why_left": "shelter-ended", "why": "new-information"}, having="role")
    assert lines(desk, case)[0][1].why_left is WhyLeft.SHELTER_ENDED
    last = desk.case(case).members[0].history(PATH)[-1].statement
    assert (last.saw, last.why) == ((line,), Why.NEW_INFORMATION)


def test_why_somebody_left_is_read_back_in_their_language(desk: Desk) -> None:
    case = a_case_with(desk, role="work", why_left="natural-disaster")
    told = desk.get(f"/cases/{case}/check").text
    assert "причина виїзду: Повінь, пожежа, землетрус" in told
    aloud = desk.get(f"/cases/{case}/aloud/{desk.case(case).members[0].id}").text
    assert "причина виїзду: Повінь, пожежа, землетрус" in aloud


def test_a_further_line_replaces_nothing(desk: Desk) -> None:
    case = a_case_with(desk)
    add(desk, case, role="birth", place="Lviv")
    assert [stay.role.value for _, stay in lines(desk, case)] == ["birth", "transit"]
    assert len(desk.case(case).members[0].history(PATH)) == 2


def test_a_line_is_changed_and_what_stood_before_stays_in_the_history(desk: Desk) -> None:
    case = a_case_with(desk, began__year="2014")
    line = lines(desk, case)[0][0]
    page = desk.get(desk.address(case, f"journey/{line}"))
    assert page.form(having="role").value("began__year") == "2014"
    desk.send(page, {"began__year": "2015"}, having="role")
    ((_, stay),) = lines(desk, case)
    assert stay.began["edtf"] == "2015"
    first, second = desk.case(case).members[0].history(PATH)
    assert second.statement.saw == (first.statement.id,)
    assert second.statement.why is Why.CORRECTION


def test_a_line_saved_unchanged_says_nothing_new(desk: Desk) -> None:
    case = a_case_with(desk, began__year="2014", with_whom="мати")
    line = lines(desk, case)[0][0]
    desk.send(desk.get(desk.address(case, f"journey/{line}")), {}, having="role")
    assert len(desk.case(case).members[0].history(PATH)) == 1


def test_a_line_is_taken_out_and_stays_in_the_history(desk: Desk) -> None:
    case = a_case_with(desk)
    line = lines(desk, case)[0][0]
    desk.post(desk.address(case, f"journey/{line}/remove"), {"csrf_token": desk.token()})
    assert lines(desk, case) == []
    record = desk.get(f"/cases/{case}/record").text
    assert "Taken out of the list" in record
    assert SAID in record
    assert SAID not in desk.get(f"/cases/{case}/check").text


@pytest.mark.parametrize("do", ["", "/remove"])
def test_a_line_that_is_gone_cannot_be_changed_again(desk: Desk, do: str) -> None:
    case = a_case_with(desk)
    line = lines(desk, case)[0][0]
    address = desk.address(case, f"journey/{line}")
    desk.post(f"{address}/remove", {"csrf_token": desk.token()})
    answer = desk.post(f"{address}{do}", {"csrf_token": desk.token(), "role": "work"})
    assert answer.status == 404


def test_somebody_else_may_tell_it(desk: Desk) -> None:
    case = a_case_with(desk, told_by="caregiver")
    said = desk.case(case).members[0].answer(PATH)
    assert said is not None
    assert said.statement.source is Source.CAREGIVER


def test_what_is_typed_and_not_saved_is_there_again(desk: Desk) -> None:
    case = desk.new_case()
    add(desk, case, role="", place="Лиман")
    page = desk.get(desk.address(case, "journey/new"))
    assert page.form(having="role").value("place") == "Лиман"


def test_a_complete_record_takes_more_places_and_asks_why_one_changes(desk: Desk) -> None:
    case = a_case_with(desk)
    complete(desk, case)
    add(desk, case, role="current", place="Львів")
    line = next(id for id, stay in lines(desk, case) if stay.role.value == "transit")
    page = desk.get(desk.address(case, f"journey/{line}"))
    assert desk.send(page, {"place": "Lyman"}, having="role").status == 422
    page = desk.get(desk.address(case, f"journey/{line}"))
    desk.send(page, {"place": "Lyman", "why": "translation-fix"}, having="role")
    last = desk.case(case).members[0].history(PATH)[-1].statement
    assert last.why is Why.TRANSLATION_FIX


def test_the_list_of_tasks_leads_there_and_nothing_waits_for_it(desk: Desk) -> None:
    case = desk.new_case()
    assert desk.address(case, "journey") in desk.get(f"/cases/{case}").html
    complete(desk, case)
    assert desk.case(case).completed_at
    assert not desk.case(case).members[0].was_asked(PATH)


def test_the_read_back_tells_each_place_in_the_persons_language(desk: Desk) -> None:
    case = a_case_with(desk, role="school", began__year="1992")
    text = desk.get(f"/cases/{case}/check").text
    assert "Школа" in text
    assert "початок: 1992" in text


def test_the_read_back_is_no_longer_where_nobody_told_a_place(desk: Desk) -> None:
    case = desk.new_case()
    assert "Journey and places" not in desk.get(f"/cases/{case}/check").text


def a_couple(desk: Desk) -> str:
    """Two of one group; the first has told where she lived and which way she came."""
    case = desk.new_case("family", people="2")
    desk.fill(case, "who", {"name": "Олена", "rest": "not-asked"})
    add(desk, case, role="school", place="Школа")
    add(desk, case, role="last-residence", place=SAID, ended__year="2024")
    add(desk, case, role="transit", place="Дніпро", with_whom="Іван", why_left="danger")
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    desk.fill(case, "who", {"name": "Іван", "rest": "not-asked"}, member=1)
    return case


def second(desk: Desk, case: str) -> list[Any]:
    return [stay for _, stay in stays(desk.case(case).members[1])]


def test_the_journey_of_the_member_before_is_offered_and_nothing_is_recorded(desk: Desk) -> None:
    case = a_couple(desk)
    page = desk.get(desk.address(case, "journey", 1))
    assert "Same journey as Олена" in page.text
    page = desk.get(desk.address(case, "journey", 1) + "?same=1")
    assert "Copied from Олена. Ask, then save." in page.text
    assert SAID in page.text
    assert "Школа" not in page.text
    assert second(desk, case) == []


def test_the_same_journey_is_one_press_and_names_whose_it_repeats(desk: Desk) -> None:
    case = a_couple(desk)
    desk.send(desk.get(desk.address(case, "journey", 1) + "?same=1"), having="line")
    assert [stay.role.value for stay in second(desk, case)] == ["last-residence", "transit"]
    assert [stay.with_whom for stay in second(desk, case)] == ["", ""]
    assert [stay.why_left for stay in second(desk, case)] == [None, None]
    said = desk.case(case).members[1].answer(PATH)
    assert said is not None
    assert said.statement.source_ref in {line for line, _ in lines(desk, case)}
    assert said.statement.saw == ()
    assert "as another member of the group said" in desk.get(f"/cases/{case}/record").text


def test_what_is_not_the_same_is_left_out_and_offered_no_more_once_told(desk: Desk) -> None:
    case = a_couple(desk)
    page = desk.get(desk.address(case, "journey", 1) + "?same=1")
    home = page.form(having="line").value("line")
    desk.send(page, {"line": home}, having="line")
    assert [stay.role.value for stay in second(desk, case)] == ["last-residence"]
    again = desk.get(desk.address(case, "journey", 1) + "?same=1")
    assert len([name for name, _ in again.form(having="line").fields if name == "line"]) == 1
    desk.send(again, having="line")
    assert "Same journey as" not in desk.get(desk.address(case, "journey", 1)).text


def test_a_line_that_was_not_offered_is_not_copied(desk: Desk) -> None:
    case = a_couple(desk)
    school = next(line for line, stay in lines(desk, case) if stay.role.value == "school")
    there = desk.address(case, "journey/same", 1)
    desk.post(there, {"csrf_token": desk.token(), "line": [school, "x" * 32]})
    assert second(desk, case) == []


def test_who_came_alone_is_offered_nothing(desk: Desk) -> None:
    case = a_case_with(desk)
    assert "Same journey as" not in desk.get(desk.address(case, "journey")).text
    desk.post(desk.address(case, "journey/same"), {"csrf_token": desk.token(), "line": "x"})
    assert len(lines(desk, case)) == 1


def test_a_repeated_line_is_told_in_the_language_and_through_whom_its_teller_speaks(
    desk: Desk,
) -> None:
    case = a_couple(desk)
    interpreter = {"interpreter__kind": "lay", "interpreter__code": "B-7"}
    desk.send(desk.get(f"/cases/{case}/interpreter"), interpreter)
    desk.fill(case, "consent", {"language": "ar", "registration": "yes"}, member=1)
    desk.send(desk.get(desk.address(case, "journey", 1) + "?same=1"), having="line")
    repeated = [one.statement for one in desk.case(case).members[1].history(PATH)]
    assert {(s.said_in, s.interpreter) for s in repeated} == {("ar", "B-7")}


def test_the_nearest_member_is_repeated_and_whoever_came_before_goes_first(desk: Desk) -> None:
    case = a_couple(desk)
    for _ in range(2):
        desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    desk.fill(case, "who", {"name": "Марія", "rest": "not-asked"}, member=3)
    told = desk.get(desk.address(case, "journey/new", 3))
    desk.send(told, {"role": "current", "place": "Львів"}, having="role")
    assert "Same journey as Олена" in desk.get(desk.address(case, "journey", 2)).text
    told = desk.get(desk.address(case, "journey/new", 1))
    desk.send(told, {"role": "current", "place": "Одеса"}, having="role")
    assert "Same journey as Іван" in desk.get(desk.address(case, "journey", 2)).text
