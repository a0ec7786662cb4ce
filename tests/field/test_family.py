"""Several people: one page after the other, shared answers copied on request only."""

from intake.domain.codes import Source
from tests.field.desk import Desk

MOTHER = {
    "name": "Олена Ковальчук",
    "relationship": "focal-point",
    "languages__tags": ["uk", "ru"],
    "sex": "f",
    "birth__year": "1986",
}


def mother_and_child(desk: Desk) -> str:
    """A family of two whose first member is recorded; the second one's page is next."""
    case = desk.new_case("family", people="2")
    desk.fill(case, "who", MOTHER)
    desk.fill(case, "origin", {"birth_place": "Вигадане", "birth_place__country": "UA"})
    return case


def test_the_next_person_follows_until_all_are_there(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.fill(case, "origin", {"rest": "asked-unknown"})
    page = desk.fill(case, "consent", {"registration": "yes", "rest": "asked-declined"})
    assert page.path == desk.address(case, "who", 1)
    desk.fill(case, "who", {"name": "Іван", "rest": "asked-unknown"}, member=1)
    desk.fill(case, "origin", {"rest": "asked-unknown"}, member=1)
    page = desk.fill(case, "consent", {"rest": "asked-declined"}, member=1)
    assert page.path == f"/cases/{case}/check"
    assert len(desk.case(case).members) == 2


def test_shared_answers_are_copied_when_asked_and_marked(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    page = desk.get(desk.address(case, "who", 1))
    assert "Copied from" not in page.text
    page = desk.send(page, {"name": "Іван", "do": "same"}, having="rest")
    form = page.form(having="rest")
    assert "Copied from Олена Ковальчук. Ask, then save." in page.text
    assert [v for n, v in form.fields if n == "languages__tags"] == ["uk", "ru"]
    assert form.value("name") == "Іван"
    assert not desk.case(case).members[1].was_asked("languages")
    desk.send(page, {}, having="rest")
    assert desk.case(case).members[1].value("languages") == ["uk", "ru"]


def test_a_copied_answer_is_told_as_one_in_the_record(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    page = desk.send(desk.get(desk.address(case, "origin", 1)), {"do": "same"}, having="rest")
    desk.send(page, {}, having="rest")
    mother, child = desk.case(case).members
    said = child.answer("birth-place")
    assert said is not None
    assert said.statement.source_ref == mother.answer("birth-place").statement.id
    assert "as another member of the group said" in desk.get(f"/cases/{case}/record").text


def test_the_button_names_whose_answers_it_copies_and_which(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    text = desk.get(desk.address(case, "origin", 1)).text
    assert "Same as Олена Ковальчук Place of birth" in text
    assert "Same as" not in desk.get(desk.address(case, "consent", 1)).text


def test_nothing_is_copied_without_the_button(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    form = desk.get(desk.address(case, "origin", 1)).form(having="rest")
    assert form.value("birth_place") == ""
    assert "copied" not in form.names


def test_the_language_of_consent_is_the_one_of_the_person_before_and_says_so(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.fill(case, "consent", {"language": "ru", "registration": "yes"})
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    page = desk.get(desk.address(case, "consent", 1))
    assert page.form(having="language").value("language") == "ru"
    assert "As for Олена Ковальчук. Change it?" in page.text
    assert "As for" not in desk.get(desk.address(case, "consent")).text


def test_a_copy_never_takes_the_place_of_an_answer(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    page = desk.get(desk.address(case, "origin", 1))
    page = desk.send(page, {"birth_place": "Деінде", "do": "same"}, having="rest")
    assert page.form(having="rest").value("birth_place") == "Деінде"


def test_the_copied_place_keeps_its_country(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    page = desk.get(desk.address(case, "origin", 1))
    form = desk.send(page, {"do": "same"}, having="rest").form(having="rest")
    assert form.value("birth_place") == "Вигадане"
    assert form.value("birth_place__country") == "UA"


def test_the_first_person_has_nobody_to_copy_from(desk: Desk) -> None:
    case = desk.new_case("family")
    page = desk.get(desk.address(case, "who"))
    assert ("do", "same") not in page.form(having="rest").buttons
    page = desk.send(page, {"name": "Олена", "do": "same"}, having="rest")
    assert page.form(having="rest").value("name") == "Олена"


def test_sex_and_birth_are_never_copied(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    page = desk.get(desk.address(case, "who", 1))
    form = desk.send(page, {"name": "Іван", "do": "same"}, having="rest").form(having="rest")
    assert form.value("sex") == ""
    assert form.value("birth__year") == ""


def test_it_is_kept_who_speaks_for_a_child(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    desk.fill(case, "who", {"name": "Іван", "birth__age": "2", "told_by": "caregiver"}, member=1)
    mother, child = desk.case(case).members
    assert {s.statement.source for s in mother.said} == {Source.SELF}
    assert {s.statement.source for s in child.said} == {Source.CAREGIVER}
    form = desk.get(desk.address(case, "who", 1)).form(having="rest")
    assert form.value("told_by") == ""


def test_only_one_member_can_be_chosen_as_focal_point(desk: Desk) -> None:
    case = mother_and_child(desk)
    desk.post(f"/cases/{case}/people", {"csrf_token": desk.token()})
    offered = desk.get(desk.address(case, "who", 1)).form(having="rest").offered["relationship"]
    assert "focal-point" not in offered
    assert "child" in offered


def test_a_family_of_five_fits_the_time_budget(desk: Desk) -> None:
    """UNHCR guidance 6.5: about 15 minutes for five people, everything asked.

    Counts what a worker presses: letters typed, three keys to reach and choose one of a
    list, one Enter a page. At a slow two keys a second this leaves ten minutes for talk.
    """
    keys = 0

    def press(filled: dict[str, object]) -> dict[str, object]:
        nonlocal keys
        for name, value in filled.items():
            typed = isinstance(value, str) and name in TYPED
            keys += len(str(value)) + 1 if typed else 3
        keys += 1
        return filled

    case = desk.new_case("family", people="5")
    desk.send(desk.get(f"/cases/{case}/urgent"), press({"rest": "not-asked"}), having="rest")
    for position in range(5):
        first = {"relationship": "focal-point"} if position == 0 else {"relationship": "child"}
        desk.fill(case, "who", press({**MOTHER, **first}), position)
        desk.fill(case, "origin", press(ORIGIN), position)
        desk.fill(case, "consent", press(CONSENT), position)
    page = desk.send(desk.get(f"/cases/{case}/check"), press({"read_back": "yes"}))
    assert "complete" in page.text
    assert keys <= 5 * 60 * 2


TYPED = ("name", "birth__year", "birth_place", "last_residence", "nationality", "father", "mother")
ORIGIN = {
    "birth_place": "Вигадане",
    "birth_place__country": "UA",
    "last_residence": "Неіснуюче",
    "last_residence__country": "UA",
    "nationality": "Україна",
    "father": "Петро Ковальчук",
    "mother": "Марія Ковальчук",
    "missing_relatives": "no",
}
CONSENT = {
    "registration": "yes",
    "verification": "yes",
    "tracing": "yes",
    "referral": "no",
    "private_moment": "offered-declined",
}
