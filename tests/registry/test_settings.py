"""Numbers that touch people are seen by two roles and changed by two administrators."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import pytest

from intake.domain.codes import InactiveReason, Role, Setting
from intake.domain.event import RecordInactivated, RecordReturned
from intake.registry import erasing, settings
from intake.registry.figures import figures
from intake.store import Store
from intake.web.session import cookie_of
from tests.builders import NOON, a_group
from tests.registry.boxes import LONG, holding, is_beside, is_open
from tests.registry.casework import problems, words_of
from tests.registry.people import WOMAN, a_family
from tests.registry.test_figures import TODAY, people
from tests.registry.test_races import press_at_once, told
from tests.registry.visitor import BASE, Registry, Visitor

HERE = "/settings"
WHY = "People come from far away."


@dataclass
class Two:
    """Two administrators, both signed in."""

    registry: Registry
    ada: Visitor
    alan: Visitor

    @property
    def store(self) -> Store:
        return self.registry.store

    def propose(self, setting: Setting, value: object, who: Visitor | None = None) -> Any:
        page = f"{HERE}/{setting.value}/change"
        return (who or self.ada).post(page, {"value": str(value), "reason": WHY})

    def answer(self, who: Visitor, step: str, **data: str) -> Any:
        (change,) = self.store.settings.waiting()
        return who.post(f"{HERE}/changes/{change.id}/{step}", data, page=HERE)

    def put_in_force(self, setting: Setting, value: int) -> None:
        assert self.propose(setting, value).status_code == 303
        assert self.answer(self.alan, "confirm").status_code == 303


@pytest.fixture
def two(registry: Registry) -> Two:
    ada = registry.signed_in("ada", Role.ADMINISTRATOR)
    return Two(registry, ada, registry.signed_in("alan", Role.ADMINISTRATOR))


def test_the_page_shows_every_number_and_where_it_comes_from(two: Two) -> None:
    words = words_of(two.ada.get(HERE))
    for said in (
        "Time to comment on a decision before it is final 3 working days",
        "A record out of use is kept for 5 years",
        "Hidden in the figures counts below 5",
        "A session that rests ends after 15 minutes",
        "as the registry was set up 3 to 60",
        "version 4 Many things agree: ≥ 3 Some things agree: ≥ -3",
        "version 3-tracing Many things agree",
        "365 days and 2 tries",
        "Saturday · Sunday",
        "72 hours",
        "Nothing was changed yet.",
    ):
        assert said in words, said


def test_a_change_holds_once_a_second_administrator_confirms_it(two: Two) -> None:
    assert two.propose(Setting.COMMENT_DAYS, 10).status_code == 303
    assert "3 working days → 10 working days" in words_of(two.alan.get(HERE))
    assert "Time to comment on a decision before it is final 3 working days" in words_of(
        two.alan.get(HERE)
    )
    assert "Settings (1)" in words_of(two.alan.get("/"))
    assert "Settings (1)" not in words_of(two.ada.get("/"))
    assert two.answer(two.alan, "confirm").status_code == 303
    words = words_of(two.ada.get(HERE))
    assert "before it is final 10 working days Ada Staff Alan Staff" in words
    assert f"3 working days → 10 working days ✓ Confirmed {WHY}" in words, words


def test_whoever_proposed_it_sees_no_button_and_gets_no_way_round(two: Two) -> None:
    two.propose(Setting.COMMENT_DAYS, 10)
    page = two.ada.get(HERE)
    assert "another administrator must confirm it" in words_of(page)
    assert "/confirm" not in page.text
    refused = two.answer(two.ada, "confirm")
    assert refused.status_code == 422
    assert two.store.settings.in_force() == {}


def test_a_proposal_can_be_left_or_taken_back_with_a_reason(two: Two) -> None:
    for who in (two.alan, two.ada):
        two.propose(Setting.COMMENT_DAYS, 10)
        assert two.answer(who, "decline").status_code == 422
        assert two.answer(who, "decline", reason="Too long for us.").status_code == 303
    words = words_of(two.ada.get(HERE))
    assert words.count("Left as it was") == 2
    assert "Too long for us." in words
    assert two.store.settings.in_force() == {}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (2, "The rules do not allow this value."),
        (61, "The rules do not allow this value."),
        (3, "the value that holds already"),
        ("", "Fill this in"),
        ("many", "The rules do not allow this value."),
        ("-4", "The rules do not allow this value."),
        ("٢", "The rules do not allow this value."),
    ],
)
def test_what_no_rule_allows_is_not_even_proposed(two: Two, value: object, said: str) -> None:
    page = two.propose(Setting.COMMENT_DAYS, value)
    assert page.status_code == 422
    assert said in problems(page)
    assert two.store.settings.waiting() == []


def test_a_reason_is_asked_for(two: Two) -> None:
    page = f"{HERE}/comment-days/change"
    assert two.ada.post(page, {"value": "10", "reason": " "}).status_code == 422
    assert two.store.settings.waiting() == []


def test_one_change_of_a_setting_waits_at_a_time(two: Two) -> None:
    two.propose(Setting.COMMENT_DAYS, 10)
    page = two.propose(Setting.COMMENT_DAYS, 20, two.alan)
    assert "waits already" in problems(page)
    assert f"{HERE}/comment-days/change" not in two.ada.get(HERE).text
    assert [c.value for c in two.store.settings.waiting()] == [10]


def test_an_unknown_setting_or_change_is_not_there(two: Two) -> None:
    assert two.ada.get(f"{HERE}/passphrase/change").status_code == 404
    for step in ("confirm", "decline"):
        found = two.ada.post(f"{HERE}/changes/none/{step}", {"reason": "x"}, page=HERE)
        assert found.status_code == 404


def test_a_reason_is_shown_as_text_whatever_is_in_it(two: Two) -> None:
    page = f"{HERE}/comment-days/change"
    two.ada.post(page, {"value": "10", "reason": "<script>alert(1)</script>"})
    shown = two.alan.get(HERE).text
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_the_data_protection_officer_sees_and_changes_nothing(two: Two) -> None:
    two.put_in_force(Setting.KEEP_YEARS, 2)
    dora = two.registry.signed_in("dora", Role.DPO)
    page = dora.get(HERE)
    assert "5 years → 2 years ✓ Confirmed" in words_of(page)
    assert "Propose a change" not in words_of(page)
    token = {"csrf_token": dora.token("/sign-in")}
    for path in (f"{HERE}/comment-days/change", f"{HERE}/changes/x/confirm"):
        assert dora.client.post(path, data=token, base_url=BASE).status_code == 403


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR, Role.DPO, Role.FIELD}))
def test_nobody_who_works_with_people_sees_or_changes_settings(two: Two, role: Role) -> None:
    other = two.registry.signed_in("other", role)
    assert other.get(HERE).status_code == 403
    assert "Settings" not in words_of(other.get("/"))


def test_fifty_windows_confirm_one_change_once(two: Two) -> None:
    two.propose(Setting.COMMENT_DAYS, 10)
    (change,) = two.store.settings.waiting()
    pressed = press_at_once(two.alan, HERE, f"{HERE}/changes/{change.id}/confirm", {})
    assert told(pressed) == {"Somebody has decided this before you."}
    assert len(two.store.settings.history()) == 1
    assert settings_now(two)[Setting.COMMENT_DAYS] == 10


def test_of_two_administrators_who_answer_at_once_one_is_first(two: Two) -> None:
    three = two.registry.signed_in("anna", Role.ADMINISTRATOR)
    two.propose(Setting.COMMENT_DAYS, 10)
    (change,) = two.store.settings.waiting()
    ready = Barrier(2)

    def press(who: Visitor, step: str) -> int:
        client = two.registry.app.test_client()
        client.set_cookie(cookie_of(two.registry.app), who.cookie(), domain="127.0.0.1")
        sent = {"csrf_token": who.token(HERE), "reason": "Not now."}
        ready.wait(timeout=30)
        path = f"{HERE}/changes/{change.id}/{step}"
        return client.post(path, data=sent, base_url=BASE).status_code

    with ThreadPoolExecutor(2) as pool:
        answers = [
            pool.submit(press, who, step)
            for who, step in ((two.alan, "confirm"), (three, "decline"))
        ]
        assert sorted(answer.result() for answer in answers) == [303, 422]
    (answered,) = two.store.settings.history()
    assert settings_now(two)[Setting.COMMENT_DAYS] in (3, 10)
    assert two.store.verify() == []
    assert answered.answered_by != answered.proposed_by


def settings_now(two: Two) -> dict[Setting, int]:
    from intake.registry.desk import Desk

    desk = two.registry.app.extensions["intake"]
    assert isinstance(desk, Desk)
    return {held.setting: held.value for held in settings.in_force(two.store, desk)}


def test_the_file_holds_until_a_change_is_confirmed_and_again_when_that_is_proposed(
    two: Two,
) -> None:
    assert settings_now(two)[Setting.COMMENT_DAYS] == 3
    two.put_in_force(Setting.COMMENT_DAYS, 10)
    assert settings_now(two)[Setting.COMMENT_DAYS] == 10
    two.put_in_force(Setting.COMMENT_DAYS, 3)
    assert settings_now(two)[Setting.COMMENT_DAYS] == 3


def test_a_session_ends_after_the_minutes_in_force(two: Two) -> None:
    two.put_in_force(Setting.IDLE_MINUTES, 5)
    assert two.ada.get(HERE).status_code == 200
    two.registry.clock.forward(minutes=4)
    assert two.ada.get(HERE).status_code == 200
    two.registry.clock.forward(minutes=5)
    assert two.ada.get(HERE).status_code == 303


def test_figures_hide_counts_below_the_number_in_force(two: Two) -> None:
    people(two.store, 7)
    assert figures(two.store, TODAY, 30).registered == 5
    two.put_in_force(Setting.FEWEST_SHOWN, 8)
    assert figures(two.store, TODAY, 30).registered is None
    dora = two.registry.signed_in("dora", Role.DPO)
    assert "* stands for fewer than 8" in words_of(dora.get("/figures"))
    assert "<8" in dora.get("/figures.csv").text


def out_of_use(store: Store, case: str, individual: str) -> None:
    away = RecordInactivated(
        case=case,
        individual=individual,
        code=InactiveReason.LEFT,
        reason="They left.",
        by="kim",
        at=NOON,
    )
    store.record(away)


def test_a_group_is_due_to_be_erased_when_nobody_of_it_was_in_use_for_the_years_in_force(
    two: Two,
) -> None:
    group = a_group("Олена", "Тарас")
    two.store.record(*group.events)
    day = NOON.date()
    out_of_use(two.store, group.case, group.people[0])
    assert two.store.records.out_of_use() == []
    out_of_use(two.store, group.case, group.people[1])
    assert erasing.due(two.store, day.replace(year=day.year + 5)) == []
    after = day.replace(year=day.year + 5, day=day.day + 1)
    assert [task.id for task in erasing.due(two.store, after)] == [group.case]
    two.put_in_force(Setting.KEEP_YEARS, 2)
    sooner = day.replace(year=day.year + 2, day=day.day + 1)
    assert [task.id for task in erasing.due(two.store, sooner)] == [group.case]
    back = RecordReturned(case=group.case, individual=group.people[1], by="kim", at=NOON)
    two.store.record(back)
    assert erasing.due(two.store, after) == []


def test_protection_is_told_what_is_due_by_number_and_erases_it_by_two(two: Two) -> None:
    family = a_family(two.store)
    found = two.store.cases.get(family.case)
    assert found is not None
    for member in found.members:
        out_of_use(two.store, family.case, member.id)
    petra = two.registry.signed_in("petra", Role.PROTECTION)
    standing = petra.get(f"/people/{family.woman}/standing")
    assert "due to be erased after 20 Nov 2031" in words_of(standing)
    assert "Records due to be erased" not in words_of(petra.get("/"))
    two.registry.clock.forward(days=366 * 5)
    later = two.registry.visitor()
    user = two.store.users.by_login("petra")
    assert user is not None
    later.sign_in(user)
    page = later.get("/")
    assert "Records due to be erased (1)" in words_of(page)
    assert WOMAN not in page.text
    later.post(f"/cases/{family.case}/erase", {"reason": "The time has passed."})
    assert "Records due to be erased" not in words_of(later.get("/"))


def test_a_reason_that_is_too_long_stays_at_its_own_change(two: Two) -> None:
    two.propose(Setting.COMMENT_DAYS, 10)
    two.propose(Setting.FEWEST_SHOWN, 6)
    for change in two.store.settings.waiting():
        answer = two.alan.post(f"{HERE}/changes/{change.id}/decline", {"reason": LONG}, page=HERE)
        assert answer.status_code == 422
        assert holding(answer, LONG) == [f"why-{change.id}"]
        assert is_beside(answer, f"why-{change.id}")
        assert is_open(answer, f"why-{change.id}")
    assert len(two.store.settings.waiting()) == 2
