"""Agreements for a time at the registry: over with the first request of the next day."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from intake.domain.codes import Kin, Purpose, Role
from intake.domain.event import StatementsAdded, TracingRequested
from intake.domain.statement import Statement
from intake.i18n import offered
from intake.registry.labelling import labels_of
from intake.registry.tracing import candidates
from intake.store import Store
from intake.store.filable import file_missing
from intake.store.filing import BITS
from tests.builders import NOON, OFFICER, Group, a_consent, a_group, a_name, an_id
from tests.registry.casework import ABDULLAH, ABDULLAH_AGAIN, a_laptop, send
from tests.registry.visitor import BASE, Registry, Visitor, a_registry, text_of

LAST = NOON.date() + timedelta(days=10)
OWN_WORDS = "Ви шукатимете мого брата."


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Store]:
    with a_laptop(tmp_path) as opened:
        yield opened


def agreeing(name: str, purpose: Purpose, until: date | None = None, **said: object) -> Group:
    """Somebody who agreed to one thing, up to a last day if one is given."""
    made = a_group(name, said={path.replace("_", "-"): value for path, value in said.items()})
    yes = a_consent(made.case, made.people[0], purpose, until=until)
    return Group(made.case, made.people, (*made.events, yes))


def looking_for_javid(asker: Group) -> Group:
    asked = TracingRequested(
        case=asker.case,
        request=an_id(),
        individual=asker.people[0],
        kin=Kin.CHILD,
        sought={"name": a_name("Jawid")},
        by=OFFICER,
        at=NOON,
    )
    return Group(asker.case, asker.people, (*asker.events, asked))


def found(store: Store, asker: Group) -> list[str]:
    (request,) = store.cases.tracing(asker.case)
    return [c.person_id for c in candidates(store, request)]


def any_page(registry: Registry) -> None:
    """Whatever is asked for first, by anybody."""
    assert registry.visitor().client.get("/healthz", base_url=BASE).status_code == 200


def after(registry: Registry, day: date) -> None:
    registry.clock.forward(days=(day - registry.clock().date()).days)
    any_page(registry)


@pytest.mark.parametrize("ends", ["of whoever asked", "of whoever is found"])
def test_somebody_is_found_to_the_end_of_the_last_day_of_an_agreement_and_no_longer(
    registry: Registry, laptop: Store, ends: str
) -> None:
    asked, found_one = (LAST, None) if ends == "of whoever asked" else (None, LAST)
    mother = looking_for_javid(agreeing("Bibi Zahra", Purpose.TRACING, asked))
    son = agreeing("Jawid", Purpose.TRACING, found_one)
    send(laptop, registry.store, mother, son)
    file_missing(registry.store)
    after(registry, LAST)
    assert found(registry.store, mother) == list(son.people)
    after(registry, LAST + timedelta(days=1))
    assert found(registry.store, mother) == []


def test_nobody_is_compared_with_whoever_came_after_their_time_was_over(
    registry: Registry, laptop: Store
) -> None:
    one = agreeing("Abdullah", Purpose.VERIFICATION, LAST, **ABDULLAH)
    two = agreeing("عبدالله", Purpose.VERIFICATION, **ABDULLAH_AGAIN)
    take_in = registry.app.extensions["intake"].on_received
    send(laptop, registry.store, one)
    take_in([one.case])
    after(registry, LAST + timedelta(days=1))
    send(laptop, registry.store, two)
    take_in([two.case])
    assert registry.store.pairs.of_individual(two.people[0]) == []


def test_they_are_compared_as_long_as_the_time_lasts(registry: Registry, laptop: Store) -> None:
    one = agreeing("Abdullah", Purpose.VERIFICATION, LAST, **ABDULLAH)
    two = agreeing("عبدالله", Purpose.VERIFICATION, **ABDULLAH_AGAIN)
    send(laptop, registry.store, one, two)
    after(registry, LAST)
    registry.app.extensions["intake"].on_received([one.case, two.case])
    assert len(registry.store.pairs.of_individual(two.people[0])) == 1


def test_whose_time_is_over_is_filed_anew_at_once_for_what_still_stands(
    registry: Registry, laptop: Store
) -> None:
    one = agreeing("Abdullah", Purpose.VERIFICATION, LAST)
    traced = a_consent(one.case, one.people[0], Purpose.TRACING)
    send(laptop, registry.store, Group(one.case, one.people, (*one.events, traced)))
    file_missing(registry.store)
    after(registry, LAST + timedelta(days=1))
    assert registry.store.filing.missing() == []
    by_purpose = {p: registry.store.filing.agreed_to(p).of_case(one.case) for p in BITS}
    assert [p for p, found in by_purpose.items() if found] == [Purpose.TRACING]


def test_a_registry_that_starts_after_the_last_day_files_nobody_whose_time_is_over(
    store: Store, laptop: Store
) -> None:
    person = agreeing("Abdullah", Purpose.VERIFICATION, NOON.date() - timedelta(days=1))
    send(laptop, store, person)
    a_registry(store)
    assert store.filing.agreed_to(Purpose.VERIFICATION).people() == 0


def test_no_label_is_written_of_somebody_whose_time_is_over(store: Store, laptop: Store) -> None:
    send(laptop, store, agreeing("Abdullah", Purpose.VERIFICATION, LAST))
    store.days.turn(LAST + timedelta(days=1))
    assert list(labels_of(store)) == []


@pytest.fixture
def person(store: Store) -> Group:
    """A woman who agreed to be searched for, for ten days, and said it back."""
    made = agreeing("Олена", Purpose.TRACING, LAST)
    said = Statement(an_id(), made.people[0], "teach-back", OWN_WORDS, said_in="uk")
    told = StatementsAdded(case=made.case, statements=(said,), by=OFFICER, at=NOON)
    store.record(*made.events, told)
    return made


@pytest.fixture
def protection(registry: Registry, person: Group) -> Visitor:
    return registry.signed_in("paula", Role.PROTECTION)


def words(visitor: Visitor, path: str) -> str:
    return text_of(visitor.get(path).text)


def record_of(person: Group) -> str:
    return f"/people/{person.people[0]}?purpose=check-recording"


def copy_of(person: Group, language: str = "en", more: str = "") -> str:
    return f"/people/{person.people[0]}/copy?language={language}{more}"


def test_the_record_the_rights_and_the_copy_tell_the_last_day(
    person: Group, protection: Visitor
) -> None:
    told = "Agrees up to and including 30 Nov 2026"
    assert told in words(protection, record_of(person))
    assert told in words(protection, copy_of(person))
    assert told in words(protection, f"/people/{person.people[0]}/rights")


def test_the_record_and_the_copy_tell_that_the_time_is_over(
    registry: Registry, person: Group, protection: Visitor
) -> None:
    after(registry, LAST + timedelta(days=1))
    again = registry.signed_in("pavlo", Role.PROTECTION)
    told = "Agreed until 30 Nov 2026; that time is over"
    assert told in words(again, record_of(person))
    assert told in words(again, copy_of(person))
    rights = words(again, f"/people/{person.people[0]}/rights")
    assert "No agreement stands." in rights


@pytest.mark.parametrize("language", [one.tag for one in offered() if one.tag != "en"])
def test_the_copy_tells_it_in_the_language_of_the_person(
    person: Group, protection: Visitor, language: str
) -> None:
    assert "up to and including" not in words(protection, copy_of(person, language))


def test_a_tracing_officer_opens_the_record_up_to_the_last_day(
    registry: Registry, person: Group
) -> None:
    tracing = registry.signed_in("tom", Role.TRACING)
    assert tracing.get(record_of(person)).status_code == 200
    after(registry, LAST + timedelta(days=1))
    again = registry.signed_in("tim", Role.TRACING)
    assert again.get(record_of(person)).status_code in (403, 404)


def test_what_the_person_understood_stands_beside_what_they_agreed_to(
    person: Group, protection: Visitor
) -> None:
    page = words(protection, record_of(person))
    assert f"What they understood, in their words: {OWN_WORDS}" in page[page.index("Consents") :]


@pytest.mark.parametrize("role", [Role.CLERK, Role.TRACING])
def test_their_own_words_are_for_those_alone_who_read_the_story(
    registry: Registry, person: Group, role: Role
) -> None:
    page = words(registry.signed_in("somebody", role), record_of(person))
    assert OWN_WORDS not in page


def test_their_own_words_stand_in_the_whole_copy_and_not_in_the_short_one(
    person: Group, protection: Visitor
) -> None:
    assert OWN_WORDS in words(protection, copy_of(person))
    assert OWN_WORDS not in words(protection, copy_of(person, more="&short=yes"))
