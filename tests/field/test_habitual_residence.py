"""Where somebody lived most of the time: neither nationality nor last place, and no duty."""

import pytest

from intake.domain.codes import Absent, Depth, Level, Why
from intake.domain.depth import lacking
from intake.domain.place import place_link
from intake.domain.questions import QUESTIONS, Shape, needed_for
from intake.matching.person import from_individual
from intake.web import labels
from tests.field.desk import Desk, Page
from tests.field.seeding import a_record

PATH = "habitual-residence"
SAID = "Artemivsk"
BAKHMUT = "gn713174"
CITY = {"text": "Al-Khartum, near the river", "country": "SD"}


@pytest.fixture
def case(desk: Desk) -> str:
    made = desk.new_case()
    desk.fill(made, "who", {"name": "Олена", "birth__year": "1986"})
    return made


def page_of(desk: Desk, case: str) -> Page:
    return desk.get(desk.address(case, "more/life"))


def save(desk: Desk, case: str, **told: str) -> Page:
    return desk.send(page_of(desk, case), told, having="education")


def test_it_is_a_place_that_no_level_needs_and_two_of_it_are_no_contradiction() -> None:
    asked = QUESTIONS[PATH]
    assert (asked.shape, asked.of, asked.single) == (Shape.PLACE, "individual", False)
    assert not asked.material
    assert not [level for level in Level if PATH in needed_for(level, "individual")]


def test_place_and_country_are_kept_as_said(desk: Desk, case: str) -> None:
    save(desk, case, habitual_residence=CITY["text"], habitual_residence__country="SD")
    said = desk.case(case).members[0].answer(PATH)
    assert said is not None
    assert said.statement.value == CITY
    assert said.statement.verbatim == CITY["text"]


def test_a_country_alone_is_enough(desk: Desk, case: str) -> None:
    save(desk, case, habitual_residence__country="SD")
    assert desk.case(case).members[0].value(PATH) == {"text": "", "country": "SD"}


@pytest.mark.parametrize(
    "absent", [Absent.UNKNOWN, Absent.DECLINED, Absent.NOT_ASKED, Absent.LATER]
)
def test_each_reason_for_no_answer_is_an_answer(desk: Desk, case: str, absent: Absent) -> None:
    save(desk, case, habitual_residence__absent=absent.value)
    assert desk.case(case).members[0].absent(PATH) is absent


def test_it_stands_beside_nationality_and_the_last_place_and_changes_neither(
    desk: Desk, case: str
) -> None:
    told = {"nationality": "Ukraine", "last_residence": "Lviv", "rest": "asked-unknown"}
    desk.fill(case, "origin", told)
    save(desk, case, habitual_residence="Wrocław", habitual_residence__country="PL")
    member = desk.case(case).members[0]
    assert member.text("nationality") == "Ukraine"
    assert member.text("last-residence") == "Lviv"
    assert member.text(PATH) == "Wrocław"


def test_it_is_looked_up_and_the_said_name_kept(desk: Desk, case: str) -> None:
    page = save(desk, case, habitual_residence=SAID, education="Six years", do="lookup")
    assert not desk.case(case).members[0].was_asked(PATH)
    form = page.form(having="education")
    assert (form.value("habitual_residence"), form.value("education")) == (SAID, "Six years")
    desk.send(page, {"habitual_residence__link": BAKHMUT}, having="education")
    value = desk.case(case).members[0].value(PATH)
    link = place_link(value)
    assert isinstance(value, dict)
    assert value["text"] == SAID
    assert link is not None
    assert link.id == BAKHMUT


def test_what_was_typed_is_kept_when_something_beside_it_is_wrong(desk: Desk, case: str) -> None:
    page = save(desk, case, habitual_residence=SAID, marital_status="no-such-code")
    assert page.status == 422
    assert page.form(having="education").value("habitual_residence") == SAID
    assert page_of(desk, case).form(having="education").value("habitual_residence") == SAID
    assert not desk.case(case).members[0].was_asked(PATH)


def test_one_that_was_taken_out_needs_a_reason(desk: Desk, case: str) -> None:
    save(desk, case, habitual_residence=SAID)
    assert save(desk, case, habitual_residence="").status == 422
    save(desk, case, habitual_residence="", habitual_residence__absent="asked-declined")
    assert desk.case(case).members[0].absent(PATH) is Absent.DECLINED


def test_after_completion_it_changes_with_a_reason(desk: Desk) -> None:
    seeded = a_record(desk, "Олена", said={PATH: CITY})
    there = f"/cases/{seeded.case}/people/{seeded.people[0]}/more/life"
    page = desk.send(desk.get(there), {"habitual_residence": SAID}, having="education")
    assert page.status == 422
    assert page.form(having="education").value("habitual_residence") == SAID
    told = {"habitual_residence": SAID, "why": "recording-error"}
    desk.send(desk.get(there), told, having="education")
    first, second = desk.case(seeded.case).members[0].history(PATH)
    assert second.statement.why is Why.RECORDING_ERROR
    assert second.statement.saw == (first.statement.id,)
    assert SAID in desk.get(f"/cases/{seeded.case}/record").text


def test_it_is_asked_in_the_persons_language_and_read_back(desk: Desk, case: str) -> None:
    assert "Де ви переважно жили в останні роки?" in page_of(desk, case).text
    assert str(labels.question(PATH)) not in desk.get(f"/cases/{case}/check").text
    save(desk, case, habitual_residence="Одеса")
    check = desk.get(f"/cases/{case}/check").text
    assert "Звичне місце проживання" in check
    assert "Одеса" in check
    aloud = desk.get(f"/cases/{case}/aloud/{desk.case(case).members[0].id}").text
    assert "Ви сказали: Одеса." in aloud


@pytest.mark.parametrize("depth", [Depth.EMERGENCY, Depth.BASIC])
def test_no_level_of_asking_waits_for_it(desk: Desk, case: str, depth: Depth) -> None:
    found = lacking(desk.case(case), depth, desk.clock().date())
    assert found
    assert PATH not in {gap.path for gap in found}


def test_records_are_not_compared_by_it(desk: Desk, case: str) -> None:
    before = from_individual(desk.case(case).members[0])
    save(desk, case, habitual_residence=SAID, habitual_residence__country="UA")
    assert from_individual(desk.case(case).members[0]) == before
