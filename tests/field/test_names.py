"""Names in parts and several of them: as told, in the order told, none of it needed."""

import unicodedata

import pytest

from intake.domain.codes import Absent, Why
from intake.domain.name import NameKind, NamePart
from intake.domain.statement import Statement, current
from tests.field.desk import Desk
from tests.field.test_people import NAMES

SOMALI = [("given", "Hodan"), ("father", "Cabdi"), ("grandfather", "Warsame")]


def parts(*told: tuple[str, str]) -> dict[str, str]:
    boxes = {}
    for row, (whose, part) in enumerate(told):
        boxes |= {f"name__{row}_whose": whose, f"name__{row}_part": part}
    return boxes


def others(*told: tuple[str, str]) -> dict[str, str]:
    boxes = {}
    for row, (text, kind) in enumerate(told):
        text_box, kind_box = (f"{row}_text", f"{row}_kind") if row else ("", "kind")
        boxes[f"name_other__{text_box}" if text_box else "name_other"] = text
        boxes[f"name_other__{kind_box}"] = kind
    return boxes


def name(desk: Desk, case: str) -> dict:
    value = desk.case(case).members[0].value("name")
    assert isinstance(value, dict)
    return value


def standing(desk: Desk, case: str, path: str = "name.other") -> list[Statement]:
    said = current(list(desk.case(case).members[0].said))
    return [s.statement for s in said if s.statement.path == path]


def test_parts_are_kept_as_told_and_in_the_order_told(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Hodan Cabdi Warsame", **parts(*SOMALI)})
    assert name(desk, case)["parts"] == [{"type": t, "text": x} for t, x in SOMALI]
    form = desk.get(desk.address(case, "who")).form(having="rest")
    assert form.value("name__1_whose") == "father"
    assert form.value("name__2_part") == "Warsame"


def test_v05_seven_parts_come_back_byte_for_byte(desk: Desk) -> None:
    case = desk.new_case()
    told = list(zip([p.value for p in NamePart], list(NAMES.values())[:7], strict=False))
    desk.fill(case, "who", {"name": "О", **parts(*told)})
    kept = [(p["type"], p["text"]) for p in name(desk, case)["parts"]]
    assert kept == told
    assert [text.encode() for _, text in kept] == [text.encode() for _, text in told]


def test_parts_alone_are_a_name_and_nothing_is_split_for_anybody(desk: Desk) -> None:
    one, other = desk.new_case(), desk.new_case()
    desk.fill(one, "who", {"name": "", **parts(("kunya", "أبو عمر"), ("nisba", "الحلبي"))})
    assert name(desk, one)["text"] == "أبو عمر الحلبي"
    desk.fill(other, "who", {"name": "Ana García Márquez"})
    assert name(desk, other)["parts"] == []


def test_a_part_needs_to_be_somebodys(desk: Desk) -> None:
    case = desk.new_case()
    page = desk.fill(case, "who", {"name": "Hodan", **parts(("", "Cabdi"))})
    assert page.status == 422
    assert "Say whose name each part is, or leave that part out." in page.text
    assert page.form(having="rest").value("name__0_part") == "Cabdi"


def test_a_changed_part_is_a_correction_and_an_unchanged_page_says_nothing(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "Hodan Cabdi", **parts(*SOMALI[:2])})
    desk.fill(case, "who", {})
    assert len(desk.case(case).members[0].history("name")) == 1
    desk.fill(case, "who", parts(("given", "Hodan"), ("clan", "Cabdi")))
    told = desk.case(case).members[0].answer("name")
    assert told is not None
    assert told.statement.why is Why.CORRECTION
    assert name(desk, case)["parts"][1]["type"] == "clan"


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES.keys())
def test_v05_another_name_of_each_script_comes_back_byte_for_byte(desk: Desk, text: str) -> None:
    case = desk.new_case()
    assert unicodedata.is_normalized("NFC", text)
    desk.fill(case, "who", {"name": "О", **others((text, "nickname"))})
    (kept,) = standing(desk, case)
    assert kept.value["text"].encode() == text.encode()
    assert kept.verbatim == text


def test_several_other_names_are_a_statement_each_with_its_kind(desk: Desk) -> None:
    case = desk.new_case()
    told = [("Лєна", "nickname"), ("Бондар", "birth"), ("Elena", "document-variant"), ("О", "")]
    desk.fill(case, "who", {"name": "Олена", **others(*told)})
    kept = standing(desk, case)
    assert {(s.value["text"], s.value.get("kind", "")) for s in kept} == set(told)
    assert len(kept) == 4
    record = desk.get(f"/cases/{case}/record").text
    assert "Лєна (Nickname)" in record
    assert "Elena (Spelt differently on a paper)" in record
    desk.fill(case, "who", {})
    assert len(desk.case(case).members[0].history("name.other")) == 4


def test_every_other_name_is_read_back(desk: Desk) -> None:
    case = desk.new_case(language="en")
    desk.fill(case, "who", {"name": "Олена", **others(("Лєна", "nickname"), ("Бондар", "birth"))})
    read = desk.get(f"/cases/{case}/check").text
    either = ("Лєна (Nickname); Бондар (At birth)", "Бондар (At birth); Лєна (Nickname)")
    assert any(words in read for words in either)


def test_one_of_several_names_changes_and_the_others_stay(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "О", **others(("Лєна", "nickname"), ("Бондар", "birth"))})
    first, second = standing(desk, case)
    desk.fill(case, "who", {"name_other__1_text": "Бондаренко"})
    kept = standing(desk, case)
    assert [s.value["text"] for s in kept] == [first.value["text"], "Бондаренко"]
    assert kept[0].id == first.id
    assert kept[1].saw == (second.id,)


def test_a_name_is_taken_back_only_with_a_reason(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "О", **others(("Лєна", "nickname"), ("Бондар", "birth"))})
    gone, stays = standing(desk, case)
    page = desk.fill(case, "who", {"name_other": ""})
    assert page.status == 422
    assert ": recorded before and now empty." in page.text
    desk.fill(case, "who", {"name_other": "", "rest": "asked-declined"})
    kept = standing(desk, case)
    assert [s.id for s in kept if s.value] == [stays.id]
    assert [s.saw for s in kept if s.absent] == [(gone.id,)]
    assert [s.absent for s in kept if s.absent] == [Absent.DECLINED]


def test_all_names_taken_back_leave_the_reason_alone(desk: Desk) -> None:
    case = desk.new_case()
    desk.fill(case, "who", {"name": "О", **others(("Лєна", "nickname"), ("Бондар", "birth"))})
    empty = {"name_other": "", "name_other__1_text": ""}
    assert desk.fill(case, "who", empty).status == 422
    desk.fill(case, "who", {**empty, "rest": "asked-declined"})
    assert [(s.value, s.absent) for s in standing(desk, case)] == [(None, Absent.DECLINED)]


def test_there_is_always_room_for_one_more_name(desk: Desk) -> None:
    case = desk.new_case()
    told = [(f"Лєна {n}", "nickname") for n in range(6)]
    desk.fill(case, "who", {"name": "О", **others(*told)})
    assert len(standing(desk, case)) == 6
    desk.fill(case, "who", {"name_other__6_text": "Бондар", "name_other__6_kind": "birth"})
    assert len(standing(desk, case)) == 7


def test_a_kind_that_was_not_offered_is_refused(desk: Desk) -> None:
    case = desk.new_case()
    assert desk.fill(case, "who", {"name": "О", **others(("Лєна", "surname"))}).status == 422


def test_the_same_name_in_another_script_is_a_kind_of_its_own() -> None:
    assert NameKind.OTHER_SCRIPT in NameKind
