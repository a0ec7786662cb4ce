"""What is told at the laptop stands at the registry as it was told, whole and for whom it may."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.stay import stays
from tests.flows.cast import AGREED
from tests.flows.office import Office, an_office, complete, tell, urgent
from tests.registry.casework import words_of

OWN = "Ми жили біля млинарні. Паспорт згорів."
TRANSLATED = "We lived near the mill. The passport burned."
PATHS = (
    "habitual-residence",
    "place-stays",
    "testimony",
    "testimony-translation",
    "testimony-translator",
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as opened:
        yield opened


def told(office: Office) -> str:
    """A person who tells her story, where she lived, and why she left; all is sent."""
    desk = office.laptop
    case = desk.new_case()
    urgent(desk, case)
    story = {"testimony": OWN, "testimony_translation": TRANSLATED}
    story |= {"testimony_translator": "interpreter", "private_moment": "offered-taken"}
    tell(desk, case, who={"name": "Олена", "birth__age": "34"}, consent={**AGREED, **story})
    life = {"habitual_residence": "Гданськ", "habitual_residence__country": "PL"}
    desk.send(desk.get(desk.address(case, "more/life")), life, having="education")
    home = {"role": "last-residence", "place": "Бахмут", "why_left": "home-lost"}
    desk.send(desk.get(desk.address(case, "journey/new")), home, having="role")
    complete(desk, case)
    return case


def test_every_statement_comes_in_as_it_left(office: Office) -> None:
    case = told(office)
    sent = office.laptop.case(case).members[0]
    office.sync()
    came = office.registry.cases.individual(sent.id)
    assert came is not None
    for path in PATHS:
        assert [s.statement for s in came.history(path)] == [
            s.statement for s in sent.history(path)
        ]
        assert len(came.history(path)) == 1
    assert stays(came) == stays(sent)


def test_the_registry_shows_it_to_whom_it_may(office: Office) -> None:
    case = told(office)
    person = office.people(case)[0]
    office.sync()
    page = f"/people/{person}?purpose=compare-records"
    reviewer, clerk = (words_of(w.get(page)) for w in (office.staff.reviewer, office.staff.clerk))
    places = [reviewer.index(words) for words in (OWN, "Translation of what they tell", TRANSLATED)]
    assert places == sorted(places)
    assert "Interpreter" in reviewer
    assert "reason for leaving: The home was destroyed or taken" in reviewer
    assert "Гданськ, Poland" in reviewer
    assert "Гданськ, Poland" in clerk
    assert not [words for words in (OWN, TRANSLATED, "The home was destroyed") if words in clerk]
