"""What was taken back at a laptop by number is carried out at the registry, once."""

from datetime import timedelta

from intake.domain.codes import ConsentAnswer, Purpose, Recipient
from intake.domain.consent import agreed, ask_withdrawal, standing
from intake.domain.event import ConsentRecorded
from intake.registry.withdrawing import carry_out
from tests.builders import NOON, OFFICER, a_consent, a_group, an_id
from tests.registry.casework import Group, a_laptop, send

LATER = NOON + timedelta(days=2)


def a_person(laptop, store):
    """A woman and a boy at the registry; both agreed to tracing, she to share as well."""
    group = a_group("Амаль", "Юсуф")
    woman, boy = group.people
    shared = ConsentRecorded(
        case=group.case,
        individual=woman,
        purpose=Purpose.SHARING,
        recipient=Recipient.RED_CROSS,
        answer=ConsentAnswer.YES,
        by=OFFICER,
        at=NOON,
    )
    agreements = (
        a_consent(group.case, woman, Purpose.TRACING),
        a_consent(group.case, boy, Purpose.TRACING),
        a_consent(group.case, woman, Purpose.VERIFICATION),
        shared,
    )
    send(laptop, store, Group(group.case, group.people, (*group.events, *agreements)))
    return group


def taken_back(laptop, store, number, *purposes):
    asked = ask_withdrawal(an_id(), number=number, purposes=purposes, by=OFFICER, at=LATER)
    send(laptop, store, Group("", (), (asked,)))


def answers(store, case, person):
    consents = store.cases.get(case).consents
    return {p: standing(consents, person, p) for p in (Purpose.TRACING, Purpose.VERIFICATION)}


def test_a_withdrawal_by_number_reaches_the_registry(store, tmp_path):
    with a_laptop(tmp_path) as laptop, a_laptop(tmp_path, "another") as another:
        group = a_person(laptop, store)
        woman, boy = group.people
        taken_back(another, store, woman[:10].upper(), Purpose.TRACING, Purpose.SHARING)
        assert carry_out(store, LATER) == 2
        assert answers(store, group.case, woman) == {
            Purpose.TRACING: ConsentAnswer.WITHDRAWN,
            Purpose.VERIFICATION: ConsentAnswer.YES,
        }
        consents = store.cases.get(group.case).consents
        assert not agreed(consents, woman, Purpose.SHARING, Recipient.RED_CROSS)
        assert agreed(consents, boy, Purpose.TRACING)
        assert carry_out(store, LATER) == 0


def test_the_number_of_the_group_speaks_for_all_of_it(store, tmp_path):
    with a_laptop(tmp_path) as laptop:
        group = a_person(laptop, store)
        taken_back(laptop, store, group.case[:10].upper(), Purpose.TRACING)
        carry_out(store, LATER)
        consents = store.cases.get(group.case).consents
        assert not any(agreed(consents, person, Purpose.TRACING) for person in group.people)


def test_a_later_yes_is_not_touched(store, tmp_path):
    with a_laptop(tmp_path) as laptop:
        group = a_person(laptop, store)
        woman = group.people[0]
        taken_back(laptop, store, woman[:10].upper(), Purpose.TRACING)
        carry_out(store, LATER)
        again = a_consent(group.case, woman, Purpose.TRACING)
        send(laptop, store, Group(group.case, (), (again,)))
        assert carry_out(store, LATER) == 0
        assert agreed(store.cases.get(group.case).consents, woman, Purpose.TRACING)


def test_a_number_nobody_has_changes_nothing(store, tmp_path):
    with a_laptop(tmp_path) as laptop:
        a_person(laptop, store)
        taken_back(laptop, store, "ZZZZZZZZZZ", Purpose.TRACING)
        assert carry_out(store, LATER) == 0
