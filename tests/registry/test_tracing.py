"""Candidates for a missing relative: only who agreed, never the asker's own group."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.codes import ConsentAnswer, Kin, Purpose, TracingStatus
from intake.domain.event import TracingRequested
from intake.domain.individual import Individual
from intake.domain.statement import Json
from intake.domain.tracing import TracingRequest
from intake.matching.person import Companion, NameSaid
from intake.registry.tracing import asker_is, candidates, sought
from intake.store import Store
from intake.store.filable import file_missing
from tests.builders import NOON, OFFICER, Group, a_consent, a_group, a_name, an_id
from tests.registry.casework import ADULT, a_laptop, send

SON: dict[str, Json] = {
    "birth": ADULT,
    "sex": "m",
    "birth-place": {"text": "Shindand", "country": "AF"},
    "father": a_name("Gul Agha"),
    "mother": a_name("Bibi Zahra"),
}
TOLD: dict[str, Json] = {
    "name": a_name("جاوید"),
    "birth": ADULT,
    "birth-place": {"text": "شیندند", "country": "AF"},
    "last-news": "Seen at the border in spring.",
}


def group(*names: str, said: dict[str, Json] | None = None, agree: bool = True) -> Group:
    """A complete group whose members all agreed to tracing, or none of them."""
    made = a_group(*names, said=said)
    consents = [a_consent(made.case, p, Purpose.TRACING) for p in made.people if agree]
    return Group(made.case, made.people, (*made.events, *consents))


def asking(asker: Group, kin: Kin = Kin.CHILD, told: dict[str, Json] | None = None) -> Group:
    """The same group, one of whom asks for the search of a relative."""
    asked = TracingRequested(
        case=asker.case,
        request=an_id(),
        individual=asker.people[0],
        kin=kin,
        sought=TOLD if told is None else told,
        must_not_know="",
        by=OFFICER,
        at=NOON,
    )
    return Group(asker.case, asker.people, (*asker.events, asked))


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Store]:
    with a_laptop(tmp_path) as opened:
        yield opened


def found(store: Store, asker: Group) -> list[str]:
    file_missing(store)
    (request,) = store.cases.tracing(asker.case)
    return [c.person_id for c in candidates(store, request)]


def test_a_mother_finds_her_son_who_was_registered_in_another_script(
    store: Store, laptop: Store
) -> None:
    mother = asking(group("Бібі Захра", said={"sex": "f"}))
    son, stranger = group("Jawid", said=SON), group("Temesgen Wolde", said={"sex": "m"})
    send(laptop, store, mother, son, stranger)
    assert found(store, mother)[0] == son.people[0]
    (request,) = store.cases.tracing(mother.case)
    best = candidates(store, request)[0]
    assert best.group == son.case
    told = {row.field: row.outcome.value for row in best.comparison.evidence}
    assert told["mother"] == "agrees"
    assert told["father"] == "unknown"


def test_nobody_is_a_candidate_who_did_not_agree_to_tracing(store: Store, laptop: Store) -> None:
    mother, son = asking(group("Bibi Zahra")), group("Jawid", said=SON, agree=False)
    compared = a_consent(son.case, son.people[0], Purpose.VERIFICATION)
    send(laptop, store, mother, Group(son.case, son.people, (*son.events, compared)))
    assert found(store, mother) == []


def test_whoever_takes_the_consent_to_tracing_back_is_no_candidate_from_then_on(
    store: Store, laptop: Store
) -> None:
    mother, son = asking(group("Bibi Zahra")), group("Jawid", said=SON)
    send(laptop, store, mother, son)
    assert found(store, mother) == [son.people[0]]
    no = a_consent(son.case, son.people[0], Purpose.TRACING, ConsentAnswer.WITHDRAWN)
    laptop.record(no)
    send(laptop, store)
    assert found(store, mother) == []


def test_the_askers_own_group_holds_no_candidate(store: Store, laptop: Store) -> None:
    mother = asking(group("Bibi Zahra", "Jawid"))
    send(laptop, store, mother)
    assert found(store, mother) == []


def test_nothing_is_searched_for_an_asker_who_no_longer_agrees(store: Store, laptop: Store) -> None:
    mother, son = asking(group("Bibi Zahra")), group("Jawid", said=SON)
    no = a_consent(mother.case, mother.people[0], Purpose.TRACING, ConsentAnswer.WITHDRAWN)
    send(laptop, store, Group(mother.case, mother.people, (*mother.events, no)), son)
    assert found(store, mother) == []


def test_nothing_is_searched_for_a_request_taken_back_or_of_a_record_erased(
    store: Store, laptop: Store
) -> None:
    mother, son = asking(group("Bibi Zahra")), group("Jawid", said=SON)
    send(laptop, store, mother, son)
    file_missing(store)
    (request,) = store.cases.tracing(mother.case)
    fields = {f: getattr(request, f) for f in request.__dataclass_fields__}
    withdrawn = TracingRequest(**{**fields, "status": TracingStatus.WITHDRAWN})
    assert candidates(store, withdrawn) == []
    store.forget_case(mother.case)
    assert candidates(store, request) == []


def test_a_search_writes_nothing(store: Store, laptop: Store) -> None:
    mother, son = asking(group("Bibi Zahra")), group("Jawid", said=SON)
    send(laptop, store, mother, son)
    before = store.ledger.count()
    found(store, mother)
    assert store.ledger.count() == before


@pytest.mark.parametrize(
    ("kin", "sex", "asker"),
    [
        (Kin.CHILD, "f", "mother"),
        (Kin.CHILD, "m", "father"),
        (Kin.CHILD, "", ""),
        (Kin.SPOUSE, "f", "spouse"),
        (Kin.MOTHER, "f", "child"),
        (Kin.FATHER, "m", "child"),
        (Kin.SIBLING, "m", "sibling"),
        (Kin.OTHER_KIN, "m", ""),
    ],
)
def test_what_the_asker_is_to_the_one_sought(store: Store, kin: Kin, sex: str, asker: str) -> None:
    made = asking(group("Bibi Zahra", said={"sex": sex} if sex else None), kin)
    request, who = asked(store, made)
    assert asker_is(request, who) == asker


def test_the_asker_stands_where_they_belong_in_what_is_known_of_the_one_sought(
    store: Store,
) -> None:
    wife = asking(group("Bibi Zahra", said={"sex": "f"}), Kin.SPOUSE)
    person = sought(*asked(store, wife))
    assert (person.spouse, person.birth_place) == ("Bibi Zahra", "شیندند")
    assert [name.text for name in person.names] == ["جاوید"]
    assert person.birth is not None
    assert (person.group, person.companions) == ("", ())


def test_a_sister_is_one_who_came_along_and_a_name_told_is_not_replaced(store: Store) -> None:
    sister = sought(*asked(store, asking(group("Zarmina"), Kin.SIBLING)))
    assert sister.companions == (Companion((NameSaid("Zarmina"),)),)
    told = {**TOLD, "mother": a_name("Bibi")}
    mother = asking(group("Bibi Zahra", said={"sex": "f"}), Kin.CHILD, told)
    assert sought(*asked(store, mother)).mother == "Bibi"


def asked(store: Store, made: Group) -> tuple[TracingRequest, Individual]:
    store.record(*made.events)
    (request,) = store.cases.tracing(made.case)
    who = store.cases.individual(request.individual)
    assert who is not None
    return request, who


NEWS: dict[str, Json] = {"last-news": "Seen at the border in spring."}
NICK = {**NEWS, "name": a_name("Gulbuddin")}


def test_whoever_is_filed_under_another_name_is_found_by_it_alone(
    store: Store, laptop: Store
) -> None:
    """All else that is told is the news: without the other name nobody is like the one sought."""
    without = asking(group("Farida"), Kin.OTHER_KIN, NICK)
    told = {**NICK, "name.other": [a_name("Zabiullah Karimi"), a_name("Temesgen Wolde")]}
    known_as = asking(group("Nargis"), Kin.OTHER_KIN, told)
    filed = group("Temesgen Wolde")
    send(laptop, store, without, known_as, filed)
    assert found(store, without) == []
    assert found(store, known_as) == [filed.people[0]]


def test_every_other_name_is_a_name_of_the_one_sought(store: Store) -> None:
    told = {**TOLD, "name.other": [a_name("Jawid Ahmad"), a_name("Jawed")]}
    person = sought(*asked(store, asking(group("Zarmina"), Kin.SIBLING, told)))
    assert [name.text for name in person.names] == ["جاوید", "Jawid Ahmad", "Jawed"]


def test_with_the_grandfather_told_the_one_sought_is_known_by_his_name_as_well(
    store: Store,
) -> None:
    told = {**TOLD, "father": a_name("Gul Agha"), "grandfather": a_name("Mirza")}
    person = sought(*asked(store, asking(group("Zarmina"), Kin.SIBLING, told)))
    first, known_as = person.names
    assert first.text == "جاوید"
    assert (known_as.text, known_as.family) == ("جاوید Mirza", "Mirza")
    assert person.father == "Gul Agha"


def test_the_grandfather_tells_two_of_one_name_apart(store: Store, laptop: Store) -> None:
    """Both are Jawid, each filed with the name of the father and of the father's father."""
    names = {"name": a_name("Jawid"), "father": a_name("Karim"), **NEWS}
    plain = asking(group("Farida"), Kin.OTHER_KIN, names)
    told = {**names, "grandfather": a_name("Temesgen")}
    with_him = asking(group("Nargis"), Kin.OTHER_KIN, told)
    other, meant = group("Jawid Karim Haidari"), group("Jawid Karim Temesgen")
    send(laptop, store, plain, with_him, other, meant)
    assert found(store, with_him)[0] == meant.people[0]
    file_missing(store)
    (asked_plain,) = store.cases.tracing(plain.case)
    (asked_with,) = store.cases.tracing(with_him.case)
    before = {c.person_id: c.comparison.score for c in candidates(store, asked_plain)}
    after = {c.person_id: c.comparison.score for c in candidates(store, asked_with)}
    assert after[meant.people[0]] > before[meant.people[0]]
    assert after[other.people[0]] >= before[other.people[0]]


def test_words_for_people_to_read_weigh_nothing(store: Store, laptop: Store) -> None:
    words = {
        "seen-when": ADULT,
        "seen-where": {"text": "Shindand", "country": "AF"},
        "seen-with": "Jawid",
        "parted-by": "conflict",
        "may-be": "Shindand",
        "may-know": "Jawid",
    }
    bare = asking(group("Bibi Zahra"), Kin.OTHER_KIN)
    full = asking(group("Bibi Zahra"), Kin.OTHER_KIN, {**TOLD, **words})
    son = group("Jawid", said=SON)
    send(laptop, store, bare, full, son)
    file_missing(store)
    scores = [
        [c.comparison.score for c in candidates(store, request) if c.person_id == son.people[0]]
        for request in store.cases.tracing()
    ]
    assert scores[0] == scores[1] != []


@pytest.mark.parametrize("broken", ["Jawed", {"text": 7}, [None, 3, "x"], 5])
def test_other_names_of_another_shape_break_no_search(store: Store, broken: Json) -> None:
    told = {**TOLD, "name.other": broken, "grandfather": broken}
    person = sought(*asked(store, asking(group("Zarmina"), Kin.SIBLING, told)))
    assert person.names[0].text == "جاوید"
