"""A place as it was said, and beside it the place of a list that somebody chose."""

from pathlib import Path
from typing import Any

import pytest

from intake.domain.codes import Purpose
from intake.domain.place import place_link
from intake.domain.statement import Statement
from intake.gazetteer.pack import ListedPlace, write_pack
from intake.gazetteer.sources import add
from intake.i18n import use_locale
from intake.web.wording import in_words
from tests.field.desk import Desk, Page, a_laptop
from tests.field.seeding import a_record, agree
from tests.gazetteer.invented import a_pack

SAID = "Artemivsk"
BAKHMUT, KYPUCHE = "gn713174", "gn703656"


def looked_up(desk: Desk, path: str, **typed: str) -> Page:
    """Press "look up" on a page, as a browser without script does."""
    return desk.send(desk.get(path), {"do": "lookup", **typed}, having="csrf_token")


def told(desk: Desk, case: str, path: str = "birth-place", member: int = 0) -> Statement:
    answer = desk.case(case).members[member].answer(path)
    assert answer is not None
    return answer.statement


def a_linked_place(desk: Desk) -> str:
    case = desk.new_case()
    page = looked_up(desk, desk.address(case, "origin"), birth_place=SAID)
    desk.send(page, {"birth_place__link": BAKHMUT}, having="rest")
    return case


def value(statement: Statement) -> dict[str, Any]:
    assert isinstance(statement.value, dict)
    return statement.value


def test_looking_up_saves_nothing_and_offers_what_fits(desk: Desk) -> None:
    case = desk.new_case()
    page = looked_up(desk, desk.address(case, "origin"), birth_place=SAID)
    form = page.form(having="rest")
    assert form.value("birth_place") == SAID
    assert form.offered["birth_place__link"][0] == BAKHMUT
    assert form.value("birth_place__link") == ""
    assert "Donetsk region" in page.text
    assert "Luhansk region" in page.text
    assert not desk.case(case).members[0].was_asked("birth-place")


def test_nothing_is_chosen_for_anybody(desk: Desk) -> None:
    case = desk.new_case()
    page = looked_up(desk, desk.address(case, "origin"), birth_place="Bakhmut")
    desk.send(page, {}, having="rest")
    assert value(told(desk, case)) == {"text": "Bakhmut", "country": ""}


def test_a_chosen_place_stands_beside_the_name_that_was_said(desk: Desk) -> None:
    kept = value(told(desk, a_linked_place(desk)))
    link = place_link(kept)
    assert link is not None
    assert kept["text"] == SAID
    assert (link.id, link.name, link.area) == (BAKHMUT, "Bakhmut", "Donetsk region")
    assert link.pack.startswith("UA-")


@pytest.mark.parametrize("typed", ["Артемі\u0301вськ", "  Artemivsk", "м.Артемівськ (біля млина)"])
def test_v10_the_said_name_is_kept_byte_for_byte_beside_a_link(desk: Desk, typed: str) -> None:
    case = desk.new_case()
    page = looked_up(desk, desk.address(case, "origin"), birth_place=typed)
    offered = page.form(having="rest").offered.get("birth_place__link", [""])
    desk.send(page, {"birth_place__link": offered[0]}, having="rest")
    assert told(desk, case).verbatim == typed


def test_v10_a_place_of_no_list_is_enough(desk: Desk) -> None:
    case = desk.new_case()
    page = looked_up(desk, desk.address(case, "origin"), birth_place="село за третьою горою")
    assert "No place on the lists fits. What was said is enough." in page.text
    desk.send(page, {}, having="rest")
    assert value(told(desk, case)) == {"text": "село за третьою горою", "country": ""}


def test_the_page_shows_the_choice_again_and_saving_it_says_nothing_new(desk: Desk) -> None:
    case = a_linked_place(desk)
    page = desk.get(desk.address(case, "origin"))
    assert page.form(having="rest").value("birth_place__link") == BAKHMUT
    desk.send(page, {}, having="rest")
    assert len(desk.case(case).members[0].history("birth-place")) == 1


def test_a_choice_can_be_taken_back(desk: Desk) -> None:
    case = a_linked_place(desk)
    desk.fill(case, "origin", {"birth_place__link": ""})
    assert value(told(desk, case)) == {"text": SAID, "country": ""}
    assert len(desk.case(case).members[0].history("birth-place")) == 2


def test_other_words_lose_the_place_that_no_longer_fits(desk: Desk) -> None:
    case = a_linked_place(desk)
    desk.fill(case, "origin", {"birth_place": "Lviv"})
    assert value(told(desk, case)) == {"text": "Lviv", "country": ""}


