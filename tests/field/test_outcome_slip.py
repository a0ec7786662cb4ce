"""The paper of an outcome: a number and what comes next, and nothing to harm anybody."""

import pytest

from intake.domain.codes import IdentityLevel, NextStep
from intake.domain.ids import show_number
from intake.web.outcome_words import LEVELS, NEXT
from tests.builders import an_id
from tests.field.seeding import a_record
from tests.field.test_record import tell


def paper(desk, seeded, **changed):
    tell(desk, seeded, **changed)
    return desk.get(f"/cases/{seeded.case}/people/{seeded.people[0]}/outcome")


def printed(page):
    return page.html[page.html.index('<section class="receipt"') :]


@pytest.mark.parametrize("level", IdentityLevel)
def test_it_says_in_words_how_far_it_came(desk, level):
    page = paper(desk, a_record(desk, "Олена"), level=level)
    assert str(LEVELS[level]) in page.text
    assert level.value.upper() not in page.text.split()


@pytest.mark.parametrize("step", NextStep)
def test_it_says_what_comes_next(desk, step):
    assert str(NEXT[step]) in paper(desk, a_record(desk, "Олена"), next_step=step).text


def test_it_holds_the_number_and_no_name_fact_reason_or_message(desk):
    seeded = a_record(desk, "Олена")
    page = paper(desk, seeded)
    assert show_number(seeded.numbers[0]) in page.text
    for secret in (
        "Олена",
        "Both accounts agree.",
        "We believe you.",
        "A letter from your school.",
    ):
        assert secret not in printed(page)


def test_it_tells_the_remedy_the_day_of_the_next_look_and_that_it_is_no_identity_paper(desk):
    text = paper(desk, a_record(desk, "Олена")).text
    assert "It is looked at again by: 15 Jan 2027" in text
    assert "Somebody who has not worked on it will look again." in text
    assert "This is not an identity document." in text


def test_it_speaks_the_language_of_the_person_too(desk):
    assert 'lang="uk"' in printed(paper(desk, a_record(desk, "Олена")))


def test_a_person_without_an_outcome_has_no_such_paper(desk):
    seeded = a_record(desk, "Олена")
    assert desk.get(f"/cases/{seeded.case}/people/{seeded.people[0]}/outcome").status == 404
    assert desk.get(f"/cases/{seeded.case}/people/{an_id()}/outcome").status == 404


def test_the_record_leads_to_the_paper_of_each_outcome(desk):
    seeded = a_record(desk, "Олена")
    tell(desk, seeded)
    address = f"/cases/{seeded.case}/people/{seeded.people[0]}/outcome"
    assert address in desk.get(f"/cases/{seeded.case}/record").html