def test_a_place_that_was_never_offered_cannot_be_linked(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "origin", {"birth_place": "Lviv", "birth_place__link": BAKHMUT})
    assert place_link(told(desk, case).value) is None


def test_a_country_narrows_what_is_offered(desk: Desk) -> None:
    case = desk.new_case()
    page = looked_up(
        desk, desk.address(case, "origin"), birth_place=SAID, birth_place__country="SY"
    )
    assert "birth_place__link" not in page.form(having="rest").offered


def test_the_read_back_tells_both_names(desk: Desk) -> None:
    page = desk.get(f"/cases/{a_linked_place(desk)}/check")
    assert "Artemivsk" in page.text
    assert "Бахмут, Донецька область" in page.text


def test_the_record_tells_both_names(desk: Desk) -> None:
    page = desk.get(f"/cases/{a_linked_place(desk)}/record")
    assert "Artemivsk, as said; today Bakhmut, Donetsk region, Ukraine" in page.text


def test_a_renamed_place_is_never_told_as_an_error(desk: Desk) -> None:
    case = desk.new_case()
    page = looked_up(desk, desk.address(case, "origin"), birth_place=SAID)
    assert page.status == 200
    assert "error" not in page.html.lower()
    assert desk.send(page, {"birth_place__link": BAKHMUT}, having="rest").status == 200


def test_words_follow_the_screen_in_its_own_script(desk: Desk) -> None:
    kept = told(desk, a_linked_place(desk)).value
    with use_locale("uk"):
        assert "Бахмут, Донецька область" in in_words("birth-place", kept)
    with use_locale("ar"):
        assert "Bakhmut, Donetsk region" in in_words("birth-place", kept)


def test_the_next_person_may_take_over_the_place_and_its_link(desk: Desk) -> None:
    case = desk.new_case("family")
    page = looked_up(desk, desk.address(case, "origin"), birth_place=SAID)
    desk.send(page, {"birth_place__link": BAKHMUT}, having="rest")
    desk.send(desk.get(f"/cases/{case}"), {}, having="csrf_token")
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    same = desk.send(desk.get(desk.address(case, "origin", 1)), {"do": "same"}, having="rest")
    assert same.form(having="rest").value("birth_place__link") == BAKHMUT


def test_a_complete_record_takes_a_link_too(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена", "sex": "f"})
    desk.fill(case, "origin", {"birth_place": SAID})
    desk.fill(case, "consent", {"private_moment": "offered-declined"})
    desk.post(f"/cases/{case}/rest", {"csrf_token": desk.token()})
    desk.send(desk.get(f"/cases/{case}/check"), {"read_back": "yes"}, having="read_back")
    page = looked_up(desk, desk.address(case, "amend/origin"))
    form = {"birth_place__link": BAKHMUT, "why": "new-information"}
    desk.send(page, form, having="why")
    assert value(told(desk, case))["text"] == SAID
    assert place_link(told(desk, case).value) is not None


def test_a_quick_group_tells_its_origin_in_its_own_words(desk: Desk) -> None:
    page = looked_up(desk, "/quick/new", origin=SAID)
    assert page.form(having="origin").offered["origin__link"][0] == BAKHMUT
    filled = {
        "language": "uk",
        "channel": "spoken",
        "group_kind": "family",
        "tally__f-18-59": "2",
        "read_back": "yes",
        "origin__link": BAKHMUT,
    }
    case = desk.send(page, filled, having="origin").path.split("/")[2]
    origin = desk.case(case).value("origin")
    assert isinstance(origin, dict)
    assert origin["text"] == SAID
    assert place_link(origin) is not None


def fitting(desk: Desk, **sent: str) -> Page:
    return desk.post("/places/fitting", {"csrf_token": desk.token(), "name": "birth_place", **sent})


def test_while_somebody_types_only_a_piece_of_the_page_comes_back(desk: Desk) -> None:
    page = fitting(desk, text="Artemiv")
    assert "<html" not in page.html
    assert f'name="birth_place__link" value="{BAKHMUT}"' in page.html
    assert "Donetsk region" in page.html


def test_a_choice_survives_while_somebody_goes_on_typing(desk: Desk) -> None:
    assert f'value="{BAKHMUT}" checked' in fitting(desk, text=SAID, link=BAKHMUT).html


def test_an_empty_box_offers_nothing(desk: Desk) -> None:
    assert fitting(desk, text="").html.strip() == ""


def test_a_typed_name_is_shown_as_text_and_nothing_else(desk: Desk) -> None:
    assert "<b>" not in fitting(desk, text="<b>Lviv</b>", link='"><b>').html


@pytest.mark.parametrize("name", ["", "a b", "x" * 60, '"><b', "поле"])
def test_a_field_of_another_name_is_refused(desk: Desk, name: str) -> None:
    assert fitting(desk, name=name, text="Lviv").status == 404


def test_v10_a_newer_pack_never_rewrites_what_was_said(tmp_path: Path) -> None:
    desk = a_laptop(tmp_path)
    desk.set_up()
    case = a_linked_place(desk)
    before = told(desk, case)
    desk.app.extensions["intake"].holder.close()
    renamed = ListedPlace(BAKHMUT, "01", "Newest Name", "Найновіша назва", ("Artemivsk",))
    add(tmp_path, write_pack(a_pack(renamed)))

    later = a_laptop(tmp_path)
    later.unlock()
    assert told(later, case) == before
    page = later.get(later.address(case, "origin"))
    assert page.form(having="rest").value("birth_place") == SAID
    later.send(page, {}, having="rest")
    assert told(later, case) == before
    assert "today Bakhmut, Donetsk region" in later.get(f"/cases/{case}/record").text

    other = later.new_case()
    again = looked_up(later, later.address(other, "origin"), birth_place=SAID)
    assert "Newest Name" in again.text
    later.app.extensions["intake"].holder.close()


def test_v10_a_place_stays_linked_when_no_list_has_it_any_more(tmp_path: Path) -> None:
    desk = a_laptop(tmp_path)
    desk.set_up()
    case = a_linked_place(desk)
    before = told(desk, case)
    desk.app.extensions["intake"].holder.close()
    add(tmp_path, write_pack(a_pack(ListedPlace("gn1", "01", "Elsewhere"))))

    later = a_laptop(tmp_path)
    later.unlock()
    page = later.get(later.address(case, "origin"))
    assert page.form(having="rest").value("birth_place__link") == BAKHMUT
    later.send(page, {}, having="rest")
    assert told(later, case) == before
    later.app.extensions["intake"].holder.close()


def offers(page: Page, box: str, having: str) -> list[str]:
    return page.form(having=having).offered.get(f"{box}__link", [])


def test_a_place_is_looked_up_on_the_page_of_a_search(desk: Desk) -> None:
    seeded = a_record(desk, "Олена")
    agree(desk, seeded, Purpose.TRACING)
    there = f"/cases/{seeded.case}/tracing/new"
    typed = {"do": "lookup", "kin": "mother", "name": "Марія", "birth_place": SAID}
    page = desk.send(desk.get(there), typed, having="kin")
    assert BAKHMUT in offers(page, "birth_place", "kin")
    assert desk.store.cases.tracing(seeded.case) == []
    desk.send(page, {"birth_place__link": BAKHMUT, "asker": seeded.people[0]}, having="kin")
    (request,) = desk.store.cases.tracing(seeded.case)
    place = request.sought["birth-place"]
    assert isinstance(place, dict)
    link = place_link(place)
    assert link is not None
    assert (place["text"], link.name) == (SAID, "Bakhmut")


def test_a_place_of_a_relative_is_looked_up_and_goes_on_into_the_search(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена"})
    typed = {"do": "lookup", "tie": "sibling", "now": "missing", "name": "Галина"}
    page = desk.send(
        desk.get(desk.address(case, "family/new")),
        {**typed, "last_residence": SAID, "place": SAID},
        having="tie",
    )
    for box in ("last_residence", "place"):
        assert BAKHMUT in offers(page, box, "tie")
    assert not desk.case(case).members[0].was_asked("relative")
    desk.send(page, {"last_residence__link": BAKHMUT}, having="tie")
    family = desk.get(desk.address(case, "family"))
    search = family.html.split("tracing/new?relative=")[1][:32]
    form = desk.get(f"/cases/{case}/tracing/new?relative={search}").form(having="kin")
    assert form.value("last_residence__link") == BAKHMUT


def test_a_tie_that_is_changed_is_looked_up_as_well(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Олена"})
    desk.send(
        desk.get(desk.address(case, "family/new")), {"tie": "friend", "name": "Г"}, having="tie"
    )
    line = desk.case(case).members[0].answer("relative")
    assert line is not None
    there = desk.address(case, f"family/{line.statement.id}")
    page = desk.send(desk.get(there), {"do": "lookup", "place": SAID}, having="tie")
    assert BAKHMUT in offers(page, "place", "tie")


def test_where_a_child_was_found_is_looked_up(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Сашко", "birth__age": "6"})
    page = desk.send(
        desk.get(desk.address(case, "child")), {"do": "lookup", "found_where": SAID}, having="rest"
    )
    assert BAKHMUT in offers(page, "found_where", "rest")
    desk.send(page, {"found_where__link": BAKHMUT}, having="rest")
    assert place_link(told(desk, case, "found-where").value) is not None
